//! The sheet of tokens: what style/tokens.css says of each, read at run time from the text that is shipped.

use crate::portal::text::decimal::parse_decimal;

use super::colour::Colour;

/// The file itself, so that nothing of it has to be written twice.
pub const TOKENS: &str = include_str!("../../../../style/tokens.css");

/// How many tokens may stand for one another in a row.
const DEEPEST: u8 = 8;

/// What can be said of a token by somebody who restyles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A colour of its own, in light and in dark.
    Colour,
    /// A length, or a plain number such as the height of a line.
    Measure,
}

/// Which of a token's two colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Side {
    /// Both.
    pub const ALL: [Side; 2] = [Side::Light, Side::Dark];
}

/// A token as the sheet has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its name without the dashes.
    pub name: &'static str,
    /// Its value as it is written.
    pub value: &'static str,
}

impl Token {
    /// What can be changed of it; nothing where it stands for another one or is more than one value.
    pub fn kind(self) -> Option<TokenKind> {
        if sides(self.value).iter().all(|side| Colour::parse(side).is_some()) {
            Some(TokenKind::Colour)
        } else if is_measure(self.value) {
            Some(TokenKind::Measure)
        } else {
            None
        }
    }

    /// Its own value on one side.
    pub fn side(self, side: Side) -> &'static str {
        sides(self.value)[usize::from(side == Side::Dark)]
    }
}

/// The light and the dark value.
fn sides(value: &str) -> [&str; 2] {
    let both = value.strip_prefix("light-dark(").and_then(|inside| inside.strip_suffix(')'));
    both.and_then(|both| both.split_once(',')).map_or([value, value], |(a, b)| [a.trim(), b.trim()])
}

/// Whether it is a number, alone or with a unit that we use.
pub fn is_measure(text: &str) -> bool {
    let unit = ["rem", "em", "px", "s"].into_iter().find_map(|unit| text.strip_suffix(unit));
    let digits = unit.unwrap_or(text);
    text.len() <= 8 && parse_decimal(digits).is_some()
}

/// Every token in the order of the sheet: what its first block says, which is for wide windows and the usual contrast.
pub fn tokens() -> Vec<Token> {
    let block = TOKENS.split_once(":root {").map_or("", |(_, after)| after);
    let block = block.split_once("\n}").map_or("", |(block, _)| block);
    let lines = block.lines().map(str::trim).filter_map(|line| line.strip_prefix("--"));
    let pairs = lines.filter_map(|line| line.strip_suffix(';')?.split_once(':'));
    pairs.map(|(name, value)| Token { name, value: value.trim() }).collect()
}

/// The token of this name.
pub fn token(name: &str) -> Option<Token> {
    tokens().into_iter().find(|token| token.name == name)
}

/// The colour that a token comes to on one side, where `changed` says what is not as in the sheet.
pub fn colour(name: &str, side: Side, changed: &dyn Fn(&str, Side) -> Option<Colour>) -> Option<Colour> {
    resolved(&tokens(), name, side, changed, DEEPEST)
}

fn resolved(
    all: &[Token],
    name: &str,
    side: Side,
    changed: &dyn Fn(&str, Side) -> Option<Colour>,
    deep: u8,
) -> Option<Colour> {
    if let Some(colour) = changed(name, side) {
        return Some(colour);
    }
    let value = all.iter().find(|token| token.name == name)?.side(side);
    let other = value.strip_prefix("var(--").and_then(|rest| rest.strip_suffix(')'));
    match other {
        Some(other) => resolved(all, other, side, changed, deep.checked_sub(1)?),
        None => Colour::parse(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_token_of_the_sheet_is_known_with_its_value() {
        let all = tokens();
        assert!(all.len() > 80, "{}", all.len());
        let value = |name: &str| token(name).unwrap().value;
        assert_eq!(value("accent"), "light-dark(#0b5cad, #6db3ff)");
        assert_eq!(value("creating"), "var(--muted)");
        assert_eq!(value("s4"), "1rem");
        assert_eq!(token("slow").unwrap().kind(), Some(TokenKind::Measure));
        assert_eq!(token("accent").unwrap().kind(), Some(TokenKind::Colour));
        assert_eq!(token("topbar-text").unwrap().kind(), Some(TokenKind::Colour));
        for other in ["font", "shadow", "creating", "backdrop"] {
            assert_eq!(token(other).unwrap().kind(), None, "{other}");
        }
    }

    #[test]
    fn a_token_that_stands_for_another_has_its_colour() {
        let plain = |_: &str, _: Side| None;
        let hex = |name: &str, side| colour(name, side, &plain).unwrap().to_string();
        assert_eq!(hex("info", Side::Light), "#0b5cad");
        assert_eq!(hex("shipping", Side::Dark), "#6db3ff");
        assert_eq!(hex("surface", Side::Light), "#ffffff");
        assert_eq!(colour("shadow", Side::Light, &plain), None);
        let red = |name: &str, side: Side| {
            (name == "accent" && side == Side::Dark).then(|| Colour::parse("#f00").unwrap())
        };
        assert_eq!(colour("shipping", Side::Dark, &red).unwrap().to_string(), "#ff0000");
        assert_eq!(colour("shipping", Side::Light, &red).unwrap().to_string(), "#0b5cad");
    }

    #[test]
    fn a_measure_is_a_number_with_or_without_a_unit() {
        for good in ["1.45", "600", ".125rem", "3px", "1.4s", ".95em"] {
            assert!(is_measure(good), "{good}");
        }
        for wrong in
            ["", "rem", "1rem 2rem", "calc(1px)", "-1px", "1e9", "1.2.3", "url(x)", "10vw", "123456789px"]
        {
            assert!(!is_measure(wrong), "{wrong}");
        }
    }
}
