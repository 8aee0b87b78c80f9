//! Stories: what some tabs do, told one after another, where chance decides nothing.

mod alone;
mod answers;
mod beginnings;
mod copies;
mod followers;
mod leads;
mod takeovers;
mod time;

use std::collections::BTreeMap;

use crate::base::Base;
use crate::check::is_quiet;
use crate::orders::id;
use crate::users::export;
use crate::world::{Planted, Tab, World};
use import_export_portal::api::calls;
use import_export_portal::domain::time::Span;
use import_export_portal::journal::annex::is_recorded;
use import_export_portal::journal::travel::Journey;
use import_export_portal::service::log::Actor;
use import_export_portal::service::scenario::Scenario;
use import_export_portal::service::workspace::Workspace;
use import_export_portal::store::codec::Mark;
use import_export_portal::store::fresh::Fresh;
use import_export_portal::store::ledger::Ledger;
use import_export_portal::store::load::{Found, load};
use import_export_portal::store::memory::{MemoryStore, WriteFault};
use import_export_portal::store::port::units;
use import_export_portal::store::slots::Wanted;
use import_export_portal::sync::io::LockEvent;
use import_export_portal::sync::message::{
    Asked, Beat, Envelope, Heard, Message, PROTOCOL, Replied, SentCall,
};
use import_export_portal::sync::node::Place;
use import_export_portal::sync::second_copy::{CopyOutcome, CopyStanding};
use import_export_portal::sync::{Host, Input, MemoryOnly, Node, NotCarriedOut, Output, Role};

/// Three tabs that have settled.
fn settled() -> World {
    let mut world = World::new(7, 3, Planted::Nothing);
    world.run_until(2_000);
    assert!(is_quiet(&world));
    world
}

/// The first tab of this role.
fn place_of(world: &World, role: Role) -> usize {
    let has_it = |tab: &Option<Tab>| tab.as_ref().is_some_and(|tab| tab.node.role() == role);
    world.tabs.iter().position(has_it).unwrap()
}

/// Asks a tab that follows, and waits until all is quiet.
fn ask(world: &mut World, asked: Asked) {
    let place = place_of(world, Role::Follower);
    world.tell(place, Input::Ask(1_000_000 + world.now, asked));
    let end = world.now + 3_000;
    world.run_until(end);
    assert!(is_quiet(world));
}

/// What each tab shows.
fn each<T: PartialEq + std::fmt::Debug>(world: &World, look: impl Fn(&Workspace) -> T) -> T {
    let mut seen = world.tabs.iter().flatten().map(|tab| look(tab.node.workspace()));
    let first = seen.next().unwrap();
    assert!(seen.all(|other| other == first));
    first
}

fn epoch(world: &World) -> u64 {
    crate::check::leader(world).unwrap().node.mark().epoch
}

fn pass(world: &mut World, millis: u64) {
    let end = world.now + millis;
    world.run_until(end);
    assert_eq!(world.wrong, Vec::<String>::new());
}

/// What another tab says under a lead.
fn said(from: &str, epoch: u64, message: Message) -> Input {
    let envelope = Envelope { v: PROTOCOL, from: from.to_owned(), epoch, message };
    Input::Heard(Heard::Message(Box::new(envelope)))
}

fn beat(seq: u64, world: &World, base: (u64, u64)) -> Message {
    let millis = crate::check::leader(world).unwrap().node.workspace().now().millis();
    Message::Beat(Beat { seq, millis, hidden: false, base })
}

/// What is wrong, but for jumps that no user has asked for.
fn wrong(world: &World) -> Vec<String> {
    let mut wrong = crate::check::wrong(world);
    wrong.retain(|told| !told.contains("jumps are more"));
    wrong
}

/// Asks for a job that expires fourteen days later.
fn create(world: &mut World, name: &str) {
    ask(world, put(name));
}

/// Three tabs that have settled, whose clock stands, and that show many jobs, whose time comes within half a year.
fn with_many() -> World {
    let mut world = settled();
    ask(&mut world, Asked::Reset("Load".to_owned(), 1, Some(300)));
    ask(&mut world, Asked::Paused(true));
    assert_eq!(each(&world, |all| all.records().len()), 300);
    // Nobody has asked for a recording.
    assert!(!each(&world, is_recorded));
    world
}

/// The texts of all jobs in localStorage.
fn jobs_in(all: &BTreeMap<String, String>) -> Vec<String> {
    all.iter().filter(|(key, _)| key.contains("/job/")).map(|(_, text)| text.clone()).collect()
}

/// A tab over a store of its own, whose second copy and lock answer at once.
fn does(node: &mut Node, store: &MemoryStore, base: &mut Base, input: Input) -> Vec<Output> {
    let host = Host { now: 0.0, wall: 0.0, storage: Some(store) };
    let (mut inputs, mut all) = (vec![input], Vec::new());
    while let Some(input) = inputs.pop() {
        node.handle(&host, input);
        while let Some(output) = node.poll() {
            match output {
                Output::Copy(no, op) => inputs.push(Input::Copy(no, base.carry_out(op, false))),
                Output::Claim { term, .. } => inputs.push(Input::Lock(LockEvent::Granted(term))),
                Output::Query(no) => inputs.push(Input::Lock(LockEvent::Held(no, true))),
                other => all.push(other),
            }
        }
    }
    all
}

fn wanted() -> Wanted {
    Wanted::Scenario(Fresh { scenario: Scenario::Empty, seed: 1, jobs: None })
}

fn put(name: &str) -> Asked {
    Asked::Call(SentCall::of(&calls::put(&id(name), &export()), Actor::Rest))
}

fn delete(name: &str) -> Asked {
    Asked::Call(SentCall::of(&calls::delete(&id(name)), Actor::Rest))
}
