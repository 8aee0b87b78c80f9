//! The golden history: a fixed script whose end must be the same on every machine.

use import_export_portal::domain::time::Span;
use import_export_portal::service::fingerprint::{fingerprint, rehearsal, tell};
use import_export_portal::service::scenario::Scenario;
use import_export_portal::service::workspace::Workspace;

/// These numbers change only when the rules of the simulation do; a browser gets the same ones.
#[test]
fn the_rehearsal_ends_as_it_always_has() {
    assert_eq!(
        format!("{:016x} {:016x}", rehearsal(1), rehearsal(2026)),
        "d7d9f227204bc878 2985e418d02835d0"
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
