//! What the rules, the passing of time and the API cost, and how that grows with the number of jobs.

use std::hint::black_box;

use criterion::{BatchSize, BenchmarkId, Criterion, criterion_group, criterion_main};
use import_export_portal::api::message::Request;
use import_export_portal::api::{handle, prepare};
use import_export_portal::domain::state::{Action, JobState, RuleSet, permits};
use import_export_portal::domain::time::Span;
use import_export_portal::service::log::Actor;
use import_export_portal::service::scenario::Scenario;
use import_export_portal::service::workspace::Workspace;

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

criterion_group!(benches, rules, time, commands);
criterion_main!(benches);
