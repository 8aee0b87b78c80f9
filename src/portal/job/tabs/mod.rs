//! The tabs of a job's page beside its overview.

mod calls;
mod drives;
mod json;
mod keys;
mod tracking;

use leptos::prelude::*;

use crate::portal::route::JobTab;
use crate::portal::ui::TabPanel;
use crate::portal::ui::reactive::erased::live;

use super::watch::ShownTab;
use calls::Calls;
use drives::Drives;
use json::JobJson;
use keys::Keys;
use tracking::Tracking;

/// The tab that is shown, if it is not the overview.
#[component]
pub fn OtherTab() -> impl IntoView {
    let ShownTab { watch, tab } = expect_context();
    live(move || {
        let tab = tab.get();
        let shown = match tab {
            JobTab::Overview => return None,
            JobTab::Tracking => view! { <Tracking watch/> }.into_any(),
            JobTab::Drives => view! { <Drives watch/> }.into_any(),
            JobTab::Keys => view! { <Keys watch/> }.into_any(),
            JobTab::Json => view! { <JobJson watch/> }.into_any(),
            JobTab::Calls => view! { <Calls watch/> }.into_any(),
        };
        Some(view! { <TabPanel id=tab.slug() class="stack">{shown}</TabPanel> }.into_any())
    })
}
