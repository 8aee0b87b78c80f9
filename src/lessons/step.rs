//! Steps: what a solution or a wrong attempt is made of, commands in their one spelling first of all.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::journal::{Command, JobRef};

use super::note::Operation;

/// One step: a command, `{"try": COMMAND}` for one that the rules refuse, or `{"call": {"operation": "keys", "job": …}}`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Value", into = "Value")]
pub enum Step {
    /// A command that is accepted.
    Give(Command),
    /// A command that the rules refuse.
    Try(Command),
    /// A call that only reads.
    Call(Call),
}

/// A call that only reads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Call {
    /// Which operation.
    pub operation: Operation,
    /// About which job, where it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub job: Option<JobRef>,
}

impl Step {
    /// The command that is given or tried.
    pub fn command(&self) -> Option<&Command> {
        match self {
            Step::Give(command) | Step::Try(command) => Some(command),
            Step::Call(_) => None,
        }
    }
}

impl TryFrom<Value> for Step {
    type Error = serde_json::Error;

    fn try_from(value: Value) -> Result<Step, serde_json::Error> {
        let only =
            value.as_object().filter(|object| object.len() == 1).and_then(|object| object.iter().next());
        match only.map(|(name, inside)| (name.as_str(), inside)) {
            Some(("try", inside)) => serde_json::from_value(inside.clone()).map(Step::Try),
            Some(("call", inside)) => serde_json::from_value(inside.clone()).map(Step::Call),
            Some(_) | None => serde_json::from_value(value).map(Step::Give),
        }
    }
}

impl From<Step> for Value {
    fn from(step: Step) -> Value {
        // Commands and calls are plain values, which cannot fail.
        let plain = |value: Result<Value, serde_json::Error>| value.unwrap_or(Value::Null);
        match step {
            Step::Give(command) => plain(serde_json::to_value(command)),
            Step::Try(command) => serde_json::json!({"try": plain(serde_json::to_value(command))}),
            Step::Call(call) => serde_json::json!({"call": plain(serde_json::to_value(call))}),
        }
    }
}
