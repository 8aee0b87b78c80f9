//! The keeper: what stands between a change of the workspace and its being kept.

use std::cell::RefCell;

use crate::service::scenario::Scenario;
use crate::service::workspace::{Change, Workspace};
use crate::store::StoreError;
use crate::store::browser::BrowserStorage;
use crate::store::codec::Mark;
use crate::store::ledger::Ledger;
use crate::store::load::{Found, load};

use super::NotDone;
use super::health::{Keeping, MemoryOnly};

/// Where changes go.
pub struct Keeper {
    place: RefCell<Place>,
    /// What has happened by time alone and is not written yet.
    debt: RefCell<Option<Change>>,
}

enum Place {
    Memory(MemoryOnly),
    Outdated,
    Slot { storage: BrowserStorage, ledger: Ledger },
}

/// What the page begins with.
pub struct Opened {
    pub keeper: Keeper,
    pub workspace: Workspace,
}

impl Keeper {
    /// A keeper that keeps nothing.
    pub fn memory(why: MemoryOnly) -> Keeper {
        Keeper { place: RefCell::new(Place::Memory(why)), debt: RefCell::new(None) }
    }

    /// Opens a slot; an empty one begins with the scenario of a first visit.
    pub fn open(slot: &str) -> Opened {
        let storage = match BrowserStorage::open() {
            Ok(storage) => storage,
            Err(why) => return Keeper::blocked(why),
        };
        match load(&storage, slot) {
            Ok(Found::Kept(mut kept)) => {
                if let Err(why) = kept.repair(&storage) {
                    leptos::logging::warn!("not repaired: {why:?}");
                }
                let place = Place::Slot { storage, ledger: kept.ledger };
                Opened {
                    keeper: Keeper { place: RefCell::new(place), debt: RefCell::new(None) },
                    workspace: kept.workspace,
                }
            }
            Ok(Found::Newer(_)) => Opened {
                keeper: Keeper { place: RefCell::new(Place::Outdated), debt: RefCell::new(None) },
                workspace: first(),
            },
            Ok(Found::Nothing) => {
                let workspace = first();
                match Ledger::create(&storage, slot, &workspace, "", Mark { seq: 1, epoch: 1 }) {
                    Ok(ledger) => {
                        let place = Place::Slot { storage, ledger };
                        Opened {
                            keeper: Keeper { place: RefCell::new(place), debt: RefCell::new(None) },
                            workspace,
                        }
                    }
                    Err(why) => Keeper::blocked(why),
                }
            }
            Err(why) => Keeper::blocked(why),
        }
    }

    fn blocked(why: StoreError) -> Opened {
        let words = match why {
            StoreError::Full => String::new(),
            StoreError::Blocked(words) => words,
        };
        Opened { keeper: Keeper::memory(MemoryOnly::Blocked(words)), workspace: first() }
    }

    /// Whether changes are kept.
    pub fn keeping(&self) -> Keeping {
        match &*self.place.borrow() {
            Place::Memory(why) => Keeping::Memory(why.clone()),
            Place::Outdated | Place::Slot { .. } => Keeping::Kept,
        }
    }

    /// Whether a newer version has written the data.
    pub fn is_outdated(&self) -> bool {
        matches!(&*self.place.borrow(), Place::Outdated)
    }

    /// Keeps a change, and with it what time has brought before.
    ///
    /// # Errors
    /// [`NotDone`]: nothing is kept of it.
    pub fn commit(&self, change: &Change) -> Result<(), NotDone> {
        let mut whole = self.debt.borrow().clone();
        owe(&mut whole, change);
        let whole = whole.as_ref().unwrap_or(change);
        match &mut *self.place.borrow_mut() {
            Place::Memory(_) => {}
            Place::Outdated => return Err(NotDone::Outdated),
            Place::Slot { storage, ledger } => {
                let batch = ledger.prepare(storage, whole).map_err(not_done)?;
                if let Err(why) = ledger.settle(storage, batch) {
                    leptos::logging::warn!("kept, but not in its place yet: {why:?}");
                }
            }
        }
        self.debt.borrow_mut().take();
        Ok(())
    }

    /// Notes what time has brought, to be kept with the next commit.
    pub fn owe(&self, change: &Change) {
        owe(&mut self.debt.borrow_mut(), change);
    }

    /// How much waits to be kept.
    pub fn owed(&self) -> usize {
        self.debt.borrow().as_ref().map_or(0, |debt| debt.jobs.len())
    }

    /// Writes what is owed.
    ///
    /// # Errors
    /// [`NotDone`]: it is still owed.
    pub fn pay(&self) -> Result<(), NotDone> {
        let Some(debt) = self.debt.borrow().clone() else { return Ok(()) };
        self.commit(&Change { jobs: Vec::new(), lines: Vec::new(), head: debt.head })
    }
}

fn first() -> Workspace {
    let (head, jobs, lines) = Scenario::default().build(1, None);
    Workspace::new(head, jobs, lines)
}

/// Adds a later change to an earlier one.
fn owe(debt: &mut Option<Change>, change: &Change) {
    match debt {
        None => *debt = Some(change.clone()),
        Some(debt) => {
            debt.jobs.extend(change.jobs.iter().cloned());
            debt.lines.extend(change.lines.iter().cloned());
            debt.head = change.head.clone();
        }
    }
}

fn not_done(error: StoreError) -> NotDone {
    match error {
        StoreError::Full => NotDone::Full,
        StoreError::Blocked(words) => NotDone::Storage(words),
    }
}
