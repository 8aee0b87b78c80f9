//! Filling: how values get into the text of a message, as src/phrases/generate.rs has written it.

use std::borrow::Cow;

/// A value that a sentence is made with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// Goes into the sentence as it is.
    Text(Cow<'a, str>),
    /// A whole number, which also chooses forms of words.
    Number(u64),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Value::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Value::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Value::Text(Cow::Owned(text))
    }
}

macro_rules! numbers {
    ($($kind:ty),*) => {
        $(impl From<$kind> for Value<'_> {
            fn from(number: $kind) -> Self {
                Value::Number(number as u64)
            }
        })*
    };
}

numbers!(u8, u16, u32, u64, usize);

/// The text with the values in their places. `plurals` has the letter of the category of every number below 100, and
/// then of those from 100 to 199, which stand for all greater ones.
pub fn fill(text: &str, values: &[Value<'_>], plurals: &str) -> String {
    let mut filled = String::with_capacity(text.len() + 32);
    write(text, values, plurals, &mut filled);
    filled
}

fn write(text: &str, values: &[Value<'_>], plurals: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| byte == 1 || byte == 2) {
        let (before, marked) = rest.split_at(at);
        out.push_str(before);
        let mut marks = marked.bytes();
        let chooses = marks.next() == Some(2);
        let place = usize::from(marks.next().unwrap_or_default().wrapping_sub(b'a'));
        let value = values.get(place);
        rest = marked.get(2..).unwrap_or_default();
        if chooses {
            let (forms, behind) = rest.split_once('\u{4}').unwrap_or_default();
            write(form(forms, value, plurals), values, plurals, out);
            rest = behind;
        } else {
            match value {
                Some(Value::Text(text)) => out.push_str(text),
                Some(Value::Number(number)) => out.push_str(&number.to_string()),
                None => {}
            }
        }
    }
    out.push_str(rest);
}

/// The form that goes with a value: the first for it or for its category, or the last.
fn form<'t>(forms: &'t str, value: Option<&Value<'_>>, plurals: &str) -> &'t str {
    let number = match value {
        Some(Value::Number(number)) => Some(*number),
        Some(Value::Text(_)) | None => None,
    };
    let category = number.and_then(|number| {
        let place = if number < 100 { number } else { 100 + number % 100 };
        plurals.get(place as usize..=place as usize)
    });
    let mut last = "";
    for form in forms.split_terminator('\u{3}') {
        let (key, text) = match form.strip_prefix('=') {
            Some(exact) => exact.split_once('\u{5}').unwrap_or_default(),
            None => form.split_at_checked(1).unwrap_or_default(),
        };
        last = text;
        if Some(key) == category || number.is_some_and(|number| key.parse() == Ok(number)) {
            break;
        }
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;

    /// English: 1 is one, all else other.
    fn english() -> String {
        (0..200).map(|number| if number == 1 { '1' } else { 'o' }).collect()
    }

    #[test]
    fn values_go_where_their_letters_stand() {
        let filled = fill("\u{1}b, then \u{1}a: ünlü", &["first".into(), 2_u64.into()], &english());
        assert_eq!(filled, "2, then first: ünlü");
        assert_eq!(fill("", &[], ""), "");
    }

    #[test]
    fn a_value_is_never_read_as_a_mark() {
        let filled = fill("<\u{1}a>", &["\u{1}a\u{2}".into()], &english());
        assert_eq!(filled, "<\u{1}a\u{2}>");
    }

    #[test]
    fn the_form_follows_the_number_and_the_last_fits_all() {
        let text = "\u{2}a=0\u{5}No job\u{3}1One job\u{3}o\u{1}a jobs\u{3}\u{4} of \u{1}b";
        let said = |number: u64| fill(text, &[number.into(), "all".into()], &english());
        assert_eq!(said(0), "No job of all");
        assert_eq!(said(1), "One job of all");
        assert_eq!(said(101), "101 jobs of all");
        assert_eq!(fill(text, &["some".into(), "all".into()], &english()), "some jobs of all");
    }
}
