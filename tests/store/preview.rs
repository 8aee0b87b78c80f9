//! The preview: the newest jobs come first and right, and what is read piece by piece is what is read at once.

use import_export_portal::domain::job::{Job, JobNo};
use import_export_portal::domain::state::Action;
use import_export_portal::service::log::Actor;
use import_export_portal::service::overview::Column;
use import_export_portal::service::scenario::Scenario;
use import_export_portal::service::workspace::{Command, Record, Workspace};
use import_export_portal::store::Storage;
use import_export_portal::store::codec::Mark;
use import_export_portal::store::entries::{self, Entry, MAIN};
use import_export_portal::store::ledger::{self, Ledger};
use import_export_portal::store::load::preview::{Preview, prepare};
use import_export_portal::store::load::{Found, Kept, load};
use import_export_portal::store::memory::MemoryStore;

use super::support::{cancel, commit, create, delete, kept, ninety_days, workspace};

/// The jobs of a workspace in the order of the list.
fn newest_first(all: &Workspace) -> Vec<JobNo> {
    let mut records: Vec<&Record> = all.records().collect();
    records.sort_by(|a, b| Column::Created.compare(b, a, all.now()));
    records.iter().map(|record| record.job.no).collect()
}

/// A slot with so many jobs, whose newest have been noted.
fn stored(jobs: usize) -> (MemoryStore, Workspace, Ledger) {
    let all = workspace(Scenario::Load, Some(jobs));
    let store = MemoryStore::default();
    let ledger = Ledger::create(&store, MAIN, &all, "", Mark { seq: 3, epoch: 2 }).unwrap();
    prepare(&store, MAIN, &all).unwrap();
    (store, all, ledger)
}

/// Whether a preview shows of `all` what the list begins with.
fn begins(preview: &Preview, all: &Workspace) -> bool {
    let shown = newest_first(&preview.workspace);
    shown.len() == 100
        && shown == newest_first(all)[..100]
        && shown.iter().all(|no| preview.workspace.record(*no) == all.record(*no))
        && preview.workspace.now() == all.now()
        && preview.jobs == all.records().len() as u64
}

/// What a load comes to that was begun with a preview.
fn finished(preview: Preview, store: &MemoryStore) -> Box<Kept> {
    match preview.loading.finish(store).unwrap() {
        Found::Kept(kept) => kept,
        other => panic!("{other:?}"),
    }
}

/// Whether both have read the same.
fn are_equal(one: &Kept, other: &Kept) -> bool {
    one.workspace == other.workspace
        && one.ledger.mark() == other.ledger.mark()
        && one.stale() == other.stale()
        && one.broken.len() == other.broken.len()
        && one.broken.iter().all(|broken| other.broken.contains(broken))
}

fn job_key(no: JobNo) -> String {
    [entries::prefix(MAIN), Entry::Job(no).key()].concat()
}

type Does = fn(&MemoryStore, &mut Workspace, &mut Ledger) -> bool;

#[test]
fn it_begins_as_the_list_does_and_the_rest_is_what_is_kept() {
    let (store, all, _) = stored(2_000);
    let preview = Preview::read(&store, MAIN).expect("there are many jobs");
    assert!(begins(&preview, &all));
    assert!(are_equal(&finished(preview, &store), &kept(&store)));
}

#[test]
fn it_is_right_after_jobs_were_made_and_deleted() {
    let (store, mut all, mut ledger) = stored(2_000);
    assert!(create(&store, &mut all, &mut ledger) && cancel(&store, &mut all, &mut ledger));
    for _ in 0..150 {
        let newest = newest_first(&all).into_iter().find_map(|no| {
            let record = all.record(no)?;
            record.job.may(Action::Delete, record.state, all.head().rules).ok()?;
            Some(record.job.id.key())
        });
        let command = Command::Delete { key: newest.unwrap() };
        let change = all.prepare(&command, Actor::Portal).unwrap().change.unwrap();
        assert!(commit(&store, &mut all, &mut ledger, &change));
    }
    let preview = Preview::read(&store, MAIN).expect("there are many jobs");
    assert!(begins(&preview, &all));
    assert!(are_equal(&finished(preview, &store), &kept(&store)));
}

#[test]
fn jobs_whose_numbers_tell_are_found_without_a_note() {
    let (head, jobs, _) = Scenario::Load.build(1, Some(1_000));
    let mut jobs: Vec<Job> = jobs;
    jobs.sort_by_key(|job| job.history.created);
    let jobs = (1..).zip(jobs).map(|(no, job)| Job { no, ..job });
    let all = Workspace::new(head, jobs, []);
    let store = MemoryStore::default();
    Ledger::create(&store, MAIN, &all, "", Mark { seq: 3, epoch: 2 }).unwrap();
    let keys = store.keys().unwrap().len();
    prepare(&store, MAIN, &all).unwrap();
    assert_eq!(store.keys().unwrap().len(), keys);
    assert!(begins(&Preview::read(&store, MAIN).expect("they are in order"), &all));
}

#[test]
fn whatever_is_written_while_it_is_read_counts() {
    let commits: [(&str, Does); 4] =
        [("create", create), ("delete", delete), ("cancel", cancel), ("ninety days", ninety_days)];
    let (store, all, _) = stored(600);
    for (what, does) in commits {
        for steps in 0..20 {
            let (store, mut all) = (MemoryStore::with(store.entries()), all.clone());
            let mut ledger = Ledger::new(MAIN, kept(&store).ledger.mark(), Vec::new());
            let mut preview = Preview::read(&store, MAIN).expect("there are many jobs");
            for _ in 0..steps {
                preview.loading.step(&store).unwrap();
            }
            assert!(does(&store, &mut all, &mut ledger), "{what}");
            let read = finished(preview, &store);
            assert!(are_equal(&read, &kept(&store)), "{what} after {steps} steps");
            assert!(read.workspace == all, "{what} after {steps} steps");
        }
    }
}

#[test]
fn a_commit_that_is_promised_while_it_is_read_counts() {
    let (store, all, mut ledger) = stored(600);
    let preview = Preview::read(&store, MAIN).expect("there are many jobs");
    let key = all.records().find(|r| r.job.may(Action::Delete, r.state, all.head().rules).is_ok());
    let command = Command::Delete { key: key.unwrap().job.id.key() };
    let change = all.prepare(&command, Actor::Portal).unwrap().change.unwrap();
    let batch = ledger.prepare(&store, &change).unwrap();
    ledger.promise(&store, &batch).unwrap();
    assert!(Preview::read(&store, MAIN).is_none());
    let read = finished(preview, &store);
    assert_eq!(read.workspace.records().len(), 599);
    assert!(are_equal(&read, &kept(&store)));
}

#[test]
fn what_cannot_be_read_is_found_as_at_once() {
    let (store, all, _) = stored(600);
    let order = newest_first(&all);
    // Far behind, among the newest, and not there at all.
    for (at, is_shown) in [(400, true), (50, false)] {
        let key = job_key(order[at]);
        let text = store.get(&key).unwrap().unwrap();
        store.set(&key, &text.replace("[", "{")).unwrap();
        match Preview::read(&store, MAIN) {
            Some(preview) => {
                assert!(is_shown);
                let read = finished(preview, &store);
                assert_eq!(read.broken.len(), 1);
                assert!(are_equal(&read, &kept(&store)));
            }
            None => assert!(!is_shown),
        }
        store.set(&key, &text).unwrap();
    }
    store.remove(&job_key(order[400])).unwrap();
    let preview = Preview::read(&store, MAIN).expect("the newest are there");
    let read = finished(preview, &store);
    assert_eq!(read.broken.len(), 1);
    assert!(are_equal(&read, &kept(&store)));
}

#[test]
fn few_jobs_are_read_at_once() {
    let (store, ..) = stored(499);
    assert!(Preview::read(&store, MAIN).is_none());
    assert!(store.keys().unwrap().iter().all(|key| key.starts_with(&entries::prefix(MAIN))));
}

#[test]
fn a_slot_that_goes_while_it_is_read_is_gone() {
    let (store, ..) = stored(600);
    let mut preview = Preview::read(&store, MAIN).expect("there are many jobs");
    for _ in 0..4 {
        preview.loading.step(&store).unwrap();
    }
    ledger::discard(&store, MAIN).unwrap();
    assert!(matches!(preview.loading.finish(&store), Ok(Found::Nothing)));
    assert!(matches!(load(&store, MAIN), Ok(Found::Nothing)));
    // The note went with it.
    assert_eq!(store.keys().unwrap(), Vec::<String>::new());
}

#[test]
fn a_note_of_another_workspace_shows_nothing_wrong_for_long() {
    let (store, ..) = stored(600);
    let note = store.get("iep/newest/main").unwrap().unwrap();
    for note in [note.as_str(), "", "1 2 3", "x", "9007199254740991 1", "601", "0 0 0 601"] {
        let other = workspace(Scenario::Load, Some(700));
        let store = MemoryStore::default();
        Ledger::create(&store, MAIN, &other, "", Mark { seq: 1, epoch: 1 }).unwrap();
        store.set("iep/newest/main", note).unwrap();
        if let Some(preview) = Preview::read(&store, MAIN) {
            assert!(are_equal(&finished(preview, &store), &kept(&store)), "{note}");
        }
        prepare(&store, MAIN, &other).unwrap();
        assert!(begins(&Preview::read(&store, MAIN).expect("it is noted now"), &other), "{note}");
    }
}
