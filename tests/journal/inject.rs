//! Injections: they befall what is still to come, leave the past and everybody's input alone, and are replayed.

use import_export_portal::domain::injection::{DriveFault, Injection, NotInjectable};
use import_export_portal::domain::job::Job;
use import_export_portal::domain::state::JobState;
use import_export_portal::domain::time::{SimTime, Span};
use import_export_portal::journal::{
    CommandRefusal, Inject, InjectedFault, JobRef, JournalCommand, Session, run,
};
use import_export_portal::phrases::Language;
use import_export_portal::service::log::{Actor, LogAction};
use import_export_portal::service::scenario::Scenario;
use import_export_portal::service::simulation::{Course, TimedHappening};
use import_export_portal::service::workspace::Workspace;
use proptest::prelude::*;
use serde_json::json;

use crate::support::{bytes, command, import, scenario, ship};

fn state(workspace: &Workspace, name: &str) -> Option<JobState> {
    workspace.records().find(|record| record.job.id.name.as_str() == name).map(|record| record.state)
}

fn tell(session: &mut Session, all: &[serde_json::Value]) {
    for json in all {
        session.run(&command(json.clone()), Actor::Portal).unwrap_or_else(|why| panic!("{json}: {why:?}"));
    }
}

/// A session with the job `tapes` of two drives, in this state.
fn tapes(state: &str) -> Session {
    let mut session = Session::new(scenario(Scenario::Empty));
    tell(&mut session, &[json!({"put": {"job": "tapes", "body": import(2)}})]);
    if state != "Creating" {
        let until = json!({"advance": {"until": {"job": "tapes", "state": state}}});
        tell(&mut session, &[ship("tapes"), until]);
    }
    session
}

fn job(session: &Session) -> &Job {
    &session.present().records().next().unwrap().job
}

#[test]
fn a_lost_parcel_never_comes_and_another_tracking_number_finds_it() {
    let mut session = tapes("Shipping");
    tell(&mut session, &[json!({"inject": {"fault": "lost", "job": "tapes"}})]);
    let mut found = session.clone();
    tell(&mut session, &[json!({"advance": {"until": {"job": "tapes", "state": "Closed"}}})]);
    assert_eq!(session.present().now(), job(&session).history.shipped.unwrap() + Span::days(44));
    let package = json!({"carrierName": "UPS", "trackingNumber": "1Z2"});
    tell(
        &mut found,
        &[
            json!({"advance": {"by": "P20D"}}),
            json!({"patch": {"job": "tapes", "body": {"properties": {"deliveryPackage": package}}}}),
            json!({"advance": {"until": {"job": "tapes", "state": "Completed"}}}),
        ],
    );
}

#[test]
fn a_wrong_address_faults_the_job_until_it_is_mended() {
    let mut session = tapes("Transferring");
    tell(
        &mut session,
        &[
            json!({"inject": {"fault": "address", "job": "tapes"}}),
            json!({"advance": {"until": {"job": "tapes", "state": "Faulted"}}}),
            json!({"patch": {"job": "tapes", "body": {"properties": {"returnAddress": {"city": "Elsewhere"}}}}}),
            json!({"advance": {"until": {"job": "tapes", "state": "Completed"}}}),
        ],
    );
}

#[test]
fn a_drive_with_a_fault_ends_the_job_closed() {
    for fault in ["corrupt", "unreadable", "bitLocker"] {
        let mut session = tapes("Received");
        tell(
            &mut session,
            &[
                json!({"inject": {"fault": fault, "job": "tapes", "drive": 2}}),
                json!({"advance": {"until": {"job": "tapes", "state": "Closed"}}}),
            ],
        );
        let drives = session.present().status(job(&session)).drives(job(&session), 1);
        assert!(drives[1].percent_complete < 100 && drives[0].percent_complete == 100, "{fault}");
    }
}

#[test]
fn a_job_that_expires_is_gone_in_a_day_unless_it_is_updated_in_creating() {
    let expire = json!({"inject": {"fault": "expire", "job": "tapes"}});
    for state in ["Creating", "Completed"] {
        let mut session = tapes(state);
        let from = session.present().now();
        tell(&mut session, &[expire.clone(), json!({"advance": {"until": {"job": "tapes", "gone": true}}})]);
        assert_eq!(session.present().now(), from + Span::days(1), "{state}");
    }
    let mut session = tapes("Creating");
    tell(&mut session, &[expire, json!({"patch": {"job": "tapes", "body": {"tags": {"a": "b"}}}})]);
    let from = session.present().now();
    tell(&mut session, &[json!({"advance": {"until": {"job": "tapes", "gone": true}}})]);
    assert_eq!(session.present().now(), from + Span::days(14));
}

#[test]
fn what_would_change_nothing_or_the_past_is_refused_with_a_sentence() {
    let english = Language::negotiate("en").phrases();
    for (at, fault, drive, why) in [
        ("Creating", "lost", None, CommandRefusal::CannotInject(NotInjectable::State(JobState::Creating))),
        ("Received", "lost", None, CommandRefusal::CannotInject(NotInjectable::State(JobState::Received))),
        (
            "Completed",
            "address",
            None,
            CommandRefusal::CannotInject(NotInjectable::State(JobState::Completed)),
        ),
        ("Shipping", "expire", None, CommandRefusal::CannotInject(NotInjectable::State(JobState::Shipping))),
        ("Shipping", "corrupt", Some(3), CommandRefusal::CannotInject(NotInjectable::NoSuchDrive(2))),
        ("Transferring", "corrupt", Some(1), CommandRefusal::CannotInject(NotInjectable::DriveBegun)),
        ("Shipping", "corrupt", None, CommandRefusal::WhichDrive),
        ("Shipping", "corrupt", Some(0), CommandRefusal::WhichDrive),
        ("Shipping", "lost", Some(1), CommandRefusal::WhichDrive),
    ] {
        let mut workspace = tapes(at).present().clone();
        let before = bytes(&workspace);
        let inject = command(json!({"inject": {"fault": fault, "job": "tapes", "drive": drive}}));
        let refusal = run(&mut workspace, &inject, Actor::Portal).expect_err(fault);
        assert_eq!(refusal, why);
        assert!(refusal.sentence(&english).ends_with('.'));
        assert_eq!(bytes(&workspace), before);
    }
    let mut marked = scenario(Scenario::Fabrikam);
    let twice = command(json!({"inject": {"fault": "corrupt", "job": "late-drive", "drive": 1}}));
    assert_eq!(
        run(&mut marked, &twice, Actor::Portal),
        Err(CommandRefusal::CannotInject(NotInjectable::DriveFaulty))
    );
}

#[test]
fn the_activity_log_says_what_was_injected() {
    let mut session = tapes("Shipping");
    tell(&mut session, &[json!({"inject": {"fault": "corrupt", "job": "tapes", "drive": 2}})]);
    let line = session.present().log().next_back().unwrap();
    assert_eq!(line.action, LogAction::Injected(Injection::Drive(1, DriveFault::Corrupt)));
    assert_eq!(line.job.as_ref().map(ToString::to_string), Some("tapes".to_owned()));
}

/// What has happened to a job by `now`.
fn past(job: &Job, seed: u64, now: SimTime) -> Vec<TimedHappening> {
    Course::of(job, seed).past(now).copied().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn injections_leave_past_and_input_alone_and_are_replayed(
        fabrikam: bool,
        days in 0_i64..60,
        injections in prop::collection::vec((0_usize..40, 0_usize..6, 0_u8..4, 0_i64..200), 1..12),
    ) {
        let which = if fabrikam { Scenario::Fabrikam } else { Scenario::Contoso };
        let mut session = Session::new(scenario(which));
        let start = session.present().now() + Span::days(days);
        session.pass(start);
        for (of, fault, drive, hours) in injections {
            let later = session.present().now() + Span::hours(hours);
            session.pass(later);
            let before = session.present().clone();
            let count = before.records().len();
            let Some(record) = before.records().nth(of % count.max(1)) else { continue };
            let drive = (drive > 0).then_some(drive);
            let inject = JournalCommand::Inject(Inject {
                fault: InjectedFault::ALL[fault],
                job: JobRef(record.job.id.to_string()),
                drive,
            });
            let done = session.run(&inject, Actor::Portal);
            match done {
                Err(_) => prop_assert_eq!(bytes(session.present()), bytes(&before)),
                Ok(_) => {
                    let after = session.present().record(record.job.no).unwrap();
                    prop_assert_eq!(&after.job.order, &record.job.order);
                    let now = before.now();
                    prop_assert_eq!(past(&after.job, 1, now), past(&record.job, 1, now));
                    prop_assert_eq!((after.state, after.percent_complete(now)), (record.state, record.percent_complete(now)));
                }
            }
        }
        let end = session.present().now() + Span::days(60);
        session.pass(end);
        let journal = &session.branches().present().journal;
        prop_assert_eq!(bytes(&journal.at(journal.last()).unwrap()), bytes(session.present()));
        // What is stored is read again.
        let (read, _) = import_export_portal::store::portable::import(&bytes(session.present())).unwrap();
        prop_assert_eq!(&read, session.present());
        prop_assert!(state(&read, "no-such-job").is_none());
    }
}
