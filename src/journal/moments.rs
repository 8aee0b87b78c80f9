//! Moments and spans as the spelling writes them: RFC 3339 in UTC, and ISO 8601 durations of days, hours, minutes and
//! seconds.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serializer};

use crate::api::wire::iso;
use crate::domain::time::{SimTime, Span};
use crate::service::range;

const SECOND: i64 = 1_000;
const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// A moment, such as `2026-03-12T08:00:00Z`, with thousandths of a second where there are any.
pub fn moment_text(at: SimTime) -> String {
    let whole = iso(at);
    match (at.millis() % SECOND, whole.strip_suffix('Z')) {
        (0, _) | (_, None) => whole,
        (rest, Some(seconds)) => format!("{seconds}.{rest:03}Z"),
    }
}

/// The moment that [`moment_text`] wrote; none for anything else.
pub fn moment(text: &str) -> Option<SimTime> {
    let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
    let mut date = date.split('-');
    let (year, month, day) = (digits(date.next()?, 4)?, digits(date.next()?, 2)?, digits(date.next()?, 2)?);
    let (clock, rest) = time.split_once('.').map_or((time, None), |(clock, rest)| (clock, Some(rest)));
    let mut clock = clock.split(':');
    let (hour, minute, second) =
        (digits(clock.next()?, 2)?, digits(clock.next()?, 2)?, digits(clock.next()?, 2)?);
    if date.next().is_some() || clock.next().is_some() || hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let rest = rest.map_or(Some(0), |rest| digits(rest, 3))?;
    let millis = days(year, month, day)? * DAY + hour * HOUR + minute * MINUTE + second * SECOND + rest;
    range::time(millis)
}

/// Exactly so many digits.
fn digits(text: &str, count: usize) -> Option<i64> {
    let all = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| all)
}

/// Days since 1970-01-01 of a day of the Gregorian calendar; none for a day that there is not.
fn days(year: i64, month: i64, day: i64) -> Option<i64> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let longest = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        _ => return None,
    };
    if !(1..=longest).contains(&day) {
        return None;
    }
    let passed = |year: i64| year * 365 + year / 4 - year / 100 + year / 400;
    let before: i64 = (1..month)
        .map(|month| match month {
            2 => 28 + i64::from(leap),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        })
        .sum();
    Some(passed(year - 1) - passed(1969) + before + day - 1)
}

/// A span, such as `P14D` or `P1DT2H30M`; thousandths of a second stand behind a point.
pub fn span_text(span: Span) -> String {
    let millis = span.as_millis();
    let mut text = String::from("P");
    let mut rest = millis;
    let mut part = |unit: i64, letter: char| {
        let whole = rest / unit;
        rest %= unit;
        if whole > 0 { format!("{whole}{letter}") } else { String::new() }
    };
    text.push_str(&part(DAY, 'D'));
    let time = [part(HOUR, 'H'), part(MINUTE, 'M')].concat();
    let seconds = match (rest / SECOND, rest % SECOND) {
        (0, 0) => String::new(),
        (seconds, 0) => format!("{seconds}S"),
        (seconds, thousandths) => format!("{seconds}.{thousandths:03}S"),
    };
    if !time.is_empty() || !seconds.is_empty() || millis == 0 {
        text.push('T');
    }
    text.push_str(&time);
    text.push_str(&seconds);
    if millis == 0 {
        text.push_str("0S");
    }
    text
}

/// The span that [`span_text`] wrote; none for anything else, months and years among it, whose length depends on when
/// they begin.
pub fn span(text: &str) -> Option<Span> {
    let rest = text.strip_prefix('P')?;
    let (date, time) = rest.split_once('T').map_or((rest, None), |(date, time)| (date, Some(time)));
    if date.is_empty() && time.is_none() || time == Some("") {
        return None;
    }
    let (days, rest) = leading(date, 'D', DAY)?;
    if !rest.is_empty() {
        return None;
    }
    let (hours, rest) = leading(time.unwrap_or_default(), 'H', HOUR)?;
    let (minutes, rest) = leading(rest, 'M', MINUTE)?;
    let seconds = match rest.strip_suffix('S') {
        None if rest.is_empty() => 0,
        None => return None,
        Some(seconds) => match seconds.split_once('.') {
            None => number(seconds)?.checked_mul(SECOND)?,
            Some((whole, thousandths)) => {
                number(whole)?.checked_mul(SECOND)?.checked_add(digits(thousandths, 3)?)?
            }
        },
    };
    let millis = days.checked_add(hours)?.checked_add(minutes)?.checked_add(seconds)?;
    (millis <= SimTime::MAX.millis()).then_some(Span::millis(millis))
}

/// The number in front of `letter` in units, and what is behind it.
fn leading(text: &str, letter: char, unit: i64) -> Option<(i64, &str)> {
    match text.split_once(letter) {
        None => Some((0, text)),
        Some((count, rest)) => Some((number(count)?.checked_mul(unit)?, rest)),
    }
}

fn number(text: &str) -> Option<i64> {
    let all = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| all)
}

/// Spans in serde's derived code.
pub mod as_span {
    use super::{Deserialize, Deserializer, Error, Serializer, Span};

    /// # Errors
    /// Those of the serializer.
    pub fn serialize<S: Serializer>(span: &Span, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&super::span_text(*span))
    }

    /// # Errors
    /// That the text is no span.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Span, D::Error> {
        let text = String::deserialize(from)?;
        super::span(&text).ok_or_else(|| D::Error::custom(format_args!("no span: {text}")))
    }
}

/// Moments in serde's derived code.
pub mod as_moment {
    use super::{Deserialize, Deserializer, Error, Serializer, SimTime};

    /// # Errors
    /// Those of the serializer.
    pub fn serialize<S: Serializer>(at: &SimTime, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&super::moment_text(*at))
    }

    /// # Errors
    /// That the text is no moment.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<SimTime, D::Error> {
        let text = String::deserialize(from)?;
        super::moment(&text).ok_or_else(|| D::Error::custom(format_args!("no moment: {text}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::dice::Dice;

    #[test]
    fn moments_are_read_as_written() {
        for ms in
            [0, 951_782_399_999, 951_782_400_000, 1_772_438_400_000, 4_107_542_400_001, SimTime::MAX.millis()]
        {
            let at = SimTime::from_millis(ms);
            assert_eq!(moment(&moment_text(at)), Some(at), "{}", moment_text(at));
        }
        for n in 0..5_000 {
            let at = SimTime::from_millis((Dice::new(1, n).throw(0) % SimTime::MAX.millis() as u64) as i64);
            assert_eq!(moment(&moment_text(at)), Some(at), "{}", moment_text(at));
        }
        assert_eq!(moment_text(SimTime::from_millis(1_772_438_400_007)), "2026-03-02T08:00:00.007Z");
    }

    #[test]
    fn what_is_no_moment_is_none() {
        for text in [
            "",
            "now",
            "2026-02-29T00:00:00Z",
            "2026-13-01T00:00:00Z",
            "2026-01-01",
            "2026-01-01T24:00:00Z",
            "2026-01-01T00:00:00",
            "2026-01-01T00:00:00+01:00",
            "+026-01-01T00:00:00Z",
            "2026-1-1T00:00:00Z",
            "2026-01-01T00:00:00.1Z",
            "1969-12-31T23:59:59Z",
            "2026-01-01T00:00:00:00Z",
        ] {
            assert_eq!(moment(text), None, "{text}");
        }
    }

    #[test]
    fn spans_are_read_as_written() {
        for (ms, text) in [
            (0, "PT0S"),
            (14 * DAY, "P14D"),
            (DAY + 2 * HOUR + 30 * MINUTE, "P1DT2H30M"),
            (90 * SECOND, "PT1M30S"),
            (7, "PT0.007S"),
        ] {
            assert_eq!(span_text(Span::millis(ms)), text);
            assert_eq!(span(text), Some(Span::millis(ms)), "{text}");
        }
        assert_eq!(span("PT36H"), Some(Span::hours(36)));
        for bad in [
            "",
            "P",
            "PT",
            "14D",
            "P1M",
            "P1Y",
            "P-1D",
            "P1D2H",
            "PT1S1M",
            "PT1.5S",
            "P99999999999999999D",
            "P1DT",
        ] {
            assert_eq!(span(bad), None, "{bad}");
        }
    }
}
