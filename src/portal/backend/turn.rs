//! The turn: one change at a time, in the order in which they were asked for.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

/// Whose turn it is.
#[derive(Default)]
pub struct Turns {
    next: Cell<u64>,
    serving: Cell<u64>,
    waiting: RefCell<VecDeque<Waker>>,
}

/// Somebody's turn, until it is dropped.
pub struct Turn(Rc<Turns>);

impl Turns {
    /// Waits for a turn.
    pub async fn take(self: &Rc<Self>) -> Turn {
        let mine = self.next.get();
        self.next.set(mine + 1);
        poll_fn(|context| {
            if self.serving.get() == mine {
                return Poll::Ready(());
            }
            self.waiting.borrow_mut().push_back(context.waker().clone());
            Poll::Pending
        })
        .await;
        Turn(self.clone())
    }

    /// A turn if nobody else has or awaits one.
    pub fn try_take(self: &Rc<Self>) -> Option<Turn> {
        if self.next.get() != self.serving.get() {
            return None;
        }
        self.next.set(self.next.get() + 1);
        Some(Turn(self.clone()))
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.0.serving.set(self.0.serving.get() + 1);
        let waiting = std::mem::take(&mut *self.0.waiting.borrow_mut());
        waiting.into_iter().for_each(Waker::wake);
    }
}
