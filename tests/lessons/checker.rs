//! The checker at its edges: what is no refusal by a rule, whose REST calls count, and a journal that is not what it was.

use import_export_portal::journal::{Journal, Limits, LookError};
use import_export_portal::lessons::Run;
use import_export_portal::lessons::evidence::BranchEvidence;
use import_export_portal::lessons::run::Unexpected;
use import_export_portal::lessons::standing::Outside;
use import_export_portal::service::log::Actor;
use serde_json::{Value, json};

use crate::support::{lesson, small, standing, take};

fn begun(json: &Value) -> Run {
    Run::begin(&lesson(json), 1).unwrap()
}

#[test]
fn only_a_refusal_by_a_rule_is_one() {
    let mut run = begun(&small());
    let mut tried =
        |command: Value| run.take(&serde_json::from_value(json!({ "try": command })).unwrap(), Actor::Portal);
    assert_eq!(tried(json!({"delete": "sequencing-run-118"})), Ok(()));
    assert_eq!(tried(json!({"delete": "pilot-migration"})), Err(Unexpected::Accepted));
    for wrong in [
        json!({"cancel": "never-was"}),
        json!({"patch": {"job": "sequencing-run-118", "body": {"properties": {"logLevel": "Loud"}}}}),
        json!({"advance": {"by": "PT1M", "atMost": "PT1M"}}),
    ] {
        let Ok(command) = serde_json::from_value(json!({ "try": wrong.clone() })) else { continue };
        assert!(matches!(run.take(&command, Actor::Portal), Err(Unexpected::NoRule(_))), "{wrong}");
    }
    assert_eq!(run.notes.len(), 1, "only the refusal is noted");
}

#[test]
fn rest_calls_are_outside_of_a_lesson_that_is_done_in_the_portal_alone() {
    let change = serde_json::from_value(json!({"cancel": "media-masters-import"})).unwrap();
    for (surfaces, by, outside) in [
        (json!(["portal"]), Actor::Portal, vec![]),
        (json!(["portal"]), Actor::Rest, vec![Outside::Rest]),
        (json!(["portal", "console"]), Actor::Rest, vec![]),
        (json!(["scripts"]), Actor::Rest, vec![]),
    ] {
        let mut json = small();
        json["allow"]["surfaces"] = surfaces.clone();
        let mut run = begun(&json);
        run.take(&change, by).unwrap();
        assert_eq!(standing(&lesson(&json), &run).outside, outside, "{surfaces} {by:?}");
    }
}

#[test]
fn a_standing_counts_what_is_done() {
    let mut json = small();
    let mut second = json["tasks"][0].clone();
    second["check"] = json!({"did": {"action": "delete"}});
    json["tasks"].as_array_mut().unwrap().push(second);
    let said = json["texts"]["en"]["tasks"][0].clone();
    json["texts"]["en"]["tasks"].as_array_mut().unwrap().push(said);
    let mut run = begun(&json);
    for (steps, count) in [
        (json!([]), 0),
        (json!([{"delete": "pilot-migration"}]), 1),
        (json!([{"try": {"delete": "sequencing-run-118"}}]), 2),
    ] {
        take(&mut run, steps);
        assert_eq!(standing(&lesson(&json), &run).count(), count);
    }
}

#[test]
fn the_command_that_is_refused_where_it_was_accepted_is_told_by_its_number() {
    let run = begun(&small());
    let now = run.session.present();
    let mut journal = Journal::continued(now.clone(), 5, Limits::default());
    for command in [json!({"rules": "FAQ 2020"}), json!({"delete": "sequencing-run-118"})] {
        journal.record(Actor::Portal, serde_json::from_value(command).unwrap(), now);
    }
    assert!(matches!(BranchEvidence::of(&journal), Err(LookError::Refused(6, _))));
}
