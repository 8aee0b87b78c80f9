//! The stand-in for wasm-streams: the names of it that server_fn is compiled with.
//!
//! Leptos brings server_fn, which can stream to a server and from one. The portal has no server and calls none of it, but
//! what a crate exports to JavaScript is never left out: three classes and the code behind them, 4 kB of the first view.

use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use wasm_bindgen::{JsCast, JsValue};

/// A stream of the browser.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// The stream in this object.
    pub fn from_raw(raw: web_sys::ReadableStream) -> ReadableStream {
        ReadableStream(raw)
    }

    /// No stream, whatever is to be streamed.
    pub fn from_stream(_: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> ReadableStream {
        ReadableStream(JsValue::UNDEFINED.unchecked_into())
    }

    /// The object itself.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// A stream that is at its end.
    pub fn into_stream(self) -> AtItsEnd {
        AtItsEnd
    }
}

/// A stream that gives nothing.
#[derive(Debug)]
pub struct AtItsEnd;

impl Stream for AtItsEnd {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}
