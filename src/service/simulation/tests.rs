//! Courses of jobs under many seeds, and the edges of time that a whole life rarely meets.

use super::*;
use crate::domain::job::JobKind;
use crate::service::scenario::Scenario;

/// A job of the first scenario, as it was ordered and shipped, whatever came after.
fn shipped(name: &str) -> Job {
    let (_, jobs, _) = Scenario::Contoso.build(1, None);
    let mut job = jobs.into_iter().find(|job| job.id.name.as_str() == name).expect("it is there");
    job.history.cancel_requested = None;
    job
}

fn at(course: &Course, what: Happening) -> SimTime {
    course.moments.iter().find(|m| m.what == what).map(|m| m.at).expect("it happens")
}

fn days(n: i64) -> Span {
    Span::days(n)
}

#[test]
fn durations_are_those_of_the_rules_whatever_the_seed() {
    let job = shipped("sequencing-run-118");
    let stages = [
        (Happening::Shipped, Happening::Received, days(2), days(5)),
        (Happening::Received, Happening::TransferStarted, days(1), days(2)),
        // The shares of six drives are rounded down to milliseconds.
        (Happening::TransferStarted, Happening::PackagingStarted, days(7) - Span::millis(6), days(10)),
        (Happening::PackagingStarted, Happening::Completed, days(1) - Span::millis(1), days(2)),
        (Happening::Completed, Happening::Deleted, days(90), days(90)),
    ];
    for seed in 0..300 {
        let course = Course::of(&job, seed);
        for (from, to, least, most) in stages {
            let span = at(&course, to).since(at(&course, from));
            assert!(span >= least && span <= most, "{from:?} to {to:?} with seed {seed}: {span:?}");
        }
    }
}

#[test]
fn a_drive_takes_a_share_of_the_time_by_its_size() {
    let job = shipped("media-masters-import");
    let course = Course::of(&job, 3);
    let total: u64 = course.drives.iter().map(|drive| drive.bytes).sum();
    let all = at(&course, Happening::PackagingStarted).since(at(&course, Happening::TransferStarted));
    for drive in &course.drives {
        let copy = drive.copy.expect("it is copied");
        let expected = all.as_millis() as u128 * u128::from(drive.bytes) / u128::from(total);
        let real = copy.until.since(copy.from).as_millis() as u128;
        assert!(expected.abs_diff(real) <= 20, "{expected} {real}");
    }
    let longest = course.drives.iter().map(|d| d.bytes).max();
    assert!(longest > course.drives.iter().map(|d| d.bytes).min());
}

#[test]
fn one_drive_follows_the_other_without_a_gap() {
    let course = Course::of(&shipped("media-masters-import"), 5);
    let copies: Vec<Copying> = course.drives.iter().filter_map(|drive| drive.copy).collect();
    assert_eq!(copies.len(), 10);
    assert!(copies.windows(2).all(|pair| pair[0].until == pair[1].from));
    assert_eq!(copies[0].from, at(&course, Happening::TransferStarted));
    assert_eq!(copies[9].until, at(&course, Happening::PackagingStarted));
}

#[test]
fn a_request_carried_out_between_two_drives_begins_no_other() {
    let mut job = shipped("sequencing-run-118");
    let begins = Course::of(&job, 1).drives[1].copy.expect("it is copied").from;
    let wait = Dice::new(1, job.no).span(Draw::CancelCopying);
    for (shift, statuses) in [
        (-1, [Some(CopyStatus::Canceled), None]),
        (0, [Some(CopyStatus::Completed), None]),
        (1, [Some(CopyStatus::Completed), Some(CopyStatus::Canceled)]),
    ] {
        let stop = SimTime::from_millis(begins.millis() + shift);
        job.history.cancel_requested = Some(SimTime::from_millis(stop.millis() - wait.as_millis()));
        let course = Course::of(&job, 1);
        let outcomes = [0, 1].map(|n| course.drives[n].copy.map(|copy| copy.outcome));
        assert_eq!(outcomes, statuses, "{shift}");
        assert_eq!(at(&course, Happening::CopyStopped), stop);
        assert_eq!(at(&course, Happening::PackagingStarted), stop);
        assert!(course.cut_short);
    }
}

#[test]
fn a_request_at_the_moment_the_copy_starts_stops_a_copy_that_has_begun() {
    let mut job = shipped("sequencing-run-118");
    let start = at(&Course::of(&job, 1), Happening::TransferStarted);
    job.history.cancel_requested = Some(start);
    let course = Course::of(&job, 1);
    assert_eq!(course.drives[0].copy.map(|copy| copy.outcome), Some(CopyStatus::Canceled));
    job.history.cancel_requested = Some(SimTime::from_millis(start.millis() - 1));
    let course = Course::of(&job, 1);
    assert!(course.drives.iter().all(|drive| drive.copy.is_none()));
    assert_eq!(at(&course, Happening::PackagingStarted), start);
}

#[test]
fn the_request_stands_behind_what_had_happened_by_then() {
    let mut job = shipped("sequencing-run-118");
    let received = at(&Course::of(&job, 1), Happening::Received);
    job.history.cancel_requested = Some(received);
    let course = Course::of(&job, 1);
    let then: Vec<Happening> = course.moments.iter().filter(|m| m.at == received).map(|m| m.what).collect();
    assert_eq!(then, [Happening::Received, Happening::CancelRequested]);
}

#[test]
fn copying_speed_does_not_depend_on_when_it_is_stopped() {
    let mut job = shipped("sequencing-run-118");
    let copy = Course::of(&job, 1).drives[0].copy.expect("it is copied");
    job.history.cancel_requested = Some(copy.from + Span::hours(3));
    let cut = Course::of(&job, 1).drives[0].copy.expect("it has begun");
    assert!(cut.until < copy.until);
    let bytes = 7_654_321_000_001;
    for minutes in 0..180 {
        let now = copy.from + Span::minutes(minutes);
        assert_eq!(cut.copied(bytes, now), copy.copied(bytes, now));
    }
    assert_eq!(cut.copied(bytes, copy.until), cut.copied(bytes, cut.until), "then it stands");
}

#[test]
fn happenings_enter_states() {
    for (what, state) in [
        (Happening::Created, Some(JobState::Creating)),
        (Happening::Shipped, Some(JobState::Shipping)),
        (Happening::Received, Some(JobState::Received)),
        (Happening::TransferStarted, Some(JobState::Transferring)),
        (Happening::PackagingStarted, Some(JobState::Packaging)),
        (Happening::Completed, Some(JobState::Completed)),
        (Happening::Closed, Some(JobState::Closed)),
        (Happening::Faulted(Trouble::ReturnAddress), Some(JobState::Faulted)),
        (Happening::Recovered(JobState::Transferring), Some(JobState::Transferring)),
        (Happening::CancelRequested, None),
        (Happening::OperatorsNotified, None),
        (Happening::LateDriveArrived(0), None),
        (Happening::DriveStarted(0), None),
        (Happening::DriveEnded(0, CopyStatus::Completed), None),
        (Happening::CopyStopped, None),
        (Happening::Deleted, None),
    ] {
        assert_eq!(what.enters(), state, "{what:?}");
    }
}

#[test]
fn an_export_has_as_many_drives_as_its_parcel() {
    let job = shipped("legal-hold-export");
    let count = |job: &Job| Course::of(job, 1).drives.len();
    assert_eq!(count(&job), 2);
    let mut silent = job.clone();
    let package = silent.order.delivery_package.as_deref().cloned().expect("it was sent");
    silent.order.delivery_package =
        Some(crate::domain::shipping::DeliveryPackage { drive_count: None, ..package }.into());
    assert_eq!(count(&silent), 1, "who says nothing has sent one");
    let mut waiting = job;
    waiting.history.shipped = None;
    assert_eq!(count(&waiting), 0);
    assert!(matches!(waiting.order.kind, JobKind::Export(_)));
}
