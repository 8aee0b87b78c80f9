//! Rescue: the ways out of a lesson that is stuck: back to before it was spoilt, or a task shown.

use crate::journal::{BranchNo, Branches, Moment};
use crate::service::log::Actor;

use super::evidence::{BranchEvidence, Evidence};
use super::lesson::Lesson;
use super::note::Note;
use super::run::Run;
use super::standing::Standing;
use super::step::LessonStep;

/// A moment of a branch from which one can go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Back {
    /// Which branch.
    pub branch: BranchNo,
    /// Which moment.
    pub moment: Moment,
}

/// How a task is shown.
#[derive(Clone, Debug, PartialEq)]
pub enum TaskShow {
    /// From where everything stands.
    Here(Vec<LessonStep>),
    /// From where the task began.
    Back(Back, Vec<LessonStep>),
    /// From the beginning of the lesson, the tasks before it too.
    Anew(Vec<LessonStep>),
}

/// The last moment at which the goal could still be reached.
pub fn before_spoilt(lesson: &Lesson, branches: &Branches, notes: &[Note]) -> Option<Back> {
    let mut moments = moments(branches);
    moments.reverse();
    moments.into_iter().find(|from| {
        standing(lesson, branches, *from, notes).is_some_and(|standing| standing.spoilt.is_none())
    })
}

/// Where a task began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Begun {
    /// The moment to go back to; none where nothing has been asked since.
    pub back: Option<Back>,
    /// How many of the notes had been taken by then.
    pub notes: usize,
}

/// Where a task began: the first moment at which those before it were done.
pub fn begun(lesson: &Lesson, run: &Run, task: usize) -> Option<Begun> {
    let branches = run.session.branches();
    let before = moments(branches).into_iter().map(|from| {
        let journal = branches.get(from.branch).ok()?.journal.fork(from.moment).ok()?;
        let at = from.moment.at.millis();
        let known = run.notes.iter().take_while(|note| note.at() <= at).count();
        Some((Some(from), BranchEvidence::of(&journal).ok()?, known))
    });
    let now = std::iter::once_with(|| {
        Some((None, BranchEvidence::of(&branches.present().journal).ok()?, run.notes.len()))
    });
    before.chain(now).find_map(|moment| {
        let (back, line, known) = moment?;
        let mut evidence = Evidence { lines: vec![line], notes: Vec::new() };
        let others = branches.all().into_iter().filter(|branch| branch.no != branches.present().no);
        evidence.lines.extend(others.filter_map(|branch| BranchEvidence::of(&branch.journal).ok()));
        let notes = (0..=known).find(|count| {
            evidence.notes = run.notes.iter().take(*count).cloned().collect();
            Standing::of(lesson, &evidence).done.iter().take(task).all(|done| *done)
        })?;
        Some(Begun { back, notes })
    })
}

/// How to show a task to somebody who has come so far.
pub fn show(lesson: &Lesson, run: &Run, task: usize) -> Option<TaskShow> {
    let steps = lesson.tasks.get(task)?.solve.clone();
    if leads_there(lesson, run.clone(), task, &steps) {
        return Some(TaskShow::Here(steps));
    }
    let branches = run.session.branches();
    let begun = moments(branches).into_iter().find(|from| {
        let before = standing(lesson, branches, *from, &run.notes);
        before.is_some_and(|standing| standing.done.iter().take(task).all(|done| *done)) && {
            let mut again = run.clone();
            again.session.go_on_from(from.branch, from.moment).is_ok()
                && leads_there(lesson, again, task, &steps)
        }
    });
    Some(match begun {
        Some(from) => TaskShow::Back(from, steps),
        None => {
            let all = lesson.solution().take_while(|(of, _)| *of <= task);
            TaskShow::Anew(all.map(|(_, step)| step.clone()).collect())
        }
    })
}

/// Whether these steps do the task and those before it.
fn leads_there(lesson: &Lesson, mut run: Run, task: usize, steps: &[LessonStep]) -> bool {
    let taken = steps.iter().all(|step| run.take(step, Actor::Portal).is_ok());
    taken
        && run.evidence().is_ok_and(|evidence| {
            let standing = Standing::of(lesson, &evidence);
            standing.spoilt.is_none() && standing.done.iter().take(task + 1).all(|done| *done)
        })
}

/// The moments of the present branch right before each thing that was asked, the oldest first.
fn moments(branches: &Branches) -> Vec<Back> {
    let present = branches.present();
    let journal = &present.journal;
    let before = |(n, entry): (usize, &std::sync::Arc<crate::journal::JournalEntry>)| Back {
        branch: present.no,
        moment: Moment { commands: journal.folded() + n, at: entry.at },
    };
    journal.entries().iter().enumerate().map(before).collect()
}

/// How far somebody had come at a moment.
fn standing(lesson: &Lesson, branches: &Branches, from: Back, notes: &[Note]) -> Option<Standing> {
    let journal = branches.get(from.branch).ok()?.journal.fork(from.moment).ok()?;
    let line = BranchEvidence::of(&journal).ok()?;
    Some(Standing::of(lesson, &Evidence { lines: vec![line], notes: notes.to_vec() }))
}
