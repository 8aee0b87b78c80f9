//! Plans: the tables of the scenarios, a row a job.

use crate::domain::fault::Fault;
use crate::domain::state::JobState;

use super::super::dice::Dice;
use super::firm::Firm;

/// What a job of a scenario is like, and where it stands when the scenario begins.
#[derive(Clone, Copy)]
pub struct Plan {
    /// The job's name.
    pub name: Name,
    /// Whose job it is.
    pub firm: Firm,
    /// The region's short name.
    pub region: &'static str,
    /// What is moved.
    pub cargo: Cargo,
    /// What will go wrong with it.
    pub fault: Option<Fault>,
    /// When it was asked to be cancelled.
    pub cancel: Option<Cancel>,
    /// Where it stands.
    pub stand: Stand,
    /// Names and values of its tags.
    pub tags: &'static [(&'static str, &'static str)],
}

/// What a job is called.
#[derive(Clone, Copy)]
pub enum Name {
    /// This.
    Is(&'static str),
    /// A word and this number.
    Numbered(usize),
}

/// What a job moves.
#[derive(Clone, Copy)]
pub enum Cargo {
    /// An import from this many drives.
    Import(u8),
    /// An export of these prefixes onto this many drives.
    Export(u8, &'static [&'static str]),
    /// An export of what this file lists, onto one drive.
    ExportList(&'static str),
}

/// A cancel request in a job's past.
#[derive(Clone, Copy)]
pub struct Cancel {
    /// The state that it came in.
    pub during: JobState,
    /// How much of the stay in that state was over, in per cent.
    pub percent: u8,
}

/// Where a job stands when the scenario begins.
#[derive(Clone, Copy)]
pub enum Stand {
    /// So many per cent of its first stay in this state are over.
    In(JobState, u8),
    /// It was asked to be cancelled so many minutes ago, and nothing has come of it yet.
    JustCancelled(i64),
}

use Cargo::{Export, ExportList, Import};
use JobState::{Closed, Completed, Creating, Faulted, Packaging, Received, Shipping, Transferring};
use Stand::{In, JustCancelled};

impl Plan {
    /// Whether the customer has sent the drives.
    pub fn ships(&self) -> bool {
        let stays = matches!(self.stand, In(Creating, _));
        !stays && self.cancel.is_none_or(|cancel| cancel.during != Creating)
    }

    const fn new(name: &'static str, firm: Firm, region: &'static str, cargo: Cargo, stand: Stand) -> Plan {
        Plan { name: Name::Is(name), firm, region, cargo, fault: None, cancel: None, stand, tags: &[] }
    }

    const fn cancelled(self, during: JobState, percent: u8) -> Plan {
        Plan { cancel: Some(Cancel { during, percent }), ..self }
    }

    const fn fault(self, fault: Fault) -> Plan {
        Plan { fault: Some(fault), ..self }
    }

    const fn tags(self, tags: &'static [(&'static str, &'static str)]) -> Plan {
        Plan { tags, ..self }
    }
}

/// The first visit: every state, and cancels on their way.
pub const CONTOSO: [Plan; 15] = [
    Plan::new("hr-archive-2012-2019", Firm::Contoso, "westus", Import(2), In(Creating, 8))
        .tags(&[("department", "people"), ("cost-center", "4410")]),
    Plan::new(
        "global-engineering-drawings-and-simulation-results-2009-to-2025",
        Firm::Contoso,
        "northcentralus",
        Export(1, &["/"]),
        In(Creating, 55),
    )
    .tags(&[("department", "engineering"), ("retention", "10 years")]),
    Plan::new("media-masters-import", Firm::Studio, "eastus", Import(10), In(Shipping, 60))
        .tags(&[("project", "Remaster"), ("cost-center", "7702")]),
    Plan::new("branch-backups-emea", Firm::Contoso, "westeurope", Import(4), JustCancelled(45))
        .cancelled(Shipping, 35)
        .tags(&[("department", "it-operations")]),
    Plan::new("legal-hold-export", Firm::Contoso, "uksouth", Export(2, &["/legal-hold/"]), In(Received, 50))
        .tags(&[("confidential", "yes")]),
    Plan::new("wind-farm-sensors-q4", Firm::Labs, "southeastasia", Import(3), JustCancelled(20))
        .cancelled(Received, 40),
    Plan::new("sequencing-run-118", Firm::Labs, "japaneast", Import(6), In(Transferring, 45))
        .tags(&[("project", "Genome"), ("run", "118")]),
    Plan::new("drone-survey-raw", Firm::Labs, "australiaeast", Import(2), JustCancelled(10))
        .cancelled(Transferring, 38)
        .tags(&[("project", "Coastline")]),
    Plan::new(
        "film-library-export",
        Firm::Studio,
        "westus2",
        ExportList("lists/films.xml"),
        In(Transferring, 70),
    ),
    Plan::new("erp-history-import", Firm::Contoso, "southafricanorth", Import(5), In(Packaging, 30))
        .tags(&[("department", "finance")]),
    Plan::new("finance-close-2024", Firm::Contoso, "westus", Import(1), In(Completed, 22))
        .tags(&[("department", "finance"), ("year", "2024")]),
    Plan::new("pilot-migration", Firm::Contoso, "westus", Import(1), In(Completed, 4)).cancelled(Creating, 1),
    Plan::new("wrong-region-import", Firm::Labs, "koreacentral", Import(3), In(Completed, 41))
        .cancelled(Transferring, 30),
    Plan::new("plant-telemetry-import", Firm::Labs, "centralindia", Import(4), In(Closed, 63))
        .fault(Fault::Copy),
    Plan::new("Satellite-Tiles-2026", Firm::Labs, "brazilsouth", Import(3), In(Faulted, 35))
        .fault(Fault::Unreadable)
        .tags(&[("project", "Earth"), ("priority", "high")]),
];

/// Everything that goes wrong, one job a fault, and one in which a trainer can send it all off.
pub const FABRIKAM: [Plan; 13] = [
    Plan::new("wrong-bitlocker-key", Firm::Fabrikam, "northeurope", Import(2), In(Transferring, 30))
        .fault(Fault::BitLocker),
    Plan::new("unreadable-drive", Firm::Fabrikam, "northeurope", Import(3), In(Faulted, 50))
        .fault(Fault::Unreadable),
    Plan::new("copy-errors", Firm::Fabrikam, "germanycentral", Import(1), In(Closed, 10)).fault(Fault::Copy),
    Plan::new("copy-remarks", Firm::Fabrikam, "germanycentral", Import(2), In(Completed, 10))
        .fault(Fault::Info),
    Plan::new("late-drive", Firm::Fabrikam, "westeurope", Import(3), In(Transferring, 5)).fault(Fault::Late),
    Plan::new("missing-drive", Firm::Fabrikam, "westeurope", Import(2), In(Transferring, 55))
        .fault(Fault::Missing),
    Plan::new("lost-parcel", Firm::Fabrikam, "canadaeast", Import(2), In(Shipping, 40)).fault(Fault::Lost),
    Plan::new("lost-for-good", Firm::Fabrikam, "canadaeast", Import(1), In(Closed, 5)).fault(Fault::Lost),
    Plan::new("extra-drive", Firm::Fabrikam, "japanwest", Import(2), In(Received, 50)).fault(Fault::Extra),
    Plan::new("wrong-return-address", Firm::Fabrikam, "uaenorth", Import(2), In(Faulted, 20))
        .fault(Fault::Address),
    Plan::new("export-onto-bad-drive", Firm::Fabrikam, "uksouth", Export(2, &["/media/"]), In(Faulted, 10))
        .fault(Fault::Unreadable),
    Plan::new("cancelled-while-lost", Firm::Fabrikam, "canadacentral", Import(1), JustCancelled(90))
        .fault(Fault::Lost)
        .cancelled(Shipping, 45),
    Plan::new("not-sent-yet", Firm::Fabrikam, "westeurope", Import(4), In(Creating, 20))
        .fault(Fault::Unreadable),
];

/// How the jobs of the load scenario are spread: a job takes one of these places by its dice.
const LOAD: [(Stand, Option<Cancel>, Option<Fault>); 16] = [
    (In(Creating, 0), None, None),
    (In(Creating, 0), None, None),
    (In(Shipping, 0), None, None),
    (In(Shipping, 0), None, None),
    (JustCancelled(0), Some(Cancel { during: Shipping, percent: 50 }), None),
    (In(Received, 0), None, None),
    (In(Transferring, 0), None, None),
    (In(Transferring, 0), None, None),
    (In(Transferring, 0), None, None),
    (In(Packaging, 0), None, None),
    (In(Completed, 0), None, None),
    (In(Completed, 0), None, None),
    (In(Completed, 0), None, None),
    (In(Completed, 0), Some(Cancel { during: Transferring, percent: 50 }), None),
    (In(Closed, 0), None, Some(Fault::Copy)),
    (In(Faulted, 0), None, Some(Fault::Address)),
];

const LOAD_REGIONS: [&str; 9] = [
    "westus",
    "eastus2",
    "centralus",
    "northeurope",
    "westeurope",
    "uksouth",
    "japaneast",
    "australiaeast",
    "southafricanorth",
];

/// The job at place `n` of the load scenario.
pub fn load(seed: u64, n: usize) -> Plan {
    let dice = Dice::new(seed, n as u64);
    let pick = |stream: u64, of: usize| (dice.throw(stream) % of as u64) as usize;
    let (stand, cancel, fault) = LOAD[pick(1_001, LOAD.len())];
    let stand = match stand {
        In(state, _) => In(state, 3 + pick(1_002, 95) as u8),
        JustCancelled(_) => JustCancelled(1 + pick(1_002, 600) as i64),
    };
    Plan {
        name: Name::Numbered(n + 1),
        firm: [Firm::Contoso, Firm::Labs, Firm::Studio, Firm::Fabrikam][pick(1_003, 4)],
        region: LOAD_REGIONS[pick(1_004, LOAD_REGIONS.len())],
        cargo: if pick(1_005, 3) == 0 { Export(1, &["/data/"]) } else { Import(1) },
        fault,
        cancel,
        stand,
        tags: &[],
    }
}
