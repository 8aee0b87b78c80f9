//! `cargo xtask scorm`: the course as packages for learning platforms (SCORM 1.2), one for each language of its titles.
//!
//! Each lesson is a shareable content object (SCO) of its own: trainers assign lessons one by one, and read status, score
//! and time lesson by lesson. The portal that all of them show is in the package once.

mod manifest;
mod page;

use crate::lessons::{self, Listed as Lesson};
use crate::policy;
use crate::shell::{Failure, about, root, say};
use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Where the packages go, from the project's folder.
const TARGET: &str = "target/scorm";
/// Where the portal is in a package.
const PORTAL: &str = "portal/";
/// The file that only some static hosts read, and no learning platform.
const HEADERS: &str = "_headers";

#[derive(Debug, PartialEq)]
pub struct Options {
    /// The score, of 100, from which a lesson is passed; 0 where it is completed only.
    pub pass: u8,
}

impl Default for Options {
    fn default() -> Self {
        Self { pass: 50 }
    }
}

/// The files of a package by their paths in it, in the order in which they are packed.
type Files = BTreeMap<String, Vec<u8>>;

pub fn run(options: &Options) -> Result<(), Failure> {
    if options.pass > 100 {
        return Err(Failure::new("`--pass` is a score of 100 at most; 0 lets lessons be completed only."));
    }
    let dist = root().join("dist");
    if !dist.join("index.html").is_file() {
        return Err(Failure::new("There is no release build to pack: run `cargo xtask build` first."));
    }
    let target = root().join(TARGET);
    fs::create_dir_all(&target).map_err(about(&target))?;
    for language in lessons::languages()? {
        let files = files(&dist, &language, options.pass)?;
        let bytes = packed(&files)?;
        let name = format!("import-export-course.{language}.zip");
        // Whoever reads it meanwhile has the whole of the old or of the new one.
        let (part, file) = (target.join(format!("{name}.{}", std::process::id())), target.join(&name));
        fs::write(&part, &bytes).map_err(about(&part))?;
        fs::rename(&part, &file).map_err(about(&file))?;
        say(&format!("{TARGET}/{name}: SCORM 1.2, {} files, {} bytes.", files.len(), bytes.len()));
    }
    say("upload the one in your class's language; lessons and portal speak every learner's own in both.");
    Ok(())
}

/// What is in the package with titles in this language.
fn files(dist: &Path, language: &str, pass: u8) -> Result<Files, Failure> {
    let course = lessons::course(language)?;
    let mut files = Files::new();
    collect(dist, PORTAL, &mut files)?;
    let portal: Vec<String> = files.keys().cloned().collect();
    let sources = root().join("scorm");
    let read = |name: &str| {
        let file = sources.join(name);
        fs::read_to_string(&file).map_err(about(&file))
    };
    let tokens = root().join("style/tokens.css");
    let style = fs::read_to_string(&tokens).map_err(about(&tokens))? + &read("scorm.css")?;
    let script = read("scorm.js")?;
    let says = page::Sentences::read(&lessons::languages()?, &read)?;
    let template = page::Template {
        html: &read("lesson.html")?,
        language,
        style: &policy::integrity(style.as_bytes()),
        script: &policy::integrity(script.as_bytes()),
        says: &says,
        pass,
    };
    for lesson in &course {
        files.insert(page::name(lesson), template.page(lesson).into_bytes());
    }
    files.insert(page::STYLE.to_owned(), style.into_bytes());
    files.insert(page::SCRIPT.to_owned(), script.into_bytes());
    let title = says.course(language)?;
    let manifest = manifest::manifest(title, language, &course, &portal, pass);
    files.insert("imsmanifest.xml".to_owned(), manifest.into_bytes());
    Ok(files)
}

/// The files of a folder and of those in it.
fn collect(folder: &Path, prefix: &str, files: &mut Files) -> Result<(), Failure> {
    for entry in fs::read_dir(folder).map_err(about(folder))? {
        let path = entry.map_err(about(folder))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            collect(&path, &format!("{prefix}{name}/"), files)?;
        } else if name != HEADERS {
            files.insert(format!("{prefix}{name}"), fs::read(&path).map_err(about(&path))?);
        }
    }
    Ok(())
}

/// The package. Neither the clock nor the machine shows in it: equal files make equal bytes.
fn packed(files: &Files) -> Result<Vec<u8>, Failure> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let failed =
        |error: &dyn std::fmt::Display| Failure::new(format!("The package cannot be made: {error}."));
    for (name, bytes) in files {
        writer.start_file(name, options).map_err(|error| failed(&error))?;
        writer.write_all(bytes).map_err(|error| failed(&error))?;
    }
    Ok(writer.finish().map_err(|error| failed(&error))?.into_inner())
}

/// A text as the content of an element or of an attribute, in HTML and in XML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    /// A folder as a build leaves it.
    fn dist() -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!(
            "scorm-{}-{:?}",
            std::process::id(),
            std::thread::current().id()
        ));
        fs::create_dir_all(folder.join("lessons")).unwrap();
        for name in ["index.html", "a & b.js", "_headers", "lessons/catalogue.en.json"] {
            fs::write(folder.join(name), name).unwrap();
        }
        folder
    }

    #[test]
    fn a_package_holds_the_portal_a_page_for_each_lesson_and_a_manifest_that_lists_every_other_file() {
        let dist = dist();
        let files = files(&dist, "tr", 50).unwrap();
        fs::remove_dir_all(dist).unwrap();
        let manifest = String::from_utf8(files["imsmanifest.xml"].clone()).unwrap();
        for name in files.keys().filter(|name| *name != "imsmanifest.xml") {
            assert!(manifest.contains(&format!("<file href=\"{}\"/>", escaped(name))), "{name}: {manifest}");
        }
        assert!(!files.contains_key("portal/_headers"));
        assert_eq!(files.keys().filter(|name| name.starts_with("lesson-")).count(), 12);
        let page = String::from_utf8(files["lesson-ship-it.html"].clone()).unwrap();
        assert!(page.contains(&policy::integrity(&files["scorm.js"])), "{page}");
        assert!(page.contains(&policy::integrity(&files["scorm.css"])), "{page}");
    }

    #[test]
    fn equal_files_make_equal_bytes_and_come_out_as_they_went_in() {
        let files = Files::from([
            ("a.txt".to_owned(), b"a".repeat(1_000)),
            ("b/c.bin".to_owned(), (0..=255).collect()),
        ]);
        let bytes = packed(&files).unwrap();
        assert_eq!(bytes, packed(&files).unwrap());
        assert!(bytes.len() < 1_000, "it is compressed");
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut found = Files::new();
        for at in 0..archive.len() {
            let mut file = archive.by_index(at).unwrap();
            let mut content = Vec::new();
            file.read_to_end(&mut content).unwrap();
            found.insert(file.name().unwrap().into_owned(), content);
        }
        assert_eq!(found, files);
    }

    #[test]
    fn a_score_beyond_all_points_is_refused() {
        assert!(run(&Options { pass: 101 }).is_err());
    }
}
