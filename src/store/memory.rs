//! A store in memory: for pages whose browser keeps nothing, and for tests that inject faults.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use super::port::{Storage, StoreError, units};

/// A [`Storage`] that lives as long as the page.
#[derive(Debug, Default)]
pub struct MemoryStore {
    entries: RefCell<BTreeMap<String, String>>,
    /// The most UTF-16 units that fit, keys included; no limit if none.
    pub capacity: Option<usize>,
    /// What goes wrong with writes.
    pub fault: Cell<WriteFault>,
    writes: Cell<usize>,
    listings: Cell<usize>,
    used: Cell<usize>,
}

/// What goes wrong with the writes of a [`MemoryStore`], for tests. Writes count from 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WriteFault {
    /// Nothing.
    #[default]
    None,
    /// This one `set` finds no room.
    FullAt(usize),
    /// Every `set` from this one on finds no room.
    FullFrom(usize),
    /// The page dies at this write: neither it nor any later one is done.
    DeadFrom(usize),
}

impl MemoryStore {
    /// A store with these entries.
    pub fn with(entries: impl IntoIterator<Item = (String, String)>) -> MemoryStore {
        // Collecting would sort first, in several kilobytes of wasm.
        let mut all = BTreeMap::new();
        all.extend(entries);
        let entries = all;
        let used = entries.iter().map(|(key, value)| units(key) + units(value)).sum();
        MemoryStore { entries: RefCell::new(entries), used: Cell::new(used), ..MemoryStore::default() }
    }

    /// Everything in it.
    pub fn entries(&self) -> BTreeMap<String, String> {
        self.entries.borrow().clone()
    }

    /// How many writes there have been, failed ones included.
    pub fn writes(&self) -> usize {
        self.writes.get()
    }

    /// How often every key was asked for.
    pub fn listings(&self) -> usize {
        self.listings.get()
    }

    /// UTF-16 units in use, as browsers count them.
    pub fn used(&self) -> usize {
        self.used.get()
    }

    /// Counts a write and says whether the page is still alive to do it.
    fn count(&self) -> bool {
        self.writes.set(self.writes.get() + 1);
        !matches!(self.fault.get(), WriteFault::DeadFrom(n) if self.writes.get() >= n)
    }
}

impl Storage for MemoryStore {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.listings.set(self.listings.get() + 1);
        Ok(self.entries.borrow().keys().cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.entries.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        if !self.count() {
            return Ok(());
        }
        let full = match self.fault.get() {
            WriteFault::FullAt(n) => self.writes.get() == n,
            WriteFault::FullFrom(n) => self.writes.get() >= n,
            WriteFault::None | WriteFault::DeadFrom(_) => false,
        };
        let old = self.entries.borrow().get(key).map_or(0, |old| units(key) + units(old));
        let needed = self.used.get() + units(key) + units(value) - old;
        if full || self.capacity.is_some_and(|capacity| needed > capacity) {
            return Err(StoreError::Full);
        }
        self.used.set(needed);
        self.entries.borrow_mut().insert(key.to_owned(), value.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        if self.count()
            && let Some(old) = self.entries.borrow_mut().remove(key)
        {
            self.used.set(self.used.get() - units(key) - units(&old));
        }
        Ok(())
    }
}
