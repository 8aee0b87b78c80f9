//! Parcels: the addresses and carriers that take drives to the data centre and back.

use super::text::{Invalid, Text, TextForm};

/// A line of an address, a name or a carrier: up to 100 characters.
pub type Line = Text<100>;

/// Where the drives go back to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ReturnAddress {
    /// Who takes the drives.
    pub recipient_name: Line,
    /// The street.
    pub street_address1: Line,
    /// What else the street needs.
    pub street_address2: Option<Line>,
    /// The city.
    pub city: Line,
    /// The state or province, where the country has them.
    pub state_or_province: Option<Line>,
    /// The postal code.
    pub postal_code: Text<20>,
    /// The country or region.
    pub country_or_region: Line,
    /// The telephone number.
    pub phone: Text<30>,
    /// The e-mail address.
    pub email: Email,
}

/// An e-mail address: one `@` with something on both sides and no spaces. Whether it exists is
/// not for a mock to find out.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Email(Text<254>);

impl Email {
    /// # Errors
    /// What [`Text`] refuses, or [`Invalid::Malformed`].
    pub fn parse(text: &str) -> Result<Email, Invalid> {
        let text = Text::parse(text)?;
        let parts: Vec<&str> = text.as_str().split('@').collect();
        let well_formed = parts.len() == 2
            && parts.iter().all(|part| !part.is_empty())
            && !text.as_str().contains(char::is_whitespace);
        if well_formed { Ok(Email(text)) } else { Err(Invalid::Malformed(TextForm::Email)) }
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

/// The customer's account with the carrier that brings the drives back.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ReturnShipping {
    /// The carrier's name; any name is taken, as the real service does.
    pub carrier_name: Line,
    /// The customer's account number there.
    pub carrier_account_number: Line,
}

/// The parcel that brings the drives to the data centre.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DeliveryPackage {
    /// The carrier's name; any name is taken, as the real service does.
    pub carrier_name: Line,
    /// The carrier's tracking number.
    pub tracking_number: Line,
    /// How many drives are in the parcel, if the customer said.
    pub drive_count: Option<StatedCount>,
    /// The day it was shipped, in the customer's own writing.
    pub ship_date: Option<StatedDate>,
}

impl DeliveryPackage {
    /// How many drives are in the parcel, unless the customer left it open.
    pub fn drives(&self) -> Option<u8> {
        self.drive_count.map(StatedCount::get).filter(|count| *count > 0)
    }
}

/// How many drives a customer says are in a parcel, 0 to 10. An official client sends 0 where nobody has counted;
/// it is kept and told as it was given, and means no more than nothing at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct StatedCount(u8);

impl StatedCount {
    /// # Errors
    /// [`Invalid::OutOfRange`] unless 0 ≤ `n` ≤ 10.
    pub fn parse(n: i64) -> Result<StatedCount, Invalid> {
        match u8::try_from(n) {
            Ok(count) if n <= DriveCount::MAX => Ok(StatedCount(count)),
            Ok(_) | Err(_) => Err(Invalid::OutOfRange { min: 0, max: DriveCount::MAX }),
        }
    }

    /// The number as it was given.
    pub fn get(self) -> u8 {
        self.0
    }
}

/// The day of shipping as a customer wrote it, which may be nothing: an official client sends an empty text where
/// nobody named a day.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct StatedDate(Option<Line>);

impl StatedDate {
    /// # Errors
    /// What [`Text`] refuses, but not the empty text.
    pub fn parse(text: &str) -> Result<StatedDate, Invalid> {
        if text.is_empty() {
            Ok(StatedDate(None))
        } else {
            Line::parse(text).map(|line| StatedDate(Some(line)))
        }
    }

    /// The text as it was given.
    pub fn as_str(&self) -> &str {
        self.0.as_ref().map_or("", Text::as_str)
    }
}

/// A number of drives, 1 to 10.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DriveCount(u8);

impl DriveCount {
    /// The most drives in one job.
    pub const MAX: i64 = 10;

    /// # Errors
    /// [`Invalid::OutOfRange`] unless 1 ≤ `n` ≤ 10.
    pub fn parse(n: i64) -> Result<DriveCount, Invalid> {
        match u8::try_from(n) {
            Ok(count) if (1..=Self::MAX).contains(&n) => Ok(DriveCount(count)),
            Ok(_) | Err(_) => Err(Invalid::OutOfRange { min: 1, max: Self::MAX }),
        }
    }

    /// The number.
    pub fn get(self) -> u8 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emails_need_two_parts() {
        assert_eq!(
            Email::parse("lab@example.com").map(|e| e.as_str().to_owned()),
            Ok("lab@example.com".into())
        );
        assert_eq!(Email::parse(" "), Err(Invalid::Missing));
        for bad in ["lab", "@example.com", "lab@", "a@b@c", "a b@example.com"] {
            assert_eq!(Email::parse(bad), Err(Invalid::Malformed(TextForm::Email)), "{bad}");
        }
    }

    #[test]
    fn what_is_stated_of_a_parcel_may_be_nothing() {
        for n in [0, 1, 10] {
            assert_eq!(StatedCount::parse(n).map(|count| i64::from(count.get())), Ok(n));
        }
        for n in [-1, 11, 256, i64::MAX] {
            assert_eq!(StatedCount::parse(n), Err(Invalid::OutOfRange { min: 0, max: 10 }), "{n}");
        }
        assert_eq!(StatedDate::parse("").map(|date| date.as_str().to_owned()), Ok(String::new()));
        assert_eq!(StatedDate::parse(" "), Err(Invalid::Missing));
    }

    #[test]
    fn a_parcel_holds_one_to_ten_drives() {
        let range = Invalid::OutOfRange { min: 1, max: 10 };
        for n in [-1, 0, 11, 257, 300] {
            assert_eq!(DriveCount::parse(n), Err(range.clone()), "{n}");
        }
        for n in [1, 10] {
            assert_eq!(DriveCount::parse(n).map(|c| i64::from(c.get())), Ok(n));
        }
    }
}
