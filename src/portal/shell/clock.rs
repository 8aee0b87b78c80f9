//! The simulation clock: simulated time, how fast it goes, and the jumps it can take.

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::backend::{Jump, Setting, use_backend};
use crate::portal::rooms::later::use_later;
use crate::portal::text::format;
use crate::portal::text::texts::{Phrase, use_texts};
use crate::portal::ui::Icon;
use crate::portal::ui::clock::{JUMP_TO_NEXT, use_clock};
use crate::portal::ui::reactive::erased::{live, memo};
use crate::service::clock::Speed;

use super::banners::JumpProgress;

/// The jumps in the order shown, each with what its button says.
const JUMPS: [(Jump, Phrase); 4] = [
    (Jump::Hours(1), Messages::jump_hour),
    (Jump::Days(1), Messages::jump_day),
    (Jump::NextEvent, Messages::jump_next),
    (Jump::Days(90), Messages::jump_ninety_days),
];

/// The id of the sentence that says what the longest jump deletes.
const FORECAST: &str = "clock-forecast";

/// The clock, docked below everything.
#[component]
pub fn SimulationClock() -> impl IntoView {
    let control = use_clock();
    let (backend, t) = (use_backend(), use_texts());
    let now = backend.clock();
    let past = backend.looking();
    let off = move || past.get().then_some("true");
    let why = move || past.get().then_some("past-why");
    let paused = memo(move |_| backend.read_loaded(|all| all.head().paused));
    let speed = memo(move |_| backend.read_loaded(|all| all.head().speed));
    let time = memo(move |_| format::long(t.language(), now.get()));
    let later = use_later();
    let jump = move |(jump, label): (Jump, Phrase)| {
        view! {
            <button
                type="button"
                class="button button--sm"
                id=(jump == Jump::NextEvent).then_some(JUMP_TO_NEXT)
                aria-disabled=off
                aria-describedby=live(move || why().or_else(|| (jump == Jump::Days(90)).then_some(FORECAST)))
                on:click=move |_| control.jump(jump)
            >
                {(jump == Jump::NextEvent).then(|| view! { <Icon name="next"/> }.into_any())}
                {t.say(label)}
            </button>
        }
        .into_any()
    };
    let offered = backend.undo_offered();
    let undo = live(move || {
        offered.get().then(|| {
            view! {
                <button
                    type="button"
                    class="button button--sm"
                    aria-disabled=off
                    aria-describedby=why
                    on:click=move |_| control.undo()
                >
                    {t.say(Messages::undo_jump)}
                </button>
            }
            .into_any()
        })
    });
    let class = live(move || if paused.get() { "clock clock--paused" } else { "clock" });
    let pause = live(move || match paused.get() {
        true => view! { <Icon name="play"/> {t.say(Messages::clock_resume)} }.into_any(),
        false => view! { <Icon name="pause"/> {t.say(Messages::clock_pause)} }.into_any(),
    });
    view! {
        <footer class="dock">
            <div class=class role="group" aria-label=t.say(Messages::clock_name)>
                <p class="clock__now">
                    <Icon name="clock" class="icon--lg"/>
                    <span>
                        <span class="clock__label">{t.say(Messages::clock_label)}</span>
                        <time class="clock__time" datetime=live(move || format::iso(now.get()))>{live(move || time.get())}</time>
                    </span>
                </p>
                <SpeedChoice speed past on_choose=move |speed| control.set(Setting::Speed(speed))/>
                <button
                    type="button"
                    class="button button--sm button--compact"
                    aria-disabled=off
                    aria-describedby=why
                    on:click=move |_| control.toggle()
                >
                    {pause}
                </button>
                <span class="clock__jumps">{JUMPS.map(jump).collect_view()} {undo}</span>
                <span id="past-why" hidden>{t.say(Messages::not_done_past)}</span>
                <div class="clock__news">
                    {live(move || later.show(|parts| (parts.clock_news)()))}
                    <p class="clock__forecast" id=FORECAST>{live(move || later.show(|parts| (parts.forecast)()))}</p>
                </div>
                <JumpProgress/>
            </div>
            {live(move || later.has_settled().then(|| later.show(|parts| (parts.timeline)())))}
        </footer>
    }
    .into_any()
}

/// How fast the clock goes.
#[component]
fn SpeedChoice(
    speed: Memo<u64>,
    past: Signal<bool>,
    #[prop(into)] on_choose: Callback<u64>,
) -> impl IntoView {
    let t = use_texts();
    let named =
        move |factor: u64| t.get().speed_times(format::number(t.language(), factor as usize)).to_string();
    let option = move |choice: Speed| {
        let value = choice.millis_a_second();
        view! { <option value=value.to_string() selected=live(move || speed.get() == value)>{live(move || named(choice.factor()))}</option> }
        .into_any()
    };
    // A workspace may have a speed that is not offered; it is shown as it is.
    let other = live(move || {
        let speed = speed.get();
        Speed::of(speed)
            .is_none()
            .then(|| view! { <option selected=true>{named(speed / 1_000)}</option> }.into_any())
    });
    view! {
        <label class="clock__speed">
            <span>{t.say(Messages::clock_speed)}</span>
            <select
                class="select select--sm select--auto"
                disabled=live(move || past.get())
                prop:value=live(move || speed.get().to_string())
                on:change:target=move |event| {
                    if let Ok(speed) = event.target().value().parse() {
                        on_choose.run(speed);
                    }
                }
            >
                {Speed::ALL.map(option).collect_view()}
                {other}
            </select>
        </label>
    }
    .into_any()
}
