//! What is shown of stops: the demos' stories, whose jobs count, and that each stop has a caption in each language.

use super::*;
use crate::domain::state::JobState;
use crate::journal::{CommandRefusal, Session};
use crate::phrases::Language;
use crate::portal::present::captions::{self, Caption, Words};
use crate::portal::present::demo::{DEMOS, Demo};
use crate::service::log::Actor;
use crate::service::scenario::Scenario;
use crate::store::fresh::Fresh;

const JOB: &str = "sequencing-run-118";

/// In a browser the words of the timeline, which begin with a name or a small letter.
const WORDS: Words = Words {
    asked: |command, _| {
        command.job().map_or("rules chosen".to_owned(), |job| format!("{} asked", job.name()))
    },
    moment: |_, at| format!("{}", at.millis()),
};

fn caption(stop: &Stop, language: Language) -> Caption {
    captions::caption(stop, language, WORDS)
}

fn session() -> Session {
    Session::new(Fresh { scenario: Scenario::Contoso, seed: 1, jobs: None }.build())
}

fn run(session: &mut Session, commands: &[&str]) {
    for text in commands {
        let command: JournalCommand = serde_json::from_str(text).unwrap();
        session.run(&command, Actor::Portal).unwrap();
    }
}

fn stops_of(session: &Session) -> Vec<Stop> {
    stops(&session.branches().present().journal, &[]).unwrap()
}

/// What the stops tell, in a word each.
fn told(stops: &[Stop]) -> Vec<String> {
    let word = |stop: &Stop| match &stop.told {
        Told::Beginning => "begins".to_owned(),
        Told::Asked(entry) => {
            let text = serde_json::to_string(&entry.command).unwrap();
            text.split('"').nth(1).unwrap().to_owned()
        }
        Told::Refused(..) => "refused".to_owned(),
        Told::Happened(what) => {
            what.enters().map_or_else(|| format!("{what:?}"), |state| state.as_str().to_owned())
        }
        Told::Passed(_) => "passed".to_owned(),
    };
    stops.iter().map(word).collect()
}

#[test]
fn the_demo_tells_of_a_refusal_a_cancel_that_takes_its_time_and_a_job_that_is_gone() {
    let recorded = Demo::named("cancel-and-delete").unwrap().record().unwrap();
    let journal = &recorded.session.branches().present().journal;
    let stops = stops(journal, &recorded.refused).unwrap();
    assert_eq!(
        told(&stops),
        ["begins", "refused", "cancel", "CopyStopped", "Packaging", "Completed", "delete"]
    );
    for stop in &stops[1..] {
        assert_eq!(stop.job.as_ref().unwrap().name, JOB);
    }
    // The job stays in its state until the service has carried the request out.
    let state = |stop: &Stop| {
        let key = stops[1].job.as_ref().unwrap().key();
        journal.at(stop.moment).unwrap().find(&key).map(|record| record.state)
    };
    use JobState::{Completed, Packaging, Transferring};
    let states: Vec<_> = stops.iter().map(state).collect();
    assert_eq!(
        states,
        [
            Some(Transferring),
            Some(Transferring),
            Some(Transferring),
            Some(Packaging),
            Some(Packaging),
            Some(Completed),
            None
        ]
    );
}

#[test]
fn every_stop_of_every_demo_can_be_looked_at_in_the_order_of_time() {
    for demo in DEMOS {
        let recorded = demo.record().unwrap();
        let journal = &recorded.session.branches().present().journal;
        let stops = stops(journal, &recorded.refused).unwrap();
        assert!((5..=20).contains(&stops.len()), "{}: {:?}", demo.id, told(&stops));
        for pair in stops.windows(2) {
            assert!(pair[0].moment <= pair[1].moment, "{}: {pair:?}", demo.id);
        }
        for stop in &stops {
            assert_eq!(journal.at(stop.moment).unwrap().now(), stop.moment.at, "{}", demo.id);
        }
    }
}

#[test]
fn a_job_that_is_left_alone_is_followed_to_its_end() {
    let recorded = Demo::named("left-alone").unwrap().record().unwrap();
    let stops = stops(&recorded.session.branches().present().journal, &recorded.refused).unwrap();
    assert_eq!(told(&stops), ["begins", "inject", "OperatorsNotified", "Closed", "refused", "Deleted"]);
}

#[test]
fn what_happens_to_jobs_that_nobody_asked_about_is_no_stop() {
    let mut session = session();
    run(&mut session, &[r#"{"cancel":"sequencing-run-118"}"#, r#"{"advance":{"by":"P30D"}}"#]);
    assert!(stops_of(&session)[1..].iter().all(|stop| stop.job.as_ref().is_some_and(|job| job.name == JOB)));
}

#[test]
fn where_nobody_asked_about_any_job_all_are_told_of() {
    let mut session = session();
    run(&mut session, &[r#"{"advance":{"by":"P30D"}}"#]);
    let jobs: BTreeSet<String> =
        stops_of(&session).into_iter().filter_map(|stop| Some(stop.job?.name)).collect();
    assert!(jobs.len() > 3, "{jobs:?}");
}

#[test]
fn time_in_which_nothing_happens_is_one_stop_at_its_end_and_the_clock_is_none() {
    let mut session = session();
    let commands = [
        r#"{"paused":true}"#,
        r#"{"delete":"hr-archive-2012-2019"}"#,
        r#"{"speed":60}"#,
        r#"{"advance":{"by":"P3D"}}"#,
    ];
    run(&mut session, &commands);
    let stops = stops_of(&session);
    assert_eq!(told(&stops), ["begins", "delete", "passed"]);
    assert_eq!(stops[0].moment.commands, 1, "it begins when the clock is set");
    assert_eq!(stops[2].moment.at, session.present().now());
}

#[test]
fn a_recording_of_nothing_has_its_beginning_alone() {
    assert_eq!(told(&stops_of(&session())), ["begins"]);
}

/// A caption that says something, and all of it.
fn check(caption: &Caption, language: Language, of: &str) {
    for text in [&caption.what, &caption.why] {
        assert!(text.len() > 3, "{of} in {}: {caption:?}", language.tag());
        assert!(!text.contains(['{', '}']), "{of} in {}: {caption:?}", language.tag());
    }
    assert!(
        caption.what.chars().count() < 90 && caption.why.chars().count() < 170,
        "{of} in {}: {caption:?}",
        language.tag()
    );
}

#[test]
fn every_command_and_event_has_a_caption_in_each_language() {
    use crate::domain::drive::CopyStatus;
    use crate::service::simulation::Trouble;
    let commands = [
        r#"{"put":{"job":"a-job","body":{}}}"#,
        r#"{"patch":{"job":"a-job","body":{}}}"#,
        r#"{"ship":{"job":"a-job"}}"#,
        r#"{"cancel":"a-job"}"#,
        r#"{"delete":"a-job"}"#,
        r#"{"rules":"FAQ 2020"}"#,
        r#"{"speed":60}"#,
        r#"{"paused":true}"#,
        r#"{"paused":false}"#,
        r#"{"advance":{"by":"P1D"}}"#,
        r#"{"inject":{"fault":"lost","job":"a-job"}}"#,
        r#"{"rewind":{"by":"P1D"}}"#,
    ];
    let events = [
        Happening::Created,
        Happening::Shipped,
        Happening::CancelRequested,
        Happening::OperatorsNotified,
        Happening::Received,
        Happening::TransferStarted,
        Happening::LateDriveArrived(0),
        Happening::DriveStarted(0),
        Happening::DriveEnded(0, CopyStatus::Completed),
        Happening::CopyStopped,
        Happening::Faulted(Trouble::UnreadableDrive),
        Happening::Recovered(JobState::Transferring),
        Happening::PackagingStarted,
        Happening::Completed,
        Happening::Closed,
        Happening::Deleted,
    ];
    let (at, job) = (
        SimTime::from_millis(1_772_438_400_000),
        JobPath { subscription: "s".into(), group: "g".into(), name: "a-job".into() },
    );
    let stop = |told: Told| Stop { moment: Moment { commands: 0, at }, job: Some(job.clone()), told };
    for language in Language::all() {
        for text in commands {
            let command: JournalCommand = serde_json::from_str(text).unwrap();
            let refused = caption(
                &stop(Told::Refused(Box::new(Refused {
                    after: 0,
                    at,
                    command: command.clone(),
                    why: CommandRefusal::WhichDrive,
                }))),
                language,
            );
            check(&refused, language, text);
            let asked = caption(
                &stop(Told::Asked(Arc::new(JournalEntry::new(at, Actor::Portal, command)))),
                language,
            );
            check(&asked, language, text);
            assert!(
                asked.what.starts_with("a-job") || asked.what.chars().next().unwrap().is_uppercase(),
                "{asked:?}"
            );
        }
        for event in events {
            check(&caption(&stop(Told::Happened(event)), language), language, &format!("{event:?}"));
        }
        for other in [Told::Beginning, Told::Passed(at)] {
            check(&caption(&stop(other.clone()), language), language, &format!("{other:?}"));
        }
    }
}

#[test]
fn no_two_stops_in_a_row_say_the_same() {
    for (demo, language) in
        DEMOS.into_iter().flat_map(|demo| Language::all().map(move |language| (demo, language)))
    {
        let recorded = demo.record().unwrap();
        let stops = stops(&recorded.session.branches().present().journal, &recorded.refused).unwrap();
        let captions: Vec<Caption> = stops.iter().map(|stop| caption(stop, language)).collect();
        assert!(captions.windows(2).all(|pair| pair[0] != pair[1]), "{captions:?}");
    }
}
