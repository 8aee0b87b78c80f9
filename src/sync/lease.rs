//! The lease: for how long after its last heartbeat a leader may write.
//!
//! Invariant: a lease ends before the others may take the leader's place, so that a tab that hangs cannot write any more
//! when somebody else has begun to.

/// Milliseconds between two heartbeats.
pub const BEAT: f64 = 300.0;
/// Milliseconds after its last heartbeat in which a leader may write.
pub const LEASE: f64 = 1_300.0;
/// Milliseconds of silence after which the others ask for a heartbeat.
pub const UNEASY: f64 = 700.0;
/// Milliseconds of silence after which another tab leads.
pub const SILENCE: f64 = 1_700.0;
/// How often a tab looks around, in milliseconds.
pub const LOOK: f64 = BEAT / 2.0;

/// When the others last heard of this tab, and it of the leader, in milliseconds of its own clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct Lease {
    beaten: Option<f64>,
}

impl Lease {
    /// The others have been told at `now` that this tab leads, and it did lead then.
    pub fn renew(&mut self, now: f64) {
        self.beaten = Some(now);
    }

    /// This tab leads no more.
    pub fn end(&mut self) {
        self.beaten = None;
    }

    /// Whether this tab may write.
    pub fn stands(&self, now: f64) -> bool {
        self.beaten.is_some_and(|beaten| now - beaten < LEASE)
    }

    /// Whether the next heartbeat is due. It is a little early rather than late.
    pub fn is_beat_due(&self, now: f64) -> bool {
        self.beaten.is_none_or(|beaten| now - beaten >= BEAT - LOOK / 2.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_silent_leader_has_stopped_writing_before_another_begins() {
        const { assert!(BEAT * 3.0 < LEASE && LEASE + 300.0 < SILENCE && UNEASY + BEAT < SILENCE) }
        let mut lease = Lease::default();
        assert!(!lease.stands(0.0));
        lease.renew(100.0);
        assert!(lease.stands(100.0 + LEASE - 1.0));
        assert!(!lease.stands(100.0 + LEASE));
        lease.end();
        assert!(!lease.stands(100.0));
    }

    #[test]
    fn heartbeats_come_every_second_look() {
        let mut lease = Lease::default();
        assert!(lease.is_beat_due(0.0));
        lease.renew(0.0);
        assert!(!lease.is_beat_due(LOOK));
        assert!(lease.is_beat_due(2.0 * LOOK));
    }

    #[test]
    fn a_heartbeat_is_rather_early_than_late_however_late_it_is() {
        let mut lease = Lease::default();
        lease.renew(10_000.0);
        assert!(!lease.is_beat_due(10_000.0 + LOOK));
        // A look that comes a moment before the second one.
        assert!(lease.is_beat_due(10_000.0 + 2.0 * LOOK - 1.0));
    }
}
