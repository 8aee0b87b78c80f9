//! The course of one drive: when it comes, is copied and goes back.

use crate::domain::drive::CopyStatus;
use crate::domain::time::{SimTime, Span};

/// What becomes of one drive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DriveCourse {
    /// How much data it holds (import) or takes (export), in bytes.
    pub bytes: u64,
    /// When it is at the data centre, if ever.
    pub received: Option<SimTime>,
    /// Whether the parcel came without it.
    pub not_in_parcel: bool,
    /// When it is copied, if ever.
    pub copy: Option<Copying>,
    /// Whether it is one more than the job lists; such drives are not copied.
    pub extra: bool,
    /// When it is sent back, if ever.
    pub returned: Option<SimTime>,
}

/// The copy of one drive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Copying {
    /// When it begins.
    pub from: SimTime,
    /// When it ends.
    pub until: SimTime,
    /// How long it would take if nothing stopped it. The speed follows from it and not from
    /// [`Copying::until`], so that a cancel request leaves alone what has been copied.
    pub whole: Span,
    /// How it ends.
    pub outcome: CopyStatus,
    /// What part of the bytes is copied after the whole time, in millionths.
    pub reach: u64,
}
