//! Copies: localStorage and the second copy, when one of them lacks something.

use super::*;

/// All tabs are gone, and localStorage has forgotten the job that was created last, which the second copy has.
fn forgotten() -> World {
    let mut world = settled();
    ask(&mut world, Asked::Paused(true));
    let before = world.now as f64;
    create(&mut world, "kept");
    (0..3).for_each(|place| world.crash(place));
    world.base.queue.clear();
    world.disk.forget_since(before, None);
    world
}

/// One tab is opened, finds the second copy out of order for some milliseconds once it has come so far, and shows the job.
fn is_found_by(mut world: World, so_far: impl Fn(&World) -> bool) {
    world.open(0);
    while !so_far(&world) {
        pass(&mut world, 1);
    }
    world.weather.base_fails = 1_000;
    pass(&mut world, 12);
    world.weather.base_fails = 0;
    pass(&mut world, 3_000);
    assert!(is_quiet(&world));
    assert_eq!(each(&world, |all| all.records().len()), 1);
    assert_eq!(wrong(&world), Vec::<String>::new());
}

/// Asks the one tab that leads.
fn ask_alone(world: &mut World, asked: Asked) {
    let place = place_of(world, Role::Leader);
    world.tell(place, Input::Ask(1_000_000 + world.now, asked));
    pass(world, 500);
}

/// Something of a job cannot be read any more in localStorage, in the second copy, or in both; all tabs are opened anew.
fn spoilt(here: bool, there: bool) -> World {
    let mut world = settled();
    ask(&mut world, Asked::Paused(true));
    create(&mut world, "one");
    create(&mut world, "two");
    (0..3).for_each(|place| world.crash(place));
    world.base.queue.clear();
    let key = format!("iep/w/{}/job/1", World::slot());
    if here {
        assert!(world.disk.entries.borrow_mut().insert(key, "[spoilt".to_owned()).is_some());
    }
    if there {
        assert!(world.base.entries.insert("job/2".to_owned(), "[spoilt too".to_owned()).is_some());
    }
    (0..3).for_each(|place| world.open(place));
    pass(&mut world, 5_000);
    assert!(is_quiet(&world));
    world
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
fn how_many_deleted_jobs_the_copy_may_hold_is_told_when_it_changes() {
    let mut world = settled();
    ask(&mut world, Asked::Paused(true));
    create(&mut world, "one");
    create(&mut world, "two");
    world.weather.base_fails = 1_000;
    let leader = place_of(&world, Role::Leader);
    ask_alone(&mut world, Asked::Speed(60_000));
    let tab = world.tabs[leader].as_mut().unwrap();
    assert!(matches!(tab.node.copy(), CopyStanding::Missing(_)), "{:?}", tab.node.copy());
    let host = Host { now: world.now as f64, wall: world.now as f64, storage: Some(&tab.view) };
    let delete = delete("one");
    tab.node.handle(&host, Input::Ask(1_000_000 + world.now, delete));
    let mut told = Vec::new();
    while let Some(output) = tab.node.poll() {
        told.push(output);
    }
    assert!(matches!(tab.node.copy(), CopyStanding::Lagging(_, 1)), "{:?}", tab.node.copy());
    assert!(told.iter().any(|output| matches!(output, Output::Health)), "{told:?}");
}

#[test]
fn a_second_copy_that_fails_for_a_moment_when_a_tab_takes_over_is_asked_again() {
    for _ in 0..5 {
        is_found_by(forgotten(), |_| true);
    }
}

#[test]
fn a_second_copy_that_fails_for_a_moment_when_it_is_read_is_read_again() {
    for _ in 0..5 {
        let world = forgotten();
        let fence = world.base.fence;
        is_found_by(world, |world| world.base.fence > fence);
    }
}

#[test]
fn what_a_second_copy_may_still_hold_is_told_by_this_leader_and_the_next_until_it_is_gone() {
    let mut world = settled();
    ask(&mut world, Asked::Paused(true));
    for name in ["one", "two", "three"] {
        create(&mut world, name);
    }
    world.weather.base_fails = 1_000;
    ask_alone(&mut world, Asked::Speed(60_000));
    let note = format!("iep/copy/{}", World::slot());
    assert_eq!(world.disk.entries.borrow().get(&note), None);
    for name in ["one", "two"] {
        let leader = place_of(&world, Role::Leader);
        let delete = delete(name);
        world.tell(leader, Input::Ask(1_000_000 + world.now, delete));
        pass(&mut world, 500);
    }
    let stands = |world: &World| crate::check::leader(world).unwrap().node.copy();
    // How many there are is asked for: some operations that failed were done all the same.
    let CopyStanding::Lagging(why, 2) = stands(&world) else { panic!("{:?}", stands(&world)) };
    assert_eq!(why, "the disk is full");
    assert_eq!(world.disk.entries.borrow().get(&note).map(String::as_str), Some("2"));
    let leader = place_of(&world, Role::Leader);
    world.crash(leader);
    pass(&mut world, 10_000);
    assert!(matches!(stands(&world), CopyStanding::Lagging(_, 2)), "{:?}", stands(&world));
    // And the one that is left goes in a new beginning.
    ask_alone(&mut world, Asked::Reset("Empty".to_owned(), 1, None));
    assert!(matches!(stands(&world), CopyStanding::Lagging(_, 3)), "{:?}", stands(&world));
    world.weather.base_fails = 0;
    pass(&mut world, 60_000);
    assert_eq!(stands(&world), CopyStanding::Whole);
    assert_eq!(world.disk.entries.borrow().get(&note), None);
    for name in ["one", "two"] {
        assert_eq!(crate::check::left_of(&world, name), Vec::<String>::new());
    }
    assert_eq!(wrong(&world), Vec::<String>::new());
}

#[test]
fn a_second_copy_that_stays_out_of_reach_keeps_nobody_from_leading() {
    for so_far in [false, true] {
        let mut world = forgotten();
        let fence = world.base.fence;
        world.weather.base_fails = if so_far { 0 } else { 1_000 };
        world.open(0);
        while so_far && world.base.fence == fence {
            pass(&mut world, 1);
        }
        world.weather.base_fails = 1_000;
        pass(&mut world, 500);
        assert!(crate::check::leader(&world).is_some());
        ask_alone(&mut world, Asked::Speed(60_000));
        assert_eq!(each(&world, |all| all.head().speed), 60_000);
    }
}

#[test]
fn a_copy_of_what_was_thrown_away_brings_nothing_back() {
    let mut world = settled();
    ask(&mut world, Asked::Paused(true));
    create(&mut world, "gone");
    (0..3).for_each(|place| world.crash(place));
    world.base.queue.clear();
    let inside = format!("iep/w/{}/", World::slot());
    world.disk.entries.borrow_mut().retain(|key, _| !key.starts_with(&inside));
    let view = crate::disk::View::new(&world.disk, "", &World::slot(), false);
    import_export_portal::sync::second_copy::note::write_gone(&view, &World::slot()).unwrap();
    (0..3).for_each(|place| world.open(place));
    pass(&mut world, 5_000);
    assert!(is_quiet(&world));
    assert_eq!(each(&world, |all| all.records().len()), 0);
    assert_eq!(crate::check::left_of(&world, "gone"), Vec::<String>::new());
}

#[test]
fn what_cannot_be_read_here_is_had_from_the_second_copy() {
    let world = spoilt(true, false);
    assert_eq!(each(&world, |all| all.records().len()), 2);
    assert_eq!(wrong(&world), Vec::<String>::new());
    // Where the copy is spoilt too, each has what the other lacks.
    let world = spoilt(true, true);
    assert_eq!(each(&world, |all| all.records().len()), 2);
    assert_eq!(wrong(&world), Vec::<String>::new());
}

#[test]
fn a_leader_that_cannot_look_into_the_second_copy_tells_what_that_may_still_hold() {
    let mut world = settled();
    ask(&mut world, Asked::Paused(true));
    create(&mut world, "one");
    world.weather.base_fails = 1_000;
    let leader = place_of(&world, Role::Leader);
    world.crash(leader);
    pass(&mut world, 10_000);
    let stands = |world: &World| crate::check::leader(world).unwrap().node.copy();
    assert!(matches!(stands(&world), CopyStanding::Missing(_)), "{:?}", stands(&world));
    ask_alone(&mut world, delete("one"));
    assert!(matches!(stands(&world), CopyStanding::Lagging(_, 1)), "{:?}", stands(&world));
    // And so does one that comes after it and whose copy is of an earlier commit.
    world.weather.base_fails = 0;
    pass(&mut world, 60_000);
    assert_eq!(stands(&world), CopyStanding::Whole);
    assert_eq!(crate::check::left_of(&world, "one"), Vec::<String>::new());
}
