//! Simulated faults: the mark of a fault, written into the field that it belongs to.

use crate::domain::fault::Fault;
use crate::domain::job::JobType;
use crate::domain::place::INBOUND_CARRIERS;

use super::{DrivePart, Field, ProblemPlace, WizardForm};

/// The field of the form that the mark of a fault belongs to: a drive's id, the tracking number or the street.
pub fn home(form: &WizardForm, fault: Fault) -> ProblemPlace {
    match fault {
        Fault::BitLocker | Fault::Unreadable | Fault::Copy | Fault::Info | Fault::Late | Fault::Missing
            if form.kind == JobType::Import =>
        {
            // Each drive can go wrong in one way: the next that has none yet.
            let free = form.drives.iter().position(|drive| Fault::of_drive(&drive.id).is_none());
            ProblemPlace::Drive(free.unwrap_or(form.drives.len().saturating_sub(1)), DrivePart::Id)
        }
        // The drives of an export are not listed, so the mark is the parcel's.
        Fault::BitLocker
        | Fault::Unreadable
        | Fault::Copy
        | Fault::Info
        | Fault::Late
        | Fault::Missing
        | Fault::Lost
        | Fault::Extra => ProblemPlace::Field(Field::Tracking),
        Fault::Address => ProblemPlace::Field(Field::Street1),
    }
}

/// Writes the mark of `fault` into its field, in the place of any other mark there, and fills in what that field needs
/// beside it. Gives back where the mark is.
pub fn simulate(form: &mut WizardForm, fault: Fault) -> ProblemPlace {
    let place = home(form, fault);
    match place {
        ProblemPlace::Drive(..) if form.drives.is_empty() => {
            form.drives.push(form.sample_drive());
        }
        ProblemPlace::Field(Field::Tracking) if form.text(Field::Inbound).trim().is_empty() => {
            form.set(Field::Inbound, INBOUND_CARRIERS[0].to_owned());
        }
        ProblemPlace::Field(Field::Street1) => form.fill_address(),
        ProblemPlace::Drive(..)
        | ProblemPlace::Drives
        | ProblemPlace::Field(_)
        | ProblemPlace::TagName(_)
        | ProblemPlace::TagValue(_)
        | ProblemPlace::Tags => {}
    }
    match place {
        ProblemPlace::Drive(n, _) => {
            if let Some(drive) = form.drives.get_mut(n) {
                drive.id = marked(&drive.id, fault);
            }
        }
        ProblemPlace::Field(field) => form.set(field, marked(form.text(field), fault)),
        ProblemPlace::Drives | ProblemPlace::TagName(_) | ProblemPlace::TagValue(_) | ProblemPlace::Tags => {}
    }
    place
}

/// `text` with the mark of `fault` and no other.
fn marked(text: &str, fault: Fault) -> String {
    let mut rest = text.to_owned();
    for mark in Fault::ALL.map(Fault::mark) {
        while let Some(at) = rest.to_ascii_uppercase().find(mark) {
            rest.replace_range(at..at + mark.len(), "");
        }
    }
    let rest = rest.trim_matches(|c: char| c == '-' || c.is_whitespace());
    match (rest.is_empty(), fault) {
        (true, fault) => fault.mark().to_owned(),
        (false, Fault::Address) => format!("{rest} {}", fault.mark()),
        (false, fault) => format!("{rest}-{}", fault.mark()),
    }
}

/// The marks that the form holds, each with its place.
pub fn simulated(form: &WizardForm) -> Vec<(ProblemPlace, Fault)> {
    let drives =
        form.drives.iter().enumerate().filter(|_| form.kind == JobType::Import).filter_map(|(n, drive)| {
            Fault::of_drive(&drive.id).map(|fault| (ProblemPlace::Drive(n, DrivePart::Id), fault))
        });
    let in_field = |field: Field| {
        Fault::ALL
            .into_iter()
            .filter(move |fault| fault.is_marked_in(form.text(field)))
            .map(move |fault| (ProblemPlace::Field(field), fault))
    };
    drives.chain(in_field(Field::Street1)).chain(in_field(Field::Tracking)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::wire::parse_order;
    use crate::domain::job::Job;
    use crate::domain::time::{SimTime, Span};
    use crate::portal::create::draft::{WizardStep, body, job_id};
    use crate::service::simulation::{Course, Happening, Trouble};

    fn form(kind: JobType) -> WizardForm {
        let mut form = WizardForm { kind, ..WizardForm::default() };
        form.fill(WizardStep::Basics, |_| false);
        form
    }

    /// The job of the form, shipped at once.
    fn course(form: &WizardForm) -> (Job, Course) {
        let order = parse_order(&body(form), None).expect("it is an order");
        let mut job = Job::new(1, job_id(form).expect("it has a name"), order, SimTime::from_millis(0));
        job.history.shipped = Some(SimTime::from_millis(0) + Span::hours(1));
        let course = Course::of(&job, 1);
        (job, course)
    }

    #[test]
    fn every_mark_lands_where_the_service_looks_for_it() {
        for kind in [JobType::Import, JobType::Export] {
            let plain = course(&form(kind)).1;
            for fault in Fault::ALL {
                let mut form = form(kind);
                let place = simulate(&mut form, fault);
                assert_eq!(simulated(&form), [(place, fault)], "{kind:?}");
                let (job, course) = course(&form);
                let differs = course.moments != plain.moments || course.drives != plain.drives;
                let wrong = matches!(fault, Fault::Lost) && !job.history.lost.is_empty();
                assert!(differs || wrong, "{kind:?} {fault:?} changes what happens");
                if fault == Fault::Address {
                    let faulted = Happening::Faulted(Trouble::ReturnAddress);
                    assert!(course.moments.iter().any(|moment| moment.what == faulted));
                }
            }
        }
    }

    #[test]
    fn a_mark_takes_the_place_of_another_and_leaves_the_rest() {
        let mut form = form(JobType::Import);
        form.drives[0].id = "9C-1".to_owned();
        simulate(&mut form, Fault::Copy);
        assert_eq!(form.drives[0].id, "9C-1-FAULT-COPY");
        simulate(&mut form, Fault::Late);
        assert_eq!(form.drives[0].id, "9C-1-FAULT-LATE", "there is no other drive");
        form.drives.push(form.sample_drive());
        simulate(&mut form, Fault::Info);
        assert!(Fault::Info.is_marked_in(&form.drives[1].id) && Fault::Late.is_marked_in(&form.drives[0].id));
        let street = form.text(Field::Street1).to_owned();
        simulate(&mut form, Fault::Address);
        assert_eq!(form.text(Field::Street1), format!("{street} FAULT-ADDRESS"));
    }
}
