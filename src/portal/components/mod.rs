//! The components: what pages are made of; values in, callbacks out.

use std::cell::Cell;

mod around;
mod ask;
mod badge;
mod banner;
mod button;
mod clock;
mod confirm;
mod copy;
mod dialog;
mod effect;
mod find;
mod focus;
mod health;
mod icon;
mod live;
mod menu;
mod nav;
mod notices;
mod page_head;
mod progress;
mod save;
mod shortcuts;
mod tabs;
mod tip;
mod top_bar;

pub use around::Around;
pub use ask::Ask;
pub use badge::{DriveBadge, StateBadge, drive_state_look, drive_state_name, job_state_look};
pub use banner::{Banner, MessagePage};
pub use button::{ActionButton, rule_link};
pub use clock::{ClockControl, SimulationClock};
pub use confirm::{ConfirmCancel, ConfirmDelete, Consequences, Line};
pub use copy::{CopyButton, copy_text};
pub use dialog::{Dialog, DialogKind};
pub use effect::cancel_effect;
pub use focus::{focus_heading, focused, hand_on_focus};
pub use health::HealthBanners;
pub use icon::Icon;
pub use live::LiveRegions;
pub use menu::opens;
pub use nav::MainNav;
pub use page_head::PageHead;
pub use progress::Progress;
pub use save::{SaveButton, save};
pub use shortcuts::SearchWanted;
pub use tabs::{Tab, TabPanel, Tabs};
pub use top_bar::TopBar;

/// An id that no other element of the page has.
pub fn unique_id(kind: &str) -> String {
    thread_local!(static NEXT: Cell<u32> = const { Cell::new(0) });
    let no = NEXT.get();
    NEXT.set(no + 1);
    format!("{kind}-{no}")
}
