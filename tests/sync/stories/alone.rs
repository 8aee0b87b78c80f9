//! Alone: a tab without others, without storage, or that does nothing any more.

use super::*;

#[test]
fn a_tab_that_cannot_hear_of_others_keeps_everything_itself_and_tells_nobody() {
    let (store, mut base) = (MemoryStore::default(), Base::default());
    let mut node = Node::open("a", wanted(), Ok(&store), 0.0);
    assert_eq!((node.name(), node.slot(), node.is_new()), ("a", World::slot().as_str(), true));
    node.be_alone();
    let mut told = does(&mut node, &store, &mut base, Input::Start);
    assert_eq!(node.role(), Role::Alone);
    told.extend(does(&mut node, &store, &mut base, Input::Ask(3, Asked::Speed(60_000))));
    assert!(!told.iter().any(|output| matches!(output, Output::Send(_) | Output::Claim { .. })));
    assert!(told.iter().any(|output| matches!(output, Output::Answer(3, Ok(Replied::Done)))));
    let again = Node::open("b", wanted(), Ok(&store), 0.0);
    assert_eq!((again.workspace().head().speed, again.is_new(), again.is_gone()), (60_000, false, false));
    assert_eq!(base.mark, again.mark());
}

#[test]
fn a_preview_is_completed_by_what_was_read() {
    let (store, mut base) = (MemoryStore::default(), Base::default());
    let mut node = Node::open("a", wanted(), Ok(&store), 0.0);
    node.be_alone();
    does(&mut node, &store, &mut base, Input::Start);
    does(&mut node, &store, &mut base, Input::Ask(3, Asked::Speed(60_000)));
    let mut later = Node::preview("b", &wanted(), wanted().beginning().build(), 0.0);
    later.complete(&wanted(), load(&store, &World::slot()));
    assert_eq!((later.workspace().head().speed, later.mark()), (60_000, node.mark()));
    assert_eq!(*later.place(), Place::Slot);
}

#[test]
fn a_workspace_in_memory_is_changed_there_and_nowhere_else() {
    let (store, mut base) = (MemoryStore::default(), Base::default());
    let mut node = Node::in_memory(wanted().beginning().build(), MemoryOnly::Wanted);
    does(&mut node, &store, &mut base, Input::Start);
    let told = does(&mut node, &store, &mut base, Input::Ask(3, Asked::Speed(60_000)));
    assert!(told.iter().any(|output| matches!(output, Output::Answer(3, Ok(Replied::Done)))));
    assert_eq!(node.workspace().head().speed, 60_000);
    does(&mut node, &store, &mut base, Input::Ask(4, Asked::Reset("Load".to_owned(), 1, Some(3))));
    assert_eq!(node.workspace().records().len(), 3);
    assert!(store.entries().is_empty() && base.mark == Mark::default());
}

#[test]
fn a_tab_says_why_it_does_nothing_any_more() {
    for (happens, why) in
        [(Input::Lose, NotCarriedOut::Gone), (Input::Heard(Heard::Newer), NotCarriedOut::Outdated)]
    {
        let (store, mut base) = (MemoryStore::default(), Base::default());
        let mut node = Node::open("a", wanted(), Ok(&store), 0.0);
        node.be_alone();
        does(&mut node, &store, &mut base, Input::Start);
        does(&mut node, &store, &mut base, happens);
        let told = does(&mut node, &store, &mut base, Input::Ask(3, Asked::Speed(60_000)));
        assert!(told.iter().any(|output| matches!(output, Output::Answer(3, Err(said)) if *said == why)));
        assert_eq!((node.workspace().head().speed, node.leads()), (1_000, false));
    }
}
