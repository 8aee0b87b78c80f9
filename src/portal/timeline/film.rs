//! The film: the recording as this page has it open, kept up with the workspace.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::time::{SimTime, Span};
use crate::journal::annex;
use crate::journal::events::{EventLog, JournalEvent};
use crate::journal::format::NotRead;
use crate::journal::travel::Journey;
use crate::journal::{Branch, Journal, Moment, Session};
use crate::portal::backend::{Backend, PastLook};
use crate::portal::text::format;
use crate::portal::ui::commands::{Commands, use_commands};
use crate::portal::ui::reactive::erased::effect;
use crate::service::workspace::{Beside, Workspace};

/// A recording that is open.
pub struct OpenRecording {
    session: Session,
    log: EventLog,
    /// What was beside the workspace when it was opened.
    beside: Arc<Beside>,
}

/// What there is of a recording.
pub enum Film {
    /// The workspace is not recorded.
    None,
    /// It cannot be looked at.
    Damaged(NotRead),
    /// It can.
    Open(Box<OpenRecording>),
}

impl Film {
    /// The film of a workspace, carried on from what it was before where that is possible.
    fn follow(before: Film, workspace: &Workspace) -> Film {
        let beside = workspace.beside();
        if !annex::is_recorded(workspace) {
            return Film::None;
        }
        if let Film::Open(mut open) = before {
            let followed = annex::follow(&mut open.session, &open.beside, workspace);
            let OpenRecording { session, log, .. } = &mut *open;
            if followed && log.extend(&session.branches().present().journal).is_ok() {
                open.beside = beside.clone();
                return Film::Open(open);
            }
        }
        let opened = annex::open(workspace).and_then(|session| {
            let session = session.ok_or(NotRead::NotAJournal)?;
            let log = EventLog::of(&session.branches().present().journal).map_err(|_| NotRead::Differs)?;
            Ok(Film::Open(Box::new(OpenRecording { session, log, beside: beside.clone() })))
        });
        opened.unwrap_or_else(Film::Damaged)
    }
}

/// The film with what can be done with it; a handle.
#[derive(Clone, Copy)]
pub struct Reel {
    film: StoredValue<Film>,
    /// Grows whenever the film has changed.
    version: RwSignal<u64>,
    /// The ways to the service and to the person.
    pub commands: Commands,
}

impl Reel {
    /// The reel of the component that calls this, which keeps up with the workspace.
    pub fn here() -> Reel {
        let commands = use_commands();
        let reel = Reel { film: StoredValue::new(Film::None), version: RwSignal::new(0), commands };
        effect(move |_| {
            commands.backend.present(|workspace| {
                reel.film.update_value(|film| {
                    let before = std::mem::replace(film, Film::None);
                    *film = Film::follow(before, workspace);
                });
            });
            reel.version.update(|version| *version += 1);
        });
        reel
    }

    /// The way to the service.
    pub fn backend(self) -> Backend {
        self.commands.backend
    }

    /// Reads the film; a reactive reader is told when it has changed.
    pub fn read<R>(self, look: impl FnOnce(&Film) -> R) -> R {
        self.version.track();
        self.film.with_value(look)
    }

    /// Reads the recording, if it can be looked at.
    pub fn open<R>(self, look: impl FnOnce(&Session, &[JournalEvent]) -> R) -> Option<R> {
        self.read(|film| match film {
            Film::Open(open) => Some(look(&open.session, &open.log.events)),
            Film::None | Film::Damaged(_) => None,
        })
    }

    /// How many events there are.
    pub fn count(self) -> usize {
        self.open(|_, events| events.len()).unwrap_or_default()
    }

    /// Where in the events a moment is: how many of them have been by then.
    pub fn place(self, moment: Moment) -> usize {
        self.open(|_, events| events.partition_point(|event| event.moment <= moment)).unwrap_or_default()
    }

    /// Looks at the moment right after so many events; behind the last is the present.
    pub fn look_at_place(self, place: usize) {
        let moment = self.open(|session, events| match place.checked_sub(1) {
            None => Some(present(session).first()),
            Some(at) => events.get(at).map(|event| event.moment),
        });
        match moment.flatten() {
            Some(moment) => self.look_at(moment),
            None => self.backend().back_to_now(),
        }
    }

    /// Looks at the moment this far from the one that is shown, in simulated time.
    pub fn look_by(self, span: Span, back: bool) {
        let from = self.backend().peek(Workspace::now);
        let at = match back {
            true => SimTime::from_millis(from.millis().saturating_sub(span.as_millis())),
            false => from + span,
        };
        let moment = self.open(|session, _| {
            let journal = present(session);
            (at < journal.last().at).then(|| journal.moment_at(at))
        });
        match moment.flatten() {
            Some(moment) => self.look_at(moment),
            None => self.backend().back_to_now(),
        }
    }

    /// Looks at the moment before the last command of what is shown.
    pub fn look_before_last(self) {
        let shown = untrack(|| self.backend().looked_at());
        let moment = self.open(|session, _| {
            let journal = present(session);
            journal.before_last(shown.map_or(journal.last(), |look| look.moment))
        });
        if let Some(moment) = moment.flatten() {
            self.look_at(moment);
        }
    }

    /// Looks at a moment of the present branch.
    pub fn look_at(self, moment: Moment) {
        let at = self.open(|session, _| {
            let Branch { no, journal, .. } = session.branches().present();
            (PastLook { branch: *no, moment }, journal.at(moment))
        });
        self.show(at);
    }

    /// Looks at a branch, at the moment of this time, as a link asks for it.
    pub fn look_at_branch(self, no: u32, at: SimTime) {
        let found = self.open(|session, _| {
            let journal = &session.branches().get(no).ok()?.journal;
            let moment = journal.moment_at(at);
            Some((PastLook { branch: no, moment }, journal.at(moment)))
        });
        self.show(found.flatten());
    }

    fn show(self, found: Option<(PastLook, Result<Workspace, crate::journal::LookError>)>) {
        match found {
            Some((look, Ok(workspace))) => self.backend().look(look, workspace),
            Some((_, Err(why))) => {
                self.commands.feedback.announce(why.sentence(&self.commands.texts.peek()));
            }
            None => {}
        }
    }

    /// Does something with the recording and tells what came of it.
    pub fn travel(self, journey: Journey, done: String) {
        let Commands { backend, feedback, texts } = self.commands;
        leptos::task::spawn_local(async move {
            let continues = matches!(journey, Journey::Continue(..));
            let failed = texts.peek().timeline_not_done().to_string();
            match backend.travel(journey, texts.language_now().tag()).await {
                Ok(Ok(())) => {
                    if continues {
                        backend.back_to_now();
                    }
                    feedback.announce(done);
                }
                Ok(Err(why)) => feedback.notify(crate::portal::ui::feedback::News {
                    tone: crate::portal::ui::feedback::Tone::Danger,
                    title: failed,
                    text: why,
                    link: None,
                }),
                Err(why) => self.commands.tell_not_done(failed, &why, None),
            }
        });
    }

    /// A moment of simulated time in the language of the page.
    pub fn moment(self, at: SimTime) -> String {
        format::date_time(self.commands.texts.language(), at)
    }
}

/// The line that is the present.
pub fn present(session: &Session) -> &Journal {
    &session.branches().present().journal
}
