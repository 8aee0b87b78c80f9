//! Coverage: which cells of the table of actions and states the lessons meet, in what solves them or nearly does.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::state::{Action, JobState};

use super::evidence::Evidence;
use super::note::{Deed, Note};

/// A cell: an action asked of a job in a state, whether it was accepted or refused.
pub type Cell = (Deed, JobState);

/// Which lessons meet which cells.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Coverage(BTreeMap<Cell, BTreeSet<String>>);

impl Coverage {
    /// Counts what a run of a lesson has met.
    pub fn add(&mut self, lesson: &str, evidence: &Evidence) {
        let mut meet = |deed: Deed, state: JobState| {
            self.0.entry((deed, state)).or_default().insert(lesson.to_owned());
        };
        for asked in evidence.lines.iter().flat_map(|line| &line.asked) {
            if let Some((_, Some(state))) = asked.job {
                asked.deeds.iter().for_each(|deed| meet(*deed, state));
            }
        }
        for note in &evidence.notes {
            if let Note::Refused { action, state, .. } = note
                && let Some(state) = JobState::parse(state)
            {
                meet(*action, state);
            }
        }
    }

    /// The lessons that meet a cell.
    pub fn lessons(&self, action: Action, state: JobState) -> Vec<&str> {
        let met = self.0.get(&(Deed::from(action), state));
        met.into_iter().flatten().map(String::as_str).collect()
    }

    /// The cells that no lesson meets.
    pub fn missing(&self) -> Vec<(Action, JobState)> {
        let all = Action::ALL.into_iter().flat_map(|action| JobState::ALL.map(|state| (action, state)));
        all.filter(|(action, state)| self.lessons(*action, *state).is_empty()).collect()
    }

    /// The table as text: a line an action, a number of lessons a state.
    pub fn table(&self) -> String {
        let mut text = format!("{:<14}", "");
        for state in JobState::ALL {
            text.push_str(&format!("{:>13}", state.as_str()));
        }
        for action in Action::ALL {
            text.push_str(&format!("\n{:<14}", format!("{action:?}")));
            for state in JobState::ALL {
                text.push_str(&format!("{:>13}", self.lessons(action, state).len()));
            }
        }
        text
    }
}
