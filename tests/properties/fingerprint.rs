//! Fingerprints: a workspace as text and as a number, to see whether two histories end the same to the byte.

use std::fmt::{self, Write};

use import_export_portal::domain::name::JobName;
use import_export_portal::domain::time::Span;
use import_export_portal::service::scenario::Scenario;
use import_export_portal::service::status::DriveStatus;
use import_export_portal::service::workspace::Workspace;

/// The number that stands for all that a workspace shows now and will show. Equal seeds, commands
/// and times give equal fingerprints on every machine.
pub fn fingerprint(workspace: &Workspace) -> u64 {
    let mut digest = Digest(0xcbf2_9ce4_8422_2325);
    match tell(workspace, &mut digest) {
        Ok(()) => digest.0,
        // A digest takes every text; this is for the compiler.
        Err(fmt::Error) => 0,
    }
}

/// Writes down what a workspace shows now and will show: head, jobs with their drives and courses,
/// activity log.
///
/// # Errors
/// Those of `out`.
pub fn tell(workspace: &Workspace, out: &mut dyn Write) -> fmt::Result {
    let head = workspace.head();
    writeln!(
        out,
        "{} {} {} {} {} {} {} {}",
        head.scenario,
        head.seed,
        head.now.millis(),
        head.speed,
        head.paused,
        head.rules.as_str(),
        head.next_job,
        head.next_line
    )?;
    for record in workspace.records() {
        let (job, status) = (&record.job, workspace.status(&record.job));
        writeln!(
            out,
            "{} {} {} {} {} {:?}",
            job.no,
            job.id,
            job.order.kind.job_type().as_str(),
            status.state.as_str(),
            status.since.millis(),
            status.percent_complete()
        )?;
        for drive in status.drives(job, head.seed) {
            let copy = drive.copy_status.map_or("", |status| status.as_str());
            let DriveStatus { id, state, bytes_succeeded, bytes, extra, .. } = &drive;
            writeln!(out, "  {id} {} {copy} {bytes_succeeded}/{bytes} {extra}", state.as_str())?;
        }
        for moment in &status.course.moments {
            writeln!(out, "  {} {:?}", moment.at.millis(), moment.what)?;
        }
    }
    for line in workspace.log() {
        let job = line.job.as_ref().map_or("", JobName::as_str);
        writeln!(out, "{} {} {job} {:?} {:?}", line.no, line.at.millis(), line.action, line.by)?;
    }
    Ok(())
}

/// FNV-1a (Fowler, Noll, Vo), 64 bits: small, and the same everywhere.
struct Digest(u64);

impl Write for Digest {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for byte in text.bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        Ok(())
    }
}

#[test]
fn the_digest_is_fnv() -> fmt::Result {
    // From the reference vectors of the algorithm's authors.
    for (text, expected) in [("", 0xcbf2_9ce4_8422_2325), ("foobar", 0x8594_4171_f739_67e8)] {
        let mut digest = Digest(0xcbf2_9ce4_8422_2325);
        digest.write_str(text)?;
        assert_eq!(digest.0, expected);
    }
    Ok(())
}

#[test]
fn whatever_differs_has_another_fingerprint() {
    let of = |seed: u64, minutes: i64| {
        let (head, jobs, lines) = Scenario::Contoso.build(seed, None);
        let mut workspace = Workspace::new(head, jobs, lines);
        workspace.advance(Scenario::START + Span::minutes(minutes), usize::MAX);
        fingerprint(&workspace)
    };
    assert_eq!(of(1, 0), of(1, 0));
    assert_ne!(of(1, 0), of(2, 0));
    assert_ne!(of(1, 0), of(1, 1));
}
