//! The simulation clock: simulated time, how fast it goes, and the jumps it can take.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::phrases::Messages;
use crate::portal::backend::{Jump, Setting};
use crate::portal::later::use_later;
use crate::portal::text::format;
use crate::portal::text::texts::{Phrase, use_texts};
use crate::portal::ui::Icon;
use crate::portal::ui::commands::{Commands, use_commands};
use crate::service::clock::Speed;

use super::banners::JumpProgress;

/// The jumps in the order shown, each with what its button says.
const JUMPS: [(Jump, Phrase); 4] = [
    (Jump::Hours(1), Messages::jump_hour),
    (Jump::Days(1), Messages::jump_day),
    (Jump::NextEvent, Messages::jump_next),
    (Jump::Days(90), Messages::jump_ninety_days),
];

/// What the keyboard can do to the clock too.
#[derive(Clone, Copy)]
pub struct ClockControl {
    commands: Commands,
    jumping: RwSignal<bool>,
}

impl ClockControl {
    /// The clock of the component that calls this.
    pub fn here() -> ClockControl {
        ClockControl { commands: use_commands(), jumping: RwSignal::new(false) }
    }

    /// Lets time go on at once and tells what time it is then.
    pub fn jump(self, jump: Jump) {
        if self.jumping.get_untracked() || self.is_past() {
            return;
        }
        self.jumping.set(true);
        let Commands { backend, feedback, texts } = self.commands;
        spawn_local(async move {
            let outcome = backend.jump(jump).await;
            self.jumping.set(false);
            let messages = texts.peek();
            match outcome {
                Ok(()) => {
                    let now = format::long(texts.language_now(), backend.clock().get_untracked());
                    feedback.announce(messages.clock_is_now(now).to_string());
                }
                Err(why) => {
                    self.commands.tell_not_done(messages.clock_not_moved().to_string(), &why, None);
                }
            }
        });
    }

    /// Goes back to before the last jump and tells what time it is then.
    fn undo(self) {
        let Commands { backend, feedback, texts } = self.commands;
        if self.is_past() {
            return;
        }
        spawn_local(async move {
            let outcome = backend.undo_jump().await;
            let messages = texts.peek();
            match outcome {
                Ok(()) => {
                    let now = format::long(texts.language_now(), backend.clock().get_untracked());
                    feedback.announce(messages.undo_done(now).to_string());
                }
                Err(why) => self.commands.tell_not_done(messages.undo_not_done().to_string(), &why, None),
            }
        });
    }

    /// Whether the past is looked at, which is then said.
    fn is_past(self) -> bool {
        let Commands { backend, feedback, texts } = self.commands;
        if backend.is_past() {
            feedback.announce(texts.peek().not_done_past().to_string());
        }
        backend.is_past()
    }

    /// Stops the clock or lets it run.
    pub fn toggle(self) {
        if self.is_past() {
            return;
        }
        let paused = !self.commands.backend.peek(|all| all.head().paused);
        self.set(Setting::Paused(paused));
    }

    fn set(self, setting: Setting) {
        let Commands { backend, feedback, texts } = self.commands;
        spawn_local(async move {
            let messages = texts.peek();
            match (backend.set(setting).await, setting) {
                (Ok(()), Setting::Paused(true)) => feedback.announce(messages.clock_paused().to_string()),
                (Ok(()), Setting::Paused(false)) => feedback.announce(messages.clock_resumed().to_string()),
                (Ok(()), Setting::Speed(_) | Setting::Rules(_)) => {}
                (Err(why), _) => {
                    self.commands.tell_not_done(messages.clock_not_set().to_string(), &why, None);
                }
            }
        });
    }
}

/// The clock, docked below everything.
#[component]
pub fn SimulationClock(control: ClockControl) -> impl IntoView {
    let Commands { backend, texts: t, .. } = control.commands;
    let now = backend.clock();
    let later = use_later();
    let past = backend.looking();
    let off = move || past.get().then_some("true");
    let why = move || past.get().then_some("past-why");
    let paused = Memo::new(move |_| backend.read(|all| all.head().paused));
    let speed = Memo::new(move |_| backend.read(|all| all.head().speed));
    let time = Memo::new(move |_| format::long(t.language(), now.get()));
    let next = Memo::new(move |_| {
        let now = now.get();
        let next = backend.read(|all| all.next_event());
        match next {
            Some(at) => t.get().next_event_at(format::relative(t.language(), at, now)).to_string(),
            None => t.get().nothing_comes().to_string(),
        }
    });
    let jump = move |(jump, label): (Jump, Phrase)| {
        view! {
            <button
                type="button"
                class="button button--sm"
                aria-disabled=off
                aria-describedby=why
                on:click=move |_| control.jump(jump)
            >
                {(jump == Jump::NextEvent).then(|| view! { <Icon name="next"/> })}
                {t.say(label)}
            </button>
        }
    };
    let offered = backend.undo_offered();
    let undo = move || {
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
        })
    };
    let class = move || if paused.get() { "clock clock--paused" } else { "clock" };
    let pause = move || match paused.get() {
        true => view! { <Icon name="play"/> {t.say(Messages::clock_resume)} }.into_any(),
        false => view! { <Icon name="pause"/> {t.say(Messages::clock_pause)} }.into_any(),
    };
    view! {
        <footer class="dock">
            <div class=class role="group" aria-label=t.say(Messages::clock_name)>
                <p class="clock__now">
                    <Icon name="clock" class="icon--lg"/>
                    <span>
                        <span class="clock__label">{t.say(Messages::clock_label)}</span>
                        <time class="clock__time" datetime=move || format::iso(now.get())>{time}</time>
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
                <p class="clock__next">{next}</p>
                <JumpProgress/>
            </div>
            {move || later.has_settled().then(|| later.show(|parts| (parts.timeline)()))}
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
        view! { <option value=value.to_string() selected=move || speed.get() == value>{move || named(choice.factor())}</option> }
    };
    // A workspace may have a speed that is not offered; it is shown as it is.
    let other = move || {
        let speed = speed.get();
        Speed::of(speed).is_none().then(|| view! { <option selected=true>{named(speed / 1_000)}</option> })
    };
    view! {
        <label class="clock__speed">
            <span>{t.say(Messages::clock_speed)}</span>
            <select
                class="select select--sm select--auto"
                disabled=move || past.get()
                prop:value=move || speed.get().to_string()
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
