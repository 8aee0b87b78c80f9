//! Beginnings: a workspace that begins anew or takes the place of another.

use super::*;

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
    assert_eq!(jobs_in(&world.disk.entries.borrow()), jobs_in(&anew));
    assert_eq!(world.base.mark.seq, noted + 1);
}

#[test]
fn what_was_put_beside_takes_the_place_of_what_is_shown() {
    let mut world = settled();
    ask(&mut world, Asked::Paused(true));
    create(&mut world, "before");
    let fresh = Fresh { scenario: Scenario::Load, seed: 1, jobs: Some(3) };
    let view = crate::disk::View::new(&world.disk, "", "file-1", false);
    Ledger::create(&view, "file-1", &fresh.build(), "", Mark::default()).unwrap();
    ask(&mut world, Asked::Replace("file-1".to_owned()));
    assert_eq!(each(&world, |all| all.records().len()), 3);
    assert_eq!(crate::check::left_of(&world, "before"), Vec::<String>::new());
    ask(&mut world, Asked::Paused(true));
    assert_eq!(wrong(&world), Vec::<String>::new());
    assert!(!world.disk.entries.borrow().keys().any(|key| key.starts_with("iep/w/file-1/")));
    // It is gone from there, so nothing else takes this one's place.
    ask(&mut world, Asked::Replace("file-1".to_owned()));
    assert_eq!(each(&world, |all| all.records().len()), 3);
}

#[test]
fn a_recording_goes_on_where_there_is_no_room_for_the_new_beginning_beside_the_old_one() {
    let mut world = settled();
    ask(&mut world, Asked::Paused(true));
    ask(&mut world, Asked::Travel(Journey::Record(true), "en".to_owned()));
    for no in 0..30 {
        create(&mut world, &format!("job-{no}"));
    }
    let entries = world.disk.entries.borrow().clone();
    let used: usize = entries.iter().map(|(key, text)| units(key) + units(text)).sum();
    world.disk.capacity.set(Some(used + 60));
    let follower = place_of(&world, Role::Follower);
    world.tell(follower, Input::Ask(1_000_000, Asked::Reset("Empty".to_owned(), 1, None)));
    pass(&mut world, 3_000);
    world.disk.capacity.set(None);
    crate::schedule::quiet(&mut world, 3);
    assert_eq!(each(&world, |all| all.records().len()), 0);
    assert!(each(&world, is_recorded));
    assert_eq!(wrong(&world), Vec::<String>::new());
}

#[test]
fn what_is_too_much_for_the_room_there_is_does_not_take_the_place_of_what_is_there() {
    let mut world = settled();
    ask(&mut world, Asked::Paused(true));
    create(&mut world, "kept");
    let before = epoch(&world);
    world.disk.capacity.set(Some(60_000));
    let leader = place_of(&world, Role::Leader);
    world.tell(leader, Input::Ask(1_000_000, Asked::Reset("Load".to_owned(), 1, Some(600))));
    pass(&mut world, 3_000);
    assert_eq!((each(&world, |all| all.records().len()), epoch(&world)), (1, before));
    assert!(
        !world
            .disk
            .entries
            .borrow()
            .keys()
            .any(|key| key.starts_with("iep/w/") && !key.starts_with(&format!("iep/w/{}/", World::slot())))
    );
    assert_eq!(wrong(&world), Vec::<String>::new());
}

#[test]
fn a_new_beginning_that_nobody_comes_back_for_is_taken_away() {
    let mut world = settled();
    ask(&mut world, Asked::Paused(true));
    let beside = import_export_portal::store::slots::beside(&World::slot());
    let fresh = Fresh { scenario: Scenario::Load, seed: 1, jobs: Some(3) };
    let view = crate::disk::View::new(&world.disk, "", &beside, false);
    Ledger::create(&view, &beside, &fresh.build(), "", Mark::default()).unwrap();
    let leader = place_of(&world, Role::Leader);
    world.crash(leader);
    pass(&mut world, 3_000);
    assert!(is_quiet(&world));
    assert!(!world.disk.entries.borrow().keys().any(|key| key.starts_with(&format!("iep/w/{beside}/"))));
}

#[test]
fn a_slot_that_was_thrown_away_is_forgotten_by_whoever_leads_another() {
    let mut world = World::new(7, 1, Planted::Nothing);
    let view = crate::disk::View::new(&world.disk, "", "file-1", false);
    import_export_portal::sync::second_copy::note::write_gone(&view, "file-1").unwrap();
    pass(&mut world, 2_000);
    assert!(is_quiet(&world));
    assert!(!world.disk.entries.borrow().contains_key("iep/copy/file-1"));
}

#[test]
fn a_leader_that_loses_the_lead_before_its_new_beginning_is_recorded_follows() {
    let mut world = settled();
    ask(&mut world, Asked::Paused(true));
    ask(&mut world, Asked::Travel(Journey::Record(true), "en".to_owned()));
    let leader = place_of(&world, Role::Leader);
    // There is no room beside, and the second copy sleeps, for which the recording waits.
    world.disk.failing.set(1);
    world.base_is_awake = true;
    world.tell(leader, Input::Ask(1_000_000, Asked::Reset("Empty".to_owned(), 1, None)));
    assert!(!is_recorded(world.tabs[leader].as_ref().unwrap().node.workspace()));
    world.steal(leader);
    pass(&mut world, 10);
    world.base_is_awake = false;
    world.wake_base();
    pass(&mut world, 3_000);
    assert!(is_quiet(&world));
    assert_ne!(place_of(&world, Role::Leader), leader);
    assert_eq!(wrong(&world), Vec::<String>::new());
}

#[test]
fn what_time_has_deleted_before_a_new_beginning_is_not_deleted_from_it() {
    let mut world = settled();
    create(&mut world, "late");
    ask(&mut world, Asked::Speed(86_400_000));
    let leader = place_of(&world, Role::Leader);
    // It finds no room to keep what time deletes.
    world.disk.failing.set(u32::MAX);
    while world.tabs[leader].as_ref().unwrap().node.workspace().records().len() > 0 {
        pass(&mut world, 1);
    }
    assert!(world.disk.entries.borrow().keys().any(|key| key.ends_with("/job/1")));
    // And none beside, but where the old one was.
    world.disk.failing.set(1);
    world.tell(leader, Input::Ask(1_000_000, Asked::Reset("Load".to_owned(), 1, Some(3))));
    assert_eq!(world.disk.failing.get(), 0);
    pass(&mut world, 3_000);
    assert!(is_quiet(&world));
    assert_eq!(each(&world, |all| all.records().len()), 3);
    assert_eq!(wrong(&world), Vec::<String>::new());
}
