//! The job as the API gives it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::calls;
use crate::phrases::Messages;
use crate::portal::job::watch::Watch;
use crate::portal::ui::commands::{CommandOutcome, not_done, use_commands};
use crate::portal::ui::json::{JsonPiece, pieces, pretty};
use crate::portal::ui::reactive::erased::{effect, live};
use crate::portal::ui::{CopyButton, SaveButton};

/// The tab. It asks the API when it opens, when something happens to the job and on Refresh.
#[component]
pub fn JobJson(watch: Watch) -> impl IntoView {
    let t = watch.texts;
    let commands = use_commands();
    let text = RwSignal::new(String::new());
    effect(move |_| {
        watch.refreshed.track();
        watch.state.track();
        let id = watch.job.with(|job| job.id.clone());
        spawn_local(async move {
            let answer = match commands.send(calls::get(&id)).await {
                CommandOutcome::Done(response) | CommandOutcome::Refused(response) => pretty(&response.body),
                CommandOutcome::NotDone(why) => not_done(&why, &t.peek()),
            };
            // The tab may have been left meanwhile.
            text.try_set(answer);
        });
    });
    let file = watch.job.with_untracked(|job| format!("{}.json", job.id.name));
    let coloured = live(move || {
        let piece = |(piece, text): (JsonPiece, &str)| match piece.class() {
            Some(class) => view! { <span class=class>{text.to_owned()}</span> }.into_any(),
            None => text.to_owned().into_any(),
        };
        text.with(|text| pieces(text).into_iter().map(piece).collect::<Vec<_>>())
    });
    let hint = move || t.get().json_text_hint(calls::API_VERSION).to_string();
    view! {
        <div class="cluster">
            <CopyButton text=text what=t.say(Messages::json_text)/>
            <SaveButton
                text=text
                file=Signal::stored(file)
                label=t.say(Messages::json_download)
                mime="application/json"
            />
            <span class="hint">{live(hint)}</span>
        </div>
        <pre class="code" tabindex="0" role="region" aria-label=t.say(Messages::json_text)><code>{coloured}</code></pre>
    }
    .into_any()
}
