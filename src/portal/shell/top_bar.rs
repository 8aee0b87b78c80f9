//! The top bar: the product, search, notifications, help, language.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::phrases::{Language, Messages};
use crate::portal::route::Route;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::Icon;
use crate::portal::ui::feedback::use_feedback;
use crate::portal::ui::opens;
use crate::portal::ui::preferences;
use crate::portal::ui::reactive::erased::{live, memo};
use crate::portal::ui::spoken::speak;

use super::search::FindJob;

/// The bar above everything.
#[component]
pub fn TopBar(
    /// Whether the navigation is open on small screens.
    nav_open: RwSignal<bool>,
    /// Whether the help on shortcuts is open.
    help_open: RwSignal<bool>,
) -> impl IntoView {
    let t = use_texts();
    let notices = use_feedback().notices();
    let unread = memo(move |_| notices.with(|all| all.iter().filter(|notice| !notice.read).count()));
    let bell = move || match unread.get() {
        0 => t.get().notifications().to_string(),
        count => t.get().notifications_unread(count).to_string(),
    };
    let (notices_button, language_button) = (NodeRef::<html::Button>::new(), NodeRef::<html::Button>::new());
    let workspace_button = NodeRef::<html::Button>::new();
    view! {
        <header class="topbar">
            <button
                type="button"
                class="button button--subtle button--icon small-only"
                aria-label=t.say(Messages::menu)
                aria-expanded=live(move || nav_open.get().to_string())
                aria-controls="nav"
                on:click=move |_| nav_open.update(|open| *open = !*open)
            >
                <Icon name="menu" class="icon--lg"/>
            </button>
            <a class="topbar__brand" href=Route::jobs().to_string()>
                <Icon name="jobs" class="icon--lg"/>
                {t.say(Messages::product_name)}
            </a>
            <span class="topbar__note">{t.say(Messages::product_disclaimer)}</span>
            <FindJob/>
            <div class="topbar__actions push">
                <button
                    type="button"
                    class="button button--subtle topbar__workspace"
                    popovertarget="workspace"
                    node_ref=workspace_button
                    on:click=opens("workspace", workspace_button)
                >
                    <Icon name="drive" class="icon--lg"/>
                    <span>{t.say(Messages::workspace)}</span>
                </button>
                <button
                    type="button"
                    class="button button--subtle button--icon"
                    aria-label=bell
                    popovertarget="notifications"
                    node_ref=notices_button
                    on:click=opens("notifications", notices_button)
                >
                    <Icon name="bell" class="icon--lg"/>
                    {live(move || (unread.get() > 0).then(|| view! { <span class="topbar__count" aria-hidden="true">{unread.get().to_string()}</span> }.into_any()))}
                </button>
                <button
                    type="button"
                    class="button button--subtle button--icon"
                    aria-label=t.say(Messages::help)
                    aria-haspopup="dialog"
                    on:click=move |_| help_open.set(true)
                >
                    <Icon name="help" class="icon--lg"/>
                </button>
                <button
                    type="button"
                    class="button button--subtle button--icon"
                    aria-label=t.say(Messages::language)
                    popovertarget="language"
                    node_ref=language_button
                    on:click=opens("language", language_button)
                >
                    <Icon name="globe" class="icon--lg"/>
                </button>
            </div>
        </header>
    }
    .into_any()
}

/// The languages to choose from, each in its own words.
#[component]
pub fn LanguageMenu() -> impl IntoView {
    let t = use_texts();
    let feedback = use_feedback();
    let element = NodeRef::<html::Div>::new();
    let choose = move |language: Language| {
        // Hiding what is hidden is as good.
        element.get_untracked().map(|menu| menu.hide_popover());
        spawn_local(async move {
            if speak(language, t, feedback).await {
                preferences::keep_language(language);
                feedback.announce(language.phrases().language_name());
            }
        });
    };
    let item = move |language: Language| {
        let chosen = move || t.language() == language;
        view! {
            <li>
                <button
                    type="button"
                    class="menu__item"
                    lang=language.tag()
                    aria-pressed=live(move || chosen().to_string())
                    on:click=move |_| choose(language)
                >
                    {language.phrases().language_name().to_string()}
                    {live(move || chosen().then(|| view! { <Icon name="check"/> }.into_any()))}
                </button>
            </li>
        }
        .into_any()
    };
    view! {
        <div
            class="popover"
            id="language"
            popover="auto"
            role="region"
            aria-label=t.say(Messages::language)
            node_ref=element
        >
            <ul class="menu">{Language::all().map(item).collect::<Vec<_>>()}</ul>
        </div>
    }
    .into_any()
}
