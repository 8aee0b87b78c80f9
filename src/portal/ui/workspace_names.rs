//! Openings: what workspaces are called, and why one from outside is not opened, in the user's words.

use crate::phrases::Messages;
use crate::portal::backend::NotOpened;
use crate::store::codec::Origin;
use crate::store::portable::NotImported;
use crate::store::slots::SlotKind;

use super::commands::not_done;

/// What a workspace is called: by the file it came from, else by what it began with.
pub fn plain_name(origin: &Origin, messages: &Messages) -> String {
    if !origin.title.is_empty() {
        origin.title.clone()
    } else if origin.scenario.is_empty() {
        messages.workspace_nameless().to_string()
    } else {
        messages.workspace_called(origin.scenario.as_str(), origin.seed.to_string()).to_string()
    }
}

/// What the workspace in a slot is called, and where it comes from.
pub fn name(slot: &str, origin: &Origin, messages: &Messages) -> String {
    let name = plain_name(origin, messages);
    match SlotKind::of(slot) {
        SlotKind::Own => messages.workspace_own(name).to_string(),
        SlotKind::Link => messages.workspace_from_link(name).to_string(),
        SlotKind::File => messages.workspace_from_file(name).to_string(),
        SlotKind::Before => messages.workspace_before(name).to_string(),
        SlotKind::Copy => messages.workspace_copy(name).to_string(),
        SlotKind::Scenario
        | SlotKind::Fresh
        | SlotKind::Lesson
        | SlotKind::Demo
        | SlotKind::Prototype
        | SlotKind::Beside => name,
    }
}

/// Why a workspace was not opened, what was kept and what to do.
pub fn not_opened(why: &NotOpened, messages: &Messages) -> String {
    let why = match why {
        NotOpened::Store(why) => return not_done(why, messages),
        NotOpened::Link => return format!("{} {}", messages.open_no_such(), messages.open_kept()),
        NotOpened::Text(NotImported::Newer) => return messages.open_newer().to_string(),
        NotOpened::Text(why) => why,
    };
    let reason = match why {
        NotImported::TooLarge => messages.open_too_large(),
        NotImported::NotJson { line, column } => messages.open_not_json(line.to_string(), column.to_string()),
        NotImported::CutOff => messages.open_cut_off(),
        NotImported::NotAWorkspace => messages.open_not_a_workspace(),
        NotImported::Newer => messages.open_newer(),
        NotImported::Entry(entry) => messages.open_entry(entry.as_str()),
        NotImported::Duplicate(entry) => messages.open_duplicate(entry.as_str()),
        NotImported::Unfit(entry) => messages.open_unfit(entry.as_str()),
        NotImported::TooMany => messages.open_too_many(),
    };
    format!("{reason} {}", messages.open_kept())
}
