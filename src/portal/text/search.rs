//! Search: the words that are looked for, and whether a text has them.

/// What is searched for: the words of `text`, folded.
pub fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(fold).collect()
}

/// Whether each of the folded `words` is somewhere in `text`.
pub fn has_words(text: &str, words: &[String]) -> bool {
    let text = fold(text);
    words.iter().all(|word| text.contains(word))
}

/// `text` as it is searched and compared: without regard to case, and with one letter for the four that
/// Turkish keyboards have for i.
pub fn fold(text: &str) -> String {
    let letters = text.chars().flat_map(|letter| match letter {
        'ı' | 'İ' | 'I' => 'i'.to_lowercase(),
        other => other.to_lowercase(),
    });
    letters.collect()
}

/// Whether folded `word` is somewhere in `text`, without making a copy of plain texts.
pub fn contains(text: &str, word: &str) -> bool {
    if !text.is_ascii() {
        return fold(text).contains(word);
    }
    let (text, word) = (text.as_bytes(), word.as_bytes());
    word.is_empty() || text.windows(word.len()).any(|part| part.eq_ignore_ascii_case(word))
}
