//! What is shown of a node: the replica to read, and how it stands.
//!
//! Invariant: looking changes nothing.

use crate::service::workspace::Workspace;
use crate::store::codec::Mark;

use super::io::Role;
use super::log::Log;
use super::message::{Envelope, Message, PROTOCOL};
use super::node::{Node, Place};
use super::second_copy::CopyStanding;

impl Node {
    /// The workspace shown.
    pub fn workspace(&self) -> &Workspace {
        &self.replica.workspace
    }

    /// The slot's name.
    pub fn slot(&self) -> &str {
        &self.slot
    }

    /// Where changes go.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// This tab among the others.
    pub fn role(&self) -> Role {
        self.role
    }

    /// The commit that the workspace shown is at.
    pub fn mark(&self) -> Mark {
        self.replica.mark
    }

    /// Whether nothing was in the slot when the page was opened; for before it joins the others.
    pub fn is_new(&self) -> bool {
        self.found.is_none() && self.place != Place::Outdated
    }

    /// Whether the workspace was thrown away.
    pub fn is_gone(&self) -> bool {
        self.gone
    }

    /// How the second copy stands.
    pub fn copy(&self) -> CopyStanding {
        self.copy.standing()
    }

    /// A name that no other tab has.
    pub fn name(&self) -> &str {
        &self.me
    }

    /// What tells the tabs that show another workspace that it is thrown away.
    pub fn farewell(&self) -> Envelope {
        Envelope { v: PROTOCOL, from: self.me.clone(), epoch: self.epoch, message: Message::Gone }
    }

    /// Whether the last jump can be undone.
    pub fn can_undo(&self) -> bool {
        self.undo.offer().is_some()
    }

    /// How far a jump that takes long has come, in per cent.
    pub fn jump(&self) -> Option<u8> {
        self.jump
    }

    /// What is kept, and how much room there is for more.
    pub fn log(&mut self) -> &mut Log {
        &mut self.log
    }
}
