//! Optional fields: absent, null, empty, zero and what official clients send by themselves; what is taken of each, and
//! what comes back.

use serde_json::{Value, json};

use super::support::{address, export, import, job, with, with_null, world};

/// What comes of a value.
#[derive(Clone, Debug)]
enum Comes {
    /// It is taken, and told so.
    Back(Value),
    /// It is taken for nothing, and is not told.
    Nothing,
    /// It is refused with this code.
    Refused(&'static str),
}

use Comes::{Back, Nothing, Refused};

/// A field that may be left out, what is told then, and what comes of "", of 0, and of what the clients send where
/// nobody set it.
type Row = (&'static str, Comes, Comes, Comes, Option<(Value, Comes)>);

const WRONG_TYPE: Comes = Refused("WrongType");

/// The clients' own values are from the models of the JavaScript package (`defaultValue` in its mappers), from the
/// recorded calls of the PowerShell and command-line clients, and from Python's, which leaves out what nobody set.
fn of_every_job() -> Vec<Row> {
    vec![
        ("tags", Nothing, WRONG_TYPE, WRONG_TYPE, Some((json!({}), Nothing))),
        ("properties.returnAddress", Nothing, WRONG_TYPE, WRONG_TYPE, None),
        ("properties.returnShipping", Nothing, WRONG_TYPE, WRONG_TYPE, None),
        ("properties.deliveryPackage", Nothing, WRONG_TYPE, WRONG_TYPE, None),
        (
            "properties.diagnosticsPath",
            Back(json!("waimportexport")),
            Back(json!("waimportexport")),
            WRONG_TYPE,
            None,
        ),
        (
            "properties.logLevel",
            Back(json!("Error")),
            Back(json!("Error")),
            WRONG_TYPE,
            Some((json!("Error"), Back(json!("Error")))),
        ),
        (
            "properties.backupDriveManifest",
            Back(json!(false)),
            WRONG_TYPE,
            WRONG_TYPE,
            Some((json!(false), Back(json!(false)))),
        ),
        (
            "properties.state",
            Back(json!("Creating")),
            Back(json!("Creating")),
            WRONG_TYPE,
            Some((json!("Creating"), Back(json!("Creating")))),
        ),
        (
            "properties.cancelRequested",
            Back(json!(false)),
            WRONG_TYPE,
            WRONG_TYPE,
            Some((json!(false), Back(json!(false)))),
        ),
        (
            "properties.encryptionKey",
            Back(json!({"kekType": "MicrosoftManaged"})),
            WRONG_TYPE,
            WRONG_TYPE,
            Some((json!({"kekType": "MicrosoftManaged"}), Back(json!({"kekType": "MicrosoftManaged"})))),
        ),
        (
            "properties.encryptionKey.kekType",
            Back(json!("MicrosoftManaged")),
            Back(json!("MicrosoftManaged")),
            WRONG_TYPE,
            Some((json!("MicrosoftManaged"), Back(json!("MicrosoftManaged")))),
        ),
        ("properties.encryptionKey.kekUrl", Nothing, Nothing, WRONG_TYPE, None),
        ("properties.encryptionKey.kekVaultResourceID", Nothing, Nothing, WRONG_TYPE, None),
        ("properties.returnAddress.streetAddress2", Nothing, Nothing, WRONG_TYPE, Some((json!(""), Nothing))),
        (
            "properties.returnAddress.stateOrProvince",
            Nothing,
            Nothing,
            WRONG_TYPE,
            Some((json!(""), Nothing)),
        ),
        (
            "properties.deliveryPackage.driveCount",
            Nothing,
            WRONG_TYPE,
            Back(json!(0)),
            Some((json!(0), Back(json!(0)))),
        ),
        (
            "properties.deliveryPackage.shipDate",
            Nothing,
            Back(json!("")),
            WRONG_TYPE,
            Some((json!(""), Back(json!("")))),
        ),
        // The service's own: whatever is sent of them is not read.
        ("properties.percentComplete", Nothing, Nothing, Nothing, Some((json!(0), Nothing))),
        ("properties.incompleteBlobListUri", Nothing, Nothing, Nothing, Some((json!(""), Nothing))),
        ("properties.returnPackage", Nothing, Nothing, Nothing, None),
        (
            "properties.provisioningState",
            Back(json!("Succeeded")),
            Back(json!("Succeeded")),
            Back(json!("Succeeded")),
            None,
        ),
        (
            "identity",
            Back(json!({"type": "None"})),
            Back(json!({"type": "None"})),
            Back(json!({"type": "None"})),
            Some((json!({"type": "None"}), Back(json!({"type": "None"})))),
        ),
    ]
}

fn of_an_import() -> Vec<Row> {
    let key = "properties.driveList[0].driveHeaderHash";
    vec![
        (key, Nothing, Nothing, WRONG_TYPE, Some((json!(""), Nothing))),
        ("properties.driveList[0].copyStatus", Nothing, Nothing, Nothing, Some((json!(""), Nothing))),
        ("properties.driveList[0].percentComplete", Nothing, Nothing, Nothing, Some((json!(0), Nothing))),
        ("properties.driveList[0].bytesSucceeded", Nothing, Nothing, Nothing, Some((json!(0), Nothing))),
        (
            "properties.driveList[0].state",
            Back(json!("Specified")),
            Back(json!("Specified")),
            Back(json!("Specified")),
            Some((json!("Specified"), Back(json!("Specified")))),
        ),
        ("properties.export", Nothing, WRONG_TYPE, WRONG_TYPE, Some((json!({}), Nothing))),
    ]
}

fn of_an_export() -> Vec<Row> {
    vec![
        ("properties.driveList", Nothing, WRONG_TYPE, WRONG_TYPE, Some((json!([]), Nothing))),
        ("properties.export.blobListBlobPath", Nothing, Nothing, WRONG_TYPE, Some((json!(""), Nothing))),
        ("properties.export.blobList.blobPath", Nothing, WRONG_TYPE, WRONG_TYPE, Some((json!([]), Nothing))),
    ]
}

/// A body in which the object that holds the field is there.
fn holding(body: fn() -> Value, path: &str) -> Value {
    let mut body = body();
    for (object, value) in [
        ("properties.returnAddress", address()),
        ("properties.deliveryPackage", json!({"carrierName": "FedEx", "trackingNumber": "T-1"})),
        ("properties.encryptionKey", json!({})),
    ] {
        if path.starts_with(&format!("{object}.")) {
            body = with(body, object, value);
        }
    }
    // What is tried is the field alone: the address is another field's.
    if path == "properties.returnAddress" { with(body, path, Value::Null) } else { body }
}

fn told<'a>(answer: &'a Value, path: &str) -> &'a Value {
    let pointer = format!("/{}", path.replace(['.', '['], "/").replace(']', ""));
    answer.pointer(&pointer).unwrap_or(&Value::Null)
}

fn check(sent: &Value, path: &str, expected: &Comes, what: &str) {
    let mut world = world();
    let put = world.put("one", sent);
    match expected {
        Refused(code) => {
            assert_eq!(put.status, 400, "{path}, {what}: {}", put.text);
            assert_eq!(put.details(), [format!("{path} {code}")], "{path}, {what}");
        }
        Back(_) | Nothing => {
            let value = if let Back(value) = expected { value } else { &Value::Null };
            assert_eq!(put.status, 201, "{path}, {what}: {}", put.text);
            assert_eq!(told(&put.json, path), value, "{path}, {what}: the answer");
            let got = world.get(&job("one"));
            assert_eq!(told(&got.json, path), value, "{path}, {what}: what is told later");
            // What was told may be sent back as it is and changes nothing.
            let again = world.put("one", &got.json);
            assert_eq!((again.status, &again.json), (200, &got.json), "{path}, {what}: sent back");
        }
    }
}

#[test]
fn each_optional_field_is_taken_as_official_clients_send_it() {
    let all = [(import as fn() -> Value, of_every_job()), (import, of_an_import()), (export, of_an_export())];
    for (body, rows) in all {
        for (path, absent, empty, zero, own) in rows {
            let base = holding(body, path);
            check(&with(base.clone(), path, Value::Null), path, &absent, "absent");
            check(&with_null(base.clone(), path), path, &absent, "null");
            check(&with(base.clone(), path, json!("")), path, &empty, "empty");
            check(&with(base.clone(), path, json!(0)), path, &zero, "zero");
            if let Some((value, comes)) = own {
                check(&with(base, path, value), path, &comes, "a client's own");
            }
        }
    }
}

#[test]
fn a_parcel_of_no_stated_count_is_told_as_given_and_brings_one_drive() {
    let mut world = world();
    world.put("one", &export());
    let package = json!({"carrierName": "FedEx", "trackingNumber": "T-1", "driveCount": 0, "shipDate": ""});
    let ship = json!({"properties": {"deliveryPackage": package, "state": "Shipping"}});
    let answer = world.patch("one", &ship);
    assert_eq!((answer.status, answer.property("deliveryPackage")), (200, &package), "{}", answer.text);
    // It means no more than a count that was not given: one drive comes.
    world.pass_until("one", "Transferring");
    assert_eq!(world.get(&job("one")).property("driveList").as_array().map(Vec::len), Some(1));
}
