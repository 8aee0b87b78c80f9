//! Requests and responses: what goes into the API and what comes out, in plain types.

/// The header of an answer that somebody gives in the service's place to try out what the portal does then.
pub const OVERRIDDEN: &str = "x-mock-override";

/// A request to the API.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The method, such as `GET`, in capitals.
    pub method: String,
    /// Where the API is served, without a slash at the end, such as
    /// `https://host.example/training/portal`; absolute links in answers begin with it.
    pub base: String,
    /// What follows the base: path and query, beginning with `/`.
    pub target: String,
    /// Names and values; names in any case.
    pub headers: Vec<(String, String)>,
    /// The body, as it came.
    pub body: Vec<u8>,
}

/// A response of the API.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    /// The HTTP status code.
    pub status: u16,
    /// Names (in lower case) and values.
    pub headers: Vec<(String, String)>,
    /// The body: JSON, or empty.
    pub body: String,
}

impl Request {
    /// The value of the header called `name`, whatever its case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}

impl Response {
    /// Whether the request was carried out.
    pub fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// Whether it was given in the service's place ([`OVERRIDDEN`]).
    pub fn is_overridden(&self) -> bool {
        self.headers.iter().any(|(name, _)| name == OVERRIDDEN)
    }
}
