//! What the tests of the journal have in common.

use import_export_portal::journal::{JournalCommand, Session};
use import_export_portal::service::log::Actor;
use import_export_portal::service::scenario::Scenario;
use import_export_portal::service::workspace::Workspace;
use import_export_portal::store::portable;
use serde_json::{Value, json};

pub fn scenario(scenario: Scenario) -> Workspace {
    let (head, jobs, lines) = scenario.build(1, None);
    Workspace::new(head, jobs, lines)
}

pub fn session() -> Session {
    Session::new(scenario(Scenario::Contoso))
}

/// The command that this JSON spells.
pub fn command(json: Value) -> JournalCommand {
    serde_json::from_value(json).unwrap()
}

/// Every byte of a workspace.
pub fn bytes(workspace: &Workspace) -> String {
    portable::export(workspace, "")
}

/// Runs a command that must be accepted.
pub fn run(session: &mut Session, json: Value) {
    let command = command(json);
    session.run(&command, Actor::Portal).unwrap_or_else(|why| panic!("{command:?}: {why:?}"));
}

/// The body of a Put Job.
pub fn import(drives: usize) -> Value {
    let drive = |n: usize| {
        json!({
            "driveId": format!("D{n}"), "bitLockerKey": "1-2", "manifestFile": "\\m.xml", "manifestHash": "AB"
        })
    };
    json!({
        "location": "westus",
        "properties": {
            "jobType": "Import",
            "storageAccountId":
                "/subscriptions/5f1c9a70-0000-4000-8000-00000c0a7050/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/archive",
            "driveList": (1..=drives).map(drive).collect::<Vec<_>>(),
            "returnAddress": address(),
            "returnShipping": {"carrierName": "FedEx", "carrierAccountNumber": "1"},
        }
    })
}

pub fn address() -> Value {
    json!({
        "recipientName": "Mail Room", "streetAddress1": "1 Example Street", "city": "Sampleton",
        "postalCode": "00100", "countryOrRegion": "USA", "phone": "+1 555 0100", "email": "a@example.com",
    })
}

/// The parcel of a `ship`.
pub fn ship(job: &str) -> Value {
    json!({"ship": {"job": job, "deliveryPackage": {"carrierName": "UPS", "trackingNumber": "1Z"}}})
}
