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

    /// What lessons and links call it.
    pub fn as_str(self) -> &'static str {
        match self {
            Control::Create => "create",
            Control::Jobs => "jobs",
            Control::Activity => "activity",
            Control::Console => "console",
            Control::Settings => "settings",
            Control::Clock => "clock",
            Control::Timeline => "timeline",
            Control::Row => "row",
            Control::Cancel => "cancel",
            Control::Delete => "delete",
            Control::Tracking => "tracking",
            Control::Drives => "drives",
            Control::Keys => "keys",
        }
    }

    /// The control of this name.
    pub fn parse(name: &str) -> Option<Control> {
        Control::ALL.into_iter().find(|control| control.as_str() == name)
    }

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_control_has_one_name_in_lessons_and_links() {
        for control in Control::ALL {
            assert_eq!(serde_json::to_value(control).ok(), Some(control.as_str().into()));
            assert_eq!(Control::parse(control.as_str()), Some(control));
        }
    }
}
