//! Widths at which the layout changes, where the text is larger than usual: as browsers have it whose own text is larger.

use crate::portal::text::decimal::{decimal, parse_decimal};

/// The condition of a media query with each `rem` times `percent`.
pub fn scaled(condition: &str, percent: u32) -> String {
    let mut out = String::new();
    let mut rest = condition;
    while let Some(at) = rest.find("rem") {
        let (before, after) = rest.split_at(at);
        let digits = before.rfind(|c: char| !(c.is_ascii_digit() || c == '.')).map_or(0, |end| end + 1);
        // What stands before may end with a letter of more than one byte.
        let digits = before.get(digits..).map_or(before.len(), |_| digits);
        match parse_decimal(&before[digits..]) {
            Some(number) => {
                out += &format!("{}{}rem", &before[..digits], decimal(number * f64::from(percent) / 100.0));
            }
            None => out += &format!("{before}rem"),
        }
        rest = &after[3..];
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lengths_in_rem_grow() {
        assert_eq!(scaled("(max-width: 48rem)", 200), "(max-width: 96rem)");
        assert_eq!(
            scaled("(min-width: 48.01rem) and (max-height: 50rem)", 150),
            "(min-width: 72.015rem) and (max-height: 75rem)"
        );
        for other in ["print", "(prefers-contrast: more)", "(max-width: 320px)", "rem", "érem"] {
            assert_eq!(scaled(other, 200), other);
        }
    }
}
