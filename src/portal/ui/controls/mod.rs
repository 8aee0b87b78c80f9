//! Controls: what is pressed, picked, copied or read at a glance.

mod badge;
mod button;
mod copy;
mod explained;
mod focus;
mod icon;
mod menu;
mod page_head;
mod progress;
mod save;
mod tabs;
mod tip;

use std::cell::Cell;

pub use badge::{DriveBadge, StateBadge, drive_state_name};
pub use button::{ActionButton, rule_link};
pub use copy::{CopyButton, copy_text};
pub use explained::{ExplainedDrive, ExplainedState};
pub use focus::{focus_heading, focused, hand_on_focus};
pub use icon::Icon;
pub use menu::opens;
pub use page_head::PageHead;
pub use progress::Progress;
pub use save::{SaveButton, save};
pub use tabs::{Tab, TabPanel, Tabs};
pub use tip::Tip;

/// An id that no other element of the page has.
pub fn unique_id(kind: &str) -> String {
    thread_local!(static NEXT: Cell<u32> = const { Cell::new(0) });
    let no = NEXT.get();
    NEXT.set(no + 1);
    format!("{kind}-{no}")
}
