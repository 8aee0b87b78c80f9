//! Moves out of a recording: what was asked in a branch, as steps that can be taken again by anybody.

use crate::domain::state::RuleSet;
use crate::domain::time::{SimTime, Span};
use crate::journal::run::{pass, path};
use crate::journal::{Advance, Command, Entry, JobRef, Journal, Until};
use crate::service::scenario::Scenario;
use crate::service::workspace::Workspace;
use crate::store::fresh::Fresh;

use super::{Draft, Move, Part, TaskDraft};
use crate::lessons::lesson::MOST_STEPS;
use crate::lessons::step::Step;

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
pub struct Aside {
    /// When.
    pub at: SimTime,
    /// What.
    pub step: Step,
}

impl Draft {
    /// A draft out of a branch, and of what no journal holds; all of it solves the first task to begin with.
    ///
    /// # Errors
    /// [`NoDraft`].
    pub fn of(journal: &Journal, asides: &[Aside]) -> Result<Draft, NoDraft> {
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
            moves.push(Move { step: Step::Give(by(beginning.now().since(began))), part: Part::Start });
        }
        let mut asides = asides.iter().filter(|aside| aside.at >= beginning.now()).peekable();
        let mut solves = |step: Step| moves.push(Move { step, part: Part::Task(0) });
        for entry in journal.entries() {
            // What is asked after a jump is asked later; with other commands of one time nobody can say.
            let jumps = matches!(entry.command, Command::Advance(_));
            let earlier = |aside: &&Aside| aside.at < entry.at || jumps && aside.at == entry.at;
            while let Some(aside) = asides.next_if(earlier) {
                solves(shortened(&aside.step, &now));
            }
            let waited = entry.at.since(now.now());
            if waited >= GAP {
                solves(Step::Give(by(waited)));
            }
            if let Some(command) = command(entry, &now) {
                solves(shortened(&Step::Give(command), &now));
            }
            entry.carry_out(&mut now).map_err(|_| NoDraft::Damaged)?;
            // The rest of a jump is time that passes.
            if let Command::Advance(Advance::Until { until: Until::Moment(to), .. }) = entry.command {
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
fn by(span: Span) -> Command {
    Command::Advance(Advance::By(Span::seconds(span.as_millis() / 1_000)))
}

/// The command as a lesson has it; none for what a lesson has no use for.
fn command(entry: &Entry, now: &Workspace) -> Option<Command> {
    match &entry.command {
        Command::Speed(_) | Command::Paused(_) | Command::Rewind(_) => None,
        Command::Advance(Advance::Until { until: Until::Moment(to), .. }) => Some(jump(now, entry.at, *to)),
        Command::Advance(_)
        | Command::Put(_)
        | Command::Patch(_)
        | Command::Ship(_)
        | Command::Cancel(_)
        | Command::Delete(_)
        | Command::Rules(_)
        | Command::Inject(_) => Some(entry.command.clone()),
    }
}

/// A jump to a moment: to what happened there if something did, since that holds with other durations too, else so far.
fn jump(now: &Workspace, from: SimTime, to: SimTime) -> Command {
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
        Some(until) => Command::Advance(Advance::Until { until, at_most: None }),
        None => by(to.since(from)),
    }
}

/// The step with the names of jobs alone, where those say which is meant.
fn shortened(step: &Step, now: &Workspace) -> Step {
    let short = |job: &JobRef| {
        let name = JobRef(job.name().to_owned());
        let same =
            path(now, &name).is_ok_and(|short| path(now, job).is_ok_and(|long| long.key() == short.key()));
        if same { name } else { job.clone() }
    };
    let of = |command: &Command| {
        let mut command = command.clone();
        match &mut command {
            Command::Put(sent) | Command::Patch(sent) => sent.job = short(&sent.job),
            Command::Ship(ship) => ship.job = short(&ship.job),
            Command::Cancel(job) | Command::Delete(job) => *job = short(job),
            Command::Inject(inject) => inject.job = short(&inject.job),
            Command::Rules(_)
            | Command::Speed(_)
            | Command::Paused(_)
            | Command::Advance(_)
            | Command::Rewind(_) => {}
        }
        command
    };
    match step {
        Step::Give(command) => Step::Give(of(command)),
        Step::Try(command) => Step::Try(of(command)),
        Step::Call(call) => {
            let mut call = call.clone();
            call.job = call.job.as_ref().map(short);
            Step::Call(call)
        }
    }
}
