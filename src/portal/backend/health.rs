//! Health: how well the backend can do its work at the moment, for banners and the settings page.

pub use crate::store::usage::Usage;
pub use crate::sync::second_copy::CopyStanding;
pub use crate::sync::{MemoryOnly, Role};

use super::not_done::{NotDone, NotOpened};

/// How the backend stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Health {
    /// Whether changes are kept.
    pub storage: Keeping,
    /// Whether there is a second copy of what is kept.
    pub copy: CopyStanding,
    /// Whether calls of scripts reach the service.
    pub relay: Relay,
    /// This tab among the others.
    pub role: Role,
    /// A newer version of the portal is at work or has written the data: this page must be
    /// reloaded, and changes nothing any more.
    pub outdated: bool,
    /// How far a jump of time that takes long has come, in per cent.
    pub jump: Option<u8>,
    /// How many entries could not be read and were set aside.
    pub aside: usize,
    /// Why the workspace that a link carries is not shown.
    pub link: Option<NotOpened>,
    /// The workspace shown was thrown away in another tab: this page changes nothing any more.
    pub gone: bool,
    /// Whether the workspace that the page before this one wanted to make the user's own is that now.
    pub adopted: Option<Result<(), NotDone>>,
}

impl Default for Health {
    fn default() -> Self {
        Health {
            storage: Keeping::Kept,
            copy: CopyStanding::Elsewhere,
            relay: Relay::Starting,
            role: Role::Undecided,
            outdated: false,
            jump: None,
            aside: 0,
            link: None,
            gone: false,
            adopted: None,
        }
    }
}

/// Whether changes are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// In the browser's storage.
    Kept,
    /// In the browser's storage, which will be full soon.
    NearlyFull(Usage),
    /// There is no room left: what needs more is refused.
    Full(Usage),
    /// In this page's memory only, and gone with it.
    Memory(MemoryOnly),
}

/// Whether calls of scripts to the portal's address reach the service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Relay {
    /// Not known yet.
    Starting,
    /// They do.
    On,
    /// They do not; the portal itself works.
    Off(RelayOff),
}

/// Why calls of scripts do not reach the service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RelayOff {
    /// The browser has no service workers here, as on plain http.
    Unsupported,
    /// The page was reloaded past its service worker; an ordinary reload brings it back.
    HardReload,
    /// The service worker was changed on its way to this browser, and was not installed.
    Changed,
    /// Another reason, in the browser's own words.
    Refused(String),
}
