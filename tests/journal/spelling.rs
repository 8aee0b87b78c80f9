//! The one spelling of commands: read as written, run as the REST calls are, refused with the same sentences.

use import_export_portal::api::Failure;
use import_export_portal::domain::state::{JobState, RuleSet, Why};
use import_export_portal::domain::time::Span;
use import_export_portal::journal::{
    Advance, CommandRefusal, InjectedFault, JobRef, JournalCommand, Outcome, Until, run,
};
use import_export_portal::phrases::Language;
use import_export_portal::service::log::Actor;
use import_export_portal::service::scenario::Scenario;
use serde_json::{Value, json};

use crate::support::{bytes, command, import, scenario, ship};

/// An example of every command.
fn examples() -> Vec<Value> {
    let mut all = vec![
        json!({"put": {"job": "tapes", "body": import(2)}}),
        json!({"patch": {"job": "rg-other/tapes", "body": {"tags": {"team": "archive"}}}}),
        ship("tapes"),
        json!({"ship": {"job": "tapes"}}),
        json!({"cancel": "tapes"}),
        json!({"delete": "tapes"}),
        json!({"speed": 60}),
        json!({"paused": true}),
        json!({"advance": {"by": "P14D"}}),
        json!({"advance": {"until": "next"}}),
        json!({"advance": {"until": "2026-03-12T08:00:00Z"}}),
        json!({"advance": {"until": {"job": "tapes", "state": "Packaging"}, "atMost": "P60D"}}),
        json!({"advance": {"until": {"job": "tapes", "gone": true}}}),
        json!({"inject": {"fault": "corrupt", "job": "tapes", "drive": 2}}),
        json!({"rewind": {"by": "P1D"}}),
        json!({"rewind": {"to": "2026-03-03T08:00:00.001Z"}}),
    ];
    all.extend(RuleSet::ALL.map(|rules| json!({"rules": rules.as_str()})));
    all.extend(InjectedFault::ALL.map(|fault| json!({"inject": {"fault": fault, "job": "tapes"}})));
    all
}

#[test]
fn commands_are_written_as_they_are_read() {
    for example in examples() {
        let read = command(example.clone());
        assert_eq!(serde_json::to_value(&read).unwrap(), example);
    }
    assert_eq!(
        command(json!({"advance": {"by": "PT36H"}})),
        JournalCommand::Advance(Advance::By(Span::hours(36)))
    );
    let until = Until::State { job: JobRef("a".into()), state: JobState::Packaging };
    let waits = command(json!({"advance": {"until": {"job": "a", "state": "packaging"}}}));
    assert_eq!(waits, JournalCommand::Advance(Advance::Until { until, at_most: None }));
}

#[test]
fn what_is_no_command_is_refused_and_says_why() {
    for (bad, why) in [
        (json!({}), "expected"),
        (json!({"erase": "a"}), "unknown variant"),
        (json!({"cancel": "a", "delete": "a"}), "expected"),
        (json!({"put": {"job": "a"}}), "missing field `body`"),
        (json!({"put": {"job": "a", "body": {}, "by": "me"}}), "unknown field"),
        (json!({"advance": {}}), "either by a span"),
        (json!({"advance": {"by": "P1D", "until": "next"}}), "either by a span"),
        (json!({"advance": {"by": "P1M"}}), "no span: P1M"),
        (json!({"advance": {"by": "P1D", "atMost": "P2D"}}), "either by a span"),
        (json!({"advance": {"until": "tomorrow"}}), "neither `next` nor a moment: tomorrow"),
        (json!({"advance": {"until": {"job": "a"}}}), "until it is in a `state` or `gone`"),
        (json!({"advance": {"until": {"job": "a", "state": "Lost"}}}), "no state: Lost"),
        (json!({"rules": "REST 1999"}), "no rule set: REST 1999"),
        (json!({"inject": {"fault": "fire", "job": "a"}}), "unknown variant"),
        (json!({"rewind": {"by": "P1D", "to": "2026-03-03T08:00:00Z"}}), "expected"),
        (json!({"speed": -1}), "invalid value"),
        (json!({"speed": 2}), "no speed: 2"),
    ] {
        let error =
            serde_json::from_value::<JournalCommand>(bad.clone()).expect_err("it is no command").to_string();
        assert!(error.contains(why), "{bad}: {error}");
    }
}

#[test]
fn a_life_can_be_told_in_commands() {
    let mut workspace = scenario(Scenario::Empty);
    for json in [
        json!({"put": {"job": "tapes", "body": import(2)}}),
        ship("TAPES"),
        json!({"advance": {"until": {"job": "tapes", "state": "Transferring"}}}),
        json!({"cancel": "rg-datacenter-exit/tapes"}),
        json!({"advance": {"until": {"job": "tapes", "state": "Completed"}, "atMost": "P20D"}}),
        json!({"delete": "tapes"}),
    ] {
        run(&mut workspace, &command(json), Actor::Portal).unwrap();
    }
    assert_eq!(workspace.records().len(), 0);
    assert_eq!(workspace.log().filter(|line| line.job.is_some()).count(), 4);
}

#[test]
fn a_refused_command_changes_nothing_and_says_why_as_the_api_does() {
    let english = Language::negotiate("en").phrases();
    let before = scenario(Scenario::Contoso);
    let refusal = |json: Value| {
        let mut workspace = before.clone();
        let refusal = run(&mut workspace, &command(json), Actor::Rest).expect_err("it is refused");
        assert_eq!(bytes(&workspace), bytes(&before));
        refusal
    };
    let refused = refusal(json!({"delete": "sequencing-run-118"}));
    let CommandRefusal::Call(Failure::Refused(why, _)) = refused else { panic!("{refused:?}") };
    assert_eq!((why.state, why.why), (JobState::Transferring, Why::State));
    for (json, sentence) in [
        (json!({"cancel": "nothing-here"}), "There is no job named “nothing-here”."),
        (json!({"put": {"job": "x", "body": import(1)}}), "jobName"),
        (json!({"put": {"job": "tapes", "body": {}}}), "invalid fields"),
        (json!({"advance": {"until": "2026-03-01T00:00:00Z"}}), "2026-03-01T00:00:00Z is in the past"),
        (json!({"advance": {"until": {"job": "nothing-here", "gone": true}}}), "There is no job named"),
        (
            json!({"advance": {"until": {"job": "sequencing-run-118", "state": "Shipping"}}}),
            "This does not happen before 2027-04-06T08:00:00Z",
        ),
        (
            json!({"advance": {"until": "2026-04-02T08:00:00Z", "atMost": "P1D"}}),
            "does not happen before 2026-03-03",
        ),
        (json!({"rewind": {"by": "P1D"}}), "not recorded"),
    ] {
        let said = refusal(json.clone()).sentence(&english);
        assert!(said.contains(sentence), "{json}: {said}");
    }
    let mut empty = scenario(Scenario::Empty);
    let next = command(json!({"advance": {"until": "next"}}));
    assert_eq!(run(&mut empty, &next, Actor::Portal), Err(CommandRefusal::NothingAhead));
}

#[test]
fn a_name_in_several_groups_must_be_told_apart_unless_one_is_at_home() {
    let mut workspace = scenario(Scenario::Empty);
    for group in ["rg-one", "rg-two"] {
        let put = json!({"put": {"job": format!("{group}/tapes"), "body": import(1)}});
        run(&mut workspace, &command(put), Actor::Portal).unwrap();
    }
    let cancel = command(json!({"cancel": "tapes"}));
    assert_eq!(run(&mut workspace, &cancel, Actor::Portal), Err(CommandRefusal::Ambiguous("tapes".into())));
    run(&mut workspace, &command(json!({"delete": "rg-one/tapes"})), Actor::Portal).unwrap();
    run(&mut workspace, &cancel, Actor::Portal).unwrap();
    let id = workspace.records().next().unwrap().job.id.to_string();
    run(&mut workspace, &command(json!({"delete": id})), Actor::Portal).unwrap();
    assert_eq!(workspace.records().len(), 0);
}

#[test]
fn what_is_so_already_is_nothing_to_do() {
    let mut workspace = scenario(Scenario::Contoso);
    let before = bytes(&workspace);
    for json in [
        json!({"delete": "nothing-here"}),
        json!({"advance": {"by": "PT0S"}}),
        json!({"advance": {"until": {"job": "sequencing-run-118", "state": "Transferring"}}}),
    ] {
        assert_eq!(run(&mut workspace, &command(json), Actor::Portal), Ok(Outcome::Nothing));
    }
    assert_eq!(bytes(&workspace), before);
}
