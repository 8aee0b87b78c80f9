//! Words: what groups and states are called.

use crate::phrases::Messages;
use crate::portal::text::texts::Phrase;

use super::registry::{Group, State};

/// The heading of a group.
pub fn group(group: Group) -> Phrase {
    match group {
        Group::Controls => Messages::gallery_controls,
        Group::Dialogs => Messages::gallery_dialogs,
        Group::Feedback => Messages::gallery_feedback,
        Group::Patterns => Messages::gallery_patterns,
    }
}

/// The name of a state.
pub fn state(state: State) -> Phrase {
    match state {
        State::Rest => Messages::gallery_state_rest,
        State::Focus => Messages::gallery_state_focus,
        State::Primary => Messages::gallery_state_primary,
        State::Danger => Messages::gallery_state_danger,
        State::Refused => Messages::gallery_state_refused,
        State::Busy => Messages::gallery_state_busy,
        State::Invalid => Messages::gallery_state_invalid,
        State::Chosen => Messages::gallery_state_chosen,
        State::Changed => Messages::gallery_state_changed,
        State::Open => Messages::gallery_state_open,
        State::Wide => Messages::gallery_state_wide,
        State::Side => Messages::gallery_state_side,
        State::Full => Messages::gallery_state_full,
        State::Empty => Messages::gallery_state_empty,
        State::Frozen => Messages::gallery_state_frozen,
        State::Success => Messages::gallery_state_success,
        State::Warning => Messages::gallery_state_warning,
        State::Long => Messages::gallery_state_long,
    }
}
