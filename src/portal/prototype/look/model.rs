//! The look: how the portal is shown other than its user's settings say, each a switch in the address.

use std::fmt;

use crate::phrases::Language;
use crate::portal::route::Query;

use super::brands::{self, Brand};
use super::change::{TokenChange, TokenChanges};
use super::colour::Colour;
use super::sheet::{self, Side};

/// The name of the switch that carries changed tokens.
const TOKENS: &str = "tokens";

/// The language that is made of English, to see what breaks when texts are long and foreign.
pub const PSEUDO: &str = "pseudo";

/// A switch that is one of a few values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Switch {
    /// The theme.
    Theme,
    /// The language.
    Language,
    /// How close things are.
    Density,
    /// Where lines begin.
    Direction,
    /// How large the text is, in per cent.
    Text,
    /// The brand.
    Brand,
}

impl Switch {
    /// Every one, in the order offered.
    pub const ALL: [Switch; 6] =
        [Switch::Theme, Switch::Language, Switch::Density, Switch::Direction, Switch::Text, Switch::Brand];

    /// What it is called in an address.
    pub fn name(self) -> &'static str {
        match self {
            Switch::Theme => "theme",
            Switch::Language => "lang",
            Switch::Density => "density",
            Switch::Direction => "dir",
            Switch::Text => "text",
            Switch::Brand => "brand",
        }
    }

    /// The values that it can have.
    pub fn values(self) -> Vec<&'static str> {
        match self {
            Switch::Theme => vec!["light", "dark", "contrast"],
            Switch::Language => Language::all().map(Language::tag).chain([PSEUDO]).collect(),
            Switch::Density => vec!["comfortable", "compact"],
            Switch::Direction => vec!["ltr", "rtl"],
            Switch::Text => vec!["125", "150", "200"],
            Switch::Brand => brands::ALL.iter().map(|brand| brand.name).collect(),
        }
    }
}

/// Everything that is not as the settings have it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// The value of each switch, in the order of [`Switch::ALL`].
    values: [Option<&'static str>; Switch::ALL.len()],
    /// The tokens that are changed.
    pub tokens: TokenChanges,
}

impl Look {
    /// What an address says, and what of that is not understood.
    pub fn parse(query: &Query) -> (Look, Vec<String>) {
        let (mut look, mut strange) = (Look::default(), Vec::new());
        for switch in Switch::ALL {
            let Some(said) = query.get(switch.name()) else { continue };
            match switch.values().into_iter().find(|value| *value == said) {
                Some(value) => look.set(switch, Some(value)),
                None => strange.push(format!("{}={said}", switch.name())),
            }
        }
        let (tokens, odd) = TokenChanges::parse(query.get(TOKENS).unwrap_or_default());
        look.tokens = tokens;
        strange.extend(odd);
        (look, strange)
    }

    /// The query with this look in the place of the one that it had.
    pub fn write(&self, query: Query) -> Query {
        let with = |query: Query, switch: Switch| query.with(switch.name(), self.get(switch).unwrap_or(""));
        Switch::ALL.into_iter().fold(query, with).with(TOKENS, &self.tokens.to_string())
    }

    /// Whether an address says anything of how the portal looks.
    pub fn is_in(query: &Query) -> bool {
        names().any(|name| query.get(name).is_some())
    }

    /// The value of a switch, if it has one.
    pub fn get(&self, switch: Switch) -> Option<&'static str> {
        self.values[switch as usize]
    }

    /// Gives a switch a value, or takes it away.
    pub fn set(&mut self, switch: Switch, value: Option<&'static str>) {
        self.values[switch as usize] = value;
    }

    /// How many things are overridden: each switch that has a value, and each token.
    pub fn count(&self) -> usize {
        self.values.iter().flatten().count() + self.tokens.0.len()
    }

    /// The brand.
    pub fn brand(&self) -> Option<&'static Brand> {
        let name = self.get(Switch::Brand)?;
        brands::ALL.iter().find(|brand| brand.name == name)
    }

    /// The colour that a token has on one side, with brand and changes.
    pub fn colour(&self, token: &str, side: Side) -> Option<Colour> {
        let changed = |name: &str, side: Side| {
            let own = self.tokens.get(name).and_then(|change| change.colour(side));
            own.or_else(|| self.brand().and_then(|brand| brand.colour(name, side)))
        };
        sheet::colour(token, side, &changed)
    }

    /// What stands in the sheet, as the brand has it: what an undone change goes back to.
    pub fn before(&self, token: &str, side: Side) -> Option<Colour> {
        Look { tokens: TokenChanges::default(), ..self.clone() }.colour(token, side)
    }

    /// The changes of the brand and those made by hand, in the order of the sheet.
    pub fn changes(&self) -> Vec<TokenChange> {
        let brand = self.brand().map(Brand::changes).unwrap_or_default();
        let named = |name: &'static str| {
            let own = self.tokens.get(name).cloned();
            let given = brand.iter().find(|change| change.token == name).cloned();
            match (own, given) {
                (Some(own), Some(given)) => Some(own.over(&given)),
                (own, given) => own.or(given),
            }
        };
        sheet::tokens().into_iter().filter_map(|token| named(token.name)).collect()
    }

    /// Only what is changed, as a style sheet: it works at the end of style/tokens.css and in a file behind it. Empty
    /// where nothing is.
    pub fn css(&self) -> String {
        let (mut colours, mut measures) = (String::new(), String::new());
        for change in self.changes() {
            match change.css() {
                (true, line) => colours += &line,
                (false, line) => measures += &line,
            }
        }
        let mut blocks = String::new();
        if !measures.is_empty() {
            blocks += &format!(":root {{\n{measures}}}\n");
        }
        if !colours.is_empty() {
            // The theme with as much contrast as can be keeps its colours.
            blocks += &format!(":root:where(:not([data-theme=\"contrast\"])) {{\n{colours}}}\n");
        }
        if blocks.is_empty() { blocks } else { format!("@layer tokens {{\n{blocks}}}\n") }
    }
}

/// The name of every switch of the look.
pub fn names() -> impl Iterator<Item = &'static str> {
    Switch::ALL.into_iter().map(Switch::name).chain([TOKENS])
}

impl fmt::Display for Look {
    /// The part of an address that says it, such as `theme=dark&text=200`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let query = self.write(Query::default()).to_string();
        f.write_str(query.trim_start_matches('?'))
    }
}

#[cfg(test)]
mod tests {
    use super::super::change::TokenValue;
    use super::super::sheet::{TokenKind, tokens};
    use super::*;
    use proptest::prelude::*;

    fn look(text: &str) -> Look {
        let (look, strange) = Look::parse(&Query::parse(text));
        assert_eq!(strange, Vec::<String>::new());
        look
    }

    /// Any look that there can be.
    fn any_look() -> impl Strategy<Value = Look> {
        let values =
            Switch::ALL.map(|switch| proptest::option::of(proptest::sample::select(switch.values())));
        let colour = || "#[0-9a-f]{6}".prop_map(|text| Colour::parse(&text).unwrap());
        let sides = (proptest::option::of(colour()), proptest::option::of(colour()));
        let change = (proptest::sample::select(tokens()), sides, "[0-9]{1,3}(rem|px|em|s|)").prop_filter_map(
            "changeable",
            |(token, (light, dark), measure)| {
                let value = match token.kind()? {
                    TokenKind::Colour => TokenValue::Colours { light, dark },
                    TokenKind::Measure => TokenValue::Measure(measure),
                };
                (value != TokenValue::Colours { light: None, dark: None })
                    .then_some(TokenChange { token: token.name, value })
            },
        );
        (values, proptest::collection::vec(change, 0..8)).prop_map(|(values, changes)| {
            let mut look = Look { values, ..Look::default() };
            changes.into_iter().for_each(|change| look.tokens.put(change));
            look
        })
    }

    proptest! {
        #[test]
        fn a_look_comes_back_from_its_address(look in any_look()) {
            let query = Query::parse("show=button&state=busy");
            let link = look.write(query.clone()).to_string();
            let (again, strange) = Look::parse(&Query::parse(link.trim_start_matches('?')));
            prop_assert_eq!(&again, &look);
            prop_assert!(strange.is_empty());
            // What is not the look's stays as it was.
            prop_assert_eq!(Look::default().write(Query::parse(link.trim_start_matches('?'))), query);
            prop_assert_eq!(look.count() == 0, look == Look::default());
        }
    }

    #[test]
    fn what_is_not_understood_is_told_and_changes_nothing() {
        let (look, strange) =
            Look::parse(&Query::parse("theme=pink&text=200&tokens=accent:red,nothing:%23fff,radius:2px"));
        assert_eq!(strange, ["theme=pink", "accent:red", "nothing:#fff"]);
        assert_eq!(look.to_string(), "text=200&tokens=radius%3A2px");
        assert_eq!(look.count(), 2);
    }

    #[test]
    fn a_change_reaches_the_tokens_that_stand_for_the_changed_one() {
        let red = look("tokens=accent:%23f00~");
        let hex = |look: &Look, name, side| look.colour(name, side).unwrap().to_string();
        assert_eq!(hex(&red, "info", Side::Light), "#ff0000");
        assert_eq!(hex(&red, "info", Side::Dark), "#6db3ff");
        let branded = look("brand=ember&tokens=accent:%23f00~");
        assert_eq!(hex(&branded, "info", Side::Light), "#ff0000");
        assert_eq!(branded.before("accent", Side::Light), look("brand=ember").colour("accent", Side::Light));
        assert_eq!(branded.colour("accent", Side::Dark), look("brand=ember").colour("accent", Side::Dark));
    }

    #[test]
    fn the_sheet_says_only_what_is_changed_and_leaves_the_contrast_theme_alone() {
        assert_eq!(Look::default().css(), "");
        assert_eq!(look("theme=dark&text=200").css(), "");
        let css = look("tokens=accent:%23f00~,radius:2px,topbar-text:%23ff0").css();
        assert_eq!(
            css,
            "@layer tokens {\n:root {\n  --radius: 2px;\n}\n:root:where(:not([data-theme=\"contrast\"])) {\n  \
             --accent: light-dark(#ff0000, #6db3ff);\n  --topbar-text: #ffff00;\n}\n}\n"
        );
        let brand = look("brand=harbour").css();
        assert!(brand.contains("--accent: light-dark(") && !brand.contains("--danger"), "{brand}");
    }
}
