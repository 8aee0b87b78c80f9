//! The section "Link" of the panel: exactly this page with exactly these overrides, as a link and as a file.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, HtmlInputElement};

use crate::phrases::Messages;
use crate::portal::backend::{Overridden, overrides};
use crate::portal::route::navigation::use_navigation;
use crate::portal::ui::commands::use_commands;
use crate::portal::ui::feedback::{News, Tone};
use crate::portal::ui::reactive::erased::{derive, live};
use crate::portal::ui::{CopyButton, SaveButton};

use super::desk::Desk;
use super::look::wanted;
use super::switches::{Switches, from_file, to_file};

/// The section.
#[component]
pub fn LinkSection(desk: Desk) -> impl IntoView {
    let commands = use_commands();
    let (t, backend, feedback) = (commands.texts, commands.backend, commands.feedback);
    let navigation = use_navigation();
    let (look, look_too) = (wanted::count(), wanted::count());
    let link = derive(move || {
        desk.switches.track();
        look.track();
        let route = navigation.route();
        format!("{}/{}", backend.base(), route.in_workspace(&backend.in_address()))
    });
    let file = derive(move || {
        look_too.track();
        let all = [desk.switches.with(Switches::whole), overrides(Overridden::Look)];
        to_file(&all.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("&"))
    });
    let opened = move |text: Option<String>| match text.and_then(|text| from_file(&text)) {
        Some(overrides) => {
            desk.all_off();
            // A file is as good as a link that says the same. Setting a fragment cannot fail.
            let page = navigation.signal().get_untracked().in_workspace(&overrides);
            let _ = window().location().set_hash(&page);
            feedback.tell(t.peek().link_opened());
        }
        None => feedback.notify(News {
            tone: Tone::Danger,
            title: t.peek().link_not_opened(),
            text: t.peek().link_not_opened_text(),
            link: None,
        }),
    };
    let chosen = move |event: leptos::ev::Event| {
        let input: HtmlInputElement = event_target(&event);
        let file = input.files().and_then(|files| files.get(0));
        if let Some(file) = file {
            let blob: Blob = file.unchecked_into();
            spawn_local(async move {
                let text = JsFuture::from(blob.text()).await.ok().and_then(|text| text.as_string());
                opened(text);
            });
        }
        // The same file can be chosen again.
        input.set_value("");
    };
    view! {
        <p class="hint">{t.say(Messages::link_intro)}</p>
        <div class="field">
            <label class="field__label" for="prototype-link-text">{t.say(Messages::link_link)}</label>
            <div class="prototype__link">
                <textarea class="textarea" id="prototype-link-text" rows="4" readonly prop:value=live(move || link.get())></textarea>
                <CopyButton text=link what=derive(t.say(Messages::link_link))/>
            </div>
        </div>
        <p class="cluster">
            <SaveButton text=file file="prototype.json".to_owned() label=derive(t.say(Messages::link_save)) mime="application/json"/>
            <span class="file-pick">
                <input type="file" accept=".json,application/json" aria-label=t.say(Messages::link_open) on:change=chosen/>
                <span class="button button--sm" aria-hidden="true">{t.say(Messages::link_open)}</span>
            </span>
        </p>
    }
    .into_any()
}
