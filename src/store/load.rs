//! Loading: reads a slot as it is, sound or not, without writing anything.

mod guess;
pub mod preview;
mod reader;

use crate::domain::job::JobNo;
use crate::service::scenario::Scenario;
use crate::service::tally::{Missing, Tally};
use crate::service::workspace::{Head, Workspace};

use super::aside::{self, Broken};
use super::codec::{self, Mark, Wal};
use super::entries::{Entry, Write};
use super::fresh::Fresh;
use super::ledger::Ledger;
use super::migrate;
use super::port::{Storage, StoreError};
use preview::Loading;
use reader::{Met, Reader};

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
    /// What could not be read, and stays where it is until [`Kept::repair`].
    pub broken: Vec<Broken>,
    /// Entries of jobs that the service has deleted while nobody wrote it down.
    stale: Vec<String>,
    /// What was left undone.
    todo: Todo,
}

/// What a page that was closed or killed has left undone.
#[derive(Clone, Debug, PartialEq)]
enum Todo {
    /// Nothing, or writes that the ledger knows.
    Nothing,
    /// Entries in the format of this number are to be converted.
    Convert(u32),
    /// A new beginning is to be written.
    Reset,
    /// A workspace is to be moved here; the flag says that the old one is gone already.
    Move(String, bool),
}

/// Reads a slot.
///
/// # Errors
/// [`StoreError::Blocked`].
pub fn load(storage: &dyn Storage, slot: &str) -> Result<Found, StoreError> {
    load_rest(storage, slot, None)
}

impl Loading {
    /// Reads what is left.
    ///
    /// # Errors
    /// [`StoreError::Blocked`].
    pub fn finish(mut self, storage: &dyn Storage) -> Result<Found, StoreError> {
        while self.step(storage)? {}
        let slot = self.slot.clone();
        load_rest(storage, &slot, Some(self))
    }
}

/// Reads what of a slot has not been `read` yet.
fn load_rest(storage: &dyn Storage, slot: &str, read: Option<Loading>) -> Result<Found, StoreError> {
    let mut reader = Reader::new(storage, slot);
    let mut mark = Mark::default();
    let mut pending: Vec<Write> = Vec::new();
    let mut todo = Todo::Nothing;
    let under_way = reader.under_way(slot)?;
    let read = read.filter(|_| under_way.is_none());
    match under_way {
        // The head is written last: with it everything is there.
        Some(Wal::Creating) if reader.read(&Entry::Head)?.is_none() => return Ok(Found::Nothing),
        Some(Wal::Writes(seq, epoch, writes)) => {
            let head = reader.read(&Entry::Head)?.and_then(|(_, text)| codec::head(&text).ok());
            // A list that is older than the head has been carried out.
            if head.is_none_or(|(_, kept)| kept.seq <= seq) {
                mark = Mark { seq, epoch };
                reader.write_over(&writes);
                pending = writes;
            }
        }
        Some(Wal::Migrating(from)) => todo = Todo::Convert(from),
        Some(Wal::Reset(scenario, seed, jobs, seq, epoch)) => {
            let scenario = Scenario::parse(&scenario).unwrap_or_default();
            let workspace = Fresh { scenario, seed, jobs }.build();
            let mut ledger = Ledger::new(slot, Mark { seq, epoch }, Vec::new());
            ledger.set_unfinished(true);
            let kept =
                Kept { workspace, ledger, broken: reader.broken, stale: Vec::new(), todo: Todo::Reset };
            return Ok(Found::Kept(Box::new(kept)));
        }
        Some(Wal::Replace(from, cleared, seq, epoch)) => {
            mark = Mark { seq, epoch };
            reader.look_into(&from, cleared);
            todo = Todo::Move(from, cleared);
        }
        Some(Wal::Creating) | None => {}
    }
    // The number of the format stands first and is looked at before anything else.
    let schema = reader.read(&Entry::Head)?.and_then(|(_, text)| codec::schema(&text).ok());
    if let Some(newer) = schema.filter(|schema| *schema > codec::SCHEMA) {
        return Ok(Found::Newer(newer));
    }
    if let (Some(older), Todo::Nothing) = (schema.filter(|schema| *schema < codec::SCHEMA), &todo) {
        todo = Todo::Convert(older);
    }
    if let Todo::Convert(from) = todo {
        reader.from = from;
    }
    let head = reader.get(&Entry::Head, codec::head)?;
    if let (Some((_, kept)), false) = (&head, matches!(todo, Todo::Move(..))) {
        mark = *kept;
    }
    let read = read.map(|read| read.still_holds(&mut reader)).transpose()?.flatten();
    let met = if read.is_some() { read } else { reader.jobs_and_lines()? };
    let Some(Met { jobs, lines, beside, unread, .. }) = met else {
        return Ok(Found::Nothing);
    };
    let origin = reader.get(&Entry::Origin, codec::origin)?;
    if reader.read(&Entry::Head)?.is_none() {
        reader.miss(&Entry::Head.key());
    }
    let guessed = guess::head(origin, &jobs, &lines);
    let (head, counted) = match head {
        Some((head, _)) => (head.clone(), head.jobs),
        None => (guessed.clone(), None),
    };
    let numbers: Vec<JobNo> = jobs.iter().map(|job| job.no).collect();
    let is_gone = |from: &Workspace, no: &JobNo| from.record(*no).is_none();
    let mut workspace = Workspace::new(head.clone(), jobs.iter().cloned(), lines.iter().cloned());
    let there = Tally::of(numbers.iter().chain(&unread).copied());
    let found = unread.into_iter().fold(workspace.head().jobs.unwrap_or_default(), Tally::with);
    let mut at_odds = Vec::new();
    if counted == Some(there) && there != found {
        // It counts jobs that are no more by its own time: either its time is not theirs, or theirs is wrong.
        let Head { rules, next_job, next_line, .. } = head;
        let guessed = Head { rules, next_job, next_line, ..guessed };
        let other = Workspace::new(guessed, jobs, lines);
        if numbers.iter().any(|no| is_gone(&other, no)) {
            at_odds = numbers.iter().copied().filter(|no| is_gone(&workspace, no)).collect();
            at_odds.iter().for_each(|no| reader.spoil(&Entry::Job(*no)));
        } else {
            reader.spoil(&Entry::Head);
            workspace = other;
        }
    } else {
        match counted.and_then(|counted| counted.missing(found)) {
            None => {}
            Some(Missing::One(no)) => reader.miss(&Entry::Job(no).key()),
            Some(Missing::Many(count)) => reader.miss(&format!("jobs/{count}")),
        }
    }
    workspace.set_beside(beside);
    let stale = numbers.into_iter().filter(|no| is_gone(&workspace, no) && !at_odds.contains(no));
    let stale = stale.map(|no| Entry::Job(no).key()).collect();
    let mut ledger = Ledger::new(slot, mark, pending);
    ledger.set_unfinished(todo != Todo::Nothing);
    Ok(Found::Kept(Box::new(Kept { workspace, ledger, broken: reader.broken, stale, todo })))
}

impl Kept {
    /// Whether entries were written in an older format.
    pub fn is_older(&self) -> bool {
        matches!(self.todo, Todo::Convert(_))
    }

    /// Entries of jobs that are no more by the time of the head, or whose name another job has.
    pub fn stale(&self) -> &[String] {
        &self.stale
    }

    /// Moves what could not be read out of the way and does what was left undone. For the one page
    /// that leads; it can be stopped anywhere and begun again.
    ///
    /// # Errors
    /// [`StoreError`]: what could not be done is still to be done. While there is anything in
    /// [`Kept::broken`] it may still be in its place, and nothing must be written over it.
    pub fn repair(&mut self, storage: &dyn Storage) -> Result<(), StoreError> {
        let Kept { workspace, ledger, broken, stale, todo } = self;
        let wal = ledger.key(&Entry::Wal.key());
        let idle = *todo == Todo::Nothing && !ledger.is_behind();
        if idle && !broken.is_empty() && broken.iter().all(|broken| broken.key != wal) {
            // An entry moves by way of a copy; the reserve, which is filled again below, makes room for it.
            storage.remove(&wal)?;
        }
        aside::set_aside(storage, broken)?;
        let mended = !broken.is_empty();
        broken.clear();
        match &todo {
            Todo::Nothing => {}
            Todo::Convert(from) => convert_all(storage, ledger, workspace, *from)?,
            Todo::Reset => ledger.finish_reset(storage, workspace)?,
            Todo::Move(from, cleared) => ledger.finish_replace(storage, from, *cleared)?,
        }
        *todo = Todo::Nothing;
        ledger.set_unfinished(false);
        if ledger.is_behind() {
            ledger.catch_up(storage)?;
        }
        if mended || !stale.is_empty() {
            // It says which jobs there are, so that nobody looks for the others again.
            ledger.touch(storage, workspace.head())?;
        }
        for inner in stale.drain(..) {
            storage.remove(&ledger.key(&inner))?;
        }
        ledger.top_up(storage)
    }
}

fn convert_all(
    storage: &dyn Storage,
    ledger: &Ledger,
    workspace: &Workspace,
    from: u32,
) -> Result<(), StoreError> {
    storage.set(&ledger.key(&Entry::Wal.key()), &codec::wal_text(&Wal::Migrating(from)))?;
    let (keys, prefix) = (storage.keys()?, ledger.key(""));
    // The head first: from then on pages of the older format leave the slot alone.
    let rest = keys.iter().filter_map(|key| Entry::parse(key.strip_prefix(&prefix)?));
    let rest = rest.filter(|entry| !matches!(entry, Entry::Head | Entry::Wal));
    for entry in std::iter::once(Entry::Head).chain(rest) {
        let key = ledger.key(&entry.key());
        let Some(text) = storage.get(&key)? else { continue };
        let new = match &entry {
            // It says what only a whole workspace knows, such as how many jobs there are.
            Entry::Head if !ledger.is_behind() => Ok(codec::head_text(workspace.head(), ledger.mark())),
            Entry::Head
            | Entry::Origin
            | Entry::Wal
            | Entry::Job(_)
            | Entry::Line(_)
            | Entry::Beside(_)
            | Entry::Turn => migrate::convert(&entry, text.clone(), from),
        };
        // What cannot be converted was noted as broken when it was read.
        if let Some(new) = new.ok().filter(|new| *new != text) {
            storage.set(&key, &new)?;
        }
    }
    ledger.rest(storage)
}
