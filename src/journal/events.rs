//! Events: what a line of time is made of, for a strip that goes from one to the next.

use std::collections::BTreeSet;

use crate::domain::job::JobNo;
use crate::domain::name::JobName;
use crate::domain::time::SimTime;
use crate::service::command::Advanced;
use crate::service::simulation::Happening;
use crate::service::workspace::Workspace;

use super::line::{Journal, LookError, Moment};
use super::run::pass;

/// Something that was asked, or that happened by itself.
#[derive(Clone, Debug, PartialEq)]
pub struct JournalEvent {
    /// The moment right after it.
    pub moment: Moment,
    /// What it was.
    pub what: EventKind,
}

/// What an event was.
#[derive(Clone, Debug, PartialEq)]
pub enum EventKind {
    /// The command with this number was given.
    Asked(usize),
    /// The service did something.
    Happened(Happened),
}

/// What the service did at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happened {
    /// The first job that something happened to.
    pub job: JobName,
    /// What happened to it.
    pub what: Happening,
    /// How many other jobs something happened to at that moment.
    pub others: usize,
}

/// The events of a line as far as it has gone, to be carried on as it goes on.
#[derive(Clone, Debug, PartialEq)]
pub struct EventLog {
    /// The events, in the order of time.
    pub events: Vec<JournalEvent>,
    /// The workspace at the end, and how many commands have been given by then.
    at: Workspace,
    commands: usize,
}

impl EventLog {
    /// Every event of a line.
    ///
    /// # Errors
    /// [`LookError::Refused`]: the line is not what it was.
    pub fn of(journal: &Journal) -> Result<EventLog, LookError> {
        let at = journal.beginning().clone();
        let mut log = EventLog { events: Vec::new(), at, commands: journal.folded() };
        log.extend(journal)?;
        Ok(log)
    }

    /// Adds what has come to the line since.
    ///
    /// # Errors
    /// [`LookError::Refused`]: the line is not what it was.
    pub fn extend(&mut self, journal: &Journal) -> Result<(), LookError> {
        let known = self.commands.checked_sub(journal.folded()).ok_or(LookError::NotThere)?;
        for entry in journal.entries().iter().skip(known) {
            let no = self.commands;
            go_on(&mut self.at, entry.at, no, &mut self.events);
            self.commands += 1;
            let moment = Moment { commands: self.commands, at: entry.at };
            self.events.push(JournalEvent { moment, what: EventKind::Asked(no) });
            entry.carry_out(&mut self.at).map_err(|refusal| LookError::Refused(no, refusal))?;
        }
        go_on(&mut self.at, journal.last().at, self.commands, &mut self.events);
        Ok(())
    }
}

/// Lets time go on from event to event and notes each.
fn go_on(workspace: &mut Workspace, to: SimTime, commands: usize, events: &mut Vec<JournalEvent>) {
    while let Some(at) = workspace.next_event().filter(|at| *at <= to) {
        let advanced = workspace.advance(at, usize::MAX);
        if let Some(happened) = happened(workspace, &advanced, at) {
            events
                .push(JournalEvent { moment: Moment { commands, at }, what: EventKind::Happened(happened) });
        }
    }
    pass(workspace, to);
}

fn happened(workspace: &Workspace, advanced: &Advanced, at: SimTime) -> Option<Happened> {
    let jobs: BTreeSet<JobNo> = advanced.touched.iter().copied().collect();
    let others = jobs.len().checked_sub(1)?;
    let Some(record) = workspace.record(*jobs.first()?) else {
        // Of a job that is gone the log tells.
        let job = advanced.change.lines.first()?.job.clone()?;
        return Some(Happened { job, what: Happening::Deleted, others });
    };
    let what = happened_to(workspace, record.job.no, at)?;
    Some(Happened { job: record.job.id.name.clone(), what, others })
}

/// What happened to a job at the moment up to which the workspace has just gone on, as the one thing that says most.
fn happened_to(workspace: &Workspace, job: JobNo, at: SimTime) -> Option<Happening> {
    let all = all_that_happened_to(workspace, job, at);
    // What changes the state says more than what goes with it.
    all.iter().find(|what| what.enters().is_some()).or_else(|| all.first()).copied()
}

/// All that happened to a job at the moment up to which the workspace has just gone on.
pub fn all_that_happened_to(workspace: &Workspace, job: JobNo, at: SimTime) -> Vec<Happening> {
    // One that is gone was deleted.
    let Some(record) = workspace.record(job) else { return vec![Happening::Deleted] };
    let course = workspace.status(&record.job).course;
    course.moments.iter().filter(|moment| moment.at == at).map(|moment| moment.what).collect()
}
