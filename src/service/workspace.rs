//! A workspace: all jobs of one sandbox, its clock and its rules; the only place that changes them.

mod turn;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::ops::Bound;
use std::sync::Arc;

use crate::domain::injection::Injection;
use crate::domain::job::{Job, JobNo, Order, Patch};
use crate::domain::name::{JobId, JobKey};
use crate::domain::state::{Action, JobState};
use crate::domain::time::SimTime;

pub use super::command::{Advanced, Change, Command, CommandError, Done, Head, Prepared};
use super::inject::may_inject;
use super::log::{Actor, LogAction, LogLine, MAX_LINES};
use super::range::{self, Spent};
use super::status::{Progress, Status};
use super::tally::Tally;
pub use turn::Beside;

/// A job of the workspace, and what is looked up of it most. All of it stays right until something
/// happens to the job.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// The job.
    pub job: Arc<Job>,
    /// The state that it is in now.
    pub state: JobState,
    /// When something happens to it next.
    pub next: Option<SimTime>,
    /// When the service deletes it, if nothing more is asked of it.
    pub deletion: Option<SimTime>,
    /// How its copy stands.
    pub progress: Progress,
}

impl Record {
    /// What part of the job's data has been copied by `now`, which is the workspace's time, in
    /// whole per cent; absent in `Creating`.
    pub fn percent_complete(&self, now: SimTime) -> Option<u8> {
        (self.state != JobState::Creating).then(|| self.progress.percent(now))
    }
}

/// All jobs of one sandbox, its clock and its rules.
#[derive(Clone, Debug, PartialEq)]
pub struct Workspace {
    head: Head,
    /// Shared by copies for as long as neither changes: a copy of ten thousand jobs costs nothing.
    held: Arc<Held>,
    beside: Arc<Beside>,
}

/// What grows with the number of jobs.
#[derive(Clone, Debug, Default, PartialEq)]
struct Held {
    /// Boxed, since half of a tree's room is empty where numbers only grow.
    records: BTreeMap<JobNo, Box<Record>>,
    names: BTreeMap<JobKey, JobNo>,
    agenda: BTreeSet<(SimTime, JobNo)>,
    log: VecDeque<LogLine>,
}

impl Workspace {
    /// A workspace as a store has kept it, its lines in the order of their numbers. Jobs that the
    /// service has deleted by now are left out.
    pub fn new(
        head: Head,
        jobs: impl IntoIterator<Item = impl Into<Arc<Job>>>,
        lines: impl IntoIterator<Item = LogLine>,
    ) -> Workspace {
        let head = Head { jobs: Some(Tally::default()), ..head };
        let mut workspace = Workspace { head, held: Arc::default(), beside: Arc::default() };
        for job in jobs {
            workspace.insert(job.into());
        }
        for line in lines {
            workspace.append(line);
        }
        workspace
    }

    /// Everything but jobs and log.
    pub fn head(&self) -> &Head {
        &self.head
    }

    /// Simulated time.
    pub fn now(&self) -> SimTime {
        self.head.now
    }

    /// The job with this key.
    pub fn find(&self, key: &JobKey) -> Option<&Record> {
        self.held.names.get(key).and_then(|no| self.record(*no))
    }

    /// The job with this number.
    pub fn record(&self, no: JobNo) -> Option<&Record> {
        self.held.records.get(&no).map(AsRef::as_ref)
    }

    /// Every job, in the order of creation.
    pub fn records(&self) -> impl ExactSizeIterator<Item = &Record> {
        self.held.records.values().map(AsRef::as_ref)
    }

    /// Every key with its job, by subscription, group, name.
    pub fn by_name(&self) -> impl Iterator<Item = (&JobKey, &Record)> {
        self.held.names.iter().filter_map(|(key, no)| self.record(*no).map(|record| (key, record)))
    }

    /// The jobs of a subscription, or of one of its groups, by name, beginning behind `after`.
    pub fn in_scope<'a>(
        &'a self,
        subscription: &str,
        group: Option<&str>,
        after: Option<&JobKey>,
    ) -> impl Iterator<Item = (&'a JobKey, &'a Record)> + use<'a> {
        let first = JobKey::new(subscription, group.unwrap_or_default(), "");
        let bound = match after {
            Some(key) if *key > first => Bound::Excluded(key.clone()),
            Some(_) | None => Bound::Included(first.clone()),
        };
        let whole_subscription = group.is_none();
        self.held
            .names
            .range((bound, Bound::Unbounded))
            .take_while(move |(key, _)| {
                key.subscription() == first.subscription()
                    && (whole_subscription || key.group() == first.group())
            })
            .filter_map(|(key, no)| self.record(*no).map(|record| (key, record)))
    }

    /// What a job looks like now.
    pub fn status(&self, job: &Job) -> Status {
        Status::of(job, self.head.seed, self.head.now)
    }

    /// The lines of the activity log, oldest first.
    pub fn log(&self) -> impl DoubleEndedIterator<Item = &LogLine> + ExactSizeIterator {
        self.held.log.iter()
    }

    /// When something happens next, to any job.
    pub fn next_event(&self) -> Option<SimTime> {
        self.next_job().map(|(at, _)| at)
    }

    /// The job that something happens to next, and when.
    pub fn next_job(&self) -> Option<(SimTime, JobNo)> {
        self.held.agenda.first().copied()
    }

    /// Looks at a command and says what it will do; nothing has changed yet. Until the change has
    /// been applied or dropped, nothing else may be prepared, applied or advanced.
    ///
    /// # Errors
    /// [`CommandError`] says why it is refused.
    pub fn prepare(&self, command: &Command, by: Actor) -> Result<Prepared, CommandError> {
        match command {
            Command::Put { id, order } => self.put(id, order, by),
            Command::Patch { key, patch } => self.patch(key, patch, by),
            Command::Delete { key } => self.delete(key, by),
            Command::Inject { key, injection } => self.inject(key, *injection, by),
            Command::SetRules(rules) => {
                let line = (*rules != self.head.rules).then_some(LogAction::RulesChosen(*rules));
                self.set(line, by, |head| head.rules = *rules)
            }
            Command::SetSpeed(speed) if !range::is_speed(*speed) => Err(CommandError::NoSuchSpeed),
            Command::SetSpeed(speed) => self.set(None, by, |head| head.speed = *speed),
            Command::SetPaused(paused) => self.set(None, by, |head| head.paused = *paused),
            Command::NoteJump(to) => self.set(Some(LogAction::Jumped(*to)), by, |_| {}),
        }
    }

    fn put(&self, id: &JobId, order: &Order, by: Actor) -> Result<Prepared, CommandError> {
        let now = self.now();
        match self.find(&id.key()) {
            Some(record) => {
                record.job.may(Action::Replace, record.state, self.head.rules)?;
                let job = record.job.replaced(order.clone(), now);
                self.updated(job, LogAction::Replaced, by)
            }
            None => {
                let job = Arc::new(Job::new(self.head.next_job, id.clone(), order.clone(), now));
                let change = self.change(&job, true, LogAction::Created, by)?;
                Ok(Prepared { done: Done::Created(job), change: Some(change) })
            }
        }
    }

    fn patch(&self, key: &JobKey, patch: &Patch, by: Actor) -> Result<Prepared, CommandError> {
        let record = self.find(key).ok_or(CommandError::NoSuchJob)?;
        let job = record.job.patched(patch, record.state, self.head.rules, self.now())?;
        let action = if patch.cancel {
            LogAction::CancelRequested
        } else if patch.ship {
            LogAction::MarkedShipped
        } else {
            LogAction::Updated
        };
        self.updated(job, action, by)
    }

    fn delete(&self, key: &JobKey, by: Actor) -> Result<Prepared, CommandError> {
        let Some(record) = self.find(key) else {
            return Ok(Prepared { done: Done::NothingToDelete, change: None });
        };
        record.job.may(Action::Delete, record.state, self.head.rules)?;
        let change = self.change(&record.job, false, LogAction::Deleted, by)?;
        Ok(Prepared { done: Done::Deleted, change: Some(change) })
    }

    fn inject(&self, key: &JobKey, injection: Injection, by: Actor) -> Result<Prepared, CommandError> {
        let record = self.find(key).ok_or(CommandError::NoSuchJob)?;
        may_inject(&record.job, &self.status(&record.job), injection)?;
        let job = record.job.injected(injection, self.now());
        self.updated(job, LogAction::Injected(injection), by)
    }

    fn updated(&self, job: Job, action: LogAction, by: Actor) -> Result<Prepared, CommandError> {
        let job = Arc::new(job);
        let change = self.change(&job, true, action, by)?;
        Ok(Prepared { done: Done::Updated(job), change: Some(change) })
    }

    fn set(
        &self,
        action: Option<LogAction>,
        by: Actor,
        with: impl FnOnce(&mut Head),
    ) -> Result<Prepared, CommandError> {
        let mut head = self.head.clone();
        with(&mut head);
        let line = action.map(|action| head.next_line(None, action, by)).transpose()?;
        let lines = line.into_iter().collect();
        Ok(Prepared { done: Done::Set, change: Some(Change { lines, ..Change::of(head) }) })
    }

    fn change(&self, job: &Arc<Job>, stays: bool, action: LogAction, by: Actor) -> Result<Change, Spent> {
        let mut head = self.head.clone();
        let line = head.next_line(Some(job.id.name.clone()), action, by)?;
        head.next_job = head.next_job.max(range::after(job.no)?);
        let tally = head.jobs.unwrap_or_default();
        head.jobs = Some(match (self.record(job.no).is_some(), stays) {
            (false, true) => tally.with(job.no),
            (true, false) => tally.without(job.no),
            (true, true) | (false, false) => tally,
        });
        let jobs = vec![(job.no, stays.then(|| job.clone()))];
        Ok(Change { jobs, lines: vec![line], ..Change::of(head) })
    }

    /// Carries out a change that this workspace or its twin in another tab has prepared.
    pub fn apply(&mut self, change: &Change) {
        self.keep_beside(change);
        if let Some(dropped) = &change.turn {
            self.take_turn(change, dropped);
            return;
        }
        // A twin in another tab may be behind; what happens on the way is the same everywhere.
        while self.now() < change.head.now {
            self.advance(change.head.now, usize::MAX);
        }
        self.head = Head { now: self.head.now, jobs: self.head.jobs, ..change.head.clone() };
        for (no, job) in &change.jobs {
            match job {
                Some(job) => self.insert(job.clone()),
                None => self.remove(*no),
            }
        }
        for line in &change.lines {
            self.append(line.clone());
        }
    }

    /// Lets time go on to `to`, or to an earlier moment when more than `most` things happen before
    /// it, and returns what a store has to write: the jobs that the service has deleted, and the
    /// head. Call it until [`Workspace::now`] is `to`; in how many steps changes nothing.
    pub fn advance(&mut self, to: SimTime, most: usize) -> Advanced {
        let mut touched = Vec::new();
        let mut jobs = Vec::new();
        let mut lines = Vec::new();
        let mut steps = 0;
        let mut at = self.now();
        while let Some((due, no)) = self.held.agenda.first().copied().filter(|(due, _)| *due <= to) {
            // All that happens at one moment happens in one step.
            if steps >= most && due > at {
                break;
            }
            steps += 1;
            at = due;
            self.head.now = due;
            touched.push(no);
            let Some(job) = self.held.records.get(&no).map(|record| record.job.clone()) else {
                self.held_mut().agenda.remove(&(due, no));
                continue;
            };
            if self.refresh(&job) {
                continue;
            }
            self.remove(no);
            jobs.push((no, None));
            let name = job.id.name.clone();
            // A job whose time has come goes, also where no number is left for the line that would tell of it.
            if let Ok(line) = self.head.next_line(Some(name), LogAction::Deleted, Actor::Service) {
                self.append(line.clone());
                lines.push(line);
            }
        }
        if self.next_event().is_none_or(|due| due > to) {
            self.head.now = self.head.now.max(to);
        }
        Advanced { touched, change: Change { jobs, lines, ..Change::of(self.head.clone()) } }
    }

    fn held_mut(&mut self) -> &mut Held {
        Arc::make_mut(&mut self.held)
    }

    fn insert(&mut self, job: Arc<Job>) {
        let key = job.id.key();
        let key = match self.held.names.range(..&key).next_back() {
            Some((neighbour, _)) => key.sharing(neighbour),
            None => key,
        };
        // A job has one name and a name has one job: whatever was there before is gone.
        if self.held.records.get(&job.no).is_some_and(|before| before.job.id.key() != key) {
            self.remove(job.no);
        }
        if let Some(before) = self.held_mut().names.insert(key, job.no).filter(|before| *before != job.no) {
            self.forget(before);
        }
        self.head.next_job = self.head.next_job.max(range::behind(Some(job.no)));
        if !self.refresh(&job) {
            self.remove(job.no);
        }
    }

    /// Sets state and next event of a job anew; false if the service has deleted it by now.
    fn refresh(&mut self, job: &Arc<Job>) -> bool {
        let status = self.status(job);
        let next = status.next().map(|moment| moment.at);
        let record = Box::new(Record {
            job: job.clone(),
            state: status.state,
            next,
            deletion: status.course.deleted_at(),
            progress: status.progress(),
        });
        self.forget(job.no);
        if let Some(at) = next {
            self.held_mut().agenda.insert((at, job.no));
        }
        self.held_mut().records.insert(job.no, record);
        self.head.jobs = Some(self.head.jobs.unwrap_or_default().with(job.no));
        !status.is_gone()
    }

    fn forget(&mut self, no: JobNo) -> Option<Box<Record>> {
        let record = self.held_mut().records.remove(&no)?;
        self.head.jobs = Some(self.head.jobs.unwrap_or_default().without(no));
        if let Some(at) = record.next {
            self.held_mut().agenda.remove(&(at, no));
        }
        Some(record)
    }

    fn remove(&mut self, no: JobNo) {
        if let Some(record) = self.forget(no) {
            let key = record.job.id.key();
            if self.held.names.get(&key) == Some(&no) {
                self.held_mut().names.remove(&key);
            }
        }
    }

    fn append(&mut self, line: LogLine) {
        // A line may come twice when a change is applied again; lines are numbered in their order.
        if self.held.log.back().is_some_and(|last| last.no >= line.no) {
            return;
        }
        self.head.next_line = self.head.next_line.max(range::behind(Some(line.no)));
        let log = &mut self.held_mut().log;
        log.push_back(line);
        if log.len() > MAX_LINES {
            log.pop_front();
        }
    }
}
