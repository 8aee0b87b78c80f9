//! Lessons of one's own: kept in this browser, made here or taken from a file or a link after the checks of any other.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::lessons::draft::shelf::{MOST_LESSONS, NotTaken};
use crate::lessons::read::MOST_BYTES;
use crate::lessons::{Lesson, NotALesson, read};
use crate::phrases::Messages;
use crate::portal::backend::{from_link, to_link};
use crate::portal::route::Route;
use crate::portal::route::navigation::{Navigation, use_navigation};
use crate::portal::ui::PageHead;
use crate::portal::ui::commands::{Commands, use_commands};
use crate::portal::ui::feedback::{News, Tone};
use crate::portal::ui::reactive::erased::{effect, live};

use super::course::{self, lesson_of, slot_of};
use super::files::{self, NotFetched, keep_shelf, shelf};
use super::own_section::Owned;
use super::page::{IMPORT, LearnPlace, failed, id_at};
use super::upload::Unread;

/// The link that has a lesson in it, for whoever opens it.
pub fn link(lesson: &Lesson) -> Option<String> {
    let text = serde_json::to_string(lesson).ok()?;
    let href = window().location().href().ok()?;
    let page = href.split('#').next().unwrap_or_default();
    Some(format!("{page}{}", Route::Learn(format!("{IMPORT}{}", to_link(&text)?))))
}

/// The lesson in a link.
///
/// # Errors
/// [`NotALesson`], as of a file.
fn from_route(id: &str) -> Result<Lesson, NotALesson> {
    let packed = id.strip_prefix(IMPORT).unwrap_or_default();
    // Four characters hold three bytes, and what is longer is not even unpacked.
    if packed.len() > MOST_BYTES * 3 {
        return Err(NotALesson::TooLarge(packed.len()));
    }
    read(&from_link(packed).unwrap_or_default())
}

/// Puts a lesson with one's own, and tells what came of it; whether it is there now.
pub async fn take(commands: Commands, lesson: Lesson) -> bool {
    let m = commands.texts.peek();
    let refuse = |text: String| {
        let title = m.own_not_added();
        commands.feedback.notify(News { tone: Tone::Danger, title, text, link: None });
        false
    };
    let Ok(course) = files::catalogue(commands.texts.language_now().tag()).await else {
        return refuse(m.learn_failed());
    };
    let ids: Vec<String> = course.into_iter().map(|listed| listed.id).collect();
    let mut shelf = shelf();
    let (id, same) = (lesson.id.clone(), shelf.get(&lesson.id) == Some(&lesson));
    match shelf.put(lesson, &ids) {
        Err(NotTaken::OfCourse) => return refuse(m.own_of_course()),
        Err(NotTaken::Begin(step)) => return refuse(m.own_begin(step + 1)),
        Err(NotTaken::Full) => return refuse(m.own_full(MOST_LESSONS)),
        // Another lesson of this id: what was kept of the old one means nothing for it.
        Ok(true) if !same => course::forget(&id),
        Ok(_) => {}
    }
    if !keep_shelf(&shelf) {
        return refuse(m.own_not_kept());
    }
    commands.feedback.tell(m.own_added());
    true
}

/// The lessons of one's own in the catalogue, and what becomes of a file that was chosen.
#[component]
pub fn OwnLessons() -> impl IntoView {
    let Owned { chosen, on_change } = expect_context();
    let commands = use_commands();
    let t = commands.texts;
    let all = RwSignal::new(shelf());
    let changed = move || {
        all.try_set(shelf());
    };
    let read_file = move |text: Result<String, Unread>| {
        let m = t.peek();
        let refuse = |text: String| {
            let title = m.own_not_added();
            commands.feedback.notify(News { tone: Tone::Danger, title, text, link: None });
        };
        let lesson = match text {
            Ok(text) => read(&text),
            Err(Unread::TooLarge(bytes)) => Err(NotALesson::TooLarge(bytes)),
            Err(Unread::Unreadable(words)) => return refuse(m.progress_unreadable(words.as_str())),
        };
        match lesson {
            Err(why) => refuse(why.sentence(&m)),
            Ok(lesson) => spawn_local(async move {
                if take(commands, lesson).await {
                    changed();
                }
            }),
        }
    };
    effect(move |_| {
        if let Some(text) = chosen.get() {
            chosen.set(None);
            read_file(text);
        }
    });
    let remove = move |id: String| {
        if lesson_of(&commands.backend.slot()) == Some(id.as_str()) {
            commands.feedback.alert(t.peek().own_leave_first());
            return;
        }
        let mut shelf = shelf();
        shelf.remove(&id);
        keep_shelf(&shelf);
        course::forget(&id);
        changed();
        spawn_local(async move {
            // Where there is no such workspace as yet, there is none to throw away.
            let _ = commands.backend.discard_workspace(&slot_of(&id)).await;
            commands.feedback.tell(t.peek().own_removed());
            on_change.run(());
        });
    };
    let items = move || {
        let m = t.get();
        let language = t.language().tag();
        let progress = course::progress();
        let item = |lesson: &Lesson| {
            let texts = lesson.texts_in(language);
            let title = texts.map(|texts| texts.title.clone()).unwrap_or_default();
            let about = texts.map(|texts| texts.about.clone()).unwrap_or_default();
            let (tone, state) = match progress.of(&lesson.id, lesson.rev) {
                Some(kept) if kept.complete => ("chip tone--success", m.learn_complete()),
                Some(kept) => ("chip tone--info", m.learn_done(kept.done.to_string(), kept.of.to_string())),
                None => ("chip", m.learn_new()),
            };
            let label = m.own_remove_of(title.as_str());
            let id = lesson.id.clone();
            view! {
                <li class="card stack">
                    <h3><a href=Route::Learn(lesson.id.clone()).to_string()>{title}</a></h3>
                    <p>{about}</p>
                    <div class="cluster">
                        <span class=tone>{state}</span>
                        <span class="hint">{m.learn_minutes(lesson.minutes.to_string())}</span>
                        <button type="button" class="button button--sm" aria-label=label on:click=move |_| remove(id.clone())>
                            {m.own_remove()}
                        </button>
                    </div>
                </li>
            }
            .into_any()
        };
        let items = all.with(|all| all.all().iter().map(item).collect_view());
        view! { <ul class="lessons" role="list">{items}</ul> }.into_any()
    };
    live(items)
}

/// What a link with a lesson leads to: what it is, and the button that takes it.
#[component]
pub fn LessonImport() -> impl IntoView {
    let navigation = use_navigation();
    let commands = use_commands();
    let id = id_at(LearnPlace::Import);
    live(move || match from_route(&id.get()) {
        Ok(lesson) => found(commands, navigation, lesson),
        Err(why) => failed(commands.texts, NotFetched::Wrong(why).sentence(&commands.texts.get())),
    })
}

fn found(commands: Commands, navigation: Navigation, lesson: Lesson) -> AnyView {
    let t = commands.texts;
    let texts = lesson.texts_in(t.language_now().tag()).cloned();
    let title = texts.as_ref().map(|texts| texts.title.clone()).unwrap_or_default();
    let about = texts.map(|texts| texts.about).unwrap_or_default();
    let minutes = lesson.minutes.to_string();
    let press = move |_| {
        let lesson = lesson.clone();
        spawn_local(async move {
            if take(commands, lesson).await {
                navigation.go(&Route::Learn(String::new()));
            }
        });
    };
    view! {
        <PageHead title=t.say(Messages::own_import) icon="play"/>
        <div class="card stack measure">
            <h2>{title}</h2>
            <p>{about}</p>
            <p class="hint">{live(move || t.get().learn_minutes(minutes.as_str()))}</p>
            <p class="hint">{t.say(Messages::own_import_hint)}</p>
            <div class="cluster">
                <button type="button" class="button button--primary" on:click=press>{t.say(Messages::own_import_press)}</button>
                <a class="button" href=Route::Learn(String::new()).to_string()>{t.say(Messages::learn_back)}</a>
            </div>
        </div>
    }
    .into_any()
}
