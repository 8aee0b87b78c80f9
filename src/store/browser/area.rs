//! Areas: the storages that the browser gives to an origin, of which each copy of the portal there has a part of its own.
//!
//! The first copy at an origin has the plain names; those of any other begin with its path, as src/boot.js decides.

use leptos::prelude::window;
use wasm_bindgen::JsValue;

thread_local! {
    /// What the names of this copy begin with; nothing for the first at this origin.
    static OWN: String = told("own").unwrap_or_default();
}

/// What src/boot.js tells under this name.
pub fn told(name: &str) -> Option<String> {
    let get = |object: &JsValue, name: &str| js_sys::Reflect::get(object, &name.into()).ok();
    get(&get(&window(), "portalBoot")?, name)?.as_string()
}

/// The name that this copy of the portal has for what is called `name` in all of them: of an entry, a database, a
/// channel or a lock.
pub fn own(name: &str) -> String {
    OWN.with(|own| [own, name].concat())
}

/// What a name of this copy is called in all of them; nothing for a name of another copy.
pub fn plain(name: &str) -> Option<&str> {
    OWN.with(|own| name.strip_prefix(own.as_str()))
}

/// A storage of this origin, if the browser gives this page one.
#[derive(Clone)]
pub struct Area(web_sys::Storage);

impl Area {
    /// What stays: localStorage.
    pub fn local() -> Option<Area> {
        window().local_storage().ok().flatten().map(Area)
    }

    /// What this tab alone has: sessionStorage.
    pub fn session() -> Option<Area> {
        window().session_storage().ok().flatten().map(Area)
    }

    /// The text kept under `key`.
    pub fn get(&self, key: &str) -> Option<String> {
        self.0.get_item(&own(key)).ok().flatten()
    }

    /// Keeps a text; false if there is no room for it.
    pub fn set(&self, key: &str, text: &str) -> bool {
        self.0.set_item(&own(key), text).is_ok()
    }

    /// Keeps nothing under `key` any more; false if that is refused.
    pub fn remove(&self, key: &str) -> bool {
        self.0.remove_item(&own(key)).is_ok()
    }
}
