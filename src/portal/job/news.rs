//! What is going on: banners about a cancel request and about trouble, as long as it is so.

use leptos::prelude::*;

use crate::domain::state::{Action, JobState};
use crate::phrases::Messages;
use crate::portal::route::JobTab;
use crate::portal::text::texts::Phrase;
use crate::portal::ui::feedback::Tone;
use crate::portal::ui::{Banner, Consequences, Icon, Line, cancel_effect};
use crate::service::cancel::CancelEffect;
use crate::service::simulation::{Happening, Trouble};

use super::watch::Watch;

/// The banners of a job.
#[component]
pub fn JobNews(watch: Watch) -> impl IntoView {
    let asked = Memo::new(move |_| watch.job.with(|job| job.history.cancel_requested.is_some()));
    let trouble = Memo::new(move |_| trouble(watch));
    view! {
        <div class="banners">
            <Show when=move || asked.get()><CancelNews watch/></Show>
            {move || trouble.get().map(|trouble| trouble_banner(trouble, watch))}
        </div>
    }
    .into_any()
}

/// What the cancel request of the job means now.
#[component]
fn CancelNews(watch: Watch) -> impl IntoView {
    let t = watch.texts;
    let asked = Memo::new(move |_| watch.job.with(|job| job.history.cancel_requested));
    let title = move || {
        let relative = asked.get().map(|at| watch.relative(at)());
        t.get().job_cancel_asked(relative.unwrap_or_default()).to_string()
    };
    let effect = Memo::new(move |_| {
        let now = watch.now.get();
        watch.job.with(|job| CancelEffect::of_request(job, watch.seed.get(), now))
    });
    let lines = Memo::new(move |_| -> Vec<Line> {
        effect.get().map(|effect| cancel_effect(effect, watch.now.get(), t.language())).unwrap_or_default()
    });
    view! {
        <section class="banner tone--info" aria-label=title>
            <Icon name="info"/>
            <div>
                <p><strong>{title}</strong></p>
                <Consequences lines=lines/>
            </div>
            <div class="cluster">
                <button type="button" class="link-button" on:click=move |_| watch.show_rule(Action::Cancel)>
                    {t.say(Messages::job_cancel_show)}
                </button>
            </div>
        </section>
    }
    .into_any()
}

/// What is in the way of a job.
#[derive(Clone, Copy, PartialEq, Eq)]
enum InTheWay {
    Address,
    Drive,
    Overdue,
}

fn trouble(watch: Watch) -> Option<InTheWay> {
    let now = watch.now.get();
    let state = watch.state.get();
    watch.course.with(|course| {
        let past = || course.past(now).map(|moment| moment.what);
        match state {
            JobState::Faulted => past()
                .find_map(|what| match what {
                    Happening::Faulted(Trouble::ReturnAddress) => Some(InTheWay::Address),
                    _ => None,
                })
                .or(Some(InTheWay::Drive)),
            JobState::Shipping if past().any(|what| what == Happening::OperatorsNotified) => {
                Some(InTheWay::Overdue)
            }
            JobState::Creating
            | JobState::Shipping
            | JobState::Received
            | JobState::Transferring
            | JobState::Packaging
            | JobState::Completed
            | JobState::Closed => None,
        }
    })
}

fn trouble_banner(trouble: InTheWay, watch: Watch) -> AnyView {
    let t = watch.texts;
    let (title, text): (Phrase, Phrase) = match trouble {
        InTheWay::Address => (Messages::job_fault_address, Messages::job_fault_address_text),
        InTheWay::Drive => (Messages::job_fault_drive, Messages::job_fault_drive_text),
        InTheWay::Overdue => (Messages::job_overdue, Messages::job_overdue_text),
    };
    let help = match trouble {
        InTheWay::Address | InTheWay::Overdue => Some(
            view! {
                <a href=watch.route(JobTab::Tracking).to_string()>{t.say(Messages::job_to_tracking)}</a>
            }
            .into_any(),
        ),
        InTheWay::Drive => None,
    };
    match help {
        Some(actions) => {
            view! { <Banner tone=Tone::Warning title=t.say(title) text=t.say(text) actions=actions/> }
                .into_any()
        }
        None => view! { <Banner tone=Tone::Warning title=t.say(title) text=t.say(text)/> }.into_any(),
    }
}
