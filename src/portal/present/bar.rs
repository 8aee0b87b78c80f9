//! The bar: the caption of the stop, what the audience needs of the job and the clock, and what plays the recording.

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::route::navigation::use_navigation;
use crate::portal::text::format;
use crate::portal::text::texts::Phrase;
use crate::portal::ui::commands::use_commands;
use crate::portal::ui::feedback::{News, Tone};
use crate::portal::ui::reactive::erased::{effect, live, memo};
use crate::portal::ui::{Icon, StateBadge};

use super::film::ShowFilm;
use super::kept::{Door, demo_here, kept};
use super::keys::Press;
use super::listening::{carry_out, listen};
use super::more::{Demos, More};
use super::stage::Stage;

/// The presenter.
#[component]
pub fn Presenter() -> impl IntoView {
    let (commands, navigation) = (use_commands(), use_navigation());
    let door = expect_context::<Door>();
    let stage = Stage::set(commands, navigation, door);
    tell_strange(stage);
    listen(stage);
    match kept().demo.filter(|demo| demo_here(&commands.backend.slot()) != Some(*demo)) {
        // The page loads anew, in the workspace of the demo.
        Some(demo) => stage.open(demo),
        None => begin(stage),
    }
    let t = commands.texts;
    view! {
        <section class="present" aria-label=t.say(Messages::present)>
            <Said stage/>
            <div class="present__foot">
                <Facts stage/>
                <Controls stage/>
            </div>
            <p class="present__note">{t.say(Messages::product_disclaimer)}</p>
        </section>
        <Countdown stage/>
    }
    .into_any()
}

/// Begins as soon as there is something to be played.
fn begin(stage: Stage) {
    let begun = StoredValue::new(false);
    effect(move |_| {
        if stage.count() > 0 && !begun.get_value() {
            begun.set_value(true);
            untrack(|| stage.begin());
        }
    });
}

/// What of the address was not understood.
fn tell_strange(stage: Stage) {
    let strange = stage.door.take_strange();
    if !strange.is_empty() {
        let m = stage.commands.texts.peek();
        let text = m.present_strange(strange.join(", "));
        let title = m.present();
        stage.commands.feedback.notify(News { tone: Tone::Warning, title, text, link: None });
    }
}

/// What has just been and why it matters; or why there is nothing to be played.
#[component]
fn Said(stage: Stage) -> impl IntoView {
    let t = stage.commands.texts;
    let nothing = live(move || {
        let m = t.get();
        stage
            .read(|film| match film {
                ShowFilm::None => Some(m.present_none()),
                ShowFilm::Damaged(why) => Some(m.present_damaged(why.sentence(&m))),
                ShowFilm::Broken => Some(m.present_broken_demo()),
                ShowFilm::Open(_) => None,
            })
            .map(|text| view! { <p class="present__why">{text}</p> <Demos stage/> }.into_any())
    });
    let caption = live(move || {
        let caption = stage.caption(t.language())?;
        let trying = stage
            .trying
            .get()
            .then(|| view! { <p class="present__why">{t.say(Messages::present_trying)}</p> }.into_any());
        let says = view! {
            <p class="present__what">{caption.what}</p>
            <p class="present__why">{caption.why}</p>
        };
        Some(trying.map_or_else(|| says.into_any(), IntoAny::into_any))
    });
    view! {
        {nothing}
        <div class="present__said" role="status" aria-atomic="true" on:click=move |_| stage.next()>{caption}</div>
    }
    .into_any()
}

/// The simulated date, and the job of the stop with its state.
#[component]
fn Facts(stage: Stage) -> impl IntoView {
    let (t, backend) = (stage.commands.texts, stage.commands.backend);
    let now = move || format::date_time(t.language(), backend.clock().get());
    let job = memo(move |_| stage.stop().and_then(|stop| stop.job));
    let state = memo(move |_| {
        let _ = backend.clock().get();
        job.get().map(|job| backend.read(|all| all.find(&job.key()).map(|record| record.state)))
    });
    let badge = live(move || {
        Some(match state.get()? {
            Some(state) => view! { <StateBadge state=Signal::stored(state)/> }.into_any(),
            None => view! { <span class="state"><Icon name="trash"/><span>{t.say(Messages::present_gone)}</span></span> }
                .into_any(),
        })
    });
    let name = live(move || job.get().map(|job| job.name));
    view! {
        <p class="present__facts">
            <time datetime=live(move || format::iso(backend.clock().get()))>{live(now)}</time>
            <strong>{name}</strong>
            {badge}
        </p>
    }
    .into_any()
}

/// What plays the recording, and what else there is.
#[component]
fn Controls(stage: Stage) -> impl IntoView {
    let t = stage.commands.texts;
    let there = memo(move |_| stage.count() > 0);
    view! {
        <div class="present__controls" role="group" aria-label=t.say(Messages::present_controls)>
            {live(move || there.get().then(|| view! { <Playing stage/> }.into_any()))}
            <More stage/>
        </div>
    }
    .into_any()
}

/// What plays the recording.
#[component]
fn Playing(stage: Stage) -> impl IntoView {
    let t = stage.commands.texts;
    let button =
        move |asked: Press, icon: &'static str, class: &'static str, label: Phrase, keys: &'static str| {
            view! {
                <button
                    type="button"
                    class=format!("button button--icon {class}")
                    aria-label=t.say(label)
                    title=t.say(label)
                    aria-keyshortcuts=keys
                    on:click=move |_| carry_out(stage, asked)
                >
                    <Icon name=icon/>
                </button>
            }
            .into_any()
        };
    let play = live(move || match stage.playing.get() {
        true => view! { <Icon name="pause"/> {t.say(Messages::present_halt)} }.into_any(),
        false => view! { <Icon name="play"/> {t.say(Messages::present_play)} }.into_any(),
    });
    let place = live(move || {
        let number = stage.place.get().map_or(0, |place| place + 1);
        t.get()
            .present_place(format::number(t.language(), number), format::number(t.language(), stage.count()))
    });
    let progress = live(move || {
        stage.playing.get().then(|| {
            view! {
                <progress
                    class="progress present__progress"
                    max="1000"
                    value=live(move || stage.share.get().to_string())
                    aria-label=t.say(Messages::present_progress)
                ></progress>
            }
            .into_any()
        })
    });
    view! {
        {button(Press::First, "next", "present__back", Messages::present_first, "Home")}
        {button(Press::Previous, "right", "present__back", Messages::present_previous, "PageUp")}
        <button type="button" class="button" aria-keyshortcuts="K" on:click=move |_| stage.toggle()>{play}</button>
        {button(Press::Next, "right", "", Messages::present_next, "PageDown")}
        {button(Press::Last, "next", "", Messages::present_last, "End")}
        <span class="present__place">{place}</span>
        {progress}
    }
    .into_any()
}

/// What is shown while it is about to start over; told once, by `listening.rs`.
#[component]
fn Countdown(stage: Stage) -> impl IntoView {
    let t = stage.commands.texts;
    let counts = memo(move |_| stage.counting.get().is_some());
    let left = move || {
        let left = stage.counting.get().unwrap_or_default();
        t.get().present_idle(format::number(t.language(), left as usize))
    };
    let notice = move || {
        view! {
            <section class="present__idle" aria-label=t.say(Messages::present_restore)>
                <p aria-hidden="true">{live(left)}</p>
                <button type="button" class="button button--primary" on:click=move |_| stage.touch()>
                    {t.say(Messages::present_idle_go_on)}
                </button>
            </section>
        }
        .into_any()
    };
    live(move || counts.get().then(notice))
}
