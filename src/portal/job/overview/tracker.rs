//! The tracker: the way of a job in one line, as the real portal shows it.

use leptos::prelude::*;

use crate::domain::state::JobState;
use crate::phrases::Messages;
use crate::portal::job::model::tracker::{StepFate, TrackerStep, steps};
use crate::portal::job::watch::Watch;
use crate::portal::text::{format, standing};
use crate::portal::ui::Icon;
use crate::portal::ui::reactive::erased::{live, memo};
use crate::portal::ui::state_look::job_state_look;
use crate::service::cancel::CancelStanding;
use crate::service::status::Status;

/// The steps: the usual way, a fault where it happened, and how the job ends or will.
#[component]
pub fn Tracker(watch: Watch) -> impl IntoView {
    let t = watch.texts;
    let steps = memo(move |_| {
        let now = watch.now.get();
        watch.diagram.with(|diagram| watch.course.with(|course| steps(diagram, course, now)))
    });
    view! {
        <section class="card" aria-labelledby="tracker">
            <h2 id="tracker" class="visually-hidden">{t.say(Messages::job_essential_state)}</h2>
            <ol class="tracker">
                {live(move || steps.get().into_iter().map(|step| drawn(step, watch)).collect::<Vec<_>>())}
            </ol>
        </section>
    }
    .into_any()
}

fn drawn(TrackerStep { node, fate }: TrackerStep, watch: Watch) -> AnyView {
    let t = watch.texts;
    let (language, m) = (t.language(), t.get());
    let icon = job_state_look(node.state).icon;
    let faulted = node.state == JobState::Faulted;
    let (look, icon) = match fate {
        StepFate::Current => ("current", icon),
        StepFate::Passed if faulted => ("visited", icon),
        StepFate::Passed => ("visited", "check"),
        StepFate::CutShort => ("cut", "cancel"),
        StepFate::Skipped => ("skipped", "no"),
        StepFate::Ahead => ("future", icon),
    };
    let fault = if faulted { " tracker__step--faulted" } else { "" };
    let class = format!("tracker__step tracker__step--{look}{fault}");
    let when = match (node.stays.last(), node.expected) {
        (Some(stay), _) => format::date(language, stay.from),
        (None, Some(at)) => format!("~ {}", format::date(language, at)),
        (None, None) => "—".to_owned(),
    };
    // A cancelled job ends where others do, so its last step says more than the name of the state.
    let ended =
        if node.state == JobState::Completed { watch.standing.get() } else { CancelStanding::NotAsked };
    let ended =
        if matches!(ended, CancelStanding::Cancelled { .. }) { ended } else { CancelStanding::NotAsked };
    let name = standing::state_in_words(node.state, ended, language);
    let note = match fate {
        StepFate::CutShort => Some(cut_short(node.state, watch)),
        StepFate::Skipped => Some(m.job_step_skipped()),
        StepFate::Current | StepFate::Passed | StepFate::Ahead => None,
    };
    let note = note.map(|note| view! { <span class="tracker__note">{note}</span> }.into_any());
    let was = (fate == StepFate::Passed)
        .then(|| view! { <span class="visually-hidden">", " {m.job_legend_visited()}</span> }.into_any());
    view! {
        <li class=class aria-current=(fate == StepFate::Current).then_some("step")>
            <Icon name=icon/>
            <span class="tracker__name">{name}{was}{note}</span>
            <span class="tracker__when">{when}</span>
        </li>
    }
    .into_any()
}

/// What a cancel request has done to a step.
fn cut_short(state: JobState, watch: Watch) -> String {
    let m = watch.texts.get();
    if state == JobState::Creating {
        return m.job_step_cut_unsent();
    }
    let now = watch.now.get();
    let percent = watch.job.with(|job| Status::of(job, watch.seed.get(), now).progress().percent(now));
    m.job_step_cut_short(format::percent(watch.texts.language(), percent))
}
