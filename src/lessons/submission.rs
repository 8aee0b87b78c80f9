//! Submissions: what a learner hands in, and what a replay makes of it.

use serde::{Deserialize, Serialize};

use crate::journal::format::{self, NotRead, Opened};
use crate::journal::{Branches, Journal, JournalCommand, LookError, RULES, Session};
use crate::service::workspace::Workspace;

use super::class::{Enrolled, plain_code};
use super::evidence::Evidence;
use super::lesson::Lesson;
use super::note::Note;
use super::progress::LessonProgress;
use super::standing::Standing;

/// What a submission names as its format.
pub const FORMAT: &str = "submission/1";
/// What a file with several names as its format.
pub const FORMAT_ALL: &str = "submissions/1";
/// The most bytes of a file.
pub const MOST_BYTES: usize = 4 * 1024 * 1024;
/// The most submissions of a file.
pub const MOST: usize = super::class::MOST_LESSONS;
/// The most seconds of work that are believed: a year.
const MOST_SECONDS: u64 = 366 * 24 * 60 * 60;

/// What a learner hands in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Submission {
    format: String,
    /// The version of the rules by which the journal was written.
    pub rules: u32,
    /// The lesson.
    pub lesson: String,
    /// Its revision.
    pub rev: u32,
    /// The learner's code.
    pub code: String,
    /// The terms of the class, as [`super::class::Class::terms`] has them.
    pub terms: String,
    /// The seed that the lesson began with.
    pub seed: u64,
    /// Every branch, as `journal/1`.
    pub journal: String,
    /// A sum over the workspace after each command of the present branch, in hexadecimal digits.
    pub sums: Vec<String>,
    /// Refusals and calls that only read.
    pub notes: Vec<Note>,
    /// How many hints were taken, task by task.
    pub hints: Vec<usize>,
    /// The tasks that the lesson itself has shown.
    pub shown: Vec<usize>,
    /// The answers that were given.
    pub quiz: Vec<Option<usize>>,
    /// Seconds that it was looked at.
    pub seconds: u64,
    /// How many tasks are done, as the learner's page found.
    pub done: usize,
    /// What they count.
    pub points: u32,
}

/// Several at once.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct All {
    format: String,
    submissions: Vec<Submission>,
}

/// Why a text is not taken as a submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotASubmission {
    /// It has more bytes than [`MOST_BYTES`].
    TooLarge,
    /// It is none, or of another format.
    OtherFormat,
}

/// What a replay makes of a submission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SubmissionVerdict {
    /// It ends as it says.
    Verified(SubmissionOutcome),
    /// It was made with another revision of the lesson, or by another version of the simulation.
    Outdated,
    /// It was made in a class on other terms.
    OtherTerms,
    /// Its commands lead elsewhere than it says from this one on, counted from 1: it was edited.
    DiffersAt(usize),
    /// It says what is not so.
    Forged(Forgery),
}

/// What was found of a submission that is what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubmissionOutcome {
    /// Which tasks are done.
    pub done: Vec<bool>,
    /// Which of them were not shown by the lesson.
    pub own: Vec<bool>,
    /// Whether all are, with what the lesson allows.
    pub complete: bool,
    /// What they count.
    pub points: u32,
    /// How many questions were answered rightly.
    pub right: usize,
    /// How many faults were injected.
    pub injected: usize,
}

/// What is not so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Forgery {
    /// The seed is not that of the code.
    Seed,
    /// It does not begin as the lesson does for this seed.
    Beginning,
    /// Its journal is none.
    Journal,
    /// A refusal in it could not have been.
    Refusal,
    /// It says that more is done, or counts more, than the replay finds.
    Claim,
}

impl SubmissionVerdict {
    /// What was found, if it is what it says.
    pub fn outcome(&self) -> Option<&SubmissionOutcome> {
        match self {
            SubmissionVerdict::Verified(outcome) => Some(outcome),
            SubmissionVerdict::Outdated
            | SubmissionVerdict::OtherTerms
            | SubmissionVerdict::DiffersAt(_)
            | SubmissionVerdict::Forged(_) => None,
        }
    }
}

impl Submission {
    /// What somebody in a class hands in of a run.
    ///
    /// # Errors
    /// [`LookError`]: the journal is not what it was.
    pub fn of(
        lesson: &Lesson,
        enrolled: &Enrolled,
        session: &Session,
        kept: &LessonProgress,
    ) -> Result<Submission, LookError> {
        let standing = Standing::of(lesson, &Evidence::of(session.branches(), &kept.notes)?);
        Ok(Submission {
            format: FORMAT.to_owned(),
            rules: RULES,
            lesson: lesson.id.clone(),
            rev: lesson.rev,
            code: enrolled.code.trim().to_owned(),
            terms: enrolled.class().map(|class| class.terms()).unwrap_or_default(),
            seed: kept.seed,
            journal: format::write(session.branches(), None),
            sums: sums(&session.branches().present().journal)?,
            notes: kept.notes.clone(),
            hints: kept.hints.clone(),
            shown: kept.shown.clone(),
            quiz: kept.quiz.clone(),
            seconds: kept.seconds,
            done: standing.count(),
            points: standing.points(lesson, &kept.shown),
        })
    }

    /// The text of the file.
    pub fn text(&self) -> String {
        // Texts and numbers cannot fail.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// What a replay makes of it. `seed` is the one that the class gives its code.
    pub fn verify(&self, lesson: &Lesson, seed: u64) -> SubmissionVerdict {
        if self.rules != RULES || self.rev != lesson.rev || self.lesson != lesson.id {
            return SubmissionVerdict::Outdated;
        }
        if self.seed != seed {
            return SubmissionVerdict::Forged(Forgery::Seed);
        }
        let session = match format::read(&self.journal) {
            Ok(Opened::Recording(session)) => session,
            Err(NotRead::Refused(_, no, _) | NotRead::OutOfOrder(_, no)) => {
                return SubmissionVerdict::DiffersAt(no);
            }
            Ok(Opened::Plain(..)) | Err(_) => return SubmissionVerdict::Forged(Forgery::Journal),
        };
        let branches = session.branches();
        let Ok(beginning) = lesson.begin(self.seed) else { return SubmissionVerdict::Outdated };
        let begins = |journal: &Journal| journal.folded() == 0 && *journal.beginning() == beginning;
        if !branches.all().iter().all(|branch| begins(&branch.journal)) {
            return SubmissionVerdict::Forged(Forgery::Beginning);
        }
        let Ok(sums) = sums(&branches.present().journal) else {
            return SubmissionVerdict::Forged(Forgery::Journal);
        };
        let parts = sums.iter().zip(&self.sums).position(|(found, said)| found != said);
        let parts =
            parts.or_else(|| (sums.len() != self.sums.len()).then(|| sums.len().min(self.sums.len())));
        if let Some(at) = parts {
            return SubmissionVerdict::DiffersAt(at + 1);
        }
        if !self.notes.iter().all(|note| could_be(note, branches)) {
            return SubmissionVerdict::Forged(Forgery::Refusal);
        }
        let Ok(evidence) = Evidence::of(branches, &self.notes) else {
            return SubmissionVerdict::Forged(Forgery::Journal);
        };
        let standing = Standing::of(lesson, &evidence);
        let points = standing.points(lesson, &self.shown);
        if standing.count() != self.done || points != self.points {
            return SubmissionVerdict::Forged(Forgery::Claim);
        }
        let entries = branches.present().journal.entries();
        let injected = entries.iter().filter(|entry| matches!(entry.command, JournalCommand::Inject(_)));
        let right = lesson.quiz.iter().zip(&self.quiz).filter(|(asked, given)| **given == Some(asked.right));
        SubmissionVerdict::Verified(SubmissionOutcome {
            complete: standing.is_complete(),
            right: right.count(),
            own: standing
                .done
                .iter()
                .enumerate()
                .map(|(n, done)| *done && !self.shown.contains(&n))
                .collect(),
            done: standing.done,
            points,
            injected: injected.count(),
        })
    }

    /// Whether two hold the same commands at the same times, whoever handed them in: to the millisecond, which does not
    /// come about by itself where the clock runs. Two without any hold nothing that could be copied.
    pub fn is_copy_of(&self, other: &Submission) -> bool {
        // Time goes on after the last command, and one may hand in twice.
        let same = self.journal == other.journal || self.sums == other.sums;
        same && self.lesson == other.lesson
            && !self.sums.is_empty()
            && plain_code(&self.code) != plain_code(&other.code)
    }
}

/// The text of a file with several.
pub fn text_of_all(submissions: &[Submission]) -> String {
    let all = All { format: FORMAT_ALL.to_owned(), submissions: submissions.to_vec() };
    // Texts and numbers cannot fail.
    serde_json::to_string_pretty(&all).unwrap_or_default()
}

/// The submission or submissions in the text of a file, however hostile.
///
/// # Errors
/// [`NotASubmission`], never a panic.
pub fn read_all(text: &str) -> Result<Vec<Submission>, NotASubmission> {
    if text.len() > MOST_BYTES {
        return Err(NotASubmission::TooLarge);
    }
    #[derive(Deserialize)]
    struct Named {
        format: String,
    }
    let other = |_: serde_json::Error| NotASubmission::OtherFormat;
    let all = match serde_json::from_str::<Named>(text).map_err(other)?.format.as_str() {
        FORMAT => vec![serde_json::from_str(text).map_err(other)?],
        FORMAT_ALL => serde_json::from_str::<All>(text).map_err(other)?.submissions,
        _ => return Err(NotASubmission::OtherFormat),
    };
    let well = |one: &Submission| {
        one.format == FORMAT && super::class::is_code(&one.code) && one.seconds <= MOST_SECONDS
    };
    let few = (1..=MOST).contains(&all.len());
    if few && all.iter().all(well) { Ok(all) } else { Err(NotASubmission::OtherFormat) }
}

/// Whether a refusal fits a moment of some branch.
fn could_be(note: &Note, branches: &Branches) -> bool {
    let Note::Refused { at, action, job, state, rules } = note else { return true };
    let at = crate::domain::time::SimTime::from_millis(*at);
    branches.all().iter().any(|branch| {
        let journal = &branch.journal;
        if at < journal.first().at || at > journal.last().at {
            return false;
        }
        // Several things may have been asked at that time; the refusal stands somewhere among them.
        let until = journal.moment_at(at);
        let among = journal.entries().iter().filter(|entry| entry.at == at).count();
        (until.commands.saturating_sub(among)..=until.commands).any(|commands| {
            let moment = crate::journal::Moment { commands, at };
            journal.at(moment).is_ok_and(|was| refuses(&was, *action, job, state, rules))
        })
    })
}

/// Whether these rules, in this state of this job, refuse this.
fn refuses(was: &Workspace, action: super::note::Deed, job: &str, state: &str, rules: &str) -> bool {
    use crate::api::route::JobPath;
    use crate::domain::state::Action;
    let found = was.records().find(|record| super::note::short(&JobPath::from(&record.job.id)) == job);
    let asked = Action::ALL.into_iter().find(|known| super::note::Deed::from(*known) == action);
    let (Some(record), Some(asked)) = (found, asked) else { return false };
    record.state.as_str() == state
        && was.head().rules.as_str() == rules
        && record.job.may(asked, record.state, was.head().rules).is_err()
}

/// A sum over the workspace after each command of a line, each over all before.
fn sums(journal: &Journal) -> Result<Vec<String>, LookError> {
    let mut now = journal.beginning().clone();
    let mut sum = 0xcbf2_9ce4_8422_2325_u64;
    let mut sums = Vec::new();
    for (n, entry) in journal.entries().iter().enumerate() {
        entry.carry_out(&mut now).map_err(|why| LookError::Refused(n, why))?;
        add(&mut sum, &entry.json().to_string());
        for record in now.records() {
            let next = record.next.map_or(0, |at| at.millis());
            add(&mut sum, &format!("{} {} {next}", record.job.no, record.state.as_str()));
        }
        sums.push(format!("{sum:016x}"));
    }
    Ok(sums)
}

/// FNV-1a, carried on.
fn add(sum: &mut u64, text: &str) {
    for byte in text.bytes() {
        *sum = (*sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
}
