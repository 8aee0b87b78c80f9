//! Trouble: why a job is in Faulted or ended in Closed, which log tells more, and what to do.

use leptos::prelude::*;

use crate::api::explain;
use crate::domain::state::JobState;
use crate::phrases::Messages;
use crate::portal::job::model::log::LogKind;
use crate::portal::job::model::story::{Cause, DriveTrouble, Story};
use crate::portal::route::JobTab;
use crate::portal::text::format;
use crate::portal::ui::Icon;
use crate::portal::ui::reactive::erased::{derive, live, memo};

use super::watch::Watch;

/// The banner, while the job is in such a state.
#[component]
pub fn TroubleNews(watch: Watch) -> impl IntoView {
    let story = memo(move |_| {
        let (now, seed) = (watch.now.get(), watch.seed.get());
        watch.job.with(|job| watch.course.with(|course| Story::of(job, course, seed, now)))
    });
    live(move || story.get().map(|story| banner(story, watch)))
}

fn banner(story: Story, watch: Watch) -> AnyView {
    let t = watch.texts;
    let waits = story.state == JobState::Faulted;
    let asked = story.causes.first().cloned();
    let title = derive(move || {
        let m = t.get();
        match &asked {
            Some(Cause::ReturnAddress) if waits => m.job_fault_address(),
            Some(Cause::Drive { .. }) if waits => m.job_fault_drive(),
            Some(Cause::ParcelLost | Cause::ReturnAddress | Cause::Drive { .. }) | None => {
                m.job_why(explain::state(story.state, &m))
            }
        }
    });
    let moment = move |at| format!("{} ({})", format::date_time(t.language(), at), watch.relative(at)());
    let (answer_by, deleted) = (story.answer_by, story.deleted);
    let end = live(move || {
        let m = t.get();
        answer_by
            .map(|at| m.job_why_answer_by(moment(at)))
            .or_else(|| deleted.map(|at| m.job_why_deleted(moment(at))))
    });
    let address = story.causes.contains(&Cause::ReturnAddress) && waits;
    let help = address.then(|| {
        view! {
            <div class="cluster">
                <a href=watch.route(JobTab::Tracking).to_string()>{t.say(Messages::job_to_tracking)}</a>
            </div>
        }
        .into_any()
    });
    let causes = story.causes.into_iter().map(|cause| line(cause, waits, watch)).collect::<Vec<_>>();
    view! {
        <section class="banner tone--warning" aria-label=live(move || title.get())>
            <Icon name="warning"/>
            <div>
                <p><strong>{live(move || title.get())}</strong></p>
                <ul class="lines">{causes}</ul>
                <p class="hint">{end}</p>
            </div>
            {help}
        </section>
    }
    .into_any()
}

/// One cause: what happened, what to do, and its log where it has one.
fn line(cause: Cause, waits: bool, watch: Watch) -> AnyView {
    let t = watch.texts;
    let log = match &cause {
        Cause::Drive { no, id, how } if how.is_logged() => Some((*no, id.clone())),
        Cause::Drive { .. } | Cause::ParcelLost | Cause::ReturnAddress => None,
    };
    let open = log.map(|(no, id)| {
        let name = id.clone();
        view! {
            " "
            <button
                type="button"
                class="link-button"
                aria-label=live(move || t.get().drives_error_log_of(name.as_str()))
                on:click=move |_| {
                    watch.log_wanted.set(Some((no, LogKind::Error)));
                    watch.open(JobTab::Drives);
                }
            >
                {t.say(Messages::job_why_log)}
            </button>
        }
        .into_any()
    });
    view! { <li>{live(move || sentence(&cause, waits, &t.get()))}{open}</li> }.into_any()
}

fn sentence(cause: &Cause, waits: bool, m: &Messages) -> String {
    match cause {
        Cause::ParcelLost => m.job_why_lost(),
        Cause::ReturnAddress if waits => m.job_fault_address_text(),
        Cause::ReturnAddress => m.job_why_address(),
        Cause::Drive { id, .. } if waits => m.job_fault_drive_text(id.as_str()),
        Cause::Drive { id, how, .. } => match how {
            DriveTrouble::Key => m.job_why_key(id.as_str()),
            DriveTrouble::Unreadable => m.job_why_unreadable(id.as_str()),
            DriveTrouble::Files => m.job_why_files(id.as_str()),
            DriveTrouble::NeverCame => m.job_why_never_came(id.as_str()),
        },
    }
}
