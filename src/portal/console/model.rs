//! The REST console's model: the operations that can be picked, and a request as somebody types it.

use serde_json::{Map, Value, json};

use crate::api::calls::{self, ListSelection, TypedParcel};
use crate::api::message::{Request, Response};
use crate::api::wire::{Detail, job_json};
use crate::domain::drive::Drive;
use crate::domain::job::{Job, JobKind};
use crate::domain::state::Action;
use crate::service::workspace::Workspace;

/// An operation that can be picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ConsoleOperation {
    /// Get Job.
    Get,
    /// Put Job.
    Put,
    /// Update Job Properties with a cancel request.
    Cancel,
    /// Update Job Properties with the parcel and `state: Shipping`.
    Ship,
    /// Update Job Properties with tags.
    Tag,
    /// Update Job Properties with the drives.
    Drives,
    /// Update Job Properties with the log settings.
    Logging,
    /// Update Job Properties with the return address and carrier.
    Return,
    /// Delete Job.
    Delete,
    /// List BitLocker Keys.
    Keys,
    /// List the jobs of a resource group.
    ListGroup,
    /// List the jobs of a subscription.
    ListSubscription,
    /// List the jobs of a subscription that a filter leaves.
    ListFiltered,
    /// List Locations.
    Locations,
    /// Get Location.
    Location,
    /// List Operations.
    Operations,
}

impl ConsoleOperation {
    /// Every operation, in the order offered.
    pub const ALL: [ConsoleOperation; 16] = [
        ConsoleOperation::Get,
        ConsoleOperation::Put,
        ConsoleOperation::Cancel,
        ConsoleOperation::Ship,
        ConsoleOperation::Tag,
        ConsoleOperation::Drives,
        ConsoleOperation::Logging,
        ConsoleOperation::Return,
        ConsoleOperation::Delete,
        ConsoleOperation::Keys,
        ConsoleOperation::ListGroup,
        ConsoleOperation::ListSubscription,
        ConsoleOperation::ListFiltered,
        ConsoleOperation::Locations,
        ConsoleOperation::Location,
        ConsoleOperation::Operations,
    ];

    /// What stands for it in the page.
    pub fn slug(self) -> &'static str {
        match self {
            ConsoleOperation::Get => "get",
            ConsoleOperation::Put => "put",
            ConsoleOperation::Cancel => "cancel",
            ConsoleOperation::Ship => "ship",
            ConsoleOperation::Tag => "tag",
            ConsoleOperation::Drives => "drives",
            ConsoleOperation::Logging => "logging",
            ConsoleOperation::Return => "return",
            ConsoleOperation::Delete => "delete",
            ConsoleOperation::Keys => "keys",
            ConsoleOperation::ListGroup => "list-group",
            ConsoleOperation::ListSubscription => "list-subscription",
            ConsoleOperation::ListFiltered => "list-filtered",
            ConsoleOperation::Locations => "locations",
            ConsoleOperation::Location => "location",
            ConsoleOperation::Operations => "operations",
        }
    }

    /// The request of this operation for a job; without one, only what concerns no job can be asked.
    pub fn request(self, workspace: &Workspace, job: Option<&Job>) -> Option<Request> {
        let request = match self {
            ConsoleOperation::Get => calls::get(&job?.id),
            ConsoleOperation::Put => calls::put(&job?.id, &order(workspace, job?)),
            ConsoleOperation::Cancel => calls::cancel(&job?.id),
            ConsoleOperation::Ship => {
                let parcel = TypedParcel { carrier_name: "FedEx", tracking_number: "TRAINING-0001" };
                calls::ship(&job?.id, Some(parcel))
            }
            ConsoleOperation::Tag => calls::patch(&job?.id, &json!({"tags": {"purpose": "training"}})),
            ConsoleOperation::Drives => asks_for(Action::EditDrives, workspace, job?),
            ConsoleOperation::Logging => asks_for(Action::EditLogging, workspace, job?),
            ConsoleOperation::Return => asks_for(Action::EditReturn, workspace, job?),
            ConsoleOperation::Delete => calls::delete(&job?.id),
            ConsoleOperation::Keys => calls::list_bitlocker_keys(&job?.id),
            ConsoleOperation::ListGroup => {
                let id = &job?.id;
                calls::list_in_group(&id.subscription, &id.group, ListSelection::default())
            }
            ConsoleOperation::ListSubscription => {
                let selection = ListSelection { top: Some(5), filter: None };
                calls::list_in_subscription(&job?.id.subscription, selection)
            }
            ConsoleOperation::ListFiltered => {
                let filter = Some("state eq 'Creating' and jobType eq 'Import'");
                calls::list_in_subscription(&job?.id.subscription, ListSelection { top: None, filter })
            }
            ConsoleOperation::Locations => calls::locations(),
            ConsoleOperation::Location => calls::location("westus"),
            ConsoleOperation::Operations => calls::operations(),
        };
        Some(request)
    }
}

/// The call that asks for `action` on `job`, with what the job has now, to be changed and sent. It shows no key: whoever
/// lists drives anew says theirs.
pub fn asks_for(action: Action, workspace: &Workspace, job: &Job) -> Request {
    let now = job_json(workspace, job, Detail::Whole);
    let properties = |names: &[&str]| {
        let has =
            |name: &&str| Some(((*name).to_owned(), now.pointer(&format!("/properties/{name}"))?.clone()));
        let parts: Map<String, Value> = names.iter().filter_map(has).collect();
        calls::patch(&job.id, &json!({ "properties": parts }))
    };
    match action {
        Action::Cancel => calls::cancel(&job.id),
        Action::Delete => calls::delete(&job.id),
        Action::Replace => calls::put(&job.id, &order(workspace, job)),
        Action::Ship if job.order.delivery_package.is_some() => calls::ship(&job.id, None),
        Action::Ship => {
            let parcel = TypedParcel { carrier_name: "FedEx", tracking_number: "TRAINING-0001" };
            calls::ship(&job.id, Some(parcel))
        }
        Action::EditDrives => {
            let drives = match &job.order.kind {
                JobKind::Import(drives) => drives.as_slice(),
                JobKind::Export(_) => &[],
            };
            let drive = |drive: &Drive| {
                json!({
                    "driveId": drive.id.as_str(),
                    "bitLockerKey": "",
                    "manifestFile": drive.manifest_file.as_str(),
                    "manifestHash": drive.manifest_hash.as_str(),
                })
            };
            let list: Vec<Value> = drives.iter().map(drive).collect();
            calls::patch(&job.id, &json!({"properties": {"driveList": list}}))
        }
        Action::EditDelivery => properties(&["deliveryPackage"]),
        Action::EditLogging => properties(&["logLevel", "backupDriveManifest"]),
        Action::EditReturn => properties(&["returnAddress", "returnShipping"]),
        Action::EditTags => {
            let tags = now.get("tags").cloned().unwrap_or_else(|| json!({}));
            calls::patch(&job.id, &json!({ "tags": tags }))
        }
    }
}

/// The job as it would be ordered again: as the API tells it, without the service's own part.
fn order(workspace: &Workspace, job: &Job) -> Value {
    let mut body = job_json(workspace, job, Detail::Whole);
    if let Some(map) = body.as_object_mut() {
        map.retain(|name, _| matches!(name.as_str(), "location" | "tags" | "properties"));
    }
    body
}

/// A request as somebody types it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RequestDraft {
    /// The method.
    pub method: String,
    /// The path and query, or a whole address below the base.
    pub target: String,
    /// Headers, one a line, `name: value`.
    pub headers: String,
    /// The body.
    pub body: String,
}

/// The methods offered.
pub const METHODS: [&str; 5] = ["GET", "PUT", "PATCH", "POST", "DELETE"];

/// Why a typed request cannot be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsendable {
    /// There is no path.
    Nothing,
    /// The path does not begin with a slash, or leads elsewhere than to this portal.
    Target,
    /// A line of the headers is no header.
    Header(usize),
}

impl RequestDraft {
    /// A request, to be changed and sent again.
    pub fn of(request: &Request) -> RequestDraft {
        let headers = request.headers.iter().map(|(name, value)| format!("{name}: {value}"));
        RequestDraft {
            method: request.method.clone(),
            target: request.target.clone(),
            headers: headers.collect::<Vec<_>>().join("\n"),
            body: crate::portal::ui::json::pretty(&String::from_utf8_lossy(&request.body)),
        }
    }

    /// A GET of an absolute link or path.
    pub fn get(link: &str, base: &str, headers: &str) -> RequestDraft {
        RequestDraft {
            method: "GET".to_owned(),
            target: below(link, base).to_owned(),
            headers: headers.to_owned(),
            body: String::new(),
        }
    }

    /// The request, with the base that the portal is served at.
    ///
    /// # Errors
    /// The first thing that keeps it from being sent.
    pub fn request(&self, base: &str) -> Result<Request, Unsendable> {
        let target = below(self.target.trim(), base);
        if target.is_empty() {
            return Err(Unsendable::Nothing);
        }
        if !target.starts_with('/') || target.starts_with("//") {
            return Err(Unsendable::Target);
        }
        let mut headers = Vec::new();
        for (no, line) in (1..).zip(self.headers.lines().map(str::trim)) {
            if line.is_empty() {
                continue;
            }
            let (name, value) = line.split_once(':').ok_or(Unsendable::Header(no))?;
            let is_token = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
            if name.is_empty() || !name.chars().all(is_token) {
                return Err(Unsendable::Header(no));
            }
            headers.push((name.to_owned(), value.trim().to_owned()));
        }
        Ok(Request {
            method: self.method.clone(),
            base: base.to_owned(),
            target: target.to_owned(),
            headers,
            body: self.body.trim().as_bytes().to_vec(),
        })
    }
}

/// What follows the base in a link; a link that does not begin with it stays as it is.
fn below<'a>(link: &'a str, base: &str) -> &'a str {
    link.strip_prefix(base).filter(|rest| rest.starts_with('/')).unwrap_or(link)
}

/// The method's colour.
pub fn method_class(method: &str) -> &'static str {
    match method {
        "PUT" | "POST" => "method tone--success",
        "PATCH" => "method tone--warning",
        "DELETE" => "method tone--danger",
        _ => "method tone--info",
    }
}

/// The response's colour; none while there is no response.
pub fn status_class(response: Option<&Response>) -> &'static str {
    match response {
        Some(response) if response.is_success() => "chip tone--success",
        Some(_) => "chip tone--danger",
        None => "chip",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::handle;
    use crate::service::log::Actor;
    use crate::service::scenario::Scenario;

    const BASE: &str = "http://host.example/portal";

    fn typed(target: &str, headers: &str) -> RequestDraft {
        RequestDraft {
            method: "GET".into(),
            target: target.into(),
            headers: headers.into(),
            body: " {} ".into(),
        }
    }

    #[test]
    fn a_call_that_asks_for_an_action_is_that_action_and_shows_no_key() {
        let (head, jobs, lines) = Scenario::Contoso.build(1, None);
        let workspace = Workspace::new(head, jobs, lines);
        let fresh = workspace.records().find(|record| record.state.as_str() == "Creating").unwrap();
        let JobKind::Import(drives) = &fresh.job.order.kind else { panic!("it has drives") };
        let keys: Vec<_> = drives.iter().map(|drive| drive.bit_locker_key.to_string()).collect();
        for action in Action::ALL {
            let request = asks_for(action, &workspace, &fresh.job);
            let body = String::from_utf8_lossy(&request.body).into_owned();
            assert!(keys.iter().all(|key| !body.contains(key.as_str())), "{action:?}");
            let answer = handle(&mut workspace.clone(), &request, Actor::Rest);
            // Who lists drives anew has keys to say.
            let drives = matches!(action, Action::Replace | Action::EditDrives);
            assert!(answer.is_success() || drives && answer.status == 400, "{action:?} {answer:?}");
        }
    }

    #[test]
    fn every_operation_is_one_that_the_api_answers() {
        let (head, jobs, lines) = Scenario::Contoso.build(1, None);
        let workspace = Workspace::new(head, jobs, lines);
        let fresh = workspace.records().find(|record| record.state.as_str() == "Creating").unwrap();
        for operation in ConsoleOperation::ALL {
            let request = operation.request(&workspace, Some(&fresh.job)).unwrap();
            let sent = RequestDraft::of(&request).request(BASE).unwrap();
            let answer = handle(&mut workspace.clone(), &sent, Actor::Rest);
            // Whoever lists drives anew says their keys.
            let keys = operation == ConsoleOperation::Drives && answer.status == 400;
            assert!(answer.is_success() || keys, "{operation:?}: {} {}", answer.status, answer.body);
        }
        let alone = ConsoleOperation::ALL.into_iter().filter(|o| o.request(&workspace, None).is_some());
        let alone: Vec<&str> = alone.map(ConsoleOperation::slug).collect();
        assert_eq!(alone, ["locations", "location", "operations"]);
    }

    #[test]
    fn a_typed_request_is_taken_as_it_is() {
        let request = typed(" /x?y=1 ", "accept-language: tr\n\n X-Own :").request(BASE);
        assert_eq!(request, Err(Unsendable::Header(3)));
        let request = typed(" /x?y=1 ", "accept-language: tr, en;q=0.5\n\nX-Own:").request(BASE).unwrap();
        assert_eq!((request.target.as_str(), request.base.as_str()), ("/x?y=1", BASE));
        assert_eq!(request.header("Accept-Language"), Some("tr, en;q=0.5"));
        assert_eq!(request.header("x-own"), Some(""));
        assert_eq!(request.body, b"{}");
    }

    #[test]
    fn links_below_the_base_are_followed_and_others_refused() {
        let next = format!("{BASE}/subscriptions/s/x?$skiptoken=1");
        assert_eq!(RequestDraft::get(&next, BASE, "").target, "/subscriptions/s/x?$skiptoken=1");
        assert_eq!(typed(" ", "").request(BASE), Err(Unsendable::Nothing));
        for elsewhere in ["http://other.example/x", "//other.example/x", "x", "http://host.example/portalx/y"]
        {
            assert_eq!(typed(elsewhere, "").request(BASE), Err(Unsendable::Target), "{elsewhere}");
        }
    }

    #[test]
    fn what_is_no_header_is_named_by_its_line() {
        for (headers, line) in [("x", 1), ("a: b\n: c", 2), ("a b: c", 1), ("\n\nä: c", 3)] {
            assert_eq!(typed("/x", headers).request(BASE), Err(Unsendable::Header(line)), "{headers}");
        }
    }

    #[test]
    fn statuses_and_methods_have_their_looks() {
        let response = |status| Response { status, headers: Vec::new(), body: String::new() };
        assert_eq!(status_class(Some(&response(204))), "chip tone--success");
        assert_eq!(status_class(Some(&response(409))), "chip tone--danger");
        assert_eq!(status_class(None), "chip");
        assert_eq!(METHODS.map(method_class)[4], "method tone--danger");
    }
}
