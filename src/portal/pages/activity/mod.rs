//! The activity log across all jobs.

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::texts::use_texts;

/// The page.
#[component]
pub fn ActivityPage() -> impl IntoView {
    let t = use_texts();
    view! { <h1>{t.say(Messages::nav_activity)}</h1> }
}
