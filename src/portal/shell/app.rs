//! The app: contexts, the frame around every page, and which page the route asks for.

use leptos::prelude::*;

use crate::phrases::Messages;
use crate::portal::backend::{Arrival, Backend, arrive, use_backend};
use crate::portal::rooms::Room;
use crate::portal::rooms::later::{Later, fetch_behind, needed, use_later};
use crate::portal::route::Route;
use crate::portal::route::navigation::{Navigation, use_navigation};
use crate::portal::text::texts::{Texts, use_texts};
use crate::portal::ui::changes::Changes;
use crate::portal::ui::clock::ClockControl;
use crate::portal::ui::feedback::Feedback;
use crate::portal::ui::first_paint::{Drawing, use_drawing};
use crate::portal::ui::preferences::{self, Appearance};
use crate::portal::ui::reactive::erased::{effect, live, memo};
use crate::portal::ui::{LiveRegions, focus_heading};
use crate::portal::ui::{SearchWanted, StepsShown};
use crate::portal::welcome::model::{PREFERENCE, TourProgress};

use super::banners::HealthBanners;
use super::clock::SimulationClock;
use super::nav::MainNav;
use super::page::Page;
use super::top_bar::TopBar;

/// Shows the portal in the document's body.
pub fn mount() {
    Texts::begin(preferences::language());
    let take_in = |text: String| async move { needed().await.map(|parts| (parts.take_in)(&text)) };
    wasm_bindgen_futures::spawn_local(async move {
        let arrival = arrive(take_in).await;
        leptos::mount::mount_to_body(move || view! { <App arrival/> });
    });
}

#[component]
fn App(arrival: Arrival) -> impl IntoView {
    let backend = Backend::start(arrival);
    let texts = Texts::new(preferences::language());
    provide_context(texts);
    provide_context(Navigation::follow());
    provide_context(Appearance::follow());
    provide_context(Feedback::new(backend.clock(), texts));
    provide_context(SearchWanted(RwSignal::new(false)));
    provide_context(Changes::none());
    provide_context(backend);
    provide_context(Later::new(backend));
    let drawing = Drawing::begin(move || fetch_behind(backend));
    provide_context(drawing);
    live(move || drawing.has_frame().then(|| view! { <Frame/> }.into_any()))
}

/// What stays around every page.
#[component]
fn Frame() -> impl IntoView {
    let t = use_texts();
    let navigation = use_navigation();
    let (nav_open, help_open) = (RwSignal::new(false), RwSignal::new(false));
    let kept = TourProgress::parse(&preferences::read(PREFERENCE).unwrap_or_default());
    let (steps, begun) = (RwSignal::new(kept.is_shown()), kept.count() > 0);
    provide_context(ClockControl::here());
    let (later, drawing) = (use_later(), use_drawing());
    effect(move |_| {
        if let Some(root) = document().document_element() {
            // Setting a plain attribute cannot fail.
            let _ = root.set_attribute("lang", t.language().tag());
        }
    });
    let backend = use_backend();
    effect(move |_| {
        backend.revision().track();
        navigation.keep(backend.in_address(), backend.slot());
    });
    let place = memo(move |_| place(&navigation.route()));
    let wanted = expect_context::<SearchWanted>();
    effect(move |before: Option<String>| {
        let place = place.get();
        nav_open.set(false);
        // The first page leaves the focus where the browser has it.
        if before.is_some_and(|before| before != place) && !wanted.0.get_untracked() {
            request_animation_frame(focus_heading);
        }
        place
    });
    let skip = move |event: leptos::ev::MouseEvent| {
        // The fragment is the route, so this link must not go there.
        event.prevent_default();
        focus_heading();
    };
    let list = memo(move |_| matches!(navigation.route(), Route::Jobs(_)));
    let shell = live(move || if nav_open.get() { "shell shell--nav-open" } else { "shell" });
    let main = move || if list.get() { "main main--fill" } else { "main" };
    view! {
        <div class=shell>
            <a class="skip-link" href="#main" on:click=skip>{t.say(Messages::skip_link)}</a>
            <TopBar nav_open help_open/>
            <MainNav/>
            <main class=main id="main" tabindex="-1">
                {live(move || drawing.has_page().then(|| view! { <HealthBanners/> <Welcome shown=steps begun/> <Page/> }.into_any()))}
            </main>
            <SimulationClock/>
        </div>
        <LiveRegions/>
        {live(move || later.has_settled().then(|| later.show(|parts| (parts.around)(help_open, nav_open, steps))))}
    }
}

/// Room for the first steps of a first visit, which come behind the first view: nothing moves when they do.
#[component]
fn Welcome(shown: RwSignal<bool>, begun: bool) -> impl IntoView {
    let (t, later, route) = (use_texts(), use_later(), use_navigation().signal());
    provide_context(StepsShown(shown));
    let class = if begun { "steps steps--begun card" } else { "steps card" };
    let here = memo(move |_| {
        shown.get()
            && match route.get() {
                Route::Jobs(_) | Route::Job(..) | Route::Rule(..) | Route::Activity(_) => true,
                Route::Create
                | Route::Console(_)
                | Route::Call(..)
                | Route::Conformance(_)
                | Route::Learn(_)
                | Route::Class(_)
                | Route::Gallery(_)
                | Route::Settings
                | Route::Unknown(_) => false,
            }
    });
    live(move || {
        here.get().then(|| {
            view! {
                <section class=class aria-label=t.say(Messages::steps)>
                    {live(move || {
                        let coming = || view! { <p class="muted steps__coming">{t.say(Messages::room_coming)}</p> }.into_any();
                        (!later.have_come()).then(coming)
                    })}
                    {live(move || later.show(|parts| (parts.enter)(Room::FirstSteps)))}
                </section>
            }
            .into_any()
        })
    })
}

/// What of a route is a place of its own: filters and tabs are not, the focus stays with them.
fn place(route: &Route) -> String {
    match route {
        Route::Jobs(_) => Route::jobs().to_string(),
        Route::Job(address, _) | Route::Rule(address, _) => {
            Route::Job(address.clone(), crate::portal::route::JobTab::Overview).to_string()
        }
        Route::Activity(_) => Route::activity().to_string(),
        Route::Console(_) | Route::Call(..) => Route::Console(None).to_string(),
        Route::Conformance(_) => Route::conformance().to_string(),
        Route::Create
        | Route::Gallery(_)
        | Route::Learn(_)
        | Route::Class(_)
        | Route::Settings
        | Route::Unknown(_) => route.to_string(),
    }
}
