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

/// What is said with a status code (RFC 9110); never translated. Empty for one that the portal never shows.
pub fn reason_phrase(status: u16) -> &'static str {
    match status {
        200 => "OK",
        201 => "Created",
        204 => "No Content",
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        409 => "Conflict",
        412 => "Precondition Failed",
        413 => "Content Too Large",
        429 => "Too Many Requests",
        500 => "Internal Server Error",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        507 => "Insufficient Storage",
        _ => "",
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_is_said_in_the_words_of_http() {
        let words = [409, 429, 503, 504, 299].map(reason_phrase);
        assert_eq!(words, ["Conflict", "Too Many Requests", "Service Unavailable", "Gateway Timeout", ""]);
    }
}
