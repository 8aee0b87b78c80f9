//! Rooms: which files the portal is in, and which of them are entered through others, as src/portal/rooms/mod.rs has it.

use std::collections::BTreeMap;

/// The registry itself, so that there is one.
const REGISTRY: &str = include_str!("../../src/portal/rooms/mod.rs");

/// The files that are entered through others only, which are there before: each with those others.
pub fn entered_through() -> BTreeMap<&'static str, Vec<&'static str>> {
    read(REGISTRY)
}

/// Reads lines such as `Class: ClassPage = load_class of class through Learn;`.
fn read(registry: &str) -> BTreeMap<&str, Vec<&str>> {
    let rooms: Vec<(&str, &str, Vec<&str>)> = registry.lines().filter_map(room).collect();
    let file = |name: &str| rooms.iter().find(|(room, ..)| *room == name).map(|(_, file, _)| *file);
    let ways = rooms.iter().filter(|(.., through)| !through.is_empty());
    ways.map(|(_, to, through)| (*to, through.iter().filter_map(|name| file(name)).collect())).collect()
}

/// A room's name, its file, and the names of the rooms that lead there.
fn room(line: &str) -> Option<(&str, &str, Vec<&str>)> {
    let (name, rest) = line.trim().strip_suffix(';')?.split_once(": ")?;
    let (_, place) = rest.split_once(" = load_")?.1.split_once(" of ")?;
    let (file, through) = place.split_once(" through ").unwrap_or((place, ""));
    Some((name, file, through.split(", ").filter(|name| !name.is_empty()).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_the_file_and_the_ways_there() {
        let all = read(
            "
    Job: JobRoom = load_job of job;
    Look: LookSection = load_look of look through Job;
    Worn: Worn = load_worn of look through Job;
    Gallery: GalleryPage = load_gallery of gallery through Job, Look;
            fn $load() -> Result<Door, SplitLoaderError> {",
        );
        assert_eq!(all, BTreeMap::from([("gallery", vec!["job", "look"]), ("look", vec!["job"])]));
    }

    #[test]
    fn the_registry_is_understood() {
        let all = entered_through();
        assert_eq!(all.get("class"), Some(&vec!["learn", "lessons"]));
        // A line that is not understood would be left out without a word.
        let lines = REGISTRY.lines().filter(|line| line.contains(" = load_"));
        assert!(lines.clone().count() > 10);
        assert_eq!(lines.clone().filter_map(room).count(), lines.count());
    }
}
