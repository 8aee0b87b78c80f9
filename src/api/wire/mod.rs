//! Wire: jobs and places in the JSON of Microsoft.ImportExport, both ways.

use serde_json::{Value, json};

use crate::domain::job::{Job, Order, Patch};
use crate::domain::text::Invalid;
use crate::service::workspace::{Record, Workspace};

/// What is wrong with one field of a request's body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The field, such as `properties.driveList[0].driveId`.
    pub target: String,
    /// What is wrong with it.
    pub problem: Invalid,
}

/// How much of a job is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// All of it, as Get Job answers.
    Whole,
    /// As in a list: without `driveList`.
    Listed,
}

/// A job as the API tells it now.
pub fn job_json(workspace: &Workspace, record: &Record, detail: Detail) -> Value {
    let _ = (workspace, detail);
    json!({"id": record.job.id.to_string(), "name": record.job.id.name.as_str()})
}

/// What a Put Job asks for. `current` is the job that has the name already: what the API never
/// tells, such as a BitLocker key, is taken from it where the body leaves it out.
///
/// # Errors
/// All that is wrong with the body, not only the first.
pub fn parse_order(body: &Value, current: Option<&Job>) -> Result<Order, Vec<FieldError>> {
    let _ = (body, current);
    Err(Vec::new())
}

/// What an Update Job Properties asks of `current`; objects are merged with what is there.
///
/// # Errors
/// All that is wrong with the body, not only the first.
pub fn parse_patch(body: &Value, current: &Job) -> Result<Patch, Vec<FieldError>> {
    let _ = (body, current);
    Err(Vec::new())
}
