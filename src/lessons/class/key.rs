//! Answer keys: a lesson's solution, carried out for one learner, with the moments and states that their seed leads to.

use crate::domain::state::JobState;
use crate::domain::time::SimTime;
use crate::journal::run::Ready;
use crate::journal::{Advance, JournalCommand, JournalEntry, Until};
use crate::service::log::Actor;
use crate::service::workspace::Workspace;

use crate::lessons::lesson::Lesson;
use crate::lessons::run::Run;
use crate::lessons::step::{LessonStep, ReadCall};

/// How a learner solves a lesson.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    /// The steps of each task.
    pub tasks: Vec<Vec<TakenStep>>,
    /// What the tasks count.
    pub points: u32,
}

/// A step that was taken.
#[derive(Clone, Debug, PartialEq)]
pub struct TakenStep {
    /// What was done.
    pub what: StepAction,
    /// When, in simulated time.
    pub at: SimTime,
    /// Where the clock stands afterwards.
    pub to: SimTime,
    /// The jobs that changed: their names, and the state that they are in now; none where they are gone.
    pub changed: Vec<(String, Option<JobState>)>,
}

/// What a step does.
#[derive(Clone, Debug, PartialEq)]
pub enum StepAction {
    /// A command is carried out.
    Gives(JournalEntry),
    /// A command is refused by the rules.
    Tries(JournalEntry),
    /// A call only reads.
    Calls(ReadCall),
}

impl Key {
    /// The key of a lesson for the learner who has this seed; none where the solution does not go there.
    pub fn of(lesson: &Lesson, seed: u64) -> Option<Key> {
        let mut run = Run::begin(lesson, seed).ok()?;
        let mut tasks = Vec::new();
        for task in &lesson.tasks {
            let steps = task.solve.iter().map(|step| take(&mut run, step));
            tasks.push(steps.collect::<Option<Vec<TakenStep>>>()?);
        }
        Some(Key { tasks, points: lesson.points() })
    }
}

fn take(run: &mut Run, step: &LessonStep) -> Option<TakenStep> {
    let before = run.session.present().clone();
    run.take(step, Actor::Portal).ok()?;
    let now = run.session.present();
    let entry = |command: &JournalCommand| {
        JournalEntry::new(before.now(), Actor::Portal, as_it_was(&before, now, command))
    };
    let what = match step {
        LessonStep::Give(command) => StepAction::Gives(entry(command)),
        LessonStep::Try(command) => StepAction::Tries(entry(command)),
        LessonStep::Call(call) => StepAction::Calls(call.clone()),
    };
    Some(TakenStep { what, at: before.now(), to: now.now(), changed: changed(&before, now) })
}

/// The command with the moment that it led to, where it waits for something.
fn as_it_was(before: &Workspace, now: &Workspace, command: &JournalCommand) -> JournalCommand {
    match command {
        JournalCommand::Advance(_) => {
            JournalCommand::Advance(Advance::Until { until: Until::Moment(now.now()), at_most: None })
        }
        JournalCommand::Put(_)
        | JournalCommand::Patch(_)
        | JournalCommand::Ship(_)
        | JournalCommand::Cancel(_)
        | JournalCommand::Delete(_)
        | JournalCommand::Rules(_)
        | JournalCommand::Speed(_)
        | JournalCommand::Paused(_)
        | JournalCommand::Inject(_)
        | JournalCommand::Rewind(_) => {
            let ready = crate::journal::run::prepare(before, command, Actor::Portal);
            ready.map_or_else(|_| command.clone(), |Ready { command, .. }| command)
        }
    }
}

/// The jobs whose states differ, those that are gone last.
fn changed(before: &Workspace, now: &Workspace) -> Vec<(String, Option<JobState>)> {
    let name = |record: &crate::service::workspace::Record| record.job.id.name.as_str().to_owned();
    let others = now
        .records()
        .filter(|record| before.record(record.job.no).is_none_or(|was| was.state != record.state));
    let mut changed: Vec<_> = others.map(|record| (name(record), Some(record.state))).collect();
    let gone = before.records().filter(|record| now.record(record.job.no).is_none());
    changed.extend(gone.map(|record| (name(record), None)));
    changed
}
