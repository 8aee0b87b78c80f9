//! The filter of the activity log: who, what and which result, as its link says.

use crate::portal::route::Query;
use crate::service::log::Actor;

use super::model::{ActivityEntry, EntryKind};

/// Which entries are wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActivityFilter {
    /// Words that must be somewhere in the entry.
    pub text: String,
    /// Who did it.
    pub who: Option<Actor>,
    /// Commands, changes of state or both.
    pub kind: EntryKind,
    /// Whether it was done or refused.
    pub result: Option<ActivityOutcome>,
}

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActivityOutcome {
    /// It was done.
    Done,
    /// It was refused.
    Refused,
}

impl ActivityOutcome {
    /// Every one, in the order offered.
    pub const ALL: [ActivityOutcome; 2] = [ActivityOutcome::Done, ActivityOutcome::Refused];

    /// Its name in the query.
    pub fn as_str(self) -> &'static str {
        match self {
            ActivityOutcome::Done => "done",
            ActivityOutcome::Refused => "refused",
        }
    }
}

/// The name of an actor in the query.
pub fn actor_name(actor: Actor) -> &'static str {
    match actor {
        Actor::Portal => "portal",
        Actor::Rest => "rest",
        Actor::Service => "service",
    }
}

impl ActivityFilter {
    /// What a link wants; a value that cannot be is as good as none.
    pub fn of(query: &Query) -> ActivityFilter {
        let said = |name: &str| query.get(name).unwrap_or_default();
        ActivityFilter {
            text: said("q").to_owned(),
            who: Actor::ALL.into_iter().find(|actor| actor_name(*actor) == said("who")),
            kind: EntryKind::ALL
                .into_iter()
                .find(|kind| kind.as_str() == said("what"))
                .unwrap_or(EntryKind::Commands),
            result: ActivityOutcome::ALL.into_iter().find(|result| result.as_str() == said("result")),
        }
    }

    /// Whether `entry` is wanted, apart from the words.
    pub fn fits(&self, entry: &ActivityEntry) -> bool {
        let result = if entry.refused.is_some() { ActivityOutcome::Refused } else { ActivityOutcome::Done };
        self.who.is_none_or(|who| who == entry.by) && self.result.is_none_or(|wanted| wanted == result)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::SimTime;
    use crate::portal::activity::model::{ActivityEvent, EntryId};
    use crate::service::log::LogAction;

    #[test]
    fn a_link_says_who_what_and_which_result_is_wanted() {
        let wanted = |query: &str| ActivityFilter::of(&Query::parse(query));
        let first =
            ActivityFilter { text: String::new(), who: None, kind: EntryKind::Commands, result: None };
        assert_eq!(wanted(""), first);
        assert_eq!(wanted("who=nobody&what=x&result=y"), first);
        let all = wanted("q=a%20b&who=rest&what=all&result=refused");
        assert_eq!((all.text.as_str(), all.who, all.kind), ("a b", Some(Actor::Rest), EntryKind::All));
        assert_eq!(all.result, Some(ActivityOutcome::Refused));
        let done = ActivityEntry {
            id: EntryId::Line(1),
            at: SimTime::from_millis(0),
            what: ActivityEvent::Command(LogAction::Updated),
            job: String::new(),
            link: None,
            by: Actor::Rest,
            refused: None,
            rule: None,
        };
        let refused = ActivityEntry { refused: Some("why".to_owned()), ..done.clone() };
        let fitting = |query: &str| [&done, &refused].map(|entry| wanted(query).fits(entry));
        assert_eq!(fitting(""), [true, true]);
        assert_eq!(fitting("result=refused"), [false, true]);
        assert_eq!(fitting("who=rest&result=done"), [true, false]);
        assert_eq!(fitting("who=portal"), [false, false]);
    }
}
