//! Turns src/portal/locales/*.ftl, one file a language, into typed Rust: a message that a language
//! lacks, or a call without a value, breaks the build. Readies the program for being split, too.

#[path = "src/phrases/generate.rs"]
mod generate;

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

const LOCALES: &str = "src/portal/locales";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={LOCALES}");
    println!("cargo::rerun-if-changed=src/phrases/generate.rs");
    println!("cargo::rerun-if-changed=build.rs");
    if env::var("CARGO_CFG_TARGET_ARCH")? == "wasm32" {
        // xtask/src/split.rs needs to know where addresses stand in the code.
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join(LOCALES))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "ftl")
            && let Some(tag) = path.file_stem().and_then(|stem| stem.to_str())
        {
            files.push((tag.to_owned(), fs::read_to_string(&path)?));
        }
    }
    // A fixed order, so that the same files always make the same program.
    files.sort();
    let out = PathBuf::from(env::var("OUT_DIR")?).join("messages.rs");
    fs::write(out, generate::generate(&files)?)?;
    Ok(())
}
