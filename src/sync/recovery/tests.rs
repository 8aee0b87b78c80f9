//! Every case of the recovery table.

use super::*;

const NONE: Mark = Mark { seq: 0, epoch: 0 };
const OLD: Mark = Mark { seq: 4, epoch: 2 };
const MID: Mark = Mark { seq: 5, epoch: 2 };
/// Fewer commits, but under a later lead.
const NEW: Mark = Mark { seq: 3, epoch: 3 };

const NOTHING: Local = Local::Nothing;

fn kept(mark: Mark) -> Local {
    Local::Kept { mark, spoilt: false, older: false }
}

fn spoilt(mark: Mark) -> Local {
    Local::Kept { mark, spoilt: true, older: false }
}

fn older(mark: Mark) -> Local {
    Local::Kept { mark, spoilt: false, older: true }
}

const SOUND: Copied = Copied::Kept { spoilt: false, older: false };
const BROKEN: Copied = Copied::Kept { spoilt: true, older: false };
const OF_OLD: Copied = Copied::Kept { spoilt: false, older: true };

fn keep(source: Source, mark: Mark, [shows, writes, renews]: [bool; 3]) -> Verdict {
    Verdict::Keep { source, mark, shows, writes, renews }
}

#[test]
fn each_case_has_its_verdict() {
    use Source::{Copy, Local as Here, Shown};
    const T: bool = true;
    const F: bool = false;
    // localStorage, what is shown, the copy's commit, what is read of it → whether it is read, the verdict: source,
    // commit, and whether it is shown anew, localStorage written anew, the copy written anew.
    let cases = [
        // A first visit.
        (
            NOTHING,
            NONE,
            NONE,
            Copied::Nothing,
            Consult::No,
            keep(Shown, Mark { seq: 1, epoch: 0 }, [F, T, T]),
        ),
        // localStorage alone.
        (kept(MID), NONE, NONE, Copied::Nothing, Consult::No, keep(Here, MID, [T, F, T])),
        (kept(MID), MID, NONE, Copied::Nothing, Consult::No, keep(Here, MID, [F, F, T])),
        (spoilt(MID), MID, NONE, Copied::Nothing, Consult::No, keep(Here, MID, [T, F, T])),
        (older(MID), MID, NONE, Copied::Nothing, Consult::No, keep(Here, MID, [F, F, T])),
        // Both at the same commit.
        (kept(MID), NONE, MID, Copied::Nothing, Consult::No, keep(Here, MID, [T, F, F])),
        (kept(MID), MID, MID, Copied::Nothing, Consult::No, keep(Here, MID, [F, F, F])),
        (Local::Shown, MID, MID, Copied::Nothing, Consult::No, keep(Shown, MID, [F, F, F])),
        (older(MID), MID, MID, Copied::Nothing, Consult::No, keep(Here, MID, [F, F, T])),
        // What could not be read here is in the copy, or in neither.
        (spoilt(MID), NONE, MID, SOUND, Consult::Mends, keep(Copy, MID, [T, T, F])),
        (spoilt(MID), NONE, MID, OF_OLD, Consult::Mends, keep(Copy, MID, [T, T, T])),
        (spoilt(MID), NONE, MID, BROKEN, Consult::Mends, keep(Here, MID, [T, F, F])),
        (spoilt(MID), NONE, MID, Copied::Nothing, Consult::Mends, keep(Here, MID, [T, F, F])),
        (spoilt(MID), NONE, MID, Copied::Newer, Consult::Mends, Verdict::HandsOff),
        // The copy is newer: localStorage has forgotten what it was told last, or all of it.
        (kept(OLD), OLD, MID, SOUND, Consult::Newer, keep(Copy, MID, [T, T, F])),
        (kept(MID), MID, NEW, SOUND, Consult::Newer, keep(Copy, NEW, [T, T, F])),
        (kept(OLD), OLD, MID, BROKEN, Consult::Newer, keep(Copy, MID, [T, T, T])),
        (kept(OLD), OLD, MID, OF_OLD, Consult::Newer, keep(Copy, MID, [T, T, T])),
        (kept(OLD), OLD, MID, Copied::Nothing, Consult::Newer, keep(Here, OLD, [F, F, T])),
        (kept(OLD), OLD, MID, Copied::Newer, Consult::Newer, Verdict::HandsOff),
        (spoilt(OLD), NONE, MID, SOUND, Consult::Newer, keep(Copy, MID, [T, T, F])),
        (older(OLD), OLD, MID, SOUND, Consult::Newer, keep(Copy, MID, [T, T, T])),
        (NOTHING, NONE, MID, SOUND, Consult::Newer, keep(Copy, MID, [T, T, F])),
        (NOTHING, NONE, MID, BROKEN, Consult::Newer, keep(Copy, MID, [T, T, T])),
        (
            NOTHING,
            NONE,
            MID,
            Copied::Nothing,
            Consult::Newer,
            keep(Shown, Mark { seq: 1, epoch: 0 }, [F, T, T]),
        ),
        (NOTHING, NONE, MID, Copied::Newer, Consult::Newer, Verdict::HandsOff),
        // The copy is older: it was not written, and brings nothing back.
        (kept(MID), MID, OLD, Copied::Nothing, Consult::No, keep(Here, MID, [F, F, T])),
        (kept(NEW), NONE, MID, Copied::Nothing, Consult::No, keep(Here, NEW, [T, F, T])),
        (spoilt(MID), NONE, OLD, Copied::Nothing, Consult::No, keep(Here, MID, [T, F, T])),
        // What is shown is the newest there is, or all there is.
        (kept(OLD), MID, NONE, Copied::Nothing, Consult::No, keep(Shown, MID, [F, T, T])),
        (kept(OLD), MID, OLD, Copied::Nothing, Consult::No, keep(Shown, MID, [F, T, T])),
        (kept(MID), NEW, MID, Copied::Nothing, Consult::No, keep(Shown, NEW, [F, T, T])),
        (NOTHING, MID, NONE, Copied::Nothing, Consult::No, keep(Shown, MID, [F, T, T])),
        (NOTHING, MID, MID, Copied::Nothing, Consult::No, keep(Shown, MID, [F, T, F])),
        (Local::Shown, MID, OLD, Copied::Nothing, Consult::No, keep(Shown, MID, [F, F, T])),
        (Local::Shown, MID, NEW, SOUND, Consult::Newer, keep(Copy, NEW, [T, T, F])),
        // A newer version has been here.
        (Local::Newer, NONE, NONE, Copied::Nothing, Consult::No, Verdict::HandsOff),
        (Local::Newer, MID, NEW, SOUND, Consult::No, Verdict::HandsOff),
    ];
    for (local, shown, copy, read, consult, verdict) in cases {
        let found = Findings { local, shown, copy, lagged: false };
        assert_eq!(found.consult(), consult, "{found:?}");
        assert_eq!(found.decide(read), verdict, "{found:?}, {read:?}");
    }
}

/// All that can be found, as far as the table tells it apart.
fn everything() -> Vec<(Findings, Copied)> {
    let marks = [NONE, OLD, MID, NEW];
    let mut locals = vec![NOTHING, Local::Newer, Local::Shown];
    locals.extend(marks.iter().flat_map(|mark| [kept(*mark), spoilt(*mark), older(*mark)]));
    let mut all = Vec::new();
    for local in locals {
        for shown in marks {
            for copy in marks {
                for lagged in [false, true] {
                    for read in [Copied::Nothing, Copied::Newer, SOUND, BROKEN, OF_OLD] {
                        all.push((Findings { local, shown, copy, lagged }, read));
                    }
                }
            }
        }
    }
    all
}

#[test]
fn the_newest_state_that_can_be_read_is_kept() {
    for (found, read) in everything() {
        let Verdict::Keep { source, mark, .. } = found.decide(read) else { continue };
        let readable = matches!(read, Copied::Kept { .. }) && found.consult() == Consult::Newer;
        let mut newest = found.shown.rank();
        if let Local::Kept { mark, .. } = found.local {
            newest = newest.max(mark.rank());
        }
        if readable {
            newest = newest.max(found.copy.rank());
        }
        assert!(mark.rank() >= newest, "{found:?}, {read:?}: {source:?} at {mark:?}");
    }
}

#[test]
fn a_copy_that_lags_or_is_of_another_commit_is_written_anew() {
    for (found, read) in everything() {
        if let Verdict::Keep { mark, renews, .. } = found.decide(read) {
            assert!(renews || (mark == found.copy && !found.lagged), "{found:?}, {read:?}");
        }
    }
}

#[test]
fn what_a_newer_version_has_written_is_left_alone() {
    for (found, read) in everything() {
        let seen = found.local == Local::Newer || (read == Copied::Newer && found.consult() != Consult::No);
        assert_eq!(found.decide(read) == Verdict::HandsOff, seen, "{found:?}, {read:?}");
    }
}
