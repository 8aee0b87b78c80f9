//! The offline copy: what a build tells its service worker, which keeps the portal's files (src/relay/worker.js).
//!
//! The page knows the worker by its digest, the worker a list by its digest, and the list every file. What the list
//! says of the page leaves the worker's digest out, as it could not be known before; so each build has a list of its own,
//! and whoever has the page has the means to check all of it.

use crate::embed;
use crate::html;
use crate::policy;
use crate::shell::{Failure, about};
use serde_json::{Map, Value, json};
use std::fs;
use std::path::Path;

/// The worker, which the browser itself keeps.
const WORKER: &str = "worker.js";
const PAGE: &str = "index.html";

/// Where the worker says which list is its own.
const PLACE: &str = "const LIST = { name: \"\", integrity: \"\" };";

/// What is not kept: a host reads its headers file, the browser has the icons of an installed app for itself, and what is
/// there for pages that show the portal in a frame is of use where their host can be reached.
fn is_kept(name: &str) -> bool {
    let others = ["_headers", WORKER, MANIFEST];
    !others.contains(&name) && !name.ends_with(".png") && !embed::is_part(name) && !is_list(name)
}

const MANIFEST: &str = "portal.webmanifest";

fn is_list(name: &str) -> bool {
    name.starts_with("offline-")
}

/// Whether a file of dist/ is fetched only after the list of jobs can be used, by the browser or by the worker: neither
/// the worker and its list nor what an installed app looks like.
pub fn is_behind(name: &str) -> bool {
    name == WORKER || name == MANIFEST || name.ends_with(".png") || is_list(name)
}

/// Writes the list beside the page, tells the worker its name and digest, and the page the worker's digest.
pub fn pack(folder: &Path) -> Result<(), Failure> {
    let read = |name: &str| {
        let file = folder.join(name);
        fs::read_to_string(&file).map_err(about(&file))
    };
    let write = |name: &str, text: &str| {
        let file = folder.join(name);
        fs::write(&file, text).map_err(about(&file))
    };
    let worker = html::without_remarks(&read(WORKER)?);
    let (page, digest) = without_worker(&read(PAGE)?)?;
    let mut files = Map::new();
    let mut names = Vec::new();
    collect(folder, "", &mut names)?;
    names.sort();
    for name in names.iter().filter(|name| is_kept(name)) {
        let file = folder.join(name);
        let bytes =
            if name == PAGE { page.clone().into_bytes() } else { fs::read(&file).map_err(about(&file))? };
        files.insert(name.clone(), json!({ "integrity": policy::integrity(&bytes), "bytes": bytes.len() }));
    }
    // With the worker's own text, so that a change of that alone makes another build too.
    let list = json!({ "worker": policy::integrity(worker.as_bytes()), "files": Value::Object(files) });
    let list = list.to_string();
    let name = format!("offline-{}.json", policy::short(list.as_bytes()));
    let told = format!(
        "const LIST = {{ name: \"{name}\", integrity: \"{}\" }};",
        policy::integrity(list.as_bytes())
    );
    if worker.matches(PLACE).count() != 1 {
        return Err(Failure::new(format!("src/relay/worker.js should say once: {PLACE}")));
    }
    let worker = worker.replace(PLACE, &told);
    write(&name, &list)?;
    write(WORKER, &worker)?;
    write(PAGE, &read(PAGE)?.replace(&digest, &with_digest(&policy::integrity(worker.as_bytes()))))
}

fn with_digest(integrity: &str) -> String {
    format!(" data-worker-integrity=\"{integrity}\"")
}

/// The page without the digest of the worker, and what was left out.
fn without_worker(page: &str) -> Result<(String, String), Failure> {
    let digest = html::tags(page, "meta").into_iter().find_map(|tag| tag.attribute("data-worker-integrity"));
    let digest = digest.ok_or_else(|| Failure::new("The page does not carry the worker's digest."))?;
    let said = with_digest(digest);
    if page.matches(&said).count() != 1 {
        return Err(Failure::new("The page should carry the worker's digest once."));
    }
    Ok((page.replace(&said, ""), said))
}

/// The files of a folder and of those in it, by their paths from the first.
fn collect(folder: &Path, prefix: &str, names: &mut Vec<String>) -> Result<(), Failure> {
    for entry in fs::read_dir(folder).map_err(about(folder))? {
        let path = entry.map_err(about(folder))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            collect(&path, &format!("{prefix}{name}/"), names)?;
        } else {
            names.push(format!("{prefix}{name}"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    /// A folder as a build leaves it, but for the list.
    fn dist(worker: &str) -> PathBuf {
        let id = format!("offline-{}-{:?}", std::process::id(), std::thread::current().id());
        let folder = std::env::temp_dir().join(id);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("lessons")).unwrap();
        let page = "<meta name=\"portal-files\" data-worker=\"./worker.js\" data-worker-integrity=\"sha384-a\" hidden>";
        for (name, text) in [
            (PAGE, page),
            ("p-1.js", "1"),
            ("lessons/a.en.json", "{}"),
            ("_headers", ""),
            (MANIFEST, "{}"),
            ("icon-192.png", ""),
            ("icon.svg", "<svg/>"),
            ("embed.js", ""),
            (WORKER, worker),
        ] {
            fs::write(folder.join(name), text).unwrap();
        }
        folder
    }

    /// What is there then: the list's name, the list, the worker and the page.
    fn packed(worker: &str) -> (String, Value, String, String) {
        let folder = dist(worker);
        pack(&folder).unwrap();
        let mut names = Vec::new();
        collect(&folder, "", &mut names).unwrap();
        let name = names.into_iter().find(|name| is_list(name)).unwrap();
        let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
        let all = (name.clone(), serde_json::from_str(&read(&name)).unwrap(), read(WORKER), read(PAGE));
        let integrity = policy::integrity(read(&name).as_bytes());
        assert!(all.2.contains(&format!("name: \"{name}\", integrity: \"{integrity}\"")), "{}", all.2);
        fs::remove_dir_all(folder).unwrap();
        all
    }

    #[test]
    fn the_list_has_every_file_that_the_portal_fetches_and_no_other() {
        let (_, list, ..) = packed(PLACE);
        let names: Vec<&String> = list["files"].as_object().unwrap().keys().collect();
        assert_eq!(names, ["icon.svg", "index.html", "lessons/a.en.json", "p-1.js"]);
        assert_eq!(list["files"]["p-1.js"]["integrity"], policy::integrity(b"1"));
        assert_eq!(list["files"]["p-1.js"]["bytes"], 1);
    }

    #[test]
    fn the_page_knows_the_worker_and_the_list_the_page_without_it() {
        let (_, list, worker, page) = packed(PLACE);
        let digest = with_digest(&policy::integrity(worker.as_bytes()));
        assert!(page.contains(&digest), "{page}");
        let bare = page.replace(&digest, "");
        assert!(!bare.contains("integrity"), "{bare}");
        assert_eq!(list["files"][PAGE]["integrity"], policy::integrity(bare.as_bytes()));
    }

    #[test]
    fn another_worker_makes_another_build_and_a_remark_none() {
        let (name, ..) = packed(PLACE);
        assert_ne!(name, packed(&format!("{PLACE}\nnew();")).0);
        assert_eq!(name, packed(&format!("// A remark.\n{PLACE}")).0);
    }

    #[test]
    fn a_worker_that_has_no_place_for_the_list_stops_the_build() {
        let folder = dist("self.skipWaiting();");
        assert!(pack(&folder).is_err());
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn the_worker_has_a_place_for_the_list() {
        let worker = fs::read_to_string(crate::shell::root().join("src/relay/worker.js")).unwrap();
        assert_eq!(html::without_remarks(&worker).matches(PLACE).count(), 1);
    }

    #[test]
    fn the_list_of_jobs_waits_for_none_of_what_only_the_worker_fetches() {
        for name in [WORKER, MANIFEST, "icon-512.png", "offline-1.json"] {
            assert!(is_behind(name) && !is_kept(name), "{name}");
        }
        for name in [PAGE, "p-1.js", "p-1_bg.wasm", "style-1.css", "icon.svg"] {
            assert!(!is_behind(name) && is_kept(name), "{name}");
        }
    }
}
