//! The disk: localStorage as all tabs share it, which may be full, refuse, and forget what it was told last.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use import_export_portal::store::codec::{self, Mark, Wal};
use import_export_portal::store::entries;
use import_export_portal::store::port::units;
use import_export_portal::store::{Storage, StoreError};

/// What a write did: who wrote, when, and what was there before.
type Undo = (String, f64, String, Option<String>);

/// What all tabs share.
#[derive(Default)]
pub struct Disk {
    pub entries: RefCell<BTreeMap<String, String>>,
    undo: RefCell<Vec<Undo>>,
    pub now: Cell<f64>,
    /// The most units that fit.
    pub capacity: Cell<Option<usize>>,
    /// How many writes from now on find no room.
    pub failing: Cell<u32>,
    /// Who has written heads under which epoch.
    writers: RefCell<BTreeMap<u64, String>>,
    /// What must not have happened.
    pub wrong: RefCell<Vec<String>>,
}

impl Disk {
    /// Takes back what was written after `since`; if `who` is given, no more than what that tab was the last to write.
    pub fn forget_since(&self, since: f64, who: Option<&str>) {
        let mut undo = self.undo.borrow_mut();
        while undo.last().is_some_and(|(by, at, ..)| *at > since && who.is_none_or(|who| who == by)) {
            if let Some((_, _, key, before)) = undo.pop() {
                match before {
                    Some(text) => self.entries.borrow_mut().insert(key, text),
                    None => self.entries.borrow_mut().remove(&key),
                };
            }
        }
    }

    fn put(&self, who: &str, key: &str, value: Option<&str>) {
        let mut entries = self.entries.borrow_mut();
        let before = match value {
            Some(value) => entries.insert(key.to_owned(), value.to_owned()),
            None => entries.remove(key),
        };
        let mut undo = self.undo.borrow_mut();
        // No browser forgets more than some seconds.
        if undo.len() > 4_000 {
            undo.drain(..2_000);
        }
        undo.push((who.to_owned(), self.now.get(), key.to_owned(), before));
    }

    /// A head counts as written under its epoch, unless it only does what the log says already, or leaves the commit as it
    /// is: who comes to lead puts in order what was left.
    fn look_at_head(&self, who: &str, head: &str, wal: &str, text: &str) {
        let Ok((_, mark)) = codec::head(text) else { return };
        let entries = self.entries.borrow();
        let there = entries.get(head).and_then(|text| codec::head(text).ok());
        if there.is_some_and(|(_, there)| there == mark) {
            return;
        }
        let log = entries.get(wal).and_then(|text| codec::wal(text).ok().flatten());
        let is_promised =
            |(key, head): &(String, Option<String>)| key == "head" && head.as_deref() == Some(text);
        if !matches!(log, Some(Wal::Writes(_, _, writes)) if writes.iter().any(is_promised)) {
            self.look_at_epoch(who, mark.epoch);
        }
    }

    /// So does a log.
    fn look_at_log(&self, who: &str, text: &str) {
        match codec::wal(text) {
            Ok(Some(Wal::Writes(_, epoch, _) | Wal::Reset(.., epoch) | Wal::Replace(.., epoch))) => {
                self.look_at_epoch(who, epoch);
            }
            Ok(Some(Wal::Creating | Wal::Migrating(_)) | None) | Err(_) => {}
        }
    }

    /// One writer an epoch, and none of an earlier one after a later.
    fn look_at_epoch(&self, who: &str, epoch: u64) {
        if epoch == 0 {
            return;
        }
        let mark = Mark { seq: 0, epoch };
        let mut writers = self.writers.borrow_mut();
        let before = writers.entry(mark.epoch).or_insert_with(|| who.to_owned());
        if before != who {
            let told = format!("epoch {}: both {before} and {who} have written", mark.epoch);
            self.wrong.borrow_mut().push(told);
        }
        if let Some((later, other)) = writers.range(mark.epoch + 1..).next() {
            let told = format!("{who} has written under epoch {} after {other} under {later}", mark.epoch);
            self.wrong.borrow_mut().push(told);
        }
    }
}

/// The disk as one tab sees it.
#[derive(Clone)]
pub struct View {
    pub disk: Rc<Disk>,
    pub who: String,
    pub head: String,
    wal: String,
    /// A planted fault: this tab does not see that somebody else has written, but what it has written itself.
    pub blind: bool,
    pub own_head: RefCell<Option<String>>,
}

impl View {
    pub fn new(disk: &Rc<Disk>, who: &str, slot: &str, blind: bool) -> View {
        let [head, wal] = ["head", "wal"].map(|key| format!("{}{key}", entries::prefix(slot)));
        View { disk: disk.clone(), who: who.to_owned(), head, wal, blind, own_head: RefCell::default() }
    }
}

impl Storage for View {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.disk.entries.borrow().keys().cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        if self.blind && key == self.head && self.own_head.borrow().is_some() {
            return Ok(self.own_head.borrow().clone());
        }
        Ok(self.disk.entries.borrow().get(key).cloned())
    }

    fn visit(&self, prefix: &str, each: &mut dyn FnMut(&str, &str)) -> Result<(), StoreError> {
        let entries = self.disk.entries.borrow();
        let inside = entries.range(prefix.to_owned()..).take_while(|(key, _)| key.starts_with(prefix));
        inside.for_each(|(key, text)| each(key, text));
        Ok(())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        let disk = &self.disk;
        if disk.failing.get() > 0 {
            disk.failing.set(disk.failing.get() - 1);
            return Err(StoreError::Full);
        }
        if let Some(capacity) = disk.capacity.get() {
            let others = disk.entries.borrow();
            let others = others.iter().filter(|(other, _)| other.as_str() != key);
            let used: usize = others.map(|(key, text)| units(key) + units(text)).sum();
            if used + units(key) + units(value) > capacity {
                return Err(StoreError::Full);
            }
        }
        if key == self.wal {
            disk.look_at_log(&self.who, value);
        }
        if key == self.head {
            disk.look_at_head(&self.who, &self.head, &self.wal, value);
            *self.own_head.borrow_mut() = Some(value.to_owned());
        }
        disk.put(&self.who, key, Some(value));
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        if self.disk.entries.borrow().contains_key(key) {
            self.disk.put(&self.who, key, None);
        }
        Ok(())
    }
}
