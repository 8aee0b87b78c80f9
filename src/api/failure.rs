//! Failures: everything that the API refuses, and the error object it says so with.

use serde_json::{Map, Value, json};

use crate::domain::state::{Action, JobState, Refusal, Why};
use crate::domain::text::Invalid;
use crate::phrases::Messages;

use super::explain;
use super::filter::FilterError;
use super::route::BadName;
use super::wire::FieldError;

/// The api-versions that the API speaks, oldest first.
pub const API_VERSIONS: [&str; 3] = ["2016-11-01", "2020-08-01", "2021-01-01"];

/// The most bytes of a body.
pub const MOST_BYTES: usize = 1_000_000;

/// Why a request is refused. A refused request changes nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum Failure {
    /// The query has no `api-version`.
    MissingApiVersion,
    /// The query has another `api-version` than those that the API speaks.
    InvalidApiVersion(String),
    /// Nothing is at this path.
    NoSuchPath,
    /// There is no job of this name.
    NoSuchJob(String),
    /// There is no location of this name.
    NoSuchLocation(String),
    /// The place answers other methods than this.
    MethodNotAllowed(&'static str),
    /// A name in the path cannot be.
    InvalidName(BadName),
    /// The body is larger than [`MOST_BYTES`].
    TooLarge,
    /// The body is not JSON.
    NotJson,
    /// Fields of the body are wrong.
    InvalidFields(Vec<FieldError>),
    /// A part of the query is wrong.
    InvalidQuery(&'static str, Invalid),
    /// `$filter` is not understood.
    InvalidFilter(FilterError),
    /// `$skiptoken` is none that the API has given out.
    InvalidSkipToken,
    /// No number is left for a job or a line of the log.
    Spent,
    /// The rules refuse it; the first refusal decides.
    Refused(Refusal, Vec<Refusal>),
}

/// One entry of `details`.
struct Detail {
    code: &'static str,
    target: String,
    message: String,
}

impl Failure {
    /// The HTTP status.
    pub fn status(&self) -> u16 {
        match self {
            Failure::MissingApiVersion
            | Failure::InvalidApiVersion(_)
            | Failure::InvalidName(_)
            | Failure::NotJson
            | Failure::InvalidFields(_)
            | Failure::InvalidQuery(..)
            | Failure::InvalidFilter(_)
            | Failure::InvalidSkipToken => 400,
            Failure::NoSuchPath | Failure::NoSuchJob(_) | Failure::NoSuchLocation(_) => 404,
            Failure::MethodNotAllowed(_) => 405,
            Failure::Refused(..) | Failure::Spent => 409,
            Failure::TooLarge => 413,
        }
    }

    /// The code; never translated.
    pub fn code(&self) -> &'static str {
        match self {
            Failure::MissingApiVersion => "MissingApiVersionParameter",
            Failure::InvalidApiVersion(_) => "InvalidApiVersionParameter",
            Failure::NoSuchPath | Failure::NoSuchJob(_) | Failure::NoSuchLocation(_) => "ResourceNotFound",
            Failure::MethodNotAllowed(_) => "MethodNotAllowed",
            Failure::InvalidName(_) => "InvalidResourceName",
            Failure::TooLarge => "RequestContentTooLarge",
            Failure::NotJson
            | Failure::InvalidFields(_)
            | Failure::InvalidQuery(..)
            | Failure::InvalidFilter(_)
            | Failure::InvalidSkipToken => "InvalidRequestContent",
            Failure::Refused(..) => "JobStateConflict",
            Failure::Spent => "QuotaExceeded",
        }
    }

    /// The error object.
    pub fn json(&self, messages: &Messages) -> Value {
        let details = self.details(messages);
        let mut error = Map::new();
        error.insert("code".to_owned(), json!(self.code()));
        error.insert("message".to_owned(), json!(self.message(&details, messages)));
        let target = self.target().or_else(|| match details.as_slice() {
            [only] => Some(only.target.clone()),
            _ => None,
        });
        if let Some(target) = target {
            error.insert("target".to_owned(), json!(target));
        }
        if !details.is_empty() {
            let details: Vec<Value> = details
                .into_iter()
                .map(
                    |detail| json!({"code": detail.code, "target": detail.target, "message": detail.message}),
                )
                .collect();
            error.insert("details".to_owned(), Value::Array(details));
        }
        if let Failure::Refused(refusal, _) = self {
            error.insert("innererror".to_owned(), rule_json(refusal));
        }
        json!({ "error": error })
    }

    /// The failure as a sentence, as the error object has it.
    pub fn sentence(&self, messages: &Messages) -> String {
        self.message(&self.details(messages), messages)
    }

    fn message(&self, details: &[Detail], messages: &Messages) -> String {
        match self {
            Failure::MissingApiVersion => messages.error_api_version_missing(API_VERSIONS.join(", ")),
            Failure::InvalidApiVersion(given) => {
                messages.error_api_version_invalid(given.as_str(), API_VERSIONS.join(", "))
            }
            Failure::NoSuchPath => messages.error_no_such_path(),
            Failure::NoSuchJob(name) => messages.error_no_such_job(name.as_str()),
            Failure::NoSuchLocation(name) => messages.error_no_such_location(name.as_str()),
            Failure::MethodNotAllowed(allowed) => messages.error_method_not_allowed(*allowed),
            Failure::TooLarge => messages.error_too_large((MOST_BYTES / 1_000).to_string()),
            Failure::NotJson => messages.error_not_json(),
            Failure::Spent => messages.error_spent(),
            Failure::InvalidName(_)
            | Failure::InvalidFields(_)
            | Failure::InvalidQuery(..)
            | Failure::InvalidFilter(_)
            | Failure::InvalidSkipToken => match details {
                [only] => messages.error_one_field(only.target.as_str(), only.message.as_str()),
                _ => messages.error_fields(details.len().to_string()),
            },
            Failure::Refused(refusal, _) => return explain::sentence(refusal, messages),
        }
        .to_string()
    }

    fn target(&self) -> Option<String> {
        match self {
            Failure::MissingApiVersion | Failure::InvalidApiVersion(_) => Some("api-version".to_owned()),
            Failure::NoSuchJob(name) | Failure::NoSuchLocation(name) => Some(name.clone()),
            Failure::Refused(refusal, _) => Some(refused_field(refusal.action).to_owned()),
            Failure::NoSuchPath
            | Failure::MethodNotAllowed(_)
            | Failure::InvalidName(_)
            | Failure::TooLarge
            | Failure::NotJson
            | Failure::Spent
            | Failure::InvalidFields(_)
            | Failure::InvalidQuery(..)
            | Failure::InvalidFilter(_)
            | Failure::InvalidSkipToken => None,
        }
    }

    fn details(&self, messages: &Messages) -> Vec<Detail> {
        let field = |target: &str, problem: &Invalid| Detail {
            code: problem_code(problem),
            target: target.to_owned(),
            message: explain::invalid(problem, messages),
        };
        match self {
            Failure::InvalidName(bad) => vec![field(bad.target, &bad.problem)],
            Failure::InvalidFields(errors) => {
                errors.iter().map(|error| field(&error.target, &error.problem)).collect()
            }
            Failure::InvalidQuery(name, problem) => vec![field(name, problem)],
            Failure::InvalidFilter(error) => {
                vec![Detail {
                    code: "InvalidFilter",
                    target: "$filter".to_owned(),
                    message: error.message(messages),
                }]
            }
            Failure::InvalidSkipToken => vec![Detail {
                code: "InvalidSkipToken",
                target: "$skiptoken".to_owned(),
                message: messages.error_skip_token().to_string(),
            }],
            Failure::Refused(_, all) => all
                .iter()
                .map(|refusal| Detail {
                    code: "JobStateConflict",
                    target: refused_field(refusal.action).to_owned(),
                    message: explain::sentence(refusal, messages),
                })
                .collect(),
            Failure::MissingApiVersion
            | Failure::InvalidApiVersion(_)
            | Failure::NoSuchPath
            | Failure::NoSuchJob(_)
            | Failure::NoSuchLocation(_)
            | Failure::MethodNotAllowed(_)
            | Failure::TooLarge
            | Failure::NotJson
            | Failure::Spent => Vec::new(),
        }
    }
}

/// The rule that refused, for programs.
fn rule_json(refusal: &Refusal) -> Value {
    let allowed: Vec<&str> = refusal.allowed.iter().copied().map(JobState::as_str).collect();
    json!({
        "code": match refusal.why {
            Why::State => "StateDoesNotAllow",
            Why::CancelPending => "CancelPending",
        },
        "state": refusal.state.as_str(),
        "allowedStates": allowed,
        "ruleSet": refusal.rules.as_str(),
    })
}

/// The field of the request, or of the job, that a refused action is about.
fn refused_field(action: Action) -> &'static str {
    match action {
        Action::Cancel => "properties.cancelRequested",
        Action::Delete | Action::Replace | Action::Ship => "properties.state",
        Action::EditDrives => "properties.driveList",
        Action::EditDelivery => "properties.deliveryPackage",
        Action::EditLogging => "properties.logLevel",
        Action::EditReturn => "properties.returnAddress",
        Action::EditTags => "tags",
    }
}

/// How something was asked for that was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attempt {
    /// By Delete Job.
    Deletion,
    /// By Put Job, of a job that was there.
    Replacement,
    /// By Update Job Properties.
    Change,
}

/// The action that a refusal is about, from how it was asked for and the field that the error names; nothing where the
/// field belongs to no action.
pub fn refused_action(asked: Attempt, field: &str) -> Option<Action> {
    match asked {
        Attempt::Deletion => Some(Action::Delete),
        Attempt::Replacement => Some(Action::Replace),
        Attempt::Change => {
            let mut changes = Action::ALL.into_iter().filter(|action| match action {
                Action::Delete | Action::Replace => false,
                Action::Cancel
                | Action::Ship
                | Action::EditDrives
                | Action::EditDelivery
                | Action::EditLogging
                | Action::EditReturn
                | Action::EditTags => true,
            });
            changes.find(|action| refused_field(*action) == field)
        }
    }
}

/// The code of a wrong field; never translated.
fn problem_code(problem: &Invalid) -> &'static str {
    match problem {
        Invalid::Missing => "MissingValue",
        Invalid::TooLong { .. } => "ValueTooLong",
        Invalid::TooShort { .. } => "ValueTooShort",
        Invalid::ControlCharacters => "ControlCharacters",
        Invalid::Malformed(_) => "MalformedValue",
        Invalid::NotOneOf(_) => "UnknownValue",
        Invalid::OutOfRange { .. } => "ValueOutOfRange",
        Invalid::Duplicate => "DuplicateValue",
        Invalid::WrongType(_) => "WrongType",
        Invalid::NotAllowedHere => "PropertyNotAllowed",
    }
}
