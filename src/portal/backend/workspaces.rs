//! Workspaces: which one this tab shows, and those beside it, as links, files and copies.

use gloo_storage::{SessionStorage, Storage as _};
use leptos::prelude::*;
use percent_encoding::percent_decode_str;

use crate::portal::letters::Asked;
use crate::store::aside::{self, Aside};
use crate::store::browser::BrowserStorage;
use crate::store::codec::Mark;
use crate::store::entries::MAIN;
use crate::store::ledger::{Fresh, Ledger};
use crate::store::portable::{self, MOST_LINK_BYTES, NotImported};
use crate::store::slots::{self, Slot, Usage, Wanted};

use super::{Backend, NotDone, Parts};

/// Which slot this tab shows; kept for this tab alone, so that a reload shows the same.
const SLOT: &str = "iep/slot";
/// The slot that takes the place of the user's own workspace after the next load of the page.
const ADOPT: &str = "iep/adopt";

/// Where a workspace that comes from outside goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenedBy {
    /// Beside the user's own.
    Beside,
    /// In the place of the user's own, which the user has been asked about.
    Replacing,
}

/// Why a workspace is not opened. Nothing has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotOpened {
    /// The text is not a workspace.
    Text(NotImported),
    /// It could not be kept.
    Store(NotDone),
}

/// The workspace that this page should show, and why the one in the link is not it.
pub fn wanted() -> (Wanted, Option<NotImported>) {
    let session = session();
    let kept = session.as_ref().and_then(|session| session.get_item(SLOT).ok().flatten());
    let kept = Wanted::Slot(kept.unwrap_or_else(|| MAIN.to_owned()));
    let fragment = window().location().hash().unwrap_or_default();
    let wanted = match Wanted::parse(&fragment) {
        Some(Wanted::Carried(text)) => match take_in(&text) {
            Ok(slot) => Wanted::Slot(slot),
            Err(why) => return (kept, Some(why)),
        },
        Some(wanted) => wanted,
        None => kept,
    };
    if let Some(session) = session {
        // Without it a reload shows the user's own workspace, no more.
        let _ = session.set_item(SLOT, &wanted.slot());
    }
    (wanted, None)
}

fn session() -> Option<web_sys::Storage> {
    // Asked first, since gloo's way to it ends the program where storage is blocked.
    window().session_storage().ok().flatten().map(|_| SessionStorage::raw())
}

/// Puts the workspace that a link carries into its slot, unless it is there already.
fn take_in(text: &str) -> Result<String, NotImported> {
    let slot = Wanted::Carried(text.to_owned()).slot();
    let json = from_link(text).ok_or(NotImported::NotAWorkspace)?;
    let (workspace, title) = portable::import(&json)?;
    if let Ok(storage) = BrowserStorage::open() {
        let there = slots::list(&storage).unwrap_or_default().iter().any(|known| known.name == slot);
        if !there && Ledger::create(&storage, &slot, &workspace, &title, Mark { seq: 1, epoch: 0 }).is_err() {
            return Err(NotImported::TooLarge);
        }
    }
    Ok(slot)
}

/// The text in a link: percent-encoded JSON, or base64url of it.
fn from_link(text: &str) -> Option<String> {
    let plain = percent_decode_str(text).decode_utf8().ok()?.into_owned();
    if plain.starts_with('{') {
        return Some(plain);
    }
    let standard: String = plain
        .chars()
        .map(|c| match c {
            '-' => '+',
            '_' => '/',
            other => other,
        })
        .collect();
    // The browser gives a character a byte.
    let bytes: Vec<u8> = window().atob(&standard).ok()?.chars().map(|c| u32::from(c) as u8).collect();
    String::from_utf8(bytes).ok()
}

fn to_link(json: &str) -> Option<String> {
    let bytes: String = json.bytes().map(char::from).collect();
    let base64 = window().btoa(&bytes).ok()?;
    Some(base64.trim_end_matches('=').replace('+', "-").replace('/', "_"))
}

impl Backend {
    /// Opens the workspaces of links that are followed while the page is open, and finishes what the
    /// page before this one has asked for.
    pub(super) fn follow_links(self) {
        let listener = window_event_listener(leptos::ev::hashchange, move |_| {
            let fragment = window().location().hash().unwrap_or_default();
            let Some(Parts { keeper, .. }) = self.parts.try_get_value() else { return };
            if Wanted::parse(&fragment).is_some_and(|wanted| wanted.slot() != keeper.slot()) {
                reload();
            }
        });
        on_cleanup(move || listener.remove());
        let adopt = session().and_then(|session| {
            let slot = session.get_item(ADOPT).ok().flatten()?;
            session.remove_item(ADOPT).ok()?;
            Some(slot)
        });
        if let Some(slot) = adopt {
            leptos::task::spawn_local(async move {
                if let Err(why) = self.carry_out(Asked::Replace(slot)).await {
                    leptos::logging::warn!("the workspace is not replaced: {why:?}");
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
        self.parts.with_value(|parts| parts.keeper.slot())
    }

    /// Shows another workspace in this tab; the page loads anew.
    pub fn open_workspace(self, slot: &str) {
        go_to(slot);
    }

    /// Throws a workspace away. If it is the one shown, the user's own is shown then.
    ///
    /// # Errors
    /// [`NotDone`].
    pub async fn discard_workspace(self, slot: &str) -> Result<(), NotDone> {
        let Parts { keeper, .. } = self.parts.get_value();
        keeper.discard(slot).await.map_err(super::keeper::not_done)?;
        if keeper.slot() == slot {
            keeper.outdate();
            go_to(MAIN);
        }
        Ok(())
    }

    /// Begins the workspace anew, with another scenario if one likes.
    ///
    /// # Errors
    /// [`NotDone`]: everything is as it was.
    pub async fn reset(self, fresh: Fresh) -> Result<(), NotDone> {
        let asked = Asked::Reset(fresh.scenario.as_str().to_owned(), fresh.seed, fresh.jobs);
        self.carry_out(asked).await.map(|_| ())
    }

    /// The workspace as the text of a file.
    pub fn export(self) -> String {
        self.peek(|workspace| portable::export(workspace, &self.title()))
    }

    /// The workspace as a link that others can open, if it is small enough for one.
    pub fn link(self) -> Option<String> {
        let text = self.export();
        if text.len() > MOST_LINK_BYTES {
            return None;
        }
        Some(format!("{}/#/?workspace={}", self.base(), to_link(&text)?))
    }

    fn title(self) -> String {
        let slot = self.slot();
        let shown = self.workspaces().into_iter().find(|known| known.name == slot);
        shown.map(|shown| shown.origin.title).unwrap_or_default()
    }

    /// Opens the workspace in a file's text; the page loads anew to show it.
    ///
    /// # Errors
    /// [`NotOpened`]: nothing has changed.
    pub async fn open_file(self, text: &str, title: &str, by: OpenedBy) -> Result<(), NotOpened> {
        let (workspace, own) = portable::import(text).map_err(NotOpened::Text)?;
        let title = if own.is_empty() { title } else { &own };
        let storage = self.storage().ok_or(NotOpened::Store(NotDone::Storage(String::new())))?;
        let slot = free_slot(&storage, "file");
        Ledger::create(&storage, &slot, &workspace, title, Mark { seq: 1, epoch: 0 })
            .map_err(|why| NotOpened::Store(super::keeper::not_done(why)))?;
        match by {
            OpenedBy::Beside => go_to(&slot),
            OpenedBy::Replacing => self.put_in_place(slot).await.map_err(NotOpened::Store)?,
        }
        Ok(())
    }

    /// Makes a copy of the workspace shown the user's own, in the place of the one before, which the
    /// user has been asked about.
    ///
    /// # Errors
    /// [`NotDone`]: nothing has changed.
    pub async fn adopt(self) -> Result<(), NotDone> {
        let storage = self.storage().ok_or_else(|| NotDone::Storage(String::new()))?;
        let slot = free_slot(&storage, "copy");
        let title = self.title();
        self.peek(|workspace| Ledger::create(&storage, &slot, workspace, &title, Mark { seq: 1, epoch: 0 }))
            .map_err(super::keeper::not_done)?;
        self.put_in_place(slot).await
    }

    async fn put_in_place(self, slot: String) -> Result<(), NotDone> {
        if self.slot() == MAIN {
            return self.carry_out(Asked::Replace(slot)).await.map(|_| ());
        }
        if let Some(session) = session() {
            // Without it the copy stays beside the user's own, where it can be opened.
            let _ = session.set_item(ADOPT, &slot);
        }
        go_to(MAIN);
        Ok(())
    }

    /// The entries that could not be read.
    pub fn set_aside(self) -> Vec<Aside> {
        self.storage().and_then(|storage| aside::list(&storage).ok()).unwrap_or_default()
    }

    /// Throws away an entry that could not be read.
    pub fn discard_aside(self, entry: &Aside) {
        if let Some(storage) = self.storage() {
            // An entry that stays is listed again.
            let _ = aside::discard(&storage, &entry.key);
        }
        self.look_at_health();
    }

    /// What takes up the room of the browser's storage.
    pub fn usage(self) -> Option<Usage> {
        Usage::of(&self.storage()?, &self.slot()).ok()
    }

    fn storage(self) -> Option<BrowserStorage> {
        self.parts.with_value(|parts| parts.keeper.storage())
    }
}

/// A slot's name that is not taken.
fn free_slot(storage: &BrowserStorage, kind: &str) -> String {
    let taken = slots::list(storage).unwrap_or_default();
    let names = (1..).map(|no: usize| format!("{kind}-{no}"));
    let mut free = names.filter(|name| taken.iter().all(|slot| slot.name != *name));
    free.next().unwrap_or_default()
}

fn go_to(slot: &str) {
    if let Some(session) = session() {
        // Without it the page shows the user's own workspace.
        let _ = session.set_item(SLOT, slot);
    }
    // Setting a fragment cannot fail; one that names a workspace would go before the slot.
    let _ = window().location().set_hash("#/");
    reload();
}

fn reload() {
    // The page stays as it is, which can be seen.
    let _ = window().location().reload();
}
