//! The offline copy: the portal's files as the service worker keeps them (src/relay/worker.js), so that the portal starts
//! without a network; and the newer version that waits until somebody wants it.

mod card;
mod lasting;
mod renewal;
mod worker;

pub use card::OfflineCard;
pub use renewal::Renewal;
