//! Node.js and the packages of the browser tests.

use crate::apt::Wanted;
use crate::shell::{self, Failure, about, ask, find, root, say};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The oldest Node.js that Playwright runs on; Debian 12 has it.
const OLDEST: u32 = 18;

/// The folder of the browser tests.
pub fn folder() -> PathBuf {
    root().join("tests/browser")
}

/// A command of Playwright in the folder of the browser tests.
pub fn playwright(arguments: &[&str]) -> Command {
    let mut command = Command::new("node");
    command.arg("node_modules/@playwright/test/cli.js").args(arguments).current_dir(folder());
    command
}

/// Finds Node.js and the locked packages, and installs what is missing.
pub fn ensure() -> Result<(), Failure> {
    let wanted = Wanted {
        name: "Node.js with npm",
        purpose: "Playwright, which drives the browser tests, runs on it",
        packages: &["nodejs", "npm"],
        elsewhere: "install Node.js 18 or newer from nodejs.org",
    };
    let version = ask("node", &["--version"]);
    if version.is_none() || find(&["npm"]).is_none() {
        wanted.install()?;
    }
    let version = ask("node", &["--version"]).unwrap_or_default();
    if major(&version).is_none_or(|major| major < OLDEST) {
        return Err(Failure::new(format!(
            "Node.js {OLDEST} or newer is needed for the browser tests, here is {version:?}: install a newer one."
        )));
    }
    ensure_packages(&folder())
}

/// The packages go into the folder's node_modules; a copy of the lock file there says which are in place.
pub fn ensure_packages(folder: &Path) -> Result<(), Failure> {
    let lock = folder.join("package-lock.json");
    let stamp = folder.join("node_modules/.installed-lock.json");
    let locked = fs::read(&lock).map_err(about(&lock))?;
    if fs::read(&stamp).is_ok_and(|installed| installed == locked) {
        return Ok(());
    }
    say(&format!("packages of npm are missing or out of date. Installing what {} names.", lock.display()));
    let mut install = Command::new("npm");
    install
        .args(["ci", "--no-audit", "--no-fund", "--loglevel=error"])
        .current_dir(folder)
        // The tests use the system's browser; Playwright's own is not to be had on every network.
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    shell::run(
        &mut install,
        "The packages could not be installed: run `npm ci` beside the lock file and look at what it says.",
    )?;
    fs::write(&stamp, locked).map_err(about(&stamp))
}

/// The first number of a version such as "v18.20.4".
fn major(version: &str) -> Option<u32> {
    version.trim_start_matches('v').split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_number_of_a_version_counts() {
        assert_eq!(major("v18.20.4"), Some(18));
        assert_eq!(major("v8.0.0"), Some(8));
        assert_eq!(major(""), None);
    }
}
