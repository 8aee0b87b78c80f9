//! Embedding: what the page around the frame may ask, and what it is told.

// The helpers of tests are tests too: what fails in them is a failed test.
#![allow(clippy::unwrap_used)]

use import_export_portal::api::message::Response;
use import_export_portal::domain::time::Span;
use import_export_portal::portal::embed::answers;
use import_export_portal::portal::embed::protocol::{
    self, Access, Ask, HostAdvance, HostQuestion, HostRefusal, METHODS, MOST_BYTES, Topic,
};
use import_export_portal::portal::route::Route;
use import_export_portal::service::scenario::Scenario;
use import_export_portal::service::workspace::Workspace;
use import_export_portal::store::fresh::Fresh;
use serde_json::{Value, json};

fn asked(question: Value, access: Access) -> Result<Ask, HostRefusal> {
    HostQuestion::parse(&question.to_string(), access).ask
}

fn read(method: &str, params: Value) -> Result<Ask, HostRefusal> {
    asked(json!({"id": 1, "method": method, "params": params}), Access::Read)
}

fn write(method: &str, params: Value) -> Result<Ask, HostRefusal> {
    asked(json!({"id": 1, "method": method, "params": params}), Access::Write)
}

#[test]
fn only_a_greeting_of_this_version_is_one() {
    assert!(protocol::is_greeting(r#"{"iex":1,"hello":true}"#));
    for other in [
        "",
        "null",
        "[]",
        r#"{"iex":2,"hello":true}"#,
        r#"{"iex":1}"#,
        r#"{"hello":true}"#,
        r#"{"iex":1,"hello":1}"#,
    ] {
        assert!(!protocol::is_greeting(other), "{other}");
    }
}

#[test]
fn a_host_that_may_only_look_is_told_so_and_what_it_may_ask() {
    let ready = protocol::ready(Access::Read);
    assert_eq!((&ready["ready"], &ready["write"], &ready["iex"]), (&json!(true), &json!(false), &json!(1)));
    assert_eq!(
        ready["methods"],
        json!(["state", "jobs", "job", "time", "route", "subscribe", "unsubscribe", "go"])
    );
    let all: Vec<&str> = METHODS.iter().map(|(name, _)| *name).collect();
    assert_eq!(protocol::ready(Access::Write)["methods"], json!(all));
    for (query, access) in [
        ("?embed=1", Access::Read),
        ("?embed=1&write=1", Access::Write),
        ("?write=1&embed=1", Access::Write),
        ("?embed=1&write=10", Access::Read),
        ("?embed=1&overwrite=1", Access::Read),
        ("", Access::Read),
    ] {
        assert_eq!(Access::of(query), access, "{query}");
    }
}

#[test]
fn what_changes_the_workspace_is_refused_with_the_reason_unless_the_address_allows_it() {
    for (method, needs) in METHODS {
        let refused = matches!(read(method, json!({})), Err(HostRefusal::ReadOnly(_)));
        assert_eq!(refused, needs == Access::Write, "{method}");
        assert!(!matches!(write(method, json!({})), Err(HostRefusal::ReadOnly(_))), "{method}");
    }
    let why = read("advance", json!({"by": "P1D"})).unwrap_err();
    assert_eq!(why.code(), "readOnly");
    assert!(why.message().contains("&write=1"), "{}", why.message());
}

#[test]
fn questions_are_read_as_they_are_documented() {
    assert_eq!(read("state", Value::Null), Ok(Ask::State));
    assert_eq!(read("job", json!({"job": "tapes"})), Ok(Ask::Job("tapes".into())));
    assert_eq!(
        read("subscribe", json!({"events": ["job", "time"]})),
        Ok(Ask::Subscribe(vec![Topic::Job, Topic::Time]))
    );
    assert_eq!(read("go", json!({"route": "#/jobs"})), Ok(Ask::Go(Route::jobs())));
    let day = HostAdvance::By(Span::days(1));
    assert_eq!(write("advance", json!({"by": "P1D"})), Ok(Ask::Advance(day)));
    let next = HostAdvance::Next;
    assert_eq!(write("advance", json!({"until": "next"})), Ok(Ask::Advance(next)));
    let fresh = Fresh { scenario: Scenario::Load, seed: 7, jobs: Some(100) };
    assert_eq!(write("load", json!({"scenario": "load", "seed": 7, "jobs": 100})), Ok(Ask::Load(fresh)));
    let Ok(Ask::Request(request)) =
        write("request", json!({"method": "patch", "path": "/subscriptions/x", "body": {"a": 1}}))
    else {
        panic!("no request");
    };
    assert_eq!((request.method.as_str(), request.body.as_slice()), ("PATCH", br#"{"a":1}"#.as_slice()));
    assert_eq!(request.header("Content-Type"), Some("application/json"));
}

#[test]
fn what_cannot_be_asked_is_answered_with_the_reason_and_the_id() {
    for (method, params, code) in [
        ("delete", json!({}), "unknownMethod"),
        ("job", json!({}), "badParams"),
        ("job", json!({"job": 1}), "badParams"),
        ("job", json!({"job": "a", "other": 1}), "badParams"),
        ("subscribe", json!({"events": ["weather"]}), "badParams"),
        ("go", json!({"route": "https://host.example/"}), "badParams"),
        ("go", json!({"route": "#/nowhere"}), "badParams"),
        ("load", json!({"scenario": "Nobody"}), "badParams"),
        ("load", json!({"scenario": "load&workspace=x"}), "badParams"),
        ("load", json!({"scenario": "load", "jobs": 1_000_000_000}), "badParams"),
        ("request", json!({"method": "GET", "path": "subscriptions"}), "badParams"),
        ("request", json!({"method": "GET", "path": "/", "headers": {"a": 1}}), "badParams"),
        ("advance", json!({}), "badParams"),
        ("advance", json!({"by": "P1D", "until": "next"}), "badParams"),
        ("advance", json!({"by": "tomorrow"}), "badParams"),
        ("advance", json!({"until": "2026-13-01T00:00:00Z"}), "badParams"),
    ] {
        let why = write(method, params.clone()).unwrap_err();
        assert_eq!(why.code(), code, "{method} {params}");
        assert!(!why.message().is_empty());
    }
    let long = format!(r#"{{"id":1,"method":"{}"}}"#, "x".repeat(MOST_BYTES));
    for junk in [
        "",
        "null",
        "[]",
        "{}",
        r#"{"id":1}"#,
        r#"{"method":"state"}"#,
        r#"{"id":{},"method":"state"}"#,
        &long,
    ] {
        assert_eq!(HostQuestion::parse(junk, Access::Write).ask, Err(HostRefusal::NotAQuestion));
    }
    let question = HostQuestion::parse(r#"{"id":"a","method":"fly"}"#, Access::Read);
    let answer = protocol::answer(&question.id, Err(question.ask.unwrap_err()));
    assert_eq!((&answer["id"], &answer["error"]["code"]), (&json!("a"), &json!("unknownMethod")));
}

#[test]
fn a_workspace_is_told_as_it_is() {
    let all = Fresh::FIRST.build();
    let state = answers::state(&all, &Route::jobs());
    assert_eq!(
        (&state["scenario"], &state["jobs"], &state["route"]),
        (&json!("Contoso"), &json!(15), &json!("#/jobs"))
    );
    assert_eq!(state["time"], answers::time(&all));
    let jobs = answers::jobs(&all);
    assert_eq!(jobs.as_array().unwrap().len(), 15);
    let first = &jobs[0];
    let job = answers::job(&all, first["name"].as_str().unwrap()).unwrap();
    assert_eq!((&job["id"], &job["properties"]["state"]), (&first["id"], &first["state"]));
    assert_eq!(answers::job(&all, "none"), Err(HostRefusal::NoSuchJob("none".into())));
}

#[test]
fn what_is_new_different_or_gone_is_told_and_nothing_else() {
    let now = Fresh::FIRST.build();
    let mut later = now.clone();
    let far = now.now() + Span::days(90);
    later.advance(far, usize::MAX);
    let (before, after) = (answers::told(&now), answers::told(&later));
    assert_eq!(answers::changes(&before, &before), Vec::<Value>::new());
    let changes = answers::changes(&before, &after);
    let gone: Vec<&Value> = changes.iter().filter(|change| change["gone"] == true).collect();
    assert_eq!(gone.len(), before.len() - after.len());
    assert!(!gone.is_empty() && gone.len() < changes.len());
    let back = answers::changes(&answers::told(&Workspace::clone(&later)), &before);
    assert!(back.iter().all(|change| change.get("gone").is_none()), "what is there again is told as a job");
}

#[test]
fn a_call_that_was_carried_out_is_no_refusal() {
    let request = import_export_portal::api::calls::operations();
    let response = |status: u16, body: &str| Response { status, headers: Vec::new(), body: body.to_owned() };
    assert_eq!(answers::refused(&request, &response(200, "{}")), None);
    let refused =
        answers::refused(&request, &response(409, r#"{"error":{"code":"C","message":"M"}}"#)).unwrap();
    assert_eq!(
        (&refused["status"], &refused["code"], &refused["message"]),
        (&json!(409), &json!("C"), &json!("M"))
    );
    assert_eq!(answers::response(&response(204, ""))["body"], Value::Null);
    assert_eq!(answers::response(&response(500, "plain"))["body"], json!("plain"));
}
