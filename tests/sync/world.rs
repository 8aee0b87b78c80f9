//! The world: some tabs over one browser, whose messages, locks and copies go the way that a seed says.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, VecDeque};
use std::rc::Rc;

use import_export_portal::service::scenario::Scenario;
use import_export_portal::store::fresh::Fresh;
use import_export_portal::store::slots::Wanted;
use import_export_portal::sync::io::{LockEvent, Ticket};
use import_export_portal::sync::message::Replied;
use import_export_portal::sync::node::Place;
use import_export_portal::sync::second_copy::Op;
use import_export_portal::sync::{Host, Input, Node, Output};

use crate::base::{Base, Waiting};
use crate::dice::Dice;
use crate::disk::{Disk, View};
use crate::page::{Holds, Shown};
use crate::users::{Users, Wish};

/// A fault that is planted in what carries out what the nodes say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Planted {
    Nothing,
    /// A tab that has lost the lead is told that it has it, and what it writes is let through.
    Unfenced,
    /// What requests have come to is not found by the next leader.
    Forgetful,
    /// A request is answered before the second copy and the log have it.
    Hasty,
}

/// How much goes wrong.
#[derive(Clone, Copy, Debug)]
pub struct Weather {
    pub loss: u64,
    pub doubles: u64,
    pub delay: u64,
    pub base_fails: u64,
    pub base_delay: u64,
}

impl Weather {
    pub const CALM: Weather = Weather { loss: 0, doubles: 0, delay: 5, base_fails: 0, base_delay: 5 };
}

/// A tab.
pub struct Tab {
    pub name: String,
    pub node: Node,
    pub view: View,
    /// Which of the lives of this place it is; what belongs to an earlier one is dropped.
    pub life: u64,
    pub frozen: bool,
    /// What has come while it was frozen.
    mailbox: VecDeque<Input>,
    /// What it showed when it had last nothing more to do at once, and whether it has said since that this has changed.
    seen: Option<Holds>,
    said: bool,
    /// What it waits for from the second copy.
    copies: BTreeSet<u64>,
    /// How rarely it is woken, in milliseconds; nothing where as often as it likes.
    pub throttle: f64,
    next_ticket: u64,
    tickets: BTreeMap<Ticket, u64>,
}

/// What happens at some time.
pub enum Event {
    Input(usize, u64, Input),
    Tick(usize, u64),
    Base,
}

pub struct At(u64, u64, Event);

impl PartialEq for At {
    fn eq(&self, other: &Self) -> bool {
        (self.0, self.1) == (other.0, other.1)
    }
}

impl Eq for At {}

impl PartialOrd for At {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for At {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.0, self.1).cmp(&(other.0, other.1))
    }
}

/// Everything.
pub struct World {
    pub dice: Dice,
    pub now: u64,
    pub weather: Weather,
    pub planted: Planted,
    pub tabs: Vec<Option<Tab>>,
    pub disk: Rc<Disk>,
    pub base: Base,
    pub users: Users,
    pub events: BinaryHeap<Reverse<At>>,
    count: u64,
    lives: u64,
    pub base_is_awake: bool,
    /// Whether the browser has locks.
    pub has_locks: bool,
    /// Who holds the lock, and who waits for it: the place, the life and the term.
    pub holder: Option<(usize, u64, u64)>,
    pub waiting: VecDeque<(usize, u64, u64)>,
    next_wish: u64,
    pub steps: u64,
    /// Whether a leader's last writes were lost and nobody is known to have led since.
    pub lost: bool,
    /// Whether everything that happens is told.
    pub traces: bool,
    pub wrong: Vec<String>,
}

impl World {
    pub fn new(seed: u64, tabs: usize, planted: Planted) -> World {
        World::with(seed, tabs, planted, true)
    }

    /// Where the browser has no locks.
    pub fn without_locks(seed: u64, tabs: usize) -> World {
        World::with(seed, tabs, Planted::Nothing, false)
    }

    pub fn with(seed: u64, tabs: usize, planted: Planted, has_locks: bool) -> World {
        let mut world = World {
            dice: Dice::new(seed),
            now: 0,
            weather: Weather::CALM,
            planted,
            tabs: (0..tabs).map(|_| None).collect(),
            disk: Rc::default(),
            base: Base::default(),
            users: Users::default(),
            events: BinaryHeap::new(),
            count: 0,
            lives: 0,
            base_is_awake: false,
            has_locks,
            holder: None,
            waiting: VecDeque::new(),
            next_wish: 0,
            steps: 0,
            lost: false,
            traces: std::env::var("PORTAL_TRACE").is_ok(),
            wrong: Vec::new(),
        };
        for place in 0..tabs {
            world.open(place);
        }
        world
    }

    pub fn slot() -> String {
        World::wanted().slot()
    }

    fn wanted() -> Wanted {
        Wanted::Scenario(Fresh { scenario: Scenario::Empty, seed: 1, jobs: None })
    }

    /// Opens a tab.
    pub fn open(&mut self, place: usize) {
        self.lives += 1;
        let (life, name) = (self.lives, format!("t{}", self.lives));
        let view = View::new(&self.disk, &name, &World::slot(), self.planted == Planted::Unfenced);
        let modesty = self.dice.below(150) as f64;
        let node = Node::open(&name, World::wanted(), Ok(&view), modesty);
        self.tabs[place] = Some(Tab {
            name,
            node,
            view,
            life,
            frozen: false,
            mailbox: VecDeque::new(),
            seen: None,
            said: false,
            copies: BTreeSet::new(),
            throttle: 0.0,
            next_ticket: 0,
            tickets: BTreeMap::new(),
        });
        self.give(place, Input::Start);
        self.at(10, Event::Tick(place, life));
    }

    /// A tab is gone at once.
    pub fn crash(&mut self, place: usize) {
        let Some(tab) = self.tabs[place].take() else { return };
        if self.traces {
            println!("{} {} is gone", self.now, tab.name);
        }
        self.users.leave(place);
        self.waiting.retain(|(_, life, _)| *life != tab.life);
        if self.holder.is_some_and(|(_, life, _)| life == tab.life) {
            self.holder = None;
            self.grant();
        }
        // What it has begun may have come through.
        let mut index = 0;
        while index < self.base.queue.len() {
            if self.base.queue[index].life == tab.life && self.dice.happens(500) {
                self.base.queue.remove(index);
            } else {
                index += 1;
            }
        }
        self.wake_base();
    }

    pub fn freeze(&mut self, place: usize) {
        if let Some(tab) = &mut self.tabs[place] {
            tab.frozen = true;
            if self.traces {
                println!("{} {} hangs", self.now, tab.name);
            }
        }
    }

    /// What has come meanwhile comes now, all at once.
    pub fn thaw(&mut self, place: usize) {
        let Some(tab) = &mut self.tabs[place] else { return };
        tab.frozen = false;
        let (life, mail) = (tab.life, std::mem::take(&mut tab.mailbox));
        // Timers and messages come in no particular order.
        let early = self.dice.happens(500);
        if early {
            self.give(place, Input::Tick);
        }
        for input in mail {
            if self.tabs[place].as_ref().is_some_and(|tab| tab.life == life && !tab.frozen) {
                self.give(place, input);
            }
        }
        self.at(0, Event::Tick(place, life));
        self.wake_base();
    }

    /// Somebody at a tab wants something.
    pub fn wish(&mut self, place: usize, calm: bool) {
        let Some(tab) = &mut self.tabs[place] else { return };
        self.next_wish += 1;
        tab.next_ticket += 1;
        tab.tickets.insert(tab.next_ticket, self.next_wish);
        let ticket = tab.next_ticket;
        let asked = self.users.wish(&mut self.dice, self.next_wish, place, calm);
        let life = tab.life;
        self.at(0, Event::Input(place, life, Input::Ask(ticket, asked)));
    }

    /// A page is loaded anew, or opened where there was none.
    pub fn open_again(&mut self, place: usize) {
        self.crash(place);
        self.open(place);
    }

    /// A tab is woken rarely from now on.
    pub fn throttle(&mut self, place: usize) {
        let throttle = self.dice.between(500, 3_000) as f64;
        if let Some(tab) = &mut self.tabs[place] {
            tab.throttle = throttle;
        }
    }

    pub fn unthrottle(&mut self, place: usize) {
        let Some(tab) = &mut self.tabs[place] else { return };
        tab.throttle = 0.0;
    }

    /// Something happens to a tab.
    pub fn tell(&mut self, place: usize, input: Input) {
        self.give(place, input);
    }

    pub fn at(&mut self, delay: u64, event: Event) {
        self.count += 1;
        self.events.push(Reverse(At(self.now + delay, self.count, event)));
    }

    /// Lets things happen until that time.
    pub fn run_until(&mut self, end: u64) {
        while self.wrong.is_empty() && self.events.peek().is_some_and(|Reverse(at)| at.0 <= end) {
            let Some(Reverse(At(at, _, event))) = self.events.pop() else { return };
            self.now = at;
            self.steps += 1;
            match event {
                Event::Input(place, life, input) => {
                    if self.tabs[place].as_ref().is_some_and(|tab| tab.life == life) {
                        self.give(place, input);
                    }
                }
                Event::Tick(place, life) => self.tick(place, life),
                Event::Base => self.carry_out(),
            }
        }
        self.now = self.now.max(end);
    }

    fn tick(&mut self, place: usize, life: u64) {
        if !self.tabs[place].as_ref().is_some_and(|tab| tab.life == life && !tab.frozen) {
            return;
        }
        self.give(place, Input::Tick);
        let Some(tab) = &self.tabs[place] else { return };
        let due = (tab.node.due(self.now as f64) - self.now as f64).max(1.0).max(tab.throttle);
        let late = self.dice.below(20);
        self.at(due as u64 + late, Event::Tick(place, life));
    }

    pub fn give(&mut self, place: usize, input: Input) {
        let Some(tab) = &mut self.tabs[place] else { return };
        if tab.frozen {
            if !matches!(input, Input::Tick) {
                tab.mailbox.push_back(input);
            }
            return;
        }
        self.disk.now.set(self.now as f64);
        let host = Host { now: self.now as f64, wall: self.now as f64, storage: Some(&tab.view) };
        let told = self.traces.then(|| format!("{input:.400?}"));
        let before = Shown::of(&mut tab.node);
        if let Input::Copy(no, _) = &input {
            tab.copies.remove(no);
        }
        tab.node.handle(&host, input);
        let mut out = Vec::new();
        while let Some(output) = tab.node.poll() {
            out.push(output);
        }
        let after = Shown::of(&mut tab.node);
        let unsaid = before.unsaid(&after, &out).map(|what| format!("{}: {what}", tab.name));
        tab.said |= out.iter().any(|output| matches!(output, Output::Changed));
        for output in &out {
            match output {
                Output::Copy(no, _) => tab.copies.insert(*no),
                Output::Drop(no) => tab.copies.remove(no),
                _ => false,
            };
        }
        // Nobody needs to see every step.
        if !tab.node.is_at_work() && tab.copies.is_empty() {
            let silent =
                !std::mem::take(&mut tab.said) && tab.seen.as_ref().is_some_and(|seen| *seen != after.holds);
            self.wrong
                .extend(silent.then(|| format!("{} does not say that it shows {:?}", tab.name, after.holds)));
            tab.seen = Some(after.holds.clone());
        }
        self.wrong.extend(unsaid);
        if let Some(told) = told.filter(|told| told != "Tick" || !out.is_empty()) {
            let stand = (tab.node.role(), tab.node.mark(), tab.node.copy());
            println!("{} {}: {:.160} → {stand:?}", self.now, tab.name, told);
            out.iter().for_each(|output| println!("    {:.160}", format!("{output:?}")));
        }
        for output in out {
            self.does(place, output);
        }
        self.wrong.append(&mut self.disk.wrong.borrow_mut());
    }

    fn does(&mut self, place: usize, output: Output) {
        let Some(tab) = &self.tabs[place] else { return };
        let life = tab.life;
        match output {
            Output::Send(envelope) => self.send(place, &envelope),
            Output::Claim { term, steal } => self.claim((place, life, term), steal),
            Output::Release => self.release(life),
            Output::Query(no) => {
                let held = self.holder.is_some_and(|(_, holder, _)| holder == life);
                let held = held || self.planted == Planted::Unfenced;
                let delay = self.dice.below(5);
                self.at(delay, Event::Input(place, life, Input::Lock(LockEvent::Held(no, held))));
            }
            Output::Copy(no, op) => {
                if self.planted == Planted::Hasty {
                    self.answer_early(place, &op);
                }
                self.base.queue.push_back(Waiting { tab: place, life, no, op });
                self.wake_base();
            }
            Output::Drop(no) => {
                // What is given up may have been done all the same.
                if self.dice.happens(500) {
                    self.base.queue.retain(|waiting| waiting.life != life || waiting.no != no);
                }
            }
            Output::Answer(ticket, answer) => self.answer(place, ticket, &answer),
            Output::Changed | Output::Moved | Output::Health | Output::Kept | Output::Warn(_) => {}
        }
    }

    pub fn answer(
        &mut self,
        place: usize,
        ticket: Ticket,
        answer: &Result<Replied, import_export_portal::sync::NotCarriedOut>,
    ) {
        let Some(tab) = &mut self.tabs[place] else { return };
        let Some(wish) = tab.tickets.remove(&ticket) else { return };
        // A page that keeps nothing says so.
        let keeps = *tab.node.place() == Place::Slot;
        if let Some(wrong) = self.users.tell(wish, answer, keeps) {
            self.wrong.push(wrong);
        }
        self.look_at_deleted(wish);
    }

    /// Once a job's deletion is answered and all is well, no copy has anything of it.
    fn look_at_deleted(&mut self, wish: u64) {
        // Whoever leads next brings back what was lost.
        self.lost &= crate::check::leader(self).is_none();
        let Some(asking) = self.users.all.get(&wish) else { return };
        if let Wish::Delete(name) = &asking.wish
            && asking.told == crate::users::Told::Done
            && !asking.excused
            && !self.lost
        {
            let name = name.clone();
            self.wrong.extend(crate::check::left_of(self, &name));
        }
    }

    fn answer_early(&mut self, place: usize, op: &Op) {
        let Some(tab) = &self.tabs[place] else { return };
        let Op::Commit(_, _, answers) = op else { return };
        let mine = answers.iter().filter_map(|(key, _)| {
            let (name, no) = key.split_once('/')?;
            (name == tab.name).then(|| no.parse::<u64>().ok()).flatten()
        });
        let tickets: Vec<u64> = mine.filter(|no| tab.tickets.contains_key(no)).collect();
        for ticket in tickets {
            self.answer(place, ticket, &Ok(Replied::Done));
        }
    }
}
