//! Drive logs: what the service would have written about the copy of a drive, made up from the
//! course of the job and always the same.

use std::fmt::Write;

use crate::domain::drive::CopyStatus;
use crate::domain::job::{Job, JobKind, LogLevel, Selection};
use crate::service::dice::Dice;
use crate::service::status::DriveStatus;

/// One of the two logs of a drive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LogKind {
    /// What went wrong.
    Error,
    /// Every blob.
    Verbose,
}

/// A file that was copied, or was to be.
struct Item {
    path: String,
    length: u64,
    outcome: Outcome,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Completed,
    /// Copied, under another name.
    Renamed,
    /// Could not be read from its source.
    Failed,
    /// A cancel request came first.
    Skipped,
    /// It is not its turn yet.
    Ahead,
}

const FOLDERS: [&str; 8] =
    ["archive", "backup", "captures", "documents", "exports", "media", "projects", "snapshots"];
const FILES: [&str; 10] =
    ["batch", "bundle", "catalog", "dataset", "frames", "index", "ledger", "part", "report", "volume"];
const ENDINGS: [&str; 8] = ["bak", "csv", "dat", "mp4", "parquet", "tar", "vhdx", "zip"];

/// The logs that the service has begun for a drive by now, as the job's JSON links to them.
pub fn available(job: &Job, drive: &DriveStatus) -> Vec<LogKind> {
    match (drive.copy_status, job.order.log_level) {
        (None, _) => Vec::new(),
        (Some(_), LogLevel::Error) => vec![LogKind::Error],
        (Some(_), LogLevel::Verbose) => vec![LogKind::Error, LogKind::Verbose],
    }
}

/// The file name of a log, as in the job's JSON.
pub fn file_name(drive: &DriveStatus, kind: LogKind) -> String {
    match kind {
        LogKind::Error => format!("{}-error.log", drive.id),
        LogKind::Verbose => format!("{}-verbose.log", drive.id),
    }
}

/// The text of the log of the drive at place `n` of the list of `job`, as far as it has come.
pub fn text(job: &Job, seed: u64, n: usize, drive: &DriveStatus, kind: LogKind) -> String {
    let mut out =
        String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<DriveLog Version=\"2016-11-01\">\n");
    let status = drive.copy_status.unwrap_or(CopyStatus::Copying);
    element(&mut out, 1, "DriveId", &drive.id);
    element(&mut out, 1, "JobName", job.id.name.as_str());
    if let Some((code, words)) = drive_error(status) {
        out.push_str("  <Error>\n");
        element(&mut out, 2, "Code", code);
        element(&mut out, 2, "Description", words);
        out.push_str("  </Error>\n");
    } else {
        for item in items(job, seed, n, drive, status) {
            if is_told(item.outcome, kind) {
                blob(&mut out, job, &item);
            }
        }
    }
    element(&mut out, 1, "BytesSucceeded", &drive.bytes_succeeded.to_string());
    element(&mut out, 1, "Status", status.as_str());
    out.push_str("</DriveLog>\n");
    out
}

fn is_told(outcome: Outcome, kind: LogKind) -> bool {
    match outcome {
        Outcome::Ahead => false,
        Outcome::Completed => kind == LogKind::Verbose,
        Outcome::Renamed | Outcome::Failed | Outcome::Skipped => true,
    }
}

/// What kept the drive as a whole from being copied. Logs are not translated.
fn drive_error(status: CopyStatus) -> Option<(&'static str, &'static str)> {
    match status {
        CopyStatus::DriveUnreadable => Some((
            "DriveUnreadable",
            "The drive does not spin up or its partition table cannot be read. Nothing was copied.",
        )),
        CopyStatus::BitLockerKeyInvalid => Some((
            "BitLockerKeyInvalid",
            "The BitLocker key given for this drive does not unlock its volume. Nothing was copied.",
        )),
        CopyStatus::Copying
        | CopyStatus::Completed
        | CopyStatus::CompletedWithInfo
        | CopyStatus::CompletedWithErrors
        | CopyStatus::Canceled => None,
    }
}

/// The files of a drive, the earliest first; together they are as long as the drive's data.
fn items(job: &Job, seed: u64, n: usize, drive: &DriveStatus, status: CopyStatus) -> Vec<Item> {
    let dice = Dice::new(seed, job.no);
    let throw = |stream: u64| dice.throw(30_000 + n as u64 * 1_000 + stream);
    let count = 10 + throw(0) % 15;
    let weights: Vec<u64> = (0..count).map(|at| 20 + throw(1 + at) % 100).collect();
    let total: u64 = weights.iter().sum();
    let part = |weight: u64| u64::try_from(u128::from(drive.bytes) * u128::from(weight) / u128::from(total));
    let mut end = 0_u64;
    let mut weight_so_far = 0;
    let mut items = Vec::new();
    for (at, weight) in weights.iter().enumerate() {
        weight_so_far += weight;
        // Ends are rounded, not lengths, so that the lengths add up.
        let next = part(weight_so_far).unwrap_or(drive.bytes);
        let length = next - end;
        end = next;
        let pick = |stream: u64, words: &[&'static str]| {
            let at = throw(stream + at as u64) % words.len() as u64;
            words.get(at as usize).copied().unwrap_or_default()
        };
        let path = format!(
            "{}{}/{}-{:04}.{}",
            root(job),
            pick(100, &FOLDERS),
            pick(200, &FILES),
            throw(300 + at as u64) % 10_000,
            pick(400, &ENDINGS)
        );
        let copied = end <= drive.bytes_succeeded;
        let outcome = match status {
            _ if copied && status == CopyStatus::CompletedWithInfo && at < 2 => Outcome::Renamed,
            _ if copied => Outcome::Completed,
            CopyStatus::Copying => Outcome::Ahead,
            CopyStatus::Canceled => Outcome::Skipped,
            CopyStatus::Completed
            | CopyStatus::CompletedWithInfo
            | CopyStatus::CompletedWithErrors
            | CopyStatus::DriveUnreadable
            | CopyStatus::BitLockerKeyInvalid => Outcome::Failed,
        };
        items.push(Item { path, length, outcome });
    }
    items
}

/// Where the blobs of a job lie: an import's in a container of ours, an export's below what it asks for.
fn root(job: &Job) -> String {
    let asked = match &job.order.kind {
        JobKind::Export(Selection::Blobs { prefixes, .. }) => {
            prefixes.first().map(|prefix| prefix.as_str().trim_start_matches('/').to_owned())
        }
        JobKind::Export(Selection::ListFile(_)) | JobKind::Import(_) => None,
    };
    match asked {
        Some(prefix) if prefix.is_empty() || prefix.ends_with('/') => prefix,
        Some(prefix) => format!("{prefix}-"),
        None => "data/".to_owned(),
    }
}

fn blob(out: &mut String, job: &Job, item: &Item) {
    let status = match item.outcome {
        Outcome::Completed | Outcome::Ahead => "Completed",
        Outcome::Renamed => "CompletedWithInfo",
        Outcome::Failed => "CompletedWithErrors",
        Outcome::Skipped => "NotCopied",
    };
    // Writing into a string cannot fail.
    let _ = writeln!(out, "  <Blob Status=\"{status}\">");
    element(out, 2, "BlobPath", &item.path);
    element(out, 2, "FilePath", &format!("\\{}", item.path.replace('/', "\\")));
    element(out, 2, "Length", &item.length.to_string());
    let import = matches!(job.order.kind, JobKind::Import(_));
    match item.outcome {
        Outcome::Completed | Outcome::Ahead | Outcome::Skipped => {}
        Outcome::Renamed => element(out, 2, "ImportDisposition", "renamed"),
        Outcome::Failed if import => element(out, 2, "Error", "FileReadError"),
        Outcome::Failed => element(out, 2, "Error", "DriveWriteError"),
    }
    out.push_str("  </Blob>\n");
}

fn element(out: &mut String, depth: usize, name: &str, value: &str) {
    let value = value.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    // Writing into a string cannot fail.
    let _ = writeln!(out, "{:1$}<{name}>{value}</{name}>", "", depth * 2);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::{SimTime, Span};
    use crate::service::scenario::Scenario;
    use crate::service::status::Status;

    fn drive(scenario: Scenario, name: &str, n: usize, now: SimTime) -> (Job, DriveStatus) {
        let (_, jobs, _) = scenario.build(1, None);
        let job = jobs.into_iter().find(|job| job.id.name.as_str() == name).expect("a job of the scenario");
        let drive = Status::of(&job, 1, now).drives(&job, 1).remove(n);
        (job, drive)
    }

    fn lengths(text: &str) -> u64 {
        let values = text.lines().filter_map(|line| {
            line.trim().strip_prefix("<Length>")?.strip_suffix("</Length>")?.parse::<u64>().ok()
        });
        values.sum()
    }

    #[test]
    fn a_log_is_always_the_same_and_grows_with_the_copy() {
        let now = Scenario::START;
        let (job, _) = drive(Scenario::Contoso, "sequencing-run-118", 0, now);
        let copying = Status::of(&job, 1, now).drives(&job, 1);
        let (n, early) = copying
            .iter()
            .enumerate()
            .find(|(_, drive)| drive.copy_status == Some(CopyStatus::Copying))
            .expect("one drive is being copied");
        let later = Status::of(&job, 1, now + Span::days(10)).drives(&job, 1).remove(n);
        let write = |drive: &DriveStatus| text(&job, 1, n, drive, LogKind::Verbose);
        assert_eq!(write(early), write(early));
        assert!(write(early).lines().count() < write(&later).lines().count());
        assert_eq!(lengths(&write(&later)), later.bytes);
        assert!(lengths(&write(early)) <= early.bytes_succeeded);
        assert!(write(early).contains("<Status>Copying</Status>"));
        assert_eq!(lengths(&text(&job, 1, n, &later, LogKind::Error)), 0);
    }

    #[test]
    fn each_fault_is_told_in_the_error_log() {
        for (name, words) in [
            ("wrong-bitlocker-key", "<Code>BitLockerKeyInvalid</Code>"),
            ("unreadable-drive", "<Code>DriveUnreadable</Code>"),
            ("copy-errors", "<Error>FileReadError</Error>"),
            ("copy-remarks", "<ImportDisposition>renamed</ImportDisposition>"),
            ("export-onto-bad-drive", "<Code>DriveUnreadable</Code>"),
        ] {
            let (job, drive) = drive(Scenario::Fabrikam, name, 0, Scenario::START);
            let text = text(&job, 1, 0, &drive, LogKind::Error);
            assert!(text.contains(words), "{name}: {text}");
        }
        let (job, drive) = drive(Scenario::Contoso, "wrong-region-import", 2, Scenario::START);
        let never_begun = available(&job, &drive).is_empty();
        assert!(never_begun, "a cancelled drive that was not begun has no logs");
    }

    #[test]
    fn logs_follow_the_log_level() {
        let (mut job, drive) = drive(Scenario::Fabrikam, "copy-errors", 0, Scenario::START);
        job.order.log_level = LogLevel::Error;
        assert_eq!(available(&job, &drive), [LogKind::Error]);
        job.order.log_level = LogLevel::Verbose;
        assert_eq!(available(&job, &drive), [LogKind::Error, LogKind::Verbose]);
        assert!(available(&job, &DriveStatus { copy_status: None, ..drive.clone() }).is_empty());
        assert!(file_name(&drive, LogKind::Verbose).ends_with("-verbose.log"));
    }

    #[test]
    fn what_somebody_typed_stays_text() {
        let (job, drive) = drive(Scenario::Fabrikam, "copy-errors", 0, Scenario::START);
        let odd = DriveStatus { id: "<b>&".into(), ..drive };
        assert!(text(&job, 1, 0, &odd, LogKind::Error).contains("<DriveId>&lt;b&gt;&amp;</DriveId>"));
    }
}
