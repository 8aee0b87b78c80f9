//! The ledger: writes changes so that each is kept whole or not at all.
//!
//! A commit writes the list of its writes under `wal` first. That one write is the moment from
//! which the change counts: whoever reads the slot later puts the listed writes over the entries.
//! While nothing is under way `wal` holds spaces, a reserve that lets deletions through when
//! everything else is full.

use crate::service::workspace::{Change, Workspace};

use super::codec::{self, Mark, Wal};
use super::entries::{self, Entry, Write};
use super::memory::units;
use super::port::{Storage, StoreError};

/// UTF-16 units that `wal` holds when nothing is under way.
pub const RESERVE: usize = 8_192;

/// The writing side of one slot.
#[derive(Clone, Debug)]
pub struct Ledger {
    prefix: String,
    mark: Mark,
    /// Writes that count but did not fit yet.
    pending: Vec<Write>,
}

/// A change whose room is sure and that waits for [`Ledger::settle`].
#[derive(Clone, Debug, PartialEq)]
pub struct Batch {
    /// The commit's number and epoch.
    pub mark: Mark,
    /// What it writes, inside the slot.
    pub writes: Vec<Write>,
    /// The text under `wal` without the spaces that kept the room.
    log: String,
}

impl Ledger {
    /// The ledger of a slot whose last commit is `mark`, with writes that count but are not done.
    pub fn new(slot: &str, mark: Mark, pending: Vec<Write>) -> Ledger {
        Ledger { prefix: entries::prefix(slot), mark, pending }
    }

    /// The last commit.
    pub fn mark(&self) -> Mark {
        self.mark
    }

    /// Counts as a commit that somebody else has made.
    pub fn follow(&mut self, mark: Mark) {
        self.mark = mark;
    }

    /// Whether writes wait for room.
    pub fn is_behind(&self) -> bool {
        !self.pending.is_empty()
    }

    /// The whole key of an entry of this slot.
    pub fn key(&self, inner: &str) -> String {
        [&self.prefix, inner].concat()
    }

    /// Makes sure of the room for a change and writes it under `wal`, from when on it counts.
    ///
    /// # Errors
    /// [`StoreError`]: everything is as it was.
    pub fn prepare(&mut self, storage: &dyn Storage, change: &Change) -> Result<Batch, StoreError> {
        let mark = Mark { seq: self.mark.seq + 1, epoch: self.mark.epoch };
        let mut writes = self.pending.clone();
        for write in entries::of_change(change, mark) {
            writes.retain(|(key, _)| *key != write.0);
            writes.push(write);
        }
        let log = codec::wal_text(&Wal::Writes(mark.seq, mark.epoch, writes.clone()));
        let growth = self.growth(storage, &writes)?;
        let length = units(&log);
        let frees = !writes.iter().any(|(key, value)| value.is_some() && key.starts_with("job/"));
        // What only takes away may use the reserve; all else must fit beside it.
        let wanted = if frees { length } else { length.max(RESERVE) } + growth;
        let padded = [log.as_str(), &" ".repeat(wanted - length)].concat();
        storage.set(&self.key("wal"), &padded)?;
        Ok(Batch { mark, writes, log })
    }

    /// By how many units the entries grow; shrinking counts as nothing.
    fn growth(&self, storage: &dyn Storage, writes: &[Write]) -> Result<usize, StoreError> {
        let (mut more, mut less) = (0, 0);
        for (inner, value) in writes {
            let key = self.key(inner);
            less += storage.get(&key)?.map_or(0, |old| units(&key) + units(&old));
            more += value.as_ref().map_or(0, |new| units(&key) + units(new));
        }
        Ok(more.saturating_sub(less))
    }

    /// Takes a prepared change back.
    ///
    /// # Errors
    /// [`StoreError::Blocked`].
    pub fn abandon(&mut self, storage: &dyn Storage) -> Result<(), StoreError> {
        if self.pending.is_empty() {
            return self.rest(storage);
        }
        let Mark { seq, epoch } = self.mark;
        storage.set(&self.key("wal"), &codec::wal_text(&Wal::Writes(seq, epoch, self.pending.clone())))
    }

    /// Carries out what [`Ledger::prepare`] has written. It counts already: after an error it is
    /// done later, by [`Ledger::catch_up`] or with the next change.
    ///
    /// # Errors
    /// [`StoreError`], should somebody else have taken the room.
    pub fn settle(&mut self, storage: &dyn Storage, batch: Batch) -> Result<(), StoreError> {
        self.mark = batch.mark;
        self.pending = batch.writes;
        // Gives back the room that the entries are about to take.
        storage.set(&self.key("wal"), &batch.log)?;
        self.catch_up(storage)
    }

    /// Does the writes that count but are not done.
    ///
    /// # Errors
    /// [`StoreError`], when there is still no room.
    pub fn catch_up(&mut self, storage: &dyn Storage) -> Result<(), StoreError> {
        for (inner, value) in self.pending.iter().filter(|(_, value)| value.is_none()) {
            debug_assert!(value.is_none());
            storage.remove(&self.key(inner))?;
        }
        for (inner, value) in &self.pending {
            if let Some(value) = value {
                storage.set(&self.key(inner), value)?;
            }
        }
        self.pending.clear();
        self.rest(storage)
    }

    /// Fills `wal` with spaces again, as many as there is room for.
    fn rest(&self, storage: &dyn Storage) -> Result<(), StoreError> {
        let key = self.key("wal");
        let mut size = RESERVE;
        loop {
            match storage.set(&key, &" ".repeat(size)) {
                Err(StoreError::Full) if size > 0 => size /= 2,
                Err(StoreError::Full) => return storage.remove(&key),
                other => return other,
            }
        }
    }

    /// Writes a workspace into a slot that holds nothing yet; a reader takes it for nothing until
    /// all of it is there.
    ///
    /// # Errors
    /// [`StoreError`]: the slot holds nothing.
    pub fn create(
        storage: &dyn Storage,
        slot: &str,
        workspace: &Workspace,
        mark: Mark,
    ) -> Result<Ledger, StoreError> {
        let ledger = Ledger::new(slot, mark, Vec::new());
        let written = ledger.write_all(storage, workspace);
        if written.is_err() {
            clear(storage, slot)?;
        }
        written.map(|()| ledger)
    }

    fn write_all(&self, storage: &dyn Storage, workspace: &Workspace) -> Result<(), StoreError> {
        storage.set(&self.key("wal"), &codec::wal_text(&Wal::Creating))?;
        for (inner, value) in entries::of_workspace(workspace, self.mark) {
            storage.set(&self.key(&inner), &value)?;
        }
        self.rest(storage)
    }
}

/// Takes every entry of a slot away, `wal` last.
///
/// # Errors
/// [`StoreError::Blocked`].
pub fn clear(storage: &dyn Storage, slot: &str) -> Result<(), StoreError> {
    let prefix = entries::prefix(slot);
    let wal = [&prefix, Entry::Wal.key().as_str()].concat();
    for key in storage.keys()? {
        if key.starts_with(&prefix) && key != wal {
            storage.remove(&key)?;
        }
    }
    storage.remove(&wal)
}
