//! What is shown where a link leads nowhere.

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::route::Route;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::MessagePage;

/// The page for a route that the portal does not have.
#[component]
pub fn NoSuchPage() -> impl IntoView {
    let t = use_texts();
    view! {
        <MessagePage
            title=t.say(Messages::no_such_page_title)
            text=t.say(Messages::no_such_page_text)
            icon="search"
        >
            <a class="button" href=Route::jobs().to_string()>{t.say(Messages::nav_jobs)}</a>
        </MessagePage>
    }
}
