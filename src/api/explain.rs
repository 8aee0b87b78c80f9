//! Explanations: the sentences about a refusal and about a wrong value, for the API's errors and
//! the portal's pages alike.

use crate::domain::state::{Action, JobState, Refusal, Why};
use crate::domain::text::{Invalid, JsonType, TextForm};
use crate::phrases::Messages;

/// What is refused in which state, which states would allow it, and the rule set that says so, each in a sentence
/// of its own.
pub fn sentence(refusal: &Refusal, messages: &Messages) -> String {
    let state = state(refusal.state, messages);
    let rules = refusal.rules.as_str();
    match refusal.why {
        Why::CancelPending => return messages.refusal_cancel_pending(state, rules).to_string(),
        Why::State => {}
    }
    let allowed: Vec<String> =
        refusal.allowed.iter().map(|allowed| self::state(*allowed, messages)).collect();
    let allowed = either(&allowed, messages);
    match refusal.action {
        Action::Cancel => messages.refusal_cancel(state, allowed, rules),
        Action::Delete => messages.refusal_delete(state, allowed, rules),
        Action::Replace => messages.refusal_replace(state, allowed, rules),
        Action::Ship => messages.refusal_ship(state, allowed, rules),
        Action::EditDrives => messages.refusal_edit_drives(state, allowed, rules),
        Action::EditDelivery => messages.refusal_edit_delivery(state, allowed, rules),
        Action::EditLogging => messages.refusal_edit_logging(state, allowed, rules),
        Action::EditReturn => messages.refusal_edit_return(state, allowed, rules),
        Action::EditTags => messages.refusal_edit_tags(state, allowed, rules),
    }
    .to_string()
}

/// The name of a state as people read it; the API's own values are never translated.
pub fn state(state: JobState, messages: &Messages) -> String {
    match state {
        JobState::Creating => messages.state_creating(),
        JobState::Shipping => messages.state_shipping(),
        JobState::Received => messages.state_received(),
        JobState::Transferring => messages.state_transferring(),
        JobState::Packaging => messages.state_packaging(),
        JobState::Completed => messages.state_completed(),
        JobState::Closed => messages.state_closed(),
        JobState::Faulted => messages.state_faulted(),
    }
    .to_string()
}

/// One sentence that says what is wrong with a value; it does not name the field.
pub fn invalid(problem: &Invalid, messages: &Messages) -> String {
    match problem {
        Invalid::Missing => messages.invalid_missing(),
        Invalid::TooLong { max } => messages.invalid_too_long(max.to_string()),
        Invalid::TooShort { min } => messages.invalid_too_short(min.to_string()),
        Invalid::ControlCharacters => messages.invalid_control_characters(),
        Invalid::Malformed(form) => match form {
            TextForm::JobName => messages.invalid_form_job_name(),
            TextForm::SubscriptionId => messages.invalid_form_subscription(),
            TextForm::ResourceGroup => messages.invalid_form_group(),
            TextForm::StorageAccountId => messages.invalid_form_storage_account(),
            TextForm::Email => messages.invalid_form_email(),
        },
        Invalid::NotOneOf(values) => messages.invalid_not_one_of(values.join(", ")),
        Invalid::OutOfRange { min, max } => messages.invalid_out_of_range(min.to_string(), max.to_string()),
        Invalid::Duplicate => messages.invalid_duplicate(),
        Invalid::WrongType(expected) => match expected {
            JsonType::String => messages.invalid_type_string(),
            JsonType::Boolean => messages.invalid_type_boolean(),
            JsonType::Integer => messages.invalid_type_integer(),
            JsonType::Object => messages.invalid_type_object(),
            JsonType::Array => messages.invalid_type_array(),
        },
        Invalid::NotAllowedHere => messages.invalid_not_allowed_here(),
    }
    .to_string()
}

/// `a`, `a or b`, `a, b or c`.
fn either(words: &[String], messages: &Messages) -> String {
    let Some((last, rest)) = words.split_last() else { return String::new() };
    let rest = rest.iter().cloned().reduce(|left, right| messages.list_comma(left, right).to_string());
    match rest {
        Some(rest) => messages.list_or(rest, last.clone()).to_string(),
        None => last.clone(),
    }
}
