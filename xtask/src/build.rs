//! `cargo xtask build`: the release build in dist/.

use crate::shell::{self, Failure, about, root, say};
use crate::{sizes, tools};
use std::env;
use std::fs;
use std::path::PathBuf;

pub fn run() -> Result<(), Failure> {
    release()?;
    sizes::check(&root().join("dist"))?;
    say("the portal is in dist/. Any static host can serve it, at any path.");
    Ok(())
}

/// Builds dist/. Trunk calls `cargo xtask finish` at the end: see Trunk.toml.
pub fn release() -> Result<(), Failure> {
    let tools = tools::ensure()?;
    let mut trunk = tools.trunk("build");
    trunk.arg("--release").env(FLAGS, flags()?);
    shell::run(&mut trunk, "The release build failed: look above for the reason.")
}

/// Where Cargo looks for what the compiler is told about the portal alone.
const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Besides what .cargo/config.toml says: that the places of source files on this machine are no business of the portal's.
/// A panic names a file by its crate, and the same sources make the same files everywhere.
fn flags() -> Result<String, Failure> {
    let sysroot = shell::ask("rustc", &["--print", "sysroot"]);
    let version = shell::ask("rustc", &["-vV"]).unwrap_or_default();
    let hash = version.lines().find_map(|line| line.strip_prefix("commit-hash: ").map(str::to_owned));
    let library = |top: &str| format!("{top}/library=std");
    let mut places = vec![format!("{}=", root().display())];
    places.extend(hash.map(|hash| library(&format!("/rustc/{hash}"))));
    places.extend(sysroot.map(|sysroot| library(&format!("{sysroot}/lib/rustlib/src/rust"))));
    places.extend(registries()?.iter().map(|folder| format!("{}=crates", folder.display())));
    // A place with a space in it would be taken for two flags.
    places.retain(|place| !place.contains(' '));
    let remaps: Vec<String> = places.iter().map(|place| format!("--remap-path-prefix={place}")).collect();
    Ok(remaps.join(" "))
}

/// Where Cargo keeps the sources of crates.
fn registries() -> Result<Vec<PathBuf>, Failure> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let Some(sources) = home.map(|home| home.join("registry/src")) else { return Ok(Vec::new()) };
    if !sources.exists() {
        // Nothing was fetched yet; the names of the folders are known afterwards.
        let mut fetch = shell::cargo();
        shell::run(
            fetch.args(["fetch", "--locked"]),
            "The crates could not be fetched: look above for the reason.",
        )?;
    }
    let folders = fs::read_dir(&sources).map_err(about(&sources))?;
    Ok(folders.filter_map(Result::ok).map(|entry| entry.path()).collect())
}
