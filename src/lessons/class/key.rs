//! Answer keys: a lesson's solution, carried out for one learner, with the moments and states that their seed leads to.

use crate::domain::state::JobState;
use crate::domain::time::SimTime;
use crate::journal::run::Ready;
use crate::journal::{Advance, Command, Entry, Until};
use crate::service::log::Actor;
use crate::service::workspace::Workspace;

use crate::lessons::lesson::Lesson;
use crate::lessons::run::Run;
use crate::lessons::step::{Call, Step};

/// How a learner solves a lesson.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    /// The steps of each task.
    pub tasks: Vec<Vec<Done>>,
    /// What the tasks count.
    pub points: u32,
}

/// A step that was taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Done {
    /// What was done.
    pub what: What,
    /// When, in simulated time.
    pub at: SimTime,
    /// Where the clock stands afterwards.
    pub to: SimTime,
    /// The jobs that changed: their names, and the state that they are in now; none where they are gone.
    pub changed: Vec<(String, Option<JobState>)>,
}

/// What a step does.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// A command is carried out.
    Gives(Entry),
    /// A command is refused by the rules.
    Tries(Entry),
    /// A call only reads.
    Calls(Call),
}

impl Key {
    /// The key of a lesson for the learner who has this seed; none where the solution does not go there.
    pub fn of(lesson: &Lesson, seed: u64) -> Option<Key> {
        let mut run = Run::begin(lesson, seed).ok()?;
        let mut tasks = Vec::new();
        for task in &lesson.tasks {
            let steps = task.solve.iter().map(|step| take(&mut run, step));
            tasks.push(steps.collect::<Option<Vec<Done>>>()?);
        }
        Some(Key { tasks, points: lesson.points() })
    }
}

fn take(run: &mut Run, step: &Step) -> Option<Done> {
    let before = run.session.present().clone();
    run.take(step, Actor::Portal).ok()?;
    let now = run.session.present();
    let entry = |command: &Command| Entry::new(before.now(), Actor::Portal, as_it_was(&before, now, command));
    let what = match step {
        Step::Give(command) => What::Gives(entry(command)),
        Step::Try(command) => What::Tries(entry(command)),
        Step::Call(call) => What::Calls(call.clone()),
    };
    Some(Done { what, at: before.now(), to: now.now(), changed: changed(&before, now) })
}

/// The command with the moment that it led to, where it waits for something.
fn as_it_was(before: &Workspace, now: &Workspace, command: &Command) -> Command {
    match command {
        Command::Advance(_) => {
            Command::Advance(Advance::Until { until: Until::Moment(now.now()), at_most: None })
        }
        Command::Put(_)
        | Command::Patch(_)
        | Command::Ship(_)
        | Command::Cancel(_)
        | Command::Delete(_)
        | Command::Rules(_)
        | Command::Speed(_)
        | Command::Paused(_)
        | Command::Inject(_)
        | Command::Rewind(_) => {
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
