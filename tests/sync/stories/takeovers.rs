//! Takeovers: what a tab that is to lead makes sure of, and what it puts in order.

use super::*;
use import_export_portal::store::Storage;
use import_export_portal::store::codec;
use import_export_portal::store::entries::Entry;
use import_export_portal::sync::lease::{LEASE, LOOK};
use import_export_portal::sync::log::head_mark;

/// A tab that is about to lead and hears what a story tells it, when it does.
struct Taking {
    node: Node,
    store: MemoryStore,
    now: f64,
    /// What it has asked the browser about its lock last.
    query: u64,
}

impl Taking {
    /// It has its lock, could not reach the second copy, and asks whether the lock is still held.
    fn over(store: MemoryStore) -> Taking {
        let node = Node::open("b", wanted(), Ok(&store), 0.0);
        let mut taking = Taking { node, store, now: 10_000.0, query: 0 };
        let mut inputs = vec![Input::Start];
        while let Some(input) = inputs.pop() {
            for output in taking.hears(input) {
                match output {
                    Output::Claim { term, .. } => inputs.push(Input::Lock(LockEvent::Granted(term))),
                    Output::Copy(no, _) => inputs.push(Input::Copy(no, CopyOutcome::Failed("no".to_owned()))),
                    _ => {}
                }
            }
        }
        assert_eq!((taking.query, taking.node.role()), (1, Role::Undecided));
        taking
    }

    fn hears(&mut self, input: Input) -> Vec<Output> {
        let host = Host { now: self.now, wall: self.now, storage: Some(&self.store) };
        self.node.handle(&host, input);
        let mut told = Vec::new();
        while let Some(output) = self.node.poll() {
            if let Output::Query(no) = output {
                self.query = no;
            }
            told.push(output);
        }
        told
    }

    /// It hears so many milliseconds after it has asked that its lock is held: whether it has written anything then.
    fn writes_after(&mut self, millis: f64) -> bool {
        let (before, query) = (self.store.entries(), self.query);
        self.now += millis;
        self.hears(Input::Lock(LockEvent::Held(query, true)));
        assert_ne!(self.query, query, "it goes on asking until it leads");
        self.store.entries() != before
    }
}

/// What a tab has left that has led and changed something.
fn left() -> (MemoryStore, Base) {
    let (store, mut base) = (MemoryStore::default(), Base::default());
    let mut node = Node::open("a", wanted(), Ok(&store), 0.0);
    does(&mut node, &store, &mut base, Input::Start);
    does(&mut node, &store, &mut base, Input::Ask(1, Asked::Paused(true)));
    (store, base)
}

fn key(entry: &Entry) -> String {
    format!("iep/w/{}/{}", World::slot(), entry.key())
}

#[test]
fn a_tab_that_hears_soon_that_its_lock_is_held_puts_things_in_order() {
    for millis in [0.0, 1.0, LOOK] {
        let mut taking = Taking::over(MemoryStore::default());
        assert!(taking.writes_after(millis), "{millis}");
    }
}

#[test]
fn a_tab_that_hears_late_that_its_lock_is_held_asks_once_more_before_it_writes() {
    for millis in [LOOK + 1.0, LEASE - 1.0] {
        let mut taking = Taking::over(MemoryStore::default());
        assert!(!taking.writes_after(millis), "{millis}");
        // An answer that is late again must do, as long as it is none of a lease that has run out.
        assert!(taking.writes_after(millis), "{millis}");
    }
    let mut taking = Taking::over(MemoryStore::default());
    (0..5).for_each(|_| assert!(!taking.writes_after(LEASE)));
    assert!(taking.writes_after(LEASE - 1.0));
}

#[test]
fn a_tab_that_hears_late_that_its_lock_was_held_and_then_that_it_is_not_has_written_nothing() {
    let mut taking = Taking::over(MemoryStore::default());
    taking.writes_after(LOOK + 1.0);
    let query = taking.query;
    taking.hears(Input::Lock(LockEvent::Held(query, false)));
    assert!(taking.store.entries().is_empty());
}

/// A tab that takes over under a number and finds that another has written under one that is so much more: whether it
/// leads, and whether it has written anything.
fn finds_another(more: u64) -> (bool, bool) {
    let mut taking = Taking::over(left().0);
    let mark = taking.node.mark();
    let mark = Mark { epoch: mark.epoch + 1 + more, ..mark };
    let head = codec::head_text(taking.node.workspace().head(), mark);
    taking.store.set(&key(&Entry::Head), &head).unwrap();
    let before = taking.store.entries();
    for query in [1, 2] {
        taking.hears(Input::Lock(LockEvent::Held(query, true)));
    }
    assert_eq!(head_mark(&taking.store, &World::slot()), Ok(Some(mark)));
    (taking.node.leads(), taking.store.entries() != before)
}

#[test]
fn a_tab_that_takes_over_leaves_all_as_it_is_where_a_later_leader_has_written() {
    assert_eq!(finds_another(1), (false, false));
}

#[test]
fn what_another_has_put_in_order_that_never_led_keeps_nobody_from_leading() {
    // Where the second copy cannot be reached, which gives each a number of its own, both have the same: had the other led,
    // this one would have seen its number and have a later one.
    assert!(finds_another(0).0);
}

#[test]
fn what_is_in_an_older_format_is_written_anew_in_both_copies() {
    let (store, mut base) = left();
    let inner = Entry::Origin.key();
    let origin = base.entries[&inner].clone();
    for entry in [Entry::Head, Entry::Origin] {
        let mut elements = codec::elements(&entry, &base.entries[&entry.key()]).unwrap();
        if entry == Entry::Head {
            elements[0] = 1.into();
        } else {
            // It did not say then which file it came from.
            elements.truncate(2);
        }
        let text = codec::sealed(&entry, &elements);
        store.set(&key(&entry), &text).unwrap();
        base.entries.insert(entry.key(), text);
    }
    assert_ne!(base.entries[&inner], origin);
    let mut node = Node::open("b", wanted(), Ok(&store), 0.0);
    does(&mut node, &store, &mut base, Input::Start);
    assert_eq!((node.role(), node.workspace().head().paused), (Role::Leader, true));
    assert_eq!(store.get(&key(&Entry::Origin)), Ok(Some(origin.clone())));
    assert_eq!(base.entries[&inner], origin);
}

#[test]
fn a_tab_that_finds_no_room_to_set_aside_what_it_cannot_read_leaves_it_where_it_is() {
    let (store, _) = left();
    let broken = key(&Entry::Origin);
    store.set(&broken, "[spoilt").unwrap();
    let before = store.entries();
    store.fault.set(WriteFault::FullFrom(0));
    let mut node = Node::open("b", wanted(), Ok(&store), 0.0);
    does(&mut node, &store, &mut Base::default(), Input::Start);
    assert_eq!(*node.place(), Place::Memory(MemoryOnly::NoRoom));
    let mut after = store.entries();
    // It gave up the reserve to make room.
    after.insert(key(&Entry::Wal), before[&key(&Entry::Wal)].clone());
    assert_eq!(after, before);
}

#[test]
fn a_tab_leads_though_what_counts_finds_no_room_yet() {
    let (store, mut base) = (MemoryStore::default(), Base::default());
    let mut node = Node::open("a", wanted(), Ok(&store), 0.0);
    does(&mut node, &store, &mut base, Input::Start);
    // It dies once the change counts and nothing else of it is done.
    store.fault.set(WriteFault::DeadFrom(store.writes() + 3));
    does(&mut node, &store, &mut base, Input::Ask(1, Asked::Speed(60_000)));
    assert!(store.entries()[&key(&Entry::Wal)].contains("60000"));
    store.fault.set(WriteFault::FullFrom(0));
    let mut node = Node::open("b", wanted(), Ok(&store), 0.0);
    does(&mut node, &store, &mut base, Input::Start);
    assert_eq!((node.role(), node.place()), (Role::Leader, &Place::Slot));
    assert_eq!(node.workspace().head().speed, 60_000);
}

#[test]
fn what_the_second_copy_has_takes_the_place_of_the_rest_where_there_is_no_room_for_both() {
    let (store, mut base) = left();
    let early = store.entries();
    let mut node = Node::open("b", wanted(), Ok(&store), 0.0);
    does(&mut node, &store, &mut base, Input::Start);
    for no in 0..15 {
        does(&mut node, &store, &mut base, Input::Ask(no, put(&format!("job-{no}"))));
    }
    let late = store.entries();
    let used = late.iter().filter(|(name, _)| **name != key(&Entry::Wal));
    let used: usize = used.map(|(name, text)| units(name) + units(text)).sum();
    let mut store = MemoryStore::with(early);
    store.capacity = Some(used + 100);
    let mut node = Node::open("c", wanted(), Ok(&store), 0.0);
    assert_eq!(node.workspace().records().len(), 0);
    does(&mut node, &store, &mut base, Input::Start);
    assert_eq!((node.role(), node.place()), (Role::Leader, &Place::Slot));
    assert_eq!(node.workspace().records().len(), 15);
    assert_eq!(jobs_in(&store.entries()), jobs_in(&late));
}
