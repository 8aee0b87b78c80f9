//! The library of the Import/Export portal.

pub mod api;
pub mod domain;
pub mod phrases;
pub mod service;
pub mod store;

pub mod portal;
