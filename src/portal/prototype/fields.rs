//! Fields of the panel: a choice and a text, each with its label.

use leptos::prelude::*;

use crate::portal::text::texts::{Phrase, use_texts};
use crate::portal::ui::reactive::erased::live;
use crate::portal::ui::unique_id;

/// A value that can be chosen, and what it is called.
pub type Choices = Vec<(String, String)>;

/// One of several values.
pub fn choice(
    label: Phrase,
    choices: Signal<Choices>,
    chosen: Signal<String>,
    choose: impl Fn(String) + Copy + 'static,
) -> AnyView {
    let (t, id) = (use_texts(), unique_id("prototype-choice"));
    let options = live(move || {
        let chosen = chosen.get();
        let one = |(value, name): (String, String)| {
            let selected = value == chosen;
            view! { <option value=value selected=selected>{name}</option> }.into_any()
        };
        choices.get().into_iter().map(one).collect::<Vec<_>>()
    });
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>{t.say(label)}</label>
            <select
                class="select"
                id=id
                prop:value=live(move || chosen.get())
                on:change:target=move |event| choose(event.target().value())
            >
                {options}
            </select>
        </div>
    }
    .into_any()
}

/// A text, or a number where `numeric`.
pub fn text(
    label: Phrase,
    value: RwSignal<String>,
    numeric: bool,
    problem: Signal<Option<String>>,
) -> AnyView {
    let (t, id) = (use_texts(), unique_id("prototype-field"));
    let (error, described) = (format!("{id}-error"), format!("{id}-error"));
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>{t.say(label)}</label>
            <input
                class="input"
                id=id
                type="text"
                inputmode=if numeric { "numeric" } else { "text" }
                autocomplete="off"
                aria-invalid=live(move || problem.with(Option::is_some).then_some("true"))
                aria-describedby=live(move || problem.with(Option::is_some).then(|| described.clone()))
                bind:value=value
            />
            <p class="field__error" id=error>{live(move || problem.get())}</p>
        </div>
    }
    .into_any()
}

/// A number within its limits.
pub fn number(text: &str, least: u32, most: u32) -> Option<u32> {
    text.trim().parse().ok().filter(|number| (least..=most).contains(number))
}
