//! Mending: what of the second copy can be read, and what of the rest localStorage has.
//!
//! Invariant: whatever can be read in either place is there, and what can be read in neither is kept as it was found.

use std::collections::BTreeMap;

use crate::store::Storage;
use crate::store::codec;
use crate::store::entries::{self, Entry};
use crate::store::load::{Found, Kept, load};
use crate::store::memory::MemoryStore;

use super::Copied;

/// A workspace that was read from the second copy.
#[derive(Debug)]
pub(in crate::sync) struct Recovered {
    pub(in crate::sync) kept: Box<Kept>,
    pub(in crate::sync) title: String,
    /// The texts that could not be read, under the keys that they would have in localStorage, but for those that
    /// localStorage has of the same commit.
    pub(in crate::sync) broken: Vec<(String, String)>,
    /// Whether something in it comes from localStorage.
    pub(in crate::sync) patched: bool,
}

/// The workspace in the second copy; what of it cannot be read is taken from localStorage, if it can be read there. What
/// is `newer` in the copy may be more than what localStorage has, so it stays among what could not be read.
pub(in crate::sync) fn recover(
    all: BTreeMap<String, String>,
    slot: &str,
    storage: &dyn Storage,
    newer: bool,
) -> (Copied, Option<Recovered>) {
    let title = all.get(&Entry::Origin.key()).and_then(|text| codec::origin(text).ok());
    let prefix = entries::prefix(slot);
    let whole = |(inner, value): (String, String)| ([&prefix, inner.as_str()].concat(), value);
    let store = MemoryStore::with(all.into_iter().map(whole));
    let mut kept = match load(&store, slot) {
        Ok(Found::Kept(kept)) => kept,
        Ok(Found::Newer(_)) => return (Copied::Newer, None),
        Ok(Found::Nothing) | Err(_) => return (Copied::Nothing, None),
    };
    let unreadable = kept.broken.clone();
    if unreadable.len() == store.entries().len() {
        return (Copied::Nothing, None);
    }
    let mut patched = false;
    if !kept.broken.is_empty() {
        let both = MemoryStore::with(store.entries());
        for broken in &kept.broken {
            if let Ok(Some(text)) = storage.get(&broken.key) {
                // A store in memory has room for everything.
                let _ = both.set(&broken.key, &text);
            }
        }
        if let Ok(Found::Kept(better)) = load(&both, slot)
            && better.broken.len() < kept.broken.len()
        {
            kept = better;
            patched = true;
        }
    }
    let raw = |key: &String| store.get(key).ok().flatten().unwrap_or_default();
    let broken = if newer { &unreadable } else { &kept.broken };
    let broken: Vec<(String, String)> =
        broken.iter().map(|broken| (broken.key.clone(), raw(&broken.key))).collect();
    let copied = Copied::Kept { spoilt: !broken.is_empty(), older: kept.is_older() };
    (copied, Some(Recovered { kept, title: title.unwrap_or_default().title, broken, patched }))
}
