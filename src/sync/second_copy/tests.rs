//! Tests of the second copy: its operations, and how it stands.

use super::*;

#[test]
fn a_copy_that_failed_is_never_called_whole_and_tried_again_more_and_more_rarely() {
    let mut copy = SecondCopy::default();
    copy.succeed();
    copy.fail("full".to_owned(), 0.0);
    assert!(copy.is_retry_due(0.0));
    let mut now = 0.0;
    for wait in [1_000.0, 2_000.0, 4_000.0, 8_000.0, 16_000.0, 30_000.0, 30_000.0] {
        copy.renew();
        assert_eq!(copy.standing(), CopyStanding::Missing("full".to_owned()));
        copy.fail("full".to_owned(), now);
        assert!(!copy.is_retry_due(now + wait - 1.0));
        assert!(copy.is_retry_due(now + wait));
        now += wait;
    }
    copy.deleted = 2;
    assert_eq!(copy.standing(), CopyStanding::Lagging("full".to_owned(), 2));
    copy.succeed();
    assert_eq!(copy.standing(), CopyStanding::Whole);
}

#[test]
fn what_is_written_is_not_the_copy_if_all_was_to_be_written_anew_meanwhile() {
    let mut copy = SecondCopy::default();
    copy.begin_renewal();
    let no = copy.begin(Purpose::Renew, &Op::Read, 0.0);
    copy.renew();
    assert_eq!(copy.end(no), Some(Purpose::Renew));
    copy.set_written();
    assert!(copy.is_renewal_due() && !copy.is_completion_due());
    copy.begin_renewal();
    let no = copy.begin(Purpose::Renew, &Op::Read, 0.0);
    assert_eq!(copy.end(no), Some(Purpose::Renew));
    copy.set_written();
    assert!(copy.is_completion_due());
}

#[test]
fn only_the_time_in_which_the_tab_was_awake_counts_against_an_operation() {
    let mut copy = SecondCopy::default();
    let no = copy.begin(Purpose::Commit, &Op::Read, 0.0);
    for second in 0..=4 {
        assert_eq!(copy.late(600_000.0 + f64::from(second) * 1_000.0), None);
    }
    assert_eq!(copy.late(605_001.0), Some(no));
    assert_eq!((copy.end(no), copy.end(no)), (Some(Purpose::Commit), None));
    assert!(copy.is_idle());
}

#[test]
fn an_operation_that_was_under_way_is_named_when_the_copy_is_left_and_its_number_is_not_used_again() {
    let mut copy = SecondCopy::default();
    assert_eq!(copy.leave(), None);
    let first = copy.begin(Purpose::Commit, &Op::Read, 0.0);
    assert!(copy.end(first).is_some());
    let second = copy.begin(Purpose::Commit, &Op::Read, 0.0);
    assert_eq!(copy.leave(), Some(second));
    let third = copy.begin(Purpose::Commit, &Op::Read, 0.0);
    assert!(second != first && third != second && third != first);
    assert_eq!(copy.end(second), None);
}

#[test]
fn a_copy_is_being_made_from_when_it_is_to_be_written_until_it_is_whole() {
    let mut copy = SecondCopy::default();
    assert!(!copy.is_making());
    copy.renew();
    assert!(copy.is_making() && copy.was_well());
    copy.succeed();
    assert!(!copy.is_making() && copy.was_well());
    copy.fail("full".to_owned(), 0.0);
    assert!(!copy.is_making() && !copy.was_well());
    copy.renew();
    assert!(copy.is_making() && !copy.was_well());
}

#[test]
fn an_operation_waits_from_when_it_was_begun() {
    let mut copy = SecondCopy::default();
    let no = copy.begin(Purpose::Commit, &Op::Read, 90_000.0);
    for moment in [90_500.0, 91_000.0, 92_000.0, 93_000.0, 94_000.0, 95_000.0] {
        assert_eq!(copy.late(moment), None, "{moment}");
    }
    assert_eq!(copy.late(95_001.0), Some(no));
}
