//! Keys: what a clicker and a keyboard ask of the presenter.

/// What can be asked of the presenter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Press {
    /// The next stop.
    Next,
    /// The stop before.
    Previous,
    /// The first stop.
    First,
    /// The last stop.
    Last,
    /// Let it play by itself, or halt it.
    Play,
    /// Start over.
    Restore,
    /// The state diagram over the whole screen, or not.
    Diagram,
    /// The frame of the portal, or not.
    Frame,
    /// Larger type.
    Larger,
    /// Smaller type.
    Smaller,
    /// Leave the presenter.
    Leave,
}

/// Where the focus is, as far as keys mean something there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// On nothing that answers keys.
    Free,
    /// On a button of the presenter itself.
    Button,
    /// On something else that answers keys.
    Control,
    /// In a field.
    Field,
    /// Somewhere, while a question is open that must be answered first.
    Dialog,
}

/// What a key asks for, if it asks anything; `singles` says whether single letters do something.
pub fn press(key: &str, focus: Focus, singles: bool) -> Option<Press> {
    match (key, focus) {
        (_, Focus::Dialog) => None,
        // A clicker knows nothing of the focus.
        ("PageDown", _) => Some(Press::Next),
        ("PageUp", _) => Some(Press::Previous),
        (_, Focus::Field) => None,
        ("Escape", _) => Some(Press::Leave),
        (" ", Focus::Free) => Some(Press::Next),
        ("ArrowRight", Focus::Free | Focus::Button) => Some(Press::Next),
        ("ArrowLeft", Focus::Free | Focus::Button) => Some(Press::Previous),
        ("Home", Focus::Free | Focus::Button) => Some(Press::First),
        ("End", Focus::Free | Focus::Button) => Some(Press::Last),
        _ if !singles => None,
        ("k" | "K", _) => Some(Press::Play),
        ("r" | "R", _) => Some(Press::Restore),
        ("d" | "D", _) => Some(Press::Diagram),
        ("m" | "M", _) => Some(Press::Frame),
        ("+", _) => Some(Press::Larger),
        ("-", _) => Some(Press::Smaller),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clicker_works_wherever_the_focus_is_but_never_behind_a_question() {
        for focus in [Focus::Free, Focus::Button, Focus::Control, Focus::Field] {
            for singles in [true, false] {
                assert_eq!(press("PageDown", focus, singles), Some(Press::Next));
                assert_eq!(press("PageUp", focus, singles), Some(Press::Previous));
            }
        }
        for key in ["PageDown", "PageUp", "Escape", "ArrowRight", "r", " "] {
            assert_eq!(press(key, Focus::Dialog, true), None, "{key}");
        }
    }

    #[test]
    fn keys_that_a_control_answers_are_left_to_it() {
        for key in [" ", "ArrowRight", "ArrowLeft", "Home", "End", "Enter"] {
            assert_eq!(press(key, Focus::Control, true), None, "{key}");
        }
        for key in ["r", "Escape", " ", "+"] {
            assert_eq!(press(key, Focus::Field, true), None, "{key}");
        }
        assert_eq!(press(" ", Focus::Free, true), Some(Press::Next));
        // A button of the presenter is pressed by the space bar, and has no use for arrows.
        assert_eq!(press(" ", Focus::Button, true), None);
        assert_eq!(press("ArrowRight", Focus::Button, true), Some(Press::Next));
    }

    #[test]
    fn whoever_has_switched_single_keys_off_presents_without_them() {
        for key in ["k", "r", "d", "m", "+", "-"] {
            assert_ne!(press(key, Focus::Free, true), None, "{key}");
            assert_eq!(press(key, Focus::Free, false), None, "{key}");
        }
        assert_eq!(press("Escape", Focus::Free, false), Some(Press::Leave));
    }
}
