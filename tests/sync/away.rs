//! A second copy that fails from one write on, whichever that is, and comes back: once all is said to be well nothing
//! has a word of a job that was deleted.

use import_export_portal::sync::second_copy::CopyStanding;

use crate::schedule::quiet;
use crate::users::Wish;
use crate::world::{Planted, World};
use crate::{check, number};

/// How many wishes people have while the copy goes and comes.
const WISHES: u64 = 14;

/// The seeds that are played when nobody says how many.
const FEW: u64 = 150;

/// The copy fails behind the wish and the millisecond that `nth` says, for as long as it says. Whether anybody was told
/// so, and how many jobs were deleted.
fn play(nth: u64) -> (Vec<String>, bool, usize) {
    let mut world = World::new(nth, 2, Planted::Nothing);
    world.run_until(800);
    let (first, lasts, late) = (nth % WISHES, 1 + nth % 5, nth % 7);
    let mut was_away = false;
    for wish in 0..WISHES + 4 {
        world.weather.base_fails = if (first..first + lasts).contains(&wish) { 1_000 } else { 0 };
        let end = world.now + late;
        world.run_until(end);
        if wish < WISHES {
            world.wish((wish % 2) as usize, true);
        }
        let end = world.now + 60;
        world.run_until(end);
        let mut leaders = world.tabs.iter().flatten().filter(|tab| tab.node.leads());
        was_away |= leaders
            .any(|tab| matches!(tab.node.copy(), CopyStanding::Missing(_) | CopyStanding::Lagging(..)));
    }
    quiet(&mut world, 2);
    let deleted = world.users.all.values().filter(|asking| matches!(asking.wish, Wish::Delete(_))).count();
    let mut wrong = std::mem::take(&mut world.wrong);
    wrong.extend(check::wrong(&world));
    (wrong, was_away, deleted)
}

#[test]
fn a_second_copy_that_fails_at_any_write_and_comes_back_has_nothing_of_a_deleted_job() {
    let count = number("PORTAL_SCHEDULES").unwrap_or(FEW).min(10_000);
    let (mut away, mut deleted) = (0, 0);
    for nth in 0..count {
        let (wrong, was_away, gone) = play(nth);
        assert_eq!(wrong, Vec::<String>::new(), "run {nth}");
        away += u64::from(was_away);
        deleted += gone;
    }
    println!("{count} runs, {away} of them without the second copy for a while, {deleted} deletions");
    assert!(away * 2 > count && deleted as u64 > count, "it went, and people deleted");
}
