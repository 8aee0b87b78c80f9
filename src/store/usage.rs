//! Usage: what takes up the room of a store, and whether there is plenty left.

use crate::service::workspace::Workspace;

use super::codec::Mark;
use super::entries::{self, ASIDE, PREFIX, Write};
use super::ledger::RESERVE;
use super::port::{Storage, StoreError, units};
use super::writes;

/// What takes up the room of a store, in UTF-16 units, keys included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// Jobs of the workspace shown.
    pub jobs: usize,
    /// Its activity log, its head and the store's reserve.
    pub log: usize,
    /// Other workspaces.
    pub others: usize,
    /// Entries that could not be read.
    pub aside: usize,
    /// How many those are.
    pub aside_entries: usize,
    /// Settings and drafts of the portal.
    pub portal: usize,
    /// Whatever else the pages of this address keep.
    pub foreign: usize,
}

impl Usage {
    /// What a browser gives to an address, in UTF-16 units.
    pub const CAPACITY: usize = 5_242_880;
    /// From here on the user is warned: nine tenths.
    pub const WARNING: usize = Usage::CAPACITY / 10 * 9;

    /// Measures a store while the workspace in `slot` is shown.
    ///
    /// # Errors
    /// [`StoreError::Blocked`].
    pub fn of(storage: &dyn Storage, slot: &str) -> Result<Usage, StoreError> {
        let mut usage = Usage::default();
        storage.lengths(&mut |key, value| {
            let part = match entries::split(key) {
                Some((name, inner)) if name == slot && inner.starts_with("job/") => &mut usage.jobs,
                Some((name, _)) if name == slot => &mut usage.log,
                Some(_) => &mut usage.others,
                None if key.starts_with(ASIDE) => {
                    usage.aside_entries += 1;
                    &mut usage.aside
                }
                None if key.starts_with(PREFIX) => &mut usage.portal,
                None => &mut usage.foreign,
            };
            *part += units(key) + value;
        })?;
        Ok(usage)
    }

    /// All of it.
    pub fn used(&self) -> usize {
        self.jobs + self.log + self.others + self.aside + self.portal + self.foreign
    }
}

/// What a workspace would take of the room that is left, before it is opened beside all that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Need {
    /// UTF-16 units that it takes up, keys and the store's reserve included.
    pub units: usize,
    /// UTF-16 units that are left.
    pub left: usize,
    /// What a change of it takes for as long as it is written, at most: twice its longest entry, and the reserve.
    change: usize,
}

impl Need {
    /// Measures a workspace for a slot of this name, where so much is used already.
    pub fn of(workspace: &Workspace, slot: &str, used: usize) -> Need {
        let prefix = units(&entries::prefix(slot));
        let (mut all, mut longest) = (RESERVE, 0);
        for (key, text) in writes::of_workspace(workspace, "", Mark::default()) {
            let entry = prefix + units(&key) + units(&text);
            all += entry;
            longest = longest.max(entry);
        }
        let left = Usage::CAPACITY.saturating_sub(used);
        Need { units: all, left, change: 2 * longest + RESERVE }
    }

    /// Whether it can be opened.
    pub fn fits(self) -> bool {
        self.units <= self.left
    }

    /// Whether nearly nothing can be done in it once it is open but to look, to save it and to delete: what writes is
    /// refused for lack of room.
    pub fn is_tight(self) -> bool {
        self.units + self.change > self.left
    }
}

/// What is known of the room that is left without measuring anew, which takes longer the more is kept. Settings, drafts
/// and other pages of this address take room too, and are seen only when it is measured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StorageRoom {
    /// The most units that can be in use; nothing before they were measured.
    most: Option<usize>,
}

impl StorageRoom {
    /// After measuring.
    pub fn measured(usage: &Usage) -> StorageRoom {
        StorageRoom { most: Some(usage.used()) }
    }

    /// After some writes to a slot. They may have taken the place of longer texts, so this may say too much.
    pub fn after(self, slot: &str, writes: &[Write]) -> StorageRoom {
        let prefix = units(&entries::prefix(slot));
        let text = |(key, text): &Write| text.as_ref().map_or(0, |text| prefix + units(key) + units(text));
        StorageRoom { most: self.most.map(|most| most + writes.iter().map(text).sum::<usize>()) }
    }

    /// Whether, going by the workspace, the user need not be warned.
    pub fn is_plenty(self) -> bool {
        self.most.is_some_and(|most| most < Usage::WARNING)
    }
}
