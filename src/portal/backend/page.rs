//! The page: timers, real time and the address, as the backend needs them.

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(call: &Function, millis: f64) -> f64;
    #[wasm_bindgen(js_namespace = performance, js_name = now)]
    fn performance_now() -> f64;
}

/// Milliseconds since the page was opened; never goes back.
pub fn now() -> f64 {
    performance_now()
}

/// Waits so many milliseconds of real time.
pub async fn sleep(millis: f64) {
    let timer = Promise::new(&mut |resolve, _| {
        set_timeout(&resolve, millis);
    });
    // A timer's promise is never refused.
    let _ = JsFuture::from(timer).await;
}

/// Where the portal is served, without a slash at the end.
pub fn base() -> String {
    let location = leptos::prelude::window().location();
    let origin = location.origin().unwrap_or_default();
    let path = location.pathname().unwrap_or_default();
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    origin + folder
}
