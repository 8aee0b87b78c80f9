//! Not done: why something that was asked of the backend has changed nothing.

use crate::api::message::Response;
use crate::store::StoreError;
use crate::store::portable::NotImported;
use crate::sync::NotCarriedOut;

/// Why a request has no response, or a setting was not changed: the change could not be kept, and
/// so was not made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotDone {
    /// The browser's storage has no room left.
    Full,
    /// The storage refused for another reason, in the browser's own words.
    Storage(String),
    /// No tab that leads answered in time.
    NoAnswer,
    /// A newer version of the portal has written the data; this page must be reloaded.
    Outdated,
    /// The workspace was thrown away in another tab.
    Gone,
    /// This page looks at the past, where nothing can be changed.
    Past,
    /// There is no connection, so it was not sent: an override of the prototyper.
    Offline,
    /// It was carried out, but its answer broke off, of which this had come: an override of the prototyper.
    Cut(Response),
}

impl From<NotCarriedOut> for NotDone {
    fn from(why: NotCarriedOut) -> Self {
        match why {
            NotCarriedOut::Full => NotDone::Full,
            NotCarriedOut::Storage(words) => NotDone::Storage(words),
            NotCarriedOut::NoAnswer => NotDone::NoAnswer,
            NotCarriedOut::Outdated => NotDone::Outdated,
            NotCarriedOut::Gone => NotDone::Gone,
        }
    }
}

/// An error of the store in the portal's terms.
pub(super) fn not_done(error: StoreError) -> NotDone {
    NotCarriedOut::from(error).into()
}

/// Why a workspace is not opened. Nothing has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotOpened {
    /// The link names none that there is.
    Link,
    /// The text is not a workspace.
    Text(NotImported),
    /// It could not be kept.
    Store(NotDone),
}

impl From<StoreError> for NotOpened {
    fn from(error: StoreError) -> Self {
        NotOpened::Store(not_done(error))
    }
}
