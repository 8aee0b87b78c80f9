//! Requests: what this tab has asked for and still waits for.
//!
//! Invariant: each is answered once, keeps its number however often it is sent, and is given up in time.

use std::collections::BTreeMap;

use super::io::Ticket;
use super::message::Asked;

/// Milliseconds after which nobody waits for an answer any more.
pub const PATIENCE: f64 = 8_000.0;
/// The same for what may take long, such as a jump over many jobs.
pub const LONG_PATIENCE: f64 = 60_000.0;
/// Milliseconds after which a request is sent to the leader again, should it not have arrived.
pub const RESEND: f64 = 1_000.0;

/// Where a request is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Whereabouts {
    /// It waits until then, or until it is clear who leads.
    Waiting(f64),
    /// It was sent to the leader then.
    Sent(f64),
    /// This tab carries it out itself.
    Here,
}

/// A request that waits for its answer.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenRequest {
    /// Who waits.
    pub ticket: Ticket,
    /// For what.
    pub asked: Asked,
    /// Until when.
    pub end: f64,
    /// Where it is.
    pub at: Whereabouts,
}

/// The open requests of this tab, by their numbers.
#[derive(Debug, Default)]
pub struct Requests {
    open: BTreeMap<u64, OpenRequest>,
    last: u64,
}

impl Requests {
    /// Takes a request on at `now` and gives its number.
    pub fn add(&mut self, ticket: Ticket, asked: Asked, now: f64) -> u64 {
        self.last += 1;
        let end = now + if is_long(&asked) { LONG_PATIENCE } else { PATIENCE };
        self.open.insert(self.last, OpenRequest { ticket, asked, end, at: Whereabouts::Waiting(now) });
        self.last
    }

    /// An open request.
    pub fn get_mut(&mut self, no: u64) -> Option<&mut OpenRequest> {
        self.open.get_mut(&no)
    }

    /// Ends a request.
    pub fn remove(&mut self, no: u64) -> Option<OpenRequest> {
        self.open.remove(&no)
    }

    /// Has everybody look again who leads.
    pub fn send_back(&mut self, now: f64) {
        for open in self.open.values_mut() {
            if matches!(open.at, Whereabouts::Sent(_)) {
                open.at = Whereabouts::Waiting(now);
            }
        }
    }

    /// The numbers of those that are sent to a new leader, since the one before has not answered.
    pub fn sent(&self) -> Vec<u64> {
        self.numbers(|open| matches!(open.at, Whereabouts::Sent(_)))
    }

    /// The numbers of those that nobody waits for any more at `now`.
    pub fn late(&self, now: f64) -> Vec<u64> {
        self.numbers(|open| now >= open.end)
    }

    /// The numbers of those that are to be looked at again at `now`.
    pub fn due(&self, now: f64) -> Vec<u64> {
        self.numbers(|open| match open.at {
            Whereabouts::Waiting(until) => now >= until,
            Whereabouts::Sent(at) => now >= at + RESEND,
            Whereabouts::Here => false,
        })
    }

    fn numbers(&self, which: impl Fn(&OpenRequest) -> bool) -> Vec<u64> {
        self.open.iter().filter(|(_, open)| which(open)).map(|(no, _)| *no).collect()
    }
}

fn is_long(asked: &Asked) -> bool {
    match asked {
        Asked::Call(_) | Asked::Rules(_) | Asked::Speed(_) | Asked::Paused(_) => false,
        Asked::Hours(_)
        | Asked::Days(_)
        | Asked::NextEvent
        | Asked::To(_)
        | Asked::Travel(..)
        | Asked::Undo
        | Asked::Reset(..)
        | Asked::Replace(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_given_up_in_time_and_sent_again_until_then() {
        let mut requests = Requests::default();
        let quick = requests.add(1, Asked::Paused(true), 0.0);
        let long = requests.add(2, Asked::NextEvent, 0.0);
        assert_eq!(requests.due(0.0), [quick, long]);
        for no in [quick, long] {
            requests.get_mut(no).unwrap().at = Whereabouts::Sent(0.0);
        }
        assert!(requests.due(RESEND - 1.0).is_empty());
        assert_eq!(requests.due(RESEND), [quick, long]);
        assert_eq!(requests.late(PATIENCE), [quick]);
        assert_eq!(requests.remove(quick).map(|open| open.ticket), Some(1));
        assert_eq!(requests.remove(quick), None);
        requests.send_back(50.0);
        assert_eq!(requests.sent(), Vec::<u64>::new());
        assert_eq!(requests.late(LONG_PATIENCE), [long]);
    }

    #[test]
    fn those_that_are_sent_are_known_until_they_are_sent_back() {
        let mut requests = Requests::default();
        let no = requests.add(1, Asked::Paused(true), 0.0);
        assert!(requests.sent().is_empty());
        requests.get_mut(no).unwrap().at = Whereabouts::Sent(0.0);
        assert_eq!(requests.sent(), [no]);
        requests.send_back(50.0);
        assert!(requests.sent().is_empty() && requests.due(49.0).is_empty());
        assert_eq!(requests.due(50.0), [no]);
    }
}
