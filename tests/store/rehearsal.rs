//! The rehearsal: a file, commands and jumps whose end is the same to the byte on every machine. The test of the same
//! name in tests/browser goes through it in wasm.

use import_export_portal::api::handle;
use import_export_portal::api::message::Request;
use import_export_portal::service::clock::Jump;
use import_export_portal::service::log::Actor;
use import_export_portal::service::scenario::Scenario;
use import_export_portal::service::workspace::{Command, Workspace};
use import_export_portal::store::portable::{export, import};
use serde_json::{Value, json};

use crate::support::workspace;

/// Written anew when this is set: to be looked at before it is committed.
const WRITE: &str = "PORTAL_WRITE_REHEARSAL";
const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/rehearsal.json");

#[test]
fn the_rehearsal_ends_as_written_to_the_byte() {
    let text = std::fs::read_to_string(FILE).unwrap();
    let mut script: Value = serde_json::from_str(&text).unwrap();
    let write = std::env::var_os(WRITE).is_some();
    if write {
        script["start"] = Value::String(start());
    }
    let (mut workspace, title) = import(script["start"].as_str().unwrap()).unwrap();
    let mut answers = Vec::new();
    for step in script["steps"].as_array().unwrap() {
        match step["jump"].as_str() {
            Some(label) => jump(&mut workspace, label),
            None => {
                let body = step.get("body").map_or(Vec::new(), |body| body.to_string().into_bytes());
                let request = Request {
                    method: step["method"].as_str().unwrap().to_owned(),
                    base: "http://127.0.0.1".to_owned(),
                    target: format!("{}?api-version=2021-01-01", step["path"].as_str().unwrap()),
                    headers: vec![("content-type".to_owned(), "application/json".to_owned())],
                    body,
                };
                let response = handle(&mut workspace, &request, Actor::Rest);
                answers.push(json!([response.status, response.body]));
            }
        }
    }
    let (answers, end) = (Value::Array(answers), Value::String(export(&workspace, &title)));
    if write {
        (script["answers"], script["end"]) = (answers, end);
        std::fs::write(FILE, format!("{script:#}\n")).unwrap();
        return;
    }
    assert_eq!((&script["answers"], &script["end"]), (&answers, &end));
}

/// The file that it begins with: every fault there is, and a clock that stands still.
fn start() -> String {
    let mut workspace = workspace(Scenario::Fabrikam, None);
    let change = workspace.prepare(&Command::SetPaused(true), Actor::Portal).unwrap().change.unwrap();
    workspace.apply(&change);
    export(&workspace, "Fabrikam")
}

/// A jump by the words on its button.
fn jump(workspace: &mut Workspace, label: &str) {
    let jump = match label {
        "+1 hour" => Jump::Hours(1),
        "+1 day" => Jump::Days(1),
        "Next event" => Jump::NextEvent,
        "+90 days" => Jump::Days(90),
        other => panic!("no button says {other}"),
    };
    let to = jump.target(workspace).unwrap();
    let change = workspace.prepare(&Command::NoteJump(to), Actor::Portal).unwrap().change.unwrap();
    workspace.apply(&change);
    workspace.advance(to, usize::MAX);
}
