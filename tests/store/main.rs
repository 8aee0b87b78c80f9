//! The store: what is kept is read again, whatever happens on the way.

#![expect(clippy::unwrap_used, reason = "helpers of tests may end a test")]

mod broken;
mod hostile;
mod lines;
mod migrations;
mod over;
mod portable;
mod preview;
mod ranges;
mod rehearsal;
mod sense;
mod slots;
mod support;

use import_export_portal::service::scenario::Scenario;
use import_export_portal::service::workspace::Workspace;
use import_export_portal::store::Storage;
use import_export_portal::store::aside;
use import_export_portal::store::codec::{self, Mark, SCHEMA, Shared};
use import_export_portal::store::entries::{self, Entry, MAIN};
use import_export_portal::store::fresh::Fresh;
use import_export_portal::store::ledger::{self, Ledger};
use import_export_portal::store::load::{Found, Kept, load};
use import_export_portal::store::memory::{MemoryStore, WriteFault};
use import_export_portal::store::port::units;
use support::{delete, kept, seen, stored, stored_few, workspace};

#[test]
fn a_workspace_is_read_as_it_was_written() {
    for scenario in Scenario::all() {
        let before = workspace(scenario, Some(200));
        let store = MemoryStore::default();
        Ledger::create(&store, MAIN, &before, "", Mark { seq: 3, epoch: 2 }).unwrap();
        let kept = kept(&store);
        assert_eq!(kept.workspace, before);
        assert_eq!(kept.ledger.mark(), Mark { seq: 3, epoch: 2 });
        assert!(kept.broken.is_empty() && kept.stale().is_empty());
    }
}

#[test]
fn ten_thousand_jobs_fit_beside_everything_else() {
    let all = workspace(Scenario::Load, Some(10_000));
    let lengths: Vec<usize> = all
        .records()
        .map(|record| {
            let key = [&entries::prefix("load-1-10000"), Entry::Job(record.job.no).key().as_str()].concat();
            units(&key) + units(&codec::job_text(&record.job))
        })
        .collect();
    let (sum, most) = (lengths.iter().sum::<usize>(), lengths.iter().max().copied().unwrap());
    println!("10,000 jobs: {sum} units, {} on average, {most} at most", sum / lengths.len());
    assert!(sum <= 4_500_000, "{sum}");
    let first = all.records().next().unwrap();
    let read = codec::job(1, &codec::job_text(&first.job), &mut Shared::default());
    assert_eq!(read.as_ref(), Ok(&*first.job));
}

#[test]
fn a_first_writing_that_was_cut_short_counts_for_nothing() {
    let before = workspace(Scenario::Contoso, None);
    let whole = MemoryStore::default();
    Ledger::create(&whole, MAIN, &before, "", Mark { seq: 1, epoch: 1 }).unwrap();
    for n in 1..=whole.writes() {
        let store = MemoryStore::default();
        store.fault.set(WriteFault::DeadFrom(n));
        Ledger::create(&store, MAIN, &before, "", Mark { seq: 1, epoch: 1 }).unwrap();
        match load(&store, MAIN) {
            Ok(Found::Nothing) => assert!(n < whole.writes()),
            // Only the reserve was still to be put in the place of the mark: all is there.
            Ok(Found::Kept(kept)) => {
                assert!(n == whole.writes() && kept.broken.is_empty());
                assert_eq!(kept.workspace, before);
            }
            other => panic!("{other:?}"),
        }
    }
    for n in 1..=whole.writes() {
        let store = MemoryStore::default();
        store.fault.set(WriteFault::FullFrom(n));
        if Ledger::create(&store, MAIN, &before, "", Mark { seq: 1, epoch: 1 }).is_err() {
            assert_eq!(store.entries().len(), 0, "{n}");
        }
    }
}

/// Runs `act` with every fault at every place and holds that a reader sees the state before or the
/// state after, that a success is the state after, and that deleting still works.
fn before_or_after(act: &dyn Fn(&MemoryStore, &mut Workspace, &mut Ledger) -> bool) {
    let before = stored_few();
    let sound = MemoryStore::with(before.entries());
    let mut opened = kept(&sound);
    let start = sound.writes();
    assert!(act(&sound, &mut opened.workspace, &mut opened.ledger));
    let (first, last) = (seen(&before), seen(&sound));
    assert_ne!(first, last);
    for n in 1..=sound.writes() - start {
        for fault in [WriteFault::FullAt(n), WriteFault::FullFrom(n), WriteFault::DeadFrom(n)] {
            let store = MemoryStore::with(before.entries());
            let mut opened = kept(&store);
            store.fault.set(fault);
            let done = act(&store, &mut opened.workspace, &mut opened.ledger);
            let found = seen(&store);
            assert!(found == first || found == last, "{fault:?} left a mixture");
            if !matches!(fault, WriteFault::DeadFrom(_)) {
                assert_eq!(found == last, done, "{fault:?}");
            }
            store.fault.set(WriteFault::None);
            let mut opened = kept(&store);
            assert!(opened.broken.is_empty(), "{fault:?}: {:?}", opened.broken);
            opened.repair(&store).unwrap();
            assert_eq!(seen(&store), found, "{fault:?}: repairing changes nothing");
            if support::may_delete(&opened.workspace) {
                assert!(delete(&store, &mut opened.workspace, &mut opened.ledger));
            }
        }
    }
}

#[test]
fn a_command_that_meets_a_fault_is_done_or_not_done() {
    before_or_after(&support::cancel);
    before_or_after(&delete);
    before_or_after(&support::create);
}

#[test]
fn time_that_meets_a_fault_has_passed_or_not() {
    before_or_after(&support::ninety_days);
}

#[test]
fn a_reset_that_meets_a_fault_is_done_or_not_done() {
    before_or_after(&|store, workspace, ledger| {
        let fresh = Fresh { scenario: Scenario::Load, seed: 7, jobs: Some(5) };
        match ledger.reset(store, &fresh) {
            Ok(new) => {
                *workspace = new;
                true
            }
            Err(_) => false,
        }
    });
}

#[test]
fn a_replacement_that_meets_a_fault_is_done_or_not_done() {
    before_or_after(&|store, _, ledger| {
        let other = workspace(Scenario::Load, Some(5));
        if Ledger::create(store, "beside", &other, "a file", Mark { seq: 1, epoch: 1 }).is_err() {
            return false;
        }
        // Once the old one is given up it is done, whatever is left for the next start.
        ledger.replace(store, "beside").is_ok()
    });
}

#[test]
fn deleting_works_when_there_is_no_room_at_all() {
    let store = stored(Scenario::Contoso);
    let mut full = MemoryStore::with(store.entries());
    full.capacity = Some(store.used());
    let mut opened = kept(&full);
    assert!(!support::create(&full, &mut opened.workspace, &mut opened.ledger), "no room for a job");
    assert_eq!(kept(&full).workspace, opened.workspace);
    let mut jobs = opened.workspace.records().len();
    while delete(&full, &mut opened.workspace, &mut opened.ledger) {
        jobs -= 1;
        assert_eq!(kept(&full).workspace, opened.workspace);
        assert_eq!(opened.workspace.records().len(), jobs);
    }
    assert!(jobs < 12);
    assert!(support::create(&full, &mut opened.workspace, &mut opened.ledger), "there is room again");
}

#[test]
fn a_deleted_job_leaves_nothing_but_its_line_in_the_log() {
    let store = stored(Scenario::Contoso);
    let mut opened = kept(&store);
    let before = opened.workspace.clone();
    assert!(delete(&store, &mut opened.workspace, &mut opened.ledger));
    let gone = before.records().find(|record| opened.workspace.record(record.job.no).is_none()).unwrap();
    let key = [&entries::prefix(MAIN), Entry::Job(gone.job.no).key().as_str()].concat();
    assert_eq!(store.get(&key), Ok(None));
    let name = gone.job.id.name.as_str();
    for (key, value) in store.entries() {
        assert!(!value.contains(name) || key.contains("/log/"), "{key}: {value}");
    }
}

#[test]
fn a_deleted_job_is_not_even_left_where_a_broken_entry_of_it_was_put() {
    let store = stored(Scenario::Contoso);
    let mut opened = kept(&store);
    let before: Vec<u64> = opened.workspace.records().map(|record| record.job.no).collect();
    for no in &before {
        store.set(&format!("iep/aside/{no}/iep/w/main/job/{no}"), "an address").unwrap();
    }
    store.set("iep/aside/99/iep/w/other/job/1", "of another workspace").unwrap();
    assert!(delete(&store, &mut opened.workspace, &mut opened.ledger));
    let gone = before.iter().find(|no| opened.workspace.record(**no).is_none()).unwrap();
    let left = aside::list(&store).unwrap();
    assert_eq!(left.len(), before.len());
    assert!(left.iter().all(|aside| aside.from != format!("iep/w/main/job/{gone}")));
    ledger::discard(&store, MAIN).unwrap();
    let left: Vec<String> = store.entries().into_keys().collect();
    assert_eq!(left, ["iep/aside/99/iep/w/other/job/1"]);
}

#[test]
fn a_deletion_looks_through_all_keys_only_while_something_may_be_set_aside() {
    let store = MemoryStore::default();
    Ledger::create(&store, MAIN, &workspace(Scenario::Load, Some(60)), "", Mark { seq: 1, epoch: 1 })
        .unwrap();
    let mut opened = kept(&store);
    let looks = |opened: &mut Kept| {
        let before = store.listings();
        assert!(delete(&store, &mut opened.workspace, &mut opened.ledger));
        store.listings() - before
    };
    assert_eq!([looks(&mut opened), looks(&mut opened)], [1, 0]);
    // Who leads anew may have set something aside.
    opened.ledger.follow(opened.ledger.mark());
    store.set("iep/aside/1/iep/w/other/job/1", "of another workspace").unwrap();
    assert_eq!([looks(&mut opened), looks(&mut opened)], [1, 0]);
    opened.ledger.follow(opened.ledger.mark());
    store.set("iep/aside/2/iep/w/main/job/999", "of this one").unwrap();
    assert_eq!([looks(&mut opened), looks(&mut opened)], [1, 1]);
}

#[test]
fn a_workspace_that_is_promised_a_place_is_known_to_be() {
    let store = stored(Scenario::Contoso);
    let mut ledger = kept(&store).ledger;
    let other = workspace(Scenario::Load, Some(5));
    Ledger::create(&store, "beside", &other, "a file", Mark { seq: 1, epoch: 1 }).unwrap();
    assert_eq!(ledger::is_promised(&store, MAIN, "beside"), Ok(false));
    store.fault.set(WriteFault::FullFrom(store.writes() + 2));
    // The first write counts; a later one finds no room.
    assert_eq!(ledger.replace(&store, "beside"), Ok(()));
    assert_eq!(ledger::is_promised(&store, MAIN, "beside"), Ok(true));
    assert_eq!(ledger::is_promised(&store, MAIN, "another"), Ok(false));
    let (entries, head) = (store.entries(), kept(&store).workspace.head().clone());
    assert_eq!(ledger.touch(&store, &head), Ok(()));
    assert_eq!(store.entries(), entries, "time is not written over what is not in order");
    store.fault.set(WriteFault::None);
    kept(&store).repair(&store).unwrap();
    assert_eq!(seen(&store).1.len(), 5);
    assert_eq!(ledger::is_promised(&store, MAIN, "beside"), Ok(false));
}

#[test]
fn a_newer_format_is_left_alone() {
    let store = stored(Scenario::Contoso);
    let key = [&entries::prefix(MAIN), "head"].concat();
    let mut elements = codec::elements(&Entry::Head, &store.get(&key).unwrap().unwrap()).unwrap();
    elements[0] = (SCHEMA + 1).into();
    elements.push("something new".into());
    store.set(&key, &codec::sealed(&Entry::Head, &elements)).unwrap();
    let before = (store.entries(), store.writes());
    assert!(matches!(load(&store, MAIN), Ok(Found::Newer(schema)) if schema == SCHEMA + 1));
    assert_eq!((store.entries(), store.writes()), before);
}
