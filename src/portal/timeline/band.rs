//! The band: says that the past is looked at, and leads on from there or back.

use leptos::prelude::*;

use crate::journal::travel::Journey;
use crate::phrases::Messages;
use crate::portal::ui::Icon;
use crate::portal::ui::reactive::erased::live;

use super::film::Reel;

/// The band, while the past is looked at.
#[component]
pub fn Band(reel: Reel) -> impl IntoView {
    let t = reel.commands.texts;
    let backend = reel.backend();
    let looking = backend.looking();
    let text = move || {
        let at = backend.looked_at().map(|look| look.moment.at).unwrap_or_default();
        t.get().past_text(reel.moment(at)).to_string()
    };
    let go_on = move |_| {
        if let Some(look) = untrack(|| backend.looked_at()) {
            let done = t.peek().past_continued(reel.moment(look.moment.at)).to_string();
            reel.travel(Journey::Continue(look.branch, look.moment.commands, look.moment.at.millis()), done);
        }
    };
    let band = move || {
        view! {
            <section class="band" aria-label=t.say(Messages::past_name)>
                <Icon name="clock"/>
                <p role="status">{live(text)}</p>
                <button type="button" class="button button--sm" on:click=go_on>{t.say(Messages::past_continue)}</button>
                <button
                    type="button"
                    class="button button--sm"
                    aria-keyshortcuts="Escape"
                    on:click=move |_| backend.back_to_now()
                >
                    {t.say(Messages::past_back)}
                </button>
            </section>
        }
        .into_any()
    };
    live(move || looking.get().then(band))
}
