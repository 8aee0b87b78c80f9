//! Sorting, for lists on which no time is spent: one piece of code for things of every kind, where the standard
//! library makes one of 4 kB of wasm for each.

use std::cmp::Ordering;

/// Sorts `items`; those that are equal stay as they were.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let mut places: Vec<usize> = (0..items.len()).collect();
    sort_places(&mut places, &|a, b| compare(&items[a], &items[b]));
    for at in 0..items.len() {
        // What is to come here has been moved if its place has had its turn.
        let mut from = places[at];
        while from < at {
            from = places[from];
        }
        items.swap(at, from);
    }
}

fn sort_places(places: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    places.sort_by(|a, b| compare(*a, *b));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::dice::Dice;

    #[test]
    fn lists_are_sorted_as_by_the_standard_library_ties_included() {
        let mut numbers: Vec<(u64, u64)> = (0..300).map(|no| (Dice::new(3, no).throw(0) % 20, no)).collect();
        let mut expected = numbers.clone();
        expected.sort_by_key(|(key, _)| *key);
        sort_by(&mut numbers, |a, b| a.0.cmp(&b.0));
        assert_eq!(numbers, expected);
        sort_by(&mut Vec::<u8>::new(), Ord::cmp);
    }
}
