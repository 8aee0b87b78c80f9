//! The loader: what stands in the script of the portal in the place of the one by which the splitter fetches files.

use crate::html;
use crate::shell::Failure;

/// The script that the splitter writes to fetch the other files; src/boot.js does that, with their digests.
pub const LOADER: &str = "./__wasm_split.js";
/// How the names of its functions begin.
const LOAD: &str = "__wasm_split_load_";

/// The script with src/boot.js, which fetches each of these parts, in the place of the splitter's own script.
pub fn with_loader(js: &str, parts: &[&str]) -> Result<String, Failure> {
    // The list waits for this script, so what is alike is written once.
    let loaders = format!(
        "Object.fromEntries(\"{}\".split(\" \").map((part) => [\"{LOAD}\" + part, \
         (told, data) => globalThis.portalBoot.loadPart(part, initSync(), told, data)]))",
        parts.join(" ")
    );
    let import = |line: &str| -> Option<String> {
        let name = line.strip_prefix("import * as ")?.split_once(" from ")?;
        (name.1.trim_matches([';', '"']) == LOADER).then(|| name.0.to_owned())
    };
    // wasm-bindgen imports the script once more for each function, and gives each to the wasm under one name.
    let mut again = Vec::new();
    let mut found = false;
    let mut text = String::new();
    for line in js.lines() {
        match import(line) {
            Some(name) if found => again.push(format!("\"{LOADER}\": {name},")),
            Some(name) => {
                text.push_str(&format!("const {name} = {loaders};\n"));
                found = true;
            }
            None if again.iter().any(|given| given == line.trim()) => {}
            None => {
                text.push_str(line);
                text.push('\n');
            }
        }
    }
    if !found {
        return Err(Failure::new("wasm-bindgen's script does not import the loader of the later pages."));
    }
    Ok(html::without_remarks(&text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_import_of_the_splitters_script_becomes_calls_of_the_start_script() {
        let js = "import * as import1 from \"./__wasm_split.js\"\nimport * as import2 from \"./__wasm_split.js\"\n\
                  return {\n  \"./__wasm_split.js\": import1,\n  \"./__wasm_split.js\": import2,\n};\n";
        let text = with_loader(js, &["job", "later"]).unwrap();
        let begins = "const import1 = Object.fromEntries(\"job later\".split(\" \").map((part) => [\"__wasm_split_load_\" + part, ";
        assert!(text.starts_with(begins), "{text}");
        assert!(text.ends_with("\nreturn {\n\"./__wasm_split.js\": import1,\n};\n"), "{text}");
        assert!(with_loader("let wasm;", &["later"]).is_err());
    }
}
