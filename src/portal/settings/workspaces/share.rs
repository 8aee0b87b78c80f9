//! Sharing: a short link that begins the same scenario, and one that carries the whole workspace, or the file where that
//! is too large.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::phrases::Messages;
use crate::portal::text::format;
use crate::portal::text::texts::Phrase;
use crate::portal::ui::commands::use_commands;
use crate::portal::ui::feedback::Tone;
use crate::portal::ui::reactive::erased::{derive, live, memo};
use crate::portal::ui::{Banner, Icon, SaveButton, copy_text};

/// The part of the settings about it.
#[component]
pub fn Share() -> impl IntoView {
    let t = use_commands().texts;
    view! {
        <div class="setting setting--wide">
            <h3>{t.say(Messages::share)}</h3>
            <Links/>
        </div>
    }
    .into_any()
}

/// Both links, each with its length and a button that copies it.
#[component]
pub fn Links() -> impl IntoView {
    let backend = use_commands().backend;
    let short = memo(move |_| {
        backend.revision().track();
        backend.short_link()
    });
    let short_link = live(move || {
        short.with(Option::is_some).then(|| {
            link(Messages::share_short, Messages::share_short_hint, Messages::share_short_press, short.into())
        })
    });
    // Not with every change, since reading everything takes a while.
    let whole = derive(move || backend.link());
    view! {
        {short_link}
        {link(Messages::share_whole, Messages::share_whole_hint, Messages::share_press, whole)}
    }
    .into_any()
}

fn link(title: Phrase, hint: Phrase, press: Phrase, made: Signal<Option<String>>) -> AnyView {
    let commands = use_commands();
    let (t, backend, feedback) = (commands.texts, commands.backend, commands.feedback);
    let problem = RwSignal::new(None::<(Phrase, Phrase)>);
    let copied = RwSignal::new(None::<usize>);
    let tell = move |title: Phrase, text: Phrase| {
        let m = t.peek();
        feedback.alert(format!("{}. {}", title(&m), text(&m)));
        problem.try_set(Some((title, text)));
    };
    let go = move |_| {
        problem.set(None);
        copied.set(None);
        let Some(link) = made.get_untracked() else {
            tell(Messages::share_too_large, Messages::share_too_large_text);
            return;
        };
        spawn_local(async move {
            match copy_text(&link).await {
                true => {
                    feedback.announce(t.peek().share_copied());
                    // The page may have been left meanwhile.
                    copied.try_set(Some(link.len()));
                }
                false => tell(Messages::share_not_copied, Messages::share_not_copied_text),
            }
        });
    };
    let length = move |length: usize| t.get().share_length(length, format::number(t.language(), length));
    let outcome = live(move || {
        copied.get().map(|chars| {
            view! {
                <span class="tone--success chip"><Icon name="check"/> {t.say(Messages::share_done)} ": " {live(move || length(chars))}</span>
            }
            .into_any()
        })
    });
    let instead = move |(title, text): (Phrase, Phrase)| {
        let text_of_file = derive(move || backend.export());
        let file = derive(move || backend.file_name());
        let save = view! {
            <SaveButton text=text_of_file file label=derive(t.say(Messages::settings_save)) mime="application/json"/>
        };
        let (title, text) = (derive(t.say(title)), derive(t.say(text)));
        view! { <Banner tone=Tone::Warning title text actions=save.into_any()/> }.into_any()
    };
    let long = live(move || made.with(|made| made.as_ref().map(|link| length(link.len()))));
    view! {
        <div class="stack">
            <p><strong>{t.say(title)}</strong> " " <span class="hint">{long}</span></p>
            <p class="hint">{t.say(hint)}</p>
            <p class="cluster">
                <button type="button" class="button" on:click=go><Icon name="copy"/>{t.say(press)}</button>
                {outcome}
            </p>
            {live(move || problem.get().map(instead))}
        </div>
    }
    .into_any()
}
