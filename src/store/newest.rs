//! The newest: which jobs of a slot were created last, noted where their numbers do not tell. Numbers that are given out
//! later belong to newer jobs, and no job is created anew, so that a note holds for as long as enough of its jobs are there.

use crate::domain::job::JobNo;
use crate::service::overview::Column;
use crate::service::sorted::sort_by;
use crate::service::workspace::{Record, Workspace};

use super::port::{Storage, StoreError};

/// What the keys of notes begin with; the slot's name follows. A note is no part of its slot: without it, and where it is
/// wrong, all jobs are read before any is shown.
const NOTES: &str = "iep/newest/";
/// So many jobs are noted: enough for a preview when most of them are gone.
const NOTED: usize = 400;

fn key(slot: &str) -> String {
    [NOTES, slot].concat()
}

/// The numbers of the jobs in a slot in which the next job is to have the number `next`, newest first.
pub fn numbers(storage: &dyn Storage, slot: &str, next: JobNo) -> impl Iterator<Item = JobNo> {
    let text = storage.get(&key(slot)).ok().flatten().unwrap_or_default();
    let mut noted: Vec<JobNo> = text.split(' ').map_while(|number| number.parse().ok()).collect();
    let known = noted.pop().unwrap_or(1);
    (known..next).rev().chain(noted)
}

/// Notes which jobs of a slot are the newest.
///
/// # Errors
/// [`StoreError`]: nothing is noted.
pub fn note(storage: &dyn Storage, slot: &str, workspace: &Workspace) -> Result<(), StoreError> {
    let mut records: Vec<&Record> = workspace.records().collect();
    sort_by(&mut records, |one, other| Column::Created.compare(other, one, workspace.now()));
    let newest = records.iter().take(NOTED).map(|record| record.job.no);
    let all: Vec<String> = newest.chain([workspace.head().next_job]).map(|no| no.to_string()).collect();
    storage.set(&key(slot), &all.join(" "))
}

/// Throws the note of a slot away.
///
/// # Errors
/// [`StoreError::Blocked`].
pub fn forget(storage: &dyn Storage, slot: &str) -> Result<(), StoreError> {
    storage.remove(&key(slot))
}
