//! Ranges: what each number of a file, a link, a message and a stored entry may be, and where counting ends.

use std::ops::RangeInclusive;

use crate::domain::time::SimTime;

use super::speed::Speed;

/// The highest number that every reader of JSON has exactly (RFC 8259, §6).
pub const EXACT: u64 = (1 << 53) - 1;
/// The numbers that a job and a line of the log may have.
pub const NUMBERS: RangeInclusive<u64> = 1..=EXACT - 1;
/// The numbers that may come next; with the last of them counting is at its end.
pub const NEXT: RangeInclusive<u64> = 1..=EXACT;
/// The numbers that a stranger's workspace may count on from: so far below the end that nobody gets there.
pub const STRANGERS: RangeInclusive<u64> = 1..=1 << 40;
/// The numbers of commits and of leaders that are taken from outside: so far below the end that nobody gets there.
pub const COMMITS: RangeInclusive<u64> = 0..=1 << 52;
/// The most bytes of a scenario's name.
pub const SCENARIO_NAME: usize = 64;
/// The most bytes of the name of the file that a workspace came from.
pub const TITLE: usize = 1_024;

/// A counter has come to its end: there is no number behind the last, and none is given twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spent;

/// The number behind one that is taken now.
///
/// # Errors
/// [`Spent`]: the number must not be taken.
pub fn after(number: u64) -> Result<u64, Spent> {
    if NUMBERS.contains(&number) { Ok(number + 1) } else { Err(Spent) }
}

/// The commit behind this one.
///
/// # Errors
/// [`Spent`].
pub fn after_commit(number: u64) -> Result<u64, Spent> {
    number.checked_add(1).filter(|next| *next <= EXACT).ok_or(Spent)
}

/// The number that comes next where `last` is the greatest there is.
pub fn behind(last: Option<u64>) -> u64 {
    last.map_or(*NEXT.start(), |last| last.saturating_add(1).min(EXACT))
}

/// The moment of so many milliseconds, if a date can show it.
pub fn time(millis: i64) -> Option<SimTime> {
    let time = SimTime::from_millis(millis);
    (time.millis() == millis).then_some(time)
}

/// Whether a clock can go at so many milliseconds a second: at the speeds that are offered.
pub fn is_speed(millis_a_second: u64) -> bool {
    Speed::of(millis_a_second).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counting_ends_before_a_reader_of_json_would_round() {
        assert_eq!(after(1), Ok(2));
        assert_eq!(after(EXACT - 1), Ok(EXACT));
        for end in [0, EXACT, 1 << 53, u64::MAX] {
            assert_eq!(after(end), Err(Spent), "{end}");
        }
        assert_eq!(after_commit(0), Ok(1));
        for end in [EXACT, 1 << 53, u64::MAX] {
            assert_eq!(after_commit(end), Err(Spent), "{end}");
        }
        assert_eq!([behind(None), behind(Some(7)), behind(Some(u64::MAX))], [1, 8, EXACT]);
        #[expect(clippy::cast_precision_loss, reason = "that is what is shown not to happen")]
        let rounded = EXACT as f64 as u64;
        assert_eq!(rounded, EXACT);
    }

    #[test]
    fn times_are_those_that_a_date_can_show() {
        for (millis, shown) in
            [(-1, false), (0, true), (253_402_300_799_999, true), (253_402_300_800_000, false)]
        {
            assert_eq!(time(millis).is_some(), shown, "{millis}");
        }
        assert_eq!([i64::MIN, i64::MAX].map(time), [None, None]);
    }

    #[test]
    fn a_clock_goes_at_the_speeds_that_are_offered() {
        assert!(Speed::ALL.iter().all(|speed| is_speed(speed.millis_a_second())));
        assert!([0, 1, 999, 1 << 53, u64::MAX].iter().all(|speed| !is_speed(*speed)));
    }
}
