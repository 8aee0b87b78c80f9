//! The chosen jobs of a list.

use crate::domain::job::JobNo;
use crate::service::sorted::sort_by;

/// The numbers of jobs, each once, in their order. A list rather than a tree, whose code weighs more than it saves here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JobSet(Vec<JobNo>);

impl JobSet {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether this job is among them.
    pub fn contains(&self, no: JobNo) -> bool {
        self.0.binary_search(&no).is_ok()
    }

    /// Takes a job in or lets go of it.
    pub fn set(&mut self, no: JobNo, chosen: bool) {
        match (self.0.binary_search(&no), chosen) {
            (Err(place), true) => self.0.insert(place, no),
            (Ok(place), false) => {
                self.0.remove(place);
            }
            (Ok(_), true) | (Err(_), false) => {}
        }
    }

    /// Lets go of all but those that `stays` is true of.
    pub fn retain(&mut self, stays: impl Fn(&JobNo) -> bool) {
        self.0.retain(stays);
    }
}

impl FromIterator<JobNo> for JobSet {
    fn from_iter<T: IntoIterator<Item = JobNo>>(numbers: T) -> JobSet {
        let mut numbers: Vec<JobNo> = numbers.into_iter().collect();
        sort_by(&mut numbers, Ord::cmp);
        numbers.dedup();
        JobSet(numbers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_is_in_once_or_not_at_all() {
        let mut chosen: JobSet = [7, 2, 9, 2].into_iter().collect();
        assert_eq!(chosen, JobSet(vec![2, 7, 9]));
        for no in [7, 3] {
            chosen.set(no, true);
            assert!(chosen.contains(no));
        }
        for no in [2, 4] {
            chosen.set(no, false);
            assert!(!chosen.contains(no));
        }
        assert_eq!(chosen, JobSet(vec![3, 7, 9]));
        chosen.retain(|no| *no > 9);
        assert!(chosen.is_empty());
    }
}
