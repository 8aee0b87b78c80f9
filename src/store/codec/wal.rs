//! The log of what is under way: what a ledger writes first, and what of it any ledger can have written.

use serde::{Deserialize, Serialize};

use crate::service::range;
use crate::service::scenario::Scenario;
use crate::store::entries::{self, Entry, Write};
use crate::store::migrate;

use super::{SCHEMAS, Shared, Unreadable, holds, job, line, parse, seal, unseal};

/// What is under way, as [`crate::store::ledger`] keeps it under `wal`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Wal {
    /// These writes belong to the commit with this number and epoch; they count as done.
    #[serde(rename = "w")]
    Writes(u64, u64, Vec<(String, Option<String>)>),
    /// The workspace is being written for the first time: what is there is not all.
    #[serde(rename = "c")]
    Creating,
    /// The entries are being converted from the format of this number.
    #[serde(rename = "m")]
    Migrating(u32),
    /// The workspace gives way to one that begins anew: scenario, seed, jobs, and the commit's
    /// number and epoch.
    #[serde(rename = "r")]
    Reset(String, u64, Option<usize>, u64, u64),
    /// The workspace gives way to the one in this slot; the commit's number and epoch. The flag says
    /// that the old one is gone already.
    #[serde(rename = "t")]
    Replace(String, bool, u64, u64),
}

/// A log of what is under way as it is kept.
pub fn wal_text(wal: &Wal) -> String {
    seal(&Entry::Wal, &[wal])
}

/// What [`wal_text`] wrote, with or without spaces behind it; none if nothing is under way.
///
/// # Errors
/// [`Unreadable`], never a panic, whatever the text.
pub fn wal(kept: &str) -> Result<Option<Wal>, Unreadable> {
    let kept = kept.trim_end_matches(' ');
    if kept.is_empty() {
        return Ok(None);
    }
    let json = unseal(&Entry::Wal, kept)?;
    let [wal]: [Wal; 1] = parse(&json)?;
    holds(wal.is_sound())?;
    Ok(Some(wal))
}

impl Wal {
    /// Whether a ledger can have written it, whatever it found in its slot.
    fn is_sound(&self) -> bool {
        let commits = |numbers: [&u64; 2]| numbers.into_iter().all(|number| range::COMMITS.contains(number));
        match self {
            Wal::Creating => true,
            Wal::Migrating(from) => SCHEMAS.contains(from),
            Wal::Writes(seq, epoch, writes) => commits([seq, epoch]) && are_of(*seq, *epoch, writes),
            Wal::Reset(scenario, _, jobs, seq, epoch) => {
                commits([seq, epoch])
                    && Scenario::parse(scenario).is_some()
                    && jobs.is_none_or(|jobs| jobs <= Scenario::MAX_LOAD_JOBS)
            }
            Wal::Replace(from, _, seq, epoch) => {
                commits([seq, epoch]) && !from.is_empty() && !from.contains('/')
            }
        }
    }
}

/// Whether these are the writes of that commit: each change writes a head, and nothing that cannot be read. Those of a
/// newer version are not ours to judge.
fn are_of(seq: u64, epoch: u64, writes: &[Write]) -> bool {
    let head = writes.iter().find(|(key, _)| *key == Entry::Head.key());
    let Some((_, Some(head))) = head else { return false };
    let schema = match (super::schema(head), super::head(head)) {
        (_, Err(Unreadable::Newer(_))) => return true,
        // Whoever leads later writes on what the one before has left, under an epoch of their own.
        (Ok(schema), Ok((_, mark))) if mark.seq == seq && mark.epoch <= epoch => schema,
        (Ok(_) | Err(_), Ok(_) | Err(_)) => return false,
    };
    let mut shared = Shared::default();
    writes.iter().all(|(key, text)| {
        let Some(entry) = Entry::parse(key) else { return false };
        let Some(text) = text else { return entries::may_go(&entry) };
        let text = migrate::convert(&entry, text.clone(), schema);
        text.is_ok_and(|text| match &entry {
            Entry::Head => true,
            Entry::Job(no) => job(*no, &text, &mut shared).is_ok(),
            Entry::Line(no) => line(*no, &text).is_ok(),
            Entry::Beside(_) => super::beside(&entry, &text).is_ok(),
            Entry::Origin | Entry::Wal | Entry::Turn => false,
        })
    })
}
