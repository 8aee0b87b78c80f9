//! Answers: what questions of tabs have come to, so that one that is asked twice, because the tab that led was
//! replaced before its answer arrived, is not carried out twice. What an answer says of a job goes with the job.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::domain::job::JobNo;
use crate::portal::letters::Replied;

/// A question: the tab that asks it, and its number there.
pub type Question = (String, u64);

/// How many answers are kept for each tab; it has no more questions open at once.
const KEPT: u64 = 64;

/// An answer as it is kept: the question's number, the job that it tells of, and what it says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Known(u64, Option<JobNo>, Replied);

impl Known {
    /// The answer to a question.
    pub fn new(question: &Question, job: Option<JobNo>, replied: &Replied) -> Known {
        Known(question.1, job, replied.clone())
    }
}

/// Where an answer is kept, inside the slot, and the answer.
pub type Place = (String, Known);

/// What the tab that leads has answered, and what it is working on.
#[derive(Default)]
pub struct Answers {
    known: RefCell<BTreeMap<String, Known>>,
    under_way: RefCell<BTreeSet<Question>>,
}

/// What is to be done with a question.
pub enum Asking {
    /// It is new, or was begun and not brought to its end: carry it out.
    New,
    /// It is being carried out; its answer comes when that is done.
    UnderWay,
    /// It was carried out before, with this answer.
    Answered(Replied),
}

impl Answers {
    /// Looks a question up, and counts it as under way if it is new.
    pub fn begin(&self, question: &Question) -> Asking {
        let known = self.known_to(question);
        if let Some(replied) = known.filter(|replied| !matches!(replied, Replied::Begun(_))) {
            return Asking::Answered(replied);
        }
        if self.under_way.borrow_mut().insert(question.clone()) { Asking::New } else { Asking::UnderWay }
    }

    /// The simulated time, in milliseconds, that a leader before this one has noted when it began with a question.
    pub fn begun(&self, question: &Question) -> Option<i64> {
        if let Replied::Begun(millis) = self.known_to(question)? { Some(millis) } else { None }
    }

    /// Whether a leader before this one has begun with anything that nobody has brought to its end.
    pub fn has_begun(&self) -> bool {
        self.known.borrow().values().any(|known| matches!(known.2, Replied::Begun(_)))
    }

    fn known_to(&self, question: &Question) -> Option<Replied> {
        let known = self.known.borrow();
        known.get(&key(question)).filter(|known| known.0 == question.1).map(|known| known.2.clone())
    }

    /// Notes what a question has come to. One that was not carried out may be asked again, and so may one
    /// that only looked at something.
    pub fn end(&self, question: &Question, replied: &Replied) {
        self.under_way.borrow_mut().remove(question);
        let refused = |status: u16, body: &str| status >= 400 || body.is_empty();
        let done = matches!(replied, Replied::Done);
        if done || matches!(replied, Replied::Response(status, _, body) if refused(*status, body)) {
            self.learn([(key(question), Known::new(question, None, replied))]);
        }
    }

    /// Takes answers over: those of the tab that led before, or those of a commit.
    pub fn learn(&self, answers: impl IntoIterator<Item = Place>) {
        self.known.borrow_mut().extend(answers);
    }

    /// The answers about jobs that are gone as they are to be kept from now on: with nothing of the job but that
    /// the command was carried out.
    pub fn without(&self, gone: impl Fn(JobNo) -> bool) -> Vec<Place> {
        let known = self.known.borrow();
        let about = known.iter().filter(|(_, known)| known.1.is_some_and(&gone));
        about.map(|(key, Known(no, job, replied))| (key.clone(), Known(*no, *job, bare(replied)))).collect()
    }

    /// Every answer.
    pub fn all(&self) -> Vec<Place> {
        self.known.borrow().iter().map(|(key, known)| (key.clone(), known.clone())).collect()
    }

    /// Forgets every answer: another tab leads, and the second copy has what matters.
    pub fn forget(&self) {
        self.known.borrow_mut().clear();
    }
}

fn bare(replied: &Replied) -> Replied {
    if let Replied::Response(status, ..) = replied {
        return Replied::Response(*status, Vec::new(), String::new());
    }
    replied.clone()
}

/// Where the answer to a question is kept, inside the slot: a tab's newest answers take the place of its oldest.
pub fn key((tab, no): &Question) -> String {
    format!("{tab}/{}", no % KEPT)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(no: u64) -> Question {
        ("tab".to_owned(), no)
    }

    fn created() -> Replied {
        Replied::Response(201, vec![("etag".to_owned(), "1".to_owned())], "{\"phone\":\"secret\"}".to_owned())
    }

    #[test]
    fn what_an_answer_says_of_a_job_goes_with_it_and_it_is_not_carried_out_again() {
        let answers = Answers::default();
        assert!(matches!(answers.begin(&question(1)), Asking::New));
        assert!(matches!(answers.begin(&question(1)), Asking::UnderWay));
        answers.learn([(key(&question(1)), Known::new(&question(1), Some(7), &created()))]);
        answers.end(&question(1), &created());
        assert!(matches!(answers.begin(&question(1)), Asking::Answered(replied) if replied == created()));
        assert!(answers.without(|job| job == 8).is_empty());
        let bare = answers.without(|job| job == 7);
        assert!(!serde_json::to_string(&bare).unwrap().contains("secret"));
        answers.learn(bare);
        let again = answers.begin(&question(1));
        assert!(matches!(again, Asking::Answered(Replied::Response(201, _, body)) if body.is_empty()));
    }

    #[test]
    fn no_more_answers_are_kept_than_a_tab_may_have_open() {
        let answers = Answers::default();
        for no in 1..=500 {
            answers.end(&question(no), &Replied::Done);
        }
        assert_eq!(answers.all().len(), 64);
        assert!(matches!(answers.begin(&question(500)), Asking::Answered(Replied::Done)));
        assert!(matches!(answers.begin(&question(500 - 64)), Asking::New));
    }

    #[test]
    fn reading_is_not_kept_and_what_was_begun_goes_on() {
        let answers = Answers::default();
        let read = Replied::Response(200, Vec::new(), "{\"phone\":\"secret\"}".to_owned());
        answers.end(&question(1), &read);
        assert!(answers.all().is_empty());
        answers.learn([(key(&question(2)), Known::new(&question(2), None, &Replied::Begun(90)))]);
        assert_eq!(answers.begun(&question(2)), Some(90));
        assert!(answers.has_begun());
        assert!(matches!(answers.begin(&question(2)), Asking::New));
        answers.end(&question(2), &Replied::Done);
        assert_eq!(answers.begun(&question(2)), None);
        assert!(!answers.has_begun());
    }
}
