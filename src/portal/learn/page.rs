//! The pages: the catalogue of lessons, and what a lesson is about.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::lessons::Lesson;
use crate::phrases::Messages;
use crate::portal::rooms::{Room, enter};
use crate::portal::route::navigation::use_navigation;
use crate::portal::route::{ClassPlace, Route};
use crate::portal::text::texts::{Texts, use_texts};
use crate::portal::ui::commands::use_commands;
use crate::portal::ui::reactive::erased::{effect, live, memo};
use crate::portal::ui::reactive::tasks::while_here;
use crate::portal::ui::{PageHead, focus_heading, focused};

use super::class::class_link;
use super::course::{lesson_of, progress};
use super::enrolment;
use super::files::{self, Listed, NotFetched};
use super::handing::Handing;
use super::opening::{Whose, open};
use super::own::{IMPORT, Import, Own, from_route};

/// What stands in a route for the page where lessons are made.
const RECORDER: &str = "recorder";

/// What a page shows.
#[derive(Clone, Debug, PartialEq)]
enum Shown {
    Waiting,
    Catalogue(Vec<Listed>),
    Lesson(Box<Lesson>),
    /// A lesson that is made.
    Recorder,
    /// A lesson that came by a link.
    Import(Box<Lesson>),
    NoStorage,
    Failed(NotFetched),
}

/// The page: a lesson if the route names one, else all of them.
#[component]
pub fn LearnPage() -> impl IntoView {
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
        let show = move |now: Shown| {
            // The heading is drawn anew, and the focus goes with it.
            let in_heading = focused().is_some_and(|element| matches!(element.closest("h1"), Ok(Some(_))));
            shown.set(now);
            if in_heading {
                request_animation_frame(focus_heading);
            }
        };
        if id.is_empty() {
            while_here(files::catalogue(language), move |found| {
                show(found.map_or_else(Shown::Failed, Shown::Catalogue));
            });
        } else if id == RECORDER {
            show(Shown::Recorder);
        } else if id.starts_with(IMPORT) {
            show(from_route(&id).map_or_else(
                |why| Shown::Failed(NotFetched::Wrong(why)),
                |lesson| Shown::Import(Box::new(lesson)),
            ));
        } else {
            let sought = id.clone();
            let found = async move { files::lesson(&sought, language).await };
            while_here(found, move |found| match found {
                Err(why) => show(Shown::Failed(why)),
                Ok(lesson) if lesson_of(&commands.backend.slot()) == Some(&id) => {
                    show(Shown::Lesson(Box::new(lesson)));
                }
                // Who has gone elsewhere before it came stays there.
                Ok(lesson) => spawn_local(async move {
                    if open(commands, &lesson, Whose::AsFound).await.is_err() {
                        shown.try_set(Shown::NoStorage);
                    }
                }),
            });
        }
    });
    live(move || match shown.get() {
        Shown::Waiting => view! {
            <PageHead title=t.say(Messages::learn_title) icon="play"/>
            <p class="muted" role="status">{t.say(Messages::learn_loading)}</p>
        }
        .into_any(),
        Shown::Catalogue(all) => catalogue(t, all, shown),
        Shown::Lesson(lesson) => about(t, &lesson),
        Shown::Recorder => enter(Room::Recorder),
        Shown::Import(lesson) => view! { <Import lesson=*lesson/> }.into_any(),
        Shown::NoStorage => failed(t, t.get().learn_no_storage()),
        Shown::Failed(why) => failed(t, why.sentence(&t.get())),
    })
}

fn failed(t: Texts, text: String) -> AnyView {
    view! {
        <PageHead title=t.say(Messages::learn_title) icon="play"/>
        <p class="measure" role="alert">{text}</p>
        <p><a href=Route::Learn(String::new()).to_string()>{t.say(Messages::learn_back)}</a></p>
    }
    .into_any()
}

fn catalogue(t: Texts, all: Vec<Listed>, shown: RwSignal<Shown>) -> AnyView {
    let progress = progress();
    let title = |id: &String| {
        all.iter().find(|listed| listed.id == *id).map_or(id.clone(), |listed| listed.title.clone())
    };
    let m = t.get();
    let item = |listed: &Listed| {
        let kept = progress.of(&listed.id, listed.rev);
        let (tone, state) = match kept {
            Some(kept) if kept.complete => ("chip tone--success", m.learn_complete()),
            Some(kept) => ("chip tone--info", m.learn_done(kept.done.to_string(), kept.of.to_string())),
            None if progress.is_outdated(&listed.id, listed.rev) => {
                ("chip tone--warning", m.learn_outdated())
            }
            None => ("chip", m.learn_new()),
        };
        let needs: Vec<String> = listed.needs.iter().map(title).collect();
        let needs =
            (!needs.is_empty()).then(|| view! { <p class="hint">{m.learn_needs(needs.join(", "))}</p> });
        view! {
            <li class="card stack">
                <h2><a href=Route::Learn(listed.id.clone()).to_string()>{listed.title.clone()}</a></h2>
                <p>{listed.about.clone()}</p>
                <p class="cluster">
                    <span class=tone>{state}</span>
                    <span class="hint">{m.learn_minutes(listed.minutes.to_string())}</span>
                </p>
                {needs}
            </li>
        }
    };
    let items: Vec<_> = all.iter().map(item).collect();
    view! {
        <PageHead title=t.say(Messages::learn_title) icon="play"/>
        <p class="measure muted">{t.say(Messages::learn_intro)}</p>
        {my_class(t)}
        <ul class="lessons" role="list">{items}</ul>
        <Own on_change=move |()| shown.notify()/>
        <section class="stack" aria-labelledby="own-progress">
            <h2 id="own-progress">{t.say(Messages::progress_title)}</h2>
            <Handing on_change=move |()| shown.notify()/>
        </section>
        <p><a href=Route::Class(ClassPlace::Set).to_string()>{t.say(Messages::class_for_trainers)}</a></p>
    }
    .into_any()
}

/// The way to the class of this browser's learner, if there is one.
fn my_class(t: Texts) -> Option<AnyView> {
    let link = class_link(&enrolment::learner()?);
    Some(view! { <p><a href=link>{t.say(Messages::class_join_title)}</a></p> }.into_any())
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
