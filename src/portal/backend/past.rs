//! The past: what this page alone looks at, while everything else stays in the present, and the ways back.

use leptos::prelude::*;

use crate::journal::travel::Journey;
use crate::journal::{BranchNo, Moment};
use crate::service::workspace::Workspace;
use crate::sync::message::{Asked, Replied};

use super::Backend;
use super::not_done::NotDone;

/// A moment of a branch that is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PastLook {
    /// Which branch.
    pub branch: BranchNo,
    /// Which moment of it.
    pub moment: Moment,
}

impl Backend {
    /// Whether the past is looked at.
    pub fn looking(self) -> Signal<bool> {
        self.looking.into()
    }

    /// Whether the past is looked at, for use outside of anything reactive.
    pub fn is_past(self) -> bool {
        self.looking.get_untracked()
    }

    /// What is looked at, none in the present; a reactive reader is told when it changes.
    pub fn looked_at(self) -> Option<PastLook> {
        self.looking.track();
        self.revision.track();
        self.look.get_value()
    }

    /// Reads the present, whatever is looked at; a reactive reader is told when [`Backend::revision`] grows.
    pub fn present<R>(self, look: impl FnOnce(&Workspace) -> R) -> R {
        self.revision.track();
        look(self.tab().node.borrow().workspace())
    }

    /// Shows the workspace as it was, in this page alone. Nothing is written, and nothing can be changed here meanwhile.
    pub fn look(self, look: PastLook, at: Workspace) {
        self.past.set_value(Some(at));
        self.look.set_value(Some(look));
        self.looking.set(true);
        self.changed();
    }

    /// Shows the present again.
    pub fn back_to_now(self) {
        if self.is_past() {
            self.past.set_value(None);
            self.look.set_value(None);
            self.looking.set(false);
            self.changed();
        }
    }

    /// # Errors
    /// [`NotDone::Past`].
    pub(super) fn must_be_present(self) -> Result<(), NotDone> {
        if self.is_past() { Err(NotDone::Past) } else { Ok(()) }
    }

    /// Whether the last jump can be undone.
    pub fn undo_offered(self) -> Signal<bool> {
        self.undo_offered.into()
    }

    /// Goes back to before the last jump.
    ///
    /// # Errors
    /// [`NotDone`]: nothing has changed.
    pub async fn undo_jump(self) -> Result<(), NotDone> {
        self.must_be_present()?;
        self.carry_out(Asked::Undo).await.map(|_| ())
    }

    /// A workspace that a link describes is recorded from the start.
    pub(super) fn record_link(self) {
        if self.tab().is_new_link {
            leptos::task::spawn_local(async move {
                // Where that finds no room, nothing is recorded, and the switch says so.
                let _ = self.travel(Journey::Record(true), "").await;
            });
        }
    }

    /// Does something with the recording. What is refused is told as a sentence in this language.
    ///
    /// # Errors
    /// [`NotDone`]: nothing has changed.
    pub async fn travel(self, journey: Journey, language: &str) -> Result<Result<(), String>, NotDone> {
        match self.carry_out(Asked::Travel(journey, language.to_owned())).await? {
            Replied::Response(_, _, sentence) => Ok(Err(sentence)),
            Replied::Done
            | Replied::Begun(_)
            | Replied::Replacing(..)
            | Replied::Full
            | Replied::Storage(_)
            | Replied::Outdated
            | Replied::Again
            | Replied::Gone => Ok(Ok(())),
        }
    }
}
