//! A setting with a few values, one of which is chosen.

use crate::portal::ui::reactive::erased::{derive, live};
use leptos::prelude::*;

/// A value that can be chosen.
#[derive(Clone)]
pub struct Option {
    /// What stands for it.
    pub value: &'static str,
    /// What it is called.
    pub label: Signal<String>,
    /// What it means; may be empty.
    pub hint: Signal<String>,
    /// The language of its label, where that is not the page's.
    pub lang: std::option::Option<&'static str>,
}

impl Option {
    /// A value that needs no words about it.
    pub fn new(value: &'static str, label: impl Fn() -> String + Send + Sync + 'static) -> Option {
        Option { value, label: derive(label), hint: Signal::stored(String::new()), lang: None }
    }
}

/// The setting.
#[component]
pub fn Choice(
    /// The name of the group of radio buttons.
    name: &'static str,
    #[prop(into)] title: Signal<String>,
    #[prop(into)] hint: Signal<String>,
    options: Vec<Option>,
    /// What stands for the chosen value.
    #[prop(into)]
    chosen: Signal<&'static str>,
    /// Whether nothing can be chosen now.
    #[prop(into, optional)]
    disabled: Signal<bool>,
    #[prop(into)] on_choose: Callback<&'static str>,
) -> impl IntoView {
    let option = move |Option { value, label, hint, lang }: Option| {
        let hint = move || {
            (!hint.with(String::is_empty))
                .then(|| view! { <span class="hint">{hint.get()}</span> }.into_any())
        };
        view! {
            <label class="check">
                <input
                    type="radio"
                    name=name
                    prop:checked=live(move || chosen.get() == value)
                    on:change=move |_| on_choose.run(value)
                />
                <span><span lang=lang>{live(move || label.get())}</span>{hint}</span>
            </label>
        }
        .into_any()
    };
    view! {
        <fieldset class="setting" disabled=live(move || disabled.get())>
            <legend class="visually-hidden">{live(move || title.get())}</legend>
            <div>
                <h2 aria-hidden="true">{live(move || title.get())}</h2>
                <p class="hint">{live(move || hint.get())}</p>
            </div>
            <div class="fieldset">{options.into_iter().map(option).collect::<Vec<_>>()}</div>
        </fieldset>
    }
    .into_any()
}
