//! The room that stands between the portal and a page that shows it in a frame (`?embed=1`): what that page may ask and
//! is told, by a port that it hands over. docs/EMBED.md tells it to those who write such pages.

pub mod answers;
pub mod protocol;

#[cfg(target_arch = "wasm32")]
mod host;
#[cfg(target_arch = "wasm32")]
mod port;

#[cfg(target_arch = "wasm32")]
pub use host::{EmbedHost, is_embedded};
