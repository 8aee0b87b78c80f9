//! `cargo xtask pictures`: every page, in both languages and themes, on wide and narrow screens, to look at.

use crate::shell::{self, Failure, say};
use crate::{build, chromium, node};

/// The pictures go to target/pictures. Text that is cut off or too wide fails.
pub fn run() -> Result<(), Failure> {
    build::release()?;
    node::ensure()?;
    let mut pictures = node::playwright(&["test", "--project=chromium", "pictures.spec.ts"]);
    pictures.env("PORTAL_PICTURES", "1").env("CHROMIUM", chromium::ensure()?);
    shell::run(&mut pictures, "Something is cut off or too wide: look above for what.")?;
    say("the pictures are in target/pictures.");
    Ok(())
}
