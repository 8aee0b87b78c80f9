//! The frame: what the presenter does to the page as a whole, by attributes of its root and by the browser's full screen.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// How large the type is; the presenter is there as long as the root has it.
pub const SIZE: &str = "data-present";
/// The frame of the portal is shown as well.
pub const FRAME: &str = "data-present-frame";
/// The state diagram fills the window.
pub const DIAGRAM: &str = "data-present-diagram";

/// Sets an attribute of the root, or takes it away.
pub fn mark(name: &str, value: Option<&str>) {
    if let Some(root) = document().document_element() {
        // Setting a plain attribute cannot fail.
        let _ = match value {
            Some(value) => root.set_attribute(name, value),
            None => root.remove_attribute(name),
        };
    }
}

/// Whether the page fills the screen.
pub fn is_full_screen() -> bool {
    Reflect::get(&document(), &"fullscreenElement".into()).is_ok_and(|element| element.is_object())
}

/// Has the page fill the screen, or no more. Where the browser does not let it, it fills the window, no more.
pub fn full_screen(on: bool) {
    if on == is_full_screen() {
        return;
    }
    let (of, name): (JsValue, &str) = match document().document_element() {
        Some(root) if on => (root.into(), "requestFullscreen"),
        _ => (document().into(), "exitFullscreen"),
    };
    let Ok(call) = Reflect::get(&of, &name.into()).and_then(JsCast::dyn_into::<Function>) else { return };
    let Ok(asked) = call.call0(&of).and_then(JsCast::dyn_into::<Promise>) else { return };
    spawn_local(async move {
        // A frame that is not allowed to, or a key that does not count as somebody's wish.
        let _ = JsFuture::from(asked).await;
    });
}
