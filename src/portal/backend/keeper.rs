//! The keeper: what stands between a change of the workspace and its being kept.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::portal::letters::Replied;
use crate::service::workspace::{Change, Head, Workspace};
use crate::store::browser::BrowserStorage;
use crate::store::codec::{self, Mark};
use crate::store::entries::{self, Entry, Write};
use crate::store::ledger::{Fresh, Ledger};
use crate::store::load::{Found, Kept, load};
use crate::store::memory::MemoryStore;
use crate::store::slots::{self, Usage, Wanted};
use crate::store::{Storage, StoreError, aside};

use super::NotDone;
use super::answers::{Answers, Question};
use super::health::{Keeping, MemoryOnly};
use super::mirror::{Mirror, MirrorError};

/// More jobs than this are written beside what is there before they take its place.
const MANY: usize = 500;
/// The slot that is used for that.
const BESIDE: &str = "beside";

/// Where changes go.
pub struct Keeper {
    wanted: Wanted,
    place: RefCell<Place>,
    mirror: RefCell<Option<Rc<Mirror>>>,
    /// What tabs have asked and been told, this one and its predecessors.
    pub answers: Answers,
    /// What has happened by time alone and is not written yet.
    debt: RefCell<Option<Change>>,
    /// Whether the last change found no room.
    full: Cell<bool>,
    /// Whether the workspace was thrown away.
    gone: Cell<bool>,
}

enum Place {
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
    fn new(wanted: Wanted, place: Place) -> Keeper {
        Keeper {
            wanted,
            place: RefCell::new(place),
            mirror: RefCell::default(),
            answers: Answers::default(),
            debt: RefCell::default(),
            full: Cell::new(false),
            gone: Cell::new(false),
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
                let ledger = kept.ledger.clone();
                (kept.workspace.clone(), Place::Slot { storage, ledger, found: Some(kept) })
            }
            Ok((Found::Nothing, storage)) => {
                let ledger = Ledger::new(&slot, Mark::default(), Vec::new());
                (beginning.build(), Place::Slot { storage, ledger, found: None })
            }
            Ok((Found::Newer(_), _)) => (beginning.build(), Place::Outdated),
            Err(StoreError::Full) => (beginning.build(), Place::Memory(MemoryOnly::Blocked(String::new()))),
            Err(StoreError::Blocked(words)) => (beginning.build(), Place::Memory(MemoryOnly::Blocked(words))),
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

    /// Whether changes are kept.
    pub fn keeping(&self) -> Keeping {
        let storage = match &*self.place.borrow() {
            Place::Memory(why) => return Keeping::Memory(why.clone()),
            Place::Outdated => return Keeping::Kept,
            Place::Slot { storage, .. } => storage.clone(),
        };
        match Usage::of(&storage, &self.slot()) {
            Ok(usage) if self.full.get() => Keeping::Full(usage),
            Ok(usage) if usage.used() >= Usage::WARNING => Keeping::NearlyFull(usage),
            Ok(_) | Err(_) => Keeping::Kept,
        }
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

    /// Notes which commit of another tab the workspace shown is at.
    pub fn follow(&self, mark: Mark) {
        if let Place::Slot { ledger, found, .. } = &mut *self.place.borrow_mut() {
            *ledger = Ledger::new(&self.wanted.slot(), mark, Vec::new());
            *found = None;
        }
    }

    /// Takes over the slot, with whatever another tab or another day has left in it. The workspace,
    /// if it is not the one shown.
    ///
    /// # Errors
    /// [`StoreError`]: nothing can be kept.
    pub async fn lead(&self, shown: &Workspace) -> Result<Option<Workspace>, StoreError> {
        let Some(storage) = self.storage() else { return Ok(None) };
        let slot = self.slot();
        let replica = self.mark();
        let before = self.take_found(&storage)?;
        let known = before.as_ref().map_or(replica, |kept| kept.ledger.mark());
        let mirror = Mirror::open(&slot).await.ok().map(Rc::new);
        let epoch = known.epoch.max(replica.epoch) + 1;
        let led = match &mirror {
            Some(mirror) => mirror.lead(epoch).await.ok(),
            None => None,
        };
        // A mirror that does not answer is as good as none.
        let mirror = mirror.filter(|_| led.is_some());
        let (copy, answers) = led.unwrap_or_else(|| (Mark { seq: 0, epoch }, Vec::new()));
        for (question, replied) in answers {
            self.answers.learn(question, replied);
        }
        let mut kept = match before {
            Some(kept) => Some(kept),
            None if self.is_current(&storage, replica)? => None,
            None => match load(&storage, &slot)? {
                Found::Kept(kept) => Some(kept),
                Found::Nothing => None,
                Found::Newer(_) => {
                    self.outdate();
                    return Ok(None);
                }
            },
        };
        let mut spoilt = false;
        if let Some(kept) = &mut kept {
            spoilt = !kept.broken.is_empty();
            if let Err(why) = kept.repair(&storage) {
                leptos::logging::warn!("not all is put in order: {why:?}");
            }
        }
        let here = kept.as_ref().map_or(replica.seq, |kept| kept.ledger.mark().seq);
        let better = copy.seq > here.max(replica.seq) || (spoilt && copy.seq >= here && copy.seq > 0);
        let recovered = match &mirror {
            Some(mirror) if better => recover(mirror, &slot).await,
            Some(_) | None => None,
        };
        let mut left = None;
        let (workspace, seq, title) = match (recovered, kept) {
            (Some((workspace, title)), _) => (Some(workspace), copy.seq, Some(title)),
            (None, Some(kept)) if kept.ledger.mark().seq >= replica.seq => {
                let seq = kept.ledger.mark().seq;
                left = Some(kept.ledger);
                (Some(kept.workspace).filter(|_| seq != replica.seq || spoilt), seq, None)
            }
            // What is shown is the newest there is, or all there is.
            (None, _) => {
                let written = self.is_current(&storage, replica)?;
                (None, replica.seq.max(1), (!written).then(String::new))
            }
        };
        if self.is_gone() {
            // Thrown away while it was being read.
            return Ok(None);
        }
        let mark = Mark { seq, epoch: copy.epoch };
        let newest = workspace.as_ref().unwrap_or(shown);
        let ledger = match (title, left) {
            (Some(title), _) => Ledger::create(&storage, &slot, newest, &title, mark)?,
            (None, Some(mut ledger)) => {
                ledger.follow(mark);
                ledger
            }
            (None, None) => Ledger::new(&slot, mark, Vec::new()),
        };
        if let Err(why) = ledger.touch(&storage, newest.head()) {
            leptos::logging::warn!("the head is not written anew: {why:?}");
        }
        *self.place.borrow_mut() = Place::Slot { storage, ledger, found: None };
        *self.mirror.borrow_mut() = mirror;
        if copy.seq != seq {
            self.mirror_all(newest).await;
        }
        Ok(workspace)
    }

    /// What was read when the page was opened, if nothing has been written since.
    fn take_found(&self, storage: &BrowserStorage) -> Result<Option<Box<Kept>>, StoreError> {
        let found = match &mut *self.place.borrow_mut() {
            Place::Slot { found, .. } => found.take(),
            Place::Memory(_) | Place::Outdated => None,
        };
        let Some(found) = found else { return Ok(None) };
        let as_it_was = !found.broken.is_empty() || self.is_current(storage, found.ledger.mark())?;
        Ok(Some(found).filter(|_| as_it_was))
    }

    /// Whether localStorage is at this commit.
    fn is_current(&self, storage: &BrowserStorage, mark: Mark) -> Result<bool, StoreError> {
        let prefix = entries::prefix(&self.slot());
        let head = storage.get(&[&prefix, Entry::Head.key().as_str()].concat())?;
        let wal = storage.get(&[&prefix, Entry::Wal.key().as_str()].concat())?.unwrap_or_default();
        let found = head.and_then(|text| codec::head(&text).ok());
        Ok(wal.trim_end().is_empty() && found.is_some_and(|(_, found)| found == mark))
    }

    /// Writes everything into the mirror: at once if it is little, else while the page goes on.
    async fn mirror_all(&self, workspace: &Workspace) {
        let Some(mirror) = self.mirror.borrow().clone() else { return };
        let mark = self.mark();
        let all: Vec<(String, String)> = entries::of_workspace(workspace, "", mark).collect();
        let few = all.len() <= 2_000;
        let work = async move {
            match mirror.write_all(mark, all).await {
                // A later leader writes its own.
                Ok(()) | Err(MirrorError::Fenced) => {}
                Err(MirrorError::Broken(why)) => leptos::logging::warn!("no second copy: {why}"),
            }
        };
        if few {
            work.await;
        } else {
            wasm_bindgen_futures::spawn_local(work);
        }
    }

    /// Keeps a change, and with it what time has brought before. What was written, for other tabs.
    ///
    /// # Errors
    /// [`NotKept`]: nothing is kept of it.
    pub async fn commit(
        &self,
        change: &Change,
        answer: Option<(&Question, &Replied)>,
        may_write: impl Fn() -> bool,
    ) -> Result<Vec<Write>, NotKept> {
        let mut whole = self.debt.borrow().clone();
        owe(&mut whole, change);
        let whole = whole.as_ref().unwrap_or(change);
        let prepared = match &mut *self.place.borrow_mut() {
            Place::Memory(_) => None,
            Place::Outdated => return Err(NotKept::NotDone(NotDone::Outdated)),
            Place::Slot { storage, ledger, .. } => {
                if !may_write() {
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
        let mirror = self.mirror.borrow().clone();
        let mut counts = false;
        if let Some(mirror) = mirror {
            match mirror.commit(batch.mark, &batch.writes, answer).await {
                Ok(()) => counts = true,
                Err(MirrorError::Fenced) => return Err(NotKept::NotLeading),
                Err(MirrorError::Broken(why)) => {
                    leptos::logging::warn!("no second copy any more: {why}");
                    *self.mirror.borrow_mut() = None;
                }
            }
        }
        let writes = batch.writes.clone();
        if let Place::Slot { storage, ledger, .. } = &mut *self.place.borrow_mut() {
            // Whoever leads by now has found the change, and its answer, in the mirror or nowhere.
            if !may_write() {
                return Err(NotKept::NotLeading);
            }
            if !counts {
                ledger.promise(storage, &batch)?;
            }
            if let Err(why) = ledger.settle(storage, batch) {
                leptos::logging::warn!("kept, but not in its place yet: {why:?}");
            }
        }
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
        let change = due.map(|debt| Change { jobs: Vec::new(), lines: Vec::new(), head: debt.head.clone() });
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

    /// Begins the workspace anew.
    ///
    /// # Errors
    /// [`NotKept`]: everything is as it was.
    pub async fn reset(&self, fresh: &Fresh) -> Result<Workspace, NotKept> {
        if fresh.jobs.is_some_and(|jobs| jobs > MANY)
            && let Some(storage) = self.storage()
        {
            // Whether that many fit shows only when they are written, so that comes first.
            Ledger::create(&storage, BESIDE, &fresh.build(), "", Mark::default())?;
            if let Some(workspace) = self.replace(BESIDE).await? {
                return Ok(workspace);
            }
        }
        let workspace = match &mut *self.place.borrow_mut() {
            Place::Memory(_) => fresh.build(),
            Place::Outdated => return Err(NotKept::NotDone(NotDone::Outdated)),
            Place::Slot { storage, ledger, .. } => ledger.reset(storage, fresh)?,
        };
        self.forgive();
        self.mirror_all(&workspace).await;
        Ok(workspace)
    }

    /// Puts the workspace of another slot in the place of this one's.
    ///
    /// # Errors
    /// [`NotKept`]: everything is as it was.
    pub async fn replace(&self, from: &str) -> Result<Option<Workspace>, NotKept> {
        let slot = self.slot();
        let workspace = match &mut *self.place.borrow_mut() {
            Place::Memory(_) => None,
            Place::Outdated => return Err(NotKept::NotDone(NotDone::Outdated)),
            Place::Slot { storage, ledger, .. } => {
                if !slots::is_there(storage, from)? {
                    return Err(NotKept::NotDone(NotDone::Gone));
                }
                ledger.replace(storage, from)?;
                match load(storage, &slot)? {
                    Found::Kept(kept) => Some(kept.workspace),
                    Found::Nothing | Found::Newer(_) => None,
                }
            }
        };
        self.forgive();
        if let Some(workspace) = &workspace {
            self.mirror_all(workspace).await;
        }
        Ok(workspace)
    }

    /// How many entries were set aside.
    pub fn aside(&self) -> usize {
        self.storage().and_then(|storage| aside::count(&storage).ok()).unwrap_or_default()
    }
}

/// Throws a slot away, with its second copy.
///
/// # Errors
/// [`StoreError::Blocked`].
pub async fn discard(storage: &BrowserStorage, slot: &str) -> Result<(), StoreError> {
    crate::store::ledger::clear(storage, slot)?;
    let forgotten = match Mirror::open(slot).await {
        Ok(mirror) => mirror.forget(slot).await,
        // Without IndexedDB there is no second copy.
        Err(_) => Ok(()),
    };
    if let Err(why) = forgotten {
        leptos::logging::warn!("the second copy stays: {why:?}");
    }
    Ok(())
}

/// The workspace in the mirror and its title, if all of it can be read.
async fn recover(mirror: &Mirror, slot: &str) -> Option<(Workspace, String)> {
    let all: BTreeMap<String, String> = mirror.read_all().await.ok()?;
    let title = all.get(&Entry::Origin.key()).and_then(|text| codec::origin(text).ok());
    let prefix = entries::prefix(slot);
    let store =
        MemoryStore::with(all.into_iter().map(|(inner, value)| ([&prefix, inner.as_str()].concat(), value)));
    match load(&store, slot) {
        Ok(Found::Kept(kept)) if kept.broken.is_empty() => {
            Some((kept.workspace, title.unwrap_or_default().title))
        }
        Ok(Found::Kept(_) | Found::Nothing | Found::Newer(_)) | Err(_) => None,
    }
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
