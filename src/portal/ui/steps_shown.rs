//! Whether the first steps are shown: the frame has room for them, and their own room sends them away.

use leptos::prelude::*;

/// Whether they are shown; a context of every component inside their region.
#[derive(Clone, Copy)]
pub struct StepsShown(pub RwSignal<bool>);
