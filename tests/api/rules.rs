//! The rules that the product teaches, by REST calls: cancel, delete, ship, and what may change when.

use import_export_portal::api::explain;
use import_export_portal::domain::name::JobKey;
use import_export_portal::domain::state::{Action, Refusal, RuleSet, Why};
use import_export_portal::domain::time::Span;
use import_export_portal::phrases::Language;
use serde_json::{Value, json};

use super::support::{
    Reply, SUBSCRIPTION, World, address, cancel, drive, import, job, jobs, ship, with, world,
};

const ROAD: [&str; 6] = ["Creating", "Shipping", "Received", "Transferring", "Packaging", "Completed"];

/// A job in each state of the road to `Completed`, and one in `Closed` and in `Faulted`.
fn in_state(state: &str) -> World {
    let mut world = world();
    let drive_id = match state {
        "Closed" => "FAULT-COPY-1",
        "Faulted" => "FAULT-UNREADABLE-1",
        _ => "9CA995BB",
    };
    world.put("one", &with(import(), "properties.driveList", json!([drive(drive_id)])));
    if state != "Creating" {
        world.patch("one", &ship());
        world.pass_until("one", state);
    }
    assert_eq!(world.get(&job("one")).property("state"), state);
    world
}

fn all_states() -> impl Iterator<Item = &'static str> {
    ROAD.into_iter().chain(["Closed", "Faulted"])
}

/// The answer says what the predicate says, in its sentence for people and in its values for programs.
fn agrees(reply: &Reply, verdict: Result<(), Refusal>, state: &str, rules: RuleSet) {
    let Err(refusal) = verdict else {
        assert_eq!(reply.status, 200, "in {state}: {}", reply.text);
        return;
    };
    let english = Language::negotiate("en").phrases();
    assert_eq!((reply.status, reply.code()), (409, "JobStateConflict"), "{refusal:?}");
    assert_eq!(reply.message(), explain::sentence(&refusal, &english));
    let allowed: Vec<&str> = refusal.allowed.iter().map(|state| state.as_str()).collect();
    let code = match refusal.why {
        Why::State => "StateDoesNotAllow",
        Why::CancelPending => "CancelPending",
    };
    let rule = json!({"code": code, "state": state, "allowedStates": allowed, "ruleSet": rules.as_str()});
    assert_eq!(reply.json["error"]["innererror"], rule);
}

/// The answer of the API and the predicate behind the buttons never differ.
#[test]
fn every_action_in_every_state_is_answered_by_the_rule() {
    let actions: [(Action, Value); 7] = [
        (Action::Cancel, cancel()),
        (Action::Ship, json!({"properties": {"state": "Shipping"}})),
        (Action::EditDrives, json!({"properties": {"driveList": [drive("NEW-1")]}})),
        (
            Action::EditDelivery,
            json!({"properties": {"deliveryPackage": ship()["properties"]["deliveryPackage"]}}),
        ),
        (Action::EditLogging, json!({"properties": {"logLevel": "verbose"}})),
        (Action::EditReturn, json!({"properties": {"returnAddress": {"city": "Elsewhere"}}})),
        (Action::EditTags, json!({"tags": {"a": "b"}})),
    ];
    for state in all_states() {
        let original = in_state(state);
        for rules in RuleSet::ALL {
            for (action, body) in &actions {
                let mut world = World { workspace: original.workspace.clone(), headers: Vec::new() };
                world.rules(rules);
                if *action == Action::Ship && state == "Creating" {
                    world.patch(
                        "one",
                        &json!({"properties": {"deliveryPackage": ship()["properties"]["deliveryPackage"]}}),
                    );
                }
                let record = world.workspace.find(&JobKey::new(SUBSCRIPTION, "lab", "one")).expect("there");
                let verdict = record.job.may(*action, record.state, rules);
                agrees(&world.patch("one", body), verdict, state, rules);
            }
            for (action, method) in [(Action::Delete, "DELETE"), (Action::Replace, "PUT")] {
                let mut world = World { workspace: original.workspace.clone(), headers: Vec::new() };
                world.rules(rules);
                let record = world.workspace.find(&JobKey::new(SUBSCRIPTION, "lab", "one")).expect("there");
                let verdict = record.job.may(action, record.state, rules);
                let reply = world.send(method, &job("one"), Some(&import()));
                agrees(&reply, verdict, state, rules);
            }
        }
    }
}

#[test]
fn a_refusal_says_the_state_the_states_that_allow_it_and_the_rule_set() {
    let mut world = in_state("Packaging");
    let reply = world.patch("one", &cancel());
    assert_eq!(
        reply.json,
        json!({"error": {
            "code": "JobStateConflict",
            "message": "This job can’t be cancelled while it is Packaging. Only jobs in Creating, Shipping, \
                        Received or Transferring can be cancelled. Rule set: REST 2017.",
            "target": "properties.cancelRequested",
            "innererror": {
                "code": "StateDoesNotAllow",
                "state": "Packaging",
                "allowedStates": ["Creating", "Shipping", "Received", "Transferring"],
                "ruleSet": "REST 2017",
            },
        }})
    );
    world.rules(RuleSet::Portal2023);
    assert_eq!(
        world.patch("one", &cancel()).message(),
        "This job can’t be cancelled while it is Packaging. Only jobs in Creating can be cancelled. Rule set: \
         Portal 2023."
    );
    // Every part of a change that is refused is told.
    let reply = world.patch(
        "one",
        &json!({"properties": {
            "cancelRequested": true, "logLevel": "Error", "driveList": [drive("NEW-1")], "returnShipping": {
                "carrierName": "FedEx", "carrierAccountNumber": "1",
            },
        }}),
    );
    assert_eq!(
        reply.details(),
        [
            "properties.cancelRequested JobStateConflict",
            "properties.driveList JobStateConflict",
            "properties.logLevel JobStateConflict",
        ]
    );
}

#[test]
fn a_cancel_is_a_request_and_may_be_repeated() {
    for state in ["Creating", "Shipping", "Received", "Transferring"] {
        let mut world = in_state(state);
        for _ in 0..2 {
            let reply = world.patch("one", &cancel());
            assert_eq!((reply.status, reply.property("state")), (200, &json!(state)));
            assert_eq!(reply.property("cancelRequested"), true);
        }
    }
    let mut world = in_state("Creating");
    world.patch("one", &cancel());
    let reply = world.patch("one", &ship());
    assert_eq!(reply.status, 409);
    assert_eq!(reply.json["error"]["innererror"]["code"], "CancelPending");
    assert!(reply.message().contains("its cancel is pending"), "{}", reply.message());
    world.pass(Span::minutes(1));
    assert_eq!(world.get(&job("one")).property("state"), "Completed");
}

#[test]
fn a_pending_cancel_does_not_keep_a_job_in_creating_from_being_deleted() {
    let mut world = in_state("Creating");
    world.patch("one", &cancel());
    let reply = world.delete("one");
    assert_eq!((reply.status, reply.text.as_str()), (200, ""));
    assert_eq!(world.get(&job("one")).status, 404);
    assert!(world.get(&jobs("lab")).names().is_empty());
    assert_eq!(world.delete("one").status, 204);
    // Its name is free.
    assert_eq!(world.put("one", &import()).status, 201);
}

#[test]
fn shipping_needs_a_package_and_an_address_now_or_before() {
    let state = json!({"properties": {"state": "Shipping"}});
    let no_address = with(import(), "properties.returnAddress", Value::Null);
    let mut world = world();
    world.put("one", &no_address);
    let reply = world.patch("one", &state);
    assert_eq!((reply.status, reply.code()), (400, "InvalidRequestContent"));
    assert_eq!(
        reply.details(),
        ["properties.deliveryPackage MissingValue", "properties.returnAddress MissingValue"]
    );
    // A package alone leaves the job in Creating.
    let package =
        json!({"properties": {"deliveryPackage": {"carrierName": "Pigeon", "trackingNumber": "1"}}});
    let reply = world.patch("one", &package);
    assert_eq!((reply.status, reply.property("state")), (200, &json!("Creating")));
    assert_eq!(world.patch("one", &state).details(), ["properties.returnAddress MissingValue"]);
    let reply = world.patch("one", &json!({"properties": {"state": "shipping", "returnAddress": address()}}));
    assert_eq!((reply.status, reply.property("state")), (200, &json!("Shipping")));
    // An empty state is none, as recorded clients send it.
    let reply = world.patch("one", &json!({"properties": {"state": "", "logLevel": "Verbose"}}));
    assert_eq!((reply.status, reply.property("logLevel")), (200, &json!("Verbose")));
}

#[test]
fn a_second_put_replaces_a_job_that_is_still_in_creating() {
    let mut world = world();
    assert_eq!(world.put("one", &import()).status, 201);
    let reply = world.put("ONE", &with(import(), "tags", json!({"second": "yes"})));
    assert_eq!((reply.status, &reply.json["tags"]["second"]), (200, &json!("yes")));
    assert_eq!(reply.json["name"], "one", "the name keeps the case given at creation");
    world.patch("one", &ship());
    // Whatever is in the body, the state decides first.
    let reply = world.put("one", &json!({"nonsense": 1}));
    assert_eq!((reply.status, reply.code()), (409, "JobStateConflict"));
    assert_eq!(reply.json["error"]["innererror"]["allowedStates"], json!(["Creating"]));
}

#[test]
fn a_job_may_be_sent_back_as_it_was_told() {
    let mut world = world();
    let body = with(
        import(),
        "properties.encryptionKey",
        json!({
            "kekType": "CustomerManaged", "kekUrl": "https://vault.example/k", "kekVaultResourceID": "/v",
        }),
    );
    world.put("one", &with(body, "tags", json!({"a": "b"})));
    world.patch("one", &cancel());
    let told = world.get(&job("one"));
    let again = world.put("one", &told.json);
    assert_eq!((again.status, &again.json), (200, &told.json));
    // The keys are not told and are not lost.
    let keys = world.send("POST", &format!("{}/listBitLockerKeys", job("one")), None);
    assert_eq!(keys.json["value"][0]["bitLockerKey"], drive("x")["bitLockerKey"]);
    let mut change = told.json.clone();
    change["properties"]["state"] = json!("");
    assert_eq!(world.patch("one", &change).status, 200);
}

#[test]
fn an_unknown_name_takes_no_line_of_the_log_and_a_deleted_job_leaves_only_its_name() {
    let mut world = world();
    world.delete("never");
    assert_eq!(world.workspace.log().count(), 0);
    world.put("one", &import());
    world.delete("one");
    assert_eq!(world.workspace.log().count(), 2);
    assert!(!world.bytes().contains("9CA995BB"));
}
