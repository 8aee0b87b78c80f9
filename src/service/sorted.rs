//! Sorting: one piece of code for things of every kind, where the standard library makes one of 4 kB of wasm for each.

use std::cmp::Ordering;

/// Sorts `items`; those that are equal stay as they were.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let places = places(items.len(), &|a, b| compare(&items[a], &items[b]));
    for at in 0..items.len() {
        // What is to come here has been moved if its place has had its turn.
        let mut from = places[at];
        while from < at {
            from = places[from];
        }
        items.swap(at, from);
    }
}

/// The places of so many things in their order, by what `compare` says of the things at two places; those that are equal
/// stay as they were.
pub fn places(many: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..many).collect();
    places.sort_by(|a, b| compare(*a, *b));
    places
}

/// Sorts a handful of items that are almost in order, in less time than [`sort_by`]; those that are equal stay as they
/// were.
pub fn sort_few<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    for end in 1..items.len() {
        let mut at = end;
        while at > 0 && key(&items[at]) < key(&items[at - 1]) {
            items.swap(at - 1, at);
            at -= 1;
        }
    }
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
        let mut few = numbers.clone();
        sort_few(&mut few, |(key, _)| *key);
        assert_eq!(few, expected);
        let places = places(numbers.len(), &|a, b| numbers[a].0.cmp(&numbers[b].0));
        assert_eq!(places.into_iter().map(|place| numbers[place]).collect::<Vec<_>>(), expected);
        sort_by(&mut Vec::<u8>::new(), Ord::cmp);
    }
}
