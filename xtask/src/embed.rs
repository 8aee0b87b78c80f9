//! Embedding: what a build puts beside the portal for pages that show it in a frame, and the example of one.

use crate::html;
use crate::shell::{Failure, about, root};
use std::fs;
use std::path::Path;

/// The script for pages that show the portal.
pub const SCRIPT: &str = "embed.js";
/// The most bytes of it.
pub const MOST: usize = 3 * 1024;

/// As strict as the portal's own: nothing but files beside it and the frame, and no text becomes markup or a script.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; frame-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/// Writes the script and the example beside the page, whose style sheet the example has too.
pub fn pack(folder: &Path, style: &str) -> Result<(), Failure> {
    let read = |name: &str| {
        let file = root().join("embed").join(name);
        fs::read_to_string(&file).map_err(about(&file))
    };
    let page =
        html::without_comments(&read("example.html")?).replace("{policy}", POLICY).replace("{style}", style);
    for (name, text) in [
        (SCRIPT, html::without_remarks(&read("embed.js")?)),
        ("embed-example.html", page),
        ("embed-example.css", html::without_remarks(&read("example.css")?)),
        ("embed-example.js", html::without_remarks(&read("example.js")?)),
    ] {
        let file = folder.join(name);
        fs::write(&file, text).map_err(about(&file))?;
    }
    Ok(())
}

/// Whether a file of dist/ is one of these, which the portal itself never loads.
pub fn is_part(name: &str) -> bool {
    name.starts_with("embed")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_stays_small_and_the_example_is_strict() {
        let folder = std::env::temp_dir().join(format!("embed-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        pack(&folder, "style-1.css").unwrap();
        let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
        let script = read(SCRIPT);
        assert!(script.len() <= MOST, "{} bytes", script.len());
        let page = read("embed-example.html");
        assert!(
            page.contains(&format!("content=\"{POLICY}\"")) && page.contains("href=\"style-1.css\""),
            "{page}"
        );
        assert!(
            !page.contains("<script>") && !page.contains(" style=") && !page.contains(" onclick="),
            "{page}"
        );
        fs::remove_dir_all(folder).unwrap();
    }
}
