//! The note about a second copy: what is kept beside the ledger of a copy that lags or outlives its workspace.
//!
//! Invariant: it is written before the copy may hold what is nowhere else any more, and stays until the copy does not.

use crate::store::entries::PREFIX;
use crate::store::{Storage, StoreError, slots};

/// The key of the note about a slot's copy.
fn key(slot: &str) -> String {
    format!("{PREFIX}copy/{slot}")
}

/// What a note says of the copy of a slot that was thrown away.
const GONE: &str = "gone";

/// How many deleted jobs the copy of a slot may still hold, as was noted.
///
/// # Errors
/// [`StoreError::Blocked`].
pub fn read(storage: &dyn Storage, slot: &str) -> Result<Option<u64>, StoreError> {
    // A note that cannot be read is one all the same.
    Ok(storage.get(&key(slot))?.map(|text| text.parse().unwrap_or(1)))
}

/// Notes that the copy of a slot may still hold so many deleted jobs.
///
/// # Errors
/// [`StoreError`]: the note is as it was.
pub fn write(storage: &dyn Storage, slot: &str, deleted: u64) -> Result<(), StoreError> {
    storage.set(&key(slot), &deleted.to_string())
}

/// Notes that the copy of a slot that was thrown away may still be there.
///
/// # Errors
/// [`StoreError`]: nothing is noted.
pub fn write_gone(storage: &dyn Storage, slot: &str) -> Result<(), StoreError> {
    storage.set(&key(slot), GONE)
}

/// Whether the copy of a slot is of a workspace that was thrown away: it brings nothing back.
///
/// # Errors
/// [`StoreError::Blocked`].
pub fn is_gone(storage: &dyn Storage, slot: &str) -> Result<bool, StoreError> {
    Ok(storage.get(&key(slot))?.as_deref() == Some(GONE))
}

/// Takes a note away: the copy holds nothing of a deleted job any more.
///
/// # Errors
/// [`StoreError::Blocked`].
pub fn settle(storage: &dyn Storage, slot: &str) -> Result<(), StoreError> {
    let key = key(slot);
    if storage.get(&key)?.is_some() { storage.remove(&key) } else { Ok(()) }
}

/// A slot that was thrown away while its copy could not be; one that is used again is its own leader's business.
///
/// # Errors
/// [`StoreError::Blocked`].
pub fn next_gone(storage: &dyn Storage) -> Result<Option<String>, StoreError> {
    let prefix = key("");
    for key in storage.keys()? {
        if let Some(slot) = key.strip_prefix(&prefix)
            && storage.get(&key)?.as_deref() == Some(GONE)
            && !slots::is_begun(storage, slot)?
        {
            return Ok(Some(slot.to_owned()));
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::memory::MemoryStore;

    #[test]
    fn what_a_copy_may_still_hold_is_noted_until_it_is_gone() {
        let store = MemoryStore::default();
        assert_eq!(read(&store, "main"), Ok(None));
        write(&store, "main", 3).unwrap();
        write_gone(&store, "file-1").unwrap();
        assert_eq!(read(&store, "main"), Ok(Some(3)));
        assert_eq!(next_gone(&store), Ok(Some("file-1".to_owned())));
        settle(&store, "file-1").unwrap();
        settle(&store, "main").unwrap();
        assert_eq!((read(&store, "main"), next_gone(&store)), (Ok(None), Ok(None)));
        assert!(store.entries().is_empty());
    }

    #[test]
    fn the_copy_of_a_slot_is_of_what_was_thrown_away_where_the_note_says_so() {
        let store = MemoryStore::default();
        assert_eq!(is_gone(&store, "main"), Ok(false));
        write(&store, "main", 3).unwrap();
        assert_eq!(is_gone(&store, "main"), Ok(false));
        write_gone(&store, "main").unwrap();
        assert_eq!((is_gone(&store, "main"), read(&store, "main")), (Ok(true), Ok(Some(1))));
    }
}
