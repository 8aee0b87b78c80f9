//! Jobs: what a customer has asked the service for, and what has been asked of the job since.

use std::sync::Arc;

use super::drive::Drive;
use super::fault::Fault;
use super::injection::Injected;
use super::name::JobId;
use super::place::Location;
use super::shipping::{DeliveryPackage, ReturnAddress, ReturnShipping};
use super::state::{Action, JobState, Refusal, RuleSet, Why, permits};
use super::text::{Invalid, Text};
use super::time::SimTime;

pub use super::account::StorageAccountId;
pub use super::job_type::JobType;
pub use super::tags::Tags;

/// A job's number: each job of a workspace gets the next one, so that a new job may take the name
/// of a deleted one without being mistaken for it.
pub type JobNo = u64;

/// A job: everything the customer said, and the [`History`] from which the service's part follows.
#[derive(Clone, Debug, PartialEq)]
pub struct Job {
    /// Its number in the workspace.
    pub no: JobNo,
    /// Its resource id, in the case given at creation.
    pub id: JobId,
    /// What the customer asked for.
    pub order: Order,
    /// What has been asked of it, when.
    pub history: History,
}

/// What a customer asks for when creating a job.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    /// The region whose data centre does the work.
    pub location: Location,
    /// The customer's tags, in the order given.
    pub tags: Tags,
    /// Import or export, with what only that kind has.
    pub kind: JobKind,
    /// The account that the data goes into or comes from.
    pub storage_account: StorageAccountId,
    /// Where the drives go back to.
    pub return_address: Option<Arc<ReturnAddress>>,
    /// Who brings them back.
    pub return_shipping: Option<Arc<ReturnShipping>>,
    /// The parcel to the data centre.
    pub delivery_package: Option<Arc<DeliveryPackage>>,
    /// The container that logs are written under.
    pub diagnostics_path: DiagnosticsPath,
    /// How much is logged.
    pub log_level: LogLevel,
    /// Whether manifests are copied to the storage account.
    pub backup_drive_manifest: bool,
    /// Who manages the key that protects the BitLocker keys.
    pub encryption: Encryption,
}

/// The container that logs are written under: up to 200 characters. The usual one takes no room.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct DiagnosticsPath(Option<Text<200>>);

impl DiagnosticsPath {
    /// Where logs go when the customer names no container.
    pub const USUAL: &'static str = "waimportexport";

    /// # Errors
    /// As [`Text::parse`].
    pub fn parse(text: &str) -> Result<DiagnosticsPath, Invalid> {
        let path = Text::parse(text)?;
        Ok(DiagnosticsPath((path.as_str() != Self::USUAL).then_some(path)))
    }

    /// The path.
    pub fn as_str(&self) -> &str {
        self.0.as_ref().map_or(Self::USUAL, Text::as_str)
    }
}

/// The direction of a job.
#[derive(Clone, Debug, PartialEq)]
pub enum JobKind {
    /// The customer's drives into Azure Storage: 1–10 drives.
    Import(Vec<Drive>),
    /// Azure Storage onto the customer's empty drives.
    Export(Selection),
}

impl JobKind {
    /// Which of the two it is.
    pub fn job_type(&self) -> JobType {
        match self {
            JobKind::Import(_) => JobType::Import,
            JobKind::Export(_) => JobType::Export,
        }
    }
}

/// What an export job takes out of the storage account.
#[derive(Clone, Debug, PartialEq)]
pub enum Selection {
    /// Blobs by path and by prefix; the prefix `/` is everything.
    Blobs {
        /// Paths of single blobs.
        paths: Vec<BlobPath>,
        /// Prefixes of blob paths.
        prefixes: Vec<BlobPath>,
    },
    /// A file in the storage account that lists the blobs.
    ListFile(BlobPath),
}

/// A path of a blob, or a prefix of one: up to 1,024 characters (the limit of blob names).
pub type BlobPath = Text<1024>;

/// How much the service logs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum LogLevel {
    /// Errors only.
    #[default]
    Error,
    /// Every blob.
    Verbose,
}

impl LogLevel {
    /// The names of both levels in the API.
    pub const NAMES: [&'static str; 2] = ["Error", "Verbose"];

    /// The API's name; never translated.
    pub fn as_str(self) -> &'static str {
        match self {
            LogLevel::Error => "Error",
            LogLevel::Verbose => "Verbose",
        }
    }
}

/// Who manages the key that protects the BitLocker keys.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum Encryption {
    /// Microsoft does.
    #[default]
    MicrosoftManaged,
    /// The customer does, in a key vault.
    CustomerManaged {
        /// The key's URL.
        url: Text<1024>,
        /// The vault's resource id.
        vault: Text<1024>,
    },
}

impl Encryption {
    /// The names of both kinds in the API.
    pub const NAMES: [&'static str; 2] = ["MicrosoftManaged", "CustomerManaged"];

    /// The API's name; never translated.
    pub fn as_str(&self) -> &'static str {
        match self {
            Encryption::MicrosoftManaged => "MicrosoftManaged",
            Encryption::CustomerManaged { .. } => "CustomerManaged",
        }
    }
}

/// What has been asked of a job, when, as far as the service's part depends on it. State and
/// progress at any moment are a function of order, history, seed and that moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    /// When Put Job made it.
    pub created: SimTime,
    /// The last update while it was in `Creating`; the 14 days there count from it.
    pub touched: SimTime,
    /// When the customer said that the drives are on their way.
    pub shipped: Option<SimTime>,
    /// When cancelling was first asked for.
    pub cancel_requested: Option<SimTime>,
    /// The times in which the tracking number carried the mark of a lost parcel, or it was injected.
    pub lost: Vec<Marked>,
    /// The times in which the return address carried the mark of a wrong one, or it was injected.
    pub wrong_address: Vec<Marked>,
    /// What was injected and still counts.
    pub injected: Injected,
}

/// A time in which some input carried the mark of a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marked {
    /// When the mark came in.
    pub from: SimTime,
    /// When a correction took it away, if one has.
    pub until: Option<SimTime>,
}

/// A change asked for by Update Job Properties; absent means unchanged.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Patch {
    /// All tags anew.
    pub tags: Option<Tags>,
    /// `cancelRequested: true`.
    pub cancel: bool,
    /// `state: Shipping`.
    pub ship: bool,
    /// Where the drives go back to.
    pub return_address: Option<Arc<ReturnAddress>>,
    /// Who brings them back.
    pub return_shipping: Option<Arc<ReturnShipping>>,
    /// The parcel to the data centre.
    pub delivery_package: Option<Arc<DeliveryPackage>>,
    /// How much is logged.
    pub log_level: Option<LogLevel>,
    /// Whether manifests are copied to the storage account.
    pub backup_drive_manifest: Option<bool>,
    /// The drives of an import job.
    pub drives: Option<Vec<Drive>>,
}

impl Patch {
    /// The actions that this change is made of, each of which must be permitted.
    pub fn actions(&self) -> Vec<Action> {
        [
            (self.cancel, Action::Cancel),
            (self.ship, Action::Ship),
            (self.drives.is_some(), Action::EditDrives),
            (self.delivery_package.is_some(), Action::EditDelivery),
            (self.log_level.is_some() || self.backup_drive_manifest.is_some(), Action::EditLogging),
            (self.return_address.is_some() || self.return_shipping.is_some(), Action::EditReturn),
            (self.tags.is_some(), Action::EditTags),
        ]
        .into_iter()
        .filter_map(|(wanted, action)| wanted.then_some(action))
        .collect()
    }
}

/// Why a change of a job is refused.
#[derive(Clone, Debug, PartialEq)]
pub enum PatchError {
    /// A rule forbids part of it.
    Refused(Refusal),
    /// `state: Shipping` needs these properties, sent now or before.
    ShippingNeeds(Vec<&'static str>),
}

impl Job {
    /// A job as Put Job makes it at `now`.
    pub fn new(no: JobNo, id: JobId, order: Order, now: SimTime) -> Job {
        let history = History {
            created: now,
            touched: now,
            shipped: None,
            cancel_requested: None,
            lost: Vec::new(),
            wrong_address: Vec::new(),
            injected: Injected::default(),
        };
        let mut job = Job { no, id, order, history };
        job.note_marks(now);
        job
    }

    /// This job with another order, as a second Put Job makes it while it is in `Creating`. A
    /// pending cancel stays pending.
    pub fn replaced(&self, order: Order, now: SimTime) -> Job {
        let mut job = Job { order, ..self.clone() };
        job.history.touched = now;
        job.history.injected = Injected::default();
        job.note_marks(now);
        job
    }

    /// Whether `action` is allowed now that the job is in `state`. The one predicate behind every
    /// button and every answer of the API.
    ///
    /// # Errors
    /// The [`Refusal`] of [`permits`], or that a pending cancel forbids `Ship`.
    pub fn may(&self, action: Action, state: JobState, rules: RuleSet) -> Result<(), Refusal> {
        permits(action, state, rules)?;
        if action == Action::Ship && self.history.cancel_requested.is_some() {
            return Err(Refusal { action, state, rules, allowed: &[], why: Why::CancelPending });
        }
        Ok(())
    }

    /// This job with `patch` carried out at `now`, when it is in `state`.
    ///
    /// # Errors
    /// One refused part refuses the whole change.
    pub fn patched(
        &self,
        patch: &Patch,
        state: JobState,
        rules: RuleSet,
        now: SimTime,
    ) -> Result<Job, PatchError> {
        for action in patch.actions() {
            self.may(action, state, rules).map_err(PatchError::Refused)?;
        }
        if patch.cancel && patch.ship {
            let refusal =
                Refusal { action: Action::Ship, state, rules, allowed: &[], why: Why::CancelPending };
            return Err(PatchError::Refused(refusal));
        }
        let mut job = self.clone();
        job.take(patch);
        if patch.ship {
            let needs: Vec<&'static str> = [
                ("deliveryPackage", job.order.delivery_package.is_none()),
                ("returnAddress", job.order.return_address.is_none()),
            ]
            .into_iter()
            .filter_map(|(name, missing)| missing.then_some(name))
            .collect();
            if !needs.is_empty() {
                return Err(PatchError::ShippingNeeds(needs));
            }
            job.history.shipped.get_or_insert(now);
        }
        if patch.cancel {
            job.history.cancel_requested.get_or_insert(now);
        }
        if state == JobState::Creating {
            job.history.touched = now;
            job.history.injected.expires = None;
        }
        job.note_marks(now);
        Ok(job)
    }

    fn take(&mut self, patch: &Patch) {
        let (order, injected) = (&mut self.order, &mut self.history.injected);
        if let Some(tags) = &patch.tags {
            order.tags = tags.clone();
        }
        if let Some(address) = &patch.return_address {
            order.return_address = Some(address.clone());
            injected.address = false;
        }
        if let Some(shipping) = &patch.return_shipping {
            order.return_shipping = Some(shipping.clone());
        }
        if let Some(package) = &patch.delivery_package {
            order.delivery_package = Some(package.clone());
            injected.lost = false;
        }
        if let Some(level) = patch.log_level {
            order.log_level = level;
        }
        if let Some(backup) = patch.backup_drive_manifest {
            order.backup_drive_manifest = backup;
        }
        if let (Some(drives), JobKind::Import(list)) = (&patch.drives, &mut order.kind) {
            *list = drives.clone();
            injected.drives.clear();
        }
    }

    /// Notes when marks of a fault came in or were taken away, so that a correction later does not
    /// change what has been.
    pub(super) fn note_marks(&mut self, now: SimTime) {
        let package = self.order.delivery_package.as_ref();
        let lost = package.is_some_and(|p| Fault::Lost.is_marked_in(p.tracking_number.as_str()));
        let address = self.order.return_address.as_ref();
        let wrong = address.is_some_and(|a| Fault::Address.is_marked_in(a.street_address1.as_str()));
        let (lost, wrong) = (lost || self.history.injected.lost, wrong || self.history.injected.address);
        note(&mut self.history.lost, lost, now);
        note(&mut self.history.wrong_address, wrong, now);
    }
}

fn note(times: &mut Vec<Marked>, marked: bool, now: SimTime) {
    match times.last_mut().filter(|last| last.until.is_none()) {
        Some(open) if !marked => open.until = Some(now),
        None if marked => times.push(Marked { from: now, until: None }),
        Some(_) | None => {}
    }
}

mod inject;
#[cfg(test)]
mod tests;
