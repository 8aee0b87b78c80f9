//! Live regions: what screen readers are told without moving the focus.

use leptos::prelude::*;

use crate::portal::feedback::use_feedback;

/// The regions, polite and assertive. They are empty until something is announced.
#[component]
pub fn LiveRegions() -> impl IntoView {
    let [polite, urgent] = use_feedback().said();
    let lines = move |region: Signal<Vec<(u64, String)>>| {
        view! { <For each=move || region.get() key=|(no, _)| *no children=|(_, text)| view! { <p>{text}</p> }/> }
    };
    view! {
        <div class="visually-hidden" aria-live="polite">{lines(polite)}</div>
        <div class="visually-hidden" aria-live="assertive">{lines(urgent)}</div>
    }
    .into_any()
}
