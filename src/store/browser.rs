//! The browser's localStorage as a [`Storage`].

use gloo_storage::{LocalStorage, Storage as _};
use wasm_bindgen::{JsCast, JsValue};

use super::port::{Storage, StoreError};

/// localStorage, if this page may use it.
#[derive(Clone)]
pub struct BrowserStorage(web_sys::Storage);

impl BrowserStorage {
    /// # Errors
    /// The browser's own words where storage is blocked, such as in a sandboxed frame.
    pub fn open() -> Result<BrowserStorage, StoreError> {
        let window = web_sys::window().ok_or_else(|| StoreError::Blocked("no window".to_owned()))?;
        // Asked first, since gloo's way to it ends the program where storage is blocked.
        match window.local_storage() {
            Ok(Some(_)) => Ok(BrowserStorage(LocalStorage::raw())),
            Ok(None) => Err(StoreError::Blocked("localStorage is switched off".to_owned())),
            Err(error) => Err(refusal(&error)),
        }
    }
}

/// The browser's error in our terms.
fn refusal(error: &JsValue) -> StoreError {
    let text = |name: &str| js_sys::Reflect::get(error, &name.into()).ok().and_then(|text| text.as_string());
    let name = text("name").unwrap_or_default();
    if name == "QuotaExceededError" || name == "NS_ERROR_DOM_QUOTA_REACHED" {
        StoreError::Full
    } else {
        StoreError::Blocked(text("message").unwrap_or(name))
    }
}

impl Storage for BrowserStorage {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let keys = js_sys::Object::keys(self.0.unchecked_ref::<js_sys::Object>());
        Ok(keys.iter().filter_map(|key| key.as_string()).collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.0.get_item(key).map_err(|error| refusal(&error))
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.0.set_item(key, value).map_err(|error| refusal(&error))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.0.remove_item(key).map_err(|error| refusal(&error))
    }

    fn rename(&self, from: &str, to: &str) -> Result<(), StoreError> {
        // The value stays on the browser's side: passing through Rust would mend broken characters.
        let value = js_sys::Reflect::get(&self.0, &from.into()).map_err(|error| refusal(&error))?;
        if value.is_string() {
            js_sys::Reflect::set(&self.0, &to.into(), &value).map_err(|error| refusal(&error))?;
            self.remove(from)?;
        }
        Ok(())
    }
}
