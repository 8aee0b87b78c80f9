//! Badges: the state of a job or of a drive as a shape, a colour and a name.

use leptos::prelude::*;

use crate::api::explain;
use crate::domain::drive::DriveState;
use crate::domain::state::JobState;
use crate::phrases::Messages;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::reactive::erased::live;
use crate::portal::ui::state_look::{StateLook, drive_state_look, job_state_look};

use super::icon::Icon;

/// The name of a drive's state as people read it.
pub fn drive_state_name(state: DriveState, messages: &Messages) -> String {
    match state {
        DriveState::Specified => messages.drive_state_specified(),
        DriveState::Received => messages.drive_state_received(),
        DriveState::NeverReceived => messages.drive_state_never_received(),
        DriveState::Transferring => messages.drive_state_transferring(),
        DriveState::Completed => messages.drive_state_completed(),
        DriveState::CompletedMoreInfo => messages.drive_state_completed_more_info(),
        DriveState::ShippedBack => messages.drive_state_shipped_back(),
    }
    .to_string()
}

/// The state of a job, with a remark beside it, such as that a cancel is requested.
#[component]
pub fn StateBadge(
    /// The state.
    #[prop(into)]
    state: Signal<JobState>,
    /// The remark; none while it is empty.
    #[prop(into, optional)]
    remark: Signal<String>,
) -> impl IntoView {
    let t = use_texts();
    let look =
        live(move || badge(job_state_look(state.get()), explain::state(state.get(), &t.get()), remark.get()));
    view! { {look} }
}

/// The state of a drive.
#[component]
pub fn DriveBadge(
    /// The state.
    #[prop(into)]
    state: Signal<DriveState>,
) -> impl IntoView {
    let t = use_texts();
    let look = live(move || {
        badge(drive_state_look(state.get()), drive_state_name(state.get(), &t.get()), String::new())
    });
    // A drive and a job in a state of the same name are not the same.
    view! { <span class="drive-state">{look}</span> }
}

fn badge(StateLook { icon, class }: StateLook, name: String, remark: String) -> AnyView {
    // Beside the name where there is room, below it in the cell of a table (style/components/feedback.css).
    let remark = (!remark.is_empty()).then(|| {
        view! { <span class="state__sub"><span class="state__dot">" · "</span>{remark}</span> }.into_any()
    });
    view! {
        <span class=format!("state {class}")><Icon name=icon/><span>{name}</span>{remark}</span>
    }
    .into_any()
}
