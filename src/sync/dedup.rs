//! Deduplication: what the requests of tabs have come to, so that one that is sent twice, because the leader was replaced
//! before its answer arrived, is not carried out twice.
//!
//! Invariant: a request that changed something is answered alike however often it comes; and what an answer says of a
//! job goes with the job.

pub mod beside;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::domain::job::JobNo;
use crate::store::codec::Mark;

use super::message::Replied;

/// A question: the tab that asks it, and its number there.
pub type QuestionId = (String, u64);

/// How many answers are kept for each tab; it has no more questions open at once.
const KEPT: u64 = 64;
/// How many commits it takes to note that something is begun.
const NOTE: u64 = 1;

/// An answer as it is kept: the question's number, the job that it tells of, and what it says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Known(u64, Option<JobNo>, Replied);

impl Known {
    /// The answer to a question.
    pub fn new(question: &QuestionId, job: Option<JobNo>, replied: &Replied) -> Known {
        Known(question.1, job, replied.clone())
    }
}

/// Where an answer is kept, inside the slot, and the answer.
pub type KeptAnswer = (String, Known);

/// An answer as the second copy has it, and the commit that it came with.
pub type Given = (Mark, KeptAnswer);

/// What the tab that leads has answered, and what it is working on.
#[derive(Debug, Default)]
pub struct Dedup {
    known: BTreeMap<String, Known>,
    under_way: BTreeSet<QuestionId>,
}

/// How a question stands.
#[derive(Debug, PartialEq)]
pub enum QuestionStanding {
    /// It is new, or was begun and not brought to its end: carry it out.
    New,
    /// It is being carried out; its answer comes when that is done.
    UnderWay,
    /// It was carried out before, with this answer.
    Answered(Replied),
}

impl Dedup {
    /// Looks a question up, and counts it as under way if it is new.
    pub fn begin(&mut self, question: &QuestionId) -> QuestionStanding {
        let known = self.known_to(question);
        if let Some(replied) = known.filter(|replied| !is_note(replied)) {
            return QuestionStanding::Answered(replied);
        }
        if self.under_way.insert(question.clone()) {
            QuestionStanding::New
        } else {
            QuestionStanding::UnderWay
        }
    }

    /// The simulated time, in milliseconds, that a leader before this one has noted when it began with a question.
    pub fn begun(&self, question: &QuestionId) -> Option<i64> {
        if let Replied::Begun(millis) = self.known_to(question)? { Some(millis) } else { None }
    }

    /// Whether a leader before this one has begun with anything that nobody has brought to its end.
    pub fn has_begun(&self) -> bool {
        self.known.values().any(|known| is_note(&known.2))
    }

    /// The answers to those who wanted another workspace in the place of the one shown, and have it at the commit `found`:
    /// the leader that has noted it commits nothing else before it is done, and none after it does so under its epoch.
    pub fn replaced(&self, found: Mark) -> Vec<KeptAnswer> {
        let over = self.known.iter().filter(|(_, known)| {
            matches!(known.2, Replied::Replacing(seq, epoch) if found.epoch == epoch && found.seq > seq + NOTE)
        });
        over.map(|(key, Known(no, ..))| (key.clone(), Known(*no, None, Replied::Done))).collect()
    }

    fn known_to(&self, question: &QuestionId) -> Option<Replied> {
        let known = &self.known;
        known.get(&key(question)).filter(|known| known.0 == question.1).map(|known| known.2.clone())
    }

    /// Notes what a question has come to. One that was not carried out may be asked again, and so may one
    /// that only looked at something.
    pub fn end(&mut self, question: &QuestionId, replied: &Replied) {
        self.under_way.remove(question);
        let refused = |status: u16, body: &str| status >= 400 || body.is_empty();
        let done = matches!(replied, Replied::Done);
        if done || matches!(replied, Replied::Response(status, _, body) if refused(*status, body)) {
            self.learn([(key(question), Known::new(question, None, replied))]);
        }
    }

    /// Takes answers over: those of the tab that led before, or those of a commit.
    pub fn learn(&mut self, answers: impl IntoIterator<Item = KeptAnswer>) {
        self.known.extend(answers);
    }

    /// Takes over answers that say no more than that something was done, unless more is known.
    pub fn learn_missing(&mut self, answers: impl IntoIterator<Item = KeptAnswer>) {
        for (key, known) in answers {
            if self.known.get(&key).is_none_or(|better| better.0 < known.0) {
                self.known.insert(key, known);
            }
        }
    }

    /// The answers about jobs that are gone as they are to be kept from now on: with nothing of the job but that
    /// the command was carried out.
    pub fn without(&self, gone: impl Fn(JobNo) -> bool) -> Vec<KeptAnswer> {
        let known = &self.known;
        let about = known.iter().filter(|(_, known)| known.1.is_some_and(&gone));
        about.map(|(key, Known(no, job, replied))| (key.clone(), Known(*no, *job, bare(replied)))).collect()
    }

    /// Every answer that the next leader must know. One that refused a command may name a job and is not among them: whoever
    /// asks again is refused again.
    pub fn all(&self) -> Vec<KeptAnswer> {
        self.lasting().map(|(key, known)| (key.clone(), known.clone())).collect()
    }

    /// The same with nothing of any job, for a copy that may outlive the jobs.
    pub fn all_bare(&self) -> Vec<KeptAnswer> {
        self.lasting()
            .map(|(key, Known(no, job, said))| (key.clone(), Known(*no, *job, bare(said))))
            .collect()
    }

    fn lasting(&self) -> impl Iterator<Item = (&String, &Known)> {
        let refused = |known: &Known| matches!(known.2, Replied::Response(400.., ..));
        self.known.iter().filter(move |(_, known)| !refused(known))
    }

    /// Forgets every answer: another tab leads, and the second copy has what matters.
    pub fn forget(&mut self) {
        self.known.clear();
        self.under_way.clear();
    }
}

/// Whether an answer is none but says that something was begun.
fn is_note(replied: &Replied) -> bool {
    matches!(replied, Replied::Begun(_) | Replied::Replacing(..))
}

fn bare(replied: &Replied) -> Replied {
    if let Replied::Response(status, ..) = replied {
        return Replied::Response(*status, Vec::new(), String::new());
    }
    replied.clone()
}

/// Where the answer to a question is kept, inside the slot: a tab's newest answers take the place of its oldest.
pub fn key((tab, no): &QuestionId) -> String {
    format!("{tab}/{}", no % KEPT)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(no: u64) -> QuestionId {
        ("tab".to_owned(), no)
    }

    fn created() -> Replied {
        Replied::Response(201, vec![("etag".to_owned(), "1".to_owned())], "{\"phone\":\"secret\"}".to_owned())
    }

    #[test]
    fn what_an_answer_says_of_a_job_goes_with_it_and_it_is_not_carried_out_again() {
        let mut answers = Dedup::default();
        assert!(matches!(answers.begin(&question(1)), QuestionStanding::New));
        assert!(matches!(answers.begin(&question(1)), QuestionStanding::UnderWay));
        answers.learn([(key(&question(1)), Known::new(&question(1), Some(7), &created()))]);
        answers.end(&question(1), &created());
        assert!(
            matches!(answers.begin(&question(1)), QuestionStanding::Answered(replied) if replied == created())
        );
        assert!(answers.without(|job| job == 8).is_empty());
        let bare = answers.without(|job| job == 7);
        assert!(!serde_json::to_string(&bare).unwrap().contains("secret"));
        answers.learn(bare);
        let again = answers.begin(&question(1));
        assert!(
            matches!(again, QuestionStanding::Answered(Replied::Response(201, _, body)) if body.is_empty())
        );
    }

    #[test]
    fn what_outlives_a_job_says_nothing_of_it_nor_of_what_was_refused() {
        let mut answers = Dedup::default();
        answers.learn([(key(&question(1)), Known::new(&question(1), Some(7), &created()))]);
        answers.end(&question(2), &Replied::Response(409, Vec::new(), "{\"name\":\"secret\"}".to_owned()));
        assert!(matches!(
            answers.begin(&question(2)),
            QuestionStanding::Answered(Replied::Response(409, ..))
        ));
        assert_eq!((answers.all().len(), answers.all_bare().len()), (1, 1));
        assert!(!serde_json::to_string(&answers.all_bare()).unwrap().contains("secret"));
    }

    #[test]
    fn no_more_answers_are_kept_than_a_tab_may_have_open() {
        let mut answers = Dedup::default();
        for no in 1..=500 {
            answers.end(&question(no), &Replied::Done);
        }
        assert_eq!(answers.all().len(), 64);
        assert!(matches!(answers.begin(&question(500)), QuestionStanding::Answered(Replied::Done)));
        assert!(matches!(answers.begin(&question(500 - 64)), QuestionStanding::New));
    }

    #[test]
    fn reading_is_not_kept_and_what_was_begun_goes_on() {
        let mut answers = Dedup::default();
        let read = Replied::Response(200, Vec::new(), "{\"phone\":\"secret\"}".to_owned());
        answers.end(&question(1), &read);
        assert!(answers.all().is_empty());
        answers.learn([(key(&question(2)), Known::new(&question(2), None, &Replied::Begun(90)))]);
        assert_eq!(answers.begun(&question(2)), Some(90));
        assert!(answers.has_begun());
        assert!(matches!(answers.begin(&question(2)), QuestionStanding::New));
        answers.end(&question(2), &Replied::Done);
        assert_eq!(answers.begun(&question(2)), None);
        assert!(!answers.has_begun());
    }

    #[test]
    fn what_is_known_already_stays_unless_a_later_answer_takes_its_place() {
        let mut answers = Dedup::default();
        let place = |no| (key(&question(no)), Known::new(&question(no), None, &Replied::Done));
        answers.learn([(key(&question(65)), Known::new(&question(65), Some(7), &created()))]);
        answers.learn_missing([place(65), place(1), place(2)]);
        assert_eq!(answers.begin(&question(65)), QuestionStanding::Answered(created()));
        assert_eq!(answers.begin(&question(2)), QuestionStanding::Answered(Replied::Done));
        answers.learn_missing([place(129)]);
        assert_eq!(answers.begin(&question(129)), QuestionStanding::Answered(Replied::Done));
        assert_eq!(answers.begin(&question(65)), QuestionStanding::New);
    }

    #[test]
    fn who_asked_for_a_workspace_that_stands_is_answered_and_who_asked_for_one_that_does_not_is_not() {
        let mut answers = Dedup::default();
        let note = Replied::Replacing(4, 2);
        answers.learn([(key(&question(1)), Known::new(&question(1), None, &note))]);
        let replaced = |seq, epoch| answers.replaced(Mark { seq, epoch });
        // The note itself is the next commit.
        assert!(replaced(5, 2).is_empty() && replaced(6, 3).is_empty());
        assert_eq!(replaced(6, 2), [(key(&question(1)), Known::new(&question(1), None, &Replied::Done))]);
    }

    #[test]
    fn what_was_answered_under_another_lead_is_forgotten() {
        let mut answers = Dedup::default();
        answers.end(&question(1), &Replied::Done);
        answers.begin(&question(2));
        answers.forget();
        assert_eq!(answers.begin(&question(1)), QuestionStanding::New);
        assert_eq!(answers.begin(&question(2)), QuestionStanding::New);
    }
}
