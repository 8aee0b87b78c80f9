//! Lessons: `cargo xtask lessons` checks those of the source; a build packs them, a file a lesson and language.

use std::fs;
use std::path::Path;

use serde_json::{Map, Value, json};

use crate::policy;
use crate::shell::{self, Failure, about, cargo, root, stems};

pub fn run() -> Result<(), Failure> {
    let here = ["run", "--quiet", "--package", "import-export-portal", "--example", "lessons"];
    shell::run(cargo().args(here), "A lesson does not keep what it promises: the reason stands above.")
}

/// Writes the lessons beside the page, and returns the digest of each language's catalogue, which holds the others.
pub fn pack(folder: &Path) -> Result<Vec<(String, String)>, Failure> {
    let source = root().join("lessons");
    let target = folder.join("lessons");
    fs::create_dir_all(&target).map_err(about(&target))?;
    let mut digests = Vec::new();
    for language in languages()? {
        let mut catalogue = Vec::new();
        for id in ids()? {
            let lesson = read(&source.join(&id).join("lesson.json"))?;
            let texts = read(&source.join(&id).join(format!("{language}.json")))?;
            let packed = packed(&lesson, &texts, &language).to_string();
            let file = target.join(format!("{id}.{language}.json"));
            fs::write(&file, &packed).map_err(about(&file))?;
            catalogue.push(listed(&lesson, &texts, &policy::integrity(packed.as_bytes())));
        }
        let text = Value::Array(catalogue).to_string();
        let file = target.join(format!("catalogue.{language}.json"));
        fs::write(&file, &text).map_err(about(&file))?;
        digests.push((language, policy::integrity(text.as_bytes())));
    }
    Ok(digests)
}

/// A lesson as the course lists it.
pub struct Listed {
    pub id: String,
    pub rev: u64,
    /// The points of all its tasks.
    pub points: u64,
    pub title: String,
}

/// The course with titles in this language.
pub fn course(language: &str) -> Result<Vec<Listed>, Failure> {
    let source = root().join("lessons");
    let mut course = Vec::new();
    for id in ids()? {
        let lesson = read(&source.join(&id).join("lesson.json"))?;
        let texts = read(&source.join(&id).join(format!("{language}.json")))?;
        let tasks = lesson["tasks"].as_array().into_iter().flatten();
        course.push(Listed {
            rev: lesson["rev"].as_u64().unwrap_or_default(),
            points: tasks.filter_map(|task| task["points"].as_u64()).sum(),
            title: texts["title"].as_str().unwrap_or_default().to_owned(),
            id,
        });
    }
    Ok(course)
}

/// The ids of the lessons in their order.
fn ids() -> Result<Vec<String>, Failure> {
    let course = read(&root().join("lessons/course.json"))?;
    Ok(course.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect())
}

/// The tags of the languages that the portal speaks, in their order.
pub fn languages() -> Result<Vec<String>, Failure> {
    stems(&root().join("src/portal/locales"))
}

fn read(file: &Path) -> Result<Value, Failure> {
    let text = fs::read_to_string(file).map_err(about(file))?;
    serde_json::from_str(&text).map_err(|error| Failure::new(format!("{}: {error}", file.display())))
}

/// A lesson with the texts of one language inside.
fn packed(lesson: &Value, texts: &Value, language: &str) -> Value {
    let mut lesson: Map<String, Value> = lesson.as_object().cloned().unwrap_or_default();
    lesson.insert("texts".to_owned(), json!({ language: texts }));
    Value::Object(lesson)
}

/// What the catalogue says of a lesson.
fn listed(lesson: &Value, texts: &Value, integrity: &str) -> Value {
    json!({
        "id": lesson["id"],
        "rev": lesson["rev"],
        "minutes": lesson["minutes"],
        "needs": lesson.get("needs").cloned().unwrap_or_else(|| json!([])),
        "tasks": lesson["tasks"].as_array().map_or(0, Vec::len),
        "title": texts["title"],
        "about": texts["about"],
        "integrity": integrity,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_catalogue_carries_the_digest_of_every_lesson() {
        let folder = std::env::temp_dir().join(format!("lessons-{}", std::process::id()));
        let digests = pack(&folder).unwrap();
        assert_eq!(digests.iter().map(|(tag, _)| tag.as_str()).collect::<Vec<_>>(), ["en", "tr"]);
        for (language, digest) in digests {
            let text = fs::read(folder.join(format!("lessons/catalogue.{language}.json"))).unwrap();
            assert_eq!(policy::integrity(&text), digest);
            let catalogue: Value = serde_json::from_slice(&text).unwrap();
            assert_eq!(catalogue.as_array().unwrap().len(), 12);
            for listed in catalogue.as_array().unwrap() {
                let name = format!("lessons/{}.{language}.json", listed["id"].as_str().unwrap());
                let lesson = fs::read(folder.join(name)).unwrap();
                assert_eq!(policy::integrity(&lesson), listed["integrity"].as_str().unwrap());
                let lesson: Value = serde_json::from_slice(&lesson).unwrap();
                assert_eq!(lesson["texts"].as_object().unwrap().keys().collect::<Vec<_>>(), [&language]);
            }
        }
        fs::remove_dir_all(folder).unwrap();
    }
}
