//! Scopes: the owners of the many rows of a list, of which nothing stays when they go.
//!
//! An owner keeps an entry for each owner that was ever made below it. So rows get theirs below one in
//! between, which is there for a number of rows and goes with the last of them. This can go when tests/upstream.rs fails
//! after an update of leptos.

use std::sync::{Arc, Mutex, PoisonError};

use leptos::prelude::*;
use leptos::tachys::reactive_graph::OwnedView;

/// How many rows one owner in between is for.
const SHARED_BY: u32 = 64;

/// Gives rows their owners.
#[derive(Clone)]
pub struct Scopes {
    home: Owner,
    /// The owner in between for the next rows, and how many more may have it.
    shared: Arc<Mutex<(Owner, u32)>>,
}

impl Scopes {
    /// For rows that go at the latest with the component that calls this.
    pub fn here() -> Scopes {
        let home = Owner::current().unwrap_or_default();
        Scopes { shared: Arc::new(Mutex::new((home.clone(), 0))), home }
    }

    /// A row, with an owner of its own.
    pub fn row(&self, view: impl FnOnce() -> AnyView) -> OwnedView<AnyView> {
        let shared = self.shared();
        let owner = shared.with(Owner::new);
        let view = owner.with(|| {
            on_cleanup(move || drop(shared));
            view()
        });
        OwnedView::new_with_owner(view, owner)
    }

    fn shared(&self) -> Owner {
        let mut next = self.shared.lock().unwrap_or_else(PoisonError::into_inner);
        if next.1 == 0 {
            *next = (self.home.with(Owner::new), SHARED_BY);
        }
        next.1 -= 1;
        next.0.clone()
    }
}
