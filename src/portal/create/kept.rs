//! Kept drafts: the draft in the browser's storage. A draft is a convenience: where there is no
//! storage, or no room in it, the wizard works without.

use std::cell::Cell;

use crate::store::aside::set_aside;
use crate::store::aside::{Broken, BrokenReason};
use crate::store::browser::BrowserStorage;
use crate::store::browser::area::Area;
use crate::store::codec::Unreadable;

use super::draft::{self, WizardForm, WizardStep};

const KEY: &str = "iep/draft/create";

thread_local! {
    /// Whether something that cannot be read holds the place of the draft.
    static STUCK: Cell<bool> = const { Cell::new(false) };
}

/// What an earlier visit left.
#[derive(Clone, Debug, PartialEq)]
pub enum Left {
    /// No draft.
    Nothing,
    /// A draft.
    Draft(Box<WizardForm>, WizardStep),
    /// Something that cannot be read; it has been set aside.
    Broken,
}

/// Looks for a draft.
pub fn look() -> Left {
    let Some(text) = Area::local().and_then(|area| area.get(KEY)) else { return Left::Nothing };
    match draft::parse(&text) {
        Some((form, step)) => Left::Draft(Box::new(form), step),
        None => {
            let broken = Broken { key: KEY.to_owned(), why: BrokenReason::Unreadable(Unreadable::Shape) };
            let moved = BrowserStorage::open().and_then(|storage| set_aside(&storage, &[broken]));
            // What cannot be moved stays where it is, and no draft is kept in its place.
            STUCK.set(moved.is_err());
            Left::Broken
        }
    }
}

/// Keeps a draft; false if the storage refuses.
pub fn keep(form: &WizardForm, step: WizardStep) -> bool {
    !STUCK.get() && Area::local().is_some_and(|area| area.set(KEY, &draft::save(form, step)))
}

/// Forgets the draft.
pub fn discard() {
    if STUCK.get() {
        return;
    }
    if let Some(area) = Area::local() {
        // Removing works however full the storage is, and where it is blocked there is no draft.
        let _ = area.remove(KEY);
    }
}
