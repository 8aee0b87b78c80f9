//! Upstream: what reactive_graph 0.2 keeps of readers and owners that are gone, shown by small programs to be handed on.
//!
//! `ui/reactive` works round both. When one of these tests fails after an update, its workaround can go: `scoped_memo` and
//! `renew_readers` in subscribers.rs for the first, `Scopes` in owners.rs for the second.
//!
//! Expected of the library: what is kept does not grow with what has come and gone. Seen: a signal keeps a weak pointer to
//! each subscriber that ever read it, and an owner one to each owner that was ever made below it, so that the allocation
//! behind the pointer stays too.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::sync::atomic::{AtomicIsize, Ordering};

use reactive_graph::computed::ArcMemo;
use reactive_graph::graph::{Source, Subscriber, ToAnySource, ToAnySubscriber};
use reactive_graph::owner::Owner;
use reactive_graph::signal::ArcRwSignal;
use reactive_graph::traits::{Get, GetUntracked};

/// How many come and go: enough that what a collection holds in reserve is small beside it.
const COME_AND_GO: usize = 4_096;

/// Less than a weak pointer takes with what it points to, and more than a collection holds in reserve for each.
const BYTES_EACH: isize = 24;

struct Counting;

static LIVE: AtomicIsize = AtomicIsize::new(0);

thread_local! {
    /// Whether this thread is the one whose memory is counted: tests run side by side.
    static COUNTED: Cell<bool> = const { Cell::new(false) };
}

#[allow(unsafe_code, reason = "an allocator that counts is the plainest way to see what is kept")]
// SAFETY: every call goes to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size().cast_signed());
        // SAFETY: as above.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        count(-layout.size().cast_signed());
        // SAFETY: as above.
        unsafe { System.dealloc(at, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn count(bytes: isize) {
    // A thread that ends has no such cell any more; it is not the one that counts.
    if COUNTED.try_with(Cell::get).unwrap_or(false) {
        LIVE.fetch_add(bytes, Ordering::Relaxed);
    }
}

/// How many bytes more are in use after `work` than before.
fn kept_by(work: impl FnOnce()) -> isize {
    let before = LIVE.load(Ordering::Relaxed);
    work();
    LIVE.load(Ordering::Relaxed) - before
}

/// Both in one test, so that one thread alone is counted.
#[test]
fn what_is_gone_is_kept_and_what_the_portal_does_lets_it_go() {
    COUNTED.set(true);
    let most = BYTES_EACH * COME_AND_GO.cast_signed();

    let signal = ArcRwSignal::new(1);
    let memo = |signal: &ArcRwSignal<i32>| {
        let read = signal.clone();
        let memo = ArcMemo::new(move |_: Option<&i32>| read.get() + 1);
        assert_eq!(memo.get_untracked(), 2);
        memo
    };
    let readers = kept_by(|| (0..COME_AND_GO).for_each(|_| drop(memo(&signal))));
    assert!(readers > most, "readers that are gone keep {readers} bytes only: scoped_memo may go");
    let renewed = kept_by(|| signal.to_any_source().clear_subscribers());
    assert!(renewed < -most, "letting the readers go frees {} bytes", -renewed);
    let signal = ArcRwSignal::new(1);
    let scoped = kept_by(|| {
        for _ in 0..COME_AND_GO {
            let memo = memo(&signal);
            let subscriber = memo.to_any_subscriber();
            subscriber.clear_sources(&subscriber);
        }
    });
    assert!(scoped < most, "memos that leave what they follow keep {scoped} bytes");

    let home = Owner::new();
    let owners = kept_by(|| home.with(|| (0..COME_AND_GO).for_each(|_| drop(Owner::new()))));
    assert!(owners > most, "owners that are gone keep {owners} bytes only: Scopes may go");
    let between = kept_by(|| {
        for _ in 0..COME_AND_GO / 64 {
            let shared = home.with(Owner::new);
            shared.with(|| (0..64).for_each(|_| drop(Owner::new())));
        }
    });
    assert!(between < owners / 8, "owners below one in between keep {between} bytes of {owners}");
}
