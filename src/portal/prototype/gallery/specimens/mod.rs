//! Specimens: a part in a state, made of the portal's own components and classes.

mod controls;
mod dialogs;
mod feedback;
mod patterns;
mod said;

use leptos::prelude::*;

use super::registry::{Group, Part, State};

/// The specimen.
pub fn specimen(part: Part, state: State) -> AnyView {
    match part.group() {
        Group::Controls => controls::specimen(part, state),
        Group::Dialogs => dialogs::specimen(part, state),
        Group::Feedback => feedback::specimen(part, state),
        Group::Patterns => patterns::specimen(part, state),
    }
}
