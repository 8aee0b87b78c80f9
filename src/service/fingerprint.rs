//! Fingerprints: a workspace as text and as a number, to see whether two machines agree to the byte.

use std::fmt::{self, Write};

use crate::domain::job::Patch;
use crate::domain::state::RuleSet;
use crate::domain::time::Span;

use super::clock::Jump;
use super::log::Actor;
use super::scenario::Scenario;
use super::status::DriveStatus;
use super::workspace::{Command, Workspace};

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
            job.order.kind.as_str(),
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
        writeln!(out, "{} {} {} {:?} {:?}", line.no, line.at.millis(), line.job, line.action, line.by)?;
    }
    Ok(())
}

/// The fingerprint at the end of a fixed history: every scenario, led through cancels, shipments,
/// deletions, other rules and jumps of time. A browser and a test that get the same number out of
/// it run the same service.
pub fn rehearsal(seed: u64) -> u64 {
    let mut all = 0_u64;
    for scenario in Scenario::all() {
        let (head, jobs, lines) = scenario.build(seed, Some(60));
        let mut workspace = Workspace::new(head, jobs, lines);
        for round in 0..12 {
            act(&mut workspace, round);
            let jump = Jump::OFFERED[round % Jump::OFFERED.len()];
            let target = jump.target(&workspace).filter(|_| round < 11);
            let to = target.unwrap_or(workspace.now() + Span::minutes(77));
            while workspace.now() < to {
                workspace.advance(to, 1 + round);
            }
            all = all.rotate_left(7) ^ fingerprint(&workspace);
        }
    }
    all
}

/// Asks something of every third job or so; what the rules refuse is part of the history too.
fn act(workspace: &mut Workspace, round: usize) {
    let keys: Vec<_> = workspace.by_name().map(|(key, _)| key.clone()).collect();
    for key in keys.into_iter().skip(round % 3).step_by(3) {
        let patch = |patch: Patch| Command::Patch { key: key.clone(), patch: Box::new(patch) };
        let command = match round % 4 {
            0 => patch(Patch { cancel: true, ..Patch::default() }),
            1 => patch(Patch { ship: true, ..Patch::default() }),
            2 => Command::Delete { key },
            _ => Command::SetRules(RuleSet::ALL[round % RuleSet::ALL.len()]),
        };
        if let Ok(prepared) = workspace.prepare(&command, Actor::Service)
            && let Some(change) = prepared.change
        {
            workspace.apply(&change);
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

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
}
