//! Recovery: the table that says which of three states a leader goes on with: what localStorage holds, what the second
//! copy holds, or what the tab shows.
//!
//! Invariant: the newest state that can be read is kept, nothing that cannot be read is written over, and what a newer
//! version has written is left alone.

pub(super) mod mending;

use crate::store::codec::Mark;

/// What is found in localStorage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Local {
    /// Nothing.
    Nothing,
    /// What a newer version has written.
    Newer,
    /// The very commit that the tab shows, with nothing under way.
    Shown,
    /// A workspace at this commit.
    Kept {
        /// The last commit.
        mark: Mark,
        /// Whether some of it could not be read, and was set aside.
        spoilt: bool,
        /// Whether it was written in an older format.
        older: bool,
    },
}

/// What is found in the second copy, where somebody has looked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// Nothing that can be read, or nobody has looked.
    Nothing,
    /// What a newer version has written.
    Newer,
    /// A workspace.
    Kept {
        /// Whether some of it could not be read, nor be had from localStorage.
        spoilt: bool,
        /// Whether it was written in an older format.
        older: bool,
    },
}

/// All that is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Findings {
    /// In localStorage.
    pub local: Local,
    /// The commit that the tab shows; the number 0 where nobody else knows it.
    pub shown: Mark,
    /// The commit of the second copy; the number 0 where there is none.
    pub copy: Mark,
    /// Whether the second copy may hold what was deleted.
    pub lagged: bool,
}

/// Whether the second copy is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Consult {
    /// No.
    No,
    /// It is newer than all else.
    Newer,
    /// It is of the same commit as localStorage, of which some could not be read.
    Mends,
}

/// Which state is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// What the tab shows.
    Shown,
    /// What localStorage holds.
    Local,
    /// What the second copy holds.
    Copy,
}

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// A newer version is at work: nothing is touched, and the user is asked to load the page anew.
    HandsOff,
    /// A state is kept.
    Keep {
        /// Which.
        source: Source,
        /// Its commit.
        mark: Mark,
        /// Whether the tab shows it anew.
        shows: bool,
        /// Whether localStorage is to be written anew.
        writes: bool,
        /// Whether the second copy is to be written anew.
        renews: bool,
    },
}

impl Findings {
    /// The newest commit outside of the second copy.
    fn here(&self) -> Mark {
        match self.local {
            Local::Kept { mark, .. } if mark.rank() >= self.shown.rank() => mark,
            Local::Kept { .. } | Local::Nothing | Local::Newer | Local::Shown => self.shown,
        }
    }

    /// Whether the second copy is to be read, and why.
    pub fn consult(&self) -> Consult {
        let spoilt = matches!(self.local, Local::Kept { spoilt: true, .. });
        if self.local == Local::Newer || self.copy.seq == 0 {
            Consult::No
        } else if self.copy.rank() > self.here().rank() {
            Consult::Newer
        } else if spoilt && self.copy == self.here() {
            Consult::Mends
        } else {
            Consult::No
        }
    }

    /// What is to be done, once the second copy was read where [`Findings::consult`] says so.
    pub fn decide(&self, read: Copied) -> Verdict {
        let why = self.consult();
        if self.local == Local::Newer || (why != Consult::No && read == Copied::Newer) {
            return Verdict::HandsOff;
        }
        if let Copied::Kept { spoilt, older } = read
            // A copy that mends must be sound itself.
            && (why == Consult::Newer || (why == Consult::Mends && !spoilt))
        {
            let renews = spoilt || older || self.was_older() || self.lagged;
            return Verdict::Keep {
                source: Source::Copy,
                mark: self.copy,
                shows: true,
                writes: true,
                renews,
            };
        }
        let here = self.here();
        let renews = here != self.copy || self.was_older() || self.lagged;
        match self.local {
            Local::Kept { mark, spoilt, .. } if mark == here && mark.rank() >= self.shown.rank() => {
                let shows = mark != self.shown || spoilt;
                Verdict::Keep { source: Source::Local, mark, shows, writes: false, renews }
            }
            Local::Kept { .. } | Local::Nothing | Local::Newer | Local::Shown => Verdict::Keep {
                source: Source::Shown,
                mark: Mark { seq: here.seq.max(1), ..here },
                shows: false,
                writes: self.local != Local::Shown,
                renews: renews || here.seq == 0,
            },
        }
    }

    fn was_older(&self) -> bool {
        matches!(self.local, Local::Kept { older: true, .. })
    }
}

#[cfg(test)]
mod tests;
