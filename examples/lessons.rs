//! Checks the lessons of a folder, and prints the table of actions and states that they cover.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use import_export_portal::lessons::coverage::Coverage;
use import_export_portal::lessons::lint::lint;
use import_export_portal::lessons::read_parts;
use import_export_portal::phrases::Language;

fn main() -> ExitCode {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "lessons".to_owned());
    match report(Path::new(&folder)) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(problems) => {
            println!("\n{problems} problems");
            ExitCode::FAILURE
        }
        Err(why) => {
            eprintln!("{folder}: {why}");
            ExitCode::FAILURE
        }
    }
}

/// Prints what was found, and returns how many problems that is.
fn report(folder: &Path) -> std::io::Result<usize> {
    let mut coverage = Coverage::default();
    let mut problems = 0;
    let mut folders: Vec<_> = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    folders.sort_by_key(fs::DirEntry::file_name);
    for entry in folders.into_iter().filter(|entry| entry.path().is_dir()) {
        let path = entry.path();
        let mut texts = Vec::new();
        for tag in Language::all().map(Language::tag) {
            let file = path.join(format!("{tag}.json"));
            if file.exists() {
                texts.push((tag, fs::read_to_string(file)?));
            }
        }
        let texts: Vec<(&str, &str)> = texts.iter().map(|(tag, text)| (*tag, text.as_str())).collect();
        let lesson = fs::read_to_string(path.join("lesson.json"))?;
        let found: Vec<String> = match read_parts(&lesson, &texts) {
            Ok(lesson) if !path.ends_with(&lesson.id) => vec![format!("its id is {}", lesson.id)],
            Ok(lesson) => lint(&lesson, &mut coverage).iter().map(ToString::to_string).collect(),
            Err(why) => vec![format!("{why:?}")],
        };
        println!("{} {}", if found.is_empty() { "ok     " } else { "PROBLEM" }, entry.file_name().display());
        found.iter().for_each(|problem| println!("        {problem}"));
        problems += found.len();
    }
    println!("\nHow many lessons meet each action in each state:\n{}", coverage.table());
    let missing = coverage.missing();
    for (action, state) in &missing {
        println!("no lesson meets {action:?} in {}", state.as_str());
    }
    Ok(problems + missing.len())
}
