//! Sense: what fits together, a head with its jobs and lines, and a log of what is under way with its slot.

use crate::domain::job::Job;
use crate::domain::time::SimTime;
use crate::service::log::LogLine;
use crate::service::range;
use crate::service::workspace::Head;

use super::codec::{self, Unreadable, Wal};
use super::entries::{self, Entry};
use super::port::{Storage, StoreError};

/// The entry that does not make sense beside the others: what comes next is behind all there is, and nothing is of the
/// future. For what comes from outside, where a mistake is refused and not mended.
pub fn unfit(head: &Head, jobs: &[&Job], lines: &[&LogLine]) -> Option<Entry> {
    let last_job = jobs.iter().map(|job| job.no).max();
    let last_line = lines.iter().map(|line| line.no).max();
    let counts = |next: u64, last: Option<u64>| {
        range::STRANGERS.contains(&next) && last.is_none_or(|last| last < next)
    };
    if !counts(head.next_job, last_job) || !counts(head.next_line, last_line) {
        return Some(Entry::Head);
    }
    let early = jobs.iter().find(|job| latest(job) > head.now).map(|job| Entry::Job(job.no));
    early.or_else(|| lines.iter().find(|line| line.at > head.now).map(|line| Entry::Line(line.no)))
}

/// Whether the ledger of this slot can have written what stands under its `wal`, going by what else is there.
///
/// # Errors
/// [`StoreError::Blocked`].
pub fn is_of(wal: &Wal, storage: &dyn Storage, slot: &str) -> Result<bool, StoreError> {
    Ok(match wal {
        Wal::Creating | Wal::Migrating(_) | Wal::Writes(..) => true,
        // Until it is done the head is that of the commit before, or none.
        Wal::Reset(.., seq, _) => commit(storage, slot)?.is_none_or(|kept| kept <= *seq),
        Wal::Replace(from, _, _, _) if from == slot => false,
        Wal::Replace(from, false, seq, _) => {
            has_head(storage, from)? && commit(storage, slot)?.is_none_or(|kept| kept < *seq)
        }
        // The head is moved last, so there is one, here or there, or for a moment the same in both places.
        Wal::Replace(from, true, ..) => match (head(storage, from)?, head(storage, slot)?) {
            (None, None) => false,
            (Some(_), None) | (None, Some(_)) => true,
            (Some(there), Some(here)) => there == here,
        },
    })
}

/// The number of the commit that the head in a slot belongs to, if it can be read.
fn commit(storage: &dyn Storage, slot: &str) -> Result<Option<u64>, StoreError> {
    let head = head(storage, slot)?;
    Ok(head.and_then(|text| codec::head(&text).ok()).map(|(_, mark)| mark.seq))
}

/// Whether a workspace is in a slot, of whatever version.
fn has_head(storage: &dyn Storage, slot: &str) -> Result<bool, StoreError> {
    Ok(head(storage, slot)?.is_some_and(|text| match codec::head(&text) {
        Ok(_) | Err(Unreadable::Newer(_)) => true,
        Err(Unreadable::Check | Unreadable::Shape) => false,
    }))
}

fn head(storage: &dyn Storage, slot: &str) -> Result<Option<String>, StoreError> {
    storage.get(&[entries::prefix(slot), Entry::Head.key()].concat())
}

/// When anybody last asked anything of a job.
pub fn latest(job: &Job) -> SimTime {
    let history = &job.history;
    let asked = [history.shipped, history.cancel_requested].into_iter().flatten();
    let marked =
        history.lost.iter().chain(&history.wrong_address).map(|mark| mark.until.unwrap_or(mark.from));
    asked.chain(marked).chain([history.created]).fold(history.touched, SimTime::max)
}
