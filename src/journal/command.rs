//! Commands in their one spelling, as lessons, demos, submissions and the journal write them.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::domain::state::{JobState, RuleSet};
use crate::domain::time::{SimTime, Span};
use crate::service::clock::Speed;

use super::moments::{as_moment, as_span, moment, moment_text};

/// What somebody asks of a workspace, one JSON object each, whose only field says what. `docs/commands.md` has an
/// example of every one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum JournalCommand {
    /// Put Job: `{"put": {"job": "a-job", "body": {…}}}`, the body as the REST call has it.
    Put(Sent),
    /// Update Job Properties: `{"patch": {"job": "a-job", "body": {…}}}`.
    Patch(Sent),
    /// Update Job Properties with `state: Shipping`: `{"ship": {"job": "a-job", "deliveryPackage": {…}}}`.
    Ship(Ship),
    /// Update Job Properties with `cancelRequested: true`: `{"cancel": "a-job"}`.
    Cancel(JobRef),
    /// Delete Job: `{"delete": "a-job"}`.
    Delete(JobRef),
    /// Choose the rules: `{"rules": "FAQ 2020"}`.
    Rules(#[serde(with = "as_rules")] RuleSet),
    /// Set the clock's speed, as how many times faster than real time, one of those that are offered: `{"speed": 60}`.
    Speed(#[serde(with = "as_speed")] Speed),
    /// Stop the clock or let it run: `{"paused": true}`.
    Paused(bool),
    /// Let time go on at once: `{"advance": {"by": "P14D"}}`, `{"advance": {"until": "next"}}`.
    Advance(Advance),
    /// Make something go wrong: `{"inject": {"fault": "lost", "job": "a-job"}}`.
    Inject(Inject),
    /// Go back to an earlier moment and on from there: `{"rewind": {"by": "P1D"}}`.
    Rewind(Rewind),
}

impl JournalCommand {
    /// The job that it is about.
    pub fn job(&self) -> Option<&JobRef> {
        match self {
            JournalCommand::Put(sent) | JournalCommand::Patch(sent) => Some(&sent.job),
            JournalCommand::Ship(ship) => Some(&ship.job),
            JournalCommand::Cancel(job) | JournalCommand::Delete(job) => Some(job),
            JournalCommand::Inject(inject) => Some(&inject.job),
            JournalCommand::Rules(_)
            | JournalCommand::Speed(_)
            | JournalCommand::Paused(_)
            | JournalCommand::Advance(_)
            | JournalCommand::Rewind(_) => None,
        }
    }
}

/// Which job: its name, `group/name`, or its whole resource id. The case does not matter.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct JobRef(pub String);

impl JobRef {
    /// The job's name alone, whatever stands before it.
    pub fn name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or_default()
    }
}

/// A job, and the body of a REST call about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sent {
    /// Which job.
    pub job: JobRef,
    /// The body, in the spelling of Microsoft.ImportExport.
    pub body: Value,
}

/// A job, and what is sent with the word that its drives are on their way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Ship {
    /// Which job.
    pub job: JobRef,
    /// The parcel, unless it was sent before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery_package: Option<Value>,
    /// Where the drives go back to, unless it was sent before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub return_address: Option<Value>,
    /// Who brings them back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub return_shipping: Option<Value>,
}

/// How far time goes on: by a span, or until something, which it must reach within `atMost`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "AdvanceRow", into = "AdvanceRow")]
pub enum Advance {
    /// So far.
    By(Span),
    /// Until this.
    Until {
        /// What is waited for.
        until: Until,
        /// How long at most; [`Advance::AT_MOST`] where nothing is said.
        at_most: Option<Span>,
    },
}

impl Advance {
    /// How long is waited for something when nothing else is said: longer than any job's life.
    pub const AT_MOST: Span = Span::days(400);
}

/// What an advance waits for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "UntilRow", into = "UntilRow")]
pub enum Until {
    /// The next thing that happens to any job: `"next"`.
    Next,
    /// A moment: `"2026-03-12T08:00:00Z"`.
    Moment(SimTime),
    /// A job comes into a state: `{"job": "a-job", "state": "Packaging"}`.
    State {
        /// Which job.
        job: JobRef,
        /// Which state.
        state: JobState,
    },
    /// The service deletes a job: `{"job": "a-job", "gone": true}`.
    Gone(JobRef),
}

/// A fault and the job that it befalls.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inject {
    /// What goes wrong.
    pub fault: InjectedFault,
    /// Which job.
    pub job: JobRef,
    /// Which drive, counted from 1, where the fault is one of a drive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drive: Option<u8>,
}

/// What can be made to go wrong without a mark in somebody's input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum InjectedFault {
    /// The parcel to the data centre is lost.
    Lost,
    /// Some files of a drive cannot be copied.
    Corrupt,
    /// A drive cannot be read.
    Unreadable,
    /// The BitLocker key does not unlock a drive.
    BitLocker,
    /// The return address turns out to be wrong.
    Address,
    /// The service deletes the job a day from now, unless something is done before.
    Expire,
}

impl InjectedFault {
    /// Every fault.
    pub const ALL: [InjectedFault; 6] = [
        InjectedFault::Lost,
        InjectedFault::Corrupt,
        InjectedFault::Unreadable,
        InjectedFault::BitLocker,
        InjectedFault::Address,
        InjectedFault::Expire,
    ];
}

/// How far back: by a span of simulated time, or to a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Rewind {
    /// So far back from now.
    By(#[serde(with = "as_span")] Span),
    /// To this moment, after all that was asked at it.
    To(#[serde(with = "as_moment")] SimTime),
}

impl Ship {
    /// The body of the REST call that says the same.
    pub fn body(&self) -> Value {
        let mut properties = Map::new();
        let parts = [
            ("deliveryPackage", &self.delivery_package),
            ("returnAddress", &self.return_address),
            ("returnShipping", &self.return_shipping),
        ];
        for (name, value) in parts {
            if let Some(value) = value {
                properties.insert(name.to_owned(), value.clone());
            }
        }
        properties.insert("state".to_owned(), "Shipping".into());
        Value::Object(Map::from_iter([("properties".to_owned(), Value::Object(properties))]))
    }
}

/// The JSON of an [`Advance`].
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct AdvanceRow {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    by: Option<SpanText>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    until: Option<Until>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at_most: Option<SpanText>,
}

#[derive(Serialize, Deserialize)]
#[serde(transparent)]
struct SpanText(#[serde(with = "as_span")] Span);

impl TryFrom<AdvanceRow> for Advance {
    type Error = &'static str;

    fn try_from(row: AdvanceRow) -> Result<Advance, &'static str> {
        match row {
            AdvanceRow { by: Some(SpanText(by)), until: None, at_most: None } => Ok(Advance::By(by)),
            AdvanceRow { by: None, until: Some(until), at_most } => {
                Ok(Advance::Until { until, at_most: at_most.map(|SpanText(span)| span) })
            }
            AdvanceRow { .. } => Err("an advance goes either by a span, or until something, at most so long"),
        }
    }
}

impl From<Advance> for AdvanceRow {
    fn from(advance: Advance) -> AdvanceRow {
        match advance {
            Advance::By(by) => AdvanceRow { by: Some(SpanText(by)), until: None, at_most: None },
            Advance::Until { until, at_most } => {
                AdvanceRow { by: None, until: Some(until), at_most: at_most.map(SpanText) }
            }
        }
    }
}

/// The JSON of an [`Until`].
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum UntilRow {
    Word(String),
    Job(UntilJob),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct UntilJob {
    job: JobRef,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    state: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    gone: Option<bool>,
}

impl TryFrom<UntilRow> for Until {
    type Error = String;

    fn try_from(row: UntilRow) -> Result<Until, String> {
        match row {
            UntilRow::Word(word) if word == "next" => Ok(Until::Next),
            UntilRow::Word(word) => {
                moment(&word).map(Until::Moment).ok_or_else(|| format!("neither `next` nor a moment: {word}"))
            }
            UntilRow::Job(UntilJob { job, state: Some(name), gone: None }) => match JobState::parse(&name) {
                Some(state) => Ok(Until::State { job, state }),
                None => Err(format!("no state: {name}")),
            },
            UntilRow::Job(UntilJob { job, state: None, gone: Some(true) }) => Ok(Until::Gone(job)),
            UntilRow::Job(_) => Err("a job is waited for until it is in a `state` or `gone`".to_owned()),
        }
    }
}

impl From<Until> for UntilRow {
    fn from(until: Until) -> UntilRow {
        match until {
            Until::Next => UntilRow::Word("next".to_owned()),
            Until::Moment(at) => UntilRow::Word(moment_text(at)),
            Until::State { job, state } => {
                UntilRow::Job(UntilJob { job, state: Some(state.as_str().to_owned()), gone: None })
            }
            Until::Gone(job) => UntilRow::Job(UntilJob { job, state: None, gone: Some(true) }),
        }
    }
}

/// Speeds by their factors in serde's derived code.
mod as_speed {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::service::clock::Speed;

    pub fn serialize<S: Serializer>(speed: &Speed, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_u64(speed.factor())
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Speed, D::Error> {
        let factor = u64::deserialize(from)?;
        let found = Speed::ALL.into_iter().find(|speed| speed.factor() == factor);
        found.ok_or_else(|| D::Error::custom(format_args!("no speed: {factor}")))
    }
}

/// Rule sets by their names in serde's derived code.
mod as_rules {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::domain::state::RuleSet;

    pub fn serialize<S: Serializer>(rules: &RuleSet, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(rules.as_str())
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<RuleSet, D::Error> {
        let name = String::deserialize(from)?;
        RuleSet::parse(&name).ok_or_else(|| D::Error::custom(format_args!("no rule set: {name}")))
    }
}
