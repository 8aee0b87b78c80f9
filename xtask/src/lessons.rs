//! `cargo xtask lessons`: checks every lesson of the source, and prints the table of what they cover.

use crate::shell::{self, Failure, cargo};

pub fn run() -> Result<(), Failure> {
    let here = ["run", "--quiet", "--package", "import-export-portal", "--example", "lessons"];
    shell::run(cargo().args(here), "A lesson does not keep what it promises: the reason stands above.")
}
