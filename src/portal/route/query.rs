//! The query of a fragment: names and values behind its `?`.

use std::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What stays as it is in a part of a path or query: the unreserved characters of RFC 3986.
const PART: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// What an address says beside the page: which workspace is meant, the switches of the look
/// (src/portal/prototype/look/model.rs) and those of the panel "Prototype" (src/portal/prototype/switches.rs).
const OF_ADDRESS: [&str; 20] = [
    "scenario",
    "seed",
    "jobs",
    "workspace",
    "theme",
    "lang",
    "density",
    "dir",
    "text",
    "brand",
    "tokens",
    "netseed",
    "latency",
    "fail",
    "data",
    "texts",
    "drives",
    "set",
    "copies",
    "pins",
];

/// Names and values behind the `?` of a fragment, decoded, in the order given.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Query(pub Vec<(String, String)>);

impl Query {
    /// Takes apart what follows the `?`.
    pub fn parse(text: &str) -> Query {
        let pairs = text.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decode(name), decode(value))
        });
        Query(pairs.collect())
    }

    /// The first value called `name`.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Whether it says anything that belongs to the address and not to the page.
    pub fn is_of_address(&self) -> bool {
        self.0.iter().any(|(name, _)| OF_ADDRESS.contains(&name.as_str()))
    }

    /// The same query without what says which workspace is meant and what is overridden: that belongs to the address, not
    /// to the page.
    pub(super) fn without_workspace(mut self) -> Query {
        self.0.retain(|(name, _)| !OF_ADDRESS.contains(&name.as_str()));
        self
    }

    /// The same query with `name` set to `value`, or without it where the value is empty.
    pub fn with(mut self, name: &str, value: &str) -> Query {
        self.0.retain(|(key, _)| key != name);
        if !value.is_empty() {
            self.0.push((name.to_owned(), value.to_owned()));
        }
        self
    }
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, (name, value)) in self.0.iter().enumerate() {
            let mark = if n == 0 { '?' } else { '&' };
            write!(f, "{mark}{}={}", encode(name), encode(value))?;
        }
        Ok(())
    }
}

/// A text as a part of a path or query.
pub(super) fn encode(text: &str) -> String {
    utf8_percent_encode(text, PART).to_string()
}

/// What [`encode`] was given.
pub(super) fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_changed_a_value_at_a_time() {
        let query = Query::parse("q=a%20b&&state=Creating&flag");
        assert_eq!((query.get("q"), query.get("flag"), query.get("none")), (Some("a b"), Some(""), None));
        let query = query.with("q", "").with("state", "Closed").with("flag", "");
        assert_eq!(query.to_string(), "?state=Closed");
        assert_eq!(Query::default().to_string(), "");
    }
}
