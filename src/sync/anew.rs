//! A new beginning: the workspace gives way to another, which is written beside it first.
//!
//! Invariant: until the new one stands whole beside it the old one stays; and that this was begun is noted before, so
//! that a tab that takes over on the way neither forgets it nor begins once more.

use crate::journal::annex;
use crate::service::workspace::Workspace;
use crate::store::codec::Mark;
use crate::store::fresh::Fresh;
use crate::store::ledger::{self, Ledger};
use crate::store::load::{Found, load};
use crate::store::{Storage, slots};

use super::dedup::{Known, QuestionId, key};
use super::doing::{After, Anew, Doing, Then, Work};
use super::io::{Host, NotCarriedOut, NotKept, Output};
use super::message::Replied;
use super::node::{Node, Place};

impl Node {
    /// Begins the workspace anew, as somebody has asked for.
    pub(super) fn begin_reset(&mut self, host: &Host<'_>, question: QuestionId, fresh: Fresh) {
        let from = self.beside();
        let recorded = annex::is_recorded(&self.replica.workspace);
        let mut workspace = fresh.build();
        if recorded {
            let recording = annex::start(&workspace);
            workspace.apply(&recording);
        }
        let Some(storage) = host.storage.filter(|_| self.place == Place::Slot) else {
            // Where nothing is kept, nothing needs to stand beside.
            self.forgive();
            self.show(workspace);
            self.finish(host, &question, Replied::Done);
            return;
        };
        let anew = Anew { question, from, fresh: Some(fresh), recorded };
        match Ledger::create(storage, &anew.from, &workspace, "", Mark::default()) {
            // Much takes a while to write, in which nobody hears of this tab.
            Ok(_) if !self.may_write(host) => self.when_sure(host, Then::Begin(anew)),
            Ok(_) => self.note_begun(host, anew),
            Err(why) => self.not_begun(host, anew, why.into()),
        }
    }

    /// Puts the workspace in another slot in the place of the one shown.
    pub(super) fn begin_replace(&mut self, host: &Host<'_>, question: QuestionId, from: String) {
        let Some(storage) = host.storage.filter(|_| self.place == Place::Slot) else {
            self.finish(host, &question, Replied::Done);
            return;
        };
        match slots::is_there(storage, &from) {
            Ok(true) => self.note_begun(host, Anew { question, from, fresh: None, recorded: false }),
            Ok(false) => self.finish(host, &question, Replied::Gone),
            Err(why) => self.finish(host, &question, NotKept::from(why).into()),
        }
    }

    /// Notes that a new beginning stands beside.
    pub(super) fn note_begun(&mut self, host: &Host<'_>, anew: Anew) {
        let Mark { seq, epoch } = self.log.mark();
        let answer = (anew.question.clone(), Replied::Replacing(seq, epoch));
        self.keep(host, self.note(), Some(answer), After::Begun(anew));
    }

    /// A new beginning could not be written beside, or not noted.
    pub(super) fn not_begun(&mut self, host: &Host<'_>, anew: Anew, why: NotKept) {
        let Anew { question, from, fresh, recorded } = anew;
        let Some((storage, fresh)) = host.storage.zip(fresh).filter(|_| why != NotKept::NotLeading) else {
            self.finish(host, &question, why.into());
            return;
        };
        let cleared = ledger::clear(storage, &from);
        let begun = match (cleared, why) {
            (Err(why), _) => Err(why.into()),
            // There is no room for both, and what is small fits where the old one was.
            (Ok(()), NotKept::NotDone(NotCarriedOut::Full)) if !fresh.is_many() => {
                self.replaced(host, |node, storage| Ok(Some(node.log.ledger().reset(storage, &fresh)?)))
            }
            (Ok(()), why) => Err(why),
        };
        self.begun(host, Anew { question, from, fresh: None, recorded }, begun);
    }

    /// Lets what stands beside take its place.
    pub(super) fn begin_anew(&mut self, host: &Host<'_>, anew: Anew) {
        let from = anew.from.clone();
        let begun = self.replaced(host, |node, storage| {
            node.log.ledger().replace(storage, &from)?;
            Ok(match load(storage, &node.slot)? {
                Found::Kept(kept) => Some(kept.workspace),
                Found::Nothing | Found::Newer(_) => None,
            })
        });
        self.begun(host, anew, begun);
    }

    /// Replaces the whole workspace, if this tab leads still. What the second copy holds of its jobs is noted before.
    fn replaced(
        &mut self,
        host: &Host<'_>,
        replace: impl FnOnce(&mut Node, &dyn Storage) -> Result<Option<Workspace>, NotKept>,
    ) -> Result<Option<Workspace>, NotKept> {
        let Some(storage) = host.storage else { return Ok(None) };
        if !self.may_write(host) || self.log.is_fenced(storage)? {
            return Err(NotKept::NotLeading);
        }
        let before = self.replica.workspace.clone();
        self.note_all_deleted(host, &before);
        replace(self, storage)
    }

    /// A new beginning is there, or could not be. Nothing of the jobs before is left in answers, and none in the second
    /// copy before somebody is told that it is done.
    fn begun(&mut self, host: &Host<'_>, anew: Anew, begun: Result<Option<Workspace>, NotKept>) {
        let workspace = match begun {
            Ok(Some(workspace)) => workspace,
            Ok(None) => {
                self.finish(host, &anew.question, Replied::Done);
                return;
            }
            Err(why) => {
                let lost = why == NotKept::NotLeading;
                self.finish(host, &anew.question, why.into());
                if lost && self.leads() {
                    self.step_down(host);
                }
                return;
            }
        };
        self.forgive();
        let bare = self.dedup.without(|_| true);
        self.dedup.learn(bare);
        self.dedup.learn([(key(&anew.question), Known::new(&anew.question, None, &Replied::Done))]);
        self.replica.mark = self.log.mark();
        if anew.recorded && !annex::is_recorded(&workspace) {
            self.queue.push_front(Work::Record);
        }
        self.show(workspace);
        self.tell_all("");
        self.copy.renew_if_reached();
        self.put(Output::Health);
        if self.copy.is_making() {
            self.doing = Doing::Beginning(anew);
        } else {
            self.finish(host, &anew.question, Replied::Done);
        }
    }

    /// It is settled how the second copy stands, for whom that has waited.
    pub(super) fn copied_while_waiting(&mut self, host: &Host<'_>) {
        match std::mem::replace(&mut self.doing, Doing::Nothing) {
            Doing::Beginning(anew) => self.finish(host, &anew.question, Replied::Done),
            Doing::Taking(taking) => self.copied_when_taken(host, taking),
            other @ (Doing::Nothing
            | Doing::Confirming(_)
            | Doing::Writing(_)
            | Doing::Jumping(_)
            | Doing::CatchingUp(..)) => self.doing = other,
        }
    }
}
