//! Keyboard shortcuts: what single keys do, and the dialog that says so.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::journal::annex::is_recorded;
use crate::phrases::Messages;
use crate::portal::backend::{Jump, use_backend};
use crate::portal::present::Door;
use crate::portal::prototype::way::toggle_panel;
use crate::portal::route::Route;
use crate::portal::route::navigation::use_navigation;
use crate::portal::text::texts::{Phrase, use_texts};
use crate::portal::ui::SearchWanted;
use crate::portal::ui::clock::use_clock;
use crate::portal::ui::feedback::{News, Tone, use_feedback};
use crate::portal::ui::preferences;
use crate::portal::ui::reactive::erased::live;

use super::search::FIND;

/// What stands on a key.
enum Cap {
    /// A sign.
    Sign(&'static str),
    /// A name, which has a language.
    Name(Phrase),
}

/// What is described in the dialog: keys and what they do.
const KEYS: [(&[Cap], Phrase); 19] = [
    (&[Cap::Sign("/")], Messages::key_search),
    (&[Cap::Sign("?")], Messages::key_help),
    (&[Cap::Sign("J")], Messages::key_jobs),
    (&[Cap::Sign("N")], Messages::key_create),
    (&[Cap::Sign("A")], Messages::key_activity),
    (&[Cap::Sign("C")], Messages::key_console),
    (&[Cap::Sign("S")], Messages::key_settings),
    (&[Cap::Sign(".")], Messages::key_pause),
    (&[Cap::Sign("E")], Messages::key_next_event),
    (&[Cap::Sign("Z")], Messages::key_before_last),
    (&[Cap::Sign("P")], Messages::key_present),
    (&[Cap::Sign("↑"), Cap::Sign("↓")], Messages::key_rows),
    (&[Cap::Name(Messages::cap_page_up), Cap::Name(Messages::cap_page_down)], Messages::key_pages),
    (&[Cap::Name(Messages::cap_home), Cap::Name(Messages::cap_end)], Messages::key_ends),
    (&[Cap::Sign("←"), Cap::Sign("→")], Messages::key_cells),
    (&[Cap::Name(Messages::cap_space)], Messages::key_select),
    (&[Cap::Sign("←"), Cap::Sign("→")], Messages::key_tabs),
    (&[Cap::Name(Messages::cap_escape)], Messages::key_escape),
    (&[Cap::Name(Messages::cap_control), Cap::Sign(".")], Messages::key_prototype),
];

/// Listens to the whole page.
#[component]
pub fn Shortcuts(help_open: RwSignal<bool>, enabled: RwSignal<bool>) -> impl IntoView {
    let clock = use_clock();
    let navigation = use_navigation();
    let (backend, feedback, t) = (use_backend(), use_feedback(), use_texts());
    let wanted = expect_context::<SearchWanted>();
    let presenter = expect_context::<Door>();
    let press = move |event: KeyboardEvent| {
        // Two keys at once are never typed by mistake, so this one counts everywhere.
        if event.key() == "." && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            return toggle_panel();
        }
        let chord = event.ctrl_key() || event.meta_key() || event.alt_key();
        if chord || event.default_prevented() || !enabled.get_untracked() || is_typing(&event) || in_dialog()
        {
            return;
        }
        match event.key().as_str() {
            "/" => {
                let list = matches!(navigation.signal().get_untracked(), Route::Jobs(_));
                if list || !focus_find() {
                    wanted.0.set(true);
                }
                if !list && wanted.0.get_untracked() {
                    navigation.go(&Route::jobs());
                }
            }
            "?" => help_open.set(true),
            "j" | "J" => navigation.go(&Route::jobs()),
            "n" | "N" => navigation.go(&Route::Create),
            "a" | "A" => navigation.go(&Route::activity()),
            "c" | "C" => navigation.go(&Route::Console(None)),
            "s" | "S" => navigation.go(&Route::Settings),
            "p" | "P" => presenter.resume(),
            "." => clock.toggle(),
            "e" | "E" => clock.jump(Jump::NextEvent),
            // The timeline answers it where there is one.
            "z" | "Z" if !backend.present(is_recorded) => feedback.notify(News {
                tone: Tone::Info,
                title: t.peek().timeline_none().to_string(),
                text: t.peek().timeline_none_text().to_string(),
                link: Some(Route::Settings),
            }),
            _ => return,
        }
        event.prevent_default();
    };
    let listener = window_event_listener(leptos::ev::keydown, press);
    on_cleanup(move || listener.remove());
}

/// All shortcuts, and a switch for those of a single key: a part of the help.
pub fn shortcuts(enabled: RwSignal<bool>) -> AnyView {
    let t = use_texts();
    let row = move |(keys, what): (&'static [Cap], Phrase)| {
        let cap = move |cap: &'static Cap| {
            let text = live(move || match cap {
                Cap::Sign(sign) => (*sign).to_owned(),
                Cap::Name(name) => name(&t.get()).to_string(),
            });
            view! { <kbd>{text}</kbd> " " }.into_any()
        };
        let keys = keys.iter().map(cap).collect_view();
        view! { <div><dt>{keys}</dt><dd>{t.say(what)}</dd></div> }.into_any()
    };
    let switch = move |on: bool| {
        enabled.set(on);
        preferences::write(preferences::SINGLE_KEYS, if on { "on" } else { "off" });
    };
    view! {
        <section class="stack" aria-labelledby="help-keys">
            <h3 id="help-keys">{t.say(Messages::shortcuts_title)}</h3>
            <label class="check">
                <input type="checkbox" prop:checked=live(move || enabled.get()) on:change:target=move |event| switch(event.target().checked())/>
                <span>{t.say(Messages::shortcuts_on)}</span>
            </label>
            {on_a_mac().then(|| view! { <p class="hint measure">{t.say(Messages::shortcuts_mac)}</p> }.into_any())}
            <dl class="shortcuts">{KEYS.map(row).collect_view()}</dl>
        </section>
    }
    .into_any()
}

/// Whether this is a Mac, whose browsers and system have settings of their own for what Tab reaches.
fn on_a_mac() -> bool {
    window().navigator().user_agent().is_ok_and(|agent| agent.contains("Macintosh"))
}

fn is_typing(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    target.is_some_and(|element| {
        let tag = element.tag_name();
        let kind = element.get_attribute("type").unwrap_or_default();
        let pressed = ["checkbox", "radio", "button", "submit"].contains(&kind.as_str());
        tag == "TEXTAREA" || tag == "SELECT" || tag == "INPUT" && !pressed || element.is_content_editable()
    })
}

/// Puts the focus on the search of the top bar, unless the window is too small for it to be shown.
fn focus_find() -> bool {
    let field = document().get_element_by_id(FIND).and_then(|field| field.dyn_into::<HtmlElement>().ok());
    let Some(field) = field.filter(|field| field.offset_parent().is_some()) else { return false };
    field.focus().is_ok()
}

/// While a dialog is open the page behind it is out of reach of keys too.
fn in_dialog() -> bool {
    matches!(document().query_selector("dialog[open]"), Ok(Some(_)))
}
