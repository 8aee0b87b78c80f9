//! Pairs: which token is read on which, and how much contrast that needs.

use super::colour::{SHAPE, TEXT};
use super::model::Look;
use super::sheet::Side;

/// What stands on what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The token of the text or the shape.
    pub upon: &'static str,
    /// That of the surface below it.
    pub below: &'static str,
    /// Whether it is read: text needs more contrast than shapes.
    pub is_text: bool,
}

/// Texts, with the surfaces that each stands on somewhere in the portal.
const TEXTS: [(&str, &[&str]); 20] = [
    (
        "text",
        &[
            "bg",
            "surface",
            "sunken",
            "hover",
            "selected",
            "sim-soft",
            "info-soft",
            "success-soft",
            "warning-soft",
            "danger-soft",
        ],
    ),
    ("muted", &["bg", "surface", "sunken", "hover", "selected"]),
    ("disabled", &["bg", "surface"]),
    ("accent", &["bg", "surface", "hover", "info-soft", "success-soft", "warning-soft"]),
    ("on-solid", &["accent", "danger", "sim"]),
    ("topbar-text", &["topbar", "topbar-hover"]),
    ("topbar-muted", &["topbar"]),
    ("sim", &["surface", "sim-soft", "bg"]),
    ("success", &["surface", "success-soft", "bg"]),
    ("warning", &["surface", "warning-soft", "bg"]),
    ("danger", &["surface", "danger-soft", "hover"]),
    ("info", &["surface", "info-soft"]),
    ("creating", &["surface"]),
    ("shipping", &["surface"]),
    ("received", &["surface"]),
    ("transferring", &["surface"]),
    ("packaging", &["surface"]),
    ("completed", &["surface"]),
    ("closed", &["surface"]),
    ("faulted", &["surface"]),
];

/// Lines and marks that tell something.
const SHAPES: [(&str, &[&str]); 3] =
    [("border-strong", &["surface", "bg"]), ("focus", &["surface", "bg"]), ("topbar-line", &["topbar"])];

/// Every pair.
pub fn all() -> Vec<Pair> {
    let spread = |table: &[(&'static str, &[&'static str])], is_text: bool| {
        let pairs = table.iter().flat_map(|(upon, all)| all.iter().map(move |below| (*upon, *below)));
        pairs.map(|(upon, below)| Pair { upon, below, is_text }).collect::<Vec<_>>()
    };
    [spread(&TEXTS, true), spread(&SHAPES, false)].concat()
}

impl Pair {
    /// The contrast in a look; nothing where one of them has no colour.
    pub fn contrast(self, look: &Look, side: Side) -> Option<f64> {
        Some(look.colour(self.upon, side)?.contrast(look.colour(self.below, side)?))
    }

    /// The contrast that it needs.
    pub fn needs(self) -> f64 {
        if self.is_text { TEXT } else { SHAPE }
    }

    /// Whether this much is enough.
    pub fn passes(self, contrast: f64) -> bool {
        contrast >= self.needs()
    }
}

#[cfg(test)]
mod tests {
    use super::super::brands;
    use super::super::model::Switch;
    use super::*;

    #[test]
    fn each_brand_is_read_in_light_and_dark() {
        let mut wrong = Vec::new();
        let brands = brands::ALL.iter().map(|brand| Some(brand.name)).chain([None]);
        for brand in brands {
            let mut look = Look::default();
            look.set(Switch::Brand, brand);
            for (pair, side) in all().into_iter().flat_map(|pair| Side::ALL.map(|side| (pair, side))) {
                let contrast = pair.contrast(&look, side).unwrap();
                if !pair.passes(contrast) {
                    wrong.push(format!("{brand:?} {side:?}: {} on {}: {contrast:.2}", pair.upon, pair.below));
                }
            }
        }
        assert_eq!(wrong, Vec::<String>::new());
    }
}
