//! Changes: tokens that have another value than in the sheet, as they stand in an address.
//!
//! `accent:#0a7` is both colours, `accent:#0a7~#5fc` each, `accent:#0a7~` the light one alone, `radius:8px` a measure.

use std::fmt;

use super::colour::Colour;
use super::sheet::{self, Side, TokenKind};

/// Another value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TokenValue {
    /// One colour or both; the other is as before.
    Colours {
        /// That of the light theme.
        light: Option<Colour>,
        /// That of the dark theme.
        dark: Option<Colour>,
    },
    /// A length or a number.
    Measure(String),
}

/// A token and its other value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenChange {
    /// The token's name, without the dashes.
    pub token: &'static str,
    /// What it is now.
    pub value: TokenValue,
}

impl TokenChange {
    /// What one part of the switch says; nothing where there is no such token, or it cannot have this value.
    pub fn parse(text: &str) -> Option<TokenChange> {
        let (name, said) = text.split_once(':')?;
        let token = sheet::token(name)?;
        let value = match token.kind()? {
            TokenKind::Measure => sheet::is_measure(said).then(|| TokenValue::Measure(said.to_owned()))?,
            TokenKind::Colour => {
                let (light, dark) = said.split_once('~').unwrap_or((said, said));
                let one = |text: &str| match text {
                    "" => Some(None),
                    text => Colour::parse(text).map(Some),
                };
                let (light, dark) = (one(light)?, one(dark)?);
                light.or(dark)?;
                TokenValue::Colours { light, dark }
            }
        };
        Some(TokenChange { token: token.name, value })
    }

    /// The colour on one side, where it is another than in the sheet.
    pub fn colour(&self, side: Side) -> Option<Colour> {
        match (&self.value, side) {
            (TokenValue::Colours { light, .. }, Side::Light) => *light,
            (TokenValue::Colours { dark, .. }, Side::Dark) => *dark,
            (TokenValue::Measure(_), _) => None,
        }
    }

    /// This change where there was another one before.
    pub fn over(self, before: &TokenChange) -> TokenChange {
        let both = |side| self.colour(side).or_else(|| before.colour(side));
        let value = match &self.value {
            TokenValue::Colours { .. } => {
                TokenValue::Colours { light: both(Side::Light), dark: both(Side::Dark) }
            }
            TokenValue::Measure(_) => self.value.clone(),
        };
        TokenChange { value, ..self }
    }

    /// Whether it is about a colour, and its line in a style sheet.
    pub fn css(&self) -> (bool, String) {
        let name = self.token;
        if let TokenValue::Measure(value) = &self.value {
            return (false, format!("  --{name}: {value};\n"));
        }
        let plain = |_: &str, _: Side| None;
        let now = |side| {
            let colour = self.colour(side).or_else(|| sheet::colour(name, side, &plain));
            colour.map(|colour| colour.to_string()).unwrap_or_default()
        };
        let (light, dark) = (now(Side::Light), now(Side::Dark));
        let value = if light == dark { light } else { format!("light-dark({light}, {dark})") };
        (true, format!("  --{name}: {value};\n"))
    }
}

impl fmt::Display for TokenChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = |colour: &Option<Colour>| colour.map(|colour| colour.to_string()).unwrap_or_default();
        match &self.value {
            TokenValue::Measure(value) => write!(f, "{}:{value}", self.token),
            TokenValue::Colours { light, dark } if light == dark => {
                write!(f, "{}:{}", self.token, text(light))
            }
            TokenValue::Colours { light, dark } => write!(f, "{}:{}~{}", self.token, text(light), text(dark)),
        }
    }
}

/// The tokens that are changed, one change each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TokenChanges(pub Vec<TokenChange>);

impl TokenChanges {
    /// What the switch says, and the parts of it that are not understood.
    pub fn parse(text: &str) -> (TokenChanges, Vec<String>) {
        let (mut changes, mut strange) = (TokenChanges::default(), Vec::new());
        for part in text.split(',').filter(|part| !part.is_empty()) {
            match TokenChange::parse(part) {
                Some(change) => changes.put(change),
                None => strange.push(part.to_owned()),
            }
        }
        (changes, strange)
    }

    /// The change of a token.
    pub fn get(&self, token: &str) -> Option<&TokenChange> {
        self.0.iter().find(|change| change.token == token)
    }

    /// Changes a token, whatever was changed of it before.
    pub fn put(&mut self, change: TokenChange) {
        match self.0.iter_mut().find(|known| known.token == change.token) {
            Some(known) => *known = change,
            None => self.0.push(change),
        }
    }

    /// Changes one side of a colour and leaves the other.
    pub fn paint(&mut self, token: &'static str, side: Side, colour: Colour) {
        let other = |of: Side| self.get(token).and_then(|change| change.colour(of));
        let value = match side {
            Side::Light => TokenValue::Colours { light: Some(colour), dark: other(Side::Dark) },
            Side::Dark => TokenValue::Colours { light: other(Side::Light), dark: Some(colour) },
        };
        self.put(TokenChange { token, value });
    }

    /// Takes a change back.
    pub fn undo(&mut self, token: &str) {
        self.0.retain(|change| change.token != token);
    }
}

impl fmt::Display for TokenChanges {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all: Vec<String> = self.0.iter().map(TokenChange::to_string).collect();
        f.write_str(&all.join(","))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_read_in_each_of_its_forms() {
        for text in
            ["accent:#00aa77", "accent:#00aa77~#55ffcc", "accent:#00aa77~", "accent:~#55ffcc", "radius:8px"]
        {
            assert_eq!(TokenChange::parse(text).unwrap().to_string(), text);
        }
        for wrong in [
            "",
            "accent",
            "accent:",
            "accent:~",
            "accent:8px",
            "radius:#fff",
            "font:serif",
            "no:1px",
            "s4:1px;x",
        ] {
            assert_eq!(TokenChange::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn one_side_is_painted_without_the_other_and_taken_back() {
        let colour = |text| Colour::parse(text).unwrap();
        let mut changes = TokenChanges::default();
        changes.paint("accent", Side::Light, colour("#123456"));
        assert_eq!(changes.to_string(), "accent:#123456~");
        changes.paint("accent", Side::Dark, colour("#abcdef"));
        assert_eq!(changes.to_string(), "accent:#123456~#abcdef");
        changes.undo("accent");
        assert_eq!(changes, TokenChanges::default());
    }
}
