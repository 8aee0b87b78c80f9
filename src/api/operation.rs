//! Operations: what a request asks for, by the names that Microsoft's description of the service gives them.

use super::message::Request;
use super::route::Resource;
use super::target::Target;

/// An operation of Microsoft.ImportExport, api-version 2021-01-01 (`operationId` in its OpenAPI description).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Operation {
    /// List Jobs in a subscription.
    ListBySubscription,
    /// List Jobs in a resource group.
    ListByResourceGroup,
    /// Get Job.
    Get,
    /// Put Job.
    Create,
    /// Update Job Properties.
    Update,
    /// Delete Job.
    Delete,
    /// List BitLocker Keys.
    ListKeys,
    /// List Locations.
    ListLocations,
    /// Get Location.
    GetLocation,
    /// List Operations.
    ListOperations,
}

impl Operation {
    /// Every operation, those on jobs first.
    pub const ALL: [Operation; 10] = [
        Operation::ListBySubscription,
        Operation::ListByResourceGroup,
        Operation::Get,
        Operation::Create,
        Operation::Update,
        Operation::Delete,
        Operation::ListKeys,
        Operation::ListLocations,
        Operation::GetLocation,
        Operation::ListOperations,
    ];

    /// Its `operationId`.
    pub fn as_str(self) -> &'static str {
        match self {
            Operation::ListBySubscription => "Jobs_ListBySubscription",
            Operation::ListByResourceGroup => "Jobs_ListByResourceGroup",
            Operation::Get => "Jobs_Get",
            Operation::Create => "Jobs_Create",
            Operation::Update => "Jobs_Update",
            Operation::Delete => "Jobs_Delete",
            Operation::ListKeys => "BitLockerKeys_List",
            Operation::ListLocations => "Locations_List",
            Operation::GetLocation => "Locations_Get",
            Operation::ListOperations => "Operations_List",
        }
    }

    /// The operation of this `operationId`, whatever its case.
    pub fn parse(name: &str) -> Option<Operation> {
        Operation::ALL.into_iter().find(|operation| operation.as_str().eq_ignore_ascii_case(name))
    }

    /// What `request` asks for; nothing where the contract knows no such thing.
    pub fn of(request: &Request) -> Option<Operation> {
        let place = Resource::find(&Target::parse(&request.target).ok()?.segments)?;
        if !place.answers(&request.method) {
            return None;
        }
        Some(match place {
            Resource::Jobs { group: None, .. } => Operation::ListBySubscription,
            Resource::Jobs { group: Some(_), .. } => Operation::ListByResourceGroup,
            Resource::Keys(_) => Operation::ListKeys,
            Resource::Locations => Operation::ListLocations,
            Resource::Location(_) => Operation::GetLocation,
            Resource::Operations => Operation::ListOperations,
            Resource::Job(_) => match request.method.as_str() {
                "PUT" => Operation::Create,
                "PATCH" => Operation::Update,
                "DELETE" => Operation::Delete,
                _ => Operation::Get,
            },
        })
    }

    /// Whether it changes nothing.
    pub fn only_reads(self) -> bool {
        match self {
            Operation::Create | Operation::Update | Operation::Delete => false,
            Operation::ListBySubscription
            | Operation::ListByResourceGroup
            | Operation::Get
            | Operation::ListKeys
            | Operation::ListLocations
            | Operation::GetLocation
            | Operation::ListOperations => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const JOB: &str = "/subscriptions/s/resourceGroups/g/providers/Microsoft.ImportExport/jobs/j";

    fn of(method: &str, target: &str) -> Option<Operation> {
        let (method, base) = (method.to_owned(), String::new());
        Operation::of(&Request { method, base, target: target.to_owned(), headers: vec![], body: vec![] })
    }

    #[test]
    fn every_operation_has_a_name_of_its_own() {
        for operation in Operation::ALL {
            assert_eq!(Operation::parse(operation.as_str()), Some(operation));
            assert_eq!(Operation::parse(&operation.as_str().to_lowercase()), Some(operation));
        }
        assert_eq!(Operation::parse("Jobs_Undo"), None);
    }

    #[test]
    fn a_request_is_told_by_its_place_and_its_method() {
        let provider = "/providers/Microsoft.ImportExport";
        for (method, target, operation) in [
            ("GET", JOB.to_owned(), Operation::Get),
            ("PUT", JOB.to_owned(), Operation::Create),
            ("PATCH", JOB.to_owned(), Operation::Update),
            ("DELETE", JOB.to_owned(), Operation::Delete),
            ("POST", format!("{JOB}/listBitLockerKeys"), Operation::ListKeys),
            ("GET", format!("/subscriptions/s{provider}/jobs"), Operation::ListBySubscription),
            (
                "GET",
                format!("/subscriptions/s/resourceGroups/g{provider}/jobs?$top=2"),
                Operation::ListByResourceGroup,
            ),
            ("GET", format!("{provider}/locations"), Operation::ListLocations),
            ("GET", format!("{provider}/locations/West%20US"), Operation::GetLocation),
            ("GET", format!("{provider}/operations"), Operation::ListOperations),
        ] {
            assert_eq!(of(method, &target), Some(operation), "{method} {target}");
            assert_eq!(operation.only_reads(), ["GET", "POST"].contains(&method));
        }
        assert_eq!(of("POST", JOB), None);
        assert_eq!(of("GET", "/elsewhere"), None);
    }
}
