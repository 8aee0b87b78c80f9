//! Beginning anew: how a demo starts over, is tried out, is opened and is left.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::journal::annex;
use crate::journal::travel::Journey;
use crate::phrases::Messages;
use crate::portal::route::Route;
use crate::portal::text::texts::Phrase;
use crate::portal::ui::commands::{Commands, not_done};
use crate::portal::ui::feedback::{News, Tone};
use crate::store::entries::MAIN;

use super::demo::Demo;
use super::frame;
use super::kept::{demo_here, kept};
use super::opening;
use super::show::Show;
use super::stage::Stage;

impl Stage {
    /// Starts over. What somebody has tried in a demo's workspace is thrown away; nothing of any other is.
    pub fn restore(self, said: Option<Phrase>) {
        spawn_local(async move {
            let m = self.commands.texts.peek();
            match self.rewind().await {
                Ok(()) => {
                    self.go(0);
                    if let Some(said) = said {
                        self.commands.feedback.announce(said(&m));
                    }
                }
                Err(text) => {
                    let title = m.present_not_restored();
                    self.commands.feedback.notify(News { tone: Tone::Danger, title, text, link: None });
                }
            }
        });
    }

    /// Throws away what was tried in a demo's workspace, so that only its recording is left.
    async fn rewind(self) -> Result<(), String> {
        let Some(demo) = self.demo else { return Ok(()) };
        let m = self.commands.texts.peek();
        let backend = self.commands.backend;
        let session = untrack(|| backend.present(annex::open)).ok().flatten();
        let home = self.reel(|reel| (reel.branch, reel.journal.entries().to_vec()));
        let (Some(session), Some((home, entries))) = (session, home) else {
            return self.make_anew(demo, &m).await;
        };
        let branches = session.branches();
        if branches.get(home).is_ok_and(|branch| branch.journal.entries() != entries) {
            return self.make_anew(demo, &m).await;
        }
        backend.back_to_now();
        if branches.present().no != home {
            self.travel(Journey::Switch(home)).await?;
        }
        for branch in branches.all().iter().filter(|branch| branch.no != home) {
            if branch.pinned {
                self.travel(Journey::Pin(branch.no, false)).await?;
            }
            self.travel(Journey::Discard(branch.no)).await?;
        }
        Ok(())
    }

    /// A demo's workspace that is no longer what it was is thrown away; the page loads anew and makes it once more.
    async fn make_anew(self, demo: Demo, m: &Messages) -> Result<(), String> {
        let done = self.commands.backend.discard_workspace(&demo.slot()).await;
        done.map_err(|why| not_done(&why, m))
    }

    async fn travel(self, journey: Journey) -> Result<(), String> {
        let Commands { backend, texts, .. } = self.commands;
        match backend.travel(journey, texts.language_now().tag()).await {
            Ok(done) => done,
            Err(why) => Err(not_done(&why, &texts.peek())),
        }
    }

    /// Lets somebody go on by themselves from the stop that is shown, in a demo's workspace.
    pub fn try_it(self) {
        let Some(stop) = untrack(|| self.stop()) else { return };
        let home = untrack(|| self.reel(|reel| reel.branch)).unwrap_or_default();
        self.playing.set(false);
        spawn_local(async move {
            let m = self.commands.texts.peek();
            let go_on = Journey::Continue(home, stop.moment.commands, stop.moment.at.millis());
            let done = match self.rewind().await {
                Ok(()) => self.travel(go_on).await,
                Err(why) => Err(why),
            };
            self.commands.backend.back_to_now();
            match done {
                Ok(()) => {
                    self.trying.set(true);
                    self.commands.feedback.announce(m.present_trying());
                }
                Err(text) => {
                    let title = m.timeline_not_done();
                    self.commands.feedback.notify(News { tone: Tone::Danger, title, text, link: None });
                }
            }
        });
    }

    /// Opens a demo.
    pub fn open(self, demo: Demo) {
        let fresh = self.door.has_arrived();
        spawn_local(async move {
            let m = self.commands.texts.peek();
            match opening::open(self.commands.backend, demo, &demo.title(&m), fresh).await {
                // Where nothing is kept, the page has not loaded anew.
                Ok(()) if demo_here(&self.commands.backend.slot()) == Some(demo) => self.door.again(),
                Ok(()) => {}
                Err(why) => {
                    let (title, text) = (m.present_not_opened(), why.sentence(&m));
                    self.commands.feedback.notify(News { tone: Tone::Danger, title, text, link: None });
                }
            }
        });
    }

    /// Leaves the presenter; from a demo back to the workspace that was shown before.
    pub fn leave(self) {
        let backend = self.commands.backend;
        backend.back_to_now();
        frame::full_screen(false);
        self.door.close();
        if window().location().hash().is_ok_and(|hash| Show::asked(&hash).is_some()) {
            // Whoever loads the page anew does not ask for it again.
            let mut route = self.navigation.signal().get_untracked();
            if let Route::Jobs(query) | Route::Activity(query) = &mut route {
                *query = Show::without(std::mem::take(query));
            }
            self.navigation.go(&route);
        }
        if Demo::in_slot(&backend.slot()).is_some() {
            backend.open_workspace(kept().from.as_deref().unwrap_or(MAIN));
        }
    }
}
