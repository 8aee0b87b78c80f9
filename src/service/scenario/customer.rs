//! Customers: the made-up firms of the scenarios, and what they order.

use std::sync::Arc;

use crate::domain::drive::Drive;
use crate::domain::fault::Fault;
use crate::domain::job::{
    DiagnosticsPath, Encryption, JobKind, LogLevel, Order, Selection, StorageAccountId, Tags,
};
use crate::domain::name::{GroupName, JobId, JobName, SubscriptionId};
use crate::domain::place::{Geography, INBOUND_CARRIERS, Location};
use crate::domain::shipping::{DeliveryPackage, Email, ReturnAddress, ReturnShipping, StatedCount};
use crate::domain::text::{Invalid, Text};

use super::super::dice::Dice;
use super::firm::Firm;
use super::plans::{Cargo, Name, Plan};

/// What all jobs of a firm share.
struct Profile {
    subscription: &'static str,
    group: &'static str,
    account: &'static str,
    recipient: &'static str,
    street: &'static str,
    second_line: Option<&'static str>,
    city: &'static str,
    state: Option<&'static str>,
    postal_code: &'static str,
    country: &'static str,
    phone: &'static str,
    email: &'static str,
}

const MAIN: &str = "5f1c9a70-0000-4000-8000-00000c0a7050";
const RESEARCH: &str = "a2d84e16-0000-4000-8000-0000001ab500";

fn profile(firm: Firm) -> Profile {
    match firm {
        Firm::Contoso => Profile {
            subscription: MAIN,
            group: "rg-datacenter-exit",
            account: "contosoarchive",
            recipient: "Contoso Mail Room",
            street: "100 Example Street",
            second_line: Some("Building 4, Dock B"),
            city: "Sampleton",
            state: Some("WA"),
            postal_code: "00100",
            country: "USA",
            phone: "+1 555 0100",
            email: "drives@contoso.example.com",
        },
        Firm::Labs => Profile {
            subscription: RESEARCH,
            group: "rg-field-data",
            account: "contosolabsraw",
            recipient: "Contoso Labs, Goods In",
            street: "7 Specimen Way",
            second_line: None,
            city: "Testford",
            state: None,
            postal_code: "TE0 0ST",
            country: "United Kingdom",
            phone: "+44 1632 960 070",
            email: "goods-in@labs.example.com",
        },
        Firm::Studio => Profile {
            subscription: MAIN,
            group: "rg-media",
            account: "contosofilm",
            recipient: "Contoso Studio Vault",
            street: "42 Placeholder Avenue",
            second_line: None,
            city: "Demo Springs",
            state: Some("CA"),
            postal_code: "00042",
            country: "USA",
            phone: "+1 555 0142",
            email: "vault@studio.example.com",
        },
        Firm::Fabrikam => Profile {
            subscription: MAIN,
            group: "rg-fabrikam-lab",
            account: "fabrikamlab",
            recipient: "Fabrikam Warehouse",
            street: "9 Mustergasse",
            second_line: None,
            city: "Beispielstadt",
            state: None,
            postal_code: "00009",
            country: "Germany",
            phone: "+49 555 0109",
            email: "warehouse@fabrikam.example.com",
        },
    }
}

/// The subscriptions of the scenarios: ids and what they are called.
const SUBSCRIPTIONS: [(&str, &str); 2] = [(MAIN, "Contoso Main"), (RESEARCH, "Contoso Research")];

/// What a subscription of the scenarios is called, if it is one of theirs.
pub fn subscription_name(id: &str) -> Option<&'static str> {
    SUBSCRIPTIONS.into_iter().find(|(known, _)| known.eq_ignore_ascii_case(id)).map(|(_, name)| name)
}

/// The id of the subscription of the scenarios that is called `name`, if there is one.
pub fn subscription_id(name: &str) -> Option<&'static str> {
    SUBSCRIPTIONS.into_iter().find(|(_, known)| known.eq_ignore_ascii_case(name)).map(|(id, _)| id)
}

/// The subscription and the resource group of a firm.
pub fn home(firm: Firm) -> (&'static str, &'static str) {
    let Profile { subscription, group, .. } = profile(firm);
    (subscription, group)
}

/// The parts of orders that many jobs have in common, so that they are held once.
pub struct Customers(Vec<Shared>);

struct Shared {
    subscription: SubscriptionId,
    group: GroupName,
    account: StorageAccountId,
    address: Arc<ReturnAddress>,
    wrong_address: Arc<ReturnAddress>,
    fedex: Arc<ReturnShipping>,
    dhl: Arc<ReturnShipping>,
}

impl Customers {
    /// # Errors
    /// None as long as the tables above keep to the limits, which a test holds.
    pub fn new() -> Result<Customers, Invalid> {
        Firm::ALL.into_iter().map(|firm| shared(&profile(firm))).collect::<Result<_, _>>().map(Customers)
    }

    /// Where `plan`'s job lives and what is ordered, with numbers made up by `dice`.
    ///
    /// # Errors
    /// None as long as the plans keep to the limits, which a test holds.
    pub fn order(&self, plan: &Plan, dice: Dice) -> Result<(JobId, Order), Invalid> {
        let shared = self.0.get(plan.firm as usize).ok_or(Invalid::Missing)?;
        let location = Location::parse(plan.region).ok_or(Invalid::Missing)?;
        let name = match plan.name {
            Name::Is(name) => JobName::parse(name)?,
            Name::Numbered(n) => JobName::parse(&format!("load-{n:05}"))?,
        };
        let id = JobId { subscription: shared.subscription.clone(), group: shared.group.clone(), name };
        let wrong = plan.fault == Some(Fault::Address);
        let address = if wrong { &shared.wrong_address } else { &shared.address };
        let shipping = match location.geography() {
            Geography::Americas | Geography::Europe => &shared.fedex,
            Geography::AsiaPacific | Geography::Africa | Geography::MiddleEast => &shared.dhl,
        };
        let order = Order {
            location,
            tags: Tags::parse(plan.tags.iter().copied()).map_err(|(_, why)| why)?,
            kind: kind(plan, dice)?,
            storage_account: shared.account.clone(),
            return_address: Some(address.clone()),
            return_shipping: Some(shipping.clone()),
            delivery_package: plan.ships().then(|| parcel(plan, dice)).transpose()?.map(Arc::new),
            diagnostics_path: DiagnosticsPath::default(),
            log_level: if dice.throw(1_100).is_multiple_of(4) { LogLevel::Verbose } else { LogLevel::Error },
            backup_drive_manifest: dice.throw(1_101).is_multiple_of(5),
            encryption: Encryption::MicrosoftManaged,
        };
        Ok((id, order))
    }
}

fn shared(profile: &Profile) -> Result<Shared, Invalid> {
    let account = format!(
        "/subscriptions/{}/resourceGroups/{}/providers/Microsoft.Storage/storageAccounts/{}",
        profile.subscription, profile.group, profile.account
    );
    let carrier = |name: &str| -> Result<Arc<ReturnShipping>, Invalid> {
        Ok(Arc::new(ReturnShipping {
            carrier_name: Text::parse(name)?,
            carrier_account_number: Text::parse("000-000-001")?,
        }))
    };
    Ok(Shared {
        subscription: SubscriptionId::parse(profile.subscription)?,
        group: GroupName::parse(profile.group)?,
        account: StorageAccountId::parse(&account)?,
        address: Arc::new(address(profile, "")?),
        wrong_address: Arc::new(address(profile, Fault::Address.mark())?),
        fedex: carrier("FedEx")?,
        dhl: carrier("DHL")?,
    })
}

fn address(profile: &Profile, mark: &str) -> Result<ReturnAddress, Invalid> {
    Ok(ReturnAddress {
        recipient_name: Text::parse(profile.recipient)?,
        street_address1: Text::parse(&format!("{} {mark}", profile.street))?,
        street_address2: profile.second_line.map(Text::parse).transpose()?,
        city: Text::parse(profile.city)?,
        state_or_province: profile.state.map(Text::parse).transpose()?,
        postal_code: Text::parse(profile.postal_code)?,
        country_or_region: Text::parse(profile.country)?,
        phone: Text::parse(profile.phone)?,
        email: Email::parse(profile.email)?,
    })
}

fn kind(plan: &Plan, dice: Dice) -> Result<JobKind, Invalid> {
    Ok(match plan.cargo {
        Cargo::Import(drives) => {
            JobKind::Import((0..u64::from(drives)).map(|n| drive(plan, dice, n)).collect::<Result<_, _>>()?)
        }
        Cargo::Export(_, prefixes) => JobKind::Export(Selection::Blobs {
            paths: Vec::new(),
            prefixes: prefixes.iter().map(|prefix| Text::parse(prefix)).collect::<Result<_, _>>()?,
        }),
        Cargo::ExportList(file) => JobKind::Export(Selection::ListFile(Text::parse(file)?)),
    })
}

fn drive(plan: &Plan, dice: Dice, n: u64) -> Result<Drive, Invalid> {
    let number = dice.throw(1_200 + n);
    let serial = format!("9C{:06X}", number & 0xff_ffff);
    let id = match plan.fault.filter(|fault| n == 0 && Fault::of_drive(fault.mark()).is_some()) {
        Some(fault) => format!("{serial}-{}", fault.mark()),
        None => serial,
    };
    // A recovery password is eight groups of six digits, each a multiple of 11 below 720,896.
    let groups: Vec<String> =
        (0..8).map(|at| format!("{:06}", dice.throw(2_000 + n * 8 + at) % 65_536 * 11)).collect();
    Ok(Drive {
        id: Text::parse(&id)?,
        bit_locker_key: Text::parse(&groups.join("-"))?,
        manifest_file: Text::parse("\\DriveManifest.xml")?,
        manifest_hash: Text::parse(&format!("{:016X}{:016X}", dice.throw(1_300 + n), dice.throw(1_400 + n)))?,
        drive_header_hash: None,
    })
}

fn parcel(plan: &Plan, dice: Dice) -> Result<DeliveryPackage, Invalid> {
    let drives = match plan.cargo {
        Cargo::Import(drives) | Cargo::Export(drives, _) => drives,
        Cargo::ExportList(_) => 1,
    };
    let carrier = INBOUND_CARRIERS[(dice.throw(1_500) % INBOUND_CARRIERS.len() as u64) as usize];
    let number = format!("{:012}", dice.throw(1_501) % 1_000_000_000_000);
    let of_parcel = |fault: Fault| match fault {
        Fault::Lost | Fault::Extra => true,
        Fault::BitLocker | Fault::Unreadable | Fault::Copy | Fault::Info | Fault::Late | Fault::Missing => {
            !matches!(plan.cargo, Cargo::Import(_))
        }
        Fault::Address => false,
    };
    let tracking = match plan.fault.filter(|fault| of_parcel(*fault)) {
        Some(fault) => format!("{number}-{}", fault.mark()),
        None => number,
    };
    Ok(DeliveryPackage {
        carrier_name: Text::parse(carrier)?,
        tracking_number: Text::parse(&tracking)?,
        drive_count: Some(StatedCount::parse(i64::from(drives))?),
        ship_date: None,
    })
}
