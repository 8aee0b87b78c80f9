//! Words of the console.

use crate::phrases::Messages;
use crate::phrases::Sentence;
use crate::portal::backend::health::{Relay, RelayOff};

use super::model::{ConsoleOperation, Unsendable};

/// What an operation is called: its name in Microsoft's reference, and what it does here.
pub fn operation(operation: ConsoleOperation, messages: &Messages) -> Sentence {
    match operation {
        ConsoleOperation::Get => messages.console_op_get(),
        ConsoleOperation::Put => messages.console_op_put(),
        ConsoleOperation::Cancel => messages.console_op_cancel(),
        ConsoleOperation::Ship => messages.console_op_ship(),
        ConsoleOperation::Tag => messages.console_op_tag(),
        ConsoleOperation::Drives => messages.console_op_drives(),
        ConsoleOperation::Logging => messages.console_op_logging(),
        ConsoleOperation::Return => messages.console_op_return(),
        ConsoleOperation::Delete => messages.console_op_delete(),
        ConsoleOperation::Keys => messages.console_op_keys(),
        ConsoleOperation::ListGroup => messages.console_op_list_group(),
        ConsoleOperation::ListSubscription => messages.console_op_list_subscription(),
        ConsoleOperation::ListFiltered => messages.console_op_list_filtered(),
        ConsoleOperation::Locations => messages.console_op_locations(),
        ConsoleOperation::Location => messages.console_op_location(),
        ConsoleOperation::Operations => messages.console_op_operations(),
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
pub fn relay(relay: &Relay, messages: &Messages) -> (Sentence, Sentence) {
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
