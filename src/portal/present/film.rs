//! The film: what there is to be played, with its stops, and the words of its captions.

use crate::journal::format::NotRead;
use crate::journal::{Advance, BranchNo, Journal, Session, Until, annex};
use crate::portal::text::asked::command;
use crate::portal::text::format;
use crate::service::workspace::Workspace;

use super::captions::Words;
use super::demo::{Demo, Refused};
use super::stops::{Stop, stops};

/// Captions as this browser's reader writes numbers and dates.
pub const WORDS: Words = Words {
    asked: |asked, language| {
        command(asked, language, |advance| {
            let to = match advance {
                Advance::Until { until: Until::Moment(to), .. } => format::date_time(language, *to),
                Advance::By(_) | Advance::Until { .. } => String::new(),
            };
            language.phrases().asked_advance(to)
        })
    },
    moment: format::date_time,
};

/// What there is to be played.
pub enum Film {
    /// Nothing: the workspace is not recorded.
    None,
    /// A recording that cannot be read.
    Damaged(NotRead),
    /// A demo, or a recording, that the rules of this version do not carry out.
    Broken,
    /// A line of time with its stops.
    Open(Box<Reel>),
}

/// A line of time with its stops.
pub struct Reel {
    /// The number of its branch.
    pub branch: BranchNo,
    /// What was asked, by which any moment can be had again.
    pub journal: Journal,
    /// Where it is halted.
    pub stops: Vec<Stop>,
}

impl Film {
    /// The film of a demo.
    pub fn of_demo(demo: Demo) -> Film {
        demo.record().map_or(Film::Broken, |recorded| Film::of(&recorded.session, &recorded.refused))
    }

    /// The film of a workspace: the branch that is its present.
    pub fn of_workspace(workspace: &Workspace) -> Film {
        match annex::open(workspace) {
            Ok(None) => Film::None,
            Err(why) => Film::Damaged(why),
            Ok(Some(session)) => Film::of(&session, &[]),
        }
    }

    fn of(session: &Session, refused: &[Refused]) -> Film {
        let branch = session.branches().present();
        match stops(&branch.journal, refused) {
            Ok(stops) => {
                Film::Open(Box::new(Reel { branch: branch.no, journal: branch.journal.clone(), stops }))
            }
            Err(_) => Film::Broken,
        }
    }
}
