//! Stories: what some tabs do where nothing goes wrong.

use import_export_portal::api::calls;
use import_export_portal::domain::time::Span;
use import_export_portal::journal::annex::is_recorded;
use import_export_portal::journal::travel::Journey;
use import_export_portal::service::log::Actor;
use import_export_portal::service::workspace::Workspace;
use import_export_portal::store::codec::Mark;
use import_export_portal::sync::message::{Asked, SentCall};
use import_export_portal::sync::{Input, Role};

use crate::check::is_quiet;
use crate::orders::id;
use crate::users::export;
use crate::world::{Planted, Tab, World};

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

/// Three tabs that have settled and whose clock stands, of which one that follows asks for a new beginning: which leads,
/// and the commit that notes it.
fn asked_to_begin_anew() -> (World, usize, u64) {
    let mut world = settled();
    ask(&mut world, Asked::Paused(true));
    let (leader, follower) = (place_of(&world, Role::Leader), place_of(&world, Role::Follower));
    let noted = world.base.mark.seq + 1;
    world.tell(follower, Input::Ask(1_000_000, Asked::Reset("Load".to_owned(), 1, Some(30))));
    (world, leader, noted)
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

fn offers_undo(world: &World) -> bool {
    let mut offers = world.tabs.iter().flatten().map(|tab| tab.node.can_undo());
    let first = offers.next().unwrap();
    assert!(offers.all(|other| other == first));
    first
}

#[test]
fn a_jump_that_is_undone_leads_every_tab_back() {
    let mut world = settled();
    ask(&mut world, Asked::Paused(true));
    let before = each(&world, Workspace::now);
    assert!(!offers_undo(&world));
    ask(&mut world, Asked::Days(3));
    assert_eq!(each(&world, Workspace::now), before + Span::days(3));
    assert!(offers_undo(&world));
    ask(&mut world, Asked::Undo);
    assert_eq!(each(&world, Workspace::now), before);
    assert!(!offers_undo(&world));
    ask(&mut world, Asked::Undo);
    assert_eq!(each(&world, Workspace::now), before);
}

#[test]
fn a_recording_goes_on_when_its_workspace_begins_anew_and_goes_when_it_is_stopped() {
    let mut world = settled();
    ask(&mut world, Asked::Travel(Journey::Record(true), "en".to_owned()));
    assert!(each(&world, is_recorded));
    ask(&mut world, Asked::Speed(60_000));
    let recorded = each(&world, |all| all.beside().clone());
    ask(&mut world, Asked::Reset("Empty".to_owned(), 1, None));
    assert!(each(&world, is_recorded));
    assert_ne!(each(&world, |all| all.beside().clone()), recorded);
    ask(&mut world, Asked::Travel(Journey::Record(false), "en".to_owned()));
    assert!(!each(&world, is_recorded));
    let beside = |key: &String| key.contains("/rec");
    assert!(!world.disk.entries.borrow().keys().any(beside));
    assert!(!world.base.entries.keys().any(|key| key.starts_with("rec")));
}

#[test]
fn a_leader_whose_slot_was_emptied_writes_all_of_it_anew_and_not_one_change_alone() {
    let mut world = settled();
    ask(&mut world, Asked::Paused(true));
    // So does a tab leave it that took over and found no room.
    let inside = format!("iep/w/{}/", World::slot());
    world.disk.entries.borrow_mut().retain(|key, _| !key.starts_with(&inside));
    ask(&mut world, Asked::Speed(60_000));
    crate::schedule::quiet(&mut world, 3);
    assert_eq!(crate::check::wrong(&world), Vec::<String>::new());
    assert_eq!(each(&world, |all| (all.head().paused, all.head().speed)), (true, 60_000));
}

#[test]
fn a_new_beginning_of_which_the_next_leader_finds_no_more_than_its_note_is_begun_once_more() {
    let (mut world, leader, noted) = asked_to_begin_anew();
    let (before, name) = (world.now, world.tabs[leader].as_ref().unwrap().name.clone());
    while world.base.mark.seq < noted {
        let next = world.now + 1;
        world.run_until(next);
    }
    // The second copy has the note; what the leader wrote to localStorage has not come through.
    world.crash(leader);
    world.disk.forget_since(before as f64, Some(&name));
    crate::schedule::quiet(&mut world, 3);
    assert_eq!(crate::check::wrong(&world), Vec::<String>::new());
    assert_eq!(each(&world, |all| all.records().len()), 30);
}

#[test]
fn a_new_beginning_that_the_leader_brought_to_its_end_is_not_begun_once_more() {
    let (mut world, leader, noted) = asked_to_begin_anew();
    while world.tabs[leader].as_ref().is_some_and(|tab| tab.node.mark().seq <= noted) {
        let next = world.now + 1;
        world.run_until(next);
    }
    // All of it is in its place, and nobody has been told.
    world.crash(leader);
    let anew = world.disk.entries.borrow().clone();
    crate::schedule::quiet(&mut world, 3);
    assert_eq!(crate::check::wrong(&world), Vec::<String>::new());
    let jobs = |all: &std::collections::BTreeMap<String, String>| {
        all.iter().filter(|(key, _)| key.contains("/job/")).map(|(_, text)| text.clone()).collect::<Vec<_>>()
    };
    assert_eq!(jobs(&world.disk.entries.borrow()), jobs(&anew));
    assert_eq!(world.base.mark.seq, noted + 1);
}

#[test]
fn an_answer_in_the_second_copy_whose_commit_nobody_has_gone_on_from_is_not_believed() {
    let mut world = settled();
    let first = place_of(&world, Role::Leader);
    let before = world.base.mark;
    let put = Asked::Call(SentCall::of(&calls::put(&id("late"), &export()), Actor::Rest));
    world.tell(first, Input::Ask(1_000_000, put));
    // Its commit is on its way to the second copy, which holds up all others there.
    world.freeze(first);
    let mut second = None;
    while second.is_none() {
        let next = world.now + 10;
        world.run_until(next);
        second = (0..3)
            .find(|place| world.tabs[*place].as_ref().is_some_and(|tab| tab.node.leads() && *place != first));
    }
    let second = second.unwrap();
    world.tell(second, Input::Ask(1_000_000, Asked::Speed(60_000)));
    // Another has gone on from the commit before, and dies; only then the late one comes through.
    world.base.queue.retain(|waiting| waiting.tab == first);
    world.crash(second);
    world.tabs[first].as_mut().unwrap().frozen = false;
    world.carry_out();
    assert_eq!(world.base.mark, Mark { seq: before.seq + 1, ..before });
    world.thaw(first);
    let end = world.now + 3_000;
    world.run_until(end);
    crate::schedule::quiet(&mut world, 3);
    assert_eq!(crate::check::wrong(&world), Vec::<String>::new());
    assert_eq!(each(&world, |all| (all.records().len(), all.head().speed)), (1, 60_000));
}
