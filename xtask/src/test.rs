//! `cargo xtask test`: every check there is, from the quick ones to those in a browser.

use crate::shell::{self, Failure, cargo, root, say};
use crate::{build, chromium, engines, node, python, sizes, tools};
use std::time::Instant;

/// Set for the tests while `--long` is given: they repeat more and try more.
const LONG: &str = "PORTAL_LONG";
/// Set for the browser tests otherwise: of the engines beside Chromium they take a smoke.
const SMOKE: &str = "PORTAL_SMOKE";

#[derive(Debug, Default, PartialEq)]
pub struct Options {
    pub long: bool,
    /// The steps to run; all of them if empty.
    pub only: Vec<Step>,
}

/// One kind of check.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Step {
    Format,
    Lint,
    Native,
    Build,
    Browser,
}

impl Step {
    const ALL: [Self; 5] = [Self::Format, Self::Lint, Self::Native, Self::Build, Self::Browser];

    fn name(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Lint => "lint",
            Self::Native => "native",
            Self::Build => "build",
            Self::Browser => "browser",
        }
    }

    pub fn parse(name: &str) -> Result<Self, Failure> {
        Self::ALL.into_iter().find(|step| step.name() == name).ok_or_else(|| {
            let names = Self::ALL.map(Self::name).join(", ");
            Failure::new(format!("there is no step {name:?}; the steps are {names}."))
        })
    }

    fn run(self, long: bool) -> Result<(), Failure> {
        match self {
            Self::Format => {
                tools::ensure_components()?;
                shell::run(
                    cargo().args(["fmt", "--all", "--check"]),
                    "The formatting differs: run `cargo fmt --all`.",
                )
            }
            Self::Lint => {
                tools::ensure_components()?;
                tools::ensure_target()?;
                lint(&["--workspace", "--all-targets"])?;
                lint(&["--package", "import-export-portal", "--target", tools::TARGET])
            }
            Self::Native => {
                let mut tests = cargo();
                tests.args(["test", "--workspace"]);
                if long {
                    tests.env(LONG, "1");
                }
                shell::run(&mut tests, "A native test failed: look above for which.")?;
                simulate(long)?;
                if long { python::check() } else { Ok(()) }
            }
            Self::Build => {
                build::release()?;
                sizes::check(&root().join("dist"))
            }
            Self::Browser => {
                if !root().join("dist/index.html").is_file() {
                    return Err(Failure::new(
                        "There is no release build to test: run `cargo xtask build` first.",
                    ));
                }
                node::ensure()?;
                let mut tests = node::playwright(&["test"]);
                tests.env("CHROMIUM", chromium::ensure()?);
                // Nothing stands for an engine that this machine does not have.
                tests.env("FIREFOX", engines::firefox()?.unwrap_or_default());
                tests.env("WEBKIT", engines::webkit()?.unwrap_or_default());
                tests.env(if long { LONG } else { SMOKE }, "1");
                shell::run(&mut tests, "A browser test failed: look above for which.")
            }
        }
    }
}

/// Plays the protocol between tabs through, with our own code made fast, as the benches have it.
fn simulate(long: bool) -> Result<(), Failure> {
    let schedules = if long { "1000000" } else { "100000" };
    let mut tests = cargo();
    tests.args([
        "test",
        "--quiet",
        "--profile",
        "bench",
        "--package",
        "import-export-portal",
        "--test",
        "sync",
    ]);
    tests.args(["--", "--nocapture"]).env("PORTAL_SCHEDULES", schedules);
    shell::run(&mut tests, "The tabs' protocol went wrong: look above for the seed that shows it.")
}

fn lint(what: &[&str]) -> Result<(), Failure> {
    let mut clippy = cargo();
    clippy.args(["clippy", "--quiet"]).args(what).args(["--", "--deny", "warnings"]);
    shell::run(&mut clippy, "Clippy has something to say: look above for what.")
}

pub fn run(options: &Options) -> Result<(), Failure> {
    let chosen = |step: &Step| options.only.is_empty() || options.only.contains(step);
    let mut times = Vec::new();
    for step in Step::ALL.into_iter().filter(chosen) {
        say(&format!("{} …", step.name()));
        let start = Instant::now();
        step.run(options.long)?;
        times.push(format!("{} {:.1} s", step.name(), start.elapsed().as_secs_f32()));
    }
    say(&format!("all is well ({}).", times.join(", ")));
    Ok(())
}
