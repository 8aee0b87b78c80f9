//! Decimal numbers as drawings and style sheets take them: what the standard library writes them with weighs 14 kB of wasm.

/// The number with at most three digits behind the point.
pub fn decimal(number: f64) -> String {
    let thousandths = (number * 1_000.0).round() as i64;
    let (whole, rest) = (thousandths.abs() / 1_000, thousandths.abs() % 1_000);
    let sign = if thousandths < 0 { "-" } else { "" };
    let text = format!("{sign}{whole}.{rest:03}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// The number that a text such as "48.01" says; digits after the third behind the point do not count.
pub fn parse_decimal(text: &str) -> Option<f64> {
    let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
    if !text.contains(|c: char| c.is_ascii_digit())
        || text.contains(|c: char| !c.is_ascii_digit() && c != '.')
    {
        return None;
    }
    let thousandths: u64 = format!("{whole}{rest:0<3.3}").parse().ok()?;
    Some(thousandths as f64 / 1_000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_written_without_what_says_nothing() {
        for (number, text) in [
            (0.0, "0"),
            (-0.0, "0"),
            (-0.000_4, "0"),
            (1_000.0, "1000"),
            (-2.5, "-2.5"),
            (-0.25, "-0.25"),
            (72.015, "72.015"),
            (0.005, "0.005"),
            (33.333_333, "33.333"),
            (9.999_9, "10"),
        ] {
            assert_eq!(decimal(number), text);
        }
    }

    #[test]
    fn a_number_is_read_as_it_is_written() {
        for text in ["0", "48", "48.01", "0.5", "1.125", "72.015"] {
            assert_eq!(parse_decimal(text).map(decimal).as_deref(), Some(text));
        }
        assert_eq!(parse_decimal(".5"), Some(0.5));
        assert_eq!(parse_decimal("1."), Some(1.0));
        assert_eq!(parse_decimal("1.23456"), Some(1.234));
        for no_number in ["", ".", "1.2.3", "x", "1x", "-1", "+1", "1e3"] {
            assert_eq!(parse_decimal(no_number), None, "{no_number}");
        }
    }
}
