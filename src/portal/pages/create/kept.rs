//! Kept drafts: the draft in the browser's storage. A draft is a convenience: where there is no
//! storage, or no room in it, the wizard works without.

use gloo_storage::{LocalStorage, Storage};
use leptos::prelude::window;

use crate::portal::draft::{self, Form};

const KEY: &str = "iep/draft/create";
const ASIDE: &str = "iep/aside/draft/create";

/// What an earlier visit left.
#[derive(Clone, Debug, PartialEq)]
pub enum Left {
    /// No draft.
    Nothing,
    /// A draft.
    Draft(Box<Form>),
    /// Something that cannot be read; it has been set aside.
    Broken,
}

/// Looks for a draft.
pub fn look() -> Left {
    let text = storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
    let Some(text) = text else { return Left::Nothing };
    match draft::parse(&text) {
        Some(form) => Left::Draft(Box::new(form)),
        None => {
            // Only when the copy is there is the original given up.
            if storage().is_some_and(|storage| storage.set_item(ASIDE, &text).is_ok()) {
                discard();
            }
            Left::Broken
        }
    }
}

/// Keeps a draft; false if the storage refuses.
pub fn keep(form: &Form) -> bool {
    storage().is_some_and(|storage| storage.set_item(KEY, &draft::save(form)).is_ok())
}

/// Forgets the draft.
pub fn discard() {
    if let Some(storage) = storage() {
        // Removing works however full the storage is, and where it is blocked there is no draft.
        let _ = storage.remove_item(KEY);
    }
}

/// The storage, if the browser gives this page one; `LocalStorage::raw` must not be asked otherwise.
fn storage() -> Option<web_sys::Storage> {
    matches!(window().local_storage(), Ok(Some(_))).then(LocalStorage::raw)
}
