//! Migrations: how entries of older formats become entries of the present one.
//!
//! The list only grows. A step takes one entry and leaves alone what is converted already, so that
//! a conversion that was cut short can begin again. While it goes on `wal` says from which format,
//! and the head already carries the new number, so that older pages keep their hands off.

use serde_json::Value;

use super::codec::{self, SCHEMA, Unreadable};
use super::entries::Entry;

/// Gives an entry of one format the next one; as it is if it has it already.
type Step = fn(&Entry, String) -> Result<String, Unreadable>;

/// The number of the oldest format that was ever released.
pub const OLDEST: u32 = 1;

/// The step at place n leads from format `OLDEST + n` to the next.
const STEPS: [Step; (SCHEMA - OLDEST) as usize] = [name_the_origin, as_it_is, as_it_is, as_it_is];

/// The text of an entry in the present format, when the slot is or was in the format `from`.
///
/// # Errors
/// [`Unreadable`] where the text fits neither format.
pub fn convert(entry: &Entry, text: String, from: u32) -> Result<String, Unreadable> {
    let first = from.checked_sub(OLDEST).ok_or(Unreadable::Shape)? as usize;
    let mut text = text;
    for (at, step) in STEPS.iter().enumerate().skip(first) {
        text = match entry {
            Entry::Head => renumber(text, OLDEST + at as u32 + 1)?,
            Entry::Origin | Entry::Job(_) | Entry::Line(_) | Entry::Wal | Entry::Beside(_) | Entry::Turn => {
                text
            }
        };
        text = step(entry, text)?;
    }
    Ok(text)
}

/// A head with a higher number of its format.
fn renumber(text: String, to: u32) -> Result<String, Unreadable> {
    let mut elements = codec::elements(&Entry::Head, &text)?;
    match elements.first_mut() {
        Some(first) if first.as_u64().is_some_and(|schema| schema < u64::from(to)) => *first = to.into(),
        Some(_) | None => return Ok(text),
    }
    Ok(codec::sealed(&Entry::Head, &elements))
}

/// 1 → 2: an origin also says which file the workspace came from.
fn name_the_origin(entry: &Entry, text: String) -> Result<String, Unreadable> {
    if *entry != Entry::Origin {
        return Ok(text);
    }
    let mut elements = codec::elements(entry, &text)?;
    if elements.len() >= 3 {
        return Ok(text);
    }
    elements.push(Value::String(String::new()));
    Ok(codec::sealed(entry, &elements))
}

/// 2 → 3: lines of the activity log may be about no job. 3 → 4: jobs and lines may tell of injections. 4 → 5: a
/// head says which jobs there are. What was written before is still right.
fn as_it_is(_: &Entry, text: String) -> Result<String, Unreadable> {
    Ok(text)
}
