//! Addresses: which workspace is meant by the address of a page, which can be handed on, and the text that a link
//! carries.

use std::cell::RefCell;

use leptos::prelude::*;
use percent_encoding::percent_decode_str;

use crate::portal::route::workspace::is_page;
use crate::store::browser::BrowserStorage;
use crate::store::browser::area::Area;
use crate::store::entries::MAIN;
use crate::store::slots::{self, SlotKind, Wanted};

use super::own_slot::kept_slot;

thread_local! {
    /// The overrides that are on, as queries without their `?`, in the order of [`Overridden`].
    static OVERRIDES: RefCell<[String; 3]> = const { RefCell::new([const { String::new() }; 3]) };
}

/// What overrides are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overridden {
    /// What the jobs of a prototype's workspace are: said where that is shown.
    Jobs,
    /// The way to the service, and notes: said everywhere.
    Service,
    /// How the portal looks: said everywhere.
    Look,
}

/// Has every address that is written from now on say these overrides, a query without its `?`.
pub fn set_overrides(about: Overridden, query: String) {
    OVERRIDES.with_borrow_mut(|all| all[about as usize] = query);
}

/// The overrides that are on, a query without its `?`.
pub fn overrides(about: Overridden) -> String {
    OVERRIDES.with_borrow(|all| all[about as usize].clone())
}

/// What an address says of the workspace in `slot`, with the overrides behind it.
pub(super) fn with_overrides(said: String, slot: &str) -> String {
    OVERRIDES.with_borrow(|[jobs, service, look]| {
        let said = if SlotKind::of(slot) == SlotKind::Prototype { jobs.clone() } else { said };
        // A scenario has a seed of its own.
        let service = if said.is_empty() { service.clone() } else { service.replace("seed=", "netseed=") };
        let mut all = said;
        for part in [&service, look] {
            if !all.is_empty() && !part.is_empty() {
                all.push('&');
            }
            all.push_str(part);
        }
        all
    })
}

/// Where the workspace is that the address of a page says: the one of this tab, the one that a link has opened or the
/// user's own, if it began like that; else as a link would open it.
pub(super) fn at_hand(wanted: Wanted, fragment: &str) -> Wanted {
    let Some(storage) = BrowserStorage::open().ok().filter(|_| is_page(fragment)) else {
        return wanted;
    };
    // This tab has written the address itself, and knows better what it shows.
    if Area::session().is_some() && written_by().is_some() {
        return Wanted::Slot(kept_slot());
    }
    let fits = |slot: &String| {
        let named = *slot == wanted.slot();
        let begun = slots::origin(&storage, slot).is_ok_and(|origin| wanted.began(&origin));
        slots::is_there(&storage, slot).unwrap_or_default() && (named || begun)
    };
    let known = [kept_slot(), wanted.slot(), MAIN.to_owned()].into_iter().find(fits);
    known.map_or(wanted, Wanted::Slot)
}

/// The slot that was shown when this tab wrote the address; none where it was typed, pasted or followed.
pub(super) fn written_by() -> Option<String> {
    window().history().and_then(|history| history.state()).ok()?.as_string()
}

/// The text in a link: percent-encoded JSON, or base64url of it.
pub fn from_link(text: &str) -> Option<String> {
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
    // What is cut off may end within a group of four, and within a character.
    let whole = standard.get(..standard.len() - usize::from(standard.len() % 4 == 1))?;
    // The browser gives a character a byte.
    let bytes: Vec<u8> = window().atob(whole).ok()?.chars().map(|c| u32::from(c) as u8).collect();
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// What [`from_link`] reads.
pub fn to_link(json: &str) -> Option<String> {
    let bytes: String = json.bytes().map(char::from).collect();
    let base64 = window().btoa(&bytes).ok()?;
    Some(base64.trim_end_matches('=').replace('+', "-").replace('/', "_"))
}
