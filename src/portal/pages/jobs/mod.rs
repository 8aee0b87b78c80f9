//! The list of jobs.

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::route::Query;
use crate::portal::texts::use_texts;

/// The page.
#[component]
pub fn JobsPage(query: Signal<Query>) -> impl IntoView {
    let t = use_texts();
    let _ = query;
    view! { <h1>{t.say(Messages::nav_jobs)}</h1> }
}
