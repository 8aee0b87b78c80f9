//! The REST console: requests go out and come back here, those of the portal's own pages included.

mod compose;
mod details;
mod history;
mod note;
mod pick;
mod response;
mod snippets;
mod state;
mod words;

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::components::PageHead;
use crate::portal::texts::use_texts;

use compose::Compose;
use details::CallDetails;
use history::History;
use note::RelayNote;
use pick::Pick;
use state::Console;

/// The page.
#[component]
pub fn ConsolePage() -> impl IntoView {
    let t = use_texts();
    provide_context(Console::new());
    view! {
        <PageHead title=Signal::derive(t.say(Messages::nav_console)) icon="console"/>
        <RelayNote/>
        <div class="console">
            <History/>
            <div class="stack">
                <section class="card stack" aria-labelledby="console-request">
                    <h2 id="console-request">{t.say(Messages::console_request)}</h2>
                    <Pick/>
                    <Compose/>
                </section>
                <CallDetails/>
            </div>
        </div>
    }
}
