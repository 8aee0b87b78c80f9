//! The tools that turn Rust into a page: the wasm target, Trunk and wasm-bindgen.

use crate::shell::{self, Failure, ask, find, root, say};
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the page is compiled for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// The newest Trunk that the project's Rust version compiles.
const TRUNK: &str = "0.21.14";

/// What a page is built with, once everything is there.
#[derive(Debug)]
pub struct Tools {
    trunk: PathBuf,
    path: OsString,
}

impl Tools {
    /// Trunk with its subcommand, in the project's folder.
    pub fn trunk(&self, subcommand: &str) -> Command {
        let mut command = Command::new(&self.trunk);
        command
            .arg(subcommand)
            .current_dir(root())
            .env("PATH", &self.path)
            // The version is pinned, and nothing should ask the network for another.
            .env("TRUNK_SKIP_VERSION_CHECK", "true");
        if env::var_os("NO_COLOR").is_some() {
            // Trunk takes the variable for an option and understands nothing but true and false.
            command.env("NO_COLOR", "true");
        }
        command
    }
}

/// Finds the tools, and installs those that are missing.
pub fn ensure() -> Result<Tools, Failure> {
    ensure_target()?;
    let trunk = Tool {
        package: "trunk",
        program: "trunk",
        version: TRUNK,
        purpose: "it builds and serves the page",
        // The default features look for newer versions and download tools over TLS: neither is wanted.
        options: &["--no-default-features"],
        // Compiling takes a third less than with the least optimisation, and building a page not noticeably longer.
        optimisation: "0",
    };
    let home = home();
    let trunk = trunk.ensure(&home)?;
    let wasm_bindgen = bindgen()?;
    if home.join("build").exists() {
        // Hundreds of megabytes that nobody needs once the tools stand; a rest does no harm.
        let _ = std::fs::remove_dir_all(home.join("build"));
    }
    Ok(Tools { trunk, path: path_with(wasm_bindgen.parent()) })
}

/// Finds wasm-bindgen, and installs it where it is missing.
pub fn bindgen() -> Result<PathBuf, Failure> {
    let version = locked_version("wasm-bindgen")?;
    let tool = Tool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: &version,
        purpose: "it joins the compiled page to JavaScript, in the very version of the library",
        // The default features fetch drivers for wasm-bindgen's own test runner.
        options: &["--no-default-features", "--bin", "wasm-bindgen"],
        // It works at every change under `serve`, and unoptimised takes four times as long.
        optimisation: "1",
    };
    tool.ensure(&home())
}

/// Where the tools are installed.
fn home() -> PathBuf {
    root().join("target/tools")
}

/// PATH with this folder in front, since Trunk looks for wasm-bindgen there.
fn path_with(folder: Option<&Path>) -> OsString {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = folder.map(Path::to_path_buf).into_iter().chain(env::split_paths(&path));
    env::join_paths(folders).unwrap_or(path)
}

/// A program that cargo can install.
struct Tool<'a> {
    package: &'a str,
    program: &'a str,
    version: &'a str,
    purpose: &'a str,
    options: &'a [&'a str],
    optimisation: &'a str,
}

impl Tool<'_> {
    /// Where the program is: ours, else one of the right version in PATH, else newly installed.
    fn ensure(&self, home: &Path) -> Result<PathBuf, Failure> {
        let ours = home.join("bin").join(format!("{}{}", self.program, env::consts::EXE_SUFFIX));
        if self.fits(&ours) {
            return Ok(ours);
        }
        if let Some(theirs) = find(&[self.program]).filter(|file| self.fits(file)) {
            return Ok(theirs);
        }
        let Self { package, version, purpose, .. } = self;
        say(&format!(
            "{package} {version} is missing ({purpose}). Compiling it into target/tools: a few minutes, once."
        ));
        let mut install = shell::cargo();
        install
            .args(["install", "--locked", "--root"])
            .arg(home)
            .args(["--version", version, package])
            .args(self.options)
            .env("CARGO_TARGET_DIR", home.join("build"));
        // The tools work for a second or so, hence compiling them fast beats compiling them well.
        let settings =
            [("OPT_LEVEL", self.optimisation), ("LTO", "off"), ("CODEGEN_UNITS", "16"), ("STRIP", "true")];
        for (key, value) in settings {
            install.env(format!("CARGO_PROFILE_RELEASE_{key}"), value);
        }
        shell::run(
            &mut install,
            &format!(
                "{package} {version} could not be installed: look above for the reason, or put `{}` {version} in PATH.",
                self.program
            ),
        )?;
        Ok(ours)
    }

    /// Whether the file is this program in this version.
    fn fits(&self, file: &Path) -> bool {
        ask(file, &["--version"]).is_some_and(|said| said.split_whitespace().nth(1) == Some(self.version))
    }
}

/// Adds the standard library for the page where it is missing.
pub fn ensure_target() -> Result<(), Failure> {
    let installed = ask("rustc", &["--print", "target-libdir", "--target", TARGET]);
    if installed.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    say(&format!(
        "the Rust target {TARGET} is missing (the page is compiled for it). Adding it with rustup."
    ));
    let advice = format!("The target could not be added: run `rustup target add {TARGET}`, then try again.");
    shell::run(Command::new("rustup").args(["target", "add", TARGET]), &advice)
}

/// Adds the formatter and the linter where rustup was installed without them.
pub fn ensure_components() -> Result<(), Failure> {
    for (program, component, purpose) in [
        ("cargo-fmt", "rustfmt", "it checks the formatting"),
        ("cargo-clippy", "clippy", "it looks for mistakes"),
    ] {
        if ask(program, &["--version"]).is_some() {
            continue;
        }
        say(&format!("the Rust component {component} is missing ({purpose}). Adding it with rustup."));
        let advice = format!(
            "{component} could not be added: run `rustup component add {component}`, then try again."
        );
        shell::run(Command::new("rustup").args(["component", "add", component]), &advice)?;
    }
    Ok(())
}

fn locked_version(package: &str) -> Result<String, Failure> {
    let file = root().join("Cargo.lock");
    let lock = std::fs::read_to_string(&file).map_err(shell::about(&file))?;
    version_in(&lock, package)
        .map(str::to_owned)
        .ok_or_else(|| Failure::new(format!("Cargo.lock names no version of {package}: run `cargo update`.")))
}

/// The version of a package in the text of a lock file.
fn version_in<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let (_, entry) = lock.split_once(&format!("name = \"{package}\"\nversion = \""))?;
    entry.split_once('"').map(|(version, _)| version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_file_gives_the_version_of_the_very_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9.9.9\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.126\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen"), Some("0.2.126"));
        assert_eq!(version_in(lock, "wasm"), None);
    }

    #[test]
    fn the_project_locks_wasm_bindgen() {
        assert!(locked_version("wasm-bindgen").is_ok());
    }

    #[test]
    fn a_folder_goes_to_the_front_of_the_path() {
        let path = path_with(Some(Path::new("/tools/bin")));
        assert_eq!(env::split_paths(&path).next(), Some(PathBuf::from("/tools/bin")));
    }
}
