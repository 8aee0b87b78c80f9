//! The storage account: what a job reads from or writes to, known by its resource id.

use std::sync::Arc;

use super::text::{Invalid, TextForm};

/// The resource id of a storage account.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct StorageAccountId(Arc<str>);

impl StorageAccountId {
    /// # Errors
    /// [`Invalid::Missing`], or [`Invalid::Malformed`] for what is not the id of a storage account.
    pub fn parse(text: &str) -> Result<StorageAccountId, Invalid> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Invalid::Missing);
        }
        let parts: Vec<&str> = text.split('/').collect();
        let fixed = |at: usize, word: &str| parts.get(at).is_some_and(|p| p.eq_ignore_ascii_case(word));
        let well_formed = parts.len() == 9
            && parts.first().is_some_and(|p| p.is_empty())
            && fixed(1, "subscriptions")
            && fixed(3, "resourceGroups")
            && fixed(5, "providers")
            && (fixed(6, "Microsoft.Storage") || fixed(6, "Microsoft.ClassicStorage"))
            && fixed(7, "storageAccounts")
            && parts
                .iter()
                .skip(1)
                .all(|p| !p.is_empty() && p.len() <= 90 && !p.chars().any(char::is_control));
        if well_formed {
            Ok(StorageAccountId(text.into()))
        } else {
            Err(Invalid::Malformed(TextForm::StorageAccountId))
        }
    }

    /// The resource id.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The account's own name, the id's last part.
    pub fn account(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/media";

    #[test]
    fn an_id_is_kept_as_it_is_and_ends_with_the_accounts_name() {
        for id in [ID, &ID.to_lowercase(), &ID.replace("Microsoft.Storage", "Microsoft.ClassicStorage")] {
            let parsed = StorageAccountId::parse(&format!(" {id} ")).unwrap();
            assert_eq!((parsed.as_str(), parsed.account()), (id, "media"));
        }
    }

    #[test]
    fn every_part_must_be_in_its_place() {
        let parts: Vec<&str> = ID.split('/').collect();
        // An empty part anywhere, a fixed word that is another, one part too few or too many.
        for at in 1..parts.len() {
            for other in ["", "something-else\u{7}"] {
                let mut wrong = parts.clone();
                wrong[at] = other;
                assert_eq!(
                    refusal(&wrong.join("/")),
                    Invalid::Malformed(TextForm::StorageAccountId),
                    "{at} {other}"
                );
            }
        }
        for at in [1, 3, 5, 6, 7] {
            let mut wrong = parts.clone();
            wrong[at] = "other";
            assert_eq!(refusal(&wrong.join("/")), Invalid::Malformed(TextForm::StorageAccountId), "{at}");
        }
        for wrong in [&ID[1..], &format!("x{ID}"), &format!("{ID}/more"), &parts[..8].join("/")] {
            assert_eq!(refusal(wrong), Invalid::Malformed(TextForm::StorageAccountId), "{wrong}");
        }
        assert_eq!(refusal(" "), Invalid::Missing);
    }

    #[test]
    fn a_part_has_up_to_90_characters() {
        let named = |length: usize| ID.replace("media", &"m".repeat(length));
        assert_eq!(StorageAccountId::parse(&named(90)).map(|id| id.account().len()), Ok(90));
        assert_eq!(refusal(&named(91)), Invalid::Malformed(TextForm::StorageAccountId));
    }

    fn refusal(text: &str) -> Invalid {
        StorageAccountId::parse(text).unwrap_err()
    }
}
