//! The page of a lesson: what it is about, the way into it, or what came by a link.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::lessons::Lesson;
use crate::phrases::Messages;
use crate::portal::route::Route;
use crate::portal::route::navigation::use_navigation;
use crate::portal::text::texts::{Texts, use_texts};
use crate::portal::ui::PageHead;
use crate::portal::ui::commands::use_commands;
use crate::portal::ui::reactive::erased::{effect, live, memo};
use crate::portal::ui::reactive::tasks::while_here;

use super::course::lesson_of;
use super::files::{self, NotFetched};
use super::opening::{Whose, open};
use super::own::{IMPORT, Import, from_route};
use super::page::{failed, replace, waiting};

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
enum Shown {
    Waiting,
    Lesson(Box<Lesson>),
    /// A lesson that came by a link.
    Import(Box<Lesson>),
    NoStorage,
    Failed(NotFetched),
}

/// The page of the lesson that the route names. A lesson in whose workspace this tab is not is opened.
#[component]
pub fn LessonPage() -> impl IntoView {
    let t = use_texts();
    let commands = use_commands();
    let navigation = use_navigation();
    let id = memo(move |before: Option<&String>| {
        let Route::Learn(id) = navigation.route() else { return before.cloned().unwrap_or_default() };
        id
    });
    let shown = RwSignal::new(Shown::Waiting);
    effect(move |_| {
        let (id, language) = (id.get(), t.language().tag());
        if id.starts_with(IMPORT) {
            let read = from_route(&id).map_err(NotFetched::Wrong);
            return replace(shown, read.map_or_else(Shown::Failed, |lesson| Shown::Import(Box::new(lesson))));
        }
        let sought = id.clone();
        let found = async move { files::lesson(&sought, language).await };
        while_here(found, move |found| match found {
            Err(why) => replace(shown, Shown::Failed(why)),
            Ok(lesson) if lesson_of(&commands.backend.slot()) == Some(&id) => {
                replace(shown, Shown::Lesson(Box::new(lesson)));
            }
            // Who has gone elsewhere before it came stays there.
            Ok(lesson) => spawn_local(async move {
                if open(commands, &lesson, Whose::AsFound).await.is_err() {
                    shown.try_set(Shown::NoStorage);
                }
            }),
        });
    });
    live(move || match shown.get() {
        Shown::Waiting => waiting(t),
        Shown::Lesson(lesson) => about(t, &lesson),
        Shown::Import(lesson) => view! { <Import lesson=*lesson/> }.into_any(),
        Shown::NoStorage => failed(t, t.get().learn_no_storage()),
        Shown::Failed(why) => failed(t, why.sentence(&t.get())),
    })
}

fn about(t: Texts, lesson: &Lesson) -> AnyView {
    let Some(texts) = lesson.texts_in("").cloned() else {
        return failed(t, t.get().learn_no_such());
    };
    let sources: Vec<_> =
        lesson.sources.iter().map(|source| view! { <li lang="en">{source.clone()}</li> }).collect();
    let title = texts.title;
    view! {
        <PageHead title=move || title.clone() icon="play"/>
        <p class="measure">{texts.about}</p>
        <h2>{t.say(Messages::learn_misconception)}</h2>
        <p class="measure">{texts.misconception}</p>
        <h2>{t.say(Messages::learn_situation)}</h2>
        <p class="measure">{texts.situation}</p>
        <p class="cluster"><a class="button button--primary" href=Route::jobs().to_string()>{t.say(Messages::learn_go)}</a></p>
        <h2>{t.say(Messages::learn_sources)}</h2>
        <ul class="measure">{sources}</ul>
    }
    .into_any()
}
