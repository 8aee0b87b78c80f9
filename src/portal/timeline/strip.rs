//! The strip: a native slider over the events of a recorded workspace.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::domain::time::Span;
use crate::journal::events::EventKind;
use crate::journal::moments;
use crate::journal::travel::Journey;
use crate::phrases::Messages;
use crate::portal::route::fragment::query_of;
use crate::portal::ui::reactive::erased::{derive, effect, live, memo};
use crate::portal::ui::{Ask, Consequence};

use super::band::Band;
use super::branches::BranchGroup;
use super::film::{Film, Reel, present};
use super::words;

/// More ticks than these cannot be told apart.
const TICKS: usize = 400;

/// What Page Up and Page Down go by.
const DAY: Span = Span::days(1);

/// The strip, while the workspace is recorded.
#[component]
pub fn Timeline() -> impl IntoView {
    let reel = Reel::here();
    let t = reel.commands.texts;
    follow_link(reel);
    listen(reel);
    let kind = memo(move |_| {
        reel.read(|film| match film {
            Film::None => 0,
            Film::Damaged(_) => 1,
            Film::Open(_) => 2,
        })
    });
    live(move || match kind.get() {
        0 => ().into_any(),
        1 => {
            let why = live(move || {
                reel.read(|film| match film {
                    Film::Damaged(why) => {
                        let m = t.get();
                        m.timeline_damaged(why.sentence(&m)).to_string()
                    }
                    Film::None | Film::Open(_) => String::new(),
                })
            });
            view! { <section class="timeline"><p class="hint">{why} " " <StopRecording reel/></p></section> }
                .into_any()
        }
        _ => view! { <Strip reel/> }.into_any(),
    })
}

#[component]
fn Strip(reel: Reel) -> impl IntoView {
    let t = reel.commands.texts;
    let backend = reel.backend();
    let count = memo(move |_| reel.count());
    let place = memo(move |_| match backend.looked_at() {
        Some(look) => reel.place(look.moment),
        None => count.get() + 1,
    });
    let said = memo(move |_| value_text(reel, place.get()));
    let move_to = move |text: String| {
        if let Ok(place) = text.parse() {
            reel.look_at_place(place);
        }
    };
    let press = move |event: KeyboardEvent| {
        match event.key().as_str() {
            "PageUp" => reel.look_by(DAY, true),
            "PageDown" => reel.look_by(DAY, false),
            _ => return,
        }
        event.prevent_default();
    };
    let note = live(move || {
        let room = reel.open(|session, _| session.branches().room());
        match room.filter(|room| room.is_scarce()) {
            Some(room) => t.get().timeline_scarce(room.limits.keep_every.to_string()).to_string(),
            None => t.get().timeline_recorded().to_string(),
        }
    });
    view! {
        <section class="timeline">
            <Band reel/>
            <span class="timeline__label" aria-hidden="true">{t.say(Messages::timeline_name)}</span>
            <div class="timeline__strip">
                <Ticks reel/>
                <input
                    type="range"
                    class="timeline__range"
                    aria-label=t.say(Messages::timeline_name)
                    aria-valuetext=live(move || said.get())
                    min="0"
                    max=live(move || (count.get() + 1).to_string())
                    step="1"
                    prop:value=live(move || place.get().to_string())
                    on:input:target=move |event| move_to(event.target().value())
                    on:keydown=press
                />
            </div>
            <div class="timeline__foot">
                <BranchGroup reel/>
                <p class="hint timeline__note">{note} " " <StopRecording reel/></p>
            </div>
        </section>
    }
    .into_any()
}

/// What stands at a place: the date, which event of how many, and what it was.
fn value_text(reel: Reel, place: usize) -> String {
    let t = reel.commands.texts;
    let (m, language) = (t.get(), t.language());
    let looking = reel.backend().looked_at();
    let text = reel.open(|session, events| {
        let journal = present(session);
        let Some(look) = looking else { return m.timeline_now(reel.moment(journal.last().at)) };
        let when = reel.moment(look.moment.at);
        let Some(event) = place.checked_sub(1).and_then(|at| events.get(at)) else {
            return m.timeline_beginning(when);
        };
        let (number, count) = (place.to_string(), events.len().to_string());
        if event.moment == look.moment {
            m.timeline_event(when, number, count, words::event(event, journal, language))
        } else {
            m.timeline_between(when, number, count)
        }
    });
    text.unwrap_or_default().to_string()
}

/// Upper ticks for what people asked, lower ones for what the service did.
#[component]
fn Ticks(reel: Reel) -> impl IntoView {
    let ticks = live(move || {
        reel.open(|_, events| {
            let every = events.len().div_ceil(TICKS).max(1);
            let all = events.iter().enumerate().filter(|(at, event)| {
                matches!(event.what, EventKind::Asked(_)) && events.len() <= TICKS || at.is_multiple_of(every)
            });
            let last = events.len() + 1;
            all.map(|(at, event)| {
                let class = match event.what {
                    EventKind::Asked(_) => "timeline__tick timeline__tick--asked",
                    EventKind::Happened(_) => "timeline__tick",
                };
                let share = (at + 1) * 10_000 / last;
                let place = format!("{}.{:02}%", share / 100, share % 100);
                view! { <span class=class style=("--x", place)></span> }.into_any()
            })
            .collect_view()
        })
    });
    view! { <div class="timeline__ticks" aria-hidden="true">{ticks}</div> }.into_any()
}

/// Stops the recording, after a question.
#[component]
fn StopRecording(reel: Reel) -> impl IntoView {
    let t = reel.commands.texts;
    let asking = RwSignal::new(false);
    let close = Callback::new(move |()| asking.set(false));
    let stop = Callback::new(move |()| {
        reel.backend().back_to_now();
        reel.travel(Journey::Record(false), t.peek().timeline_stopped().to_string());
    });
    let question = move || {
        let lines = derive(move || vec![Consequence::new("info", t.get().timeline_stop_line())]);
        view! {
            <Ask
                title=derive(t.say(Messages::timeline_stop_ask))
                lines=lines
                press=derive(t.say(Messages::timeline_stop))
                on_close=close
                on_go=stop
            />
        }
        .into_any()
    };
    view! {
        <button type="button" class="button button--sm button--subtle" on:click=move |_| asking.set(true)>
            {t.say(Messages::timeline_stop)}
        </button>
        {live(move || asking.get().then(question))}
    }
    .into_any()
}

/// Looks at what the address asks for: `…&branch=2&at=2026-03-12T08:00:00Z`.
fn follow_link(reel: Reel) {
    let hash = window().location().hash().unwrap_or_default();
    let query = query_of(&hash);
    let Some(at) = query.get("at").and_then(moments::moment) else { return };
    let branch = query.get("branch").and_then(|no| no.parse().ok());
    let done = StoredValue::new(false);
    effect(move |_| {
        let present = reel.open(|session, _| session.branches().present().no);
        if let (Some(present), false) = (present, done.get_value()) {
            done.set_value(true);
            reel.look_at_branch(branch.unwrap_or(present), at);
        }
    });
}

/// Esc leads back to now, and Z looks at the moment before the last command.
fn listen(reel: Reel) {
    let press = move |event: KeyboardEvent| {
        let chord = event.ctrl_key() || event.meta_key() || event.alt_key();
        if chord || event.default_prevented() || is_elsewhere(&event) {
            return;
        }
        match event.key().as_str() {
            "Escape" if reel.backend().is_past() => reel.backend().back_to_now(),
            "z" | "Z" => reel.look_before_last(),
            _ => return,
        }
        event.prevent_default();
    };
    let listener = window_event_listener(leptos::ev::keydown, press);
    on_cleanup(move || listener.remove());
}

/// Whether somebody types, or is asked something.
fn is_elsewhere(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlElement>().ok());
    let types = target.is_some_and(|element| {
        let kind = element.get_attribute("type").unwrap_or_default();
        let writes =
            element.tag_name() == "INPUT" && !["range", "checkbox", "radio"].contains(&kind.as_str());
        writes || element.tag_name() == "TEXTAREA" || element.tag_name() == "SELECT"
    });
    types || matches!(document().query_selector("dialog[open], :popover-open"), Ok(Some(_)))
}
