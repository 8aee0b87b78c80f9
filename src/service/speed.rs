//! Speeds: how fast simulated time may go.

/// The speeds that are offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Speed {
    /// A second is a second.
    #[default]
    RealTime,
    /// A second is a minute.
    Minute,
    /// A second is an hour.
    Hour,
    /// A second is a day.
    Day,
}

impl Speed {
    /// Every speed, the slowest first.
    pub const ALL: [Speed; 4] = [Speed::RealTime, Speed::Minute, Speed::Hour, Speed::Day];

    /// How many times faster than real time.
    pub fn factor(self) -> u64 {
        match self {
            Speed::RealTime => 1,
            Speed::Minute => 60,
            Speed::Hour => 3_600,
            Speed::Day => 86_400,
        }
    }

    /// Milliseconds of simulated time in a second of real time, as the head keeps it.
    pub fn millis_a_second(self) -> u64 {
        self.factor() * 1_000
    }

    /// The offered speed that a head with this number has, if it is one of them.
    pub fn of(millis_a_second: u64) -> Option<Speed> {
        Speed::ALL.into_iter().find(|speed| speed.millis_a_second() == millis_a_second)
    }
}
