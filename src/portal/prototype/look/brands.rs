//! Brands: looks that are ready, to show that another look is one file. Both are our own invention.

use super::change::{TokenChange, TokenValue};
use super::colour::Colour;
use super::sheet::{self, Side};

/// A look for somebody's house.
#[derive(Debug, PartialEq, Eq)]
pub struct Brand {
    /// Its name in an address.
    pub name: &'static str,
    /// A token, its light and its dark colour.
    colours: &'static [(&'static str, &'static str, &'static str)],
    /// A token and its measure.
    measures: &'static [(&'static str, &'static str)],
}

/// Every brand.
pub static ALL: [Brand; 2] = [
    Brand {
        name: "harbour",
        colours: &[
            ("bg", "#eef4f4", "#0f1a1c"),
            ("surface", "#ffffff", "#162427"),
            ("sunken", "#e4eeee", "#1e2f33"),
            ("hover", "#eaf3f3", "#203338"),
            ("selected", "#d5ecea", "#12413f"),
            ("text", "#10262b", "#e6f1f1"),
            ("muted", "#47606a", "#a3b9bd"),
            ("border", "#cddcdd", "#31474c"),
            ("border-strong", "#6a8489", "#7b9398"),
            ("accent", "#05696b", "#5ecfc6"),
            ("on-solid", "#ffffff", "#04191a"),
            ("topbar", "#073a44", "#07191d"),
            ("topbar-hover", "#0f5260", "#14343b"),
            ("topbar-line", "#6b99a3", "#65868d"),
            ("info-soft", "#e0f2f1", "#123a3a"),
        ],
        measures: &[("radius-sm", "6px"), ("radius", "10px"), ("radius-lg", "16px")],
    },
    Brand {
        name: "ember",
        colours: &[
            ("bg", "#faf5f1", "#1b1512"),
            ("surface", "#fffdfb", "#241c18"),
            ("sunken", "#f3e9e2", "#2e2420"),
            ("hover", "#f8eee7", "#332823"),
            ("selected", "#fbe3d3", "#4a2a17"),
            ("text", "#2a1c15", "#f4ebe5"),
            ("muted", "#6a564b", "#bfada3"),
            ("border", "#e4d5cb", "#4a3b33"),
            ("border-strong", "#93796b", "#97847a"),
            ("accent", "#a43e06", "#ff9d5c"),
            ("on-solid", "#ffffff", "#231005"),
            ("topbar", "#3b1d12", "#150c08"),
            ("topbar-hover", "#56301f", "#38241b"),
            ("topbar-line", "#a5806f", "#86695b"),
            ("info-soft", "#fdeee4", "#3d2415"),
        ],
        measures: &[("radius-sm", "0px"), ("radius", "0px"), ("radius-lg", "2px")],
    },
];

impl Brand {
    /// Its colour for a token.
    pub fn colour(&self, token: &str, side: Side) -> Option<Colour> {
        let (_, light, dark) = self.colours.iter().find(|(name, ..)| *name == token)?;
        Colour::parse(if side == Side::Light { light } else { dark })
    }

    /// All that it changes.
    pub fn changes(&self) -> Vec<TokenChange> {
        let colours = self.colours.iter().filter_map(|(name, light, dark)| {
            let value = TokenValue::Colours { light: Colour::parse(light), dark: Colour::parse(dark) };
            Some(TokenChange { token: sheet::token(name)?.name, value })
        });
        let measures = self.measures.iter().filter_map(|(name, measure)| {
            let value = TokenValue::Measure((*measure).to_owned());
            Some(TokenChange { token: sheet::token(name)?.name, value })
        });
        colours.chain(measures).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_brand_changes_tokens_that_there_are_to_what_they_can_be() {
        for brand in &ALL {
            let changes = brand.changes();
            assert_eq!(changes.len(), brand.colours.len() + brand.measures.len(), "{}", brand.name);
            for change in changes {
                assert_eq!(TokenChange::parse(&change.to_string()), Some(change));
            }
        }
    }
}
