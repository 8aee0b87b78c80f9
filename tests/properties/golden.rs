//! The golden history: a fixed script whose end changes only with the rules of the simulation. That a browser comes
//! to the same end is held by the rehearsal in tests/store and tests/browser.

use import_export_portal::domain::job::Patch;
use import_export_portal::domain::state::RuleSet;
use import_export_portal::domain::time::Span;
use import_export_portal::service::clock::Jump;
use import_export_portal::service::command::Command;
use import_export_portal::service::log::Actor;
use import_export_portal::service::scenario::Scenario;
use import_export_portal::service::workspace::Workspace;

use crate::fingerprint::{fingerprint, tell};

/// These numbers change only when the rules of the simulation do.
#[test]
fn the_rehearsal_ends_as_it_always_has() {
    assert_eq!(
        format!("{:016x} {:016x}", rehearsal(1), rehearsal(2026)),
        "403496b9d7b09e97 e2fc617314cc5173"
    );
}

#[test]
fn ninety_days_in_one_go_day_by_day_or_event_by_event_are_the_same_to_the_byte() {
    for scenario in Scenario::all() {
        let begin = || {
            let (head, jobs, lines) = scenario.build(5, Some(150));
            Workspace::new(head, jobs, lines)
        };
        let end = Scenario::START + Span::days(90);
        let (mut jumps, mut days, mut events) = (begin(), begin(), begin());
        jumps.advance(end, usize::MAX);
        for day in 1..=90 {
            days.advance(Scenario::START + Span::days(day), usize::MAX);
        }
        while let Some(next) = events.next_event().filter(|at| *at <= end) {
            events.advance(next, 1);
        }
        events.advance(end, 1);
        let text = |workspace: &Workspace| {
            let mut text = String::new();
            tell(workspace, &mut text).unwrap();
            text
        };
        assert_eq!(text(&days), text(&jumps));
        assert_eq!(text(&events), text(&jumps));
        assert_eq!(fingerprint(&events), fingerprint(&jumps));
    }
}

/// The fingerprint at the end of a fixed history: every scenario, led through cancels, shipments,
/// deletions, other rules and jumps of time.
fn rehearsal(seed: u64) -> u64 {
    let mut all = 0_u64;
    for scenario in Scenario::all() {
        let (head, jobs, lines) = scenario.build(seed, Some(60));
        let mut workspace = Workspace::new(head, jobs, lines);
        for round in 0..12 {
            act(&mut workspace, round);
            let jump = Jump::OFFERED[round % Jump::OFFERED.len()];
            let target = jump.target(&workspace).filter(|_| round < 11);
            let to = target.unwrap_or(workspace.now() + Span::minutes(77));
            while workspace.now() < to {
                workspace.advance(to, 1 + round);
            }
            all = all.rotate_left(7) ^ fingerprint(&workspace);
        }
    }
    all
}

/// Asks something of every third job or so; what the rules refuse is part of the history too.
fn act(workspace: &mut Workspace, round: usize) {
    let keys: Vec<_> = workspace.by_name().map(|(key, _)| key.clone()).collect();
    for key in keys.into_iter().skip(round % 3).step_by(3) {
        let patch = |patch: Patch| Command::Patch { key: key.clone(), patch: Box::new(patch) };
        let command = match round % 4 {
            0 => patch(Patch { cancel: true, ..Patch::default() }),
            1 => patch(Patch { ship: true, ..Patch::default() }),
            2 => Command::Delete { key },
            _ => Command::SetRules(RuleSet::ALL[round % RuleSet::ALL.len()]),
        };
        if let Ok(prepared) = workspace.prepare(&command, Actor::Service)
            && let Some(change) = prepared.change
        {
            workspace.apply(&change);
        }
    }
}
