//! Faults: the ways a job goes wrong, asked for by marks in its own input, never by chance.

/// Something that goes wrong. A trainer asks for it by writing its mark somewhere in a drive id
/// (faults of a drive), a tracking number (faults of the parcel; for an export job also those of
/// its drives) or the first line of the return address (`FAULT-ADDRESS`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    /// The BitLocker key does not unlock the drive: it goes back uncopied, the job ends `Closed`.
    BitLocker,
    /// The drive cannot be read: the job is `Faulted` until operators have asked the customer,
    /// goes on without the drive and ends `Closed`.
    Unreadable,
    /// Some files cannot be copied: the drive ends `CompletedMoreInfo`, the job `Closed`.
    Copy,
    /// The copy has remarks only: the drive ends `CompletedMoreInfo`, the job `Completed`.
    Info,
    /// The parcel comes without the drive, which follows some days later.
    Late,
    /// The parcel comes without the drive, and it never follows.
    Missing,
    /// The parcel is lost: operators are notified after 14 days, `Closed` 30 days later.
    Lost,
    /// The parcel holds one drive more than the job lists.
    Extra,
    /// The return address is wrong: the job is `Faulted` when the drives should go back.
    Address,
}

impl Fault {
    /// Every fault.
    pub const ALL: [Fault; 9] = [
        Fault::BitLocker,
        Fault::Unreadable,
        Fault::Copy,
        Fault::Info,
        Fault::Late,
        Fault::Missing,
        Fault::Lost,
        Fault::Extra,
        Fault::Address,
    ];

    /// The mark that asks for it, whatever its case and whatever stands around it.
    pub fn mark(self) -> &'static str {
        match self {
            Fault::BitLocker => "FAULT-BITLOCKER",
            Fault::Unreadable => "FAULT-UNREADABLE",
            Fault::Copy => "FAULT-COPY",
            Fault::Info => "FAULT-INFO",
            Fault::Late => "FAULT-LATE",
            Fault::Missing => "FAULT-MISSING",
            Fault::Lost => "FAULT-LOST",
            Fault::Extra => "FAULT-EXTRA",
            Fault::Address => "FAULT-ADDRESS",
        }
    }

    /// Whether `text` holds this fault's mark.
    pub fn is_marked_in(self, text: &str) -> bool {
        let mark = self.mark().as_bytes();
        text.as_bytes().windows(mark.len()).any(|part| part.eq_ignore_ascii_case(mark))
    }

    /// The fault of a drive that `text` asks for, if any; the first of the list where it holds
    /// several.
    pub fn of_drive(text: &str) -> Option<Fault> {
        [Fault::BitLocker, Fault::Unreadable, Fault::Copy, Fault::Info, Fault::Late, Fault::Missing]
            .into_iter()
            .find(|fault| fault.is_marked_in(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_found_anywhere_in_any_case() {
        for fault in Fault::ALL {
            let text = format!("9CA9-{}-77", fault.mark().to_lowercase());
            assert!(fault.is_marked_in(&text));
            assert!(fault.is_marked_in(fault.mark()));
            assert!(!fault.is_marked_in("9CA995BB"));
            assert!(!fault.is_marked_in(""));
            assert_eq!(Fault::ALL.iter().filter(|f| f.is_marked_in(&text)).count(), 1);
        }
    }

    #[test]
    fn only_faults_of_drives_are_faults_of_drives() {
        for fault in Fault::ALL {
            let of_drive = !matches!(fault, Fault::Lost | Fault::Extra | Fault::Address);
            assert_eq!(Fault::of_drive(fault.mark()), of_drive.then_some(fault));
        }
        assert_eq!(Fault::of_drive("FAULT-COPY FAULT-BITLOCKER"), Some(Fault::BitLocker));
    }
}
