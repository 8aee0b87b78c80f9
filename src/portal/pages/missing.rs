//! What is shown where a link leads nowhere.

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::route::Route;
use crate::portal::texts::use_texts;

/// The page for a route that the portal does not have.
#[component]
pub fn NoSuchPage() -> impl IntoView {
    let t = use_texts();
    view! {
        <h1>{t.say(Messages::no_such_page_title)}</h1>
        <p>{t.say(Messages::no_such_page_text)}</p>
        <p><a href=Route::jobs().to_string()>{t.say(Messages::nav_jobs)}</a></p>
    }
}
