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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::scenario::Scenario;
    use crate::store::codec::Mark;
    use crate::store::fresh::Fresh;
    use crate::store::writes;

    const JOBS: usize = 5;

    /// Every entry of a workspace with a few jobs, and the keys of two of these.
    fn all() -> (BTreeMap<String, String>, [String; 2]) {
        let workspace = Fresh { scenario: Scenario::Load, seed: 1, jobs: Some(JOBS) }.build();
        let all: BTreeMap<_, _> = writes::of_workspace(&workspace, "", Mark { seq: 3, epoch: 1 }).collect();
        let mut jobs = all.keys().filter(|key| key.starts_with("job/")).cloned();
        let two = [jobs.next().unwrap(), jobs.next().unwrap()];
        (all, two)
    }

    /// localStorage with these entries in the slot.
    fn local(all: &BTreeMap<String, String>) -> MemoryStore {
        MemoryStore::with(all.iter().map(|(key, text)| (entries::prefix("main") + key, text.clone())))
    }

    fn spoil(all: &mut BTreeMap<String, String>, key: &str) {
        all.insert(key.to_owned(), "[spoilt".to_owned());
    }

    /// What is read of a copy beside a localStorage: whether it is spoilt, how many jobs there are, what could not be read,
    /// and whether anything comes from localStorage.
    fn recovered(
        copy: &BTreeMap<String, String>,
        here: &BTreeMap<String, String>,
        newer: bool,
    ) -> (bool, usize, Vec<(String, String)>, bool) {
        let (copied, recovered) = recover(copy.clone(), "main", &local(here), newer);
        let Copied::Kept { spoilt, older: false } = copied else { panic!("{copied:?}") };
        let Recovered { kept, broken, patched, .. } = recovered.unwrap();
        (spoilt, kept.workspace.records().len(), broken, patched)
    }

    #[test]
    fn a_sound_copy_takes_nothing_from_local_storage() {
        let (all, _) = all();
        assert_eq!(recovered(&all, &all, false), (false, JOBS, Vec::new(), false));
        assert_eq!(recovered(&all, &BTreeMap::new(), true), (false, JOBS, Vec::new(), false));
    }

    #[test]
    fn what_one_place_has_is_there_and_what_neither_has_stays_as_it_was_found() {
        let (all, [one, two]) = all();
        let (mut copy, mut here) = (all.clone(), all.clone());
        spoil(&mut copy, &one);
        assert_eq!(recovered(&copy, &here, false), (false, JOBS, Vec::new(), true));
        spoil(&mut copy, &two);
        spoil(&mut here, &two);
        let (spoilt, jobs, broken, patched) = recovered(&copy, &here, false);
        assert_eq!((spoilt, jobs, patched), (true, JOBS - 1, true));
        assert_eq!(broken, [(entries::prefix("main") + &two, "[spoilt".to_owned())]);
        spoil(&mut here, &one);
        let (spoilt, jobs, broken, patched) = recovered(&copy, &here, false);
        assert_eq!((spoilt, jobs, broken.len(), patched), (true, JOBS - 2, 2, false));
    }

    #[test]
    fn what_a_newer_copy_has_and_cannot_be_read_is_kept_though_local_storage_has_one_like_it() {
        let (all, [one, _]) = all();
        let mut copy = all.clone();
        spoil(&mut copy, &one);
        let (spoilt, jobs, broken, patched) = recovered(&copy, &all, true);
        assert_eq!((spoilt, jobs, broken.len(), patched), (true, JOBS, 1, true));
    }

    #[test]
    fn a_copy_of_which_nothing_can_be_read_is_none() {
        let (mut all, _) = all();
        let keys: Vec<String> = all.keys().cloned().collect();
        keys.iter().for_each(|key| spoil(&mut all, key));
        assert_eq!(recover(all, "main", &MemoryStore::default(), false).0, Copied::Nothing);
    }
}
