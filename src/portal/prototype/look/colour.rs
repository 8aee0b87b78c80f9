//! Colours: how style sheets write them, and how well one is read on another.

use std::fmt;

/// The least contrast of text, WCAG 2.2 AA (1.4.3).
pub const TEXT: f64 = 4.5;
/// The least contrast of what is no text, such as an icon or the line around a field (1.4.11).
pub const SHAPE: f64 = 3.0;

/// A colour without transparency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

impl Colour {
    /// A colour as `#rgb` or `#rrggbb`; nothing where it is written in another way, or is transparent.
    pub fn parse(text: &str) -> Option<Colour> {
        let digits = text.trim().strip_prefix('#')?;
        let digits: Vec<u8> =
            digits.chars().map(|c| c.to_digit(16).map(|digit| digit as u8)).collect::<Option<_>>()?;
        let (red, green, blue) = match digits.as_slice() {
            [r, g, b] => (r * 17, g * 17, b * 17),
            [r, r2, g, g2, b, b2] => (r * 16 + r2, g * 16 + g2, b * 16 + b2),
            _ => return None,
        };
        Some(Colour { red, green, blue })
    }

    /// How light it is, from 0 to 1, as WCAG measures it.
    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }

    /// The contrast with another colour, from 1 to 21.
    pub fn contrast(self, other: Colour) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }
}

impl fmt::Display for Colour {
    /// Six digits, as a browser's colour input wants it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colour(text: &str) -> Colour {
        Colour::parse(text).unwrap()
    }

    #[test]
    fn a_colour_is_read_in_both_of_its_forms_and_written_in_one() {
        assert_eq!(colour("#0af").to_string(), "#00aaff");
        assert_eq!(colour(" #00AAFF ").to_string(), "#00aaff");
        for wrong in ["", "0af", "#0a", "#00aaff80", "#00aafg", "red", "url(#0af)"] {
            assert_eq!(Colour::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn contrast_is_as_wcag_has_it() {
        let near = |one: &str, two: &str, ratio: f64| {
            assert!((colour(one).contrast(colour(two)) - ratio).abs() < 0.01, "{one} {two}");
            assert!((colour(two).contrast(colour(one)) - ratio).abs() < 0.01, "{two} {one}");
        };
        near("#000", "#fff", 21.0);
        near("#777", "#fff", 4.48);
        near("#767676", "#fff", 4.54);
        near("#abc", "#abc", 1.0);
    }
}
