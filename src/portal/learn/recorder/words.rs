//! Words of the recorder: moves, predicates, what is missing and what the linter finds, as sentences.

use crate::api::explain;
use crate::domain::state::{Action, JobState};
use crate::journal::{Advance, JobRef, JournalCommand, Until};
use crate::lessons::NotALesson;
use crate::lessons::draft::missing::Item;
use crate::lessons::draft::moves::NoDraft;
use crate::lessons::lesson::MOST_STEPS;
use crate::lessons::lint::LessonProblem;
use crate::lessons::note::Deed;
use crate::lessons::predicate::{Deleter, JobEvent, Predicate};
use crate::lessons::read::MOST_BYTES;
use crate::lessons::step::LessonStep;
use crate::lessons::texts::Misfit;
use crate::phrases::{Language, Messages, Sentence};
use crate::portal::text::{asked, format};

/// What was done.
pub fn step(step: &LessonStep, language: Language) -> String {
    let m = language.phrases();
    match step {
        LessonStep::Give(command) => asked(command, language),
        LessonStep::Try(command) => m.recorder_tried(asked(command, language)),
        LessonStep::Call(call) => m.recorder_called(call.job.as_ref().map_or("", JobRef::name)),
    }
}

fn asked(command: &JournalCommand, language: Language) -> String {
    let m = language.phrases();
    asked::command(command, language, |advance| match advance {
        Advance::By(span) => m.recorder_waited(format::span(language, *span)),
        Advance::Until { until, .. } => match until {
            Until::Next => m.recorder_waited_next(),
            Until::Moment(at) => m.asked_advance(format::date_time(language, *at)),
            Until::State { job, state } => m.recorder_waited_state(job.name(), explain::state(*state, &m)),
            Until::Gone(job) => m.recorder_waited_gone(job.name()),
        },
    })
}

/// What is asked for.
pub fn predicate(predicate: &Predicate, language: Language) -> String {
    let m = language.phrases();
    let states = |states: &[JobState]| {
        let names: Vec<String> = states.iter().map(|state| explain::state(*state, &m)).collect();
        format::list(language, &names)
    };
    let of = |job: &Option<JobRef>| job.as_ref().map_or("", JobRef::name).to_owned();
    match predicate {
        Predicate::State(state) => m.recorder_is_state(state.job.name(), states(&state.is)),
        Predicate::Absent(absent) => match absent.by {
            Some(Deleter::Service) => m.recorder_is_gone_service(absent.job.name()),
            Some(Deleter::Person) | None => m.recorder_is_gone(absent.job.name()),
        },
        Predicate::Happened(happened) => {
            m.recorder_has_happened(of(&happened.job), event(happened.event, &m))
        }
        Predicate::Did(did) => {
            let what = did.action.map_or_else(String::new, |action| deed(action, &m));
            match did.state {
                Some(state) => m.recorder_has_done_in(of(&did.job), what, explain::state(state, &m)),
                None => m.recorder_has_done(of(&did.job), what),
            }
        }
        Predicate::Refused(refused) => {
            let what = deed(refused.action, &m);
            match refused.state.as_slice() {
                [] => m.recorder_was_refused(of(&refused.job), what),
                some => m.recorder_was_refused_in(of(&refused.job), what, states(some)),
            }
        }
        Predicate::Called(called) => m.recorder_called(of(&called.job)),
        Predicate::Rules(rules) => m.recorder_rules(rules.as_str()),
        // These are not proposed; who writes them into a file reads them there.
        Predicate::Field(_)
        | Predicate::Drive(_)
        | Predicate::Cancel(_)
        | Predicate::Since(_)
        | Predicate::Count(_)
        | Predicate::AnyBranch(_)
        | Predicate::All(_)
        | Predicate::Any(_)
        | Predicate::Not(_) => m.recorder_other_check(),
    }
}

fn event(event: JobEvent, m: &Messages) -> Sentence {
    match event {
        JobEvent::Created => m.happening_created(),
        JobEvent::Shipped => m.happening_shipped(),
        JobEvent::CancelRequested => m.happening_cancel_requested(),
        JobEvent::OperatorsNotified => m.happening_operators_notified(),
        JobEvent::Received => m.happening_received(),
        JobEvent::TransferStarted => m.happening_transfer_started(),
        JobEvent::LateDriveArrived => m.recorder_late_drive(),
        JobEvent::CopyStopped => m.happening_copy_stopped(),
        JobEvent::Faulted => explain::state(JobState::Faulted, m),
        JobEvent::Recovered => m.recorder_recovered(),
        JobEvent::PackagingStarted => m.happening_packaging(),
        JobEvent::Completed => explain::state(JobState::Completed, m),
        JobEvent::Closed => explain::state(JobState::Closed, m),
        JobEvent::Expired => m.happening_deleted(),
    }
}

fn deed(deed: Deed, m: &Messages) -> Sentence {
    let action = |action: Action| match action {
        Action::Cancel => m.action_cancel(),
        Action::Delete => m.action_delete(),
        Action::Replace => m.action_replace(),
        Action::Ship => m.action_ship(),
        Action::EditDrives => m.action_edit_drives(),
        Action::EditDelivery => m.action_edit_delivery(),
        Action::EditLogging => m.action_edit_logging(),
        Action::EditReturn => m.action_edit_return(),
        Action::EditTags => m.action_edit_tags(),
    };
    match deed {
        Deed::Create => m.recorder_create(),
        Deed::Replace => action(Action::Replace),
        Deed::Ship => action(Action::Ship),
        Deed::Cancel => action(Action::Cancel),
        Deed::Delete => action(Action::Delete),
        Deed::Drives => action(Action::EditDrives),
        Deed::Delivery => action(Action::EditDelivery),
        Deed::Logging => action(Action::EditLogging),
        Deed::Return => action(Action::EditReturn),
        Deed::Tags => action(Action::EditTags),
        Deed::Rules | Deed::Clock | Deed::Inject => m.recorder_other_check(),
    }
}

/// Why no lesson is made of a branch, and what to do.
pub fn no_draft(why: NoDraft, m: &Messages) -> String {
    match why {
        NoDraft::Nothing => m.recorder_nothing(),
        NoDraft::Beginning => m.recorder_beginning(),
        NoDraft::TooLong(count) => m.recorder_too_long(count, MOST_STEPS),
        NoDraft::Damaged => m.recorder_damaged(),
    }
}

/// A line of the checklist.
pub fn item(item: &Item, m: &Messages) -> String {
    let language = |tag: &str| {
        let known = Language::all().find(|language| language.tag() == tag);
        known.map_or_else(|| tag.to_owned(), |language| language.phrases().language_name())
    };
    match item {
        Item::Id => m.recorder_item_id(),
        Item::Sources => m.recorder_item_sources(),
        Item::Solve(task) => m.recorder_item_solve(task + 1),
        Item::Check(task) => m.recorder_item_check(task + 1),
        Item::Wrong(task) => m.recorder_item_wrong(task + 1),
        Item::Texts(tag) => m.recorder_item_texts(language(tag)),
        Item::Hints(tag) => m.recorder_item_hints(language(tag)),
    }
}

/// Why a draft is no lesson as yet.
pub fn not_yet(why: &NotALesson, m: &Messages) -> String {
    match why {
        NotALesson::Limit(place) | NotALesson::Unknown(place) => m.recorder_not_yet(place.as_str()),
        NotALesson::Texts(tag, Misfit::Count(place) | Misfit::Text(place)) => {
            m.recorder_not_yet(format!("texts.{tag}.{place}"))
        }
        NotALesson::Texts(tag, Misfit::Hints(task)) => {
            m.recorder_not_yet(format!("texts.{tag}.tasks[{task}].hints"))
        }
        NotALesson::TooLarge(_) => m.recorder_too_large(MOST_BYTES / 1024),
        NotALesson::NotJson(..) | NotALesson::OtherFormat | NotALesson::Shape(_) | NotALesson::NoTexts => {
            why.sentence(m)
        }
    }
}

/// What the linter has found. Tasks and steps are counted from 1 here, as people count.
pub fn problem(problem: &LessonProblem, m: &Messages) -> String {
    match problem {
        LessonProblem::Language(tag) => m.lint_language(*tag),
        LessonProblem::Begin(step, _) => m.lint_begin(step + 1),
        LessonProblem::Given(task) => m.lint_given(task + 1),
        LessonProblem::BornSpoilt(_) | LessonProblem::SpoiltUnmet(_) => m.lint_spoilt(),
        LessonProblem::Step(task, step, _) => m.lint_step(task + 1, step + 1),
        LessonProblem::Undone(task) => m.lint_undone(task + 1),
        LessonProblem::UndoneAgain(task) => m.lint_undone_again(task + 1),
        LessonProblem::Early(step) => m.lint_early(step + 1),
        LessonProblem::Spare(step) => m.lint_spare(step + 1),
        LessonProblem::NotAllowed(outside) => outside.sentence(m),
        LessonProblem::NearStep(task, near, _) => m.lint_near_step(task + 1, near + 1),
        LessonProblem::NearDoes(task, near) => m.lint_near_does(task + 1, near + 1),
        LessonProblem::NearUnanswered(task, near) => m.lint_near_unanswered(task + 1, near + 1),
        LessonProblem::SaysUnmet(task, says) => m.lint_says_unmet(task + 1, says + 1),
        LessonProblem::Differs | LessonProblem::Journal => m.lint_differs(),
        LessonProblem::Seed(_) => m.lint_seed(),
    }
}
