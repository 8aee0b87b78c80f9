//! Leading and following: one tab carries out everybody's commands, the others keep up with it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::time::SimTime;
use crate::portal::letters::{Asked, BEAT, Envelope, Heard, Letter, Replied, SILENCE, UNEASY, read};
use crate::service::workspace::Workspace;
use crate::store::entries::{self, Write};
use crate::store::load::{Found, load};
use crate::store::memory::MemoryStore;

use super::health::{Keeping, MemoryOnly, Role};
use super::page::{is_hidden, now, sleep, within};
use super::tabs::LOOK;
use super::{Backend, NotDone, Parts};

/// Milliseconds after which a follower stops waiting for an answer.
const PATIENCE: f64 = 8_000.0;
/// The same for what may take long, such as a jump over many jobs.
const LONG_PATIENCE: f64 = 60_000.0;

impl Backend {
    /// Finds out which tab leads, and from then on leads or follows.
    pub(super) fn join(self) {
        let Parts { tabs, keeper, .. } = self.parts.get_value();
        let heard = tabs.open(&keeper.slot(), move |text| self.hear(&text));
        if keeper.is_memory() || keeper.is_outdated() || !heard {
            spawn_local(async move { self.take_lead(Role::Alone).await });
            return;
        }
        self.claim_lead(false);
        tabs.tell(Letter::Hello);
        spawn_local(async move { self.look_around().await });
        let back = window_event_listener(leptos::ev::visibilitychange, move |_| {
            if !is_hidden() {
                self.try_tell(Letter::Hello);
            }
        });
        on_cleanup(move || back.remove());
    }

    fn try_tell(self, letter: Letter) {
        if let Some(Parts { tabs, .. }) = self.parts.try_get_value() {
            tabs.tell(letter);
        }
    }

    fn claim_lead(self, steal: bool) {
        let Parts { tabs, keeper, .. } = self.parts.get_value();
        let gained = move || spawn_local(async move { self.take_lead(Role::Leader).await });
        let free = tabs.claim(&keeper.slot(), steal, keeper.storage(), gained, move || self.step_down());
        if free {
            spawn_local(async move {
                // Whoever claims it at the same moment writes the same entry; the last one has it.
                sleep(LOOK).await;
                let Parts { tabs, .. } = self.parts.get_value();
                if !tabs.leads() && (tabs.has_lease() || !tabs.by_lease()) {
                    self.take_lead(Role::Leader).await;
                }
            });
        }
    }

    /// Takes over, with whatever is left of the leader before.
    async fn take_lead(self, role: Role) {
        let Some(Parts { tabs, keeper, turns }) = self.parts.try_get_value() else { return };
        let _turn = if tabs.is_starting() { None } else { Some(turns.take().await) };
        tabs.taking.set(true);
        tabs.know_lock().await;
        let shown = self.workspace.get_value();
        match keeper.lead(&shown).await {
            Ok(newer) => {
                if let Some(newer) = newer {
                    self.show(newer);
                }
            }
            Err(why) => {
                let words = match super::keeper::not_done(why) {
                    NotDone::Storage(words) => words,
                    NotDone::Full | NotDone::NoAnswer | NotDone::Outdated | NotDone::Gone => String::new(),
                };
                self.health.update(|health| health.storage = Keeping::Memory(MemoryOnly::Blocked(words)));
            }
        }
        drop(shown);
        if keeper.is_gone() {
            tabs.taking.set(false);
            self.lose();
            return;
        }
        tabs.epoch.set(keeper.mark().epoch);
        tabs.become_role(role);
        tabs.taking.set(false);
        if !tabs.still_leads().await {
            self.step_down();
            return;
        }
        self.beat();
        tabs.send_back();
        self.look_at_health();
    }

    /// Lets another tab lead that has taken over.
    fn step_down(self) {
        let Some(Parts { tabs, keeper, .. }) = self.parts.try_get_value() else { return };
        tabs.become_role(Role::Follower);
        tabs.heard.set(now());
        keeper.forgive();
        self.look_at_health();
        if !keeper.is_outdated() {
            self.claim_lead(false);
            tabs.tell(Letter::WantAll);
        }
    }

    fn beat(self) {
        let Parts { tabs, keeper, .. } = self.parts.get_value();
        let millis = self.workspace.with_value(|workspace| workspace.now().millis());
        tabs.beat(keeper.mark().seq, millis, is_hidden());
    }

    /// Gives signs of life, or waits for those of the leader.
    async fn look_around(self) {
        let mut last = now();
        let mut beaten = last;
        // Not all at once, should there be several to take over.
        let patience = SILENCE + js_sys::Math::random() * LOOK;
        loop {
            sleep(LOOK).await;
            let Some(Parts { tabs, keeper, .. }) = self.parts.try_get_value() else { return };
            let asleep = now() - last > UNEASY;
            last = now();
            if keeper.is_outdated() {
                continue;
            }
            if tabs.leads() {
                if last - beaten >= BEAT - LOOK / 2.0 {
                    if tabs.still_leads().await {
                        self.beat();
                    } else {
                        self.step_down();
                    }
                    beaten = now();
                }
                continue;
            }
            if tabs.taking.get() {
                // Nobody is silent but this tab itself.
                tabs.heard.set(last);
                continue;
            }
            if asleep {
                // This tab was asleep and has heard nothing for that reason alone.
                tabs.heard.set(last);
                tabs.tell(Letter::Hello);
            }
            let silence = last - tabs.heard.get();
            if silence > patience {
                tabs.heard.set(last);
                self.claim_lead(true);
            } else if silence > UNEASY {
                tabs.tell(Letter::Hello);
            }
        }
    }

    fn hear(self, text: &str) {
        let Some(Parts { tabs, keeper, .. }) = self.parts.try_get_value() else { return };
        let envelope = match read(text) {
            Heard::Letter(envelope) if envelope.letter == Letter::Gone => {
                self.lose();
                return;
            }
            Heard::Letter(envelope) => *envelope,
            Heard::Newer => {
                keeper.outdate();
                tabs.become_role(Role::Follower);
                tabs.give_up();
                tabs.send_back();
                self.look_at_health();
                return;
            }
            Heard::Noise => return,
        };
        if envelope.epoch >= tabs.epoch.get()
            && matches!(&envelope.letter, Letter::Beat(..) | Letter::Commit(_) | Letter::All(..))
        {
            tabs.heard.set(now());
        }
        if tabs.receive(envelope) {
            spawn_local(async move {
                while let Some(envelope) = tabs.next_letter() {
                    self.heed(envelope).await;
                }
            });
        }
    }

    async fn heed(self, Envelope { from, epoch, letter, .. }: Envelope) {
        let Some(Parts { tabs, keeper, turns }) = self.parts.try_get_value() else { return };
        if tabs.leads() {
            match letter {
                Letter::Hello => self.beat(),
                Letter::Yield if is_hidden() => {
                    let _turn = turns.take().await;
                    tabs.become_role(Role::Follower);
                    tabs.heard.set(now());
                    self.claim_lead(false);
                    self.look_at_health();
                }
                Letter::Yield => {}
                Letter::Ask(no, asked) => spawn_local(async move {
                    if let Some(replied) = self.answer_here((from.clone(), no), asked).await {
                        self.try_tell(Letter::Reply(from, no, replied));
                    }
                }),
                Letter::WantAll => self.tell_all(&from),
                Letter::Beat(..) if epoch > tabs.epoch.get() => self.step_down(),
                Letter::Beat(..) | Letter::Commit(_) | Letter::Reply(..) | Letter::All(..) | Letter::Gone => {
                }
            }
            return;
        }
        let _turn = if tabs.is_starting() { None } else { Some(turns.take().await) };
        if tabs.leads() || epoch < tabs.epoch.get() {
            return;
        }
        let newly = tabs.epoch.replace(epoch) != epoch;
        match letter {
            Letter::Beat(seq, millis, hidden) => {
                if seq == keeper.mark().seq {
                    self.catch_up(SimTime::from_millis(millis)).await;
                    self.settle_as_follower();
                } else {
                    self.want_all();
                }
                if newly {
                    tabs.ask_again();
                }
                if hidden && !is_hidden() {
                    tabs.tell(Letter::Yield);
                }
            }
            Letter::Commit(writes) => self.follow(&writes).await,
            Letter::Reply(to, no, replied) => {
                if to == tabs.me {
                    tabs.answered(no, replied);
                }
            }
            Letter::All(to, all) => {
                if to.is_empty() || to == tabs.me {
                    self.take_all(all);
                }
            }
            Letter::Hello | Letter::Yield | Letter::Ask(..) | Letter::WantAll | Letter::Gone => {}
        }
    }

    fn settle_as_follower(self) {
        let Parts { tabs, .. } = self.parts.get_value();
        if tabs.role() != Role::Follower {
            tabs.become_role(Role::Follower);
            self.look_at_health();
        }
    }

    fn want_all(self) {
        let Parts { tabs, .. } = self.parts.get_value();
        if now() - tabs.asked_all.get() > BEAT {
            tabs.asked_all.set(now());
            tabs.tell(Letter::WantAll);
        }
    }

    /// Lets the replica's time go on to the leader's, in slices.
    async fn catch_up(self, to: SimTime) {
        let mut touched = false;
        while self.workspace.with_value(Workspace::now) < to {
            let slice = self.work_towards(to);
            touched |= slice.touched;
            if slice.done {
                break;
            }
            sleep(0.0).await;
        }
        // The leader writes what has happened.
        self.parts.with_value(|parts| parts.keeper.forgive());
        if touched {
            self.changed();
        } else {
            self.show_time();
        }
    }

    async fn follow(self, writes: &[Write]) {
        let Parts { keeper, .. } = self.parts.get_value();
        let Ok((change, mark)) = entries::change(writes) else {
            self.want_all();
            return;
        };
        let known = keeper.mark().seq;
        if mark.seq <= known {
            return;
        }
        if mark.seq > known + 1 {
            self.want_all();
            return;
        }
        self.catch_up(change.head.now).await;
        self.workspace.update_value(|workspace| workspace.apply(&change));
        keeper.follow(mark);
        self.settle_as_follower();
        self.changed();
    }

    fn take_all(self, all: Vec<(String, String)>) {
        let Parts { keeper, .. } = self.parts.get_value();
        let slot = keeper.slot();
        let prefix = entries::prefix(&slot);
        let store = MemoryStore::with(
            all.into_iter().map(|(inner, value)| ([&prefix, inner.as_str()].concat(), value)),
        );
        if let Ok(Found::Kept(kept)) = load(&store, &slot) {
            keeper.follow(kept.ledger.mark());
            self.show(kept.workspace);
            self.settle_as_follower();
        }
    }

    /// Sends everything to one tab, or to all.
    pub(super) fn tell_all(self, to: &str) {
        let Parts { tabs, keeper, .. } = self.parts.get_value();
        let mark = keeper.mark();
        let all = self.workspace.with_value(|workspace| entries::of_workspace(workspace, "", mark).collect());
        tabs.tell(Letter::All(to.to_owned(), all));
    }

    /// Has a command carried out by the tab that leads, in this tab or by asking another.
    pub(in crate::portal) async fn carry_out_somewhere(self, asked: Asked) -> Result<Replied, NotDone> {
        let Parts { tabs, turns, keeper } = self.parts.get_value();
        let long = match &asked {
            Asked::Call(_) | Asked::Rules(_) | Asked::Speed(_) | Asked::Paused(_) => false,
            Asked::Hours(_) | Asked::Days(_) | Asked::NextEvent | Asked::Reset(..) | Asked::Replace(_) => {
                true
            }
        };
        // The same number however often it must be asked, so that it is carried out once.
        let no = tabs.next_question();
        let end = now() + if long { LONG_PATIENCE } else { PATIENCE };
        while now() < end {
            // Only to wait until it is clear who leads.
            drop(turns.take().await);
            if keeper.is_outdated() {
                return Err(if keeper.is_gone() { NotDone::Gone } else { NotDone::Outdated });
            }
            let replied = if tabs.leads() {
                let replied = self.answer_here((tabs.me.clone(), no), asked.clone()).await;
                // It is not asked twice at once.
                replied.unwrap_or(Replied::Again)
            } else {
                let later = tabs.ask(no, asked.clone());
                let replied = within(end - now(), later.get()).await;
                tabs.forget(no);
                replied.ok_or(NotDone::NoAnswer)?
            };
            match replied {
                Replied::Full => return Err(NotDone::Full),
                Replied::Storage(words) => return Err(NotDone::Storage(words)),
                Replied::Outdated => return Err(NotDone::Outdated),
                Replied::Gone => return Err(NotDone::Gone),
                Replied::Again => sleep(LOOK).await,
                Replied::Response(..) | Replied::Done => return Ok(replied),
            }
        }
        Err(NotDone::NoAnswer)
    }
}
