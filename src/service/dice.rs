//! Dice: the durations and sizes of the simulation, drawn from a seed so that they never differ.

use crate::domain::time::Span;

/// The dice of one job: what it throws depends on the seed, the job's number and the [`Draw`]
/// alone, never on how often or in which order it is thrown.
#[derive(Clone, Copy, Debug)]
pub struct Dice(u64);

/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Draw {
    /// From the cancel request in `Creating` to `Completed`: 10–60 seconds.
    CancelCreating,
    /// From the cancel request in `Transferring` until the copy stops: 30 minutes–8 hours.
    CancelCopying,
    /// With the carrier: 2–5 days.
    Transit,
    /// At the data centre before the first drive is copied: 1–2 days.
    Waiting,
    /// Copying, over all drives: 7–10 days.
    Copying,
    /// Packing and handing over to the carrier: 1–2 days.
    Packaging,
    /// How long the drive at this place comes after the parcel: 3–6 days.
    LateArrival(usize),
    /// How long operators need to ask about the drive at this place: 2–4 days.
    Operators(usize),
}

impl Draw {
    /// The stream it is drawn from, and its range in seconds, both ends included.
    fn stream(self) -> (u64, i64, i64) {
        const HOUR: i64 = 3_600;
        const DAY: i64 = 24 * HOUR;
        match self {
            Draw::CancelCreating => (1, 10, 60),
            Draw::CancelCopying => (2, HOUR / 2, 8 * HOUR),
            Draw::Transit => (3, 2 * DAY, 5 * DAY),
            Draw::Waiting => (4, DAY, 2 * DAY),
            Draw::Copying => (5, 7 * DAY, 10 * DAY),
            Draw::Packaging => (6, DAY, 2 * DAY),
            Draw::LateArrival(n) => (100 + n as u64, 3 * DAY, 6 * DAY),
            Draw::Operators(n) => (200 + n as u64, 2 * DAY, 4 * DAY),
        }
    }

    /// The longest that it can be.
    pub fn longest(self) -> Span {
        let (_, _, high) = self.stream();
        Span::seconds(high)
    }
}

impl Dice {
    /// The dice of the job with this number.
    pub fn new(seed: u64, job: u64) -> Dice {
        Dice(mix(seed ^ mix(job)))
    }

    /// A duration, in whole seconds.
    pub fn span(self, draw: Draw) -> Span {
        let (stream, low, high) = draw.stream();
        let width = (high - low + 1) as u64;
        Span::seconds(low + (self.throw(stream) % width) as i64)
    }

    /// The size of the drive at this place of the list, in bytes: 0.5–12 TB in steps of a megabyte.
    pub fn bytes(self, drive: usize) -> u64 {
        (500_000 + self.throw(300 + drive as u64) % 11_500_001) * 1_000_000
    }

    /// A number for anything else that needs one, such as made-up serial numbers.
    pub fn throw(self, stream: u64) -> u64 {
        mix(self.0 ^ mix(stream))
    }
}

/// The finaliser of SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number
/// generators", 2014) after one step of its counter: small, the same everywhere, and fixed for
/// good, which no library's generator promises.
fn mix(x: u64) -> u64 {
    let mut z = x.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mix_is_splitmix64() {
        // The first outputs of the reference generator for the seed 1234567.
        let step = 0x9e37_79b9_7f4a_7c15_u64;
        let outputs: Vec<u64> =
            (0..3).map(|n| mix(1_234_567_u64.wrapping_add(step.wrapping_mul(n)))).collect();
        assert_eq!(
            outputs,
            [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]
        );
    }

    #[test]
    fn durations_keep_to_their_ranges_and_use_them() {
        const HOUR: i64 = 3_600_000;
        const DAY: i64 = 24 * HOUR;
        for (draw, low, high) in [
            (Draw::CancelCreating, 10_000, 60_000),
            (Draw::CancelCopying, HOUR / 2, 8 * HOUR),
            (Draw::Transit, 2 * DAY, 5 * DAY),
            (Draw::Waiting, DAY, 2 * DAY),
            (Draw::Copying, 7 * DAY, 10 * DAY),
            (Draw::Packaging, DAY, 2 * DAY),
            (Draw::LateArrival(3), 3 * DAY, 6 * DAY),
            (Draw::Operators(9), 2 * DAY, 4 * DAY),
        ] {
            let spans: Vec<i64> = (0..2_000).map(|job| Dice::new(7, job).span(draw).as_millis()).collect();
            assert!(spans.iter().all(|s| (low..=high).contains(s)), "{draw:?}");
            let middle = (low + high) / 2;
            let below = spans.iter().filter(|s| **s < middle).count();
            assert!((800..=1_200).contains(&below), "{draw:?}: {below} of 2000 below the middle");
        }
    }

    #[test]
    fn draws_do_not_depend_on_each_other() {
        let dice = Dice::new(1, 2);
        assert_eq!(dice.span(Draw::Transit), dice.span(Draw::Transit));
        assert_ne!(dice.span(Draw::LateArrival(0)), dice.span(Draw::LateArrival(1)));
        assert_ne!(dice.span(Draw::Operators(0)), dice.span(Draw::Operators(1)));
        assert_ne!(dice.bytes(0), dice.bytes(1));
        assert_ne!(Dice::new(1, 3).throw(0), Dice::new(2, 3).throw(0));
        assert!((0..500).all(|n| (500_000_000_000..=12_000_001_000_000).contains(&dice.bytes(n))));
    }
}
