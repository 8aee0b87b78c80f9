//! Kept drafts: the draft in the browser's storage. A draft is a convenience: where there is no
//! storage, or no room in it, the wizard works without.

use std::cell::Cell;

use leptos::prelude::window;

use crate::store::aside::set_aside;
use crate::store::browser::BrowserStorage;
use crate::store::codec::Unreadable;
use crate::store::load::{Broken, Why};

use super::draft::{self, Form, Step};
use gloo_storage::{LocalStorage, Storage};

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
    Draft(Box<Form>, Step),
    /// Something that cannot be read; it has been set aside.
    Broken,
}

/// Looks for a draft.
pub fn look() -> Left {
    let text = storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
    let Some(text) = text else { return Left::Nothing };
    match draft::parse(&text) {
        Some((form, step)) => Left::Draft(Box::new(form), step),
        None => {
            let broken = Broken { key: KEY.to_owned(), why: Why::Unreadable(Unreadable::Shape) };
            let moved = BrowserStorage::open().and_then(|storage| set_aside(&storage, &[broken]));
            // What cannot be moved stays where it is, and no draft is kept in its place.
            STUCK.set(moved.is_err());
            Left::Broken
        }
    }
}

/// Keeps a draft; false if the storage refuses.
pub fn keep(form: &Form, step: Step) -> bool {
    !STUCK.get() && storage().is_some_and(|storage| storage.set_item(KEY, &draft::save(form, step)).is_ok())
}

/// Forgets the draft.
pub fn discard() {
    if STUCK.get() {
        return;
    }
    if let Some(storage) = storage() {
        // Removing works however full the storage is, and where it is blocked there is no draft.
        let _ = storage.remove_item(KEY);
    }
}

/// The storage, if the browser gives this page one; `LocalStorage::raw` must not be asked otherwise.
fn storage() -> Option<web_sys::Storage> {
    matches!(window().local_storage(), Ok(Some(_))).then(LocalStorage::raw)
}
