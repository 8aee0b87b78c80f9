//! A workspace that takes the place of another one in its slot.

use std::collections::BTreeMap;

use crate::service::workspace::Workspace;

use super::super::codec::{self, Mark};
use super::super::entries::{self, Entry, Write};
use super::super::port::{Storage, StoreError};
use super::super::writes;
use super::Ledger;

impl Ledger {
    /// Writes a workspace into a slot that may hold another one: as a single change where that can be, so that whoever is
    /// stopped on the way leaves one of the two. Where there is no room for that change, the other one goes first if this
    /// one `is_elsewhere` too, so that nothing can be lost by it.
    ///
    /// # Errors
    /// [`StoreError`]: the slot holds what it held, or nothing where this one is elsewhere or the other was not in order.
    pub fn write_over(
        storage: &dyn Storage,
        slot: &str,
        workspace: &Workspace,
        title: &str,
        mark: Mark,
        is_elsewhere: bool,
    ) -> Result<Ledger, StoreError> {
        let Some(writes) = differences(storage, slot, workspace, title, mark)? else {
            return Ledger::create(storage, slot, workspace, title, mark);
        };
        let mut ledger = Ledger::new(slot, mark, writes);
        match storage.set(&ledger.key(&Entry::Wal.key()), &ledger.pending_text()) {
            Ok(()) => {
                // It counts: what does not fit is written later.
                match ledger.catch_up(storage) {
                    Ok(()) | Err(StoreError::Full) => Ok(ledger),
                    Err(why) => Err(why),
                }
            }
            Err(StoreError::Full) if is_elsewhere => Ledger::create(storage, slot, workspace, title, mark),
            Err(why) => Err(why),
        }
    }
}

/// What makes of the workspace in a slot this one; nothing where what is there is not in order, or newer by its number,
/// so that a change could not take its place.
fn differences(
    storage: &dyn Storage,
    slot: &str,
    workspace: &Workspace,
    title: &str,
    mark: Mark,
) -> Result<Option<Vec<Write>>, StoreError> {
    let prefix = entries::prefix(slot);
    let (mut there, mut is_idle, mut before) = (BTreeMap::new(), true, None);
    storage.visit(&prefix, &mut |key, text| {
        let inner = key.strip_prefix(&prefix).unwrap_or_default();
        match Entry::parse(inner) {
            Some(Entry::Wal) => is_idle = text.trim_end().is_empty(),
            Some(Entry::Head) => before = codec::head(text).ok().map(|(_, mark)| mark),
            Some(Entry::Job(_) | Entry::Line(_) | Entry::Beside(_) | Entry::Turn | Entry::Origin) => {
                there.insert(inner.to_owned(), text.to_owned());
            }
            None => {}
        }
    })?;
    if !is_idle || before.is_none_or(|before| before.seq > mark.seq) {
        return Ok(None);
    }
    let mut new = Vec::new();
    for (inner, text) in writes::of_workspace(workspace, title, mark) {
        if there.remove(&inner).is_some_and(|before| before == text) {
            continue;
        }
        if inner == Entry::Origin.key() {
            return Ok(None);
        }
        new.push((inner, Some(text)));
    }
    // Those that free room come first.
    let gone = there.into_keys().map(|inner| (inner, None));
    Ok(Some(gone.chain(new).collect()))
}
