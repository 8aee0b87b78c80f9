//! The REST console: requests go out and come back here.

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::texts::use_texts;

/// The page.
#[component]
pub fn ConsolePage() -> impl IntoView {
    let t = use_texts();
    view! { <h1>{t.say(Messages::nav_console)}</h1> }
}
