//! The first steps on the page: what this is, ways in, and five steps that tick themselves.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::phrases::Messages;
use crate::portal::backend::use_backend;
use crate::portal::route::Route;
use crate::portal::route::navigation::use_navigation;
use crate::portal::text::texts::{Phrase, use_texts};
use crate::portal::ui::Icon;
use crate::portal::ui::StepsShown;
use crate::portal::ui::changes::use_changes;
use crate::portal::ui::feedback::use_feedback;
use crate::portal::ui::focus_heading;
use crate::portal::ui::preferences;
use crate::portal::ui::reactive::erased::{effect, live, memo};

use super::model::{PREFERENCE, TourProgress, TourStep, seen};
use super::show_me::show_me;

/// A control that says why it is off when it is pressed.
const REFUSED: &str = "[aria-disabled=true][aria-describedby]";

/// What stands in the region.
#[component]
pub fn FirstSteps() -> impl IntoView {
    let StepsShown(shown) = expect_context();
    let (t, backend, navigation) = (use_texts(), use_backend(), use_navigation());
    let feedback = use_feedback();
    let progress = RwSignal::new(TourProgress::parse(&preferences::read(PREFERENCE).unwrap_or_default()));
    let finish = move |step: TourStep| {
        if progress.with_untracked(|progress| progress.is_done(step)) {
            return;
        }
        progress.update(|progress| *progress = progress.with(step));
        let now = progress.get_untracked();
        // Where it cannot be kept the ticks hold for this visit.
        preferences::write(PREFERENCE, &now.to_string());
        let m = t.peek();
        let said = match now.next() {
            Some(next) => m.steps_ticked(name(step)(&m).to_string(), name(next)(&m).to_string()),
            None => m.steps_all_done(),
        };
        feedback.announce(said.to_string());
    };
    ticks(finish);
    let dismiss = move |_| {
        preferences::write(PREFERENCE, &progress.get_untracked().dismissed().to_string());
        feedback.announce(t.peek().steps_back().to_string());
        shown.set(false);
        request_animation_frame(focus_heading);
    };
    let show = move |step: TourStep| {
        // On a phone a message would lie over what is shown; the notifications keep it.
        feedback.close_toasts();
        show_me(step, backend, navigation);
    };
    let began = RwSignal::new(progress.with_untracked(|progress| progress.count() > 0));
    let button = NodeRef::<html::Button>::new();
    let begin = move |_| {
        began.set(true);
        request_animation_frame(move || {
            // The button is in the page as long as there is a step to take.
            let _ = button.try_get_untracked().flatten().map(|button| button.focus());
        });
    };
    let next = memo(move |_| progress.with(TourProgress::next));
    let intro = live(move || {
        (!began.get() && progress.with(|progress| progress.count() == 0)).then(|| {
            view! {
                <div class="steps__intro">
                <p>{t.say(Messages::steps_what)}</p>
                <p class="cluster">
                    <button type="button" class="button button--primary" on:click=begin>{t.say(Messages::steps_begin)}</button>
                    <button type="button" class="button" on:click=dismiss>{t.say(Messages::steps_look)}</button>
                    <a class="button" href=Route::Learn(String::new()).to_string()>{t.say(Messages::steps_lesson)}</a>
                </p>
                </div>
            }
            .into_any()
        })
    });
    let item = move |step: TourStep| {
        let done = memo(move |_| progress.with(|progress| progress.is_done(step)));
        let mark = live(move || match done.get() {
            true => view! { <Icon name="check"/> }.into_any(),
            false => view! { <span aria-hidden="true">{(step as usize + 1).to_string()}</span> }.into_any(),
        });
        let said = live(move || {
            done.get().then(|| {
                view! { <span class="visually-hidden">{t.say(Messages::steps_done)}</span> }.into_any()
            })
        });
        view! {
            <li class="steps__step" class:steps__step--done=done aria-current=live(move || (next.get() == Some(step)).then_some("step"))>
                <span class="steps__mark">{mark}</span>
                <span>{t.say(name(step))} {said}</span>
            </li>
        }
        .into_any()
    };
    let hint = move || match next.get() {
        Some(step) => view! {
            <p class="steps__hint">
                <span>{t.say(text(step))}</span>
                " "
                <button type="button" class="button button--sm" node_ref=button on:click=move |_| show(step)>
                    {t.say(Messages::steps_show)}
                </button>
            </p>
        }
        .into_any(),
        None => view! { <p class="steps__hint">{t.say(Messages::steps_all_done)}</p> }.into_any(),
    };
    let count = live(move || {
        let done = progress.with(TourProgress::count);
        t.get().steps_count(done.to_string(), TourStep::ALL.len().to_string()).to_string()
    });
    view! {
        <div class="steps__head">
            <h2>{t.say(Messages::steps)}</h2>
            <span class="hint">{count}</span>
            <button type="button" class="button button--subtle button--sm push" on:click=dismiss>
                <Icon name="close"/>
                {t.say(Messages::steps_dismiss)}
            </button>
        </div>
        {intro}
        <ol class="steps__list" role="list">{TourStep::ALL.map(item).into_iter().collect::<Vec<_>>()}</ol>
        {live(hint)}
    }
    .into_any()
}

/// Looks out for what makes a step done.
fn ticks(finish: impl Fn(TourStep) + Copy + 'static) {
    let (backend, navigation, changes) = (use_backend(), use_navigation(), use_changes());
    effect(move |_| {
        let place = navigation.route();
        let done = backend.calls().with(|calls| backend.read(|all| seen(calls, all, &place)));
        done.into_iter().for_each(finish);
    });
    effect(move |_| {
        if changes.last().with(|last| last.as_ref().is_some_and(|report| !report.jobs.is_empty())) {
            finish(TourStep::LetTimePass);
        }
    });
    // Whoever presses a control that is off has asked why.
    let press = window_event_listener(ev::click, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if target.is_some_and(|target| matches!(target.closest(REFUSED), Ok(Some(_)))) {
            finish(TourStep::AskWhy);
        }
    });
    on_cleanup(move || press.remove());
}

fn name(step: TourStep) -> Phrase {
    match step {
        TourStep::AskWhy => Messages::step_why,
        TourStep::Cancel => Messages::step_cancel,
        TourStep::LetTimePass => Messages::step_time,
        TourStep::Delete => Messages::step_delete,
        TourStep::SeeItGone => Messages::step_gone,
    }
}

fn text(step: TourStep) -> Phrase {
    match step {
        TourStep::AskWhy => Messages::step_why_text,
        TourStep::Cancel => Messages::step_cancel_text,
        TourStep::LetTimePass => Messages::step_time_text,
        TourStep::Delete => Messages::step_delete_text,
        TourStep::SeeItGone => Messages::step_gone_text,
    }
}
