//! Predicates: each with a moment at which it holds and one at which it does not.

use import_export_portal::lessons::check::holds;
use import_export_portal::lessons::predicate::Predicate;
use import_export_portal::lessons::standing::Outside;
use import_export_portal::lessons::{Run, rescue};
use serde_json::{Value, json};

use crate::support::{checking, lesson, small, standing, take};

fn run() -> Run {
    Run::begin(&lesson(&small()), 1).unwrap()
}

fn so(run: &Run, predicate: Value) -> bool {
    let read: Predicate = serde_json::from_value(predicate.clone()).unwrap();
    assert_eq!(serde_json::to_value(&read).unwrap(), predicate, "it is written as it was read");
    holds(&read, &run.evidence().unwrap())
}

/// Checks what holds before some steps and what after them.
fn turns(steps: Value, predicates: &[(Value, bool, bool)]) {
    let mut run = run();
    let before: Vec<bool> = predicates.iter().map(|(predicate, ..)| so(&run, predicate.clone())).collect();
    take(&mut run, steps);
    for ((predicate, was, is), before) in predicates.iter().zip(before) {
        assert_eq!((before, so(&run, predicate.clone())), (*was, *is), "{predicate}");
    }
}

#[test]
fn a_cancel_is_seen_in_the_state_the_history_and_the_journal() {
    let job = "sequencing-run-118";
    turns(
        json!([{"cancel": job}, {"advance": {"until": {"job": job, "state": "Completed"}}}]),
        &[
            (json!({"state": {"job": job, "is": "Transferring"}}), true, false),
            (json!({"state": {"job": job, "is": ["Completed", "Closed"]}}), false, true),
            (json!({"cancel": {"job": job, "is": "notAsked"}}), true, false),
            (json!({"cancel": {"job": job, "is": "stopped"}}), false, true),
            (json!({"cancel": {"job": job, "is": "tooLate"}}), false, false),
            (
                json!({"happened": {"job": job, "event": "copyStopped", "before": "packagingStarted"}}),
                false,
                true,
            ),
            (
                json!({"happened": {"job": job, "event": "packagingStarted", "before": "copyStopped"}}),
                false,
                false,
            ),
            (
                json!({"happened": {"job": job, "event": "copyStopped", "after": "cancelRequested", "within": "PT8H"}}),
                false,
                true,
            ),
            (
                json!({"happened": {"job": job, "event": "copyStopped", "after": "cancelRequested", "within": "PT1M"}}),
                false,
                false,
            ),
            (
                json!({"happened": {"job": job, "event": "cancelRequested", "after": "copyStopped"}}),
                false,
                false,
            ),
            (json!({"since": {"job": job, "event": "cancelRequested", "atLeast": "P1D"}}), false, true),
            (json!({"since": {"job": job, "event": "cancelRequested", "atLeast": "P90D"}}), false, false),
            (
                json!({"did": {"action": "cancel", "job": job, "state": "Transferring", "by": "portal"}}),
                false,
                true,
            ),
            (json!({"did": {"action": "cancel", "job": job, "by": "rest"}}), false, false),
            (json!({"did": {"action": "cancel", "job": "other"}}), false, false),
            (json!({"did": {"atMost": 0}}), true, false),
            (json!({"did": {"atLeast": 2}}), false, false),
            (json!({"did": {"action": "clock"}}), false, true),
            (json!({"drive": {"job": job, "state": "ShippedBack"}}), false, true),
            (json!({"drive": {"job": job, "drive": 1, "copy": "Canceled"}}), false, false),
            (json!({"drive": {"job": job, "extra": true}}), false, false),
            (json!({"drive": {"job": job, "drive": 6, "state": "ShippedBack"}}), false, true),
            (json!({"drive": {"job": job, "drive": 7, "state": "ShippedBack"}}), false, false),
            // Nothing happens before or after itself.
            (json!({"happened": {"job": job, "event": "copyStopped", "after": "copyStopped"}}), false, false),
            (json!({"happened": {"job": job, "event": "copyStopped", "before": "copyStopped"}}), false, true),
        ],
    );
}

#[test]
fn a_deletion_is_told_by_who_did_it_and_a_job_that_never_was_is_not_absent() {
    let (done, new) = ("pilot-migration", "hr-archive-2012-2019");
    turns(
        json!([{"delete": done}, {"advance": {"until": {"job": new, "gone": true}}}]),
        &[
            (json!({"absent": {"job": done}}), false, true),
            (json!({"absent": {"job": done, "by": "person"}}), false, true),
            (json!({"absent": {"job": done, "by": "service"}}), false, false),
            (json!({"absent": {"job": new, "by": "service"}}), false, true),
            (json!({"absent": {"job": new, "by": "person"}}), false, false),
            (json!({"absent": {"job": "never-was"}}), false, false),
            (
                json!({"happened": {"job": new, "event": "expired", "after": "created", "within": "P14D"}}),
                false,
                true,
            ),
            (json!({"state": {"job": done, "is": "Completed"}}), true, false),
            (json!({"count": {"atLeast": 15}}), true, false),
            (json!({"count": {"state": "Creating", "atMost": 1}}), false, true),
        ],
    );
}

#[test]
fn refusals_and_calls_are_seen_though_they_change_nothing() {
    let job = "sequencing-run-118";
    turns(
        json!([{"try": {"delete": job}}, {"call": {"operation": "keys", "job": job}}]),
        &[
            (json!({"refused": {"action": "delete"}}), false, true),
            (
                json!({"refused": {"action": "delete", "job": job, "state": "Transferring", "rules": "REST 2017"}}),
                false,
                true,
            ),
            (json!({"refused": {"action": "delete", "rules": "FAQ 2020"}}), false, false),
            (json!({"refused": {"action": "delete", "state": ["Creating", "Closed"]}}), false, false),
            (json!({"refused": {"action": "cancel"}}), false, false),
            (json!({"called": {"operation": "keys", "job": job}}), false, true),
            (json!({"called": {"operation": "keys", "job": "other"}}), false, false),
            (json!({"called": {"operation": "get"}}), false, false),
            (json!({"called": {"operation": "keys", "job": job, "after": "transferStarted"}}), false, true),
            (json!({"called": {"operation": "keys", "job": job, "after": "packagingStarted"}}), false, false),
            (json!({"did": {"action": "delete"}}), false, false),
        ],
    );
}

#[test]
fn fields_rules_and_the_joints_of_predicates() {
    let job = "hr-archive-2012-2019";
    let yes = json!({"rules": "FAQ 2020"});
    let no = json!({"rules": "Portal 2023"});
    turns(
        json!([{"patch": {"job": job, "body": {"tags": {"team": "archive"}}}}, {"rules": "FAQ 2020"}]),
        &[
            (json!({"field": {"job": job, "at": "/tags/team", "is": "archive"}}), false, true),
            (json!({"field": {"job": job, "at": "/tags/department", "is": "people"}}), true, false),
            (json!({"did": {"action": "tags", "state": "Creating"}}), false, true),
            (json!({"did": {"action": "rules"}}), false, true),
            (json!({"all": [yes, yes]}), false, true),
            (json!({"all": [yes, no]}), false, false),
            (json!({"any": [no, yes]}), false, true),
            (json!({"any": [no, no]}), false, false),
            (json!({"not": yes}), true, false),
        ],
    );
}

#[test]
fn another_branch_counts_only_where_it_is_asked_for() {
    let job = "sequencing-run-118";
    let cancelled = json!({"cancel": {"job": job, "is": "pending"}});
    turns(
        json!([{"advance": {"by": "P1D"}}, {"cancel": job}, {"rewind": {"by": "PT1H"}}]),
        &[(cancelled.clone(), false, false), (json!({"anyBranch": cancelled}), false, true)],
    );
}

#[test]
fn what_is_not_allowed_keeps_a_lesson_from_being_complete() {
    let mut json = small();
    json["allow"] = json!({"surfaces": ["portal"]});
    let strict = lesson(&json);
    let mut run = Run::begin(&strict, 1).unwrap();
    take(&mut run, json!([{"try": {"delete": "sequencing-run-118"}}]));
    assert!(standing(&strict, &run).is_complete());
    take(&mut run, json!([{"advance": {"by": "PT1H"}}]));
    let now = standing(&strict, &run);
    assert_eq!((now.outside.clone(), now.is_complete(), now.next()), (vec![Outside::Clock], false, None));
    take(&mut run, json!([{"rules": "FAQ 2020"}, {"rewind": {"by": "PT1H"}}, {"advance": {"by": "PT1H"}}]));
    assert_eq!(standing(&strict, &run).outside, [Outside::Clock, Outside::Rewind]);
}

#[test]
fn a_spoilt_lesson_leads_back_to_the_last_moment_that_was_not() {
    let mut json = small();
    json["spoilt"] = json!([{"did": {"action": "cancel"}}]);
    json["texts"]["en"]["spoilt"] = json!(["It is cancelled."]);
    let lesson = lesson(&json);
    let mut run = Run::begin(&lesson, 1).unwrap();
    take(
        &mut run,
        json!([{"advance": {"by": "PT1H"}}, {"cancel": "sequencing-run-118"}, {"advance": {"by": "PT1H"}}]),
    );
    assert_eq!(standing(&lesson, &run).spoilt, Some(0));
    let back = rescue::before_spoilt(&lesson, run.session.branches(), &run.notes).unwrap();
    assert_eq!(back.moment.commands, 1);
    run.session.go_on_from(back.branch, back.moment).unwrap();
    assert_eq!(standing(&lesson, &run).spoilt, None);
}

#[test]
fn a_task_is_shown_from_here_from_its_beginning_or_anew() {
    let job = "sequencing-run-118";
    let cancelled = json!({"state": {"job": job, "is": "Completed"}});
    let mut lesson = checking(json!({"all": [cancelled, {"did": {"action": "cancel", "job": job}}]}));
    let steps = json!([{"cancel": job}, {"advance": {"until": {"job": job, "state": "Completed"}}}]);
    lesson.tasks[0].solve = serde_json::from_value(steps).unwrap();
    let mut run = Run::begin(&lesson, 1).unwrap();
    assert!(matches!(rescue::show(&lesson, &run, 0), Some(rescue::TaskShow::Here(_))));
    take(&mut run, json!([{"advance": {"until": {"job": job, "state": "Packaging"}}}]));
    match rescue::show(&lesson, &run, 0) {
        Some(rescue::TaskShow::Back(back, _)) => assert_eq!(back.moment.commands, 0),
        other => panic!("{other:?}"),
    }
    lesson.tasks[0].solve = serde_json::from_value(json!([{"delete": "nothing-there"}])).unwrap();
    assert!(matches!(rescue::show(&lesson, &run, 0), Some(rescue::TaskShow::Anew(_))));
}
