//! The navigation between the portal's pages.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::phrases::Messages;
use crate::portal::route::Route;
use crate::portal::route::navigation::use_navigation;
use crate::portal::text::texts::{Phrase, use_texts};
use crate::portal::ui::Icon;
use crate::portal::ui::reactive::erased::{live, memo};

/// The links to all pages. On small screens they open from the menu button.
#[component]
pub fn MainNav() -> impl IntoView {
    let t = use_texts();
    let route = use_navigation().signal();
    let link = move |to: Route, icon: &'static str, label: Phrase| {
        let kind = std::mem::discriminant(&to);
        // A job's page belongs to the list.
        let jobs = matches!(to, Route::Jobs(_));
        // What of the contract works is reached from the console.
        let console = matches!(to, Route::Console(_));
        let here = memo(move |_| {
            route.with(|route| {
                std::mem::discriminant(route) == kind
                    || jobs && matches!(route, Route::Job(..) | Route::Rule(..))
                    || console && matches!(route, Route::Conformance(_))
            })
        });
        view! {
            <li>
                <a class="nav__link" href=to.to_string() aria-current=live(move || here.get().then_some("page"))>
                    <Icon name=icon/>
                    <span>{t.say(label)}</span>
                </a>
            </li>
        }
        .into_any()
    };
    view! {
        <nav class="nav" id="nav" aria-label=t.say(Messages::nav_label)>
            <ul class="nav__list">
                {link(Route::jobs(), "jobs", Messages::nav_jobs_short)}
                {link(Route::Create, "plus", Messages::nav_create)}
                {link(Route::activity(), "log", Messages::nav_activity)}
                {link(Route::Console(None), "console", Messages::nav_console)}
                {link(Route::Learn(String::new()), "play", Messages::nav_learn)}
            </ul>
            <ul class="nav__list">{link(Route::Settings, "gear", Messages::nav_settings)}</ul>
        </nav>
    }
    .into_any()
}

/// Lets Escape and a press outside close the navigation where it lies over the page.
pub fn close_from_outside(open: RwSignal<bool>) {
    let key = window_event_listener(ev::keydown, move |event| {
        if event.key() == "Escape" && open.get_untracked() {
            open.set(false);
            focus_menu();
        }
    });
    let press = window_event_listener(ev::pointerdown, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        // The button closes it by itself.
        let inside =
            target.is_some_and(|target| matches!(target.closest("#nav, [aria-controls=nav]"), Ok(Some(_))));
        if open.get_untracked() && !inside {
            open.set(false);
        }
    });
    on_cleanup(move || {
        key.remove();
        press.remove();
    });
}

/// Gives the focus back to the button that has opened the navigation.
fn focus_menu() {
    let button = document().query_selector("[aria-controls=nav]").ok().flatten();
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        // An element that is in the page can take the focus.
        let _ = button.focus();
    }
}
