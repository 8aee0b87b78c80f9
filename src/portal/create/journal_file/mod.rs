//! Journals: what the drive preparation tool wrote about a drive, read from a file: a drive's
//! journal, whose records hold XML, or a DriveInfo XML by itself.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

/// A drive as a file describes it; what the file does not say is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DriveEntry {
    /// The drive's hardware serial number.
    pub id: String,
    /// The key that unlocks it.
    pub key: String,
    /// The manifest's path on the drive.
    pub manifest: String,
    /// The manifest's hash.
    pub hash: String,
    /// The drive header's hash.
    pub header: String,
}

/// Why a file is of no use, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrokenFile {
    /// The line, from 1; none where the file as a whole is meant.
    pub line: Option<u32>,
    /// What is wrong.
    pub why: FileProblem,
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileProblem {
    /// More bytes than [`MOST_BYTES`].
    TooLarge,
    /// Neither UTF-8 nor UTF-16 with its mark.
    NotText,
    /// Nothing in it.
    Empty,
    /// A document type, which may define entities and is never needed.
    DocumentType,
    /// More XML than a drive's description ever needs.
    TooMuch,
    /// A record that ends before its XML does.
    CutOff,
    /// Not well-formed XML.
    Syntax,
    /// The manifest of the drive instead of its journal: it holds no BitLocker key.
    Manifest,
    /// No drive in it.
    NoDrive,
    /// A drive without an element.
    Missing(&'static str),
    /// A drive with an element twice.
    Twice(&'static str),
}

/// The most bytes of a file.
pub const MOST_BYTES: usize = 1_000_000;
/// The most bytes of the XML in one record: reading costs more than its length, so that hostile
/// files stay cheap.
const MOST_XML: usize = 64_000;
const MOST_DEPTH: usize = 16;
/// A journal that goes on has a few descriptions of its drive, not thousands.
const MOST_VALUES: usize = 1_000;
/// Far more than a job can have, and few enough to compare each with each.
const MOST_DRIVES: usize = 100;
const BEGIN: &str = "[BeginValue]";
const END: &str = "[EndValue]";

/// The drives that a file describes, in its order; of a drive that is described again, as a
/// journal does when it goes on, the last word counts.
///
/// # Errors
/// What is wrong with the file, and in which line.
pub fn read(bytes: &[u8]) -> Result<Vec<DriveEntry>, BrokenFile> {
    if bytes.len() > MOST_BYTES {
        return Err(whole(FileProblem::TooLarge));
    }
    let text = decode(bytes).ok_or_else(|| whole(FileProblem::NotText))?;
    if text.trim().is_empty() {
        return Err(whole(FileProblem::Empty));
    }
    let mut drives: Vec<DriveEntry> = Vec::new();
    for (xml, line) in values(&text)? {
        for drive in drives_of(xml, line)? {
            if let Some(known) = drives.iter_mut().find(|known| known.id.eq_ignore_ascii_case(&drive.id)) {
                *known = drive;
            } else if drives.len() < MOST_DRIVES {
                drives.push(drive);
            } else {
                return Err(whole(FileProblem::TooMuch));
            }
        }
    }
    if drives.is_empty() { Err(whole(FileProblem::NoDrive)) } else { Ok(drives) }
}

fn whole(why: FileProblem) -> BrokenFile {
    BrokenFile { line: None, why }
}

fn decode(bytes: &[u8]) -> Option<String> {
    let wide = |order: fn([u8; 2]) -> u16, bytes: &[u8]| {
        let units = bytes.chunks(2).map(|pair| match pair {
            [a, b] => order([*a, *b]),
            // Half a character at the end is none.
            _ => 0xd800,
        });
        char::decode_utf16(units).collect::<Result<String, _>>().ok()
    };
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => wide(u16::from_le_bytes, rest)?,
        [0xfe, 0xff, rest @ ..] => wide(u16::from_be_bytes, rest)?,
        [0xef, 0xbb, 0xbf, rest @ ..] => str::from_utf8(rest).ok()?.to_owned(),
        _ => str::from_utf8(bytes).ok()?.to_owned(),
    };
    (!text.contains('\0')).then_some(text)
}

/// The pieces of XML, each with the number of lines before it: the values of a journal's records,
/// or the whole text.
fn values(text: &str) -> Result<Vec<(&str, u32)>, BrokenFile> {
    if text.trim_start().starts_with('<') {
        return Ok(vec![(text, 0)]);
    }
    let mut found = Vec::new();
    let (mut text, mut line) = (text, 0);
    while let Some((before, rest)) = text.split_once(BEGIN) {
        line += lines(before);
        let Some((value, rest)) = rest.split_once(END) else {
            return Err(BrokenFile { line: Some(line + 1), why: FileProblem::CutOff });
        };
        if value.trim_start().starts_with('<') {
            found.push((value, line));
        }
        if found.len() > MOST_VALUES {
            return Err(BrokenFile { line: Some(line + 1), why: FileProblem::TooMuch });
        }
        line += lines(value);
        text = rest;
    }
    Ok(found)
}

fn lines(text: &str) -> u32 {
    text.matches('\n').count() as u32
}

fn drives_of(xml: &str, lines_before: u32) -> Result<Vec<DriveEntry>, BrokenFile> {
    // An XML declaration must be the very first (XML 1.0, section 2.8).
    let trimmed = xml.trim_start();
    let lines_before = lines_before + lines(xml.strip_suffix(trimmed).unwrap_or_default());
    let broken = |at: u64, why| {
        let before = usize::try_from(at).ok().and_then(|at| trimmed.get(..at)).unwrap_or(trimmed);
        BrokenFile { line: Some(lines_before + lines(before) + 1), why }
    };
    if trimmed.len() > MOST_XML {
        return Err(broken(0, FileProblem::TooMuch));
    }
    let mut reader = Reader::from_str(trimmed);
    let mut tree = Tree::default();
    loop {
        let at = reader.buffer_position();
        let event = reader.read_event().map_err(|_| broken(reader.error_position(), FileProblem::Syntax))?;
        let done = match event {
            Event::Start(tag) => tree.open(&tag, at),
            Event::Empty(tag) => tree.open(&tag, at).and_then(|()| tree.close()),
            Event::End(_) => tree.close(),
            Event::Text(text) => tree.text(&text),
            Event::CData(text) => tree.text(&text),
            Event::GeneralRef(name) => resolved(&name).and_then(|text| tree.text(&text)),
            Event::DocType(_) => Err(FileProblem::DocumentType),
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => Ok(()),
            Event::Eof => break,
        };
        // A drive is complete at its end, but what it lacks belongs where it begins.
        done.map_err(|why| {
            broken(if matches!(why, FileProblem::Missing(_)) { tree.begun } else { at }, why)
        })?;
    }
    if tree.stack.is_empty() {
        Ok(tree.drives)
    } else {
        Err(broken(trimmed.trim_end().len() as u64, FileProblem::Syntax))
    }
}

/// What an element is to us.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Element {
    Drive,
    Part(usize),
    Other,
}

/// The parts of a drive, in the order of [`Building::texts`].
const PARTS: [&str; 5] = ["DriveId", "BitLockerKey", "ManifestFile", "ManifestHash", "DriveHeaderHash"];

/// A drive that is being read.
struct Building {
    begun: u64,
    texts: [Option<String>; PARTS.len()],
    /// Whether it stands around another drive, which is the one that is meant.
    around: bool,
}

#[derive(Default)]
struct Tree {
    stack: Vec<Element>,
    open: Vec<Building>,
    drives: Vec<DriveEntry>,
    /// Where the last drive that was closed begins.
    begun: u64,
    rooted: bool,
}

impl Tree {
    fn open(&mut self, tag: &BytesStart<'_>, at: u64) -> Result<(), FileProblem> {
        if self.stack.len() == MOST_DEPTH {
            return Err(FileProblem::TooMuch);
        }
        if self.stack.is_empty() && std::mem::replace(&mut self.rooted, true) {
            return Err(FileProblem::Syntax);
        }
        let name = tag.local_name();
        let name: &str = name.as_ref();
        let parent = match self.stack.last() {
            Some(Element::Drive) => self.open.last_mut(),
            Some(Element::Part(_) | Element::Other) | None => None,
        };
        let part = PARTS.iter().position(|part| *part == name);
        let element = match (name, parent, part) {
            ("Drive" | "DriveInfo", parent, _) => {
                if let Some(parent) = parent {
                    parent.around = true;
                }
                self.open.push(Building { begun: at, texts: Default::default(), around: false });
                Element::Drive
            }
            ("BlobList", Some(_), _) => return Err(FileProblem::Manifest),
            (_, Some(drive), Some(part)) => match drive.texts.get_mut(part) {
                Some(text @ None) => {
                    *text = Some(String::new());
                    Element::Part(part)
                }
                Some(Some(_)) | None => {
                    return Err(FileProblem::Twice(PARTS.get(part).copied().unwrap_or_default()));
                }
            },
            (_, Some(_) | None, Some(_) | None) => Element::Other,
        };
        self.stack.push(element);
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), FileProblem> {
        match self.stack.last() {
            Some(Element::Part(part)) => {
                let part = self.open.last_mut().and_then(|drive| drive.texts.get_mut(*part));
                if let Some(Some(part)) = part {
                    part.push_str(text);
                }
                Ok(())
            }
            Some(Element::Drive | Element::Other) => Ok(()),
            None if text.trim().is_empty() => Ok(()),
            None => Err(FileProblem::Syntax),
        }
    }

    fn close(&mut self) -> Result<(), FileProblem> {
        if self.stack.pop() != Some(Element::Drive) {
            return Ok(());
        }
        let Some(drive) = self.open.pop().filter(|drive| !drive.around) else { return Ok(()) };
        self.begun = drive.begun;
        let [id, key, manifest, hash, header] =
            drive.texts.map(|text| text.unwrap_or_default().trim().to_owned());
        if id.is_empty() {
            return Err(FileProblem::Missing("DriveId"));
        }
        self.drives.push(DriveEntry { id, key, manifest, hash, header });
        Ok(())
    }
}

/// The character that a reference stands for: one by number, or one of the five that XML knows.
fn resolved(name: &BytesRef<'_>) -> Result<String, FileProblem> {
    match name.resolve_char_ref() {
        Ok(Some(character)) => return Ok(character.to_string()),
        Ok(None) => {}
        Err(_) => return Err(FileProblem::Syntax),
    }
    let name: &str = name;
    quick_xml::escape::resolve_predefined_entity(name).map(str::to_owned).ok_or(FileProblem::Syntax)
}

#[cfg(test)]
mod tests;
