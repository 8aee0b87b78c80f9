//! The list of jobs without its looks: what a link to it says, which jobs it shows in which order,
//! which rows are drawn, and what it exports. Pure, so that it is tested without a browser.

pub mod chosen;
pub mod export;
pub mod order;
pub mod view;
pub mod window;
