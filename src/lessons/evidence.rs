//! Evidence: what predicates are asked of. It is read off a recording, branch by branch, and the notes beside it.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::api::route::JobPath;
use crate::domain::job::{Job, JobNo};
use crate::domain::name::JobId;
use crate::domain::state::JobState;
use crate::domain::time::SimTime;
use crate::journal::run::{find, pass};
use crate::journal::{Branches, JobRef, Journal, JournalEntry, LookError};
use crate::service::log::Actor;
use crate::service::simulation::{Course, TimedHappening};
use crate::service::workspace::Workspace;

use super::note::{Deed, Note, short};

/// What there is to go by.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// The present branch first.
    pub lines: Vec<BranchEvidence>,
    /// What no journal holds.
    pub notes: Vec<Note>,
}

/// One branch, from its beginning to its end.
#[derive(Clone, Debug, PartialEq)]
pub struct BranchEvidence {
    /// The workspace at its end.
    pub end: Workspace,
    /// Every job that there was, the oldest first.
    pub jobs: Vec<Life>,
    /// What was asked, the oldest first.
    pub asked: Vec<AcceptedCommand>,
}

/// The life of a job.
#[derive(Clone, Debug, PartialEq)]
pub struct Life {
    /// The job as it was last.
    pub job: Arc<Job>,
    /// Its name as notes have it.
    pub name: String,
    /// When it was deleted, and by whom; none while it is there.
    pub gone: Option<(SimTime, Actor)>,
    /// What has happened to it, in the order of time.
    pub moments: Vec<TimedHappening>,
}

/// Something that was asked and accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AcceptedCommand {
    /// When.
    pub at: SimTime,
    /// What was done by it.
    pub deeds: Vec<Deed>,
    /// To which job, as notes name it, and the state that it was in, if it was there.
    pub job: Option<(String, Option<JobState>)>,
    /// Which way.
    pub by: Actor,
}

impl Evidence {
    /// What all branches show.
    ///
    /// # Errors
    /// [`LookError`]: a branch is not what it was.
    pub fn of(branches: &Branches, notes: &[Note]) -> Result<Evidence, LookError> {
        let present = branches.present();
        let others = branches.all().into_iter().filter(|branch| branch.no != present.no);
        let lines = std::iter::once(present).chain(others).map(|branch| BranchEvidence::of(&branch.journal));
        Ok(Evidence { lines: lines.collect::<Result<_, _>>()?, notes: notes.to_vec() })
    }
}

impl BranchEvidence {
    /// What a journal shows.
    ///
    /// # Errors
    /// [`LookError::Refused`]: it is not what it was.
    pub fn of(journal: &Journal) -> Result<BranchEvidence, LookError> {
        let mut reader = Reader::new(journal.beginning().clone());
        for (n, entry) in journal.entries().iter().enumerate() {
            reader.goes_on(entry.at);
            reader.takes(entry).map_err(|why| LookError::Refused(journal.folded() + n, why))?;
        }
        reader.goes_on(journal.last().at);
        Ok(reader.line())
    }

    /// The lives of the jobs of this name, the oldest first.
    pub fn lives<'a>(&'a self, of: &'a JobRef) -> impl DoubleEndedIterator<Item = &'a Life> {
        self.jobs.iter().filter(|life| super::note::is_named(&life.name, of))
    }
}

/// A job as it was last, and when it was deleted and by whom.
type Known = (Arc<Job>, Option<(SimTime, Actor)>);

/// Reads a journal from its beginning to its end, with an eye on who goes.
struct Reader {
    now: Workspace,
    known: BTreeMap<JobNo, Known>,
    asked: Vec<AcceptedCommand>,
}

impl Reader {
    fn new(beginning: Workspace) -> Reader {
        let mut reader = Reader { now: beginning, known: BTreeMap::new(), asked: Vec::new() };
        reader.looks(Actor::Service);
        reader
    }

    /// Notes which jobs there are, and that the others were deleted by this one, if nobody has noted it yet.
    fn looks(&mut self, by: Actor) {
        for record in self.now.records() {
            self.known.insert(record.job.no, (record.job.clone(), None));
        }
        let (now, at) = (&self.now, self.now.now());
        for (no, (_, gone)) in &mut self.known {
            if gone.is_none() && now.record(*no).is_none() {
                *gone = Some((at, by));
            }
        }
    }

    fn goes_on(&mut self, to: SimTime) {
        while let Some(at) = self.now.next_event().filter(|at| *at <= to) {
            self.now.advance(at, usize::MAX);
            self.looks(Actor::Service);
        }
        pass(&mut self.now, to);
    }

    fn takes(&mut self, entry: &JournalEntry) -> Result<(), crate::journal::CommandRefusal> {
        let job = match entry.command.job() {
            Some(of) => {
                let there = find(&self.now, of)?;
                let name = short(&crate::journal::run::path(&self.now, of)?);
                Some((name, there.map(|record| record.state)))
            }
            None => None,
        };
        let is_there = job.as_ref().is_some_and(|(_, state)| state.is_some());
        let deeds = Deed::of(&entry.command, is_there);
        entry.carry_out(&mut self.now)?;
        self.looks(entry.by);
        self.asked.push(AcceptedCommand { at: entry.at, deeds, job, by: entry.by });
        Ok(())
    }

    fn line(self) -> BranchEvidence {
        let (seed, now) = (self.now.head().seed, self.now.now());
        let life = |(job, gone): Known| {
            let until = gone.map_or(now, |(at, _)| at);
            let moments = Course::of(&job, seed).past(until).copied().collect();
            Life { name: name_of(&job.id), job, gone, moments }
        };
        BranchEvidence {
            jobs: self.known.into_values().map(life).collect(),
            asked: self.asked,
            end: self.now,
        }
    }
}

fn name_of(id: &JobId) -> String {
    short(&JobPath::from(id))
}
