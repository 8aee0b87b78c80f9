//! Several wasm files instead of one: what a first visit shows, what is fetched behind it, and a file for each room; and
//! a file of texts for each language.
//!
//! src/portal/rooms/later.rs and rooms/mod.rs say what these are. The linker keeps the places of all addresses
//! (build.rs), so that whatever only a room reaches can be moved to its file, which works in the memory of the first.
//! What several reach goes with the file behind the first view, which is there before any room is.

mod loader;

use crate::alike;
use crate::lessons;
use crate::merge;
use crate::names;
use crate::policy;
use crate::rooms::entered_through;
use crate::shell::{self, Failure, about};
use crate::texts;
use crate::tools::{self, TARGET};
use loader::{LOADER, with_loader};
use std::collections::{BTreeMap, HashMap};
use std::convert::Infallible;
use std::env;
use std::fmt::Display;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_split_cli_support::{Options, transform};
use wasmparser::Parser;

/// What goes wrong when a wasm is written anew.
pub type Error = wasm_encoder::reencode::Error;

/// The program that Cargo compiles, and how its files begin.
const NAME: &str = "import-export-portal";

/// How the names of the files begin that the splitter makes of a room each; the others have what several rooms reach.
const SPLIT: &str = "split_";

/// The file behind the first view.
pub const LATER: &str = "later";

/// The section of that file in which the names and digests of the rooms stand; src/boot.js reads it.
const SECTION: &str = "rooms";

/// Which of the files that the list does not wait for this is, by its name: of a room or, called by its tag, a language.
pub fn part_of(name: &str) -> Option<&str> {
    let stem = [".wasm", ".css", ".json"].iter().find_map(|end| name.strip_suffix(end))?;
    let (_, part) = stem.split_once('_')?;
    (part != "bg").then_some(part)
}

/// The files that replace the script and the wasm of Trunk.
#[derive(Debug)]
pub struct Files {
    pub js: (String, Vec<u8>),
    pub wasm: (String, Vec<u8>),
    /// What is fetched behind the list; it has the names and digests of the rooms and their style sheets.
    pub later: (String, Vec<u8>),
    pub later_style: (String, Vec<u8>),
    pub rooms: Vec<(String, Vec<u8>)>,
    /// The texts of each language, by its tag.
    pub texts: Vec<(String, (String, Vec<u8>))>,
}

/// Splits the program that Cargo has just compiled; a room comes with its style sheet, if it has one of these, and what comes
/// behind the list with `later_style`. What is `released` is made smaller, which takes longer.
pub fn split(styles: &BTreeMap<String, String>, later_style: &str, released: bool) -> Result<Files, Failure> {
    let target = target_folder()?;
    let input = target
        .join(TARGET)
        .join(if released { "release" } else { "debug" })
        .join(NAME)
        .with_extension("wasm");
    let work = target.join("split");
    if work.exists() {
        fs::remove_dir_all(&work).map_err(about(&work))?;
    }
    let main = work.join("main.wasm");
    let input = fs::read(&input).map_err(about(&input))?;
    let languages = lessons::languages()?;
    let texts = texts::find(&input, languages.len())?;
    let input = texts::marked(&input, &texts);
    let (written, needs) = {
        let mut options = Options::new(&input);
        options.output_dir = &work;
        options.main_out_path = &main;
        options.link_name = LOADER;
        let split = transform(options);
        let split = split.map_err(|error| Failure::new(format!("The wasm cannot be split: {error:#}.")))?;
        (split.split_modules, split.prefetch_map)
    };
    let first = texts::restored(fs::read(&main).map_err(about(&main))?, &texts);
    fs::write(&main, first).map_err(about(&main))?;
    let stem = |file: &PathBuf| file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let stems: Vec<String> = written.iter().map(stem).collect();
    let mut part_names: Vec<&str> = stems.iter().filter_map(|stem| stem.strip_prefix(SPLIT)).collect();
    part_names.sort_unstable();
    let out = work.join("out");
    let mut bindgen = Command::new(tools::bindgen()?);
    bindgen
        .args(["--target=web", "--no-typescript", "--no-demangle"])
        .args(["--remove-name-section", "--remove-producers-section"])
        // The second file imports by these names.
        .arg("--keep-lld-exports")
        .arg(format!("--out-name={NAME}"))
        .arg("--out-dir")
        .arg(&out)
        .arg(&main);
    shell::run(&mut bindgen, "wasm-bindgen failed on the split wasm: look above for the reason.")?;
    if out.join("snippets").exists() {
        return Err(Failure::new(
            "A dependency brings JavaScript files of its own, which nothing would check.",
        ));
    }
    let js_file = out.join(NAME).with_extension("js");
    let js = with_loader(&fs::read_to_string(&js_file).map_err(about(&js_file))?, &part_names)?;
    let wasm_file = out.join(format!("{NAME}_bg.wasm"));
    let wasm = fs::read(&wasm_file).map_err(about(&wasm_file))?;
    let packed = |wasm: &[u8]| {
        let tight = tight(&without_custom_sections(wasm)?)?;
        if released { alike::packed(&tight) } else { Ok(tight) }
    };
    let wasm = packed(&wasm)?;
    let (js, wasm) = names::shorten(&js, &wasm)?;
    let named = |end: &str, bytes: Vec<u8>| (format!("{NAME}-{}{end}", policy::short(&bytes)), bytes);
    let (mut parts, mut shared) = (BTreeMap::new(), Vec::new());
    for (file, stem) in written.iter().zip(&stems) {
        let bytes = fs::read(file).map_err(about(file))?;
        let room = match stem.strip_prefix(SPLIT) {
            Some(part) => Some(part).filter(|part| *part != LATER),
            None => way_to(stem, &needs),
        };
        match room {
            Some(room) => parts.entry(room.to_owned()).or_insert_with(Vec::new).push(bytes),
            None => shared.push(bytes),
        }
    }
    let mut taken = Vec::new();
    let mut small = |wasm: &[u8]| {
        let wasm = packed(wasm)?;
        texts::without(&wasm, &texts, &mut taken)
    };
    let (mut files, mut told) = (Vec::new(), Vec::new());
    for (part, files_of_part) in parts {
        let bytes = match files_of_part.as_slice() {
            [one] => one.clone(),
            several => merge::merge(several)?,
        };
        let (name, bytes) = named(&format!("_{part}.wasm"), small(&bytes)?);
        let mut of_room = vec![(name, bytes)];
        if let Some(style) = styles.get(&part) {
            of_room.push(named(&format!("_{part}.css"), style.clone().into_bytes()));
        }
        let tell =
            |(name, bytes): &(String, Vec<u8>)| format!("\"./{name}\",\"{}\"", policy::integrity(bytes));
        told.push(format!("\"{part}\":[{}]", of_room.iter().map(tell).collect::<Vec<_>>().join(",")));
        files.extend(of_room);
    }
    let mut later = small(&merge::merge(&shared)?)?;
    append(&mut later, format!("{{{}}}", told.join(",")).as_bytes());
    let file = |(language, tag): (usize, &String)| {
        let text = texts::file(&texts, &taken, language);
        (tag.clone(), named(&format!("_{tag}.json"), text.into_bytes()))
    };
    let of_languages = languages.iter().enumerate().map(file).collect();
    Ok(Files {
        texts: of_languages,
        js: named(".js", js.into_bytes()),
        wasm: named("_bg.wasm", wasm),
        later: named(&format!("_{LATER}.wasm"), later),
        later_style: named(&format!("_{LATER}.css"), later_style.as_bytes().to_vec()),
        rooms: files,
    })
}

/// The room through which all are entered that need this file, or all others than itself, if there is one.
fn way_to(stem: &str, needs: &HashMap<String, Vec<String>>) -> Option<&'static str> {
    let through = entered_through();
    let is_this = |file: &String| file.trim_end_matches(".wasm") == stem;
    let needing: Vec<&str> =
        needs.iter().filter(|(_, files)| files.iter().any(is_this)).map(|(room, _)| room.as_str()).collect();
    let leads = |way: &str, room: &str| through.get(room).is_some_and(|ways| ways.contains(&way));
    let fits = |way: &&str| needing.len() > 1 && needing.iter().all(|room| room == way || leads(way, room));
    let ways: Vec<&str> = through.values().flatten().copied().filter(fits).collect();
    // Whoever goes no further than one room needs nothing of those behind it.
    let last = ways.iter().max_by_key(|way| through.get(*way).map_or(0, Vec::len));
    ways.iter().find(|way| needing.contains(way)).or(last).copied()
}

/// Where Cargo compiles: it put this program there too, in a folder for its profile.
fn target_folder() -> Result<PathBuf, Failure> {
    let here = env::current_exe().map_err(about(Path::new("xtask")))?;
    let folder = here.parent().and_then(Path::parent);
    folder.map(Path::to_path_buf).ok_or_else(|| Failure::new("xtask should be started by `cargo xtask`."))
}

/// Puts names and digests into a wasm.
fn append(wasm: &mut Vec<u8>, told: &[u8]) {
    let section = wasm_encoder::CustomSection { name: SECTION.into(), data: told.into() };
    wasm_encoder::Section::append_to(&section, wasm);
}

/// A wasm without names and other remarks that no browser needs.
fn without_custom_sections(wasm: &[u8]) -> Result<Vec<u8>, Failure> {
    let broken = || Failure::new("The splitter wrote a wasm that ends in the middle of a section.");
    let (head, mut rest) = wasm.split_at_checked(8).ok_or_else(broken)?;
    let mut kept = head.to_vec();
    while let [id, after @ ..] = rest {
        let digits = after.iter().position(|byte| byte & 0x80 == 0).ok_or_else(broken)? + 1;
        let length = after[..digits].iter().rev().fold(0, |sum, byte| sum << 7 | usize::from(byte & 0x7f));
        let (section, next) = rest.split_at_checked(1 + digits + length).ok_or_else(broken)?;
        if *id != 0 {
            kept.extend(section);
        }
        rest = next;
    }
    Ok(kept)
}

/// The same wasm without the room that the linker leaves in every address so that it could be changed, a tenth of all.
/// (wasm-bindgen writes the first file anew anyway.)
fn tight(wasm: &[u8]) -> Result<Vec<u8>, Failure> {
    encoded(&mut RoundtripReencoder, wasm)
}

pub fn encoded(by: &mut impl Reencode<Error = Infallible>, wasm: &[u8]) -> Result<Vec<u8>, Failure> {
    let mut module = wasm_encoder::Module::new();
    by.parse_core_module(&mut module, Parser::new(0), wasm).map_err(unreadable)?;
    Ok(module.finish())
}

pub fn unreadable(error: impl Display) -> Failure {
    Failure::new(format!("The splitter wrote a wasm that cannot be read: {error}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_room_shares_with_the_one_that_leads_to_it_goes_with_that_one() {
        let needs = |rooms: &[&str]| {
            let files = || vec!["chunk_1.wasm".to_owned()];
            rooms.iter().map(|room| ((*room).to_owned(), files())).collect::<HashMap<_, _>>()
        };
        for all in [
            &["learn", "class"][..],
            &["learn", "present"],
            &["class", "learn", "present"],
            &["learn", "lessons"],
        ] {
            assert_eq!(way_to("chunk_1", &needs(all)), Some("learn"), "{all:?}");
        }
        for all in [&["class", "present"][..], &["lessons", "lesson"], &["recorder", "lessons", "class"]] {
            assert_eq!(way_to("chunk_1", &needs(all)), Some("lessons"), "{all:?}");
        }
        for others in [&["learn"][..], &["class", "job"], &["class", "job", "learn"]] {
            assert_eq!(way_to("chunk_1", &needs(others)), None, "{others:?}");
        }
        for shared in [&["job", "gallery"][..], &["look", "job"], &["look", "gallery", "job"]] {
            assert_eq!(way_to("chunk_1", &needs(shared)), Some("job"), "{shared:?}");
        }
        assert_eq!(way_to("chunk_1", &needs(&["gallery", "look"])), Some("look"));
        assert_eq!(way_to("chunk_1", &needs(&["gallery", "prototype"])), Some("look"));
        assert_eq!(way_to("chunk_1", &needs(&["prototype", "look"])), Some("look"));
        assert_eq!(way_to("chunk_1", &needs(&["gallery", "look", "learn"])), None);
        assert_eq!(way_to("chunk_12", &needs(&["learn", "class"])), None);
    }

    #[test]
    fn the_list_waits_for_the_first_wasm_alone() {
        let of = |end: &str| part_of(end).map(str::to_owned);
        assert_eq!(of("import-export-portal-1a2b_learn.wasm"), Some("learn".to_owned()));
        assert_eq!(of("import-export-portal-1a2b_bg.wasm"), None);
        assert_eq!(of("import-export-portal-1a2b_learn.css"), Some("learn".to_owned()));
        assert_eq!(of("import-export-portal-1a2b_tr.json"), Some("tr".to_owned()));
        assert_eq!(of("offline-1a2b.json"), None);
        assert_eq!(of("style-1a2b.css"), None);
        assert_eq!(of("worker.js"), None);
    }

    #[test]
    fn what_is_told_of_the_rooms_stands_in_a_section_of_its_own() {
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        append(&mut wasm, b"{}");
        assert_eq!(wasm.split_off(8), b"\0\x08\x05rooms{}");
    }

    #[test]
    fn a_number_takes_no_more_bytes_than_it_needs() {
        let head = *b"\0asm\x01\0\0\0";
        // One type, of a function without anything; its number of types is written with four bytes too many.
        let wide = [&head[..], &[1, 8, 0x81, 0x80, 0x80, 0x80, 0, 0x60, 0, 0]].concat();
        assert_eq!(tight(&wide).unwrap(), [&head[..], &[1, 4, 1, 0x60, 0, 0]].concat());
        assert!(tight(b"no wasm").is_err());
    }

    #[test]
    fn a_wasm_loses_its_custom_sections_and_nothing_else() {
        let head = *b"\0asm\x01\0\0\0";
        let wasm = [&head[..], &[0, 2, 1, b'x'], &[1, 0x81, 0, 9], &[0, 1, 0], &[3, 1, 7]].concat();
        assert_eq!(without_custom_sections(&wasm).unwrap(), [&head[..], &[1, 0x81, 0, 9, 3, 1, 7]].concat());
        assert!(without_custom_sections(&wasm[..wasm.len() - 1]).is_err());
    }
}
