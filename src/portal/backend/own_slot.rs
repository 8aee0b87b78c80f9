//! The slot of this tab: which workspace it shows, and shows again after a reload.

use crate::store::browser::BrowserStorage;
use crate::store::browser::area::Area;
use crate::store::entries::MAIN;
use crate::store::slots;

/// Which slot this tab shows; kept for this tab alone, so that a reload shows the same.
const SLOT: &str = "iep/slot";

/// The slot that this tab showed last, as long as there is anything in it.
pub(super) fn kept_slot() -> String {
    let kept = Area::session().and_then(|session| session.get(SLOT));
    let kept = kept.filter(|slot| {
        BrowserStorage::open().and_then(|storage| slots::is_there(&storage, slot)).unwrap_or_default()
    });
    kept.unwrap_or_else(|| MAIN.to_owned())
}

/// Has this tab show `slot` after a reload.
pub(super) fn remember(slot: &str) {
    if let Some(session) = Area::session() {
        // Without it a reload shows the user's own workspace, no more.
        let _ = session.set(SLOT, slot);
    }
}
