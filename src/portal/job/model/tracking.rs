//! The forms of the tracking tab: what somebody typed, the request it makes and what is wrong with it.

use serde_json::{Map, Value, json};

use crate::api::wire::{iso, parse_patch};
use crate::domain::job::{Job, JobKind};
use crate::domain::sample;
use crate::domain::text::Invalid;
use crate::domain::time::SimTime;

/// A field of one of the two forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TrackingField {
    /// Who brings the drives to the data centre.
    Carrier,
    /// The number that this carrier tracks the parcel by.
    TrackingNumber,
    /// How many drives are in the parcel.
    DriveCount,
    /// When it was handed over, in the customer's own writing.
    ShipDate,
    /// Who takes the drives back.
    Recipient,
    /// The street.
    Street1,
    /// What else the street needs.
    Street2,
    /// The city.
    City,
    /// The state or province.
    Region,
    /// The postal code.
    PostalCode,
    /// The country or region.
    Country,
    /// The telephone number.
    Phone,
    /// The e-mail address.
    Email,
    /// Who brings the drives back.
    ReturnCarrier,
    /// The customer's account there.
    ReturnAccount,
}

impl TrackingField {
    /// The fields of the parcel to the data centre, in the order shown.
    pub const PARCEL: [TrackingField; 4] = [
        TrackingField::Carrier,
        TrackingField::TrackingNumber,
        TrackingField::DriveCount,
        TrackingField::ShipDate,
    ];

    /// The fields of the return, in the order shown.
    pub const RETURN: [TrackingField; 11] = [
        TrackingField::Recipient,
        TrackingField::Street1,
        TrackingField::Street2,
        TrackingField::City,
        TrackingField::Region,
        TrackingField::PostalCode,
        TrackingField::Country,
        TrackingField::Phone,
        TrackingField::Email,
        TrackingField::ReturnCarrier,
        TrackingField::ReturnAccount,
    ];

    /// The fields of a parcel that is marked as shipped and of the address that it needs, in the order shown.
    pub const SHIPMENT: [TrackingField; 13] = {
        let (mut all, mut n) = ([TrackingField::Carrier; 13], 0);
        while n < all.len() {
            all[n] = if n < 4 { TrackingField::PARCEL[n] } else { TrackingField::RETURN[n - 4] };
            n += 1;
        }
        all
    };

    /// The object and the name that the API knows it by.
    pub fn place(self) -> (&'static str, &'static str) {
        match self {
            TrackingField::Carrier => ("deliveryPackage", "carrierName"),
            TrackingField::TrackingNumber => ("deliveryPackage", "trackingNumber"),
            TrackingField::DriveCount => ("deliveryPackage", "driveCount"),
            TrackingField::ShipDate => ("deliveryPackage", "shipDate"),
            TrackingField::Recipient => ("returnAddress", "recipientName"),
            TrackingField::Street1 => ("returnAddress", "streetAddress1"),
            TrackingField::Street2 => ("returnAddress", "streetAddress2"),
            TrackingField::City => ("returnAddress", "city"),
            TrackingField::Region => ("returnAddress", "stateOrProvince"),
            TrackingField::PostalCode => ("returnAddress", "postalCode"),
            TrackingField::Country => ("returnAddress", "countryOrRegion"),
            TrackingField::Phone => ("returnAddress", "phone"),
            TrackingField::Email => ("returnAddress", "email"),
            TrackingField::ReturnCarrier => ("returnShipping", "carrierName"),
            TrackingField::ReturnAccount => ("returnShipping", "carrierAccountNumber"),
        }
    }

    /// Whether the API takes the object without it.
    pub fn is_optional(self) -> bool {
        match self {
            TrackingField::DriveCount
            | TrackingField::ShipDate
            | TrackingField::Street2
            | TrackingField::Region => true,
            TrackingField::Carrier
            | TrackingField::TrackingNumber
            | TrackingField::Recipient
            | TrackingField::Street1
            | TrackingField::City
            | TrackingField::PostalCode
            | TrackingField::Country
            | TrackingField::Phone
            | TrackingField::Email
            | TrackingField::ReturnCarrier
            | TrackingField::ReturnAccount => false,
        }
    }

    /// What it is filled with by whoever wants a sample; nothing where something likely stands already, or need not.
    pub fn sample(self) -> &'static str {
        match self {
            TrackingField::TrackingNumber => sample::TRACKING_NUMBER,
            TrackingField::Recipient => sample::RECIPIENT,
            TrackingField::Street1 => sample::STREET,
            TrackingField::City => sample::CITY,
            TrackingField::PostalCode => sample::POSTAL_CODE,
            TrackingField::Country => sample::COUNTRY,
            TrackingField::Phone => sample::PHONE,
            TrackingField::Email => sample::EMAIL,
            TrackingField::ReturnAccount => sample::ACCOUNT,
            TrackingField::Carrier => "FedEx",
            // Which carriers bring drives back is the region's matter.
            TrackingField::ReturnCarrier
            | TrackingField::DriveCount
            | TrackingField::ShipDate
            | TrackingField::Street2
            | TrackingField::Region => "",
        }
    }

    /// What `job` has in it, as text; empty where it has nothing.
    pub fn value(self, job: &Job) -> String {
        let package = job.order.delivery_package.as_deref();
        let address = job.order.return_address.as_deref();
        let shipping = job.order.return_shipping.as_deref();
        let value = match self {
            TrackingField::Carrier => package.map(|p| p.carrier_name.to_string()),
            TrackingField::TrackingNumber => package.map(|p| p.tracking_number.to_string()),
            TrackingField::DriveCount => {
                package.and_then(|p| p.drive_count).map(|count| count.get().to_string())
            }
            TrackingField::ShipDate => {
                package.and_then(|p| p.ship_date.as_ref()).map(|date| date.as_str().to_owned())
            }
            TrackingField::Recipient => address.map(|a| a.recipient_name.to_string()),
            TrackingField::Street1 => address.map(|a| a.street_address1.to_string()),
            TrackingField::Street2 => {
                address.and_then(|a| a.street_address2.as_ref()).map(|line| line.to_string())
            }
            TrackingField::City => address.map(|a| a.city.to_string()),
            TrackingField::Region => {
                address.and_then(|a| a.state_or_province.as_ref()).map(|line| line.to_string())
            }
            TrackingField::PostalCode => address.map(|a| a.postal_code.to_string()),
            TrackingField::Country => address.map(|a| a.country_or_region.to_string()),
            TrackingField::Phone => address.map(|a| a.phone.to_string()),
            TrackingField::Email => address.map(|a| a.email.as_str().to_owned()),
            TrackingField::ReturnCarrier => shipping.map(|s| s.carrier_name.to_string()),
            TrackingField::ReturnAccount => shipping.map(|s| s.carrier_account_number.to_string()),
        };
        value.unwrap_or_default()
    }
}

/// What is likely of a parcel that is being handed over at `now`, where `job` says nothing else: the simulated day
/// and the drives that the job lists, or one.
pub fn changes(job: &Job, now: SimTime) -> Vec<(TrackingField, String)> {
    let drives = match &job.order.kind {
        JobKind::Import(drives) => drives.len(),
        JobKind::Export(_) => 1,
    };
    let day = iso(now).split('T').next().unwrap_or_default().to_owned();
    let likely = [(TrackingField::DriveCount, drives.to_string()), (TrackingField::ShipDate, day)];
    likely.into_iter().filter(|(field, _)| field.value(job).is_empty()).collect()
}

/// Whether `typed` says anything else than what `job` has.
pub fn is_changed(job: &Job, typed: &[(TrackingField, String)]) -> bool {
    typed.iter().any(|(field, text)| text.trim() != field.value(job))
}

/// Whether a text can be shown in a field for a day: it is empty or a day such as `2026-03-12`.
pub fn is_day(text: &str) -> bool {
    let lengths: Vec<usize> = text.split('-').map(str::len).collect();
    text.is_empty() || lengths == [4, 2, 2] && text.bytes().all(|b| b.is_ascii_digit() || b == b'-')
}

/// The body of an Update Job Properties with what was typed into `fields`, and `state: Shipping`
/// where `ship` says so. An object that `job` lacks and nobody has typed into is left out, unless
/// shipping needs it.
pub fn body(job: &Job, typed: &[(TrackingField, String)], ship: bool) -> Value {
    let mut properties = Map::new();
    for object in ["deliveryPackage", "returnAddress", "returnShipping"] {
        let fields = || typed.iter().filter(|(field, _)| field.place().0 == object);
        let needed = ship && object != "returnShipping" && fields().next().is_some();
        if fields().all(|(field, text)| text.trim().is_empty() && field.value(job).is_empty()) && !needed {
            continue;
        }
        let values = fields().map(|(field, text)| (field.place().1.to_owned(), value(*field, text)));
        properties.insert(object.to_owned(), Value::Object(values.collect()));
    }
    if ship {
        properties.insert("state".to_owned(), json!("Shipping"));
    }
    json!({ "properties": properties })
}

fn value(field: TrackingField, text: &str) -> Value {
    let text = text.trim();
    // Null takes away what was there; what is no number goes out as it is, to be refused.
    if text.is_empty() {
        return Value::Null;
    }
    let count = (field == TrackingField::DriveCount).then(|| text.parse::<i64>().ok()).flatten();
    count.map_or_else(|| json!(text), |count| json!(count))
}

/// What the API would find wrong with what was typed, the first problem of each field. A job that is to
/// be shipped and has no return address lacks its first field, whichever fields were typed into.
pub fn problems(job: &Job, typed: &[(TrackingField, String)], ship: bool) -> Vec<(TrackingField, Invalid)> {
    let errors = parse_patch(&body(job, typed, ship), job).err().unwrap_or_default();
    let named = |target: &str| {
        typed.iter().map(|(field, _)| *field).find(|field| {
            let (object, name) = field.place();
            target.strip_prefix("properties.").and_then(|rest| rest.split_once('.')) == Some((object, name))
        })
    };
    let mut found: Vec<(TrackingField, Invalid)> = Vec::new();
    for error in errors {
        if let Some(field) = named(&error.target)
            && found.iter().all(|(known, _)| *known != field)
        {
            found.push((field, error.problem));
        }
    }
    let address = typed.iter().any(|(field, _)| *field == TrackingField::Recipient);
    if ship && !address && job.order.return_address.is_none() {
        found.push((TrackingField::Recipient, Invalid::Missing));
    }
    found
}

#[cfg(test)]
mod tests;
