//! The codec: jobs, heads and lines of the log as short JSON, each text with a check of its own.
//!
//! A value is a JSON array whose last element is the check: eight hexadecimal digits over the key
//! and everything before it. So a changed letter is noticed even where it would make sense.

mod head;
mod injected;
mod job;
mod line;
mod shared;
mod wal;

use std::borrow::Cow;
use std::fmt::{self, Write as _};
use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use crate::domain::text::{Invalid, Text};
use crate::domain::time::SimTime;
use crate::service::range::{self, Spent};

use super::entries::Entry;

pub use head::{head, head_text, schema};
pub use job::{job, job_text};
pub use line::{line, line_text};
pub use shared::Shared;
pub use wal::{Wal, wal, wal_text};

/// The number of the format that this version writes.
pub const SCHEMA: u32 = 5;
/// The formats that this version reads; no format was ever 0.
pub const SCHEMAS: RangeInclusive<u32> = 1..=SCHEMA;

/// What a store adds to a head: which commit it belongs to, and under whose lead it was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Mark {
    /// The number of the last commit.
    pub seq: u64,
    /// How many leaders there have been.
    pub epoch: u64,
}

impl Mark {
    /// The later of two commits has the higher rank: one under a later lead, or a later one under the same.
    pub fn rank(self) -> (u64, u64) {
        (self.epoch, self.seq)
    }

    /// The commit behind this one.
    ///
    /// # Errors
    /// [`Spent`].
    pub fn next(self) -> Result<Mark, Spent> {
        Ok(Mark { seq: range::after_commit(self.seq)?, ..self })
    }
}

/// Why a text is not the entry that it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// The check does not fit: the text was cut off, changed, or belongs to another key.
    Check,
    /// The check fits, but it is not what is kept under such a key.
    Shape,
    /// A newer version wrote it, in the format of this number.
    Newer(u32),
}

impl From<Invalid> for Unreadable {
    fn from(_: Invalid) -> Self {
        Unreadable::Shape
    }
}

/// The length of `,"01234567"]`.
const CHECK: usize = 12;

/// FNV-1a over what is written into it.
struct Sum(u32);

impl fmt::Write for Sum {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let add = |sum: u32, byte: u8| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        self.0 = text.bytes().fold(self.0, add);
        Ok(())
    }
}

/// The last element of an entry that begins with `text`, and what closes it.
fn check(entry: &Entry, text: &str) -> [u8; CHECK] {
    let mut sum = Sum(0x811c_9dc5);
    // A sum takes whatever it is given.
    let _ = write!(sum, "{entry}\0");
    let _ = sum.write_str(text);
    let mut check = *b",\"00000000\"]";
    for (at, digit) in check[2..10].iter_mut().enumerate() {
        *digit = b"0123456789abcdef"[(sum.0 >> (28 - 4 * at)) as usize & 15];
    }
    check
}

/// The row as JSON with its check at the end. Rows are arrays of plain values, which cannot fail.
fn seal<T: Serialize>(entry: &Entry, row: &T) -> String {
    let mut text = serde_json::to_string(row).unwrap_or_default();
    text.pop();
    let check = check(entry, &text);
    text.extend(check.map(char::from));
    text
}

/// What [`seal`] wrote, without the check.
fn unseal(entry: &Entry, text: &str) -> Result<String, Unreadable> {
    let cut =
        text.len().checked_sub(CHECK).filter(|cut| text.is_char_boundary(*cut)).ok_or(Unreadable::Check)?;
    let (body, tail) = text.split_at(cut);
    if tail.as_bytes() != check(entry, body) {
        return Err(Unreadable::Check);
    }
    Ok([body, "]"].concat())
}

/// The elements of an entry's array, whatever they are; for migrations.
///
/// # Errors
/// [`Unreadable`], never a panic, whatever the text.
pub fn elements(entry: &Entry, kept: &str) -> Result<Vec<serde_json::Value>, Unreadable> {
    parse(&unseal(entry, kept)?)
}

/// An entry with these elements.
pub fn sealed(entry: &Entry, elements: &[serde_json::Value]) -> String {
    seal(entry, &elements)
}

fn parse<'a, T: Deserialize<'a>>(json: &'a str) -> Result<T, Unreadable> {
    serde_json::from_str(json).map_err(|_| Unreadable::Shape)
}

/// A text that is borrowed from the JSON where nothing in it is escaped.
#[derive(PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
struct Str<'a>(#[serde(borrow)] Cow<'a, str>);

/// A text of an order.
fn str<const MAX: usize>(text: &Text<MAX>) -> Str<'_> {
    plain(text.as_str())
}

fn plain(text: &str) -> Str<'_> {
    Str(Cow::Borrowed(text))
}

/// Nothing is as good as no text, which no text is allowed to be.
fn some<const MAX: usize>(text: &Option<Text<MAX>>) -> Str<'_> {
    plain(text.as_ref().map_or("", Text::as_str))
}

fn text<const MAX: usize>(text: &Str<'_>) -> Result<Text<MAX>, Invalid> {
    Text::parse(&text.0)
}

fn maybe<const MAX: usize>(given: &Str<'_>) -> Result<Option<Text<MAX>>, Invalid> {
    if given.0.is_empty() { Ok(None) } else { text(given).map(Some) }
}

fn time(millis: i64) -> Result<SimTime, Unreadable> {
    range::time(millis).ok_or(Unreadable::Shape)
}

/// Nothing where it holds.
fn holds(it: bool) -> Result<(), Unreadable> {
    if it { Ok(()) } else { Err(Unreadable::Shape) }
}

/// A JSON array that is kept beside a workspace, with its check.
pub fn beside_text(entry: &Entry, text: &str) -> String {
    let body = text.strip_suffix(']').unwrap_or(text);
    let mut text = body.to_owned();
    text.extend(check(entry, body).map(char::from));
    text
}

/// The array that [`beside_text`] was given.
///
/// # Errors
/// [`Unreadable`], never a panic, whatever the text.
pub fn beside(entry: &Entry, kept: &str) -> Result<String, Unreadable> {
    unseal(entry, kept)
}

/// What a workspace was made from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// What its durations are drawn from.
    pub seed: u64,
    /// The scenario that it began with.
    pub scenario: String,
    /// The name of the file it came from; empty if it came from none.
    pub title: String,
}

/// An origin as it is kept.
pub fn origin_text(origin: &Origin) -> String {
    seal(&Entry::Origin, &(origin.seed, plain(&origin.scenario), plain(&origin.title)))
}

/// What [`origin_text`] wrote.
///
/// # Errors
/// [`Unreadable`], never a panic, whatever the text.
pub fn origin(kept: &str) -> Result<Origin, Unreadable> {
    let json = unseal(&Entry::Origin, kept)?;
    let (seed, scenario, title): (u64, Str<'_>, Str<'_>) = parse(&json)?;
    holds(scenario.0.len() <= range::SCENARIO_NAME && title.0.len() <= range::TITLE)?;
    Ok(Origin { seed, scenario: scenario.0.into_owned(), title: title.0.into_owned() })
}
