//! The page of a lesson: what it is about, and the way into it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::lessons::Lesson;
use crate::phrases::Messages;
use crate::portal::route::Route;
use crate::portal::text::texts::{Texts, use_texts};
use crate::portal::ui::PageHead;
use crate::portal::ui::commands::use_commands;
use crate::portal::ui::reactive::erased::{effect, live};
use crate::portal::ui::reactive::tasks::while_here;

use super::course::lesson_of;
use super::files::{self, NotFetched};
use super::opening::{Whose, open};
use super::page::{LearnPlace, failed, id_at, replace, waiting};

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
enum Shown {
    Waiting,
    Lesson(Box<Lesson>),
    NoStorage,
    Failed(NotFetched),
}

/// The page of the lesson that the route names. A lesson in whose workspace this tab is not is opened.
#[component]
pub fn LessonPage() -> impl IntoView {
    let t = use_texts();
    let commands = use_commands();
    let id = id_at(LearnPlace::Lesson);
    let shown = RwSignal::new(Shown::Waiting);
    effect(move |_| {
        let (id, language) = (id.get(), t.language().tag());
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
        Shown::NoStorage => failed(t, t.get().learn_no_storage()),
        Shown::Failed(why) => failed(t, why.sentence(&t.get())),
    })
}

fn about(t: Texts, lesson: &Lesson) -> AnyView {
    let Some(texts) = lesson.texts_in("").cloned() else {
        return failed(t, t.get().learn_no_such());
    };
    let sources: Vec<_> = lesson
        .sources
        .iter()
        .map(|source| view! { <li lang="en">{source.clone()}</li> }.into_any())
        .collect();
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
