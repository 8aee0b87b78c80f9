//! Listening: keys wherever the focus is, whether somebody is there, and what goes on with time.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, KeyboardEvent};

use crate::phrases::Messages;
use crate::portal::ui::preferences;
use crate::portal::ui::reactive::erased::effect;

use super::frame;
use super::keys::{Focus, Press, press};
use super::stage::Stage;
use super::timing::{COUNTDOWN, Idle, WHOLE, idle, share};

/// How often it is looked how much time is gone.
const TICK: Duration = Duration::from_millis(250);

/// What somebody does who is there.
const SIGNS: [&str; 4] = ["pointerdown", "pointermove", "wheel", "touchstart"];

/// Listens as long as the component that calls this is there.
pub fn listen(stage: Stage) {
    // Before anything in the page hears of it: a clicker must work wherever the focus is.
    capture("keydown", move |event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
            hear(stage, event);
        }
    });
    for sign in SIGNS {
        capture(sign, move |_| stage.touch());
    }
    let change = leptos::ev::Custom::<web_sys::Event>::new("fullscreenchange");
    let left = window_event_listener(change, move |_| {
        if !frame::is_full_screen() {
            stage.diagram.set(false);
        }
    });
    on_cleanup(move || left.remove());
    if let Ok(handle) = set_interval_with_handle(move || tick(stage), TICK) {
        on_cleanup(move || handle.clear());
    }
    tell_of_countdown(stage);
}

fn capture(name: &'static str, hear: impl Fn(web_sys::Event) + 'static) {
    let listener = StoredValue::new_local(Closure::<dyn Fn(web_sys::Event)>::new(hear));
    listener.with_value(|listener| {
        let function = listener.as_ref().unchecked_ref();
        // A window takes every listener.
        let _ = window().add_event_listener_with_callback_and_bool(name, function, true);
    });
    on_cleanup(move || {
        listener.with_value(|listener| {
            let function = listener.as_ref().unchecked_ref();
            let _ = window().remove_event_listener_with_callback_and_bool(name, function, true);
        });
    });
}

fn hear(stage: Stage, event: &KeyboardEvent) {
    let counting = stage.counting.get_untracked().is_some();
    stage.touch();
    let swallow = || {
        event.prevent_default();
        event.stop_propagation();
    };
    if counting {
        // Whoever says that they are there asks for nothing else.
        return swallow();
    }
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(asked) = press(&event.key(), focus(target.as_ref()), preferences::single_keys()) else { return };
    swallow();
    // One who leans on a key means it once.
    if !event.repeat() {
        carry_out(stage, asked);
    }
}

/// Does what is asked.
pub fn carry_out(stage: Stage, asked: Press) {
    match asked {
        Press::Next => stage.next(),
        Press::Previous => stage.previous(),
        Press::First => stage.go(0),
        Press::Last => stage.go(untrack(|| stage.count()).saturating_sub(1)),
        Press::Play => stage.toggle(),
        // Where nothing is played there is no beginning to go back to.
        Press::Restore if untrack(|| stage.count()) == 0 => {}
        Press::Restore => stage.restore(Some(Messages::present_restored)),
        Press::Diagram => stage.toggle_diagram(),
        Press::Frame => stage.frame.update(|frame| *frame = !*frame),
        Press::Larger => stage.resize(stage.size.get_untracked().larger()),
        Press::Smaller => stage.resize(stage.size.get_untracked().smaller()),
        Press::Leave if stage.diagram.get_untracked() => stage.toggle_diagram(),
        Press::Leave => stage.leave(),
    }
}

fn focus(target: Option<&Element>) -> Focus {
    if matches!(document().query_selector("dialog[open]"), Ok(Some(_))) {
        return Focus::Dialog;
    }
    let within =
        |selector: &str| target.is_some_and(|target| matches!(target.closest(selector), Ok(Some(_))));
    let typed = "textarea, select, [contenteditable], \
        input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=range])";
    if within(typed) {
        Focus::Field
    } else if within(".present :is(button, a, summary, input)") {
        Focus::Button
    } else if within("button, a, summary, input, [role=grid], [role=tablist], [tabindex='0']") {
        Focus::Control
    } else {
        Focus::Free
    }
}

/// A quarter of a second is gone.
fn tick(stage: Stage) {
    if stage.playing.get_untracked() {
        // While it plays, nobody is expected to touch anything.
        stage.touch();
        let share = share(stage.pace.get_untracked(), stage.since_step());
        stage.share.set(share);
        if share >= WHOLE {
            stage.next();
            stage.playing.set(untrack(|| stage.has_next()));
        }
        return;
    }
    let Some(limit) = stage.idle.filter(|_| stage.watched.get_untracked()) else { return };
    if untrack(|| stage.count()) == 0 {
        return;
    }
    match idle(limit, stage.since_touch()) {
        Idle::Quiet => {}
        Idle::Counting(left) => {
            if stage.counting.get_untracked() != Some(left) {
                stage.counting.set(Some(left));
            }
        }
        Idle::Over => {
            stage.touch();
            stage.restore(Some(Messages::present_idle_restored));
            stage.playing.set(stage.by_itself);
        }
    }
}

/// Says once that it will start over, and not each second.
fn tell_of_countdown(stage: Stage) {
    effect(move |before: Option<bool>| {
        let counts = stage.counting.get().is_some();
        if counts && before != Some(true) {
            let Stage { commands, .. } = stage;
            commands.feedback.alert(commands.texts.peek().present_idle(COUNTDOWN.to_string()));
        }
        counts
    });
}
