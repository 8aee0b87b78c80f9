//! The trainer's pages of classes, and the way between them.

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::rooms::{Room, enter};
use crate::portal::route::navigation::use_navigation;
use crate::portal::route::{ClassPlace, Route};
use crate::portal::text::texts::{Phrase, Texts, use_texts};
use crate::portal::ui::PageHead;
use crate::portal::ui::reactive::erased::{live, memo};

use super::device::Device;
use super::key::AnswerKey;
use super::own::Own;
use super::set::SetClass;

/// The page of the trainer that the route names; nothing where it names none.
#[component]
pub fn TrainerPage() -> impl IntoView {
    let navigation = use_navigation();
    let t = use_texts();
    let place = memo(move |before: Option<&ClassPlace>| {
        let Route::Class(place) = navigation.route() else {
            return before.cloned().unwrap_or(ClassPlace::Set);
        };
        place
    });
    let own = Own::kept();
    provide_context(own);
    live(move || match place.get() {
        ClassPlace::Join(_) => ().into_any(),
        ClassPlace::Set => trainers(t, ClassPlace::Set, view! { <SetClass own/> }.into_any()),
        ClassPlace::Key => trainers(t, ClassPlace::Key, view! { <AnswerKey own/> }.into_any()),
        ClassPlace::Collect => trainers(t, ClassPlace::Collect, enter(Room::Collect)),
        ClassPlace::Device => trainers(t, ClassPlace::Device, view! { <Device/> }.into_any()),
    })
}

/// The frame of a trainer's page.
fn trainers(t: Texts, here: ClassPlace, page: AnyView) -> AnyView {
    let pages: [(ClassPlace, Phrase); 4] = [
        (ClassPlace::Set, Messages::class_nav_link),
        (ClassPlace::Key, Messages::class_nav_key),
        (ClassPlace::Collect, Messages::class_nav_collect),
        (ClassPlace::Device, Messages::class_nav_device),
    ];
    let title = pages.iter().find(|(place, _)| *place == here).map(|(_, title)| *title);
    let title = title.unwrap_or(Messages::class_title);
    let link = |(place, label): (ClassPlace, Phrase)| {
        let current = (place == here).then_some("page");
        view! { <li><a class="tab" href=Route::Class(place).to_string() aria-current=current>{t.say(label)}</a></li> }
        .into_any()
    };
    view! {
        <PageHead title=t.say(title) icon="jobs"/>
        <nav class="class__pages" aria-label=t.say(Messages::class_pages)>
            <ul role="list">{pages.into_iter().map(link).collect::<Vec<_>>()}</ul>
        </nav>
        {page}
        <p class="class__back"><a href=Route::Learn(String::new()).to_string()>{t.say(Messages::learn_back)}</a></p>
    }
    .into_any()
}
