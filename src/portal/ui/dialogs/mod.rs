//! Dialogs: questions that are answered before anything is changed.

mod ask;
mod confirm;
mod consequences;
mod dialog;
mod effect;

pub use ask::Ask;
pub use confirm::{ConfirmCancel, ConfirmDelete};
pub use consequences::{Consequence, Consequences};
pub use dialog::{Dialog, DialogKind};
pub use effect::{cancel_effect, cancel_story};
