//! What is missing: the checklist of an author, of what a lesson must have and what a good one has.

use crate::lessons::read::is_id;
use crate::lessons::texts::{MOST_HINTS, is_plain};
use crate::phrases::Language;

use super::{Draft, LessonPart};

/// A line of the checklist. Tasks are counted from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// It has an id.
    Id,
    /// It names the documents that it teaches.
    Sources,
    /// This task has moves that solve it.
    Solve(usize),
    /// Something is checked in this task.
    Check(usize),
    /// This task has a wrong attempt that gets an answer; a good lesson has one.
    Wrong(usize),
    /// Everything is said in the language of this tag.
    Texts(&'static str),
    /// Each task has three hints in the language of this tag; a good lesson has them.
    Hints(&'static str),
}

impl Item {
    /// Whether a lesson cannot be taken without it.
    pub fn is_needed(&self) -> bool {
        match self {
            Item::Id | Item::Sources | Item::Solve(_) | Item::Check(_) | Item::Texts(_) => true,
            Item::Wrong(_) | Item::Hints(_) => false,
        }
    }
}

impl Draft {
    /// The checklist, each line with whether it is done.
    pub fn checklist(&self) -> Vec<(Item, bool)> {
        let mut all =
            vec![(Item::Id, is_id(self.id.trim())), (Item::Sources, self.sources.lines().any(is_plain))];
        for (task, draft) in self.tasks.iter().enumerate() {
            let solved = self.moves.iter().any(|made| made.part == LessonPart::Task(task));
            all.push((Item::Solve(task), solved));
            all.push((Item::Check(task), !draft.check.is_empty()));
            all.push((Item::Wrong(task), !self.attempts(task).is_empty()));
        }
        for tag in Language::all().map(Language::tag) {
            let texts = self.texts.get(tag);
            let said = texts.is_some_and(|texts| texts.all().into_iter().all(|(_, text)| is_plain(text)));
            let hints =
                texts.is_some_and(|texts| texts.tasks.iter().all(|task| task.hints.len() == MOST_HINTS));
            all.push((Item::Texts(tag), said));
            all.push((Item::Hints(tag), hints));
        }
        all
    }
}
