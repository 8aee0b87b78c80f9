//! `cargo xtask build`: the release build in dist/.

use crate::shell::{self, Failure, root, say};
use crate::{sizes, tools};

pub fn run() -> Result<(), Failure> {
    release()?;
    sizes::check(&root().join("dist"))?;
    say("the portal is in dist/. Any static host can serve it, at any path.");
    Ok(())
}

/// Builds dist/. Trunk calls `cargo xtask finish` at the end: see Trunk.toml.
pub fn release() -> Result<(), Failure> {
    let tools = tools::ensure()?;
    shell::run(tools.trunk("build").arg("--release"), "The release build failed: look above for the reason.")
}
