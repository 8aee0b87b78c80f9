//! The bodies of Update Job Properties: what is merged, what stays, and each field that is wrong.

use serde_json::{Value, json};

use super::support::{account, address, drive, export, import, job, ship, with, world};

#[test]
fn an_update_merges_objects_and_replaces_tags_and_lists() {
    let mut world = world();
    let body = with(import(), "properties.returnAddress.streetAddress2", json!("Floor 2"));
    let body = with(body, "properties.driveList", json!([drive("A"), drive("B")]));
    world.put("one", &with(body, "tags", json!({"a": "1", "b": "2"})));
    let reply = world.patch(
        "one",
        &json!({
            "tags": {"c": "3"},
            "properties": {
                "returnAddress": {"city": "Elsewhere", "streetAddress2": null},
                "driveList": [{"driveId": "b"}, drive("C")],
                "deliveryPackage": {"carrierName": "DHL", "trackingNumber": "9", "driveCount": 2},
            },
        }),
    );
    assert_eq!(reply.status, 200, "{}", reply.text);
    assert_eq!(reply.json["tags"], json!({"c": "3"}));
    assert_eq!(reply.property("returnAddress"), &with(address(), "city", json!("Elsewhere")));
    let drives = reply.property("driveList").as_array().expect("drives").clone();
    assert_eq!(drives.iter().map(|drive| drive["driveId"].clone()).collect::<Vec<_>>(), ["b", "C"]);
    assert_eq!(drives[0]["manifestFile"], drive("B")["manifestFile"]);
    let reply = world.patch("one", &json!({"properties": {"deliveryPackage": {"trackingNumber": "10"}}}));
    assert_eq!(
        reply.property("deliveryPackage"),
        &json!({"carrierName": "DHL", "trackingNumber": "10", "driveCount": 2})
    );
    let same = world.get(&job("one")).json;
    assert_eq!(world.patch("one", &json!({})).json, same);
    assert_eq!(world.patch("one", &json!({"tags": {}})).json["tags"], Value::Null);
}

/// Body of an update, and the `target code` pairs that come of it (none: taken).
#[test]
fn fields_of_an_update() {
    let rows: Vec<(Value, &[&str])> = vec![
        (json!({"location": "West US"}), &[]),
        (json!({"location": "westus"}), &[]),
        (json!({"location": "East US"}), &["location PropertyNotAllowed"]),
        (json!({"name": "One", "type": "Microsoft.ImportExport/jobs", "id": "x"}), &[]),
        (json!({"name": "two"}), &["name PropertyNotAllowed"]),
        (json!({"type": "x"}), &["type PropertyNotAllowed"]),
        (json!({"sku": {}}), &["sku PropertyNotAllowed"]),
        (json!({"tags": "x"}), &["tags WrongType"]),
        (json!({"tags": null, "properties": null}), &[]),
        (json!({"properties": []}), &["properties WrongType"]),
        (json!({"properties": {"jobType": "Import", "storageAccountId": account()}}), &[]),
        (json!({"properties": {"jobType": "iMPORT", "storageAccountId": account().to_uppercase()}}), &[]),
        (json!({"properties": {"jobType": "", "storageAccountId": null, "export": {}}}), &[]),
        (json!({"properties": {"encryptionKey": {"kekType": "microsoftmanaged", "kekUrl": ""}}}), &[]),
        (json!({"properties": {"diagnosticsPath": "waimportexport", "encryptionKey": {}}}), &[]),
        (json!({"properties": {"jobType": "Export"}}), &["properties.jobType PropertyNotAllowed"]),
        (json!({"properties": {"jobType": 1}}), &["properties.jobType PropertyNotAllowed"]),
        (
            json!({"properties": {"storageAccountId": format!("{}x", account())}}),
            &["properties.storageAccountId PropertyNotAllowed"],
        ),
        (
            json!({"properties": {"diagnosticsPath": "WAImportExport"}}),
            &["properties.diagnosticsPath PropertyNotAllowed"],
        ),
        (
            json!({"properties": {"encryptionKey": {"kekUrl": "https://vault.example/k"}}}),
            &["properties.encryptionKey PropertyNotAllowed"],
        ),
        (json!({"properties": {"encryptionKey": 1}}), &["properties.encryptionKey PropertyNotAllowed"]),
        (json!({"properties": {"diagnosticsPath": "x"}}), &["properties.diagnosticsPath PropertyNotAllowed"]),
        (
            json!({"properties": {"encryptionKey": {"kekType": "CustomerManaged"}}}),
            &["properties.encryptionKey PropertyNotAllowed"],
        ),
        (
            json!({"properties": {"cancelrequested": true}}),
            &["properties.cancelrequested PropertyNotAllowed"],
        ),
        (json!({"properties": {"cancelRequested": false}}), &["properties.cancelRequested UnknownValue"]),
        (json!({"properties": {"cancelRequested": "true"}}), &["properties.cancelRequested WrongType"]),
        (json!({"properties": {"cancelRequested": null, "state": null}}), &[]),
        (json!({"properties": {"state": "Received"}}), &["properties.state UnknownValue"]),
        (json!({"properties": {"state": ""}}), &[]),
        (
            json!({"properties": {"deliveryPackage": {"trackingNumber": "1"}}}),
            &["properties.deliveryPackage.carrierName MissingValue"],
        ),
        (json!({"properties": {"deliveryPackage": "x"}}), &["properties.deliveryPackage WrongType"]),
        (
            json!({"properties": {"returnAddress": {"city": null}}}),
            &["properties.returnAddress.city MissingValue"],
        ),
        (
            json!({"properties": {"returnAddress": {"email": "x", "zip": "1"}}}),
            &[
                "properties.returnAddress.zip PropertyNotAllowed",
                "properties.returnAddress.email MalformedValue",
            ],
        ),
        (json!({"properties": {"driveList": []}}), &["properties.driveList ValueOutOfRange"]),
        (json!({"properties": {"driveList": [{"driveId": "9ca995bb", "bitLockerKey": "new"}]}}), &[]),
        (
            json!({"properties": {"driveList": [{"driveId": "other"}]}}),
            &[
                "properties.driveList[0].bitLockerKey MissingValue",
                "properties.driveList[0].manifestFile MissingValue",
                "properties.driveList[0].manifestHash MissingValue",
            ],
        ),
        (json!({"properties": {"export": {"blobList": {}}}}), &["properties.export PropertyNotAllowed"]),
        (json!({"properties": {"percentComplete": 100}}), &[]),
        (json!({"properties": {"backupDriveManifest": 1}}), &["properties.backupDriveManifest WrongType"]),
    ];
    for (body, expected) in rows {
        let mut world = world();
        world.put("one", &import());
        let reply = world.patch("one", &body);
        assert_eq!(reply.details(), expected, "{body}: {}", reply.text);
        assert_eq!(reply.status, if expected.is_empty() { 200 } else { 400 }, "{body}");
    }
    let mut world = world();
    world.put("out", &export());
    let reply = world.patch("out", &json!({"properties": {"driveList": [drive("A")]}}));
    assert_eq!(reply.details(), ["properties.driveList PropertyNotAllowed"]);
    let mut list =
        |list: Value| world.patch("out", &json!({"properties": {"export": {"blobList": list}}})).status;
    assert_eq!(list(json!({"blobPathPrefix": ["/"], "blobPath": []})), 200);
    for other in [json!({"blobPathPrefix": ["/A"]}), json!({"blobPathPrefix": ["/"], "x": 1}), json!([])] {
        assert_eq!(list(other.clone()), 400, "{other}");
    }
    assert_eq!(world.patch("out", &ship()).status, 200);
}
