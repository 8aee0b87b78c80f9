//! The driver: gives this tab's node what happens in the browser, and does what the node says. It translates and decides
//! nothing.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::sync::io::LockEvent;
use crate::sync::message::{Asked, Replied, read, write};
use crate::sync::second_copy::Op;
use crate::sync::{Input, Output};

use super::Backend;
use super::not_done::NotDone;
use super::page::{Channel, Lock, Promised, is_hidden, now, sleep};
use super::tab::{PageNode, SLICE};

/// What of a node's output is told once, when everything is done.
#[derive(Default)]
struct News {
    changed: bool,
    moved: bool,
    health: bool,
    kept: bool,
}

impl Backend {
    /// Joins the other tabs; from now on time passes.
    pub(super) fn join(self) {
        let tab = self.tab();
        let name = PageNode::channel_name(tab.node.borrow().slot());
        let channel = Channel::open(&name, move |text| self.give(Input::Heard(read(&text))));
        if channel.is_none() {
            tab.node.borrow_mut().be_alone();
        }
        *tab.channel.borrow_mut() = channel;
        self.give(Input::Start);
        if is_hidden() {
            self.give(Input::Shown(false));
        }
        tab.has_joined.set(true);
        self.wake(&tab);
        let seen = window_event_listener(leptos::ev::visibilitychange, move |_| {
            self.give(Input::Shown(!is_hidden()));
        });
        on_cleanup(move || seen.remove());
        let left = window_event_listener(leptos::ev::pagehide, move |_| self.give(Input::Leave));
        on_cleanup(move || left.remove());
    }

    /// Has something carried out by the tab that leads, whichever that is.
    ///
    /// # Errors
    /// [`NotDone`]: nothing has changed.
    pub(in crate::portal) async fn ask(self, asked: Asked) -> Result<Replied, NotDone> {
        let tab = self.tab();
        let ticket = tab.last_ticket.get() + 1;
        tab.last_ticket.set(ticket);
        let answer = Promised::default();
        tab.waiting.borrow_mut().insert(ticket, answer.clone());
        self.give(Input::Ask(ticket, asked));
        Ok(answer.get().await?)
    }

    /// Gives the node what has happened, and does what comes of it.
    pub(super) fn give(self, input: Input) {
        // The page may be being taken down.
        if let Some(tab) = self.parts.try_get_value() {
            tab.inputs.borrow_mut().push_back(input);
            self.settle(&tab);
        }
    }

    /// Does what the node says, and all that comes of that at once.
    pub(super) fn settle(self, tab: &Rc<PageNode>) {
        if tab.is_busy.replace(true) {
            return;
        }
        let (start, mut news) = (now(), News::default());
        loop {
            while let Some(output) = tab.next_output() {
                self.carry_out_output(tab, output, &mut news);
            }
            if let Some(input) = tab.next_input() {
                tab.handle(input);
            } else if tab.due() <= now() && now() - start < SLICE {
                // What is done in steps goes on as long as the page can wait.
                tab.handle(Input::Tick);
            } else {
                break;
            }
        }
        tab.is_busy.set(false);
        self.wake(tab);
        self.tell(&news);
    }

    fn carry_out_output(self, tab: &Rc<PageNode>, output: Output, news: &mut News) {
        match output {
            Output::Send(envelope) => {
                if let Some(channel) = &*tab.channel.borrow() {
                    channel.send(&write(&envelope));
                }
            }
            Output::Claim { term, steal } => self.claim(tab, term, steal),
            Output::Release => {
                if let Some(lock) = tab.lock.take() {
                    lock.give_up();
                }
            }
            Output::Query(no) => self.query(tab, no),
            Output::Copy(no, op) => self.copy(tab, no, op),
            Output::Drop(no) => tab.copy.give_up(no),
            Output::Answer(ticket, answer) => {
                let waiting = tab.waiting.borrow_mut().remove(&ticket);
                if let Some(waiting) = waiting {
                    waiting.give(answer);
                }
            }
            Output::Changed => news.changed = true,
            Output::Moved => news.moved = true,
            Output::Health => news.health = true,
            Output::Kept => news.kept = true,
            Output::Warn(why) => leptos::logging::warn!("{why}"),
        }
    }

    fn tell(self, news: &News) {
        if news.changed {
            self.changed();
        } else if news.moved {
            self.show_time();
        }
        if news.health {
            self.hear_of_health();
        }
        if news.kept {
            self.measure_soon();
        }
    }

    /// Queues for the lock, or takes it from whoever has it.
    fn claim(self, tab: &Rc<PageNode>, term: u64, steal: bool) {
        if Lock::exist() && tab.own.borrow().is_none() {
            // Without it this tab does not know itself, and leads only while it gives signs of life.
            *tab.own.borrow_mut() = Lock::request(&tab.own_lock(), false, || {}, || {}).ok();
        }
        let name = PageNode::channel_name(tab.node.borrow().slot());
        let gained = move || self.give(Input::Lock(LockEvent::Granted(term)));
        let lost = move || self.give(Input::Lock(LockEvent::Lost(term)));
        if Lock::exist()
            && let Ok(lock) = Lock::request(&name, steal, gained, lost)
        {
            *tab.lock.borrow_mut() = Some(lock);
        } else {
            self.give(Input::Lock(LockEvent::None));
        }
    }

    /// Finds out whether the lock is held.
    fn query(self, tab: &Rc<PageNode>, no: u64) {
        let (lock, own) = (tab.lock.borrow().clone(), tab.own_lock());
        spawn_local(async move {
            let held = match lock {
                Some(lock) => lock.is_held_with(&own).await,
                None => false,
            };
            self.give(Input::Lock(LockEvent::Held(no, held)));
        });
    }

    /// Does something with the second copy.
    fn copy(self, tab: &Rc<PageNode>, no: u64, op: Op) {
        let copy = tab.copy.clone();
        spawn_local(async move {
            let outcome = copy.carry_out(no, op).await;
            self.give(Input::Copy(no, outcome));
        });
    }

    /// Sets the timer at which the node is to be told that time has passed, unless an earlier one is set.
    fn wake(self, tab: &Rc<PageNode>) {
        let due = tab.due();
        if due >= tab.wakes.get() {
            return;
        }
        tab.wakes.set(due);
        spawn_local(async move {
            sleep((due - now()).max(0.0)).await;
            let Some(tab) = self.parts.try_get_value() else { return };
            if tab.wakes.get() == due {
                tab.wakes.set(f64::INFINITY);
                self.give(Input::Tick);
            }
        });
    }
}
