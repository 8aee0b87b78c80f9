//! The same by REST: what the service refuses and what it has forgotten, as a caller of the API sees it.

use import_export_portal::api::calls::{self, ListSelection};
use import_export_portal::api::message::Request;
use import_export_portal::api::{explain, prepare};
use import_export_portal::domain::job::{Job, JobKind};
use import_export_portal::phrases::Language;
use import_export_portal::service::log::Actor;
use import_export_portal::service::workspace::{CommandError, Workspace};
use serde_json::{Value, json};

use crate::orders::drive;
use crate::steps::{PatchSpec, Step, drive_ids, secret, street};

/// The API refuses what the service refuses, with the sentence that the button has for it.
pub fn refuses(workspace: &Workspace, step: &Step, error: &CommandError) {
    let request = request(step).expect("a command has a request");
    let answer = prepare(workspace, &request, Actor::Rest);
    assert_eq!(answer.change, None);
    let body: Value = serde_json::from_str(&answer.response.body).unwrap();
    if lists_drives_of_an_export(workspace, step) {
        // What cannot be right in any state is told before what the state does not allow.
        assert_eq!(body["error"]["details"][0]["target"], "properties.driveList");
        return;
    }
    match error {
        CommandError::NoSuchJob => assert_eq!(answer.response.status, 404),
        CommandError::Refused(refusal) => {
            assert_eq!(answer.response.status, 409);
            let english = Language::negotiate("en").phrases();
            assert_eq!(body["error"]["message"], explain::sentence(refusal, &english));
            assert_eq!(body["error"]["innererror"]["ruleSet"], refusal.rules.as_str());
        }
        CommandError::NotInjectable(why) => unreachable!("no call injects: {why:?}"),
        CommandError::Spent | CommandError::NoSuchSpeed => unreachable!("no call counts so far"),
        CommandError::ShippingNeeds(needs) => {
            assert_eq!(answer.response.status, 400);
            assert_eq!(body["error"]["details"].as_array().map(Vec::len), Some(needs.len()));
        }
    }
}

fn lists_drives_of_an_export(workspace: &Workspace, step: &Step) -> bool {
    let Step::Patch(name, PatchSpec { drives: Some(_), .. }) = step else { return false };
    let record = workspace.find(&name.id().key());
    record.is_some_and(|record| matches!(record.job.order.kind, JobKind::Export(_)))
}

/// Neither the job's own address nor any list tells of it.
pub fn has_forgotten(workspace: &Workspace, job: &Job, secret: &str) {
    let body = |request: Request| {
        let response = prepare(workspace, &request, Actor::Rest).response;
        assert!(!response.body.contains(secret), "{}", response.body);
        (response.status, response.body.to_lowercase())
    };
    assert_eq!(body(calls::get(&job.id)).0, 404);
    assert_eq!(body(calls::list_bitlocker_keys(&job.id)).0, 404);
    let name = job.id.name.as_str().to_lowercase();
    for list in [
        calls::list_in_group(&job.id.subscription, &job.id.group, ListSelection::default()),
        calls::list_in_subscription(&job.id.subscription, ListSelection::default()),
    ] {
        let (status, body) = body(list);
        assert!(status == 200 && !body.contains(&name), "{body}");
    }
}

/// The request of a command that is refused. What a refused order says does not matter.
fn request(step: &Step) -> Option<Request> {
    match step {
        Step::Put(name, _) => Some(calls::put(&name.id(), &json!({}))),
        Step::Patch(name, patch) => Some(calls::patch(&name.id(), &body(patch))),
        Step::Delete(name) => Some(calls::delete(&name.id())),
        Step::Rules(_)
        | Step::Clock(..)
        | Step::Advance(..)
        | Step::Next(_)
        | Step::Reload
        | Step::Corrupt(..) => None,
    }
}

fn body(patch: &PatchSpec) -> Value {
    let mut properties = json!({});
    if patch.cancel {
        properties["cancelRequested"] = json!(true);
    }
    if patch.ship {
        properties["state"] = json!("Shipping");
    }
    if let Some(package) = patch.package {
        properties["deliveryPackage"] = json!({
            "carrierName": "FedEx", "trackingNumber": package.tracking(), "driveCount": package.drives,
        });
    }
    if let Some(wrong) = patch.wrong_address {
        properties["returnAddress"] = json!({
            "recipientName": "Mail Room",
            "streetAddress1": street(wrong),
            "city": "Sampleton",
            "postalCode": "00100",
            "countryOrRegion": "USA",
            "phone": "000",
            "email": "lab@example.com",
        });
    }
    if patch.verbose {
        properties["logLevel"] = json!("Verbose");
    }
    if let Some(faults) = &patch.drives {
        let drives = drive_ids(faults).into_iter().map(|id| {
            let drive = drive(&id);
            json!({
                "driveId": id,
                "bitLockerKey": drive.bit_locker_key.as_str(),
                "manifestFile": drive.manifest_file.as_str(),
                "manifestHash": drive.manifest_hash.as_str(),
            })
        });
        properties["driveList"] = drives.collect();
    }
    match patch.secret {
        Some(number) => json!({"tags": {"secret": secret(number)}, "properties": properties}),
        None => json!({ "properties": properties }),
    }
}
