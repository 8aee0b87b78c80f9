//! `cargo xtask lighthouse`: the scores of the release build, and failure where they fall below what is promised.

use crate::shell::{self, Failure};
use crate::{build, chromium, node};
use std::process::Command;

/// Lighthouse is large and nothing else needs it, so its packages have a folder of their own.
pub fn run() -> Result<(), Failure> {
    build::release()?;
    node::ensure()?;
    let folder = node::folder().join("lighthouse");
    node::ensure_packages(&folder)?;
    let mut measure = Command::new("node");
    measure.arg("run.mjs").current_dir(folder).env("CHROMIUM", chromium::ensure()?);
    shell::run(&mut measure, "A page stays below what is promised: look above for which and why.")
}
