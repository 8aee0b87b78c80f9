//! Python: the models of the official client read every kind of our answers.

use crate::shell::{self, Failure, about, cargo, root, say};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The package whose models read the answers, and what they need.
const WANTED: &str = "tests/python/requirements.txt";

/// Asks for every kind of answer and has it read.
pub fn check() -> Result<(), Failure> {
    let python = ensure()?;
    let failed = "The models of Python do not read every answer: look above for which.";
    let mut answers = cargo()
        .args(["run", "--quiet", "--package", "import-export-portal", "--example", "answers"])
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| Failure::new(format!("The answers could not be asked for ({error}).")))?;
    let mut models = Command::new(python);
    models.current_dir(root()).arg("tests/python/models.py");
    if let Some(lines) = answers.stdout.take() {
        models.stdin(lines);
    }
    let read = shell::run(&mut models, failed);
    let asked = answers.wait().is_ok_and(|status| status.success());
    read.and(if asked { Ok(()) } else { Err(Failure::new("The answers could not be asked for.")) })
}

/// The Python of an environment of its own, with what is wanted in it: nothing else on the machine is touched.
fn ensure() -> Result<PathBuf, Failure> {
    let wanted = root().join(WANTED);
    let wanted = fs::read_to_string(&wanted).map_err(about(&wanted))?;
    let home = root().join("target/python");
    let inside = if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" };
    let (python, stamp) = (home.join(inside), home.join("installed.txt"));
    if python.is_file() && fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(python);
    }
    say("installing the models of the official Python client into target/python …");
    let own = shell::find(&["python3", "python"])
        .ok_or_else(|| Failure::new("There is no Python: install Python 3 with its venv module."))?;
    let make = ["-m", "venv", "--clear"];
    shell::run(
        Command::new(own).args(make).arg(&home),
        "Python makes no environment: install its venv module (python3-venv).",
    )?;
    install(&python)?;
    fs::write(&stamp, wanted).map_err(about(&stamp))?;
    Ok(python)
}

fn install(python: &Path) -> Result<(), Failure> {
    let mut pip = Command::new(python);
    pip.current_dir(root()).args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
    shell::run(pip.args(["--requirement", WANTED]), "The models could not be installed: is PyPI in reach?")
}
