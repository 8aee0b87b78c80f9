//! Time: the clock, jumps, and what time alone deletes.

use super::*;

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
fn a_jump_that_takes_long_says_how_far_it_has_come() {
    let mut world = settled();
    ask(&mut world, Asked::Reset("Load".to_owned(), 1, Some(1_500)));
    ask(&mut world, Asked::Paused(true));
    let leader = place_of(&world, Role::Leader);
    let now = |world: &World| world.tabs[leader].as_ref().unwrap().node.workspace().now();
    let (begun, begun_at) = (now(&world), world.now);
    world.tell(leader, Input::Ask(1_000_000, Asked::Days(400)));
    let mut seen = Vec::new();
    while now(&world) < begun + Span::days(400) {
        pass(&mut world, 1);
        let jump = world.tabs[leader].as_ref().unwrap().node.jump();
        assert!(jump.is_none() || world.now - begun_at > 100);
        let far = now(&world).since(begun).as_millis() * 100 / Span::days(400).as_millis();
        seen.extend(jump.map(i64::from));
        // What is kept at the end takes a moment, in which it stands still.
        assert!(far == 100 || jump.is_none_or(|jump| i64::from(jump) == far), "{jump:?} {far}");
    }
    assert!(seen.len() > 5 && seen.is_sorted() && seen.first() != seen.last());
    pass(&mut world, 1_000);
    assert!(world.tabs.iter().flatten().all(|tab| tab.node.jump().is_none()));
}

#[test]
fn the_clock_goes_as_fast_as_it_says_and_the_time_is_kept_every_few_seconds() {
    let mut world = World::new(7, 3, Planted::Nothing);
    (0..3).for_each(|place| world.crash(place));
    // What has passed before the page was opened does not count.
    pass(&mut world, 100_000);
    (0..3).for_each(|place| world.open(place));
    pass(&mut world, 2_000);
    let leader = place_of(&world, Role::Leader);
    let now = |world: &World| world.tabs[leader].as_ref().unwrap().node.workspace().now();
    let passed = now(&world).since(Scenario::START).as_millis();
    assert!((1_000..=2_000).contains(&passed), "{passed}");
    ask(&mut world, Asked::Speed(60_000));
    for _ in 0..4 {
        let before = now(&world);
        pass(&mut world, 6_000);
        let passed = now(&world).since(before).as_millis();
        assert!((335_000..=385_000).contains(&passed), "{passed}");
        let view = &world.tabs[leader].as_ref().unwrap().view;
        let Ok(Found::Kept(kept)) = load(view, &World::slot()) else { panic!("nothing is kept") };
        let behind = now(&world).since(kept.workspace.now()).as_millis();
        assert!(behind <= 5_600 * 60, "{behind}");
    }
    // Where the clock stands, the time it stands at is kept.
    ask(&mut world, Asked::Paused(true));
    let at = now(&world);
    pass(&mut world, 10_000);
    assert_eq!(each(&world, Workspace::now), at);
}

#[test]
fn a_node_that_has_nothing_to_do_is_woken_at_its_next_look() {
    let mut world = settled();
    ask(&mut world, Asked::Paused(true));
    let now = world.now as f64;
    for tab in world.tabs.iter().flatten() {
        let due = tab.node.due(now);
        assert!((now - 30.0..=now + 150.0).contains(&due) && !tab.node.is_at_work(), "{due} {now}");
    }
    let before = world.steps;
    pass(&mut world, 15_000);
    // A hundred looks a tab, and what they say.
    assert!(world.steps - before < 700, "{}", world.steps - before);
    ask(&mut world, Asked::Reset("Load".to_owned(), 1, Some(300)));
    ask(&mut world, Asked::Paused(true));
    let leader = place_of(&world, Role::Leader);
    let (now, mut worked) = (world.now, 0);
    world.tell(leader, Input::Ask(1_000_000, Asked::Days(400)));
    for _ in 0..200 {
        pass(&mut world, 1);
        let node = &world.tabs[leader].as_ref().unwrap().node;
        worked += u32::from(node.is_at_work());
        assert!(!node.is_at_work() || node.due(world.now as f64) <= world.now as f64);
    }
    assert!(worked > 5 && world.now == now + 200, "{worked}");
}

#[test]
fn what_time_has_deleted_and_its_leader_has_not_kept_is_kept_by_the_next() {
    let mut world = settled();
    create(&mut world, "late");
    ask(&mut world, Asked::Speed(86_400_000));
    let (leader, follower) = (place_of(&world, Role::Leader), place_of(&world, Role::Follower));
    let has = |world: &World, place: usize| {
        world.tabs[place].as_ref().is_some_and(|tab| tab.node.workspace().records().len() == 1)
    };
    // The second copy sleeps, so that the leader tells the time before it has kept what that has brought.
    world.base_is_awake = true;
    while has(&world, follower) {
        pass(&mut world, 1);
    }
    assert!(!world.base.queue.is_empty());
    world.base.queue.clear();
    world.crash(leader);
    world.base_is_awake = false;
    pass(&mut world, 2_000);
    ask(&mut world, Asked::Paused(true));
    assert_eq!(each(&world, |all| all.records().len()), 0);
    assert_eq!(crate::check::left_of(&world, "late"), Vec::<String>::new());
    assert_eq!(wrong(&world), Vec::<String>::new());
}

/// A long jump of which the leader dies after so many commits leads to the same moment all the same.
fn breaks_off(mut world: World, commits: u64) {
    let end = each(&world, Workspace::now) + Span::days(400);
    let (leader, follower) = (place_of(&world, Role::Leader), place_of(&world, Role::Follower));
    let last = world.base.mark.seq + commits;
    world.tell(follower, Input::Ask(1_000_000, Asked::Days(400)));
    while world.base.mark.seq < last {
        pass(&mut world, 1);
    }
    assert!(world.tabs[leader].as_ref().is_some_and(|tab| tab.node.workspace().now() < end));
    world.crash(leader);
    crate::schedule::quiet(&mut world, 3);
    pass(&mut world, 10_000);
    assert_eq!(each(&world, Workspace::now), end);
    assert_eq!(wrong(&world), Vec::<String>::new());
}

#[test]
fn a_jump_whose_line_finds_no_room_is_noted_all_the_same() {
    let world = with_many();
    world.disk.failing.set(1);
    breaks_off(world, 1);
}

#[test]
fn no_commit_of_a_jump_takes_more_than_the_reserve_lets_through() {
    let mut world = with_many();
    let jobs = |world: &World| world.base.entries.keys().filter(|key| key.starts_with("job/")).count();
    let (mut before, mut commits) = (jobs(&world), 0);
    let leader = place_of(&world, Role::Leader);
    world.tell(leader, Input::Ask(1_000_000, Asked::Days(400)));
    for _ in 0..3_000 {
        pass(&mut world, 1);
        let there = jobs(&world);
        assert!(before - there <= 128, "{}", before - there);
        commits += u32::from(there < before);
        before = there;
    }
    assert!(before < 10 && commits > 2);
}

#[test]
fn time_stands_still_while_a_commit_is_under_way_and_what_had_passed_is_kept_where_it_stops() {
    let mut world = settled();
    let leader = place_of(&world, Role::Leader);
    let now = |world: &World| world.tabs[leader].as_ref().unwrap().node.workspace().now();
    for round in 0..12 {
        ask(&mut world, Asked::Paused(false));
        ask(&mut world, Asked::Speed(60_000 + 3_540_000 * (round % 2)));
        pass(&mut world, 40 * round);
        // The second copy sleeps.
        world.base_is_awake = true;
        world.tell(leader, Input::Ask(1_000_000 + world.now, Asked::Paused(true)));
        let at = now(&world);
        pass(&mut world, 700);
        assert_eq!(now(&world), at);
        world.carry_out();
        pass(&mut world, 200);
        let view = &world.tabs[leader].as_ref().unwrap().view;
        let Ok(Found::Kept(kept)) = load(view, &World::slot()) else { panic!("nothing is kept") };
        assert_eq!(
            (kept.workspace.now(), kept.workspace.head().paused),
            (now(&world), true),
            "round {round}"
        );
        pass(&mut world, 1_000);
    }
}

#[test]
fn a_job_whose_time_comes_in_a_jump_is_gone_everywhere() {
    let mut world = settled();
    ask(&mut world, Asked::Paused(true));
    create(&mut world, "late");
    assert_eq!(each(&world, |all| all.records().len()), 1);
    ask(&mut world, Asked::Days(15));
    assert_eq!(each(&world, |all| all.records().len()), 0);
    assert_eq!(crate::check::left_of(&world, "late"), Vec::<String>::new());
    assert_eq!(wrong(&world), Vec::<String>::new());
}

#[test]
fn a_job_whose_time_comes_while_the_clock_runs_is_gone_everywhere() {
    let mut world = settled();
    create(&mut world, "late");
    ask(&mut world, Asked::Speed(86_400_000));
    pass(&mut world, 15_000);
    assert_eq!(each(&world, |all| all.records().len()), 0);
    assert_eq!(crate::check::left_of(&world, "late"), Vec::<String>::new());
    assert_eq!(wrong(&world), Vec::<String>::new());
}

#[test]
fn a_jump_in_which_the_time_of_many_jobs_comes_keeps_them_in_more_than_one_commit() {
    let mut world = with_many();
    let (before, now) = (world.base.mark.seq, each(&world, Workspace::now));
    ask(&mut world, Asked::Days(400));
    assert_eq!(each(&world, Workspace::now), now + Span::days(400));
    assert!(each(&world, |all| all.records().len()) < 10);
    // The line that notes it, what it deletes by 64 and the end of it.
    let commits = world.base.mark.seq - before;
    println!("{commits} commits");
    assert!((4..=10).contains(&commits), "{commits}");
    assert_eq!(wrong(&world), Vec::<String>::new());
}

#[test]
fn a_jump_that_its_leader_does_not_bring_to_its_end_leads_to_the_same_moment() {
    breaks_off(with_many(), 2);
}

#[test]
fn time_that_passed_before_a_page_was_opened_does_not_count() {
    let (store, mut base) = (MemoryStore::default(), Base::default());
    let mut node = Node::open("a", wanted(), Ok(&store), 0.0);
    node.be_alone();
    let (begun, mut inputs) = (node.workspace().now(), vec![Input::Start]);
    for now in [1_000_000.0, 1_000_300.0] {
        let host = Host { now, wall: now, storage: Some(&store) };
        inputs.push(Input::Tick);
        inputs.rotate_right(1);
        while let Some(input) = inputs.pop() {
            node.handle(&host, input);
            while let Some(output) = node.poll() {
                if let Output::Copy(no, op) = output {
                    inputs.push(Input::Copy(no, base.carry_out(op, false)));
                }
            }
        }
    }
    assert_eq!(node.workspace().now().since(begun).as_millis(), 300);
}

#[test]
fn what_time_had_deleted_and_was_kept_is_not_deleted_once_more_where_time_has_turned() {
    let mut world = settled();
    ask(&mut world, Asked::Paused(true));
    create(&mut world, "late");
    ask(&mut world, Asked::Days(15));
    assert_eq!(each(&world, |all| all.records().len()), 0);
    ask(&mut world, Asked::Undo);
    let leader = place_of(&world, Role::Leader);
    world.crash(leader);
    pass(&mut world, 3_000);
    ask(&mut world, Asked::Speed(60_000));
    assert_eq!(each(&world, |all| all.records().len()), 1);
    assert_eq!(wrong(&world), Vec::<String>::new());
}

#[test]
fn what_time_had_deleted_is_not_deleted_from_what_took_its_place_meanwhile() {
    let mut world = settled();
    create(&mut world, "late");
    ask(&mut world, Asked::Speed(86_400_000));
    let leader = place_of(&world, Role::Leader);
    // The second copy sleeps, so that all know of the deletion before it is kept.
    world.base_is_awake = true;
    while world.tabs.iter().flatten().any(|tab| tab.node.workspace().records().len() > 0) {
        pass(&mut world, 1);
    }
    // Nobody hears that it is kept, nor of the new beginning.
    world.weather.loss = 1_000;
    world.base_is_awake = false;
    world.wake_base();
    world.tell(leader, Input::Ask(1_000_000, Asked::Reset("Load".to_owned(), 1, Some(3))));
    pass(&mut world, 300);
    world.crash(leader);
    assert_eq!(each(&world, |all| all.records().len()), 0);
    world.weather.loss = 0;
    pass(&mut world, 3_000);
    ask(&mut world, Asked::Paused(true));
    assert_eq!(each(&world, |all| all.records().len()), 3);
    assert_eq!(wrong(&world), Vec::<String>::new());
}

#[test]
fn a_leader_that_has_not_kept_what_time_deleted_shows_what_the_next_one_does() {
    let mut world = settled();
    ask(&mut world, Asked::Paused(true));
    create(&mut world, "late");
    let before = each(&world, Workspace::now);
    let (leader, follower) = (place_of(&world, Role::Leader), place_of(&world, Role::Follower));
    let noted = world.base.mark.seq + 1;
    world.tell(follower, Input::Ask(1_000_000, Asked::Days(15)));
    while world.base.mark.seq < noted {
        pass(&mut world, 1);
    }
    // The second copy sleeps: where the jump goes to is kept, and that it has come there is not.
    world.base_is_awake = true;
    pass(&mut world, 20);
    let jumped = world.tabs[leader].as_ref().unwrap().node.workspace();
    assert_eq!((jumped.records().len(), jumped.now()), (0, before + Span::days(15)));
    world.base.queue.clear();
    // Nobody goes on with it, and nobody hears that the one that led would like to be told all.
    world.crash(follower);
    world.weather.loss = 1_000;
    world.base_is_awake = false;
    world.steal(leader);
    while world.tabs[leader].as_ref().unwrap().node.leads() {
        pass(&mut world, 1);
    }
    pass(&mut world, 5);
    world.weather.loss = 0;
    pass(&mut world, 3_000);
    assert!(is_quiet(&world));
    assert_eq!(each(&world, |all| (all.records().len(), all.now())), (1, before));
    assert_eq!(wrong(&world), Vec::<String>::new());
}
