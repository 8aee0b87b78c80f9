//! Firms: the made-up customers of the sample scenario.

/// A made-up customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Firm {
    /// Contoso itself.
    Contoso,
    /// Contoso's laboratories, which pay for themselves.
    Labs,
    /// Contoso's film studio.
    Studio,
    /// Fabrikam, which has no luck.
    Fabrikam,
}

impl Firm {
    /// Every firm.
    pub const ALL: [Firm; 4] = [Firm::Contoso, Firm::Labs, Firm::Studio, Firm::Fabrikam];
}
