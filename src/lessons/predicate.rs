//! Predicates: what a lesson can ask of a workspace, its history, its journal and its refusals. They see results, never
//! clicks, and never an id that the service has made up.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::domain::drive::{CopyStatus, DriveState};
use crate::domain::state::{JobState, RuleSet};
use crate::domain::time::Span;
use crate::journal::JobRef;
use crate::journal::moments::as_span;

use super::note::{Deed, ReadOperation};

/// The most predicates of a task's check, its answers counted one by one.
pub const MOST_NODES: usize = 40;
/// How deep predicates may stand in each other.
pub const MOST_DEPTH: usize = 6;

/// A question with the answer yes or no; a JSON object with one field, which says what is asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Predicate {
    /// The job is there and in one of these states.
    State(StateOf),
    /// There is no such job, though there was one.
    Absent(Absent),
    /// The job as the API gives it has this value.
    Field(FieldOf),
    /// A drive of the job is like this.
    Drive(DriveOf),
    /// What became of a cancel.
    Cancel(CancelOf),
    /// Something has happened to a job.
    Happened(HappenedTo),
    /// So much time has passed since something happened to a job.
    Since(Since),
    /// Somebody has done something, and it was accepted.
    Did(Did),
    /// Somebody has asked for something, and the rules refused it.
    Refused(RefusalOf),
    /// Somebody has called an operation that only reads.
    Called(Called),
    /// These rules decide now.
    Rules(#[serde(with = "named::rules")] RuleSet),
    /// So many jobs are there, in one of these states.
    Count(CountOf),
    /// It holds in this branch or at the end of another.
    AnyBranch(Box<Predicate>),
    /// All of these hold.
    All(Vec<Predicate>),
    /// One of these holds.
    Any(Vec<Predicate>),
    /// This does not hold.
    Not(Box<Predicate>),
}

/// See [`Predicate::State`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StateOf {
    /// Which job.
    pub job: JobRef,
    /// The states.
    #[serde(with = "named::states")]
    pub is: Vec<JobState>,
}

/// See [`Predicate::Absent`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Absent {
    /// Which job.
    pub job: JobRef,
    /// Who deleted it; anybody if nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Deleter>,
}

/// Who deletes jobs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Deleter {
    /// Somebody, by the portal or by REST.
    Person,
    /// The service, by its rules of time.
    Service,
}

/// See [`Predicate::Field`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldOf {
    /// Which job.
    pub job: JobRef,
    /// Where: a JSON pointer such as `/properties/logLevel`, into what a customer can say.
    pub at: String,
    /// The value.
    pub is: Value,
}

/// See [`Predicate::Drive`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DriveOf {
    /// Of which job.
    pub job: JobRef,
    /// Which drive, counted from 1; any of them if nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drive: Option<usize>,
    /// Its state.
    #[serde(default, with = "named::drive", skip_serializing_if = "Option::is_none")]
    pub state: Option<DriveState>,
    /// How its copy stands.
    #[serde(default, with = "named::copy", skip_serializing_if = "Option::is_none")]
    pub copy: Option<CopyStatus>,
    /// Whether it is one more than the job lists.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extra: Option<bool>,
}

/// See [`Predicate::Cancel`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CancelOf {
    /// Which job, which must still be there.
    pub job: JobRef,
    /// What became of it.
    pub is: CancelFate,
}

/// What became of a cancel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum CancelFate {
    /// Nobody has asked.
    NotAsked,
    /// Somebody has asked, and it is not carried out yet.
    Pending,
    /// It is carried out: nothing more is copied.
    Stopped,
    /// The copy finished first.
    TooLate,
    /// The job came to its end another way.
    GivenUp,
}

/// See [`Predicate::Happened`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HappenedTo {
    /// To which job; to any if nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub job: Option<JobRef>,
    /// What.
    pub event: JobEvent,
    /// After what else had happened to the same job.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<JobEvent>,
    /// Before this had happened to the same job, if it has at all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<JobEvent>,
    /// At most so long after `after`.
    #[serde(default, with = "named::span", skip_serializing_if = "Option::is_none")]
    pub within: Option<Span>,
}

/// See [`Predicate::Since`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Since {
    /// To which job.
    pub job: JobRef,
    /// What; the last time that it happened counts.
    pub event: JobEvent,
    /// How long ago at least.
    #[serde(with = "as_span")]
    pub at_least: Span,
}

/// What happens to a job, as [`crate::service::simulation::Happening`] without its details.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum JobEvent {
    /// Put Job made it.
    Created,
    /// The drives are on their way.
    Shipped,
    /// Somebody has asked for it to be cancelled.
    CancelRequested,
    /// The parcel is overdue.
    OperatorsNotified,
    /// The parcel is at the data centre.
    Received,
    /// The first drive is being copied.
    TransferStarted,
    /// A drive came after the parcel.
    LateDriveArrived,
    /// A cancel stopped the copy.
    CopyStopped,
    /// Something is in the way.
    Faulted,
    /// The way is free again.
    Recovered,
    /// All drives are done.
    PackagingStarted,
    /// It has come to a good end.
    Completed,
    /// It has come to a bad end.
    Closed,
    /// The service has deleted it.
    Expired,
}

/// See [`Predicate::Did`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Did {
    /// What; anything asked of a job if nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<Deed>,
    /// To which job.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub job: Option<JobRef>,
    /// In which state of the job.
    #[serde(default, with = "named::state", skip_serializing_if = "Option::is_none")]
    pub state: Option<JobState>,
    /// Which way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<CommandWay>,
    /// How often at least; once if nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<usize>,
    /// How often at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<usize>,
}

/// The way that a command took.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum CommandWay {
    /// The portal's own pages.
    Portal,
    /// A REST call: the console, a client library, a script.
    Rest,
}

/// See [`Predicate::Refused`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct RefusalOf {
    /// What was asked.
    pub action: Deed,
    /// Of which job.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub job: Option<JobRef>,
    /// In which of these states; in any if none is named.
    #[serde(default, with = "named::states", skip_serializing_if = "Vec::is_empty")]
    pub state: Vec<JobState>,
    /// Under which rules.
    #[serde(default, with = "named::some_rules", skip_serializing_if = "Option::is_none")]
    pub rules: Option<RuleSet>,
}

/// See [`Predicate::Called`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Called {
    /// Which operation.
    pub operation: ReadOperation,
    /// About which job.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub job: Option<JobRef>,
    /// After this had happened to that job.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<JobEvent>,
}

/// See [`Predicate::Count`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct CountOf {
    /// In which states; in any if none is named.
    #[serde(default, with = "named::states", skip_serializing_if = "Vec::is_empty")]
    pub state: Vec<JobState>,
    /// How many at least.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<usize>,
    /// How many at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<usize>,
}

/// The beginnings of pointers into what a customer can say of a job; all else the service makes up.
const SAYABLE: [&str; 11] = [
    "/location",
    "/tags",
    "/properties/jobType",
    "/properties/returnAddress",
    "/properties/returnShipping",
    "/properties/deliveryPackage",
    "/properties/diagnosticsPath",
    "/properties/logLevel",
    "/properties/backupDriveManifest",
    "/properties/percentComplete",
    "/properties/export",
];

impl Predicate {
    /// The predicates that it is made of, itself not counted.
    pub fn parts(&self) -> &[Predicate] {
        match self {
            Predicate::All(parts) | Predicate::Any(parts) => parts,
            Predicate::AnyBranch(part) | Predicate::Not(part) => std::slice::from_ref(part),
            Predicate::State(_)
            | Predicate::Absent(_)
            | Predicate::Field(_)
            | Predicate::Drive(_)
            | Predicate::Cancel(_)
            | Predicate::Happened(_)
            | Predicate::Since(_)
            | Predicate::Did(_)
            | Predicate::Refused(_)
            | Predicate::Called(_)
            | Predicate::Rules(_)
            | Predicate::Count(_) => &[],
        }
    }

    /// How many predicates it is made of, itself counted.
    pub fn nodes(&self) -> usize {
        1 + self.parts().iter().map(Predicate::nodes).sum::<usize>()
    }

    /// How deep it goes; 1 where it stands alone.
    pub fn depth(&self) -> usize {
        1 + self.parts().iter().map(Predicate::depth).max().unwrap_or(0)
    }

    /// Whether every question in it can be asked: branches are not looked through within each other, and no field is
    /// named that the service makes up.
    pub fn is_askable(&self) -> bool {
        let own = match self {
            Predicate::AnyBranch(part) => !part.has_branches(),
            Predicate::Field(field) => SAYABLE.iter().any(|start| {
                field.at.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            }),
            Predicate::State(_)
            | Predicate::Absent(_)
            | Predicate::Drive(_)
            | Predicate::Cancel(_)
            | Predicate::Happened(_)
            | Predicate::Since(_)
            | Predicate::Did(_)
            | Predicate::Refused(_)
            | Predicate::Called(_)
            | Predicate::Rules(_)
            | Predicate::Count(_)
            | Predicate::All(_)
            | Predicate::Any(_)
            | Predicate::Not(_) => true,
        };
        own && self.parts().iter().all(Predicate::is_askable)
    }

    fn has_branches(&self) -> bool {
        matches!(self, Predicate::AnyBranch(_)) || self.parts().iter().any(Predicate::has_branches)
    }
}

pub(super) mod named;
