//! The rooms: what is fetched when somebody goes there, each from a wasm file of its own.
//!
//! A line in [`rooms!`] makes a room. What only its view reaches ends up in its file, and what several rooms reach in
//! the one of `later.rs` (xtask/src/split.rs).

pub mod later;

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::SplitLoaderError;
use wasm_bindgen::prelude::*;

use crate::phrases::Messages;
use crate::portal::activity::ActivityPage;
use crate::portal::conformance::ConformancePage;
use crate::portal::console::ConsolePage;
use crate::portal::create::{CreatePage, JournalFiles};
use crate::portal::embed::EmbedHost;
use crate::portal::job::{JobDialog, JobRoom, OtherTab};
use crate::portal::learn::{
    ClassPage, CollectPage, LearnPage, LessonImport, LessonPage, LessonPanel, OwnLessons, Recorder,
    TrainerPage,
};
use crate::portal::present::Presenter;
use crate::portal::prototype::Prototype;
use crate::portal::prototype::gallery::GalleryPage;
use crate::portal::prototype::look::{LookSection, Worn};
use crate::portal::settings::{OfflineCard, Renewal, SettingsPage};
use crate::portal::text::texts::use_texts;
use crate::portal::timeline::Timeline;
use crate::portal::ui::reactive::erased::live;
use crate::portal::ui::{focus_heading, focused};
use crate::portal::welcome::FirstSteps;

/// What a room shows.
type Door = fn() -> AnyView;
/// A room on its way, or which file did not come, by the name that src/boot.js knows.
type Coming = Pin<Box<dyn Future<Output = Result<Door, &'static str>>>>;

macro_rules! rooms {
    ($($(#[$about:meta])* $room:ident: $view:ident = $load:ident of $file:ident $(through $($way:ident),+)?;)*) => {
        /// What is fetched when somebody goes there.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Room {
            $($(#[$about])* $room,)*
        }

        impl Room {
            fn fetch(self) -> Coming {
                match self {
                    $(Room::$room => Box::pin(async {
                        // What both reach is in the file of the room through which one comes.
                        $($(Room::$way.fetch().await?;)+)?
                        $load().await.map_err(|_| stringify!($file))
                    }),)*
                }
            }
        }

        $(
            #[allow(unsafe_code, reason = "the macro names a function for the program that splits the wasm")]
            #[leptos::wasm_split::wasm_split($file, wasm_split_path = ::leptos::wasm_split, fallible)]
            fn $load() -> Result<Door, SplitLoaderError> {
                Ok(|| view! { <$view/> }.into_any())
            }
        )*
    };
}

rooms! {
    /// The page of a job, with its overview.
    Job: JobRoom = load_job of job;
    /// The tabs of that page beside the overview.
    Tabs: OtherTab = load_tabs of tabs through Job;
    /// The dialogs of that page in which the job is changed.
    JobDialog: JobDialog = load_job_dialog of tabs through Job;
    /// The wizard.
    Create: CreatePage = load_create of create;
    /// The field of the wizard that reads journal files.
    Journals: JournalFiles = load_journals of journals through Create;
    /// The activity log.
    Activity: ActivityPage = load_activity of activity;
    /// The REST console.
    Console: ConsolePage = load_console of console;
    /// What of the contract works here.
    Conformance: ConformancePage = load_conformance of conformance;
    /// The catalogue of lessons.
    Learn: LearnPage = load_learn of learn;
    /// What a lesson is about, and the way into it.
    LessonPage: LessonPage = load_lesson_page of lessons through Learn;
    /// The lessons of one's own, in the catalogue.
    OwnLessons: OwnLessons = load_own_lessons of own through Learn, LessonPage;
    /// A lesson that came by a link.
    LessonImport: LessonImport = load_lesson_import of own through Learn, LessonPage;
    /// The lesson beside the portal, in the workspace of one.
    Lesson: LessonPanel = load_lesson of lesson through Learn, LessonPage;
    /// The page where lessons are made.
    Recorder: Recorder = load_recorder of recorder through Learn, LessonPage, OwnLessons;
    /// The pages of classes; that of a learner is in the file itself.
    Class: ClassPage = load_class of class through Learn, LessonPage;
    /// The trainer's pages of classes.
    Trainer: TrainerPage = load_trainer of trainer through Learn, LessonPage, Class;
    /// The one of these on which submissions are collected.
    Collect: CollectPage = load_collect of collect through Learn, LessonPage, Class, Trainer;
    /// What speaks with the page around the frame in which the portal is shown.
    Embed: EmbedHost = load_embed of embed;
    /// What presents: large type, and a recording that is played.
    Present: Presenter = load_present of present through Learn, LessonPage;
    /// The settings.
    Settings: SettingsPage = load_settings of settings;
    /// What is kept for use without a network, in the settings.
    Offline: OfflineCard = load_offline of offline;
    /// What keeps that up, and offers a newer version.
    Renewal: Renewal = load_renewal of offline;
    /// The gallery of the interface's parts.
    Gallery: GalleryPage = load_gallery of gallery through Job, Look;
    /// The section in which the look is changed.
    Look: LookSection = load_look of look through Job;
    /// What has the page follow the look.
    Worn: Worn = load_worn of look through Job;
    /// The timeline of a recorded workspace.
    Timeline: Timeline = load_timeline of timeline;
    /// What the prototyper overrides, and the panel in which that is set.
    Prototype: Prototype = load_prototype of prototype through Job, Look;
    /// The first steps of a first visit.
    FirstSteps: FirstSteps = load_first_steps of welcome;
}

#[wasm_bindgen]
extern "C" {
    /// Of src/boot.js: says why this file did not come.
    #[wasm_bindgen(js_namespace = portalBoot, js_name = tellLater)]
    fn tell(file: &str);
}

/// How far a room has come.
#[derive(Clone, Copy)]
enum Stage {
    Coming,
    Here(Door),
    Lost,
}

/// Fetches a room, for something that cannot be done without it.
///
/// # Errors
/// The name of the file that did not come.
pub async fn bring(room: Room) -> Result<(), &'static str> {
    room.fetch().await.map(|_| ())
}

/// A room: its view as soon as it is there, until then that it is coming, or that it did not come.
pub fn enter(room: Room) -> AnyView {
    let t = use_texts();
    let stage = RwSignal::new(Stage::Coming);
    let fetch = move |again: bool| {
        spawn_local(async move {
            let now = match room.fetch().await {
                Ok(door) => Stage::Here(door),
                Err(file) => {
                    tell(file);
                    Stage::Lost
                }
            };
            // Whoever waited may have gone on; else the focus waits where the heading was not yet, or goes with the button.
            let waits = again || focused().is_some_and(|element| element.id() == "main");
            if stage.try_set(now).is_none() && waits {
                request_animation_frame(focus_heading);
            }
        });
    };
    fetch(false);
    let again = move |_| {
        stage.set(Stage::Coming);
        fetch(true);
    };
    live(move || match stage.get() {
        Stage::Here(door) => door(),
        Stage::Coming => {
            view! { <p class="muted" role="status">{t.say(Messages::room_coming)}</p> }.into_any()
        }
        Stage::Lost => view! {
            <div class="stack" role="alert">
                <p class="measure">{t.say(Messages::room_lost)}</p>
                <p><button type="button" class="button" on:click=again>{t.say(Messages::room_again)}</button></p>
            </div>
        }
        .into_any(),
    })
    .into_any()
}

/// A room that nobody has asked for, as soon as it is there. Whether it comes is nobody's trouble.
pub fn quietly(room: Room) -> AnyView {
    let door = RwSignal::new(None);
    spawn_local(async move { door.set(room.fetch().await.ok()) });
    live(move || door.get().map(|door| door())).into_any()
}

/// The rooms that most who work with jobs go to, the likeliest first.
const USUAL: [Room; 8] = [
    Room::Job,
    Room::Tabs,
    Room::Create,
    Room::Journals,
    Room::Settings,
    Room::Activity,
    Room::Console,
    Room::Conformance,
];

/// Fetches the usual rooms one after another, so that they are there without waiting, and without a network or when a
/// newer build has taken the place of this one on the host.
pub fn expect() {
    spawn_local(async {
        for room in USUAL {
            // Whoever goes there tries again, and is told.
            if room.fetch().await.is_err() {
                return;
            }
        }
    });
}
