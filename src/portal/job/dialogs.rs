//! The dialogs in which a job is changed: it is marked as shipped, or has other tags or log settings.

use leptos::prelude::*;

use crate::domain::state::Action;

use super::edit::{LogDialog, TagsDialog};
use super::ship::ShipDialog;
use super::watch::ShownTab;

/// The dialog of the action that somebody wants to take.
#[component]
pub fn JobDialog() -> impl IntoView {
    let ShownTab { watch, .. } = expect_context();
    let close = move |()| watch.asked.set(None);
    match watch.asked.get_untracked() {
        Some(Action::Ship) => view! { <ShipDialog watch on_close=close/> }.into_any(),
        Some(Action::EditTags) => view! { <TagsDialog watch on_close=close/> }.into_any(),
        Some(Action::EditLogging) => view! { <LogDialog watch on_close=close/> }.into_any(),
        // These are asked in a question, or have a tab or the console.
        Some(
            Action::Cancel
            | Action::Delete
            | Action::Replace
            | Action::EditDrives
            | Action::EditDelivery
            | Action::EditReturn,
        )
        | None => ().into_any(),
    }
}
