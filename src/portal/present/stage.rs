//! The stage: the recording that is played, where it stands, and what can be done with it.

use leptos::prelude::*;

use crate::journal::LookError;
use crate::phrases::Language;
use crate::portal::backend::PastLook;
use crate::portal::route::navigation::Navigation;
use crate::portal::route::{JobTab, Route};
use crate::portal::ui::commands::Commands;
use crate::portal::ui::focused;
use crate::portal::ui::reactive::erased::effect;

use super::captions::{self, Caption};
use super::demo::Demo;
use super::film::{ShowFilm, ShowReel, WORDS};
use super::frame;
use super::kept::{Door, demo_here, keep, kept};
use super::show::{Show, Size};
use super::stops::Stop;

/// The stage; a handle.
#[derive(Clone, Copy)]
pub struct Stage {
    /// The ways to the service and to the person.
    pub commands: Commands,
    /// The page that is shown.
    pub navigation: Navigation,
    /// Where one leaves.
    pub door: Door,
    /// The demo whose workspace is shown.
    pub demo: Option<Demo>,
    film: StoredValue<ShowFilm>,
    version: RwSignal<u32>,
    /// The stop that is shown, or was before somebody went on from there.
    pub place: RwSignal<Option<usize>>,
    /// Whether somebody has gone on from there.
    pub trying: RwSignal<bool>,
    /// Whether it plays by itself.
    pub playing: RwSignal<bool>,
    /// Seconds a stop.
    pub pace: RwSignal<u32>,
    /// What part of the time until the next stop is gone, in thousandths.
    pub share: RwSignal<u32>,
    /// Whether the page follows the stops.
    pub follows: RwSignal<bool>,
    /// Whether the diagram fills the window.
    pub diagram: RwSignal<bool>,
    /// Whether the frame of the portal is shown.
    pub frame: RwSignal<bool>,
    /// How large the type is.
    pub size: RwSignal<Size>,
    /// Seconds without a touch after which it starts over.
    pub idle: Option<u32>,
    /// Whether it plays by itself from the start.
    pub by_itself: bool,
    /// Whether it starts over where nobody touches it.
    pub watched: RwSignal<bool>,
    /// Seconds until it starts over, while that is told.
    pub counting: RwSignal<Option<u32>>,
    stepped: StoredValue<f64>,
    touched: StoredValue<f64>,
}

/// Now, in milliseconds.
pub fn clock() -> f64 {
    js_sys::Date::now()
}

impl Stage {
    /// The stage for the show of this tab.
    pub fn set(commands: Commands, navigation: Navigation, door: Door) -> Stage {
        let show = kept();
        let demo = demo_here(&commands.backend.slot());
        let stage = Stage {
            commands,
            navigation,
            door,
            demo,
            film: StoredValue::new(ShowFilm::None),
            version: RwSignal::new(0),
            place: RwSignal::new(None),
            trying: RwSignal::new(false),
            playing: RwSignal::new(false),
            pace: RwSignal::new(show.play.unwrap_or(8)),
            share: RwSignal::new(0),
            follows: RwSignal::new(true),
            diagram: RwSignal::new(false),
            frame: RwSignal::new(false),
            size: RwSignal::new(show.size),
            idle: show.idle,
            by_itself: show.play.is_some(),
            watched: RwSignal::new(show.idle.is_some()),
            counting: RwSignal::new(None),
            stepped: StoredValue::new(clock()),
            touched: StoredValue::new(clock()),
        };
        match demo {
            Some(demo) => stage.show_film(ShowFilm::of_demo(demo)),
            None => {
                let before = StoredValue::new(None);
                effect(move |_| {
                    let beside = commands.backend.present(|workspace| workspace.beside().clone());
                    if before.get_value().as_ref() != Some(&beside) {
                        before.set_value(Some(beside));
                        stage.show_film(untrack(|| commands.backend.present(ShowFilm::of_workspace)));
                    }
                });
            }
        }
        stage.follow_root();
        stage
    }

    fn show_film(self, film: ShowFilm) {
        self.film.set_value(film);
        self.version.update(|version| *version += 1);
    }

    /// Has the root of the page say how the show looks.
    fn follow_root(self) {
        effect(move |_| {
            frame::mark(frame::SIZE, Some(self.size.get().as_str()));
            frame::mark(frame::FRAME, self.frame.get().then_some(""));
            frame::mark(frame::DIAGRAM, self.diagram.get().then_some(""));
        });
        on_cleanup(|| {
            [frame::SIZE, frame::FRAME, frame::DIAGRAM].into_iter().for_each(|name| frame::mark(name, None));
        });
    }

    /// Begins: shows the stop that was shown last, or the first of a demo that was opened anew.
    pub fn begin(self) {
        let show = kept();
        if self.count() > 0 {
            match show.stop {
                Some(stop) => self.go(stop.saturating_sub(1).min(self.count() - 1)),
                None if self.demo.is_some() => self.restore(None),
                None => self.go(0),
            }
            self.playing.set(self.by_itself);
        }
    }

    /// Reads the film; a reactive reader is told when it is another.
    pub fn read<R>(self, look: impl FnOnce(&ShowFilm) -> R) -> R {
        self.version.track();
        self.film.with_value(look)
    }

    /// Reads the line of time that is played, if there is one.
    pub fn reel<R>(self, look: impl FnOnce(&ShowReel) -> R) -> Option<R> {
        self.read(|film| match film {
            ShowFilm::Open(reel) => Some(look(reel)),
            ShowFilm::None | ShowFilm::Damaged(_) | ShowFilm::Broken => None,
        })
    }

    /// How many stops there are.
    pub fn count(self) -> usize {
        self.reel(|reel| reel.stops.len()).unwrap_or_default()
    }

    /// The stop that is shown.
    pub fn stop(self) -> Option<Stop> {
        let place = self.place.get()?;
        self.reel(|reel| reel.stops.get(place).cloned()).flatten()
    }

    /// Its caption.
    pub fn caption(self, language: Language) -> Option<Caption> {
        Some(captions::caption(&self.stop()?, language, WORDS))
    }

    /// Goes to a stop. Nothing is written: this page looks at the moment, no more.
    pub fn go(self, to: usize) {
        let found = self.reel(|reel| {
            let stop = reel.stops.get(to)?.clone();
            Some((reel.branch, reel.journal.at(stop.moment), stop))
        });
        match untrack(|| found.flatten()) {
            Some((branch, Ok(workspace), stop)) => {
                let there = stop.job.filter(|job| workspace.find(&job.key()).is_some());
                self.commands.backend.look(PastLook { branch, moment: stop.moment }, workspace);
                self.trying.set(false);
                self.place.set(Some(to));
                self.step();
                keep(&Show { stop: Some(to + 1), ..kept() });
                if self.follows.get_untracked() {
                    self.show(there.map_or_else(Route::jobs, |job| Route::Job(job, JobTab::Overview)));
                }
            }
            Some((_, Err(why), _)) => self.tell(&why),
            None => {}
        }
    }

    fn tell(self, why: &LookError) {
        let m = self.commands.texts.peek();
        self.commands.feedback.alert(m.present_no_stop(why.sentence(&m)));
    }

    /// The next stop; the end stays.
    pub fn next(self) {
        let to = self.place.get_untracked().map_or(0, |place| place + 1);
        if to < untrack(|| self.count()) {
            self.go(to);
        }
    }

    /// The stop before; from where somebody has gone on, the one that they went on from.
    pub fn previous(self) {
        let Some(place) = self.place.get_untracked() else { return };
        self.go(if self.trying.get_untracked() { place } else { place.saturating_sub(1) });
    }

    /// Whether there is a stop behind the one that is shown.
    pub fn has_next(self) -> bool {
        self.place.get().is_none_or(|place| place + 1 < self.count())
    }

    /// Lets it play by itself, from the start if it is at its end, or halts it.
    pub fn toggle(self) {
        let plays = !self.playing.get_untracked();
        if plays && !untrack(|| self.has_next()) {
            self.go(0);
        }
        self.playing.set(plays);
        self.step();
    }

    /// A stop begins now.
    fn step(self) {
        self.stepped.set_value(clock());
        self.share.set(0);
    }

    /// Milliseconds since the stop began.
    pub fn since_step(self) -> f64 {
        clock() - self.stepped.get_value()
    }

    /// Somebody is there.
    pub fn touch(self) {
        self.touched.set_value(clock());
        if self.counting.get_untracked().is_some() {
            self.counting.set(None);
        }
    }

    /// Milliseconds since somebody was there.
    pub fn since_touch(self) -> f64 {
        clock() - self.touched.get_value()
    }

    /// Shows a page without a way back to the one before, and leaves the focus on the presenter if it is there.
    fn show(self, route: Route) {
        if self.navigation.signal().get_untracked() == route {
            return;
        }
        let held = focused().filter(|element| matches!(element.closest(".present"), Ok(Some(_))));
        self.navigation.replace(route);
        if let Some(held) = held {
            // The heading of another page takes the focus in the next frame.
            request_animation_frame(move || {
                request_animation_frame(move || {
                    // One that is gone keeps nothing.
                    let _ = held.focus();
                });
            });
        }
    }

    /// The diagram over the whole window, or not.
    pub fn toggle_diagram(self) {
        let on = !self.diagram.get_untracked();
        if on {
            let about = |stop: &Stop| stop.job.clone();
            let place = self.place.get_untracked().unwrap_or_default();
            let job = untrack(|| {
                self.reel(|reel| {
                    reel.stops.get(place).and_then(about).or_else(|| reel.stops.iter().find_map(about))
                })
            });
            let there =
                job.flatten().filter(|job| self.commands.backend.peek(|all| all.find(&job.key()).is_some()));
            if let Some(job) = there {
                self.show(Route::Job(job, JobTab::Overview));
            }
        }
        self.diagram.set(on);
        frame::full_screen(on);
    }

    /// Larger or smaller type.
    pub fn resize(self, size: Size) {
        self.size.set(size);
        keep(&Show { size, ..kept() });
    }
}
