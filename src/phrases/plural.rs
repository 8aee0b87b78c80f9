//! Plurals: which form of a word goes with a number, and how a value is written into a sentence.
//!
//! The generator would bring the plural rules of all languages and the formatting of fractions.

use std::fmt;

use fluent_static::value::{Number, Value};

/// A form of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    /// As in "1 job".
    One,
    /// As in "2 jobs".
    Other,
}

/// The form that goes with `number` in every language that build.rs lets pass.
pub fn category(number: &Number) -> Category {
    if *number == Number::I64(1) { Category::One } else { Category::Other }
}

/// Writes a value into a sentence. Fractions are written by src/portal/format.rs and come as texts.
pub fn write(value: &Value<'_>, out: &mut dyn fmt::Write) -> fmt::Result {
    match value {
        Value::String(text) => out.write_str(text),
        Value::Number { value, .. } => match value {
            Number::I64(number) => write!(out, "{number}"),
            Number::U64(number) => write!(out, "{number}"),
            Number::I128(number) => write!(out, "{number}"),
            Number::U128(number) => write!(out, "{number}"),
            Number::F64(number) => write!(out, "{}", number.round() as i64),
        },
        Value::Empty => Ok(()),
        Value::Error => Err(fmt::Error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::phrases::Language;

    #[test]
    fn one_thing_is_told_from_several_in_every_language() {
        for language in Language::all() {
            let m = language.phrases();
            let texts = [m.track_errors(1), m.track_errors(2), m.track_errors(12)];
            assert!(!texts[0].contains('1') || texts[0].to_string().contains("1 "), "{}", texts[0]);
            assert!(texts[1].contains('2') && texts[2].contains("12"), "{texts:?}");
        }
        assert_eq!(category(&Number::U64(1)), Category::One);
        assert_eq!(category(&Number::U64(0)), Category::Other);
        assert_eq!(category(&Number::I64(21)), Category::Other);
    }
}
