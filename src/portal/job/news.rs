//! What is going on: banners about a cancel request and about an overdue parcel, as long as it is so.

use leptos::prelude::*;

use crate::domain::state::{Action, JobState};
use crate::phrases::Messages;
use crate::portal::route::JobTab;
use crate::portal::ui::feedback::Tone;
use crate::portal::ui::reactive::erased::{live, memo, when};
use crate::portal::ui::{Banner, Consequence, Consequences, Icon, cancel_effect, cancel_story};
use crate::service::cancel::CancelEffect;
use crate::service::simulation::Happening;

use super::trouble::TroubleNews;
use super::watch::Watch;

/// The banners of a job, above one of its tabs.
#[component]
pub fn JobNews(watch: Watch, tab: Memo<JobTab>) -> impl IntoView {
    let asked = memo(move |_| watch.job.with(|job| job.history.cancel_requested.is_some()));
    let overdue = memo(move |_| {
        let (now, state) = (watch.now.get(), watch.state.get());
        let notified = Happening::OperatorsNotified;
        state == JobState::Shipping
            && watch.course.with(|course| course.past(now).any(|moment| moment.what == notified))
    });
    let overview = memo(move |_| tab.get() == JobTab::Overview);
    let news = move || match overview.get() {
        true => view! { <CancelNews watch/> }.into_any(),
        false => view! { <CancelLine watch/> }.into_any(),
    };
    view! {
        <div class="banners">
            {live(move || asked.get().then(news))}
            <TroubleNews watch/>
            {when(move || overdue.get(), move || view! { <Overdue watch/> }.into_any())}
        </div>
    }
    .into_any()
}

fn title(watch: Watch) -> impl Fn() -> String + Copy + Send + Sync {
    let asked = memo(move |_| watch.job.with(|job| job.history.cancel_requested));
    move || {
        let relative = asked.get().map(|at| watch.relative(at)());
        watch.texts.get().job_cancel_asked(relative.unwrap_or_default())
    }
}

fn effect(watch: Watch) -> Memo<Option<CancelEffect>> {
    memo(move |_| {
        let now = watch.now.get();
        watch.job.with(|job| CancelEffect::of_request(job, watch.seed.get(), now))
    })
}

/// What the cancel request of the job means now.
#[component]
fn CancelNews(watch: Watch) -> impl IntoView {
    let t = watch.texts;
    let (title, effect) = (title(watch), effect(watch));
    let lines = memo(move |_| -> Vec<Consequence> {
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

/// The same in one line, where something else is looked at.
#[component]
fn CancelLine(watch: Watch) -> impl IntoView {
    let t = watch.texts;
    let (title, effect) = (title(watch), effect(watch));
    let story =
        memo(move |_| effect.get().map(|effect| cancel_story(effect, t.language())).unwrap_or_default());
    view! {
        <section class="banner banner--line tone--info" aria-label=title>
            <Icon name="info"/>
            // Where one line is too short for it, a pointer shows the whole; Details leads to it.
            <p title=story><strong>{title}</strong> " " <span class="hint">{story}</span></p>
            <a href=watch.route(JobTab::Overview).to_string()>{t.say(Messages::job_cancel_more)}</a>
        </section>
    }
    .into_any()
}

/// The parcel is awaited.
#[component]
fn Overdue(watch: Watch) -> impl IntoView {
    let t = watch.texts;
    let actions = view! {
        <a href=watch.route(JobTab::Tracking).to_string()>{t.say(Messages::job_to_tracking)}</a>
    }
    .into_any();
    let (title, text) = (t.say(Messages::job_overdue), t.say(Messages::job_overdue_text));
    view! { <Banner tone=Tone::Warning title=title text=text actions=actions/> }
}
