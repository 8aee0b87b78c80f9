//! Keeping: whether changes are kept and how much room is left, as the node and the storage say.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::store::browser::BrowserStorage;
use crate::store::usage::Usage;
use crate::sync::{MemoryOnly, Node, node::Place};

use super::Backend;
use super::health::{Health, Keeping};
use super::not_done::NotDone;
use super::page::{now, sleep};
use super::tab::PageNode;

/// Milliseconds after a change in which the room that is left is measured again.
const MEASURE_AFTER: f64 = 3_000.0;

impl PageNode {
    /// The store, also where there is no room in it for the workspace shown, so that room can be made.
    pub fn shelf(&self) -> Option<BrowserStorage> {
        match self.node.borrow().place() {
            Place::Slot | Place::Memory(MemoryOnly::NoRoom) => self.storage.clone().ok(),
            Place::Memory(MemoryOnly::Blocked(_) | MemoryOnly::Wanted) | Place::Outdated => None,
        }
    }

    /// Whether nothing is kept beyond the life of this page, and why.
    pub fn memory_only(&self) -> Option<MemoryOnly> {
        match self.node.borrow().place() {
            Place::Memory(why) => Some(why.clone()),
            Place::Slot | Place::Outdated => None,
        }
    }

    /// Whether changes are kept, and how many entries were set aside.
    fn measure(&self) -> (Keeping, usize) {
        if let Some(why) = self.memory_only() {
            return (Keeping::Memory(why), 0);
        }
        let Some(storage) = self.shelf() else { return (Keeping::Kept, 0) };
        let mut node = self.node.borrow_mut();
        let usage = Usage::of(&storage, node.slot()).ok();
        node.log().measured(usage.as_ref());
        let Some(usage) = usage else { return (Keeping::Kept, 0) };
        let aside = usage.aside_entries;
        let keeping = if node.log().is_full() {
            Keeping::Full(usage)
        } else if usage.used() >= Usage::WARNING {
            Keeping::NearlyFull(usage)
        } else {
            Keeping::Kept
        };
        (keeping, aside)
    }
}

impl Backend {
    /// The store.
    ///
    /// # Errors
    /// Why nothing can be kept.
    pub(super) fn store(self) -> Result<BrowserStorage, NotDone> {
        let tab = self.tab();
        let is_gone = tab.node.borrow().is_gone();
        match (tab.shelf(), tab.memory_only()) {
            (Some(storage), _) => Ok(storage),
            (None, Some(MemoryOnly::Blocked(words))) => Err(NotDone::Storage(words)),
            (None, Some(MemoryOnly::Wanted)) => Err(NotDone::Storage(String::new())),
            (None, Some(MemoryOnly::NoRoom)) => Err(NotDone::Full),
            (None, None) if is_gone => Err(NotDone::Gone),
            (None, None) => Err(NotDone::Outdated),
        }
    }

    pub(super) fn storage(self) -> Option<BrowserStorage> {
        self.parts.get_value().shelf()
    }

    /// The node says that it stands differently. What is there is measured only if that may be told differently, since
    /// it takes a while.
    pub(super) fn hear_of_health(self) {
        let tab = self.tab();
        let (jump, is_full, is_memory) = {
            let mut node = tab.node.borrow_mut();
            (node.jump(), node.log().is_full(), matches!(node.place(), Place::Memory(_)))
        };
        self.update_health(|health| health.jump = jump);
        let told = self.health.get_untracked();
        let mut stands = told.clone();
        stands.see(&tab.node.borrow());
        let told_full = matches!(told.storage, Keeping::Full(_));
        let told_memory = matches!(told.storage, Keeping::Memory(_));
        if stands != told || is_full != told_full || is_memory != told_memory {
            self.look_at_health();
        }
        if stands.gone && !told.gone {
            self.forget_lost();
        }
    }

    /// Looks how the backend stands, and says so if that has changed.
    pub(super) fn look_at_health(self) {
        let Some(tab) = self.parts.try_get_value() else { return };
        let (storage, aside) = tab.measure();
        self.update_health(|health| {
            (health.storage, health.aside) = (storage, aside);
            health.see(&tab.node.borrow());
        });
    }

    /// Measures the room that is left, once for all changes of the next seconds.
    pub(super) fn measure_soon(self) {
        let tab = self.tab();
        if now() < tab.measured.get() + MEASURE_AFTER {
            return;
        }
        tab.measured.set(now());
        spawn_local(async move {
            sleep(MEASURE_AFTER).await;
            let Some(tab) = self.parts.try_get_value() else { return };
            let told = self.health.with_untracked(|shown| shown.storage != Keeping::Kept || shown.aside > 0);
            let has_room = tab.node.borrow_mut().log().has_room();
            if told || !has_room {
                self.look_at_health();
            }
        });
    }
}

impl Health {
    /// What is known before anything is measured.
    pub(super) fn begin(&mut self, tab: &PageNode) {
        self.storage = tab.memory_only().map_or(Keeping::Kept, Keeping::Memory);
        self.see(&tab.node.borrow());
    }

    /// What the node says of itself.
    pub(super) fn see(&mut self, node: &Node) {
        self.copy = node.copy();
        self.role = node.role();
        self.gone = node.is_gone();
        self.outdated = *node.place() == Place::Outdated && !self.gone;
    }
}
