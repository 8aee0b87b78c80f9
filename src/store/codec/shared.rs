//! Shared: what many jobs have in common.

use std::sync::Arc;

use crate::domain::account::StorageAccountId;
use crate::domain::name::{GroupName, JobId, JobName, SubscriptionId};
use crate::domain::shipping::{Email, ReturnAddress, ReturnShipping};

use super::{Str, Unreadable, maybe, plain, some, str, text};

/// Parts that many jobs have in common, so that thousands of jobs hold them once and they are looked at once. It
/// remembers the few met last.
#[derive(Debug, Default)]
pub struct Shared {
    ids: Vec<JobId>,
    /// Each beside the text that it was kept as.
    accounts: Vec<(String, JobId, StorageAccountId)>,
    addresses: Vec<Arc<ReturnAddress>>,
    carriers: Vec<Arc<ReturnShipping>>,
}

impl Shared {
    const MOST: usize = 16;

    pub(super) fn id(&mut self, [subscription, group, name]: &[Str<'_>; 3]) -> Result<JobId, Unreadable> {
        let name = JobName::parse(&name.0)?;
        let same = |id: &&JobId| id.subscription.as_str() == subscription.0 && id.group.as_str() == group.0;
        if let Some(known) = self.ids.iter().find(same) {
            return Ok(JobId { name, ..known.clone() });
        }
        let (subscription, group) = (SubscriptionId::parse(&subscription.0)?, GroupName::parse(&group.0)?);
        let id = JobId { subscription, group, name };
        keep(&mut self.ids, &id);
        Ok(id)
    }

    pub(super) fn account(&mut self, id: &JobId, kept: &str) -> Result<StorageAccountId, Unreadable> {
        let same = |(text, of, _): &&(String, JobId, StorageAccountId)| {
            text == kept && of.subscription == id.subscription && of.group == id.group
        };
        if let Some((.., known)) = self.accounts.iter().find(same) {
            return Ok(known.clone());
        }
        let account = StorageAccountId::parse(&long_account(id, kept))?;
        keep(&mut self.accounts, &(kept.to_owned(), id.clone(), account.clone()));
        Ok(account)
    }

    pub(super) fn address(&mut self, row: &[Str<'_>; 9]) -> Result<Arc<ReturnAddress>, Unreadable> {
        one_of(&mut self.addresses, |known| address_row(known) == *row, || address(row))
    }

    pub(super) fn carrier(&mut self, row: &[Str<'_>; 2]) -> Result<Arc<ReturnShipping>, Unreadable> {
        one_of(&mut self.carriers, |known| carrier_row(known) == *row, || carrier(row))
    }
}

/// The one that is known, or a new one, which is known from then on.
fn one_of<T>(
    known: &mut Vec<Arc<T>>,
    is_it: impl Fn(&T) -> bool,
    new: impl FnOnce() -> Result<T, Unreadable>,
) -> Result<Arc<T>, Unreadable> {
    if let Some(one) = known.iter().find(|one| is_it(one)) {
        return Ok(one.clone());
    }
    let one = Arc::new(new()?);
    keep(known, &one);
    Ok(one)
}

fn keep<T: Clone>(known: &mut Vec<T>, value: &T) {
    if known.len() >= Shared::MOST {
        known.remove(0);
    }
    known.push(value.clone());
}

pub(super) fn address_row(a: &ReturnAddress) -> [Str<'_>; 9] {
    [
        str(&a.recipient_name),
        str(&a.street_address1),
        some(&a.street_address2),
        str(&a.city),
        some(&a.state_or_province),
        str(&a.postal_code),
        str(&a.country_or_region),
        str(&a.phone),
        plain(a.email.as_str()),
    ]
}

pub(super) fn address(row: &[Str<'_>; 9]) -> Result<ReturnAddress, Unreadable> {
    let [name, street, second, city, state, postal_code, country, phone, email] = row;
    Ok(ReturnAddress {
        recipient_name: text(name)?,
        street_address1: text(street)?,
        street_address2: maybe(second)?,
        city: text(city)?,
        state_or_province: maybe(state)?,
        postal_code: text(postal_code)?,
        country_or_region: text(country)?,
        phone: text(phone)?,
        email: Email::parse(&email.0)?,
    })
}

pub(super) fn carrier_row(s: &ReturnShipping) -> [Str<'_>; 2] {
    [str(&s.carrier_name), str(&s.carrier_account_number)]
}

pub(super) fn carrier(row: &[Str<'_>; 2]) -> Result<ReturnShipping, Unreadable> {
    let [name, number] = row;
    Ok(ReturnShipping { carrier_name: text(name)?, carrier_account_number: text(number)? })
}

pub(super) fn long_account(id: &JobId, kept: &str) -> String {
    if kept.starts_with('/') {
        kept.to_owned()
    } else {
        account_id(id.subscription.as_str(), id.group.as_str(), kept)
    }
}

/// The parts of a storage account's id around group and name, which most ids have in common.
pub(super) fn account_id(subscription: &str, group: &str, name: &str) -> String {
    format!(
        "/subscriptions/{subscription}/resourceGroups/{group}/providers/Microsoft.Storage/storageAccounts/{name}"
    )
}
