//! The keeper: what stands between a change of the workspace and its being kept.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::portal::answers::{Answers, Known, Question, key};
use crate::portal::letters::Replied;
use crate::service::workspace::{Change, Head, Workspace};
use crate::store::StoreError;
use crate::store::browser::BrowserStorage;
use crate::store::codec::Mark;
use crate::store::entries::{self, Write};
use crate::store::ledger::{self, Fresh, Ledger};
use crate::store::load::{Found, Kept, load};
use crate::store::slots::{self, Wanted};
use crate::store::usage::{Room, Usage};
use crate::sync::second_copy;

use super::NotDone;
use super::database::MirrorError;
use super::health::{Keeping, MemoryOnly, SecondCopy};
use super::mirror::Mirror;
use super::page::{Later, within};
use super::tabs::Tabs;
use super::tending::Retry;

/// The second copy of no more entries than this is made before the page goes on.
const FEW: usize = 2_000;
/// For no longer than so many milliseconds.
const COPY_PATIENCE: f64 = 5_000.0;

/// Where changes go.
pub struct Keeper {
    wanted: Wanted,
    pub(super) place: RefCell<Place>,
    /// The second copy, or why there is none; nothing while another tab leads.
    pub(super) mirror: RefCell<Option<Result<Rc<Mirror>, String>>>,
    /// What tabs have asked and been told, this one and its predecessors.
    pub answers: Answers,
    /// What has happened by time alone and is not written yet.
    debt: RefCell<Option<Change>>,
    /// What is known of the room that is left.
    room: Cell<Room>,
    /// Whether the last change found no room.
    full: Cell<bool>,
    /// Whether the workspace was thrown away.
    gone: Cell<bool>,
    /// Whether nothing was in the slot when the page was opened.
    begun: bool,
    /// When a second copy that failed is tried again.
    pub(super) retry: Cell<Retry>,
}

pub(super) enum Place {
    Memory(MemoryOnly),
    Outdated,
    /// The mark of the ledger is that of the workspace shown, also while another tab leads.
    Slot {
        storage: BrowserStorage,
        ledger: Ledger,
        found: Option<Box<Kept>>,
    },
}

/// What the page begins with.
pub struct Opened {
    /// Where its changes go.
    pub keeper: Keeper,
    /// What it shows.
    pub workspace: Workspace,
}

/// Why a change is not kept.
#[derive(Debug)]
pub enum NotKept {
    /// For a reason that the user is told.
    NotDone(NotDone),
    /// Another tab leads by now and should be asked.
    NotLeading,
}

impl From<StoreError> for NotKept {
    fn from(error: StoreError) -> Self {
        NotKept::NotDone(not_done(error))
    }
}

/// An error of the store in the portal's terms.
pub fn not_done(error: StoreError) -> NotDone {
    match error {
        StoreError::Full => NotDone::Full,
        StoreError::Blocked(words) => NotDone::Storage(words),
    }
}

impl Keeper {
    /// Whether a link describes the workspace, and it was there for nobody before this page.
    pub fn is_new_link(&self) -> bool {
        matches!(self.wanted, Wanted::Scenario(_)) && self.begun
    }

    fn new(wanted: Wanted, place: Place) -> Keeper {
        let begun = !matches!(&place, Place::Slot { found: Some(_), .. } | Place::Outdated);
        Keeper {
            wanted,
            place: RefCell::new(place),
            mirror: RefCell::default(),
            answers: Answers::default(),
            debt: RefCell::default(),
            room: Cell::default(),
            full: Cell::new(false),
            gone: Cell::new(false),
            begun,
            retry: Cell::default(),
        }
    }

    /// A keeper that keeps nothing.
    pub fn memory(why: MemoryOnly) -> Keeper {
        Keeper::new(Wanted::Slot(entries::MAIN.to_owned()), Place::Memory(why))
    }

    /// Reads a slot, without writing anything: this tab may not be the one that leads.
    pub fn open(wanted: Wanted) -> Opened {
        let slot = wanted.slot();
        let beginning = wanted.beginning();
        let read = BrowserStorage::open().and_then(|storage| Ok((load(&storage, &slot)?, storage)));
        let (workspace, place) = match read {
            Ok((Found::Kept(kept), storage)) => {
                let ledger = match kept.broken.is_empty() {
                    true => kept.ledger.clone(),
                    // Another tab may have more of that commit: what is shown is none that anybody else knows.
                    false => Ledger::new(&slot, Mark::default(), Vec::new()),
                };
                (kept.workspace.clone(), Place::Slot { storage, ledger, found: Some(kept) })
            }
            Ok((Found::Nothing, storage)) => {
                let ledger = Ledger::new(&slot, Mark::default(), Vec::new());
                (beginning.build(), Place::Slot { storage, ledger, found: None })
            }
            Ok((Found::Newer(_), _)) => (beginning.build(), Place::Outdated),
            Err(why) => (beginning.build(), Place::Memory(memory_only(why))),
        };
        Opened { keeper: Keeper::new(wanted, place), workspace }
    }

    /// The slot's name.
    pub fn slot(&self) -> String {
        self.wanted.slot()
    }

    /// The store, if there is one.
    pub fn storage(&self) -> Option<BrowserStorage> {
        match &*self.place.borrow() {
            Place::Slot { storage, .. } => Some(storage.clone()),
            Place::Memory(_) | Place::Outdated => None,
        }
    }

    /// The store, also where there is no room in it for the workspace shown, so that room can be made.
    pub fn shelf(&self) -> Option<BrowserStorage> {
        match &*self.place.borrow() {
            Place::Slot { storage, .. } => Some(storage.clone()),
            Place::Memory(MemoryOnly::NoRoom) => BrowserStorage::open().ok(),
            Place::Memory(MemoryOnly::Blocked(_) | MemoryOnly::Wanted) | Place::Outdated => None,
        }
    }

    /// Keeps nothing from now on.
    pub fn do_without(&self, why: StoreError) {
        *self.place.borrow_mut() = Place::Memory(memory_only(why));
        *self.mirror.borrow_mut() = None;
    }

    /// Whether there is a second copy.
    pub fn copy(&self) -> SecondCopy {
        match &*self.mirror.borrow() {
            None => SecondCopy::Elsewhere,
            Some(Ok(mirror)) => self.lagging(mirror.standing()),
            Some(Err(why)) => self.lagging(SecondCopy::Missing(why.clone())),
        }
    }

    /// The same, told apart where the copy may hold what was deleted.
    fn lagging(&self, standing: SecondCopy) -> SecondCopy {
        let noted =
            self.storage().and_then(|storage| second_copy::noted(&storage, &self.slot()).ok().flatten());
        match (standing, noted) {
            (SecondCopy::Missing(why), Some(_)) => SecondCopy::Lagging(why),
            (standing, _) => standing,
        }
    }

    /// Whether changes are kept.
    pub fn keeping(&self) -> Keeping {
        self.measure().0
    }

    /// Whether changes are kept, and how many entries were set aside.
    pub fn measure(&self) -> (Keeping, usize) {
        let storage = match &*self.place.borrow() {
            Place::Memory(why) => return (Keeping::Memory(why.clone()), 0),
            Place::Outdated => return (Keeping::Kept, 0),
            Place::Slot { storage, .. } => storage.clone(),
        };
        let usage = Usage::of(&storage, &self.slot());
        self.room.set(usage.as_ref().map(Room::measured).unwrap_or_default());
        let Ok(usage) = usage else { return (Keeping::Kept, 0) };
        let keeping = if self.full.get() {
            Keeping::Full(usage)
        } else if usage.used() >= Usage::WARNING {
            Keeping::NearlyFull(usage)
        } else {
            Keeping::Kept
        };
        (keeping, usage.aside_entries)
    }

    /// Whether there is plenty of room, as far as is known without measuring.
    pub fn has_room(&self) -> bool {
        !self.full.get() && self.room.get().is_plenty()
    }

    /// Whether nothing is kept beyond the life of this page.
    pub fn is_memory(&self) -> bool {
        matches!(&*self.place.borrow(), Place::Memory(_))
    }

    /// Whether a newer version has written the data.
    pub fn is_outdated(&self) -> bool {
        matches!(&*self.place.borrow(), Place::Outdated)
    }

    /// Writes nothing any more: a newer version is at work.
    pub fn outdate(&self) {
        *self.place.borrow_mut() = Place::Outdated;
    }

    /// Writes nothing any more: the workspace is thrown away.
    pub fn lose(&self) {
        self.gone.set(true);
        self.outdate();
    }

    /// Whether the workspace was thrown away.
    pub fn is_gone(&self) -> bool {
        self.gone.get()
    }

    /// The commit that the workspace shown is at.
    pub fn mark(&self) -> Mark {
        match &*self.place.borrow() {
            Place::Slot { ledger, .. } => ledger.mark(),
            Place::Memory(_) | Place::Outdated => Mark::default(),
        }
    }

    /// Notes which commit of another tab the workspace shown is at. What only a tab that leads needs is forgotten.
    pub fn follow(&self, mark: Mark) {
        self.forgive();
        self.answers.forget();
        *self.mirror.borrow_mut() = None;
        if let Place::Slot { ledger, found, .. } = &mut *self.place.borrow_mut() {
            *ledger = Ledger::new(&self.wanted.slot(), mark, Vec::new());
            *found = None;
        }
    }

    /// Makes a second copy of everything: at once if it is little, else while the page goes on.
    pub(super) async fn copy_all(&self, workspace: &Workspace) {
        if let Some((done, true)) = self.begin_copy(workspace) {
            within(COPY_PATIENCE, done.get()).await;
        }
    }

    /// Begins to make a second copy of everything: when it is done, and whether it is little.
    pub(super) fn begin_copy(&self, workspace: &Workspace) -> Option<(Later<()>, bool)> {
        let Some(Ok(mirror)) = self.mirror.borrow().clone() else { return None };
        let mark = self.mark();
        let origin = self.storage().and_then(|storage| slots::origin(&storage, &self.slot()).ok());
        let title = origin.unwrap_or_default().title;
        let all: Vec<(String, String)> = entries::of_workspace(workspace, &title, mark).collect();
        let few = all.len() <= FEW;
        mirror.hold();
        let copied = mirror.copy(mark, all, self.answers.all());
        let done = Later::default();
        let end = done.clone();
        wasm_bindgen_futures::spawn_local(async move {
            copied.await;
            end.give(());
        });
        Some((done, few))
    }

    /// Keeps a change, and with it what time has brought before. What was written, for other tabs.
    ///
    /// # Errors
    /// [`NotKept`]: nothing is kept of it.
    pub async fn commit(
        &self,
        change: &Change,
        answer: Option<(&Question, &Replied)>,
        tabs: &Tabs,
    ) -> Result<Vec<Write>, NotKept> {
        let mut whole = self.debt.borrow().clone();
        owe(&mut whole, change);
        let whole = whole.as_ref().unwrap_or(change);
        let prepared = match &mut *self.place.borrow_mut() {
            Place::Memory(_) => None,
            Place::Outdated => return Err(NotKept::NotDone(NotDone::Outdated)),
            Place::Slot { storage, ledger, .. } => {
                if !tabs.may_write() {
                    return Err(NotKept::NotLeading);
                }
                let batch = ledger.prepare(storage, whole);
                self.full.set(batch == Err(StoreError::Full));
                Some(batch?)
            }
        };
        let Some(batch) = prepared else {
            self.debt.borrow_mut().take();
            return Ok(Vec::new());
        };
        // What is told of a job that goes now goes with it.
        let is_gone = |job| whole.jobs.iter().any(|(no, kept)| *no == job && kept.is_none());
        let mut answers = self.answers.without(is_gone);
        answers.extend(answer.map(|(question, replied)| {
            let job = change.jobs.first().map(|(no, _)| *no);
            (key(question), Known::new(question, job, replied))
        }));
        let mirror = self.mirror.borrow().clone().and_then(Result::ok);
        let counts = match &mirror {
            None => false,
            Some(mirror) => match mirror.commit(batch.mark, &batch.writes, &answers).await {
                Ok(counts) => counts,
                Err(MirrorError::Fenced | MirrorError::Broken(_)) => return Err(NotKept::NotLeading),
            },
        };
        // Whoever leads by now has found the change, and its answer, in the mirror or nowhere.
        if !tabs.may_write() && !tabs.still_leads().await {
            return Err(NotKept::NotLeading);
        }
        let writes = batch.writes.clone();
        self.room.set(self.room.get().after(&self.slot(), &writes));
        if let Place::Slot { storage, ledger, .. } = &mut *self.place.borrow_mut() {
            if !counts {
                let deleted = whole.jobs.iter().filter(|(_, kept)| kept.is_none()).count();
                if !mirror.as_ref().is_some_and(|mirror| mirror.is_empty()) {
                    note_deleted(storage, &self.wanted.slot(), deleted);
                }
                ledger.promise(storage, &batch)?;
            }
            if let Some(mirror) = &mirror {
                mirror.missed(batch.mark, &batch.writes, &answers);
            }
            if let Err(why) = ledger.settle(storage, batch) {
                leptos::logging::warn!("kept, but not in its place yet: {why:?}");
            }
        }
        self.answers.learn(answers);
        self.debt.borrow_mut().take();
        Ok(writes)
    }

    /// Notes what time has brought, to be kept with the next commit.
    pub fn owe(&self, change: &Change) {
        owe(&mut self.debt.borrow_mut(), change);
    }

    /// What waits to be kept: how many deletions, and the change that keeps them.
    pub fn owed(&self) -> (usize, Option<Change>) {
        let debt = self.debt.borrow();
        let due = debt.as_ref().filter(|debt| !debt.jobs.is_empty());
        let change = due.map(|debt| Change::of(debt.head.clone()));
        (due.map_or(0, |debt| debt.jobs.len()), change)
    }

    /// Forgets what waits to be kept: another tab leads now, or everything begins anew.
    pub fn forgive(&self) {
        self.debt.borrow_mut().take();
    }

    /// Keeps the time, as long as nothing else has happened since the last commit.
    pub fn touch(&self, head: &Head) {
        if self.owed().0 > 0 {
            return;
        }
        if let Place::Slot { storage, ledger, .. } = &*self.place.borrow() {
            // The time is kept again in a few seconds.
            let _ = ledger.touch(storage, head);
        }
    }

    /// The slot that a new beginning is written to before it takes its place.
    pub fn beside(&self) -> String {
        slots::beside(&self.slot())
    }

    /// Writes a new beginning beside the workspace, if anything is kept.
    ///
    /// # Errors
    /// [`NotKept`]: part of it may be there.
    pub fn put_beside(&self, fresh: &Fresh) -> Result<(), NotKept> {
        if let Some(storage) = self.storage() {
            Ledger::create(&storage, &self.beside(), &fresh.build(), "", Mark::default())?;
        }
        Ok(())
    }

    /// Takes away what was put beside.
    ///
    /// # Errors
    /// [`NotKept`]: it is still there.
    pub fn take_from_beside(&self) -> Result<(), NotKept> {
        if let Some(storage) = self.storage() {
            ledger::clear(&storage, &self.beside())?;
        }
        Ok(())
    }

    /// Begins the workspace anew in its place, as somebody has asked for.
    ///
    /// # Errors
    /// [`NotKept`]: everything is as it was.
    pub async fn reset(&self, fresh: &Fresh, question: &Question) -> Result<Workspace, NotKept> {
        let workspace = match &mut *self.place.borrow_mut() {
            Place::Memory(_) => fresh.build(),
            Place::Outdated => return Err(NotKept::NotDone(NotDone::Outdated)),
            Place::Slot { storage, ledger, .. } => ledger.reset(storage, fresh)?,
        };
        self.begin_anew(&workspace, question).await;
        Ok(workspace)
    }

    /// Whether there is a workspace in a slot.
    ///
    /// # Errors
    /// [`NotDone::Gone`] if not.
    pub fn has(&self, slot: &str) -> Result<(), NotKept> {
        let Some(storage) = self.storage() else { return Ok(()) };
        if slots::is_there(&storage, slot)? { Ok(()) } else { Err(NotKept::NotDone(NotDone::Gone)) }
    }

    /// Puts the workspace of another slot in the place of this one's, as somebody has asked for.
    ///
    /// # Errors
    /// [`NotKept`]: everything is as it was.
    pub async fn replace(&self, from: &str, question: &Question) -> Result<Option<Workspace>, NotKept> {
        self.has(from)?;
        let slot = self.slot();
        let workspace = match &mut *self.place.borrow_mut() {
            Place::Memory(_) => None,
            Place::Outdated => return Err(NotKept::NotDone(NotDone::Outdated)),
            Place::Slot { storage, ledger, .. } => {
                ledger.replace(storage, from)?;
                match load(storage, &slot)? {
                    Found::Kept(kept) => Some(kept.workspace),
                    Found::Nothing | Found::Newer(_) => None,
                }
            }
        };
        if let Some(workspace) = &workspace {
            self.begin_anew(workspace, question).await;
        }
        Ok(workspace)
    }

    /// Leaves nothing of the jobs before in answers and in the second copy.
    async fn begin_anew(&self, workspace: &Workspace, question: &Question) {
        if let Some(storage) = self.storage() {
            // All that was there before; how many that were does not matter.
            note_deleted(&storage, &self.slot(), 1);
        }
        self.forgive();
        self.answers.learn(self.answers.without(|_| true));
        self.answers.learn([(key(question), Known::new(question, None, &Replied::Done))]);
        self.copy_all(workspace).await;
    }
}

/// Throws a slot away, with its second copy.
///
/// # Errors
/// [`StoreError::Blocked`].
pub async fn discard(storage: &BrowserStorage, slot: &str) -> Result<(), StoreError> {
    // Until the second copy is gone as well, whoever leads anything tries again.
    second_copy::note_gone(storage, slot)?;
    ledger::discard(storage, slot)?;
    let forgotten = match Mirror::open(slot).await {
        Ok(mirror) => mirror.forget().await,
        // Without IndexedDB there is no second copy.
        Err(_) => Ok(()),
    };
    match forgotten {
        Ok(()) => second_copy::settle(storage, slot)?,
        Err(why) => leptos::logging::warn!("the second copy stays: {why:?}"),
    }
    Ok(())
}

/// Notes what the second copy may still hold.
fn note_deleted(storage: &BrowserStorage, slot: &str, jobs: usize) {
    if jobs > 0 {
        let before = second_copy::noted(storage, slot).ok().flatten().unwrap_or_default();
        if let Err(why) = second_copy::note(storage, slot, before + jobs as u64) {
            leptos::logging::warn!("what the second copy may still hold is not noted: {why:?}");
        }
    }
}

fn memory_only(why: StoreError) -> MemoryOnly {
    match why {
        StoreError::Full => MemoryOnly::NoRoom,
        StoreError::Blocked(words) => MemoryOnly::Blocked(words),
    }
}

/// Adds a later change to an earlier one.
fn owe(debt: &mut Option<Change>, change: &Change) {
    match debt {
        None => *debt = Some(change.clone()),
        Some(debt) => {
            if change.turn.is_some() {
                // What the log would tell of a time that has not passed yet is not kept.
                debt.lines.clear();
                debt.turn = change.turn.clone();
            }
            debt.beside.extend(change.beside.iter().cloned());
            debt.jobs.extend(change.jobs.iter().cloned());
            debt.lines.extend(change.lines.iter().cloned());
            debt.head = change.head.clone();
        }
    }
}
