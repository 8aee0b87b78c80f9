//! The annex: a recording as texts that are kept beside its workspace, in the same step as what they tell of.
//!
//! `rec` says what branches there are, `rec/b/0` what they begin with, `rec/1/0` holds the first commands of branch 1.
//! A command writes one text; all else is written as far as it differs.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::service::command::Change;
use crate::service::log::Actor;
use crate::service::scenario::Scenario;
use crate::service::workspace::{Beside, Workspace};

use super::RULES;
use super::branches::{BranchNo, Branches};
use super::command::JournalCommand;
use super::format::{BeginningRow, BranchRow, EntryRow, NotRead, entry_of, entry_row, replayed, rows};
use super::line::{JournalEntry, Limits};
use super::run::pass;
use super::session::Session;
use crate::store::fresh::Fresh;

/// The key of the text that says what there is.
const INDEX: &str = "rec";
/// The version of the layout.
const LAYOUT: u32 = 1;
/// How many commands a text holds: few, since it is written anew with each of them.
const CHUNK: usize = 16;

/// Layout, rules, the branch that is the present, and all branches without their commands.
#[derive(Serialize, Deserialize)]
struct Index(u32, u32, BranchNo, Vec<BranchRow>);

/// Whether a workspace is recorded.
pub fn is_recorded(workspace: &Workspace) -> bool {
    workspace.beside().contains_key(INDEX)
}

/// The change that begins a recording of this workspace.
pub fn start(workspace: &Workspace) -> Change {
    let branches = Branches::new(beginning(workspace), Limits::default());
    Change { beside: difference(workspace.beside(), &layout(&branches)), ..unchanged(workspace) }
}

/// The workspace, or its scenario, if nothing has been done since but to let time pass: that takes no room.
fn beginning(workspace: &Workspace) -> Workspace {
    let plain = workspace.plain();
    let head = plain.head();
    // A job that was made since has a number behind those of the scenario.
    let most = plain.records().len() * 2 + 10;
    let jobs = usize::try_from(head.next_job.saturating_sub(1)).ok().filter(|jobs| *jobs <= most);
    let Some(scenario) = Scenario::parse(&head.scenario) else { return plain };
    let fresh =
        Fresh { scenario, seed: head.seed, jobs: jobs.filter(|_| scenario == Scenario::Load) }.build();
    let mut now = fresh.clone();
    pass(&mut now, head.now);
    if now == plain { fresh } else { plain }
}

/// The change that stops a recording: nothing of it stays.
pub fn stop(workspace: &Workspace) -> Change {
    Change { beside: difference(workspace.beside(), &Beside::new()), ..unchanged(workspace) }
}

/// The change that keeps these branches beside the workspace.
pub fn keep(workspace: &Workspace, branches: &Branches) -> Change {
    Change { beside: difference(workspace.beside(), &layout(branches)), ..unchanged(workspace) }
}

/// A change of nothing but what is kept beside a workspace.
fn unchanged(workspace: &Workspace) -> Change {
    Change::of(workspace.head().clone())
}

/// The recording of a workspace, every command of it carried out again; none where it is not recorded.
///
/// # Errors
/// [`NotRead`]: the workspace itself is well.
pub fn open(workspace: &Workspace) -> Result<Option<Session>, NotRead> {
    let beside = workspace.beside();
    let Some(index) = beside.get(INDEX) else { return Ok(None) };
    let Index(layout, rules, present, mut branches) = parsed(index)?;
    if layout != LAYOUT {
        return Err(NotRead::OtherFormat(layout.to_string()));
    }
    if rules != RULES {
        return Err(NotRead::OtherRules(rules));
    }
    let mut beginnings: Vec<BeginningRow> = Vec::new();
    while let Some(text) = beside.get(&format!("{INDEX}/b/{}", beginnings.len())) {
        let [row]: [BeginningRow; 1] = parsed(text)?;
        beginnings.push(row);
    }
    for branch in &mut branches {
        for chunk in 0.. {
            let Some(text) = beside.get(&chunk_key(branch.no, chunk)) else { break };
            branch.entries.extend(parsed::<Vec<EntryRow>>(text)?);
        }
        if branch.no == present {
            branch.end = workspace.now().millis();
        }
    }
    let session = replayed(beginnings, branches, present)?;
    if *session.present() != workspace.plain() {
        return Err(NotRead::Differs);
    }
    Ok(Some(session))
}

fn parsed<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, NotRead> {
    serde_json::from_str(text).map_err(|_| NotRead::NotAJournal)
}

fn chunk_key(branch: BranchNo, chunk: usize) -> String {
    format!("{INDEX}/{branch}/{chunk}")
}

/// Writes an accepted command into the change that it makes, if the workspace is recorded; beyond the limits the oldest
/// commands are folded with it.
///
/// # Errors
/// [`NotRead`]: the recording is damaged and takes nothing more; the change is as it was.
pub fn note(
    workspace: &Workspace,
    change: &mut Change,
    by: Actor,
    command: JournalCommand,
) -> Result<(), NotRead> {
    let beside = workspace.beside();
    let Some(index) = beside.get(INDEX) else { return Ok(()) };
    let Index(_, _, present, branches) = parsed(index)?;
    let branch = branches.iter().find(|branch| branch.no == present).ok_or(NotRead::Branches)?;
    let (chunks, mut rows) = last_chunk(beside, present)?;
    let before = branch.shares.map_or(0, |(_, count)| count) + chunks.saturating_sub(1) * CHUNK + rows.len();
    let bytes: usize =
        beside.iter().filter(|(key, _)| !key.starts_with("rec/b/")).map(|(_, text)| text.len()).sum();
    let limits = Limits::default();
    let entry = JournalEntry::new(change.head.now, by, command);
    if before >= limits.commands || bytes + entry.bytes() > limits.bytes {
        let Some(mut session) = open(workspace)? else { return Ok(()) };
        let mut after = workspace.plain();
        after.apply(&Change { beside: Vec::new(), ..change.clone() });
        session.branches_mut().record(by, entry.command, &after);
        change.beside.extend(keep(workspace, session.branches()).beside);
        return Ok(());
    }
    let chunk = if rows.len() == CHUNK || chunks == 0 {
        rows.clear();
        chunks
    } else {
        chunks - 1
    };
    rows.push(entry_row(&entry));
    change.beside.push((chunk_key(present, chunk), Some(text(&rows))));
    Ok(())
}

/// How many chunks a branch has, and the rows of the last: chunks are full but for that.
fn last_chunk(beside: &Beside, branch: BranchNo) -> Result<(usize, Vec<EntryRow>), NotRead> {
    let chunks = (0..).take_while(|chunk| beside.contains_key(&chunk_key(branch, *chunk))).count();
    let last = chunks.checked_sub(1).and_then(|last| beside.get(&chunk_key(branch, last)));
    Ok((chunks, last.map_or(Ok(Vec::new()), |text| parsed(text))?))
}

/// Brings a recording that was opened while `before` was beside the workspace up to date; false where more has changed
/// than that the present branch goes on, so that it must be opened anew.
pub fn follow(session: &mut Session, before: &Beside, workspace: &Workspace) -> bool {
    let beside = workspace.beside();
    let branch = session.branches().present().no;
    if beside.get(INDEX) != before.get(INDEX) {
        return false;
    }
    let Ok((chunks, rows)) = last_chunk(before, branch) else { return false };
    let (from, known) = (chunks.saturating_sub(1), rows.len());
    let mut skip = known;
    for chunk in from.. {
        let Some(text) = beside.get(&chunk_key(branch, chunk)) else { break };
        let Ok(rows) = parsed::<Vec<EntryRow>>(text) else { return false };
        for (at, by, command) in rows.into_iter().skip(std::mem::take(&mut skip)) {
            let Ok(entry) = entry_of(at, &by, command) else { return false };
            if session.replay(entry).is_err() {
                return false;
            }
        }
    }
    session.pass(workspace.now());
    *session.present() == workspace.plain()
}

/// Texts of these branches, by their keys.
fn layout(branches: &Branches) -> Beside {
    let mut beside = BTreeMap::new();
    let (beginnings, mut rows) = rows(branches);
    for (at, beginning) in beginnings.iter().enumerate() {
        beside.insert(format!("{INDEX}/b/{at}"), text(&[beginning]));
    }
    for row in &mut rows {
        let entries = std::mem::take(&mut row.entries);
        for (chunk, entries) in entries.chunks(CHUNK).enumerate() {
            beside.insert(chunk_key(row.no, chunk), text(&entries));
        }
    }
    let index = Index(LAYOUT, RULES, branches.present().no, rows);
    beside.insert(INDEX.to_owned(), text(&index));
    beside
}

/// Texts and numbers cannot fail.
fn text<T: Serialize>(row: &T) -> Arc<str> {
    serde_json::to_string(row).unwrap_or_default().into()
}

/// What has to be written for `from` to become `to`.
fn difference(from: &Beside, to: &Beside) -> Vec<(String, Option<Arc<str>>)> {
    let gone = from.keys().filter(|key| !to.contains_key(*key)).map(|key| (key.clone(), None));
    let new = to.iter().filter(|(key, text)| from.get(*key) != Some(text));
    gone.chain(new.map(|(key, text)| (key.clone(), Some(text.clone())))).collect()
}
