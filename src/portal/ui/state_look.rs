//! Looks of states: the icon and the colour's class by which a state of a job or of a drive is known everywhere.

use crate::domain::drive::DriveState;
use crate::domain::state::JobState;

/// How a state looks.
#[derive(Clone, Copy)]
pub struct StateLook {
    /// Its shape, a symbol of style/icons.svg.
    pub icon: &'static str,
    /// The class that gives its colour.
    pub class: &'static str,
}

const fn look(icon: &'static str, class: &'static str) -> StateLook {
    StateLook { icon, class }
}

/// The look of a job's state.
pub fn job_state_look(state: JobState) -> StateLook {
    match state {
        JobState::Creating => look("s-creating", "state--creating"),
        JobState::Shipping => look("s-shipping", "state--shipping"),
        JobState::Received => look("s-received", "state--received"),
        JobState::Transferring => look("s-transferring", "state--transferring"),
        JobState::Packaging => look("s-packaging", "state--packaging"),
        JobState::Completed => look("s-completed", "state--completed"),
        JobState::Closed => look("s-closed", "state--closed"),
        JobState::Faulted => look("s-faulted", "state--faulted"),
    }
}

/// The look of a drive's state.
pub fn drive_state_look(state: DriveState) -> StateLook {
    match state {
        DriveState::Specified => look("s-creating", "state--specified"),
        DriveState::Received => look("s-received", "state--received"),
        DriveState::NeverReceived => look("s-faulted", "state--neverreceived"),
        DriveState::Transferring => look("s-transferring", "state--transferring"),
        DriveState::Completed => look("s-completed", "state--completed"),
        DriveState::CompletedMoreInfo => look("s-closed", "state--completedmoreinfo"),
        DriveState::ShippedBack => look("s-packaging", "state--shippedback"),
    }
}
