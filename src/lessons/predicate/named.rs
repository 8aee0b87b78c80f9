//! Names: states, rules and spans of predicates as the API and the journal spell them.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serializer};

/// A value that has a name, or that there is none.
fn one<'de, D: Deserializer<'de>, T>(from: D, parse: impl Fn(&str) -> Option<T>) -> Result<T, D::Error> {
    let name = String::deserialize(from)?;
    parse(&name).ok_or_else(|| D::Error::custom(format_args!("no such name: {name}")))
}

/// One state, which may be left out.
pub mod state {
    use super::*;
    use crate::domain::state::JobState;

    pub fn serialize<S: Serializer>(state: &Option<JobState>, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(state.map_or("", JobState::as_str))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<JobState>, D::Error> {
        one(from, JobState::parse).map(Some)
    }
}

/// States: one by its name, or a list of them.
pub mod states {
    use super::*;
    use crate::domain::state::JobState;

    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Names {
        One(String),
        Several(Vec<String>),
    }

    pub fn serialize<S: Serializer>(states: &[JobState], to: S) -> Result<S::Ok, S::Error> {
        match states {
            [only] => to.serialize_str(only.as_str()),
            _ => to.collect_seq(states.iter().map(|state| state.as_str())),
        }
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<JobState>, D::Error> {
        let names = match Names::deserialize(from)? {
            Names::One(name) => vec![name],
            Names::Several(names) => names,
        };
        let state = |name: String| {
            JobState::parse(&name).ok_or_else(|| D::Error::custom(format_args!("no state: {name}")))
        };
        names.into_iter().map(state).collect()
    }
}

/// A rule set.
pub mod rules {
    use super::*;
    use crate::domain::state::RuleSet;

    pub fn serialize<S: Serializer>(rules: &RuleSet, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(rules.as_str())
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<RuleSet, D::Error> {
        one(from, RuleSet::parse)
    }
}

/// A rule set, which may be left out.
pub mod some_rules {
    use super::*;
    use crate::domain::state::RuleSet;

    pub fn serialize<S: Serializer>(rules: &Option<RuleSet>, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(rules.map_or("", RuleSet::as_str))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<RuleSet>, D::Error> {
        one(from, RuleSet::parse).map(Some)
    }
}

/// The state of a drive, which may be left out.
pub mod drive {
    use super::*;
    use crate::domain::drive::DriveState;

    pub fn serialize<S: Serializer>(state: &Option<DriveState>, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(state.map_or("", DriveState::as_str))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<DriveState>, D::Error> {
        one(from, |name| DriveState::ALL.into_iter().find(|state| state.as_str() == name)).map(Some)
    }
}

/// How a copy stands, which may be left out.
pub mod copy {
    use super::*;
    use crate::domain::drive::CopyStatus;

    pub fn serialize<S: Serializer>(status: &Option<CopyStatus>, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(status.map_or("", CopyStatus::as_str))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<CopyStatus>, D::Error> {
        one(from, |name| CopyStatus::ALL.into_iter().find(|status| status.as_str() == name)).map(Some)
    }
}

/// A span, which may be left out.
pub mod span {
    use super::*;
    use crate::domain::time::Span;
    use crate::journal::moments;

    pub fn serialize<S: Serializer>(span: &Option<Span>, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&span.map(moments::span_text).unwrap_or_default())
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Span>, D::Error> {
        one(from, moments::span).map(Some)
    }
}
