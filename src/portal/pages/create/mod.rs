//! The wizard that makes a job.

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::texts::use_texts;

/// The page.
#[component]
pub fn CreatePage() -> impl IntoView {
    let t = use_texts();
    view! { <h1>{t.say(Messages::nav_create)}</h1> }
}
