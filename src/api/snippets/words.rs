//! Words: the pieces that commands are put together from.

use crate::api::message::Request;

/// The body of a request as text.
pub fn text(request: &Request) -> String {
    String::from_utf8_lossy(&request.body).into_owned()
}

/// The words of a command in one line, or where they are many, each in a line of its own with
/// `continued` at the end of the others.
pub fn lines(words: &[String], continued: &str) -> String {
    let one = words.join(" ");
    if one.chars().count() <= 100 && !one.contains('\n') {
        one
    } else {
        words.join(&format!(" {continued}\n  "))
    }
}

/// A word of a POSIX shell that stands for `text`, whatever is in it.
pub fn posix(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"_-./:=,+@%".contains(&byte);
    if !text.is_empty() && text.bytes().all(plain) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}
