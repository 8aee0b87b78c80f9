//! Anchors: the controls of the portal that a task can point at, by name and never by a path through the page.

use serde::{Deserialize, Serialize};

use crate::journal::JobRef;

/// Where a task is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Anchor {
    /// Which control.
    pub control: Control,
    /// Of which job, where every job has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub job: Option<JobRef>,
}

/// A control, or a group of controls, that lessons may point at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Control {
    /// The link to the wizard.
    Create,
    /// The link to the list of jobs.
    Jobs,
    /// The link to the activity log.
    Activity,
    /// The link to the REST console.
    Console,
    /// The link to the settings, where the rules are chosen.
    Settings,
    /// The jumps of the clock.
    Clock,
    /// The timeline under the clock, where one goes back.
    Timeline,
    /// A job in the list.
    Row,
    /// The button that cancels a job.
    Cancel,
    /// The button that deletes a job.
    Delete,
    /// The tab with the parcel and the return address.
    Tracking,
    /// The tab with the drives.
    Drives,
    /// The tab with the BitLocker keys.
    Keys,
}

impl Control {
    /// Every control.
    pub const ALL: [Control; 13] = [
        Control::Create,
        Control::Jobs,
        Control::Activity,
        Control::Console,
        Control::Settings,
        Control::Clock,
        Control::Timeline,
        Control::Row,
        Control::Cancel,
        Control::Delete,
        Control::Tracking,
        Control::Drives,
        Control::Keys,
    ];

    /// Whether each job has one of its own.
    pub fn is_of_a_job(self) -> bool {
        match self {
            Control::Row
            | Control::Cancel
            | Control::Delete
            | Control::Tracking
            | Control::Drives
            | Control::Keys => true,
            Control::Create
            | Control::Jobs
            | Control::Activity
            | Control::Console
            | Control::Settings
            | Control::Clock
            | Control::Timeline => false,
        }
    }
}
