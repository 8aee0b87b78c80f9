//! JSON for people: laid out over lines and cut into pieces that can be coloured.

/// What a piece of JSON text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonPiece {
    /// Brackets, commas, colons and white space.
    Plain,
    /// The name of a field.
    Key,
    /// A string.
    String,
    /// A number.
    Number,
    /// `true`, `false` or `null`.
    Literal,
}

impl JsonPiece {
    /// The class that colours it; none for plain text.
    pub fn class(self) -> Option<&'static str> {
        match self {
            JsonPiece::Plain => None,
            JsonPiece::Key => Some("code-key"),
            JsonPiece::String => Some("code-string"),
            JsonPiece::Number => Some("code-number"),
            JsonPiece::Literal => Some("code-literal"),
        }
    }
}

/// `text` with each field and element on a line of its own; what is not JSON stays as it is.
pub fn pretty(text: &str) -> String {
    let value: Result<serde_json::Value, _> = serde_json::from_str(text);
    value.and_then(|value| serde_json::to_string_pretty(&value)).unwrap_or_else(|_| text.to_owned())
}

/// Cuts JSON into pieces that together are `text` again.
pub fn pieces(text: &str) -> Vec<(JsonPiece, &str)> {
    let mut pieces: Vec<(JsonPiece, &str)> = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (piece, length) = match first {
            '"' => {
                let length = string_length(rest);
                let key = rest.get(length..).is_some_and(|after| after.trim_start().starts_with(':'));
                (if key { JsonPiece::Key } else { JsonPiece::String }, length)
            }
            '-' | '0'..='9' => (JsonPiece::Number, run(rest, |c| c.is_ascii_digit() || "+-.eE".contains(c))),
            'a'..='z' => (JsonPiece::Literal, run(rest, |c| c.is_ascii_lowercase())),
            _ => (JsonPiece::Plain, run(rest, |c| !matches!(c, '"' | '-' | '0'..='9' | 'a'..='z'))),
        };
        let (this, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        pieces.push((piece, this));
        rest = after;
    }
    pieces
}

/// How many bytes from the start `belongs` says yes to.
fn run(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|c| !belongs(c)).unwrap_or(text.len())
}

/// How many bytes the string takes that `text` begins with, both quotation marks included.
fn string_length(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_told_apart_and_nothing_is_lost() {
        let text = pretty(r#"{"a":"x: \"y\" ç","b":[1,-2.5,true,null],"c":{}}"#);
        let pieces = pieces(&text);
        assert_eq!(pieces.iter().map(|(_, text)| *text).collect::<String>(), text);
        let of = |kind: JsonPiece| -> Vec<&str> {
            pieces.iter().filter(|(piece, _)| *piece == kind).map(|(_, text)| *text).collect()
        };
        assert_eq!(of(JsonPiece::Key), [r#""a""#, r#""b""#, r#""c""#]);
        assert_eq!(of(JsonPiece::String), [r#""x: \"y\" ç""#]);
        assert_eq!(of(JsonPiece::Number), ["1", "-2.5"]);
        assert_eq!(of(JsonPiece::Literal), ["true", "null"]);
        assert!(of(JsonPiece::Plain).concat().contains('\n'));
    }

    #[test]
    fn what_is_not_json_is_shown_as_it_is() {
        for text in ["", "<b>no</b>", "\"open", "{\"a\": \\", "🙂 -"] {
            assert_eq!(pretty(text), text);
            assert_eq!(pieces(text).iter().map(|(_, text)| *text).collect::<String>(), text);
        }
    }
}
