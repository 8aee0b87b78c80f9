//! What is kept of the show for this tab, and the door that opens when an address or a key asks for it.

use std::cell::{Cell, RefCell};

use leptos::prelude::*;

use crate::portal::route::fragment::{arrived, on_followed};
use crate::store::browser::area::Area;

use super::demo::Demo;
use super::show::{RequestedShow, Show, Size};

/// Where the show is kept, for this tab alone.
const KEY: &str = "iep/present";

thread_local! {
    /// The same where the browser keeps nothing.
    static KEPT: RefCell<String> = const { RefCell::new(String::new()) };
    /// The demo that has taken the place of a workspace that nobody keeps.
    static IN_MEMORY: Cell<Option<Demo>> = const { Cell::new(None) };
}

/// Whether the presenter is there; a context of all that stands around the page.
#[derive(Clone, Copy)]
pub struct Door {
    on: RwSignal<bool>,
    /// Grows with every address that asks for it.
    asked: RwSignal<u32>,
    /// What of the last address was not understood.
    strange: StoredValue<Vec<String>>,
    /// Whether the address asked for it with which the page came.
    arrived: StoredValue<bool>,
}

/// The door of this page, which follows its address from now on.
pub fn door() -> Door {
    let door = Door {
        on: RwSignal::new(kept().on),
        asked: RwSignal::new(0),
        strange: StoredValue::new(Vec::new()),
        arrived: StoredValue::new(false),
    };
    if let Some(asked) = Show::asked(&arrived()) {
        door.arrived.set_value(true);
        door.hear(asked);
    }
    on_followed(move |fragment| {
        if let Some(asked) = Show::asked(fragment) {
            door.arrived.set_value(false);
            door.hear(asked);
        }
    });
    provide_context(door);
    door
}

impl Door {
    /// Whether the presenter is to be there; it is made anew with every address that asks for it.
    pub fn is_open(self) -> bool {
        self.asked.track();
        self.on.get()
    }

    /// Goes on with what was left last.
    pub fn resume(self) {
        if !self.on.get_untracked() {
            keep(&Show { on: true, ..kept() });
            self.on.set(true);
        }
    }

    /// Has the presenter made anew, for another workspace.
    pub fn again(self) {
        self.asked.update(|asked| *asked += 1);
    }

    /// Leaves.
    pub fn close(self) {
        keep(&Show { on: false, ..kept() });
        self.on.set(false);
    }

    /// What of the last address was not understood; told once.
    pub fn take_strange(self) -> Vec<String> {
        self.strange.try_update_value(std::mem::take).unwrap_or_default()
    }

    /// Whether the page came with the address that asks for it: nobody has done anything in it yet.
    pub fn has_arrived(self) -> bool {
        self.arrived.get_value()
    }

    fn hear(self, asked: RequestedShow) {
        let RequestedShow { show, strange } = asked;
        let before = kept();
        let size = if show.size == Size::default() { before.size } else { show.size };
        let stop = show.stop.or(before.stop.filter(|_| before.on && before.demo == show.demo));
        keep(&Show { size, stop, from: before.from, ..show.clone() });
        self.strange.set_value(strange);
        self.on.set(show.on);
        self.asked.update(|asked| *asked += 1);
    }
}

/// The show of this tab.
pub fn kept() -> Show {
    let text = match Area::session() {
        Some(area) => area.get(KEY).unwrap_or_default(),
        None => KEPT.with_borrow(Clone::clone),
    };
    Show::asked(&text).map(|asked| asked.show).unwrap_or_default()
}

/// Keeps the show of this tab. Where nothing can be kept it lasts until the page is left.
pub fn keep(show: &Show) {
    let text = show.to_string();
    let written = Area::session().is_some_and(|area| area.set(KEY, &text));
    if !written {
        KEPT.set(text);
    }
}

/// The demo whose workspace is shown, if one is.
pub fn demo_here(slot: &str) -> Option<Demo> {
    Demo::in_slot(slot).or(IN_MEMORY.get())
}

/// A demo has taken the place of a workspace that nobody keeps.
pub fn is_in_memory(demo: Demo) {
    IN_MEMORY.set(Some(demo));
}
