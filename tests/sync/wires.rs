//! The wires: how messages, locks and operations on the second copy go, which is as the weather is.

use import_export_portal::sync::Input;
use import_export_portal::sync::io::LockEvent;
use import_export_portal::sync::message::{Envelope, Heard};
use import_export_portal::sync::second_copy::CopyOutcome;

use crate::base::Waiting;
use crate::world::{Event, Planted, World};

impl World {
    pub fn send(&mut self, from: usize, envelope: &Envelope) {
        for place in 0..self.tabs.len() {
            let Some(life) = self.tabs[place].as_ref().map(|tab| tab.life).filter(|_| place != from) else {
                continue;
            };
            if self.dice.happens(self.weather.loss) {
                continue;
            }
            let copies = 1 + u64::from(self.dice.happens(self.weather.doubles));
            for _ in 0..copies {
                let delay = self.dice.below(self.weather.delay);
                let heard = Heard::Message(Box::new(envelope.clone()));
                self.at(delay, Event::Input(place, life, Input::Heard(heard)));
            }
        }
    }

    pub fn claim(&mut self, who: (usize, u64, u64), steal: bool) {
        if !self.has_locks {
            self.lock_event(who.0, who.1, LockEvent::None);
            return;
        }
        if steal {
            if let Some((place, life, term)) = self.holder.take()
                && self.planted != Planted::Unfenced
            {
                self.lock_event(place, life, LockEvent::Lost(term));
            }
            self.waiting.push_front(who);
        } else {
            self.waiting.push_back(who);
        }
        self.grant();
    }

    pub fn grant(&mut self) {
        if self.holder.is_none()
            && let Some((place, life, term)) = self.waiting.pop_front()
        {
            self.holder = Some((place, life, term));
            self.lock_event(place, life, LockEvent::Granted(term));
        }
    }

    pub fn release(&mut self, life: u64) {
        self.waiting.retain(|(_, waiting, _)| *waiting != life);
        if self.holder.is_some_and(|(_, holder, _)| holder == life) {
            self.holder = None;
            self.grant();
        }
    }

    pub fn lock_event(&mut self, place: usize, life: u64, event: LockEvent) {
        let delay = self.dice.below(10);
        self.at(delay, Event::Input(place, life, Input::Lock(event)));
    }

    pub fn wake_base(&mut self) {
        if !self.base_is_awake && !self.base.queue.is_empty() {
            self.base_is_awake = true;
            let delay = self.dice.below(self.weather.base_delay);
            self.at(delay, Event::Base);
        }
    }

    /// Carries out the first operation that waits, unless its tab hangs, which holds up all behind it.
    pub fn carry_out(&mut self) {
        self.base_is_awake = false;
        let hangs = |waiting: &Waiting| {
            let tab = self.tabs[waiting.tab].as_ref().filter(|tab| tab.life == waiting.life);
            tab.is_some_and(|tab| tab.frozen)
        };
        if self.base.queue.front().is_none_or(hangs) {
            return;
        }
        let Some(Waiting { tab, life, no, op }) = self.base.queue.pop_front() else { return };
        let fails = self.dice.happens(self.weather.base_fails);
        // Some of what fails is done.
        let outcome = if fails && self.dice.happens(700) {
            CopyOutcome::Failed("the disk is full".to_owned())
        } else {
            let done = self.base.carry_out(op, self.planted == Planted::Unfenced);
            match done {
                CopyOutcome::Led(mut fenced) if self.planted == Planted::Forgetful => {
                    fenced.answers.clear();
                    CopyOutcome::Led(fenced)
                }
                _ if fails => CopyOutcome::Failed("the disk is full".to_owned()),
                done @ (CopyOutcome::Led(_)
                | CopyOutcome::Entries(_)
                | CopyOutcome::Done
                | CopyOutcome::Fenced
                | CopyOutcome::Failed(_)) => done,
            }
        };
        let delay = self.dice.below(5);
        self.at(delay, Event::Input(tab, life, Input::Copy(no, outcome)));
        self.wake_base();
    }

    /// The lock is taken from whoever has it, for no reason that anybody knows.
    pub fn steal(&mut self, place: usize) {
        if self.tabs[place].is_some()
            && let Some((holder, life, term)) = self.holder.take()
        {
            self.lock_event(holder, life, LockEvent::Lost(term));
            self.grant();
        }
    }
}
