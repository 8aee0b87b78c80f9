//! The browser's localStorage as a [`Storage`].

pub mod area;

use wasm_bindgen::{JsCast, JsValue};

use super::port::{Storage, StoreError, units};
use area::{own, plain};

/// So many keys and texts come over at once: enough to be quick, few enough to take little room.
const AT_ONCE: usize = 256;
/// What is between them, and in hardly any.
const SEPARATOR: char = '\0';

/// localStorage, if this page may use it: what this copy of the portal has there.
#[derive(Clone)]
pub struct BrowserStorage(web_sys::Storage);

impl BrowserStorage {
    /// # Errors
    /// The browser's own words where storage is blocked, such as in a sandboxed frame.
    pub fn open() -> Result<BrowserStorage, StoreError> {
        let window = web_sys::window().ok_or_else(|| StoreError::Blocked("no window".to_owned()))?;
        match window.local_storage() {
            Ok(Some(storage)) => Ok(BrowserStorage(storage)),
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

/// Shows `each` the strings of both arrays that stand at the same place.
fn together(some: &js_sys::Array, others: &js_sys::Array, each: &mut dyn FnMut(&str, &str)) {
    let [joined, other_joined] =
        [some, others].map(|all| String::from(all.join(SEPARATOR.encode_utf8(&mut [0]))));
    let count = |text: &str| text.matches(SEPARATOR).count() + 1;
    if [&joined, &other_joined].iter().all(|text| count(text) == some.length() as usize) {
        joined.split(SEPARATOR).zip(other_joined.split(SEPARATOR)).for_each(|(one, other)| each(one, other));
    } else {
        // Somebody has kept the separator itself.
        let text = |text: JsValue| text.as_string().unwrap_or_default();
        some.iter().zip(others.iter()).for_each(|(one, other)| each(&text(one), &text(other)));
    }
}

impl BrowserStorage {
    fn all_keys(&self) -> Result<js_sys::Array, StoreError> {
        js_sys::Reflect::own_keys(&self.0).map_err(|error| refusal(&error))
    }

    /// Shows `each` some keys and the texts at the same places, until all have been shown.
    fn batches(&self, each: &mut dyn FnMut(&js_sys::Array, &js_sys::Array)) -> Result<(), StoreError> {
        // Crossing over to Rust costs more than what crosses, so many keys and texts do at once; and to ask for each
        // text costs a fifth of `Object.entries`, which asks for each twice over.
        let refused = |error: JsValue| refusal(&error);
        let keys = self.all_keys()?;
        let method = |of: &JsValue, name: &str| -> Result<js_sys::Function, StoreError> {
            Ok(js_sys::Reflect::get(of, &name.into()).map_err(refused)?.unchecked_into())
        };
        let (map, get) = (method(&keys, "map")?, method(&self.0, "getItem")?);
        for from in (0..keys.length()).step_by(AT_ONCE) {
            let keys = keys.slice(from, from + AT_ONCE as u32);
            let texts = map.call2(&keys, &get, &self.0).map_err(refused)?.unchecked_into();
            each(&keys, &texts);
        }
        Ok(())
    }
}

impl Storage for BrowserStorage {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let (all, mut keys) = (self.all_keys()?, Vec::new());
        together(&all, &all, &mut |key, _| keys.extend(plain(key).map(str::to_owned)));
        Ok(keys)
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.0.get_item(&own(key)).map_err(|error| refusal(&error))
    }

    fn visit(&self, prefix: &str, each: &mut dyn FnMut(&str, &str)) -> Result<(), StoreError> {
        self.batches(&mut |keys, texts| {
            together(keys, texts, &mut |key, text| {
                let Some(key) = plain(key).filter(|key| key.starts_with(prefix)) else {
                    return;
                };
                // A text that was taken away meanwhile looks like an empty one.
                if !text.is_empty() || self.get(key).is_ok_and(|text| text.is_some()) {
                    each(key, text);
                }
            });
        })
    }

    fn lengths(&self, each: &mut dyn FnMut(&str, usize)) -> Result<(), StoreError> {
        // The texts stay on the browser's side.
        self.batches(&mut |keys, texts| {
            let mut at = 0;
            together(keys, keys, &mut |key, _| {
                if let Some(text) = texts.get(at).dyn_ref::<js_sys::JsString>() {
                    let length = text.length() as usize;
                    // What another copy keeps is none of this one's, whatever it is called there.
                    let known = plain(key).unwrap_or_default();
                    each(known, units(key) - units(known) + length);
                }
                at += 1;
            });
        })
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.0.set_item(&own(key), value).map_err(|error| refusal(&error))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.0.remove_item(&own(key)).map_err(|error| refusal(&error))
    }

    fn rename(&self, from: &str, to: &str) -> Result<(), StoreError> {
        // The value stays on the browser's side: passing through Rust would mend broken characters.
        let value = js_sys::Reflect::get(&self.0, &own(from).into()).map_err(|error| refusal(&error))?;
        if value.is_string() {
            js_sys::Reflect::set(&self.0, &own(to).into(), &value).map_err(|error| refusal(&error))?;
            self.remove(from)?;
        }
        Ok(())
    }
}
