//! The table of the contract against what the router and the wire really know, in both directions.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use import_export_portal::api::API_VERSIONS;
use import_export_portal::api::conformance::{Aspect, ContractEntry, entries};
use import_export_portal::api::route::{JobPath, Resource};
use import_export_portal::api::target::Target;
use serde_json::{Map, Value, json};

use super::support::{self, World, address, cancel, drive, export, import, job, jobs, ship, with, world};

type Names = BTreeSet<String>;

fn of(aspect: Aspect) -> impl Iterator<Item = ContractEntry> {
    entries().into_iter().filter(move |entry| entry.aspect == aspect)
}

fn names(aspect: Aspect) -> Names {
    of(aspect).map(|entry| entry.name).collect()
}

/// What each of two sets has that the other has not.
fn same(what: &str, known: &Names, told: &Names) {
    let untold: Vec<_> = known.difference(told).collect();
    let unknown: Vec<_> = told.difference(known).collect();
    assert!(untold.is_empty(), "{what} that the table does not have: {untold:?}");
    assert!(unknown.is_empty(), "{what} that the table alone has: {unknown:?}");
}

fn source(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
}

/// The string literals of a source file.
fn literals(text: &str) -> impl Iterator<Item = &str> {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    code.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| line.split('"').skip(1).step_by(2))
}

#[test]
fn each_entry_stands_once_and_names_a_test_that_is_there() {
    let all = entries();
    for entry in &all {
        let alike = all.iter().filter(|other| (other.aspect, &other.name) == (entry.aspect, &entry.name));
        assert_eq!(alike.count(), 1, "{} stands once", entry.name);
        let (file, test) = entry.test.split_once(": ").expect("a test has a file");
        let text = source(&format!("tests/{file}"));
        assert!(
            text.contains(&format!("#[test]\nfn {test}() {{")),
            "{} is shown by {}",
            entry.name,
            entry.test
        );
    }
}

/// A word for each kind of place; a new kind breaks the build here.
fn kind(place: &Resource) -> &'static str {
    match place {
        Resource::Locations => "locations",
        Resource::Location(_) => "location",
        Resource::Operations => "operations",
        Resource::Jobs { group: None, .. } => "jobs of a subscription",
        Resource::Jobs { group: Some(_), .. } => "jobs of a group",
        Resource::Job(_) => "job",
        Resource::Keys(_) => "keys",
    }
}

#[test]
fn operations_are_those_of_the_router() {
    let text = || String::new();
    let path = || JobPath { subscription: text(), group: text(), name: text() };
    let places = [
        Resource::Locations,
        Resource::Location(text()),
        Resource::Operations,
        Resource::Jobs { subscription: text(), group: None },
        Resource::Jobs { subscription: text(), group: Some(text()) },
        Resource::Job(path()),
        Resource::Keys(path()),
    ];
    let known: Names = places
        .iter()
        .flat_map(|place| place.methods().split(", ").map(move |method| format!("{method} {}", kind(place))))
        .collect();
    let told = names(Aspect::Operation).into_iter().map(|name| {
        let (method, path) = name.split_once(' ').expect("an operation has a method");
        let target = Target::parse(path).ok().and_then(|target| Resource::find(&target.segments));
        format!("{method} {}", target.as_ref().map_or("nothing", kind))
    });
    same("operations", &known, &told.collect());
}

#[test]
fn api_versions_are_those_of_the_router() {
    same("api-versions", &API_VERSIONS.map(str::to_owned).into(), &names(Aspect::Version));
}

#[test]
fn codes_are_those_of_the_failures() {
    let text = source("src/api/failure.rs");
    let is_code = |text: &&str| {
        text.starts_with(|c: char| c.is_ascii_uppercase()) && text.chars().all(|c| c.is_ascii_alphabetic())
    };
    let known: Names = literals(&text).filter(is_code).map(str::to_owned).collect();
    same("codes", &known, &names(Aspect::Code));
}

/// Every path of a JSON value.
fn paths(under: &str, value: &Value, found: &mut Names) {
    match value {
        Value::Object(map) => {
            for (name, value) in map {
                let path = if under.is_empty() { name.clone() } else { format!("{under}.{name}") };
                // The names of tags are the customer's.
                if path != "job.tags" {
                    paths(&path, value, found);
                }
                found.insert(path);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| paths(&format!("{under}[]"), value, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// An import that says all that can be said.
fn full_import() -> Value {
    let mut body = with(import(), "tags", json!({"any": "tag"}));
    let whole = with(address(), "streetAddress2", json!("b"));
    let drive = with(drive("A"), "driveHeaderHash", json!("0123456789ABCDEF0123456789ABCDEF"));
    for (name, value) in [
        ("returnAddress", with(whole, "stateOrProvince", json!("WA"))),
        ("returnShipping", json!({"carrierName": "FedEx", "carrierAccountNumber": "1"})),
        (
            "deliveryPackage",
            json!({"carrierName": "UPS", "trackingNumber": "T", "driveCount": 1, "shipDate": "2026-03-01"}),
        ),
        ("logLevel", json!("Verbose")),
        ("backupDriveManifest", json!(true)),
        (
            "encryptionKey",
            json!({"kekType": "CustomerManaged", "kekUrl": "https://v.example/k", "kekVaultResourceID": "/v"}),
        ),
        ("driveList", json!([drive])),
    ] {
        body = with(body, &format!("properties.{name}"), value);
    }
    body
}

fn told_by(world: &mut World, kind: &str, path: &str, found: &mut Names) {
    let told = world.get(path).json;
    let mut all = Names::new();
    paths(kind, &told, &mut all);
    found.append(&mut all);
}

/// The paths of all that the wire answers.
fn told() -> Names {
    let mut found = Names::new();
    let mut world = world();
    let put = world.put("imp", &full_import());
    assert_eq!(put.status, 201, "{}", put.text);
    let file = json!({"blobListBlobPath": "$root/list.xml"});
    world.put("file", &with(export(), "properties.export", file));
    let both = json!({"blobList": {"blobPath": ["/a/b"], "blobPathPrefix": ["/c"]}});
    world.shipped("out", &with(export(), "properties.export", both));
    told_by(&mut world, "job", &job("imp"), &mut found);
    told_by(&mut world, "job", &job("file"), &mut found);
    told_by(&mut world, "job", &format!("{}?api-version=2016-11-01", job("file")), &mut found);
    world.patch("imp", &ship());
    for state in ["Transferring", "Completed"] {
        world.pass_until("imp", state);
        told_by(&mut world, "job", &job("imp"), &mut found);
    }
    let mut cut = support::world();
    cut.shipped("out", &export());
    cut.pass_until("out", "Transferring");
    cut.patch("out", &cancel());
    cut.pass_until("out", "Packaging");
    told_by(&mut cut, "job", &job("out"), &mut found);
    let keys = world.send("POST", &format!("{}/listBitLockerKeys", job("imp")), None).json;
    paths("keys", &keys, &mut found);
    let list = world.get(&format!("{}?api-version=2021-01-01&$top=1", jobs("lab"))).json;
    found.extend(
        ["value", "nextLink"]
            .into_iter()
            .filter(|name| list.get(name).is_some())
            .map(|name| format!("jobs.{name}")),
    );
    for (one, many) in [("location", "locations"), ("operation", "operations")] {
        let list = world.get(&format!("/providers/Microsoft.ImportExport/{many}")).json;
        found.insert(format!("{many}.value"));
        list["value"].as_array().expect("a list").iter().for_each(|item| paths(one, item, &mut found));
    }
    let refused = world.patch("out", &with(cancel(), "properties.driveList", json!([drive("B")])));
    let wrong = world.put("new", &json!({"location": 1}));
    world.patch("imp", &cancel());
    let conflict = world.patch("out", &cancel());
    for reply in [refused, wrong, conflict] {
        paths("", &reply.json, &mut found);
    }
    found
}

/// Every word of the wire's source that could be the name of a property.
fn words() -> Names {
    let files = ["order", "parts", "patch", "job", "place", "body", "mod"];
    let texts = files.map(|file| source(&format!("src/api/wire/{file}.rs")));
    let is_name = |text: &&str| !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric());
    texts.iter().flat_map(|text| literals(text)).filter(is_name).map(str::to_owned).collect()
}

/// The paths below `job` that Put Job and Update Job Properties take.
fn taken() -> Names {
    let mut found = Names::new();
    let blobs = with(export(), "properties.export", json!({"blobList": {"blobPath": ["/a"]}}));
    let objects = [
        ("", import()),
        ("properties", full_import()),
        ("properties.returnAddress", full_import()),
        ("properties.returnShipping", full_import()),
        ("properties.deliveryPackage", full_import()),
        ("properties.driveList[0]", full_import()),
        ("properties.encryptionKey", full_import()),
        ("properties.export", blobs.clone()),
        ("properties.export.blobList", blobs),
    ];
    for (under, body) in objects {
        let mut one = world();
        assert_eq!(one.put("one", &body).status, 201);
        for word in words() {
            let path = if under.is_empty() { word.clone() } else { format!("{under}.{word}") };
            // Nothing is worth a 0, so what is known is refused as a wrong value or not at all.
            let put = with(body.clone(), &path, json!(0));
            let patch = with(patch_of(&body, under), &path, json!(0));
            // Refused may be what it is in, too.
            let is_of = |detail: &String| {
                detail.strip_suffix(" PropertyNotAllowed").is_some_and(|target| path.starts_with(target))
            };
            let answers = [world().put("one", &put), one.patch("one", &patch)];
            if answers.iter().any(|answer| !answer.details().iter().any(is_of)) {
                found.insert(format!("job.{}", path.replace("[0]", "[]")));
            }
        }
    }
    found
}

/// An update with the objects that lead to `under`.
fn patch_of(body: &Value, under: &str) -> Value {
    let Some(rest) = under.strip_prefix("properties") else { return Value::Object(Map::new()) };
    let name = rest.trim_start_matches('.').split(['.', '[']).next().unwrap_or_default();
    match body["properties"].get(name) {
        Some(value) => json!({"properties": {name: value}}),
        None => json!({"properties": {}}),
    }
}

#[test]
fn properties_are_those_that_the_wire_tells_or_takes() {
    let (told, taken) = (told(), taken());
    let known: Names = told.union(&taken).cloned().collect();
    let absent: Names = of(Aspect::Property)
        .filter(|entry| !entry.verdict.works() && !known.contains(&entry.name))
        .map(|entry| entry.name)
        .collect();
    // What does not work here is known by the contract alone.
    let listed: Names = names(Aspect::Property).difference(&absent).cloned().collect();
    same("properties", &known, &listed);
}
