//! Patches: the body of Update Job Properties, read.

use serde_json::{Map, Value};

use crate::domain::job::{Job, JobKind, Patch};
use crate::domain::place::Location;
use crate::domain::text::Invalid;

use super::body::{BodyReader, FieldError, Fields, merged};
use super::job::order_json;
use super::order::{is_as_ordered, resource_type};
use super::parts;

/// What may change.
const CHANGING: [&str; 8] = [
    "cancelRequested",
    "state",
    "returnAddress",
    "returnShipping",
    "deliveryPackage",
    "logLevel",
    "backupDriveManifest",
    "driveList",
];

/// What stays as it was ordered; sending it as it is does no harm.
const STAYING: [&str; 5] = ["storageAccountId", "jobType", "diagnosticsPath", "export", "encryptionKey"];

/// The service's own; it may be sent and is not read.
const OWN: [&str; 5] =
    ["shippingInformation", "returnPackage", "percentComplete", "incompleteBlobListUri", "provisioningState"];

/// What an Update Job Properties asks of `current`; objects are merged with what is there.
///
/// # Errors
/// All that is wrong with the body, not only the first.
pub fn parse_patch(body: &Value, current: &Job) -> Result<Patch, Vec<FieldError>> {
    let mut reader = BodyReader::default();
    let patch = reader.body(body).map(|fields| patch(&mut reader, &fields, current));
    reader.finish(patch)
}

fn patch(reader: &mut BodyReader, fields: &Fields<'_>, current: &Job) -> Patch {
    unchangeable(reader, fields, current);
    let mut patch = Patch::default();
    if let Ok(Some(tags)) = reader.object(fields, "tags") {
        patch.tags = parts::tags(reader, &tags);
    }
    let Ok(Some(fields)) = reader.object(fields, "properties") else { return patch };
    let fields = &fields;
    let ordered = order_json(&current.order);
    for (name, _) in fields.iter() {
        let stays = STAYING.contains(&name) && is_as_ordered(name, fields, &current.order);
        if !stays && !CHANGING.contains(&name) && !OWN.contains(&name) {
            reader.fail(fields.target(name), Invalid::NotAllowedHere);
        }
    }
    match reader.boolean(fields, "cancelRequested") {
        Some(true) => patch.cancel = true,
        Some(false) => {
            reader.fail(fields.target("cancelRequested"), Invalid::NotOneOf(&["true"]));
        }
        None => {}
    }
    patch.ship = matches!(reader.word(fields, "state", &["Shipping"]), Ok(Some(_)));
    patch.return_address = merged_piece(reader, fields, "returnAddress", &ordered, parts::address);
    patch.return_shipping = merged_piece(reader, fields, "returnShipping", &ordered, parts::shipping);
    patch.delivery_package = merged_piece(reader, fields, "deliveryPackage", &ordered, parts::package);
    patch.log_level = parts::log_level(reader, fields);
    patch.backup_drive_manifest = reader.boolean(fields, "backupDriveManifest");
    if let Ok(Some(list)) = reader.array(fields, "driveList") {
        match &current.order.kind {
            JobKind::Import(known) => patch.drives = parts::drives(reader, fields, list, known),
            JobKind::Export(_) => {
                reader.fail(fields.target("driveList"), Invalid::NotAllowedHere);
            }
        }
    }
    patch
}

/// Location, type and name never change; sending them as they are does no harm.
fn unchangeable(reader: &mut BodyReader, fields: &Fields<'_>, current: &Job) {
    reader.only(
        fields,
        &["location", "tags", "properties", "id", "name", "type", "identity", "systemData", "etag"],
    );
    resource_type(reader, fields);
    if let Ok(Some(text)) = reader.string(fields, "location")
        && Location::parse(text) != Some(current.order.location)
    {
        reader.fail("location".to_owned(), Invalid::NotAllowedHere);
    }
    if let Ok(Some(text)) = reader.string(fields, "name")
        && !text.eq_ignore_ascii_case(current.id.name.as_str())
    {
        reader.fail("name".to_owned(), Invalid::NotAllowedHere);
    }
}

/// A piece with what the body says of it put over what is there.
fn merged_piece<T>(
    reader: &mut BodyReader,
    fields: &Fields<'_>,
    name: &str,
    ordered: &Map<String, Value>,
    read: fn(&mut BodyReader, &Fields<'_>) -> Option<T>,
) -> Option<T> {
    let over = fields.get(name)?;
    let whole = merged(ordered.get(name).unwrap_or(&Value::Null), over);
    let fields = reader.element(&whole, fields.target(name)).ok()?;
    read(reader, &fields)
}
