//! Tasks: what must hold for each to be done, picked from what its moves have made true.

use leptos::prelude::*;

use crate::lessons::draft::{Draft, Move};
use crate::lessons::predicate::Predicate;
use crate::phrases::Messages;
use crate::portal::ui::reactive::erased::{live, memo};

use super::desk::RecorderDesk;
use super::words;

/// The tasks, each with its proposals.
#[component]
pub fn Tasks(desk: RecorderDesk) -> impl IntoView {
    let t = desk.commands.texts;
    // A replay for each task, so only where the moves have changed.
    let moves =
        memo(move |_| desk.read(|draft| (draft.tasks.len(), draft.moves.clone())).unwrap_or_default());
    let list = move || {
        let (count, _): (usize, Vec<Move>) = moves.get();
        (0..count).map(|task| one(desk, task)).collect_view()
    };
    view! {
        <section class="card stack" aria-labelledby="recorder-tasks">
            <h2 id="recorder-tasks">{t.say(Messages::recorder_checks)}</h2>
            <p class="hint measure">{t.say(Messages::recorder_checks_hint)}</p>
            {live(list)}
        </section>
    }
    .into_any()
}

fn one(desk: RecorderDesk, task: usize) -> AnyView {
    let t = desk.commands.texts;
    let chosen =
        move |draft: &Draft| draft.tasks.get(task).map(|task| task.check.clone()).unwrap_or_default();
    let mut proposals = desk.peek(|draft| draft.proposals(task)).unwrap_or_default();
    // What was picked before stays to be unpicked, even if the moves no longer lead there.
    for known in desk.peek(chosen).unwrap_or_default() {
        if !proposals.contains(&known) {
            proposals.push(known);
        }
    }
    let none = proposals.is_empty();
    let item = |predicate: Predicate| {
        let (asked, said) = (predicate.clone(), predicate.clone());
        let is = live(move || desk.read(|draft| chosen(draft).contains(&asked)).unwrap_or_default());
        let pick = move |event| {
            let taken = event_target_checked(&event);
            desk.change(|draft| draft.checks(task, &predicate, taken));
        };
        view! {
            <label class="check">
                <input type="checkbox" prop:checked=is on:change=pick/>
                <span>{live(move || words::predicate(&said, t.language()))}</span>
            </label>
        }
        .into_any()
    };
    let points = desk.peek(|draft| draft.tasks.get(task).map_or(1, |task| task.points)).unwrap_or(1);
    let weigh = move |event| {
        if let Ok(points) = event_target_value(&event).parse::<u32>() {
            desk.change(|draft| {
                if let Some(task) = draft.tasks.get_mut(task) {
                    task.points = points.min(100);
                }
            });
        }
    };
    let id = format!("points-{task}");
    view! {
        <fieldset class="fieldset stack">
            <legend>{live(move || t.get().recorder_task(task + 1))}</legend>
            {proposals.into_iter().map(item).collect_view()}
            {none.then(|| view! { <p class="hint">{t.say(Messages::recorder_no_proposals)}</p> }.into_any())}
            <div class="cluster">
                <label for=id.clone()>{live(move || t.get().recorder_points(task + 1))}</label>
                <input class="input recorder__number" id=id type="number" min="0" max="100" prop:value=points.to_string() on:change=weigh/>
            </div>
        </fieldset>
    }
    .into_any()
}
