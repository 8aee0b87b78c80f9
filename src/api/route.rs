//! Routes: what a path and a method ask for.

use crate::domain::name::{GroupName, JobId, JobKey, JobName, SubscriptionId};
use crate::domain::text::Invalid;

/// A place that the API answers at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resource {
    /// `/providers/Microsoft.ImportExport/locations`.
    Locations,
    /// One location.
    Location(String),
    /// `/providers/Microsoft.ImportExport/operations`.
    Operations,
    /// The jobs of a subscription or of one of its groups.
    Jobs {
        /// The subscription.
        subscription: String,
        /// The group.
        group: Option<String>,
    },
    /// One job.
    Job(JobPath),
    /// The BitLocker keys of a job.
    Keys(JobPath),
}

/// The names in the path to a job, in the case given. They may be invalid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JobPath {
    /// The subscription.
    pub subscription: String,
    /// The resource group.
    pub group: String,
    /// The job's name.
    pub name: String,
}

/// A name in a path that cannot be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadName {
    /// Which: `subscriptionId`, `resourceGroupName` or `jobName`, as the contract calls them.
    pub target: &'static str,
    /// What is wrong with it.
    pub problem: Invalid,
}

impl Resource {
    /// What is at the path of these parts; fixed words in any case.
    pub fn find(segments: &[String]) -> Option<Resource> {
        let lower: Vec<String> = segments.iter().map(|part| part.to_ascii_lowercase()).collect();
        let lower: Vec<&str> = lower.iter().map(String::as_str).collect();
        // A name is taken from the path as given; an empty one is none.
        let name = |at: usize| segments.get(at).filter(|name| !name.is_empty()).cloned();
        const PROVIDER: &str = "microsoft.importexport";
        match lower.as_slice() {
            ["providers", PROVIDER, "locations"] => Some(Resource::Locations),
            ["providers", PROVIDER, "locations", _] => name(3).map(Resource::Location),
            ["providers", PROVIDER, "operations"] => Some(Resource::Operations),
            ["subscriptions", _, "providers", PROVIDER, "jobs"] => {
                Some(Resource::Jobs { subscription: name(1)?, group: None })
            }
            ["subscriptions", _, "resourcegroups", _, "providers", PROVIDER, "jobs", rest @ ..] => {
                let (subscription, group) = (name(1)?, name(3)?);
                let job = |name| JobPath { subscription: subscription.clone(), group: group.clone(), name };
                match rest {
                    [] => Some(Resource::Jobs { subscription, group: Some(group) }),
                    [_] => name(7).map(job).map(Resource::Job),
                    [_, "listbitlockerkeys"] => name(7).map(job).map(Resource::Keys),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// The methods that it answers, as in the header `allow`.
    pub fn methods(&self) -> &'static str {
        match self {
            Resource::Locations | Resource::Location(_) | Resource::Operations | Resource::Jobs { .. } => {
                "GET"
            }
            Resource::Job(_) => "GET, PUT, PATCH, DELETE",
            Resource::Keys(_) => "POST",
        }
    }

    /// Whether it answers `method`.
    pub fn answers(&self, method: &str) -> bool {
        self.methods().split(", ").any(|known| known == method)
    }
}

impl From<&JobId> for JobPath {
    fn from(id: &JobId) -> Self {
        JobPath {
            subscription: id.subscription.to_string(),
            group: id.group.to_string(),
            name: id.name.to_string(),
        }
    }
}

impl JobPath {
    /// The key to look the job up by.
    pub fn key(&self) -> JobKey {
        JobKey::new(&self.subscription, &self.group, &self.name)
    }

    /// The id of a job that is to be made here.
    ///
    /// # Errors
    /// The first of the names that cannot be.
    pub fn id(&self) -> Result<JobId, BadName> {
        let (subscription, group) = scope(&self.subscription, &self.group)?;
        let name = JobName::parse(&self.name).map_err(|problem| BadName { target: "jobName", problem })?;
        Ok(JobId { subscription, group, name })
    }
}

/// The names of a scope.
///
/// # Errors
/// The first of the names that cannot be.
pub fn scope(subscription: &str, group: &str) -> Result<(SubscriptionId, GroupName), BadName> {
    let subscription = self::subscription(subscription)?;
    let group =
        GroupName::parse(group).map_err(|problem| BadName { target: "resourceGroupName", problem })?;
    Ok((subscription, group))
}

/// The name of a subscription.
///
/// # Errors
/// That it is none.
pub fn subscription(text: &str) -> Result<SubscriptionId, BadName> {
    SubscriptionId::parse(text).map_err(|problem| BadName { target: "subscriptionId", problem })
}
