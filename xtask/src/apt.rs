//! Programs of the system that Debian and its like can install.

use crate::shell::{self, Failure, ask, find, say};
use std::process::Command;

/// Something that the system should have.
pub struct Wanted<'a> {
    /// What people call it.
    pub name: &'a str,
    /// Why the project needs it.
    pub purpose: &'a str,
    /// Debian's packages.
    pub packages: &'a [&'a str],
    /// What to do where there is no apt-get.
    pub elsewhere: &'a str,
}

impl Wanted<'_> {
    /// Installs the packages if that works without asking for a password; else says what to install.
    pub fn install(&self) -> Result<(), Failure> {
        let Self { name, purpose, packages, elsewhere } = self;
        let names = packages.join(" ");
        let by_hand = format!(
            "{name} is missing ({purpose}). Install it with `sudo apt-get install {names}`, or {elsewhere}."
        );
        if find(&["apt-get"]).is_none() {
            return Err(Failure::new(format!("{name} is missing ({purpose}): {elsewhere}.")));
        }
        let Some(prefix) = privilege() else {
            return Err(Failure::new(by_hand));
        };
        say(&format!("{name} is missing ({purpose}). Installing {names} with apt-get."));
        let apt = |arguments: &[&str]| {
            let mut words = prefix.iter().chain(
                ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"].iter(),
            );
            let mut command = Command::new(words.next().unwrap_or(&"env"));
            command.args(words).args(arguments).stdin(std::process::Stdio::null());
            command
        };
        // A list that could not be renewed may still be good enough for the install, which has the last word.
        let _ = apt(&["update"]).status();
        let mut install = apt(&["install", "--yes", "--no-install-recommends"]);
        shell::run(install.args(*packages), &by_hand)
    }
}

/// What goes before a command that changes the system; nothing can be done without a password if `None`.
fn privilege() -> Option<&'static [&'static str]> {
    if ask("id", &["-u"]).as_deref() == Some("0") {
        Some(&[])
    } else if ask("sudo", &["-n", "true"]).is_some() {
        Some(&["sudo", "-n"])
    } else {
        None
    }
}
