//! Standings: what a list, a heading and a badge say of a job's state beyond its name.

use crate::api::explain;
use crate::domain::state::JobState;
use crate::phrases::{Language, Messages};
use crate::service::cancel::CancelStanding;

use super::format;

/// What stands beside the state of a job: that a cancel is requested, or at what part the job was cut short.
/// Empty where there is nothing to say.
pub fn remark(standing: CancelStanding, language: Language) -> String {
    let messages = language.phrases();
    match standing {
        CancelStanding::NotAsked | CancelStanding::WithoutEffect => String::new(),
        CancelStanding::Requested => messages.cancel_requested(),
        CancelStanding::Cancelled { at_percent } => {
            messages.canceled_at(format::percent(language, at_percent))
        }
    }
}

/// The state of a job with what stands beside it, in one line of plain text: `Completed · Cancelled at 40 %`.
pub fn state_in_words(state: JobState, standing: CancelStanding, language: Language) -> String {
    let messages: Messages = language.phrases();
    let (state, remark) = (explain::state(state, &messages), remark(standing, language));
    if remark.is_empty() { state } else { messages.state_and_remark(state, remark) }
}
