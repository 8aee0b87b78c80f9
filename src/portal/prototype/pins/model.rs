//! A pin: a numbered note on a control, as text of a switch: `CONTROL;JOB;NOTE`, several with `|` between them.

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use crate::journal::JobRef;
use crate::lessons::anchor::{Anchor, Control};

/// What means something in the text of a pin.
const PART: &AsciiSet = &CONTROLS.add(b'%').add(b'|').add(b';');
/// The most pins.
pub const MOST: usize = 20;
/// The most characters of a note.
pub const MOST_TEXT: usize = 280;

/// A note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pin {
    /// The control that it is on.
    pub on: Anchor,
    /// What it says.
    pub note: String,
}

impl Pin {
    /// A pin on a control, and on a job where every job has that control; nothing where the note is empty or too long.
    pub fn new(control: Control, job: &str, note: &str) -> Option<Pin> {
        let (note, job) = (note.trim(), job.trim());
        let fits = !note.is_empty() && note.chars().count() <= MOST_TEXT;
        let job = control.is_of_a_job().then(|| JobRef(job.to_owned()));
        let named = job.as_ref().is_none_or(|job| !job.0.is_empty());
        (fits && named).then(|| Pin { on: Anchor { control, job }, note: note.to_owned() })
    }

    fn parse(text: &str) -> Option<Pin> {
        let mut parts = text.splitn(3, ';');
        let mut next = || Some(percent_decode_str(parts.next()?).decode_utf8().ok()?.into_owned());
        let (on, job, note) = (next()?, next()?, next()?);
        Pin::new(Control::parse(&on)?, &job, &note)
    }
}

/// The pins in the value of a switch, and what of it is none.
pub fn read(text: &str) -> (Vec<Pin>, Vec<String>) {
    let (mut pins, mut strange) = (Vec::new(), Vec::new());
    for part in text.split('|').filter(|part| !part.is_empty()) {
        match Pin::parse(part).filter(|_| pins.len() < MOST) {
            Some(pin) => pins.push(pin),
            None => strange.push(part.to_owned()),
        }
    }
    (pins, strange)
}

/// What [`read`] reads.
pub fn write(pins: &[Pin]) -> String {
    let encode = |text: &str| utf8_percent_encode(text, PART).to_string();
    let one = |pin: &Pin| {
        let job = pin.on.job.as_ref().map(|job| encode(&job.0)).unwrap_or_default();
        format!("{};{job};{}", pin.on.control.as_str(), encode(&pin.note))
    };
    pins.iter().map(one).collect::<Vec<_>>().join("|")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_may_hold_what_separates_notes() {
        let pins = [
            Pin::new(Control::Cancel, "pending-cancel", "50 % | why; not?").expect("a pin"),
            Pin::new(Control::Clock, "", "Zaman → ileri").expect("a pin"),
        ];
        assert_eq!(read(&write(&pins)), (pins.to_vec(), Vec::new()));
    }

    #[test]
    fn a_pin_needs_a_note_and_a_job_where_each_job_has_the_control() {
        assert_eq!(Pin::new(Control::Clock, "", "  "), None);
        assert_eq!(Pin::new(Control::Clock, "", &"x".repeat(MOST_TEXT + 1)), None);
        assert_eq!(Pin::new(Control::Row, "", "here"), None);
        assert_eq!(read("clock;;hello|nonsense").1, ["nonsense"]);
    }
}
