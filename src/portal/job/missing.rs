//! What a link to a job says when there is no such job.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::api::route::JobPath;
use crate::phrases::Messages;
use crate::portal::backend::use_backend;
use crate::portal::route::Route;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::MessagePage;
use crate::portal::ui::feedback::use_feedback;
use crate::portal::ui::reactive::erased::live;
use crate::portal::ui::workspace_names;

/// Says that there is no such job, and no more: not whether there ever was one.
#[component]
pub fn NoSuchJob(
    /// What the link says.
    address: JobPath,
    /// Whether the page showed the job a moment ago.
    lost: bool,
) -> impl IntoView {
    let t = use_texts();
    let JobPath { group, name, .. } = address;
    let backend = use_backend();
    let text = live(move || {
        let m = t.get();
        let shown = workspace_names::name(&backend.slot(), &backend.origin(), &m);
        format!("{} {}", m.job_missing_text(name.as_str(), group.as_str()), m.missing_elsewhere(shown))
    });
    if lost {
        use_feedback().alert(t.peek().job_missing_title().to_string());
        // What had the focus has gone with the job.
        request_animation_frame(|| {
            let heading = document().query_selector("main h1").ok().flatten();
            if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
                // An element that is in the page can take the focus.
                let _ = heading.focus();
            }
        });
    }
    view! {
        <MessagePage title=t.say(Messages::job_missing_title) text=text icon="search">
            <a class="button button--primary" href=Route::jobs().to_string()>{t.say(Messages::job_all_jobs)}</a>
            <a class="button" href=Route::activity().to_string()>{t.say(Messages::nav_activity)}</a>
        </MessagePage>
    }
    .into_any()
}
