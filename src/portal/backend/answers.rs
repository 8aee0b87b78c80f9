//! Answers: what questions of tabs have come to, so that one that is asked twice, because the tab that led was
//! replaced before its answer arrived, is not carried out twice.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::portal::letters::Replied;

/// A question: the tab that asks it, and its number there.
pub type Question = (String, u64);

/// How many answers are kept for each tab; it has no more questions open at once.
pub const KEPT: u64 = 64;

/// What the tab that leads has answered, and what it is working on.
#[derive(Default)]
pub struct Answers {
    known: RefCell<BTreeMap<Question, Replied>>,
    under_way: RefCell<BTreeSet<Question>>,
}

/// What is to be done with a question.
pub enum Asking {
    /// It is new: carry it out.
    New,
    /// It is being carried out; its answer comes when that is done.
    UnderWay,
    /// It was carried out before, with this answer.
    Answered(Replied),
}

impl Answers {
    /// Looks a question up, and counts it as under way if it is new.
    pub fn begin(&self, question: &Question) -> Asking {
        if let Some(replied) = self.known.borrow().get(question) {
            return Asking::Answered(replied.clone());
        }
        if self.under_way.borrow_mut().insert(question.clone()) { Asking::New } else { Asking::UnderWay }
    }

    /// Notes what a question has come to. One that was not carried out may be asked again.
    pub fn end(&self, question: &Question, replied: &Replied) {
        self.under_way.borrow_mut().remove(question);
        if matches!(replied, Replied::Response(..) | Replied::Done) {
            self.learn(question.clone(), replied.clone());
        }
    }

    /// Takes over an answer that the tab that led before has kept.
    pub fn learn(&self, question: Question, replied: Replied) {
        let mut known = self.known.borrow_mut();
        if let Some(old) = question.1.checked_sub(KEPT) {
            known.remove(&(question.0.clone(), old));
        }
        known.insert(question, replied);
    }
}

/// The key of an answer in the mirror, inside the slot.
pub fn key((tab, no): &Question) -> String {
    format!("{tab}/{no}")
}

/// The question with this key.
pub fn parse(key: &str) -> Option<Question> {
    let (tab, no) = key.split_once('/')?;
    Some((tab.to_owned(), no.parse().ok()?))
}
