//! Texts: which bytes of the program are a text of one language alone, taken out of the files in which they would come in
//! every language, and a file of them for each.
//!
//! src/phrases/generate.rs gives each message a list of its texts, one a language. Where only such lists lead to a text,
//! and all of them as one of the same language, nothing else needs it: its place in the memory stays empty until the
//! file of its language is there. As the splitter gives everything another place, a mark stands for each text while it
//! works. What the first view itself says stays where it is in every language: a further request of which it would have
//! to wait weighs more than that.

use crate::merge::constant;
use crate::shell::Failure;
use crate::split::{Error, encoded, unreadable};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use wasm_encoder::reencode::Reencode;
use wasm_encoder::{ConstExpr, DataSection};
use wasmparser::{DataKind, DataSectionReader, KnownCustom, Linking, Parser, Payload, SymbolInfo};

/// What the name of a list of texts ends with, before what the compiler puts there; see src/phrases/generate.rs.
const LIST: &str = "5TEXTS17h";

/// How many bytes an entry of a list takes: where a text is, and how long.
const ENTRY: u32 = 8;

/// A text shorter than this is left where it is: to say where it belongs would take as much.
const LEAST: usize = 6;

/// How a mark begins, which no text does; then come the number of the text in two bytes and as many bytes of [`FILL`] as
/// the text has more.
const MARK: [u8; 2] = [0xfe, 0xff];
const FILL: u8 = 0xff;

/// A text that only one language needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Its language, by the place in the order of tags, which is that of build.rs.
    language: usize,
    /// Where it is in the file of the program.
    from: usize,
    text: String,
}

/// A text that has been taken out: where it belongs in the memory, and its number.
pub type Taken = (u32, usize);

/// A piece of the memory as the program has it at first: where it begins in the section that has it and in the file.
struct Segment {
    in_section: u32,
    in_file: usize,
}

/// Something with a name in the memory.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    segment: u32,
    offset: u32,
    size: u32,
}

/// Everything that is read of a program in which the linker has left names and the places of addresses.
#[derive(Default)]
struct Linked<'a> {
    segments: Vec<Segment>,
    /// The symbols by their numbers; those that are no data are empty.
    symbols: Vec<Option<(&'a str, Place)>>,
    /// Which symbol's address stands where in the data.
    in_data: Vec<(u32, u32)>,
    /// The symbols whose addresses stand in the code, or as more than addresses.
    in_code: BTreeSet<u32>,
}

/// The texts of this program that only one language needs.
///
/// # Errors
/// The program cannot be read, or has no list of texts.
pub fn find(wasm: &[u8], languages: usize) -> Result<Vec<Text>, Failure> {
    let linked = read(wasm)?;
    // Where in the data an entry of a list begins, and of which language it is.
    let mut entries = BTreeMap::new();
    for (name, place) in linked.symbols.iter().flatten() {
        if !name.contains(LIST) {
            continue;
        }
        if place.size as usize != languages * ENTRY as usize {
            return Err(Failure::new(format!("{name} does not have a text for each language.")));
        }
        let begins = linked.segment(place)?.in_section + place.offset;
        entries.extend((0..languages).map(|language| (begins + language as u32 * ENTRY, language)));
    }
    if entries.is_empty() {
        return Err(Failure::new("The program has no texts: has src/phrases/generate.rs changed?"));
    }
    // Of which language each place is; none where something else leads there, too.
    let mut owners: BTreeMap<Place, Option<usize>> = BTreeMap::new();
    let place =
        |symbol: &u32| linked.symbols.get(*symbol as usize).copied().flatten().map(|(_, place)| place);
    for (offset, symbol) in &linked.in_data {
        let Some(place) = place(symbol) else { continue };
        let language = entries.get(offset).copied();
        let owner = owners.entry(place).or_insert(language);
        if *owner != language {
            *owner = None;
        }
    }
    owners.extend(linked.in_code.iter().filter_map(place).map(|place| (place, None)));
    let mut texts = Vec::new();
    let mut end = (0, 0);
    let mut following = owners.iter().peekable();
    while let Some((place, owner)) = following.next() {
        let begins = (place.segment, place.offset);
        // What shares bytes with something else stays.
        let apart = begins >= end
            && following.peek().is_none_or(|(next, _)| {
                (next.segment, next.offset) >= (place.segment, place.offset + place.size)
            });
        end = end.max((place.segment, place.offset + place.size));
        let Some(language) = owner.filter(|_| apart && place.size as usize >= LEAST) else { continue };
        let from = linked.segment(place)?.in_file + place.offset as usize;
        let bytes = wasm.get(from..from + place.size as usize);
        let text = bytes.and_then(|bytes| std::str::from_utf8(bytes).ok());
        let text = text.ok_or_else(|| Failure::new("A text of the program is none."))?;
        texts.push(Text { language, from, text: text.to_owned() });
    }
    Ok(texts)
}

impl Linked<'_> {
    fn segment(&self, place: &Place) -> Result<&Segment, Failure> {
        let segment = self.segments.get(place.segment as usize);
        segment.ok_or_else(|| Failure::new("The linker names data that is not there."))
    }
}

fn read(wasm: &[u8]) -> Result<Linked<'_>, Failure> {
    let mut linked = Linked::default();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.map_err(unreadable)? {
            Payload::DataSection(data) => {
                let begins = data.range().start as usize;
                for segment in data {
                    let segment = segment.map_err(unreadable)?;
                    let in_file = segment.range.end as usize - segment.data.len();
                    linked.segments.push(Segment { in_section: (in_file - begins) as u32, in_file });
                }
            }
            Payload::CustomSection(section) => match section.as_known() {
                KnownCustom::Linking(linking) => {
                    for part in linking.subsections() {
                        if let Linking::SymbolTable(symbols) = part.map_err(unreadable)? {
                            for symbol in symbols {
                                linked.symbols.push(data(symbol.map_err(unreadable)?));
                            }
                        }
                    }
                }
                KnownCustom::Reloc(places) => {
                    let in_data = section.name() == "reloc.DATA";
                    if !in_data && section.name() != "reloc.CODE" {
                        continue;
                    }
                    for place in places.entries() {
                        let place = place.map_err(unreadable)?;
                        if in_data && place.addend == 0 {
                            linked.in_data.push((place.offset, place.index));
                        } else {
                            linked.in_code.insert(place.index);
                        }
                    }
                }
                _ => {}
            },
            _ => {}
        }
    }
    Ok(linked)
}

fn data(symbol: SymbolInfo<'_>) -> Option<(&str, Place)> {
    let SymbolInfo::Data { name, symbol: Some(symbol), .. } = symbol else { return None };
    Some((name, Place { segment: symbol.index, offset: symbol.offset, size: symbol.size }))
}

/// Where a segment begins in the memory.
fn address(kind: &DataKind<'_>) -> Result<u32, Failure> {
    let DataKind::Active { memory_index: 0, offset_expr } = kind else {
        return Err(Failure::new("The splitter wrote data that has no place of its own."));
    };
    Ok(constant(offset_expr)? as u32)
}

/// The program with a mark in the place of each of these texts.
pub fn marked(wasm: &[u8], texts: &[Text]) -> Vec<u8> {
    let mut wasm = wasm.to_vec();
    for (no, text) in texts.iter().enumerate() {
        wasm[text.from..text.from + text.text.len()].copy_from_slice(&mark(no, text));
    }
    wasm
}

fn mark(no: usize, text: &Text) -> Vec<u8> {
    let mut mark = vec![FILL; text.text.len()];
    mark[..2].copy_from_slice(&MARK);
    mark[2..4].copy_from_slice(&[0x80 | (no >> 7) as u8, 0x80 | (no & 0x7f) as u8]);
    mark
}

/// Where the next mark begins in these bytes, and of which text it is.
fn next_mark(bytes: &[u8], texts: &[Text]) -> Option<(usize, usize)> {
    let mut from = 0;
    while let Some(found) = bytes[from..].windows(4).position(|window| window[..2] == MARK) {
        let at = from + found;
        let no = usize::from(bytes[at + 2] & 0x7f) << 7 | usize::from(bytes[at + 3] & 0x7f);
        if texts.get(no).is_some_and(|text| bytes[at..].starts_with(&mark(no, text))) {
            return Some((at, no));
        }
        from = at + 1;
    }
    None
}

/// The same file with its texts in the place of their marks again.
pub fn restored(mut wasm: Vec<u8>, texts: &[Text]) -> Vec<u8> {
    let mut from = 0;
    while let Some((at, no)) = next_mark(&wasm[from..], texts) {
        let text = &texts[no].text;
        wasm[from + at..from + at + text.len()].copy_from_slice(text.as_bytes());
        from += at + text.len();
    }
    wasm
}

/// The same file without its marks; which texts these stood for, and where, is added to `taken`.
pub fn without(wasm: &[u8], texts: &[Text], taken: &mut Vec<Taken>) -> Result<Vec<u8>, Failure> {
    let mut pieces = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::DataSection(data) = payload.map_err(unreadable)? {
            for segment in data {
                let segment = segment.map_err(unreadable)?;
                pieces.push(around(address(&segment.kind)?, segment.data, texts, taken));
            }
        }
    }
    encoded(&mut Without { pieces }, wasm)
}

/// What is left of a segment without its marks: pieces, each with its place. Zeros at their ends need not be written, as
/// the memory has nothing else there.
fn around<'s>(
    mut at: u32,
    mut bytes: &'s [u8],
    texts: &[Text],
    taken: &mut Vec<Taken>,
) -> Vec<(u32, &'s [u8])> {
    let mut pieces = Vec::new();
    let mut keep = |at: u32, piece: &'s [u8]| {
        if piece.iter().any(|byte| *byte != 0) {
            pieces.push((at, piece));
        }
    };
    while let Some((before, no)) = next_mark(bytes, texts) {
        let end = before + texts[no].text.len();
        keep(at, &bytes[..before]);
        taken.push((at + before as u32, no));
        (at, bytes) = (at + end as u32, &bytes[end..]);
    }
    keep(at, bytes);
    pieces
}

/// Writes a wasm with several pieces in the place of a segment; the first has its number, the others come last.
struct Without<'s> {
    pieces: Vec<Vec<(u32, &'s [u8])>>,
}

impl Reencode for Without<'_> {
    type Error = Infallible;

    fn data_count(&mut self, _: u32) -> Result<u32, Error> {
        Ok(self.pieces.iter().map(|pieces| pieces.len().max(1) as u32).sum())
    }

    fn parse_data_section(&mut self, data: &mut DataSection, _: DataSectionReader<'_>) -> Result<(), Error> {
        let first = self.pieces.iter().map(|pieces| pieces.first().copied().unwrap_or_default());
        let others = self.pieces.iter().flat_map(|pieces| pieces.iter().skip(1).copied());
        for (at, bytes) in first.chain(others) {
            data.active(0, &ConstExpr::i32_const(at as i32), bytes.iter().copied());
        }
        Ok(())
    }
}

/// The file of a language: how far each text is from the end of the one before, and then the texts. What reads it is in
/// src/boot.js.
pub fn file(texts: &[Text], taken: &[Taken], language: usize) -> String {
    let mut of_language: Vec<&Taken> =
        taken.iter().filter(|(_, no)| texts[*no].language == language).collect();
    of_language.sort_unstable();
    let (mut gaps, mut told, mut end) = (Vec::new(), Vec::new(), 0);
    for (at, no) in of_language {
        let text = texts[*no].text.as_str();
        gaps.push(at - end);
        told.push(text);
        end = at + text.len() as u32;
    }
    json!([gaps, told]).to_string()
}

#[cfg(test)]
mod tests;
