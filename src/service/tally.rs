//! The tally: how many jobs a workspace has and which, in two numbers, so that one that is missing is noticed.

use std::num::NonZeroU64;

use crate::domain::job::JobNo;

/// How many jobs there are, and all their numbers in one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// One more than there are, so that no tally at all takes no room beside one.
    above: NonZeroU64,
    mixed: u64,
}

impl Default for Tally {
    fn default() -> Self {
        Tally { above: NonZeroU64::MIN, mixed: 0 }
    }
}

/// The jobs that are in a tally and not among those that were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The one with this number.
    One(JobNo),
    /// So many; nobody knows which.
    Many(u64),
}

impl Tally {
    /// The tally of these jobs.
    pub fn of(numbers: impl IntoIterator<Item = JobNo>) -> Tally {
        numbers.into_iter().fold(Tally::default(), Tally::with)
    }

    /// The tally that says so.
    pub fn new(count: u64, mixed: u64) -> Tally {
        Tally { above: NonZeroU64::MIN.saturating_add(count), mixed }
    }

    /// How many jobs.
    pub fn count(self) -> u64 {
        self.above.get() - 1
    }

    /// The exclusive or of their numbers: what two tallies do not have in common is found by it.
    pub fn mixed(self) -> u64 {
        self.mixed
    }

    /// The tally with one job more.
    pub fn with(self, no: JobNo) -> Tally {
        Tally::new(self.count() + 1, self.mixed ^ no)
    }

    /// The tally with one job less.
    pub fn without(self, no: JobNo) -> Tally {
        Tally::new(self.count().saturating_sub(1), self.mixed ^ no)
    }

    /// What is missing where these jobs were found; nothing where more were found than there should be, since what can
    /// be read is kept.
    pub fn missing(self, found: Tally) -> Option<Missing> {
        match self.count().checked_sub(found.count())? {
            0 => None,
            1 => Some(Missing::One(self.mixed ^ found.mixed)),
            more => Some(Missing::Many(more)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_known_by_its_number_if_it_is_one() {
        let all = Tally::of([1, 2, 3, 9]);
        assert_eq!(all.missing(all), None);
        assert_eq!(all.missing(Tally::of([1, 2, 3])), Some(Missing::One(9)));
        assert_eq!(all.missing(Tally::of([3])), Some(Missing::Many(3)));
        assert_eq!(Tally::of([1, 2]).missing(all), None, "more is no loss");
        assert_eq!(all.without(3).with(3), all);
        assert_eq!(Tally::default().without(1).count(), 0);
    }
}
