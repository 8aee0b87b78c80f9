//! Entries: under which keys a workspace is kept.

use std::fmt;

use crate::domain::job::JobNo;
use crate::service::range;

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
    /// What is kept beside the workspace, under a key of its own.
    Beside(String),
    /// Nothing that is ever kept: in the writes of a change it says that the change leads to another time.
    Turn,
}

/// What the keys of all that is kept beside a workspace begin with.
const BESIDE: &str = "rec";

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
            "turn" => Entry::Turn,
            _ if is_beside(key) => Entry::Beside(key.to_owned()),
            _ => match key.split_once('/')? {
                ("job", no) => Entry::Job(number(no)?),
                ("log", no) => Entry::Line(number(no)?),
                _ => return None,
            },
        };
        Some(entry)
    }
}

/// `rec`, or `rec/` and at most two short parts behind it.
fn is_beside(key: &str) -> bool {
    let part = |part: &str| {
        (1..=10).contains(&part.len())
            && part.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_lowercase())
    };
    key.strip_prefix(BESIDE).is_some_and(|rest| match rest.strip_prefix('/') {
        None => rest.is_empty(),
        Some(parts) => parts.split('/').count() <= 2 && parts.split('/').all(part),
    })
}

/// A number as [`Entry::key`] spells it: `job/007` is not job 7, and neither is `job/+7`.
fn number(text: &str) -> Option<u64> {
    let spelt = text.starts_with(|digit| matches!(digit, '1'..='9'));
    text.parse().ok().filter(|no| spelt && range::NUMBERS.contains(no))
}

/// Whether a change may take an entry away.
pub fn may_go(entry: &Entry) -> bool {
    match entry {
        Entry::Job(_) | Entry::Line(_) | Entry::Beside(_) | Entry::Turn => true,
        Entry::Head | Entry::Origin | Entry::Wal => false,
    }
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
            Entry::Beside(key) => f.write_str(key),
            Entry::Turn => f.write_str("turn"),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_as_written_and_no_others() {
        let beside = ["rec", "rec/b/0", "rec/1/12"].map(|key| Entry::Beside(key.to_owned()));
        let all = [Entry::Head, Entry::Origin, Entry::Wal, Entry::Turn, Entry::Job(1), Entry::Job(70)];
        for entry in all.into_iter().chain([Entry::Line(501)]).chain(beside) {
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
            "job/0",
            "job/9007199254740991",
            "log/18446744073709551616",
            "job/1/2",
            "log/x",
            "Head",
            "__proto__",
            "record",
            "rec/",
            "rec/1/2/3",
            "rec/A",
        ] {
            assert_eq!(Entry::parse(foreign), None, "{foreign}");
        }
        assert_eq!(split("iep/w/main/job/7"), Some(("main", "job/7")));
        assert_eq!(split("iep/pref/theme"), None);
    }
}
