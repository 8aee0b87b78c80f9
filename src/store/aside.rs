//! Aside: the entries that could not be read, kept out of the way until somebody looks at them.

use crate::service::sorted::sort_by;

use super::codec::Unreadable;
use super::entries::ASIDE;
use super::port::{Storage, StoreError};

/// An entry that could not be read, or should be there and is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// Its whole key; `jobs/` and how many behind the slot's where jobs are missing that nobody can name.
    pub key: String,
    /// BrokenReason not.
    pub why: BrokenReason,
}

/// BrokenReason an entry is not what it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BrokenReason {
    /// It cannot be read.
    Unreadable(Unreadable),
    /// It should be there and is not.
    Missing,
}

/// An entry that could not be read, or that was missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// The key that it is kept under now.
    pub key: String,
    /// The key that it was found under.
    pub from: String,
    /// Its text as it was found; empty where it was missing.
    pub raw: String,
}

impl Aside {
    /// Whether nothing was there though something should have been.
    pub fn was_missing(&self) -> bool {
        self.raw.is_empty()
    }
}

/// Moves entries that could not be read out of the way.
///
/// # Errors
/// [`StoreError`]: those that could not be moved are still where they were.
pub fn set_aside(storage: &dyn Storage, broken: &[Broken]) -> Result<(), StoreError> {
    if broken.is_empty() {
        return Ok(());
    }
    let next = next(storage)?;
    for (no, broken) in (next..).zip(broken) {
        let key = format!("{ASIDE}{no}/{}", broken.key);
        match broken.why {
            BrokenReason::Unreadable(_) => storage.rename(&broken.key, &key)?,
            // An entry of nothing says that something was missing.
            BrokenReason::Missing => storage.set(&key, "")?,
        }
    }
    Ok(())
}

/// Keeps texts that could not be read elsewhere, under the keys that they would have here.
///
/// # Errors
/// [`StoreError`]: not all are kept.
pub fn keep(storage: &dyn Storage, texts: &[(String, String)]) -> Result<(), StoreError> {
    let next = next(storage)?;
    for (no, (key, raw)) in (next..).zip(texts) {
        storage.set(&format!("{ASIDE}{no}/{key}"), raw)?;
    }
    Ok(())
}

/// Throws away what was set aside of entries that are deleted: those whose key `gone` knows. The keys of the
/// entries that are set aside still, as they were found.
///
/// # Errors
/// [`StoreError::Blocked`].
pub fn purge(storage: &dyn Storage, gone: impl Fn(&str) -> bool) -> Result<Vec<String>, StoreError> {
    let mut stay = Vec::new();
    for key in storage.keys()? {
        match key.strip_prefix(ASIDE).and_then(|rest| rest.split_once('/')) {
            Some((_, from)) if gone(from) => storage.remove(&key)?,
            Some((_, from)) => stay.push(from.to_owned()),
            None => {}
        }
    }
    Ok(stay)
}

fn next(storage: &dyn Storage) -> Result<u64, StoreError> {
    let numbers = storage.keys()?.into_iter().filter_map(|key| number(&key));
    Ok(numbers.max().unwrap_or(0) + 1)
}

fn number(key: &str) -> Option<u64> {
    key.strip_prefix(ASIDE)?.split_once('/')?.0.parse().ok()
}

/// Everything that was set aside, in the order in which it happened.
///
/// # Errors
/// [`StoreError::Blocked`].
pub fn list(storage: &dyn Storage) -> Result<Vec<Aside>, StoreError> {
    let mut found = Vec::new();
    storage.visit(ASIDE, &mut |key, raw| {
        let rest = &key[ASIDE.len()..];
        let from = rest.split_once('/').map_or(rest, |(_, from)| from).to_owned();
        found.push(Aside { key: key.to_owned(), from, raw: raw.to_owned() });
    })?;
    sort_by(&mut found, |a, b| (number(&a.key), &a.key).cmp(&(number(&b.key), &b.key)));
    Ok(found)
}

/// Throws an entry away that was set aside; anything else stays.
///
/// # Errors
/// [`StoreError::Blocked`].
pub fn discard(storage: &dyn Storage, key: &str) -> Result<(), StoreError> {
    if key.starts_with(ASIDE) { storage.remove(key) } else { Ok(()) }
}
