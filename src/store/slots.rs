//! Slots: the workspaces of this browser, what they take up, and the links that open one.

mod kind;

use std::collections::BTreeMap;

pub use kind::SlotKind;

use crate::service::sorted::sort_by;

use super::codec::{self, Origin, Wal};
use super::entries::{self, Entry};
use super::fresh::Fresh;
use super::port::{Storage, StoreError, units};

/// A workspace of this browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// Its name in the keys.
    pub name: String,
    /// What it is there for.
    pub kind: SlotKind,
    /// What it was made from, as far as that can be read.
    pub origin: Origin,
    /// How many jobs it has.
    pub jobs: usize,
    /// UTF-16 units that it takes up, keys included.
    pub units: usize,
}

impl Slot {
    /// Whether it is the user's own, and not one that a link or a file has opened beside.
    pub fn is_main(&self) -> bool {
        self.kind == SlotKind::Own
    }
}

/// The slot that a new beginning of the workspace in `slot` is written to before it takes its place.
pub fn beside(slot: &str) -> String {
    SlotKind::Beside.slot(slot)
}

/// Every workspace, the user's own first; new beginnings on their way are none.
///
/// # Errors
/// [`StoreError::Blocked`].
pub fn list(storage: &dyn Storage) -> Result<Vec<Slot>, StoreError> {
    let mut found: BTreeMap<String, Slot> = BTreeMap::new();
    storage.lengths(&mut |key, length| {
        let Some((name, inner)) = entries::split(key) else { return };
        let slot = found.entry(name.to_owned()).or_insert_with(|| Slot {
            name: name.to_owned(),
            kind: SlotKind::of(name),
            origin: Origin::default(),
            jobs: 0,
            units: 0,
        });
        slot.units += units(key) + length;
        slot.jobs += usize::from(matches!(Entry::parse(inner), Some(Entry::Job(_))));
    })?;
    let mut all: Vec<Slot> = found.into_values().filter(|slot| slot.kind != SlotKind::Beside).collect();
    for slot in &mut all {
        slot.origin = origin(storage, &slot.name)?;
    }
    sort_by(&mut all, |a, b| (!a.is_main(), &a.name).cmp(&(!b.is_main(), &b.name)));
    Ok(all)
}

/// What the workspace in a slot was made from, as far as that can be read; it can be opened all the same.
///
/// # Errors
/// [`StoreError::Blocked`].
pub fn origin(storage: &dyn Storage, slot: &str) -> Result<Origin, StoreError> {
    let text = storage.get(&[entries::prefix(slot), Entry::Origin.key()].concat())?;
    Ok(text.and_then(|text| codec::origin(&text).ok()).unwrap_or_default())
}

/// Whether a slot holds a workspace, or a promise of one.
///
/// # Errors
/// [`StoreError::Blocked`].
pub fn is_there(storage: &dyn Storage, slot: &str) -> Result<bool, StoreError> {
    let get = |entry: Entry| storage.get(&[entries::prefix(slot), entry.key()].concat());
    if let Some(wal) = get(Entry::Wal)?.and_then(|text| codec::wal(&text).ok().flatten()) {
        return Ok(wal != Wal::Creating);
    }
    Ok(get(Entry::Head)?.is_some())
}

/// Whether anything has been written to a slot, and be it the beginning of a workspace.
///
/// # Errors
/// [`StoreError::Blocked`].
pub fn is_begun(storage: &dyn Storage, slot: &str) -> Result<bool, StoreError> {
    let has = |entry: Entry| storage.get(&[entries::prefix(slot), entry.key()].concat());
    Ok(has(Entry::Wal)?.is_some() || has(Entry::Head)?.is_some())
}

/// Which workspace a page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// The one in this slot.
    Slot(String),
    /// The one that a link describes, in a slot of its own.
    Scenario(Fresh),
    /// The one that a link carries, as the text that [`super::portable`] reads.
    Carried(String),
}

impl Wanted {
    /// Whether a workspace that was made from `origin` began as this says.
    pub fn began(&self, origin: &Origin) -> bool {
        self.beginning_of().is_some_and(|fresh| {
            fresh.seed == origin.seed && fresh.scenario.as_str().eq_ignore_ascii_case(&origin.scenario)
        })
    }

    /// The beginning that it describes, if it does.
    pub fn beginning_of(&self) -> Option<&Fresh> {
        match self {
            Wanted::Scenario(fresh) => Some(fresh),
            Wanted::Slot(_) | Wanted::Carried(_) => None,
        }
    }

    /// The slot that it is kept in.
    pub fn slot(&self) -> String {
        match self {
            Wanted::Slot(name) => name.clone(),
            Wanted::Scenario(Fresh { scenario, seed, jobs }) => {
                let name = scenario.as_str().to_ascii_lowercase();
                match jobs {
                    Some(jobs) => format!("{name}-{seed}-{jobs}"),
                    None => format!("{name}-{seed}"),
                }
            }
            // The same link opens the same workspace.
            Wanted::Carried(text) => SlotKind::Link.slot(&format!("{:016x}", hash(text))),
        }
    }

    /// What an empty slot begins with.
    pub fn beginning(&self) -> Fresh {
        match self {
            Wanted::Slot(_) | Wanted::Carried(_) => Fresh::FIRST,
            Wanted::Scenario(fresh) => *fresh,
        }
    }
}

/// FNV-1a.
fn hash(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::scenario::Scenario;
    use crate::store::entries::MAIN;

    #[test]
    fn a_workspace_is_known_by_what_it_began_with() {
        let origin =
            |scenario: &str, seed| Origin { scenario: scenario.to_owned(), seed, title: "Lab".into() };
        let wanted = Wanted::Scenario(Fresh { scenario: Scenario::Fabrikam, seed: 7, jobs: None });
        assert!(wanted.began(&origin("Fabrikam", 7)));
        assert!(!wanted.began(&origin("Fabrikam", 8)) && !wanted.began(&origin("Contoso", 7)));
        assert!(!Wanted::Slot(MAIN.to_owned()).began(&origin("Contoso", 1)));
    }
}
