//! Moves out of a recording: what was asked in a branch, as steps that can be taken again by anybody.

use crate::domain::state::RuleSet;
use crate::domain::time::{SimTime, Span};
use crate::journal::run::{pass, path};
use crate::journal::{Advance, JobRef, Journal, JournalCommand, JournalEntry, Until};
use crate::service::scenario::Scenario;
use crate::service::workspace::Workspace;
use crate::store::fresh::Fresh;

use super::{Draft, LessonPart, Move, TaskDraft};
use crate::lessons::lesson::MOST_STEPS;
use crate::lessons::step::LessonStep;

/// A gap between two commands from which on it is a move of its own: less than that passes while somebody reads.
const GAP: Span = Span::minutes(5);

/// Why no lesson can be made of a branch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoDraft {
    /// Nothing was done in it.
    Nothing,
    /// Its beginning is none that a lesson can begin with: it was recorded later, or its oldest commands are folded.
    Beginning,
    /// More was done in it than a lesson has steps, so much.
    TooLong(usize),
    /// It is not what it was.
    Damaged,
}

/// Something that was asked and refused, or that only reads, since no journal holds it.
#[derive(Clone, Debug, PartialEq)]
pub struct UnjournaledStep {
    /// When.
    pub at: SimTime,
    /// What.
    pub step: LessonStep,
}

impl Draft {
    /// A draft out of a branch, and of what no journal holds; all of it solves the first task to begin with.
    ///
    /// # Errors
    /// [`NoDraft`].
    pub fn of(journal: &Journal, asides: &[UnjournaledStep]) -> Result<Draft, NoDraft> {
        let beginning = journal.beginning();
        let head = beginning.head();
        let scenario = Scenario::parse(&head.scenario).ok_or(NoDraft::Beginning)?;
        let mut now = Fresh { scenario, seed: head.seed, jobs: None }.build();
        let began = now.now();
        pass(&mut now, beginning.now());
        if journal.folded() > 0 || scenario == Scenario::Load || !same_jobs(&now, beginning) {
            return Err(NoDraft::Beginning);
        }
        now = beginning.clone();
        let mut moves = Vec::new();
        if beginning.now().since(began) >= GAP {
            moves.push(Move {
                step: LessonStep::Give(by(beginning.now().since(began))),
                part: LessonPart::Start,
            });
        }
        let mut asides = asides.iter().filter(|aside| aside.at >= beginning.now()).peekable();
        let mut solves = |step: LessonStep| moves.push(Move { step, part: LessonPart::Task(0) });
        for entry in journal.entries() {
            // What is asked after a jump is asked later; with other commands of one time nobody can say.
            let jumps = matches!(entry.command, JournalCommand::Advance(_));
            let earlier = |aside: &&UnjournaledStep| aside.at < entry.at || jumps && aside.at == entry.at;
            while let Some(aside) = asides.next_if(earlier) {
                solves(shortened(&aside.step, &now));
            }
            let waited = entry.at.since(now.now());
            if waited >= GAP {
                solves(LessonStep::Give(by(waited)));
            }
            if let Some(command) = command(entry, &now) {
                solves(shortened(&LessonStep::Give(command), &now));
            }
            entry.carry_out(&mut now).map_err(|_| NoDraft::Damaged)?;
            // The rest of a jump is time that passes.
            if let JournalCommand::Advance(Advance::Until { until: Until::Moment(to), .. }) = entry.command {
                pass(&mut now, to.min(journal.last().at));
            }
        }
        asides.for_each(|aside| solves(shortened(&aside.step, &now)));
        match moves.len() {
            0 => Err(NoDraft::Nothing),
            count if count > MOST_STEPS => Err(NoDraft::TooLong(count)),
            _ => {
                let mut draft = Draft {
                    id: String::new(),
                    minutes: 10,
                    sources: String::new(),
                    scenario: head.scenario.clone(),
                    seed: head.seed,
                    learner: false,
                    rules: Some(head.rules).filter(|rules| *rules != RuleSet::default()),
                    moves,
                    tasks: vec![TaskDraft::default()],
                    texts: Default::default(),
                };
                draft.fit();
                Ok(draft)
            }
        }
    }
}

fn same_jobs(one: &Workspace, other: &Workspace) -> bool {
    one.records()
        .map(|record| (&record.job, record.state))
        .eq(other.records().map(|record| (&record.job, record.state)))
}

/// So much time, in whole seconds, as nobody types thousandths.
fn by(span: Span) -> JournalCommand {
    JournalCommand::Advance(Advance::By(Span::seconds(span.as_millis() / 1_000)))
}

/// The command as a lesson has it; none for what a lesson has no use for.
fn command(entry: &JournalEntry, now: &Workspace) -> Option<JournalCommand> {
    match &entry.command {
        JournalCommand::Speed(_) | JournalCommand::Paused(_) | JournalCommand::Rewind(_) => None,
        JournalCommand::Advance(Advance::Until { until: Until::Moment(to), .. }) => {
            Some(jump(now, entry.at, *to))
        }
        JournalCommand::Advance(_)
        | JournalCommand::Put(_)
        | JournalCommand::Patch(_)
        | JournalCommand::Ship(_)
        | JournalCommand::Cancel(_)
        | JournalCommand::Delete(_)
        | JournalCommand::Rules(_)
        | JournalCommand::Inject(_) => Some(entry.command.clone()),
    }
}

/// A jump to a moment: to what happened there if something did, since that holds with other durations too, else so far.
fn jump(now: &Workspace, from: SimTime, to: SimTime) -> JournalCommand {
    let mut before = now.clone();
    pass(&mut before, SimTime::from_millis(to.millis() - 1).max(from));
    let mut after = before.clone();
    pass(&mut after, to);
    let turned = before.records().find_map(|was| {
        let job = JobRef(was.job.id.name.to_string());
        match after.record(was.job.no) {
            None => Some(Until::Gone(job)),
            Some(is) if is.state != was.state => Some(Until::State { job, state: is.state }),
            Some(_) => None,
        }
    });
    match turned {
        Some(until) => JournalCommand::Advance(Advance::Until { until, at_most: None }),
        None => by(to.since(from)),
    }
}

/// The step with the names of jobs alone, where those say which is meant.
fn shortened(step: &LessonStep, now: &Workspace) -> LessonStep {
    let short = |job: &JobRef| {
        let name = JobRef(job.name().to_owned());
        let same =
            path(now, &name).is_ok_and(|short| path(now, job).is_ok_and(|long| long.key() == short.key()));
        if same { name } else { job.clone() }
    };
    let of = |command: &JournalCommand| {
        let mut command = command.clone();
        match &mut command {
            JournalCommand::Put(sent) | JournalCommand::Patch(sent) => sent.job = short(&sent.job),
            JournalCommand::Ship(ship) => ship.job = short(&ship.job),
            JournalCommand::Cancel(job) | JournalCommand::Delete(job) => *job = short(job),
            JournalCommand::Inject(inject) => inject.job = short(&inject.job),
            JournalCommand::Rules(_)
            | JournalCommand::Speed(_)
            | JournalCommand::Paused(_)
            | JournalCommand::Advance(_)
            | JournalCommand::Rewind(_) => {}
        }
        command
    };
    match step {
        LessonStep::Give(command) => LessonStep::Give(of(command)),
        LessonStep::Try(command) => LessonStep::Try(of(command)),
        LessonStep::Call(call) => {
            let mut call = call.clone();
            call.job = call.job.as_ref().map(short);
            LessonStep::Call(call)
        }
    }
}
