//! The replica: the workspace as this tab shows it, and the commit that it is at.
//!
//! Invariant: it is the workspace as some leader has kept it, or ahead of that by time alone; what only time has brought
//! here is no part of any commit, and what cannot be followed is asked for anew.

use crate::domain::time::SimTime;
use crate::service::workspace::{Advanced, Change, Workspace};
use crate::store::codec::{Mark, SCHEMA, Unreadable, schema};
use crate::store::entries::{self, Entry, Write};
use crate::store::load::{Found, load};
use crate::store::memory::MemoryStore;
use crate::store::writes;

/// How much happens at once before somebody looks at the time.
pub const STEPS: usize = 64;

/// A workspace and where it stands.
#[derive(Debug)]
pub struct Replica {
    /// What is shown.
    pub workspace: Workspace,
    /// The commit that it is at; the number 0 where nobody else knows it.
    pub mark: Mark,
}

/// What a commit of the leader comes to here.
#[derive(Debug)]
pub enum Follow {
    /// It is known.
    Known,
    /// It comes next.
    Next(Change, Mark),
    /// Something before it was missed, or it cannot be read.
    Missed,
    /// A newer version has made it.
    Newer,
}

/// What everything that the leader has sent comes to.
#[derive(Debug)]
pub enum Snapshot {
    /// A workspace and its commit.
    Whole(Workspace, Mark),
    /// A newer version has made it.
    Newer,
    /// Nothing that can be read.
    Nothing,
}

impl Replica {
    /// Lets time go on towards `to`, by [`STEPS`] at most.
    pub fn advance(&mut self, to: SimTime) -> Advanced {
        self.workspace.advance(to, STEPS)
    }

    /// What these writes of a leader with this epoch come to.
    pub fn follow(&self, writes: &[Write]) -> Follow {
        match writes::change(writes) {
            Ok((_, mark)) if mark.rank() <= self.mark.rank() => Follow::Known,
            // Who has not yet heard what this leader began with may have missed something.
            Ok((change, mark)) if mark.epoch == self.mark.epoch && mark.seq == self.mark.seq + 1 => {
                Follow::Next(change, mark)
            }
            Err(_) if is_newer(writes) => Follow::Newer,
            Ok(_) | Err(Unreadable::Check | Unreadable::Shape | Unreadable::Newer(_)) => Follow::Missed,
        }
    }
}

fn is_newer(writes: &[Write]) -> bool {
    let head = writes.iter().find(|(key, _)| *key == Entry::Head.key());
    let head = head.and_then(|(_, text)| schema(text.as_ref()?).ok());
    head.is_some_and(|schema| schema > SCHEMA)
}

/// Reads everything that the leader has sent.
pub fn read(slot: &str, all: Vec<(String, String)>) -> Snapshot {
    let prefix = entries::prefix(slot);
    let whole = |(inner, value): (String, String)| ([&prefix, inner.as_str()].concat(), value);
    match load(&MemoryStore::with(all.into_iter().map(whole)), slot) {
        Ok(Found::Kept(kept)) => Snapshot::Whole(kept.workspace, kept.ledger.mark()),
        Ok(Found::Newer(_)) => Snapshot::Newer,
        Ok(Found::Nothing) | Err(_) => Snapshot::Nothing,
    }
}

/// Everything, for another tab.
pub fn snapshot(workspace: &Workspace, mark: Mark) -> Vec<(String, String)> {
    writes::of_workspace(workspace, "", mark).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::scenario::Scenario;
    use crate::store::codec;
    use crate::store::fresh::Fresh;

    const HERE: Mark = Mark { seq: 4, epoch: 2 };

    fn replica() -> Replica {
        let fresh = Fresh { scenario: Scenario::Empty, seed: 1, jobs: None };
        Replica { workspace: fresh.build(), mark: HERE }
    }

    /// A commit of nothing but the head.
    fn commit(replica: &Replica, seq: u64, epoch: u64) -> Vec<Write> {
        writes::of_change(&Change::of(replica.workspace.head().clone()), Mark { seq, epoch })
    }

    #[test]
    fn the_next_commit_is_followed_an_older_one_is_known_and_any_other_was_missed() {
        let replica = replica();
        let follow = |seq, epoch| replica.follow(&commit(&replica, seq, epoch));
        assert!(matches!(follow(5, 2), Follow::Next(_, Mark { seq: 5, epoch: 2 })));
        assert!(matches!(follow(4, 2), Follow::Known));
        assert!(matches!(follow(9, 1), Follow::Known));
        assert!(matches!(follow(6, 2), Follow::Missed));
        assert!(matches!(follow(5, 3), Follow::Missed));
    }

    #[test]
    fn a_commit_in_a_newer_format_is_known_as_such_and_one_that_cannot_be_read_was_missed() {
        let replica = replica();
        let begins = |schema: u32| {
            let mut commit = commit(&replica, 5, 2);
            let (_, head) = commit.last_mut().unwrap();
            let mut elements = codec::elements(&Entry::Head, head.as_ref().unwrap()).unwrap();
            elements.truncate(2);
            elements[0] = schema.into();
            *head = Some(codec::sealed(&Entry::Head, &elements));
            replica.follow(&commit)
        };
        assert!(matches!(begins(SCHEMA + 1), Follow::Newer));
        assert!(matches!(begins(SCHEMA), Follow::Missed));
        assert!(matches!(begins(SCHEMA - 1), Follow::Missed));
        assert!(matches!(replica.follow(&[]), Follow::Missed));
    }
}
