//! A job's page.

use leptos::prelude::*;

use crate::portal::route::{JobAddress, JobTab};

/// The page.
#[component]
pub fn JobPage(address: JobAddress, tab: Signal<JobTab>) -> impl IntoView {
    let _ = tab;
    view! { <h1>{address.name.clone()}</h1> }
}
