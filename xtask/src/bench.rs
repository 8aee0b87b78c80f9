//! `cargo xtask bench`: what things cost, natively and in a browser, and how that grows with the number of jobs.

use crate::shell::{self, Failure, about, cargo, root, say};
use crate::{build, chromium, node};
use std::fs;
use std::path::Path;

pub fn run() -> Result<(), Failure> {
    let out = root().join("target/bench");
    fs::create_dir_all(&out).map_err(about(&out))?;
    say("native benches …");
    shell::run(
        cargo().args(["bench", "--package", "import-export-portal", "--bench", "native"]),
        "A native bench failed: look above for which.",
    )?;
    let estimates = out.join("native.json");
    fs::write(&estimates, collect(&root().join("target/criterion"))).map_err(about(&estimates))?;
    build::release()?;
    node::ensure()?;
    say("the portal beside a hand-written page, in Chromium …");
    let chromium = chromium::ensure()?;
    for script in ["bench/run.mjs", "bench/embed.mjs"] {
        let mut measure = std::process::Command::new("node");
        measure.arg(script).arg(&out).current_dir(node::folder()).env("CHROMIUM", &chromium);
        shell::run(&mut measure, "The measuring in the browser failed: look above for the reason.")?;
    }
    Ok(())
}

/// The means of every group that has a number of jobs as its parameter, as JSON: `[{group, n, ns}]`.
fn collect(criterion: &Path) -> String {
    let mut rows = Vec::new();
    for group in folders(criterion) {
        for case in folders(&group) {
            let number =
                case.file_name().and_then(|name| name.to_str()).and_then(|name| name.parse::<u64>().ok());
            let text = fs::read_to_string(case.join("new/estimates.json")).unwrap_or_default();
            let name = group.file_name().and_then(|name| name.to_str());
            if let (Some(n), Some(ns), Some(name)) = (number, mean(&text), name) {
                rows.push((name.to_owned(), n, ns));
            }
        }
    }
    rows.sort_by(|one, other| (&one.0, one.1).cmp(&(&other.0, other.1)));
    let rows: Vec<String> = rows
        .into_iter()
        .map(|(group, n, ns)| format!("{{\"group\":{group:?},\"n\":{n},\"ns\":{ns}}}"))
        .collect();
    format!("[{}]", rows.join(","))
}

fn folders(parent: &Path) -> Vec<std::path::PathBuf> {
    let Ok(entries) = fs::read_dir(parent) else { return Vec::new() };
    entries.flatten().map(|entry| entry.path()).filter(|path| path.is_dir()).collect()
}

/// The mean in criterion's estimates, in nanoseconds.
fn mean(estimates: &str) -> Option<f64> {
    let (_, rest) = estimates.split_once("\"mean\":")?;
    let (_, rest) = rest.split_once("\"point_estimate\":")?;
    let end = rest.find([',', '}'])?;
    rest.get(..end)?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_is_found_among_the_estimates() {
        let text = r#"{"mean":{"confidence_interval":{"lower_bound":1.0},"point_estimate":12.5,"standard_error":0.1}}"#;
        assert_eq!(mean(text), Some(12.5));
        assert_eq!(mean("{}"), None);
    }
}
