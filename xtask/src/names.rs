//! The names by which the script and the wasm of a release know each other: short ones in the place of those that
//! wasm-bindgen ends with a digest, which no compression shortens.

use crate::shell::Failure;
use crate::split::{encoded, unreadable};
use std::collections::BTreeMap;
use std::convert::Infallible;
use wasm_encoder::ImportSection;
use wasm_encoder::reencode::{Reencode, utils};
use wasmparser::{Imports, Parser, Payload};

/// The letters of a short name.
const LETTERS: &[u8; 26] = b"abcdefghijklmnopqrstuvwxyz";
/// How many hexadecimal digits wasm-bindgen ends a name with.
const DIGITS: usize = 16;

/// The script and the wasm with short names for each function that the script gives to the wasm.
///
/// # Errors
/// The wasm cannot be read, or the script does not give it a function that it imports.
pub fn shorten(js: &str, wasm: &[u8]) -> Result<(String, Vec<u8>), Failure> {
    let mut short = BTreeMap::new();
    for part in Parser::new(0).parse_all(wasm) {
        if let Payload::ImportSection(imports) = part.map_err(unreadable)? {
            for import in imports.into_imports() {
                let name = import.map_err(unreadable)?.name;
                if has_digest(name) {
                    let no = short.len();
                    short.entry(name.to_owned()).or_insert_with(|| letters(no));
                }
            }
        }
    }
    let (script, found) = replaced(js, &short);
    if found != short.len() {
        return Err(Failure::new(format!(
            "wasm-bindgen's script gives {found} of the {} functions that the wasm imports.",
            short.len()
        )));
    }
    Ok((script, encoded(&mut Renamed { short }, wasm)?))
}

/// Whether wasm-bindgen has ended this name with a digest.
fn has_digest(name: &str) -> bool {
    let end = name.starts_with("__wb").then(|| name.rsplit_once('_')).flatten().map(|(_, end)| end);
    end.is_some_and(|end| end.len() == DIGITS && end.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// The name of this number: `a` to `z`, `aa` to `zz` and so on.
fn letters(mut number: usize) -> String {
    let mut name = Vec::new();
    loop {
        name.push(LETTERS[number % LETTERS.len()]);
        number /= LETTERS.len();
        if number == 0 {
            break;
        }
        number -= 1;
    }
    name.iter().rev().map(|letter| char::from(*letter)).collect()
}

/// A script in which each of these names is short, and how many were replaced.
fn replaced(js: &str, short: &BTreeMap<String, String>) -> (String, usize) {
    let part_of_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let (mut text, mut found, mut rest) = (String::with_capacity(js.len()), 0, js);
    while !rest.is_empty() {
        let word = rest.find(|c: char| !part_of_name(c)).unwrap_or(rest.len());
        let (name, after) = rest.split_at(word);
        match short.get(name) {
            Some(short) => {
                found += 1;
                text.push_str(short);
            }
            None => text.push_str(name),
        }
        let next = after.find(part_of_name).unwrap_or(after.len());
        text.push_str(&after[..next]);
        rest = &after[next..];
    }
    (text, found)
}

/// Writes a wasm with other names for what it imports.
struct Renamed {
    short: BTreeMap<String, String>,
}

impl Reencode for Renamed {
    type Error = Infallible;

    fn parse_imports(
        &mut self,
        section: &mut ImportSection,
        imports: Imports<'_>,
    ) -> Result<(), wasm_encoder::reencode::Error<Infallible>> {
        let Imports::Single(place, mut import) = imports else {
            return utils::parse_imports(self, section, imports);
        };
        let short = self.short.get(import.name).cloned();
        if let Some(short) = &short {
            import.name = short;
        }
        utils::parse_imports(self, section, Imports::Single(place, import))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: [u8; 8] = *b"\0asm\x01\0\0\0";

    /// A wasm that imports a function of each of these names, from "m".
    fn importing(names: &[&str]) -> Vec<u8> {
        let count = |bytes: usize| u8::try_from(bytes).unwrap();
        let import = |name: &&str| [&[1, b'm', count(name.len())], name.as_bytes(), &[0, 0]].concat();
        let imports: Vec<u8> = names.iter().flat_map(import).collect();
        let section = [&[count(names.len())], &imports[..]].concat();
        [&HEAD[..], &[1, 4, 1, 0x60, 0, 0], &[2, count(section.len())], &section].concat()
    }

    #[test]
    fn names_with_a_digest_are_short_in_both_and_others_stay() {
        let long = ["__wbg_new_0123456789abcdef", "__wbindgen_cast_0000000000000001"];
        let wasm = importing(&[long[0], "__wbindgen_init", long[1]]);
        let js = format!("const import0 = {{ {}: f, __wbindgen_init: g, {}: h }};", long[0], long[1]);
        let (js, wasm) = shorten(&js, &wasm).unwrap();
        assert_eq!(js, "const import0 = { a: f, __wbindgen_init: g, b: h };");
        assert_eq!(wasm, importing(&["a", "__wbindgen_init", "b"]));
    }

    #[test]
    fn a_function_that_the_script_does_not_give_breaks_the_build() {
        let wasm = importing(&["__wbg_new_0123456789abcdef"]);
        let told = shorten("const import0 = { __wbg_new_0123456789abcdee: f };", &wasm).unwrap_err();
        assert!(told.to_string().contains("gives 0 of the 1 functions"), "{told}");
    }

    #[test]
    fn every_number_has_a_name_of_its_own() {
        assert_eq!([0, 25, 26, 27, 701, 702].map(letters), ["a", "z", "aa", "ab", "zz", "aaa"]);
    }
}
