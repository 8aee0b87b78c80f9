//! The page: timers, the address, locks and the channel between tabs, as the backend needs them.

use std::cell::{Cell, RefCell};
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::rc::Rc;
use std::task::{Poll, Waker};

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::store::browser::area::own;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(call: &Function, millis: f64) -> f64;
    #[wasm_bindgen(js_namespace = performance, js_name = now)]
    fn performance_now() -> f64;

    type BroadcastChannel;
    #[wasm_bindgen(constructor, catch)]
    fn new(name: &str) -> Result<BroadcastChannel, JsValue>;
    #[wasm_bindgen(method, catch, js_name = postMessage)]
    fn post_message(this: &BroadcastChannel, text: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(method, setter, js_name = onmessage)]
    fn set_onmessage(this: &BroadcastChannel, call: &Function);
    #[wasm_bindgen(method)]
    fn close(this: &BroadcastChannel);

    #[wasm_bindgen(js_namespace = ["navigator", "locks"], js_name = request, catch)]
    fn request_lock(name: &str, options: &Object, call: &Function) -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_namespace = ["navigator", "locks"], js_name = query, catch)]
    fn query_locks() -> Result<Promise, JsValue>;

    type AbortController;
    #[wasm_bindgen(constructor)]
    fn new() -> AbortController;
    #[wasm_bindgen(method, getter)]
    fn signal(this: &AbortController) -> JsValue;
    #[wasm_bindgen(method)]
    fn abort(this: &AbortController);
}

/// Milliseconds after which the browser counts as not saying who holds a lock.
const PATIENCE: f64 = 1_000.0;
/// Milliseconds that count at once, however long they have taken.
const AWAKE: f64 = 1_000.0;

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

/// What `work` comes to, unless that takes longer than so many milliseconds.
pub async fn within<T>(millis: f64, work: impl Future<Output = T>) -> Option<T> {
    unless(sleep(millis), work).await
}

/// What `work` comes to, unless `end` is there first.
pub async fn unless<T>(end: impl Future<Output = ()>, work: impl Future<Output = T>) -> Option<T> {
    let mut work = pin!(work);
    let mut end = pin!(end);
    poll_fn(|context| match work.as_mut().poll(context) {
        Poll::Ready(done) => Poll::Ready(Some(done)),
        Poll::Pending => end.as_mut().poll(context).map(|()| None),
    })
    .await
}

/// The same, but only time in which this page runs counts: while a device sleeps, nothing can arrive.
pub async fn within_awake<T>(millis: f64, work: impl Future<Output = T>) -> Option<T> {
    let mut work = pin!(work);
    let mut left = millis;
    while left > 0.0 {
        if let Some(done) = within(left.min(AWAKE), work.as_mut()).await {
            return Some(done);
        }
        left -= AWAKE;
    }
    None
}

/// Where the portal is served, without a slash at the end.
pub fn base() -> String {
    let location = leptos::prelude::window().location();
    let origin = location.origin().unwrap_or_default();
    let path = location.pathname().unwrap_or_default();
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    origin + folder
}

/// Whether nobody can see this page.
pub fn is_hidden() -> bool {
    leptos::prelude::document().hidden()
}

/// A value of an object, undefined where there is none.
pub fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// An object with these fields.
pub fn object(fields: &[(&str, &JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        // Setting a field of a plain object cannot fail.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object
}

/// The browser's error in its own words.
pub fn words(error: &JsValue) -> String {
    let message = field(error, "message").as_string().filter(|words| !words.is_empty());
    message.or_else(|| field(error, "name").as_string()).or_else(|| error.as_string()).unwrap_or_default()
}

/// A value that comes later, to one who waits for it.
pub struct Promised<T>(Rc<RefCell<(Option<T>, Option<Waker>)>>);

impl<T> Clone for Promised<T> {
    fn clone(&self) -> Self {
        Promised(self.0.clone())
    }
}

impl<T> Default for Promised<T> {
    fn default() -> Self {
        Promised(Rc::new(RefCell::new((None, None))))
    }
}

impl<T> PartialEq for Promised<T> {
    /// Whether both are the same promise.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Promised<T> {
    /// Gives the value.
    pub fn give(&self, value: T) {
        let waker = {
            let mut inside = self.0.borrow_mut();
            inside.0 = Some(value);
            inside.1.take()
        };
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    /// Waits for the value.
    pub async fn get(&self) -> T {
        poll_fn(|context| {
            let mut inside = self.0.borrow_mut();
            match inside.0.take() {
                Some(value) => Poll::Ready(value),
                None => {
                    inside.1 = Some(context.waker().clone());
                    Poll::Pending
                }
            }
        })
        .await
    }
}

/// The channel between the tabs that show one workspace.
pub struct Channel(BroadcastChannel);

impl Channel {
    /// A channel, if the browser has any; `hear` gets every text that another tab sends.
    pub fn open(name: &str, hear: impl Fn(String) + 'static) -> Option<Channel> {
        let channel = BroadcastChannel::new(&own(name)).ok()?;
        let listener = Closure::<dyn Fn(JsValue)>::new(move |event: JsValue| {
            if let Some(text) = field(&event, "data").as_string() {
                hear(text);
            }
        });
        channel.set_onmessage(listener.as_ref().unchecked_ref());
        // It listens as long as the page lives.
        listener.forget();
        Some(Channel(channel))
    }

    /// Sends a text to the tabs that show another workspace, whose channel has this name.
    pub fn send_to(name: &str, text: &str) {
        if let Ok(channel) = BroadcastChannel::new(&own(name)) {
            // What was sent arrives although the channel is closed at once.
            let _ = channel.post_message(text);
            channel.close();
        }
    }

    /// Sends a text to all other tabs.
    pub fn send(&self, text: &str) {
        // A channel that is never closed takes every text.
        let _ = self.0.post_message(text);
    }
}

/// Holds a lock as long as the page lives, beside all others who hold it like this; comes back when it is there.
pub async fn hold_shared(name: &str) {
    let there = Promised::default();
    let gained = there.clone();
    let call = Closure::once_into_js(move || -> Promise {
        gained.give(());
        Promise::new(&mut |_, _| {})
    });
    let options = object(&[("mode", &"shared".into())]);
    // Where locks are blocked nobody counts on it.
    if request_lock(name, &options, call.unchecked_ref()).is_ok() {
        there.get().await;
    }
}

/// A place in the queue for a lock, and then the lock.
pub struct Lock {
    name: String,
    controller: AbortController,
    release: Rc<RefCell<Option<Function>>>,
    given_up: Rc<Cell<bool>>,
}

impl Lock {
    /// Whether the browser has locks.
    pub fn exist() -> bool {
        let navigator: JsValue = leptos::prelude::window().navigator().into();
        !field(&navigator, "locks").is_undefined()
    }

    /// Queues for the lock, or takes it from whoever has it. `gained` is called when it is there,
    /// `lost` when it was taken away.
    ///
    /// # Errors
    /// The browser's own words where locks are blocked.
    pub fn request(
        name: &str,
        steal: bool,
        gained: impl FnOnce() + 'static,
        lost: impl FnOnce() + 'static,
    ) -> Result<Rc<Lock>, JsValue> {
        let controller = AbortController::new();
        let release: Rc<RefCell<Option<Function>>> = Rc::default();
        let hold = release.clone();
        let given_up: Rc<Cell<bool>> = Rc::default();
        let unwanted = given_up.clone();
        let granted: Rc<Cell<bool>> = Rc::default();
        let is_granted = granted.clone();
        let call = Closure::once_into_js(move || -> Promise {
            is_granted.set(true);
            if unwanted.get() {
                // One that steals cannot be called back before it has the lock.
                return Promise::resolve(&JsValue::UNDEFINED);
            }
            gained();
            Promise::new(&mut |resolve, _| *hold.borrow_mut() = Some(resolve))
        });
        // The browser knows either stealing or waiting that can be broken off.
        let options = if steal {
            object(&[("steal", &JsValue::TRUE)])
        } else {
            object(&[("signal", &controller.signal())])
        };
        let name = own(name);
        let held = request_lock(&name, &options, call.unchecked_ref())?;
        let expected = given_up.clone();
        wasm_bindgen_futures::spawn_local(async move {
            if JsFuture::from(held).await.is_err() && !expected.get() {
                if !granted.get() {
                    // WebKit refuses every lock at once to a page that is being left. Who asked again at once would never
                    // end, and would hold up the next page, which runs in the same process; no timer of a page that is
                    // gone ever ends.
                    sleep(PATIENCE).await;
                }
                lost();
            }
        });
        Ok(Rc::new(Lock { name, controller, release, given_up }))
    }

    /// Leaves the queue, or gives the lock to the next.
    pub fn give_up(&self) {
        self.given_up.set(true);
        match self.release.borrow_mut().take() {
            Some(release) => {
                // Resolving a promise cannot fail.
                let _ = release.call0(&JsValue::UNDEFINED);
            }
            None => self.controller.abort(),
        }
    }

    /// Whether the page that holds this lock also holds `other`, which no page but this one ever asks for.
    pub async fn is_held_with(&self, other: &str) -> bool {
        let Ok(query) = query_locks() else { return false };
        let Some(Ok(snapshot)) = within(PATIENCE, JsFuture::from(query)).await else { return false };
        let held = Array::from(&field(&snapshot, "held"));
        let holder = |name: &str| {
            let lock =
                held.iter().find(|lock| field(lock, "name").as_string().is_some_and(|held| held == name));
            lock.and_then(|lock| field(&lock, "clientId").as_string())
        };
        let ours = holder(&self.name);
        ours.is_some() && ours == holder(&own(other))
    }
}
