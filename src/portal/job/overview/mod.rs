//! The overview: the essentials, what may be done, the state diagram, the timeline.

mod diagram;
mod essentials;
mod may;
mod states;
mod timeline;
mod tracker;

use leptos::prelude::*;

use super::watch::Watch;
use diagram::StateDiagram;
use essentials::Essentials;
use may::MayBeDone;
use states::StatesTable;
use timeline::JobTimeline;
use tracker::Tracker;

/// The tab.
#[component]
pub fn Overview(watch: Watch) -> impl IntoView {
    view! {
        <Tracker watch/>
        <StateDiagram watch/>
        <div class="columns columns--aside">
            <Essentials watch/>
            <MayBeDone watch/>
        </div>
        <div class="columns columns--course">
            <JobTimeline watch/>
            <StatesTable watch/>
        </div>
    }
    .into_any()
}
