//! Journals as texts: read as written, refused with a reason, never at the cost of the workspace.

use import_export_portal::journal::format::{NotRead, Opened, read, write};
use import_export_portal::journal::{BranchError, CommandRefusal, JobRef, JournalCommand, RULES, Session};
use import_export_portal::service::scenario::Scenario;
use import_export_portal::store::portable::NotImported;
use serde_json::{Value, json};

use crate::support::{bytes, import, run, scenario, session, ship};

fn branched() -> Session {
    let mut session = session();
    for json in [
        json!({"put": {"job": "tapes", "body": import(2)}}),
        ship("tapes"),
        json!({"advance": {"by": "P5D"}}),
        json!({"cancel": "tapes"}),
        json!({"advance": {"by": "P1D"}}),
        json!({"rewind": {"by": "P3D"}}),
        json!({"inject": {"fault": "address", "job": "tapes"}}),
        json!({"advance": {"by": "P40D"}}),
    ] {
        run(&mut session, json);
    }
    session.branches_mut().rename(2, "wrong address").unwrap();
    session.branches_mut().pin(1, true).unwrap();
    session
}

fn reopened(text: &str) -> Session {
    match read(text) {
        Ok(Opened::Recording(session)) => *session,
        other => panic!("{other:?}"),
    }
}

/// The text with one value of it changed.
fn with(text: &str, pointer: &str, value: Value) -> String {
    let mut json: Value = serde_json::from_str(text).unwrap();
    *json.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}")) = value;
    json.to_string()
}

#[test]
fn a_journal_is_read_as_it_was_written() {
    let session = branched();
    let text = write(session.branches(), None);
    let read = reopened(&text);
    assert_eq!(read, session);
    assert_eq!(write(read.branches(), None), text);
    assert!(text.len() < 4_000, "what branches have in common is there once: {}", text.len());
    assert!(text.contains(r#""scenario":["Contoso",1,null]"#));
}

/// Should this fail after a change of the simulation, the rules have changed: raise `RULES`, keep the old fixture for
/// the test of other rules, and write a new one with `WRITE_FIXTURES`.
#[test]
fn a_journal_of_these_rules_leads_where_it_always_has() {
    let path = format!("{}/tests/fixtures/journal-rules-{RULES}.json", env!("CARGO_MANIFEST_DIR"));
    let session = branched();
    let text = write(session.branches(), Some(session.present()));
    if std::env::var_os("WRITE_FIXTURES").is_some() {
        std::fs::write(&path, text.clone() + "\n").unwrap();
    }
    assert_eq!(reopened(&std::fs::read_to_string(&path).unwrap()), session);
}

#[test]
fn a_journal_that_begins_with_any_workspace_is_read_too() {
    let mut workspace = scenario(Scenario::Load);
    workspace.advance(Scenario::START + import_export_portal::domain::time::Span::days(3), usize::MAX);
    let mut session = Session::new(workspace);
    run(&mut session, json!({"advance": {"by": "P1D"}}));
    let text = write(session.branches(), Some(session.present()));
    assert_eq!(reopened(&text), session);
}

#[test]
fn a_journal_of_other_rules_opens_as_a_plain_workspace_with_the_reason() {
    let session = branched();
    let text = with(&write(session.branches(), Some(session.present())), "/rules", json!(RULES + 1));
    match read(&text) {
        Ok(Opened::Plain(workspace, why)) => {
            assert_eq!(why, NotRead::OtherRules(RULES + 1));
            assert_eq!(bytes(&workspace), bytes(session.present()));
        }
        other => panic!("{other:?}"),
    }
    let text = with(&write(session.branches(), None), "/rules", json!(RULES + 1));
    assert_eq!(read(&text), Err(NotRead::OtherRules(RULES + 1)));
}

#[test]
fn what_is_no_journal_is_refused_with_a_reason() {
    let session = branched();
    let good = write(session.branches(), None);
    let missing = CommandRefusal::Call(import_export_portal::api::Failure::NoSuchJob("none".into()));
    let other_branch = json!([1, 99]);
    for (name, text, why) in [
        ("cut off", good[..good.len() / 2].to_owned(), NotRead::NotJson(1, good.len() / 2)),
        ("nothing", String::new(), NotRead::NotJson(1, 0)),
        ("other JSON", "{\"a\":1}".to_owned(), NotRead::NotAJournal),
        (
            "other format",
            with(&good, "/format", json!("journal/2")),
            NotRead::OtherFormat("journal/2".into()),
        ),
        ("no branch", with(&good, "/branches", json!([])), NotRead::Branches),
        ("present not there", with(&good, "/present", json!(7)), NotRead::Branches),
        ("same branch twice", with(&good, "/branches/1/no", json!(1)), NotRead::Branches),
        ("largest number", with(&good, "/branches/1/no", json!(u32::MAX)), NotRead::Branches),
        ("beginning not there", with(&good, "/branches/0/beginning", json!(1)), NotRead::Branches),
        ("shares with none", with(&good, "/branches/1/shares", json!([9, 1])), NotRead::Branches),
        ("shares too much", with(&good, "/branches/1/shares", other_branch), NotRead::Branches),
        ("name", with(&good, "/branches/1/name", json!("a\nb")), NotRead::Branches),
        ("folded", with(&good, "/branches/0/folded", json!(u32::MAX)), NotRead::TooMany),
        ("out of order", with(&good, "/branches/0/entries/3/0", json!(0)), NotRead::OutOfOrder(1, 4)),
        ("ends before", with(&good, "/branches/0/end", json!(0)), NotRead::OutOfOrder(1, 5)),
        ("time", with(&good, "/branches/0/entries/3/0", json!(-1)), NotRead::NotAJournal),
        ("actor", with(&good, "/branches/0/entries/3/1", json!("service")), NotRead::NotAJournal),
        ("command", with(&good, "/branches/0/entries/3/2", json!({"erase": "a"})), NotRead::NotAJournal),
        (
            "refused",
            with(&good, "/branches/0/entries/3/2", json!({"cancel": "none"})),
            NotRead::Refused(1, 4, missing.clone()),
        ),
        ("scenario", with(&good, "/beginnings/0/scenario/0", json!("Adatum")), NotRead::NotAJournal),
        (
            "workspace",
            with(&good, "/beginnings/0", json!({"workspace": "{}"})),
            NotRead::Beginning(NotImported::NotAWorkspace),
        ),
    ] {
        // What a text that stands at a workspace cannot make good is told beside it.
        let present = session.present();
        let whole = with(&write(session.branches(), Some(present)), "/rules", json!(RULES));
        assert!(matches!(read(&whole), Ok(Opened::Recording(_))));
        assert_eq!(read(&text), Err(why), "{name}");
    }
    let nine: Vec<Value> = (1..=9)
        .map(|no| json!({"no": no, "beginning": 0, "entries": [], "end": 1_772_438_400_000_i64}))
        .collect();
    assert_eq!(read(&with(&good, "/branches", json!(nine))), Err(NotRead::Branches));
    let long: Vec<Value> =
        (0..2_001).map(|_| json!([1_772_438_400_000_i64, "rest", {"speed": 60}])).collect();
    assert_eq!(read(&with(&good, "/branches/0/entries", json!(long))), Err(NotRead::TooMany));
}

#[test]
fn a_broken_journal_costs_nothing_of_the_workspace_beside_it() {
    let session = branched();
    let good = write(session.branches(), Some(session.present()));
    for (pointer, value) in [
        ("/branches/0/entries/3/2", json!({"cancel": "none"})),
        ("/branches/0/entries/3/0", json!(0)),
        ("/branches/1/entries/0/2", json!({"paused": true})),
    ] {
        match read(&with(&good, pointer, value)) {
            Ok(Opened::Plain(workspace, _)) => assert_eq!(bytes(&workspace), bytes(session.present())),
            other => panic!("{other:?}"),
        }
    }
    let other = scenario(Scenario::Empty);
    match read(&write(session.branches(), Some(&other))) {
        Ok(Opened::Plain(workspace, NotRead::Differs)) => assert_eq!(*workspace, other),
        found => panic!("{found:?}"),
    }
}

#[test]
fn what_a_branch_is_asked_that_is_not_there_is_an_error() {
    let mut session = branched();
    assert_eq!(session.switch(9), Err(BranchError::NoSuchBranch(9)));
    assert_eq!(
        JournalCommand::Delete(JobRef("a".into())),
        serde_json::from_value(json!({"delete": "a"})).unwrap()
    );
}
