//! A workspace that takes the place of another: a reader finds one of the two, wherever the writer is stopped.

use import_export_portal::service::workspace::Workspace;
use import_export_portal::store::codec::Mark;
use import_export_portal::store::entries::MAIN;
use import_export_portal::store::ledger::Ledger;
use import_export_portal::store::load::{Found, load};
use import_export_portal::store::memory::{MemoryStore, WriteFault};

use super::support::{cancel, delete, kept, seen, stored_few};

const NEXT: Mark = Mark { seq: 9, epoch: 2 };

/// A store that keeps a few jobs, and the workspace that some commands have made of it elsewhere.
fn two() -> (MemoryStore, Workspace) {
    let store = stored_few();
    let elsewhere = MemoryStore::with(store.entries());
    let mut kept = kept(&elsewhere);
    let (mut workspace, mut ledger) = (kept.workspace.clone(), kept.ledger);
    kept.broken.clear();
    assert!(delete(&elsewhere, &mut workspace, &mut ledger));
    assert!(cancel(&elsewhere, &mut workspace, &mut ledger));
    (store, workspace)
}

fn write_over(store: &MemoryStore, workspace: &Workspace, is_elsewhere: bool) -> bool {
    Ledger::write_over(store, MAIN, workspace, "", NEXT, is_elsewhere).is_ok()
}

#[test]
fn a_workspace_takes_the_place_of_another() {
    let (store, after) = two();
    assert!(write_over(&store, &after, false));
    let kept = kept(&store);
    assert_eq!((&kept.workspace, kept.ledger.mark()), (&after, NEXT));
    assert!(kept.broken.is_empty() && kept.stale().is_empty());
}

#[test]
fn wherever_the_writer_dies_a_reader_finds_one_of_the_two() {
    let (store, after) = two();
    let before = seen(&store);
    for write in 1.. {
        let store = MemoryStore::with(store.entries());
        store.fault.set(WriteFault::DeadFrom(write));
        let _ = write_over(&store, &after, false);
        let is_over = store.writes() < write;
        let found = seen(&MemoryStore::with(store.entries()));
        let log = |workspace: &Workspace| workspace.log().cloned().collect::<Vec<_>>();
        let new = (after.head().clone(), after.records().cloned().collect(), log(&after));
        assert!(found == new || (found == before && !is_over), "stopped at write {write}");
        if is_over {
            return;
        }
    }
}

#[test]
fn where_there_is_no_room_the_one_before_stays_unless_the_other_is_elsewhere_too() {
    let (store, after) = two();
    let before = seen(&store);
    let full = MemoryStore::with(store.entries());
    full.fault.set(WriteFault::FullFrom(1));
    assert!(!write_over(&full, &after, false));
    full.fault.set(WriteFault::None);
    assert_eq!(seen(&full), before);

    // With as much room as the new one takes alone, the old one has to go first.
    let alone = MemoryStore::default();
    Ledger::create(&alone, MAIN, &after, "", NEXT).unwrap();
    for is_elsewhere in [false, true] {
        let mut tight = MemoryStore::with(store.entries());
        tight.fault.set(WriteFault::FullAt(1));
        tight.capacity = Some(alone.used().max(store.used()));
        assert_eq!(write_over(&tight, &after, is_elsewhere), is_elsewhere);
        assert_eq!(seen(&tight) == before, !is_elsewhere);
    }
}

#[test]
fn what_is_newer_by_its_number_or_not_in_order_goes_first() {
    let (store, after) = two();
    let newer = Ledger::create(&store, MAIN, &after, "", Mark { seq: 12, epoch: 1 });
    assert!(newer.is_ok());
    assert!(write_over(&store, &after, false));
    assert_eq!(kept(&store).ledger.mark(), NEXT);

    let spoilt = MemoryStore::default();
    assert!(write_over(&spoilt, &after, false));
    assert!(matches!(load(&spoilt, MAIN), Ok(Found::Kept(kept)) if kept.workspace == after));
}
