//! The timeline: the strip under the clock, on which a recorded workspace is looked at as it was, and its branches.

mod band;
mod branches;
mod comparison;
mod film;
mod strip;
mod words;

pub use strip::Timeline;
