//! The workspace that this tab shows.

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::text::format;
use crate::portal::text::texts::Phrase;
use crate::portal::ui::reactive::erased::{derive, live};

use super::card::CardShared;

/// Its name and what it was made from.
#[component]
pub fn Shown(card: CardShared) -> impl IntoView {
    let (t, backend) = (card.commands.texts, card.commands.backend);
    let fact = move |name: Phrase, value: Signal<String>| {
        view! { <div><dt>{t.say(name)}</dt><dd>{live(move || value.get())}</dd></div> }.into_any()
    };
    let seen = move || backend.revision().track();
    let name = derive(move || {
        seen();
        card.name()
    });
    let scenario = derive(move || backend.read(|all| all.head().scenario.clone()));
    let seed = derive(move || backend.read(|all| all.head().seed.to_string()));
    let jobs = derive(move || format::number(t.language(), backend.read(|all| all.records().len())));
    view! {
        <dl class="facts facts--list">
            {fact(Messages::workspaces_shown, name)}
            {fact(Messages::workspaces_scenario, scenario)}
            {fact(Messages::workspaces_seed, seed)}
            {fact(Messages::workspaces_jobs, jobs)}
        </dl>
    }
    .into_any()
}
