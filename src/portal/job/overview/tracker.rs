//! The tracker: the way of a job in one line, as the real portal shows it.

use leptos::prelude::*;

use crate::api::explain;
use crate::domain::state::JobState;
use crate::phrases::Messages;
use crate::portal::job::model::diagram::{Mark, Node};
use crate::portal::job::watch::Watch;
use crate::portal::text::format;
use crate::portal::ui::{Icon, job_state_look};

/// The steps: the usual way, a fault where it happened, and how the job ends or will.
#[component]
pub fn Tracker(watch: Watch) -> impl IntoView {
    let t = watch.texts;
    let steps =
        move || watch.diagram.with(|diagram| diagram.steps().into_iter().cloned().collect::<Vec<_>>());
    let step = move |node: Node| {
        let (icon, _) = job_state_look(node.state);
        let current = node.mark == Mark::Current;
        let done = !current && !node.stays.is_empty();
        let class = match (current, done) {
            (false, true) if node.state == JobState::Faulted => {
                "tracker__step tracker__step--visited tracker__step--faulted"
            }
            (true, _) if node.state == JobState::Faulted => {
                "tracker__step tracker__step--current tracker__step--faulted"
            }
            (true, _) => "tracker__step tracker__step--current",
            (false, true) => "tracker__step tracker__step--visited",
            (false, false) => "tracker__step tracker__step--future",
        };
        let language = t.language();
        let when = match (node.stays.last(), node.expected) {
            (Some(stay), _) => format::date(language, stay.from),
            (None, Some(at)) => format!("~ {}", format::date(language, at)),
            (None, None) => "—".to_owned(),
        };
        let m = t.get();
        let was = done.then(
            || view! { <span class="visually-hidden">", " {m.job_legend_visited().to_string()}</span> },
        );
        view! {
            <li class=class aria-current=current.then_some("step")>
                <Icon name=if done && node.state != JobState::Faulted { "check" } else { icon }/>
                <span class="tracker__name">{explain::state(node.state, &m)}{was}</span>
                <span class="tracker__when">{when}</span>
            </li>
        }
    };
    view! {
        <section class="card" aria-labelledby="tracker">
            <h2 id="tracker" class="visually-hidden">{t.say(Messages::job_essential_state)}</h2>
            <ol class="tracker">{move || steps().into_iter().map(step).collect::<Vec<_>>()}</ol>
        </section>
    }
    .into_any()
}
