//! The engines that tests run in beside Chromium. A machine may do without one, and is told so.

use crate::apt::Wanted;
use crate::shell::{Failure, ask, find, say};
use std::env;
use std::path::{Path, PathBuf};

/// The oldest Firefox that Playwright drives by WebDriver BiDi with all that the tests need.
const OLDEST_FIREFOX: u32 = 153;

/// An engine, and what has to be there for it.
struct Engine {
    name: &'static str,
    /// What says which program it is, if set.
    variable: &'static str,
    /// Its program, in the order in which tests/browser/support/engines.ts looks for it, too.
    names: &'static [&'static str],
    /// Whether a program that was found will do.
    good: fn(&Path) -> bool,
    /// Debian's packages.
    packages: &'static [&'static str],
}

const FIREFOX: Engine = Engine {
    name: "Firefox",
    variable: "FIREFOX",
    names: &["firefox-esr", "firefox"],
    good: |program| version(program).is_some_and(|version| version >= OLDEST_FIREFOX),
    packages: &["firefox-esr"],
};

/// WebKitGTK is driven by a program of its own, which starts it, on a screen that nobody sees.
const WEBKIT: Engine = Engine {
    name: "WebKitGTK",
    variable: "WEBKIT",
    names: &["WebKitWebDriver"],
    good: |_| find(&["Xvfb"]).is_some(),
    packages: &["webkit2gtk-driver", "xvfb"],
};

/// Finds Firefox, or installs it; nothing where there is none to be had, after a sentence that says so.
pub fn firefox() -> Result<Option<PathBuf>, Failure> {
    FIREFOX.ensure()
}

/// Finds what drives WebKitGTK, or installs it; nothing where there is none to be had, after a sentence that says so.
pub fn webkit() -> Result<Option<PathBuf>, Failure> {
    WEBKIT.ensure()
}

impl Engine {
    fn found(&self) -> Option<PathBuf> {
        find(self.names).filter(|program| (self.good)(program))
    }

    fn ensure(&self) -> Result<Option<PathBuf>, Failure> {
        let Self { name, variable, .. } = self;
        if let Some(chosen) = env::var_os(variable).map(PathBuf::from) {
            return if chosen.is_file() {
                Ok(Some(chosen))
            } else {
                Err(Failure::new(format!(
                    "{variable} is {}, and there is no such file: correct or unset it.",
                    chosen.display()
                )))
            };
        }
        if let Some(found) = self.found() {
            return Ok(Some(found));
        }
        let wanted = Wanted {
            name,
            purpose: "a part of the browser tests runs in it, too; one that is too old does not count",
            packages: self.packages,
            elsewhere: &format!("install it and set {variable} to its path"),
        };
        if let Err(failure) = wanted.install() {
            say(&failure.to_string());
        }
        let found = self.found();
        if found.is_none() {
            say(&format!("the tests go on without {name}."));
        }
        Ok(found)
    }
}

/// The first number of the version that a browser says, such as "Mozilla Firefox 153.7.0esr".
fn version(program: &Path) -> Option<u32> {
    major(&ask(program, &["--version"])?)
}

fn major(said: &str) -> Option<u32> {
    let number =
        said.split_whitespace().find(|word| word.starts_with(|first: char| first.is_ascii_digit()))?;
    number.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_number_in_what_a_browser_says_counts() {
        assert_eq!(major("Mozilla Firefox 153.7.0esr"), Some(153));
        assert_eq!(major("Mozilla Firefox"), None);
    }
}
