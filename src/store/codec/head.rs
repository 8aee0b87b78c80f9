//! The head of a workspace as it is kept: a row whose elements have their places here and names everywhere else.

use std::fmt;

use serde::de::{Deserializer, Error, SeqAccess, Visitor};
use serde::ser::{SerializeTuple, Serializer};
use serde::{Deserialize, Serialize};

use crate::domain::state::RuleSet;
use crate::service::range;
use crate::service::tally::Tally;
use crate::service::workspace::Head;
use crate::store::entries::Entry;

use super::{Mark, SCHEMA, SCHEMAS, Str, Unreadable, elements, holds, parse, plain, seal, time, unseal};

/// The elements of the row, in their order.
struct HeadRow<'a> {
    schema: u32,
    seq: u64,
    epoch: u64,
    now: i64,
    speed: u64,
    paused: bool,
    seed: u64,
    rules: Str<'a>,
    scenario: Str<'a>,
    next_job: u64,
    next_line: u64,
    /// How many jobs, and their numbers in one; older rows end before it.
    jobs: Option<(u64, u64)>,
}

impl Serialize for HeadRow<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut row = to.serialize_tuple(11 + usize::from(self.jobs.is_some()))?;
        row.serialize_element(&self.schema)?;
        row.serialize_element(&self.seq)?;
        row.serialize_element(&self.epoch)?;
        row.serialize_element(&self.now)?;
        row.serialize_element(&self.speed)?;
        row.serialize_element(&self.paused)?;
        row.serialize_element(&self.seed)?;
        row.serialize_element(&self.rules)?;
        row.serialize_element(&self.scenario)?;
        row.serialize_element(&self.next_job)?;
        row.serialize_element(&self.next_line)?;
        if let Some(jobs) = &self.jobs {
            row.serialize_element(jobs)?;
        }
        row.end()
    }
}

impl<'de> Deserialize<'de> for HeadRow<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<HeadRow<'de>, D::Error> {
        from.deserialize_seq(Elements)
    }
}

struct Elements;

impl<'de> Visitor<'de> for Elements {
    type Value = HeadRow<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a row")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut row: A) -> Result<HeadRow<'de>, A::Error> {
        Ok(HeadRow {
            schema: required(row.next_element()?)?,
            seq: required(row.next_element()?)?,
            epoch: required(row.next_element()?)?,
            now: required(row.next_element()?)?,
            speed: required(row.next_element()?)?,
            paused: required(row.next_element()?)?,
            seed: required(row.next_element()?)?,
            rules: required(row.next_element()?)?,
            scenario: required(row.next_element()?)?,
            next_job: required(row.next_element()?)?,
            next_line: required(row.next_element()?)?,
            jobs: row.next_element::<Option<_>>()?.flatten(),
        })
    }
}

fn required<T, E: Error>(element: Option<T>) -> Result<T, E> {
    element.ok_or_else(|| E::custom("the row is too short"))
}

/// A head as it is kept.
pub fn head_text(head: &Head, mark: Mark) -> String {
    let row = HeadRow {
        schema: SCHEMA,
        seq: mark.seq,
        epoch: mark.epoch,
        now: head.now.millis(),
        speed: head.speed,
        paused: head.paused,
        seed: head.seed,
        rules: plain(head.rules.as_str()),
        scenario: plain(&head.scenario),
        next_job: head.next_job,
        next_line: head.next_line,
        jobs: head.jobs.map(|jobs| (jobs.count(), jobs.mixed())),
    };
    seal(&Entry::Head, &row)
}

/// The schema that a head is written in. Of every head, newer ones too: the array begins with it
/// and ends with the check.
///
/// # Errors
/// [`Unreadable`].
pub fn schema(kept: &str) -> Result<u32, Unreadable> {
    let all = elements(&Entry::Head, kept)?;
    let schema = all.first().and_then(serde_json::Value::as_u64).ok_or(Unreadable::Shape)?;
    u32::try_from(schema).ok().filter(|schema| SCHEMAS.start() <= schema).ok_or(Unreadable::Shape)
}

/// What [`head_text`] wrote.
///
/// # Errors
/// [`Unreadable`], never a panic, whatever the text.
pub fn head(kept: &str) -> Result<(Head, Mark), Unreadable> {
    let schema = schema(kept)?;
    if schema > SCHEMA {
        return Err(Unreadable::Newer(schema));
    }
    let json = unseal(&Entry::Head, kept)?;
    let row: HeadRow<'_> = parse(&json)?;
    holds([row.seq, row.epoch].iter().all(|number| range::COMMITS.contains(number)))?;
    holds([row.next_job, row.next_line].iter().all(|number| range::NEXT.contains(number)))?;
    holds(row.jobs.is_none_or(|(count, mixed)| count < row.next_job && mixed <= range::EXACT))?;
    holds(range::is_speed(row.speed) && row.scenario.0.len() <= range::SCENARIO_NAME)?;
    let head = Head {
        now: time(row.now)?,
        speed: row.speed,
        paused: row.paused,
        seed: row.seed,
        rules: RuleSet::parse(&row.rules.0).ok_or(Unreadable::Shape)?,
        scenario: row.scenario.0.into_owned(),
        next_job: row.next_job,
        next_line: row.next_line,
        jobs: row.jobs.map(|(count, mixed)| Tally::new(count, mixed)),
    };
    Ok((head, Mark { seq: row.seq, epoch: row.epoch }))
}
