//! The bodies of Put Job: what is taken, and each field that is wrong.

use serde_json::{Value, json};

use super::support::{address, drive, export, import, job, with, with_null, world};

/// A field, what it is set to, and the `target code` pairs that come of it (none: taken).
type Row = (&'static str, Value, &'static [&'static str]);

fn check(body: fn() -> Value, rows: Vec<Row>) {
    for (path, value, expected) in rows {
        let mut bodies = vec![with(body(), path, value.clone())];
        if value.is_null() {
            // What is not there may also be sent as null, which is no other thing.
            bodies.push(with_null(body(), path));
        }
        for sent in bodies {
            taken_or_refused(&sent, path, &value, expected);
        }
    }
}

fn taken_or_refused(body: &Value, path: &str, value: &Value, expected: &[&str]) {
    let mut world = world();
    let reply = world.put("one", body);
    assert_eq!(reply.details(), expected, "{path} = {value}: {}", reply.text);
    if expected.is_empty() {
        assert_eq!(reply.status, 201, "{path} = {value}: {}", reply.text);
    } else {
        assert_eq!((reply.status, reply.code()), (400, "InvalidRequestContent"), "{path} = {value}");
        assert!(world.get(&job("one")).status == 404);
    }
}

#[test]
fn fields_of_every_job() {
    let long = "x".repeat(1_100);
    check(
        import,
        vec![
            ("location", Value::Null, &["location MissingValue"]),
            ("location", json!(""), &["location MissingValue"]),
            ("location", json!("Atlantis"), &["location UnknownValue"]),
            ("location", json!(7), &["location WrongType"]),
            ("location", json!("WESTUS2"), &[]),
            ("properties", Value::Null, &["properties MissingValue"]),
            ("properties", json!([]), &["properties WrongType"]),
            ("properties", json!("x"), &["properties WrongType"]),
            ("name", json!("ONE"), &[]),
            ("name", json!("two"), &["name PropertyNotAllowed"]),
            ("name", json!(1), &["name PropertyNotAllowed"]),
            ("type", json!("microsoft.importexport/jobs"), &[]),
            ("type", json!("Microsoft.Compute/disks"), &["type PropertyNotAllowed"]),
            ("id", json!("anything"), &[]),
            ("identity", json!({"type": "None"}), &[]),
            ("kind", json!("x"), &["kind PropertyNotAllowed"]),
            ("tags", json!({"a": "b", "c": ""}), &[]),
            ("tags", json!({}), &[]),
            ("tags", json!([]), &["tags WrongType"]),
            ("tags", json!({"a": 1, "b": true}), &["tags.a WrongType", "tags.b WrongType"]),
            ("tags", json!({"a": "b", "A": "c"}), &["tags.A DuplicateValue"]),
            ("tags", json!({"a": long}), &["tags.a ValueTooLong"]),
            ("tags", json!({"": "b"}), &["tags MissingValue"]),
            ("properties.storageAccountId", Value::Null, &["properties.storageAccountId MissingValue"]),
            ("properties.storageAccountId", json!("acc"), &["properties.storageAccountId MalformedValue"]),
            ("properties.jobType", Value::Null, &["properties.jobType MissingValue"]),
            ("properties.jobType", json!("Both"), &["properties.jobType UnknownValue"]),
            ("properties.jobType", json!("import"), &[]),
            ("properties.returnAddress", Value::Null, &[]),
            ("properties.returnAddress", json!("home"), &["properties.returnAddress WrongType"]),
            ("properties.returnShipping", json!({"carrierName": "FedEx", "carrierAccountNumber": "1"}), &[]),
            (
                "properties.returnShipping",
                json!({}),
                &[
                    "properties.returnShipping.carrierName MissingValue",
                    "properties.returnShipping.carrierAccountNumber MissingValue",
                ],
            ),
            ("properties.diagnosticsPath", json!("logs/here"), &[]),
            ("properties.diagnosticsPath", json!(1), &["properties.diagnosticsPath WrongType"]),
            (
                "properties.diagnosticsPath",
                json!("x".repeat(201)),
                &["properties.diagnosticsPath ValueTooLong"],
            ),
            ("properties.diagnosticsPath", json!("a\nb"), &["properties.diagnosticsPath ControlCharacters"]),
            ("properties.logLevel", json!("VERBOSE"), &[]),
            ("properties.logLevel", json!("Loud"), &["properties.logLevel UnknownValue"]),
            ("properties.backupDriveManifest", json!(true), &[]),
            ("properties.backupDriveManifest", json!("true"), &["properties.backupDriveManifest WrongType"]),
            ("properties.state", json!("Creating"), &[]),
            ("properties.state", json!(""), &[]),
            ("properties.state", json!("Shipping"), &["properties.state UnknownValue"]),
            ("properties.cancelRequested", json!(false), &[]),
            ("properties.cancelRequested", json!(true), &["properties.cancelRequested PropertyNotAllowed"]),
            ("properties.percentComplete", json!(50), &[]),
            ("properties.provisioningState", json!("Whatever"), &[]),
            ("properties.cancelRequest", json!(true), &["properties.cancelRequest PropertyNotAllowed"]),
            ("properties.unknown", Value::Null, &[]),
        ],
    );
}

#[test]
fn addresses_packages_and_keys() {
    check(
        import,
        vec![
            (
                "properties.returnAddress",
                json!({}),
                &[
                    "properties.returnAddress.recipientName MissingValue",
                    "properties.returnAddress.streetAddress1 MissingValue",
                    "properties.returnAddress.city MissingValue",
                    "properties.returnAddress.postalCode MissingValue",
                    "properties.returnAddress.countryOrRegion MissingValue",
                    "properties.returnAddress.phone MissingValue",
                    "properties.returnAddress.email MissingValue",
                ],
            ),
            ("properties.returnAddress.streetAddress2", json!("Floor 2"), &[]),
            ("properties.returnAddress.stateOrProvince", json!(""), &[]),
            (
                "properties.returnAddress.email",
                json!("nobody"),
                &["properties.returnAddress.email MalformedValue"],
            ),
            ("properties.returnAddress.phone", json!(5550100), &["properties.returnAddress.phone WrongType"]),
            (
                "properties.returnAddress.planet",
                json!("x"),
                &["properties.returnAddress.planet PropertyNotAllowed"],
            ),
            ("properties.deliveryPackage", json!({"carrierName": "Pigeon", "trackingNumber": "1"}), &[]),
            (
                "properties.deliveryPackage",
                json!({"carrierName": "UPS", "trackingNumber": "1", "driveCount": 10, "shipDate": "2026-03-02"}),
                &[],
            ),
            (
                "properties.deliveryPackage",
                json!({"carrierName": " ", "driveCount": 11}),
                &[
                    "properties.deliveryPackage.carrierName MissingValue",
                    "properties.deliveryPackage.trackingNumber MissingValue",
                    "properties.deliveryPackage.driveCount ValueOutOfRange",
                ],
            ),
            (
                "properties.deliveryPackage",
                json!({"carrierName": "UPS", "trackingNumber": "1", "driveCount": 1.5}),
                &["properties.deliveryPackage.driveCount WrongType"],
            ),
            ("properties.encryptionKey", json!({}), &[]),
            ("properties.encryptionKey", json!({"kekType": "MicrosoftManaged"}), &[]),
            (
                "properties.encryptionKey",
                json!({"kekType": "customermanaged", "kekUrl": "u", "kekVaultResourceID": "v"}),
                &[],
            ),
            (
                "properties.encryptionKey",
                json!({"kekType": "CustomerManaged"}),
                &[
                    "properties.encryptionKey.kekUrl MissingValue",
                    "properties.encryptionKey.kekVaultResourceID MissingValue",
                ],
            ),
            (
                "properties.encryptionKey",
                json!({"kekUrl": "u"}),
                &["properties.encryptionKey.kekUrl PropertyNotAllowed"],
            ),
            (
                "properties.encryptionKey",
                json!({"kekType": "Nobody"}),
                &["properties.encryptionKey.kekType UnknownValue"],
            ),
        ],
    );
}

#[test]
fn drives_of_an_import() {
    let ten: Vec<Value> = (0..10).map(|n| drive(&format!("D{n}"))).collect();
    let eleven: Vec<Value> = (0..11).map(|n| drive(&format!("D{n}"))).collect();
    // The header hash of Microsoft's own sample names a place, a length and a hash, twice.
    let sample = "0:1048576:FB6B6ED500D49DA6E0D723C98D42C657F2881CC13357C28DCECA6A524F1292501571A321238540E621AB5BD9C9A32637615919A75593E6CB5C1515DAE341CABF;135266304:143360:C957A189AFC38C4E80731252301EB91427CE55E61448FA3C73C6FDDE70ABBC197947EC8D0249A2C639BB10B95957D5820A4BE8DFBBF76FFFA688AE5CE0D42EC3";
    check(
        import,
        vec![
            ("properties.driveList", Value::Null, &["properties.driveList MissingValue"]),
            ("properties.driveList", json!([]), &["properties.driveList ValueOutOfRange"]),
            ("properties.driveList", json!(ten), &[]),
            ("properties.driveList", json!(eleven), &["properties.driveList ValueOutOfRange"]),
            ("properties.driveList", json!({}), &["properties.driveList WrongType"]),
            (
                "properties.driveList",
                json!([drive("A"), drive("B"), drive("a")]),
                &["properties.driveList[2].driveId DuplicateValue"],
            ),
            (
                "properties.driveList",
                json!([1, drive("A"), null]),
                &["properties.driveList[0] WrongType", "properties.driveList[2] WrongType"],
            ),
            (
                "properties.driveList[0]",
                json!({}),
                &[
                    "properties.driveList[0].driveId MissingValue",
                    "properties.driveList[0].bitLockerKey MissingValue",
                    "properties.driveList[0].manifestFile MissingValue",
                    "properties.driveList[0].manifestHash MissingValue",
                ],
            ),
            (
                "properties.driveList[0].driveId",
                json!("x".repeat(65)),
                &["properties.driveList[0].driveId ValueTooLong"],
            ),
            ("properties.driveList[0].driveHeaderHash", json!(sample), &[]),
            ("properties.driveList[0].driveHeaderHash", json!(""), &[]),
            ("properties.driveList[0].state", json!("Completed"), &[]),
            ("properties.driveList[0].bytesSucceeded", json!(5), &[]),
            (
                "properties.driveList[0].colour",
                json!("x"),
                &["properties.driveList[0].colour PropertyNotAllowed"],
            ),
            ("properties.export", json!({}), &[]),
            (
                "properties.export",
                json!({"blobList": {"blobPathPrefix": ["/"]}}),
                &["properties.export PropertyNotAllowed"],
            ),
        ],
    );
}

#[test]
fn selections_of_an_export() {
    check(
        export,
        vec![
            ("properties.export", Value::Null, &["properties.export MissingValue"]),
            ("properties.export", json!({}), &["properties.export.blobList MissingValue"]),
            ("properties.export", json!({"blobList": {}}), &["properties.export.blobList MissingValue"]),
            (
                "properties.export",
                json!({"blobList": {"blobPath": [], "blobPathPrefix": []}}),
                &["properties.export.blobList MissingValue"],
            ),
            (
                "properties.export",
                json!({"blobList": {"blobPath": ["/c/a.txt"], "blobPathPrefix": ["/d/"]}}),
                &[],
            ),
            (
                "properties.export",
                json!({"blobList": {"blobPath": ["", 3]}}),
                &[
                    "properties.export.blobList.blobPath[0] MissingValue",
                    "properties.export.blobList.blobPath[1] WrongType",
                ],
            ),
            ("properties.export", json!({"blobListBlobPath": "$root/list.xml"}), &[]),
            (
                "properties.export",
                json!({"blobListBlobPath": "$root/list.xml", "blobList": {"blobPath": []}}),
                &[],
            ),
            (
                "properties.export",
                json!({"blobListBlobPath": "l", "blobList": {"blobPath": ["/a"]}}),
                &["properties.export.blobListBlobPath PropertyNotAllowed"],
            ),
            (
                "properties.export",
                json!({"blobListBlobPath": 1}),
                &["properties.export.blobListBlobPath WrongType"],
            ),
            ("properties.export", json!({"blobList": []}), &["properties.export.blobList WrongType"]),
            (
                "properties.export",
                json!({"all": true}),
                &["properties.export.all PropertyNotAllowed", "properties.export.blobList MissingValue"],
            ),
            ("properties.driveList", json!([]), &[]),
            ("properties.driveList", json!([drive("A")]), &["properties.driveList PropertyNotAllowed"]),
        ],
    );
}

#[test]
fn everything_wrong_is_told_at_once() {
    let body = json!({"tags": {"a": 1}, "properties": {
        "jobType": "Import",
        "returnAddress": with(address(), "email", json!("x")),
        "driveList": [with(drive("A"), "driveId", Value::Null), drive("B"), with(drive("B"), "manifestHash", json!(1))],
        "logLevel": "x",
        "encryptionKey": {"kekType": "CustomerManaged", "kekUrl": "u"},
    }});
    let reply = world().put("one", &body);
    assert_eq!(
        reply.details(),
        [
            "location MissingValue",
            "tags.a WrongType",
            "properties.storageAccountId MissingValue",
            "properties.driveList[0].driveId MissingValue",
            "properties.driveList[2].manifestHash WrongType",
            "properties.returnAddress.email MalformedValue",
            "properties.logLevel UnknownValue",
            "properties.encryptionKey.kekVaultResourceID MissingValue",
        ]
    );
    assert_eq!(reply.message(), "The request has 8 invalid fields. The details name each of them.");
    let details = reply.json["error"]["details"].as_array().expect("details");
    assert!(details.iter().all(|detail| detail["message"].as_str().is_some_and(|text| text.ends_with('.'))));
}
