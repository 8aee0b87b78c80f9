//! Other programs: finding them, running them, and failing in one sentence.

use std::env;
use std::ffi::OsStr;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Why a command ended: a sentence for the person at the keyboard, which says what to do.
#[derive(Debug)]
pub struct Failure(String);

impl Failure {
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<lexopt::Error> for Failure {
    fn from(error: lexopt::Error) -> Self {
        Self(format!("{error}; `cargo xtask help` lists what there is."))
    }
}

/// Turns an error about a file into a sentence that names the file.
pub fn about(path: &Path) -> impl FnOnce(std::io::Error) -> Failure + '_ {
    move |error| Failure(format!("{}: {error}.", path.display()))
}

/// Tells what happens next, before it happens.
pub fn say(sentence: &str) {
    println!("xtask: {sentence}");
}

/// The project's top folder.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// The first of these programs that PATH has.
pub fn find(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    names
        .iter()
        .flat_map(|name| {
            folders.iter().map(move |folder| folder.join(format!("{name}{}", env::consts::EXE_SUFFIX)))
        })
        .find(|file| file.is_file())
}

/// What a program prints when it succeeds; nothing when it is missing or fails.
pub fn ask(program: impl AsRef<OsStr>, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs a program to its end with its output in sight; `otherwise` is the sentence if it fails.
pub fn run(command: &mut Command, otherwise: &str) -> Result<(), Failure> {
    let program = command.get_program().to_string_lossy().into_owned();
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(Failure::new(otherwise)),
        Err(error) => Err(Failure(format!("{program} could not be started ({error}). {otherwise}"))),
    }
}

/// Cargo, in the project's folder: the one that runs us, so that a chosen toolchain stays chosen.
pub fn cargo() -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root());
    command
}

/// The names of the files in a folder, without their ends and in their order.
pub fn stems(folder: &Path) -> Result<Vec<String>, Failure> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(about(folder))? {
        let file = entry.map_err(about(folder))?.path();
        names.push(file.file_stem().unwrap_or_default().to_string_lossy().into_owned());
    }
    names.sort_unstable();
    Ok(names)
}
