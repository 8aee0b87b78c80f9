//! The way to the simulation clock: jumps and settings, and what is told of them.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::portal::backend::{Jump, Setting};
use crate::portal::text::format;

use super::commands::{Commands, use_commands};

/// The id of the button that jumps to the next event.
pub const JUMP_TO_NEXT: &str = "jump-next";

/// What one can do to the clock, by its buttons, by keys and from a timeline; a context of every component.
#[derive(Clone, Copy)]
pub struct ClockControl {
    commands: Commands,
    jumping: RwSignal<bool>,
}

impl ClockControl {
    /// The clock of the component that calls this.
    pub fn here() -> ClockControl {
        ClockControl { commands: use_commands(), jumping: RwSignal::new(false) }
    }

    /// Lets time go on at once and tells what time it is then.
    pub fn jump(self, jump: Jump) {
        if self.jumping.get_untracked() || self.is_past() {
            return;
        }
        self.jumping.set(true);
        let Commands { backend, feedback, texts } = self.commands;
        spawn_local(async move {
            let outcome = backend.jump(jump).await;
            self.jumping.set(false);
            let messages = texts.peek();
            match outcome {
                Ok(()) => {
                    let now = format::long(texts.language_now(), backend.clock().get_untracked());
                    feedback.announce(messages.clock_is_now(now).to_string());
                }
                Err(why) => {
                    self.commands.tell_not_done(messages.clock_not_moved().to_string(), &why, None);
                }
            }
        });
    }

    /// Goes back to before the last jump and tells what time it is then.
    pub fn undo(self) {
        let Commands { backend, feedback, texts } = self.commands;
        if self.is_past() {
            return;
        }
        spawn_local(async move {
            let outcome = backend.undo_jump().await;
            let messages = texts.peek();
            match outcome {
                Ok(()) => {
                    let now = format::long(texts.language_now(), backend.clock().get_untracked());
                    feedback.tell(messages.undo_done(now).to_string());
                }
                Err(why) => self.commands.tell_not_done(messages.undo_not_done().to_string(), &why, None),
            }
        });
    }

    /// Whether the past is looked at, which is then said.
    fn is_past(self) -> bool {
        let Commands { backend, feedback, texts } = self.commands;
        if backend.is_past() {
            feedback.announce(texts.peek().not_done_past().to_string());
        }
        backend.is_past()
    }

    /// Whether a jump is under way.
    pub fn is_jumping(self) -> bool {
        self.jumping.get()
    }

    /// Stops the clock or lets it run.
    pub fn toggle(self) {
        if self.is_past() {
            return;
        }
        let paused = !self.commands.backend.peek(|all| all.head().paused);
        self.set(Setting::Paused(paused));
    }

    /// Changes a setting of the clock.
    pub fn set(self, setting: Setting) {
        let Commands { backend, feedback, texts } = self.commands;
        spawn_local(async move {
            let messages = texts.peek();
            match (backend.set(setting).await, setting) {
                (Ok(()), Setting::Paused(true)) => feedback.announce(messages.clock_paused().to_string()),
                (Ok(()), Setting::Paused(false)) => feedback.announce(messages.clock_resumed().to_string()),
                (Ok(()), Setting::Speed(_) | Setting::Rules(_)) => {}
                (Err(why), _) => {
                    self.commands.tell_not_done(messages.clock_not_set().to_string(), &why, None);
                }
            }
        });
    }
}

/// The clock of the component that calls this.
pub fn use_clock() -> ClockControl {
    expect_context()
}
