//! The timeline of a job: what happened, where the present is, what will happen.

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::backend::Jump;
use crate::portal::job::model::timeline::Timeline;
use crate::portal::job::model::{happening, words};
use crate::portal::job::watch::Watch;
use crate::portal::text::format;
use crate::portal::ui::Icon;
use crate::portal::ui::clock::use_clock;
use crate::portal::ui::reactive::erased::{live, memo, when};
use crate::service::simulation::TimedHappening;

/// The card.
#[component]
pub fn JobTimeline(watch: Watch) -> impl IntoView {
    let t = watch.texts;
    let timeline = memo(move |_| watch.course.with(|course| Timeline::of(course, watch.now.get())));
    let past = move || timeline.with(|timeline| timeline.moments[..timeline.past].to_vec());
    let future = move || timeline.with(|timeline| timeline.moments[timeline.past..].to_vec());
    let items = move |moments: Vec<TimedHappening>, ahead: bool| {
        moments.into_iter().map(|moment| item(moment, ahead, watch)).collect::<Vec<_>>()
    };
    let ahead = memo(move |_| timeline.with(|timeline| timeline.past < timeline.moments.len()));
    view! {
        <section class="card" aria-labelledby="timeline">
            <div class="head"><h2 id="timeline">{t.say(Messages::job_timeline)}</h2></div>
            <ol class="timeline-list" aria-labelledby="timeline">
                {live(move || items(past(), false))}
                <li class="timeline__item timeline__item--now" aria-current="time">
                    <Icon name="clock"/>
                    <div>
                        <p class="timeline__title">{t.say(Messages::job_timeline_now)}</p>
                        <p class="hint">
                            <time>{live(move || format::date_time(t.language(), watch.now.get()))}</time>
                        </p>
                        {when(move || ahead.get(), move || view! { <p class="hint">{t.say(Messages::job_timeline_future)}</p> }.into_any())}
                    </div>
                </li>
                {live(move || items(future(), true))}
            </ol>
        </section>
    }
    .into_any()
}

fn item(moment: TimedHappening, ahead: bool, watch: Watch) -> AnyView {
    let t = watch.texts;
    let title = move || {
        watch.job.with(|job| {
            watch.course.with(|course| happening::in_words(job, course, moment.what, ahead, &t.get()))
        })
    };
    let tone = match (words::is_trouble(moment.what), ahead) {
        (true, _) => "tone--danger",
        (false, true) => "",
        (false, false) => "tone--success",
    };
    let clock = use_clock();
    let name = live(move || t.get().time_go_named(title(), watch.moment(moment.at)()).to_string());
    let go = ahead.then(|| {
        view! {
            <button
                type="button"
                class="link-button small"
                aria-label=name
                on:click=move |_| clock.jump(Jump::To(moment.at))
            >
                {t.say(Messages::time_go)}
            </button>
        }
        .into_any()
    });
    let class = format!("timeline__item {} {tone}", if ahead { "timeline__item--future" } else { "" });
    view! {
        <li class=class>
            <Icon name=words::happening_icon(moment.what)/>
            <div>
                <p class="timeline__title">{live(title)}</p>
                <p class="hint">
                    {watch.relative(moment.at)} " · "
                    <time datetime=format::iso(moment.at)>{watch.moment(moment.at)}</time>
                </p>
                {go}
            </div>
        </li>
    }
    .into_any()
}
