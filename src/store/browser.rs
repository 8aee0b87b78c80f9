//! The browser's localStorage as a [`Storage`].

use std::borrow::Cow;

use gloo_storage::{LocalStorage, Storage as _};
use wasm_bindgen::{JsCast, JsValue};

use super::port::{Storage, StoreError};

/// So many keys and texts come over at once: enough to be quick, few enough to take little room.
const AT_ONCE: usize = 512;
/// What is between them, and in hardly any.
const SEPARATOR: char = '\0';

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

    fn visit(&self, prefix: &str, each: &mut dyn FnMut(&str, &str)) -> Result<(), StoreError> {
        // Keys and texts in turn. Crossing over to Rust costs more than what crosses, so many do at once.
        let all = js_sys::Object::entries(self.0.unchecked_ref::<js_sys::Object>()).flat(1);
        for from in (0..all.length()).step_by(AT_ONCE) {
            let some = all.slice(from, from + AT_ONCE as u32);
            let joined = String::from(some.join(SEPARATOR.encode_utf8(&mut [0])));
            let mut texts: Vec<Cow<'_, str>> = joined.split(SEPARATOR).map(Cow::from).collect();
            if texts.len() != some.length() as usize {
                // Somebody has kept the separator itself.
                texts = some.iter().map(|text| text.as_string().unwrap_or_default().into()).collect();
            }
            for pair in texts.chunks_exact(2) {
                if pair[0].starts_with(prefix) {
                    each(&pair[0], &pair[1]);
                }
            }
        }
        Ok(())
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
