//! The wish to search: asked for by a key or a link, granted by the list when its field is there.

use leptos::prelude::*;

/// Whether somebody has asked for the search field of the list, which takes the focus when it is
/// there; a context of every component.
#[derive(Clone, Copy)]
pub struct SearchWanted(pub RwSignal<bool>);
