//! The settings of the portal and of the workspace.

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::texts::use_texts;

/// The page.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let t = use_texts();
    view! { <h1>{t.say(Messages::nav_settings)}</h1> }
}
