//! Loading: a workspace with many jobs is shown when the newest have been read, and the rest is read while it is looked at.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::service::workspace::Workspace;
use crate::store::load::preview;

use super::Backend;
use super::page::sleep;
use super::tab::PageNode;

impl Backend {
    /// How many jobs there are, while not all of them have been read.
    pub fn loading(self) -> Option<usize> {
        let jobs = self.loading.get() as usize;
        (jobs > 0).then_some(jobs)
    }

    /// Whether all jobs have been read, for use outside of anything reactive.
    pub fn is_loaded(self) -> bool {
        self.loading.get_untracked() == 0
    }

    /// Reads the workspace as far as it has been read, which is at least its head and its newest jobs; a reactive reader is
    /// told when [`Backend::revision`] grows.
    pub fn read_loaded<R>(self, look: impl FnOnce(&Workspace) -> R) -> R {
        self.revision.track();
        self.peek_loaded(look)
    }

    /// Reads the workspace as far as it has been read, for use outside of anything reactive.
    pub fn peek_loaded<R>(self, look: impl FnOnce(&Workspace) -> R) -> R {
        self.past.with_value(|past| match past {
            Some(past) => look(past),
            None => look(self.parts.get_value().node.borrow().workspace()),
        })
    }

    /// Reads the rest, a piece at a time so that the page answers in between.
    pub async fn load_rest(self) {
        // The page may be being taken down.
        while let Some(tab) = self.parts.try_get_value() {
            if !tab.load_more() {
                self.load_all(&tab);
                break;
            }
            sleep(0.0).await;
        }
    }

    /// Has the newest jobs found when the page is opened again.
    pub(super) fn prepare_preview(self) {
        let tab = self.tab();
        if let Some(storage) = tab.shelf().filter(|_| tab.memory_only().is_none()) {
            let node = tab.node.borrow();
            // Where there is no room for it, the page begins as it did this time.
            let _ = preview::prepare(&storage, node.slot(), node.workspace());
        }
    }

    /// Reads the rest at once: somebody needs all of it.
    pub(super) fn load_all(self, tab: &Rc<PageNode>) {
        if tab.load_all() {
            // Who needs it may be drawing, and is not to be told meanwhile.
            spawn_local(async move {
                sleep(0.0).await;
                if let Some(tab) = self.parts.try_get_value() {
                    self.loading.set(0);
                    self.update_health(|health| health.begin(&tab));
                    self.revise();
                }
            });
        }
    }
}
