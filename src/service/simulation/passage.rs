//! Passages: pieces of work that stand still while some mark of a fault is there.

use crate::domain::job::Marked;
use crate::domain::time::{SimTime, Span};

/// A piece of work with its interruptions.
#[derive(Debug, PartialEq, Eq)]
pub struct Passage {
    /// When it stands still, in the order of time.
    pub stops: Vec<Standstill>,
    /// When the work is done; never, while a mark stays.
    pub end: Option<SimTime>,
}

/// A time in which work stands still.
#[derive(Debug, PartialEq, Eq)]
pub struct Standstill {
    /// When the mark is noticed.
    pub from: SimTime,
    /// When the work goes on, if it does.
    pub to: Option<SimTime>,
}

impl Passage {
    /// Work of length `work` from `start`, standing still from each mark to `resume` after its
    /// correction. A mark that comes in on the way is noticed a minute later, never at once, so
    /// that a command leaves the present alone.
    pub fn of(start: SimTime, work: Span, marks: &[Marked], resume: Span) -> Passage {
        let mut stops = Vec::new();
        let (mut cursor, mut left) = (start, work);
        for mark in marks {
            let noticed = if mark.from < start { start } else { mark.from + Span::minutes(1) };
            let from = noticed.max(cursor);
            if from >= cursor + left {
                break;
            }
            match mark.until {
                Some(until) if until < from => {}
                Some(until) => {
                    left = left - from.since(cursor);
                    cursor = until + resume;
                    stops.push(Standstill { from, to: Some(cursor) });
                }
                None => {
                    stops.push(Standstill { from, to: None });
                    return Passage { stops, end: None };
                }
            }
        }
        Passage { stops, end: Some(cursor + left) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORK: Span = Span::minutes(100);
    const RESUME: Span = Span::minutes(10);

    fn minute(n: i64) -> SimTime {
        SimTime::EPOCH + Span::minutes(n)
    }

    /// A passage of 100 minutes from minute 50, with marks and expected stops in minutes.
    fn check(marks: &[(i64, Option<i64>)], stops: &[(i64, Option<i64>)], end: Option<i64>) {
        let marks: Vec<Marked> = marks
            .iter()
            .map(|(from, until)| Marked { from: minute(*from), until: until.map(minute) })
            .collect();
        let stops =
            stops.iter().map(|(from, to)| Standstill { from: minute(*from), to: to.map(minute) }).collect();
        let expected = Passage { stops, end: end.map(minute) };
        assert_eq!(Passage::of(minute(50), WORK, &marks, RESUME), expected, "{marks:?}");
    }

    #[test]
    fn work_without_marks_takes_its_time() {
        check(&[], &[], Some(150));
    }

    #[test]
    fn marks_from_before_stop_at_the_start_and_later_ones_a_minute_on() {
        check(&[(20, None)], &[(50, None)], None);
        check(&[(50, None)], &[(51, None)], None);
        check(&[(70, None)], &[(71, None)], None);
    }

    #[test]
    fn marks_that_are_gone_before_they_are_noticed_do_nothing() {
        check(&[(20, Some(40))], &[], Some(150));
        check(&[(70, Some(70))], &[], Some(150));
    }

    #[test]
    fn a_correction_at_the_very_moment_of_noticing_leaves_that_moment_alone() {
        check(&[(20, Some(50))], &[(50, Some(60))], Some(160));
        check(&[(70, Some(71))], &[(71, Some(81))], Some(160));
        check(&[(20, Some(60)), (65, Some(70))], &[(50, Some(70)), (70, Some(80))], Some(180));
    }

    #[test]
    fn marks_behind_the_end_do_nothing() {
        check(&[(149, None)], &[], Some(150));
        check(&[(148, None)], &[(149, None)], None);
    }

    #[test]
    fn corrections_let_the_rest_of_the_work_go_on() {
        check(&[(20, Some(60))], &[(50, Some(70))], Some(170));
        check(&[(69, Some(90))], &[(70, Some(100))], Some(180));
        check(&[(20, Some(60)), (79, Some(90))], &[(50, Some(70)), (80, Some(100))], Some(190));
    }

    #[test]
    fn a_mark_during_the_restart_stops_again_when_it_is_over() {
        check(&[(20, Some(60)), (65, None)], &[(50, Some(70)), (70, None)], None);
        check(&[(20, Some(60)), (65, Some(68))], &[(50, Some(70))], Some(170));
    }
}
