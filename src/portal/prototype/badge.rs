//! The badge: on every page, how many overrides are on, and the way to have none; and what is still waited for.

use std::time::Duration;

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::ui::commands::use_commands;
use crate::portal::ui::reactive::erased::{effect, live, memo};
use crate::service::log::Actor;

use super::desk::Desk;
use super::look::wanted;
use super::way;

/// What takes less time than this needs no words.
const SHORT: Duration = Duration::from_millis(400);

/// The badge.
#[component]
pub fn Badge(desk: Desk) -> impl IntoView {
    let commands = use_commands();
    let (t, feedback) = (commands.texts, commands.feedback);
    let look = wanted::count();
    let count = memo(move |_| desk.switches.with(|switches| switches.count()) + look.get());
    let open = move |_| way::toggle_panel();
    let off = move |_| {
        desk.all_off();
        feedback.tell(t.peek().prototype_off_done());
        way::wanted().update(|wanted| wanted.panel = false);
    };
    let panel = memo(move |_| way::wanted().get().panel);
    live(move || {
        (count.get() > 0 && !panel.get()).then(|| {
            let label = live(move || t.get().prototype_badge(count.get()));
            view! {
                <section class="prototype-badge" aria-label=t.say(Messages::prototype_overrides)>
                    <button type="button" class="button button--sm" aria-keyshortcuts="Control+." on:click=open>{label}</button>
                    <button type="button" class="button button--sm" on:click=off>{t.say(Messages::prototype_off)}</button>
                </section>
            }
            .into_any()
        })
    })
}

/// Says that answers to commands are still to come, where that takes more than a moment.
#[component]
pub fn Pending() -> impl IntoView {
    let commands = use_commands();
    let (t, backend) = (commands.texts, commands.backend);
    let waits = memo(move |_| {
        backend.calls().with(|calls| {
            let is_command = |method: &str| ["PUT", "PATCH", "DELETE"].contains(&method);
            let mine = calls.iter().filter(|call| call.under_way && call.by == Actor::Portal);
            mine.filter(|call| is_command(&call.request.method)).count()
        })
    });
    let shown = RwSignal::new(false);
    effect(move |_| {
        if waits.get() == 0 {
            shown.set(false);
        } else {
            let still = move || {
                let waits = waits.try_get_untracked().unwrap_or_default();
                let _ = shown.try_set(waits > 0);
            };
            set_timeout(still, SHORT);
        }
    });
    let text = live(move || {
        (shown.get() && waits.get() > 0).then(|| {
            view! { <span class="pending__text">{t.get().pending_calls(waits.get())}</span> }.into_any()
        })
    });
    view! { <p class="pending" role="status">{text}</p> }
}
