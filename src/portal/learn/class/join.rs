//! Joining: the class that a link carries, as its learners see it: their code, their lessons, their submission.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::lessons::Lesson;
use crate::lessons::class::{Class, Enrolled, MOST_CODE, is_code};
use crate::lessons::progress::{LearnerProgress, LessonProgress};
use crate::phrases::{Language, Messages};
use crate::portal::learn::course::{lesson_of, progress};
use crate::portal::learn::enrolment;
use crate::portal::learn::files::NotFetched;
use crate::portal::learn::opening::{Whose, open};
use crate::portal::route::Route;
use crate::portal::route::navigation::use_navigation;
use crate::portal::text::texts::use_texts;
use crate::portal::ui::commands::use_commands;
use crate::portal::ui::feedback::use_feedback;
use crate::portal::ui::preferences;
use crate::portal::ui::reactive::erased::{effect, live};
use crate::portal::ui::reactive::tasks::while_here;
use crate::portal::ui::spoken::speak;
use crate::portal::ui::{Icon, PageHead};
use crate::service::sorted::sort_by;

use super::hand_in::{hand_in, in_words, submission};
use super::own::{Own, terms};

/// The page.
#[component]
pub fn Join(link: String) -> impl IntoView {
    let t = use_texts();
    let class = Class::parse(&link);
    let body = match class {
        None => view! { <p class="measure" role="alert">{t.say(Messages::class_join_none)}</p> }.into_any(),
        Some(class) => view! { <Joined class/> }.into_any(),
    };
    view! {
        <PageHead title=t.say(Messages::class_join_title) icon="play"/>
        {body}
        <p class="class__back"><a href=Route::Learn(String::new()).to_string()>{t.say(Messages::learn_back)}</a></p>
    }
    .into_any()
}

#[component]
fn Joined(class: Class) -> impl IntoView {
    let t = use_texts();
    let link = class.link();
    let before = enrolment::learner().filter(|enrolled| enrolled.class == link);
    let language = Language::all().find(|known| known.tag() == class.language);
    if let Some(language) = language.filter(|language| before.is_none() && *language != t.language_now()) {
        // The class is held in it; who prefers another can choose it all the same.
        let feedback = use_feedback();
        spawn_local(async move {
            if speak(language, t, feedback).await {
                preferences::keep_language(language);
            }
        });
    }
    let enrolled = RwSignal::new(before);
    let class = StoredValue::new(class);
    let said = move || {
        let said = class.with_value(|class| terms(class, t));
        said.into_iter().map(|text| view! { <li>{text}</li> }.into_any()).collect::<Vec<_>>()
    };
    view! {
        <p class="measure">{t.say(Messages::class_join_intro)}</p>
        <ul class="measure">{live(said)}</ul>
        {live(move || match enrolled.get() {
            None => view! { <Code link=class.with_value(Class::link) enrolled/> }.into_any(),
            Some(learner) => view! { <Lessons class=class.get_value() learner enrolled/> }.into_any(),
        })}
    }
    .into_any()
}

/// Where the learner types the code.
#[component]
fn Code(link: String, enrolled: RwSignal<Option<Enrolled>>) -> impl IntoView {
    let t = use_texts();
    let wrong = RwSignal::new(false);
    let field = NodeRef::<leptos::html::Input>::new();
    let last = enrolment::learner().map(|before| before.code).unwrap_or_default();
    let enter = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(input) = field.get_untracked() else { return };
        let code = input.value().trim().to_owned();
        wrong.set(!is_code(&code));
        if wrong.get_untracked() {
            // A field that is there can be focused.
            let _ = input.focus();
            return;
        }
        let now = Enrolled { class: link.clone(), code };
        enrolment::enrol(&now);
        enrolled.set(Some(now));
    };
    view! {
        <form class="card stack class__code" on:submit=enter>
            <div class="field">
                <label class="field__label" for="class-code">{t.say(Messages::class_join_code)}</label>
                <input
                    class="input"
                    id="class-code"
                    node_ref=field
                    autocomplete="off"
                    maxlength=MOST_CODE.to_string()
                    required
                    aria-describedby="class-code-hint class-code-error"
                    aria-invalid=live(move || wrong.get().then_some("true"))
                    prop:value=last
                />
                <p class="hint" id="class-code-hint">{t.say(Messages::class_join_code_hint)}</p>
                <p class="field__error" id="class-code-error" role="status">{live(move || wrong.get().then(|| t.get().class_code_wrong()))}</p>
            </div>
            <p><button type="submit" class="button button--primary">{t.say(Messages::class_join_enter)}</button></p>
        </form>
    }
    .into_any()
}

/// What is shown of the lessons.
#[derive(Clone)]
enum Shown {
    Waiting,
    Failed(NotFetched),
    Lessons(Vec<Lesson>),
}

/// The lessons of the class, and what is handed in.
#[component]
fn Lessons(class: Class, learner: Enrolled, enrolled: RwSignal<Option<Enrolled>>) -> impl IntoView {
    let t = use_texts();
    let shown = RwSignal::new(Shown::Waiting);
    let sought = class.clone();
    effect(move |_| {
        let (language, class) = (t.language().tag(), sought.clone());
        while_here(Own::lessons(class, language), move |found| {
            shown.set(found.map_or_else(Shown::Failed, Shown::Lessons));
        });
    });
    let change = move |_| {
        enrolment::leave();
        enrolled.set(None);
    };
    let code = learner.code.clone();
    view! {
        <p class="cluster">
            <strong>{live(move || t.get().class_join_as(code.as_str()))}</strong>
            <button type="button" class="button button--sm" on:click=change>{t.say(Messages::class_join_change)}</button>
        </p>
        {live(move || match shown.get() {
            Shown::Waiting => view! { <p class="muted" role="status">{t.say(Messages::learn_loading)}</p> }.into_any(),
            Shown::Failed(why) => view! { <p role="alert">{why.sentence(&t.get())}</p> }.into_any(),
            Shown::Lessons(lessons) => view! {
                <List class=class.clone() learner=learner.clone() lessons=lessons.clone()/>
                <HandInAll learner=learner.clone() lessons/>
            }
            .into_any(),
        })}
    }
    .into_any()
}

/// What is kept of a lesson in this class by this learner.
fn own<'a>(all: &'a LearnerProgress, lesson: &Lesson, learner: &Enrolled) -> Option<&'a LessonProgress> {
    let kept = all.of(&lesson.id, lesson.rev)?;
    kept.class.as_ref().is_some_and(|class| class.is(learner)).then_some(kept)
}

fn title(lesson: &Lesson) -> String {
    lesson.texts_in("").map_or_else(|| lesson.id.clone(), |texts| texts.title.clone())
}

#[component]
fn List(class: Class, learner: Enrolled, lessons: Vec<Lesson>) -> impl IntoView {
    let t = use_texts();
    let m = t.get();
    let all = progress();
    let kept: Vec<Option<LessonProgress>> =
        lessons.iter().map(|lesson| own(&all, lesson, &learner).cloned()).collect();
    let complete = |kept: &Option<LessonProgress>| kept.as_ref().is_some_and(|kept| kept.complete);
    let done = kept.iter().filter(|kept| complete(kept)).count();
    let points: u32 = kept.iter().flatten().map(|kept| kept.points).sum();
    let others = lessons.iter().filter_map(|lesson| {
        let class = all.of(&lesson.id, lesson.rev)?.class.as_ref()?;
        (!class.is(&learner)).then(|| class.code.clone())
    });
    let mut others: Vec<String> = others.filter(|code| *code != learner.code).collect();
    sort_by(&mut others, Ord::cmp);
    others.dedup();
    let other = (!others.is_empty()).then(|| {
        view! { <p class="field__remark measure"><Icon name="warning"/><span>{m.class_join_other(others.join(", "))}</span></p> }
        .into_any()
    });
    let items: Vec<_> = lessons
        .iter()
        .enumerate()
        .map(|(place, lesson)| {
            let before =
                place.checked_sub(1).and_then(|before| Some((lessons.get(before)?, kept.get(before)?)));
            let locked =
                before.filter(|(_, kept)| class.in_order && !complete(kept)).map(|(lesson, _)| title(lesson));
            let elsewhere = all.of(&lesson.id, lesson.rev).is_some_and(|kept| kept.class.is_none());
            let kept = kept.get(place).cloned().flatten();
            view! { <Item lesson=lesson.clone() learner=learner.clone() kept locked elsewhere/> }.into_any()
        })
        .collect();
    let missing = class.lessons.iter().filter(|id| !lessons.iter().any(|lesson| lesson.id == **id));
    let missing: Vec<_> = missing
        .map(|id| view! { <p class="measure">{m.class_join_gone(id.as_str())}</p> }.into_any())
        .collect();
    let sum = m.class_join_progress(done.to_string(), lessons.len().to_string(), points.to_string());
    view! {
        <p>{sum}</p>
        {other}
        <ol class="lessons" role="list">{items}</ol>
        {missing}
    }
    .into_any()
}

#[component]
fn Item(
    lesson: Lesson,
    learner: Enrolled,
    kept: Option<LessonProgress>,
    locked: Option<String>,
    elsewhere: bool,
) -> impl IntoView {
    let commands = use_commands();
    let navigation = use_navigation();
    let t = commands.texts;
    let m = t.get();
    let title = title(&lesson);
    let (tone, state) = match &kept {
        Some(kept) if kept.complete => ("chip tone--success", m.learn_complete()),
        Some(kept) => ("chip tone--info", m.learn_done(kept.done.to_string(), kept.of.to_string())),
        None => ("chip", m.learn_new()),
    };
    let label = match &kept {
        Some(kept) if kept.complete => m.class_join_look(title.as_str()),
        Some(_) => m.class_join_continue(title.as_str()),
        None => m.class_join_begin(title.as_str()),
    };
    let anew =
        (kept.is_none() && elsewhere).then(|| view! { <p class="hint">{m.class_join_anew()}</p> }.into_any());
    let about = lesson.texts_in("").map(|texts| texts.about.clone());
    let minutes = lesson.minutes;
    let is_own = kept.is_some();
    let begin = move |_| {
        let (lesson, learner) = (lesson.clone(), learner.clone());
        if is_own && lesson_of(&commands.backend.slot()) == Some(&lesson.id) {
            navigation.go(&Route::Learn(lesson.id));
            return;
        }
        spawn_local(async move {
            if open(commands, &lesson, Whose::Of(learner)).await.is_err() {
                commands.feedback.alert(commands.texts.peek().learn_no_storage());
            }
        });
    };
    let way = match locked {
        Some(before) => view! { <p class="hint">{m.class_join_locked(before)}</p> }.into_any(),
        None => {
            view! { <p><button type="button" class="button" on:click=begin>{label}</button></p> }.into_any()
        }
    };
    view! {
        <li class="card stack">
            <h2>{title}</h2>
            <p>{about}</p>
            <p class="cluster">
                <span class=tone>{state}</span>
                <span class="hint">{m.learn_minutes(minutes.to_string())}</span>
            </p>
            {anew}
            {way}
        </li>
    }
    .into_any()
}

/// What the file with all lessons holds, and the button.
#[component]
fn HandInAll(learner: Enrolled, lessons: Vec<Lesson>) -> impl IntoView {
    let commands = use_commands();
    let t = commands.texts;
    let m = t.get();
    let all = progress();
    let mut made = Vec::new();
    let mut words = Vec::new();
    for lesson in &lessons {
        let Some(kept) = own(&all, lesson, &learner).filter(|kept| kept.done > 0) else { continue };
        let title = title(lesson);
        words.push(match submission(commands, lesson, kept) {
            None => m.class_handin_failed(title),
            Some(submission) => {
                let words = in_words(&submission, &title, lesson.tasks.len(), &m);
                made.push(submission);
                words
            }
        });
    }
    let none = words.is_empty();
    let words: Vec<_> = words.into_iter().map(|words| view! { <li>{words}</li> }.into_any()).collect();
    let holds = m.class_handin_holds(learner.code.as_str());
    let some = !made.is_empty();
    let press = move |_| hand_in(commands, &made);
    view! {
        <section class="card stack class__hand-in" aria-labelledby="hand-in">
            <h2 id="hand-in">{t.say(Messages::class_handin)}</h2>
            {none.then(|| view! { <p>{t.say(Messages::class_handin_none)}</p> }.into_any())}
            {(!none).then(|| view! { <ul class="measure">{words}</ul> <p class="hint measure">{holds}</p> }.into_any())}
            {some.then(|| view! {
                <p>
                    <button type="button" class="button button--primary" on:click=press>
                        <Icon name="download"/>
                        {t.say(Messages::class_handin_all)}
                    </button>
                </p>
                <p class="hint">{t.say(Messages::class_handin_then)}</p>
            }.into_any())}
        </section>
    }
    .into_any()
}
