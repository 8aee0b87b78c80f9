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
