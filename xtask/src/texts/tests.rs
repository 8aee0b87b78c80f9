//! Tests of the texts: what is found of a linked program, taken out and put back.

use super::*;
use wasm_encoder::{DataCountSection, Module};

fn text(language: usize, text: &str) -> Text {
    Text { language, from: 0, text: text.to_owned() }
}

/// A file with these bytes in its memory, from the address 100 on.
fn program(bytes: Vec<u8>) -> Vec<u8> {
    let mut data = DataSection::new();
    data.active(0, &ConstExpr::i32_const(100), bytes);
    let mut module = Module::new();
    module.section(&DataCountSection { count: 1 }).section(&data);
    module.finish()
}

/// The pieces of memory in a file.
fn pieces(wasm: &[u8]) -> Vec<(u32, Vec<u8>)> {
    let sections = Parser::new(0).parse_all(wasm).map(Result::unwrap);
    let data = sections.filter_map(|payload| match payload {
        Payload::DataSection(data) => Some(data),
        _ => None,
    });
    let segments = data.flat_map(|data| data.into_iter().map(Result::unwrap));
    segments.map(|segment| (address(&segment.kind).unwrap(), segment.data.to_vec())).collect()
}

#[test]
fn the_texts_of_each_language_go_to_its_file_and_the_rest_stays() {
    let texts = [text(0, "a text"), text(1, "bir metin"), text(0, "one more")];
    let marks: Vec<Vec<u8>> = texts.iter().enumerate().map(|(no, text)| mark(no, text)).collect();
    let bytes = [b"before", &*marks[0], &marks[1], b"between", &marks[2], b"\0\0"].concat();
    let mut taken = Vec::new();
    let left = without(&program(bytes), &texts, &mut taken).unwrap();
    assert_eq!(pieces(&left), [(100, b"before".to_vec()), (121, b"between".to_vec())]);
    assert_eq!(file(&texts, &taken, 0), r#"[[106,16],["a text","one more"]]"#);
    assert_eq!(file(&texts, &taken, 1), r#"[[112],["bir metin"]]"#);
}

#[test]
fn the_first_file_has_its_texts_again() {
    let texts = [text(0, "a text"), text(1, "bir metin")];
    let marked = [&[0xfe, 0xff, 0xff][..], &mark(1, &texts[1]), &MARK, &mark(0, &texts[0])].concat();
    let restored = restored(marked, &texts);
    assert_eq!(restored, [&[0xfe, 0xff, 0xff][..], b"bir metin", &MARK, b"a text"].concat());
}

#[test]
fn a_file_without_texts_is_left_as_it_is() {
    let mut taken = Vec::new();
    // What begins like a mark is none.
    let bytes = [&b"data"[..], &MARK, &[0x80, 0x80]].concat();
    let left = without(&program(bytes.clone()), &[text(0, "a text")], &mut taken).unwrap();
    assert_eq!((pieces(&left), taken), (vec![(100, bytes)], Vec::new()));
    let empty = without(&program(vec![0; 4]), &[], &mut Vec::new()).unwrap();
    assert!(Parser::new(0).parse_all(&empty).all(|payload| payload.is_ok()));
}

/// A program as the linker leaves it: from the address 1000 on two lists, their texts, and one that the code needs, too.
fn linked() -> Vec<u8> {
    let mut bytes = vec![0; 32];
    let mut symbols =
        vec![("_ZN5first5TEXTS17h1E".to_owned(), 0, 16), ("_ZN6second5TEXTS17h2E".to_owned(), 16, 16)];
    let mut places = Vec::new();
    // The second list has the first text of the other list in both languages.
    for (entry, text) in [(0, "a text"), (8, "bir metin"), (24, "başka bir metin"), (16, "code")] {
        places.push((entry, symbols.len() as u32));
        symbols.push((String::new(), bytes.len() as u32, text.len() as u32));
        bytes.extend(text.as_bytes());
    }
    let number = |number: u32| {
        // Wide enough for all that stands here.
        vec![0x80 | (number & 0x7f) as u8, (number >> 7) as u8]
    };
    let told = |(name, offset, size): &(String, u32, u32)| {
        [&[1, 2, name.len() as u8], name.as_bytes(), &[0], &number(*offset), &number(*size)].concat()
    };
    let table = [number(symbols.len() as u32), symbols.iter().flat_map(told).collect()].concat();
    let linking = [&[2, 8][..], &number(table.len() as u32), &table].concat();
    // Before the bytes of the only segment come its head and its length.
    let entry = |(at, symbol): (u32, u32)| [&[5][..], &number(at + 7), &number(symbol), &[0]].concat();
    let in_data =
        [&[0][..], &number(places.len() as u32), &places.into_iter().flat_map(entry).collect::<Vec<_>>()]
            .concat();
    // The code names the last symbol.
    let in_code = [0, 1, 4, 0, symbols.len() as u8 - 1, 0];
    let mut wasm = program(bytes);
    for (name, data) in [("linking", linking), ("reloc.DATA", in_data), ("reloc.CODE", in_code.to_vec())] {
        let section = wasm_encoder::CustomSection { name: name.into(), data: data.into() };
        wasm_encoder::Section::append_to(&section, &mut wasm);
    }
    wasm
}

#[test]
fn a_text_that_only_lists_name_is_of_one_language() {
    let found = find(&linked(), 2).unwrap();
    let told: Vec<(usize, &str)> = found.iter().map(|text| (text.language, text.text.as_str())).collect();
    assert_eq!(told, [(0, "a text"), (1, "bir metin"), (1, "başka bir metin")]);
    let marked = marked(&linked(), &found);
    assert!(!marked.windows(6).any(|bytes| bytes == b"a text"));
    assert_eq!(restored(marked, &found), linked());
    assert!(find(&linked(), 3).unwrap_err().to_string().contains("does not have a text for each language"));
    assert!(find(&program(Vec::new()), 2).unwrap_err().to_string().contains("has no texts"));
}
