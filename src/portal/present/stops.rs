//! Stops: where a recording is halted so that somebody can speak: what was asked, what was refused, and what the service
//! did to the jobs that this is about.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::api::route::JobPath;
use crate::domain::job::JobNo;
use crate::domain::name::JobKey;
use crate::domain::time::SimTime;
use crate::journal::events::all_that_happened_to;
use crate::journal::run::{pass, path};
use crate::journal::{Advance, Journal, JournalCommand, JournalEntry, LookError, Moment, Until};
use crate::service::simulation::Happening;
use crate::service::workspace::Workspace;

use super::demo::Refused;

/// A place where the recording is halted.
#[derive(Clone, Debug, PartialEq)]
pub struct Stop {
    /// What is looked at there.
    pub moment: Moment,
    /// The job that it is about.
    pub job: Option<JobPath>,
    /// What has just been.
    pub told: Told,
}

/// What has just been at a stop.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// Nothing: it begins.
    Beginning,
    /// This was asked, and done.
    Asked(Arc<JournalEntry>),
    /// This was asked, and refused.
    Refused(Box<Refused>),
    /// This happened to the job by itself.
    Happened(Happening),
    /// Time has passed, and nothing that is told of has happened.
    Passed(SimTime),
}

/// Whether something that happens to a job is worth a stop: it changes the state, or what becomes of the job.
fn is_stop(what: Happening) -> bool {
    what.enters().is_some()
        || matches!(what, Happening::CopyStopped | Happening::Deleted | Happening::OperatorsNotified)
}

/// The stops of a line of time, the beginning first. What happens by itself counts for the jobs that somebody asked
/// something about; for all, where nobody asked anything about any.
///
/// # Errors
/// [`LookError::Refused`]: the line is not what it was.
pub fn stops(journal: &Journal, refused: &[Refused]) -> Result<Vec<Stop>, LookError> {
    let mut walk = Walk::from(journal, refused);
    let mut rest = refused.iter().peekable();
    for entry in journal.entries() {
        while let Some(refused) = rest.next_if(|refused| refused.after <= walk.commands) {
            walk.refuse(refused);
        }
        walk.ask(entry)?;
    }
    rest.for_each(|refused| walk.refuse(refused));
    walk.go_on(journal.last().at);
    walk.end_passing();
    Ok(walk.stops)
}

/// A walk along a line of time.
struct Walk {
    at: Workspace,
    commands: usize,
    stops: Vec<Stop>,
    /// The jobs that count; all where there is none.
    about: BTreeSet<JobKey>,
    /// Where the jobs are that are there now: of one that the service has deleted nobody else tells.
    known: BTreeMap<JobNo, JobPath>,
    /// Time was let go on to this moment, and nothing has happened since.
    passing: Option<SimTime>,
}

impl Walk {
    fn from(journal: &Journal, refused: &[Refused]) -> Walk {
        let at = journal.beginning().clone();
        let asked = journal.entries().iter().map(|entry| &entry.command);
        let about = asked.chain(refused.iter().map(|refused| &refused.command));
        let about = about
            .filter_map(JournalCommand::job)
            .filter_map(|job| Some(path(&at, job).ok()?.key()))
            .collect();
        let beginning = Stop { moment: journal.first(), job: None, told: Told::Beginning };
        let mut walk = Walk {
            at,
            commands: journal.folded(),
            stops: vec![beginning],
            about,
            known: BTreeMap::new(),
            passing: None,
        };
        walk.learn();
        walk
    }

    /// Takes note of the jobs that there are.
    fn learn(&mut self) {
        let all = self.at.records().map(|record| (record.job.no, JobPath::from(&record.job.id)));
        self.known.extend(all);
    }

    fn push(&mut self, job: Option<JobPath>, told: Told) {
        let moment = Moment { commands: self.commands, at: self.at.now() };
        self.stops.push(Stop { moment, job, told });
        self.passing = None;
    }

    fn ask(&mut self, entry: &Arc<JournalEntry>) -> Result<(), LookError> {
        self.go_on(entry.at);
        let no = self.commands;
        entry.carry_out(&mut self.at).map_err(|refusal| LookError::Refused(no, refusal))?;
        self.commands += 1;
        match &entry.command {
            // How the clock goes is no part of a story. What stands before it is where it begins.
            JournalCommand::Speed(_) | JournalCommand::Paused(_) => {
                if let [beginning] = self.stops.as_mut_slice() {
                    beginning.moment = Moment { commands: self.commands, at: self.at.now() };
                }
            }
            JournalCommand::Advance(advance) => {
                self.end_passing();
                self.passing = Some(goal(advance, entry.at));
            }
            command @ (JournalCommand::Put(_)
            | JournalCommand::Patch(_)
            | JournalCommand::Ship(_)
            | JournalCommand::Cancel(_)
            | JournalCommand::Delete(_)
            | JournalCommand::Rules(_)
            | JournalCommand::Inject(_)
            | JournalCommand::Rewind(_)) => {
                self.end_passing();
                let job = command.job().and_then(|job| path(&self.at, job).ok());
                self.learn();
                self.push(job, Told::Asked(entry.clone()));
            }
        }
        Ok(())
    }

    fn refuse(&mut self, refused: &Refused) {
        self.go_on(refused.at);
        self.end_passing();
        let job = refused.command.job().and_then(|job| path(&self.at, job).ok());
        self.push(job, Told::Refused(Box::new(refused.clone())));
    }

    /// A stop where time was let go on and nothing has happened until now.
    fn end_passing(&mut self) {
        if let Some(to) = self.passing.take().filter(|to| *to <= self.at.now()) {
            self.push(None, Told::Passed(to));
        }
    }

    fn go_on(&mut self, to: SimTime) {
        while let Some(at) = self.at.next_event().filter(|at| *at <= to) {
            let touched: BTreeSet<JobNo> = self.at.advance(at, usize::MAX).touched.into_iter().collect();
            for no in touched {
                let Some(path) = self.known.get(&no).cloned() else { continue };
                if !self.about.is_empty() && !self.about.contains(&path.key()) {
                    continue;
                }
                for what in all_that_happened_to(&self.at, no, at).into_iter().filter(|what| is_stop(*what)) {
                    self.push(Some(path.clone()), Told::Happened(what));
                }
            }
        }
        pass(&mut self.at, to);
    }
}

/// The moment that time was let go on to; a recording names it.
fn goal(advance: &Advance, from: SimTime) -> SimTime {
    match advance {
        Advance::By(span) => from + *span,
        Advance::Until { until: Until::Moment(to), .. } => *to,
        Advance::Until { until: Until::Next | Until::State { .. } | Until::Gone(_), .. } => from,
    }
}

#[cfg(test)]
mod tests;
