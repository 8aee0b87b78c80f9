//! How the portal looks and speaks in this browser.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::phrases::{Language, Messages};
use crate::portal::route::{Query, Route};
use crate::portal::text::texts::{Phrase, use_texts};
use crate::portal::ui::feedback::use_feedback;
use crate::portal::ui::preferences::{Theme, keep_language, use_appearance};
use crate::portal::ui::reactive::erased::{derive, live};
use crate::portal::ui::spoken::speak;

use super::choice::{Choice, Option};

/// The language; each is offered under its own name.
#[component]
pub fn LanguageSetting() -> impl IntoView {
    let t = use_texts();
    let feedback = use_feedback();
    let option = |language: Language| {
        let name = language.phrases().language_name().to_string();
        Option { lang: Some(language.tag()), ..Option::new(language.tag(), move || name.clone()) }
    };
    // While its texts are on their way, what was picked is the one that is marked.
    let picked = RwSignal::new(None);
    let choose = move |tag: &'static str| {
        let Some(language) = Language::all().find(|language| language.tag() == tag) else { return };
        picked.set(Some(tag));
        spawn_local(async move {
            if speak(language, t, feedback).await && !keep_language(language) {
                feedback.alert(language.phrases().settings_not_kept());
            }
            // Who has left the settings needs no mark.
            let _ = picked.try_set(None);
        });
    };
    let options: Vec<Option> = Language::all().map(option).collect();
    view! {
        <Choice
            name="language"
            title=derive(t.say(Messages::language))
            hint=derive(t.say(Messages::settings_language_hint))
            options
            chosen=derive(move || picked.get().unwrap_or_else(|| t.language().tag()))
            on_choose=choose
        />
    }
}

/// The theme.
#[component]
pub fn ThemeSetting() -> impl IntoView {
    let t = use_texts();
    let feedback = use_feedback();
    let appearance = use_appearance();
    let option = |theme: Theme| Option::new(theme.as_str(), t.say(name(theme)));
    let choose = move |value: &'static str| {
        if let Some(theme) = Theme::parse(value)
            && !appearance.choose(theme)
        {
            feedback.alert(t.peek().settings_not_kept().to_string());
        }
    };
    view! {
        <Choice
            name="theme"
            title=derive(t.say(Messages::settings_theme))
            hint=derive(t.say(Messages::settings_theme_hint))
            options=Theme::ALL.map(option).to_vec()
            chosen=derive(move || appearance.theme().as_str())
            on_choose=choose
        />
    }
}

/// The way to the gallery.
#[component]
pub fn GalleryLink() -> impl IntoView {
    let t = use_texts();
    let gallery = Route::Gallery(Query::default()).to_string();
    view! {
        <div class="setting">
            <div>
                <h2>{t.say(Messages::gallery_settings)}</h2>
                <p class="hint">{t.say(Messages::gallery_settings_hint)}</p>
            </div>
            <p><a href=gallery>{t.say(Messages::gallery_settings_link)}</a></p>
        </div>
    }
    .into_any()
}

/// The way to the presenter, which takes the place of the frame.
#[component]
pub fn PresentSetting() -> impl IntoView {
    let t = use_texts();
    let demo = live(move || {
        let m = t.get();
        m.present_play_demo(m.present_demo_cancel())
    });
    view! {
        <div class="setting">
            <div>
                <h2>{t.say(Messages::present_settings)}</h2>
                <p class="hint">{t.say(Messages::present_settings_hint)}</p>
            </div>
            <p class="cluster">
                <a class="button" href=Route::jobs().in_workspace("present=1&demo=cancel-and-delete")>{demo}</a>
                <a class="button" href=Route::jobs().in_workspace("present=1")>{t.say(Messages::present_this)}</a>
            </p>
        </div>
    }
    .into_any()
}

fn name(theme: Theme) -> Phrase {
    match theme {
        Theme::System => Messages::theme_system,
        Theme::Light => Messages::theme_light,
        Theme::Dark => Messages::theme_dark,
        Theme::Contrast => Messages::theme_contrast,
    }
}
