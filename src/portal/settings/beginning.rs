//! Anew: what one chooses and types to begin a workspace anew.

use crate::service::scenario::Scenario;
use crate::store::fresh::Fresh;

/// The most jobs that one can ask for: what a browser's storage has room for.
pub const MOST_JOBS: usize = 10_000;

/// What cannot be as it was typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WrongBeginning {
    /// The seed is no whole number of 64 bits.
    pub seed: bool,
    /// The number of jobs is no whole number from 1 to [`MOST_JOBS`].
    pub jobs: bool,
}

/// The new beginning that was typed; `jobs` counts for the load scenario alone.
///
/// # Errors
/// [`WrongBeginning`], with whatever is.
pub fn typed(scenario: Scenario, seed: &str, jobs: &str) -> Result<Fresh, WrongBeginning> {
    let seed = seed.trim().parse::<u64>();
    let jobs = match scenario {
        Scenario::Load => jobs.trim().parse().map(Some),
        Scenario::Contoso | Scenario::Fabrikam | Scenario::Empty => Ok(None),
    };
    let jobs = jobs.ok().filter(|jobs| jobs.is_none_or(|jobs| (1..=MOST_JOBS).contains(&jobs)));
    match (seed, jobs) {
        (Ok(seed), Some(jobs)) => Ok(Fresh { scenario, seed, jobs }),
        (seed, jobs) => Err(WrongBeginning { seed: seed.is_err(), jobs: jobs.is_none() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_a_beginning_or_says_what_is_wrong() {
        let load = |seed, jobs| typed(Scenario::Load, seed, jobs);
        assert_eq!(load(" 7 ", "10000"), Ok(Fresh { scenario: Scenario::Load, seed: 7, jobs: Some(10_000) }));
        assert_eq!(
            typed(Scenario::Fabrikam, &u64::MAX.to_string(), "junk"),
            Ok(Fresh { scenario: Scenario::Fabrikam, seed: u64::MAX, jobs: None })
        );
        for (seed, jobs, wrong) in [
            ("", "1", WrongBeginning { seed: true, jobs: false }),
            ("18446744073709551616", "1", WrongBeginning { seed: true, jobs: false }),
            ("1", "0", WrongBeginning { seed: false, jobs: true }),
            ("1", "10001", WrongBeginning { seed: false, jobs: true }),
            ("-1", "1.5", WrongBeginning { seed: true, jobs: true }),
        ] {
            assert_eq!(load(seed, jobs), Err(wrong), "{seed:?} {jobs:?}");
        }
    }
}
