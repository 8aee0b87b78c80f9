//! The shell: what stands around every page, and which page the route asks for.

pub mod app;
pub mod around;
pub mod banners;
pub mod changes;
mod clock;
mod missing;
mod nav;
pub mod next;
mod notifications;
mod page;
mod search;
mod shortcuts;
mod top_bar;
pub mod troubles;
mod workspace_menu;

pub use app::mount;
