//! The mirror: a second copy in IndexedDB, which the browser writes to disk sooner than localStorage.
//!
//! A commit goes there first, in one transaction that also looks whether somebody else leads by now.

use std::cell::RefCell;
use std::collections::BTreeMap;

use js_sys::{Array, Function, Object, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::portal::letters::Replied;
use crate::store::codec::Mark;
use crate::store::entries::Write;

use super::answers::{self, Question};
use super::page::{field, object, sleep, within, words};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = indexedDB, js_name = open, catch)]
    fn open_database(name: &str, version: u32) -> Result<Request, JsValue>;
    #[wasm_bindgen(js_namespace = IDBKeyRange, js_name = bound, catch)]
    fn key_range(from: &str, to: &str) -> Result<JsValue, JsValue>;

    type Request;
    #[wasm_bindgen(method, getter, catch)]
    fn result(this: &Request) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, getter)]
    fn error(this: &Request) -> JsValue;
    #[wasm_bindgen(method, setter, js_name = onsuccess)]
    fn on_success(this: &Request, call: &Function);
    #[wasm_bindgen(method, setter, js_name = onerror)]
    fn on_error(this: &Request, call: &Function);
    #[wasm_bindgen(method, setter, js_name = onblocked)]
    fn on_blocked(this: &Request, call: &Function);
    #[wasm_bindgen(method, setter, js_name = onupgradeneeded)]
    fn on_upgrade(this: &Request, call: &Function);

    #[derive(Clone)]
    type Database;
    #[wasm_bindgen(method, catch, js_name = createObjectStore)]
    fn create_store(this: &Database, name: &str) -> Result<Store, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn transaction(
        this: &Database,
        stores: &Array,
        mode: &str,
        options: &Object,
    ) -> Result<Transaction, JsValue>;
    #[wasm_bindgen(method)]
    fn close(this: &Database);
    #[wasm_bindgen(method, setter, js_name = onversionchange)]
    fn on_version_change(this: &Database, call: &Function);

    type Transaction;
    #[wasm_bindgen(method, catch, js_name = objectStore)]
    fn store(this: &Transaction, name: &str) -> Result<Store, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn commit(this: &Transaction) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch)]
    fn abort(this: &Transaction) -> Result<(), JsValue>;
    #[wasm_bindgen(method, getter)]
    fn error(this: &Transaction) -> JsValue;
    #[wasm_bindgen(method, setter, js_name = oncomplete)]
    fn on_complete(this: &Transaction, call: &Function);
    #[wasm_bindgen(method, setter, js_name = onabort)]
    fn on_abort(this: &Transaction, call: &Function);

    type Store;
    #[wasm_bindgen(method, catch)]
    fn get(this: &Store, key: &str) -> Result<Request, JsValue>;
    #[wasm_bindgen(method, catch, js_name = getAll)]
    fn get_all(this: &Store, range: &JsValue) -> Result<Request, JsValue>;
    #[wasm_bindgen(method, catch, js_name = getAllKeys)]
    fn get_all_keys(this: &Store, range: &JsValue) -> Result<Request, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn put(this: &Store, value: &str, key: &str) -> Result<Request, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn delete(this: &Store, key: &JsValue) -> Result<Request, JsValue>;
}

const ENTRIES: &str = "entries";
const SLOTS: &str = "slots";
const ANSWERS: &str = "answers";
/// Milliseconds after which the mirror counts as out of order.
const PATIENCE: f64 = 5_000.0;
/// How many leaders later an answer is forgotten.
const OLD: u64 = 3;
/// How many entries are written in one transaction when all are.
const PORTION: usize = 500;

/// Why something was not written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MirrorError {
    /// A later leader has begun.
    Fenced,
    /// The browser's own words.
    Broken(String),
}

impl From<JsValue> for MirrorError {
    fn from(error: JsValue) -> Self {
        MirrorError::Broken(words(&error))
    }
}

/// The second copy of one slot.
pub struct Mirror {
    database: Database,
    slot: String,
    /// While everything is being written: what has changed meanwhile.
    missed: RefCell<Option<Vec<Write>>>,
}

impl Mirror {
    /// # Errors
    /// The browser's own words where there is no IndexedDB.
    pub async fn open(slot: &str) -> Result<Mirror, MirrorError> {
        let request = open_database("iep", 1)?;
        let upgrade = Closure::once_into_js(|event: JsValue| {
            let database: Database = field(&field(&event, "target"), "result").unchecked_into();
            // What fails here fails the opening.
            let _ = database.create_store(ENTRIES);
            let _ = database.create_store(SLOTS);
            let _ = database.create_store(ANSWERS);
        });
        request.on_upgrade(upgrade.unchecked_ref());
        let database: Database =
            within(PATIENCE, outcome(&request)).await.unwrap_or_else(late)?.unchecked_into();
        let closing = database.clone();
        let close = Closure::<dyn Fn()>::new(move || closing.close());
        database.on_version_change(close.as_ref().unchecked_ref());
        close.forget();
        Ok(Mirror { database, slot: slot.to_owned(), missed: RefCell::default() })
    }

    /// Makes the caller the leader: the last commit that the mirror has, and from now on no leader
    /// before the one with `epoch` or the one after the mirror's own can write.
    ///
    /// # Errors
    /// [`MirrorError`].
    pub async fn lead(&self, epoch: u64) -> Result<(Mark, Vec<(Question, Replied)>), MirrorError> {
        within(PATIENCE, async {
            let transaction = self.begin("readwrite")?;
            let done = completion(&transaction);
            let slots = transaction.store(SLOTS)?;
            let found = read_mark(&outcome(&slots.get(&self.slot)?).await?);
            let epoch = epoch.max(found.epoch + 1);
            slots.put(&mark_text(Mark { seq: found.seq, epoch }), &self.slot)?;
            let answers = self.take_answers(&transaction.store(ANSWERS)?, epoch).await?;
            transaction.commit()?;
            JsFuture::from(done).await?;
            Ok((Mark { seq: found.seq, epoch }, answers))
        })
        .await
        .unwrap_or_else(late)
    }

    /// The answers of the leaders before this one; those of long ago are nobody's any more.
    async fn take_answers(&self, store: &Store, epoch: u64) -> Result<Vec<(Question, Replied)>, MirrorError> {
        let mut known = Vec::new();
        for (key, text) in self.pairs(store).await? {
            let Some((given, replied)) = text.split_once(' ') else { continue };
            if given.parse::<u64>().is_ok_and(|given| given + OLD >= epoch) {
                // What cannot be read answers nothing.
                known.extend(answers::parse(&key).zip(serde_json::from_str(replied).ok()));
            } else {
                store.delete(&format!("{}/{key}", self.slot).into())?;
            }
        }
        Ok(known)
    }

    /// Every entry, inside the slot.
    ///
    /// # Errors
    /// [`MirrorError`].
    pub async fn read_all(&self) -> Result<BTreeMap<String, String>, MirrorError> {
        let transaction = self.begin("readonly")?;
        self.pairs(&transaction.store(ENTRIES)?).await
    }

    async fn pairs(&self, store: &Store) -> Result<BTreeMap<String, String>, MirrorError> {
        let range = self.range()?;
        let (keys, values) = (store.get_all_keys(&range)?, store.get_all(&range)?);
        // In the order in which they were asked; the first answer is there when the second is.
        let values = Array::from(&outcome(&values).await?);
        let keys = Array::from(&keys.result()?);
        let cut = self.slot.len() + 1;
        let pairs = keys.iter().zip(values.iter());
        let pairs = pairs
            .filter_map(|(key, value)| Some((key.as_string()?.get(cut..)?.to_owned(), value.as_string()?)));
        // Collecting would sort first, in several kilobytes of wasm.
        let mut all = BTreeMap::new();
        all.extend(pairs);
        Ok(all)
    }

    /// Writes a commit, whole or not at all, and with it the answer that belongs to it.
    ///
    /// # Errors
    /// [`MirrorError`]: nothing is written.
    pub async fn commit(
        &self,
        mark: Mark,
        writes: &[Write],
        answer: Option<(&Question, &Replied)>,
    ) -> Result<(), MirrorError> {
        if let Some(missed) = &mut *self.missed.borrow_mut() {
            missed.extend(writes.iter().cloned());
            return Ok(());
        }
        within(PATIENCE, self.write(mark, writes, answer)).await.unwrap_or_else(late)
    }

    async fn write(
        &self,
        mark: Mark,
        writes: &[Write],
        answer: Option<(&Question, &Replied)>,
    ) -> Result<(), MirrorError> {
        let transaction = self.begin("readwrite")?;
        let done = completion(&transaction);
        let slots = transaction.store(SLOTS)?;
        let found = read_mark(&outcome(&slots.get(&self.slot)?).await?);
        if found.epoch > mark.epoch {
            transaction.abort()?;
            // The refusal of a transaction that was given up on purpose.
            let _ = JsFuture::from(done).await;
            return Err(MirrorError::Fenced);
        }
        let store = transaction.store(ENTRIES)?;
        for (inner, value) in writes {
            let key = format!("{}/{inner}", self.slot);
            match value {
                Some(value) => store.put(value, &key)?,
                None => store.delete(&key.into())?,
            };
        }
        slots.put(&mark_text(mark), &self.slot)?;
        if let Some((question, replied)) = answer {
            let store = transaction.store(ANSWERS)?;
            let key = |question: &Question| format!("{}/{}", self.slot, answers::key(question));
            if let Some(old) = question.1.checked_sub(answers::KEPT) {
                store.delete(&key(&(question.0.clone(), old)).into())?;
            }
            // Plain values cannot fail.
            let replied = serde_json::to_string(replied).unwrap_or_default();
            store.put(&format!("{} {replied}", mark.epoch), &key(question))?;
        }
        transaction.commit()?;
        JsFuture::from(done).await?;
        Ok(())
    }

    /// Writes everything anew, in portions that leave the page its frames. Until the end the mirror
    /// counts as empty.
    ///
    /// # Errors
    /// [`MirrorError`]: the mirror counts as empty.
    pub async fn write_all(&self, mark: Mark, all: Vec<(String, String)>) -> Result<(), MirrorError> {
        *self.missed.borrow_mut() = Some(Vec::new());
        let written = self.write_portions(mark, all).await;
        let missed = self.missed.borrow_mut().take().unwrap_or_default();
        written?;
        let last = missed.iter().rev().find_map(|(key, value)| {
            crate::store::codec::head(value.as_ref().filter(|_| key == "head")?).ok()
        });
        self.write(last.map_or(mark, |(_, mark)| mark), &missed, None).await
    }

    async fn write_portions(&self, mark: Mark, all: Vec<(String, String)>) -> Result<(), MirrorError> {
        let transaction = self.begin("readwrite")?;
        let done = completion(&transaction);
        transaction.store(ENTRIES)?.delete(&self.range()?)?;
        transaction.store(SLOTS)?.put(&mark_text(Mark { seq: 0, epoch: mark.epoch }), &self.slot)?;
        transaction.commit()?;
        JsFuture::from(done).await?;
        for portion in all.chunks(PORTION) {
            let writes: Vec<Write> =
                portion.iter().map(|(key, value)| (key.clone(), Some(value.clone()))).collect();
            self.write(Mark { seq: 0, epoch: mark.epoch }, &writes, None).await?;
            sleep(0.0).await;
        }
        Ok(())
    }

    /// Forgets a slot.
    ///
    /// # Errors
    /// [`MirrorError`].
    pub async fn forget(&self, slot: &str) -> Result<(), MirrorError> {
        let transaction = self.begin("readwrite")?;
        let done = completion(&transaction);
        transaction.store(ENTRIES)?.delete(&range_of(slot)?)?;
        transaction.store(ANSWERS)?.delete(&range_of(slot)?)?;
        transaction.store(SLOTS)?.delete(&slot.into())?;
        transaction.commit()?;
        JsFuture::from(done).await?;
        Ok(())
    }

    fn begin(&self, mode: &str) -> Result<Transaction, JsValue> {
        let stores = Array::of3(&ENTRIES.into(), &SLOTS.into(), &ANSWERS.into());
        // Handing over to the system is enough to outlive the browser; waiting for the disk is slow.
        let options = object(&[("durability", &"relaxed".into())]);
        self.database.transaction(&stores, mode, &options)
    }

    fn range(&self) -> Result<JsValue, JsValue> {
        range_of(&self.slot)
    }
}

/// All keys that begin with the slot's name and a slash.
fn range_of(slot: &str) -> Result<JsValue, JsValue> {
    key_range(&format!("{slot}/"), &format!("{slot}/\u{ffff}"))
}

fn mark_text(mark: Mark) -> String {
    format!("{} {}", mark.epoch, mark.seq)
}

fn read_mark(value: &JsValue) -> Mark {
    let text = value.as_string().unwrap_or_default();
    let (epoch, seq) = text.split_once(' ').unwrap_or_default();
    Mark { seq: seq.parse().unwrap_or_default(), epoch: epoch.parse().unwrap_or_default() }
}

fn late<T>() -> Result<T, MirrorError> {
    Err(MirrorError::Broken("IndexedDB does not answer".to_owned()))
}

/// What a request comes to.
async fn outcome(request: &Request) -> Result<JsValue, MirrorError> {
    let promise = Promise::new(&mut |resolve, reject| {
        request.on_success(&resolve);
        request.on_error(&reject);
        request.on_blocked(&reject);
    });
    match JsFuture::from(promise).await {
        Ok(_) => Ok(request.result()?),
        Err(_) => Err(request.error().into()),
    }
}

/// The end of a transaction; to be asked for at once, so that it is not missed.
fn completion(transaction: &Transaction) -> Promise {
    Promise::new(&mut |resolve, reject| {
        transaction.on_complete(&resolve);
        transaction.on_abort(&reject);
    })
}
