//! Steps: what a solution or a wrong attempt is made of, commands in their one spelling first of all.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::journal::{JobRef, JournalCommand};

use super::note::ReadOperation;

/// One step: a command, `{"try": COMMAND}` for one that the rules refuse, or `{"call": {"operation": "keys", "job": …}}`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Value", into = "Value")]
pub enum LessonStep {
    /// A command that is accepted.
    Give(JournalCommand),
    /// A command that the rules refuse.
    Try(JournalCommand),
    /// A call that only reads.
    Call(ReadCall),
}

/// A call that only reads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadCall {
    /// Which operation.
    pub operation: ReadOperation,
    /// About which job, where it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub job: Option<JobRef>,
}

impl LessonStep {
    /// The command that is given or tried.
    pub fn command(&self) -> Option<&JournalCommand> {
        match self {
            LessonStep::Give(command) | LessonStep::Try(command) => Some(command),
            LessonStep::Call(_) => None,
        }
    }
}

impl TryFrom<Value> for LessonStep {
    type Error = serde_json::Error;

    fn try_from(value: Value) -> Result<LessonStep, serde_json::Error> {
        let only =
            value.as_object().filter(|object| object.len() == 1).and_then(|object| object.iter().next());
        match only.map(|(name, inside)| (name.as_str(), inside)) {
            Some(("try", inside)) => serde_json::from_value(inside.clone()).map(LessonStep::Try),
            Some(("call", inside)) => serde_json::from_value(inside.clone()).map(LessonStep::Call),
            Some(_) | None => serde_json::from_value(value).map(LessonStep::Give),
        }
    }
}

impl From<LessonStep> for Value {
    fn from(step: LessonStep) -> Value {
        // Commands and calls are plain values, which cannot fail.
        let plain = |value: Result<Value, serde_json::Error>| value.unwrap_or(Value::Null);
        match step {
            LessonStep::Give(command) => plain(serde_json::to_value(command)),
            LessonStep::Try(command) => serde_json::json!({"try": plain(serde_json::to_value(command))}),
            LessonStep::Call(call) => serde_json::json!({"call": plain(serde_json::to_value(call))}),
        }
    }
}
