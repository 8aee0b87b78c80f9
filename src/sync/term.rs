//! The term: a claim to lead, by a lock or, where there are none, by an entry in localStorage that says who leads and
//! until when.
//!
//! Invariant: what was claimed in one term gives no right in another, so news of an old claim changes nothing.

use crate::store::Storage;
use crate::store::entries::PREFIX;

use super::lease::{LOOK, SILENCE};

/// How a tab claims to lead, or waits for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Claim {
    /// Not at all.
    #[default]
    None,
    /// By a lock.
    Lock,
    /// By an entry.
    Entry,
}

/// A claim and its number.
#[derive(Clone, Copy, Debug, Default)]
pub struct Term {
    /// Grows whenever this tab claims the lead, loses it or gives it up.
    pub no: u64,
    /// How it claims.
    pub claim: Claim,
    /// When an entry that was free counts as this tab's, unless somebody has written another meanwhile.
    pub settles: Option<f64>,
    /// What the browser was asked about the lock, and when.
    pub query: Option<(u64, f64)>,
    queries: u64,
}

impl Term {
    /// Begins a new term: what was claimed before does not count any more.
    pub fn begin(&mut self, claim: Claim) -> u64 {
        *self = Term { no: self.no + 1, claim, settles: None, query: None, queries: self.queries };
        self.no
    }

    /// A new query about the lock, at `now`; none while one is under way.
    pub fn ask(&mut self, now: f64) -> Option<u64> {
        if self.query.is_some() {
            return None;
        }
        self.queries += 1;
        self.query = Some((self.queries, now));
        Some(self.queries)
    }

    /// When the query with this number was made, if its answer is awaited.
    pub fn answered(&mut self, no: u64) -> Option<f64> {
        let (_, asked) = self.query.filter(|(asked, _)| *asked == no)?;
        self.query = None;
        Some(asked)
    }
}

fn key(slot: &str) -> String {
    format!("{PREFIX}lead/{slot}")
}

/// Who leads by an entry, and when they last said so.
fn entry(storage: &dyn Storage, slot: &str) -> Option<(String, f64)> {
    let text = storage.get(&key(slot)).ok().flatten()?;
    let (who, at) = text.split_once(' ')?;
    // The calendar is written in whole milliseconds.
    Some((who.to_owned(), at.parse::<u64>().ok()? as f64))
}

/// Whether the entry is this tab's.
pub fn has_entry(storage: &dyn Storage, slot: &str, me: &str) -> bool {
    entry(storage, slot).is_some_and(|(who, _)| who == me)
}

/// Whether nobody else has said within the [`SILENCE`] that they lead.
pub fn is_free(storage: &dyn Storage, slot: &str, me: &str, wall: f64) -> bool {
    entry(storage, slot).is_none_or(|(who, at)| who == me || (wall - at).abs() > SILENCE)
}

/// Says in the entry that this tab leads. Without the entry it stops writing, which is all that can be done.
pub fn write_entry(storage: &dyn Storage, slot: &str, me: &str, wall: f64) {
    let _ = storage.set(&key(slot), &format!("{me} {}", wall as u64));
}

/// Takes the entry away if it is this tab's. An old one does no harm for longer than its owner's silence.
pub fn remove_entry(storage: &dyn Storage, slot: &str, me: &str) {
    if has_entry(storage, slot, me) {
        let _ = storage.remove(&key(slot));
    }
}

/// When whoever has written a free entry at `now` looks whether it is still theirs: whoever claims it at the same moment
/// writes it too, and the last one has it.
pub fn settles_at(now: f64) -> f64 {
    now + LOOK
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::memory::MemoryStore;

    #[test]
    fn an_entry_is_its_writers_until_a_silence() {
        let store = MemoryStore::default();
        assert!(is_free(&store, "main", "a", 0.0));
        write_entry(&store, "main", "a", 1_000.0);
        assert!(has_entry(&store, "main", "a") && !has_entry(&store, "main", "b"));
        assert!(is_free(&store, "main", "a", 1_000.0));
        assert!(!is_free(&store, "main", "b", 1_000.0 + SILENCE));
        assert!(is_free(&store, "main", "b", 1_001.0 + SILENCE));
        remove_entry(&store, "main", "b");
        assert!(has_entry(&store, "main", "a"));
        remove_entry(&store, "main", "a");
        assert!(!has_entry(&store, "main", "a"));
    }

    #[test]
    fn an_answer_about_an_earlier_term_says_nothing() {
        let mut term = Term::default();
        term.begin(Claim::Lock);
        let no = term.ask(5.0).unwrap();
        assert_eq!(term.ask(6.0), None);
        term.begin(Claim::Lock);
        assert_eq!(term.answered(no), None);
        let no = term.ask(7.0).unwrap();
        assert_eq!(term.answered(no), Some(7.0));
        assert_eq!(term.answered(no), None);
    }

    #[test]
    fn each_term_and_each_query_has_a_number_of_its_own() {
        let mut term = Term::default();
        let first = term.begin(Claim::Lock);
        let old = term.ask(5.0).unwrap();
        let second = term.begin(Claim::Lock);
        assert!(first != 0 && second != first && second == term.no);
        let new = term.ask(6.0).unwrap();
        assert_eq!((term.answered(old), term.answered(new)), (None, Some(6.0)));
    }

    #[test]
    fn a_free_entry_settles_when_whoever_claims_it_too_has_written_theirs() {
        assert_eq!(settles_at(10_000.0), 10_000.0 + LOOK);
    }
}
