//! Beside: what the workspace shown began with, what it is called, and the copy that stays when another takes its place.

use crate::service::scenario::Scenario;
use crate::service::workspace::Workspace;
use crate::store::codec::{self, Mark, Origin};
use crate::store::entries::{self, Entry, MAIN};
use crate::store::fresh::Fresh;
use crate::store::ledger::{self, Ledger};
use crate::store::slots::{self, SlotKind};
use crate::store::usage::Usage;
use crate::store::{Storage, StoreError};
use crate::sync::message::Asked;

use super::Backend;
use super::address;
use super::not_done::{NotDone, not_done};
use super::workspaces::free_slot;

impl Backend {
    /// What the workspace shown began with; none where that is not known any more.
    pub fn beginning(self) -> Option<Fresh> {
        let (name, seed, made) = self.peek_loaded(|all| {
            let head = all.head();
            (head.scenario.clone(), head.seed, head.next_job.saturating_sub(1))
        });
        let scenario = Scenario::parse(&name)?;
        // A link says how many jobs there were at first; elsewhere every job that was ever made has a number.
        let asked = self.slot().rsplit_once('-').and_then(|(_, jobs)| jobs.parse().ok());
        let from_link = self.slot().starts_with(&format!("load-{seed}-"));
        let jobs = match scenario {
            Scenario::Load => asked.filter(|_| from_link).or(usize::try_from(made).ok()),
            Scenario::Contoso | Scenario::Fabrikam | Scenario::Empty => None,
        };
        Some(Fresh { scenario, seed, jobs })
    }

    /// What every address of the workspace shown says of it, so that it can be handed on; nothing for what everybody
    /// has who has never been here. Behind it the overrides that the panel "Prototype" has set.
    pub fn in_address(self) -> String {
        let said = match self.beginning() {
            Some(fresh) if self.slot() != MAIN || fresh != Fresh::FIRST => in_words(&fresh),
            Some(_) | None => String::new(),
        };
        address::with_overrides(said, &self.slot())
    }

    /// A short link that begins the same scenario for whoever opens it, without what was done since.
    pub fn short_link(self) -> Option<String> {
        Some(format!("{}/#/?{}", self.base(), in_words(&self.beginning()?)))
    }

    /// Shows a workspace in this slot, which is not the user's own: as it is there already, or `anew`. The page loads anew.
    /// Where nothing can be kept it is shown at once.
    ///
    /// # Errors
    /// [`NotDone`]: what is shown stays.
    pub async fn open_in(
        self,
        slot: &str,
        workspace: Workspace,
        title: &str,
        anew: bool,
    ) -> Result<(), NotDone> {
        let tab = self.tab();
        if tab.memory_only().is_some() {
            tab.node.borrow_mut().show(workspace);
            self.settle(&tab);
            return Ok(());
        }
        let storage = self.store()?;
        let is_there = slots::is_there(&storage, slot).map_err(not_done)?;
        if anew && self.slot() == slot {
            let fresh = free_slot(SlotKind::Fresh);
            Ledger::create(&storage, &fresh, &workspace, title, Mark { seq: 1, epoch: 0 })
                .map_err(not_done)?;
            return self.replace_by(&fresh).await;
        }
        if is_there && anew {
            self.discard_workspace(slot).await?;
        }
        if !is_there || anew {
            Ledger::create(&storage, slot, &workspace, title, Mark { seq: 1, epoch: 0 }).map_err(not_done)?;
        }
        self.open_workspace(slot);
        Ok(())
    }

    /// Gives the workspace shown a name; an empty one takes it away.
    ///
    /// # Errors
    /// [`NotDone`]: it is called what it was.
    pub fn rename(self, title: &str) -> Result<(), NotDone> {
        let origin = Origin { title: title.trim().to_owned(), ..self.origin() };
        let key = [entries::prefix(&self.slot()), Entry::Origin.key()].concat();
        self.store()?.set(&key, &codec::origin_text(&origin)).map_err(not_done)?;
        self.changed();
        Ok(())
    }

    /// Whether there is room to keep the user's own workspace beside another that takes its place.
    pub fn has_room_beside(self) -> bool {
        let own = || -> Result<bool, StoreError> {
            let Some(storage) = self.storage() else { return Ok(false) };
            let own =
                slots::list(&storage)?.into_iter().find(slots::Slot::is_main).map_or(0, |own| own.units);
            Ok(Usage::of(&storage, MAIN)?.used() + own < Usage::WARNING)
        };
        own().unwrap_or_default()
    }

    /// Has the workspace in another slot take the place of the user's own, which is shown. The old one stays beside it
    /// where there is room for both.
    ///
    /// # Errors
    /// [`NotDone`]: nothing has changed.
    pub(super) async fn replace_own(self, slot: &str) -> Result<(), NotDone> {
        let kept = self.keep_beside();
        let done = self.replace_by(slot).await;
        if let (Err(_), Some(kept), Some(storage)) = (&done, kept, self.storage()) {
            // It was only there because another was to come; one that stays is listed.
            let _ = ledger::clear(&storage, &kept);
        }
        done
    }

    /// Finishes what the page before this one has asked for: the workspace in a slot becomes the user's own.
    pub fn adopt_now(self, slot: String) {
        leptos::task::spawn_local(async move {
            let done = self.replace_own(&slot).await;
            self.update_health(|health| health.adopted = Some(done));
        });
    }

    /// Begins the user's own workspace anew as another, and keeps the old one beside it where there is room for both.
    ///
    /// # Errors
    /// [`NotDone`]: nothing has changed.
    pub(super) async fn reset_own(self, fresh: &Fresh) -> Result<(), NotDone> {
        let kept = if self.beginning() == Some(*fresh) { None } else { self.keep_beside() };
        let asked = Asked::Reset(fresh.scenario.as_str().to_owned(), fresh.seed, fresh.jobs);
        let done = self.carry_out(asked).await.map(|_| ());
        if let (Err(_), Some(kept), Some(storage)) = (&done, kept, self.storage()) {
            let _ = ledger::clear(&storage, &kept);
        }
        done
    }

    /// Copies the user's own workspace, if it is the one shown and there is room: the name of the copy's slot.
    fn keep_beside(self) -> Option<String> {
        let storage = self.storage().filter(|_| self.slot() == MAIN && self.has_room_beside())?;
        let (slot, title) = (free_slot(SlotKind::Before), self.origin().title);
        let copied = self
            .peek(|workspace| Ledger::create(&storage, &slot, workspace, &title, Mark { seq: 1, epoch: 0 }));
        copied.is_ok().then_some(slot)
    }
}

/// A beginning as links say it.
fn in_words(Fresh { scenario, seed, jobs }: &Fresh) -> String {
    let jobs = jobs.map(|jobs| format!("&jobs={jobs}")).unwrap_or_default();
    format!("scenario={}&seed={seed}{jobs}", scenario.as_str())
}
