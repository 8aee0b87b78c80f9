//! What was set aside: entries that could not be read, to be saved as files or thrown away.

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::backend::use_backend;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::commands::use_commands;
use crate::portal::ui::reactive::erased::{derive, live, memo};
use crate::portal::ui::{SaveButton, hand_on_focus};
use crate::store::aside::Aside;

/// The list; nothing while nothing was set aside.
#[component]
pub fn AsideList(discarded: RwSignal<u32>) -> impl IntoView {
    let t = use_texts();
    let backend = use_backend();
    let all = memo(move |_| {
        backend.revision().track();
        discarded.track();
        backend.set_aside()
    });
    let items = move || {
        let items = all.get().into_iter().map(|entry| view! { <Item entry discarded/> });
        items.collect::<Vec<_>>()
    };
    view! {
        <Show when=live(move || !all.with(Vec::is_empty))>
            <h3>{t.say(Messages::settings_aside)}</h3>
            <p class="hint">{t.say(Messages::settings_aside_hint)}</p>
            <ul class="name-list divided">{items}</ul>
        </Show>
    }
    .into_any()
}

#[component]
fn Item(entry: Aside, discarded: RwSignal<u32>) -> impl IntoView {
    let commands = use_commands();
    let (t, backend) = (commands.texts, commands.backend);
    let Aside { from, raw, .. } = entry.clone();
    let (name, shown) = (StoredValue::new(from.clone()), from.clone());
    let discard = move |_| {
        let m = t.peek();
        match backend.discard_aside(&entry) {
            Ok(()) => {
                commands.feedback.announce(m.settings_aside_discarded(name.get_value()).to_string());
                hand_on_focus("ul", "main h1");
                discarded.update(|count| *count += 1);
            }
            Err(why) => {
                let title = m.workspaces_not_discarded(name.get_value()).to_string();
                commands.tell_not_done(title, &why, None);
            }
        }
    };
    let file = Signal::stored(format!("{}.txt", from.replace('/', "-")));
    let download = derive(move || t.get().settings_aside_download(name.get_value()).to_string());
    let discard_label = move || t.get().settings_aside_discard(name.get_value()).to_string();
    view! {
        <li>
            <code>{shown}</code>
            <span class="cluster">
                <SaveButton text=Signal::stored(raw) file label=download mime="text/plain"/>
                <button type="button" class="button button--sm" on:click=discard>{discard_label}</button>
            </span>
        </li>
    }
    .into_any()
}
