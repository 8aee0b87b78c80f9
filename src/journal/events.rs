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
pub struct Event {
    /// The moment right after it.
    pub moment: Moment,
    /// What it was.
    pub what: What,
}

/// What an event was.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
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

impl Journal {
    /// Every event of the line, in the order of time.
    ///
    /// # Errors
    /// [`LookError::Refused`]: the line is not what it was.
    pub fn events(&self) -> Result<Vec<Event>, LookError> {
        let mut events = Vec::new();
        let mut workspace = self.beginning().clone();
        for (no, entry) in (self.folded()..).zip(self.entries()) {
            go_on(&mut workspace, entry.at, no, &mut events);
            let moment = Moment { commands: no + 1, at: entry.at };
            events.push(Event { moment, what: What::Asked(no) });
            entry.carry_out(&mut workspace).map_err(|refusal| LookError::Refused(no, refusal))?;
        }
        go_on(&mut workspace, self.last().at, self.commands(), &mut events);
        Ok(events)
    }
}

/// Lets time go on from event to event and notes each.
fn go_on(workspace: &mut Workspace, to: SimTime, commands: usize, events: &mut Vec<Event>) {
    while let Some(at) = workspace.next_event().filter(|at| *at <= to) {
        let advanced = workspace.advance(at, usize::MAX);
        if let Some(happened) = happened(workspace, &advanced, at) {
            events.push(Event { moment: Moment { commands, at }, what: What::Happened(happened) });
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
    let course = workspace.status(&record.job).course;
    // What changes the state says more than what goes with it.
    let at_once = || course.moments.iter().filter(|moment| moment.at == at);
    let what = at_once().find(|moment| moment.what.enters().is_some()).or_else(|| at_once().next())?.what;
    Some(Happened { job: record.job.id.name.clone(), what, others })
}
