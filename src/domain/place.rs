//! Places: the regions that offer the service, their carriers and their (made-up) ship-to addresses.

/// A part of the world; it decides the carriers that bring drives back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Geography {
    /// North and South America: FedEx.
    Americas,
    /// Europe: FedEx.
    Europe,
    /// Asia and Australia: DHL.
    AsiaPacific,
    /// Africa: DHL.
    Africa,
    /// The Middle East: DHL.
    MiddleEast,
}

/// A region: one row of the table of locations.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Location(u8);

struct Row(&'static str, Geography, &'static str, &'static str, &'static str);

use Geography::{Africa, Americas, AsiaPacific, Europe, MiddleEast};

/// Display name, geography, and of the fictional ship-to address the city, the country and the
/// postal code. Nobody should send drives to a real place because of a training mock.
const ROWS: [Row; 27] = [
    Row("East US", Americas, "Sample Harbor", "Exampleland (US)", "00001"),
    Row("East US 2", Americas, "Sample Falls", "Exampleland (US)", "00002"),
    Row("West US", Americas, "Sample Bay", "Exampleland (US)", "00003"),
    Row("West US 2", Americas, "Sample Sound", "Exampleland (US)", "00004"),
    Row("Central US", Americas, "Sample Plains", "Exampleland (US)", "00005"),
    Row("North Central US", Americas, "Sample Lakes", "Exampleland (US)", "00006"),
    Row("South Central US", Americas, "Sample Mesa", "Exampleland (US)", "00007"),
    Row("West Central US", Americas, "Sample Ridge", "Exampleland (US)", "00008"),
    Row("Canada Central", Americas, "Sample Maple", "Exampleland (CA)", "00009"),
    Row("Canada East", Americas, "Sample Pines", "Exampleland (CA)", "00010"),
    Row("Brazil South", Americas, "Sample Palms", "Exampleland (BR)", "00011"),
    Row("North Europe", Europe, "Sample Cliffs", "Exampleland (IE)", "00012"),
    Row("West Europe", Europe, "Sample Polder", "Exampleland (NL)", "00013"),
    Row("UK South", Europe, "Sample Downs", "Exampleland (GB)", "00014"),
    Row("Germany Central", Europe, "Sample Forest", "Exampleland (DE)", "00015"),
    Row("East Asia", AsiaPacific, "Sample Peak", "Exampleland (HK)", "00016"),
    Row("Southeast Asia", AsiaPacific, "Sample Strait", "Exampleland (SG)", "00017"),
    Row("Japan East", AsiaPacific, "Sample Blossom", "Exampleland (JP)", "00018"),
    Row("Japan West", AsiaPacific, "Sample Temple", "Exampleland (JP)", "00019"),
    Row("Korea Central", AsiaPacific, "Sample River", "Exampleland (KR)", "00020"),
    Row("Australia East", AsiaPacific, "Sample Reef", "Exampleland (AU)", "00021"),
    Row("Australia Southeast", AsiaPacific, "Sample Coast", "Exampleland (AU)", "00022"),
    Row("Central India", AsiaPacific, "Sample Plateau", "Exampleland (IN)", "00023"),
    Row("South India", AsiaPacific, "Sample Lagoon", "Exampleland (IN)", "00024"),
    Row("West India", AsiaPacific, "Sample Creek", "Exampleland (IN)", "00025"),
    Row("South Africa North", Africa, "Sample Veld", "Exampleland (ZA)", "00026"),
    Row("UAE North", MiddleEast, "Sample Dunes", "Exampleland (AE)", "00027"),
];

/// Where the customer's parcel goes; the service fills it in from the location.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShipTo {
    /// Who takes the parcel.
    pub recipient_name: &'static str,
    /// The street.
    pub street_address: &'static str,
    /// The city.
    pub city: &'static str,
    /// The postal code.
    pub postal_code: &'static str,
    /// The country.
    pub country: &'static str,
    /// The telephone number.
    pub phone: &'static str,
}

impl Location {
    /// The display names of every region, in the order of the table.
    pub const NAMES: [&'static str; ROWS.len()] = {
        let mut names = [""; ROWS.len()];
        let mut n = 0;
        while n < names.len() {
            names[n] = ROWS[n].0;
            n += 1;
        }
        names
    };

    /// Every region that the service is offered in.
    pub fn all() -> impl Iterator<Item = Location> {
        (0..ROWS.len() as u8).map(Location)
    }

    /// The region called `name`, by its display name (`West US`) or its short one (`westus`),
    /// whatever the case.
    pub fn parse(name: &str) -> Option<Location> {
        // Asked of every job that is read, so nothing is put together for it.
        Location::all().find(|location| letters(location.name()).eq(letters(name)))
    }

    fn row(self) -> &'static Row {
        &ROWS[usize::from(self.0)]
    }

    /// The display name, such as `West US`.
    pub fn name(self) -> &'static str {
        self.row().0
    }

    /// The part of the world.
    pub fn geography(self) -> Geography {
        self.row().1
    }

    /// The carriers that bring drives back from here.
    pub fn return_carriers(self) -> &'static [&'static str] {
        match self.geography() {
            Americas | Europe => &["FedEx"],
            AsiaPacific | Africa | MiddleEast => &["DHL"],
        }
    }

    /// The address that parcels for this region go to: plainly fictional.
    pub fn ship_to(self) -> ShipTo {
        let row = self.row();
        ShipTo {
            recipient_name: "Mock Import/Export Service (training only)",
            street_address: "1 Fictional Datacenter Way",
            city: row.2,
            postal_code: row.4,
            country: row.3,
            phone: "000 000 0000",
        }
    }
}

/// The carriers that may bring drives to the data centre.
pub const INBOUND_CARRIERS: [&str; 4] = ["FedEx", "DHL", "UPS", "USPS"];

fn letters(name: &str) -> impl Iterator<Item = u8> {
    name.bytes().filter(|letter| *letter != b' ').map(|letter| letter.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_are_found_by_either_name() {
        assert_eq!(Location::all().count(), 27);
        assert!(Location::all().map(Location::name).eq(Location::NAMES));
        for location in Location::all() {
            assert_eq!(Location::parse(location.name()), Some(location));
            let short = location.name().replace(' ', "").to_lowercase();
            assert_eq!(Location::parse(&short), Some(location));
        }
        assert_eq!(Location::parse("Atlantis"), None);
        assert_eq!(Location::parse(""), None);
    }

    #[test]
    fn carriers_follow_the_part_of_the_world() {
        for (name, geography, carrier) in [
            ("West US", Americas, "FedEx"),
            ("North Europe", Europe, "FedEx"),
            ("Japan East", AsiaPacific, "DHL"),
            ("South Africa North", Africa, "DHL"),
            ("UAE North", MiddleEast, "DHL"),
        ] {
            let location = Location::parse(name);
            assert_eq!(location.map(Location::geography), Some(geography));
            assert_eq!(location.map(Location::return_carriers), Some([carrier].as_slice()));
        }
    }

    #[test]
    fn ship_to_addresses_are_plainly_fictional_and_differ() {
        let mut codes: Vec<&str> = Location::all().map(|l| l.ship_to().postal_code).collect();
        codes.dedup();
        assert_eq!(codes.len(), 27);
        for location in Location::all() {
            let to = location.ship_to();
            assert!(to.city.starts_with("Sample ") && to.country.starts_with("Exampleland"));
            assert!(to.street_address.contains("Fictional"));
        }
    }
}
