//! Writes: the entries that keep a workspace, and those that keep a change of it.

use std::sync::Arc;

use crate::service::log::MAX_LINES;
use crate::service::workspace::{Change, Workspace};

use super::codec::{self, Mark, Origin, Shared, Unreadable};
use super::entries::{Entry, Write};

/// The writes that keep a change, those that free room first.
pub fn of_change(change: &Change, mark: Mark) -> Vec<Write> {
    let mut writes = Vec::new();
    for (no, job) in &change.jobs {
        if job.is_none() {
            writes.push((Entry::Job(*no).key(), None));
        }
    }
    if let Some(dropped) = &change.turn {
        writes.push((Entry::Turn.key(), None));
        writes.extend(dropped.iter().map(|no| (Entry::Line(*no).key(), None)));
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
    for (key, text) in &change.beside {
        let entry = Entry::Beside(key.clone());
        writes.push((key.clone(), text.as_ref().map(|text| codec::beside_text(&entry, text))));
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
    let beside = workspace.beside().iter().map(|(key, text)| {
        let entry = Entry::Beside(key.clone());
        (key.clone(), codec::beside_text(&entry, text))
    });
    std::iter::once(origin).chain(jobs).chain(lines).chain(beside).chain(std::iter::once(head))
}

/// The change that writes keep, read back: how other tabs follow.
///
/// # Errors
/// [`Unreadable`], never a panic, whatever the writes.
pub fn change(writes: &[Write]) -> Result<(Change, Mark), Unreadable> {
    let mut shared = Shared::default();
    let (mut jobs, mut lines, mut beside, mut found) = (Vec::new(), Vec::new(), Vec::new(), None);
    let (mut turns, mut dropped) = (false, Vec::new());
    for (key, value) in writes {
        match (Entry::parse(key), value) {
            (Some(Entry::Job(no)), None) => jobs.push((no, None)),
            (Some(Entry::Job(no)), Some(text)) => {
                jobs.push((no, Some(Arc::new(codec::job(no, text, &mut shared)?))));
            }
            (Some(Entry::Line(no)), Some(text)) => lines.push(codec::line(no, text)?),
            (Some(Entry::Head), Some(text)) => found = Some(codec::head(text)?),
            // Old lines go by themselves where new ones come.
            (Some(Entry::Line(no)), None) => dropped.push(no),
            (Some(Entry::Turn), None) => turns = true,
            (Some(entry @ Entry::Beside(_)), Some(text)) => {
                beside.push((key.clone(), Some(codec::beside(&entry, text)?.into())));
            }
            (Some(Entry::Beside(key)), None) => beside.push((key, None)),
            (Some(Entry::Head | Entry::Origin | Entry::Wal | Entry::Turn) | None, _) => {
                return Err(Unreadable::Shape);
            }
        }
    }
    let (head, mark) = found.ok_or(Unreadable::Shape)?;
    Ok((Change { jobs, lines, head, turn: turns.then_some(dropped), beside }, mark))
}
