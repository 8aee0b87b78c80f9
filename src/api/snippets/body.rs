//! Bodies taken apart: the single values of a Put Job or Update Job Properties, by their paths.

use serde_json::{Map, Value};

/// What both operations take, as paths. Lists and tags are one value each.
const BOTH: [&str; 21] = [
    "tags",
    "properties.cancelRequested",
    "properties.state",
    "properties.logLevel",
    "properties.backupDriveManifest",
    "properties.driveList",
    "properties.returnAddress.recipientName",
    "properties.returnAddress.streetAddress1",
    "properties.returnAddress.streetAddress2",
    "properties.returnAddress.city",
    "properties.returnAddress.stateOrProvince",
    "properties.returnAddress.postalCode",
    "properties.returnAddress.countryOrRegion",
    "properties.returnAddress.phone",
    "properties.returnAddress.email",
    "properties.returnShipping.carrierName",
    "properties.returnShipping.carrierAccountNumber",
    "properties.deliveryPackage.carrierName",
    "properties.deliveryPackage.trackingNumber",
    "properties.deliveryPackage.driveCount",
    "properties.deliveryPackage.shipDate",
];

/// What Put Job takes besides.
const PUT: [&str; 10] = [
    "location",
    "properties.storageAccountId",
    "properties.jobType",
    "properties.diagnosticsPath",
    "properties.export.blobListBlobPath",
    "properties.export.blobList.blobPath",
    "properties.export.blobList.blobPathPrefix",
    "properties.encryptionKey.kekType",
    "properties.encryptionKey.kekUrl",
    "properties.encryptionKey.kekVaultResourceID",
];

/// What is no text.
const OTHERS: [&str; 8] = [
    "",
    "tags",
    "properties.cancelRequested",
    "properties.backupDriveManifest",
    "properties.driveList",
    "properties.deliveryPackage.driveCount",
    "properties.export.blobList.blobPath",
    "properties.export.blobList.blobPathPrefix",
];

const DRIVE: [&str; 5] = ["driveId", "bitLockerKey", "manifestFile", "manifestHash", "driveHeaderHash"];

/// A single value of a body.
pub enum Leaf<'a> {
    /// Text, or a number as text.
    Text(String),
    /// `true` or `false`.
    Switch(bool),
    /// Several texts.
    Texts(Vec<&'a str>),
    /// Names and values: the tags.
    Pairs(Vec<(&'a str, &'a str)>),
    /// The drives, each as names and values.
    Drives(Vec<Vec<(&'a str, &'a str)>>),
}

/// The values of `body` by their paths, in their order; none when there is one that the operation
/// does not take, since no tool could say it.
pub fn leaves(body: &Value, put: bool) -> Option<Vec<(String, Leaf<'_>)>> {
    let mut found = Vec::new();
    walk(body, String::new(), &mut found)?;
    let known = |path: &str| BOTH.contains(&path) || put && PUT.contains(&path);
    if found.iter().any(|(path, _)| !known(path)) {
        return None;
    }
    Some(found)
}

fn walk<'a>(value: &'a Value, path: String, into: &mut Vec<(String, Leaf<'a>)>) -> Option<()> {
    let leaf = match (path.as_str(), value) {
        ("tags", Value::Object(map)) => Leaf::Pairs(pairs(map.iter())?),
        ("" | "properties", Value::Object(map)) => return walk_all(map, &path, into),
        (_, Value::Object(map)) if !map.is_empty() => return walk_all(map, &path, into),
        ("properties.driveList", Value::Array(list)) => {
            Leaf::Drives(list.iter().map(drive).collect::<Option<_>>()?)
        }
        (
            "properties.export.blobList.blobPath" | "properties.export.blobList.blobPathPrefix",
            Value::Array(list),
        ) => Leaf::Texts(list.iter().map(Value::as_str).collect::<Option<_>>()?),
        ("properties.cancelRequested" | "properties.backupDriveManifest", Value::Bool(switch)) => {
            Leaf::Switch(*switch)
        }
        ("properties.deliveryPackage.driveCount", Value::Number(number)) => Leaf::Text(number.to_string()),
        (path, Value::String(text)) if !OTHERS.contains(&path) => Leaf::Text(text.clone()),
        // Of another type than the contract says: the tools would change it on the way.
        _ => return None,
    };
    into.push((path, leaf));
    Some(())
}

fn walk_all<'a>(map: &'a Map<String, Value>, path: &str, into: &mut Vec<(String, Leaf<'a>)>) -> Option<()> {
    for (name, value) in map {
        let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        walk(value, path, into)?;
    }
    Some(())
}

fn drive(value: &Value) -> Option<Vec<(&str, &str)>> {
    let map = value.as_object()?;
    let known = map.keys().all(|name| DRIVE.contains(&name.as_str()));
    if known { pairs(map.iter()) } else { None }
}

fn pairs<'a>(map: impl Iterator<Item = (&'a String, &'a Value)>) -> Option<Vec<(&'a str, &'a str)>> {
    map.map(|(name, value)| Some((name.as_str(), value.as_str()?))).collect()
}
