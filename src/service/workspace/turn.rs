//! Turns: a workspace that becomes what it was at another time or in another line, and what is kept beside it.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::job::{Job, JobNo};
use crate::service::command::{Change, Head};
use crate::service::log::{Actor, LogAction, LogLine};
use crate::service::range::Spent;

use super::Workspace;

/// Texts that are kept with a workspace in one step and are nothing to the service: JSON arrays by their keys.
pub type Beside = BTreeMap<String, Arc<str>>;

impl Workspace {
    /// What is kept beside it.
    pub fn beside(&self) -> &Arc<Beside> {
        &self.beside
    }

    /// Sets all that is kept beside it, as a store has kept it.
    pub fn set_beside(&mut self, beside: Beside) {
        self.beside = Arc::new(beside);
    }

    /// The workspace with nothing beside it.
    pub fn plain(&self) -> Workspace {
        Workspace { beside: Arc::default(), ..self.clone() }
    }

    /// The change that makes this workspace what `to` is, whatever time that is at. What is kept beside it stays.
    pub fn turn_to(&self, to: &Workspace) -> Change {
        let gone = self.records().filter(|record| to.record(record.job.no).is_none());
        let mut jobs: Vec<(JobNo, Option<Arc<Job>>)> = gone.map(|record| (record.job.no, None)).collect();
        for record in to.records() {
            let same = self.record(record.job.no).is_some_and(|here| here.job == record.job);
            if !same {
                jobs.push((record.job.no, Some(record.job.clone())));
            }
        }
        let told = |workspace: &Workspace| -> BTreeMap<u64, LogLine> {
            workspace.log().map(|line| (line.no, line.clone())).collect()
        };
        let (here, there) = (told(self), told(to));
        let dropped = here.values().filter(|line| there.get(&line.no) != Some(line)).map(|line| line.no);
        let lines = there.values().filter(|line| here.get(&line.no) != Some(line)).cloned().collect();
        Change { jobs, lines, turn: Some(dropped.collect()), ..Change::of(to.head().clone()) }
    }

    /// Carries out a change that leads to another time, and drops these lines of the log.
    pub(super) fn take_turn(&mut self, change: &Change, dropped: &[u64]) {
        self.head = Head { jobs: self.head.jobs, ..change.head.clone() };
        for (no, job) in &change.jobs {
            match job {
                Some(job) => self.insert(job.clone()),
                None => self.remove(*no),
            }
        }
        // Every other job stands elsewhere at this time.
        let all: Vec<Arc<Job>> = self.records().map(|record| record.job.clone()).collect();
        for job in all {
            if !self.refresh(&job) {
                self.remove(job.no);
            }
        }
        let stays = self.log().filter(|line| !dropped.contains(&line.no)).chain(&change.lines);
        let lines: BTreeMap<u64, LogLine> = stays.map(|line| (line.no, line.clone())).collect();
        self.held_mut().log = lines.into_values().collect();
        self.head = Head { jobs: self.head.jobs, ..change.head.clone() };
    }

    pub(super) fn keep_beside(&mut self, change: &Change) {
        if change.beside.is_empty() {
            return;
        }
        let beside = Arc::make_mut(&mut self.beside);
        for (key, text) in &change.beside {
            match text {
                Some(text) => beside.insert(key.clone(), text.clone()),
                None => beside.remove(key),
            };
        }
    }

    /// Takes a job away that somebody has deleted at another time of this workspace; the log says so.
    pub fn erase(&mut self, no: JobNo, by: Actor) {
        if let Some(job) = self.record(no).map(|record| record.job.clone()) {
            match self.change(&job, false, LogAction::Deleted, by) {
                Ok(change) => self.apply(&change),
                // It goes, also where no number is left for the line that would tell of it.
                Err(Spent) => self.remove(no),
            }
        }
    }

    /// Sets the clock, without anybody asking for it.
    pub fn set_clock(&mut self, speed: u64, paused: bool) {
        (self.head.speed, self.head.paused) = (speed, paused);
    }
}
