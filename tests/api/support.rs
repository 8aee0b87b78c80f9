//! A workspace to send requests to, and short ways to send them.

use import_export_portal::api;
use import_export_portal::api::message::{Request, Response};
use import_export_portal::domain::name::JobKey;
use import_export_portal::domain::state::RuleSet;
use import_export_portal::domain::time::Span;
use import_export_portal::service::command::Command;
use import_export_portal::service::log::Actor;
use import_export_portal::service::scenario::Scenario;
use import_export_portal::service::workspace::Workspace;
use serde_json::{Value, json};

pub const SUBSCRIPTION: &str = "00000000-0000-4000-8000-00000000cafe";
pub const VERSION: &str = "api-version=2021-01-01";

/// A workspace without jobs, and its requests.
pub struct World {
    pub workspace: Workspace,
    /// Sent with every request.
    pub headers: Vec<(String, String)>,
}

/// A response with its body read.
pub struct Reply {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub text: String,
    pub json: Value,
}

pub fn world() -> World {
    let (head, jobs, lines) = Scenario::Empty.build(7, None);
    World { workspace: Workspace::new(head, jobs, lines), headers: Vec::new() }
}

/// The path of a job in the group `lab`.
pub fn job(name: &str) -> String {
    format!("{}/{name}", jobs("lab"))
}

/// The path of the jobs of a group.
pub fn jobs(group: &str) -> String {
    format!("/subscriptions/{SUBSCRIPTION}/resourceGroups/{group}/providers/Microsoft.ImportExport/jobs")
}

impl World {
    /// Sends a request with the newest api-version; a path with a query of its own is sent as it is.
    pub fn send(&mut self, method: &str, path: &str, body: Option<&Value>) -> Reply {
        let target = if path.contains('?') { path.to_owned() } else { format!("{path}?{VERSION}") };
        let body = body.map(|body| body.to_string().into_bytes()).unwrap_or_default();
        self.raw(method, &target, body)
    }

    pub fn raw(&mut self, method: &str, target: &str, body: Vec<u8>) -> Reply {
        let request = Request {
            method: method.to_owned(),
            base: "https://portal.example/at/a/path".to_owned(),
            target: target.to_owned(),
            headers: self.headers.clone(),
            body,
        };
        Reply::of(api::handle(&mut self.workspace, &request, Actor::Rest))
    }

    pub fn get(&mut self, path: &str) -> Reply {
        self.send("GET", path, None)
    }

    /// Makes a job in the group `lab`.
    pub fn put(&mut self, name: &str, body: &Value) -> Reply {
        self.send("PUT", &job(name), Some(body))
    }

    /// Changes a job in the group `lab`.
    pub fn patch(&mut self, name: &str, body: &Value) -> Reply {
        self.send("PATCH", &job(name), Some(body))
    }

    pub fn delete(&mut self, name: &str) -> Reply {
        self.send("DELETE", &job(name), None)
    }

    /// Makes an import job and sends its drives away.
    pub fn shipped(&mut self, name: &str, body: &Value) {
        assert_eq!(self.put(name, body).status, 201);
        assert_eq!(self.patch(name, &ship()).status, 200);
    }

    pub fn pass(&mut self, span: Span) {
        let to = self.workspace.now() + span;
        self.workspace.advance(to, usize::MAX);
    }

    /// Lets time pass until the job in `lab` is in `state`.
    pub fn pass_until(&mut self, name: &str, state: &str) {
        let key = JobKey::new(SUBSCRIPTION, "lab", name);
        while self.workspace.find(&key).expect("the job is there").state.as_str() != state {
            let next = self.workspace.next_event().expect("something happens until then");
            self.workspace.advance(next, usize::MAX);
        }
    }

    pub fn rules(&mut self, rules: RuleSet) {
        let prepared = self.workspace.prepare(&Command::SetRules(rules), Actor::Portal);
        let change = prepared.expect("settings are never refused").change.expect("a setting changes");
        self.workspace.apply(&change);
    }

    /// Everything that a store would keep, to see that nothing changed.
    pub fn bytes(&self) -> String {
        let jobs: Vec<_> = self.workspace.records().collect();
        let lines: Vec<_> = self.workspace.log().collect();
        format!("{:?} {jobs:?} {lines:?}", self.workspace.head())
    }
}

impl Reply {
    pub fn of(response: Response) -> Reply {
        let json = if response.body.is_empty() {
            Value::Null
        } else {
            serde_json::from_str(&response.body).expect("a body is JSON")
        };
        Reply { status: response.status, headers: response.headers, text: response.body, json }
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    pub fn code(&self) -> &str {
        self.json["error"]["code"].as_str().unwrap_or_default()
    }

    pub fn message(&self) -> &str {
        self.json["error"]["message"].as_str().unwrap_or_default()
    }

    pub fn property(&self, name: &str) -> &Value {
        &self.json["properties"][name]
    }

    /// The `target code` pairs of the details, in their order.
    pub fn details(&self) -> Vec<String> {
        let details = self.json["error"]["details"].as_array().cloned().unwrap_or_default();
        details
            .iter()
            .map(|detail| {
                format!(
                    "{} {}",
                    detail["target"].as_str().expect("a detail has a target"),
                    detail["code"].as_str().expect("a detail has a code")
                )
            })
            .collect()
    }

    /// The names of the jobs of a list.
    pub fn names(&self) -> Vec<&str> {
        let jobs = self.json["value"].as_array().expect("a list has values");
        jobs.iter().map(|job| job["name"].as_str().expect("a job has a name")).collect()
    }
}

/// `state: Shipping` with a parcel.
pub fn ship() -> Value {
    json!({"properties": {
        "deliveryPackage": {"carrierName": "FedEx", "trackingNumber": "T-1"},
        "state": "Shipping",
    }})
}

pub fn cancel() -> Value {
    json!({"properties": {"cancelRequested": true}})
}

pub fn address() -> Value {
    json!({
        "recipientName": "Lab",
        "streetAddress1": "1 Example Street",
        "city": "Example City",
        "postalCode": "00000",
        "countryOrRegion": "Exampleland",
        "phone": "555 0100",
        "email": "lab@example.com",
    })
}

pub fn account() -> String {
    format!(
        "/subscriptions/{SUBSCRIPTION}/resourceGroups/lab/providers/Microsoft.Storage/storageAccounts/labstore"
    )
}

pub fn drive(id: &str) -> Value {
    json!({
        "driveId": id,
        "bitLockerKey": "238810-662376-448998-450120-652806-203390-606320-483076",
        "manifestFile": "\\8a0c23f7.manifest",
        "manifestHash": "109B21108597EF36D5785F08303F3638",
    })
}

/// An import job with one drive.
pub fn import() -> Value {
    json!({
        "location": "West US",
        "properties": {
            "storageAccountId": account(),
            "jobType": "Import",
            "returnAddress": address(),
            "driveList": [drive("9CA995BB")],
        },
    })
}

/// An export job of a whole account.
pub fn export() -> Value {
    json!({
        "location": "westeurope",
        "properties": {
            "storageAccountId": account(),
            "jobType": "Export",
            "returnAddress": address(),
            "export": {"blobList": {"blobPathPrefix": ["/"]}},
        },
    })
}

fn pointer(path: &str) -> String {
    format!("/{}", path.replace(['.', '['], "/").replace(']', ""))
}

/// `value` with the field at `path` there, and null.
pub fn with_null(value: Value, path: &str) -> Value {
    let mut value = with(value, path, json!(0));
    *value.pointer_mut(&pointer(path)).expect("it is there") = Value::Null;
    value
}

/// `value` with the field at `path` (`a.b[0].c`) set, or taken away where `to` is null.
pub fn with(mut value: Value, path: &str, to: Value) -> Value {
    let pointer = pointer(path);
    let (parent, name) = pointer.rsplit_once('/').expect("a path has a last part");
    let parent = value.pointer_mut(parent).expect("the parent is there");
    match (parent, to) {
        (Value::Object(map), Value::Null) => {
            map.remove(name);
        }
        (Value::Object(map), to) => {
            map.insert(name.to_owned(), to);
        }
        (Value::Array(list), to) => {
            let at: usize = name.parse().expect("a place in an array is a number");
            list[at] = to;
        }
        _ => panic!("{path} leads nowhere"),
    }
    value
}
