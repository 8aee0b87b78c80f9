//! The store: what is kept is read again, whatever happens on the way.

use import_export_portal::service::scenario::Scenario;
use import_export_portal::service::workspace::Workspace;
use import_export_portal::store::codec::{self, Mark, Shared};
use import_export_portal::store::entries::{self, Entry, MAIN};
use import_export_portal::store::ledger::Ledger;
use import_export_portal::store::load::{Found, Kept, load};
use import_export_portal::store::memory::{MemoryStore, units};

fn workspace(scenario: Scenario, jobs: Option<usize>) -> Workspace {
    let (head, jobs, lines) = scenario.build(1, jobs);
    Workspace::new(head, jobs, lines)
}

fn kept(store: &MemoryStore) -> Box<Kept> {
    match load(store, MAIN) {
        Ok(Found::Kept(kept)) => kept,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_workspace_is_read_as_it_was_written() {
    for scenario in Scenario::all() {
        let before = workspace(scenario, Some(200));
        let store = MemoryStore::default();
        Ledger::create(&store, MAIN, &before, Mark { seq: 3, epoch: 2 }).unwrap();
        let kept = kept(&store);
        assert_eq!(kept.workspace, before);
        assert_eq!(kept.ledger.mark(), Mark { seq: 3, epoch: 2 });
        assert!(kept.broken.is_empty() && kept.stale.is_empty());
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
    let mut shared = Shared::default();
    let first = all.records().next().unwrap();
    assert_eq!(codec::job(1, &codec::job_text(&first.job), &mut shared).as_ref(), Ok(&*first.job));
}
