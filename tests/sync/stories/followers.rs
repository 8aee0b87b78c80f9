//! Followers: what a tab that does not lead takes in.

use super::*;

#[test]
fn a_new_leader_is_followed_from_the_commit_that_it_began_with_and_from_no_other() {
    let mut world = settled();
    ask(&mut world, Asked::Paused(true));
    let follower = place_of(&world, Role::Follower);
    let at = |world: &World| world.tabs[follower].as_ref().unwrap().node.mark();
    let mark = at(&world);
    // Another has made the commit of this number under a later lead.
    let other = beat(mark.seq, &world, (mark.seq - 1, mark.epoch));
    world.tell(follower, said("zz", mark.epoch + 1, other));
    assert_eq!(at(&world), mark);
    let same = beat(mark.seq, &world, (mark.seq, mark.epoch));
    world.tell(follower, said("zz", mark.epoch + 2, same));
    assert_eq!(at(&world), Mark { epoch: mark.epoch + 2, ..mark });
}

#[test]
fn what_everybody_was_told_before_does_not_take_the_place_of_what_came_later() {
    let mut world = settled();
    ask(&mut world, Asked::Paused(true));
    let leader = crate::check::leader(&world).unwrap();
    let (mark, name) = (leader.node.mark(), leader.name.clone());
    let all = import_export_portal::sync::replica::snapshot(leader.node.workspace(), mark);
    ask(&mut world, Asked::Speed(60_000));
    let follower = place_of(&world, Role::Follower);
    world.tell(follower, said(&name, mark.epoch, Message::All(String::new(), all)));
    assert_eq!(each(&world, |all| all.head().speed), 60_000);
}
