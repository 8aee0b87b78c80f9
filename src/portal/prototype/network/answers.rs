//! Answers: what the service would say that the network does not let through.

use serde_json::json;

use crate::api::message::{OVERRIDDEN, Response};
use crate::phrases::Messages;

use super::plan::ErrorStatus;

/// The header that says how many milliseconds an answer was made to take.
pub const LATENCY: &str = "x-mock-latency";
/// Seconds after which one may try again, where the service would say so.
const RETRY_AFTER: u8 = 5;

/// The error code of Azure Resource Manager for a status.
fn code(status: ErrorStatus) -> &'static str {
    match status.number() {
        401 => "AuthenticationFailed",
        403 => "AuthorizationFailed",
        404 => "ResourceNotFound",
        409 => "Conflict",
        412 => "PreconditionFailed",
        429 => "TooManyRequests",
        503 => "ServiceUnavailable",
        _ => "InternalServerError",
    }
}

fn sentence(status: ErrorStatus, messages: &Messages) -> String {
    match status.number() {
        401 => messages.override_401(),
        403 => messages.override_403(),
        404 => messages.override_404(),
        409 => messages.override_409(),
        412 => messages.override_412(),
        429 => messages.override_429(),
        503 => messages.override_503(),
        _ => messages.override_500(),
    }
}

/// The answer of this status, with the headers that every answer has.
pub fn refusal(status: ErrorStatus, mut headers: Vec<(String, String)>, messages: &Messages) -> Response {
    let mut add = |name: &str, value: String| headers.push((name.to_owned(), value));
    add("content-type", "application/json; charset=utf-8".to_owned());
    if matches!(status.number(), 429 | 503) {
        add("retry-after", RETRY_AFTER.to_string());
    }
    add(OVERRIDDEN, status.number().to_string());
    let error = json!({ "code": code(status), "message": sentence(status, messages) });
    Response { status: status.number(), headers, body: json!({ "error": error }).to_string() }
}

/// The first half of an answer, which breaks off there.
pub fn half(mut response: Response) -> Response {
    let middle = response.body.chars().count() / 2;
    response.body = response.body.chars().take(middle).collect();
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::phrases::Language;

    #[test]
    fn every_status_says_what_happened_in_every_language() {
        for language in Language::all() {
            let mut said: Vec<String> = Vec::new();
            for status in ErrorStatus::ALL {
                let response = refusal(status, Vec::new(), &language.phrases());
                assert_eq!(response.status, status.number());
                assert!(response.is_overridden() && !response.is_success());
                said.push(response.body);
            }
            said.sort();
            said.dedup();
            assert_eq!(said.len(), ErrorStatus::ALL.len());
        }
    }

    #[test]
    fn one_may_try_again_later_where_the_service_is_busy() {
        let messages = Language::negotiate("en").phrases();
        for status in ErrorStatus::ALL {
            let later = refusal(status, Vec::new(), &messages).headers;
            let later = later.iter().any(|(name, _)| name == "retry-after");
            assert_eq!(later, [429, 503].contains(&status.number()), "{status:?}");
        }
    }

    #[test]
    fn what_breaks_off_is_whole_as_far_as_it_goes() {
        let response = Response { status: 200, headers: Vec::new(), body: "{\"é\":\"ü\"}".to_owned() };
        let half = half(response.clone());
        assert!(response.body.starts_with(&half.body) && half.body.len() < response.body.len());
        assert_eq!(half.status, 200);
    }
}
