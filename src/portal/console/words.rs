//! Words of the console.

use crate::phrases::Message;
use crate::phrases::Messages;
use crate::portal::backend::health::{Relay, RelayOff};

use super::model::{Operation, Unsendable};

/// What an operation is called: its name in Microsoft's reference, and what it does here.
pub fn operation(operation: Operation, messages: &Messages) -> Message {
    match operation {
        Operation::Get => messages.console_op_get(),
        Operation::Put => messages.console_op_put(),
        Operation::Cancel => messages.console_op_cancel(),
        Operation::Ship => messages.console_op_ship(),
        Operation::Tag => messages.console_op_tag(),
        Operation::Drives => messages.console_op_drives(),
        Operation::Logging => messages.console_op_logging(),
        Operation::Return => messages.console_op_return(),
        Operation::Delete => messages.console_op_delete(),
        Operation::Keys => messages.console_op_keys(),
        Operation::ListGroup => messages.console_op_list_group(),
        Operation::ListSubscription => messages.console_op_list_subscription(),
        Operation::ListFiltered => messages.console_op_list_filtered(),
        Operation::Locations => messages.console_op_locations(),
        Operation::Location => messages.console_op_location(),
        Operation::Operations => messages.console_op_operations(),
    }
}

/// Why a request was not sent.
pub fn unsendable(wrong: Unsendable, messages: &Messages) -> String {
    match wrong {
        Unsendable::Nothing => messages.console_nothing(),
        Unsendable::Target => messages.console_wrong_target(),
        Unsendable::Header(line) => messages.console_wrong_header(line.to_string()),
    }
    .to_string()
}

/// Whether calls of scripts reach the service: a few words, and a sentence or two.
pub fn relay(relay: &Relay, messages: &Messages) -> (Message, Message) {
    match relay {
        Relay::Starting => (messages.relay_starting(), messages.relay_starting_text()),
        Relay::On => (messages.relay_on(), messages.relay_on_text()),
        Relay::Off(why) => {
            let text = match why {
                RelayOff::Unsupported => messages.relay_unsupported(),
                RelayOff::HardReload => messages.relay_hard_reload(),
                RelayOff::Changed => messages.relay_changed(),
                RelayOff::Refused(reason) => messages.relay_refused(reason.as_str()),
            };
            (messages.relay_off(), text)
        }
    }
}
