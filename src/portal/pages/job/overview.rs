//! The overview: the essentials, what may be done, the state diagram, the timeline.

use leptos::prelude::*;

use super::diagram::StateDiagram;
use super::essentials::Essentials;
use super::may::MayBeDone;
use super::states::StatesTable;
use super::timeline::JobTimeline;
use super::tracker::Tracker;
use super::watch::Watch;

/// The tab.
#[component]
pub fn Overview(watch: Watch) -> impl IntoView {
    view! {
        <Tracker watch/>
        <div class="columns columns--aside">
            <Essentials watch/>
            <MayBeDone watch/>
        </div>
        <div class="diagram">
            <StateDiagram watch/>
            <JobTimeline watch/>
        </div>
        <StatesTable watch/>
    }
    .into_any()
}
