//! What the rules, the passing of time and the API cost, and how that grows with the number of jobs.

use std::hint::black_box;

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use import_export_portal::api::message::Request;
use import_export_portal::api::{handle, prepare};
use import_export_portal::domain::state::{Action, JobState, RuleSet, permits};
use import_export_portal::domain::time::Span;
use import_export_portal::journal::{JobRef, JournalCommand, Moment, Sent, Session};
use import_export_portal::service::log::Actor;
use import_export_portal::service::scenario::Scenario;
use import_export_portal::service::workspace::Workspace;
use import_export_portal::store::codec::Mark;
use import_export_portal::store::entries::MAIN;
use import_export_portal::store::ledger::Ledger;
use import_export_portal::store::load::{Found, load};
use import_export_portal::store::memory::MemoryStore;
use import_export_portal::store::writes::of_workspace;

const SIZES: [usize; 4] = [100, 1_000, 3_000, 10_000];

fn workspace(jobs: usize) -> Workspace {
    let (head, jobs, lines) = Scenario::Load.build(1, Some(jobs));
    Workspace::new(head, jobs, lines)
}

fn request(method: &str, target: String) -> Request {
    let target = format!("{target}?api-version=2021-01-01");
    Request {
        method: method.into(),
        base: "https://host.example".into(),
        target,
        headers: vec![],
        body: vec![],
    }
}

fn rules(c: &mut Criterion) {
    c.bench_function("rules/every action, state and rule set", |b| {
        b.iter(|| {
            for action in Action::ALL {
                for state in JobState::ALL {
                    for rules in RuleSet::ALL {
                        let _ = black_box(permits(action, state, rules));
                    }
                }
            }
        });
    });
}

fn time(c: &mut Criterion) {
    let mut group = c.benchmark_group("advance by 90 days");
    group.sample_size(10);
    for size in SIZES {
        let start = workspace(size);
        let end = start.now() + Span::days(90);
        group.bench_function(BenchmarkId::from_parameter(size), |b| {
            let run = |mut workspace: Workspace| {
                while workspace.now() < end {
                    workspace.advance(end, 500);
                }
                workspace
            };
            b.iter_batched(|| start.clone(), run, BatchSize::LargeInput);
        });
    }
    group.finish();
}

fn commands(c: &mut Criterion) {
    let mut group = c.benchmark_group("delete by REST");
    for size in SIZES {
        let start = workspace(size);
        let deletable = start.records().find(|record| record.state == JobState::Creating);
        let Some(id) = deletable.map(|record| record.job.id.to_string()) else { continue };
        let call = request("DELETE", id);
        group.bench_function(BenchmarkId::from_parameter(size), |b| {
            b.iter(|| black_box(prepare(&start, &call, Actor::Rest)));
        });
        let mut after = start.clone();
        assert_eq!(handle(&mut after, &call, Actor::Rest).status, 200, "what is measured works");
    }
    group.finish();
    let mut group = c.benchmark_group("first page of a list by REST");
    for size in SIZES {
        let start = workspace(size);
        let Some(scope) = start.records().next().map(|record| record.job.id.subscription.to_string()) else {
            continue;
        };
        let call = request("GET", format!("/subscriptions/{scope}/providers/Microsoft.ImportExport/jobs"));
        group.bench_function(BenchmarkId::from_parameter(size), |b| {
            b.iter(|| black_box(prepare(&start, &call, Actor::Rest)));
        });
    }
    group.finish();
}

/// What starting reads: every entry, once. And what keeping a whole workspace writes.
fn entries(c: &mut Criterion) {
    let mark = Mark { seq: 1, epoch: 1 };
    let mut group = c.benchmark_group("serialise all entries");
    for size in SIZES {
        let workspace = workspace(size);
        group.throughput(Throughput::Elements(size as u64));
        group.bench_function(BenchmarkId::from_parameter(size), |b| {
            b.iter(|| {
                of_workspace(&workspace, "", mark).map(|(key, text)| key.len() + text.len()).sum::<usize>()
            });
        });
    }
    group.finish();
    let mut group = c.benchmark_group("read and parse all entries");
    for size in SIZES {
        let store = MemoryStore::default();
        assert!(Ledger::create(&store, MAIN, &workspace(size), "", mark).is_ok(), "it fits");
        group.throughput(Throughput::Elements(size as u64));
        group.bench_function(BenchmarkId::from_parameter(size), |b| b.iter(|| black_box(load(&store, MAIN))));
        let Ok(Found::Kept(kept)) = load(&store, MAIN) else { panic!("what is measured works") };
        assert_eq!(kept.workspace.records().len(), size);
    }
    group.finish();
    // A command writes what it changed, however much there is.
    let mut group = c.benchmark_group("keep a deletion");
    for size in SIZES {
        let start = workspace(size);
        let store = MemoryStore::default();
        assert!(Ledger::create(&store, MAIN, &start, "", mark).is_ok(), "it fits");
        let Some(job) = start.records().find(|record| record.state == JobState::Creating) else { continue };
        let Some(change) = prepare(&start, &request("DELETE", job.job.id.to_string()), Actor::Rest).change
        else {
            panic!("what is measured works")
        };
        group.bench_function(BenchmarkId::from_parameter(size), |b| {
            let mut ledger = Ledger::new(MAIN, mark, Vec::new());
            b.iter(|| {
                let batch = ledger.prepare(&store, &change);
                batch.and_then(|batch| {
                    ledger.promise(&store, &batch)?;
                    ledger.settle(&store, batch)
                })
            });
        });
    }
    group.finish();
}

/// The memory that this program holds, in bytes; nothing where the system does not tell it in Linux's way.
fn resident() -> Option<usize> {
    let told = std::fs::read_to_string("/proc/self/statm").ok()?;
    let pages: usize = told.split(' ').nth(1)?.parse().ok()?;
    Some(pages * 4_096)
}

/// Looking at the past of a recording of 2,000 commands, at the moment farthest from any kept state.
fn past(c: &mut Criterion) {
    let mut group = c.benchmark_group("look at a moment of 2,000 commands");
    group.sample_size(10);
    for size in SIZES {
        let start = workspace(size);
        let before = resident();
        let mut session = Session::new(start);
        let ids: Vec<String> = session.present().records().map(|record| record.job.id.to_string()).collect();
        for n in 0..2_000 {
            let id = ids[n * 7 % ids.len()].clone();
            let tags = serde_json::json!({"tags": {"round": n.to_string()}});
            let patch = JournalCommand::Patch(Sent { job: JobRef(id), body: tags });
            // A job that the service has deleted by then is refused; what is asked often enough is accepted.
            let accepted = session.run(&patch, Actor::Portal).is_ok();
            if !accepted {
                assert!(
                    session.run(&JournalCommand::Paused(n.is_multiple_of(2)), Actor::Portal).is_ok(),
                    "it is"
                );
            }
            session.pass(session.present().now() + Span::minutes(60));
        }
        let held = resident();
        let journal = session.branches().present().journal.clone();
        let far: Vec<Moment> = (1..=10)
            .filter_map(|at| {
                let commands = at * 200 - 1;
                Some(Moment { commands, at: journal.entry(commands)?.at })
            })
            .collect();
        assert_eq!(far.len(), 10, "what is measured works");
        group.bench_function(BenchmarkId::from_parameter(size), |b| {
            b.iter(|| far.iter().map(|moment| journal.at(*moment).map_or(0, |at| at.records().len())).max());
        });
        let kept = held.zip(before).map(|(now, before)| now.saturating_sub(before) / 1_024);
        let kept = kept.map_or_else(|| "an unknown number of".to_owned(), |kept| kept.to_string());
        eprintln!(
            "{size} jobs: {} bytes of commands, {kept} KB of memory with all kept states",
            session.branches().room().bytes
        );
    }
    group.finish();
}

criterion_group!(benches, rules, time, commands, entries, past);
criterion_main!(benches);
