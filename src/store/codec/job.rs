//! Jobs as rows of short JSON, with what many of them have in common held once.

use std::borrow::Cow;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::domain::drive::Drive;
use crate::domain::job::{
    DiagnosticsPath, Encryption, History, Job, JobKind, JobNo, LogLevel, Marked, Order, Selection, Tags,
};
use crate::domain::place::Location;
use crate::domain::shipping::{DeliveryPackage, DriveCount, StatedCount, StatedDate};
use crate::domain::text::Text;
use crate::domain::time::SimTime;
use crate::service::range;
use crate::store::entries::Entry;

use super::injected::{self, InjectedRow};
use super::shared::{Shared, account_id, address_row, carrier_row};
use super::{Str, Unreadable, holds, parse, plain, seal, str, text, time, unseal};

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
    #[serde(rename = "i", default, skip_serializing_if = "Option::is_none")]
    injected: Option<InjectedRow>,
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

/// Carrier, tracking number, number of drives, day of shipping. No number is 0, and a number that was given as 0 is -1.
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

const ZERO_STATED: i64 = -1;
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
        diagnostics: (diagnostics != DiagnosticsPath::USUAL).then(|| plain(diagnostics)),
        flags: if order.log_level == LogLevel::Verbose { VERBOSE } else { 0 }
            | if order.backup_drive_manifest { BACKUP } else { 0 },
        key: match &order.encryption {
            Encryption::MicrosoftManaged => None,
            Encryption::CustomerManaged { url, vault } => Some([str(url), str(vault)]),
        },
        lost: mark_rows(&job.history, &job.history.lost),
        wrong: mark_rows(&job.history, &job.history.wrong_address),
        injected: injected::row(&job.history),
    };
    let row = JobRow(
        names,
        plain(order.location.name()),
        Str(short_account(job)),
        kind,
        order.return_address.as_deref().map(address_row),
        order.return_shipping.as_deref().map(carrier_row),
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
    holds(range::NUMBERS.contains(&no))?;
    let JobRow(names, region, account, kind, address, shipping, parcel, times, rare) = parse(&json)?;
    let id = shared.id(&names)?;
    let account = shared.account(&id, &account.0)?;
    let kind = match &kind {
        KindRow::Import(rows) => JobKind::Import(drives(rows)?),
        KindRow::Blobs(paths, prefixes) if paths.is_empty() && prefixes.is_empty() => {
            return Err(Unreadable::Shape);
        }
        KindRow::Blobs(paths, prefixes) => {
            JobKind::Export(Selection::Blobs { paths: each(paths, text)?, prefixes: each(prefixes, text)? })
        }
        KindRow::File(path) => JobKind::Export(Selection::ListFile(text(path)?)),
    };
    let tags = Tags::parse(rare.tags.iter().map(|[name, value]| (name.0.as_ref(), value.0.as_ref())));
    let order = Order {
        location: Location::parse(&region.0).ok_or(Unreadable::Shape)?,
        tags: tags.map_err(|_| Unreadable::Shape)?,
        kind,
        storage_account: account,
        return_address: address.as_ref().map(|row| shared.address(row)).transpose()?,
        return_shipping: shipping.as_ref().map(|row| shared.carrier(row)).transpose()?,
        delivery_package: parcel.as_ref().map(self::parcel).transpose()?.map(Arc::new),
        diagnostics_path: match &rare.diagnostics {
            None => DiagnosticsPath::default(),
            Some(path) => DiagnosticsPath::parse(&path.0)?,
        },
        log_level: if rare.flags & VERBOSE != 0 { LogLevel::Verbose } else { LogLevel::Error },
        backup_drive_manifest: rare.flags & BACKUP != 0,
        encryption: match &rare.key {
            None => Encryption::MicrosoftManaged,
            Some([url, vault]) => Encryption::CustomerManaged { url: text(url)?, vault: text(vault)? },
        },
    };
    Ok(Job { no, id, order, history: history(&times, &rare)? })
}

/// What is read of each row. As long as the rows: what is collected out of results has room for more, for good.
fn each<R, T, E>(rows: &[R], read: impl Fn(&R) -> Result<T, E>) -> Result<Vec<T>, Unreadable>
where
    Unreadable: From<E>,
{
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        all.push(read(row)?);
    }
    Ok(all)
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

/// As many drives as the service takes in one job, each with an id of its own.
fn drives(rows: &[DriveRow<'_>]) -> Result<Vec<Drive>, Unreadable> {
    DriveCount::parse(i64::try_from(rows.len()).unwrap_or(i64::MAX))?;
    let drives = each(rows, drive)?;
    let same = |one: &Drive, other: &Drive| one.id.as_str().eq_ignore_ascii_case(other.id.as_str());
    let twice =
        drives.iter().enumerate().any(|(n, one)| drives.iter().skip(n + 1).any(|other| same(one, other)));
    if twice { Err(Unreadable::Shape) } else { Ok(drives) }
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
    let mut key = String::with_capacity(55);
    for (at, digit) in kept.chars().enumerate() {
        if at > 0 && at % 6 == 0 {
            key.push('-');
        }
        key.push(digit);
    }
    key.into()
}

/// Name, street, second line, city, state, postal code, country, telephone, e-mail.
fn parcel_row(p: &DeliveryPackage) -> ParcelRow<'_> {
    let count =
        p.drive_count.map_or(0, |count| if count.get() == 0 { ZERO_STATED } else { i64::from(count.get()) });
    ParcelRow(
        str(&p.carrier_name),
        str(&p.tracking_number),
        count,
        p.ship_date.as_ref().map(|date| plain(date.as_str())),
    )
}

fn parcel(row: &ParcelRow<'_>) -> Result<DeliveryPackage, Unreadable> {
    let ParcelRow(name, number, count, date) = row;
    Ok(DeliveryPackage {
        carrier_name: text(name)?,
        tracking_number: text(number)?,
        drive_count: match *count {
            0 => None,
            ZERO_STATED => Some(StatedCount::parse(0)?),
            count => Some(StatedCount::parse(count)?),
        },
        ship_date: date.as_ref().map(|date| StatedDate::parse(&date.0)).transpose()?,
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
        each(all, |(from, until)| -> Result<_, Unreadable> {
            Ok(Marked { from: at(*from)?, until: until.map(at).transpose()? })
        })
    };
    Ok(History {
        created,
        touched: at(*touched)?,
        shipped: shipped.map(at).transpose()?,
        cancel_requested: cancelled.map(at).transpose()?,
        lost: marks(&rare.lost)?,
        wrong_address: marks(&rare.wrong)?,
        injected: injected::injected(rare.injected.as_ref(), at)?,
    })
}

/// The account's name alone if it is in the job's own group, as most are.
fn short_account(job: &Job) -> Cow<'_, str> {
    let account = &job.order.storage_account;
    let usual = account_id(job.id.subscription.as_str(), job.id.group.as_str(), account.account());
    if usual == account.as_str() { account.account().into() } else { account.as_str().into() }
}
