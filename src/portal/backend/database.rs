//! The database: IndexedDB as the second copy needs it.

use js_sys::{Array, Function, Object, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::page::{object, words};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = indexedDB, js_name = open, catch)]
    pub fn open_database(name: &str, version: u32) -> Result<DatabaseRequest, JsValue>;
    #[wasm_bindgen(js_namespace = IDBKeyRange, js_name = bound, catch)]
    pub fn key_range(from: &str, to: &str) -> Result<JsValue, JsValue>;

    pub type DatabaseRequest;
    #[wasm_bindgen(method, getter, catch)]
    pub fn result(this: &DatabaseRequest) -> Result<JsValue, JsValue>;
    /// Throws while the request is open, as it still is when the opening is blocked.
    #[wasm_bindgen(method, getter, catch)]
    pub fn error(this: &DatabaseRequest) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, setter, js_name = onsuccess)]
    pub fn on_success(this: &DatabaseRequest, call: &Function);
    #[wasm_bindgen(method, setter, js_name = onerror)]
    pub fn on_error(this: &DatabaseRequest, call: &Function);
    #[wasm_bindgen(method, setter, js_name = onblocked)]
    pub fn on_blocked(this: &DatabaseRequest, call: &Function);
    #[wasm_bindgen(method, setter, js_name = onupgradeneeded)]
    pub fn on_upgrade(this: &DatabaseRequest, call: &Function);

    #[derive(Clone)]
    pub type Database;
    #[wasm_bindgen(method, catch, js_name = createObjectStore)]
    pub fn create_store(this: &Database, name: &str) -> Result<Store, JsValue>;
    #[wasm_bindgen(method, catch)]
    pub fn transaction(
        this: &Database,
        stores: &Array,
        mode: &str,
        options: &Object,
    ) -> Result<Transaction, JsValue>;
    #[wasm_bindgen(method)]
    pub fn close(this: &Database);
    #[wasm_bindgen(method, setter, js_name = onversionchange)]
    pub fn on_version_change(this: &Database, call: &Function);

    pub type Transaction;
    #[wasm_bindgen(method, catch, js_name = objectStore)]
    pub fn store(this: &Transaction, name: &str) -> Result<Store, JsValue>;
    #[wasm_bindgen(method, catch)]
    pub fn commit(this: &Transaction) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch)]
    pub fn abort(this: &Transaction) -> Result<(), JsValue>;
    #[wasm_bindgen(method, setter, js_name = oncomplete)]
    pub fn on_complete(this: &Transaction, call: &Function);
    #[wasm_bindgen(method, setter, js_name = onabort)]
    pub fn on_abort(this: &Transaction, call: &Function);

    pub type Store;
    #[wasm_bindgen(method, catch)]
    pub fn get(this: &Store, key: &str) -> Result<DatabaseRequest, JsValue>;
    #[wasm_bindgen(method, catch, js_name = getAll)]
    pub fn get_all(this: &Store, range: &JsValue) -> Result<DatabaseRequest, JsValue>;
    #[wasm_bindgen(method, catch, js_name = getAllKeys)]
    pub fn get_all_keys(this: &Store, range: &JsValue) -> Result<DatabaseRequest, JsValue>;
    #[wasm_bindgen(method, catch)]
    pub fn put(this: &Store, value: &str, key: &str) -> Result<DatabaseRequest, JsValue>;
    #[wasm_bindgen(method, catch)]
    pub fn delete(this: &Store, key: &JsValue) -> Result<DatabaseRequest, JsValue>;
}

/// Why something was not written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CopyError {
    /// A later leader has begun.
    Fenced,
    /// The browser's own words.
    Broken(String),
}

impl From<JsValue> for CopyError {
    fn from(error: JsValue) -> Self {
        CopyError::Broken(words(&error))
    }
}

/// A transaction; unless it is brought to its end, nothing of it is done.
pub struct OpenTransaction {
    transaction: Transaction,
    ended: JsFuture,
}

impl OpenTransaction {
    /// # Errors
    /// The browser's own words.
    pub fn begin(database: &Database, stores: &[&str]) -> Result<OpenTransaction, JsValue> {
        let names = Array::new();
        for name in stores {
            names.push(&JsValue::from_str(name));
        }
        // Handing over to the system is enough to outlive the browser; waiting for the disk is slow.
        let options = object(&[("durability", &"relaxed".into())]);
        let transaction = database.transaction(&names, "readwrite", &options)?;
        let ended = Promise::new(&mut |resolve, reject| {
            transaction.on_complete(&resolve);
            transaction.on_abort(&reject);
        });
        Ok(OpenTransaction { transaction, ended: ended.into() })
    }

    /// # Errors
    /// The browser's own words.
    pub fn store(&self, name: &str) -> Result<Store, JsValue> {
        self.transaction.store(name)
    }

    /// Brings it to its end.
    ///
    /// # Errors
    /// [`CopyError::Broken`]: nothing of it is done.
    pub async fn end(mut self) -> Result<(), CopyError> {
        self.transaction.commit()?;
        (&mut self.ended).await?;
        Ok(())
    }
}

impl Drop for OpenTransaction {
    fn drop(&mut self) {
        // One that has ended cannot be taken back any more.
        let _ = self.transaction.abort();
    }
}

/// All keys that begin with the slot's name and a slash.
///
/// # Errors
/// The browser's own words.
pub fn range_of(slot: &str) -> Result<JsValue, JsValue> {
    key_range(&format!("{slot}/"), &format!("{slot}/\u{ffff}"))
}

/// What a request comes to.
///
/// # Errors
/// [`CopyError::Broken`].
pub async fn outcome(request: &DatabaseRequest) -> Result<JsValue, CopyError> {
    let promise = Promise::new(&mut |resolve, reject| {
        request.on_success(&resolve);
        request.on_error(&reject);
        request.on_blocked(&reject);
    });
    match JsFuture::from(promise).await {
        Ok(_) => Ok(request.result()?),
        Err(_) => Err(request.error()?.into()),
    }
}
