//! A schedule: what happens to some tabs, step by step, as a seed says.

use import_export_portal::store::codec::Mark;
use import_export_portal::sync::Input;
use import_export_portal::sync::log::head_mark;
use import_export_portal::sync::message::Heard;
use import_export_portal::sync::node::Place;

use crate::check;
use crate::users::Told;
use crate::world::{Planted, Weather, World};

/// What a schedule came to.
pub struct Ended {
    pub wrong: Vec<String>,
    pub steps: u64,
    pub wishes: usize,
}

/// Plays the schedule of a seed.
pub fn play(seed: u64, planted: Planted) -> Ended {
    let tabs = 2 + (seed % 4) as usize;
    let has_locks = planted != Planted::Nothing || seed % 8 != 7;
    let mut world = World::with(seed, tabs, planted, has_locks);
    let storms = world.dice.below(4);
    world.weather = Weather {
        loss: [0, 0, 20, 150][storms as usize],
        doubles: [0, 0, 20, 150][storms as usize],
        delay: [5, 40, 40, 400][storms as usize],
        base_fails: [0, 0, 50, 0][world.dice.below(4) as usize],
        base_delay: [5, 20, 200, 20][world.dice.below(4) as usize],
    };
    let calm = world.dice.happens(700);
    // Some schedules begin with tabs that are opened at the same moment, most with tabs that have settled.
    if world.dice.happens(800) {
        world.run_until(800);
    }
    let faults = world.dice.between(3, 14);
    for _ in 0..faults {
        for _ in 0..world.dice.below(4) {
            let place = world.dice.below(tabs as u64) as usize;
            world.wish(place, calm);
        }
        let pause = [3, 40, 400, 2_500][world.dice.below(4) as usize];
        let end = world.now + world.dice.below(pause);
        world.run_until(end);
        happens(&mut world, tabs);
        if !world.wrong.is_empty() {
            return ended(world);
        }
    }
    quiet(&mut world, tabs);
    answers(&mut world, tabs);
    ended(world)
}

/// Once it is quiet whatever is asked is answered soon, wherever.
fn answers(world: &mut World, tabs: usize) {
    if !world.wrong.is_empty() || !check::is_quiet(world) {
        return;
    }
    let before = world.users.all.len();
    (0..tabs).for_each(|place| world.wish(place, true));
    let end = world.now + 2_000;
    world.run_until(end);
    let late = world
        .users
        .all
        .values()
        .skip(before)
        .filter(|asking| !matches!(asking.told, Told::Done | Told::Refused));
    let late: Vec<String> =
        late.map(|asking| format!("{:?} is not answered: {:?}", asking.wish, asking.told)).collect();
    world.wrong.extend(late);
    quiet(world, tabs);
}

fn ended(mut world: World) -> Ended {
    let mut wrong = std::mem::take(&mut world.wrong);
    if wrong.is_empty() {
        wrong = check::wrong(&world);
    }
    Ended { wrong, steps: world.steps, wishes: world.users.all.len() }
}

/// Something goes wrong.
fn happens(world: &mut World, tabs: usize) {
    let place = world.dice.below(tabs as u64) as usize;
    match world.dice.below(21) {
        0..=2 => world.crash(place),
        3..=4 => world.open_again(place),
        5..=8 => world.freeze(place),
        9..=12 => world.thaw(place),
        13 => world.throttle(place),
        14 => {
            let shown = world.dice.happens(500);
            world.tell(place, Input::Shown(shown));
        }
        15 => world.disk.failing.set(world.dice.below(4) as u32),
        16 => {
            let room = world.dice.between(9_000, 30_000) as usize;
            world.disk.capacity.set(if world.dice.happens(500) { None } else { Some(room) });
        }
        17 => newer_build(world, tabs),
        18 => forget(world, tabs),
        19 => lose(world),
        _ => world.steal(place),
    }
}

/// A newer build is opened: whoever hears of it changes nothing any more, until the page is loaded anew.
fn newer_build(world: &mut World, tabs: usize) {
    if !world.dice.happens(200) {
        return;
    }
    let heard = if world.dice.happens(500) { Heard::Newer } else { Heard::Noise };
    for place in 0..tabs {
        world.tell(place, Input::Heard(heard.clone()));
    }
    let end = world.now + world.dice.below(500);
    world.run_until(end);
    if heard == Heard::Newer {
        for place in 0..tabs {
            world.crash(place);
            world.open(place);
        }
    }
}

/// The browser is killed, and localStorage has forgotten what it was told last, which the second copy has.
fn forget(world: &mut World, tabs: usize) {
    for place in 0..tabs {
        world.crash(place);
    }
    world.base.queue.clear();
    // Where the second copy lacks something nothing brings it back, which the settings have said.
    if copy_has_all(world) {
        let seconds = world.dice.below(6_000) as f64;
        let since = world.now as f64 - seconds;
        world.disk.forget_since(since, None);
        let fails = std::mem::take(&mut world.weather.base_fails);
        reopen(world, tabs);
        let end = world.now + 4_000;
        world.run_until(end);
        world.weather.base_fails = fails;
    } else {
        reopen(world, tabs);
    }
}

/// Whether the second copy is as new as localStorage.
fn copy_has_all(world: &World) -> bool {
    let view = crate::disk::View::new(&world.disk, "", &World::slot(), false);
    let local: Mark = head_mark(&view, &World::slot()).ok().flatten().unwrap_or_default();
    world.base.mark.rank() >= local.rank() && world.base.mark.seq > 0
}

/// The leader crashes, and what it wrote to localStorage last goes down with it.
fn lose(world: &mut World) {
    let Some((place, life, _)) = world.holder else { return };
    // A tab that was taken the lead from and has not heard of it may write after what is lost.
    let is_sole = world
        .tabs
        .iter()
        .enumerate()
        .all(|(no, tab)| tab.as_ref().is_none_or(|tab| tab.node.leads() == (no == place)));
    if is_sole && copy_has_all(world) {
        // A second copy that is about to be given up keeps nothing from being lost.
        world.base.queue.retain(|waiting| waiting.life != life);
        let millis = world.dice.below(500) as f64;
        let who = world.tabs[place].as_ref().map(|tab| tab.name.clone());
        world.disk.forget_since(world.now as f64 - millis, who.as_deref());
        world.lost = true;
    }
    world.crash(place);
}

fn reopen(world: &mut World, tabs: usize) {
    for place in 0..tabs {
        if place == 0 || world.dice.happens(500) {
            world.open(place);
        }
    }
}

/// Everything is well again, and goes on until it is quiet.
pub fn quiet(world: &mut World, tabs: usize) {
    world.weather = Weather::CALM;
    world.disk.failing.set(0);
    world.disk.capacity.set(None);
    for place in 0..tabs {
        world.thaw(place);
        world.unthrottle(place);
    }
    reload_those_that_keep_nothing(world, tabs);
    let end = world.now + 150_000;
    while world.wrong.is_empty() && world.now < end {
        if check::is_quiet(world) {
            // What was said last arrives, and may be a wish to lead.
            let next = world.now + 700;
            world.run_until(next);
            if check::is_quiet(world) {
                return;
            }
        }
        let next = world.now + 400;
        world.run_until(next);
        reload_those_that_keep_nothing(world, tabs);
    }
}

/// A page that keeps nothing says so, and is loaded anew.
fn reload_those_that_keep_nothing(world: &mut World, tabs: usize) {
    for place in 0..tabs {
        if world.tabs[place].as_ref().is_none_or(|tab| *tab.node.place() != Place::Slot) {
            world.open_again(place);
        }
    }
}
