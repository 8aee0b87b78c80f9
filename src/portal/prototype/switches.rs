//! Switches: the overrides as they stand in the query of the fragment, each with a name of its own.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::portal::route::fragment::query_of;

use super::data::spec::Jobs;
use super::network::plan::{self, Latency, MOST_RULES, NetworkPlan, NetworkRule};
use super::pins::model::{self as pins, Pin};

/// What stays readable in a value: all that means nothing to a query.
const VALUE: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b':')
    .remove(b',')
    .remove(b'@')
    .remove(b'*')
    .remove(b'/');

/// The names that are switches. `seed` is the scenario's as well, and none by itself.
pub const NAMES: [&str; 8] = ["latency", "fail", "data", "texts", "drives", "set", "copies", "pins"];

/// All overrides.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Switches {
    /// What the way to the service is like.
    pub network: NetworkPlan,
    /// What the jobs are, in a workspace of their own; nothing where they are left alone.
    pub jobs: Option<Jobs>,
    /// Notes on the page.
    pub pins: Vec<Pin>,
}

/// The switches that a query has, and what of it is not understood.
pub struct Read {
    /// What is understood.
    pub switches: Switches,
    /// The rest, as `name=value`.
    pub strange: Vec<String>,
}

impl Switches {
    /// Whether a fragment has any switch.
    pub fn are_in(fragment: &str) -> bool {
        let query = query_of(fragment);
        NAMES.iter().any(|name| query.get(name).is_some())
    }

    /// The switches of a fragment.
    pub fn read(fragment: &str) -> Read {
        let query = query_of(fragment);
        let mut strange = Vec::new();
        let mut doubt = |name: &str, values: Vec<String>| {
            strange.extend(values.into_iter().map(|value| format!("{name}={value}")));
        };
        let seed = query.get("netseed").or_else(|| query.get("seed"));
        let seed = seed.and_then(|seed| seed.parse().ok()).unwrap_or(1);
        let (latency, other) =
            plan::parse_list(query.get("latency").unwrap_or_default(), Latency::parse, MOST_RULES);
        doubt("latency", other);
        let (rules, other) =
            plan::parse_list(query.get("fail").unwrap_or_default(), NetworkRule::parse, MOST_RULES);
        doubt("fail", other);
        let (jobs, other) = Jobs::read(&query);
        other.into_iter().for_each(|(name, value)| doubt(name, vec![value]));
        let (pins, other) = pins::read(query.get("pins").unwrap_or_default());
        doubt("pins", other);
        Read { switches: Switches { network: NetworkPlan { latency, rules, seed }, jobs, pins }, strange }
    }

    /// Those that go wherever somebody goes, as a query without its `?`.
    pub fn everywhere(&self) -> String {
        let NetworkPlan { latency, rules, seed } = &self.network;
        let seed = if self.network.is_plain() || *seed == 1 { String::new() } else { seed.to_string() };
        query(&[
            ("latency", plan::list(latency)),
            ("fail", plan::list(rules)),
            ("seed", seed),
            ("pins", pins::write(&self.pins)),
        ])
    }

    /// Those that say what the jobs of a prototype's workspace are, as a query without its `?`.
    pub fn of_jobs(&self) -> String {
        self.jobs.as_ref().map(|jobs| query(&jobs.pairs())).unwrap_or_default()
    }

    /// All of them, as a query without its `?`.
    pub fn whole(&self) -> String {
        let parts = [self.of_jobs(), self.everywhere()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("&")
    }

    /// How many overrides there are.
    pub fn count(&self) -> usize {
        let NetworkPlan { latency, rules, .. } = &self.network;
        latency.len() + rules.len() + usize::from(self.jobs.is_some()) + self.pins.len()
    }
}

/// A query of those pairs that have a value.
fn query(pairs: &[(&str, String)]) -> String {
    let set = pairs.iter().filter(|(_, value)| !value.is_empty());
    let written = set.map(|(name, value)| format!("{name}={}", utf8_percent_encode(value, VALUE)));
    written.collect::<Vec<_>>().join("&")
}

/// What a file of overrides is, so that no other is taken for one.
const FORMAT: &str = "prototype/1";

/// The text of a file of overrides, which are given as a query without its `?`.
pub fn to_file(overrides: &str) -> String {
    let file = serde_json::json!({ "format": FORMAT, "switches": overrides });
    serde_json::to_string_pretty(&file).unwrap_or_default()
}

/// What [`to_file`] was given, if the text is such a file and every switch in it is understood.
pub fn from_file(text: &str) -> Option<String> {
    let file: serde_json::Value = serde_json::from_str(text).ok()?;
    if file.get("format")?.as_str()? != FORMAT {
        return None;
    }
    let overrides = file.get("switches")?.as_str()?;
    let read = Switches::read(&format!("?{overrides}"));
    read.strange.is_empty().then(|| overrides.to_owned())
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::option;
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;
    use crate::api::operation::Operation;
    use crate::domain::state::JobState;
    use crate::lessons::anchor::Control;
    use crate::portal::prototype::data::spec::{Count, Drives, JobTexts};
    use crate::portal::prototype::network::plan::{MOST_LATENCY, PlannedOutcome, Scope, When};

    fn scopes() -> impl Strategy<Value = Scope> {
        option::of(select(Operation::ALL.to_vec())).prop_map(|one| one.map_or(Scope::Every, Scope::One))
    }

    fn plans() -> impl Strategy<Value = NetworkPlan> {
        let latency = (scopes(), 0..=MOST_LATENCY, 0..=MOST_LATENCY)
            .prop_map(|(scope, millis, jitter)| Latency { scope, millis, jitter });
        let when = prop_oneof![
            Just(When::Always),
            (1..=u32::MAX).prop_map(When::Call),
            (1..=100_u8).prop_map(When::Percent)
        ];
        let rule = (scopes(), select(PlannedOutcome::all().collect::<Vec<_>>()), when)
            .prop_map(|(scope, outcome, when)| NetworkRule { scope, outcome, when });
        (vec(latency, 0..4), vec(rule, 0..MOST_RULES), any::<u64>())
            .prop_map(|(latency, rules, seed)| NetworkPlan { latency, rules, seed })
    }

    fn jobs() -> impl Strategy<Value = Jobs> {
        let names = || "[a-zA-Z0-9-]{3,20}";
        let set = vec((names(), select(JobState::ALL.to_vec())), 0..5);
        let kinds =
            (select(Count::ALL.to_vec()), select(JobTexts::ALL.to_vec()), select(Drives::ALL.to_vec()));
        (kinds, vec(names(), 0..4), set).prop_map(|((count, texts, drives), copies, set)| {
            let mut jobs = Jobs { count, texts, drives, copies, set: Vec::new() };
            set.into_iter().for_each(|one| jobs.put(one));
            jobs
        })
    }

    fn all() -> impl Strategy<Value = Switches> {
        let pin = (select(Control::ALL.to_vec()), "[a-z-]{3,9}", "\\PC{1,40}")
            .prop_filter_map("a note that is empty is none", |(on, job, note)| Pin::new(on, &job, &note));
        (plans(), option::of(jobs()), vec(pin, 0..4)).prop_map(|(network, jobs, pins)| {
            // A seed without anything to draw is nothing.
            let network = if network.is_plain() { NetworkPlan::default() } else { network };
            Switches { network, jobs, pins }
        })
    }

    proptest! {
        #[test]
        fn a_link_says_every_switch_and_a_file_too(switches in all()) {
            let read = Switches::read(&format!("#/jobs?q=x&{}", switches.whole()));
            prop_assert_eq!(read.strange, Vec::<String>::new());
            prop_assert_eq!(&read.switches, &switches);
            prop_assert_eq!(from_file(&to_file(&switches.whole())), Some(switches.whole()));
        }

        #[test]
        fn what_anybody_writes_is_read_or_handed_back(text in "\\PC{0,60}") {
            let Read { switches, .. } = Switches::read(&format!("#/?{text}"));
            let again = Switches::read(&format!("#/?{}", switches.whole())).switches;
            prop_assert_eq!(again.network.is_plain(), switches.network.is_plain());
            prop_assert_eq!(again.jobs, switches.jobs);
        }
    }

    #[test]
    fn the_switches_of_the_issue_are_understood() {
        let read = Switches::read("#/jobs?latency=800&fail=30%25&seed=3&scenario=Contoso");
        assert!(read.strange.is_empty());
        assert_eq!(read.switches.everywhere(), "latency=800&fail=30%25&seed=3");
        assert_eq!(read.switches.count(), 2);
        assert!(Switches::are_in("#/?latency=800") && !Switches::are_in("#/?seed=3&q=latency"));
        // The scenario has a seed of its own then.
        assert_eq!(Switches::read("#/?seed=7&fail=30%25&netseed=3").switches.network.seed, 3);
    }

    #[test]
    fn a_file_of_another_kind_is_none() {
        for text in
            ["", "{}", "{\"format\":\"prototype/2\",\"switches\":\"\"}", "{\"format\":\"prototype/1\"}"]
        {
            assert_eq!(from_file(text), None, "{text}");
        }
        let strange = "{\"format\":\"prototype/1\",\"switches\":\"latency=soon\"}";
        assert_eq!(from_file(strange), None);
    }
}
