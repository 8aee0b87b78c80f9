//! The clock: lets simulated time go on, in steps that leave the page its frames.

use leptos::prelude::*;

use crate::domain::time::{SimTime, Span};
use crate::service::clock::Clock;
use crate::service::workspace::Workspace;

use super::page::{now, sleep};
use super::{Backend, Jump, NotDone, Parts};

/// Milliseconds of real time between two looks at the clock.
const TICK: f64 = 250.0;
/// Milliseconds of work after which the page gets its turn.
const SLICE: f64 = 8.0;
/// How much happens between two looks at the time.
const STEPS: usize = 64;
/// How many deletions are kept in one commit, so that they fit into the ledger's reserve.
const DELETIONS: usize = 64;
/// Milliseconds of real time after which the time is kept, even if nothing else was.
const KEEP_EVERY: f64 = 5_000.0;
/// Milliseconds of work after which a jump shows how far it has come.
const SHOW_AFTER: f64 = 100.0;

/// How one slice of work ended.
struct Slice {
    /// Whether anything happened to a job.
    touched: bool,
    /// Whether the time asked for is reached.
    done: bool,
}

impl Backend {
    /// Lets the clock run from now on.
    pub(super) fn run_clock(self) {
        leptos::task::spawn_local(async move { self.tick_forever().await });
        let keep = window_event_listener(leptos::ev::pagehide, move |_| self.keep_time());
        on_cleanup(move || keep.remove());
    }

    async fn tick_forever(self) {
        let mut clock = Clock::default();
        let (mut last, mut kept) = (now(), now());
        // Simulated time that has passed but is not carried out yet.
        let mut ahead = Span::ZERO;
        loop {
            sleep(TICK).await;
            // The page is being taken down.
            let Some(Parts { turns, .. }) = self.parts.try_get_value() else { return };
            let passed = now() - last;
            last += passed;
            let head = self.workspace.with_value(|workspace| workspace.head().clone());
            if head.paused || !self.leads() {
                ahead = Span::ZERO;
                continue;
            }
            ahead = ahead + clock.tick((passed * 1_000.0) as u64, head.speed);
            let Some(_turn) = turns.try_take() else { continue };
            let before = self.workspace.with_value(Workspace::now);
            let slice = self.work_towards(before + ahead);
            let reached = self.workspace.with_value(Workspace::now);
            ahead = ahead - reached.since(before);
            if slice.touched {
                self.changed();
            } else {
                self.show_time();
            }
            if now() - kept > KEEP_EVERY {
                kept = now();
                self.keep_time();
            }
        }
    }

    /// Whether this tab lets time go on.
    fn leads(self) -> bool {
        true
    }

    /// Lets time go on towards `to` for one slice of real time.
    fn work_towards(self, to: SimTime) -> Slice {
        let Parts { keeper, .. } = self.parts.get_value();
        let start = now();
        let mut slice = Slice { touched: false, done: false };
        loop {
            let mut advanced = None;
            self.workspace.update_value(|workspace| advanced = Some(workspace.advance(to, STEPS)));
            let Some(advanced) = advanced else { return slice };
            slice.touched |= !advanced.touched.is_empty();
            keeper.owe(&advanced.change);
            slice.done = advanced.change.head.now >= to;
            if slice.done || now() - start > SLICE || keeper.owed() >= DELETIONS {
                break;
            }
        }
        if keeper.owed() > 0 {
            // What is not kept stays owed and is tried again; time itself is never refused.
            let _ = keeper.pay();
        }
        slice
    }

    /// Keeps the present time.
    fn keep_time(self) {
        if let Some(Parts { keeper, .. }) = self.parts.try_get_value() {
            // As above: it stays owed.
            let _ = keeper.pay();
        }
    }

    /// Lets simulated time go on at once.
    ///
    /// # Errors
    /// [`NotDone`]: time has not moved, or only part of the way.
    pub async fn jump(self, jump: Jump) -> Result<(), NotDone> {
        let Parts { keeper, turns } = self.parts.get_value();
        let _turn = turns.take().await;
        let (from, to) = self.workspace.with_value(|workspace| (workspace.now(), jump.target(workspace)));
        let Some(to) = to else { return Ok(()) };
        let start = now();
        let mut touched = false;
        loop {
            let slice = self.work_towards(to);
            touched |= slice.touched;
            if slice.done {
                break;
            }
            if now() - start > SHOW_AFTER {
                let reached = self.workspace.with_value(Workspace::now);
                let per_cent = reached.since(from).as_millis() * 100 / to.since(from).as_millis().max(1);
                self.show_jump(u8::try_from(per_cent).ok());
            }
            sleep(0.0).await;
        }
        self.show_jump(None);
        if touched {
            self.changed();
        } else {
            self.show_time();
        }
        keeper.pay()
    }

    fn show_jump(self, per_cent: Option<u8>) {
        if self.health.with_untracked(|health| health.jump != per_cent) {
            self.health.update(|health| health.jump = per_cent);
        }
    }
}
