//! Text that somebody typed: checked once where it comes in, and what can be wrong with it.

use std::fmt;

/// `text` in lower case, letter by letter, for comparing names whatever their case. What the standard library does beyond
/// that, another letter for a Greek sigma at the end of a word, would keep "ΟΔΟΣ" from being "οδοσ", and weighs 3 kB of wasm.
pub fn lower(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).collect()
}

/// What is wrong with a value, with all that a sentence about it needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Invalid {
    /// Required, and not there or empty.
    Missing,
    /// More characters than `max`.
    TooLong {
        /// The most characters allowed.
        max: usize,
    },
    /// Fewer characters than `min`.
    TooShort {
        /// The fewest characters allowed.
        min: usize,
    },
    /// Control characters, which no field may hold.
    ControlCharacters,
    /// Not of the form that the field asks for.
    Malformed(TextForm),
    /// Not one of the values that the service knows.
    NotOneOf(&'static [&'static str]),
    /// A number or count outside its range, both ends included.
    OutOfRange {
        /// The smallest value allowed.
        min: i64,
        /// The largest value allowed.
        max: i64,
    },
    /// Given twice where each may stand once.
    Duplicate,
    /// Of another JSON type than the contract says.
    WrongType(JsonType),
    /// Cannot be changed once the job exists, or does not fit the job's type.
    NotAllowedHere,
}

/// The forms that [`Invalid::Malformed`] can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextForm {
    /// 3–63 letters, digits and hyphens, a letter or digit at both ends.
    JobName,
    /// 8-4-4-4-12 hexadecimal digits.
    SubscriptionId,
    /// 1–90 letters, digits, `_`, `-`, `.`, `(`, `)`, not ending with a full stop.
    ResourceGroup,
    /// `/subscriptions/…/resourceGroups/…/providers/Microsoft.Storage/storageAccounts/…`.
    StorageAccountId,
    /// Something with one `@` between two parts.
    Email,
}

/// The JSON types that the contract knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonType {
    /// A string.
    String,
    /// `true` or `false`.
    Boolean,
    /// A whole number.
    Integer,
    /// An object.
    Object,
    /// An array.
    Array,
}

/// Text of 1 to `MAX` characters with something in it besides spaces and no control characters.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Text<const MAX: usize>(Box<str>);

impl<const MAX: usize> Text<MAX> {
    /// Takes `text` as it is, without the white space around it.
    ///
    /// # Errors
    /// [`Invalid::Missing`], [`Invalid::TooLong`] or [`Invalid::ControlCharacters`].
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let text = text.trim();
        // Most texts are short and plain, and every one that is kept is looked at again when it is read.
        let plain = text.bytes().all(|byte| (b' '..=b'~').contains(&byte));
        if plain && (1..=MAX).contains(&text.len()) {
            Ok(Text(text.into()))
        } else if text.is_empty() {
            Err(Invalid::Missing)
        } else if text.chars().count() > MAX {
            Err(Invalid::TooLong { max: MAX })
        } else if text.chars().any(char::is_control) {
            Err(Invalid::ControlCharacters)
        } else {
            Ok(Text(text.into()))
        }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<const MAX: usize> fmt::Debug for Text<MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<const MAX: usize> fmt::Display for Text<MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_the_same_whatever_their_case() {
        for (one, other) in [("rg-ΟΔΟΣ", "rg-οδοσ"), ("Job.1_A", "jOB.1_a"), ("ÄÖÜ", "äöü"), ("", "")]
        {
            assert_eq!(lower(one), lower(other));
        }
        assert_ne!(lower("a"), lower("b"));
    }

    #[test]
    fn text_is_trimmed_bounded_and_printable() {
        let of = |text: &str| Text::<5>::parse(text).map(|t| t.to_string());
        assert_eq!(of("  ab c "), Ok("ab c".to_owned()));
        assert_eq!(of(" \t "), Err(Invalid::Missing));
        assert_eq!(of("çğışö"), Ok("çğışö".to_owned()));
        assert_eq!(of("abcdef"), Err(Invalid::TooLong { max: 5 }));
        assert_eq!(of("a\u{0}b"), Err(Invalid::ControlCharacters));
        assert_eq!(format!("{:?}", Text::<5>::parse("a\"").map_err(|_| ())), r#"Ok("a\"")"#);
    }
}
