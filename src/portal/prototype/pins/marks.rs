//! Marks: the numbers of the pins on the controls that they are on.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::portal::backend::use_backend;
use crate::portal::prototype::desk::Desk;
use crate::portal::ui::anchors::{first, selector};
use crate::portal::ui::commands::Commands;

use super::model::Pin;

/// What a control with a pin carries: the numbers of its pins.
const MARK: &str = "data-pin";
/// How often the marks are looked after, since controls come and go.
const EVERY: Duration = Duration::from_millis(500);

/// Marks the controls that have pins for as long as the caller is there.
pub fn follow(desk: Desk) {
    let backend = use_backend();
    let look = move || {
        let pins = desk.switches.with_untracked(|switches| switches.pins.clone());
        let mut wanted: Vec<(web_sys::Element, String)> = Vec::new();
        for (no, pin) in (1..).zip(&pins) {
            let Some(element) = untrack(|| selector(backend, &pin.on)).and_then(|selector| first(&selector))
            else {
                continue;
            };
            match wanted.iter_mut().find(|(known, _)| *known == element) {
                Some((_, numbers)) => numbers.push_str(&format!(" {no}")),
                None => wanted.push((element, format!("{no}"))),
            }
        }
        sweep(&wanted);
        for (element, numbers) in wanted {
            if element.get_attribute(MARK).as_deref() != Some(&numbers) {
                // A plain attribute can be set.
                let _ = element.set_attribute(MARK, &numbers);
            }
        }
    };
    if let Ok(handle) = set_interval_with_handle(look, EVERY) {
        on_cleanup(move || handle.clear());
    }
}

/// Takes the marks away from what has no pin any more.
fn sweep(wanted: &[(web_sys::Element, String)]) {
    let Ok(marked) = document().query_selector_all(&format!("[{MARK}]")) else { return };
    for at in 0..marked.length() {
        let element = marked.item(at).and_then(|node| node.dyn_into::<web_sys::Element>().ok());
        if let Some(old) = element.filter(|element| wanted.iter().all(|(known, _)| known != element)) {
            // A plain attribute can be taken away.
            let _ = old.remove_attribute(MARK);
        }
    }
}

/// Takes the focus to the control that a pin is on, or to the first control in it; else says that it is not here.
pub fn go_to(commands: Commands, pin: &Pin, no: usize) {
    let found = untrack(|| selector(commands.backend, &pin.on)).and_then(|selector| first(&selector));
    let target = found.and_then(|element| {
        let inside = element.query_selector("a, button, input").ok().flatten();
        let control =
            if element.matches("a, button, input").unwrap_or_default() { Some(element) } else { inside };
        control.and_then(|control| control.dyn_into::<HtmlElement>().ok())
    });
    match target {
        // A control that is shown can take the focus.
        Some(target) => drop(target.focus()),
        None => commands.feedback.tell(commands.texts.peek().pins_not_here(no.to_string())),
    }
}
