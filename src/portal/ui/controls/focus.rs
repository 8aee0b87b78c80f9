//! The focus: where it is, and where it goes when what has it goes away.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, NodeList};

/// So many frames are waited for what had the focus to go: a new address is told later than it is set.
const FRAMES: u8 = 30;

/// The element that has the focus, if it is more than the page as such.
pub fn focused() -> Option<HtmlElement> {
    let element: HtmlElement = document().active_element()?.dyn_into().ok()?;
    (element.tag_name() != "BODY").then_some(element)
}

/// Moves the focus to the heading of the page, or to the page where it has none yet.
pub fn focus_heading() {
    let heading = document().query_selector("main h1").ok().flatten();
    let target = heading.or_else(|| document().get_element_by_id("main"));
    if let Some(target) = target.and_then(|target| target.dyn_into::<HtmlElement>().ok()) {
        // An element that is in the page can take the focus.
        let _ = target.focus();
    }
}

/// To be called before the control with the focus goes away, as a pill does that is pressed. The focus then goes to
/// the next control in the closest `group` around it, else to the one before, else to the first that is shown of the
/// page's `anchor`, else to the heading.
pub fn hand_on_focus(group: &str, anchor: &str) {
    let Some(held) = focused() else { return };
    let around = held.closest(group).ok().flatten();
    let mut heirs = around.map(|group| all(group.query_selector_all("a, button, input"))).unwrap_or_default();
    let at = heirs.iter().position(|heir| *heir == held).unwrap_or_default();
    let before: Vec<HtmlElement> = heirs.drain(..at).rev().collect();
    heirs.extend(before);
    heirs.extend(all(document().query_selector_all(anchor)));
    wait(held, heirs, FRAMES);
}

fn all(found: Result<NodeList, JsValue>) -> Vec<HtmlElement> {
    let Ok(found) = found else { return Vec::new() };
    (0..found.length()).filter_map(|n| found.item(n)?.dyn_into().ok()).collect()
}

fn wait(held: HtmlElement, heirs: Vec<HtmlElement>, frames: u8) {
    request_animation_frame(move || {
        if is_shown(&held) {
            if frames > 0 {
                wait(held, heirs, frames - 1);
            }
            return;
        }
        // Nothing that somebody has gone to meanwhile loses the focus.
        if focused().is_some_and(|focused| is_shown(&focused)) {
            return;
        }
        match heirs.iter().find(|heir| is_shown(heir)) {
            Some(heir) => {
                // An element that is in the page can take the focus.
                let _ = heir.focus();
            }
            // A page that is on its way has none yet.
            None => focus_heading(),
        }
    });
}

/// Whether an element is in the page and not hidden.
fn is_shown(element: &HtmlElement) -> bool {
    element.is_connected() && element.offset_parent().is_some()
}
