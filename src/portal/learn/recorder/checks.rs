//! Checks: what is missing, what the linter says right now, and the ways out: a file, a link, one's own lessons.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::lessons::coverage::Coverage;
use crate::lessons::lint::{LessonProblem, lint};
use crate::lessons::{Lesson, NotALesson, read};
use crate::phrases::Messages;
use crate::portal::ui::feedback::{News, Tone};
use crate::portal::ui::reactive::erased::{derive, effect, live, memo};
use crate::portal::ui::{Ask, Consequence, Icon, copy_text, save};

use super::super::own;
use super::desk::RecorderDesk;
use super::words;

/// How long nothing is typed before the linter looks: it replays the lesson a hundred times.
const PAUSE: Duration = Duration::from_millis(400);

/// What the linter says.
#[derive(Clone, Debug, PartialEq)]
enum Report {
    /// It is no lesson as yet.
    Not(NotALesson),
    /// It is one, with these problems.
    Is(Vec<LessonProblem>),
}

/// The lesson of a draft, read as any file is.
fn lesson(desk: RecorderDesk) -> Result<Lesson, NotALesson> {
    desk.peek(|draft| read(&text(&draft.lesson()))).unwrap_or(Err(NotALesson::OtherFormat))
}

fn text(lesson: &Lesson) -> String {
    // Lessons are plain values, which cannot fail.
    serde_json::to_string_pretty(lesson).unwrap_or_default()
}

/// The checklist, the linter, and the buttons.
#[component]
pub fn Checks(desk: RecorderDesk) -> impl IntoView {
    let t = desk.commands.texts;
    let list = memo(move |_| desk.read(|draft| draft.checklist()).unwrap_or_default());
    let lines = move || {
        let m = t.get();
        let line = |(item, done): (crate::lessons::draft::missing::Item, bool)| {
            let (tone, icon, state) = match (done, item.is_needed()) {
                (true, _) => ("tone--success", "check", m.recorder_done()),
                (false, true) => ("tone--danger", "no", m.recorder_missing()),
                (false, false) => ("tone--info", "info", m.recorder_better()),
            };
            view! { <li class=tone><Icon name=icon/> <span>{words::item(&item, &m)} ": " {state}</span></li> }
                .into_any()
        };
        list.get().into_iter().map(line).collect_view()
    };
    let report = RwSignal::new(None::<Report>);
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    effect(move |_| {
        desk.read(|_| ());
        if let Some(earlier) = waiting.get_value() {
            earlier.clear();
        }
        let look = move || {
            let found = match lesson(desk) {
                Err(why) => Report::Not(why),
                Ok(lesson) => Report::Is(lint(&lesson, &mut Coverage::default())),
            };
            // The page may have been left meanwhile.
            report.try_set(Some(found));
        };
        waiting.set_value(set_timeout_with_handle(look, PAUSE).ok());
    });
    let said = move || {
        let m = t.get();
        match report.get() {
            None => view! { <p class="muted">{m.recorder_looking()}</p> }.into_any(),
            Some(Report::Not(why)) => view! { <p>{words::not_yet(&why, &m)}</p> }.into_any(),
            Some(Report::Is(problems)) if problems.is_empty() => {
                view! { <p class="tone--success"><Icon name="check"/> " " {m.recorder_kept()}</p> }.into_any()
            }
            Some(Report::Is(problems)) => {
                let line =
                    |problem: &LessonProblem| view! { <li>{words::problem(problem, &m)}</li> }.into_any();
                view! { <ul>{problems.iter().map(line).collect_view()}</ul> }.into_any()
            }
        }
    };
    view! {
        <section class="card stack" aria-labelledby="recorder-missing">
            <h2 id="recorder-missing">{t.say(Messages::recorder_checklist)}</h2>
            <ul class="recorder__list" role="list" aria-labelledby="recorder-missing">{live(lines)}</ul>
            <h2 id="recorder-lint">{t.say(Messages::recorder_lint)}</h2>
            <div role="status" aria-labelledby="recorder-lint">{live(said)}</div>
            <Ways desk/>
        </section>
    }
    .into_any()
}

/// The ways out.
#[component]
fn Ways(desk: RecorderDesk) -> impl IntoView {
    let t = desk.commands.texts;
    let feedback = desk.commands.feedback;
    let refuse = move |text: String| {
        let title = t.peek().recorder_not_out();
        feedback.notify(News { tone: Tone::Danger, title, text, link: None });
    };
    let whole = move || match lesson(desk) {
        Ok(lesson) => Some(lesson),
        Err(why) => {
            refuse(words::not_yet(&why, &t.peek()));
            None
        }
    };
    let to_file = move |_| {
        let Some(lesson) = whole() else { return };
        if let Err(error) = save(&text(&lesson), &format!("{}.json", lesson.id), "application/json") {
            // A browser that cannot save says so in its own way; the draft stays.
            leptos::logging::warn!("{error:?}");
        }
    };
    let to_link = move |_| {
        let Some(lesson) = whole() else { return };
        spawn_local(async move {
            let m = t.peek();
            let copied = match own::link(&lesson) {
                Some(link) => copy_text(&link).await,
                None => false,
            };
            match copied {
                true => feedback.tell(m.recorder_link_copied()),
                false => refuse(m.recorder_link_not_copied()),
            }
        });
    };
    let to_own = move |_| {
        let Some(lesson) = whole() else { return };
        spawn_local(async move {
            // What came of it is told.
            own::take(desk.commands, lesson).await;
        });
    };
    let asks = RwSignal::new(false);
    let label = derive(t.say(Messages::recorder_discard));
    let question = move || {
        let title = derive(t.say(Messages::recorder_discard_ask));
        let lines = derive(move || vec![Consequence::new("download", t.get().recorder_discard_line())]);
        view! {
            <Ask title lines press=label on_close=move |()| asks.set(false) on_go=move |()| desk.take(None)/>
        }
        .into_any()
    };
    view! {
        <div class="cluster">
            <button type="button" class="button button--primary" on:click=to_own>{t.say(Messages::recorder_to_own)}</button>
            <button type="button" class="button" on:click=to_file>{t.say(Messages::recorder_to_file)}</button>
            <button type="button" class="button" on:click=to_link>{t.say(Messages::recorder_to_link)}</button>
            <button type="button" class="button button--danger" on:click=move |_| asks.set(true)>{live(move || label.get())}</button>
        </div>
        <p class="hint measure">{t.say(Messages::recorder_out_hint)}</p>
        {live(move || asks.get().then(question))}
    }
    .into_any()
}
