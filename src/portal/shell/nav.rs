//! The navigation between the portal's pages.

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::route::Route;
use crate::portal::route::navigation::use_navigation;
use crate::portal::text::texts::{Phrase, use_texts};
use crate::portal::ui::Icon;

/// The links to all pages. On small screens they open from the menu button.
#[component]
pub fn MainNav() -> impl IntoView {
    let t = use_texts();
    let route = use_navigation().signal();
    let link = move |to: Route, icon: &'static str, label: Phrase| {
        let kind = std::mem::discriminant(&to);
        // A job's page belongs to the list.
        let jobs = matches!(to, Route::Jobs(_));
        let here = Memo::new(move |_| {
            route.with(|route| {
                std::mem::discriminant(route) == kind
                    || jobs && matches!(route, Route::Job(..) | Route::Rule(..))
            })
        });
        view! {
            <li>
                <a class="nav__link" href=to.to_string() aria-current=move || here.get().then_some("page")>
                    <Icon name=icon/>
                    <span>{t.say(label)}</span>
                </a>
            </li>
        }
    };
    view! {
        <nav class="nav" id="nav" aria-label=t.say(Messages::nav_label)>
            <ul class="nav__list">
                {link(Route::jobs(), "jobs", Messages::nav_jobs_short)}
                {link(Route::Create, "plus", Messages::nav_create)}
                {link(Route::activity(), "log", Messages::nav_activity)}
                {link(Route::Console(None), "console", Messages::nav_console)}
            </ul>
            <ul class="nav__list">{link(Route::Settings, "gear", Messages::nav_settings)}</ul>
        </nav>
    }
    .into_any()
}
