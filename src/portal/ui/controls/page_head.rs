//! The head of a page: where it is, its level-1 heading, and the document's title.

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::route::Route;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::reactive::erased::{effect, live};

use super::icon::Icon;

/// The way to a page from the list of jobs, and its heading, which takes the focus after navigation.
#[component]
pub fn PageHead(
    /// The heading; the document's title begins with it.
    #[prop(into)]
    title: Signal<String>,
    /// The icon beside it.
    icon: &'static str,
    /// Whether this is the list of jobs itself, which needs no way back.
    #[prop(optional)]
    home: bool,
    /// What is said below the heading.
    #[prop(optional)]
    sub: Option<AnyView>,
) -> impl IntoView {
    let t = use_texts();
    let product = t.say(Messages::product_name);
    effect(move |_| document().set_title(&format!("{} – {}", title.get(), product())));
    let way = (!home).then(|| {
        view! {
            <nav class="breadcrumb" aria-label=t.say(Messages::breadcrumb)>
                <ol>
                    <li><a href=Route::jobs().to_string()>{t.say(Messages::nav_jobs)}</a></li>
                    <li><span aria-current="page">{live(move || title.get())}</span></li>
                </ol>
            </nav>
        }
        .into_any()
    });
    view! {
        {way}
        <header class="page-head">
            <Icon name=icon/>
            <div class="page-head__text">
                <h1 tabindex="-1">{live(move || title.get())}</h1>
                {sub.map(|sub| view! { <p class="page-head__sub">{sub}</p> }.into_any())}
            </div>
        </header>
    }
    .into_any()
}
