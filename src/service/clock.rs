//! The clock: how fast simulated time goes, and the jumps that somebody may let it take.

use crate::domain::time::{SimTime, Span};

pub use super::speed::Speed;
use super::workspace::Workspace;

/// Turns the real time that has gone by into simulated time. It carries what is less than a
/// millisecond over to the next time, so that many small steps are as long as one big one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clock {
    /// Millionths of a simulated millisecond that are still to be counted.
    rest: u64,
}

impl Clock {
    /// The most real time that counts at once, in microseconds: a minute. A page in the background
    /// is woken that rarely; a computer that was asleep has not lived through the night.
    pub const MOST: u64 = 60_000_000;

    /// How far simulated time goes in `micros` microseconds of real time, at a speed in
    /// milliseconds of simulated time a second.
    pub fn tick(&mut self, micros: u64, millis_a_second: u64) -> Span {
        let passed = u128::from(micros.min(Self::MOST)) * u128::from(millis_a_second) + u128::from(self.rest);
        self.rest = u64::try_from(passed % 1_000_000).unwrap_or_default();
        Span::millis(i64::try_from(passed / 1_000_000).unwrap_or(SimTime::MAX.millis()))
    }
}

/// A jump of simulated time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Jump {
    /// So many hours on.
    Hours(u16),
    /// So many days on.
    Days(u16),
    /// To the next moment at which something happens to any job.
    NextEvent,
    /// To this moment; nowhere if it has passed.
    To(SimTime),
}

impl Jump {
    /// The jumps that are always in sight.
    pub const OFFERED: [Jump; 4] = [Jump::Hours(1), Jump::Days(1), Jump::NextEvent, Jump::Days(90)];

    /// The moment that the jump goes to; none where nothing will ever happen.
    pub fn target(self, workspace: &Workspace) -> Option<SimTime> {
        match self {
            Jump::Hours(n) => Some(workspace.now() + Span::hours(n.into())),
            Jump::Days(n) => Some(workspace.now() + Span::days(n.into())),
            Jump::NextEvent => workspace.next_event(),
            Jump::To(at) => (at > workspace.now()).then_some(at),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::job::Job;
    use crate::service::scenario::Scenario;

    #[test]
    fn speeds_are_known_by_their_number() {
        for speed in Speed::ALL {
            assert_eq!(Speed::of(speed.millis_a_second()), Some(speed));
        }
        assert_eq!(Speed::ALL.map(Speed::millis_a_second), [1_000, 60_000, 3_600_000, 86_400_000]);
        assert_eq!(Speed::of(7), None);
    }

    #[test]
    fn small_steps_add_up_to_a_big_one() {
        for speed in [1, 7, 1_000, 60_000, 3_600_000] {
            let (mut small, mut big) = (Clock::default(), Clock::default());
            let total: i64 = (0..3_000).map(|_| small.tick(16_667, speed).as_millis()).sum();
            assert_eq!(total, big.tick(16_667 * 3_000, speed).as_millis(), "{speed}");
            assert_eq!(small, big);
        }
        assert_eq!(Clock::default().tick(1_000_000, 86_400_000), Span::days(1));
    }

    #[test]
    fn a_long_sleep_counts_as_a_minute() {
        assert_eq!(Clock::default().tick(u64::MAX, 1_000), Span::minutes(1));
        assert!(Clock::default().tick(u64::MAX, u64::MAX) >= Span::days(90));
    }

    #[test]
    fn jumps_go_on_from_now() {
        let (head, jobs, lines) = Scenario::Contoso.build(1, None);
        let workspace = Workspace::new(head, jobs, lines);
        let targets = Jump::OFFERED.map(|jump| jump.target(&workspace));
        let now = Scenario::START;
        assert_eq!(targets[0], Some(now + Span::hours(1)));
        assert_eq!(targets[1], Some(now + Span::days(1)));
        assert_eq!(targets[2], workspace.next_event());
        assert_eq!(targets[3], Some(now + Span::days(90)));
        let ahead = now + Span::minutes(7);
        assert_eq!(Jump::To(ahead).target(&workspace), Some(ahead));
        assert_eq!(Jump::To(now).target(&workspace), None, "time does not go back");
        let (head, ..) = Scenario::Empty.build(1, None);
        assert_eq!(Jump::NextEvent.target(&Workspace::new(head, Vec::<Job>::new(), [])), None);
    }
}
