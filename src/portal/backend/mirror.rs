//! The mirror: a second copy in IndexedDB, which the browser writes to disk sooner than localStorage.
//!
//! A commit goes there first, in one transaction that also looks whether somebody else leads by now. The copy is
//! always whole: all of it is written in one transaction too, and what cannot be written any more is taken away.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::prelude::*;

use crate::portal::answers::{Known, Place};
use crate::store::codec::Mark;
use crate::store::entries::Write;
use crate::sync::second_copy::OLD;

use super::database::{Begun, Database, MirrorError, Store, open_database, outcome, range_of};
use super::health::SecondCopy;
use super::page::{field, within_awake};

const ENTRIES: &str = "entries";
const SLOTS: &str = "slots";
const ANSWERS: &str = "answers";
/// Milliseconds after which the mirror counts as out of order.
const PATIENCE: f64 = 5_000.0;
/// How many entries are written before the page gets its turn when all are.
const PORTION: usize = 500;

/// The second copy of one slot.
pub struct Mirror {
    database: Database,
    slot: String,
    state: RefCell<State>,
    /// Whether it is known to hold nothing.
    empty: Cell<bool>,
}

enum State {
    /// It has every commit.
    Whole,
    /// Everything is being written anew; the commits made meanwhile.
    Copying(Vec<Missed>),
    /// It could not be written and is no more, in the browser's own words.
    Broken(String),
}

/// A commit, and the answers kept with it.
type Missed = (Mark, Vec<Write>, Vec<Place>);

/// What a leader finds.
pub struct Found {
    /// The last commit that the copy has; the number 0 where there is no copy.
    pub mark: Mark,
    /// Under which epoch the caller leads.
    pub epoch: u64,
    /// The answers of the leaders before this one.
    pub answers: Vec<Place>,
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
            within_awake(PATIENCE, outcome(&request)).await.unwrap_or_else(late)?.unchecked_into();
        let closing = database.clone();
        let close = Closure::<dyn Fn()>::new(move || closing.close());
        database.on_version_change(close.as_ref().unchecked_ref());
        close.forget();
        Ok(Mirror {
            database,
            slot: slot.to_owned(),
            state: RefCell::new(State::Whole),
            empty: Cell::new(false),
        })
    }

    /// Whether it is a second copy at the moment.
    pub fn standing(&self) -> SecondCopy {
        match &*self.state.borrow() {
            State::Whole => SecondCopy::Whole,
            State::Copying(_) => SecondCopy::Making,
            State::Broken(why) => SecondCopy::Missing(why.clone()),
        }
    }

    /// Makes the caller the leader: from now on no leader before the one with `epoch`, or the one after the
    /// mirror's own, can write.
    ///
    /// # Errors
    /// [`MirrorError`].
    pub async fn lead(&self, epoch: u64) -> Result<Found, MirrorError> {
        within_awake(PATIENCE, async {
            let begun = self.begin()?;
            let (fence, mark) = self.look(&begun).await?;
            let epoch = epoch.max(fence + 1);
            self.stamp(&begun, epoch, mark)?;
            let answers = self.take_answers(&begun.store(ANSWERS)?, epoch).await?;
            begun.end().await?;
            Ok(Found { mark, epoch, answers })
        })
        .await
        .unwrap_or_else(late)
    }

    /// The answers of the leaders before this one; those of long ago are nobody's any more.
    async fn take_answers(&self, store: &Store, epoch: u64) -> Result<Vec<Place>, MirrorError> {
        let mut known = Vec::new();
        for (key, text) in self.pairs(store).await? {
            let (given, text) = text.split_once(' ').unwrap_or_default();
            let recent = given.parse::<u64>().is_ok_and(|given| given + OLD >= epoch);
            match serde_json::from_str::<Known>(text) {
                Ok(answer) if recent => known.push((key, answer)),
                // What cannot be read answers nothing.
                Ok(_) | Err(_) => {
                    store.delete(&self.key(&key).into())?;
                }
            }
        }
        Ok(known)
    }

    /// Every entry, inside the slot.
    ///
    /// # Errors
    /// [`MirrorError`].
    pub async fn read_all(&self) -> Result<BTreeMap<String, String>, MirrorError> {
        within_awake(PATIENCE, async {
            let begun = self.begin()?;
            self.pairs(&begun.store(ENTRIES)?).await
        })
        .await
        .unwrap_or_else(late)
    }

    async fn pairs(&self, store: &Store) -> Result<BTreeMap<String, String>, MirrorError> {
        let range = range_of(&self.slot)?;
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

    /// Writes a commit, whole or not at all, and with it answers: whether the second copy has it now.
    ///
    /// # Errors
    /// [`MirrorError::Fenced`]: it is not to be written anywhere.
    pub async fn commit(
        self: &Rc<Self>,
        mark: Mark,
        writes: &[Write],
        answers: &[Place],
    ) -> Result<bool, MirrorError> {
        if !matches!(*self.state.borrow(), State::Whole) {
            return Ok(false);
        }
        match within_awake(PATIENCE, self.write(mark, writes, answers)).await.unwrap_or_else(late) {
            Ok(()) => Ok(true),
            Err(MirrorError::Fenced) => Err(MirrorError::Fenced),
            Err(MirrorError::Broken(why)) => {
                self.give_up(mark.epoch, why);
                Ok(false)
            }
        }
    }

    /// Notes a commit that is kept elsewhere while everything is being written anew.
    pub fn missed(&self, mark: Mark, writes: &[Write], answers: &[Place]) {
        if let State::Copying(missed) = &mut *self.state.borrow_mut() {
            missed.push((mark, writes.to_vec(), answers.to_vec()));
        }
    }

    /// Whether it is known to hold nothing.
    pub fn is_empty(&self) -> bool {
        self.empty.get()
    }

    async fn write(&self, mark: Mark, writes: &[Write], answers: &[Place]) -> Result<(), MirrorError> {
        let begun = self.begin()?;
        self.pass(&begun, mark.epoch).await?;
        let store = begun.store(ENTRIES)?;
        for (inner, value) in writes {
            match value {
                Some(value) => store.put(value, &self.key(inner))?,
                None => store.delete(&self.key(inner).into())?,
            };
        }
        self.put_answers(&begun, mark, answers)?;
        self.stamp(&begun, mark.epoch, mark)?;
        begun.end().await
    }

    fn put_answers(&self, begun: &Begun, mark: Mark, answers: &[Place]) -> Result<(), JsValue> {
        let store = begun.store(ANSWERS)?;
        for (key, known) in answers {
            // Plain values cannot fail.
            let text = serde_json::to_string(known).unwrap_or_default();
            store.put(&format!("{} {text}", mark.epoch), &self.key(key))?;
        }
        Ok(())
    }

    /// Counts as being written anew from now on; [`Mirror::copy`] does it.
    pub fn hold(&self) {
        *self.state.borrow_mut() = State::Copying(Vec::new());
    }

    /// Writes everything anew, in portions that leave the page its frames, and then what was missed. The copy
    /// before stays until the new one is whole.
    pub async fn copy(self: Rc<Self>, mark: Mark, all: Vec<(String, String)>, answers: Vec<Place>) {
        let mut done = self.write_all(mark, &all, &answers).await;
        while done.is_ok() {
            let missed = match &mut *self.state.borrow_mut() {
                State::Copying(missed) if !missed.is_empty() => std::mem::take(missed),
                state => {
                    *state = State::Whole;
                    return;
                }
            };
            for (mark, writes, answers) in missed {
                if done.is_ok() {
                    done = self.write(mark, &writes, &answers).await;
                }
            }
        }
        match done {
            // A later leader writes its own.
            Ok(()) | Err(MirrorError::Fenced) => {}
            Err(MirrorError::Broken(why)) => self.give_up(mark.epoch, why),
        }
    }

    async fn write_all(
        &self,
        mark: Mark,
        all: &[(String, String)],
        answers: &[Place],
    ) -> Result<(), MirrorError> {
        self.empty.set(false);
        let begun = self.begin()?;
        self.pass(&begun, mark.epoch).await?;
        self.clear(&begun)?;
        let store = begun.store(ENTRIES)?;
        for portion in all.chunks(PORTION) {
            let mut last = None;
            for (inner, value) in portion {
                last = Some(store.put(value, &self.key(inner))?);
            }
            if let Some(last) = last {
                outcome(&last).await?;
            }
        }
        self.put_answers(&begun, mark, answers)?;
        self.stamp(&begun, mark.epoch, mark)?;
        begun.end().await
    }

    /// Does without a copy from now on. What is left of it would soon be wrong, so it is taken away.
    fn give_up(self: &Rc<Self>, epoch: u64, why: String) {
        leptos::logging::warn!("no second copy any more: {why}");
        *self.state.borrow_mut() = State::Broken(why);
        let left = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            if let Err(why) = left.wipe(epoch).await {
                leptos::logging::warn!("the second copy stays as it was: {why:?}");
            }
        });
    }

    /// Takes everything away.
    ///
    /// # Errors
    /// [`MirrorError`]: it may hold what it held.
    pub async fn wipe(&self, epoch: u64) -> Result<(), MirrorError> {
        within_awake(PATIENCE, async {
            let begun = self.begin()?;
            self.pass(&begun, epoch).await?;
            self.clear(&begun)?;
            self.stamp(&begun, epoch, Mark::default())?;
            begun.end().await?;
            self.empty.set(true);
            Ok(())
        })
        .await
        .unwrap_or_else(late)
    }

    /// Forgets the slot.
    ///
    /// # Errors
    /// [`MirrorError`].
    pub async fn forget(&self) -> Result<(), MirrorError> {
        let begun = self.begin()?;
        self.clear(&begun)?;
        begun.store(SLOTS)?.delete(&self.slot.as_str().into())?;
        begun.end().await
    }

    fn clear(&self, begun: &Begun) -> Result<(), JsValue> {
        begun.store(ENTRIES)?.delete(&range_of(&self.slot)?)?;
        begun.store(ANSWERS)?.delete(&range_of(&self.slot)?)?;
        Ok(())
    }

    /// Under whose lead the copy is, and its last commit.
    async fn look(&self, begun: &Begun) -> Result<(u64, Mark), MirrorError> {
        let text = outcome(&begun.store(SLOTS)?.get(&self.slot)?).await?.as_string().unwrap_or_default();
        let mut numbers = text.split(' ').map(|number| number.parse().unwrap_or_default());
        let (fence, seq) = (numbers.next().unwrap_or_default(), numbers.next().unwrap_or_default());
        // Older versions wrote no third number: the leader had made the last commit, or led since.
        Ok((fence, Mark { seq, epoch: numbers.next().unwrap_or(fence) }))
    }

    /// Lets nobody pass who led before the present leader.
    async fn pass(&self, begun: &Begun, epoch: u64) -> Result<(), MirrorError> {
        let (fence, _) = self.look(begun).await?;
        if fence > epoch { Err(MirrorError::Fenced) } else { Ok(()) }
    }

    fn stamp(&self, begun: &Begun, fence: u64, Mark { seq, epoch }: Mark) -> Result<(), JsValue> {
        begun.store(SLOTS)?.put(&format!("{fence} {seq} {epoch}"), &self.slot)?;
        Ok(())
    }

    fn begin(&self) -> Result<Begun, JsValue> {
        Begun::begin(&self.database, &[ENTRIES, SLOTS, ANSWERS])
    }

    fn key(&self, inner: &str) -> String {
        format!("{}/{inner}", self.slot)
    }
}

fn late<T>() -> Result<T, MirrorError> {
    Err(MirrorError::Broken("IndexedDB does not answer".to_owned()))
}
