//! Demos: recordings that are ready to be played, as data in the one spelling of commands.

use serde::Deserialize;

use crate::journal::annex;
use crate::journal::{CommandRefusal, JournalCommand, NotRun, Session};
use crate::lessons::step::LessonStep;
use crate::phrases::Messages;
use crate::service::log::Actor;
use crate::service::scenario::Scenario;
use crate::service::workspace::Workspace;
use crate::store::fresh::Fresh;
use crate::store::slots::SlotKind;

use crate::domain::time::SimTime;

/// A demo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Demo {
    /// Its name in addresses.
    pub id: &'static str,
    /// Its file.
    text: &'static str,
}

/// Every demo, in the order offered.
pub const DEMOS: [Demo; 2] = [
    Demo { id: "cancel-and-delete", text: include_str!("../../../demos/cancel-and-delete.json") },
    Demo { id: "left-alone", text: include_str!("../../../demos/left-alone.json") },
];

/// The file of a demo, format `demo/1`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: Format,
    start: Start,
    moves: Vec<LessonStep>,
}

#[derive(Deserialize)]
enum Format {
    #[serde(rename = "demo/1")]
    One,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Start {
    scenario: String,
    seed: u64,
}

/// Something that was asked and refused, which no journal holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused {
    /// How many commands had been given by then.
    pub after: usize,
    /// When, in simulated time.
    pub at: SimTime,
    /// What was asked.
    pub command: JournalCommand,
    /// Why it was refused.
    pub why: CommandRefusal,
}

/// A demo that was carried out.
#[derive(Clone, Debug, PartialEq)]
pub struct Recorded {
    /// The recording, at its end.
    pub session: Session,
    /// What was refused meanwhile.
    pub refused: Vec<Refused>,
}

/// Why a demo cannot be played.
#[derive(Clone, Debug, PartialEq)]
pub enum NotADemo {
    /// Its file is none.
    File,
    /// The move with this number, counted from 0, is refused.
    Refused(usize, NotRun),
    /// The move with this number is accepted where it should be refused, or is none that changes anything.
    Pointless(usize),
}

impl Demo {
    /// The demo of this name.
    pub fn named(id: &str) -> Option<Demo> {
        DEMOS.into_iter().find(|demo| demo.id == id)
    }

    /// The demo that the workspace in a slot is of.
    pub fn in_slot(slot: &str) -> Option<Demo> {
        Demo::named(SlotKind::Demo.rest(slot)?)
    }

    /// The slot of its workspace, which lies beside the user's own.
    pub fn slot(self) -> String {
        SlotKind::Demo.slot(self.id)
    }

    /// What it is called.
    pub fn title(self, m: &Messages) -> String {
        match self.id {
            "left-alone" => m.present_demo_left_alone(),
            _ => m.present_demo_cancel(),
        }
    }

    /// Carries it out, which comes to the same every time.
    ///
    /// # Errors
    /// [`NotADemo`].
    pub fn record(self) -> Result<Recorded, NotADemo> {
        let File { format: Format::One, start, moves } =
            serde_json::from_str(self.text).map_err(|_| NotADemo::File)?;
        let scenario = Scenario::parse(&start.scenario).ok_or(NotADemo::File)?;
        let mut session = Session::new(Fresh { scenario, seed: start.seed, jobs: None }.build());
        let mut refused = Vec::new();
        for (no, step) in moves.iter().enumerate() {
            match step {
                LessonStep::Give(command) => {
                    session.run(command, Actor::Portal).map_err(|why| NotADemo::Refused(no, why))?;
                }
                LessonStep::Try(command) => match session.run(command, Actor::Portal) {
                    Err(NotRun::Refused(why)) => refused.push(Refused {
                        after: session.branches().present().journal.commands(),
                        at: session.present().now(),
                        command: command.clone(),
                        why,
                    }),
                    Ok(_) | Err(NotRun::Branch(_)) => return Err(NotADemo::Pointless(no)),
                },
                LessonStep::Call(_) => return Err(NotADemo::Pointless(no)),
            }
        }
        Ok(Recorded { session, refused })
    }
}

impl Recorded {
    /// The workspace at the end, with its recording beside it, as it is kept.
    pub fn workspace(&self) -> Workspace {
        let mut workspace = self.session.present().clone();
        let kept = annex::keep(&workspace, self.session.branches());
        workspace.apply(&kept);
        workspace
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::phrases::Language;

    #[test]
    fn every_demo_is_carried_out_the_same_each_time_and_has_a_title_of_its_own_in_each_language() {
        for demo in DEMOS {
            let recorded = demo.record().unwrap();
            assert_eq!(recorded, demo.record().unwrap(), "{}", demo.id);
            assert!(!recorded.refused.is_empty(), "{} shows that something is refused", demo.id);
            assert_eq!(Demo::named(demo.id), Some(demo));
            assert_eq!(Demo::in_slot(&demo.slot()), Some(demo));
        }
        for language in Language::all() {
            let [one, other] = DEMOS.map(|demo| demo.title(&language.phrases()));
            assert_ne!(one, other);
        }
    }

    #[test]
    fn what_is_kept_of_a_demo_opens_as_its_recording() {
        for demo in DEMOS {
            let recorded = demo.record().unwrap();
            let opened = annex::open(&recorded.workspace()).unwrap().expect("it is recorded");
            assert_eq!(
                opened.branches().present().journal.entries(),
                recorded.session.branches().present().journal.entries()
            );
        }
    }

    #[test]
    fn no_other_slot_is_a_demo() {
        for slot in ["main", "contoso-1", "demo-", "demo-nothing", "lesson-cancel-and-delete"] {
            assert_eq!(Demo::in_slot(slot), None, "{slot}");
        }
    }

    #[test]
    fn a_move_that_is_refused_or_refuses_nothing_makes_no_demo() {
        let demo = |moves: &str| {
            let text = format!(
                r#"{{"format":"demo/1","start":{{"scenario":"Contoso","seed":1}},"moves":[{moves}]}}"#
            );
            Demo { id: "a", text: text.leak() }.record().unwrap_err()
        };
        assert!(matches!(demo(r#"{"delete":"sequencing-run-118"}"#), NotADemo::Refused(0, _)));
        assert_eq!(demo(r#"{"try":{"cancel":"sequencing-run-118"}}"#), NotADemo::Pointless(0));
        assert_eq!(demo(r#"{"nothing":1}"#), NotADemo::File);
    }
}
