//! What the tests of the store share.

use import_export_portal::domain::job::Patch;
use import_export_portal::domain::name::JobKey;
use import_export_portal::domain::state::{Action, JobState};
use import_export_portal::domain::time::{SimTime, Span};
use import_export_portal::service::log::Actor;
use import_export_portal::service::log::LogLine;
use import_export_portal::service::scenario::Scenario;
use import_export_portal::service::workspace::{Change, Command, Head, Record, Workspace};
use import_export_portal::store::codec::Mark;
use import_export_portal::store::entries::MAIN;
use import_export_portal::store::ledger::Ledger;
use import_export_portal::store::load::{Found, Kept, load};
use import_export_portal::store::memory::MemoryStore;

pub fn workspace(scenario: Scenario, jobs: Option<usize>) -> Workspace {
    let (head, jobs, lines) = scenario.build(1, jobs);
    Workspace::new(head, jobs, lines)
}

/// A store that keeps a scenario.
pub fn stored(scenario: Scenario) -> MemoryStore {
    holding(&workspace(scenario, None))
}

/// A store that keeps a few jobs in different states, for tests with very many rounds.
pub fn stored_few() -> MemoryStore {
    holding(&workspace(Scenario::Load, Some(10)))
}

fn holding(workspace: &Workspace) -> MemoryStore {
    let store = MemoryStore::default();
    Ledger::create(&store, MAIN, workspace, "", Mark { seq: 1, epoch: 1 }).unwrap();
    MemoryStore::with(store.entries())
}

pub fn kept(store: &MemoryStore) -> Box<Kept> {
    match load(store, MAIN) {
        Ok(Found::Kept(kept)) => kept,
        other => panic!("{other:?}"),
    }
}

/// What a reader sees.
pub fn seen(store: &MemoryStore) -> (Head, Vec<Record>, Vec<LogLine>) {
    let kept = kept(store);
    let workspace = kept.workspace;
    (workspace.head().clone(), workspace.records().cloned().collect(), workspace.log().cloned().collect())
}

/// Keeps a change and applies it, as the page does.
pub fn commit(store: &MemoryStore, workspace: &mut Workspace, ledger: &mut Ledger, change: &Change) -> bool {
    let Ok(batch) = ledger.prepare(store, change) else { return false };
    if ledger.promise(store, &batch).is_err() {
        return false;
    }
    // After an error the rest is done later; the change counts.
    let _ = ledger.settle(store, batch);
    workspace.apply(change);
    true
}

fn run(store: &MemoryStore, workspace: &mut Workspace, ledger: &mut Ledger, command: &Command) -> bool {
    let change = workspace.prepare(command, Actor::Portal).unwrap().change.unwrap();
    commit(store, workspace, ledger, &change)
}

fn first_that_may(workspace: &Workspace, action: Action) -> Option<JobKey> {
    let rules = workspace.head().rules;
    let mut records = workspace.records();
    records
        .find(|record| record.job.may(action, record.state, rules).is_ok())
        .map(|record| record.job.id.key())
}

pub fn may_delete(workspace: &Workspace) -> bool {
    first_that_may(workspace, Action::Delete).is_some()
}

pub fn delete(store: &MemoryStore, workspace: &mut Workspace, ledger: &mut Ledger) -> bool {
    let Some(key) = first_that_may(workspace, Action::Delete) else { return false };
    run(store, workspace, ledger, &Command::Delete { key })
}

pub fn cancel(store: &MemoryStore, workspace: &mut Workspace, ledger: &mut Ledger) -> bool {
    let may = |r: &&Record| r.state == JobState::Shipping && r.job.history.cancel_requested.is_none();
    let key = workspace.records().find(may).unwrap().job.id.key();
    let patch = Box::new(Patch { cancel: true, ..Patch::default() });
    run(store, workspace, ledger, &Command::Patch { key, patch })
}

pub fn create(store: &MemoryStore, workspace: &mut Workspace, ledger: &mut Ledger) -> bool {
    let model = workspace.records().next().unwrap().job.clone();
    let id = import_export_portal::domain::name::JobId {
        name: import_export_portal::domain::name::JobName::parse("a-job-of-the-test").unwrap(),
        ..model.id.clone()
    };
    run(store, workspace, ledger, &Command::Put { id, order: Box::new(model.order.clone()) })
}

pub fn ninety_days(store: &MemoryStore, workspace: &mut Workspace, ledger: &mut Ledger) -> bool {
    let to: SimTime = workspace.now() + Span::days(90);
    let advanced = workspace.advance(to, usize::MAX);
    commit(store, workspace, ledger, &advanced.change)
}
