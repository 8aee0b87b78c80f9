//! Erased closures: reactive functions behind one type for each value that they give.
//!
//! Every closure has a type of its own, and the machinery of signals and views is compiled once for each type that it is
//! given. These helpers box the closure first, so that there is one copy of the machinery for a type of values.

use leptos::prelude::*;

/// A reactive text, attribute, property or child of a view.
pub type Live<T> = Box<dyn Fn() -> T + Send + Sync>;

/// What a memo does: from the value before to the value now.
pub type Compute<T> = Box<dyn Fn(Option<&T>) -> T + Send + Sync>;

/// The closure as a part of a view that follows what it reads.
pub fn live<T: 'static>(closure: impl Fn() -> T + Send + Sync + 'static) -> Live<T> {
    Box::new(closure)
}

/// [`Memo::new`] of a boxed closure.
pub fn memo<T: PartialEq + Send + Sync + 'static>(
    closure: impl Fn(Option<&T>) -> T + Send + Sync + 'static,
) -> Memo<T> {
    boxed_memo(Box::new(closure))
}

#[inline(never)]
fn boxed_memo<T: PartialEq + Send + Sync + 'static>(closure: Compute<T>) -> Memo<T> {
    Memo::new(closure)
}

/// [`Effect::new`] of a boxed closure.
pub fn effect<T: 'static>(closure: impl FnMut(Option<T>) -> T + 'static) -> Effect<LocalStorage> {
    boxed_effect(Box::new(closure))
}

#[inline(never)]
fn boxed_effect<T: 'static>(closure: Box<dyn FnMut(Option<T>) -> T>) -> Effect<LocalStorage> {
    Effect::new(closure)
}

/// [`Signal::derive`] of a boxed closure.
pub fn derive<T: Send + Sync + 'static>(closure: impl Fn() -> T + Send + Sync + 'static) -> Signal<T> {
    boxed_signal(Box::new(closure))
}

#[inline(never)]
fn boxed_signal<T: Send + Sync + 'static>(closure: Live<T>) -> Signal<T> {
    Signal::derive(closure)
}

/// A part of a view that is there as long as something holds; it is drawn anew only when that changes.
pub fn when(
    holds: impl Fn() -> bool + Send + Sync + 'static,
    part: impl Fn() -> AnyView + Send + Sync + 'static,
) -> Live<Option<AnyView>> {
    let holds = memo(move |_| holds());
    live(move || holds.get().then(&part))
}
