//! Standing: how far somebody has come with a lesson. It is a function of what there is to go by and of nothing else, so
//! that anybody who replays a journal finds the same.

use super::check::holds;
use super::evidence::{BranchEvidence, Evidence};
use super::lesson::{Lesson, Surface};
use super::note::{Deed, is_portal};

/// How far somebody has come.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Standing {
    /// Which tasks are done.
    pub done: Vec<bool>,
    /// The wrong moves of the next task that were made, by their places.
    pub says: Vec<usize>,
    /// The first way, by its place, in which the goal can no longer be reached.
    pub spoilt: Option<usize>,
    /// What was used that the lesson does not allow.
    pub outside: Vec<Outside>,
}

/// Something that a lesson does not allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outside {
    /// The clock.
    Clock,
    /// Going back.
    Rewind,
    /// Other rules.
    Rules,
    /// REST calls.
    Rest,
}

impl Standing {
    /// How far somebody has come.
    pub fn of(lesson: &Lesson, evidence: &Evidence) -> Standing {
        let done: Vec<bool> = lesson.tasks.iter().map(|task| holds(&task.check, evidence)).collect();
        let next = done.iter().position(|done| !done);
        let says = next.and_then(|next| lesson.tasks.get(next)).map_or(Vec::new(), |task| {
            let made = task.says.iter().enumerate().filter(|(_, wrong)| holds(wrong, evidence));
            made.map(|(place, _)| place).collect()
        });
        // What is done is not spoilt any more.
        let spoilt = next.and_then(|_| lesson.spoilt.iter().position(|spoilt| holds(spoilt, evidence)));
        Standing { done, says, spoilt, outside: outside(lesson, evidence) }
    }

    /// The first task that is not done.
    pub fn next(&self) -> Option<usize> {
        self.done.iter().position(|done| !done)
    }

    /// How many tasks are done.
    pub fn count(&self) -> usize {
        self.done.iter().filter(|done| **done).count()
    }

    /// Whether all tasks are done with what the lesson allows.
    pub fn is_complete(&self) -> bool {
        self.next().is_none() && self.outside.is_empty()
    }

    /// What the tasks count that are done, those left out that the lesson itself has shown.
    pub fn points(&self, lesson: &Lesson, shown: &[usize]) -> u32 {
        let counted = lesson.tasks.iter().zip(&self.done).enumerate();
        counted
            .filter(|(place, (_, done))| **done && !shown.contains(place))
            .map(|(_, (task, _))| task.points)
            .fold(0, u32::saturating_add)
    }
}

fn outside(lesson: &Lesson, evidence: &Evidence) -> Vec<Outside> {
    let allow = &lesson.allow;
    let Some(present) = evidence.lines.first() else { return Vec::new() };
    let did = |line: &BranchEvidence, deed: Deed| line.asked.iter().any(|asked| asked.deeds.contains(&deed));
    let rest = allow.surfaces.iter().any(|surface| match surface {
        Surface::Portal => false,
        Surface::Console | Surface::Scripts => true,
    });
    [
        (!allow.clock && did(present, Deed::Clock), Outside::Clock),
        (!allow.rewind && evidence.lines.len() > 1, Outside::Rewind),
        (!allow.rules && did(present, Deed::Rules), Outside::Rules),
        (!rest && present.asked.iter().any(|asked| !is_portal(asked.by)), Outside::Rest),
    ]
    .into_iter()
    .filter_map(|(is_so, what)| is_so.then_some(what))
    .collect()
}
