//! `cargo xtask serve`: the portal on this machine, built anew when a file changes.

use crate::shell::{Failure, say};
use crate::tools;
use std::net::{Ipv4Addr, TcpListener};

#[derive(Debug, PartialEq)]
pub struct Options {
    /// Opens the browser once the page is built.
    pub open: bool,
    pub port: u16,
}

impl Default for Options {
    fn default() -> Self {
        Self { open: false, port: 8080 }
    }
}

pub fn run(options: &Options) -> Result<(), Failure> {
    let tools = tools::ensure()?;
    let port = options.port;
    if let Err(error) = TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        return Err(Failure::new(format!(
            "Port {port} of 127.0.0.1 cannot be used ({error}): choose another with --port."
        )));
    }
    say(&format!(
        "building the portal; it will be at http://127.0.0.1:{port}/ and follow every change. Ctrl-C ends it."
    ));
    let mut trunk = tools.trunk("serve");
    // A folder of its own, so that dist/ stays the release build that the tests look at.
    trunk.args(["--dist", "target/serve", "--address", "127.0.0.1", "--port", &port.to_string()]);
    if options.open {
        trunk.arg("--open");
    }
    become_it(trunk)
}

/// Trunk takes our place, so that whoever stops us stops it.
#[cfg(unix)]
fn become_it(mut trunk: std::process::Command) -> Result<(), Failure> {
    use std::os::unix::process::CommandExt;
    let error = trunk.exec();
    Err(Failure::new(format!("Trunk could not be started: {error}.")))
}

#[cfg(not(unix))]
fn become_it(mut trunk: std::process::Command) -> Result<(), Failure> {
    crate::shell::run(&mut trunk, "Trunk ended with an error: look above for the reason.")
}
