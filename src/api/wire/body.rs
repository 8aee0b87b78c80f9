//! Bodies: the fields of a JSON object read one by one, with everything wrong written down.

use serde_json::{Map, Value};

use crate::domain::text::{Invalid, JsonType};

/// What is wrong with one field of a request's body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The field, such as `properties.driveList[0].driveId`; `body` for the body as a whole.
    pub target: String,
    /// What is wrong with it.
    pub problem: Invalid,
}

/// Collects what is wrong with a body.
#[derive(Default)]
pub struct BodyReader {
    errors: Vec<FieldError>,
}

/// An object of the body and where it stands.
#[derive(Clone)]
pub struct Fields<'a> {
    map: &'a Map<String, Value>,
    path: String,
}

/// A problem has been written down already.
pub struct Noted;

/// A field that may be absent.
pub type FoundField<T> = Result<Option<T>, Noted>;

impl<'a> Fields<'a> {
    /// The name of a field with everything that leads to it.
    pub fn target(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }

    /// Names and values; null is as good as absent.
    pub fn iter(&self) -> impl Iterator<Item = (&'a str, &'a Value)> + use<'a> {
        self.map.iter().filter(|(_, value)| !value.is_null()).map(|(name, value)| (name.as_str(), value))
    }

    /// The value of a field; null is as good as absent.
    pub fn get(&self, name: &str) -> Option<&'a Value> {
        self.map.get(name).filter(|value| !value.is_null())
    }
}

impl BodyReader {
    /// More than these are not told: whoever gets them wrong has a bigger problem than one field.
    const MOST: usize = 100;

    /// Writes a problem down.
    pub fn fail(&mut self, target: String, problem: Invalid) -> Noted {
        if self.errors.len() < Self::MOST {
            self.errors.push(FieldError { target, problem });
        }
        Noted
    }

    /// What was read, or all that is wrong with it.
    pub fn finish<T>(self, read: Option<T>) -> Result<T, Vec<FieldError>> {
        match read {
            Some(read) if self.errors.is_empty() => Ok(read),
            Some(_) | None => Err(self.errors),
        }
    }

    /// The body as a whole, which must be an object.
    pub fn body<'a>(&mut self, body: &'a Value) -> Option<Fields<'a>> {
        let Value::Object(map) = body else {
            self.fail("body".to_owned(), Invalid::WrongType(JsonType::Object));
            return None;
        };
        Some(Fields { map, path: String::new() })
    }

    /// Refuses every field that is not one of `known`: a misspelt name should not be lost quietly.
    pub fn only(&mut self, fields: &Fields<'_>, known: &[&str]) {
        for (name, _) in fields.iter() {
            if !known.contains(&name) {
                self.fail(fields.target(name), Invalid::NotAllowedHere);
            }
        }
    }

    /// A string. An empty one is as good as absent, as recorded clients send it.
    pub fn string<'a>(&mut self, fields: &Fields<'a>, name: &str) -> FoundField<&'a str> {
        match fields.get(name) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.as_str()).filter(|text| !text.is_empty())),
            Some(_) => Err(self.fail(fields.target(name), Invalid::WrongType(JsonType::String))),
        }
    }

    /// A string that must be there and must parse.
    pub fn required<T>(
        &mut self,
        fields: &Fields<'_>,
        name: &str,
        parse: fn(&str) -> Result<T, Invalid>,
    ) -> Option<T> {
        let text = self.string(fields, name).ok()?.unwrap_or_default();
        parse(text).map_err(|problem| self.fail(fields.target(name), problem)).ok()
    }

    /// A string that may be absent.
    pub fn optional<T>(
        &mut self,
        fields: &Fields<'_>,
        name: &str,
        parse: fn(&str) -> Result<T, Invalid>,
    ) -> Option<T> {
        let text = self.string(fields, name).ok()??;
        parse(text).map_err(|problem| self.fail(fields.target(name), problem)).ok()
    }

    /// A string that may be absent, and of which an empty one is told as it was given.
    pub fn given<T>(
        &mut self,
        fields: &Fields<'_>,
        name: &str,
        parse: fn(&str) -> Result<T, Invalid>,
    ) -> Option<T> {
        if !matches!(fields.get(name)?, Value::String(text) if text.is_empty()) {
            return self.optional(fields, name, parse);
        }
        parse("").map_err(|problem| self.fail(fields.target(name), problem)).ok()
    }

    /// One of the words, whatever its case: its place in the list.
    pub fn word(
        &mut self,
        fields: &Fields<'_>,
        name: &str,
        words: &'static [&'static str],
    ) -> FoundField<usize> {
        let Some(text) = self.string(fields, name)? else { return Ok(None) };
        match words.iter().position(|word| word.eq_ignore_ascii_case(text)) {
            Some(at) => Ok(Some(at)),
            None => Err(self.fail(fields.target(name), Invalid::NotOneOf(words))),
        }
    }

    /// `true` or `false`.
    pub fn boolean(&mut self, fields: &Fields<'_>, name: &str) -> Option<bool> {
        let Value::Bool(value) = fields.get(name)? else {
            self.fail(fields.target(name), Invalid::WrongType(JsonType::Boolean));
            return None;
        };
        Some(*value)
    }

    /// A whole number.
    pub fn integer(&mut self, fields: &Fields<'_>, name: &str) -> Option<i64> {
        let value = fields.get(name)?;
        if value.as_i64().is_none() {
            self.fail(fields.target(name), Invalid::WrongType(JsonType::Integer));
        }
        value.as_i64()
    }

    /// An object.
    pub fn object<'a>(&mut self, fields: &Fields<'a>, name: &str) -> FoundField<Fields<'a>> {
        match fields.get(name) {
            None => Ok(None),
            Some(value) => self.element(value, fields.target(name)).map(Some),
        }
    }

    /// An object that stands at `path`, such as an element of an array.
    pub fn element<'a>(&mut self, value: &'a Value, path: String) -> Result<Fields<'a>, Noted> {
        let Value::Object(map) = value else {
            return Err(self.fail(path, Invalid::WrongType(JsonType::Object)));
        };
        Ok(Fields { map, path })
    }

    /// An array.
    pub fn array<'a>(&mut self, fields: &Fields<'a>, name: &str) -> FoundField<&'a [Value]> {
        match fields.get(name) {
            None => Ok(None),
            Some(Value::Array(values)) => Ok(Some(values)),
            Some(_) => Err(self.fail(fields.target(name), Invalid::WrongType(JsonType::Array))),
        }
    }
}

/// `base` with the fields of `over` put over it, object by object; null takes a field away
/// (JSON Merge Patch, RFC 7396).
pub fn merged(base: &Value, over: &Value) -> Value {
    let (Value::Object(base), Value::Object(over)) = (base, over) else { return over.clone() };
    let mut out = base.clone();
    for (name, value) in over {
        if value.is_null() {
            out.remove(name);
        } else {
            let under = out.get(name).unwrap_or(&Value::Null);
            let value = merged(under, value);
            out.insert(name.clone(), value);
        }
    }
    Value::Object(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn objects_merge_and_null_takes_away() {
        let base = json!({"a": {"b": 1, "c": 2}, "d": [1, 2], "e": 1});
        let over = json!({"a": {"b": null, "x": 3}, "d": [9], "e": {"f": 4}});
        assert_eq!(merged(&base, &over), json!({"a": {"c": 2, "x": 3}, "d": [9], "e": {"f": 4}}));
        assert_eq!(merged(&Value::Null, &json!({"a": 1})), json!({"a": 1}));
    }

    #[test]
    fn no_more_problems_than_can_be_read_are_told() {
        let many: Map<String, Value> = (0..500).map(|n| (format!("x{n}"), json!(n))).collect();
        let mut reader = BodyReader::default();
        let body = Value::Object(many);
        let fields = reader.body(&body);
        assert!(fields.is_some_and(|fields| {
            reader.only(&fields, &[]);
            reader.finish(Some(())).is_err_and(|errors| errors.len() == BodyReader::MOST)
        }));
    }
}
