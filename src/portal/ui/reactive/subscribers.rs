//! Readers: the memos and effects that follow a signal.
//!
//! A signal keeps each reader it ever had, whether it is still there or not, and tells them all at each
//! change. What lives as long as the portal, and what comes and goes in numbers, lets them go here. This can go when
//! tests/upstream.rs fails after an update of leptos.

use leptos::prelude::*;
use leptos::reactive::graph::{ReactiveNode, Source, Subscriber, ToAnySource, ToAnySubscriber};

use super::erased::Compute;

/// A memo for one of many things that come and go, such as a row: it leaves what it follows together with
/// the component that made it.
pub fn scoped_memo<T: PartialEq + Send + Sync + 'static>(
    compute: impl Fn(Option<&T>) -> T + Send + Sync + 'static,
) -> Memo<T> {
    // Boxed: code for each type, but not for each closure.
    let compute: Compute<T> = Box::new(compute);
    let memo = ArcMemo::new(compute);
    let subscriber = memo.to_any_subscriber();
    on_cleanup(move || subscriber.clear_sources(&subscriber));
    memo.into()
}

/// Tells the readers of `signal` that it has changed, and lets them go: who is still there reads it again,
/// and so follows it on.
pub fn renew_readers(signal: &impl ToAnySource) {
    let signal = signal.to_any_source();
    signal.mark_dirty();
    signal.clear_subscribers();
}
