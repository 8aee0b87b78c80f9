//! Lines of the activity log as rows of short JSON.

use serde::{Deserialize, Serialize};

use crate::domain::name::JobName;
use crate::domain::state::RuleSet;
use crate::service::log::{Actor, LogAction, LogLine};
use crate::service::range;
use crate::store::entries::Entry;

use super::{Str, Unreadable, holds, injected, parse, plain, seal, time, unseal};

/// When; the job's name, or nothing; what and who, by their codes; and which rules were chosen, until when time was let go
/// on, or what went wrong.
#[derive(Serialize, Deserialize)]
struct LineRow<'a>(
    i64,
    #[serde(borrow)] Str<'a>,
    u8,
    u8,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")] Option<Str<'a>>,
);

const RULES_CHOSEN: u8 = 6;
const JUMPED: u8 = 7;
const INJECTED: u8 = 8;

/// What an action is kept as. A code is never given to another: what was kept once is read for ever.
fn action_code(action: LogAction) -> u8 {
    match action {
        LogAction::Created => 0,
        LogAction::Replaced => 1,
        LogAction::Updated => 2,
        LogAction::MarkedShipped => 3,
        LogAction::CancelRequested => 4,
        LogAction::Deleted => 5,
        LogAction::RulesChosen(_) => RULES_CHOSEN,
        LogAction::Jumped(_) => JUMPED,
        LogAction::Injected(_) => INJECTED,
    }
}

/// What somebody is kept as.
fn actor_code(by: Actor) -> u8 {
    match by {
        Actor::Portal => 0,
        Actor::Rest => 1,
        Actor::Service => 2,
    }
}

/// A line of the activity log as it is kept.
pub fn line_text(line: &LogLine) -> String {
    let detail = match line.action {
        LogAction::RulesChosen(rules) => Some(plain(rules.as_str())),
        LogAction::Injected(what) => Some(Str(injected::word(what).into())),
        LogAction::Jumped(to) => Some(Str(to.millis().to_string().into())),
        LogAction::Created
        | LogAction::Replaced
        | LogAction::Updated
        | LogAction::MarkedShipped
        | LogAction::CancelRequested
        | LogAction::Deleted => None,
    };
    let (action, by) = (action_code(line.action), actor_code(line.by));
    let job = plain(line.job.as_ref().map_or("", JobName::as_str));
    seal(&Entry::Line(line.no), &LineRow(line.at.millis(), job, action, by, detail))
}

/// The line with number `no` that [`line_text`] wrote.
///
/// # Errors
/// [`Unreadable`], never a panic, whatever the text.
pub fn line(no: u64, kept: &str) -> Result<LogLine, Unreadable> {
    let json = unseal(&Entry::Line(no), kept)?;
    holds(range::NUMBERS.contains(&no))?;
    let LineRow(at, name, action, by, detail) = parse(&json)?;
    let (job, action) = match (action, detail) {
        (RULES_CHOSEN, Some(rules)) => (None, RuleSet::parse(&rules.0).map(LogAction::RulesChosen)),
        (JUMPED, Some(to)) => {
            let to = to.0.parse().map_err(|_| Unreadable::Shape)?;
            (None, Some(LogAction::Jumped(time(to)?)))
        }
        (INJECTED, Some(what)) => {
            (Some(JobName::parse(&name.0)?), injected::parsed(&what.0).map(LogAction::Injected))
        }
        (code, _) => {
            let action = LogAction::ALL.into_iter().find(|action| action_code(*action) == code);
            (Some(JobName::parse(&name.0)?), action)
        }
    };
    let by = Actor::ALL.into_iter().find(|actor| actor_code(*actor) == by);
    let (action, by) = (action.ok_or(Unreadable::Shape)?, by.ok_or(Unreadable::Shape)?);
    Ok(LogLine { no, at: time(at)?, job, action, by })
}
