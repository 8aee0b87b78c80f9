//! The pages: the catalogue of lessons, and the ways to what a lesson is about, to one in a link, and to where they are made.

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::rooms::{Room, enter};
use crate::portal::route::navigation::use_navigation;
use crate::portal::route::{ClassPlace, Route};
use crate::portal::text::texts::{Texts, use_texts};
use crate::portal::ui::reactive::erased::{effect, live, memo};
use crate::portal::ui::reactive::tasks::while_here;
use crate::portal::ui::{PageHead, focus_heading, focused};

use super::class::class_link;
use super::course::progress;
use super::enrolment;
use super::files::{self, Listed, NotFetched};
use super::handing::Handing;
use super::own_section::{OwnSection, RECORDER};

/// What a route begins with that has a whole lesson in it.
pub const IMPORT: &str = "import.";

/// Which page a route leads to.
#[derive(Clone, Copy, PartialEq)]
pub enum LearnPlace {
    /// All lessons.
    Catalogue,
    /// What a lesson is about.
    Lesson,
    /// A lesson that came by a link.
    Import,
    /// Where lessons are made.
    Recorder,
}

impl LearnPlace {
    /// By what stands in the route.
    pub fn of(id: &str) -> LearnPlace {
        match id {
            "" => LearnPlace::Catalogue,
            RECORDER => LearnPlace::Recorder,
            _ if id.starts_with(IMPORT) => LearnPlace::Import,
            _ => LearnPlace::Lesson,
        }
    }
}

/// What the page of the catalogue shows.
#[derive(Clone, Debug, PartialEq)]
enum Shown {
    Waiting,
    Lessons(Vec<Listed>),
    Failed(NotFetched),
}

/// The page: a lesson if the route names one, else all of them.
#[component]
pub fn LearnPage() -> impl IntoView {
    let navigation = use_navigation();
    let place = memo(move |before: Option<&LearnPlace>| {
        let Route::Learn(id) = navigation.route() else {
            return before.copied().unwrap_or(LearnPlace::Catalogue);
        };
        LearnPlace::of(&id)
    });
    live(move || match place.get() {
        LearnPlace::Catalogue => view! { <Catalogue/> }.into_any(),
        LearnPlace::Lesson => enter(Room::LessonPage),
        LearnPlace::Import => enter(Room::LessonImport),
        LearnPlace::Recorder => enter(Room::Recorder),
    })
}

/// What stands in the route while it leads there, or stood there last.
pub fn id_at(place: LearnPlace) -> Memo<String> {
    let navigation = use_navigation();
    memo(move |before: Option<&String>| {
        let Route::Learn(id) = navigation.route() else { return before.cloned().unwrap_or_default() };
        if LearnPlace::of(&id) == place { id } else { before.cloned().unwrap_or_default() }
    })
}

/// Shows something else in place of a page; the heading is drawn anew, and the focus goes with it.
pub fn replace<T: Send + Sync + 'static>(shown: RwSignal<T>, now: T) {
    let in_heading = focused().is_some_and(|element| matches!(element.closest("h1"), Ok(Some(_))));
    shown.set(now);
    if in_heading {
        request_animation_frame(focus_heading);
    }
}

/// The page as long as the files that it shows are not there.
pub fn waiting(t: Texts) -> AnyView {
    view! {
        <PageHead title=t.say(Messages::learn_title) icon="play"/>
        <p class="muted" role="status">{t.say(Messages::learn_loading)}</p>
    }
    .into_any()
}

/// The page where there is nothing to show, for this reason.
pub fn failed(t: Texts, text: String) -> AnyView {
    view! {
        <PageHead title=t.say(Messages::learn_title) icon="play"/>
        <p class="measure" role="alert">{text}</p>
        <p><a href=Route::Learn(String::new()).to_string()>{t.say(Messages::learn_back)}</a></p>
    }
    .into_any()
}

/// Every lesson of the course, those of one's own, and what is kept of all.
#[component]
fn Catalogue() -> impl IntoView {
    let t = use_texts();
    let shown = RwSignal::new(Shown::Waiting);
    effect(move |_| {
        while_here(files::catalogue(t.language().tag()), move |found| {
            replace(shown, found.map_or_else(Shown::Failed, Shown::Lessons));
        });
    });
    live(move || match shown.get() {
        Shown::Waiting => waiting(t),
        Shown::Lessons(all) => catalogue(t, &all, Callback::new(move |()| shown.notify())),
        Shown::Failed(why) => failed(t, why.sentence(&t.get())),
    })
}

fn catalogue(t: Texts, all: &[Listed], on_change: Callback<()>) -> AnyView {
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
        let needs = (!needs.is_empty())
            .then(|| view! { <p class="hint">{m.learn_needs(needs.join(", "))}</p> }.into_any());
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
        .into_any()
    };
    let items: Vec<_> = all.iter().map(item).collect();
    view! {
        <PageHead title=t.say(Messages::learn_title) icon="play"/>
        <p class="measure muted">{t.say(Messages::learn_intro)}</p>
        {my_class(t)}
        <ul class="lessons" role="list">{items}</ul>
        <OwnSection on_change/>
        <section class="stack" aria-labelledby="own-progress">
            <h2 id="own-progress">{t.say(Messages::progress_title)}</h2>
            <Handing on_change/>
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
