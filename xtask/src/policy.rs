//! What the shipped page allows the browser to do: its content security policy, and the headers file of static hosts.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};

/// The digest that an `integrity` attribute carries.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// The digest by which the policy knows an inline script.
fn source(script: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(script)))
}

/// A few letters for the name of a file, so that other content has another name.
pub fn short(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// The policy for the page with these inline scripts.
pub fn content_security(inline_scripts: &[&str]) -> String {
    let scripts: Vec<String> = inline_scripts.iter().map(|script| source(script)).collect();
    [
        "default-src 'none'",
        // WebAssembly may be compiled, text may not be.
        &format!("script-src 'self' 'wasm-unsafe-eval' {}", scripts.join(" ")),
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        // The gallery shows the portal's own pages at several widths, and the example of embedding a frame.
        "frame-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        // src/boot.js makes the one policy there is.
        "require-trusted-types-for 'script'",
        "trusted-types default",
    ]
    .join("; ")
}

/// The headers file that Netlify, Cloudflare Pages and others read: it repeats the policy, since some of it
/// counts only in a header, and lets browsers keep what is named after its content. The files are public, and a
/// sandboxed frame may load its own page's files only where they say so.
pub fn headers(policy: &str, kept: &[String]) -> String {
    let mut text = format!(
        "/*
  Content-Security-Policy: {policy}; frame-ancestors 'self'
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
  Cross-Origin-Opener-Policy: same-origin
  Access-Control-Allow-Origin: *
  Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()
"
    );
    for file in kept {
        text.push_str(&format!("/{file}\n  Cache-Control: public, max-age=31536000, immutable\n"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_are_those_that_browsers_compute() {
        // Both figures are those of `openssl dgst -sha384 -binary | base64` and of its sha256.
        assert_eq!(
            integrity(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
        assert_eq!(
            source("alert('Hello, world.');"),
            "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
        );
    }

    #[test]
    fn the_policy_allows_neither_inline_code_nor_eval() {
        let policy = content_security(&["start()"]);
        assert!(!policy.contains("'unsafe-inline'") && !policy.contains("'unsafe-eval'"), "{policy}");
        assert!(
            policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-"),
            "{policy}"
        );
    }

    #[test]
    fn the_headers_file_says_what_a_page_cannot() {
        let text = headers("default-src 'none'", &["a-1.js".into()]);
        assert!(text.contains("default-src 'none'; frame-ancestors 'self'\n"), "{text}");
        assert!(text.ends_with("/a-1.js\n  Cache-Control: public, max-age=31536000, immutable\n"), "{text}");
    }
}
