//! The browser that runs the tests: the system's own.

use crate::apt::Wanted;
use crate::shell::{Failure, find};
use std::env;
use std::path::PathBuf;

/// In the order in which tests/browser/support/engines.ts looks for them, too.
const NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Finds the browser, or installs it.
pub fn ensure() -> Result<PathBuf, Failure> {
    if let Some(chosen) = env::var_os("CHROMIUM").map(PathBuf::from) {
        return if chosen.is_file() {
            Ok(chosen)
        } else {
            Err(Failure::new(format!(
                "CHROMIUM is {}, and there is no such file: correct or unset it.",
                chosen.display()
            )))
        };
    }
    if let Some(found) = find(NAMES) {
        return Ok(found);
    }
    let wanted = Wanted {
        name: "Chromium",
        purpose: "the browser tests run in it",
        // Without a font every letter would be an empty box of another width.
        packages: &["chromium", "fonts-liberation"],
        elsewhere: "install Chromium or Chrome and set CHROMIUM to its path",
    };
    wanted.install()?;
    find(NAMES)
        .ok_or_else(|| Failure::new("Chromium was installed but is not in PATH: set CHROMIUM to its path."))
}
