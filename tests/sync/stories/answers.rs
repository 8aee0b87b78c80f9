//! Answers: what is told of what was asked, and kept in case it is asked again.

use super::*;

/// A tab that leads.
fn leading(store: &MemoryStore, base: &mut Base) -> Node {
    let mut node = Node::open("a", wanted(), Ok(store), 0.0);
    does(&mut node, store, base, Input::Start);
    assert_eq!((node.role(), node.copy()), (Role::Leader, CopyStanding::Whole));
    node
}

/// What another tab is told when it asks.
fn replies(node: &mut Node, store: &MemoryStore, base: &mut Base, no: u64, asked: Asked) -> Vec<Replied> {
    let told = does(node, store, base, said("b", 0, Message::Ask(no, asked)));
    let replies = told.into_iter().filter_map(|output| match output {
        Output::Send(Envelope { message: Message::Reply(_, said, replied), .. }) if said == no => {
            Some(replied)
        }
        _ => None,
    });
    replies.collect()
}

/// A tab that leads without a second copy, and two jobs.
fn without_copy() -> (MemoryStore, Base, Node) {
    let (store, mut base) = (MemoryStore::default(), Base::default());
    let mut node = leading(&store, &mut base);
    replies(&mut node, &store, &mut base, 1, put("one"));
    let host = Host { now: 0.0, wall: 0.0, storage: Some(&store) };
    let mut inputs = vec![said("b", 0, Message::Ask(2, put("two")))];
    // Nothing comes through to it any more; it is tried at once, and again after a second.
    while let Some(input) = inputs.pop() {
        node.handle(&host, input);
        while let Some(output) = node.poll() {
            if let Output::Copy(no, _) = output {
                inputs.push(Input::Copy(no, CopyOutcome::Failed("no".to_owned())));
            }
        }
    }
    assert_eq!(node.copy(), CopyStanding::Missing("no".to_owned()));
    assert_eq!(node.workspace().records().len(), 2);
    (store, base, node)
}

#[test]
fn an_answer_in_the_second_copy_whose_commit_nobody_has_gone_on_from_is_not_believed() {
    let mut world = settled();
    let first = place_of(&world, Role::Leader);
    let before = world.base.mark;
    let put = put("late");
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

#[test]
fn an_answer_is_repeated_as_it_was_until_its_job_is_gone() {
    let (store, mut base) = (MemoryStore::default(), Base::default());
    let mut node = leading(&store, &mut base);
    let first = replies(&mut node, &store, &mut base, 1, put("one"));
    assert!(matches!(&first[..], [Replied::Response(201, _, body)] if body.contains("one")));
    replies(&mut node, &store, &mut base, 2, put("two"));
    replies(&mut node, &store, &mut base, 3, put("one"));
    assert_eq!(replies(&mut node, &store, &mut base, 1, put("one")), first);
    replies(&mut node, &store, &mut base, 4, delete("one"));
    let bare = replies(&mut node, &store, &mut base, 1, put("one"));
    assert!(
        matches!(&bare[..], [Replied::Response(201, headers, body)] if headers.is_empty() && body.is_empty())
    );
    assert_eq!(node.workspace().records().len(), 1);
}

#[test]
fn without_a_copy_what_would_be_done_twice_is_refused_where_its_answer_finds_no_room_and_a_deletion_is_not() {
    let (store, mut base, mut node) = without_copy();
    // The room is made sure of first; the answer comes next.
    store.fault.set(WriteFault::FullAt(store.writes() + 2));
    assert_eq!(replies(&mut node, &store, &mut base, 3, put("three")), [Replied::Full]);
    assert_eq!(node.workspace().records().len(), 2);
    store.fault.set(WriteFault::FullAt(store.writes() + 2));
    let told = replies(&mut node, &store, &mut base, 4, delete("one"));
    assert!(matches!(&told[..], [Replied::Response(200, ..)]), "{told:?}");
    assert_eq!(node.workspace().records().len(), 1);
}

#[test]
fn what_the_copy_may_have_and_local_storage_does_not_take_is_not_told_to_have_failed() {
    let (store, mut base) = (MemoryStore::default(), Base::default());
    let mut node = leading(&store, &mut base);
    let host = Host { now: 0.0, wall: 0.0, storage: Some(&store) };
    node.handle(&host, Input::Ask(9, Asked::Speed(60_000)));
    let mut told = Vec::new();
    while let Some(output) = node.poll() {
        if let Output::Copy(no, op) = output {
            // It is done, and nobody hears of it.
            assert_eq!(base.carry_out(op, false), CopyOutcome::Done);
            store.fault.set(WriteFault::FullFrom(store.writes() + 1));
            node.handle(&host, Input::Copy(no, CopyOutcome::Failed("late".to_owned())));
        } else {
            told.push(output);
        }
    }
    assert!(!told.iter().any(|output| matches!(output, Output::Answer(9, Err(_)))), "{told:?}");
    assert!(!node.leads());
}

#[test]
fn what_a_copy_that_lags_tells_of_a_deleted_job_is_told_to_nobody_though_another_has_its_number() {
    let (store, mut base, mut node) = without_copy();
    let told = |base: &Base| format!("{:?}", base.answers).contains("/jobs/one");
    does(&mut node, &store, &mut base, Input::Ask(1, Asked::Reset("Load".to_owned(), 1, Some(3))));
    assert!(told(&base) && node.copy() == CopyStanding::Lagging("no".to_owned(), 2));
    let mut next = leading(&store, &mut base);
    assert_eq!(next.workspace().records().len(), 3);
    let again = replies(&mut next, &store, &mut base, 1, put("one"));
    assert!(matches!(&again[..], [Replied::Response(201, _, body)] if body.is_empty()), "{again:?}");
    assert!(!told(&base));
}
