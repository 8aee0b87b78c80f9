//! A call: a request that the contract knows, taken apart for those who write it as code.

use serde_json::Value;

use crate::api::message::Request;
use crate::api::route::{JobPath, Resource};
use crate::api::target::Target;

/// A request that the contract knows, with nothing in its query but what the contract knows.
pub struct SnippetCall {
    /// What it asks for.
    pub operation: SnippetOperation,
    /// The api-version that it names.
    pub api_version: String,
}

/// What a call asks for, with what it needs.
pub enum SnippetOperation {
    Locations,
    Location(String),
    Operations,
    List { subscription: String, group: Option<String>, top: Option<String>, filter: Option<String> },
    Get(JobPath),
    Put(JobPath, Value),
    Patch(JobPath, Value),
    Delete(JobPath),
    Keys(JobPath),
}

impl SnippetCall {
    /// The call that `request` is, if the contract knows it.
    pub fn of(request: &Request) -> Option<SnippetCall> {
        let target = Target::parse(&request.target).ok()?;
        let place = Resource::find(&target.segments).filter(|place| place.answers(&request.method))?;
        let query = |name: &str| target.query(name).map(|value| value.map(str::to_owned)).ok();
        let api_version = query("api-version")??;
        let (top, filter) = (query("$top")?, query("$filter")?);
        let lists = matches!(place, Resource::Jobs { .. });
        let known = |name: &str| {
            let name = name.to_ascii_lowercase();
            name == "api-version" || lists && (name == "$top" || name == "$filter")
        };
        if !target.query_names().all(known) {
            return None;
        }
        let body = || serde_json::from_slice::<Value>(&request.body).ok();
        let operation = match place {
            Resource::Locations => SnippetOperation::Locations,
            Resource::Location(name) => SnippetOperation::Location(name),
            Resource::Operations => SnippetOperation::Operations,
            Resource::Jobs { subscription, group } => {
                SnippetOperation::List { subscription, group, top, filter }
            }
            Resource::Keys(path) => SnippetOperation::Keys(path),
            Resource::Job(path) => match request.method.as_str() {
                "PUT" => SnippetOperation::Put(path, body()?),
                "PATCH" => SnippetOperation::Patch(path, body()?),
                "DELETE" => SnippetOperation::Delete(path),
                _ => SnippetOperation::Get(path),
            },
        };
        Some(SnippetCall { operation, api_version })
    }
}
