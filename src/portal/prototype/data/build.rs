//! The workspace of a prototype: the jobs that its description asks for, which then live on like any others.

use std::sync::Arc;

use crate::domain::drive::Drive;
use crate::domain::injection::{DriveFault, Injection};
use crate::domain::job::{Job, JobKind, Order, Patch, Selection, Tags};
use crate::domain::name::JobName;
use crate::domain::shipping::{DeliveryPackage, ReturnAddress, StatedCount};
use crate::domain::state::{JobState, RuleSet};
use crate::domain::text::{Invalid, Text};
use crate::domain::time::{SimTime, Span};
use crate::service::log::LogLine;
use crate::service::scenario::Scenario;
use crate::service::simulation::{Course, Happening};
use crate::service::workspace::{Head, Workspace};

use super::spec::{Count, Drives, JobTexts, Jobs};

/// The most drives of an import job.
const MOST_DRIVES: usize = 10;
/// How long a job of a prototype has been in `Creating` where nothing else is known, before it is shipped.
const BEFORE: Span = Span::hours(2);

/// The workspace, and what could not be done in it.
pub struct Built {
    /// The workspace.
    pub workspace: Workspace,
    /// The names of jobs that it has not.
    pub unknown: Vec<String>,
}

/// The jobs of a description before anything is set, with what is beside them.
struct Begun {
    head: Head,
    all: Vec<Job>,
    lines: Vec<LogLine>,
    unknown: Vec<String>,
}

fn begin(jobs: &Jobs) -> Begun {
    let (scenario, count) = match jobs.count {
        Count::None => (Scenario::Empty, None),
        Count::One | Count::Usual => (Scenario::Contoso, None),
        Count::Thousand | Count::TenThousand => (Scenario::Load, Some(jobs.count.number())),
    };
    let (head, mut all, lines) = scenario.build(1, count);
    all.truncate(jobs.count.number());
    let mut unknown = Vec::new();
    for name in &jobs.copies {
        match place(&all, name) {
            Some(at) => copy(&mut all, at),
            None => unknown.push(name.clone()),
        }
    }
    Begun { head, all, lines, unknown }
}

/// The names by which a description knows its jobs, before its texts make others of them.
pub fn names(jobs: &Jobs) -> Vec<String> {
    begin(jobs).all.iter().map(|job| job.id.name.to_string()).collect()
}

/// The workspace of a description, the same for everybody.
pub fn build(jobs: &Jobs) -> Built {
    let Begun { head, mut all, lines, mut unknown } = begin(jobs);
    for (name, state) in &jobs.set {
        match place(&all, name) {
            Some(at) => {
                if let Some(job) = in_state(&all[at], *state, head.seed, head.now) {
                    all[at] = job;
                }
            }
            None => unknown.push(name.clone()),
        }
    }
    let mut told = Vec::with_capacity(all.len());
    for job in all {
        let plain = job.clone();
        let job = with_drives(job, jobs.drives, head.seed, head.now);
        // What breaks a limit is left as it was; a test holds that nothing does.
        told.push(job.and_then(|job| with_texts(job, jobs.texts)).unwrap_or(plain));
    }
    let next_job = told.iter().map(|job| job.no + 1).max().unwrap_or(head.next_job).max(head.next_job);
    let lines = lines.into_iter().filter(|_| jobs.texts == JobTexts::Usual && jobs.count != Count::One);
    Built { workspace: Workspace::new(Head { next_job, ..head }, told, lines), unknown }
}

fn place(all: &[Job], name: &str) -> Option<usize> {
    all.iter().position(|job| job.id.name.as_str().eq_ignore_ascii_case(name))
}

/// A second job like the one at this place, under the next free name and number.
fn copy(all: &mut Vec<Job>, at: usize) {
    let source = all[at].clone();
    let no = all.iter().map(|job| job.no).max().unwrap_or_default() + 1;
    let name = (2..).find_map(|n| {
        let end = format!("-{n}");
        let room = JobName::MAX - end.len();
        let begin: String = source.id.name.as_str().chars().take(room).collect();
        let name = format!("{begin}{end}");
        if place(all, &name).is_some() { None } else { JobName::parse(&name).ok() }
    });
    if let Some(name) = name {
        let mut job = Job { no, ..source };
        job.id.name = name;
        all.push(job);
    }
}

/// The job of the same order in another state, halfway through its stay there at `now`; nothing where no course of it
/// leads there.
pub fn in_state(job: &Job, state: JobState, seed: u64, now: SimTime) -> Option<Job> {
    // Where a job stands depends only on how long ago it was made: it is made at any time first, then moved.
    let anchor = SimTime::EPOCH + Span::days(1_000);
    let at = halfway(&lived(job, state, seed, anchor)?, state, seed)?;
    let created = SimTime::from_millis(now.millis() - at.since(anchor).as_millis());
    lived(job, state, seed, created)
}

/// The job made at `created`, with what must be asked of it and go wrong with it so that it gets into `state`.
fn lived(job: &Job, state: JobState, seed: u64, created: SimTime) -> Option<Job> {
    let mut order = job.order.clone();
    if state != JobState::Creating && order.delivery_package.is_none() {
        order.delivery_package = Some(Arc::new(parcel(&order).ok()?));
    }
    let fresh = Job::new(job.no, job.id.clone(), order, created);
    if state == JobState::Creating {
        return Some(fresh);
    }
    let sent = created + BEFORE;
    let asked = |patch: Patch| fresh.patched(&patch, JobState::Creating, RuleSet::default(), sent).ok();
    let shipped = asked(Patch { ship: true, ..Patch::default() });
    let with = |wrong: Injection| shipped.as_ref().map(|job| job.injected(wrong, sent));
    // The likeliest first; a job whose drives are marked with faults of its own may get there in another way alone.
    let ways = [
        shipped.clone(),
        with(Injection::Drive(0, DriveFault::Corrupt)),
        with(Injection::Drive(0, DriveFault::Unreadable)),
        with(Injection::Address),
        asked(Patch { cancel: true, ..Patch::default() }),
    ];
    ways.into_iter().flatten().find(|job| halfway(job, state, seed).is_some())
}

/// The middle of the first stay in a state.
fn halfway(job: &Job, state: JobState, seed: u64) -> Option<SimTime> {
    let course = Course::of(job, seed);
    let mut moments = course.moments.iter();
    let entered = moments.find(|moment| moment.what.enters() == Some(state))?.at;
    let ends =
        |what: Happening| what == Happening::Deleted || what.enters().is_some_and(|next| next != state);
    let left = moments.find(|moment| ends(moment.what)).map_or(entered, |moment| moment.at);
    Some(entered + Span::millis(left.since(entered).as_millis() / 2))
}

fn parcel(order: &Order) -> Result<DeliveryPackage, Invalid> {
    let drives = match &order.kind {
        JobKind::Import(drives) => drives.len() as i64,
        JobKind::Export(_) => 1,
    };
    Ok(DeliveryPackage {
        carrier_name: Text::parse("FedEx")?,
        tracking_number: Text::parse("TRAINING-0001")?,
        drive_count: Some(StatedCount::parse(drives)?),
        ship_date: None,
    })
}

fn with_drives(mut job: Job, drives: Drives, seed: u64, now: SimTime) -> Result<Job, Invalid> {
    match drives {
        Drives::Usual => {}
        // An import job has a drive at least: without any, it is an export that nobody has looked into yet.
        Drives::None => {
            let everything = Selection::Blobs { paths: Vec::new(), prefixes: vec![Text::parse("/")?] };
            job.order.kind = JobKind::Export(everything);
            job = in_state(&job, JobState::Creating, seed, now).unwrap_or(job);
        }
        Drives::Most => {
            if let JobKind::Import(all) = &mut job.order.kind
                && let Some(first) = all.first().cloned()
            {
                for no in all.len()..MOST_DRIVES {
                    let id = Text::parse(&format!("9CEXTRA{no}"))?;
                    all.push(Drive { id, ..first.clone() });
                }
            }
        }
    }
    Ok(job)
}

/// The texts that the service takes in any script, of this kind and this long.
fn text(texts: JobTexts, most: usize, no: u64) -> String {
    let sample = match texts {
        JobTexts::Usual => "",
        JobTexts::Longest => "A name that is as long as the service takes it and goes on and on ",
        JobTexts::Unbreakable => "Donaudampfschifffahrtsgesellschaftskapitaenswitwe",
        JobTexts::Emoji => "📦 Zoë’s drives 🚚💾 to the data centre 👩🏽‍🔧 ",
        JobTexts::RightToLeft => "محرّكات الأقراص إلى مركز البيانات ",
    };
    let end = no.to_string();
    let room = most.saturating_sub(end.chars().count());
    let short = matches!(texts, JobTexts::Emoji | JobTexts::RightToLeft);
    let long: String = if short { sample.to_owned() } else { sample.repeat(room / sample.len().max(1) + 1) };
    let mut cut: String = long.chars().take(room).collect();
    cut.push_str(&end);
    cut
}

fn with_texts(mut job: Job, texts: JobTexts) -> Result<Job, Invalid> {
    if texts == JobTexts::Usual {
        return Ok(job);
    }
    let line = |most: usize| Text::parse(&text(texts, most, job.no));
    let line_of_address = || Text::parse(&text(texts, 100, job.no));
    let tag = text(texts, 256, job.no);
    let name = text(texts, 100, job.no);
    let tags = Tags::parse([(name.as_str(), tag.as_str()), ("prototype", "yes")]).map_err(|(_, why)| why)?;
    if let Some(old) = &job.order.return_address {
        job.order.return_address = Some(Arc::new(ReturnAddress {
            recipient_name: line_of_address()?,
            street_address1: line_of_address()?,
            street_address2: Some(line_of_address()?),
            city: line_of_address()?,
            state_or_province: Some(line_of_address()?),
            postal_code: line(20)?,
            country_or_region: line_of_address()?,
            ..(**old).clone()
        }));
    }
    job.order.tags = tags;
    // Names are of letters, digits and hyphens alone, whatever the script of the rest.
    let end = format!("-{}", job.no);
    let name = match texts {
        JobTexts::Longest => "a-name-as-long-as-it-may-be-".repeat(4),
        JobTexts::Unbreakable => "anamewithoutaplacetobreakaline".repeat(4),
        JobTexts::Usual | JobTexts::Emoji | JobTexts::RightToLeft => job.id.name.as_str().to_owned(),
    };
    let begin: String = name.chars().take(JobName::MAX - end.len()).collect();
    if texts == JobTexts::Longest || texts == JobTexts::Unbreakable {
        job.id.name = JobName::parse(&format!("{}{end}", begin.trim_end_matches('-')))?;
    }
    Ok(job)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state(workspace: &Workspace, name: &str) -> JobState {
        workspace
            .records()
            .find(|record| record.job.id.name.as_str() == name)
            .expect("the job is there")
            .state
    }

    #[test]
    fn there_are_as_many_jobs_as_asked_for() {
        for count in [Count::None, Count::One, Count::Usual, Count::Thousand] {
            let built = build(&Jobs { count, ..Jobs::default() });
            assert_eq!(built.workspace.records().len(), count.number());
        }
    }

    #[test]
    fn any_job_can_be_set_to_any_state() {
        let names: Vec<String> = build(&Jobs::default())
            .workspace
            .records()
            .map(|record| record.job.id.name.to_string())
            .collect();
        for wanted in JobState::ALL {
            let set = names.iter().map(|name| (name.clone(), wanted)).collect();
            let built = build(&Jobs { set, ..Jobs::default() });
            assert!(built.unknown.is_empty());
            for name in &names {
                assert_eq!(state(&built.workspace, name), wanted, "{name}");
            }
        }
    }

    #[test]
    fn a_copy_has_a_name_and_a_number_of_its_own() {
        let first = build(&Jobs { count: Count::One, ..Jobs::default() });
        let name = first.workspace.records().next().expect("one job").job.id.name.to_string();
        let copies = vec![name.clone(), name.to_uppercase(), "nobody".to_owned()];
        let built = build(&Jobs { count: Count::One, copies, ..Jobs::default() });
        let names: Vec<String> =
            built.workspace.records().map(|record| record.job.id.name.to_string()).collect();
        assert_eq!(names, [name.clone(), format!("{name}-2"), format!("{name}-3")]);
        assert_eq!(built.unknown, ["nobody"]);
        assert!(built.workspace.head().next_job > 3);
    }

    #[test]
    fn texts_of_every_kind_are_such_as_the_service_takes() {
        for texts in JobTexts::ALL {
            for (at, job) in build(&Jobs::default()).workspace.records().enumerate() {
                let told = with_texts((*job.job).clone(), texts);
                let told = told.unwrap_or_else(|why| panic!("job {at}, {texts:?}: {why:?}"));
                assert_eq!(told == *job.job, texts == JobTexts::Usual);
            }
        }
        let longest = build(&Jobs { texts: JobTexts::Longest, ..Jobs::default() });
        let names: Vec<usize> =
            longest.workspace.records().map(|record| record.job.id.name.as_str().len()).collect();
        assert!(names.iter().all(|length| *length >= JobName::MAX - 1), "{names:?}");
    }

    #[test]
    fn import_jobs_have_ten_drives_or_none_at_all() {
        let count = |drives| {
            let built = build(&Jobs { drives, ..Jobs::default() });
            let of = |kind: &JobKind| match kind {
                JobKind::Import(drives) => drives.len(),
                JobKind::Export(_) => 0,
            };
            built.workspace.records().map(|record| of(&record.job.order.kind)).collect::<Vec<_>>()
        };
        assert!(count(Drives::None).iter().all(|drives| *drives == 0));
        assert!(count(Drives::Most).iter().all(|drives| [0, 10].contains(drives)));
        assert!(count(Drives::Most).contains(&10));
    }
}
