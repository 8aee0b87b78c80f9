//! The page: what it shows of its node, and whether it is told when that changes.

use import_export_portal::service::scenario::Scenario;
use import_export_portal::service::workspace::Head;
use import_export_portal::store::codec::Mark;
use import_export_portal::sync::node::Place;
use import_export_portal::sync::second_copy::CopyStanding;
use import_export_portal::sync::{Node, Output, Role};

/// Of the workspace: the head but for the time, how many jobs, and the last line.
pub type Holds = (Head, usize, Option<u64>);

/// What a page shows of its node, as far as the page is told when to look again.
#[derive(Debug, PartialEq)]
pub struct Shown {
    stands: (Role, Place, CopyStanding, Option<u8>),
    is_full: bool,
    pub holds: Holds,
    mark: Mark,
}

impl Shown {
    pub fn of(node: &mut Node) -> Shown {
        // How the copy stands is settled when it leads.
        let copy = if node.leads() { node.copy() } else { CopyStanding::Elsewhere };
        let stands = (node.role(), node.place().clone(), copy, node.jump());
        let is_full = node.log().is_full();
        let workspace = node.workspace();
        let head = Head { now: Scenario::START, ..workspace.head().clone() };
        let last = workspace.log().map(|line| line.no).max();
        let holds = (head, workspace.records().len(), last);
        Shown { stands, is_full, holds, mark: node.mark() }
    }

    /// What has changed and the page was not told, or what must not have changed.
    pub fn unsaid(&self, after: &Shown, out: &[Output]) -> Option<String> {
        let turns = self.stands != after.stands || (after.is_full && !self.is_full);
        if turns && !out.iter().any(|output| matches!(output, Output::Health)) {
            return Some(format!("nobody says that {:?} is {:?} now", self.stands, after.stands));
        }
        if after.mark.rank() < self.mark.rank() && after.mark != Mark::default() {
            return Some(format!("what is shown goes back from {:?} to {:?}", self.mark, after.mark));
        }
        None
    }
}
