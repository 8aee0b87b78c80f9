//! Opening: how the workspace of a demo comes to be shown, beside the user's own.

use crate::phrases::Messages;
use crate::portal::backend::health::Keeping;
use crate::portal::backend::{Backend, NotDone, NotOpened, OpenedBy};
use crate::portal::ui::commands::not_done;
use crate::store::StoreError;
use crate::store::browser::BrowserStorage;
use crate::store::codec::Mark;
use crate::store::ledger::Ledger;
use crate::store::portable;
use crate::store::slots;
use leptos::prelude::{GetUntracked, window};

use super::demo::{Demo, NotADemo};
use super::kept::{is_in_memory, keep, kept};
use super::show::Show;

/// Why a demo is not opened. Nothing has changed.
pub enum Closed {
    /// The rules of this version do not carry it out.
    Broken,
    /// Nothing is kept here, and the workspace that is shown may be somebody's work.
    InMemory(Demo),
    /// It could not be kept.
    NotDone(NotDone),
}

impl Closed {
    /// The reason and what to do, in a sentence or two.
    pub fn sentence(&self, m: &Messages) -> String {
        match self {
            Closed::Broken => m.present_broken_demo(),
            Closed::InMemory(demo) => {
                let show = Show { on: true, demo: Some(*demo), ..Show::default() };
                let page = window().location().href().unwrap_or_default();
                m.present_in_memory(format!("{}#/{show}", page.split('#').next().unwrap_or_default()))
            }
            Closed::NotDone(why) => not_done(why, m),
        }
    }
}

impl From<NotADemo> for Closed {
    fn from(_: NotADemo) -> Self {
        Closed::Broken
    }
}

impl From<StoreError> for Closed {
    fn from(error: StoreError) -> Self {
        Closed::NotDone(crate::sync::NotCarriedOut::from(error).into())
    }
}

/// Opens the workspace of a demo, which is made if there is none. The page loads anew, unless nothing is kept here: then
/// the demo is shown at once if `fresh` says that nobody has done anything yet.
///
/// # Errors
/// [`Closed`].
pub async fn open(backend: Backend, demo: Demo, title: &str, fresh: bool) -> Result<(), Closed> {
    let workspace = demo.record()?.workspace();
    if matches!(backend.health().get_untracked().storage, Keeping::Memory(_)) {
        if !fresh {
            return Err(Closed::InMemory(demo));
        }
        let text = portable::export_with(&workspace, title);
        return match backend.open_file(&text, title, OpenedBy::Replacing).await {
            Ok(()) => {
                is_in_memory(demo);
                Ok(())
            }
            Err(NotOpened::Store(why)) => Err(Closed::NotDone(why)),
            Err(NotOpened::Link | NotOpened::Text(_)) => Err(Closed::Broken),
        };
    }
    let storage = BrowserStorage::open()?;
    let slot = demo.slot();
    if !slots::is_there(&storage, &slot)? {
        Ledger::create(&storage, &slot, &workspace, title, Mark { seq: 1, epoch: 0 })?;
    }
    let shown = backend.slot();
    let show = kept();
    // From one demo to another the way back leads to where the first was opened.
    let from = if Demo::in_slot(&shown).is_some() { show.from.clone() } else { Some(shown) };
    keep(&Show { on: true, demo: Some(demo), from, ..show });
    backend.open_workspace(&slot);
    Ok(())
}
