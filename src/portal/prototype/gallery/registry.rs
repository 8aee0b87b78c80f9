//! The registry: every part of the interface and its states, which the gallery shows and a test compares with src/portal/ui.

use crate::portal::route::{Query, Route};

use super::frames::Frames;

macro_rules! names {
    ($(#[$about:meta])* $of:ident: $($(#[$one:meta])* $name:ident = $slug:literal,)*) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $of {
            $($(#[$one])* $name,)*
        }

        impl $of {
            /// Every one, in the order shown.
            pub const ALL: &'static [$of] = &[$($of::$name,)*];

            /// What it is called in an address.
            pub fn slug(self) -> &'static str {
                match self { $($of::$name => $slug,)* }
            }

            /// The one of this name.
            pub fn parse(slug: &str) -> Option<$of> {
                $of::ALL.iter().copied().find(|one| one.slug() == slug)
            }
        }
    };
}

names! {
    /// A part of the interface.
    Part:
    /// A button for an action that may be refused.
    Button = "button",
    /// The link to a rule.
    RuleLink = "rule-link",
    /// A button that copies.
    Copy = "copy",
    /// A button that saves a file.
    Save = "save",
    /// A button that opens a menu.
    Menu = "menu",
    /// A row of tabs.
    Tabs = "tabs",
    /// The states of jobs and of drives.
    Badge = "badge",
    /// The same, which can be asked what they mean.
    Explained = "explained",
    /// How much is done.
    Progress = "progress",
    /// The icons.
    Icon = "icon",
    /// The reason of a refusal, beside the control.
    Tip = "tip",
    /// The head of a page.
    PageHead = "page-head",
    /// A dialog.
    Dialog = "dialog",
    /// A question before something is lost.
    Ask = "ask",
    /// The question before a job is cancelled.
    Cancel = "cancel",
    /// The question before a job is deleted.
    Delete = "delete",
    /// What will happen, line by line.
    Consequences = "consequences",
    /// A message in the page.
    Banner = "banner",
    /// A message over the page.
    Toast = "toast",
    /// What only screen readers hear.
    Live = "live",
    /// A page that says one thing.
    MessagePage = "message-page",
    /// Fields of forms.
    Field = "field",
    /// Choices, small and large.
    Choice = "choice",
    /// Rows of a table.
    Row = "row",
    /// Chips and pills.
    Chip = "chip",
    /// What is wrong with a form, in one place.
    Summary = "error-summary",
    /// What stands where nothing is.
    Empty = "empty",
}

names! {
    /// A state that a part can be in.
    State:
    /// As it is.
    Rest = "rest",
    /// With the focus of the keyboard.
    Focus = "focus",
    /// The one that most will press.
    Primary = "primary",
    /// The one that loses something.
    Danger = "danger",
    /// Refused, with the reason.
    Refused = "refused",
    /// Being carried out.
    Busy = "busy",
    /// With a mistake.
    Invalid = "invalid",
    /// Chosen.
    Chosen = "chosen",
    /// Changed by time just now.
    Changed = "changed",
    /// Open.
    Open = "open",
    /// Open, with more to read.
    Wide = "wide",
    /// Open at the side.
    Side = "side",
    /// Open over everything.
    Full = "full",
    /// With nothing in it.
    Empty = "empty",
    /// Stopped for good.
    Frozen = "frozen",
    /// With good news.
    Success = "success",
    /// With a warning.
    Warning = "warning",
    /// With long texts.
    Long = "long",
}

names! {
    /// What parts belong together.
    Group:
    /// What is pressed, picked or read at a glance.
    Controls = "controls",
    /// What lies over the page and asks.
    Dialogs = "dialogs",
    /// What the portal tells.
    Feedback = "feedback",
    /// What pages are made of by classes alone.
    Patterns = "patterns",
}

impl Part {
    /// Where it belongs.
    pub fn group(self) -> Group {
        match self as usize {
            place if place < Part::Dialog as usize => Group::Controls,
            place if place < Part::Banner as usize => Group::Dialogs,
            place if place < Part::Field as usize => Group::Feedback,
            _ => Group::Patterns,
        }
    }

    /// The components and builders of src/portal/ui that it shows, or the classes where it has none.
    pub fn shows(self) -> &'static [&'static str] {
        match self {
            Part::Button => &["ActionButton"],
            Part::RuleLink => &["rule_link"],
            Part::Copy => &["CopyButton"],
            Part::Save => &["SaveButton"],
            Part::Menu => &["opens"],
            Part::Tabs => &["Tabs", "TabPanel"],
            Part::Badge => &["StateBadge", "DriveBadge"],
            Part::Explained => &["ExplainedState", "ExplainedDrive"],
            Part::Progress => &["Progress"],
            Part::Icon => &["Icon"],
            Part::Tip => &["Tip"],
            Part::PageHead => &["PageHead"],
            Part::Dialog => &["Dialog"],
            Part::Ask => &["Ask"],
            Part::Cancel => &["ConfirmCancel"],
            Part::Delete => &["ConfirmDelete"],
            Part::Consequences => &["Consequences"],
            Part::Banner => &["Banner"],
            Part::Toast => &[".toast"],
            Part::Live => &["LiveRegions"],
            Part::MessagePage => &["MessagePage"],
            Part::Field => &[".field"],
            Part::Choice => &[".check", ".choice"],
            Part::Row => &[".data-table"],
            Part::Chip => &[".chip", ".pill"],
            Part::Summary => &[".error-summary"],
            Part::Empty => &[".empty"],
        }
    }

    /// The states that it can be in.
    pub fn states(self) -> &'static [State] {
        use State::*;
        match self {
            Part::Button => &[Rest, Focus, Primary, Danger, Refused, Busy, Long],
            Part::RuleLink | Part::Copy | Part::Explained => &[Rest, Focus],
            Part::Save => &[Rest, Focus, Long],
            Part::Menu => &[Rest, Focus, Open],
            Part::Tabs => &[Rest, Focus, Invalid, Long],
            Part::Badge => &[Rest, Changed, Long],
            Part::Progress => &[Rest, Frozen, Empty],
            Part::Icon | Part::Live => &[Rest],
            Part::Tip => &[Open, Long],
            Part::PageHead => &[Rest, Long],
            Part::Dialog => &[Open, Wide, Side, Full, Long],
            Part::Ask => &[Open, Long],
            Part::Cancel | Part::Delete => &[Open, Refused, Empty],
            Part::Consequences => &[Rest, Long],
            Part::Banner | Part::Toast => &[Rest, Success, Warning, Danger, Long],
            Part::MessagePage => &[Rest, Long],
            Part::Field => &[Rest, Focus, Invalid, Refused, Empty, Long],
            Part::Choice => &[Rest, Focus, Chosen, Refused, Long],
            Part::Row => &[Rest, Chosen, Changed, Long],
            Part::Chip => &[Rest, Focus, Long],
            Part::Summary => &[Invalid, Long],
            Part::Empty => &[Rest, Long],
        }
    }

    /// Whether a state lies over the page or takes all of it, so that it is shown at its own address alone.
    pub fn stands_alone(self, state: State) -> bool {
        let lies_over = matches!(self, Part::Dialog | Part::Ask | Part::Cancel | Part::Delete | Part::Tip);
        self.is_page() || lies_over || (self == Part::Menu && state == State::Open)
    }

    /// Whether it takes the place of the gallery's own heading.
    pub fn is_page(self) -> bool {
        matches!(self, Part::PageHead | Part::MessagePage)
    }
}

/// What of the gallery an address asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShownParts {
    /// Everything that fits beside one another.
    All,
    /// One part, in all its states.
    Part(Part),
    /// One part in one state.
    State(Part, State),
    /// A page of the portal at several widths.
    Frames(Frames),
    /// Something that there is not.
    Missing,
}

impl ShownParts {
    /// What this query asks for.
    pub fn parse(query: &Query) -> ShownParts {
        if let Some(frames) = Frames::parse(query) {
            return ShownParts::Frames(frames);
        }
        let Some(part) = query.get("show") else { return ShownParts::All };
        let Some(part) = Part::parse(part) else { return ShownParts::Missing };
        let Some(state) = query.get("state") else { return ShownParts::Part(part) };
        let state = State::parse(state).filter(|state| part.states().contains(state));
        state.map_or(ShownParts::Missing, |state| ShownParts::State(part, state))
    }

    /// The place that shows it.
    pub fn route(&self) -> Route {
        let query = Query::default();
        Route::Gallery(match self {
            ShownParts::Frames(frames) => return frames.route(),
            ShownParts::All | ShownParts::Missing => query,
            ShownParts::Part(part) => query.with("show", part.slug()),
            ShownParts::State(part, state) => query.with("show", part.slug()).with("state", state.slug()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::{Path, PathBuf};

    fn sources(folder: &str) -> Vec<String> {
        let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
        let mut found = Vec::new();
        while let Some(path) = open.pop() {
            if path.is_dir() {
                open.extend(fs::read_dir(&path).unwrap().map(|entry| -> PathBuf { entry.unwrap().path() }));
            } else if path.extension().is_some_and(|end| end == "rs") {
                found.push(fs::read_to_string(path).unwrap());
            }
        }
        found
    }

    /// What src/portal/ui offers to be shown: components, and functions that give something to show.
    fn offered() -> BTreeSet<String> {
        let mut names = BTreeSet::new();
        for text in sources("src/portal/ui") {
            let lines: Vec<&str> = text.lines().collect();
            for (at, line) in lines.iter().enumerate() {
                let Some(rest) = line.strip_prefix("pub fn ") else { continue };
                let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                let is_component = at > 0 && lines[at - 1].trim() == "#[component]";
                let shows = ["-> AnyView", "ev::MouseEvent"].iter().any(|shown| rest.contains(shown));
                if is_component || shows {
                    names.insert(name);
                }
            }
        }
        names
    }

    #[test]
    fn everything_of_ui_is_in_the_gallery_and_nothing_else() {
        let shown: BTreeSet<String> = Part::ALL
            .iter()
            .flat_map(|part| part.shows())
            .filter(|name| !name.starts_with('.'))
            .map(|name| (*name).to_owned())
            .collect();
        assert_eq!(shown, offered());
        assert!(shown.len() > 20);
    }

    #[test]
    fn what_a_part_says_that_it_shows_is_in_the_gallery() {
        let views = sources("src/portal/prototype/gallery/specimens").concat();
        for name in Part::ALL.iter().flat_map(|part| part.shows()) {
            // The regions and the tip are once in the page, whoever shows them.
            let is_there = match name.strip_prefix('.') {
                Some(class) => views.contains(&format!("\"{class}")) || views.contains(&format!(" {class}")),
                None => views.contains(&format!("<{name}")) || views.contains(&format!("{name}(")),
            };
            assert!(is_there || ["LiveRegions", "Tip"].contains(name), "{name}");
        }
    }

    #[test]
    fn each_part_and_state_has_a_link_that_leads_to_it() {
        for part in Part::ALL {
            assert!(!part.states().is_empty());
            for state in part.states() {
                let shown = ShownParts::State(*part, *state);
                let link = shown.route().to_string();
                let Route::Gallery(query) = Route::parse(&link) else { panic!("{link}") };
                assert_eq!(ShownParts::parse(&query), shown);
            }
        }
        let shown = |text: &str| ShownParts::parse(&Query::parse(text));
        assert_eq!((shown(""), shown("show=tabs")), (ShownParts::All, ShownParts::Part(Part::Tabs)));
        assert_eq!(
            (shown("show=x"), shown("show=live&state=busy")),
            (ShownParts::Missing, ShownParts::Missing)
        );
    }
}
