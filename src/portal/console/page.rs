//! The REST console: requests go out and come back here, those of the portal's own pages included.

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::route::Route;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::PageHead;
use crate::portal::ui::reactive::erased::derive;

use super::compose::Compose;
use super::details::{CallDetails, Response};
use super::history::History;
use super::note::RelayNote;
use super::pick::Pick;
use super::state::{Console, RESPONSE};

/// The page.
#[component]
pub fn ConsolePage() -> impl IntoView {
    let t = use_texts();
    provide_context(Console::new());
    view! {
        <PageHead title=derive(t.say(Messages::nav_console)) icon="console"/>
        // Above the note, which grows once calls from scripts are answered: what is about to be pressed stays where it is.
        <p><a href=Route::conformance().to_string()>{t.say(Messages::conformance_link)}</a></p>
        <RelayNote/>
        <div class="console">
            <section class="card stack console__request" aria-labelledby="console-request">
                <h2 id="console-request">{t.say(Messages::console_request)}</h2>
                <Pick/>
                <Compose/>
            </section>
            <div class="console__response" id=RESPONSE><Response/></div>
            <div class="stack console__call"><CallDetails/></div>
            <div class="console__history"><History/></div>
        </div>
    }
}
