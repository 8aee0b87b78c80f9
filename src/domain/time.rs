//! Simulated time: milliseconds since the Unix epoch on the clock that drives jobs, and spans of it.

use std::ops::{Add, Sub};

/// A moment of simulated time, in milliseconds since 1970-01-01T00:00:00Z. It is never compared
/// with real time: real time decides only how fast the simulation goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct SimTime(i64);

/// A length of simulated time in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span(i64);

impl SimTime {
    /// The farthest moment the simulation goes to (the end of the year 9999), so that adding
    /// spans cannot overflow.
    pub const MAX: SimTime = SimTime(Self::LAST);
    const LAST: i64 = 253_402_300_799_999;
    /// The first moment, the Unix epoch.
    pub const EPOCH: SimTime = SimTime(0);

    /// The moment that is `ms` milliseconds after the Unix epoch, kept within what the
    /// simulation can represent.
    pub const fn from_millis(ms: i64) -> SimTime {
        match ms {
            ..0 => Self::EPOCH,
            0..=Self::LAST => SimTime(ms),
            _ => Self::MAX,
        }
    }

    /// Milliseconds since the Unix epoch.
    pub fn millis(self) -> i64 {
        self.0
    }

    /// How much later this moment is than `earlier`; zero if it is not later.
    pub fn since(self, earlier: SimTime) -> Span {
        Span((self.0 - earlier.0).max(0))
    }
}

impl Span {
    /// No time at all.
    pub const ZERO: Span = Span(0);

    /// A span of whole milliseconds.
    pub const fn millis(n: i64) -> Span {
        Span(n)
    }

    /// A span of whole seconds.
    pub const fn seconds(n: i64) -> Span {
        Span(n * 1_000)
    }

    /// A span of whole minutes.
    pub const fn minutes(n: i64) -> Span {
        Span(n * 60_000)
    }

    /// A span of whole hours.
    pub const fn hours(n: i64) -> Span {
        Span(n * 3_600_000)
    }

    /// A span of days of 24 hours.
    pub const fn days(n: i64) -> Span {
        Span(n * 86_400_000)
    }

    /// The length in milliseconds.
    pub const fn as_millis(self) -> i64 {
        self.0
    }
}

impl Add<Span> for SimTime {
    type Output = SimTime;
    fn add(self, span: Span) -> SimTime {
        SimTime::from_millis(self.0.saturating_add(span.0))
    }
}

impl Add for Span {
    type Output = Span;
    fn add(self, other: Span) -> Span {
        Span(self.0.saturating_add(other.0))
    }
}

impl Sub for Span {
    type Output = Span;
    fn sub(self, other: Span) -> Span {
        Span((self.0 - other.0).max(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_in_milliseconds() {
        let all = [Span::seconds(1), Span::minutes(1), Span::hours(1), Span::days(1)];
        assert_eq!(all.map(Span::as_millis), [1_000, 60_000, 3_600_000, 86_400_000]);
    }

    #[test]
    fn time_stays_in_range_and_spans_never_turn_negative() {
        assert_eq!(SimTime::MAX + Span::days(1), SimTime::MAX);
        assert_eq!(SimTime::from_millis(-1), SimTime::EPOCH);
        assert_eq!(Span::days(1) + Span::hours(1), Span::hours(25));
        assert_eq!([0, 7, i64::MAX].map(|ms| SimTime::from_millis(ms).millis()), [0, 7, SimTime::LAST]);
        let later = SimTime::from_millis(10);
        assert_eq!(later.since(SimTime::from_millis(4)), Span::millis(6));
        assert_eq!(SimTime::from_millis(4).since(later), Span::ZERO);
        assert_eq!(Span::millis(4) - Span::millis(9), Span::ZERO);
        assert_eq!(Span::millis(9) - Span::millis(4), Span::millis(5));
    }
}
