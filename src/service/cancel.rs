//! What a cancel request means for a job right now: the rule of best effort as a value.

use crate::domain::job::Job;
use crate::domain::state::JobState;
use crate::domain::time::SimTime;

use super::dice::Draw;
use super::simulation::{Course, Happening};
use super::status::{Progress, Status};
use super::workspace::Record;

/// What becomes of a cancel request, as far as somebody who asks for it can know. Times are the
/// latest that the service promises, not what its dice have in store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CancelEffect {
    /// In `Creating`: nothing has been sent, so the job is completed by this time.
    CompletesShortly {
        /// A minute after the request.
        by: SimTime,
    },
    /// In `Shipping` or `Received`: the drives take their way as any other's, but nothing is copied.
    NothingIsCopied,
    /// In `Transferring`: the copy goes on for a while and stops by this time.
    CopyStops {
        /// When the request will have been carried out at the latest.
        by: SimTime,
        /// What part of the data has been copied by now, in whole per cent.
        percent: u8,
        /// When all would have been copied, where that is so close that it may come first; then
        /// the request changes nothing.
        may_finish: Option<SimTime>,
    },
    /// The request has been carried out: nothing more is copied and the drives are on their way
    /// through packaging.
    Stopped {
        /// What part of the data had been copied, in whole per cent.
        percent: u8,
    },
    /// The copy finished before the request was carried out, so it changed nothing: the job ends as if
    /// nobody had asked.
    TooLate {
        /// In which state: `Closed` where drives had errors, else `Completed`.
        ends: JobState,
    },
    /// The job has ended as a cancelled job does.
    Ended {
        /// What part of the data had been copied, in whole per cent.
        percent: u8,
    },
    /// The job came to its end another way: the parcel was lost, or nobody gave a right address.
    GivenUp,
}

/// How a job stands towards cancelling, in what every place that shows the job says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CancelStanding {
    /// Nobody has asked.
    NotAsked,
    /// Somebody has asked, and the job has not ended.
    Requested,
    /// The job ended as a cancelled job does.
    Cancelled {
        /// What part of the data had been copied, in whole per cent.
        at_percent: u8,
    },
    /// Somebody had asked, but the job ended another way: the copy was finished first, or it was given up.
    WithoutEffect,
}

impl CancelStanding {
    /// How `job` stands, which is in `state` with its copy at `progress`, at `now`. It takes no more than a
    /// workspace keeps of every job, so that a list may ask at every frame.
    pub fn of(job: &Job, state: JobState, progress: &Progress, now: SimTime) -> CancelStanding {
        if job.history.cancel_requested.is_none() {
            return CancelStanding::NotAsked;
        }
        let percent = progress.percent(now);
        match state {
            JobState::Creating
            | JobState::Shipping
            | JobState::Received
            | JobState::Transferring
            | JobState::Packaging
            | JobState::Faulted => CancelStanding::Requested,
            // A job that was not cut short is in `Completed` only once all of its data has been copied.
            JobState::Completed if percent < 100 => CancelStanding::Cancelled { at_percent: percent },
            JobState::Completed | JobState::Closed => CancelStanding::WithoutEffect,
        }
    }

    /// How the job of `record` stands at the workspace's time `now`.
    pub fn of_record(record: &Record, now: SimTime) -> CancelStanding {
        CancelStanding::of(&record.job, record.state, &record.progress, now)
    }
}

impl CancelEffect {
    /// What cancelling `job` at `now` would mean, whether or not the rules allow it.
    pub fn of_asking(job: &Job, seed: u64, now: SimTime) -> CancelEffect {
        let mut asked = job.clone();
        let at = *asked.history.cancel_requested.get_or_insert(now);
        CancelEffect::at(&asked, seed, at, now)
    }

    /// What the pending or past request means for `job` at `now`; none where nobody has asked.
    pub fn of_request(job: &Job, seed: u64, now: SimTime) -> Option<CancelEffect> {
        job.history.cancel_requested.map(|asked| CancelEffect::at(job, seed, asked, now))
    }

    fn at(job: &Job, seed: u64, asked: SimTime, now: SimTime) -> CancelEffect {
        let status = &Status::of(job, seed, now);
        let percent = status.progress().percent(status.now);
        match status.state {
            JobState::Creating => {
                CancelEffect::CompletesShortly { by: asked + Draw::CancelCreating.longest() }
            }
            JobState::Shipping | JobState::Received => CancelEffect::NothingIsCopied,
            JobState::Completed if status.course.cut_short => CancelEffect::Ended { percent },
            JobState::Closed if status.course.cut_short || !arrived(status) => CancelEffect::GivenUp,
            JobState::Completed | JobState::Closed => CancelEffect::TooLate { ends: status.state },
            JobState::Transferring => {
                let by = asked + Draw::CancelCopying.longest();
                let all = uncut(job, seed).filter(|end| *end <= by);
                CancelEffect::CopyStops { by, percent, may_finish: all }
            }
            JobState::Packaging | JobState::Faulted if status.course.cut_short => {
                CancelEffect::Stopped { percent }
            }
            JobState::Packaging | JobState::Faulted => {
                let errors = status.course.has_errors();
                CancelEffect::TooLate { ends: if errors { JobState::Closed } else { JobState::Completed } }
            }
        }
    }
}

fn arrived(status: &Status) -> bool {
    status.course.past(status.now).any(|moment| moment.what == Happening::Received)
}

/// When all of the data would have been copied if nobody had asked to cancel.
fn uncut(job: &Job, seed: u64) -> Option<SimTime> {
    let mut left_alone = job.clone();
    left_alone.history.cancel_requested = None;
    let course = Course::of(&left_alone, seed);
    course.moments.iter().find(|m| m.what == Happening::PackagingStarted).map(|m| m.at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::job::Patch;
    use crate::domain::state::RuleSet;
    use crate::domain::time::Span;
    use crate::service::scenario::Scenario;

    fn job(scenario: Scenario, name: &str) -> Job {
        let (_, jobs, _) = scenario.build(1, None);
        jobs.into_iter().find(|job| job.id.name.as_str() == name).expect("a job of the scenario")
    }

    /// When `job` enters `state`.
    fn enters(job: &Job, state: JobState) -> SimTime {
        let course = Course::of(job, 1);
        course.moments.iter().find(|m| m.what.enters() == Some(state)).map(|m| m.at).expect("it does")
    }

    fn cancelled(job: &Job, state: JobState, at: SimTime) -> Job {
        let patch = Patch { cancel: true, ..Patch::default() };
        job.patched(&patch, state, RuleSet::default(), at).expect("the rules allow it")
    }

    #[test]
    fn asking_in_creating_completes_within_a_minute() {
        let job = job(Scenario::Contoso, "hr-archive-2012-2019");
        let now = Scenario::START;
        let promise = CancelEffect::CompletesShortly { by: now + Span::minutes(1) };
        assert_eq!(CancelEffect::of_asking(&job, 1, now), promise);
        assert_eq!(CancelEffect::of_request(&job, 1, now), None);
        let job = cancelled(&job, JobState::Creating, now);
        assert_eq!(CancelEffect::of_request(&job, 1, now + Span::seconds(1)), Some(promise));
        let after = CancelEffect::of_request(&job, 1, now + Span::minutes(1));
        assert_eq!(after, Some(CancelEffect::Ended { percent: 0 }));
    }

    #[test]
    fn asking_before_the_copy_means_that_nothing_is_copied() {
        let job = job(Scenario::Contoso, "media-masters-import");
        for state in [JobState::Shipping, JobState::Received] {
            let at = enters(&job, state) + Span::hours(1);
            assert_eq!(CancelEffect::of_asking(&job, 1, at), CancelEffect::NothingIsCopied);
            let job = cancelled(&job, state, at);
            let packing = enters(&job, JobState::Packaging);
            let stopped = Some(CancelEffect::Stopped { percent: 0 });
            assert_eq!(CancelEffect::of_request(&job, 1, packing), stopped);
        }
    }

    #[test]
    fn asking_while_copying_stops_within_eight_hours_and_keeps_the_percentage() {
        let job = job(Scenario::Contoso, "sequencing-run-118");
        let now = Scenario::START;
        let percent = Status::of(&job, 1, now).progress().percent(now);
        let promise = CancelEffect::CopyStops { by: now + Span::hours(8), percent, may_finish: None };
        assert_eq!(CancelEffect::of_asking(&job, 1, now), promise);
        let job = cancelled(&job, JobState::Transferring, now);
        let packing = enters(&job, JobState::Packaging);
        assert!(packing > now && packing <= now + Span::hours(8));
        let Some(CancelEffect::Stopped { percent: stopped }) = CancelEffect::of_request(&job, 1, packing)
        else {
            panic!("the copy has stopped")
        };
        assert!(stopped >= percent && stopped < 100);
        let end = CancelEffect::of_request(&job, 1, enters(&job, JobState::Completed));
        assert_eq!(end, Some(CancelEffect::Ended { percent: stopped }));
    }

    #[test]
    fn asking_at_the_last_moment_may_come_too_late() {
        let job = job(Scenario::Contoso, "sequencing-run-118");
        let packing = enters(&job, JobState::Packaging);
        let now = SimTime::from_millis(packing.millis() - 60_000);
        let CancelEffect::CopyStops { percent: 99, may_finish: Some(end), .. } =
            CancelEffect::of_asking(&job, 1, now)
        else {
            panic!("it is a matter of luck")
        };
        assert_eq!(end, packing);
        let late = cancelled(&job, JobState::Transferring, now);
        let too_late = Some(CancelEffect::TooLate { ends: JobState::Completed });
        for at in [packing, enters(&late, JobState::Completed)] {
            assert_eq!(CancelEffect::of_request(&late, 1, at), too_late);
        }
        let eight_hours_before = SimTime::from_millis(packing.millis() - Span::hours(8).as_millis());
        for (at, may_finish) in [
            (eight_hours_before, Some(packing)),
            (SimTime::from_millis(eight_hours_before.millis() - 1), None),
        ] {
            let effect = CancelEffect::of_asking(&job, 1, at);
            let CancelEffect::CopyStops { may_finish: found, .. } = effect else { panic!("{effect:?}") };
            assert_eq!(found, may_finish);
        }
    }

    #[test]
    fn too_late_a_cancel_of_a_job_with_drive_errors_does_not_promise_completed() {
        let job = job(Scenario::Fabrikam, "copy-errors");
        let packing = enters(&job, JobState::Packaging);
        let job = cancelled(&job, JobState::Transferring, SimTime::from_millis(packing.millis() - 1));
        assert!(!Course::of(&job, 1).cut_short, "the copy is finished first");
        let closed = enters(&job, JobState::Closed);
        for at in [packing, closed] {
            let too_late = Some(CancelEffect::TooLate { ends: JobState::Closed });
            assert_eq!(CancelEffect::of_request(&job, 1, at), too_late);
        }
    }

    #[test]
    fn a_job_stands_as_cancelled_where_its_request_has_cut_it_short() {
        let mut met = [0; 4];
        for (head, jobs, _) in Scenario::all().map(|scenario| scenario.build(1, None)) {
            for job in jobs {
                let at = head.now;
                let asked = job.patched(
                    &Patch { cancel: true, ..Patch::default() },
                    Status::of(&job, 1, at).state,
                    RuleSet::default(),
                    at,
                );
                for job in [Some(job), asked.ok()].into_iter().flatten() {
                    for now in (0..12).map(|n| at + Span::days(7 * n)) {
                        let status = Status::of(&job, 1, now);
                        let standing = CancelStanding::of(&job, status.state, &status.progress(), now);
                        let (n, right) = match CancelEffect::of_request(&job, 1, now) {
                            None => (0, CancelStanding::NotAsked),
                            Some(CancelEffect::Ended { percent }) => {
                                (1, CancelStanding::Cancelled { at_percent: percent })
                            }
                            Some(_) if status.state.is_final() => (2, CancelStanding::WithoutEffect),
                            Some(_) => (3, CancelStanding::Requested),
                        };
                        assert_eq!(standing, right, "{} at {now:?}", job.id);
                        met[n] += 1;
                    }
                }
            }
        }
        assert!(met.iter().all(|count| *count > 0), "{met:?}");
    }

    #[test]
    fn a_lost_parcel_and_a_wrong_address_end_the_job_another_way() {
        let lost = job(Scenario::Fabrikam, "cancelled-while-lost");
        let closed = enters(&lost, JobState::Closed);
        assert_eq!(CancelEffect::of_request(&lost, 1, closed), Some(CancelEffect::GivenUp));
        let wrong = job(Scenario::Fabrikam, "wrong-return-address");
        let wrong = cancelled(
            &wrong,
            JobState::Transferring,
            enters(&wrong, JobState::Transferring) + Span::hours(1),
        );
        let faulted = enters(&wrong, JobState::Faulted);
        assert!(matches!(CancelEffect::of_request(&wrong, 1, faulted), Some(CancelEffect::Stopped { .. })));
        let closed = enters(&wrong, JobState::Closed);
        assert_eq!(CancelEffect::of_request(&wrong, 1, closed), Some(CancelEffect::GivenUp));
    }
}
