//! The protocol between tabs, simulated: the real core over the real service and ledger, with everything around it at the
//! mercy of a seed.
//!
//! `PORTAL_SEED=7 cargo test --test sync` plays the schedule of one seed; `PORTAL_SCHEDULES=1000000` says how many are
//! played, and `PORTAL_FIRST=640000` which is the first.

#![expect(clippy::unwrap_used, reason = "helpers of tests may end a test")]

mod away;
mod base;
mod check;
mod dice;
mod disk;
#[allow(dead_code, reason = "other tests need other orders")]
#[path = "../orders/mod.rs"]
mod orders;
mod page;
mod schedule;
mod stories;
mod users;
mod wires;
mod world;

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use schedule::play;
use world::Planted;

/// How many schedules are played when nobody says.
const FEW: u64 = 300;
/// Within how many a planted fault is found.
const FOUND: u64 = 10_000;

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().and_then(|text| text.parse().ok())
}

/// The first of these seeds whose schedule goes wrong, played on all processors, and how many steps were made.
fn first_wrong(seeds: std::ops::Range<u64>, planted: Planted) -> (Option<u64>, u64, u64) {
    let (next, worst) = (AtomicU64::new(seeds.start), AtomicU64::new(u64::MAX));
    let (steps, wishes) = (AtomicU64::new(0), AtomicU64::new(0));
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= seeds.end || worst.load(Ordering::Relaxed) < seed {
                        return;
                    }
                    let ended = play(seed, planted);
                    steps.fetch_add(ended.steps, Ordering::Relaxed);
                    wishes.fetch_add(ended.wishes as u64, Ordering::Relaxed);
                    if !ended.wrong.is_empty() {
                        worst.fetch_min(seed, Ordering::Relaxed);
                    }
                }
            });
        }
    });
    let worst = Some(worst.into_inner()).filter(|seed| *seed != u64::MAX);
    (worst, steps.into_inner(), wishes.into_inner())
}

#[test]
fn whatever_happens_nothing_that_was_answered_is_lost_or_done_twice_and_nothing_deleted_is_back() {
    if let Some(seed) = number("PORTAL_SEED") {
        assert_eq!(play(seed, Planted::Nothing).wrong, Vec::<String>::new(), "seed {seed}");
        return;
    }
    let count = number("PORTAL_SCHEDULES").unwrap_or(FEW);
    let first = number("PORTAL_FIRST").unwrap_or_default();
    let start = Instant::now();
    let (wrong, steps, wishes) = first_wrong(first..first + count, Planted::Nothing);
    let seconds = start.elapsed().as_secs_f64();
    println!("{count} schedules, {steps} steps, {wishes} requests in {seconds:.1} s");
    if let Some(seed) = wrong {
        let wrong = play(seed, Planted::Nothing).wrong;
        panic!("{wrong:#?}\nreplay it with PORTAL_SEED={seed} cargo test --test sync");
    }
}

fn is_found(planted: Planted) {
    let (wrong, ..) = first_wrong(0..FOUND, planted);
    let seed = wrong.unwrap_or_else(|| panic!("{planted:?} is not found in {FOUND} schedules"));
    println!("{planted:?} is found by seed {seed}: {:?}", play(seed, planted).wrong);
}

#[test]
fn a_write_of_a_tab_that_has_lost_the_lead_is_found() {
    is_found(Planted::Unfenced);
}

#[test]
fn a_lost_deduplication_is_found() {
    is_found(Planted::Forgetful);
}

#[test]
fn an_answer_before_the_write_is_found() {
    is_found(Planted::Hasty);
}
