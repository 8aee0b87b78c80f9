//! Tending: a second copy that failed is tried again until it is whole, and so are those of workspaces that were thrown
//! away.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::store::browser::BrowserStorage;
use crate::sync::second_copy;

use super::health::SecondCopy;
use super::keeper::Keeper;
use super::mirror::Mirror;
use super::page::now;
use super::{Backend, Parts};

/// Milliseconds until a copy that failed is tried again; twice as long each time.
const FIRST_RETRY: f64 = 1_000.0;
/// But never longer.
const LAST_RETRY: f64 = 30_000.0;

/// When a copy that failed is tried again.
#[derive(Clone, Copy, Debug)]
pub struct Retry {
    at: f64,
    wait: f64,
    /// Whether it is being tried.
    busy: bool,
    /// Whether it is settled that it is whole, with nothing to be made good.
    settled: bool,
}

impl Default for Retry {
    fn default() -> Self {
        Retry { at: 0.0, wait: FIRST_RETRY, busy: false, settled: false }
    }
}

impl Backend {
    /// Looks after the second copy; for the tab that leads, a few times a second.
    pub(super) fn tend_copy(self) {
        let Parts { keeper, .. } = self.parts.get_value();
        let mut retry = keeper.retry.get();
        match keeper.copy() {
            SecondCopy::Whole if !retry.settled => {
                keeper.retry.set(Retry { settled: true, ..Retry::default() });
                if let Some(storage) = keeper.storage() {
                    // A note that stays has the copy written anew by the next leader, which does no harm.
                    let _ = second_copy::settle(&storage, &keeper.slot());
                    spawn_local(async move { forget_gone(&storage).await });
                }
            }
            SecondCopy::Missing(_) | SecondCopy::Lagging(_) if !retry.busy && now() >= retry.at => {
                retry.settled = false;
                keeper.retry.set(Retry { busy: true, ..retry });
                spawn_local(async move { self.retry_copy().await });
            }
            SecondCopy::Making => keeper.retry.set(Retry { settled: false, ..retry }),
            SecondCopy::Whole | SecondCopy::Missing(_) | SecondCopy::Lagging(_) | SecondCopy::Elsewhere => {}
        }
    }

    /// Takes away what the copy still holds, and has it written anew.
    async fn retry_copy(self) {
        let Parts { keeper, .. } = self.parts.get_value();
        let mirror = keeper.reach_copy().await;
        let Some(Parts { keeper, tabs, turns }) = self.parts.try_get_value() else { return };
        let wait = keeper.retry.get().wait;
        keeper.retry.set(Retry {
            at: now() + wait,
            wait: (wait * 2.0).min(LAST_RETRY),
            busy: false,
            settled: false,
        });
        let Some(mirror) = mirror else { return };
        // Between two changes, so that none is missed.
        let _turn = turns.take().await;
        if tabs.leads() {
            *keeper.mirror.borrow_mut() = Some(Ok(mirror));
            self.workspace.with_value(|workspace| keeper.begin_copy(workspace));
        }
    }
}

impl Keeper {
    /// The second copy with nothing in it, if it can be reached.
    async fn reach_copy(&self) -> Option<Rc<Mirror>> {
        let known = self.mirror.borrow().clone();
        let mirror = match known? {
            Ok(mirror) => mirror,
            Err(_) => Rc::new(Mirror::open(&self.slot()).await.ok()?),
        };
        mirror.wipe(self.mark().epoch).await.ok()?;
        if let Some(storage) = self.storage() {
            // It holds nothing any more. A note that stays is settled when the copy is whole.
            let _ = second_copy::settle(&storage, &self.slot());
        }
        Some(mirror)
    }
}

/// Forgets the copies of workspaces that were thrown away while theirs could not be.
async fn forget_gone(storage: &BrowserStorage) {
    while let Ok(Some(slot)) = second_copy::next_gone(storage) {
        let Ok(mirror) = Mirror::open(&slot).await else { return };
        if mirror.forget().await.is_err() || second_copy::settle(storage, &slot).is_err() {
            return;
        }
    }
}
