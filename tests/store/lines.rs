//! Lines of the activity log: each is read as it was written, and nothing else is taken for one.

use import_export_portal::domain::injection::{DriveFault, Injection};
use import_export_portal::domain::name::JobName;
use import_export_portal::domain::state::RuleSet;
use import_export_portal::domain::time::SimTime;
use import_export_portal::service::log::{Actor, LogAction, LogLine};
use import_export_portal::store::codec::{self, Unreadable};
use import_export_portal::store::entries::Entry;
use serde_json::{Value, json};

#[test]
fn every_line_is_read_as_it_was_written() {
    let at = SimTime::from_millis(1_772_438_400_000);
    let job = JobName::parse("Job-1").unwrap();
    let on_jobs = LogAction::ALL.map(|action| (Some(job.clone()), action));
    let rules = RuleSet::ALL.map(|rules| (None, LogAction::RulesChosen(rules)));
    let jumps = [SimTime::EPOCH, at, SimTime::MAX].map(|to| (None, LogAction::Jumped(to)));
    let drives = DriveFault::ALL.map(|fault| Injection::Drive(9, fault));
    let injections = [Injection::Lost, Injection::Address, Injection::Expire].into_iter().chain(drives);
    let injected = injections.map(|what| (Some(job.clone()), LogAction::Injected(what)));
    let all = on_jobs.into_iter().chain(rules).chain(jumps).chain(injected);
    for (no, (job, action)) in (1..).zip(all) {
        for by in Actor::ALL {
            let line = LogLine { no, at, job: job.clone(), action, by };
            let text = codec::line_text(&line);
            assert_eq!(codec::line(no, &text), Ok(line.clone()), "{text}");
            assert_eq!(codec::line(no + 1, &text), Err(Unreadable::Check));
        }
    }
}

/// The codes as they were given. A line that somebody has kept is read for ever, so none of these rows ever changes.
#[test]
fn each_code_means_what_it_meant_when_it_was_given() {
    let at = SimTime::from_millis(1_772_438_400_000);
    let kept: [(Value, LogAction, Actor); 14] = [
        (json!([at.millis(), "job-1", 0, 0]), LogAction::Created, Actor::Portal),
        (json!([at.millis(), "job-1", 1, 1]), LogAction::Replaced, Actor::Rest),
        (json!([at.millis(), "job-1", 2, 0]), LogAction::Updated, Actor::Portal),
        (json!([at.millis(), "job-1", 3, 0]), LogAction::MarkedShipped, Actor::Portal),
        (json!([at.millis(), "job-1", 4, 1]), LogAction::CancelRequested, Actor::Rest),
        (json!([at.millis(), "job-1", 5, 2]), LogAction::Deleted, Actor::Service),
        (
            json!([at.millis(), "", 6, 0, "REST 2017"]),
            LogAction::RulesChosen(RuleSet::Rest2017),
            Actor::Portal,
        ),
        (
            json!([at.millis(), "", 7, 0, "1772524800000"]),
            LogAction::Jumped(SimTime::from_millis(1_772_524_800_000)),
            Actor::Portal,
        ),
        (json!([at.millis(), "job-1", 8, 0, "lost"]), LogAction::Injected(Injection::Lost), Actor::Portal),
        (
            json!([at.millis(), "job-1", 8, 0, "address"]),
            LogAction::Injected(Injection::Address),
            Actor::Portal,
        ),
        (
            json!([at.millis(), "job-1", 8, 0, "expire"]),
            LogAction::Injected(Injection::Expire),
            Actor::Portal,
        ),
        (
            json!([at.millis(), "job-1", 8, 0, "corrupt 0"]),
            LogAction::Injected(Injection::Drive(0, DriveFault::Corrupt)),
            Actor::Portal,
        ),
        (
            json!([at.millis(), "job-1", 8, 0, "unreadable 9"]),
            LogAction::Injected(Injection::Drive(9, DriveFault::Unreadable)),
            Actor::Portal,
        ),
        (
            json!([at.millis(), "job-1", 8, 0, "bitLocker 1"]),
            LogAction::Injected(Injection::Drive(1, DriveFault::BitLocker)),
            Actor::Portal,
        ),
    ];
    for (row, action, by) in kept {
        let text = codec::sealed(&Entry::Line(1), row.as_array().unwrap());
        let job = Some(JobName::parse("job-1").unwrap()).filter(|_| row[1] != "");
        let line = LogLine { no: 1, at, job, action, by };
        assert_eq!(codec::line(1, &text), Ok(line.clone()), "{row}");
        assert_eq!(codec::line_text(&line), text, "{row}");
    }
}

#[test]
fn what_is_no_line_is_not_taken_for_one() {
    let rows: [Value; 13] = [
        json!([0, "job-1", 0]),
        json!([0, "", 0, 0]),
        json!([0, "job-1", 0, 9]),
        json!([-1, "job-1", 0, 0]),
        json!([0, "job-1", 6, 0]),
        json!([0, "", 6, 0, "REST 1999"]),
        json!([0, "", 7, 0, "soon"]),
        json!([0, "", 7, 0, "-1"]),
        json!([0, "", 8, 0, "lost"]),
        json!([0, "job-1", 8, 0, "fire"]),
        json!([0, "job-1", 8, 0, "corrupt"]),
        json!([0, "job-1", 8, 0, "corrupt 10"]),
        json!([0, "job-1", 9, 0, "1"]),
    ];
    for row in rows {
        let text = codec::sealed(&Entry::Line(1), row.as_array().unwrap());
        assert_eq!(codec::line(1, &text), Err(Unreadable::Shape), "{row}");
    }
}
