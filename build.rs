//! Turns src/portal/locales/*.ftl, one file a language, into typed Rust: a message that a language
//! lacks, or a call without an argument, breaks the build. Readies the release build for being split, too.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use fluent_static_codegen::MessageBundleBuilder;

const LOCALES: &str = "src/portal/locales";

/// The languages that have one form of a word for 1 and another for all else, as CLDR lists them.
const ONE_AND_OTHER: [&str; 2] = ["en", "tr"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={LOCALES}");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rustc-check-cfg=cfg(split)");
    if env::var("PROFILE")? == "release" && env::var("CARGO_CFG_TARGET_ARCH")? == "wasm32" {
        // For src/portal/later.rs; xtask/src/split.rs needs to know where addresses stand in the code.
        println!("cargo::rustc-cfg=split");
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join(LOCALES);
    let out = PathBuf::from(env::var("OUT_DIR")?).join("messages.rs");
    let mut builder = MessageBundleBuilder::new("Messages");
    builder.set_default_language("en")?.set_resources_dir(&root);
    for language in languages(&root)? {
        if !ONE_AND_OTHER.contains(&language.as_str()) {
            return Err(format!("src/phrases/plural.rs does not know the plurals of {language}").into());
        }
        builder.add_resource(&language, format!("{language}.ftl"))?;
    }
    builder.build()?.write_to_file(&out)?;
    fs::write(&out, with_own_plurals(&fs::read_to_string(&out)?)?)?;
    Ok(())
}

/// The generated code with src/phrases/plural.rs in the place of the plural rules of all languages, which would weigh
/// as much as the phrases.
fn with_own_plurals(code: &str) -> Result<String, Box<dyn Error>> {
    let start = code.find("fn plural_rules_cardinal").ok_or("no plural rules in the generated code")?;
    let mut depth = 0;
    let length = code[start..].find(|c| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        c == '}' && depth == 0
    });
    let end = start + length.ok_or("the plural rules do not end")? + 1;
    let own = [&code[..start], &code[end..]]
        .concat()
        .replace(
            "self . language . plural_rules_cardinal () . select (n . as_f64 ()) . ok ()",
            "Some (super :: plural :: category (n))",
        )
        .replace(
            ":: fluent_static :: intl_pluralrules :: PluralCategory :: ONE",
            "super :: plural :: Category :: One",
        )
        .replace(
            ":: fluent_static :: formatter :: format (:: fluent_static :: LanguageAware :: language_id (self) , value , out)",
            "super :: plural :: write (value , out)",
        );
    if own.contains("intl_pluralrules") || own.contains("formatter :: format") {
        return Err("a form of a word that src/phrases/plural.rs does not know".into());
    }
    Ok(own)
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
