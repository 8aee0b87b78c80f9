//! Shares: how many of a whole, as the language says it.

use crate::phrases::Language;

/// `amount`, written as `written`, where it stands for a part of what was named before: Turkish says "32 kaydın 5’i",
/// English just the number.
pub fn of_them(language: Language, amount: usize, written: &str) -> String {
    match language.tag() {
        "tr" => format!("{written}’{}", turkish_ending(amount)),
        _ => written.to_owned(),
    }
}

/// The ending follows the sound of the last word that the number is read with.
fn turkish_ending(amount: usize) -> &'static str {
    const ONES: [&str; 10] = ["ı", "i", "si", "ü", "ü", "i", "sı", "si", "i", "u"];
    const TENS: [&str; 10] = ["ı", "u", "si", "u", "ı", "si", "ı", "i", "i", "ı"];
    match amount {
        0 => ONES[0],
        _ if !amount.is_multiple_of(10) => ONES[amount % 10],
        _ if !amount.is_multiple_of(100) => TENS[amount / 10 % 10],
        _ if !amount.is_multiple_of(1_000) => "ü",
        _ if !amount.is_multiple_of(1_000_000) => "i",
        _ => "u",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(tag: &str, amount: usize) -> String {
        let language = Language::all().find(|language| language.tag() == tag).unwrap();
        of_them(language, amount, &amount.to_string())
    }

    #[test]
    fn turkish_numbers_end_as_they_sound() {
        let said =
            [0, 1, 2, 3, 5, 6, 9, 10, 15, 20, 30, 32, 40, 60, 90, 100, 110, 300, 1_000, 10_000, 2_000_000];
        let said: Vec<String> = said.into_iter().map(|amount| written("tr", amount)).collect();
        assert_eq!(
            said,
            [
                "0’ı",
                "1’i",
                "2’si",
                "3’ü",
                "5’i",
                "6’sı",
                "9’u",
                "10’u",
                "15’i",
                "20’si",
                "30’u",
                "32’si",
                "40’ı",
                "60’ı",
                "90’ı",
                "100’ü",
                "110’u",
                "300’ü",
                "1000’i",
                "10000’i",
                "2000000’u",
            ]
        );
    }

    #[test]
    fn english_numbers_stand_alone() {
        assert_eq!(written("en", 32), "32");
    }
}
