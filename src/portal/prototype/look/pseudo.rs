//! The pseudo-language: English with accents, in brackets and two fifths longer, so that what is cut off, too narrow or
//! not from the locales is seen at once. It is made at run time of texts that are still to be filled with values.

/// The marks of src/phrases/generate.rs: a value, a choice, the ends of a form, of a choice and of a number.
const VALUE: char = '\u{1}';
const CHOICE: char = '\u{2}';
const FORM_END: char = '\u{3}';
const CHOICE_END: char = '\u{4}';
const NUMBER_END: char = '\u{5}';

/// A text of the locales as the pseudo-language has it. What stands for values stays where it is.
pub fn bend(text: &str) -> String {
    if text.trim().is_empty() {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len() * 2);
    out.push('[');
    let mut rest = text;
    let (mut plain, mut long) = (String::new(), String::new());
    let mut flush = |plain: &mut String, out: &mut String| {
        long.push_str(plain);
        out.push_str(&lengthened(plain));
        plain.clear();
    };
    while let Some(mark) = rest.chars().next() {
        let taken = match mark {
            VALUE => 2,
            CHOICE => {
                flush(&mut plain, &mut out);
                let end = rest.find(CHOICE_END).map_or(rest.len(), |at| at + 1);
                out.push_str(&choice(&rest[..end]));
                rest = &rest[end..];
                continue;
            }
            other => {
                plain.push(other);
                rest = &rest[other.len_utf8()..];
                continue;
            }
        };
        flush(&mut plain, &mut out);
        let end = rest.char_indices().nth(taken).map_or(rest.len(), |(at, _)| at);
        out.push_str(&rest[..end]);
        rest = &rest[end..];
    }
    flush(&mut plain, &mut out);
    out.push(']');
    out
}

/// A choice between forms, each of them bent.
fn choice(text: &str) -> String {
    let head = text.char_indices().nth(2).map_or(text.len(), |(at, _)| at);
    let (head, forms) = text.split_at(head);
    let mut out = head.to_owned();
    for form in forms.trim_end_matches(CHOICE_END).split_terminator(FORM_END) {
        let key = match form.strip_prefix('=') {
            Some(_) => form.find(NUMBER_END).map_or(form.len(), |at| at + 1),
            None => form.chars().next().map_or(0, char::len_utf8),
        };
        let (key, said) = form.split_at(key);
        out.push_str(key);
        for (no, part) in said.split(VALUE).enumerate() {
            // Behind a mark comes the letter of the value.
            let letter = if no == 0 { 0 } else { part.chars().next().map_or(0, char::len_utf8) };
            if no > 0 {
                out.push(VALUE);
            }
            out.push_str(&part[..letter]);
            out.push_str(&lengthened(&part[letter..]));
        }
        out.push(FORM_END);
    }
    out.push(CHOICE_END);
    out
}

/// Words with accents and vowels that are drawn out, two fifths longer; what looks like code stays.
fn lengthened(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for word in text.split_inclusive(' ') {
        if is_code(word.trim()) {
            out.push_str(word);
            continue;
        }
        let count = word.chars().filter(|c| c.is_alphabetic()).count();
        let mut owed = (count * 2).div_ceil(5);
        let mut last = None;
        let mut drawn = String::new();
        for c in word.chars() {
            let accented = accent(c);
            drawn.push(accented);
            if "aeiouAEIOU".contains(c) && owed > 0 {
                drawn.push(accent(c.to_ascii_lowercase()));
                owed -= 1;
            }
            if c.is_alphabetic() {
                last = Some((drawn.len(), accent(c.to_ascii_lowercase())));
            }
        }
        // A word without enough vowels draws out its end.
        if let Some((at, letter)) = last {
            drawn.insert_str(at, &letter.to_string().repeat(owed));
        }
        out.push_str(&drawn);
    }
    out
}

/// Whether a word is a name of the machine's, such as a path, a property or a file.
fn is_code(word: &str) -> bool {
    let inner = word.trim_matches(|c: char| !c.is_alphanumeric());
    inner.contains(['.', '/', '\\', '_', '=', '<', '>', '&', '@', '#'])
}

fn accent(c: char) -> char {
    match c {
        'a' => 'å',
        'c' => 'ç',
        'd' => 'ð',
        'e' => 'é',
        'g' => 'ĝ',
        'h' => 'ĥ',
        'i' => 'î',
        'j' => 'ĵ',
        'k' => 'ķ',
        'l' => 'ļ',
        'n' => 'ñ',
        'o' => 'ö',
        'r' => 'ŕ',
        's' => 'š',
        't' => 'ţ',
        'u' => 'û',
        'w' => 'ŵ',
        'y' => 'ý',
        'z' => 'ž',
        'A' => 'Å',
        'C' => 'Ç',
        'D' => 'Ð',
        'E' => 'É',
        'G' => 'Ĝ',
        'H' => 'Ĥ',
        'I' => 'Î',
        'J' => 'Ĵ',
        'K' => 'Ķ',
        'L' => 'Ļ',
        'N' => 'Ñ',
        'O' => 'Ö',
        'R' => 'Ŕ',
        'S' => 'Š',
        'T' => 'Ţ',
        'U' => 'Û',
        'W' => 'Ŵ',
        'Y' => 'Ý',
        'Z' => 'Ž',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::phrases::Language;

    #[test]
    fn words_are_accented_longer_and_in_brackets() {
        assert_eq!(bend("Settings"), "[Šééţţîîñĝššš]");
        assert_eq!(bend(""), "");
        let long = "Nothing was changed, and nothing is lost.";
        let bent = bend(long);
        assert!(bent.starts_with('[') && bent.ends_with(']'), "{bent}");
        assert!(bent.chars().count() * 10 >= long.chars().count() * 13, "{bent}");
    }

    #[test]
    fn values_choices_and_names_of_the_machine_stay() {
        assert_eq!(bend("\u{1}a is \u{1}b."), "[\u{1}a îîš \u{1}b.]");
        assert_eq!(
            bend("\u{2}a=0\u{5}No job\u{3}o\u{1}a jobs\u{3}\u{4}"),
            "[\u{2}a=0\u{5}Ñöö ĵööbb\u{3}o\u{1}a ĵööbšš\u{3}\u{4}]"
        );
        assert_eq!(
            bend("Save class.csv, or src/main.rs"),
            "[Šååvéé class.csv, öör src/main.rs]".replace("öör", "ööŕ")
        );
    }

    #[test]
    fn the_portal_speaks_it_with_its_values_in_place() {
        let pseudo = Language::pseudo(bend);
        let m = pseudo.phrases();
        assert_eq!(m.nav_settings(), bend("Settings"));
        let said = m.invalid_too_long("47");
        assert!(said.contains("47") && said.starts_with('[') && !said.contains('\u{1}'), "{said}");
        assert_eq!((pseudo.tag(), pseudo.is_pseudo()), ("en", true));
        assert!(
            Language::all()
                .all(|language| !language.is_pseudo() && !language.phrases().nav_settings().contains('['))
        );
    }
}
