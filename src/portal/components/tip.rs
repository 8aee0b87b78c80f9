//! The tip: shows the reason of a refused control beside it while it has the focus or the pointer.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// One tip for the whole page. It says what the control's description says, so it is hidden from
/// screen readers, which hear that description.
#[component]
pub fn Tip() -> impl IntoView {
    let element = NodeRef::<html::Div>::new();
    let text = RwSignal::new(String::new());
    let follow = move |event: Event| {
        let Some(tip) = element.get_untracked() else { return };
        let reason = refused(&event).and_then(|control| Some((reason(&control)?, control)));
        match reason {
            Some((reason, control)) => {
                text.set(reason);
                let place = control.get_bounding_client_rect();
                let style = web_sys::HtmlElement::style(&tip);
                // Setting a custom property or showing what is shown already cannot do harm.
                let _ = style.set_property("--x", &format!("{}px", place.left().round() as i32));
                let _ = style.set_property("--y", &format!("{}px", place.bottom().round() as i32 + 6));
                let _ = tip.show_popover();
            }
            None => drop(tip.hide_popover()),
        }
    };
    let hide = move |event: leptos::ev::KeyboardEvent| {
        if let Some(tip) = element.get_untracked().filter(|_| event.key() == "Escape") {
            drop(tip.hide_popover());
        }
    };
    let handles = [
        window_event_listener_untyped("focusin", follow),
        window_event_listener_untyped("mouseover", follow),
        window_event_listener(leptos::ev::keydown, hide),
    ];
    on_cleanup(move || handles.into_iter().for_each(WindowListenerHandle::remove));
    view! { <div class="tip" popover="manual" aria-hidden="true" node_ref=element>{text}</div> }.into_any()
}

fn refused(event: &Event) -> Option<Element> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest("[aria-disabled=true][aria-describedby]").ok().flatten()
}

fn reason(control: &Element) -> Option<String> {
    let id = control.get_attribute("aria-describedby")?;
    document().get_element_by_id(&id)?.text_content().filter(|text| !text.is_empty())
}
