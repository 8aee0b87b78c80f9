//! Answers that a draft gives by itself: where a task is done, and what tells a wrong attempt.

use crate::domain::state::RuleSet;
use crate::journal::JobRef;
use crate::lessons::anchor::{Anchor, Control};
use crate::lessons::note::{Deed, ReadOperation};
use crate::lessons::predicate::{Called, Did, Predicate, RefusalOf};
use crate::lessons::step::LessonStep;

/// The control by which a step is taken in the portal.
pub fn anchor(step: &LessonStep) -> Option<Anchor> {
    let alone = |control: Control| Some(Anchor { control, job: None });
    let of = |control: Control, job: &JobRef| Some(Anchor { control, job: Some(job.clone()) });
    match step {
        LessonStep::Call(call) => match (call.operation, &call.job) {
            (ReadOperation::Keys, Some(job)) => of(Control::Keys, job),
            (ReadOperation::Keys, None)
            | (
                ReadOperation::Get
                | ReadOperation::List
                | ReadOperation::Locations
                | ReadOperation::Operations,
                _,
            ) => alone(Control::Console),
        },
        LessonStep::Give(command) | LessonStep::Try(command) => {
            let deed = Deed::of(command, true).first().copied();
            match (deed, command.job()) {
                (Some(Deed::Cancel), Some(job)) => of(Control::Cancel, job),
                (Some(Deed::Delete), Some(job)) => of(Control::Delete, job),
                (Some(Deed::Ship | Deed::Delivery | Deed::Return), Some(job)) => of(Control::Tracking, job),
                (Some(Deed::Tags | Deed::Logging), Some(job)) => of(Control::Row, job),
                (Some(Deed::Drives | Deed::Replace | Deed::Create), _) => alone(Control::Console),
                (Some(Deed::Rules), _) => alone(Control::Settings),
                (Some(Deed::Clock), _) => alone(Control::Clock),
                (
                    Some(
                        Deed::Cancel
                        | Deed::Delete
                        | Deed::Ship
                        | Deed::Delivery
                        | Deed::Return
                        | Deed::Tags
                        | Deed::Logging
                        | Deed::Inject,
                    )
                    | None,
                    _,
                ) => None,
            }
        }
    }
}

/// What tells a wrong attempt: what was asked in it last, whether it was accepted or not.
pub fn says(attempt: &[LessonStep]) -> Predicate {
    let told = attempt.iter().rev().find_map(|step| {
        let command = step.command()?;
        let action = Deed::of(command, true).first().copied()?;
        let job = command.job().cloned();
        Some(match step {
            LessonStep::Try(_) => {
                Predicate::Refused(RefusalOf { action, job, state: Vec::new(), rules: None })
            }
            LessonStep::Give(_) | LessonStep::Call(_) => Predicate::Did(Did {
                action: Some(action),
                job,
                state: None,
                by: None,
                at_least: None,
                at_most: None,
            }),
        })
    });
    // An attempt that only reads is told by its call.
    let called = attempt.iter().rev().find_map(|step| match step {
        LessonStep::Call(call) => {
            Some(Predicate::Called(Called { operation: call.operation, job: call.job.clone(), after: None }))
        }
        LessonStep::Give(_) | LessonStep::Try(_) => None,
    });
    told.or(called).unwrap_or(Predicate::Rules(RuleSet::default()))
}
