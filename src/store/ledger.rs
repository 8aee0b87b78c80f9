//! The ledger: writes changes so that each is kept whole or not at all.
//!
//! A commit first makes sure of its room, then writes the list of its writes under `wal`. That one write is
//! the moment from which the change counts: whoever reads the slot later puts the listed writes over the
//! entries. Between the two a second copy elsewhere can be written, which then has the first word.
//! While nothing is under way `wal` holds spaces, a reserve that lets deletions through when
//! everything else is full.

mod over;

use crate::service::sorted::sort_by;
use crate::service::workspace::{Change, Head, Workspace};

use super::aside;
use super::codec::{self, Mark, Wal};
use super::entries::{self, Entry, Write};
use super::fresh::Fresh;
use super::newest;
use super::port::{Storage, StoreError, units};
use super::slots;
use super::writes;

/// UTF-16 units that `wal` holds when nothing is under way.
pub const RESERVE: usize = 8_192;

/// The writing side of one slot.
#[derive(Clone, Debug)]
pub struct Ledger {
    prefix: String,
    mark: Mark,
    /// Writes that count but did not fit yet.
    pending: Vec<Write>,
    /// Whether entries of this slot may have been set aside: who begins to lead sets them aside, and nobody else.
    has_aside: bool,
    /// Whether something larger was begun that did not fit: until it is finished, at the next start,
    /// nothing else is written.
    unfinished: bool,
}

/// A change whose room is sure and that waits for [`Ledger::promise`] and [`Ledger::settle`].
#[derive(Clone, Debug, PartialEq)]
pub struct Batch {
    /// The commit's number and epoch.
    pub mark: Mark,
    /// What it writes, inside the slot.
    pub writes: Vec<Write>,
    /// The text that stands under `wal` from when on the change counts.
    log: String,
}

impl Ledger {
    /// The ledger of a slot whose last commit is `mark`, with writes that count but are not done.
    pub fn new(slot: &str, mark: Mark, pending: Vec<Write>) -> Ledger {
        Ledger { prefix: entries::prefix(slot), mark, pending, has_aside: true, unfinished: false }
    }

    /// The last commit.
    pub fn mark(&self) -> Mark {
        self.mark
    }

    /// Whether something larger was begun that waits for room.
    pub fn is_unfinished(&self) -> bool {
        self.unfinished
    }

    /// Whether something was begun that is to be finished first.
    pub(super) fn set_unfinished(&mut self, unfinished: bool) {
        self.unfinished = unfinished;
    }

    /// Counts as a commit that somebody else has made.
    pub fn follow(&mut self, mark: Mark) {
        self.mark = mark;
        self.has_aside = true;
    }

    /// Whether writes wait for room.
    pub fn is_behind(&self) -> bool {
        !self.pending.is_empty()
    }

    /// The whole key of an entry of this slot.
    pub fn key(&self, inner: &str) -> String {
        [&self.prefix, inner].concat()
    }

    /// Makes sure of the room for a change, which does not count yet.
    ///
    /// # Errors
    /// [`StoreError`]: everything is as it was.
    pub fn prepare(&mut self, storage: &dyn Storage, change: &Change) -> Result<Batch, StoreError> {
        if self.unfinished {
            return Err(StoreError::Full);
        }
        let mark = self.mark.next()?;
        let mut writes = self.pending.clone();
        for write in writes::of_change(change, mark) {
            writes.retain(|(key, _)| *key != write.0);
            writes.push(write);
        }
        let log = codec::wal_text(&Wal::Writes(mark.seq, mark.epoch, writes.clone()));
        let growth = self.growth(storage, &writes)?;
        let length = units(&log);
        let frees = !writes.iter().any(|(key, value)| value.is_some() && key.starts_with("job/"));
        // What only takes away may use the reserve; all else must fit beside it.
        let wanted = if frees { length } else { length.max(RESERVE) } + growth;
        // What counts already stays under `wal` meanwhile; only spaces come after it.
        let before = match self.pending.is_empty() {
            true => String::new(),
            false => self.pending_text(),
        };
        let room = wanted.saturating_sub(units(&before));
        storage.set(&self.key("wal"), &[before.as_str(), &" ".repeat(room)].concat())?;
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
        storage.set(&self.key("wal"), &self.pending_text())
    }

    fn pending_text(&self) -> String {
        let Mark { seq, epoch } = self.mark;
        codec::wal_text(&Wal::Writes(seq, epoch, self.pending.clone()))
    }

    /// Lets a prepared change count from now on. Not needed where a second copy has it already.
    ///
    /// # Errors
    /// [`StoreError`]: it does not count.
    pub fn promise(&self, storage: &dyn Storage, batch: &Batch) -> Result<(), StoreError> {
        storage.set(&self.key("wal"), &batch.log)
    }

    /// Carries out a change that counts: after an error it is done later, by [`Ledger::catch_up`] or with the
    /// next change.
    ///
    /// # Errors
    /// [`StoreError`], should somebody else have taken the room.
    pub fn settle(&mut self, storage: &dyn Storage, batch: Batch) -> Result<(), StoreError> {
        self.mark = batch.mark;
        self.pending = batch.writes;
        // This also gives back the room that the entries are about to take.
        storage.set(&self.key("wal"), &batch.log)?;
        self.catch_up(storage)
    }

    /// Does the writes that count but are not done.
    ///
    /// # Errors
    /// [`StoreError`], when there is still no room.
    pub fn catch_up(&mut self, storage: &dyn Storage) -> Result<(), StoreError> {
        let gone = || self.pending.iter().filter(|(_, value)| value.is_none()).map(|(inner, _)| inner);
        for inner in gone() {
            storage.remove(&self.key(inner))?;
        }
        if self.has_aside && gone().any(|inner| inner.starts_with("job/") || inner.starts_with("rec")) {
            // A job that is deleted is nowhere, not even where its broken entry was put. To look there takes the longer
            // the more jobs there are, so it is done only while there may be something.
            let inside = |key: &str| {
                key.strip_prefix(&self.prefix).is_some_and(|inner| gone().any(|gone| gone == inner))
            };
            let stay = aside::purge(storage, inside)?;
            self.has_aside = stay.iter().any(|key| key.starts_with(&self.prefix));
        }
        for (inner, value) in &self.pending {
            if let Some(value) = value {
                storage.set(&self.key(inner), value)?;
            }
        }
        self.pending.clear();
        self.rest(storage)
    }

    /// Fills `wal` with spaces again, as many as there is room for: nothing is under way.
    pub(super) fn rest(&self, storage: &dyn Storage) -> Result<(), StoreError> {
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

    /// Brings the reserve back to its size, as far as there is room.
    ///
    /// # Errors
    /// [`StoreError::Blocked`].
    pub(super) fn top_up(&self, storage: &dyn Storage) -> Result<(), StoreError> {
        let held = storage.get(&self.key(&Entry::Wal.key()))?.map_or(0, |text| text.len());
        if held < RESERVE { self.rest(storage) } else { Ok(()) }
    }

    /// Writes the head anew with nothing in it changed but the time. It is part of no commit: what is
    /// written is either the head before or the head after.
    ///
    /// # Errors
    /// [`StoreError`]: the time is as it was.
    pub fn touch(&self, storage: &dyn Storage, head: &Head) -> Result<(), StoreError> {
        // A head under way goes before the one in its place, and what is not put in order is not covered up.
        if self.is_behind() || self.unfinished {
            return Ok(());
        }
        storage.set(&self.key(&Entry::Head.key()), &codec::head_text(head, self.mark))
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
        title: &str,
        mark: Mark,
    ) -> Result<Ledger, StoreError> {
        clear(storage, slot)?;
        let ledger = Ledger::new(slot, mark, Vec::new());
        let creating = codec::wal_text(&Wal::Creating);
        let written = storage
            .set(&ledger.key(&Entry::Wal.key()), &creating)
            .and_then(|()| ledger.write_all(storage, workspace, title));
        match written {
            Ok(()) => Ok(ledger),
            Err(why) => clear(storage, slot).and(Err(why)),
        }
    }

    fn write_all(&self, storage: &dyn Storage, workspace: &Workspace, title: &str) -> Result<(), StoreError> {
        for (inner, value) in writes::of_workspace(workspace, title, self.mark) {
            storage.set(&self.key(&inner), &value)?;
        }
        self.rest(storage)
    }

    /// Begins the workspace of this slot anew. From the first write on the old one is gone; the new
    /// one is written as far as there is room, and otherwise at the next start.
    ///
    /// # Errors
    /// [`StoreError`]: everything is as it was.
    pub fn reset(&mut self, storage: &dyn Storage, to: &Fresh) -> Result<Workspace, StoreError> {
        let mark = self.mark.next()?;
        let wal = Wal::Reset(to.scenario.as_str().to_owned(), to.seed, to.jobs, mark.seq, mark.epoch);
        storage.set(&self.key(&Entry::Wal.key()), &codec::wal_text(&wal))?;
        self.mark = mark;
        self.pending.clear();
        let workspace = to.build();
        // It counts: what does not fit is written at the next start.
        self.unfinished = self.finish_reset(storage, &workspace).is_err();
        Ok(workspace)
    }

    /// Writes what [`Ledger::reset`] has promised.
    ///
    /// # Errors
    /// [`StoreError`]: it is still promised.
    pub fn finish_reset(&self, storage: &dyn Storage, workspace: &Workspace) -> Result<(), StoreError> {
        self.clear_but_wal(storage)?;
        self.write_all(storage, workspace, "")
    }

    /// Puts the workspace of another slot in the place of this one's. From the first write on the old
    /// one is gone; what cannot be done then is done at the next start.
    ///
    /// # Errors
    /// [`StoreError`]: everything is as it was.
    pub fn replace(&mut self, storage: &dyn Storage, from: &str) -> Result<(), StoreError> {
        let Mark { seq, epoch } = self.mark.next()?;
        let wal = Wal::Replace(from.to_owned(), false, seq, epoch);
        storage.set(&self.key(&Entry::Wal.key()), &codec::wal_text(&wal))?;
        self.mark = Mark { seq, epoch };
        self.pending.clear();
        self.unfinished = self.finish_replace(storage, from, false).is_err();
        Ok(())
    }

    /// Carries on with what [`Ledger::replace`] began.
    ///
    /// # Errors
    /// [`StoreError`]: the rest is done at the next start.
    pub fn finish_replace(&self, storage: &dyn Storage, from: &str, cleared: bool) -> Result<(), StoreError> {
        let Mark { seq, epoch } = self.mark;
        if !cleared {
            self.clear_but_wal(storage)?;
            let wal = Wal::Replace(from.to_owned(), true, seq, epoch);
            storage.set(&self.key(&Entry::Wal.key()), &codec::wal_text(&wal))?;
        }
        let other = entries::prefix(from);
        let wal = [&other, Entry::Wal.key().as_str()].concat();
        storage.remove(&wal)?;
        // Moving takes no room. The head goes last: without it there is nothing to move any more.
        let mut keys: Vec<String> =
            storage.keys()?.into_iter().filter(|key| key.starts_with(&other)).collect();
        sort_by(&mut keys, |one, other| one.ends_with("/head").cmp(&other.ends_with("/head")));
        for key in keys {
            let inner = key.get(other.len()..).unwrap_or_default();
            storage.rename(&key, &self.key(inner))?;
        }
        let head_key = self.key(&Entry::Head.key());
        if let Some((head, _)) = storage.get(&head_key)?.and_then(|text| codec::head(&text).ok()) {
            storage.set(&head_key, &codec::head_text(&head, self.mark))?;
        }
        self.rest(storage)
    }

    fn clear_but_wal(&self, storage: &dyn Storage) -> Result<(), StoreError> {
        let wal = self.key(&Entry::Wal.key());
        for key in storage.keys()? {
            if key.starts_with(&self.prefix) && key != wal {
                storage.remove(&key)?;
            }
        }
        Ok(())
    }
}

/// Takes every entry of a slot away, `wal` last.
///
/// # Errors
/// [`StoreError::Blocked`].
pub fn clear(storage: &dyn Storage, slot: &str) -> Result<(), StoreError> {
    let ledger = Ledger::new(slot, Mark::default(), Vec::new());
    ledger.clear_but_wal(storage)?;
    storage.remove(&ledger.key(&Entry::Wal.key()))
}

/// Throws a slot away, what was on its way to it and what was set aside of it.
///
/// # Errors
/// [`StoreError::Blocked`].
pub fn discard(storage: &dyn Storage, slot: &str) -> Result<(), StoreError> {
    clear(storage, slot)?;
    clear(storage, &slots::beside(slot))?;
    newest::forget(storage, slot)?;
    aside::purge(storage, |key| entries::split(key).is_some_and(|(name, _)| name == slot)).map(|_| ())
}

/// Whether the workspace in `slot` has been promised the one in `from`, which must stay until it is moved.
///
/// # Errors
/// [`StoreError::Blocked`].
pub fn is_promised(storage: &dyn Storage, slot: &str, from: &str) -> Result<bool, StoreError> {
    let wal = storage.get(&[entries::prefix(slot), Entry::Wal.key()].concat())?;
    let wal = wal.and_then(|text| codec::wal(&text).ok().flatten());
    Ok(matches!(wal, Some(Wal::Replace(name, ..)) if name == from))
}
