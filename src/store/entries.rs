//! Entries: under which keys a workspace is kept, and what each change writes.

use std::fmt;
use std::sync::Arc;

use crate::domain::job::JobNo;
use crate::service::log::MAX_LINES;
use crate::service::workspace::{Change, Workspace};

use super::codec::{self, Mark, Origin, Shared, Unreadable};

/// Every key of this product begins so.
pub const PREFIX: &str = "iep/";
/// Every key of a workspace begins so; the slot's name follows.
pub const SLOTS: &str = "iep/w/";
/// Entries that could not be read are kept under keys that begin so.
pub const ASIDE: &str = "iep/aside/";
/// The slot of the user's own work.
pub const MAIN: &str = "main";

/// What an entry of a workspace is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// Everything but jobs and log; written with every change.
    Head,
    /// What never changes: seed and scenario. A second copy, should the head be lost.
    Origin,
    /// What is being written (see [`super::ledger`]).
    Wal,
    /// A job.
    Job(JobNo),
    /// A line of the activity log.
    Line(u64),
}

impl Entry {
    /// The key inside the slot.
    pub fn key(&self) -> String {
        self.to_string()
    }

    /// The entry with this key inside its slot; none for a key that this product does not write.
    pub fn parse(key: &str) -> Option<Entry> {
        let entry = match key {
            "head" => Entry::Head,
            "origin" => Entry::Origin,
            "wal" => Entry::Wal,
            _ => match key.split_once('/')? {
                ("job", no) => Entry::Job(number(no)?),
                ("log", no) => Entry::Line(number(no)?),
                _ => return None,
            },
        };
        Some(entry)
    }
}

/// A number as [`Entry::key`] spells it: `job/007` is not job 7, and neither is `job/+7`.
fn number(text: &str) -> Option<u64> {
    let spelt = text == "0" || text.starts_with(|digit| matches!(digit, '1'..='9'));
    text.parse().ok().filter(|_| spelt)
}

impl fmt::Display for Entry {
    /// The key inside the slot.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Entry::Head => f.write_str("head"),
            Entry::Origin => f.write_str("origin"),
            Entry::Wal => f.write_str("wal"),
            Entry::Job(no) => write!(f, "job/{no}"),
            Entry::Line(no) => write!(f, "log/{no}"),
        }
    }
}

/// A key inside a slot, and its text from now on; `None` takes it away.
pub type Write = (String, Option<String>);

/// What every key of a slot begins with.
pub fn prefix(slot: &str) -> String {
    format!("{SLOTS}{slot}/")
}

/// The slot and the key inside it, if `key` belongs to a workspace.
pub fn split(key: &str) -> Option<(&str, &str)> {
    key.strip_prefix(SLOTS)?.split_once('/')
}

/// The writes that keep a change, those that free room first.
pub fn of_change(change: &Change, mark: Mark) -> Vec<Write> {
    let mut writes = Vec::new();
    for (no, job) in &change.jobs {
        if job.is_none() {
            writes.push((Entry::Job(*no).key(), None));
        }
    }
    for line in &change.lines {
        if let Some(old) = line.no.checked_sub(MAX_LINES as u64).filter(|old| *old > 0) {
            writes.push((Entry::Line(old).key(), None));
        }
    }
    for (no, job) in &change.jobs {
        if let Some(job) = job {
            writes.push((Entry::Job(*no).key(), Some(codec::job_text(job))));
        }
    }
    for line in &change.lines {
        writes.push((Entry::Line(line.no).key(), Some(codec::line_text(line))));
    }
    writes.push((Entry::Head.key(), Some(codec::head_text(&change.head, mark))));
    writes
}

/// Every entry of a workspace; the head comes last, so that it is there only when all is.
pub fn of_workspace(
    workspace: &Workspace,
    title: &str,
    mark: Mark,
) -> impl Iterator<Item = (String, String)> {
    let head = workspace.head();
    let origin = Origin { seed: head.seed, scenario: head.scenario.clone(), title: title.to_owned() };
    let origin = (Entry::Origin.key(), codec::origin_text(&origin));
    let head = (Entry::Head.key(), codec::head_text(head, mark));
    let jobs = workspace.records();
    let jobs = jobs.map(|record| (Entry::Job(record.job.no).key(), codec::job_text(&record.job)));
    let lines = workspace.log().map(|line| (Entry::Line(line.no).key(), codec::line_text(line)));
    std::iter::once(origin).chain(jobs).chain(lines).chain(std::iter::once(head))
}

/// The change that writes keep, read back: how other tabs follow.
///
/// # Errors
/// [`Unreadable`], never a panic, whatever the writes.
pub fn change(writes: &[Write]) -> Result<(Change, Mark), Unreadable> {
    let mut shared = Shared::default();
    let (mut jobs, mut lines, mut found) = (Vec::new(), Vec::new(), None);
    for (key, value) in writes {
        match (Entry::parse(key), value) {
            (Some(Entry::Job(no)), None) => jobs.push((no, None)),
            (Some(Entry::Job(no)), Some(text)) => {
                jobs.push((no, Some(Arc::new(codec::job(no, text, &mut shared)?))));
            }
            (Some(Entry::Line(no)), Some(text)) => lines.push(codec::line(no, text)?),
            (Some(Entry::Head), Some(text)) => found = Some(codec::head(text)?),
            // Old lines go by themselves where new ones come.
            (Some(Entry::Line(_)), None) => {}
            (Some(Entry::Head | Entry::Origin | Entry::Wal) | None, _) => return Err(Unreadable::Shape),
        }
    }
    let (head, mark) = found.ok_or(Unreadable::Shape)?;
    Ok((Change { jobs, lines, head }, mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_as_written_and_no_others() {
        for entry in [Entry::Head, Entry::Origin, Entry::Wal, Entry::Job(0), Entry::Job(70), Entry::Line(501)]
        {
            assert_eq!(Entry::parse(&entry.key()), Some(entry));
        }
        for foreign in [
            "",
            "job",
            "job/",
            "job/007",
            "job/-1",
            "job/+1",
            "job/00",
            "job/1/2",
            "log/x",
            "Head",
            "__proto__",
        ] {
            assert_eq!(Entry::parse(foreign), None, "{foreign}");
        }
        assert_eq!(split("iep/w/main/job/7"), Some(("main", "job/7")));
        assert_eq!(split("iep/pref/theme"), None);
    }
}
