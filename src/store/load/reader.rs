//! The reader: entry by entry, what is in a slot and what of it cannot be read.

use std::sync::Arc;

use crate::domain::job::{Job, JobNo};
use crate::service::log::LogLine;
use crate::service::sorted::sort_by;
use crate::service::workspace::Beside;
use crate::store::aside::{Broken, BrokenReason};
use crate::store::codec::{self, Shared, Unreadable, Wal};
use crate::store::entries::{self, Entry, Write};
use crate::store::port::{Storage, StoreError};
use crate::store::{migrate, sense};

pub(super) struct Reader<'a> {
    storage: &'a dyn Storage,
    /// What the keys of the entries begin with; what is under the first counts before what is under the second.
    prefixes: Vec<String>,
    /// Writes that count but are not done, in the order of their keys.
    over: Vec<Write>,
    /// The format that entries may still be in.
    pub(super) from: u32,
    pub(super) broken: Vec<Broken>,
}

/// The jobs and lines that a reader has met, each once.
#[derive(Debug, Default)]
pub(super) struct Met {
    pub(super) jobs: Vec<Arc<Job>>,
    /// Jobs that are there and cannot be read.
    pub(super) unread: Vec<JobNo>,
    pub(super) lines: Vec<LogLine>,
    pub(super) beside: Beside,
    shared: Shared,
}

impl Met {
    /// Puts jobs and lines in the order of their numbers.
    pub(super) fn put_in_order(&mut self) {
        sort_by(&mut self.jobs, |one, other| one.no.cmp(&other.no));
        sort_by(&mut self.lines, |one, other| one.no.cmp(&other.no));
    }
}

impl<'a> Reader<'a> {
    pub(super) fn new(storage: &'a dyn Storage, slot: &str) -> Reader<'a> {
        let prefixes = vec![entries::prefix(slot)];
        Reader { storage, prefixes, over: Vec::new(), from: codec::SCHEMA, broken: Vec::new() }
    }

    /// What is under way, if the ledger of this slot can have written it.
    pub(super) fn under_way(&mut self, slot: &str) -> Result<Option<Wal>, StoreError> {
        let Some(wal) = self.get(&Entry::Wal, codec::wal)?.flatten() else { return Ok(None) };
        if sense::is_of(&wal, self.storage, slot)? {
            return Ok(Some(wal));
        }
        self.spoil(&Entry::Wal);
        Ok(None)
    }

    /// Lets these writes count that are not done; of several to one entry the last.
    pub(super) fn write_over(&mut self, writes: &[Write]) {
        self.over = writes.iter().rev().cloned().collect();
        sort_by(&mut self.over, |(one, _), (other, _)| one.cmp(other));
        self.over.dedup_by(|(one, _), (other, _)| one == other);
    }

    fn written_over(&self, inner: &str) -> Option<&Write> {
        let place = self.over.binary_search_by(|(key, _)| key.as_str().cmp(inner)).ok()?;
        self.over.get(place)
    }

    /// Notes that an entry of the slot makes no sense beside the others.
    pub(super) fn spoil(&mut self, entry: &Entry) {
        let prefix = self.prefixes.first().map_or("", String::as_str);
        let key = [prefix, entry.key().as_str()].concat();
        self.note(&key, BrokenReason::Unreadable(Unreadable::Shape));
    }

    /// Notes that something should be there under a key inside the slot, and is not.
    pub(super) fn miss(&mut self, inner: &str) {
        let prefix = self.prefixes.first().map_or("", String::as_str);
        let key = [prefix, inner].concat();
        self.note(&key, BrokenReason::Missing);
    }

    /// Reads another slot's entries, and of this one's only those that have been moved here.
    pub(super) fn look_into(&mut self, other: &str, cleared: bool) {
        if !cleared {
            self.prefixes.clear();
        }
        self.prefixes.push(entries::prefix(other));
    }

    /// The text of an entry, and the key that it is under.
    pub(super) fn read(&self, entry: &Entry) -> Result<Option<(String, String)>, StoreError> {
        let inner = entry.key();
        let over = self.written_over(&inner);
        for prefix in &self.prefixes {
            let key = [prefix, inner.as_str()].concat();
            if let Some((_, value)) = over {
                return Ok(value.clone().map(|text| (key, text)));
            }
            if let Some(text) = self.storage.get(&key)? {
                return Ok(Some((key, text)));
            }
        }
        Ok(None)
    }

    /// The entry, if it is there and can be read.
    pub(super) fn get<T>(
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
        read.map_err(|why| self.note(key, BrokenReason::Unreadable(why))).ok()
    }

    fn note(&mut self, key: &str, why: BrokenReason) {
        self.broken.push(Broken { key: key.to_owned(), why });
    }

    /// All jobs and lines, in the order of their numbers; none if there is no entry at all but a `wal`.
    pub(super) fn jobs_and_lines(&mut self) -> Result<Option<Met>, StoreError> {
        let (storage, prefixes) = (self.storage, self.prefixes.clone());
        let mut met = Met::default();
        let (mut any, mut failed) = (!self.over.is_empty(), Ok(()));
        for (no, prefix) in prefixes.iter().enumerate() {
            storage.visit(prefix, &mut |key, text| {
                let inner = &key[prefix.len()..];
                any |= inner != "wal";
                let mut counts = self.written_over(inner).is_none();
                for before in &prefixes[..no] {
                    match storage.get(&[before, inner].concat()) {
                        Ok(there) => counts &= there.is_none(),
                        Err(why) => failed = Err(why),
                    }
                }
                if counts {
                    self.meet(&mut met, inner, key, text);
                }
            })?;
        }
        failed?;
        let over = self.over.clone();
        for (inner, text) in &over {
            let key = prefixes.first().map(|prefix| [prefix, inner.as_str()].concat());
            if let (Some(key), Some(text)) = (key, text) {
                self.meet(&mut met, inner, &key, text);
            }
        }
        met.put_in_order();
        Ok(any.then_some(met))
    }

    /// Takes in the entry `inner`, which has `text` under `key`.
    pub(super) fn meet(&mut self, met: &mut Met, inner: &str, key: &str, text: &str) {
        match Entry::parse(inner) {
            Some(entry @ Entry::Job(no)) => {
                let job = self.decode(&entry, key, text, |text| codec::job(no, text, &mut met.shared));
                match job {
                    Some(job) => met.jobs.push(Arc::new(job)),
                    None => met.unread.push(no),
                }
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
            None => self.note(key, BrokenReason::Unreadable(Unreadable::Shape)),
        }
    }
}
