//! The tip: shows the reason of a refused control, or what the name of a state means, beside it while it has the focus
//! or the pointer.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDivElement, HtmlElement};

use crate::domain::drive::DriveState;
use crate::domain::state::JobState;
use crate::portal::backend::use_backend;
use crate::portal::text::glossary;
use crate::portal::text::texts::{Texts, use_texts};
use crate::portal::ui::reactive::erased::effect;
use crate::portal::ui::state_look::{drive_state_look, job_state_look};

/// What has something to show: the reason of a refusal, or the meaning of a state.
const SHOWING: &str = ":is([aria-disabled=true][aria-describedby], .explained, .state, .state-count)";
/// That of it which was gone to by keys.
const FOCUSED: &str = ":is([aria-disabled=true][aria-describedby], .explained, .state-count):focus-visible";
/// That of it which the pointer is on.
const HOVERED: &str = ":is([aria-disabled=true][aria-describedby], .state, .state-count):hover";

/// One tip for the whole page. It says what the control's description says, so it is hidden from
/// screen readers, which hear that description.
#[component]
pub fn Tip() -> impl IntoView {
    let element = NodeRef::<html::Div>::new();
    let (backend, t) = (use_backend(), use_texts());
    // The control whose tip is shown.
    let shown = StoredValue::new_local(None::<Element>);
    // The control whose tip was sent away; it stays away until another control has had its own.
    let dismissed = StoredValue::new_local(None::<Element>);
    // Whether the pointer has not moved since: what lies under a tip that was sent away was not pointed at.
    let still = StoredValue::new(false);
    let follow = move |event: Event| {
        let Some(tip) = element.get_untracked().filter(|_| !still.get_value() || event.type_() == "focusin")
        else {
            return;
        };
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        // Who reads the tip with the pointer on it wants it to stay.
        if target.as_ref().is_some_and(|target| tip.contains(Some(target))) {
            return;
        }
        // The reason of a control that was gone to by keys stays while the pointer is elsewhere.
        let pointed = target.and_then(|target| target.closest(SHOWING).ok().flatten());
        let control = pointed.or_else(|| document().query_selector(FOCUSED).ok().flatten());
        if control.is_none() || dismissed.with_value(|dismissed| *dismissed != control) {
            dismissed.set_value(None);
        } else {
            return;
        }
        let reason = control.as_ref().and_then(|control| reason(control, t));
        match (reason, &control) {
            (Some(reason), Some(control)) => show(&tip, &reason, control),
            (None, _) | (_, None) => drop(tip.hide_popover()),
        }
        shown.set_value(control);
    };
    // Time goes on, and the language changes, while it is read.
    let renew = move || {
        let Some(Some(control)) = shown.try_get_value() else { return };
        let Some(tip) = element.get_untracked() else { return };
        match reason(&control, t).filter(|_| control.matches(SHOWING).unwrap_or_default()) {
            Some(reason) if tip.text_content().as_deref() != Some(reason.as_str()) => {
                show(&tip, &reason, &control);
            }
            Some(_) => {}
            None => {
                shown.set_value(None);
                drop(tip.hide_popover());
            }
        }
    };
    effect(move |_| {
        backend.clock().track();
        backend.revision().track();
        t.language();
        // When what says the reason has been renewed.
        request_animation_frame(renew);
    });
    let hide = move |event: leptos::ev::KeyboardEvent| {
        if let Some(tip) = element.get_untracked().filter(|_| event.key() == "Escape") {
            let hovered = document().query_selector(HOVERED).ok().flatten();
            dismissed.set_value(hovered.or_else(|| document().query_selector(FOCUSED).ok().flatten()));
            still.set_value(true);
            shown.set_value(None);
            drop(tip.hide_popover());
        }
    };
    let moved = move |event: Event| {
        if still.get_value() {
            still.set_value(false);
            follow(event);
        }
    };
    let handles = [
        window_event_listener_untyped("focusin", follow),
        window_event_listener_untyped("mouseover", follow),
        window_event_listener_untyped("mousemove", moved),
        window_event_listener(leptos::ev::keydown, hide),
    ];
    on_cleanup(move || handles.into_iter().for_each(WindowListenerHandle::remove));
    view! { <div class="tip" popover="manual" aria-hidden="true" node_ref=element></div> }.into_any()
}

/// Shows the tip below the control, or above it where there is no room, and in a row before it, so that the controls of
/// the rows below stay in reach; without a gap, so that the pointer can go over from one to the other.
fn show(tip: &HtmlDivElement, reason: &str, control: &Element) {
    tip.set_text_content(Some(reason));
    let style = HtmlElement::style(tip);
    let place = control.get_bounding_client_rect();
    let put = |name: &str, pixels: f64| {
        // Setting a custom property cannot do harm, nor does showing what is shown already.
        let _ = style.set_property(name, &format!("{}px", pixels.floor() as i32));
    };
    let _ = tip.show_popover();
    let size = tip.get_bounding_client_rect();
    let (width, height) = (size.width(), size.height());
    let window_height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(f64::MAX);
    let is_in = |around: &str| matches!(control.closest(around), Ok(Some(_)));
    let backwards = is_in("[dir=rtl]");
    let window_width = window().inner_width().ok().and_then(|width| width.as_f64()).unwrap_or(f64::MAX);
    let before = if backwards { window_width - place.right() } else { place.left() };
    let start = if backwards { place.right() - width } else { place.left() };
    let (x, y) = if is_in("tr") && width <= before {
        let x = if backwards { place.right() } else { place.left() - width };
        (x, place.top().min(window_height - height))
    } else if place.bottom() + height > window_height && height <= place.top() {
        (start, (place.top() - height).ceil())
    } else {
        (start, place.bottom())
    };
    put("--x", x);
    put("--y", y);
}

fn reason(control: &Element, t: Texts) -> Option<String> {
    let Some(id) =
        control.get_attribute("aria-describedby").filter(|_| control.has_attribute("aria-disabled"))
    else {
        return meaning(control, t);
    };
    document().get_element_by_id(&id)?.text_content().filter(|text| !text.is_empty())
}

/// What the state means that an element names; its class says which one.
fn meaning(named: &Element, t: Texts) -> Option<String> {
    let badge = named.query_selector(".state").ok().flatten().unwrap_or_else(|| named.clone());
    let (class, m) = (badge.class_list(), t.peek());
    if badge.closest(".drive-state").is_ok_and(|drive| drive.is_some()) {
        let state =
            DriveState::ALL.into_iter().find(|state| class.contains(drive_state_look(*state).class))?;
        return Some(glossary::drive_state(state, &m));
    }
    let state = JobState::ALL.into_iter().find(|state| class.contains(job_state_look(*state).class))?;
    Some(glossary::job_state(state, &m))
}
