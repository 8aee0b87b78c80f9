//! Timing: when a recording that plays by itself goes on, and when a demo that nobody touches starts over.

/// Seconds that somebody gets to say that they are still there: twenty, as WCAG 2.2.1 has it.
pub const COUNTDOWN: u32 = 20;

/// What passes while nobody does anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Idle {
    /// Somebody has touched it lately.
    Quiet,
    /// It starts over in so many seconds.
    Counting(u32),
    /// It starts over now.
    Over,
}

/// How a demo stands that starts over after `limit` seconds without a touch, of which `passed` milliseconds are gone.
pub fn idle(limit: u32, passed: f64) -> Idle {
    let over = f64::from(limit) * 1_000.0;
    let left = over + f64::from(COUNTDOWN) * 1_000.0 - passed;
    if passed < over {
        Idle::Quiet
    } else if left > 0.0 {
        Idle::Counting((left / 1_000.0).ceil() as u32)
    } else {
        Idle::Over
    }
}

/// All of the time until the next stop, as [`share`] counts it.
pub const WHOLE: u32 = 1_000;

/// What part of the time until the next stop is gone, in thousandths, at `pace` seconds a stop.
pub fn share(pace: u32, passed: f64) -> u32 {
    ((passed / f64::from(pace.max(1))) as u32).min(WHOLE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_does_nothing_is_warned_for_twenty_seconds_before_it_starts_over() {
        for limit in [10, 120, 3_600] {
            let at = |seconds: f64| idle(limit, (f64::from(limit) + seconds) * 1_000.0);
            assert_eq!(idle(limit, 0.0), Idle::Quiet);
            assert_eq!(at(-0.001), Idle::Quiet);
            assert_eq!(at(0.0), Idle::Counting(20));
            assert_eq!(at(12.5), Idle::Counting(8));
            assert_eq!(at(19.999), Idle::Counting(1));
            assert_eq!(at(20.0), Idle::Over);
            assert_eq!(at(5_000.0), Idle::Over);
        }
    }

    #[test]
    fn the_way_to_the_next_stop_goes_from_nothing_to_all() {
        assert_eq!(share(8, 0.0), 0);
        assert_eq!(share(8, 4_000.0), WHOLE / 2);
        assert_eq!(share(8, 9_000.0), WHOLE);
        assert_eq!(share(0, 9_000.0), WHOLE);
    }
}
