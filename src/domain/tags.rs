//! Tags: what a customer calls a job besides its name.

use super::text::{Invalid, Text, lower};

/// The customer's tags: names and values in the order given, at most 50 (Azure Resource Manager).
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Tags(Vec<(Box<str>, Box<str>)>);

impl Tags {
    /// The most tags a resource may have.
    pub const MAX: usize = 50;

    /// # Errors
    /// The name of the tag that breaks a limit (names 1–512 characters, values up to 256, no name
    /// twice whatever its case) and what is wrong with it; the name is empty when there are too many.
    pub fn parse<'a>(tags: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Tags, (String, Invalid)> {
        let mut all: Vec<(Box<str>, Box<str>)> = Vec::new();
        for (name, value) in tags {
            let name = Text::<512>::parse(name).map_err(|why| (name.to_owned(), why))?;
            let name = name.as_str();
            if value.chars().count() > 256 {
                return Err((name.to_owned(), Invalid::TooLong { max: 256 }));
            }
            if value.chars().any(char::is_control) {
                return Err((name.to_owned(), Invalid::ControlCharacters));
            }
            if all.iter().any(|(other, _)| lower(other) == lower(name)) {
                return Err((name.to_owned(), Invalid::Duplicate));
            }
            all.push((name.into(), value.into()));
        }
        if all.len() > Self::MAX {
            return Err((String::new(), Invalid::OutOfRange { min: 0, max: Self::MAX as i64 }));
        }
        Ok(Tags(all))
    }

    /// Names and values.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_ref(), value.as_ref()))
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_kept_in_the_order_given() {
        let tags = Tags::parse([("team", "lab"), ("cost centre", "")]).unwrap();
        assert_eq!(tags.iter().collect::<Vec<_>>(), [("team", "lab"), ("cost centre", "")]);
        assert!(!tags.is_empty());
        assert!(Tags::default().is_empty());
    }

    #[test]
    fn values_have_up_to_256_characters_and_no_control_characters() {
        let long = "ğ".repeat(256);
        assert_eq!(Tags::parse([("a", long.as_str())]).unwrap().iter().next(), Some(("a", long.as_str())));
        let longer = format!("{long}x");
        for (value, why) in
            [(longer.as_str(), Invalid::TooLong { max: 256 }), ("a\nb", Invalid::ControlCharacters)]
        {
            assert_eq!(Tags::parse([("fine", "x"), ("wrong", value)]), Err(("wrong".to_owned(), why)));
        }
    }

    #[test]
    fn names_are_needed_and_differ_whatever_their_case() {
        assert_eq!(Tags::parse([("", "x")]), Err((String::new(), Invalid::Missing)));
        assert_eq!(Tags::parse([("Team", "a"), ("tEAM", "b")]), Err(("tEAM".to_owned(), Invalid::Duplicate)));
    }

    #[test]
    fn there_are_up_to_50() {
        let names: Vec<String> = (0..=Tags::MAX).map(|n| format!("tag-{n}")).collect();
        let tags = |count: usize| Tags::parse(names.iter().take(count).map(|name| (name.as_str(), "")));
        assert_eq!(tags(Tags::MAX).map(|tags| tags.iter().count()), Ok(50));
        assert_eq!(tags(Tags::MAX + 1), Err((String::new(), Invalid::OutOfRange { min: 0, max: 50 })));
    }
}
