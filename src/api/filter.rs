//! Filters: the part of OData's `$filter` that lists of jobs understand.
//!
//! ```text
//! any  = both *( "or" both )       both = one *( "and" one )
//! one  = "not" one | "(" any ")" | field ( "eq" | "ne" ) value
//! value = "'" text "'" | "true" | "false"      a quote in the text stands twice
//! ```

use crate::domain::job::{Job, JobType};
use crate::domain::place::Location;
use crate::domain::state::JobState;
use crate::phrases::Messages;

use super::explain;

/// A filter that has been understood.
#[derive(Clone, Debug, PartialEq)]
pub enum Filter {
    /// Both must hold.
    And(Box<Filter>, Box<Filter>),
    /// One must hold.
    Or(Box<Filter>, Box<Filter>),
    /// It must not hold.
    Not(Box<Filter>),
    /// A field has a value.
    Is(FilterField),
}

/// A field and the value it is compared with.
#[derive(Clone, Debug, PartialEq)]
pub enum FilterField {
    /// `state`.
    State(JobState),
    /// `jobType`.
    JobType(JobType),
    /// `location`.
    Location(Location),
    /// `name`, in any case.
    Name(String),
    /// `cancelRequested`.
    CancelRequested(bool),
}

/// Why a filter is not understood.
#[derive(Clone, Debug, PartialEq)]
pub enum FilterError {
    /// Something else is expected at this character, counted from one.
    Syntax(usize),
    /// Jobs cannot be filtered by this field.
    Field(String),
    /// The field never has the value that it is compared with, but these.
    Value(&'static [&'static str]),
    /// Longer, or nested deeper, than anybody writes.
    TooLarge,
}

/// The fields, as errors list them.
const FIELDS: [&str; 5] = ["state", "jobType", "location", "name", "cancelRequested"];
const STATES: [&str; 8] =
    ["Creating", "Shipping", "Received", "Transferring", "Packaging", "Completed", "Closed", "Faulted"];
const MOST_CHARACTERS: usize = 2_000;
const MOST_DEPTH: usize = 20;

impl Filter {
    /// Understands `text`, or says why not: a filter that is half understood shows wrong jobs.
    ///
    /// # Errors
    /// [`FilterError`].
    pub fn parse(text: &str) -> Result<Filter, FilterError> {
        if text.len() > MOST_CHARACTERS {
            return Err(FilterError::TooLarge);
        }
        let mut parser = Parser { tokens: tokens(text)?, at: 0, end: text.chars().count() + 1 };
        let filter = parser.any(0)?;
        match parser.tokens.get(parser.at) {
            None => Ok(filter),
            Some((place, _)) => Err(FilterError::Syntax(*place)),
        }
    }

    /// Whether a job in `state` passes.
    pub fn holds(&self, job: &Job, state: JobState) -> bool {
        match self {
            Filter::And(left, right) => left.holds(job, state) && right.holds(job, state),
            Filter::Or(left, right) => left.holds(job, state) || right.holds(job, state),
            Filter::Not(inner) => !inner.holds(job, state),
            Filter::Is(field) => match field {
                FilterField::State(wanted) => *wanted == state,
                FilterField::JobType(wanted) => job.order.kind.job_type() == *wanted,
                FilterField::Location(location) => job.order.location == *location,
                FilterField::Name(name) => job.id.name.as_str().eq_ignore_ascii_case(name),
                FilterField::CancelRequested(wanted) => job.history.cancel_requested.is_some() == *wanted,
            },
        }
    }
}

impl FilterError {
    /// One sentence that says why.
    pub fn message(&self, messages: &Messages) -> String {
        match self {
            FilterError::Syntax(at) => messages.filter_syntax(at.to_string()).to_string(),
            FilterError::Field(name) => messages.filter_field(name.as_str(), FIELDS.join(", ")).to_string(),
            FilterError::Value(values) => {
                explain::invalid(&crate::domain::text::Invalid::NotOneOf(values), messages)
            }
            FilterError::TooLarge => messages.filter_too_large().to_string(),
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Open,
    Close,
    Word(String),
    Text(String),
}

/// The words of a filter and the character each begins at, counted from one.
fn tokens(text: &str) -> Result<Vec<(usize, Token)>, FilterError> {
    let mut found = Vec::new();
    let mut rest = text.chars().zip(1..).peekable();
    while let Some((c, at)) = rest.next() {
        let token = match c {
            ' ' | '\t' => continue,
            '(' => Token::Open,
            ')' => Token::Close,
            '\'' => {
                let mut value = String::new();
                loop {
                    match rest.next() {
                        None => return Err(FilterError::Syntax(at)),
                        // Two quotes are one quote of the text, one alone is its end.
                        Some(('\'', _)) if rest.next_if(|(next, _)| *next == '\'').is_none() => break,
                        Some((c, _)) => value.push(c),
                    }
                }
                Token::Text(value)
            }
            c if is_of_a_word(c) => {
                let mut word = String::from(c);
                while let Some((c, _)) = rest.next_if(|(c, _)| is_of_a_word(*c)) {
                    word.push(c);
                }
                Token::Word(word)
            }
            _ => return Err(FilterError::Syntax(at)),
        };
        found.push((at, token));
    }
    Ok(found)
}

fn is_of_a_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || "_/.".contains(c)
}

struct Parser {
    tokens: Vec<(usize, Token)>,
    at: usize,
    end: usize,
}

impl Parser {
    fn any(&mut self, depth: usize) -> Result<Filter, FilterError> {
        let mut left = self.both(depth)?;
        while self.takes("or") {
            left = Filter::Or(Box::new(left), Box::new(self.both(depth)?));
        }
        Ok(left)
    }

    fn both(&mut self, depth: usize) -> Result<Filter, FilterError> {
        let mut left = self.one(depth)?;
        while self.takes("and") {
            left = Filter::And(Box::new(left), Box::new(self.one(depth)?));
        }
        Ok(left)
    }

    fn one(&mut self, depth: usize) -> Result<Filter, FilterError> {
        if depth > MOST_DEPTH {
            return Err(FilterError::TooLarge);
        }
        if self.takes("not") {
            return Ok(Filter::Not(Box::new(self.one(depth + 1)?)));
        }
        match self.next() {
            (_, Some(Token::Open)) => {
                let inner = self.any(depth + 1)?;
                match self.next() {
                    (_, Some(Token::Close)) => Ok(inner),
                    (place, _) => Err(FilterError::Syntax(place)),
                }
            }
            (_, Some(Token::Word(name))) => self.comparison(&name),
            (place, Some(Token::Close | Token::Text(_)) | None) => Err(FilterError::Syntax(place)),
        }
    }

    fn comparison(&mut self, name: &str) -> Result<Filter, FilterError> {
        let equal = match self.next() {
            (_, Some(Token::Word(word))) if word == "eq" => true,
            (_, Some(Token::Word(word))) if word == "ne" => false,
            (place, _) => return Err(FilterError::Syntax(place)),
        };
        let is = Filter::Is(self.field(name)?);
        Ok(if equal { is } else { Filter::Not(Box::new(is)) })
    }

    fn field(&mut self, name: &str) -> Result<FilterField, FilterError> {
        // Properties may be named with the path that leads to them.
        let short = name.strip_prefix("properties/").unwrap_or(name);
        let place = FIELDS.iter().position(|field| field.eq_ignore_ascii_case(short));
        let (at, value) = self.next();
        match (place.and_then(|place| FIELDS.get(place)).copied(), value) {
            (None, _) => Err(FilterError::Field(name.to_owned())),
            (Some("cancelRequested"), Some(Token::Word(word))) => match word.as_str() {
                "true" => Ok(FilterField::CancelRequested(true)),
                "false" => Ok(FilterField::CancelRequested(false)),
                _ => Err(FilterError::Value(&["true", "false"])),
            },
            (Some("state"), Some(Token::Text(text))) => {
                JobState::parse(&text).map(FilterField::State).ok_or(FilterError::Value(&STATES))
            }
            (Some("jobType"), Some(Token::Text(text))) => {
                JobType::parse(&text).map(FilterField::JobType).ok_or(FilterError::Value(&JobType::NAMES))
            }
            (Some("location"), Some(Token::Text(text))) => {
                Location::parse(&text).map(FilterField::Location).ok_or(FilterError::Value(&Location::NAMES))
            }
            (Some("name"), Some(Token::Text(text))) => Ok(FilterField::Name(text)),
            (Some(_), _) => Err(FilterError::Syntax(at)),
        }
    }

    /// Takes the next word if it is `word`.
    fn takes(&mut self, word: &str) -> bool {
        let is = matches!(self.tokens.get(self.at), Some((_, Token::Word(next))) if next == word);
        self.at += usize::from(is);
        is
    }

    /// Takes what comes next, and says where it stands; at the end there is nothing.
    fn next(&mut self) -> (usize, Option<Token>) {
        match self.tokens.get(self.at).cloned() {
            Some((place, token)) => {
                self.at += 1;
                (place, Some(token))
            }
            None => (self.end, None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_in_a_text_stands_twice() {
        let name = |text: &str| match Filter::parse(&format!("name eq {text}")) {
            Ok(Filter::Is(FilterField::Name(name))) => Ok(name),
            Ok(_) => panic!("another filter"),
            Err(error) => Err(error),
        };
        for (text, read) in [("'it''s'", "it's"), ("''", ""), ("''''", "'"), ("'a''''b'''", "a''b'")] {
            assert_eq!(name(text), Ok(read.to_owned()), "{text}");
        }
        assert_eq!(name("'it's'"), Err(FilterError::Syntax(14)));
        assert_eq!(name("'it''s"), Err(FilterError::Syntax(9)));
    }
}
