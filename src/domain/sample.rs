//! Samples: made-up values for whoever wants a job and not a form; nothing of it is real.

/// The person at the return address.
pub const RECIPIENT: &str = "Ada Example";
/// Its street.
pub const STREET: &str = "1 Example Street";
/// Its city.
pub const CITY: &str = "Exampleton";
/// Its postal code.
pub const POSTAL_CODE: &str = "00001";
/// Its country or region.
pub const COUNTRY: &str = "Exampleland";
/// Its telephone number, from a range that nobody has.
pub const PHONE: &str = "+00 555 0100";
/// Its e-mail address, at a domain that nobody has.
pub const EMAIL: &str = "ada@example.com";
/// The account at the carrier.
pub const ACCOUNT: &str = "000-000-001";
/// The number of a parcel.
pub const TRACKING_NUMBER: &str = "TRAINING-0001";
