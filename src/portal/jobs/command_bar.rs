//! The command bar of the list: what can be done to many jobs at once, columns, exports.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::explain;
use crate::domain::job::JobNo;
use crate::domain::state::{Action, Refusal};
use crate::phrases::Messages;
use crate::portal::rooms::later::{needed, use_later};
use crate::portal::route::Route;
use crate::portal::text::format;
use crate::portal::text::texts::{Phrase, Texts, use_texts};
use crate::portal::ui::commands::use_commands;
use crate::portal::ui::feedback::use_feedback;
use crate::portal::ui::reactive::erased::{live, memo};
use crate::portal::ui::{ActionButton, Icon, opens};

use super::exports::{COLUMNS_MENU, EXPORT_MENU};
use super::model::order::Split;
use super::state::{Asking, List};

/// The commands above the list.
#[component]
pub fn CommandBar(list: List) -> impl IntoView {
    let (t, later) = (use_texts(), use_later());
    view! {
        <div class="command-bar" role="group" aria-label=t.say(Messages::commands)>
            <a class="button button--subtle" href=Route::Create.to_string()>
                <Icon name="plus"/>
                {t.say(Messages::list_create)}
            </a>
            {many(list, t, Action::Cancel, "cancel")}
            {many(list, t, Action::Delete, "trash")}
            <Refresh list/>
            <span class="command-bar__rule large-only" aria-hidden="true"></span>
            {opener(t, Messages::list_columns, "columns", COLUMNS_MENU)}
            {opener(t, Messages::list_export, "download", EXPORT_MENU)}
            {live(move || later.has_settled().then(|| later.show(|parts| (parts.menus)(list))))}
        </div>
    }
    .into_any()
}

/// The button that opens a menu.
fn opener(t: Texts, name: Phrase, icon: &'static str, menu: &'static str) -> AnyView {
    let button = NodeRef::<html::Button>::new();
    view! {
        <button
            type="button"
            class="button button--subtle button--compact"
            popovertarget=menu
            node_ref=button
            on:click=opens(menu, button)
        >
            <Icon name=icon/>
            {t.say(name)}
        </button>
    }
    .into_any()
}

/// Reads the jobs anew through the API, as the real portal does; the list itself is never behind.
#[component]
fn Refresh(list: List) -> impl IntoView {
    let commands = use_commands();
    let press = move |_| {
        spawn_local(async move {
            if let Some(parts) = needed().await {
                (parts.refresh)(list, commands);
            }
        });
    };
    view! {
        <button type="button" class="button button--subtle button--compact" on:click=press>
            <Icon name="refresh"/>
            {commands.texts.say(Messages::job_refresh)}
        </button>
    }
    .into_any()
}

/// What the button for `action` on the chosen jobs knows.
#[derive(Clone, PartialEq)]
struct Chosen {
    allowed: usize,
    pending: usize,
    all: usize,
    /// One of the refusals, and the job that it is about.
    refusal: Option<(JobNo, Refusal)>,
}

fn many(list: List, t: Texts, action: Action, icon: &'static str) -> AnyView {
    let chosen = memo(move |_| {
        let chosen = list.chosen.get();
        if chosen.is_empty() {
            return Chosen { allowed: 0, pending: 0, all: 0, refusal: None };
        }
        // State changes as time goes on.
        list.backend.clock().track();
        let split = list.shown.with(|shown| list.backend.read(|all| Split::of(action, &chosen, shown, all)));
        let refusal = split.refused.first().copied();
        let (allowed, pending) = (split.allowed.len(), split.pending.len());
        Chosen { allowed, pending, all: allowed + pending + split.refused.len(), refusal }
    });
    let deletes = action == Action::Delete;
    let label = live(move || {
        let (m, chosen) = (t.get(), chosen.get());
        let [may, all] = [chosen.allowed, chosen.all].map(|count| format::number(t.language(), count));
        match (deletes, chosen.all) {
            (false, 0) => m.list_cancel(),
            (true, 0) => m.list_delete(),
            (false, _) => m.list_cancel_some(may, all),
            (true, _) => m.list_delete_some(may, all),
        }
        .to_string()
    });
    let reason = live(move || {
        let (m, chosen) = (t.get(), chosen.get());
        match (chosen.allowed, chosen.refusal) {
            (0, _) if chosen.pending > 0 => Some(m.list_pending_all()),
            (0, None) => Some(m.list_choose_first().to_string()),
            (0, Some((_, refusal))) => Some(m.list_none_allowed(explain::sentence(&refusal, &m)).to_string()),
            _ => None,
        }
    });
    let ask = move |()| list.asking.set(Some(Asking::Many(action)));
    let feedback = use_feedback();
    let refused = move |why: String| {
        let no =
            chosen.with_untracked(|chosen| chosen.refusal.filter(|_| chosen.pending == 0).map(|(no, _)| no));
        let rule = list.backend.peek(|all| all.record(no?).map(|record| Route::rule(&record.job.id, action)));
        match rule {
            Some(rule) => feedback.refuse(t.peek().bulk_nothing(), why, rule),
            None => feedback.announce(why),
        }
    };
    view! {
        <ActionButton
            label=label
            reason=reason
            icon=icon
            class="button--subtle"
            on_press=ask
            on_refused=refused
        />
    }
    .into_any()
}
