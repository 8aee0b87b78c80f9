//! The app: contexts, the frame around every page, and which page the route asks for.

use leptos::prelude::*;

use crate::domain::state::RuleSet;
use crate::domain::time::SimTime;
use crate::phrases::Language;
use crate::service::workspace::{Head, Workspace};

use super::backend::Backend;
use super::navigation::Navigation;
use super::pages::Page;
use super::texts::Texts;

/// Shows the portal in the document's body.
pub fn mount() {
    leptos::mount::mount_to_body(App);
}

#[component]
fn App() -> impl IntoView {
    let preferences = window().navigator().languages().join(",");
    let language = Language::negotiate(&String::from(preferences));
    provide_context(Texts::new(language));
    provide_context(Navigation::follow());
    let head = Head {
        now: SimTime::EPOCH,
        speed: 1000,
        paused: false,
        seed: 1,
        rules: RuleSet::default(),
        scenario: "Contoso".into(),
        next_job: 1,
        next_line: 1,
    };
    provide_context(Backend::in_memory(Workspace::new(head, [], [])));
    view! { <Page/> }
}
