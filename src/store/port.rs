//! The port: what the store asks of a place that keeps texts under keys, as localStorage does.

use crate::service::range::Spent;

/// A place that keeps texts under keys.
pub trait Storage {
    /// Every key, in no particular order, those of others included.
    ///
    /// # Errors
    /// [`StoreError::Blocked`].
    fn keys(&self) -> Result<Vec<String>, StoreError>;

    /// The text under `key`.
    ///
    /// # Errors
    /// [`StoreError::Blocked`].
    fn get(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Shows `each` every key that begins with `prefix`, and its text, in no particular order.
    ///
    /// # Errors
    /// [`StoreError::Blocked`].
    fn visit(&self, prefix: &str, each: &mut dyn FnMut(&str, &str)) -> Result<(), StoreError> {
        for key in self.keys()? {
            if key.starts_with(prefix)
                && let Some(text) = self.get(&key)?
            {
                each(&key, &text);
            }
        }
        Ok(())
    }

    /// Shows `each` every key, and how long its text is in UTF-16 units, in no particular order.
    ///
    /// # Errors
    /// [`StoreError::Blocked`].
    fn lengths(&self, each: &mut dyn FnMut(&str, usize)) -> Result<(), StoreError> {
        self.visit("", &mut |key, text| each(key, units(text)))
    }

    /// Puts a text under `key`; after an error the old one is still there.
    ///
    /// # Errors
    /// [`StoreError::Full`] when there is no room, or [`StoreError::Blocked`].
    fn set(&self, key: &str, value: &str) -> Result<(), StoreError>;

    /// Takes a text away; works however full the place is.
    ///
    /// # Errors
    /// [`StoreError::Blocked`].
    fn remove(&self, key: &str) -> Result<(), StoreError>;

    /// Moves a text to another key as it is, even where it is no valid Unicode.
    ///
    /// # Errors
    /// As [`Storage::set`]; then it is still where it was.
    fn rename(&self, from: &str, to: &str) -> Result<(), StoreError> {
        if let Some(value) = self.get(from)? {
            self.set(to, &value)?;
            self.remove(from)?;
        }
        Ok(())
    }
}

/// The length of a text as browsers count it, in UTF-16 units.
pub fn units(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.encode_utf16().count() }
}

/// Why something could not be read or written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// There is no room left.
    Full,
    /// The place refuses, in its own words.
    Blocked(String),
}

impl From<Spent> for StoreError {
    fn from(_: Spent) -> Self {
        StoreError::Blocked("no number is left for another commit".to_owned())
    }
}
