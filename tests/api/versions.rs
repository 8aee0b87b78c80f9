//! Versions: answers in the shape of the api-version asked for, and what each takes.

use serde_json::{Value, json};

use super::support::{export, import, job, jobs, with, world};

fn at(path: &str, version: &str) -> String {
    format!("{path}?api-version={version}")
}

#[test]
fn an_answer_has_the_shape_of_its_api_version() {
    let mut world = world();
    world.put("imp", &with(import(), "tags", json!({"identity": "mine", "encryptionKey": "x"})));
    let file = json!({"blobListBlobPath": "lists/all.xml"});
    world.put("out", &with(export(), "properties.export", file));
    for version in ["2020-08-01", "2021-01-01"] {
        let told = world.get(&at(&job("out"), version)).json;
        assert_eq!(told["identity"]["type"], "None");
        assert_eq!(told["properties"]["encryptionKey"]["kekType"], "MicrosoftManaged");
        assert_eq!(told["properties"]["shippingInformation"]["additionalInformation"], "");
        assert_eq!(told["properties"]["export"], json!({"blobListBlobPath": "lists/all.xml"}));
    }
    let old = world.get(&at(&job("out"), "2016-11-01")).json;
    assert_eq!(old["identity"], Value::Null);
    assert_eq!(old["properties"]["encryptionKey"], Value::Null);
    assert_eq!(old["properties"]["shippingInformation"]["additionalInformation"], Value::Null);
    assert_eq!(old["properties"]["export"], json!({"blobListblobPath": "lists/all.xml"}));
    let listed = world.get(&at(&jobs("lab"), "2016-11-01")).json;
    assert_eq!(listed["value"][1], old);
    // A tag may have any name.
    assert_eq!(listed["value"][0]["tags"], json!({"identity": "mine", "encryptionKey": "x"}));
    let places = at("/providers/Microsoft.ImportExport/locations", "2016-11-01");
    let place = &world.get(&places).json["value"][0]["properties"];
    assert_eq!(place["additionalShippingInformation"], Value::Null);
    assert_ne!(place["supportedCarriers"], Value::Null);
}

#[test]
fn the_old_spelling_of_a_blob_list_file_is_taken_in_every_version() {
    let body = with(export(), "properties.export", json!({"blobListblobPath": "lists/all.xml"}));
    for version in ["2016-11-01", "2020-08-01", "2021-01-01"] {
        let mut world = world();
        let reply = world.send("PUT", &at(&job("out"), version), Some(&body));
        assert_eq!(reply.status, 201, "{}", reply.text);
        let told = world.get(&job("out")).json;
        assert_eq!(told["properties"]["export"], json!({"blobListBlobPath": "lists/all.xml"}));
    }
    for wrong in [json!(1), json!("a\nb")] {
        let body = with(export(), "properties.export.blobListblobPath", wrong);
        assert_eq!(world().put("out", &body).status, 400);
    }
}

#[test]
fn every_kind_of_wrong_value_has_its_code() {
    let long = "x".repeat(2_000);
    for (path, value, code) in [
        ("location", Value::Null, "MissingValue"),
        ("tags", json!({"a": long}), "ValueTooLong"),
        ("properties.diagnosticsPath", json!("a\nb"), "ControlCharacters"),
        ("properties.storageAccountId", json!("acc"), "MalformedValue"),
        ("properties.jobType", json!("Both"), "UnknownValue"),
        ("properties.driveList", json!([]), "ValueOutOfRange"),
        ("tags", json!({"a": "b", "A": "c"}), "DuplicateValue"),
        ("location", json!(7), "WrongType"),
        ("kind", json!("x"), "PropertyNotAllowed"),
    ] {
        let reply = world().put("one", &with(import(), path, value));
        let details = reply.details();
        assert!(details.iter().any(|detail| detail.ends_with(&format!(" {code}"))), "{code}: {details:?}");
    }
    // Too short can only be a name in the path.
    let reply = world().put("ab", &import());
    assert_eq!(reply.details(), ["jobName ValueTooShort"]);
}
