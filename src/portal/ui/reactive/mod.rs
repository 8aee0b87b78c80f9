//! Reactive helpers: who is told of a change, how long they live, and how often they are told.

pub mod erased;
pub mod owners;
pub mod subscribers;
pub mod tasks;
pub mod throttle;
