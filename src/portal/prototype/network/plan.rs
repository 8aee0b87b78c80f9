//! The plan: latency, and rules that say which call meets which outcome. Its texts are values of switches.
//!
//! `latency=800`, `latency=800~200` with jitter, `latency=Jobs_Get:3000` for one operation alone; `fail=30%` for every
//! operation, `fail=Jobs_Delete:409` always, `fail=Jobs_Update:503@2` for the second call, `fail=429@10%`, several with
//! commas; `never` and `cut` and `offline` stand where a status would.

use std::fmt;

use crate::api::operation::Operation;

/// The longest latency, in milliseconds: a minute.
pub const MOST_LATENCY: u32 = 60_000;
/// The most rules of one plan.
pub const MOST_RULES: usize = 20;

/// What the network does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NetworkPlan {
    /// How long an answer takes; the first that speaks of the operation counts.
    pub latency: Vec<Latency>,
    /// What happens to calls; the first whose hour has come counts.
    pub rules: Vec<NetworkRule>,
    /// What is drawn is drawn from it.
    pub seed: u64,
}

/// Which operations something is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Scope {
    /// Every operation.
    #[default]
    Every,
    /// This one.
    One(Operation),
}

/// How long an answer takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Latency {
    /// Of which operations.
    pub scope: Scope,
    /// Milliseconds.
    pub millis: u32,
    /// Up to so many milliseconds more or less.
    pub jitter: u32,
}

/// What happens to which calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NetworkRule {
    /// Of which operations.
    pub scope: Scope,
    /// What.
    pub outcome: PlannedOutcome,
    /// To which of their calls.
    pub when: When,
}

/// What happens to a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PlannedOutcome {
    /// It is refused with this status and not carried out.
    Status(ErrorStatus),
    /// It is carried out, and its answer breaks off.
    Cut,
    /// It is not answered, and not carried out, until the answers that are held back are released.
    Never,
    /// There is no connection: it does not arrive.
    Offline,
}

/// A status that a call can be refused with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ErrorStatus(u16);

/// To which calls of an operation something happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// To each.
    Always,
    /// To the one with this number, counted from 1 since the page was opened or the plan was set.
    Call(u32),
    /// To so many of a hundred, by the seed.
    Percent(u8),
}

impl ErrorStatus {
    /// Every status that a call can be refused with.
    pub const ALL: [ErrorStatus; 8] = [
        ErrorStatus(401),
        ErrorStatus(403),
        ErrorStatus(404),
        ErrorStatus(409),
        ErrorStatus(412),
        ErrorStatus(429),
        ErrorStatus(500),
        ErrorStatus(503),
    ];
    /// The one that is meant where none is said.
    pub const USUAL: ErrorStatus = ErrorStatus(500);

    /// Its number.
    pub fn number(self) -> u16 {
        self.0
    }
}

impl PlannedOutcome {
    /// Every outcome, in the order offered.
    pub fn all() -> impl Iterator<Item = PlannedOutcome> {
        let statuses = ErrorStatus::ALL.into_iter().map(PlannedOutcome::Status);
        statuses.chain([PlannedOutcome::Cut, PlannedOutcome::Never, PlannedOutcome::Offline])
    }

    /// The outcome of this name.
    pub fn parse(name: &str) -> Option<PlannedOutcome> {
        PlannedOutcome::all().find(|outcome| outcome.to_string() == name)
    }
}

impl fmt::Display for PlannedOutcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PlannedOutcome::Status(status) => write!(f, "{}", status.0),
            PlannedOutcome::Cut => f.write_str("cut"),
            PlannedOutcome::Never => f.write_str("never"),
            PlannedOutcome::Offline => f.write_str("offline"),
        }
    }
}

impl Scope {
    /// Whether it is about this operation; what the contract does not know is only in [`Scope::Every`].
    pub fn covers(self, operation: Option<Operation>) -> bool {
        match self {
            Scope::Every => true,
            Scope::One(one) => operation == Some(one),
        }
    }

    /// What stands before the colon, and what behind it.
    fn split(text: &str) -> Option<(Scope, &str)> {
        match text.split_once(':') {
            Some(("*", rest)) => Some((Scope::Every, rest)),
            Some((name, rest)) => Some((Scope::One(Operation::parse(name)?), rest)),
            None => Some((Scope::Every, text)),
        }
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Scope::Every => Ok(()),
            Scope::One(operation) => write!(f, "{}:", operation.as_str()),
        }
    }
}

impl Latency {
    /// What one part of the switch `latency` says.
    pub fn parse(text: &str) -> Option<Latency> {
        let (scope, rest) = Scope::split(text)?;
        let (millis, jitter) = rest.split_once('~').unwrap_or((rest, "0"));
        let number = |text: &str| text.parse().ok().filter(|millis| *millis <= MOST_LATENCY);
        Some(Latency { scope, millis: number(millis)?, jitter: number(jitter)? })
    }
}

impl fmt::Display for Latency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.scope, self.millis)?;
        if self.jitter > 0 { write!(f, "~{}", self.jitter) } else { Ok(()) }
    }
}

impl When {
    /// What stands behind the `@`.
    fn parse(text: &str) -> Option<When> {
        match text.strip_suffix('%') {
            Some(percent) => percent.parse().ok().filter(|p| (1..=100).contains(p)).map(When::Percent),
            None => text.parse().ok().filter(|no| *no > 0).map(When::Call),
        }
    }
}

impl NetworkRule {
    /// What one part of the switch `fail` says.
    pub fn parse(text: &str) -> Option<NetworkRule> {
        let (scope, rest) = Scope::split(text)?;
        let (outcome, when) = match rest.split_once('@') {
            Some((outcome, when)) => (PlannedOutcome::parse(outcome)?, When::parse(when)?),
            None if rest.ends_with('%') => (PlannedOutcome::Status(ErrorStatus::USUAL), When::parse(rest)?),
            None => (PlannedOutcome::parse(rest)?, When::Always),
        };
        Some(NetworkRule { scope, outcome, when })
    }
}

impl fmt::Display for NetworkRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let NetworkRule { scope, outcome, when } = self;
        match (outcome, when) {
            (PlannedOutcome::Status(ErrorStatus::USUAL), When::Percent(percent)) => {
                write!(f, "{scope}{percent}%")
            }
            (_, When::Always) => write!(f, "{scope}{outcome}"),
            (_, When::Call(no)) => write!(f, "{scope}{outcome}@{no}"),
            (_, When::Percent(percent)) => write!(f, "{scope}{outcome}@{percent}%"),
        }
    }
}

impl Default for NetworkPlan {
    fn default() -> Self {
        NetworkPlan { latency: Vec::new(), rules: Vec::new(), seed: 1 }
    }
}

impl NetworkPlan {
    /// Whether it leaves everything as it is.
    pub fn is_plain(&self) -> bool {
        self.latency.is_empty() && self.rules.is_empty()
    }
}

/// Reads a list with commas; what is not understood is left out and handed back, so that it can be told.
pub fn parse_list<T>(text: &str, parse: fn(&str) -> Option<T>, most: usize) -> (Vec<T>, Vec<String>) {
    let (mut read, mut strange) = (Vec::new(), Vec::new());
    for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        match parse(part).filter(|_| read.len() < most) {
            Some(value) => read.push(value),
            None => strange.push(part.to_owned()),
        }
    }
    (read, strange)
}

/// Writes a list with commas.
pub fn list<T: fmt::Display>(all: &[T]) -> String {
    all.iter().map(T::to_string).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_read_in_each_of_its_forms() {
        let every = |outcome, when| NetworkRule { scope: Scope::Every, outcome, when };
        let unavailable = PlannedOutcome::Status(ErrorStatus(503));
        for (text, rule) in [
            ("30%", every(PlannedOutcome::Status(ErrorStatus::USUAL), When::Percent(30))),
            ("503", every(unavailable, When::Always)),
            ("503@2", every(unavailable, When::Call(2))),
            ("503@5%", every(unavailable, When::Percent(5))),
            ("cut@1", every(PlannedOutcome::Cut, When::Call(1))),
            ("never", every(PlannedOutcome::Never, When::Always)),
            (
                "Jobs_Delete:offline@50%",
                NetworkRule {
                    scope: Scope::One(Operation::Delete),
                    outcome: PlannedOutcome::Offline,
                    when: When::Percent(50),
                },
            ),
        ] {
            assert_eq!(NetworkRule::parse(text), Some(rule), "{text}");
            assert_eq!(rule.to_string(), text);
        }
        assert_eq!(NetworkRule::parse("*:503"), NetworkRule::parse("503"));
        for wrong in ["", "0%", "101%", "200", "503@0", "503@x", "Jobs_Undo:503", "cut@", "%"] {
            assert_eq!(NetworkRule::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_latency_is_read_in_each_of_its_forms() {
        let latency = |scope, millis, jitter| Some(Latency { scope, millis, jitter });
        assert_eq!(Latency::parse("800"), latency(Scope::Every, 800, 0));
        assert_eq!(Latency::parse("800~200"), latency(Scope::Every, 800, 200));
        assert_eq!(Latency::parse("Jobs_Get:3000"), latency(Scope::One(Operation::Get), 3_000, 0));
        for wrong in ["", "-1", "60001", "8e2", "800~", "Jobs_Undo:1"] {
            assert_eq!(Latency::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_a_list_does_not_understand_is_handed_back() {
        let (rules, strange) = parse_list("503@2, nonsense,,cut", NetworkRule::parse, MOST_RULES);
        assert_eq!(list(&rules), "503@2,cut");
        assert_eq!(strange, ["nonsense"]);
    }
}
