//! The base: IndexedDB as all tabs share it: one operation after the other, each whole or not at all.

use std::collections::{BTreeMap, VecDeque};

use import_export_portal::store::codec::Mark;
use import_export_portal::sync::dedup::{Given, KeptAnswer};
use import_export_portal::sync::second_copy::{CopyOutcome, Fenced, OLD, Op};

/// An operation that waits.
pub struct Waiting {
    pub tab: usize,
    pub life: u64,
    pub no: u64,
    pub op: Op,
}

/// What is kept, and what waits.
#[derive(Default)]
pub struct Base {
    pub entries: BTreeMap<String, String>,
    pub answers: BTreeMap<String, Given>,
    pub fence: u64,
    pub mark: Mark,
    pub queue: VecDeque<Waiting>,
}

impl Base {
    /// Carries an operation out. A planted fault lets a leader pass that is none any more.
    pub fn carry_out(&mut self, op: Op, unfenced: bool) -> CopyOutcome {
        match op {
            Op::Lead(epoch) => {
                let epoch = epoch.max(self.fence + 1);
                self.fence = epoch;
                self.answers.retain(|_, (given, _)| given.epoch + OLD >= epoch);
                let answers = self.answers.values().cloned().collect();
                CopyOutcome::Led(Fenced { mark: self.mark, epoch, answers })
            }
            Op::Read => CopyOutcome::Entries(self.entries.clone()),
            Op::Commit(mark, writes, answers) => {
                if self.fence > mark.epoch && !unfenced {
                    return CopyOutcome::Fenced;
                }
                for (key, text) in writes {
                    match text {
                        Some(text) => self.entries.insert(key, text),
                        None => self.entries.remove(&key),
                    };
                }
                self.stamp(mark, answers);
                CopyOutcome::Done
            }
            Op::Rewrite(mark, all, answers) => {
                if self.fence > mark.epoch {
                    return CopyOutcome::Fenced;
                }
                self.entries = all.into_iter().collect();
                self.answers.clear();
                self.stamp(mark, answers);
                CopyOutcome::Done
            }
            Op::Wipe(mark, answers) => {
                if self.fence > mark.epoch {
                    return CopyOutcome::Fenced;
                }
                self.entries.clear();
                self.answers.clear();
                self.stamp(mark, answers);
                self.mark = Mark::default();
                CopyOutcome::Done
            }
            Op::Forget(_) => CopyOutcome::Done,
        }
    }

    fn stamp(&mut self, mark: Mark, answers: Vec<KeptAnswer>) {
        for place in answers {
            self.answers.insert(place.0.clone(), (mark, place));
        }
        (self.fence, self.mark) = (mark.epoch.max(self.fence), mark);
    }
}
