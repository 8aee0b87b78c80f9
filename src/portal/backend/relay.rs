//! The page's side of the relay: registers the service worker and answers the calls that it hands over.

use js_sys::{Array, Function, Object, Reflect, Uint8Array};
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

use crate::api;
use crate::api::message::{Request, Response};
use crate::phrases::Language;
use crate::portal::ui::commands;
use crate::service::log::Actor;

use super::Backend;
use super::health::{Relay, RelayOff};
use super::not_done::NotDone;

#[wasm_bindgen]
extern "C" {
    /// Of src/boot.js: registers the worker if it is the one that this build shipped.
    #[wasm_bindgen(js_namespace = portalBoot, js_name = registerWorker, catch)]
    async fn register_worker() -> Result<JsValue, JsValue>;

    /// Of src/boot.js: hands over the worker's messages, those included that came before.
    #[wasm_bindgen(js_namespace = portalBoot, js_name = answerCalls)]
    fn answer_calls(handler: &Function);

    #[derive(Clone)]
    #[wasm_bindgen(extends = js_sys::Object)]
    type Container;
    #[wasm_bindgen(method, js_name = addEventListener)]
    fn listen(this: &Container, event: &str, handler: &Function);
    #[wasm_bindgen(method, getter)]
    fn controller(this: &Container) -> JsValue;

    #[wasm_bindgen(extends = js_sys::Object)]
    type Port;
    #[wasm_bindgen(method, js_name = postMessage)]
    fn post(this: &Port, message: &JsValue);
}

impl Backend {
    /// Starts the relay, and says in [`super::health::Health`] how that went.
    pub(super) fn start_relay(self) {
        let navigator = leptos::prelude::window().navigator();
        let workers = get(navigator.as_ref(), "serviceWorker").filter(JsValue::is_object);
        let Some(workers) = workers.map(JsCast::unchecked_into::<Container>) else {
            self.set_relay(Relay::Off(RelayOff::Unsupported));
            return;
        };
        let message = Closure::<dyn Fn(JsValue)>::new(move |event| self.answer(&event));
        answer_calls(message.as_ref().unchecked_ref());
        message.forget();
        let seen = workers.clone();
        let change = Closure::<dyn Fn()>::new(move || {
            if seen.controller().is_object() {
                self.set_relay(Relay::On);
            }
        });
        workers.listen("controllerchange", change.as_ref().unchecked_ref());
        change.forget();
        spawn_local(async move {
            let registered = register_worker().await;
            self.set_relay(match registered {
                Ok(_) if workers.controller().is_object() => Relay::On,
                Ok(registration) => waiting(&registration),
                Err(error) => Relay::Off(refusal(&error)),
            });
        });
    }

    fn set_relay(self, relay: Relay) {
        self.update_health(move |health| health.relay = relay);
    }

    /// Answers a call of the worker; other messages are none of its business.
    fn answer(self, event: &JsValue) {
        let Some(data) = get(event, "data").filter(JsValue::is_object) else { return };
        if text(&data, "kind") != "relay" {
            return;
        }
        let port = get(event, "ports").map(|ports| Array::from(&ports).get(0));
        let Some(port) = port.filter(JsValue::is_object).map(JsCast::unchecked_into::<Port>) else { return };
        let body = get(&data, "body").map(|body| Uint8Array::new(&body).to_vec());
        let request = Request {
            method: text(&data, "method"),
            base: self.base(),
            target: text(&data, "target"),
            headers: get(&data, "headers").map(|headers| pairs(&headers)).unwrap_or_default(),
            body: body.unwrap_or_default(),
        };
        spawn_local(async move {
            let response = match self.send(request.clone(), Actor::Rest).await {
                Ok(response) => handed_over(&response),
                Err(NotDone::Cut(response)) => broken(Some(&response)),
                Err(NotDone::Offline) => broken(None),
                Err(error) => handed_over(&not_done(self, &request, &error)),
            };
            port.post(&response);
        });
    }
}

/// A new worker takes over by itself in a moment; an active one that has no part in this page was
/// passed by when the page was reloaded.
fn waiting(registration: &JsValue) -> Relay {
    let state = get(registration, "active").map(|worker| text(&worker, "state")).unwrap_or_default();
    if state == "activated" { Relay::Off(RelayOff::HardReload) } else { Relay::Starting }
}

fn refusal(error: &JsValue) -> RelayOff {
    match text(error, "name").as_str() {
        "unsupported" => RelayOff::Unsupported,
        "changed" => RelayOff::Changed,
        name => RelayOff::Refused(format!("{name} {}", text(error, "message")).trim().to_owned()),
    }
}

/// What a script is told when there is no response of the API: why, and whether its command was carried out.
fn not_done(backend: Backend, request: &Request, error: &NotDone) -> Response {
    let (status, code) = match error {
        NotDone::Full | NotDone::Storage(_) => (507, "InsufficientStorage"),
        // Scripts are in the present whatever a page looks at. A broken connection is handed over as such.
        NotDone::NoAnswer | NotDone::Past | NotDone::Offline | NotDone::Cut(_) => (503, "ServiceUnavailable"),
        NotDone::Outdated => (409, "PortalOutdated"),
        NotDone::Gone => (409, "WorkspaceGone"),
    };
    let messages = Language::negotiate(request.header("accept-language").unwrap_or_default()).phrases();
    let message = commands::not_done(error, &messages);
    let body = serde_json::json!({ "error": { "code": code, "message": message } }).to_string();
    let mut headers = backend.present(|workspace| api::headers(workspace, request));
    headers.push(("content-type".to_owned(), "application/json; charset=utf-8".to_owned()));
    Response { status, headers, body }
}

fn handed_over(response: &Response) -> JsValue {
    let object = Object::new();
    let headers: Array = response
        .headers
        .iter()
        .map(|(name, value)| Array::of2(&name.as_str().into(), &value.as_str().into()))
        .collect();
    for (key, value) in [
        ("status", JsValue::from(response.status)),
        ("headers", headers.into()),
        ("body", JsValue::from(response.body.as_str())),
    ] {
        // Setting a property of a fresh plain object cannot fail.
        let _ = Reflect::set(&object, &key.into(), &value);
    }
    object.into()
}

/// What the worker breaks off: before the answer, or within its body.
fn broken(response: Option<&Response>) -> JsValue {
    let object = response.map_or_else(|| Object::new().into(), handed_over);
    // Setting a property of a plain object cannot fail.
    let _ = Reflect::set(&object, &"broken".into(), &JsValue::TRUE);
    object
}

fn get(object: &JsValue, key: &str) -> Option<JsValue> {
    Reflect::get(object, &key.into()).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

fn text(object: &JsValue, key: &str) -> String {
    get(object, key).and_then(|value| value.as_string()).unwrap_or_default()
}

fn pairs(headers: &JsValue) -> Vec<(String, String)> {
    let pair = |pair: JsValue| {
        let pair = Array::from(&pair);
        (pair.get(0).as_string().unwrap_or_default(), pair.get(1).as_string().unwrap_or_default())
    };
    Array::from(headers).iter().map(pair).collect()
}
