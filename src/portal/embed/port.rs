//! Port: the way to one host, which carries texts of JSON as plain objects.

use js_sys::{Array, Function, JSON};
use serde_json::Value;
use wasm_bindgen::prelude::*;

use super::protocol;

#[wasm_bindgen]
extern "C" {
    /// Of src/boot.js: hands over what the page around the frame says, what came before included.
    #[wasm_bindgen(js_namespace = portalBoot, js_name = hearHost)]
    fn hear_host(handler: &Function);

    #[derive(Clone)]
    pub type Port;
    #[wasm_bindgen(method, catch, js_name = postMessage)]
    fn post(this: &Port, message: &JsValue) -> Result<(), JsValue>;
    #[wasm_bindgen(method, setter, js_name = onmessage)]
    fn set_onmessage(this: &Port, handler: &Function);
    #[wasm_bindgen(method)]
    pub fn close(this: &Port);

    type Said;
    #[wasm_bindgen(method, getter)]
    fn data(this: &Said) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn ports(this: &Said) -> Array;
}

/// What was said, as JSON; empty where it is no JSON.
fn text(said: &Said) -> String {
    JSON::stringify(&said.data()).ok().and_then(|text| text.as_string()).unwrap_or_default()
}

/// Calls `greeted` with the port of each greeting. Whatever else is said has no answer.
pub fn greetings(greeted: impl Fn(Port) + 'static) {
    let handler = Closure::<dyn Fn(Said)>::new(move |said: Said| {
        let ports = said.ports();
        if ports.length() == 1 && protocol::is_greeting(&text(&said)) {
            greeted(ports.get(0).unchecked_into());
        }
    });
    hear_host(handler.as_ref().unchecked_ref());
    // It listens as long as the page lives.
    handler.forget();
}

impl Port {
    /// Calls `hear` with each message, as JSON.
    pub fn hear(&self, hear: impl Fn(String) + 'static) {
        let handler = Closure::<dyn Fn(Said)>::new(move |said: Said| hear(text(&said)));
        self.set_onmessage(handler.as_ref().unchecked_ref());
        // There are as many as greetings.
        handler.forget();
    }

    /// Says something. A host that is gone does not hear it, which is nobody's loss.
    pub fn say(&self, what: &Value) {
        if let Ok(message) = JSON::parse(&what.to_string()) {
            let _ = self.post(&message);
        }
    }
}
