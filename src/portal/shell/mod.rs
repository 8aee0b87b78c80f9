//! The shell: what stands around every page, and which page the route asks for.

pub mod app;
pub mod around;
mod banners;
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
mod workspace_menu;

pub use app::mount;
