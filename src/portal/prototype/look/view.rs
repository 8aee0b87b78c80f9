//! The view: the switches of the look, the tokens live, and how well everything is read.

use leptos::prelude::*;

use crate::phrases::{Language, Messages};
use crate::portal::text::texts::{Phrase, use_texts};
use crate::portal::ui::reactive::erased::{derive, live};
use crate::portal::ui::unique_id;

use super::model::{Look, PSEUDO, Switch};
use super::palette::Palette;
use super::wear::{change, look, wear};

/// The section "Look".
#[component]
pub fn LookSection() -> impl IntoView {
    wear();
    let t = use_texts();
    let (now, counted) = (look(), look());
    let off = move || counted.with(|look| *look == Look::default());
    let title = unique_id("look");
    view! {
        <section class="card stack look" aria-labelledby=title>
            <div class="head">
                <h2 id=title.clone()>{t.say(Messages::look)}</h2>
                <button type="button" class="button button--sm" hidden=live(off) on:click=move |_| change(|look| *look = Look::default())>
                    {t.say(Messages::look_off)}
                </button>
            </div>
            <p class="hint measure">{t.say(Messages::look_hint)}</p>
            <div class="field-grid">
                {Switch::ALL.map(|switch| choice(switch, now.clone())).into_iter().collect::<Vec<_>>()}
            </div>
            <Palette/>
        </section>
    }
    .into_any()
}

/// A switch, as the list of its values.
fn choice(switch: Switch, now: ArcRwSignal<Look>) -> AnyView {
    let t = use_texts();
    let id = unique_id("look");
    let chosen = derive(move || now.with(|look| look.get(switch)).unwrap_or_default());
    let option = move |value: &'static str, label: Signal<String>| {
        view! { <option value=value prop:selected=live(move || chosen.get() == value)>{label}</option> }
            .into_any()
    };
    let pick = move |event: web_sys::Event| {
        let picked = event_target_value(&event);
        let value = switch.values().into_iter().find(|value| *value == picked);
        change(|look| look.set(switch, value));
    };
    let label = match switch {
        Switch::Theme => Messages::settings_theme,
        Switch::Language => Messages::language,
        Switch::Density => Messages::look_density,
        Switch::Direction => Messages::look_direction,
        Switch::Text => Messages::look_text,
        Switch::Brand => Messages::look_brand,
    };
    let options = switch.values().into_iter().map(|value| option(value, name(switch, value)));
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>{t.say(label)}</label>
            <select class="select" id=id on:change=pick>
                {option("", derive(t.say(Messages::look_usual)))}
                {options.collect::<Vec<_>>()}
            </select>
        </div>
    }
    .into_any()
}

/// What a value is called.
fn name(switch: Switch, value: &'static str) -> Signal<String> {
    let t = use_texts();
    let say = |phrase: Phrase| derive(t.say(phrase));
    match (switch, value) {
        (Switch::Theme, "light") => say(Messages::theme_light),
        (Switch::Theme, "dark") => say(Messages::theme_dark),
        (Switch::Theme, _) => say(Messages::theme_contrast),
        (Switch::Language, PSEUDO) => say(Messages::look_pseudo),
        (Switch::Language, tag) => {
            let language = Language::all().find(|language| language.tag() == tag);
            Signal::stored(language.map(|language| language.phrases().language_name()).unwrap_or_default())
        }
        (Switch::Density, "compact") => say(Messages::look_compact),
        (Switch::Density, _) => say(Messages::look_comfortable),
        (Switch::Direction, "rtl") => say(Messages::look_rtl),
        (Switch::Direction, _) => say(Messages::look_ltr),
        (Switch::Text, percent) => derive(move || t.get().look_percent(percent)),
        (Switch::Brand, "harbour") => say(Messages::look_harbour),
        (Switch::Brand, _) => say(Messages::look_ember),
    }
}
