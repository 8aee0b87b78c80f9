//! The service: the only place where jobs change, and what they look like at any moment.

pub mod cancel;
pub mod clock;
pub mod command;
pub mod dice;
pub mod happened;
pub mod inject;
pub mod log;
pub mod overview;
pub mod range;
pub mod scenario;
pub mod simulation;
pub mod sorted;
pub mod speed;
pub mod status;
pub mod tally;
pub mod workspace;
