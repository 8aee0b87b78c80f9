//! The user interface.

use leptos::prelude::*;

/// Shows the portal in the document's body.
pub fn mount() {
    leptos::mount::mount_to_body(|| view! { <main><h1>"Import/Export jobs"</h1></main> });
}
