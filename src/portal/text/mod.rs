//! Texts: phrases in the reader's language, how numbers, times and sizes are written in it, and how texts are searched.

pub mod csv;
pub mod decimal;
pub mod glossary;
pub mod search;
pub mod share;

#[cfg(target_arch = "wasm32")]
pub mod asked;
#[cfg(target_arch = "wasm32")]
pub mod format;
#[cfg(target_arch = "wasm32")]
pub mod standing;
#[cfg(target_arch = "wasm32")]
#[allow(clippy::module_inception)]
pub mod texts;
