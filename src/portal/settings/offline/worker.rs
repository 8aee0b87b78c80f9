//! The worker: what a page asks the service worker about the copy of the portal's files.

use js_sys::{Array, Function, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::portal::backend::page::{Promised, field, object, words};
use crate::portal::ui::preferences;

/// The preference that says that no copy is wanted.
const PREFERENCE: &str = "offline";
/// What it says then.
const REMOVED: &str = "removed";

/// What can be asked of a worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkerRequest {
    /// How things are.
    Look,
    /// To keep a copy.
    Keep,
    /// To keep none any more.
    Remove,
    /// To take the place of the worker before.
    Renew,
}

/// How things are with a worker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkerStatus {
    /// How many bytes of files it keeps; none while not all are there.
    pub bytes: u64,
    /// The build that they are of; empty while not all are there.
    pub build: String,
}

/// Whether somebody wants no copy.
pub fn is_unwanted() -> bool {
    preferences::read(PREFERENCE).as_deref() == Some(REMOVED)
}

/// Says from now on whether a copy is wanted; where nothing can be kept, that holds for this page.
pub fn want(wanted: bool) {
    if wanted {
        preferences::forget(PREFERENCE);
    } else {
        preferences::write(PREFERENCE, REMOVED);
    }
}

/// The build of this page, by the digest of its worker, which is another for each; empty where the build has none.
pub fn build() -> String {
    let files = document().query_selector("meta[name=portal-files]").ok().flatten();
    files.and_then(|files| files.get_attribute("data-worker-integrity")).unwrap_or_default()
}

/// The name of the lock that a page of this build holds; the worker (src/relay/worker.js) knows it by the same.
pub fn lock() -> String {
    let path = window().location().pathname().unwrap_or_default();
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    format!("iep{folder}/ {}", build())
}

/// What the browser has for service workers; nothing on plain http, and where the page is in a frame of another.
pub fn container() -> Option<JsValue> {
    // A sandboxed frame may not even ask.
    let workers = Reflect::get(&window().navigator(), &"serviceWorker".into()).ok()?;
    workers.is_object().then_some(workers)
}

/// The registration, as soon as a worker is at work.
pub async fn registration(container: &JsValue) -> Option<JsValue> {
    settled(field(container, "ready")).await.ok()
}

/// The worker of a registration that is "active" or "waiting".
pub fn worker(registration: &JsValue, standing: &str) -> Option<JsValue> {
    Some(field(registration, standing)).filter(JsValue::is_object)
}

/// Asks a worker, and waits for what it comes to.
///
/// # Errors
/// The browser's own words.
pub async fn ask(worker: &JsValue, what: WorkerRequest) -> Result<WorkerStatus, String> {
    let kind = match what {
        WorkerRequest::Look => "look",
        WorkerRequest::Keep => "keep",
        WorkerRequest::Remove => "remove",
        WorkerRequest::Renew => "renew",
    };
    let class: Function = field(&window(), "MessageChannel").unchecked_into();
    let channel = Reflect::construct(&class, &Array::new()).map_err(|error| words(&error))?;
    let answered = Promised::<JsValue>::default();
    let heard = answered.clone();
    let hear = Closure::<dyn Fn(JsValue)>::new(move |event: JsValue| heard.give(field(&event, "data")));
    let port = field(&channel, "port1");
    Reflect::set(&port, &"onmessage".into(), hear.as_ref()).map_err(|error| words(&error))?;
    let message = object(&[("kind", &kind.into())]);
    let ports = Array::of1(&field(&channel, "port2"));
    call(worker, "postMessage", &Array::of2(&message, &ports)).map_err(|error| words(&error))?;
    let said = answered.get().await;
    if let Some(why) = field(&said, "why").as_string() {
        return Err(why);
    }
    let bytes = field(&said, "bytes").as_f64().unwrap_or_default();
    Ok(WorkerStatus { bytes: bytes as u64, build: field(&said, "build").as_string().unwrap_or_default() })
}

/// Calls a method of an object of the browser's.
///
/// # Errors
/// What it throws.
pub fn call(of: &JsValue, method: &str, arguments: &Array) -> Result<JsValue, JsValue> {
    field(of, method).dyn_into::<Function>()?.apply(of, arguments)
}

/// What a promise comes to.
///
/// # Errors
/// What it is refused with.
pub async fn settled(promise: JsValue) -> Result<JsValue, JsValue> {
    JsFuture::from(Promise::resolve(&promise)).await
}

/// Calls `hear` at each event of this name as long as the page lives.
pub fn listen(to: &JsValue, event: &str, hear: impl Fn() + 'static) {
    let hear = Closure::<dyn Fn()>::new(hear);
    // Everything that has events can be listened to.
    let _ = call(to, "addEventListener", &Array::of2(&event.into(), hear.as_ref()));
    hear.forget();
}
