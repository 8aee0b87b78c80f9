//! The components: what pages are made of; values in, callbacks out.
