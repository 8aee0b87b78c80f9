//! The write-ahead log: what this tab keeps in localStorage, by way of the store's ledger, and what it owes.
//!
//! Invariant: nothing is written while somebody has written under a later epoch, whoever may think that they lead.

use crate::service::workspace::{Change, Head};
use crate::store::codec::{self, Mark};
use crate::store::entries::{self, Entry, Write};
use crate::store::ledger::{Batch, Ledger};
use crate::store::usage::{StorageRoom, Usage};
use crate::store::{Storage, StoreError};

use super::io::NotKept;

/// The writing side of one slot, with what waits to be written.
#[derive(Debug)]
pub struct Log {
    slot: String,
    ledger: Ledger,
    /// What has happened by time alone and is not written yet.
    debt: Option<Change>,
    /// What is known of the room that is left.
    room: StorageRoom,
    /// Whether the last change found no room.
    is_full: bool,
}

impl Log {
    /// The log of a slot whose last commit is `mark`.
    pub fn new(slot: &str, mark: Mark) -> Log {
        let ledger = Ledger::new(slot, mark, Vec::new());
        Log { slot: slot.to_owned(), ledger, debt: None, room: StorageRoom::default(), is_full: false }
    }

    /// Goes on with a ledger.
    pub fn set(&mut self, ledger: Ledger) {
        self.ledger = ledger;
    }

    /// Goes on behind a commit that somebody else has made; what was owed is theirs to write.
    pub fn follow(&mut self, mark: Mark) {
        self.debt = None;
        self.ledger = Ledger::new(&self.slot, mark, Vec::new());
    }

    /// The ledger, for what takes the place of the whole workspace.
    pub fn ledger(&mut self) -> &mut Ledger {
        &mut self.ledger
    }

    /// The last commit.
    pub fn mark(&self) -> Mark {
        self.ledger.mark()
    }

    /// Whether the last change found no room.
    pub fn is_full(&self) -> bool {
        self.is_full
    }

    /// Whether there is plenty of room, as far as is known without measuring.
    pub fn has_room(&self) -> bool {
        !self.is_full && self.room.is_plenty()
    }

    /// Takes notice of how much room there is.
    pub fn measured(&mut self, usage: Option<&Usage>) {
        self.room = usage.map(StorageRoom::measured).unwrap_or_default();
    }

    /// Notes what time has brought, to be kept with the next commit.
    pub fn owe(&mut self, change: &Change) {
        owe(&mut self.debt, change);
    }

    /// How many deletions wait to be kept.
    pub fn owed(&self) -> usize {
        self.debt.as_ref().map_or(0, |debt| debt.jobs.len())
    }

    /// Whether anything waits to be kept, and be it the time alone.
    pub fn is_in_debt(&self) -> bool {
        self.debt.is_some()
    }

    /// Forgets what waits to be kept.
    pub fn forgive(&mut self) {
        self.debt = None;
    }

    /// A change with what time has brought before it.
    pub fn whole(&self, change: &Change) -> Change {
        let mut whole = self.debt.clone();
        owe(&mut whole, change);
        whole.unwrap_or_else(|| change.clone())
    }

    /// Whether somebody has written under a later epoch, or has begun to and could not: who takes over clears the slot,
    /// and where the room then does not do nothing is left, to which a change alone must not be added.
    ///
    /// # Errors
    /// [`StoreError::Blocked`].
    pub fn is_fenced(&self, storage: &dyn Storage) -> Result<bool, StoreError> {
        Ok(match storage.get(&self.ledger.key(&Entry::Head.key()))? {
            None => !self.ledger.is_unfinished(),
            Some(text) => codec::head(&text).is_ok_and(|(_, head)| head.epoch > self.mark().epoch),
        })
    }

    /// Makes sure of the room for a whole change, which does not count yet.
    ///
    /// # Errors
    /// [`NotKept`]: everything is as it was.
    pub fn prepare(&mut self, storage: &dyn Storage, whole: &Change) -> Result<Batch, NotKept> {
        if self.is_fenced(storage)? {
            return Err(NotKept::NotLeading);
        }
        let batch = self.ledger.prepare(storage, whole);
        self.is_full = batch == Err(StoreError::Full);
        Ok(batch?)
    }

    /// Lets a change count, which the second copy has already if it `counts`, and carries it out. What was written, and
    /// whether it is not in its place yet.
    ///
    /// # Errors
    /// [`NotKept`]: it does not count here.
    pub fn settle(
        &mut self,
        storage: &dyn Storage,
        batch: Batch,
        counts: bool,
    ) -> Result<(Vec<Write>, Option<StoreError>), NotKept> {
        if self.is_fenced(storage)? {
            return Err(NotKept::NotLeading);
        }
        if !counts {
            self.ledger.promise(storage, &batch)?;
        }
        let writes = batch.writes.clone();
        self.room = self.room.after(&self.slot, &writes);
        let mut late = self.ledger.settle(storage, batch).err();
        if late.is_some() {
            // Somebody else has taken the room. What is deleted goes all the same, since the change counts elsewhere, and
            // that makes room.
            for (inner, _) in writes.iter().filter(|(_, text)| text.is_none()) {
                storage.remove(&self.ledger.key(inner))?;
            }
            late = self.catch_up(storage).err();
        }
        self.debt = None;
        Ok((writes, late))
    }

    /// Whether what counts is not all in its place.
    pub fn is_behind(&self) -> bool {
        self.ledger.is_behind()
    }

    /// Tries again to bring everything that counts into its place.
    ///
    /// # Errors
    /// [`StoreError`]: there is still no room.
    pub fn catch_up(&mut self, storage: &dyn Storage) -> Result<(), StoreError> {
        if self.is_fenced(storage)? {
            return Ok(());
        }
        // What counts stands in the log before anything of it is done.
        self.ledger.abandon(storage)?;
        self.ledger.catch_up(storage)
    }

    /// Keeps the time, as long as nothing else has happened since the last commit.
    pub fn touch(&self, storage: &dyn Storage, head: &Head) {
        if self.owed() == 0 && self.is_fenced(storage) == Ok(false) {
            // The time is kept again in a few seconds.
            let _ = self.ledger.touch(storage, head);
        }
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

/// The commit that the head in localStorage belongs to, if it can be read.
///
/// # Errors
/// [`StoreError::Blocked`].
pub fn head_mark(storage: &dyn Storage, slot: &str) -> Result<Option<Mark>, StoreError> {
    let head = storage.get(&[entries::prefix(slot), Entry::Head.key()].concat())?;
    Ok(head.and_then(|text| codec::head(&text).ok()).map(|(_, mark)| mark))
}

/// Whether localStorage is at this commit and nothing is under way there.
///
/// # Errors
/// [`StoreError::Blocked`].
pub fn is_current(storage: &dyn Storage, slot: &str, mark: Mark) -> Result<bool, StoreError> {
    let wal = storage.get(&[entries::prefix(slot), Entry::Wal.key()].concat())?;
    let idle = wal.unwrap_or_default().trim_end().is_empty();
    Ok(idle && head_mark(storage, slot)? == Some(mark))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::scenario::Scenario;
    use crate::store::fresh::Fresh;
    use crate::store::memory::{MemoryStore, WriteFault};

    /// A slot that was begun, and the log of the tab that leads.
    fn begun() -> (MemoryStore, Log, Change) {
        let store = MemoryStore::default();
        let workspace = Fresh { scenario: Scenario::Empty, seed: 1, jobs: None }.build();
        let mark = Mark { seq: 1, epoch: 1 };
        let mut log = Log::new("main", mark);
        log.set(Ledger::create(&store, "main", &workspace, "", mark).unwrap());
        (store, log, Change::of(workspace.head().clone()))
    }

    #[test]
    fn a_change_that_finds_no_room_says_so_until_one_does() {
        let (store, mut log, change) = begun();
        assert!(!log.is_full() && !log.has_room());
        log.measured(Some(&Usage::default()));
        assert!(log.has_room());
        store.fault.set(WriteFault::FullFrom(1));
        assert!(log.prepare(&store, &change).is_err());
        assert!(log.is_full() && !log.has_room());
        store.fault.set(WriteFault::None);
        let batch = log.prepare(&store, &change).unwrap();
        assert!(log.settle(&store, batch, false).is_ok());
        assert!(!log.is_full() && log.has_room());
        log.measured(Some(&Usage { foreign: Usage::WARNING, ..Usage::default() }));
        assert!(!log.has_room());
        log.measured(None);
        assert!(!log.has_room());
    }

    #[test]
    fn who_has_been_overtaken_writes_nothing_and_neither_does_who_finds_no_head() {
        let (store, mut log, change) = begun();
        assert_eq!(log.is_fenced(&store), Ok(false));
        let key = [entries::prefix("main"), Entry::Head.key()].concat();
        let text = codec::head_text(&change.head, Mark { seq: 1, epoch: 2 });
        store.set(&key, &text).unwrap();
        assert_eq!(log.is_fenced(&store), Ok(true));
        assert_eq!(log.prepare(&store, &change), Err(NotKept::NotLeading));
        log.touch(&store, &change.head);
        assert_eq!(store.get(&key), Ok(Some(text)));
        store.remove(&key).unwrap();
        assert_eq!(log.is_fenced(&store), Ok(true));
    }

    #[test]
    fn what_time_has_deleted_is_owed_until_it_is_kept_or_forgiven_and_holds_the_time_up() {
        let (store, mut log, change) = begun();
        let key = [entries::prefix("main"), Entry::Head.key()].concat();
        let head = |store: &MemoryStore| store.get(&key).unwrap();
        let deletes = Change { jobs: vec![(7, None)], ..change.clone() };
        assert!(!log.is_in_debt());
        log.owe(&change);
        assert_eq!((log.is_in_debt(), log.owed()), (true, 0));
        log.owe(&deletes);
        log.owe(&deletes);
        assert_eq!((log.is_in_debt(), log.owed()), (true, 2));
        assert_eq!(log.whole(&change).jobs.len(), 2);
        let later =
            Head { now: change.head.now + crate::domain::time::Span::hours(1), ..change.head.clone() };
        let before = head(&store);
        log.touch(&store, &later);
        assert_eq!(head(&store), before);
        log.forgive();
        assert_eq!((log.is_in_debt(), log.owed()), (false, 0));
        log.touch(&store, &later);
        assert_ne!(head(&store), before);
    }

    #[test]
    fn a_slot_is_at_a_commit_when_its_head_is_and_nothing_is_under_way() {
        let (store, mut log, change) = begun();
        let (mark, next) = (Mark { seq: 1, epoch: 1 }, Mark { seq: 2, epoch: 1 });
        assert_eq!(head_mark(&store, "main"), Ok(Some(mark)));
        assert_eq!(head_mark(&store, "other"), Ok(None));
        assert_eq!(is_current(&store, "main", mark), Ok(true));
        assert_eq!(is_current(&store, "main", next), Ok(false));
        let batch = log.prepare(&store, &change).unwrap();
        log.ledger.promise(&store, &batch).unwrap();
        assert_eq!(is_current(&store, "main", mark), Ok(false));
        assert!(log.settle(&store, batch, true).is_ok());
        assert_eq!(is_current(&store, "main", next), Ok(true));
    }

    #[test]
    fn what_was_owed_is_for_somebody_else_to_write_once_they_lead() {
        let (_, mut log, change) = begun();
        log.owe(&change);
        let mark = Mark { seq: 9, epoch: 4 };
        log.follow(mark);
        assert_eq!((log.is_in_debt(), log.mark()), (false, mark));
    }

    #[test]
    fn what_counts_and_finds_no_room_is_behind_until_it_does() {
        let (store, mut log, change) = begun();
        let batch = log.prepare(&store, &change).unwrap();
        assert!(!log.is_behind());
        store.fault.set(WriteFault::FullFrom(1));
        let (_, late) = log.settle(&store, batch, true).unwrap();
        assert!(late.is_some() && log.is_behind());
        assert!(log.catch_up(&store).is_err());
        store.fault.set(WriteFault::None);
        assert_eq!(log.catch_up(&store), Ok(()));
        assert!(!log.is_behind());
        assert_eq!(is_current(&store, "main", Mark { seq: 2, epoch: 1 }), Ok(true));
    }
}
