//! What a job, a location and the other answers look like at each stage, to the field.

use import_export_portal::domain::time::Span;
use serde_json::{Value, json};

use super::support::{
    SUBSCRIPTION, World, account, address, cancel, drive, export, import, job, ship, with, world,
};

fn keys(world: &mut World, name: &str) -> Value {
    world.send("POST", &format!("{}/listBitLockerKeys", job(name)), None).json
}

/// The names of the fields of an object, in their order.
fn fields(value: &Value) -> Vec<&str> {
    value.as_object().map(|map| map.keys().map(String::as_str).collect()).unwrap_or_default()
}

#[test]
fn a_new_import_is_told_whole() {
    let mut world = world();
    let reply = world.put("One", &import());
    assert_eq!(reply.status, 201);
    let id =
        format!("/subscriptions/{SUBSCRIPTION}/resourceGroups/lab/providers/Microsoft.ImportExport/jobs/One");
    assert_eq!(
        reply.json,
        json!({
            "id": id,
            "name": "One",
            "type": "Microsoft.ImportExport/jobs",
            "location": "West US",
            "identity": {"type": "None"},
            "properties": {
                "storageAccountId": account(),
                "jobType": "Import",
                "returnAddress": address(),
                "diagnosticsPath": "waimportexport",
                "logLevel": "Error",
                "backupDriveManifest": false,
                "encryptionKey": {"kekType": "MicrosoftManaged"},
                "shippingInformation": {
                    "recipientName": "Mock Import/Export Service (training only)",
                    "streetAddress1": "1 Fictional Datacenter Way",
                    "streetAddress2": "",
                    "city": "Sample Bay",
                    "stateOrProvince": "",
                    "postalCode": "00003",
                    "countryOrRegion": "Exampleland (US)",
                    "phone": "000 000 0000",
                    "additionalInformation": "",
                },
                "state": "Creating",
                "cancelRequested": false,
                "driveList": [{
                    "driveId": "9CA995BB",
                    "manifestFile": "\\8a0c23f7.manifest",
                    "manifestHash": "109B21108597EF36D5785F08303F3638",
                    "state": "Specified",
                }],
                "provisioningState": "Succeeded",
            },
        })
    );
    assert_eq!(world.get(&job("one")).json, reply.json);
}

#[test]
fn what_was_ordered_is_told_as_it_was_given() {
    let mut body = with(import(), "tags", json!({"z": "1", "a": "2"}));
    for (name, value) in [
        ("returnShipping", json!({"carrierName": "FedEx", "carrierAccountNumber": "1234"})),
        (
            "deliveryPackage",
            json!({"carrierName": "UPS", "trackingNumber": "T", "driveCount": 1, "shipDate": "today"}),
        ),
        ("diagnosticsPath", json!("logs")),
        ("logLevel", json!("Verbose")),
        ("backupDriveManifest", json!(true)),
        (
            "encryptionKey",
            json!({"kekType": "CustomerManaged", "kekUrl": "https://v.example/k", "kekVaultResourceID": "/v"}),
        ),
    ] {
        body = with(body, &format!("properties.{name}"), value);
    }
    let mut world = world();
    let reply = world.put("one", &body);
    for name in [
        "returnShipping",
        "deliveryPackage",
        "diagnosticsPath",
        "logLevel",
        "backupDriveManifest",
        "encryptionKey",
    ] {
        assert_eq!(reply.property(name), &body["properties"][name], "{name}");
    }
    assert_eq!(reply.json["tags"].to_string(), r#"{"z":"1","a":"2"}"#);
    for selection in [
        json!({"blobListBlobPath": "$root/list.xml"}),
        json!({"blobList": {"blobPath": ["/a/b"]}}),
        json!({"blobList": {"blobPath": ["/a/b"], "blobPathPrefix": ["/c", "/d"]}}),
    ] {
        let reply = world.put("out", &with(export(), "properties.export", selection.clone()));
        assert_eq!(reply.property("export"), &selection);
        assert_eq!(reply.property("driveList"), &Value::Null);
        assert_eq!(reply.json["location"], "West Europe");
    }
}

#[test]
fn copying_is_told_from_the_moment_it_begins() {
    let mut world = world();
    let body = with(import(), "properties.backupDriveManifest", json!(true));
    let body = with(body, "properties.driveList", json!([drive("A/1"), drive("B 2")]));
    world.shipped("one", &with(body, "properties.logLevel", json!("Verbose")));
    let sent = world.get(&job("one"));
    assert_eq!((sent.property("percentComplete"), sent.property("state")), (&json!(0), &json!("Shipping")));
    assert_eq!(
        fields(&sent.property("driveList")[0]),
        ["driveId", "manifestFile", "manifestHash", "state", "percentComplete", "bytesSucceeded"]
    );
    world.pass_until("one", "Transferring");
    world.pass(Span::days(1));
    let copying = world.get(&job("one"));
    let drives = copying.property("driveList");
    assert_eq!((&drives[0]["state"], &drives[0]["copyStatus"]), (&json!("Transferring"), &json!("Copying")));
    let logs = "https://labstore.blob.core.windows.example/waimportexport/one";
    assert_eq!(drives[0]["errorLogUri"], format!("{logs}/A%2F1-error.log"));
    assert_eq!(drives[0]["verboseLogUri"], format!("{logs}/A%2F1-verbose.log"));
    assert_eq!(drives[0]["manifestUri"], format!("{logs}/A%2F1-manifest.xml"));
    assert!(drives[0]["bytesSucceeded"].as_u64() > Some(0));
    assert_eq!((&drives[1]["state"], &drives[1]["copyStatus"]), (&json!("Received"), &Value::Null));
    assert_eq!(drives[1]["errorLogUri"], Value::Null);
    assert!((1..100).contains(&copying.property("percentComplete").as_u64().unwrap_or(0)));
    assert_eq!(copying.property("returnPackage"), &Value::Null);
    world.pass_until("one", "Completed");
    let done = world.get(&job("one"));
    assert_eq!(done.property("percentComplete"), 100);
    assert_eq!(done.property("driveList")[1]["state"], "ShippedBack");
    assert_eq!(done.property("incompleteBlobListUri"), &Value::Null);
}

#[test]
fn a_return_package_appears_with_the_drives_on_their_way_back() {
    let shipping = json!({"carrierName": "Blue Express", "carrierAccountNumber": "1"});
    for (body, carrier) in [
        (import(), "FedEx"),
        (with(import(), "location", json!("Japan East")), "DHL"),
        (with(import(), "properties.returnShipping", shipping), "Blue Express"),
    ] {
        let mut world = world();
        world.shipped("one", &body);
        world.pass_until("one", "Packaging");
        assert_eq!(world.get(&job("one")).property("returnPackage"), &Value::Null);
        world.pass_until("one", "Completed");
        let package = world.get(&job("one")).property("returnPackage").clone();
        assert_eq!(fields(&package), ["carrierName", "trackingNumber", "driveCount", "shipDate"]);
        assert_eq!((&package["carrierName"], &package["driveCount"]), (&json!(carrier), &json!(1)));
        let date = package["shipDate"].as_str().unwrap_or_default();
        assert!(date.starts_with("2026-03-") && date.ends_with('Z'), "{date}");
        assert!(package["trackingNumber"].as_str().is_some_and(|number| number.starts_with("MOCK")));
    }
}

#[test]
fn an_export_gets_drives_when_they_arrive_and_keys_when_they_are_filled() {
    let mut world = world();
    world.shipped("out", &export());
    assert_eq!(world.get(&job("out")).property("driveList"), &Value::Null);
    assert_eq!(keys(&mut world, "out"), json!({"value": []}));
    world.pass_until("out", "Received");
    let received = world.get(&job("out"));
    let drives = received.property("driveList");
    assert_eq!(fields(&drives[0]), ["driveId", "state", "percentComplete", "bytesSucceeded"]);
    assert_eq!(drives[0]["state"], "Received");
    assert_eq!(keys(&mut world, "out"), json!({"value": []}));
    world.pass_until("out", "Transferring");
    let keys = keys(&mut world, "out");
    assert_eq!(fields(&keys["value"][0]), ["driveId", "bitLockerKey"]);
    assert_eq!(keys["value"][0]["driveId"], drives[0]["driveId"]);
    let key = keys["value"][0]["bitLockerKey"].as_str().unwrap_or_default();
    let groups: Vec<u32> = key.split('-').filter_map(|group| group.parse().ok()).collect();
    assert_eq!(groups.len(), 8);
    assert!(groups.iter().all(|group| group % 11 == 0 && *group < 720_896), "{key}");
    assert_eq!(key.len(), 55);
    // A cancel leaves blobs behind, and their list is told once the drives are packed.
    world.patch("out", &cancel());
    assert_eq!(world.get(&job("out")).property("incompleteBlobListUri"), &Value::Null);
    world.pass_until("out", "Packaging");
    assert_eq!(
        world.get(&job("out")).property("incompleteBlobListUri"),
        "https://labstore.blob.core.windows.example/waimportexport/out/incomplete-blob-list.xml"
    );
}

#[test]
fn what_an_export_left_behind_is_told_from_packaging_on_and_not_where_nothing_was_packed() {
    let uri = |world: &mut World| world.get(&job("out")).property("incompleteBlobListUri").clone();
    let told = "https://labstore.blob.core.windows.example/waimportexport/out/incomplete-blob-list.xml";
    // Faulted on the way back it is told as before.
    let mut faulted = world();
    let body = with(export(), "properties.returnAddress.streetAddress1", json!("FAULT-ADDRESS"));
    faulted.shipped("out", &body);
    faulted.pass_until("out", "Transferring");
    assert_eq!(faulted.patch("out", &cancel()).status, 200);
    assert_eq!(uri(&mut faulted), Value::Null);
    for state in ["Packaging", "Faulted", "Closed"] {
        faulted.pass_until("out", state);
        assert_eq!(uri(&mut faulted), told, "{state}");
    }
    // A parcel that never came has been filled with nothing.
    let mut lost = world();
    let parcel = json!({"properties": {
        "deliveryPackage": {"carrierName": "UPS", "trackingNumber": "FAULT-LOST"}, "state": "Shipping",
    }});
    lost.put("out", &export());
    assert_eq!(lost.patch("out", &parcel).status, 200);
    lost.pass_until("out", "Closed");
    assert_eq!(uri(&mut lost), Value::Null);
    // Nor has one that was never sent.
    let mut unsent = world();
    unsent.put("out", &export());
    unsent.patch("out", &cancel());
    unsent.pass_until("out", "Completed");
    assert_eq!(uri(&mut unsent), Value::Null);
}

#[test]
fn keys_are_told_on_request_alone() {
    let mut world = world();
    let drives = json!([
        with(drive("A"), "bitLockerKey", json!("KEY-A")),
        with(drive("B"), "bitLockerKey", json!("KEY-B"))
    ]);
    let put = world.put("one", &with(import(), "properties.driveList", drives));
    let patched = world.patch("one", &ship());
    let got = world.get(&job("one"));
    let listed = world.get(&super::support::jobs("lab"));
    for reply in [put, patched, got, listed] {
        assert!(!reply.text.contains("KEY-") && !reply.text.contains("bitLockerKey"), "{}", reply.text);
    }
    assert_eq!(
        keys(&mut world, "one"),
        json!({"value": [{"driveId": "A", "bitLockerKey": "KEY-A"}, {"driveId": "B", "bitLockerKey": "KEY-B"}]})
    );
}

#[test]
fn locations_have_carriers_and_an_address() {
    let mut world = world();
    let all = world.get("/providers/Microsoft.ImportExport/locations");
    let all = all.json["value"].as_array().expect("a list");
    assert_eq!(all.len(), 27);
    let one = world.get("/providers/Microsoft.ImportExport/locations/west%20us").json;
    assert!(all.contains(&one));
    assert_eq!(
        one,
        json!({
            "id": "/providers/Microsoft.ImportExport/locations/westus",
            "name": "West US",
            "type": "Microsoft.ImportExport/locations",
            "properties": {
                "recipientName": "Mock Import/Export Service (training only)",
                "streetAddress1": "1 Fictional Datacenter Way",
                "streetAddress2": "",
                "city": "Sample Bay",
                "stateOrProvince": "",
                "postalCode": "00003",
                "countryOrRegion": "Exampleland (US)",
                "phone": "000 000 0000",
                "additionalShippingInformation": "",
                "supportedCarriers": ["FedEx"],
                "alternateLocations": ["/providers/Microsoft.ImportExport/locations/westus"],
            },
        })
    );
    for location in all {
        let id = location["id"].as_str().unwrap_or_default();
        assert_eq!(&world.get(id).json, location, "an id is the path of its location");
    }
}

#[test]
fn operations_are_named_and_described() {
    let reply = world().get("/providers/Microsoft.ImportExport/operations");
    let all = reply.json["value"].as_array().expect("a list");
    let names: Vec<&str> = all.iter().filter_map(|operation| operation["name"].as_str()).collect();
    assert_eq!(
        names,
        [
            "Microsoft.ImportExport/locations/read",
            "Microsoft.ImportExport/jobs/read",
            "Microsoft.ImportExport/jobs/write",
            "Microsoft.ImportExport/jobs/delete",
            "Microsoft.ImportExport/jobs/listBitLockerKeys/action",
        ]
    );
    for operation in all {
        assert_eq!(fields(&operation["display"]), ["provider", "resource", "operation", "description"]);
        assert!(operation["display"].as_object().is_some_and(|map| map.values().all(|text| text != "")));
    }
}
