//! The clock: lets simulated time go on, in steps that leave the page its frames.

use leptos::prelude::*;

use crate::domain::time::{SimTime, Span};
use crate::journal::travel;
use crate::portal::answers::Question;
use crate::portal::letters::Replied;
use crate::service::clock::Clock;
use crate::service::workspace::{Command, Workspace};

use super::keeper::NotKept;
use super::page::{now, sleep};
use super::{Backend, Jump, Parts};

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
pub(super) struct Slice {
    /// Whether anything happened to a job.
    pub touched: bool,
    /// Whether the time asked for is reached.
    pub done: bool,
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
            let Some(Parts { turns, tabs, .. }) = self.parts.try_get_value() else { return };
            let passed = now() - last;
            last += passed;
            let (speed, paused) = self.workspace.with_value(|all| (all.head().speed, all.head().paused));
            if paused || !tabs.leads() {
                ahead = Span::ZERO;
                continue;
            }
            ahead = ahead + clock.tick((passed * 1_000.0) as u64, speed);
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
            // What is not kept stays owed and is tried again; time itself is never refused.
            let _ = self.pay().await;
            if now() - kept > KEEP_EVERY {
                kept = now();
                self.keep_time();
            }
        }
    }

    /// Lets time go on towards `to` for one slice of real time.
    pub(super) fn work_towards(self, to: SimTime) -> Slice {
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
            if slice.done || now() - start > SLICE || keeper.owed().0 >= DELETIONS {
                return slice;
            }
        }
    }

    /// Keeps what time has deleted.
    async fn pay(self) -> Result<(), NotKept> {
        let Parts { keeper, .. } = self.parts.get_value();
        match keeper.owed().1 {
            Some(change) => {
                self.must_lead().await?;
                self.keep(&change, None).await
            }
            None => Ok(()),
        }
    }

    /// Keeps the present time.
    fn keep_time(self) {
        if let Some(Parts { keeper, tabs, .. }) = self.parts.try_get_value()
            && tabs.may_write()
        {
            self.workspace.with_value(|workspace| keeper.touch(workspace.head()));
        }
    }

    /// Lets simulated time go on at once. Where it goes to is kept before the page gets its turn, so that a tab
    /// that takes over on the way goes to the same moment and not as far again.
    pub(super) async fn jump_here(self, question: &Question, jump: Jump) -> Result<(), NotKept> {
        let Parts { turns, keeper, .. } = self.parts.get_value();
        let _turn = turns.take().await;
        self.must_lead().await?;
        let begun = keeper.answers.begun(question).map(SimTime::from_millis);
        let (from, to) = self
            .workspace
            .with_value(|workspace| (workspace.now(), begun.or_else(|| jump.target(workspace))));
        let Some(to) = to else { return Ok(()) };
        let start = now();
        let mut touched = match begun {
            Some(_) => false,
            None => self.note_jump(question, to).await?,
        };
        let mut noted = touched || begun.is_some();
        let done = loop {
            let slice = self.work_towards(to);
            touched |= slice.touched;
            if slice.done {
                break self.note(question, &Replied::Done).await;
            }
            let kept = match std::mem::replace(&mut noted, true) {
                true => self.pay().await,
                false => self.note(question, &Replied::Begun(to.millis())).await,
            };
            if kept.is_err() {
                break kept;
            }
            if now() - start > SHOW_AFTER {
                let reached = self.workspace.with_value(Workspace::now);
                let per_cent = reached.since(from).as_millis() * 100 / to.since(from).as_millis().max(1);
                self.show_jump(u8::try_from(per_cent).ok());
            }
            sleep(0.0).await;
        };
        self.show_jump(None);
        if touched {
            self.changed();
        } else {
            self.show_time();
        }
        done
    }

    /// Writes a jump down, and where it goes. A line that finds no room is no reason to hold time up.
    async fn note_jump(self, question: &Question, to: SimTime) -> Result<bool, NotKept> {
        let note = Command::NoteJump(to);
        let prepared = self.workspace.with_value(|all| travel::set(all, &note));
        let Some(change) = prepared else { return Ok(false) };
        match self.keep(&change, Some((question, &Replied::Begun(to.millis())))).await {
            Ok(()) => {
                self.apply(&change);
                Ok(true)
            }
            Err(NotKept::NotDone(_)) => Ok(false),
            Err(NotKept::NotLeading) => Err(NotKept::NotLeading),
        }
    }

    fn show_jump(self, per_cent: Option<u8>) {
        if self.health.with_untracked(|health| health.jump != per_cent) {
            self.health.update(|health| health.jump = per_cent);
        }
    }
}
