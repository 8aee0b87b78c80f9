//! Live regions: what screen readers are told without moving the focus.

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::use_feedback;
use crate::portal::ui::reactive::erased::live;

/// What the regions are called, the polite and the assertive one.
const IDS: [&str; 2] = ["told", "told-at-once"];

/// The regions, empty. They are in the page before anything is said: what comes together with its region is not read out.
#[component]
pub fn LiveRegions() -> impl IntoView {
    let [polite, assertive] = IDS;
    view! {
        <div class="visually-hidden" id=polite aria-live="polite"></div>
        <div class="visually-hidden" id=assertive aria-live="assertive"></div>
    }
    .into_any()
}

/// Takes the regions into a modal dialog, since all around it is out of reach for screen readers too, or back out of it.
pub fn move_regions(to: &web_sys::Element) {
    for region in IDS.into_iter().filter_map(|id| document().get_element_by_id(id)) {
        // What is in the page can be moved to another place in it.
        let _ = to.append_child(&region);
    }
}

/// Fills the regions with what is announced, from now on and for as long as the page is there.
pub fn fill_regions() {
    for (id, said) in IDS.into_iter().zip(use_feedback().said()) {
        let line = |(_, text): (u64, String)| view! { <p>{text}</p> }.into_any();
        let lines =
            move || view! { <For each=live(move || said.get()) key=|(no, _)| *no children=line/> }.into_any();
        if let Some(region) = document().get_element_by_id(id) {
            mount_to(region.unchecked_into(), lines).forget();
        }
    }
}
