//! The preview: the newest jobs of a slot with many, which can be shown while a [`Loading`] reads the rest piece by piece.

use crate::service::workspace::Workspace;
use crate::store::aside::Broken;
use crate::store::codec::{self, SCHEMA, Shared};
use crate::store::entries::{self, Entry};
use crate::store::newest;
use crate::store::port::{Storage, StoreError};

use super::reader::{Met, Reader};

/// So many jobs are in a preview: more rows than a screen has.
const NEWEST: usize = 100;
/// Fewer jobs than this are read at once: that takes no longer than the eye.
const MANY: u64 = 500;
/// So many entries are a piece.
const PIECE: usize = 64;

/// What can be shown of a slot before all of it is read.
#[derive(Debug)]
pub struct Preview {
    /// The newest jobs, without a log.
    pub workspace: Workspace,
    /// How many jobs there are.
    pub jobs: u64,
    /// What reads the rest.
    pub loading: Loading,
}

/// A slot that is being read piece by piece. It counts only if nothing is written meanwhile: what is read at the end of
/// it is what [`super::load`] would read then.
#[derive(Debug)]
pub struct Loading {
    pub(super) slot: String,
    /// The head at the beginning. Whoever writes anything into the slot writes it anew.
    head: String,
    /// The keys that have not been read; none before they have been looked up.
    keys: Option<Vec<String>>,
    met: Met,
    broken: Vec<Broken>,
}

impl Preview {
    /// Reads the newest jobs of a slot. None where it has few, where something is under way in it or is in another format,
    /// and where something of it cannot be read: all that is for [`super::load`].
    pub fn read(storage: &dyn Storage, slot: &str) -> Option<Preview> {
        let mut reader = Reader::new(storage, slot);
        if reader.under_way(slot).ok()?.is_some() {
            return None;
        }
        let (_, text) = reader.read(&Entry::Head).ok()??;
        let (head, _) = codec::head(&text).ok().filter(|_| codec::schema(&text) == Ok(SCHEMA))?;
        let count = head.jobs?.count();
        if count < MANY {
            return None;
        }
        let (mut jobs, mut shared) = (Vec::with_capacity(NEWEST), Shared::default());
        // Where many of them are gone, it takes too long to find those that are there.
        for no in newest::numbers(storage, slot, head.next_job).take(4 * NEWEST) {
            jobs.extend(reader.get(&Entry::Job(no), |text| codec::job(no, text, &mut shared)).ok()?);
            if jobs.len() == NEWEST {
                break;
            }
        }
        let is_in_order = jobs.is_sorted_by_key(|job| std::cmp::Reverse(job.history.created));
        if jobs.len() < NEWEST || !is_in_order || !reader.broken.is_empty() {
            return None;
        }
        let loading = Loading {
            slot: slot.to_owned(),
            head: text,
            keys: None,
            met: Met::default(),
            broken: Vec::new(),
        };
        Some(Preview { workspace: Workspace::new(head, jobs, []), jobs: count, loading })
    }
}

/// Has the newest jobs of a slot with many found when it is read again; `workspace` is what it has.
///
/// # Errors
/// [`StoreError`]: they may not be found, and all jobs are read before any is shown.
pub fn prepare(storage: &dyn Storage, slot: &str, workspace: &Workspace) -> Result<(), StoreError> {
    if (workspace.records().len() as u64) < MANY || Preview::read(storage, slot).is_some() {
        return Ok(());
    }
    newest::note(storage, slot, workspace)
}

impl Loading {
    /// Reads a piece; whether anything is left to be read.
    ///
    /// # Errors
    /// [`StoreError::Blocked`].
    pub fn step(&mut self, storage: &dyn Storage) -> Result<bool, StoreError> {
        let prefix = entries::prefix(&self.slot);
        let Some(keys) = &mut self.keys else {
            let mut keys = storage.keys()?;
            keys.retain(|key| key.starts_with(&prefix));
            self.keys = Some(keys);
            return Ok(true);
        };
        let mut reader = Reader::new(storage, &self.slot);
        for key in keys.drain(keys.len().saturating_sub(PIECE)..) {
            if let Some(text) = storage.get(&key)? {
                reader.meet(&mut self.met, &key[prefix.len()..], &key, &text);
            }
        }
        self.broken.append(&mut reader.broken);
        Ok(!keys.is_empty())
    }

    /// What has been read, if nothing was written meanwhile and nothing is under way; what of it is broken goes to `reader`.
    pub(super) fn still_holds(mut self, reader: &mut Reader<'_>) -> Result<Option<Met>, StoreError> {
        if reader.read(&Entry::Head)?.is_none_or(|(_, text)| text != self.head) {
            return Ok(None);
        }
        reader.broken.append(&mut self.broken);
        self.met.put_in_order();
        Ok(Some(self.met))
    }
}
