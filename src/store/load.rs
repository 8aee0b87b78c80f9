//! Loading: reads a slot as it is, sound or not, without writing anything.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::job::Job;
use crate::domain::state::RuleSet;
use crate::domain::time::SimTime;
use crate::service::log::LogLine;
use crate::service::workspace::{Head, Workspace};

use super::codec::{self, Mark, Shared, Unreadable, Wal};
use super::entries::{self, Entry, Write};
use super::ledger::Ledger;
use super::port::{Storage, StoreError};

/// What was found in a slot.
#[derive(Debug)]
pub enum Found {
    /// Nothing, or a first writing that did not come to its end.
    Nothing,
    /// A workspace of a newer version, in the format of this number: hands off.
    Newer(u32),
    /// A workspace.
    Kept(Box<Kept>),
}

/// A workspace as it was found.
#[derive(Debug)]
pub struct Kept {
    /// All that could be read.
    pub workspace: Workspace,
    /// Its ledger.
    pub ledger: Ledger,
    /// What could not be read, and stays where it is until [`repair`].
    pub broken: Vec<Broken>,
    /// Entries of jobs that the service has deleted while nobody wrote it down.
    pub stale: Vec<String>,
}

/// An entry that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// Its whole key.
    pub key: String,
    /// Why not.
    pub why: Unreadable,
}

/// Reads a slot.
///
/// # Errors
/// [`StoreError::Blocked`].
pub fn load(storage: &dyn Storage, slot: &str) -> Result<Found, StoreError> {
    let prefix = entries::prefix(slot);
    let mut found = Vec::new();
    for key in storage.keys()? {
        if let Some(inner) = key.strip_prefix(&prefix) {
            found.push(inner.to_owned());
        }
    }
    let mut reader = Reader { storage, prefix, over: BTreeMap::new(), broken: Vec::new() };
    let mut mark = Mark::default();
    let mut pending: Vec<Write> = Vec::new();
    match reader.get(&Entry::Wal, codec::wal)?.flatten() {
        Some(Wal::Creating) => return Ok(Found::Nothing),
        Some(Wal::Writes(seq, epoch, writes)) => {
            let head = reader.get(&Entry::Head, codec::head);
            // A list that is older than the head has been carried out.
            let done = matches!(head, Ok(Some((_, kept))) if kept.seq > seq);
            reader.broken.retain(|broken| !broken.key.ends_with("/head"));
            if !done {
                mark = Mark { seq, epoch };
                found.extend(writes.iter().map(|(key, _)| key.clone()));
                reader.over = writes.iter().cloned().collect();
                pending = writes;
            }
        }
        None => {}
    }
    if found.iter().all(|key| key == "wal") && pending.is_empty() {
        return Ok(Found::Nothing);
    }
    let head = match reader.read(&Entry::Head)?.map(|text| codec::head(&text)) {
        Some(Ok((head, kept))) => {
            mark = kept;
            Some(head)
        }
        Some(Err(Unreadable::Newer(schema))) => return Ok(Found::Newer(schema)),
        Some(Err(why)) => {
            reader.note("head", why);
            None
        }
        None => None,
    };
    let mut jobs: BTreeMap<u64, Job> = BTreeMap::new();
    let mut lines: BTreeMap<u64, LogLine> = BTreeMap::new();
    let mut shared = Shared::default();
    let unique: BTreeSet<String> = found.into_iter().collect();
    for inner in &unique {
        match Entry::parse(inner) {
            Some(Entry::Job(no)) => {
                let job = reader.get(&Entry::Job(no), |text| codec::job(no, text, &mut shared))?;
                jobs.extend(job.map(|job| (no, job)));
            }
            Some(Entry::Line(no)) => {
                let line = reader.get(&Entry::Line(no), |text| codec::line(no, text))?;
                lines.extend(line.map(|line| (no, line)));
            }
            Some(Entry::Head | Entry::Origin | Entry::Wal) => {}
            None => reader.note(inner, Unreadable::Shape),
        }
    }
    let origin = reader.get(&Entry::Origin, codec::origin)?;
    let head = head.unwrap_or_else(|| guessed(origin, &jobs, &lines));
    let numbers: Vec<u64> = jobs.keys().copied().collect();
    let workspace = Workspace::new(head, jobs.into_values(), lines.into_values());
    let stale = numbers.into_iter().filter(|no| workspace.record(*no).is_none());
    let stale = stale.map(|no| Entry::Job(no).key()).collect();
    let Reader { broken, .. } = reader;
    let ledger = Ledger::new(slot, mark, pending);
    Ok(Found::Kept(Box::new(Kept { workspace, ledger, broken, stale })))
}

/// A head for jobs whose own is lost: time as late as anything that is known to have happened, and
/// standing still until somebody looks.
fn guessed(origin: Option<(u64, String)>, jobs: &BTreeMap<u64, Job>, lines: &BTreeMap<u64, LogLine>) -> Head {
    let of_job = |job: &Job| {
        let history = &job.history;
        let asked = [history.shipped, history.cancel_requested].into_iter().flatten().max();
        history.touched.max(history.created).max(asked.unwrap_or(SimTime::EPOCH))
    };
    let (seed, scenario) = origin.unwrap_or((1, String::new()));
    let latest = jobs.values().map(of_job).chain(lines.values().map(|line| line.at)).max();
    Head {
        now: latest.unwrap_or(crate::service::scenario::Scenario::START),
        speed: 1_000,
        paused: true,
        seed,
        rules: RuleSet::default(),
        scenario,
        next_job: jobs.keys().next_back().map_or(1, |no| no + 1),
        next_line: lines.keys().next_back().map_or(1, |no| no + 1),
    }
}

struct Reader<'a> {
    storage: &'a dyn Storage,
    prefix: String,
    /// Writes that count but are not done.
    over: BTreeMap<String, Option<String>>,
    broken: Vec<Broken>,
}

impl Reader<'_> {
    fn read(&self, entry: &Entry) -> Result<Option<String>, StoreError> {
        let inner = entry.key();
        match self.over.get(&inner) {
            Some(value) => Ok(value.clone()),
            None => self.storage.get(&[&self.prefix, inner.as_str()].concat()),
        }
    }

    /// The entry, if it is there and can be read.
    fn get<T>(
        &mut self,
        entry: &Entry,
        decode: impl FnOnce(&str) -> Result<T, Unreadable>,
    ) -> Result<Option<T>, StoreError> {
        let Some(text) = self.read(entry)? else { return Ok(None) };
        match decode(&text) {
            Ok(value) => Ok(Some(value)),
            Err(why) => {
                self.note(&entry.key(), why);
                Ok(None)
            }
        }
    }

    fn note(&mut self, inner: &str, why: Unreadable) {
        self.broken.push(Broken { key: [&self.prefix, inner].concat(), why });
    }
}

/// Moves what could not be read out of the way, under keys that begin with [`entries::ASIDE`], and
/// does what was left undone.
///
/// # Errors
/// [`StoreError`]: what could not be moved is still where it was.
pub fn repair(storage: &dyn Storage, kept: &mut Kept) -> Result<(), StoreError> {
    let taken = storage.keys()?;
    let numbers =
        taken.iter().filter_map(|key| key.strip_prefix(entries::ASIDE)?.split('/').next()?.parse().ok());
    let next: u64 = numbers.max().unwrap_or(0) + 1;
    for (no, broken) in (next..).zip(&kept.broken) {
        storage.rename(&broken.key, &format!("{}{no}/{}", entries::ASIDE, broken.key))?;
    }
    kept.broken.clear();
    if kept.ledger.is_behind() {
        kept.ledger.catch_up(storage)?;
    }
    for inner in kept.stale.drain(..) {
        storage.remove(&kept.ledger.key(&inner))?;
    }
    Ok(())
}
