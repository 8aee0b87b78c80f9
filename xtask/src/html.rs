//! The tags of a page that we write ourselves: found by name, read attribute by attribute.
//!
//! This is no parser for any HTML there is. It knows double-quoted attributes, which is how index.html
//! is written and how Trunk writes, and the finished page is tested in a browser.

use std::ops::Range;

/// One opening tag and where it stands.
#[derive(Debug, PartialEq)]
pub struct Tag<'a> {
    pub range: Range<usize>,
    text: &'a str,
}

impl<'a> Tag<'a> {
    /// The value of an attribute; an attribute without a value has an empty one.
    pub fn attribute(&self, name: &str) -> Option<&'a str> {
        let mut rest = self.text.trim_start_matches('<').trim_end_matches(['>', '/']);
        rest = &rest[rest.find(char::is_whitespace)?..];
        loop {
            rest = rest.trim_start();
            if rest.is_empty() {
                return None;
            }
            let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
            let (found, after) = rest.split_at(end);
            let (value, after) = match after.strip_prefix("=\"") {
                Some(quoted) => quoted.split_once('"')?,
                None => match after.strip_prefix('=') {
                    Some(bare) => bare.split_at(bare.find(char::is_whitespace).unwrap_or(bare.len())),
                    None => ("", after),
                },
            };
            if found == name {
                return Some(value);
            }
            rest = after;
        }
    }

    /// The tag with further attributes at its end.
    pub fn with(&self, attributes: &str) -> String {
        format!("{} {attributes}>", self.text.trim_end_matches(['>', '/']).trim_end())
    }
}

/// Every opening tag of this name, in order.
pub fn tags<'a>(html: &'a str, name: &str) -> Vec<Tag<'a>> {
    let mut found = Vec::new();
    for (start, _) in html.match_indices(&format!("<{name}")) {
        let after = &html[start + 1 + name.len()..];
        if !after.starts_with(|c: char| c.is_whitespace() || c == '>' || c == '/') {
            continue;
        }
        if let Some(length) = after.find('>') {
            let range = start..start + 1 + name.len() + length + 1;
            found.push(Tag { text: &html[range.clone()], range });
        }
    }
    found
}

/// Where the text of each script stands that is part of the page.
pub fn inline_scripts(html: &str) -> Vec<Range<usize>> {
    let scripts = tags(html, "script").into_iter().filter(|tag| tag.attribute("src").is_none());
    scripts
        .filter_map(|tag| {
            let end = html[tag.range.end..].find("</script>")?;
            Some(tag.range.end..tag.range.end + end)
        })
        .collect()
}

/// The page without its comments and without the space in front of its lines.
pub fn without_comments(html: &str) -> String {
    let mut kept = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("<!--") {
        kept.push_str(before);
        rest = after.split_once("-->").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// A script or style sheet without the comments that begin a line, empty lines and the space in front of lines.
pub fn without_remarks(code: &str) -> String {
    let mut kept = String::with_capacity(code.len());
    let mut inside = false;
    for line in code.lines() {
        let mut line = line.trim();
        inside |= line.starts_with("/*");
        if inside {
            let Some((_, after)) = line.split_once("*/") else { continue };
            inside = false;
            line = after.trim();
        }
        if !line.is_empty() && !line.starts_with("//") {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_read_whatever_their_order_and_spelling() {
        let html = "<links><link rel=\"stylesheet\" href=\"./a.css\" hidden><link href=b.css />";
        let links = tags(html, "link");
        assert_eq!(links.len(), 2);
        assert_eq!(links[0].attribute("href"), Some("./a.css"));
        assert_eq!(links[0].attribute("hidden"), Some(""));
        assert_eq!(links[0].attribute("rel"), Some("stylesheet"));
        assert_eq!(links[0].attribute("re"), None);
        assert_eq!(links[1].attribute("href"), Some("b.css"));
        assert_eq!(links[1].with("x=\"1\""), "<link href=b.css x=\"1\">");
    }

    #[test]
    fn a_script_with_an_address_is_not_part_of_the_page() {
        let html = "<script src=\"a.js\"></script><script>let a = 1;</script>";
        let scripts = inline_scripts(html);
        assert_eq!(scripts.len(), 1);
        assert_eq!(&html[scripts[0].clone()], "let a = 1;");
    }

    #[test]
    fn comments_go_and_the_rest_stays() {
        assert_eq!(without_comments("<p>\n  <!-- a\n b --><b>c</b>\n</p>"), "<p>\n<b>c</b>\n</p>");
        assert_eq!(
            without_remarks(
                "// a\n  let url = \"http://b\"; // c\n/**\n * d\n */ stop();\n\n/* e */\nend();"
            ),
            "let url = \"http://b\"; // c\nstop();\nend();\n"
        );
    }
}
