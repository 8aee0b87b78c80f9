//! What stands beside the ledger while the second copy lacks something: the answers of the commits that it lacks, and
//! where the terms began that made them.
//!
//! Invariant: an answer is believed only where its commit has led to what is kept. A leader that hangs may write its last
//! commit to the second copy when another, which could not look there, has gone on from the one before: that commit is
//! an orphan. Its effect is nowhere, so its request is carried out again.

use crate::store::codec::Mark;
use crate::store::entries::PREFIX;
use crate::store::{Storage, StoreError};

use super::{Dedup, Given, KEPT, KeptAnswer, Known, bare};
use crate::sync::message::Replied;
use crate::sync::second_copy::OLD;

/// A line beside the ledger: the epoch and the number of a commit, the key of an answer, and the answer. A line without
/// a key says that the term of this epoch began with the commit of this number; the commit's own epoch stands where an
/// answer has its question's number, so that a build that knows of no such line reads an answer to nobody.
type Line = (u64, u64, String, Known);

fn began(epoch: u64, base: Mark) -> Line {
    (epoch, base.seq, String::new(), Known(base.epoch, None, Replied::Done))
}

fn key(slot: &str) -> String {
    format!("{PREFIX}answers/{slot}")
}

fn read(storage: &dyn Storage, slot: &str) -> Result<Vec<Line>, StoreError> {
    // What cannot be read answers nothing.
    Ok(storage.get(&key(slot))?.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
}

/// Keeps answers, with nothing of a job, that count with the commit `mark` which is promised next, and that its term began
/// with the commit `base`.
///
/// # Errors
/// [`StoreError`]: none of it is kept.
pub fn keep(
    storage: &dyn Storage,
    slot: &str,
    mark: Mark,
    base: Mark,
    answers: &[KeptAnswer],
) -> Result<(), StoreError> {
    let lines = read(storage, slot)?;
    let term = began(mark.epoch, base);
    if answers.is_empty() && lines.contains(&term) {
        return Ok(());
    }
    let (mut all, mut others): (Vec<Line>, Vec<Line>) =
        lines.into_iter().partition(|(.., key, _)| key.is_empty());
    // Where a term began is of no use to answers that are forgotten.
    all.retain(|(epoch, ..)| *epoch < mark.epoch && *epoch >= mark.epoch.saturating_sub(OLD));
    all.push(term);
    for (key, Known(no, _, replied)) in answers {
        others.retain(|(.., other, _)| other != key);
        others.push((mark.epoch, mark.seq, key.clone(), Known(*no, None, bare(replied))));
    }
    all.extend(others.split_off(others.len().saturating_sub(KEPT as usize)));
    // Plain values cannot fail.
    storage.set(&key(slot), &serde_json::to_string(&all).unwrap_or_default())
}

/// Takes the lines away: the second copy has all that they tell.
///
/// # Errors
/// [`StoreError::Blocked`].
pub fn settle(storage: &dyn Storage, slot: &str) -> Result<(), StoreError> {
    let key = key(slot);
    if storage.get(&key)?.is_some() { storage.remove(&key) } else { Ok(()) }
}

impl Dedup {
    /// Takes over the answers of the leaders before, those that the second copy has `given` and those beside the ledger,
    /// as far as their commits have led to the commit `mark`.
    ///
    /// # Errors
    /// [`StoreError::Blocked`].
    pub fn take_over(
        &mut self,
        storage: &dyn Storage,
        slot: &str,
        mark: Mark,
        given: Vec<Given>,
    ) -> Result<(), StoreError> {
        let (terms, lines): (Vec<Line>, Vec<Line>) =
            read(storage, slot)?.into_iter().partition(|(.., key, _)| key.is_empty());
        let leads_to = |commit: Mark| {
            // A term that nothing is left of has led nowhere.
            let mut later = terms.iter().filter(|(epoch, ..)| commit.epoch < *epoch && *epoch <= mark.epoch);
            let base = |(_, seq, _, Known(epoch, ..)): &Line| Mark { seq: *seq, epoch: *epoch };
            is_before(commit, mark) && later.all(|term| is_before(commit, base(term)))
        };
        self.learn(given.into_iter().filter(|(commit, _)| leads_to(*commit)).map(|(_, place)| place));
        // A line says no more than that something was done.
        let counts = lines.into_iter().filter(|(epoch, seq, ..)| leads_to(Mark { seq: *seq, epoch: *epoch }));
        self.learn_missing(counts.map(|(.., key, known)| (key, known)));
        Ok(())
    }
}

/// Whether a commit can have led to another: on the way neither number ever goes back.
fn is_before(one: Mark, other: Mark) -> bool {
    one.epoch <= other.epoch && one.seq <= other.seq
}

#[cfg(test)]
mod tests {
    use super::super::key;
    use super::*;
    use crate::store::memory::MemoryStore;

    fn mark(epoch: u64, seq: u64) -> Mark {
        Mark { seq, epoch }
    }

    /// The answer to the question of this number.
    fn answer(no: u64) -> KeptAnswer {
        let question = ("tab".to_owned(), no);
        let said = Replied::Response(201, Vec::new(), "{\"phone\":\"secret\"}".to_owned());
        (key(&question), Known::new(&question, Some(1), &said))
    }

    /// How many answers a leader believes that goes on from a commit.
    fn believed(store: &MemoryStore, mark: Mark, given: &[Given]) -> usize {
        let mut dedup = Dedup::default();
        dedup.take_over(store, "main", mark, given.to_vec()).unwrap();
        dedup.all().len()
    }

    #[test]
    fn answers_count_with_their_commit_and_say_nothing_of_a_job() {
        let store = MemoryStore::default();
        for no in [7, 8] {
            keep(&store, "main", mark(2, no), mark(1, 6), &[answer(no)]).unwrap();
        }
        assert!(!format!("{:?}", store.entries()).contains("secret"));
        let marks = [mark(2, 6), mark(2, 7), mark(2, 8), mark(3, 8), mark(3, 7)];
        assert_eq!(marks.map(|mark| believed(&store, mark, &[])), [0, 1, 2, 2, 1]);
        settle(&store, "main").unwrap();
        assert!(store.entries().is_empty());
    }

    #[test]
    fn an_orphans_answer_is_not_believed_and_an_ancestors_is() {
        let store = MemoryStore::default();
        let given = [(mark(1, 4), answer(1)), (mark(1, 5), answer(2))];
        assert_eq!(believed(&store, mark(1, 5), &given), 2);
        // Another leader has gone on from the commit before, and has not kept any yet.
        assert_eq!(believed(&store, mark(2, 4), &given), 1);
        // It keeps some, and so does the one after it; neither can look into the second copy.
        keep(&store, "main", mark(2, 5), mark(1, 4), &[]).unwrap();
        assert_eq!(believed(&store, mark(2, 9), &given), 1);
        keep(&store, "main", mark(3, 10), mark(2, 9), &[answer(3)]).unwrap();
        assert_eq!(believed(&store, mark(3, 10), &given), 2);
        // What nothing is left of is none that anybody went on from.
        assert_eq!(believed(&store, mark(1, 5), &given), 2);
    }

    #[test]
    fn where_a_term_began_stays_however_much_is_answered_and_goes_with_what_is_forgotten() {
        let store = MemoryStore::default();
        let orphan = [(mark(1, 5), answer(0))];
        keep(&store, "main", mark(2, 5), mark(1, 4), &[]).unwrap();
        for no in 1..=500 {
            keep(
                &store,
                "main",
                mark(3, no + 5),
                mark(2, 5),
                &[("tab/1".to_owned() + &no.to_string(), answer(no).1)],
            )
            .unwrap();
        }
        assert_eq!(believed(&store, mark(3, 505), &orphan), 64);
        for epoch in 4..=40 {
            keep(&store, "main", mark(epoch, 506), mark(epoch - 1, 505), &[]).unwrap();
        }
        assert_eq!(read(&store, "main").unwrap().len() as u64, 64 + 1 + OLD);
    }

    #[test]
    fn lines_of_a_build_that_did_not_tell_where_a_term_began_are_read() {
        let line = r#"[[2,7,"tab/7",[7,null,{"Response":[201,[],""]}]]]"#;
        let store = MemoryStore::with([("iep/answers/main".to_owned(), line.to_owned())]);
        assert_eq!([mark(2, 6), mark(2, 7)].map(|mark| believed(&store, mark, &[])), [0, 1]);
        keep(&store, "main", mark(2, 8), mark(1, 6), &[answer(8)]).unwrap();
        assert_eq!(believed(&store, mark(2, 8), &[]), 2);
    }

    #[test]
    fn where_a_term_began_is_told_once() {
        let store = MemoryStore::default();
        for no in [7, 8, 9] {
            keep(&store, "main", mark(2, no), mark(1, 6), &[answer(no)]).unwrap();
        }
        assert_eq!(read(&store, "main").unwrap().len(), 3 + 1);
    }
}
