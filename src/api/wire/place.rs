//! Places: the regions that offer the service and the operations it has, as the API lists them.

use serde_json::{Value, json};

use crate::domain::place::Location;
use crate::phrases::Messages;

/// A region as List Locations tells it.
pub fn location_json(location: Location) -> Value {
    let id = id(location);
    let mut properties = address(location);
    if let Value::Object(map) = &mut properties {
        map.insert("additionalShippingInformation".to_owned(), json!(""));
        map.insert("supportedCarriers".to_owned(), json!(location.return_carriers()));
        // No region is ever closed here, so drives for a region go to that region.
        map.insert("alternateLocations".to_owned(), json!([id]));
    }
    json!({
        "id": id,
        "name": location.name(),
        "type": "Microsoft.ImportExport/locations",
        "properties": properties,
    })
}

/// `shippingInformation` of a job: where its drives go.
pub fn ship_to_json(location: Location) -> Value {
    let mut address = address(location);
    if let Value::Object(map) = &mut address {
        map.insert("additionalInformation".to_owned(), json!(""));
    }
    address
}

fn id(location: Location) -> String {
    let short = location.name().replace(' ', "").to_ascii_lowercase();
    format!("/providers/Microsoft.ImportExport/locations/{short}")
}

fn address(location: Location) -> Value {
    let to = location.ship_to();
    json!({
        "recipientName": to.recipient_name,
        "streetAddress1": to.street_address,
        "streetAddress2": "",
        "city": to.city,
        "stateOrProvince": "",
        "postalCode": to.postal_code,
        "countryOrRegion": to.country,
        "phone": to.phone,
    })
}

/// The answer to List Operations.
pub fn operations_json(messages: &Messages) -> Value {
    let (locations, jobs) = (messages.operations_locations(), messages.operations_jobs());
    let all = [
        (
            "locations/read",
            &locations,
            messages.operation_locations_read(),
            messages.operation_locations_read_text(),
        ),
        ("jobs/read", &jobs, messages.operation_jobs_read(), messages.operation_jobs_read_text()),
        ("jobs/write", &jobs, messages.operation_jobs_write(), messages.operation_jobs_write_text()),
        ("jobs/delete", &jobs, messages.operation_jobs_delete(), messages.operation_jobs_delete_text()),
        (
            "jobs/listBitLockerKeys/action",
            &jobs,
            messages.operation_jobs_keys(),
            messages.operation_jobs_keys_text(),
        ),
    ];
    let value: Vec<Value> = all
        .iter()
        .map(|(name, resource, operation, description)| {
            json!({
                "name": format!("Microsoft.ImportExport/{name}"),
                "display": {
                    "provider": "Microsoft Import/Export",
                    "resource": resource.to_string(),
                    "operation": operation.to_string(),
                    "description": description.to_string(),
                },
            })
        })
        .collect();
    json!({ "value": value })
}
