//! Loading: reads a slot as it is, sound or not, without writing anything.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::domain::job::Job;
use crate::domain::state::RuleSet;
use crate::domain::time::SimTime;
use crate::service::log::LogLine;
use crate::service::scenario::Scenario;
use crate::service::sorted::sort_by;
use crate::service::workspace::{Beside, Head, Workspace};

use super::codec::{self, Mark, Origin, Shared, Unreadable, Wal};
use super::entries::{self, Entry, Write};
use super::ledger::{Fresh, Ledger};
use super::port::{Storage, StoreError};
use super::{aside, migrate};

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
    let mut reader = Reader::new(storage, slot);
    let mut mark = Mark::default();
    let mut pending: Vec<Write> = Vec::new();
    let mut todo = Todo::Nothing;
    match reader.get(&Entry::Wal, codec::wal)?.flatten() {
        Some(Wal::Creating) => return Ok(Found::Nothing),
        Some(Wal::Writes(seq, epoch, writes)) => {
            let head = reader.read(&Entry::Head)?.and_then(|(_, text)| codec::head(&text).ok());
            // A list that is older than the head has been carried out.
            if head.is_none_or(|(_, kept)| kept.seq <= seq) {
                mark = Mark { seq, epoch };
                reader.over = writes.iter().cloned().collect();
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
        None => {}
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
    let Some(Met { jobs, lines, beside, .. }) = reader.jobs_and_lines()? else { return Ok(Found::Nothing) };
    let origin = reader.get(&Entry::Origin, codec::origin)?;
    let head = head.map_or_else(|| guessed(origin, &jobs, &lines), |(head, _)| head);
    let numbers: Vec<u64> = jobs.iter().map(|job| job.no).collect();
    let mut workspace = Workspace::new(head, jobs, lines);
    workspace.set_beside(beside);
    let stale = numbers.into_iter().filter(|no| workspace.record(*no).is_none());
    let stale = stale.map(|no| Entry::Job(no).key()).collect();
    let mut ledger = Ledger::new(slot, mark, pending);
    ledger.set_unfinished(todo != Todo::Nothing);
    Ok(Found::Kept(Box::new(Kept { workspace, ledger, broken: reader.broken, stale, todo })))
}

/// A head for jobs whose own is lost: time as late as anything that is known to have happened, and
/// standing still until somebody looks.
fn guessed(origin: Option<Origin>, jobs: &[Arc<Job>], lines: &[LogLine]) -> Head {
    let of_job = |job: &Arc<Job>| {
        let history = &job.history;
        let asked = [history.shipped, history.cancel_requested].into_iter().flatten().max();
        history.touched.max(history.created).max(asked.unwrap_or(SimTime::EPOCH))
    };
    let Origin { seed, scenario, .. } = origin.unwrap_or(Origin { seed: 1, ..Origin::default() });
    let latest = jobs.iter().map(of_job).chain(lines.iter().map(|line| line.at)).max();
    Head {
        now: latest.unwrap_or(Scenario::START),
        speed: 1_000,
        paused: true,
        seed,
        rules: RuleSet::default(),
        scenario,
        next_job: jobs.last().map_or(1, |job| job.no + 1),
        next_line: lines.last().map_or(1, |line| line.no + 1),
    }
}

struct Reader<'a> {
    storage: &'a dyn Storage,
    /// What the keys of the entries begin with; what is under the first counts before what is under the second.
    prefixes: Vec<String>,
    /// Writes that count but are not done.
    over: BTreeMap<String, Option<String>>,
    /// The format that entries may still be in.
    from: u32,
    broken: Vec<Broken>,
}

/// The jobs and lines that a reader has met, each once.
#[derive(Default)]
struct Met {
    jobs: Vec<Arc<Job>>,
    lines: Vec<LogLine>,
    beside: Beside,
    shared: Shared,
}

impl<'a> Reader<'a> {
    fn new(storage: &'a dyn Storage, slot: &str) -> Reader<'a> {
        let prefixes = vec![entries::prefix(slot)];
        Reader { storage, prefixes, over: BTreeMap::new(), from: codec::SCHEMA, broken: Vec::new() }
    }

    /// Reads another slot's entries, and of this one's only those that have been moved here.
    fn look_into(&mut self, other: &str, cleared: bool) {
        if !cleared {
            self.prefixes.clear();
        }
        self.prefixes.push(entries::prefix(other));
    }

    /// The text of an entry, and the key that it is under.
    fn read(&self, entry: &Entry) -> Result<Option<(String, String)>, StoreError> {
        let inner = entry.key();
        let over = self.over.get(&inner);
        for prefix in &self.prefixes {
            let key = [prefix, inner.as_str()].concat();
            if let Some(value) = over {
                return Ok(value.clone().map(|text| (key, text)));
            }
            if let Some(text) = self.storage.get(&key)? {
                return Ok(Some((key, text)));
            }
        }
        Ok(None)
    }

    /// The entry, if it is there and can be read.
    fn get<T>(
        &mut self,
        entry: &Entry,
        decode: impl FnOnce(&str) -> Result<T, Unreadable>,
    ) -> Result<Option<T>, StoreError> {
        Ok(self.read(entry)?.and_then(|(key, text)| self.decode(entry, &key, &text, decode)))
    }

    /// What an entry says, brought to the present format; otherwise it is noted as broken.
    fn decode<T>(
        &mut self,
        entry: &Entry,
        key: &str,
        text: &str,
        decode: impl FnOnce(&str) -> Result<T, Unreadable>,
    ) -> Option<T> {
        let read = if self.from < codec::SCHEMA {
            migrate::convert(entry, text.to_owned(), self.from).and_then(|text| decode(&text))
        } else {
            decode(text)
        };
        read.map_err(|why| self.note(key, why)).ok()
    }

    fn note(&mut self, key: &str, why: Unreadable) {
        self.broken.push(Broken { key: key.to_owned(), why });
    }

    /// All jobs and lines, in the order of their numbers; none if there is no entry at all but a `wal`.
    fn jobs_and_lines(&mut self) -> Result<Option<Met>, StoreError> {
        let (storage, prefixes) = (self.storage, self.prefixes.clone());
        let mut met = Met::default();
        let mut any = !self.over.is_empty();
        let mut seen = BTreeSet::new();
        for prefix in &prefixes {
            storage.visit(prefix, &mut |key, text| {
                let inner = &key[prefix.len()..];
                any |= inner != "wal";
                let counts =
                    !self.over.contains_key(inner) && (prefixes.len() == 1 || seen.insert(inner.to_owned()));
                if counts {
                    self.meet(&mut met, inner, key, text);
                }
            })?;
        }
        let over = self.over.clone();
        for (inner, text) in &over {
            let key = prefixes.first().map(|prefix| [prefix, inner.as_str()].concat());
            if let (Some(key), Some(text)) = (key, text) {
                self.meet(&mut met, inner, &key, text);
            }
        }
        sort_by(&mut met.jobs, |one, other| one.no.cmp(&other.no));
        sort_by(&mut met.lines, |one, other| one.no.cmp(&other.no));
        Ok(any.then_some(met))
    }

    fn meet(&mut self, met: &mut Met, inner: &str, key: &str, text: &str) {
        match Entry::parse(inner) {
            Some(entry @ Entry::Job(no)) => {
                let job = self.decode(&entry, key, text, |text| codec::job(no, text, &mut met.shared));
                met.jobs.extend(job.map(Arc::new));
            }
            Some(entry @ Entry::Line(no)) => {
                let line = self.decode(&entry, key, text, |text| codec::line(no, text));
                met.lines.extend(line);
            }
            Some(entry @ Entry::Beside(_)) => {
                let text = self.decode(&entry, key, text, |text| codec::beside(&entry, text));
                met.beside.extend(text.map(|text| (inner.to_owned(), text.into())));
            }
            Some(Entry::Head | Entry::Origin | Entry::Wal | Entry::Turn) => {}
            None => self.note(key, Unreadable::Shape),
        }
    }
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
        let head_lost = broken.iter().any(|broken| broken.key == ledger.key(&Entry::Head.key()));
        broken.clear();
        match &todo {
            Todo::Nothing => {}
            Todo::Convert(from) => convert_all(storage, ledger, *from)?,
            Todo::Reset => ledger.finish_reset(storage, workspace)?,
            Todo::Move(from, cleared) => ledger.finish_replace(storage, from, *cleared)?,
        }
        *todo = Todo::Nothing;
        ledger.set_unfinished(false);
        if ledger.is_behind() {
            ledger.catch_up(storage)?;
        }
        for inner in stale.drain(..) {
            storage.remove(&ledger.key(&inner))?;
        }
        if head_lost {
            ledger.touch(storage, workspace.head())?;
        }
        ledger.top_up(storage)
    }
}

fn convert_all(storage: &dyn Storage, ledger: &Ledger, from: u32) -> Result<(), StoreError> {
    storage.set(&ledger.key(&Entry::Wal.key()), &codec::wal_text(&Wal::Migrating(from)))?;
    let (keys, prefix) = (storage.keys()?, ledger.key(""));
    // The head first: from then on pages of the older format leave the slot alone.
    let rest = keys.iter().filter_map(|key| Entry::parse(key.strip_prefix(&prefix)?));
    let rest = rest.filter(|entry| !matches!(entry, Entry::Head | Entry::Wal));
    for entry in std::iter::once(Entry::Head).chain(rest) {
        let key = ledger.key(&entry.key());
        let Some(text) = storage.get(&key)? else { continue };
        // What cannot be converted was noted as broken when it was read.
        if let Some(new) = migrate::convert(&entry, text.clone(), from).ok().filter(|new| *new != text) {
            storage.set(&key, &new)?;
        }
    }
    ledger.rest(storage)
}
