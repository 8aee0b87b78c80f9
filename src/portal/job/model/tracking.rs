//! The forms of the tracking tab: what somebody typed, the request it makes and what is wrong with it.

use serde_json::{Map, Value, json};

use crate::api::wire::parse_patch;
use crate::domain::job::Job;
use crate::domain::text::Invalid;

/// A field of one of the two forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
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

impl Field {
    /// The fields of the parcel to the data centre, in the order shown.
    pub const PARCEL: [Field; 4] =
        [Field::Carrier, Field::TrackingNumber, Field::DriveCount, Field::ShipDate];

    /// The fields of the return, in the order shown.
    pub const RETURN: [Field; 11] = [
        Field::Recipient,
        Field::Street1,
        Field::Street2,
        Field::City,
        Field::Region,
        Field::PostalCode,
        Field::Country,
        Field::Phone,
        Field::Email,
        Field::ReturnCarrier,
        Field::ReturnAccount,
    ];

    /// The object and the name that the API knows it by.
    pub fn place(self) -> (&'static str, &'static str) {
        match self {
            Field::Carrier => ("deliveryPackage", "carrierName"),
            Field::TrackingNumber => ("deliveryPackage", "trackingNumber"),
            Field::DriveCount => ("deliveryPackage", "driveCount"),
            Field::ShipDate => ("deliveryPackage", "shipDate"),
            Field::Recipient => ("returnAddress", "recipientName"),
            Field::Street1 => ("returnAddress", "streetAddress1"),
            Field::Street2 => ("returnAddress", "streetAddress2"),
            Field::City => ("returnAddress", "city"),
            Field::Region => ("returnAddress", "stateOrProvince"),
            Field::PostalCode => ("returnAddress", "postalCode"),
            Field::Country => ("returnAddress", "countryOrRegion"),
            Field::Phone => ("returnAddress", "phone"),
            Field::Email => ("returnAddress", "email"),
            Field::ReturnCarrier => ("returnShipping", "carrierName"),
            Field::ReturnAccount => ("returnShipping", "carrierAccountNumber"),
        }
    }

    /// Whether the API takes the object without it.
    pub fn is_optional(self) -> bool {
        match self {
            Field::DriveCount | Field::ShipDate | Field::Street2 | Field::Region => true,
            Field::Carrier
            | Field::TrackingNumber
            | Field::Recipient
            | Field::Street1
            | Field::City
            | Field::PostalCode
            | Field::Country
            | Field::Phone
            | Field::Email
            | Field::ReturnCarrier
            | Field::ReturnAccount => false,
        }
    }

    /// What `job` has in it, as text; empty where it has nothing.
    pub fn value(self, job: &Job) -> String {
        let package = job.order.delivery_package.as_deref();
        let address = job.order.return_address.as_deref();
        let shipping = job.order.return_shipping.as_deref();
        let value = match self {
            Field::Carrier => package.map(|p| p.carrier_name.to_string()),
            Field::TrackingNumber => package.map(|p| p.tracking_number.to_string()),
            Field::DriveCount => package.and_then(|p| p.drive_count).map(|count| count.get().to_string()),
            Field::ShipDate => package.and_then(|p| p.ship_date.as_ref()).map(|date| date.to_string()),
            Field::Recipient => address.map(|a| a.recipient_name.to_string()),
            Field::Street1 => address.map(|a| a.street_address1.to_string()),
            Field::Street2 => address.and_then(|a| a.street_address2.as_ref()).map(|line| line.to_string()),
            Field::City => address.map(|a| a.city.to_string()),
            Field::Region => address.and_then(|a| a.state_or_province.as_ref()).map(|line| line.to_string()),
            Field::PostalCode => address.map(|a| a.postal_code.to_string()),
            Field::Country => address.map(|a| a.country_or_region.to_string()),
            Field::Phone => address.map(|a| a.phone.to_string()),
            Field::Email => address.map(|a| a.email.as_str().to_owned()),
            Field::ReturnCarrier => shipping.map(|s| s.carrier_name.to_string()),
            Field::ReturnAccount => shipping.map(|s| s.carrier_account_number.to_string()),
        };
        value.unwrap_or_default()
    }
}

/// The body of an Update Job Properties with what was typed into `fields`, and `state: Shipping`
/// where `ship` says so. An object that `job` lacks and nobody has typed into is left out, unless
/// shipping needs it.
pub fn body(job: &Job, typed: &[(Field, String)], ship: bool) -> Value {
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

fn value(field: Field, text: &str) -> Value {
    let text = text.trim();
    match field {
        // Null takes away what was there; what is no number goes out as it is, to be refused.
        _ if text.is_empty() => Value::Null,
        Field::DriveCount => text.parse::<i64>().map_or_else(|_| json!(text), |count| json!(count)),
        _ => json!(text),
    }
}

/// What the API would find wrong with what was typed, the first problem of each field. A job that is to
/// be shipped and has no return address lacks its first field, whichever fields were typed into.
pub fn problems(job: &Job, typed: &[(Field, String)], ship: bool) -> Vec<(Field, Invalid)> {
    let errors = parse_patch(&body(job, typed, ship), job).err().unwrap_or_default();
    let named = |target: &str| {
        typed.iter().map(|(field, _)| *field).find(|field| {
            let (object, name) = field.place();
            target.strip_prefix("properties.").and_then(|rest| rest.split_once('.')) == Some((object, name))
        })
    };
    let mut found: Vec<(Field, Invalid)> = Vec::new();
    for error in errors {
        if let Some(field) = named(&error.target)
            && found.iter().all(|(known, _)| *known != field)
        {
            found.push((field, error.problem));
        }
    }
    let address = typed.iter().any(|(field, _)| *field == Field::Recipient);
    if ship && !address && job.order.return_address.is_none() {
        found.push((Field::Recipient, Invalid::Missing));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::{calls, handle};
    use crate::domain::name::JobId;
    use crate::service::log::Actor;
    use crate::service::scenario::Scenario;
    use crate::service::workspace::Workspace;

    fn workspace(scenario: Scenario) -> Workspace {
        let (head, jobs, lines) = scenario.build(1, None);
        Workspace::new(head, jobs, lines)
    }

    fn job(workspace: &Workspace, name: &str) -> Job {
        let record = workspace.records().find(|record| record.job.id.name.as_str() == name);
        (*record.expect("a job of the scenario").job).clone()
    }

    fn typed(job: &Job, fields: &[Field], changes: &[(Field, &str)]) -> Vec<(Field, String)> {
        let text =
            |field: &Field| changes.iter().find(|(changed, _)| changed == field).map(|(_, text)| *text);
        fields.iter().map(|f| (*f, text(f).map_or_else(|| f.value(job), str::to_owned))).collect()
    }

    fn send(workspace: &mut Workspace, id: &JobId, body: &Value) -> u16 {
        handle(workspace, &calls::patch(id, body), Actor::Portal).status
    }

    #[test]
    fn a_parcel_can_be_typed_and_sent() {
        let mut workspace = workspace(Scenario::Contoso);
        let before = job(&workspace, "hr-archive-2012-2019");
        let empty = typed(&before, &Field::PARCEL, &[]);
        let missing = [(Field::Carrier, Invalid::Missing), (Field::TrackingNumber, Invalid::Missing)];
        assert_eq!(problems(&before, &empty, true), missing);
        assert!(problems(&before, &empty, false).is_empty());

        let changes =
            [(Field::Carrier, " UPS "), (Field::TrackingNumber, "1Z-0001"), (Field::DriveCount, "2")];
        let filled = typed(&before, &Field::PARCEL, &changes);
        assert!(problems(&before, &filled, true).is_empty());
        assert_eq!(send(&mut workspace, &before.id, &body(&before, &filled, true)), 200);
        let after = job(&workspace, "hr-archive-2012-2019");
        assert!(after.history.shipped.is_some());
        let values = Field::PARCEL.map(|field| field.value(&after));
        assert_eq!(values, ["UPS", "1Z-0001", "2", ""]);

        let without_count = typed(&after, &Field::PARCEL, &[(Field::DriveCount, "")]);
        assert_eq!(send(&mut workspace, &after.id, &body(&after, &without_count, false)), 200);
        assert_eq!(Field::DriveCount.value(&job(&workspace, "hr-archive-2012-2019")), "");
    }

    #[test]
    fn a_job_without_a_return_address_is_not_shipped_before_it_has_one() {
        let mut workspace = workspace(Scenario::Contoso);
        let mut before = job(&workspace, "hr-archive-2012-2019");
        before.order.return_address = None;
        let parcel =
            typed(&before, &Field::PARCEL, &[(Field::Carrier, "UPS"), (Field::TrackingNumber, "1Z-0001")]);
        assert_eq!(problems(&before, &parcel, true), [(Field::Recipient, Invalid::Missing)]);
        assert!(problems(&before, &parcel, false).is_empty());

        let needed = |ship: bool| -> Vec<Field> {
            let typed = typed(&before, &Field::RETURN, &[]);
            problems(&before, &typed, ship).into_iter().map(|(field, _)| field).collect()
        };
        let of_address = Field::RETURN.into_iter().filter(|f| f.place().0 == "returnAddress");
        assert_eq!(needed(true), of_address.filter(|f| !f.is_optional()).collect::<Vec<_>>());
        assert_eq!(needed(false), []);

        let after = job(&workspace, "hr-archive-2012-2019");
        assert!(problems(&after, &parcel, true).is_empty());
        assert_eq!(send(&mut workspace, &after.id, &body(&after, &parcel, true)), 200);
    }

    #[test]
    fn what_is_wrong_is_told_beside_its_field() {
        let workspace = workspace(Scenario::Contoso);
        let job = job(&workspace, "media-masters-import");
        let wrong = [
            (Field::DriveCount, "11", Invalid::OutOfRange { min: 1, max: 10 }),
            (Field::DriveCount, "two", Invalid::WrongType(crate::domain::text::JsonType::Integer)),
            (Field::TrackingNumber, "", Invalid::Missing),
            (Field::Carrier, "a\u{7}b", Invalid::ControlCharacters),
            (Field::ShipDate, &"x".repeat(101), Invalid::TooLong { max: 100 }),
        ];
        for (field, text, problem) in wrong {
            let typed = typed(&job, &Field::PARCEL, &[(field, text)]);
            assert_eq!(problems(&job, &typed, false), [(field, problem)]);
        }
        let broken = [(Field::Email, "lab"), (Field::City, " "), (Field::ReturnAccount, "")];
        let typed = typed(&job, &Field::RETURN, &broken);
        let fields: Vec<Field> = problems(&job, &typed, false).into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, [Field::City, Field::Email, Field::ReturnAccount]);
    }

    #[test]
    fn correcting_the_address_sets_a_faulted_job_free() {
        let mut workspace = workspace(Scenario::Fabrikam);
        let before = job(&workspace, "wrong-return-address");
        let typed = typed(&before, &Field::RETURN, &[(Field::Street1, "1 Example Street")]);
        assert_eq!(send(&mut workspace, &before.id, &body(&before, &typed, false)), 200);
        let after = job(&workspace, "wrong-return-address");
        assert!(after.history.wrong_address.iter().all(|mark| mark.until.is_some()));
    }

    #[test]
    fn every_field_of_the_api_is_a_field_here() {
        let workspace = workspace(Scenario::Contoso);
        let job = job(&workspace, "media-masters-import");
        for field in Field::PARCEL.into_iter().chain(Field::RETURN) {
            if !field.is_optional() {
                assert_ne!(field.value(&job), "", "{field:?}");
                let typed = [(field, String::new())];
                let found = problems(&job, &typed, false);
                assert_eq!(found.first().map(|(field, _)| *field), Some(field), "{field:?}");
            }
        }
    }
}
