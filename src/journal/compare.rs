//! Comparing: which jobs differ between two branches at one time, and the first command at which they part.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::domain::name::{JobId, JobKey};
use crate::domain::state::JobState;
use crate::domain::time::SimTime;
use crate::service::workspace::{Record, Workspace};

use super::line::{Journal, JournalEntry, LookError};

/// How two branches differ at one time.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// When.
    pub at: SimTime,
    /// The jobs that are not the same, by their names.
    pub jobs: Vec<JobDifference>,
    /// Where they part; none while one goes the other's way.
    pub parting: Option<Parting>,
}

/// A job that is not the same in two branches.
#[derive(Clone, Debug, PartialEq)]
pub struct JobDifference {
    /// Which job.
    pub id: JobId,
    /// How it stands in the one; none where it is not there.
    pub one: Option<JobStand>,
    /// How it stands in the other.
    pub other: Option<JobStand>,
}

/// How a job stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JobStand {
    /// Its state.
    pub state: JobState,
    /// What part of its data has been copied.
    pub percent: Option<u8>,
}

/// The first command at which two branches part.
#[derive(Clone, Debug, PartialEq)]
pub struct Parting {
    /// Its number, from 0.
    pub no: usize,
    /// What was asked in the one; none where it has ended before.
    pub one: Option<Arc<JournalEntry>>,
    /// What was asked in the other.
    pub other: Option<Arc<JournalEntry>>,
}

/// How two lines differ at this time, or where the shorter ends.
///
/// # Errors
/// [`LookError`]: one of them does not reach back so far.
pub fn compare(one: &Journal, other: &Journal, at: SimTime) -> Result<Comparison, LookError> {
    let at = at.min(one.last().at).min(other.last().at);
    if at < one.first().at || at < other.first().at {
        return Err(LookError::NotThere);
    }
    let (here, there) = (one.at(one.moment_at(at))?, other.at(other.moment_at(at))?);
    Ok(Comparison { at, jobs: differences(&here, &there), parting: parting(one, other) })
}

/// The jobs that are not the same in two workspaces, by their names.
pub fn differences(one: &Workspace, other: &Workspace) -> Vec<JobDifference> {
    let keys: BTreeSet<&JobKey> = one.by_name().chain(other.by_name()).map(|(key, _)| key).collect();
    let mut all = Vec::new();
    for key in keys {
        let (here, there) = (one.find(key), other.find(key));
        if here == there {
            continue;
        }
        let stand = |workspace: &Workspace, record: &Record| JobStand {
            state: record.state,
            percent: record.percent_complete(workspace.now()),
        };
        if let Some(record) = here.or(there) {
            all.push(JobDifference {
                id: record.job.id.clone(),
                one: here.map(|record| stand(one, record)),
                other: there.map(|record| stand(other, record)),
            });
        }
    }
    all
}

/// The first command that only one of two lines has.
pub fn parting(one: &Journal, other: &Journal) -> Option<Parting> {
    // What is folded in either cannot be told apart any more.
    let first = one.folded().max(other.folded());
    let last = one.commands().max(other.commands());
    (first..last).find_map(|no| {
        let (here, there) = (one.entry(no), other.entry(no));
        (here != there).then(|| Parting { no, one: here.cloned(), other: there.cloned() })
    })
}
