//! Workspaces: which one this tab shows, and those beside it, as links, files and copies.

use leptos::prelude::*;

use crate::domain::text::lower;
use crate::portal::rooms::later;
use crate::portal::route::workspace::{NoSuchWorkspace, is_page, wanted};
use crate::store::StoreError;
use crate::store::aside::{self, Aside};
use crate::store::browser::BrowserStorage;
use crate::store::browser::area::Area;
use crate::store::codec::Mark;
use crate::store::codec::Origin;
use crate::store::entries::MAIN;
use crate::store::fresh::Fresh;
use crate::store::ledger::{self, Ledger};
use crate::store::portable::{self, MOST_LINK_BYTES};
use crate::store::slots::{self, Slot, SlotKind, Wanted};
use crate::store::usage::Usage;
use crate::sync::Input;
use crate::sync::dedup::beside;
use crate::sync::lease::LOOK;
use crate::sync::message::Asked;
use crate::sync::second_copy::note;

use super::Backend;
use super::address::{to_link, with_overrides, written_by};
use super::copy::forget;
use super::not_done::{NotDone, NotOpened, not_done};
use super::own_slot::remember;
use super::page::{now, sleep};

/// The slot that takes the place of the user's own workspace after the next load of the page.
const ADOPT: &str = "iep/adopt";

/// Milliseconds that the page gets to show that something long begins.
const SHOWN: f64 = 60.0;

/// Milliseconds after which every tab sees what another has written.
const ARRIVES: f64 = 2_000.0;

/// Where a workspace that comes from outside goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenedBy {
    /// Beside the user's own.
    Beside,
    /// In the place of the user's own, which the user has been asked about.
    Replacing,
}

impl Backend {
    /// Opens the workspaces of links that are followed while the page is open, and finishes what the
    /// page before this one has asked for.
    pub(super) fn follow_links(self) {
        let listener = window_event_listener(leptos::ev::hashchange, move |_| {
            let fragment = window().location().hash().unwrap_or_default();
            if self.parts.try_get_value().is_none() {
                return;
            }
            match wanted(&fragment) {
                Ok(Some(wanted)) if !is_here(self, &fragment, &wanted) => reload(),
                Ok(_) => {}
                Err(NoSuchWorkspace) => self.update_health(|health| health.link = Some(NotOpened::Link)),
            }
        });
        on_cleanup(move || listener.remove());
        let adopt = Area::session().and_then(|session| {
            let slot = session.get(ADOPT)?;
            session.remove(ADOPT).then_some(slot)
        });
        if let Some(slot) = adopt {
            leptos::task::spawn_local(async move {
                if let Some(parts) = later::needed().await {
                    (parts.adopt_now)(self, slot);
                }
            });
        }
    }

    /// Every workspace of this browser, the user's own first.
    pub fn workspaces(self) -> Vec<Slot> {
        self.storage().and_then(|storage| slots::list(&storage).ok()).unwrap_or_default()
    }

    /// The name of the slot that this tab shows.
    pub fn slot(self) -> String {
        self.parts.get_value().node.borrow().slot().to_owned()
    }

    /// Shows another workspace in this tab; the page loads anew.
    pub fn open_workspace(self, slot: &str) {
        go_to(slot);
    }

    /// Throws a workspace away; the user's own stays. The tabs that show it are told and change nothing
    /// any more; if this is one of them, the user's own is shown then.
    ///
    /// # Errors
    /// [`NotDone`].
    pub async fn discard_workspace(self, slot: &str) -> Result<(), NotDone> {
        if slot == MAIN {
            return Ok(());
        }
        let storage = self.store()?;
        let tab = self.tab();
        let own = self.slot() == slot;
        if own {
            self.give(Input::Lose);
        }
        tab.say_farewell(slot);
        // Whoever is about to write has heard it by then.
        sleep(LOOK).await;
        let done = discard(&storage, slot).await.map_err(not_done);
        // Some tab may have been opened meanwhile.
        tab.say_farewell(slot);
        if own {
            go_to(if done.is_ok() { MAIN } else { slot });
        }
        done
    }

    /// The workspace shown is thrown away: a reload shows the user's own.
    pub(super) fn forget_lost(self) {
        remember(MAIN);
        let fragment = window().location().hash().unwrap_or_default();
        if wanted(&fragment).is_ok_and(|wanted| wanted.is_some_and(|it| it.slot() == self.slot())) {
            // Setting a fragment cannot fail; this one would make the workspace anew.
            let _ = window().location().set_hash("#/");
        }
    }

    /// Begins the workspace anew, with another scenario if one likes.
    ///
    /// # Errors
    /// [`NotDone`]: everything is as it was.
    pub async fn reset(self, fresh: Fresh) -> Result<(), NotDone> {
        sleep(SHOWN).await;
        self.reset_own(&fresh).await
    }

    /// The workspace as the text of a file.
    pub fn export(self) -> String {
        self.present(|workspace| portable::export(workspace, &self.origin().title))
    }

    /// The workspace with its recording as the text of a file; without one where it is not recorded.
    pub fn export_recorded(self) -> String {
        self.present(|workspace| portable::export_with(workspace, &self.origin().title))
    }

    /// What a file of the workspace is called.
    pub fn file_name(self) -> String {
        let scenario = self.peek(|workspace| lower(&workspace.head().scenario));
        format!("import-export-{scenario}.json")
    }

    /// The workspace as a link that others can open, if it is small enough for one.
    pub fn link(self) -> Option<String> {
        let text = self.export();
        if text.len() > MOST_LINK_BYTES {
            return None;
        }
        Some(format!("{}/#/?workspace={}", self.base(), to_link(&text)?))
    }

    /// What the workspace shown was made from.
    pub fn origin(self) -> Origin {
        let kept = self.storage().and_then(|storage| slots::origin(&storage, &self.slot()).ok());
        let title = kept.map(|origin| origin.title).unwrap_or_default();
        self.peek_loaded(|workspace| {
            let head = workspace.head();
            Origin { seed: head.seed, scenario: head.scenario.clone(), title }
        })
    }

    /// Opens the workspace in a file's text. Beside the user's own it is shown after the page has loaded
    /// anew, in the place of the user's own at once if that is shown.
    ///
    /// # Errors
    /// [`NotOpened`]: nothing has changed.
    pub async fn open_file(self, text: &str, title: &str, by: OpenedBy) -> Result<(), NotOpened> {
        sleep(SHOWN).await;
        let (workspace, own) = portable::import(text).map_err(NotOpened::Text)?;
        let tab = self.tab();
        if tab.memory_only().is_some() && by == OpenedBy::Replacing {
            tab.node.borrow_mut().forgive();
            tab.node.borrow_mut().show(workspace);
            self.settle(&tab);
            return Ok(());
        }
        let title = if own.is_empty() { title } else { &own };
        let storage = self.store().map_err(NotOpened::Store)?;
        let slot = free_slot(SlotKind::File);
        Ledger::create(&storage, &slot, &workspace, title, Mark { seq: 1, epoch: 0 })?;
        match by {
            OpenedBy::Beside => go_to(&slot),
            OpenedBy::Replacing => self.put_in_place(&storage, slot).await.map_err(NotOpened::Store)?,
        }
        Ok(())
    }

    /// Makes a copy of the workspace shown the user's own, in the place of the one before, which the
    /// user has been asked about.
    ///
    /// # Errors
    /// [`NotDone`]: nothing has changed.
    pub async fn adopt(self) -> Result<(), NotDone> {
        sleep(SHOWN).await;
        let storage = self.store()?;
        let slot = free_slot(SlotKind::Copy);
        let title = self.origin().title;
        self.peek(|workspace| Ledger::create(&storage, &slot, workspace, &title, Mark { seq: 1, epoch: 0 }))
            .map_err(not_done)?;
        self.put_in_place(&storage, slot).await
    }

    /// Has the workspace in another slot take the place of the one shown.
    pub(super) async fn replace_by(self, slot: &str) -> Result<(), NotDone> {
        let tab = self.tab();
        let end = now() + ARRIVES;
        loop {
            let done = self.carry_out(Asked::Replace(slot.to_owned())).await.map(|_| ());
            if done != Err(NotDone::Gone) || tab.node.borrow().is_gone() {
                return done;
            }
            if now() > end {
                // Thrown away in another tab, or moved by one that crashed where nobody could note it.
                return Err(NotDone::NoAnswer);
            }
            // The tab that leads may see a little later what this one has written.
            sleep(LOOK).await;
        }
    }

    async fn put_in_place(self, storage: &BrowserStorage, slot: String) -> Result<(), NotDone> {
        if self.slot() == MAIN {
            let done = self.replace_own(&slot).await;
            let promised = ledger::is_promised(storage, MAIN, &slot) != Ok(false);
            if done.is_err() && done != Err(NotDone::NoAnswer) && !promised {
                // It was only there to be moved; one that stays is listed. A late leader may still move it.
                let _ = ledger::clear(storage, &slot);
            }
            return done;
        }
        if let Some(session) = Area::session() {
            // Without it the copy stays beside the user's own, where it can be opened.
            let _ = session.set(ADOPT, &slot);
        }
        go_to(MAIN);
        Ok(())
    }

    /// The entries that could not be read.
    pub fn set_aside(self) -> Vec<Aside> {
        self.storage().and_then(|storage| aside::list(&storage).ok()).unwrap_or_default()
    }

    /// Throws away an entry that could not be read.
    ///
    /// # Errors
    /// [`NotDone`].
    pub fn discard_aside(self, entry: &Aside) -> Result<(), NotDone> {
        let done = aside::discard(&self.store()?, &entry.key).map_err(not_done);
        self.look_at_health();
        done
    }

    /// What takes up the room of the browser's storage.
    pub fn usage(self) -> Option<Usage> {
        Usage::of(&self.storage()?, &self.slot()).ok()
    }
}

/// Throws a slot away, with its second copy.
///
/// # Errors
/// [`StoreError::Blocked`].
async fn discard(storage: &BrowserStorage, slot: &str) -> Result<(), StoreError> {
    // Until the second copy is gone as well, whoever leads anything tries again.
    note::write_gone(storage, slot)?;
    ledger::discard(storage, slot)?;
    beside::settle(storage, slot)?;
    match forget(slot).await {
        Ok(()) => note::settle(storage, slot)?,
        Err(why) => leptos::logging::warn!("the second copy stays: {why:?}"),
    }
    Ok(())
}

/// Whether the address at which the page is says no more than which workspace is shown already.
fn is_here(backend: Backend, fragment: &str, wanted: &Wanted) -> bool {
    let own = written_by();
    let began = || wanted.beginning_of() == backend.beginning().as_ref();
    wanted.slot() == backend.slot() || is_page(fragment) && (own == Some(backend.slot()) || began())
}

/// A slot's name that is not taken and never was: a second copy may outlive the first.
pub(super) fn free_slot(kind: SlotKind) -> String {
    kind.slot(&format!("{:x}", js_sys::Date::now() as u64))
}

fn go_to(slot: &str) {
    remember(slot);
    // Setting a fragment cannot fail; one that names a workspace would go before the slot.
    let overrides = with_overrides(String::new(), slot);
    let mark = if overrides.is_empty() { "" } else { "?" };
    let _ = window().location().set_hash(&["#/", mark, &overrides].concat());
    reload();
}

fn reload() {
    // The page stays as it is, which can be seen.
    let _ = window().location().reload();
}
