//! `cargo xtask replay FILE [FILE]`: carries a journal out again and prints where it ends, and where two part.

use crate::shell::{self, Failure, cargo};

/// The files.
#[derive(Debug, Default, PartialEq)]
pub struct Options {
    pub files: Vec<String>,
}

pub fn run(options: &Options) -> Result<(), Failure> {
    if options.files.is_empty() || options.files.len() > 2 {
        return Err(Failure::new("replay takes one journal, or two to compare."));
    }
    let here = ["run", "--quiet", "--package", "import-export-portal", "--example", "replay", "--"];
    shell::run(
        cargo().args(here).args(&options.files),
        "The journal was not replayed: the reason stands above.",
    )
}
