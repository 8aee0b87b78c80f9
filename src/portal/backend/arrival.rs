//! The arrival: which workspace a page begins with, by its address and by what its tab showed before.

use std::future::Future;

use leptos::prelude::*;

use crate::portal::route::workspace::{NoSuchWorkspace, wanted};
use crate::service::workspace::Workspace;
use crate::store::browser::BrowserStorage;
use crate::store::codec::Mark;
use crate::store::ledger::Ledger;
use crate::store::portable::{self, NotImported};
use crate::store::slots::{self, Wanted};

use super::address::{at_hand, from_link};
use super::not_done::NotOpened;
use super::own_slot::{kept_slot, remember};

/// What a page begins with.
pub struct Arrival {
    /// The workspace that it should show.
    pub wanted: Wanted,
    /// The one that a link carries, for a browser that keeps nothing.
    pub carried: Option<Workspace>,
    /// Why the one in the link is not shown.
    pub refused: Option<NotOpened>,
}

/// The slot of the workspace that a link carries, and the workspace itself where nothing can be kept; or why it is not
/// shown.
pub type TakenIn = Result<(String, Option<Workspace>), NotOpened>;

/// What the address and this tab's past ask for. What a link carries is taken in by `take_in`, which is fetched for it.
pub async fn arrive<T: Future<Output = Option<TakenIn>>>(take_in: impl FnOnce(String) -> T) -> Arrival {
    let mut arrival = Arrival { wanted: Wanted::Slot(kept_slot()), carried: None, refused: None };
    let fragment = window().location().hash().unwrap_or_default();
    match wanted(&fragment) {
        Ok(Some(Wanted::Carried(text))) => match take_in(text).await {
            Some(Ok((slot, carried))) => {
                arrival.wanted = Wanted::Slot(slot);
                arrival.carried = carried;
            }
            Some(Err(why)) => arrival.refused = Some(why),
            // What could not be fetched is told, and asked for again by a reload.
            None => {}
        },
        Ok(Some(wanted)) => arrival.wanted = at_hand(wanted, &fragment),
        Ok(None) => {}
        Err(NoSuchWorkspace) => arrival.refused = Some(NotOpened::Link),
    }
    remember(&arrival.wanted.slot());
    arrival
}

/// Puts the workspace that a link carries into its slot, unless it is there already.
pub fn take_in(text: &str) -> TakenIn {
    let slot = Wanted::Carried(text.to_owned()).slot();
    let json = from_link(text).ok_or(NotOpened::Text(NotImported::NotAWorkspace))?;
    let (workspace, title) = portable::import(&json).map_err(NotOpened::Text)?;
    let Ok(storage) = BrowserStorage::open() else { return Ok((slot, Some(workspace))) };
    if !slots::is_there(&storage, &slot)? {
        Ledger::create(&storage, &slot, &workspace, &title, Mark { seq: 1, epoch: 0 })?;
    }
    Ok((slot, None))
}
