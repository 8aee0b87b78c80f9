//! Tasks: what a part of the page waits for, which is of no use once that part has gone.

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;

/// Waits for `task` and then does `then` with what it gave, unless whatever called this has gone meanwhile or, being an
/// effect, has run again: a signal of a part that has gone must not be read any more.
pub fn while_here<T: 'static>(task: impl Future<Output = T> + 'static, then: impl FnOnce(T) + 'static) {
    boxed_task(Box::pin(task), Box::new(then));
}

#[inline(never)]
fn boxed_task<T: 'static>(task: Pin<Box<dyn Future<Output = T>>>, then: Box<dyn FnOnce(T)>) {
    // It goes with its owner, which is that of the caller.
    let here = StoredValue::new(());
    spawn_local(async move {
        let given = task.await;
        if here.try_get_value().is_some() {
            then(given);
        }
    });
}
