//! Specimens: a part in a state, made of the portal's own components and classes.

mod controls;
mod dialogs;
mod feedback;
mod patterns;
mod said;

use leptos::prelude::*;

use crate::phrases::Messages;

use super::registry::{Part, State};

/// The specimen.
pub fn specimen(part: Part, state: State) -> AnyView {
    match part {
        Part::Button => controls::button(state),
        Part::RuleLink => controls::rule(),
        Part::Copy => controls::copy(),
        Part::Save => controls::save(state),
        Part::Menu => controls::menu(state),
        Part::Tabs => controls::tabs(state),
        Part::Badge => controls::badges(state, false),
        Part::Explained => controls::badges(state, true),
        Part::Progress => controls::progress(state),
        Part::Icon => controls::icons(),
        // The tip itself is once in the page; it shows what the control that has the focus says.
        Part::Tip => controls::refused(state, Messages::gallery_refused),
        Part::PageHead => controls::page_head(state),
        Part::Dialog => dialogs::held_back(part, |close| dialogs::dialog(state, close)),
        Part::Ask => dialogs::held_back(part, |close| dialogs::ask(state, close)),
        Part::Cancel => dialogs::held_back(part, |close| dialogs::cancel(state, close)),
        Part::Delete => dialogs::held_back(part, |close| dialogs::delete(state, close)),
        Part::Consequences => dialogs::held_back(part, |_| dialogs::consequences(state)),
        Part::Banner => feedback::banner(state),
        Part::Toast => feedback::toast(state),
        Part::Live => feedback::live(),
        Part::MessagePage => feedback::message_page(state),
        Part::Field => patterns::fields(state),
        Part::Choice => patterns::choices(state),
        Part::Row => patterns::rows(state),
        Part::Chip => patterns::chips(state),
        Part::Summary => patterns::summary(state),
        Part::Empty => patterns::empty(state),
    }
}
