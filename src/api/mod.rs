//! The REST API: a request goes in, a response comes out, as Microsoft.ImportExport answers.

pub mod message;
