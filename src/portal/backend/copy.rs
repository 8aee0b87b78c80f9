//! The second copy as IndexedDB keeps it, which the browser writes to disk sooner than localStorage: what the protocol
//! asks for, each in one transaction that also looks whether somebody else leads by now.

use std::cell::RefCell;
use std::collections::BTreeMap;

use js_sys::Array;
use wasm_bindgen::prelude::*;

use crate::store::browser::area::own;
use crate::store::codec::Mark;
use crate::store::entries::Write;
use crate::sync::dedup::{Given, KeptAnswer, Known};
use crate::sync::second_copy::{CopyOutcome, Fenced, OLD, Op, PATIENCE};

use super::database::{CopyError, Database, OpenTransaction, open_database, outcome, range_of};
use super::page::{Promised, field, unless, within_awake};

const ENTRIES: &str = "entries";
const SLOTS: &str = "slots";
const ANSWERS: &str = "answers";
/// Among the answers, before the key of each: the number of the commit that it came with. It is an entry of its own, since
/// versions that know of none can read the answer then, and take what they cannot read away.
const COMMIT: &str = "commit/";
/// How many entries are written before the page gets its turn when all are.
const PORTION: usize = 500;

/// The second copy of a slot.
pub struct CopyStore {
    slot: String,
    database: RefCell<Option<Database>>,
    /// What is under way, by its number, with what gives it up.
    under_way: RefCell<BTreeMap<u64, Promised<()>>>,
}

impl CopyStore {
    /// The copy of this slot, which is opened when something is done with it.
    pub fn new(slot: &str) -> CopyStore {
        CopyStore { slot: slot.to_owned(), database: RefCell::default(), under_way: RefCell::default() }
    }

    /// Carries an operation out, whole or not at all, unless it is given up before.
    pub async fn carry_out(&self, no: u64, op: Op) -> CopyOutcome {
        let given_up = Promised::default();
        self.under_way.borrow_mut().insert(no, given_up.clone());
        let done = unless(given_up.get(), self.does(op)).await;
        self.under_way.borrow_mut().remove(&no);
        match done {
            Some(Ok(outcome)) => outcome,
            Some(Err(CopyError::Fenced)) => CopyOutcome::Fenced,
            Some(Err(CopyError::Broken(why))) => {
                // The next operation opens it anew.
                if let Some(database) = self.database.take() {
                    database.close();
                }
                CopyOutcome::Failed(why)
            }
            None => CopyOutcome::Failed(String::new()),
        }
    }

    /// Gives an operation up; it may have been done all the same.
    pub fn give_up(&self, no: u64) {
        let given_up = self.under_way.borrow_mut().remove(&no);
        if let Some(given_up) = given_up {
            given_up.give(());
        }
    }

    async fn does(&self, op: Op) -> Result<CopyOutcome, CopyError> {
        let database = self.open().await?;
        let begun = OpenTransaction::begin(&database, &[ENTRIES, SLOTS, ANSWERS])?;
        let step = InSlot { begun: &begun, slot: &self.slot };
        let outcome = match op {
            Op::Lead(epoch) => CopyOutcome::Led(step.lead(epoch).await?),
            Op::Read => CopyOutcome::Entries(step.pairs(ENTRIES).await?),
            Op::Commit(mark, writes, answers) => {
                step.pass(mark.epoch).await?;
                step.write(&writes)?;
                step.put_answers(mark, &answers)?;
                step.stamp(mark.epoch, mark)?;
                CopyOutcome::Done
            }
            Op::Rewrite(mark, all, answers) => {
                step.pass(mark.epoch).await?;
                step.clear()?;
                step.write_all(&all).await?;
                step.put_answers(mark, &answers)?;
                step.stamp(mark.epoch, mark)?;
                CopyOutcome::Done
            }
            Op::Wipe(mark, answers) => {
                step.pass(mark.epoch).await?;
                step.clear()?;
                step.put_answers(mark, &answers)?;
                step.stamp(mark.epoch, Mark::default())?;
                CopyOutcome::Done
            }
            Op::Forget(slot) => {
                InSlot { begun: &begun, slot: &slot }.forget()?;
                CopyOutcome::Done
            }
        };
        begun.end().await?;
        Ok(outcome)
    }

    /// Opens the database, unless that is done.
    ///
    /// # Errors
    /// The browser's own words where there is no IndexedDB.
    async fn open(&self) -> Result<Database, CopyError> {
        let known = self.database.borrow().clone();
        if let Some(database) = known {
            return Ok(database);
        }
        let database = open().await?;
        *self.database.borrow_mut() = Some(database.clone());
        Ok(database)
    }
}

async fn open() -> Result<Database, CopyError> {
    let request = open_database(&own("iep"), 1)?;
    let upgrade = Closure::once_into_js(|event: JsValue| {
        let database: Database = field(&field(&event, "target"), "result").unchecked_into();
        // What fails here fails the opening.
        let _ = database.create_store(ENTRIES);
        let _ = database.create_store(SLOTS);
        let _ = database.create_store(ANSWERS);
    });
    request.on_upgrade(upgrade.unchecked_ref());
    let database: Database = outcome(&request).await?.unchecked_into();
    let closing = database.clone();
    let close = Closure::<dyn Fn()>::new(move || closing.close());
    database.on_version_change(close.as_ref().unchecked_ref());
    close.forget();
    Ok(database)
}

/// Forgets the copy of a slot that was thrown away. Without IndexedDB there is none.
///
/// # Errors
/// [`CopyError`]: it may still be there.
pub async fn forget(slot: &str) -> Result<(), CopyError> {
    let forgotten = within_awake(PATIENCE, async {
        let Ok(database) = open().await else { return Ok(()) };
        let begun = OpenTransaction::begin(&database, &[ENTRIES, SLOTS, ANSWERS])?;
        InSlot { begun: &begun, slot }.forget()?;
        let ended = begun.end().await;
        database.close();
        ended
    });
    forgotten.await.unwrap_or_else(|| Err(CopyError::Broken("IndexedDB does not answer".to_owned())))
}

/// Where the number of an answer's commit stands.
fn commit_key(key: &str) -> String {
    [COMMIT, key].concat()
}

/// One transaction about one slot.
struct InSlot<'a> {
    begun: &'a OpenTransaction,
    slot: &'a str,
}

impl InSlot<'_> {
    async fn lead(&self, epoch: u64) -> Result<Fenced, CopyError> {
        let (fence, mark) = self.look().await?;
        let epoch = epoch.max(fence + 1);
        self.stamp(epoch, mark)?;
        Ok(Fenced { mark, epoch, answers: self.take_answers(epoch).await? })
    }

    /// The answers of the leaders before this one; those of long ago are nobody's any more.
    async fn take_answers(&self, epoch: u64) -> Result<Vec<Given>, CopyError> {
        let store = self.begun.store(ANSWERS)?;
        let all = self.pairs(ANSWERS).await?;
        let mut known = Vec::new();
        for (key, text) in all.iter().filter(|(key, _)| !key.starts_with(COMMIT)) {
            let (epoch_given, text) = text.split_once(' ').unwrap_or_default();
            let epoch_given = epoch_given.parse().unwrap_or_default();
            // Older versions wrote no number: the answer is believed whatever its commit was.
            let seq = all.get(&commit_key(key)).and_then(|seq| seq.parse().ok()).unwrap_or_default();
            match serde_json::from_str::<Known>(text) {
                Ok(answer) if epoch_given + OLD >= epoch => {
                    known.push((Mark { seq, epoch: epoch_given }, (key.clone(), answer)));
                }
                // What cannot be read answers nothing.
                Ok(_) | Err(_) => {
                    store.delete(&self.key(key).into())?;
                    store.delete(&self.key(&commit_key(key)).into())?;
                }
            }
        }
        Ok(known)
    }

    async fn pairs(&self, store: &str) -> Result<BTreeMap<String, String>, CopyError> {
        let (store, range) = (self.begun.store(store)?, range_of(self.slot)?);
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

    fn write(&self, writes: &[Write]) -> Result<(), JsValue> {
        let store = self.begun.store(ENTRIES)?;
        for (inner, value) in writes {
            match value {
                Some(value) => store.put(value, &self.key(inner))?,
                None => store.delete(&self.key(inner).into())?,
            };
        }
        Ok(())
    }

    /// Writes in portions that leave the page its frames.
    async fn write_all(&self, all: &[(String, String)]) -> Result<(), CopyError> {
        let store = self.begun.store(ENTRIES)?;
        for portion in all.chunks(PORTION) {
            let mut last = None;
            for (inner, value) in portion {
                last = Some(store.put(value, &self.key(inner))?);
            }
            if let Some(last) = last {
                outcome(&last).await?;
            }
        }
        Ok(())
    }

    fn put_answers(&self, Mark { seq, epoch }: Mark, answers: &[KeptAnswer]) -> Result<(), JsValue> {
        let store = self.begun.store(ANSWERS)?;
        for (key, known) in answers {
            // Plain values cannot fail.
            let text = serde_json::to_string(known).unwrap_or_default();
            store.put(&format!("{epoch} {text}"), &self.key(key))?;
            store.put(&seq.to_string(), &self.key(&commit_key(key)))?;
        }
        Ok(())
    }

    fn forget(&self) -> Result<(), JsValue> {
        self.clear()?;
        self.begun.store(SLOTS)?.delete(&self.slot.into())?;
        Ok(())
    }

    fn clear(&self) -> Result<(), JsValue> {
        let range = range_of(self.slot)?;
        self.begun.store(ENTRIES)?.delete(&range)?;
        self.begun.store(ANSWERS)?.delete(&range)?;
        Ok(())
    }

    /// Under whose lead the copy is, and its last commit.
    async fn look(&self) -> Result<(u64, Mark), CopyError> {
        let text = outcome(&self.begun.store(SLOTS)?.get(self.slot)?).await?.as_string().unwrap_or_default();
        let mut numbers = text.split(' ').map(|number| number.parse().unwrap_or_default());
        let (fence, seq) = (numbers.next().unwrap_or_default(), numbers.next().unwrap_or_default());
        // Older versions wrote no third number: the leader had made the last commit, or led since.
        Ok((fence, Mark { seq, epoch: numbers.next().unwrap_or(fence) }))
    }

    /// Lets nobody pass who led before the present leader.
    async fn pass(&self, epoch: u64) -> Result<(), CopyError> {
        let (fence, _) = self.look().await?;
        if fence > epoch { Err(CopyError::Fenced) } else { Ok(()) }
    }

    fn stamp(&self, fence: u64, Mark { seq, epoch }: Mark) -> Result<(), JsValue> {
        self.begun.store(SLOTS)?.put(&format!("{fence} {seq} {epoch}"), self.slot)?;
        Ok(())
    }

    fn key(&self, inner: &str) -> String {
        format!("{}/{inner}", self.slot)
    }
}
