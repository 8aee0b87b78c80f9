//! Fragments: what stands behind the `#` of an address, as it came and as links that are followed have it.

#[cfg(target_arch = "wasm32")]
use leptos::prelude::*;

use super::Query;
#[cfg(target_arch = "wasm32")]
use crate::store::browser::area::told;

/// The query of a fragment: what stands behind its `?`.
pub fn query_of(fragment: &str) -> Query {
    Query::parse(fragment.split_once('?').map_or("", |(_, query)| query))
}

/// The fragment with which the page came, as src/boot.js has seen it: the portal has written over it since.
#[cfg(target_arch = "wasm32")]
pub fn arrived() -> String {
    told("arrived").unwrap_or_else(|| window().location().hash().unwrap_or_default())
}

/// Does something with the fragment of each link that is followed, for as long as its owner is there. The address itself
/// may have been written over by then.
#[cfg(target_arch = "wasm32")]
pub fn on_followed(then: impl Fn(&str) + 'static) {
    let listener = window_event_listener(leptos::ev::hashchange, move |event| {
        then(event.new_url().split_once('#').map_or("", |(_, fragment)| fragment));
    });
    on_cleanup(move || listener.remove());
}
