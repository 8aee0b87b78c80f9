//! The palette: the tokens with their values, to be changed, and the contrast of each pair.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::phrases::Messages;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::feedback::use_feedback;
use crate::portal::ui::reactive::erased::{derive, live};
use crate::portal::ui::{Icon, copy_text, unique_id};

use super::change::{TokenChange, TokenValue};
use super::colour::Colour;
use super::model::Look;
use super::pairs::{self, Pair};
use super::sheet::{self, Side, Token, TokenKind};
use super::wear::{change, look};

/// The tokens, their contrast, and the sheet of what is changed.
#[component]
pub fn Palette() -> impl IntoView {
    let t = use_texts();
    let of = |kind: TokenKind| sheet::tokens().into_iter().filter(move |token| token.kind() == Some(kind));
    let colours: Vec<AnyView> = of(TokenKind::Colour).map(colour_row).collect();
    let measures: Vec<AnyView> = of(TokenKind::Measure).map(measure_row).collect();
    let wrong = look();
    let failing = move || {
        let passes =
            |look: &Look, pair: Pair, side| pair.contrast(look, side).is_none_or(|found| pair.passes(found));
        let failing = wrong.with(|look| {
            let pairs = pairs::all().into_iter().flat_map(|pair| Side::ALL.map(|side| (pair, side)));
            pairs.filter(|(pair, side)| !passes(look, *pair, *side)).count()
        });
        t.get().look_contrast(failing)
    };
    view! {
        <details>
            <summary>{t.say(Messages::look_colours)}</summary>
            <div class="look__tokens">{colours}</div>
        </details>
        <details>
            <summary>{t.say(Messages::look_measures)}</summary>
            <div class="look__tokens">{measures}</div>
        </details>
        <details>
            <summary>{live(failing)}</summary>
            <p class="hint measure">{t.say(Messages::look_contrast_hint)}</p>
            <ul class="look__pairs">{pairs::all().into_iter().map(pair_row).collect::<Vec<_>>()}</ul>
        </details>
        {sheet_of_changes()}
    }
    .into_any()
}

/// The button that takes one change back.
fn undo(token: &'static str) -> AnyView {
    let t = use_texts();
    let now = look();
    let unchanged = move || now.with(|look| look.tokens.get(token).is_none());
    view! {
        <button
            type="button"
            class="button button--subtle button--icon button--sm"
            hidden=live(unchanged)
            aria-label=live(move || t.get().look_undo(token))
            on:click=move |_| change(|look| look.tokens.undo(token))
        >
            <Icon name="refresh"/>
        </button>
    }
    .into_any()
}

/// A colour, in light and in dark.
fn colour_row(token: Token) -> AnyView {
    let t = use_texts();
    let name = token.name;
    let side = |side: Side| {
        let now = look();
        let shown = derive(move || {
            now.with(|look| look.colour(name, side)).map(|colour| colour.to_string()).unwrap_or_default()
        });
        let label = move || match side {
            Side::Light => t.get().look_light(name),
            Side::Dark => t.get().look_dark(name),
        };
        let typed = move || t.get().look_as_text(label());
        let wrong = RwSignal::new(false);
        let paint = move |event: web_sys::Event| match Colour::parse(&event_target_value(&event)) {
            Some(colour) => {
                wrong.set(false);
                change(|look| look.tokens.paint(name, side, colour));
            }
            None => wrong.set(true),
        };
        let why = unique_id("look-wrong");
        view! {
            <span class="look__colour">
                <input type="color" aria-label=live(label) prop:value=shown on:input=paint/>
                <input
                    class="input mono"
                    type="text"
                    spellcheck="false"
                    aria-label=live(typed)
                    aria-invalid=live(move || wrong.get().then_some("true"))
                    aria-describedby=why.clone()
                    prop:value=shown
                    on:change=paint
                />
                <span class="field__error" id=why>{live(move || wrong.get().then(|| t.get().look_colour_wrong()))}</span>
            </span>
        }
        .into_any()
    };
    view! {
        <div class="look__token" role="group" aria-label=name>
            <code>{name}</code>
            {side(Side::Light)}
            {side(Side::Dark)}
            {undo(name)}
        </div>
    }
    .into_any()
}

/// A length or a number.
fn measure_row(token: Token) -> AnyView {
    let t = use_texts();
    let name = token.name;
    let now = look();
    let shown = derive(move || {
        let changes = now.with(Look::changes);
        let value = changes.into_iter().find(|change| change.token == name).map(|change| change.value);
        match value {
            Some(TokenValue::Measure(value)) => value,
            _ => token.value.to_owned(),
        }
    });
    let wrong = RwSignal::new(false);
    let set = move |event: web_sys::Event| {
        let said = event_target_value(&event);
        let said = said.trim();
        wrong.set(!sheet::is_measure(said));
        if !wrong.get_untracked() {
            let value = TokenValue::Measure(said.to_owned());
            change(|look| look.tokens.put(TokenChange { token: name, value }));
        }
    };
    let why = unique_id("look-wrong");
    view! {
        <div class="look__token" role="group" aria-label=name>
            <code>{name}</code>
            <span class="look__colour">
                <input
                    class="input mono"
                    type="text"
                    spellcheck="false"
                    aria-label=name
                    aria-invalid=live(move || wrong.get().then_some("true"))
                    aria-describedby=why.clone()
                    prop:value=shown
                    on:change=set
                />
                <span class="field__error" id=why>{live(move || wrong.get().then(|| t.get().look_measure_wrong()))}</span>
            </span>
            {undo(name)}
        </div>
    }
    .into_any()
}

/// How well one token is read on another, in light and in dark.
fn pair_row(pair: Pair) -> AnyView {
    let t = use_texts();
    let badge = |side: Side| {
        let now = look();
        live(move || {
            let found = now.with(|look| pair.contrast(look, side))?;
            let passes = pair.passes(found);
            let (tone, m) = (if passes { "tone--success" } else { "tone--danger" }, t.get());
            // Rounded down, so that what is just not enough does not look as if it were.
            let hundredths = (found * 100.0) as u32;
            let ratio = format!("{}.{:02}", hundredths / 100, hundredths % 100);
            let said = match (side, passes) {
                (Side::Light, true) => m.look_light_passes(ratio),
                (Side::Light, false) => m.look_light_fails(ratio),
                (Side::Dark, true) => m.look_dark_passes(ratio),
                (Side::Dark, false) => m.look_dark_fails(ratio),
            };
            Some(view! { <span class=format!("chip {tone}")>{said}</span> }.into_any())
        })
    };
    view! {
        <li>
            <span>{live(move || t.get().look_pair(pair.upon, pair.below))}</span>
            <span class="cluster">{badge(Side::Light)} {badge(Side::Dark)}</span>
        </li>
    }
    .into_any()
}

/// What is changed, as a sheet to copy.
fn sheet_of_changes() -> AnyView {
    let t = use_texts();
    let feedback = use_feedback();
    let (now, counted) = (look(), look());
    let css = derive(move || now.with(Look::css));
    let none = derive(move || css.with(String::is_empty));
    let own = derive(move || counted.with(|look| look.tokens.0.len()));
    let copy = move |_| {
        spawn_local(async move {
            let done = copy_text(&css.get_untracked()).await;
            let m = t.peek();
            let what = m.look_css();
            match done {
                true => feedback.tell(m.copied(what)),
                false => feedback.alert(m.not_copied(what)),
            }
        });
    };
    let label = unique_id("look-css");
    let named = label.clone();
    let shown = move || {
        let named = named.clone();
        (!none.get()).then(|| {
            view! { <pre class="code" role="region" aria-labelledby=named tabindex="0"><code>{live(move || css.get())}</code></pre> }
            .into_any()
        })
    };
    view! {
        <div class="stack" hidden=none>
            <h3 id=label>{t.say(Messages::look_css)}</h3>
            <p class="hint measure">{t.say(Messages::look_css_hint)}</p>
            {live(shown)}
            <div class="cluster">
                <button type="button" class="button" on:click=copy><Icon name="copy"/>{t.say(Messages::look_css_copy)}</button>
                <button
                    type="button"
                    class="button"
                    hidden=live(move || own.get() == 0)
                    on:click=move |_| change(|look| look.tokens = super::change::TokenChanges::default())
                >
                    {t.say(Messages::look_undo_all)}
                </button>
            </div>
        </div>
    }
    .into_any()
}
