//! Answers: one line of JSON for each kind of answer of the API, with the model that a client reads it as, for checks by
//! the official clients' own models. An argument is the api-version; without one it is the oldest.

use std::collections::BTreeSet;

use import_export_portal::api::API_VERSIONS;
use import_export_portal::api::handle;
use import_export_portal::api::message::Request;
use import_export_portal::domain::time::Span;
use import_export_portal::service::log::Actor;
use import_export_portal::service::scenario::Scenario;
use import_export_portal::service::workspace::Workspace;
use serde_json::{Value, json};

const PROVIDER: &str = "/providers/Microsoft.ImportExport";

/// A workspace that is asked, and what it has answered.
struct Asked {
    version: String,
    workspace: Workspace,
    /// Shapes of answers that were printed: kind, status, and which fields are there.
    seen: BTreeSet<String>,
}

fn main() {
    let version = std::env::args().nth(1).unwrap_or_else(|| API_VERSIONS[0].to_owned());
    let mut asked = Asked { version, workspace: fresh(Scenario::Contoso), seen: BTreeSet::new() };
    asked.about_the_service();
    asked.about_refusals();
    for scenario in [Scenario::Contoso, Scenario::Fabrikam] {
        asked.workspace = fresh(scenario);
        // Long enough for every state, and for jobs that the service deletes.
        for _ in 0..200 {
            asked.about_jobs();
            let to = asked.workspace.now() + Span::hours(12);
            asked.workspace.advance(to, usize::MAX);
        }
    }
    asked.workspace = fresh(Scenario::Contoso);
    asked.about_changes();
}

fn fresh(scenario: Scenario) -> Workspace {
    let (head, jobs, lines) = scenario.build(1, None);
    Workspace::new(head, jobs, lines)
}

/// Which fields there are, whatever they hold.
fn shape(value: &Value) -> String {
    match value {
        Value::Object(all) => all.iter().map(|(key, value)| format!("{key}{{{}}}", shape(value))).collect(),
        Value::Array(all) => all.iter().map(shape).collect::<BTreeSet<_>>().into_iter().collect(),
        Value::Null => "null".to_owned(),
        Value::String(text) if text.is_empty() => "empty".to_owned(),
        Value::Bool(_) | Value::Number(_) | Value::String(_) => String::new(),
    }
}

/// A body that asks for another job of this kind.
fn again(job: &Value, keys: &Value) -> Value {
    let mut properties = job["properties"].clone();
    if let Some(all) = properties.as_object_mut() {
        let asked = ["storageAccountId", "jobType", "returnAddress", "returnShipping", "driveList", "export"];
        all.retain(|name, _| asked.contains(&name.as_str()));
    }
    for (nth, drive) in properties["driveList"].as_array_mut().into_iter().flatten().enumerate() {
        drive["bitLockerKey"] = keys["value"][nth]["bitLockerKey"].clone();
    }
    json!({"location": job["location"], "tags": {"asked": "again"}, "properties": properties})
}

impl Asked {
    /// Sends a request and prints the answer where none of its shape was.
    fn ask(&mut self, kind: &str, method: &str, path: &str, body: Option<&Value>) -> Value {
        let mark = if path.contains('?') { '&' } else { '?' };
        let request = Request {
            method: method.to_owned(),
            base: "https://portal.example".to_owned(),
            target: format!("{path}{mark}api-version={}", self.version),
            headers: Vec::new(),
            body: body.map(|body| body.to_string().into_bytes()).unwrap_or_default(),
        };
        let answer = handle(&mut self.workspace, &request, Actor::Rest);
        let body: Value = serde_json::from_str(&answer.body).unwrap_or(Value::Null);
        if self.seen.insert(format!("{kind} {} {}", answer.status, shape(&body))) {
            let from = format!("{method} {path}");
            println!("{}", json!({"kind": kind, "from": from, "status": answer.status, "body": body}));
        }
        body
    }

    fn about_the_service(&mut self) {
        let locations = self.ask("LocationPaged", "GET", &format!("{PROVIDER}/locations"), None);
        for location in locations["value"].as_array().into_iter().flatten() {
            let name = location["name"].as_str().unwrap_or_default().replace(' ', "");
            self.ask("Location", "GET", &format!("{PROVIDER}/locations/{name}"), None);
        }
        self.ask("OperationPaged", "GET", &format!("{PROVIDER}/operations"), None);
    }

    /// Every job as it is, its keys, and the lists that it stands in, page by page.
    fn about_jobs(&mut self) {
        let ids: Vec<String> = self.workspace.records().map(|record| record.job.id.to_string()).collect();
        for id in ids {
            self.ask("JobResponse", "GET", &id, None);
            self.ask("DriveBitLockerKeyPaged", "POST", &format!("{id}/listBitLockerKeys"), None);
            let group = id.rsplit_once('/').map_or("", |(group, _)| group).to_owned();
            self.ask("JobResponsePaged", "GET", &group, None);
            self.ask("JobResponsePaged", "GET", &format!("{group}?$top=1"), None);
        }
    }

    /// What an update and a deletion answer.
    fn about_changes(&mut self) {
        let ids: Vec<String> = self.workspace.records().map(|record| record.job.id.to_string()).collect();
        for id in ids {
            let job = self.ask("JobResponse", "GET", &id, None);
            let keys = self.ask("DriveBitLockerKeyPaged", "POST", &format!("{id}/listBitLockerKeys"), None);
            self.ask("JobOrError", "PUT", &format!("{id}-again"), Some(&again(&job, &keys)));
            self.ask("JobOrError", "PATCH", &id, Some(&json!({"tags": {"a": "b"}})));
            self.ask("JobOrError", "PATCH", &id, Some(&json!({"properties": {"cancelRequested": true}})));
            self.ask("JobOrError", "DELETE", &id, None);
        }
    }

    /// One refusal of each kind.
    fn about_refusals(&mut self) {
        let Some(id) = self.workspace.records().next().map(|record| record.job.id.to_string()) else {
            return;
        };
        let wrong = json!({"location": "Atlantis", "properties": {"jobType": 7}});
        for (method, path, body) in [
            ("GET", "/nowhere".to_owned(), None),
            ("GET", format!("{id}-that-is-none"), None),
            ("GET", format!("{PROVIDER}/locations/atlantis"), None),
            ("POST", id.clone(), None),
            ("PUT", format!("{id}-"), Some(wrong.clone())),
            ("PUT", format!("{id}-new"), Some(wrong)),
            ("PUT", format!("{id}-new"), Some(json!([]))),
            ("PATCH", id.clone(), Some(json!({"properties": {"cancelRequested": false}}))),
        ] {
            self.ask("ErrorResponse", method, &path, body.as_ref());
        }
    }
}
