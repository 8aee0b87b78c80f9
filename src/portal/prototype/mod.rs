//! The prototyper's room: overrides of how the portal looks, each a switch in the address, and the gallery of its parts.

pub mod gallery;
pub mod look;
