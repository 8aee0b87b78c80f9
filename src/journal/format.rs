//! The format of a journal as a JSON text, `journal/1`: for files, demos and submissions, and back, however hostile.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::error::Category;

use crate::domain::time::SimTime;
use crate::service::log::Actor;
use crate::service::range;
use crate::service::scenario::Scenario;
use crate::service::workspace::Workspace;
use crate::store::fresh::Fresh;
use crate::store::portable::{self, NotImported};

use super::RULES;
use super::branches::{Branch, BranchNo, Branches, MOST_NAME};
use super::command::JournalCommand;
use super::line::{Journal, JournalEntry, Limits, LookError, Moment, actor_name};
use super::run::CommandRefusal;
use super::session::Session;

/// What a text of this format begins with.
pub const FORMAT: &str = "journal/1";

/// What a text holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Opened {
    /// A recording, every command of which was carried out again.
    Recording(Box<Session>),
    /// A workspace alone, and why its journal is not taken. Nothing of the workspace is lost.
    Plain(Box<Workspace>, NotRead),
}

/// Why a text is not taken as a journal. Nothing has been changed.
#[derive(Clone, Debug, PartialEq)]
pub enum NotRead {
    /// It has more bytes than [`portable::MOST_BYTES`].
    TooLarge,
    /// It is not JSON, as where it was cut off: line and column, both from 1.
    NotJson(usize, usize),
    /// It is JSON, but no journal.
    NotAJournal,
    /// It is a journal of another format.
    OtherFormat(String),
    /// Its commands were carried out by rules of this version, and would make another history today.
    OtherRules(u32),
    /// What it begins with, or what it stands at, is no workspace.
    Beginning(NotImported),
    /// Branches are there twice, or too many, or have no such name or origin.
    Branches,
    /// In this branch the command with this number, from 1, is older than the one before it.
    OutOfOrder(BranchNo, usize),
    /// In this branch the command with this number, from 1, is refused.
    Refused(BranchNo, usize, CommandRefusal),
    /// There are more commands than a branch may have.
    TooMany,
    /// The commands lead to another state than the one that the text stands at.
    Differs,
}

/// The most commands that may have been folded: far beyond any use, and far from where counting on would go wrong.
const MOST_FOLDED: usize = 1 << 30;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: String,
    rules: u32,
    beginnings: Vec<BeginningRow>,
    branches: Vec<BranchRow>,
    present: BranchNo,
    /// The present as a portable workspace, should the rules be others one day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    state: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum BeginningRow {
    /// Name, seed, number of jobs where one can choose.
    Scenario(String, u64, Option<usize>),
    /// A portable workspace.
    Workspace(String),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BranchRow {
    pub no: BranchNo,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    name: String,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pinned: bool,
    /// Branch, commands, milliseconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    left: Option<(BranchNo, usize, i64)>,
    /// The place of its beginning.
    beginning: usize,
    #[serde(default)]
    pub folded: usize,
    /// An earlier branch of the text, and how many of its commands come first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shares: Option<(BranchNo, usize)>,
    pub entries: Vec<EntryRow>,
    pub end: i64,
}

/// The journal as a text; with `state`, which is the present, it opens even when the rules have changed.
pub fn write(branches: &Branches, state: Option<&Workspace>) -> String {
    let (beginnings, rows) = rows(branches);
    let file = File {
        format: FORMAT.to_owned(),
        rules: RULES,
        beginnings,
        branches: rows,
        present: branches.present().no,
        state: state.map(|workspace| portable::export(workspace, "")),
    };
    // Texts and numbers cannot fail.
    serde_json::to_string(&file).unwrap_or_default()
}

/// What the branches begin with, and the branches.
pub(super) fn rows(branches: &Branches) -> (Vec<BeginningRow>, Vec<BranchRow>) {
    let all = branches.all();
    let mut beginnings: Vec<&Workspace> = Vec::new();
    let mut rows = Vec::new();
    for (at, branch) in all.iter().enumerate() {
        let journal = &branch.journal;
        let known = beginnings.iter().position(|known| *known == journal.beginning());
        let beginning = known.unwrap_or_else(|| {
            beginnings.push(journal.beginning());
            beginnings.len() - 1
        });
        let shares = all.iter().take(at).map(|other| (other.no, in_common(&other.journal, journal)));
        let shares = shares.max_by_key(|(_, count)| *count).filter(|(_, count)| *count > 0);
        let own = journal.entries().iter().skip(shares.map_or(0, |(_, count)| count));
        rows.push(BranchRow {
            no: branch.no,
            name: branch.name.clone(),
            pinned: branch.pinned,
            left: branch.left.map(|(no, moment)| (no, moment.commands, moment.at.millis())),
            beginning,
            folded: journal.folded(),
            shares,
            entries: own.map(|entry| entry_row(entry)).collect(),
            end: journal.last().at.millis(),
        });
    }
    (beginnings.into_iter().map(beginning_row).collect(), rows)
}

/// An entry: milliseconds of simulated time, who asked, what.
pub(super) type EntryRow = (i64, String, JournalCommand);

pub(super) fn entry_row(entry: &JournalEntry) -> EntryRow {
    (entry.at.millis(), actor_name(entry.by).to_owned(), entry.command.clone())
}

/// How many entries two lines with one beginning have in common.
fn in_common(one: &Journal, other: &Journal) -> usize {
    if one.folded() != other.folded() {
        return 0;
    }
    one.entries().iter().zip(other.entries()).take_while(|(one, other)| Arc::ptr_eq(one, other)).count()
}

fn beginning_row(workspace: &Workspace) -> BeginningRow {
    let head = workspace.head();
    let fresh = Scenario::parse(&head.scenario).map(|scenario| Fresh {
        scenario,
        seed: head.seed,
        jobs: (scenario == Scenario::Load).then(|| workspace.records().len()),
    });
    match fresh.filter(|fresh| fresh.build() == *workspace) {
        Some(fresh) => BeginningRow::Scenario(fresh.scenario.as_str().to_owned(), fresh.seed, fresh.jobs),
        None => BeginningRow::Workspace(portable::export(workspace, "")),
    }
}

/// The journal that [`write`] wrote, every command of it carried out again.
///
/// # Errors
/// [`NotRead`], never a panic, whatever the text.
pub fn read(text: &str) -> Result<Opened, NotRead> {
    if text.len() > portable::MOST_BYTES {
        return Err(NotRead::TooLarge);
    }
    let value: Value = serde_json::from_str(text).map_err(|error| not_json(&error))?;
    match value.get("format").and_then(Value::as_str) {
        Some(FORMAT) => {}
        Some(other) if other.starts_with("journal/") => {
            return Err(NotRead::OtherFormat(other.chars().take(20).collect()));
        }
        Some(_) | None => return Err(NotRead::NotAJournal),
    }
    let File { rules, beginnings, branches, present, state, .. } =
        serde_json::from_value(value).map_err(|_| NotRead::NotAJournal)?;
    let state = match state {
        Some(text) => Some(portable::import(&text).map_err(NotRead::Beginning)?.0),
        None => None,
    };
    let session = match rules {
        RULES => replayed(beginnings, branches, present),
        other => Err(NotRead::OtherRules(other)),
    };
    match (session, state) {
        (Ok(session), Some(state)) if *session.present() != state => {
            Ok(Opened::Plain(Box::new(state), NotRead::Differs))
        }
        (Ok(session), _) => Ok(Opened::Recording(Box::new(session))),
        (Err(why), Some(state)) => Ok(Opened::Plain(Box::new(state), why)),
        (Err(why), None) => Err(why),
    }
}

fn not_json(error: &serde_json::Error) -> NotRead {
    match error.classify() {
        Category::Data => NotRead::NotAJournal,
        Category::Io | Category::Syntax | Category::Eof => NotRead::NotJson(error.line(), error.column()),
    }
}

pub(super) fn replayed(
    beginnings: Vec<BeginningRow>,
    rows: Vec<BranchRow>,
    present: BranchNo,
) -> Result<Session, NotRead> {
    let beginnings = beginnings.into_iter().map(beginning).collect::<Result<Vec<Workspace>, NotRead>>()?;
    let mut read: Vec<Branch> = Vec::new();
    for row in rows {
        let branch = branch(row, &beginnings, &read)?;
        read.push(branch);
    }
    let at = read.iter().position(|branch| branch.no == present).ok_or(NotRead::Branches)?;
    let present = read.remove(at);
    let branches = Branches::stored(present, read).ok_or(NotRead::Branches)?;
    Session::stored(branches).map_err(|_| NotRead::Branches)
}

fn beginning(row: BeginningRow) -> Result<Workspace, NotRead> {
    match row {
        BeginningRow::Scenario(name, seed, jobs) => {
            let scenario = Scenario::parse(&name).ok_or(NotRead::NotAJournal)?;
            if jobs.is_some_and(|jobs| jobs > Scenario::MAX_LOAD_JOBS) {
                return Err(NotRead::TooMany);
            }
            Ok(Fresh { scenario, seed, jobs }.build())
        }
        BeginningRow::Workspace(text) => {
            portable::import(&text).map(|(workspace, _)| workspace).map_err(NotRead::Beginning)
        }
    }
}

fn branch(row: BranchRow, beginnings: &[Workspace], read: &[Branch]) -> Result<Branch, NotRead> {
    let BranchRow { no, name, pinned, left, beginning, folded, shares, entries, end } = row;
    let limits = Limits::default();
    if folded > MOST_FOLDED {
        return Err(NotRead::TooMany);
    }
    if name.chars().count() > MOST_NAME || name.chars().any(char::is_control) {
        return Err(NotRead::Branches);
    }
    let beginning = beginnings.get(beginning).ok_or(NotRead::Branches)?;
    let (mut journal, mut present) = match shares {
        None => (Journal::continued(beginning.clone(), folded, limits), beginning.clone()),
        Some((from, count)) => {
            let from = &read.iter().find(|branch| branch.no == from).ok_or(NotRead::Branches)?.journal;
            let last = count.checked_sub(1).and_then(|last| from.entries().get(last));
            let last = last.filter(|_| from.folded() == folded && from.beginning() == beginning);
            let moment =
                Moment { commands: folded.saturating_add(count), at: last.ok_or(NotRead::Branches)?.at };
            let fork = from.fork(moment).map_err(|_| NotRead::Branches)?;
            (fork, from.at(moment).map_err(|_| NotRead::Branches)?)
        }
    };
    for (at, by, command) in entries {
        let nth = journal.entries().len() + 1;
        if nth > limits.commands {
            return Err(NotRead::TooMany);
        }
        let entry = entry_of(at, &by, command)?;
        journal.replay(Arc::new(entry), &mut present).map_err(|error| match error {
            LookError::NotThere => NotRead::OutOfOrder(no, nth),
            LookError::Refused(_, refusal) => NotRead::Refused(no, nth, refusal),
        })?;
    }
    let end = moment_of(end)?;
    if end < journal.last().at {
        return Err(NotRead::OutOfOrder(no, journal.entries().len()));
    }
    journal.reach(end);
    let left = match left {
        None => None,
        Some((from, commands, at)) => Some((from, Moment { commands, at: moment_of(at)? })),
    };
    Ok(Branch { no, name, pinned, left, journal })
}

/// What [`entry_row`] wrote.
pub(super) fn entry_of(at: i64, by: &str, command: JournalCommand) -> Result<JournalEntry, NotRead> {
    let by = [Actor::Portal, Actor::Rest].into_iter().find(|actor| actor_name(*actor) == by);
    Ok(JournalEntry::new(moment_of(at)?, by.ok_or(NotRead::NotAJournal)?, command))
}

fn moment_of(millis: i64) -> Result<SimTime, NotRead> {
    range::time(millis).ok_or(NotRead::NotAJournal)
}
