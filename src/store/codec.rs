//! The codec: jobs, heads and lines of the log as short JSON, each text with a check of its own.
//!
//! A value is a JSON array whose last element is the check: eight hexadecimal digits over the key
//! and everything before it. So a changed letter is noticed even where it would make sense.

use std::borrow::Cow;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::domain::drive::Drive;
use crate::domain::job::{
    Encryption, History, Job, JobKind, JobNo, LogLevel, Marked, Order, Selection, StorageAccountId, Tags,
};
use crate::domain::name::{GroupName, JobId, JobName, SubscriptionId};
use crate::domain::place::Location;
use crate::domain::shipping::{DeliveryPackage, DriveCount, Email, ReturnAddress, ReturnShipping};
use crate::domain::state::RuleSet;
use crate::domain::text::{Invalid, Text};
use crate::domain::time::SimTime;
use crate::service::log::{Actor, LogAction, LogLine};
use crate::service::workspace::Head;

use super::entries::Entry;

/// The number of the format that this version writes.
pub const SCHEMA: u32 = 3;

/// What a store adds to a head: which commit it belongs to, and under whose lead it was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Mark {
    /// The number of the last commit.
    pub seq: u64,
    /// How many leaders there have been.
    pub epoch: u64,
}

/// Why a text is not the entry that it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// The check does not fit: the text was cut off, changed, or belongs to another key.
    Check,
    /// The check fits, but it is not what is kept under such a key.
    Shape,
    /// A newer version wrote it, in the format of this number.
    Newer(u32),
}

impl From<Invalid> for Unreadable {
    fn from(_: Invalid) -> Self {
        Unreadable::Shape
    }
}

/// The length of `,"01234567"]`.
const CHECK: usize = 12;

/// FNV-1a over key and text.
fn check(key: &str, text: &str) -> u32 {
    let bytes = key.bytes().chain([0]).chain(text.bytes());
    bytes.fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// The row as JSON with its check at the end. Rows are arrays of plain values, which cannot fail.
fn seal<T: Serialize>(entry: &Entry, row: &T) -> String {
    let mut text = serde_json::to_string(row).unwrap_or_default();
    text.pop();
    let sum = check(&entry.key(), &text);
    text.push_str(&format!(",\"{sum:08x}\"]"));
    text
}

/// What [`seal`] wrote, without the check.
fn unseal(entry: &Entry, text: &str) -> Result<String, Unreadable> {
    let cut =
        text.len().checked_sub(CHECK).filter(|cut| text.is_char_boundary(*cut)).ok_or(Unreadable::Check)?;
    let (body, tail) = text.split_at(cut);
    if tail != format!(",\"{:08x}\"]", check(&entry.key(), body)) {
        return Err(Unreadable::Check);
    }
    Ok([body, "]"].concat())
}

/// The elements of an entry's array, whatever they are; for migrations.
///
/// # Errors
/// [`Unreadable`], never a panic, whatever the text.
pub fn elements(entry: &Entry, kept: &str) -> Result<Vec<serde_json::Value>, Unreadable> {
    parse(&unseal(entry, kept)?)
}

/// An entry with these elements.
pub fn sealed(entry: &Entry, elements: &[serde_json::Value]) -> String {
    seal(entry, &elements)
}

fn parse<'a, T: Deserialize<'a>>(json: &'a str) -> Result<T, Unreadable> {
    serde_json::from_str(json).map_err(|_| Unreadable::Shape)
}

/// A text that is borrowed from the JSON where nothing in it is escaped.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
struct Str<'a>(#[serde(borrow)] Cow<'a, str>);

/// A text of an order.
fn str<const MAX: usize>(text: &Text<MAX>) -> Str<'_> {
    plain(text.as_str())
}

fn plain(text: &str) -> Str<'_> {
    Str(Cow::Borrowed(text))
}

/// Nothing is as good as no text, which no text is allowed to be.
fn some<const MAX: usize>(text: &Option<Text<MAX>>) -> Str<'_> {
    plain(text.as_ref().map_or("", Text::as_str))
}

fn text<const MAX: usize>(text: &Str<'_>) -> Result<Text<MAX>, Invalid> {
    Text::parse(&text.0)
}

fn maybe<const MAX: usize>(given: &Str<'_>) -> Result<Option<Text<MAX>>, Invalid> {
    if given.0.is_empty() { Ok(None) } else { text(given).map(Some) }
}

/// Subscription, group, name; region; storage account; what is moved; address; carrier; parcel;
/// times; and what few jobs have.
#[derive(Serialize, Deserialize)]
struct JobRow<'a>(
    #[serde(borrow)] [Str<'a>; 3],
    #[serde(borrow)] Str<'a>,
    #[serde(borrow)] Str<'a>,
    #[serde(borrow)] KindRow<'a>,
    #[serde(borrow)] Option<[Str<'a>; 9]>,
    #[serde(borrow)] Option<[Str<'a>; 2]>,
    #[serde(borrow)] Option<ParcelRow<'a>>,
    HistoryRow,
    #[serde(borrow)] Rare<'a>,
);

/// What few jobs have.
#[derive(Default, Serialize, Deserialize)]
struct Rare<'a> {
    #[serde(rename = "t", borrow, default, skip_serializing_if = "Vec::is_empty")]
    tags: Vec<[Str<'a>; 2]>,
    /// The container of the logs.
    #[serde(rename = "d", borrow, default, skip_serializing_if = "Option::is_none")]
    diagnostics: Option<Str<'a>>,
    /// [`VERBOSE`] and [`BACKUP`].
    #[serde(rename = "f", default, skip_serializing_if = "is_zero")]
    flags: u8,
    /// The customer's own key and its vault.
    #[serde(rename = "k", borrow, default, skip_serializing_if = "Option::is_none")]
    key: Option<[Str<'a>; 2]>,
    /// When the parcel was marked as lost.
    #[serde(rename = "l", default, skip_serializing_if = "Vec::is_empty")]
    lost: Vec<MarkRow>,
    /// When the address was marked as wrong.
    #[serde(rename = "w", default, skip_serializing_if = "Vec::is_empty")]
    wrong: Vec<MarkRow>,
}

/// From when until when, counted from the job's beginning.
type MarkRow = (i64, Option<i64>);

fn is_zero(flags: &u8) -> bool {
    *flags == 0
}

/// Drives; or paths and prefixes of blobs; or the file that lists them.
#[derive(Serialize, Deserialize)]
enum KindRow<'a> {
    #[serde(rename = "i")]
    Import(#[serde(borrow)] Vec<DriveRow<'a>>),
    #[serde(rename = "b")]
    Blobs(#[serde(borrow)] Vec<Str<'a>>, #[serde(borrow)] Vec<Str<'a>>),
    #[serde(rename = "f")]
    File(#[serde(borrow)] Str<'a>),
}

/// Serial number, BitLocker key, manifest, its hash, hashes of the header.
#[derive(Serialize, Deserialize)]
struct DriveRow<'a>(
    #[serde(borrow)] Str<'a>,
    #[serde(borrow)] Str<'a>,
    #[serde(borrow)] Str<'a>,
    #[serde(borrow)] Str<'a>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")] Option<Str<'a>>,
);

/// Carrier, tracking number, number of drives or 0, day of shipping.
#[derive(Serialize, Deserialize)]
struct ParcelRow<'a>(
    #[serde(borrow)] Str<'a>,
    #[serde(borrow)] Str<'a>,
    i64,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")] Option<Str<'a>>,
);

/// When it was made; counted from then: last touched, shipped, cancel requested.
#[derive(Serialize, Deserialize)]
struct HistoryRow(
    i64,
    i64,
    Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")] Option<i64>,
);

const VERBOSE: u8 = 1;
const BACKUP: u8 = 2;

/// A job as it is kept.
pub fn job_text(job: &Job) -> String {
    let order = &job.order;
    let names = [job.id.subscription.as_str(), job.id.group.as_str(), job.id.name.as_str()].map(plain);
    let kind = match &order.kind {
        JobKind::Import(drives) => KindRow::Import(drives.iter().map(drive_row).collect()),
        JobKind::Export(Selection::Blobs { paths, prefixes }) => {
            KindRow::Blobs(paths.iter().map(str).collect(), prefixes.iter().map(str).collect())
        }
        JobKind::Export(Selection::ListFile(path)) => KindRow::File(str(path)),
    };
    let diagnostics = order.diagnostics_path.as_str();
    let rare = Rare {
        tags: order.tags.iter().map(|(name, value)| [plain(name), plain(value)]).collect(),
        diagnostics: (diagnostics != Order::DEFAULT_DIAGNOSTICS_PATH).then(|| plain(diagnostics)),
        flags: if order.log_level == LogLevel::Verbose { VERBOSE } else { 0 }
            | if order.backup_drive_manifest { BACKUP } else { 0 },
        key: match &order.encryption {
            Encryption::MicrosoftManaged => None,
            Encryption::CustomerManaged { url, vault } => Some([str(url), str(vault)]),
        },
        lost: mark_rows(&job.history, &job.history.lost),
        wrong: mark_rows(&job.history, &job.history.wrong_address),
    };
    let row = JobRow(
        names,
        plain(order.location.name()),
        Str(short_account(job)),
        kind,
        order.return_address.as_deref().map(address_row),
        order.return_shipping.as_deref().map(|s| [str(&s.carrier_name), str(&s.carrier_account_number)]),
        order.delivery_package.as_deref().map(parcel_row),
        history_row(&job.history),
        rare,
    );
    seal(&Entry::Job(job.no), &row)
}

/// The job with number `no` that [`job_text`] wrote.
///
/// # Errors
/// [`Unreadable`], never a panic, whatever the text.
pub fn job(no: JobNo, kept: &str, shared: &mut Shared) -> Result<Job, Unreadable> {
    let json = unseal(&Entry::Job(no), kept)?;
    let JobRow(names, region, account, kind, address, shipping, parcel, times, rare) = parse(&json)?;
    let [subscription, group, name] = &names;
    let mut id = JobId {
        subscription: SubscriptionId::parse(&subscription.0)?,
        group: GroupName::parse(&group.0)?,
        name: JobName::parse(&name.0)?,
    };
    let account = StorageAccountId::parse(&long_account(&id, &account.0))?;
    let kind = match &kind {
        KindRow::Import(drives) => JobKind::Import(drives.iter().map(drive).collect::<Result<_, _>>()?),
        KindRow::Blobs(paths, prefixes) => JobKind::Export(Selection::Blobs {
            paths: paths.iter().map(text).collect::<Result<_, _>>()?,
            prefixes: prefixes.iter().map(text).collect::<Result<_, _>>()?,
        }),
        KindRow::File(path) => JobKind::Export(Selection::ListFile(text(path)?)),
    };
    let tags = Tags::parse(rare.tags.iter().map(|[name, value]| (name.0.as_ref(), value.0.as_ref())));
    let mut order = Order {
        location: Location::parse(&region.0).ok_or(Unreadable::Shape)?,
        tags: tags.map_err(|_| Unreadable::Shape)?,
        kind,
        storage_account: account,
        return_address: address.as_ref().map(self::address).transpose()?.map(Arc::new),
        return_shipping: shipping.as_ref().map(carrier).transpose()?.map(Arc::new),
        delivery_package: parcel.as_ref().map(self::parcel).transpose()?.map(Arc::new),
        diagnostics_path: match &rare.diagnostics {
            None => Text::parse(Order::DEFAULT_DIAGNOSTICS_PATH)?,
            Some(path) => text(path)?,
        },
        log_level: if rare.flags & VERBOSE != 0 { LogLevel::Verbose } else { LogLevel::Error },
        backup_drive_manifest: rare.flags & BACKUP != 0,
        encryption: match &rare.key {
            None => Encryption::MicrosoftManaged,
            Some([url, vault]) => Encryption::CustomerManaged { url: text(url)?, vault: text(vault)? },
        },
    };
    shared.share(&mut id, &mut order);
    Ok(Job { no, id, order, history: history(&times, &rare)? })
}

const USUAL_MANIFEST: &str = "\\DriveManifest.xml";

fn drive_row(drive: &Drive) -> DriveRow<'_> {
    let manifest = drive.manifest_file.as_str();
    DriveRow(
        str(&drive.id),
        Str(short_key(drive.bit_locker_key.as_str())),
        plain(if manifest == USUAL_MANIFEST { "" } else { manifest }),
        str(&drive.manifest_hash),
        drive.drive_header_hash.as_ref().map(str),
    )
}

fn drive(row: &DriveRow<'_>) -> Result<Drive, Unreadable> {
    let DriveRow(id, key, file, hash, header) = row;
    Ok(Drive {
        id: text(id)?,
        bit_locker_key: Text::parse(&long_key(&key.0))?,
        manifest_file: Text::parse(if file.0.is_empty() { USUAL_MANIFEST } else { &file.0 })?,
        manifest_hash: text(hash)?,
        drive_header_hash: header.as_ref().map(text).transpose()?,
    })
}

/// A key in the usual form, eight groups of six digits, without its hyphens.
fn short_key(key: &str) -> Cow<'_, str> {
    let digits = key.replace('-', "");
    if long_key(&digits) == key && digits != key { digits.into() } else { key.into() }
}

fn long_key(kept: &str) -> Cow<'_, str> {
    if kept.len() != 48 || !kept.bytes().all(|byte| byte.is_ascii_digit()) {
        return kept.into();
    }
    let groups: Vec<&str> = (0..8).filter_map(|at| kept.get(at * 6..at * 6 + 6)).collect();
    groups.join("-").into()
}

/// Name, street, second line, city, state, postal code, country, telephone, e-mail.
fn address_row(a: &ReturnAddress) -> [Str<'_>; 9] {
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

fn address(row: &[Str<'_>; 9]) -> Result<ReturnAddress, Unreadable> {
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

fn carrier(row: &[Str<'_>; 2]) -> Result<ReturnShipping, Unreadable> {
    let [name, number] = row;
    Ok(ReturnShipping { carrier_name: text(name)?, carrier_account_number: text(number)? })
}

fn parcel_row(p: &DeliveryPackage) -> ParcelRow<'_> {
    let count = p.drive_count.map_or(0, |count| i64::from(count.get()));
    ParcelRow(str(&p.carrier_name), str(&p.tracking_number), count, p.ship_date.as_ref().map(str))
}

fn parcel(row: &ParcelRow<'_>) -> Result<DeliveryPackage, Unreadable> {
    let ParcelRow(name, number, count, date) = row;
    Ok(DeliveryPackage {
        carrier_name: text(name)?,
        tracking_number: text(number)?,
        drive_count: if *count == 0 { None } else { Some(DriveCount::parse(*count)?) },
        ship_date: date.as_ref().map(text).transpose()?,
    })
}

fn history_row(history: &History) -> HistoryRow {
    let start = history.created.millis();
    let after = |at: SimTime| at.millis() - start;
    HistoryRow(start, after(history.touched), history.shipped.map(after), history.cancel_requested.map(after))
}

fn mark_rows(history: &History, marks: &[Marked]) -> Vec<MarkRow> {
    let after = |at: SimTime| at.millis() - history.created.millis();
    marks.iter().map(|mark| (after(mark.from), mark.until.map(after))).collect()
}

fn history(times: &HistoryRow, rare: &Rare<'_>) -> Result<History, Unreadable> {
    let HistoryRow(start, touched, shipped, cancelled) = times;
    let created = time(*start)?;
    let at = |after: i64| time(created.millis().saturating_add(after));
    let marks = |all: &[MarkRow]| -> Result<Vec<Marked>, Unreadable> {
        let mark =
            |(from, until): &MarkRow| Ok(Marked { from: at(*from)?, until: until.map(at).transpose()? });
        all.iter().map(mark).collect()
    };
    Ok(History {
        created,
        touched: at(*touched)?,
        shipped: shipped.map(at).transpose()?,
        cancel_requested: cancelled.map(at).transpose()?,
        lost: marks(&rare.lost)?,
        wrong_address: marks(&rare.wrong)?,
    })
}

fn time(millis: i64) -> Result<SimTime, Unreadable> {
    let time = SimTime::from_millis(millis);
    if time.millis() == millis { Ok(time) } else { Err(Unreadable::Shape) }
}

/// The parts of a storage account's id around group and name, which most ids have in common.
fn account_id(subscription: &str, group: &str, name: &str) -> String {
    format!(
        "/subscriptions/{subscription}/resourceGroups/{group}/providers/Microsoft.Storage/storageAccounts/{name}"
    )
}

/// The account's name alone if it is in the job's own group, as most are.
fn short_account(job: &Job) -> Cow<'_, str> {
    let account = &job.order.storage_account;
    let usual = account_id(job.id.subscription.as_str(), job.id.group.as_str(), account.account());
    if usual == account.as_str() { account.account().into() } else { account.as_str().into() }
}

fn long_account(id: &JobId, kept: &str) -> String {
    if kept.starts_with('/') {
        kept.to_owned()
    } else {
        account_id(id.subscription.as_str(), id.group.as_str(), kept)
    }
}

/// Parts that many jobs have in common, so that thousands of jobs hold them once. It remembers the
/// few met last.
#[derive(Default)]
pub struct Shared {
    ids: Vec<JobId>,
    accounts: Vec<StorageAccountId>,
    addresses: Vec<Arc<ReturnAddress>>,
    carriers: Vec<Arc<ReturnShipping>>,
}

impl Shared {
    const MOST: usize = 16;

    fn share(&mut self, id: &mut JobId, order: &mut Order) {
        let same = |known: &JobId| known.subscription == id.subscription && known.group == id.group;
        match self.ids.iter().find(|known| same(known)) {
            Some(known) => {
                id.subscription = known.subscription.clone();
                id.group = known.group.clone();
            }
            None => keep(&mut self.ids, id),
        }
        one_of(&mut self.accounts, &mut order.storage_account);
        if let Some(address) = &mut order.return_address {
            one_of(&mut self.addresses, address);
        }
        if let Some(carrier) = &mut order.return_shipping {
            one_of(&mut self.carriers, carrier);
        }
    }
}

fn one_of<T: Clone + PartialEq>(known: &mut Vec<T>, value: &mut T) {
    match known.iter().find(|known| *known == value) {
        Some(same) => *value = same.clone(),
        None => keep(known, value),
    }
}

fn keep<T: Clone>(known: &mut Vec<T>, value: &T) {
    if known.len() >= Shared::MOST {
        known.remove(0);
    }
    known.push(value.clone());
}

/// Schema, commit, epoch; time, speed, paused, seed, rules, scenario, next job, next line.
#[derive(Serialize, Deserialize)]
struct HeadRow<'a>(
    u32,
    u64,
    u64,
    i64,
    u64,
    bool,
    u64,
    #[serde(borrow)] Str<'a>,
    #[serde(borrow)] Str<'a>,
    u64,
    u64,
);

/// A head as it is kept.
pub fn head_text(head: &Head, mark: Mark) -> String {
    let row = HeadRow(
        SCHEMA,
        mark.seq,
        mark.epoch,
        head.now.millis(),
        head.speed,
        head.paused,
        head.seed,
        plain(head.rules.as_str()),
        plain(&head.scenario),
        head.next_job,
        head.next_line,
    );
    seal(&Entry::Head, &row)
}

/// The schema that a head is written in. Of every head, newer ones too: the array begins with it
/// and ends with the check.
///
/// # Errors
/// [`Unreadable`].
pub fn schema(kept: &str) -> Result<u32, Unreadable> {
    let all = elements(&Entry::Head, kept)?;
    let schema = all.first().and_then(serde_json::Value::as_u64).ok_or(Unreadable::Shape)?;
    u32::try_from(schema).map_err(|_| Unreadable::Shape)
}

/// What [`head_text`] wrote.
///
/// # Errors
/// [`Unreadable`], never a panic, whatever the text.
pub fn head(kept: &str) -> Result<(Head, Mark), Unreadable> {
    let schema = schema(kept)?;
    if schema > SCHEMA {
        return Err(Unreadable::Newer(schema));
    }
    let json = unseal(&Entry::Head, kept)?;
    let HeadRow(_, seq, epoch, now, speed, paused, seed, rules, scenario, next_job, next_line) =
        parse(&json)?;
    let head = Head {
        now: time(now)?,
        speed,
        paused,
        seed,
        rules: RuleSet::parse(&rules.0).ok_or(Unreadable::Shape)?,
        scenario: scenario.0.into_owned(),
        next_job,
        next_line,
    };
    Ok((head, Mark { seq, epoch }))
}

/// What a workspace was made from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// What its durations are drawn from.
    pub seed: u64,
    /// The scenario that it began with.
    pub scenario: String,
    /// The name of the file it came from; empty if it came from none.
    pub title: String,
}

/// An origin as it is kept.
pub fn origin_text(origin: &Origin) -> String {
    seal(&Entry::Origin, &(origin.seed, plain(&origin.scenario), plain(&origin.title)))
}

/// What [`origin_text`] wrote.
///
/// # Errors
/// [`Unreadable`], never a panic, whatever the text.
pub fn origin(kept: &str) -> Result<Origin, Unreadable> {
    let json = unseal(&Entry::Origin, kept)?;
    let (seed, scenario, title): (u64, Str<'_>, Str<'_>) = parse(&json)?;
    Ok(Origin { seed, scenario: scenario.0.into_owned(), title: title.0.into_owned() })
}

/// What is under way, as [`super::ledger`] keeps it under `wal`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Wal {
    /// These writes belong to the commit with this number and epoch; they count as done.
    #[serde(rename = "w")]
    Writes(u64, u64, Vec<(String, Option<String>)>),
    /// The workspace is being written for the first time: what is there is not all.
    #[serde(rename = "c")]
    Creating,
    /// The entries are being converted from the format of this number.
    #[serde(rename = "m")]
    Migrating(u32),
    /// The workspace gives way to one that begins anew: scenario, seed, jobs, and the commit's
    /// number and epoch.
    #[serde(rename = "r")]
    Reset(String, u64, Option<usize>, u64, u64),
    /// The workspace gives way to the one in this slot; the commit's number and epoch. The flag says
    /// that the old one is gone already.
    #[serde(rename = "t")]
    Replace(String, bool, u64, u64),
}

/// A log of what is under way as it is kept.
pub fn wal_text(wal: &Wal) -> String {
    seal(&Entry::Wal, &[wal])
}

/// What [`wal_text`] wrote, with or without spaces behind it; none if nothing is under way.
///
/// # Errors
/// [`Unreadable`], never a panic, whatever the text.
pub fn wal(kept: &str) -> Result<Option<Wal>, Unreadable> {
    let kept = kept.trim_end_matches(' ');
    if kept.is_empty() {
        return Ok(None);
    }
    let json = unseal(&Entry::Wal, kept)?;
    let [wal]: [Wal; 1] = parse(&json)?;
    Ok(Some(wal))
}

/// When; the job's name, or nothing; what, by its place in [`LogAction::ALL`] or behind it; who; and of what is behind
/// it which rules, or until when.
#[derive(Serialize, Deserialize)]
struct LineRow<'a>(
    i64,
    #[serde(borrow)] Str<'a>,
    usize,
    usize,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")] Option<Str<'a>>,
);

const RULES_CHOSEN: usize = LogAction::ALL.len();
const JUMPED: usize = RULES_CHOSEN + 1;

/// A line of the activity log as it is kept.
pub fn line_text(line: &LogLine) -> String {
    let (action, detail) = match line.action {
        LogAction::RulesChosen(rules) => (RULES_CHOSEN, Some(plain(rules.as_str()))),
        LogAction::Jumped(to) => (JUMPED, Some(Str(to.millis().to_string().into()))),
        LogAction::Created
        | LogAction::Replaced
        | LogAction::Updated
        | LogAction::MarkedShipped
        | LogAction::CancelRequested
        | LogAction::Deleted => {
            (LogAction::ALL.iter().position(|action| *action == line.action).unwrap_or_default(), None)
        }
    };
    let by = Actor::ALL.iter().position(|actor| *actor == line.by).unwrap_or_default();
    let job = plain(line.job.as_ref().map_or("", JobName::as_str));
    seal(&Entry::Line(line.no), &LineRow(line.at.millis(), job, action, by, detail))
}

/// The line with number `no` that [`line_text`] wrote.
///
/// # Errors
/// [`Unreadable`], never a panic, whatever the text.
pub fn line(no: u64, kept: &str) -> Result<LogLine, Unreadable> {
    let json = unseal(&Entry::Line(no), kept)?;
    let LineRow(at, name, action, by, detail) = parse(&json)?;
    let (job, action) = match (action, detail) {
        (RULES_CHOSEN, Some(rules)) => (None, RuleSet::parse(&rules.0).map(LogAction::RulesChosen)),
        (JUMPED, Some(to)) => {
            let to = to.0.parse().map_err(|_| Unreadable::Shape)?;
            (None, Some(LogAction::Jumped(time(to)?)))
        }
        (action, _) => (Some(JobName::parse(&name.0)?), LogAction::ALL.get(action).copied()),
    };
    let action = action.ok_or(Unreadable::Shape)?;
    Ok(LogLine { no, at: time(at)?, job, action, by: *Actor::ALL.get(by).ok_or(Unreadable::Shape)? })
}
