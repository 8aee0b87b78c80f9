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
pub enum ShowFilm {
    /// Nothing: the workspace is not recorded.
    None,
    /// A recording that cannot be read.
    Damaged(NotRead),
    /// A demo, or a recording, that the rules of this version do not carry out.
    Broken,
    /// A line of time with its stops.
    Open(Box<ShowReel>),
}

/// A line of time with its stops.
pub struct ShowReel {
    /// The number of its branch.
    pub branch: BranchNo,
    /// What was asked, by which any moment can be had again.
    pub journal: Journal,
    /// Where it is halted.
    pub stops: Vec<Stop>,
}

impl ShowFilm {
    /// The film of a demo.
    pub fn of_demo(demo: Demo) -> ShowFilm {
        demo.record().map_or(ShowFilm::Broken, |recorded| ShowFilm::of(&recorded.session, &recorded.refused))
    }

    /// The film of a workspace: the branch that is its present.
    pub fn of_workspace(workspace: &Workspace) -> ShowFilm {
        match annex::open(workspace) {
            Ok(None) => ShowFilm::None,
            Err(why) => ShowFilm::Damaged(why),
            Ok(Some(session)) => ShowFilm::of(&session, &[]),
        }
    }

    fn of(session: &Session, refused: &[Refused]) -> ShowFilm {
        let branch = session.branches().present();
        match stops(&branch.journal, refused) {
            Ok(stops) => ShowFilm::Open(Box::new(ShowReel {
                branch: branch.no,
                journal: branch.journal.clone(),
                stops,
            })),
            Err(_) => ShowFilm::Broken,
        }
    }
}
