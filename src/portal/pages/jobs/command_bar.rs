//! The command bar of the list: what can be done to many jobs at once, columns, exports.

use leptos::prelude::*;

use crate::api::explain;
use crate::domain::state::Action;
use crate::phrases::Messages;
use crate::portal::components::{ActionButton, Icon};
use crate::portal::list::order::Split;
use crate::portal::route::Route;
use crate::portal::texts::{Texts, use_texts};

use super::exports::{ColumnChooser, ExportMenu};
use super::state::{Asking, List};

/// The commands above the list.
#[component]
pub fn CommandBar(list: List) -> impl IntoView {
    let t = use_texts();
    view! {
        <div class="command-bar" role="group" aria-label=t.say(Messages::commands)>
            <a class="button button--subtle" href=Route::Create.to_string()>
                <Icon name="plus"/>
                {t.say(Messages::list_create)}
            </a>
            {many(list, t, Action::Cancel, "cancel")}
            {many(list, t, Action::Delete, "trash")}
            <span class="command-bar__rule large-only" aria-hidden="true"></span>
            <ColumnChooser list/>
            <ExportMenu list/>
        </div>
    }
    .into_any()
}

/// What the button for `action` on the chosen jobs knows.
#[derive(Clone, PartialEq)]
struct Chosen {
    allowed: usize,
    all: usize,
    /// One of the refusals.
    refusal: Option<crate::domain::state::Refusal>,
}

fn many(list: List, t: Texts, action: Action, icon: &'static str) -> AnyView {
    let chosen = Memo::new(move |_| {
        let chosen = list.chosen.get();
        if chosen.is_empty() {
            return Chosen { allowed: 0, all: 0, refusal: None };
        }
        // State changes as time goes on.
        list.backend.clock().track();
        let split = list.shown.with(|shown| list.backend.read(|all| Split::of(action, &chosen, shown, all)));
        let refusal = split.refused.first().map(|(_, refusal)| *refusal);
        Chosen { allowed: split.allowed.len(), all: split.allowed.len() + split.refused.len(), refusal }
    });
    let deletes = action == Action::Delete;
    let label = move || {
        let (m, chosen) = (t.get(), chosen.get());
        match (deletes, chosen.all) {
            (false, 0) => m.list_cancel(),
            (true, 0) => m.list_delete(),
            (false, all) => m.list_cancel_some(chosen.allowed, all),
            (true, all) => m.list_delete_some(chosen.allowed, all),
        }
        .to_string()
    };
    let reason = move || {
        let (m, chosen) = (t.get(), chosen.get());
        match (chosen.allowed, chosen.refusal) {
            (0, None) => Some(m.list_choose_first().to_string()),
            (0, Some(refusal)) => Some(m.list_none_allowed(explain::sentence(&refusal, &m)).to_string()),
            _ => None,
        }
    };
    let ask = move |()| list.asking.set(Some(Asking::Many(action)));
    view! { <ActionButton label=label reason=reason icon=icon class="button--subtle" on_press=ask/> }
        .into_any()
}
