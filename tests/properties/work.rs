//! Work of the reference model that stands still while something is wrong.

use import_export_portal::domain::time::{SimTime, Span};

/// Work that stands still while something is wrong.
#[derive(Clone, Debug)]
pub struct Work {
    pub left: Span,
    pub resume: Span,
    pace: Pace,
    notice: Option<SimTime>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Pace {
    Running(SimTime),
    Stuck,
    Restarting(SimTime),
}

impl Work {
    pub fn new(now: SimTime, left: Span, stuck: bool, resume: Span) -> Work {
        Work { left, pace: if stuck { Pace::Stuck } else { Pace::Running(now) }, notice: None, resume }
    }

    pub fn next(&self) -> Option<SimTime> {
        match self.pace {
            Pace::Running(since) => {
                let end = since + self.left;
                Some(self.notice.map_or(end, |notice| notice.min(end)))
            }
            Pace::Stuck => None,
            Pace::Restarting(at) => Some(at),
        }
    }

    /// Whether it stands still until somebody corrects something.
    pub fn is_stuck(&self) -> bool {
        self.pace == Pace::Stuck
    }

    /// Goes on at the moment of `next`; true when the work is done.
    pub fn fire(&mut self, now: SimTime) -> bool {
        match self.pace {
            Pace::Running(since) if since + self.left <= now => return true,
            Pace::Running(since) => {
                self.left = self.left - now.since(since);
                self.pace = Pace::Stuck;
                self.notice = None;
            }
            Pace::Restarting(_) if self.notice.is_some_and(|notice| notice <= now) => {
                self.pace = Pace::Stuck;
                self.notice = None;
            }
            Pace::Restarting(_) => self.pace = Pace::Running(now),
            Pace::Stuck => unreachable!("nothing happens while it is stuck"),
        }
        false
    }

    pub fn marked(&mut self, marked: bool, now: SimTime) {
        match (marked, self.pace) {
            (true, _) => self.notice = Some(now + Span::minutes(1)),
            (false, Pace::Stuck) => self.pace = Pace::Restarting(now + self.resume),
            (false, Pace::Running(_) | Pace::Restarting(_)) => self.notice = None,
        }
    }
}
