//! Leading and following: one tab carries out everybody's commands, the others keep up with it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::time::SimTime;
use crate::portal::letters::{Asked, BEAT, Envelope, Heard, Letter, Replied, SILENCE, UNEASY, read};
use crate::service::workspace::Workspace;
use crate::store::codec::{SCHEMA, schema};
use crate::store::entries::{self, Entry, Write};
use crate::store::load::{Found, load};
use crate::store::memory::MemoryStore;

use super::health::Role;
use super::page::{is_hidden, now, sleep, within};
use super::tabs::LOOK;
use super::takeover::NotLed;
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
            let term = tabs.new_term();
            spawn_local(async move { self.take_lead(Role::Alone, term).await });
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
        let term = tabs.new_term();
        let gained = move || spawn_local(async move { self.take_lead(Role::Leader, term).await });
        let free = tabs.claim(&keeper.slot(), steal, keeper.storage(), gained, move || self.step_down());
        if free {
            spawn_local(async move {
                // Whoever claims it at the same moment writes the same entry; the last one has it.
                sleep(LOOK).await;
                let Parts { tabs, .. } = self.parts.get_value();
                if !tabs.leads() && (tabs.has_lease() || !tabs.by_lease()) {
                    self.take_lead(Role::Leader, term).await;
                }
            });
        }
    }

    /// Takes over, with whatever is left of the leader before.
    async fn take_lead(self, mut role: Role, mut term: u64) {
        let Some(Parts { tabs, keeper, turns }) = self.parts.try_get_value() else { return };
        let _turn = if tabs.is_starting() { None } else { Some(turns.take().await) };
        if !tabs.is_term(term) {
            return;
        }
        tabs.taking.set(true);
        let shown = self.workspace.get_value();
        let led = keeper.lead(&shown, &tabs, term).await;
        drop(shown);
        tabs.taking.set(false);
        match led {
            Ok(Some(newer)) => self.show(newer),
            Ok(None) => {}
            Err(NotLed::Lost) => {
                if tabs.is_term(term) {
                    self.step_down();
                }
                return;
            }
            Err(NotLed::Store(why)) => {
                // Each tab is on its own then.
                keeper.do_without(why);
                term = tabs.new_term();
                tabs.give_up();
                role = Role::Alone;
            }
        }
        if keeper.is_gone() {
            self.lose();
            return;
        }
        if keeper.is_outdated() {
            self.outdate();
            return;
        }
        tabs.epoch.set(keeper.mark().epoch);
        tabs.become_role(role);
        if !tabs.holds(term).await {
            self.step_down();
            return;
        }
        self.beat();
        tabs.send_back();
        self.look_at_health();
    }

    /// Lets another tab lead that has taken over.
    pub(super) fn step_down(self) {
        let Some(Parts { tabs, keeper, .. }) = self.parts.try_get_value() else { return };
        self.stop_leading();
        if !keeper.is_outdated() {
            self.claim_lead(false);
            tabs.tell(Letter::WantAll);
        }
    }

    /// Writes nothing any more, and does not claim to; after a silence it will.
    pub(super) fn retire(self) {
        let Parts { tabs, .. } = self.parts.get_value();
        tabs.new_term();
        tabs.give_up();
        self.stop_leading();
    }

    fn stop_leading(self) {
        let Parts { tabs, keeper, .. } = self.parts.get_value();
        tabs.become_role(Role::Follower);
        tabs.heard.set(now());
        keeper.follow(keeper.mark());
        self.look_at_health();
    }

    /// Gives a sign of life, if this tab still leads.
    async fn beat_or_step_down(self) {
        let Parts { tabs, .. } = self.parts.get_value();
        if tabs.still_leads().await {
            self.beat();
        } else {
            self.step_down();
        }
    }

    fn beat(self) {
        let Parts { tabs, keeper, .. } = self.parts.get_value();
        if tabs.role() == Role::Alone {
            return;
        }
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
                    self.beat_or_step_down().await;
                    beaten = now();
                }
                self.tend_copy();
                if self.health.with_untracked(|health| health.copy != keeper.copy()) {
                    self.look_at_health();
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
        if keeper.is_memory() {
            // What others do with a store is nothing to a page without one.
            return;
        }
        let envelope = match read(text) {
            Heard::Letter(envelope) if envelope.letter == Letter::Gone => {
                self.lose();
                return;
            }
            Heard::Letter(envelope) => *envelope,
            Heard::Newer => {
                self.outdate();
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

    /// Changes nothing any more: a newer version of the portal is at work.
    fn outdate(self) {
        let Parts { tabs, keeper, .. } = self.parts.get_value();
        keeper.outdate();
        self.retire();
        tabs.send_back();
    }

    async fn heed(self, Envelope { from, epoch, letter, .. }: Envelope) {
        let Some(Parts { tabs, keeper, turns }) = self.parts.try_get_value() else { return };
        if tabs.leads() {
            match letter {
                Letter::Hello => self.beat_or_step_down().await,
                Letter::Yield if is_hidden() => {
                    let _turn = turns.take().await;
                    self.step_down();
                }
                Letter::Yield => {}
                Letter::Ask(no, asked) => spawn_local(async move {
                    if let Some(replied) = self.answer_here((from.clone(), no), asked).await {
                        self.try_tell(Letter::Reply(from, no, replied));
                    }
                }),
                Letter::WantAll => self.tell_all(&from),
                Letter::Beat(..) if (epoch, &from) > (tabs.epoch.get(), &tabs.me) => self.step_down(),
                // Somebody else thinks that it leads, and steps down when it hears of this tab.
                Letter::Beat(..) => self.beat_or_step_down().await,
                Letter::Commit(_) | Letter::Reply(..) | Letter::All(..) | Letter::Gone => {}
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
            let head = writes.iter().find(|(key, _)| *key == Entry::Head.key());
            let head = head.and_then(|(_, text)| schema(text.as_ref()?).ok());
            if head.is_some_and(|schema| schema > SCHEMA) {
                self.outdate();
            } else {
                self.want_all();
            }
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
        self.apply(&change);
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
        match load(&store, &slot) {
            Ok(Found::Kept(kept)) => {
                keeper.follow(kept.ledger.mark());
                self.show(kept.workspace);
                self.settle_as_follower();
            }
            Ok(Found::Newer(_)) => self.outdate(),
            Ok(Found::Nothing) | Err(_) => {}
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
            Asked::Hours(_)
            | Asked::Days(_)
            | Asked::NextEvent
            | Asked::To(_)
            | Asked::Travel(..)
            | Asked::Undo
            | Asked::Reset(..)
            | Asked::Replace(_) => true,
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
                Replied::Again | Replied::Begun(_) => sleep(LOOK).await,
                Replied::Response(..) | Replied::Done => return Ok(replied),
            }
        }
        Err(NotDone::NoAnswer)
    }
}
