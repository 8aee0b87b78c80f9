//! Leads: who leads, and when another takes its place.

use super::*;

/// Lets a tab hang, and has it hear of a wish when it goes on.
fn hang_and_wish(world: &mut World, place: usize, millis: u64, asked: Asked) {
    world.freeze(place);
    pass(world, millis);
    world.tell(place, Input::Ask(1_000_000 + world.now, asked));
    world.thaw(place);
}

#[test]
fn without_locks_a_leader_nobody_looks_at_goes_on_leading() {
    let mut world = World::without_locks(7, 3);
    world.run_until(2_000);
    assert!(is_quiet(&world));
    let first = place_of(&world, Role::Leader);
    let before = epoch(&world);
    world.tell(first, Input::Shown(false));
    pass(&mut world, 20_000);
    // Nobody waits in line for what it would give up.
    assert_eq!((place_of(&world, Role::Leader), epoch(&world)), (first, before));
}

#[test]
fn without_locks_one_tab_leads_and_another_once_it_is_gone() {
    let mut world = World::without_locks(7, 3);
    world.run_until(1_000);
    assert!(is_quiet(&world));
    let first = place_of(&world, Role::Leader);
    ask(&mut world, Asked::Speed(60_000));
    world.crash(first);
    let silent = world.now + 1_000;
    world.run_until(silent);
    // Its entry says for a silence that it leads.
    assert!(crate::check::leader(&world).is_none());
    pass(&mut world, 2_500);
    assert!(is_quiet(&world));
    assert_ne!(place_of(&world, Role::Leader), first);
    ask(&mut world, Asked::Speed(1_000));
    assert_eq!(crate::check::wrong(&world), Vec::<String>::new());
}

#[test]
fn without_locks_a_leader_that_hangs_until_another_leads_writes_nothing_more() {
    let mut world = World::without_locks(7, 3);
    world.run_until(2_000);
    let first = place_of(&world, Role::Leader);
    world.freeze(first);
    pass(&mut world, 4_000);
    let led = |tab: &Option<Tab>| tab.as_ref().is_some_and(|tab| !tab.frozen && tab.node.leads());
    let second = world.tabs.iter().position(led).unwrap();
    let entry = world.disk.entries.borrow().get("iep/lead/empty-1").cloned();
    world.tell(first, Input::Ask(1_000_000, Asked::Speed(60_000)));
    world.thaw(first);
    pass(&mut world, 3_000);
    assert_eq!(world.wrong, Vec::<String>::new());
    assert!(is_quiet(&world));
    assert_eq!(place_of(&world, Role::Leader), second);
    assert_eq!(each(&world, |all| all.head().speed), 60_000);
    assert!(entry.is_some());
}

#[test]
fn without_locks_a_leader_whose_entry_another_has_written_leads_no_more() {
    let mut world = World::without_locks(7, 1);
    world.run_until(2_000);
    assert!(is_quiet(&world));
    let theirs = format!("zz {}", world.now);
    world.disk.entries.borrow_mut().insert(format!("iep/lead/{}", World::slot()), theirs.clone());
    pass(&mut world, 700);
    assert!(crate::check::leader(&world).is_none());
    assert_eq!(world.disk.entries.borrow().get(&format!("iep/lead/{}", World::slot())), Some(&theirs));
}

#[test]
fn without_locks_a_lease_that_has_run_out_is_followed_by_another_lead() {
    let mut world = World::without_locks(7, 1);
    world.run_until(2_000);
    let before = epoch(&world);
    world.freeze(0);
    pass(&mut world, 1_400);
    world.thaw(0);
    pass(&mut world, 1_000);
    assert!(is_quiet(&world));
    assert_eq!(epoch(&world), before + 1);
}

/// A leader that hangs each time when it is asked for something does it and goes on leading.
fn goes_on(hang: impl Fn(&mut World, usize, Asked)) {
    let mut world = settled();
    let leader = place_of(&world, Role::Leader);
    for round in 0..20 {
        let speed = [60_000, 1_000][round % 2];
        hang(&mut world, leader, Asked::Speed(speed));
        pass(&mut world, 600);
        assert_eq!(place_of(&world, Role::Leader), leader);
        assert_eq!(each(&world, |all| all.head().speed), speed, "round {round}");
    }
}

#[test]
fn a_leader_that_hung_for_less_than_a_silence_makes_sure_and_does_what_it_was_asked() {
    goes_on(|world, leader, asked| hang_and_wish(world, leader, 1_400, asked));
}

#[test]
fn a_leader_that_hung_while_the_second_copy_was_written_makes_sure_and_goes_on() {
    goes_on(|world, leader, asked| {
        let before = world.base.mark.seq;
        world.tell(leader, Input::Ask(1_000_000 + world.now, asked));
        while world.base.mark.seq == before {
            pass(world, 1);
        }
        world.freeze(leader);
        pass(world, 1_400);
        world.thaw(leader);
    });
}

#[test]
fn what_was_thrown_away_is_changed_by_nobody_any_more() {
    let mut world = settled();
    let first = place_of(&world, Role::Follower);
    let farewell = world.tabs[first].as_ref().unwrap().node.farewell();
    world.tell(first, Input::Lose);
    (0..3).filter(|place| *place != first).for_each(|place| {
        world.tell(place, Input::Heard(Heard::Message(Box::new(farewell.clone()))));
    });
    let before = world.disk.entries.borrow().clone();
    for place in 0..3 {
        world.tell(place, Input::Ask(1_000_000, Asked::Speed(60_000)));
    }
    pass(&mut world, 100);
    for _ in 0..5_000 {
        pass(&mut world, 1);
        // Nobody wants to lead any more.
        assert!(world.holder.is_none() && world.waiting.is_empty());
    }
    assert!(world.tabs.iter().flatten().all(|tab| tab.node.is_gone() && !tab.node.leads()));
    assert_eq!(*world.disk.entries.borrow(), before);
    assert_eq!(each(&world, |all| all.head().speed), 1_000);
}

#[test]
fn a_leader_nobody_looks_at_hands_the_lead_to_a_tab_that_somebody_does() {
    let mut world = settled();
    let first = place_of(&world, Role::Leader);
    pass(&mut world, 1_000);
    let before = epoch(&world);
    world.tell(first, Input::Shown(false));
    pass(&mut world, 700);
    assert!(is_quiet(&world));
    assert_ne!(place_of(&world, Role::Leader), first);
    assert_eq!(epoch(&world), before + 1);
    // Where nobody looks at any tab it stays.
    (0..3).for_each(|place| world.tell(place, Input::Shown(false)));
    let (leader, before) = (place_of(&world, Role::Leader), epoch(&world));
    pass(&mut world, 3_000);
    assert_eq!((place_of(&world, Role::Leader), epoch(&world)), (leader, before));
}

#[test]
fn a_tab_that_was_asleep_does_not_take_the_lead_from_one_that_is_there() {
    let mut world = settled();
    let (leader, follower, before) =
        (place_of(&world, Role::Leader), place_of(&world, Role::Follower), epoch(&world));
    for _ in 0..20 {
        world.freeze(follower);
        pass(&mut world, 5_000);
        // Its timer may come before what was said meanwhile.
        world.thaw(follower);
        pass(&mut world, 500);
        assert_eq!((place_of(&world, Role::Leader), epoch(&world)), (leader, before));
    }
}

#[test]
fn a_leader_that_is_woken_rarely_is_asked_for_a_heartbeat_and_goes_on_leading() {
    let mut world = settled();
    let (leader, before) = (place_of(&world, Role::Leader), epoch(&world));
    world.tabs[leader].as_mut().unwrap().throttle = 3_000.0;
    for _ in 0..20 {
        pass(&mut world, 1_000);
        assert_eq!((place_of(&world, Role::Leader), epoch(&world)), (leader, before));
    }
}

#[test]
fn a_leader_whose_lock_was_taken_away_while_it_hung_writes_nothing_before_it_has_asked() {
    for _ in 0..5 {
        let mut world = settled();
        ask(&mut world, Asked::Paused(true));
        let leader = place_of(&world, Role::Leader);
        world.freeze(leader);
        pass(&mut world, 1_400);
        // The news of it has not come through.
        world.holder = None;
        let before = (world.base.mark, world.disk.entries.borrow().clone());
        world.tell(leader, Input::Ask(1_000_000, Asked::Speed(60_000)));
        world.thaw(leader);
        assert_eq!((world.base.mark, world.disk.entries.borrow().clone()), before);
        assert!(world.base.queue.is_empty());
        pass(&mut world, 5);
        assert!(!world.tabs[leader].as_ref().unwrap().node.leads());
        // Somebody carries it out in the end.
        pass(&mut world, 4_000);
        assert_eq!(each(&world, |all| all.head().speed), 60_000);
    }
}

#[test]
fn a_leader_whose_lock_is_taken_steps_down_and_old_news_of_that_says_nothing() {
    let mut world = settled();
    let (first, before) = (place_of(&world, Role::Leader), epoch(&world));
    world.tell(first, Input::Lock(LockEvent::Lost(0)));
    assert!(world.tabs[first].as_ref().unwrap().node.leads());
    pass(&mut world, 2_000);
    assert_eq!(epoch(&world), before);
    world.steal(first);
    pass(&mut world, 12);
    assert!(!world.tabs[first].as_ref().unwrap().node.leads());
    pass(&mut world, 1_000);
    assert!(is_quiet(&world));
    assert_ne!(place_of(&world, Role::Leader), first);
}

#[test]
fn a_leader_that_hears_of_a_later_one_steps_down_and_of_an_earlier_one_does_not() {
    let mut world = settled();
    ask(&mut world, Asked::Speed(60_000));
    let (leader, before) = (place_of(&world, Role::Leader), epoch(&world));
    let leads = |world: &World| world.tabs[leader].as_ref().unwrap().node.leads();
    let early = beat(1, &world, (0, 0));
    world.tell(leader, said("zz", before - 1, early.clone()));
    assert!(leads(&world));
    // The one with the later name has the lead where both have the same number.
    world.tell(leader, said("a", before, early.clone()));
    assert!(leads(&world));
    world.tell(leader, said("zz", before, early.clone()));
    assert!(!leads(&world));
    let mut world = settled();
    let leader = place_of(&world, Role::Leader);
    world.tell(leader, said("a", before + 5, early));
    assert!(!world.tabs[leader].as_ref().unwrap().node.leads());
}

#[test]
fn what_was_asked_of_a_leader_that_is_gone_is_asked_of_the_next_at_once() {
    for _ in 0..5 {
        let mut world = settled();
        let leader = place_of(&world, Role::Leader);
        // What is asked does not arrive.
        world.weather.loss = 1_000;
        for place in (0..3).filter(|place| *place != leader) {
            // One of them leads next, and the other asks it.
            let asked = if place == (leader + 1) % 3 { Asked::Speed(60_000) } else { Asked::Paused(true) };
            world.tell(place, Input::Ask(1_000_000, asked));
        }
        world.weather.loss = 0;
        world.crash(leader);
        pass(&mut world, 400);
        assert_eq!(each(&world, |all| (all.head().speed, all.head().paused)), (60_000, true));
    }
}

#[test]
fn a_leader_that_hangs_for_good_is_replaced_within_two_silences() {
    let mut world = settled();
    let leader = place_of(&world, Role::Leader);
    world.freeze(leader);
    let follower = place_of(&world, Role::Follower);
    world.tell(follower, Input::Ask(1_000_000, Asked::Speed(60_000)));
    pass(&mut world, 3_400);
    let led = |tab: &Option<Tab>| tab.as_ref().is_some_and(|tab| !tab.frozen && tab.node.leads());
    assert_eq!(world.tabs.iter().filter(|tab| led(tab)).count(), 1);
    let asked = world.tabs[follower].as_ref().unwrap();
    assert_eq!(asked.node.workspace().head().speed, 60_000);
}

#[test]
fn nothing_but_a_sign_of_the_leader_keeps_others_from_its_place() {
    for early in [false, true] {
        let mut world = settled();
        let (leader, epoch) = (place_of(&world, Role::Leader), epoch(&world));
        let beat = beat(1, &world, (0, 0));
        world.freeze(leader);
        let led = |world: &World| world.tabs.iter().flatten().any(|tab| !tab.frozen && tab.node.leads());
        for _ in 0..17 {
            if led(&world) {
                break;
            }
            for place in (0..3).filter(|place| *place != leader) {
                // Somebody asks who leads, or thinks that it still does.
                let message = if early { beat.clone() } else { Message::Hello };
                world.tell(place, said("zz", epoch - u64::from(early), message));
            }
            pass(&mut world, 200);
        }
        assert!(led(&world));
    }
}

#[test]
fn a_leader_whose_lock_was_taken_away_in_the_middle_of_a_jump_keeps_nothing_before_it_has_asked() {
    let mut world = with_many();
    let leader = place_of(&world, Role::Leader);
    let before = world.base.mark.seq;
    world.tell(leader, Input::Ask(1_000_000, Asked::Days(400)));
    while world.base.mark.seq < before + 2 || !world.tabs[leader].as_ref().unwrap().node.is_at_work() {
        pass(&mut world, 1);
    }
    world.freeze(leader);
    pass(&mut world, 1_400);
    world.holder = None;
    let kept = (world.base.mark, world.disk.entries.borrow().clone());
    world.thaw(leader);
    pass(&mut world, 5);
    assert_eq!((world.base.mark, world.disk.entries.borrow().clone()), kept);
    assert!(!world.tabs[leader].as_ref().unwrap().node.leads());
}
