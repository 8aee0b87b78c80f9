//! A state that explains itself: it can take the focus, and says then what it means.

use leptos::prelude::*;

use crate::domain::drive::DriveState;
use crate::domain::state::JobState;
use crate::portal::text::glossary;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::reactive::erased::{derive, live};

use super::badge::{DriveBadge, StateBadge};

/// The state of a job, as [`StateBadge`] shows it.
#[component]
pub fn ExplainedState(
    /// The state.
    #[prop(into)]
    state: Signal<JobState>,
    /// The remark; none while it is empty.
    #[prop(into, optional)]
    remark: Signal<String>,
) -> impl IntoView {
    let t = use_texts();
    let about = derive(move || glossary::job_state(state.get(), &t.get()));
    explained(about, view! { <StateBadge state remark/> }.into_any())
}

/// The state of a drive, as [`DriveBadge`] shows it.
#[component]
pub fn ExplainedDrive(
    /// The state.
    #[prop(into)]
    state: Signal<DriveState>,
) -> impl IntoView {
    let t = use_texts();
    let about = derive(move || glossary::drive_state(state.get(), &t.get()));
    explained(about, view! { <DriveBadge state/> }.into_any())
}

fn explained(about: Signal<String>, badge: AnyView) -> AnyView {
    view! { <span class="explained" tabindex="0" aria-description=live(move || about.get())>{badge}</span> }
        .into_any()
}
