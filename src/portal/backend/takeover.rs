//! The takeover: how a tab that is to lead finds the newest state there is, in localStorage, in the second copy or in
//! what it shows, and puts it in order.

use std::rc::Rc;

use crate::service::workspace::Workspace;
use crate::store::browser::BrowserStorage;
use crate::store::codec::{self, Mark};
use crate::store::entries::{self, Entry};
use crate::store::ledger::{self, Ledger};
use crate::store::load::{Found, Kept, load};
use crate::store::memory::MemoryStore;
use crate::store::{Storage, StoreError, aside, slots};
use crate::sync::recovery::{self, Consult, Source, Verdict};
use crate::sync::second_copy;

use super::database::MirrorError;
use super::keeper::{Keeper, Place};
use super::mirror::{self, Mirror};
use super::tabs::Tabs;

/// Why a tab does not lead.
pub enum NotLed {
    /// Nothing can be kept.
    Store(StoreError),
    /// The lead was taken from it meanwhile.
    Lost,
}

impl From<StoreError> for NotLed {
    fn from(error: StoreError) -> Self {
        NotLed::Store(error)
    }
}

/// What the second copy holds.
enum Copied {
    /// A workspace.
    Workspace(Recovered),
    /// What a newer version has written.
    Newer,
    /// Nothing that can be read.
    Nothing,
}

/// A workspace that was read from the second copy.
struct Recovered {
    kept: Box<Kept>,
    title: String,
    /// The texts that could not be read, under the keys that they would have in localStorage, but for those that
    /// localStorage has of the same commit.
    broken: Vec<(String, String)>,
    /// Whether something in it comes from localStorage.
    patched: bool,
}

impl Keeper {
    /// Takes over the slot, with whatever another tab or another day has left in it, for a tab that claimed it in
    /// `term`. The workspace, if it is not the one shown.
    ///
    /// # Errors
    /// [`NotLed`].
    pub async fn lead(&self, shown: &Workspace, tabs: &Tabs, term: u64) -> Result<Option<Workspace>, NotLed> {
        let Some(storage) = self.storage() else { return Ok(None) };
        let slot = self.slot();
        let replica = self.mark();
        let before = self.take_found(&storage)?;
        let known = before.as_ref().map_or(replica, |kept| kept.ledger.mark());
        let written = head_mark(&storage, &slot)?.unwrap_or_default();
        let highest = known.epoch.max(replica.epoch).max(written.epoch).max(tabs.epoch.get());
        let (mirror, found) = open(&slot, highest + 1).await;
        if !tabs.holds(term).await {
            return Err(NotLed::Lost);
        }
        self.answers.learn(found.answers);
        let is_gone = second_copy::is_gone(&storage, &slot)?;
        let (copy, epoch) = (if is_gone { Mark::default() } else { found.mark }, found.epoch);
        let mut kept = match before {
            Some(kept) => Some(kept),
            None if self.is_current(&storage, replica)? => None,
            None => match load(&storage, &slot)? {
                Found::Kept(kept) => Some(kept),
                Found::Nothing => None,
                Found::Newer(_) => {
                    self.outdate();
                    return Ok(None);
                }
            },
        };
        let (mut spoilt, mut older) = (false, false);
        if let Some(kept) = &mut kept {
            spoilt = !kept.broken.is_empty();
            older = kept.is_older();
            if let Err(why) = kept.repair(&storage) {
                if !kept.broken.is_empty() {
                    // What cannot be set aside must not be written over.
                    return Err(why.into());
                }
                leptos::logging::warn!("not all is put in order: {why:?}");
            }
        }
        let local = match &kept {
            Some(kept) => recovery::Local::Kept { mark: kept.ledger.mark(), spoilt, older },
            None if self.is_current(&storage, replica)? => recovery::Local::Shown,
            None => recovery::Local::Nothing,
        };
        let lagged = second_copy::noted(&storage, &slot)?.is_some();
        let found = recovery::Found { local, shown: replica, copy, lagged };
        let consult = found.consult();
        let copied = match &mirror {
            Ok(mirror) if consult != Consult::No => {
                recover(mirror, &slot, &storage, consult == Consult::Newer).await
            }
            Ok(_) | Err(_) => Copied::Nothing,
        };
        let (read, recovered) = match copied {
            Copied::Newer => (recovery::Copied::Newer, None),
            Copied::Nothing => (recovery::Copied::Nothing, None),
            Copied::Workspace(read) => {
                let (spoilt, older) = (!read.broken.is_empty(), read.kept.is_older());
                (recovery::Copied::Kept { spoilt, older }, Some(read))
            }
        };
        let Verdict::Keep { source, mark: chosen, shows, writes, renews } = found.decide(read) else {
            self.outdate();
            return Ok(None);
        };
        let recovered = recovered.filter(|_| source == Source::Copy);
        if let (Some(Recovered { kept, title, patched: true, .. }), Ok(mirror)) = (&recovered, &mirror) {
            // What was patched in is nowhere else, and localStorage is about to be written anew.
            let mark = Mark { seq: copy.seq, epoch };
            let all = entries::of_workspace(&kept.workspace, title, mark).collect();
            mirror.clone().copy(mark, all, self.answers.all()).await;
        }
        if self.is_gone() {
            // Thrown away while it was being read.
            return Ok(None);
        }
        if consult != Consult::No && !tabs.holds(term).await {
            return Err(NotLed::Lost);
        }
        // From here on nothing is waited for until all is written.
        if !tabs.is_term(term) {
            return Err(NotLed::Lost);
        }
        let mut left = None;
        let mut title = slots::origin(&storage, &slot)?.title;
        let workspace = match (source, recovered, kept) {
            (Source::Copy, Some(recovered), _) => {
                aside::keep(&storage, &recovered.broken)?;
                title = recovered.title;
                Some(recovered.kept.workspace)
            }
            (Source::Local, _, Some(kept)) => {
                left = Some(kept.ledger);
                Some(kept.workspace).filter(|_| shows)
            }
            // What is shown is the newest there is, or all there is.
            (Source::Copy | Source::Local | Source::Shown, _, _) => None,
        };
        let mark = Mark { seq: chosen.seq, epoch };
        let newest = workspace.as_ref().unwrap_or(shown);
        // A copy that lags may tell of jobs that were deleted meanwhile.
        self.answers.learn(self.answers.without(|job| newest.record(job).is_none()));
        let ledger = match (writes, left) {
            (true, _) => Ledger::create(&storage, &slot, newest, &title, mark)?,
            (false, Some(mut ledger)) => {
                ledger.follow(mark);
                ledger
            }
            (false, None) => Ledger::new(&slot, mark, Vec::new()),
        };
        if let Err(why) = ledger.touch(&storage, newest.head()) {
            leptos::logging::warn!("the head is not written anew: {why:?}");
        }
        self.clear_beside(&storage)?;
        *self.place.borrow_mut() = Place::Slot { storage, ledger, found: None };
        *self.mirror.borrow_mut() = Some(mirror.clone());
        if renews {
            self.copy_all(newest).await;
        } else if let Ok(mirror) = mirror {
            // So that the next leader sees that the copy is of the same commit.
            let head = (Entry::Head.key(), Some(codec::head_text(newest.head(), mark)));
            let _ = mirror.commit(mark, &[head], &[]).await;
        }
        Ok(workspace)
    }

    /// Takes a new beginning away that a leader before this one has left on its way and nobody comes back for.
    fn clear_beside(&self, storage: &BrowserStorage) -> Result<(), StoreError> {
        let beside = self.beside();
        let left = slots::is_begun(storage, &beside)? && !self.answers.has_begun();
        if left && !ledger::is_promised(storage, &self.slot(), &beside)? {
            ledger::clear(storage, &beside)?;
        }
        Ok(())
    }

    /// What was read when the page was opened, if nothing has been written since; what was broken then is read anew,
    /// since another tab may have put it in order.
    fn take_found(&self, storage: &BrowserStorage) -> Result<Option<Box<Kept>>, StoreError> {
        let found = match &mut *self.place.borrow_mut() {
            Place::Slot { found, .. } => found.take(),
            Place::Memory(_) | Place::Outdated => None,
        };
        let Some(found) = found else { return Ok(None) };
        if found.broken.is_empty() {
            let as_it_was = self.is_current(storage, found.ledger.mark())?;
            return Ok(Some(found).filter(|_| as_it_was));
        }
        match load(storage, &self.slot())? {
            Found::Kept(kept) => Ok(Some(kept)),
            // Whoever goes on with nothing looks again, and meets it there.
            Found::Nothing | Found::Newer(_) => Ok(None),
        }
    }

    /// Whether localStorage is at this commit.
    fn is_current(&self, storage: &BrowserStorage, mark: Mark) -> Result<bool, StoreError> {
        let wal = [entries::prefix(&self.slot()), Entry::Wal.key()].concat();
        let idle = storage.get(&wal)?.unwrap_or_default().trim_end().is_empty();
        Ok(idle && head_mark(storage, &self.slot())? == Some(mark))
    }
}

/// The commit that the head in localStorage belongs to, if it can be read.
fn head_mark(storage: &BrowserStorage, slot: &str) -> Result<Option<Mark>, StoreError> {
    let head = storage.get(&[entries::prefix(slot), Entry::Head.key()].concat())?;
    Ok(head.and_then(|text| codec::head(&text).ok()).map(|(_, mark)| mark))
}

/// The second copy under a new leader, or why there is none, and what was found in it.
async fn open(slot: &str, epoch: u64) -> (Result<Rc<Mirror>, String>, mirror::Found) {
    let led = match Mirror::open(slot).await {
        Ok(mirror) => mirror.lead(epoch).await.map(|found| (Rc::new(mirror), found)),
        Err(why) => Err(why),
    };
    match led {
        Ok((mirror, found)) => (Ok(mirror), found),
        Err(why) => {
            let why = match why {
                MirrorError::Broken(why) => why,
                // Nobody is kept from becoming the leader.
                MirrorError::Fenced => String::new(),
            };
            (Err(why), mirror::Found { mark: Mark::default(), epoch, answers: Vec::new() })
        }
    }
}

/// The workspace in the second copy; what of it cannot be read is taken from localStorage, if it can be read there. What
/// is `newer` in the copy may be more than what localStorage has, so it stays among what could not be read.
async fn recover(mirror: &Mirror, slot: &str, storage: &BrowserStorage, newer: bool) -> Copied {
    let Ok(all) = mirror.read_all().await else { return Copied::Nothing };
    let title = all.get(&Entry::Origin.key()).and_then(|text| codec::origin(text).ok());
    let prefix = entries::prefix(slot);
    let whole = |(inner, value): (String, String)| ([&prefix, inner.as_str()].concat(), value);
    let store = MemoryStore::with(all.into_iter().map(whole));
    match load(&store, slot) {
        Ok(Found::Kept(mut kept)) => {
            let unreadable = kept.broken.clone();
            if unreadable.len() == store.entries().len() {
                return Copied::Nothing;
            }
            let mut patched = false;
            if !kept.broken.is_empty() {
                let both = MemoryStore::with(store.entries());
                for broken in &kept.broken {
                    if let Ok(Some(text)) = storage.get(&broken.key) {
                        // A store in memory has room for everything.
                        let _ = both.set(&broken.key, &text);
                    }
                }
                if let Ok(Found::Kept(better)) = load(&both, slot)
                    && better.broken.len() < kept.broken.len()
                {
                    kept = better;
                    patched = true;
                }
            }
            let raw = |key: &String| store.get(key).ok().flatten().unwrap_or_default();
            let broken = if newer { &unreadable } else { &kept.broken };
            let broken = broken.iter().map(|broken| (broken.key.clone(), raw(&broken.key))).collect();
            Copied::Workspace(Recovered { kept, title: title.unwrap_or_default().title, broken, patched })
        }
        Ok(Found::Newer(_)) => Copied::Newer,
        Ok(Found::Nothing) | Err(_) => Copied::Nothing,
    }
}
