//! The panel: the lesson beside the portal, docked on wide screens and a sheet on small ones.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::lessons::progress::LessonProgress;
use crate::phrases::Messages;
use crate::portal::route::Route;
use crate::portal::route::navigation::use_navigation;
use crate::portal::ui::Icon;
use crate::portal::ui::commands::use_commands;
use crate::portal::ui::preferences;
use crate::portal::ui::reactive::erased::{effect, live, memo};

use super::class::class_link;
use super::course::{OpenLesson, Stayed, arrival, lesson_of, progress};
use super::end::End;
use super::{anchors, files, notes, show};

/// On which side the panel stands, and whether it is folded up.
const SIDE: &str = "lesson-side";
/// Seconds between two looks at how long the lesson has been looked at.
const TICK: u64 = 5;

/// The panel, where this tab's workspace is a lesson's.
#[component]
pub fn LessonPanel() -> impl IntoView {
    let commands = use_commands();
    let navigation = use_navigation();
    if let Some(id) = arrival() {
        navigation.go(&Route::Learn(id));
    }
    let slot = commands.backend.slot();
    let id = lesson_of(&slot)?.to_owned();
    let course = OpenLesson {
        commands,
        lesson: RwSignal::new(None),
        standing: RwSignal::new(None),
        kept: RwSignal::new(None),
        busy: RwSignal::new(false),
    };
    effect(move |_| {
        let (id, language) = (id.clone(), commands.texts.language().tag());
        spawn_local(async move {
            // A lesson that does not arrive leaves its workspace; the page of the lesson says why.
            let Ok(lesson) = files::lesson(&id, language).await else { return };
            let begun = || LessonProgress::begin(lesson.rev, 1, lesson.tasks.len());
            let kept = progress().of(&lesson.id, lesson.rev).cloned().unwrap_or_else(begun);
            let class = kept.class.as_ref().and_then(|class| class.in_lesson(&lesson.id));
            let lesson = class.map_or_else(|| lesson.clone(), |(class, _)| class.on_terms(&lesson));
            course.kept.set(Some(kept));
            course.lesson.set(Some(Arc::new(lesson)));
        });
    });
    effect(move |_| {
        commands.backend.revision().track();
        course.lesson.track();
        untrack(|| course.look());
    });
    notes::take(course);
    anchors::follow(course);
    let counts = move || {
        let looked = !document().hidden() && untrack(|| course.next()).is_some();
        if looked {
            course.ticks(TICK);
        }
    };
    if let Ok(handle) = set_interval_with_handle(counts, Duration::from_secs(TICK)) {
        on_cleanup(move || handle.clear());
    }
    Some(live(move || course.lesson.with(Option::is_some).then(|| view! { <Panel course/> }.into_any())))
}

#[component]
fn Panel(course: OpenLesson) -> impl IntoView {
    let t = course.commands.texts;
    let other_side = RwSignal::new(preferences::read(SIDE).as_deref() == Some("other"));
    let folded = RwSignal::new(
        window().inner_width().ok().and_then(|width| width.as_f64()).is_some_and(|width| width < 768.0),
    );
    let class = live(move || match (other_side.get(), folded.get()) {
        (false, false) => "lesson",
        (true, false) => "lesson lesson--other",
        (false, true) => "lesson lesson--folded",
        (true, true) => "lesson lesson--other lesson--folded",
    });
    let moves = move |_| {
        other_side.update(|other| *other = !*other);
        // Where it cannot be kept it holds for this visit.
        preferences::write(SIDE, if other_side.get_untracked() { "other" } else { "usual" });
    };
    let fold_label = live(move || if folded.get() { t.get().lesson_unfold() } else { t.get().lesson_fold() });
    let complete =
        memo(move |_| course.standing.with(|now| now.as_ref().is_some_and(|now| now.is_complete())));
    let status = live(move || complete.get().then(|| t.get().lesson_complete()));
    view! {
        <section class=class aria-label=t.say(Messages::lesson)>
            <div class="lesson__head">
                <h2>{live(move || course.said(|texts| texts.title.clone()))}</h2>
                <button type="button" class="button button--icon button--subtle lesson__side" aria-label=t.say(Messages::lesson_move) on:click=moves>
                    <Icon name="sort"/>
                </button>
                <button
                    type="button"
                    class="button button--icon button--subtle"
                    aria-label=fold_label
                    aria-expanded=live(move || if folded.get() { "false" } else { "true" })
                    on:click=move |_| folded.update(|folded| *folded = !*folded)
                >
                    <Icon name="columns"/>
                </button>
            </div>
            <div class="lesson__body">
                <p class="muted">{live(move || course.said(|texts| texts.situation.clone()))}</p>
                <Tasks course/>
                <p class="lesson__complete" role="status">{status}</p>
                {live(move || if complete.get() {
                    view! { <End course/> }.into_any()
                } else {
                    view! { <Answers course/> <Hints course/> }.into_any()
                })}
                <Ways course/>
            </div>
        </section>
    }
    .into_any()
}

/// The list of tasks.
#[component]
fn Tasks(course: OpenLesson) -> impl IntoView {
    let t = course.commands.texts;
    let tasks = move || {
        let texts = course.said(|texts| texts.tasks.clone()).unwrap_or_default();
        let next = course.next();
        let done = course.standing.with(|now| now.as_ref().map(|now| now.done.clone()).unwrap_or_default());
        let item = |(no, task): (usize, crate::lessons::texts::TaskTexts)| {
            let done = done.get(no) == Some(&true);
            let mark = match done {
                true => view! { <Icon name="check"/> }.into_any(),
                false => view! { <span aria-hidden="true">{(no + 1).to_string()}</span> }.into_any(),
            };
            let said = done.then(
                || view! { " " <span class="visually-hidden">{t.say(Messages::lesson_task_done)}</span> },
            );
            view! {
                <li class="steps__step" class:steps__step--done=done aria-current=(next == Some(no)).then_some("step")>
                    <span class="steps__mark">{mark}</span>
                    <span>{task.text} {said}</span>
                </li>
            }
            .into_any()
        };
        texts.into_iter().enumerate().map(item).collect::<Vec<_>>()
    };
    view! { <ol class="lesson__tasks" role="list" aria-label=t.say(Messages::lesson_tasks)>{live(tasks)}</ol> }.into_any()
}

/// What wrong moves mean, and what spoils the lesson.
#[component]
fn Answers(course: OpenLesson) -> impl IntoView {
    let t = course.commands.texts;
    let answers = move || {
        let now = course.standing.get()?;
        let m = t.get();
        let says = course.next().and_then(|next| {
            course.said(|texts| texts.tasks.get(next).map(|task| task.says.clone())).flatten()
        });
        let says = says.unwrap_or_default();
        let mut all: Vec<String> = now.says.iter().filter_map(|place| says.get(*place).cloned()).collect();
        all.extend(
            now.spoilt.and_then(|place| course.said(|texts| texts.spoilt.get(place).cloned()).flatten()),
        );
        all.extend(now.outside.iter().map(|outside| outside.sentence(&m)));
        Some(all.into_iter().map(|text| view! { <p>{text}</p> }.into_any()).collect::<Vec<_>>())
    };
    let stopped = move || {
        course
            .standing
            .with(Option::is_none)
            .then(|| view! { <p>{t.say(Messages::lesson_stopped)}</p> }.into_any())
    };
    let spoilt =
        memo(move |_| course.standing.with(|now| now.as_ref().is_some_and(|now| now.spoilt.is_some())));
    let rewind = move |_| {
        let Some(to) = course.before_spoilt() else { return };
        spawn_local(async move {
            let m = course.commands.texts.peek();
            match course.go_back(to).await {
                Ok(()) => course.commands.feedback.tell(m.lesson_rewound()),
                Err(why) => why.tell(course.commands, m.lesson_not_rewound()),
            }
            course.look();
        });
    };
    view! {
        <div class="lesson__answers" role="status">{live(answers)} {live(stopped)}</div>
        {live(move || spoilt.get().then(|| view! {
            <button type="button" class="button button--primary" on:click=rewind>{t.say(Messages::lesson_rewind)}</button>
        }.into_any()))}
    }
    .into_any()
}

/// The hints that were taken for the next task, and the buttons for more.
#[component]
fn Hints(course: OpenLesson) -> impl IntoView {
    let t = course.commands.texts;
    let hints = move || {
        let next = course.next()?;
        let texts = course.said(|texts| texts.tasks.get(next).map(|task| task.hints.clone())).flatten()?;
        let taken = course.kept.with(|kept| kept.as_ref().map_or(0, |kept| kept.hints_of(next)));
        let shown = texts.into_iter().take(taken).enumerate().map(|(no, text)| {
            view! { <p><strong>{t.get().lesson_hint_no((no + 1).to_string())}</strong> " " {text}</p> }
                .into_any()
        });
        Some(shown.collect::<Vec<_>>())
    };
    let more = move || {
        let next = course.next()?;
        let count = course.said(|texts| texts.tasks.get(next).map_or(0, |task| task.hints.len()))?;
        Some(count > course.kept.with(|kept| kept.as_ref().map_or(0, |kept| kept.hints_of(next))))
    };
    let take = move |_| match (untrack(|| course.next()), untrack(more)) {
        (Some(next), Some(true)) => course.update(|kept| kept.takes_hint(next)),
        (_, _) => course.commands.feedback.tell(t.peek().lesson_no_hint()),
    };
    let allowed =
        memo(move |_| course.lesson.with(|lesson| lesson.as_ref().is_some_and(|lesson| lesson.allow.hints)));
    let press = move |_| {
        if !course.busy.get_untracked() {
            spawn_local(show::show_next(course));
        }
    };
    let hint = move || {
        allowed.get().then(|| {
            view! { <button type="button" class="button" on:click=take>{t.say(Messages::lesson_hint)}</button> }
            .into_any()
        })
    };
    let exam = memo(move |_| course.is_exam());
    let given_up = memo(move |_| course.is_given_up());
    let give_up = move |_| {
        course.give_up();
        course.commands.feedback.tell(t.peek().lesson_given_up());
    };
    let show = move || {
        match exam.get() {
        true => view! {
            <p class="hint" id="lesson-exam">{t.say(Messages::lesson_exam)}</p>
            <button type="button" class="button" aria-describedby="lesson-exam" on:click=give_up>
                {t.say(Messages::lesson_give_up)}
            </button>
        }
        .into_any(),
        false => view! {
            <button type="button" class="button" aria-busy=live(move || course.busy.get().then_some("true")) on:click=press>
                {t.say(Messages::lesson_show)}
            </button>
        }
        .into_any(),
    }
    };
    view! {
        <div class="lesson__hints" role="status">{live(hints)}</div>
        {live(move || given_up.get().then(|| view! { <p class="hint">{t.say(Messages::lesson_given_up)}</p> }.into_any()))}
        <div class="cluster">{live(hint)} {live(show)}</div>
    }
    .into_any()
}

/// The ways out of the lesson.
#[component]
fn Ways(course: OpenLesson) -> impl IntoView {
    let t = course.commands.texts;
    let restart = move |_| {
        if course.standing.with_untracked(Option::is_none) {
            course.make_anew();
            return;
        }
        spawn_local(async move {
            let m = course.commands.texts.peek();
            match course.begin_anew().await {
                Ok(()) => course.commands.feedback.tell(m.lesson_restarted()),
                Err(Stayed::NotDone(why)) => {
                    course.commands.tell_not_done(m.lesson_not_restarted(), &why, None)
                }
                Err(Stayed::Refused(_) | Stayed::Stopped) => course.make_anew(),
            }
        });
    };
    let task_anew = move |_| {
        spawn_local(async move {
            let m = course.commands.texts.peek();
            match course.begin_task_anew().await {
                Ok(()) => course.commands.feedback.tell(m.lesson_task_restarted()),
                Err(why) => why.tell(course.commands, m.lesson_task_not_restarted()),
            }
        });
    };
    let under_way = memo(move |_| course.next().is_some());
    let task = move || {
        under_way.get().then(|| view! {
            <button type="button" class="button" on:click=task_anew>{t.say(Messages::lesson_task_restart)}</button>
        }.into_any())
    };
    let to_class = move || {
        let class = course.kept.with(|kept| kept.as_ref().and_then(|kept| kept.class.clone()))?;
        Some(view! { <a href=class_link(&class)>{t.say(Messages::class_back)}</a> }.into_any())
    };
    view! {
        <p class="cluster">
            {live(task)}
            <button type="button" class="button" on:click=restart>{t.say(Messages::lesson_restart)}</button>
            <button type="button" class="button" on:click=move |_| course.leave()>{t.say(Messages::lesson_leave)}</button>
            <a href=Route::Learn(String::new()).to_string()>{t.say(Messages::learn_back)}</a>
            {live(to_class)}
        </p>
    }
    .into_any()
}
