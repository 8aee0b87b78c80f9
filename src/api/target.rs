//! Targets: the path and query of a request, taken apart and decoded, and texts encoded for one.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// The path and the query of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The decoded parts of the path between its slashes. A slash at the end does not count.
    pub segments: Vec<String>,
    /// Names and values of the query; a value that is not UTF-8 is an error.
    query: Vec<(String, Result<String, BadEscape>)>,
}

/// A part of a target whose escapes do not make UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadEscape;

/// Why a query has no single value of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QueryError {
    /// The value's escapes do not make UTF-8.
    Unreadable,
    /// It stands there more than once, with different values.
    Ambiguous,
}

impl Target {
    /// Takes a target apart.
    ///
    /// # Errors
    /// [`BadEscape`] when the path's escapes do not make UTF-8.
    pub fn parse(target: &str) -> Result<Target, BadEscape> {
        let target = target.split('#').next().unwrap_or_default();
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let path = path.strip_prefix('/').unwrap_or(path);
        let path = path.strip_suffix('/').unwrap_or(path);
        let segments = path.split('/').map(decoded).collect::<Result<_, _>>()?;
        let query = query.split('&').filter(|pair| !pair.is_empty()).filter_map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            // A name that cannot be read is none that the service knows.
            let name = decoded(&name.replace('+', " ")).ok()?;
            // In a query a plus sign is a space.
            Some((name, decoded(&value.replace('+', " "))))
        });
        Ok(Target { segments, query: query.collect() })
    }

    /// The names in the query, as often as they stand there.
    pub fn query_names(&self) -> impl Iterator<Item = &str> {
        self.query.iter().map(|(name, _)| name.as_str())
    }

    /// The value of `name`, whatever the name's case.
    ///
    /// # Errors
    /// [`QueryError`] when there is more than one, or none that can be read.
    pub fn query(&self, name: &str) -> Result<Option<&str>, QueryError> {
        let mut found = None;
        for (_, value) in self.query.iter().filter(|(key, _)| key.eq_ignore_ascii_case(name)) {
            let value = value.as_deref().map_err(|BadEscape| QueryError::Unreadable)?;
            match found {
                Some(before) if before != value => return Err(QueryError::Ambiguous),
                Some(_) | None => found = Some(value),
            }
        }
        Ok(found)
    }
}

/// What is escaped in one part of a path or query: all but letters, digits and `-._~`.
pub const PART: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// What is escaped in a path whose slashes stay.
pub const PATH: &AsciiSet = &PART.remove(b'/').remove(b'(').remove(b')').remove(b'$');

/// `text` with the characters of `set` escaped.
pub fn encoded(text: &str, set: &'static AsciiSet) -> String {
    utf8_percent_encode(text, set).to_string()
}

/// `text` without its escapes; one that is not two hexadecimal digits stays as it is, as browsers
/// leave it.
fn decoded(text: &str) -> Result<String, BadEscape> {
    percent_decode_str(text).decode_utf8().map(Cow::into_owned).map_err(|_| BadEscape)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_split_before_they_are_decoded() {
        let segments = |target: &str| Target::parse(target).map(|t| t.segments);
        assert_eq!(segments("/a/b%2Fc/d%20e/?x=1"), Ok(vec!["a".into(), "b/c".into(), "d e".into()]));
        assert_eq!(segments("/a//b"), Ok(vec!["a".into(), String::new(), "b".into()]));
        assert_eq!(segments("/a%zz%4"), Ok(vec!["a%zz%4".into()]));
        assert_eq!(segments("/a+b#c"), Ok(vec!["a+b".into()]));
        assert_eq!(segments("/%ff"), Err(BadEscape));
        assert_eq!(segments(""), Ok(vec![String::new()]));
    }

    #[test]
    fn a_query_has_one_value_a_name() {
        let target = "/?API-Version=1&api-version=1&%24top=5&$top=6&f=a+b%27&g=%ff&%ff=1&h&";
        let Ok(target) = Target::parse(target) else { panic!("readable") };
        assert_eq!(target.query("api-version"), Ok(Some("1")));
        assert_eq!(target.query("$top"), Err(QueryError::Ambiguous));
        assert_eq!(target.query("f"), Ok(Some("a b'")));
        assert_eq!(target.query("g"), Err(QueryError::Unreadable));
        assert_eq!(target.query("h"), Ok(Some("")));
        assert_eq!(target.query("i"), Ok(None));
    }

    #[test]
    fn what_is_encoded_comes_back() {
        let text = "state eq 'ş' & 100 %+#/()";
        assert_eq!(encoded(text, PATH), "state%20eq%20%27%C5%9F%27%20%26%20100%20%25%2B%23/()");
        assert_eq!(decoded(&encoded(text, PART)), Ok(text.to_owned()));
    }
}
