//! Calls: the requests that the portal sends, one function an operation. Who sends them fills in
//! the base.

use serde_json::{Value, json};

use crate::domain::name::{GroupName, JobId, SubscriptionId};

use super::message::Request;
use super::target::{PART, PATH, encoded};

/// The api-version that the portal speaks: the newest.
pub const API_VERSION: &str = "2021-01-01";

/// A parcel to the data centre as somebody typed it; the API says what is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TypedParcel<'a> {
    /// The carrier's name.
    pub carrier_name: &'a str,
    /// The tracking number.
    pub tracking_number: &'a str,
}

/// What of a list is wanted; by default all of it, in pages of the service's own size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct ListSelection<'a> {
    /// The most jobs of a page, 1 to 100.
    pub top: Option<u32>,
    /// A filter such as `state eq 'Creating'`.
    pub filter: Option<&'a str>,
}

/// Get Job.
pub fn get(id: &JobId) -> Request {
    call("GET", &id.to_string(), None)
}

/// Put Job.
pub fn put(id: &JobId, body: &Value) -> Request {
    call("PUT", &id.to_string(), Some(body))
}

/// Update Job Properties; `body` holds what is to change.
pub fn patch(id: &JobId, body: &Value) -> Request {
    call("PATCH", &id.to_string(), Some(body))
}

/// Update Job Properties with `cancelRequested: true`.
pub fn cancel(id: &JobId) -> Request {
    patch(id, &json!({"properties": {"cancelRequested": true}}))
}

/// Update Job Properties with another parcel; the state stays.
pub fn track(id: &JobId, parcel: TypedParcel<'_>) -> Request {
    patch(id, &json!({"properties": {"deliveryPackage": package(parcel)}}))
}

/// Update Job Properties with `state: Shipping`, and with the parcel unless it was sent before.
pub fn ship(id: &JobId, parcel: Option<TypedParcel<'_>>) -> Request {
    let body = match parcel {
        Some(parcel) => json!({"properties": {"deliveryPackage": package(parcel), "state": "Shipping"}}),
        None => json!({"properties": {"state": "Shipping"}}),
    };
    patch(id, &body)
}

/// Delete Job.
pub fn delete(id: &JobId) -> Request {
    call("DELETE", &id.to_string(), None)
}

/// List BitLocker Keys.
pub fn list_bitlocker_keys(id: &JobId) -> Request {
    call("POST", &format!("{id}/listBitLockerKeys"), None)
}

/// List the jobs of a subscription.
pub fn list_in_subscription(subscription: &SubscriptionId, selection: ListSelection<'_>) -> Request {
    list(&format!("/subscriptions/{subscription}"), selection)
}

/// List the jobs of a resource group.
pub fn list_in_group(
    subscription: &SubscriptionId,
    group: &GroupName,
    selection: ListSelection<'_>,
) -> Request {
    list(&format!("/subscriptions/{subscription}/resourceGroups/{group}"), selection)
}

/// List Locations.
pub fn locations() -> Request {
    call("GET", "/providers/Microsoft.ImportExport/locations", None)
}

/// Get Location, by display name or short name.
pub fn location(name: &str) -> Request {
    call("GET", &format!("/providers/Microsoft.ImportExport/locations/{name}"), None)
}

/// List Operations.
pub fn operations() -> Request {
    call("GET", "/providers/Microsoft.ImportExport/operations", None)
}

fn package(parcel: TypedParcel<'_>) -> Value {
    json!({"carrierName": parcel.carrier_name, "trackingNumber": parcel.tracking_number})
}

fn list(scope: &str, selection: ListSelection<'_>) -> Request {
    let mut request = call("GET", &format!("{scope}/providers/Microsoft.ImportExport/jobs"), None);
    if let Some(top) = selection.top {
        request.target.push_str(&format!("&$top={top}"));
    }
    if let Some(filter) = selection.filter {
        request.target.push_str("&$filter=");
        request.target.push_str(&encoded(filter, PART));
    }
    request
}

/// Paths come decoded and are encoded here; slashes stay.
fn call(method: &str, path: &str, body: Option<&Value>) -> Request {
    let mut headers = vec![("accept".to_owned(), "application/json".to_owned())];
    if body.is_some() {
        headers.push(("content-type".to_owned(), "application/json".to_owned()));
    }
    Request {
        method: method.to_owned(),
        base: String::new(),
        target: format!("{}?api-version={API_VERSION}", encoded(path, PATH)),
        headers,
        body: body.map(|body| body.to_string().into_bytes()).unwrap_or_default(),
    }
}
