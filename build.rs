//! Turns src/portal/locales/*.ftl, one file a language, into typed Rust: a message that a language
//! lacks, or a call without an argument, breaks the build. Readies the release build for being split, too.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use fluent_static_codegen::MessageBundleBuilder;

const LOCALES: &str = "src/portal/locales";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={LOCALES}");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rustc-check-cfg=cfg(split)");
    if env::var("PROFILE")? == "release" && env::var("CARGO_CFG_TARGET_ARCH")? == "wasm32" {
        // For src/portal/pages/later.rs; xtask/src/split.rs needs to know where addresses stand in the code.
        println!("cargo::rustc-cfg=split");
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join(LOCALES);
    let out = PathBuf::from(env::var("OUT_DIR")?).join("messages.rs");
    let mut builder = MessageBundleBuilder::new("Messages");
    builder.set_default_language("en")?.set_resources_dir(&root);
    for language in languages(&root)? {
        builder.add_resource(&language, format!("{language}.ftl"))?;
    }
    builder.build()?.write_to_file(out)?;
    Ok(())
}

/// The names of the files, which are language tags, in a fixed order.
fn languages(root: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(root)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "ftl") {
            found.extend(path.file_stem().and_then(|stem| stem.to_str()).map(str::to_owned));
        }
    }
    found.sort();
    Ok(found)
}
