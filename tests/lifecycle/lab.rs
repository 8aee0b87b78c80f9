//! A laboratory: a workspace with one job, whose life a test leads to where it wants it.

use import_export_portal::domain::drive::{CopyStatus, DriveState};
use import_export_portal::domain::job::{Order, Patch};
use import_export_portal::domain::name::JobName;
use import_export_portal::domain::state::{Action, JobState};
use import_export_portal::domain::time::{SimTime, Span};
use import_export_portal::service::log::{Actor, LogAction};
use import_export_portal::service::scenario::Scenario;
use import_export_portal::service::simulation::{Happening, times};
use import_export_portal::service::status::{DriveStatus, Status};
use import_export_portal::service::workspace::{Command, CommandError, Done, Record, Workspace};

use crate::orders::{SUBSCRIPTION, address, id, parcel};

pub fn cancel() -> Patch {
    Patch { cancel: true, ..Patch::default() }
}

pub fn ship(tracking: &str, drives: i64) -> Patch {
    Patch {
        ship: true,
        delivery_package: Some(parcel(tracking, drives)),
        return_address: Some(address("1 Example Street")),
        ..Patch::default()
    }
}

/// A workspace with one job called "job".
pub struct Lab {
    pub workspace: Workspace,
}

impl Lab {
    pub fn new(order: Order) -> Lab {
        let (head, jobs, lines) = Scenario::Empty.build(11, None);
        let mut lab = Lab { workspace: Workspace::new(head, jobs, lines) };
        lab.put(order).unwrap();
        lab
    }

    pub fn shipped(order: Order, tracking: &str, drives: i64) -> Lab {
        let mut lab = Lab::new(order);
        lab.patch(&ship(tracking, drives)).unwrap();
        lab
    }

    pub fn does(&mut self, command: &Command) -> Result<Done, CommandError> {
        let before = self.workspace.clone();
        let prepared = self.workspace.prepare(command, Actor::Rest);
        assert_eq!(self.workspace, before, "preparing changes nothing");
        let prepared = prepared?;
        if let Some(change) = &prepared.change {
            self.workspace.apply(change);
        }
        Ok(prepared.done)
    }

    pub fn put(&mut self, order: Order) -> Result<Done, CommandError> {
        self.does(&Command::Put { id: id("job"), order: Box::new(order) })
    }

    pub fn patch(&mut self, patch: &Patch) -> Result<Done, CommandError> {
        self.does(&Command::Patch { key: id("job").key(), patch: Box::new(patch.clone()) })
    }

    pub fn delete(&mut self) -> Result<Done, CommandError> {
        self.does(&Command::Delete { key: id("JOB").key() })
    }

    pub fn record(&self) -> &Record {
        self.workspace.find(&id("job").key()).expect("the job is there")
    }

    pub fn status(&self) -> Status {
        self.workspace.status(&self.record().job)
    }

    pub fn state(&self) -> JobState {
        assert_eq!(self.record().state, self.status().state);
        self.record().state
    }

    pub fn drives(&self) -> Vec<DriveStatus> {
        self.status().drives(&self.record().job, self.workspace.head().seed)
    }

    pub fn drive_states(&self) -> Vec<DriveState> {
        self.drives().into_iter().map(|drive| drive.state).collect()
    }

    pub fn copies(&self) -> Vec<Option<CopyStatus>> {
        self.drives().into_iter().map(|drive| drive.copy_status).collect()
    }

    pub fn to(&mut self, at: SimTime) {
        self.workspace.advance(at, usize::MAX);
        assert_eq!(self.workspace.now(), at);
    }

    pub fn on(&mut self, span: Span) {
        self.to(self.workspace.now() + span);
    }

    /// Goes on to the next thing that happens.
    pub fn step(&mut self) {
        let next = self.workspace.next_event().expect("something happens");
        self.to(next);
    }

    /// Goes on until the job is in `state`.
    pub fn until(&mut self, state: JobState) {
        while self.state() != state {
            self.step();
        }
    }

    /// The states that the job goes through from now until it is deleted.
    pub fn states_to_the_end(&mut self) -> Vec<JobState> {
        let mut states = vec![self.state()];
        while self.exists() {
            let state = self.state();
            if states.last() != Some(&state) {
                states.push(state);
            }
            self.step();
        }
        states
    }

    pub fn exists(&self) -> bool {
        self.workspace.find(&id("job").key()).is_some()
    }

    pub fn seen(&self, what: Happening) -> Option<SimTime> {
        let status = self.status();
        status.course.past(self.workspace.now()).find(|m| m.what == what).map(|m| m.at)
    }

    /// The job has ended and is kept for 90 days, to the millisecond, and then nowhere.
    pub fn ends(&mut self, state: JobState) {
        assert_eq!(self.state(), state);
        let kept_until = self.status().since + times::KEPT;
        self.to(SimTime::from_millis(kept_until.millis() - 1));
        assert_eq!(self.state(), state);
        self.to(kept_until);
        self.is_nowhere();
        let last = self.workspace.log().next_back().unwrap();
        assert_eq!((last.action, last.by, last.at), (LogAction::Deleted, Actor::Service, kept_until));
        assert_eq!(last.job.as_ref().map(JobName::as_str), Some("job"));
    }

    pub fn is_nowhere(&self) {
        let workspace = &self.workspace;
        assert!(!self.exists());
        assert_eq!(workspace.records().count(), 0);
        assert_eq!(workspace.by_name().count(), 0);
        assert_eq!(workspace.in_scope(SUBSCRIPTION, None, None).count(), 0);
        assert_eq!(workspace.next_event(), None);
    }

    pub fn refusal(&self, result: Result<Done, CommandError>) -> (Action, JobState, Vec<JobState>) {
        match result {
            Err(CommandError::Refused(refusal)) => (refusal.action, refusal.state, refusal.allowed.to_vec()),
            other => panic!("expected a refusal, not {other:?}"),
        }
    }
}
