//! Showing where: takes the focus to the control that a step is about.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::domain::state::Action;
use crate::portal::backend::Backend;
use crate::portal::route::navigation::Navigation;
use crate::portal::route::{Query, Route};

use super::model::{TourStep, deleted, state_to_try};

/// The button that jumps to the next event, which shell/clock.rs draws.
const NEXT: &str = "#jump-next";
/// So many frames are waited for the control to be drawn.
const FRAMES: u8 = 120;

/// Goes to the place where a step is taken, and to the control there.
pub fn show_me(step: TourStep, backend: Backend, navigation: Navigation) {
    let list = |action: Action| {
        let state = backend.peek(|all| state_to_try(action, all));
        Route::Jobs(Query::default().with("state", state.map_or("", |state| state.as_str())))
    };
    let go = |place: Route, selector: &'static str| {
        navigation.go(&place);
        arrive(navigation, place, selector, FRAMES);
    };
    match step {
        // A job that is on its way: its state refuses, which is the rule that is asked for.
        TourStep::AskWhy => go(Route::jobs(), "tr[data-no] .button--delete[aria-disabled=true]"),
        TourStep::Cancel => {
            go(list(Action::Cancel), "tr[data-no] .button--row:not(.button--delete, [aria-disabled=true])");
        }
        TourStep::LetTimePass => wait(NEXT, FRAMES),
        TourStep::Delete => go(list(Action::Delete), "tr[data-no] .button--delete:not([aria-disabled=true])"),
        TourStep::SeeItGone => {
            let gone = backend.calls().with_untracked(|calls| backend.peek(|all| deleted(calls, all)));
            match gone.last() {
                Some(key) => navigation.go(&Route::Jobs(Query::default().with("q", key.name()))),
                None => navigation.go(&Route::activity()),
            }
        }
    }
}

/// Focuses the first control that fits, when the place is shown and drawn; until then the one before is in the page.
fn arrive(navigation: Navigation, place: Route, selector: &'static str, frames: u8) {
    request_animation_frame(move || {
        if navigation.signal().with_untracked(|shown| is_shown(shown, &place)) {
            request_animation_frame(move || request_animation_frame(move || wait(selector, frames)));
        } else if frames > 0 {
            arrive(navigation, place, selector, frames - 1);
        }
    });
}

/// Whether a place is the list that was asked for; the list itself may add the columns that are kept to its link.
fn is_shown(shown: &Route, place: &Route) -> bool {
    match (shown, place) {
        (Route::Jobs(shown), Route::Jobs(asked)) => shown.get("state") == asked.get("state"),
        (_, _) => shown == place,
    }
}

/// Focuses the first control that fits as soon as it is drawn.
fn wait(selector: &'static str, frames: u8) {
    if !focus(selector) && frames > 0 {
        request_animation_frame(move || wait(selector, frames - 1));
    }
}

/// Focuses the first control that fits; false if there is none.
fn focus(selector: &str) -> bool {
    let found = document().query_selector(selector).ok().flatten();
    let control = found.and_then(|element| element.dyn_into::<HtmlElement>().ok());
    control.is_some_and(|control| control.focus().is_ok())
}
