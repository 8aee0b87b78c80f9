//! Notes: what a journal does not hold, since it changed nothing: refusals, and calls that only read.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::api::message::{Request, Response};
use crate::api::route::{JobPath, Resource};
use crate::api::target::Target;
use crate::api::{Attempt, refused_action};
use crate::domain::state::{Action, JobState, RuleSet};
use crate::domain::text::lower;
use crate::domain::time::SimTime;
use crate::journal::{JobRef, JournalCommand};
use crate::service::log::Actor;

/// What somebody does to a workspace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Deed {
    /// Put Job on a free name.
    Create,
    /// Put Job on a taken name.
    Replace,
    /// `state: Shipping`.
    Ship,
    /// `cancelRequested: true`.
    Cancel,
    /// Delete Job.
    Delete,
    /// A change of `driveList`.
    Drives,
    /// A change of `deliveryPackage`.
    Delivery,
    /// A change of `logLevel` or `backupDriveManifest`.
    Logging,
    /// A change of `returnAddress` or `returnShipping`.
    Return,
    /// A change of `tags`.
    Tags,
    /// Other rules.
    Rules,
    /// A jump of the clock, or another speed of it.
    Clock,
    /// Something was made to go wrong.
    Inject,
}

impl From<Action> for Deed {
    fn from(action: Action) -> Deed {
        match action {
            Action::Cancel => Deed::Cancel,
            Action::Delete => Deed::Delete,
            Action::Replace => Deed::Replace,
            Action::Ship => Deed::Ship,
            Action::EditDrives => Deed::Drives,
            Action::EditDelivery => Deed::Delivery,
            Action::EditLogging => Deed::Logging,
            Action::EditReturn => Deed::Return,
            Action::EditTags => Deed::Tags,
        }
    }
}

impl Deed {
    /// What a command does; a change of a job may do several things. `is_there` says whether its job is.
    pub fn of(command: &JournalCommand, is_there: bool) -> Vec<Deed> {
        match command {
            JournalCommand::Put(_) if is_there => vec![Deed::Replace],
            JournalCommand::Put(_) => vec![Deed::Create],
            JournalCommand::Patch(sent) => of_patch(&sent.body),
            JournalCommand::Ship(ship) => of_patch(&ship.body()),
            JournalCommand::Cancel(_) => vec![Deed::Cancel],
            JournalCommand::Delete(_) => vec![Deed::Delete],
            JournalCommand::Rules(_) => vec![Deed::Rules],
            JournalCommand::Speed(_)
            | JournalCommand::Paused(_)
            | JournalCommand::Advance(_)
            | JournalCommand::Rewind(_) => {
                vec![Deed::Clock]
            }
            JournalCommand::Inject(_) => vec![Deed::Inject],
        }
    }

    /// Whether it is asked of a job.
    pub fn is_of_a_job(self) -> bool {
        match self {
            Deed::Create
            | Deed::Replace
            | Deed::Ship
            | Deed::Cancel
            | Deed::Delete
            | Deed::Drives
            | Deed::Delivery
            | Deed::Logging
            | Deed::Return
            | Deed::Tags => true,
            Deed::Rules | Deed::Clock | Deed::Inject => false,
        }
    }
}

fn of_patch(body: &Value) -> Vec<Deed> {
    const PARTS: [(&str, Deed); 9] = [
        ("/properties/cancelRequested", Deed::Cancel),
        ("/properties/state", Deed::Ship),
        ("/properties/driveList", Deed::Drives),
        ("/properties/deliveryPackage", Deed::Delivery),
        ("/properties/logLevel", Deed::Logging),
        ("/properties/backupDriveManifest", Deed::Logging),
        ("/properties/returnAddress", Deed::Return),
        ("/properties/returnShipping", Deed::Return),
        ("/tags", Deed::Tags),
    ];
    let mut deeds: Vec<Deed> =
        PARTS.iter().filter(|(at, _)| body.pointer(at).is_some()).map(|(_, deed)| *deed).collect();
    deeds.dedup();
    deeds
}

/// An operation that only reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ReadOperation {
    /// Get Job.
    Get,
    /// List Jobs.
    List,
    /// List BitLocker Keys.
    Keys,
    /// List Locations, Get Location.
    Locations,
    /// List Operations.
    Operations,
}

/// Something that was asked and that no journal holds. A job is named as `group/name`, in small letters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub enum Note {
    /// The rules refused it.
    #[serde(rename_all = "camelCase")]
    Refused {
        /// When, in milliseconds of simulated time.
        at: i64,
        /// What was asked.
        action: Deed,
        /// Of which job.
        job: String,
        /// The state it was in, as the API calls it.
        state: String,
        /// The rules that decided, by their name.
        rules: String,
    },
    /// An operation was called that only reads.
    Called {
        /// When, in milliseconds of simulated time.
        at: i64,
        /// Which operation.
        operation: ReadOperation,
        /// About which job; empty where it is about none.
        job: String,
    },
}

impl Note {
    /// When it was taken, in milliseconds of simulated time.
    pub fn at(&self) -> i64 {
        match self {
            Note::Refused { at, .. } | Note::Called { at, .. } => *at,
        }
    }

    /// A refusal.
    pub fn refused(at: SimTime, path: &JobPath, action: Action, state: JobState, rules: RuleSet) -> Note {
        Note::Refused {
            at: at.millis(),
            action: action.into(),
            job: short(path),
            state: state.as_str().to_owned(),
            rules: rules.as_str().to_owned(),
        }
    }

    /// What is to be noted of a call and its answer, if anything.
    pub fn of_call(at: SimTime, request: &Request, response: &Response) -> Option<Note> {
        let target = Target::parse(&request.target).ok()?;
        let place = Resource::find(&target.segments)?;
        if let (409, Resource::Job(path)) = (response.status, &place) {
            let error: Value = serde_json::from_str(&response.body).ok()?;
            let text = |at: &str| error.pointer(at).and_then(Value::as_str);
            let action = refused_action(asked(&request.method), text("/error/target")?)?;
            let state = JobState::parse(text("/error/innererror/state")?)?;
            let rules = RuleSet::parse(text("/error/innererror/ruleSet")?)?;
            return Some(Note::refused(at, path, action, state, rules));
        }
        if response.status != 200 {
            return None;
        }
        let (operation, job) = match (place, request.method.as_str()) {
            (Resource::Job(path), "GET") => (ReadOperation::Get, short(&path)),
            (Resource::Keys(path), _) => (ReadOperation::Keys, short(&path)),
            (Resource::Jobs { .. }, _) => (ReadOperation::List, String::new()),
            (Resource::Locations | Resource::Location(_), _) => (ReadOperation::Locations, String::new()),
            (Resource::Operations, _) => (ReadOperation::Operations, String::new()),
            (Resource::Job(_), _) => return None,
        };
        Some(Note::Called { at: at.millis(), operation, job })
    }
}

/// How a call of this method asks for what it asks.
fn asked(method: &str) -> Attempt {
    match method {
        "DELETE" => Attempt::Deletion,
        "PUT" => Attempt::Replacement,
        _ => Attempt::Change,
    }
}

/// A job as notes name it.
pub fn short(path: &JobPath) -> String {
    lower(&format!("{}/{}", path.group, path.name))
}

/// Whether a job, given as [`short`] has it, is the one that a lesson names: by its name, by `group/name` or by its id.
pub fn is_named(short: &str, by: &JobRef) -> bool {
    let wanted = lower(&by.0);
    let wanted = match wanted.strip_prefix('/') {
        None => wanted,
        Some(id) => {
            let parts: Vec<&str> = id.split('/').collect();
            match parts.as_slice() {
                [_, _, _, group, _, _, _, name] => format!("{group}/{name}"),
                _ => return false,
            }
        }
    };
    short == wanted || !wanted.contains('/') && short.rsplit('/').next() == Some(wanted.as_str())
}

/// The way that somebody took, for those who only ask whether it was the portal.
pub fn is_portal(by: Actor) -> bool {
    match by {
        Actor::Portal => true,
        Actor::Rest | Actor::Service => false,
    }
}
