//! The sources: the files of the project as text, for the tests that read them.

use std::fs;
use std::path::{Path, PathBuf};

/// Where the project is.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The text of a file.
pub fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|why| panic!("{} cannot be read: {why}", file.display()))
}

/// Every Rust file at or under `place`; none where there is no such place.
pub fn rust_files(place: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![root().join(place)];
    while let Some(path) = open.pop() {
        // The packages of the browser tests are not ours.
        if path.is_dir() && !path.ends_with("node_modules") {
            open.extend(
                fs::read_dir(&path)
                    .expect("a folder can be read")
                    .map(|entry| entry.expect("a folder's entry can be read").path()),
            );
        } else if path.extension().is_some_and(|ext| ext == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}
