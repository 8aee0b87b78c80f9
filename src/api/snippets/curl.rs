//! curl in a POSIX shell.

use crate::api::message::Request;

use super::words::{lines, posix, text};

/// The request, whatever it is.
pub fn plain(request: &Request) -> String {
    let url = format!("{}{}", request.base, request.target);
    let mut words = vec!["curl".to_owned()];
    match request.method.as_str() {
        "GET" => {}
        // A request without an answer's body; curl would wait for one.
        "HEAD" => words.push("--head".to_owned()),
        method => words.push(format!("-X {}", posix(method))),
    }
    if url.contains(['[', ']', '{', '}']) {
        // Otherwise curl takes these for a list of addresses.
        words.push("--globoff".to_owned());
    }
    words.push(posix(&url));
    for (name, value) in &request.headers {
        words.push(format!("-H {}", posix(&format!("{name}: {value}"))));
    }
    if !request.body.is_empty() {
        words.push(format!("--data-raw {}", posix(&text(request))));
    }
    lines(&words, "\\")
}
