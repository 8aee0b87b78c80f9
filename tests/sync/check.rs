//! What must hold: nothing that was answered is lost or done twice, nothing that was deleted is back, and once it is
//! quiet all tabs and both copies say the same.

use std::collections::BTreeMap;

use import_export_portal::domain::time::Span;
use import_export_portal::journal::annex;
use import_export_portal::service::log::LogAction;
use import_export_portal::service::scenario::Scenario;
use import_export_portal::service::workspace::{Head, Workspace};
use import_export_portal::store::load::{Found, load};
use import_export_portal::sync::Role;
use import_export_portal::sync::second_copy::CopyStanding;

use crate::users::{Told, Wish};
use crate::world::{Tab, World};

/// What is left anywhere of a job that was deleted, though all is said to be well.
pub fn left_of(world: &World, name: &str) -> Vec<String> {
    let mut left = Vec::new();
    let text = format!("\"lab\",\"{name}\"");
    let local = world.disk.entries.borrow();
    let leader = leader(world);
    // A recording keeps what was deleted until it is stopped.
    let recorded = leader.is_none_or(|tab| annex::is_recorded(tab.node.workspace()));
    let counts = |key: &str| key.starts_with("job/") || (!recorded && key.starts_with("rec"));
    let prefix = format!("iep/w/{}/", World::slot());
    let here = local
        .iter()
        .filter(|(key, kept)| key.strip_prefix(&prefix).is_some_and(counts) && kept.contains(&text));
    left.extend(here.map(|(key, _)| format!("{name} was deleted and is still in localStorage under {key}")));
    if leader.is_some_and(|tab| tab.node.copy() == CopyStanding::Whole) {
        let there = world.base.entries.iter().filter(|(key, kept)| counts(key) && kept.contains(&text));
        left.extend(
            there.map(|(key, _)| format!("{name} was deleted and is still in the second copy under {key}")),
        );
        let told = world.base.answers.values().map(|(_, place)| format!("{place:?}"));
        let told = told.filter(|told| told.contains(&format!("\\\"{name}\\\"")));
        left.extend(told.map(|told| format!("{name} was deleted and is still in an answer: {told:.60}")));
    }
    left
}

/// The one tab that leads and does not hang, if there is one.
pub fn leader(world: &World) -> Option<&Tab> {
    let mut leaders = world.tabs.iter().flatten().filter(|tab| !tab.frozen && tab.node.leads());
    leaders.next().filter(|_| leaders.next().is_none())
}

/// Whether it is quiet: one tab leads, the others follow, and all show the same.
pub fn is_quiet(world: &World) -> bool {
    let Some(leader) = leader(world) else { return false };
    leader.node.copy() == CopyStanding::Whole
        && world.base.queue.is_empty()
        && world.tabs.iter().flatten().all(|tab| {
            let role = tab.node.role();
            (role == Role::Follower || tab.life == leader.life) && tab.node.mark() == leader.node.mark()
        })
        && world.users.all.values().all(|asking| asking.told != Told::Nothing)
}

/// All that is wrong once it is quiet.
pub fn wrong(world: &World) -> Vec<String> {
    let mut wrong = Vec::new();
    let Some(leader) = leader(world) else { return vec!["nobody leads, or more than one".to_owned()] };
    let workspace = leader.node.workspace();
    if !is_quiet(world) {
        let stand = |tab: &Tab| {
            format!("{} {:?} {:?} {:?}", tab.name, tab.node.role(), tab.node.mark(), tab.node.copy())
        };
        let stand: Vec<String> = world.tabs.iter().flatten().map(stand).collect();
        wrong.push(format!("it does not become quiet: {stand:?}"));
    }
    for tab in world.tabs.iter().flatten() {
        if !same(tab.node.workspace(), workspace) {
            wrong.push(format!("{} shows another workspace than {}", tab.name, leader.name));
        }
    }
    match load(&leader.view, &World::slot()) {
        Ok(Found::Kept(kept)) => {
            if !same(&kept.workspace, workspace) || !kept.broken.is_empty() || !kept.stale().is_empty() {
                wrong.push(format!("localStorage says something else than {}", leader.name));
            }
        }
        other => wrong.push(format!("localStorage holds {other:?}")),
    }
    let prefix = format!("iep/w/{}/", World::slot());
    let local = world.disk.entries.borrow();
    let jobs = |key: &str| ["job/", "log/", "rec"].iter().any(|begin| key.starts_with(begin));
    let here: BTreeMap<&str, &String> = local
        .range(prefix.clone()..)
        .filter_map(|(key, text)| Some((key.strip_prefix(&prefix)?, text)))
        .filter(|(key, _)| jobs(key))
        .collect();
    let there: BTreeMap<&str, &String> = world
        .base
        .entries
        .iter()
        .map(|(key, text)| (key.as_str(), text))
        .filter(|(key, _)| jobs(key))
        .collect();
    if here != there {
        wrong.push("the second copy, which is called whole, differs from localStorage".to_owned());
    }
    if let Err(why) = annex::open(workspace) {
        wrong.push(format!("the recording tells another story than the workspace: {why:?}"));
    }
    wrong.extend(of_wishes(world, workspace));
    wrong
}

/// Whether two workspaces are the same but for the time, which nobody keeps at every moment.
fn same(one: &Workspace, other: &Workspace) -> bool {
    one.records().map(|record| &record.job).eq(other.records().map(|record| &record.job))
        && one.log().eq(other.log())
        && one.beside() == other.beside()
        && Head { now: other.now(), ..one.head().clone() } == *other.head()
}

fn of_wishes(world: &World, workspace: &Workspace) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut count: BTreeMap<(String, bool), usize> = BTreeMap::new();
    let mut jumps = 0;
    for line in workspace.log() {
        match (&line.job, line.action) {
            (Some(name), LogAction::Created) => *count.entry((name.to_string(), true)).or_default() += 1,
            (Some(name), LogAction::Deleted) => *count.entry((name.to_string(), false)).or_default() += 1,
            (_, LogAction::Jumped(_)) => jumps += 1,
            _ => {}
        }
    }
    for ((name, created), count) in &count {
        if *count > 1 {
            wrong.push(format!("{name} was {} {count} times", if *created { "created" } else { "deleted" }));
        }
    }
    let has = |wish: &Wish| world.users.all.values().any(|asking| asking.wish == *wish);
    let (has_reset, has_undo) = (has(&Wish::Reset), has(&Wish::Undo));
    let asked = world.users.all.values().filter(|asking| matches!(asking.wish, Wish::Hours(_)));
    if jumps > asked.count() {
        wrong.push(format!("{jumps} jumps are more than were asked for"));
    }
    // A line that finds no room holds no time up, but time must have gone on.
    let hours = i64::try_from(world.users.hours_passed()).unwrap_or(i64::MAX);
    if !has_reset && !has_undo && workspace.now() < Scenario::START + Span::hours(hours) {
        wrong.push("a jump that was answered is lost".to_owned());
    }
    for asking in world.users.all.values() {
        let was = |created: bool, name: &String| count.contains_key(&(name.clone(), created));
        match &asking.wish {
            Wish::Delete(name) => {
                if asking.told == Told::Done && !asking.excused {
                    wrong.extend(left_of(world, name));
                    let there = workspace.records().any(|record| record.job.id.name.as_str() == name);
                    if there {
                        wrong.push(format!("{name} was deleted and is back"));
                    }
                }
            }
            Wish::Create(name) if asking.told == Told::Done && !asking.excused && !has_reset => {
                if !was(true, name) {
                    wrong.push(format!("{name} was created and is lost"));
                }
                let there = workspace.records().any(|record| record.job.id.name.as_str() == name);
                if !there && !was(false, name) {
                    wrong.push(format!("{name} is gone though nobody has deleted it"));
                }
            }
            Wish::Reset if asking.told == Told::Done && !asking.excused => {
                let left = workspace.records().map(|record| record.job.id.name.as_str());
                let left = left.filter(|name| asking.before.iter().any(|before| before == name));
                wrong.extend(left.map(|name| format!("{name} is there though all was begun anew")));
            }
            Wish::Create(_) | Wish::Rename | Wish::Hours(_) | Wish::Reset | Wish::Record(_) | Wish::Undo => {}
        }
    }
    wrong
}
