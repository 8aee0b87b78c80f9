//! Parts: the pieces that Put Job and Update Job Properties share, read from and written to JSON.

use std::sync::Arc;

use serde_json::{Map, Value, json};

use crate::domain::drive::Drive;
use crate::domain::job::{LogLevel, Tags};
use crate::domain::shipping::{
    DeliveryPackage, DriveCount, Email, ReturnAddress, ReturnShipping, StatedCount, StatedDate,
};
use crate::domain::text::{Invalid, JsonType, Text};

use super::body::{BodyReader, Fields};

/// A piece as JSON. Fields that are not there are left out.
pub fn address_json(address: &ReturnAddress) -> Value {
    object([
        ("recipientName", Some(json!(address.recipient_name.as_str()))),
        ("streetAddress1", Some(json!(address.street_address1.as_str()))),
        ("streetAddress2", address.street_address2.as_ref().map(|line| json!(line.as_str()))),
        ("city", Some(json!(address.city.as_str()))),
        ("stateOrProvince", address.state_or_province.as_ref().map(|line| json!(line.as_str()))),
        ("postalCode", Some(json!(address.postal_code.as_str()))),
        ("countryOrRegion", Some(json!(address.country_or_region.as_str()))),
        ("phone", Some(json!(address.phone.as_str()))),
        ("email", Some(json!(address.email.as_str()))),
    ])
}

/// The carrier that brings the drives back.
pub fn shipping_json(shipping: &ReturnShipping) -> Value {
    json!({
        "carrierName": shipping.carrier_name.as_str(),
        "carrierAccountNumber": shipping.carrier_account_number.as_str(),
    })
}

/// The parcel to the data centre.
pub fn package_json(package: &DeliveryPackage) -> Value {
    object([
        ("carrierName", Some(json!(package.carrier_name.as_str()))),
        ("trackingNumber", Some(json!(package.tracking_number.as_str()))),
        ("driveCount", package.drive_count.map(|count| json!(count.get()))),
        ("shipDate", package.ship_date.as_ref().map(|date| json!(date.as_str()))),
    ])
}

/// An object of the fields that are there.
pub fn object<const N: usize>(fields: [(&str, Option<Value>); N]) -> Value {
    let mut map = Map::new();
    for (name, value) in fields {
        if let Some(value) = value {
            map.insert(name.to_owned(), value);
        }
    }
    Value::Object(map)
}

/// Reads a return address.
pub fn address(reader: &mut BodyReader, fields: &Fields<'_>) -> Option<Arc<ReturnAddress>> {
    const KNOWN: [&str; 9] = [
        "recipientName",
        "streetAddress1",
        "streetAddress2",
        "city",
        "stateOrProvince",
        "postalCode",
        "countryOrRegion",
        "phone",
        "email",
    ];
    reader.only(fields, &KNOWN);
    // Everything is read before anything is given up, so that all that is wrong is told at once.
    let recipient_name = reader.required(fields, "recipientName", Text::parse);
    let street_address1 = reader.required(fields, "streetAddress1", Text::parse);
    let street_address2 = reader.optional(fields, "streetAddress2", Text::parse);
    let city = reader.required(fields, "city", Text::parse);
    let state_or_province = reader.optional(fields, "stateOrProvince", Text::parse);
    let postal_code = reader.required(fields, "postalCode", Text::parse);
    let country_or_region = reader.required(fields, "countryOrRegion", Text::parse);
    let phone = reader.required(fields, "phone", Text::parse);
    let email = reader.required(fields, "email", Email::parse);
    Some(Arc::new(ReturnAddress {
        recipient_name: recipient_name?,
        street_address1: street_address1?,
        street_address2,
        city: city?,
        state_or_province,
        postal_code: postal_code?,
        country_or_region: country_or_region?,
        phone: phone?,
        email: email?,
    }))
}

/// Reads the carrier that brings the drives back.
pub fn shipping(reader: &mut BodyReader, fields: &Fields<'_>) -> Option<Arc<ReturnShipping>> {
    reader.only(fields, &["carrierName", "carrierAccountNumber"]);
    let carrier_name = reader.required(fields, "carrierName", Text::parse);
    let carrier_account_number = reader.required(fields, "carrierAccountNumber", Text::parse);
    Some(Arc::new(ReturnShipping {
        carrier_name: carrier_name?,
        carrier_account_number: carrier_account_number?,
    }))
}

/// Reads the parcel to the data centre.
pub fn package(reader: &mut BodyReader, fields: &Fields<'_>) -> Option<Arc<DeliveryPackage>> {
    reader.only(fields, &["carrierName", "trackingNumber", "driveCount", "shipDate"]);
    let carrier_name = reader.required(fields, "carrierName", Text::parse);
    let tracking_number = reader.required(fields, "trackingNumber", Text::parse);
    let drive_count = reader.integer(fields, "driveCount").and_then(|count| {
        StatedCount::parse(count).map_err(|why| reader.fail(fields.target("driveCount"), why)).ok()
    });
    let ship_date = reader.given(fields, "shipDate", StatedDate::parse);
    Some(Arc::new(DeliveryPackage {
        carrier_name: carrier_name?,
        tracking_number: tracking_number?,
        drive_count,
        ship_date,
    }))
}

/// Reads the tags, which must be strings.
pub fn tags(reader: &mut BodyReader, fields: &Fields<'_>) -> Option<Tags> {
    let mut pairs = Vec::new();
    for (name, value) in fields.iter() {
        if let Value::String(value) = value {
            pairs.push((name, value.as_str()));
        } else {
            reader.fail(fields.target(name), Invalid::WrongType(JsonType::String));
        }
    }
    Tags::parse(pairs)
        .map_err(|(name, problem)| {
            let target = if name.is_empty() { "tags".to_owned() } else { fields.target(&name) };
            reader.fail(target, problem)
        })
        .ok()
}

/// Reads how much is logged.
pub fn log_level(reader: &mut BodyReader, fields: &Fields<'_>) -> Option<LogLevel> {
    const LEVELS: [LogLevel; 2] = [LogLevel::Error, LogLevel::Verbose];
    let at = reader.word(fields, "logLevel", &LogLevel::NAMES).ok()??;
    LEVELS.get(at).copied()
}

/// Reads `driveList`. What the list leaves out of a drive that is among `known` stays as it is
/// there: a job as the API tells it holds no BitLocker keys, and may be sent back all the same.
pub fn drives(
    reader: &mut BodyReader,
    fields: &Fields<'_>,
    list: &[Value],
    known: &[Drive],
) -> Option<Vec<Drive>> {
    let target = fields.target("driveList");
    let range = 1..=DriveCount::MAX as usize;
    if !range.contains(&list.len()) {
        reader.fail(target, Invalid::OutOfRange { min: 1, max: DriveCount::MAX });
        return None;
    }
    let mut drives: Vec<Drive> = Vec::new();
    let mut complete = true;
    for (n, value) in list.iter().enumerate() {
        let read = match reader.element(value, format!("{target}[{n}]")) {
            Ok(fields) => drive(reader, &fields, known).map(|drive| (drive, fields)),
            Err(_) => None,
        };
        match read {
            Some((drive, fields)) => {
                if drives.iter().any(|other| same(other, drive.id.as_str())) {
                    reader.fail(fields.target("driveId"), Invalid::Duplicate);
                }
                drives.push(drive);
            }
            None => complete = false,
        }
    }
    complete.then_some(drives)
}

fn same(drive: &Drive, id: &str) -> bool {
    drive.id.as_str().eq_ignore_ascii_case(id)
}

fn drive(reader: &mut BodyReader, fields: &Fields<'_>, known: &[Drive]) -> Option<Drive> {
    const KNOWN: [&str; 12] = [
        "driveId",
        "bitLockerKey",
        "manifestFile",
        "manifestHash",
        "driveHeaderHash",
        // The rest is the service's own and is not read.
        "state",
        "copyStatus",
        "percentComplete",
        "verboseLogUri",
        "errorLogUri",
        "manifestUri",
        "bytesSucceeded",
    ];
    reader.only(fields, &KNOWN);
    let id: Option<Text<64>> = reader.required(fields, "driveId", Text::parse);
    let before = id.as_ref().and_then(|id| known.iter().find(|drive| same(drive, id.as_str())));
    if let Some(before) = before {
        let bit_locker_key = reader.optional(fields, "bitLockerKey", Text::parse);
        let manifest_file = reader.optional(fields, "manifestFile", Text::parse);
        let manifest_hash = reader.optional(fields, "manifestHash", Text::parse);
        let driver_header_hash = reader.optional(fields, "driveHeaderHash", Text::parse);
        return Some(Drive {
            id: id?,
            bit_locker_key: bit_locker_key.unwrap_or_else(|| before.bit_locker_key.clone()),
            manifest_file: manifest_file.unwrap_or_else(|| before.manifest_file.clone()),
            manifest_hash: manifest_hash.unwrap_or_else(|| before.manifest_hash.clone()),
            drive_header_hash: driver_header_hash.or_else(|| before.drive_header_hash.clone()),
        });
    }
    let bit_locker_key = reader.required(fields, "bitLockerKey", Text::parse);
    let manifest_file = reader.required(fields, "manifestFile", Text::parse);
    let manifest_hash = reader.required(fields, "manifestHash", Text::parse);
    let drive_header_hash = reader.optional(fields, "driveHeaderHash", Text::parse);
    Some(Drive {
        id: id?,
        bit_locker_key: bit_locker_key?,
        manifest_file: manifest_file?,
        manifest_hash: manifest_hash?,
        drive_header_hash,
    })
}
