//! Frames: which page of the portal is shown at which widths, as an address has it.

use crate::portal::route::{Query, Route};

/// What says in the query of an address of which page there are frames.
pub const FRAMES_OF: &str = "widths";

/// The widths at which a page can be shown, in CSS pixels: that of a page enlarged to 400 %, two phones, a tablet, a small
/// and a usual screen.
pub const WIDTHS: [u32; 6] = [320, 375, 414, 768, 1024, 1280];
/// Those that are shown where none are named.
const USUAL_WIDTHS: [u32; 3] = [375, 768, 1280];

/// A page of the portal in frames of several widths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frames {
    /// The page, as a fragment.
    pub page: String,
    /// The widths of its frames, in the order of [`WIDTHS`].
    pub widths: Vec<u32>,
}

impl Default for Frames {
    fn default() -> Frames {
        Frames { page: Route::jobs().to_string(), widths: USUAL_WIDTHS.to_vec() }
    }
}

impl Frames {
    /// What a query asks for, if it asks for frames.
    pub fn parse(query: &Query) -> Option<Frames> {
        let page = query.get(FRAMES_OF)?.to_owned();
        let widths = match query.get("at") {
            Some(at) => {
                let named: Vec<&str> = at.split(',').collect();
                WIDTHS.into_iter().filter(|width| named.contains(&width.to_string().as_str())).collect()
            }
            None => USUAL_WIDTHS.to_vec(),
        };
        Some(Frames { page, widths })
    }

    /// The place that shows it.
    pub fn route(&self) -> Route {
        let at: Vec<String> = self.widths.iter().map(u32::to_string).collect();
        let at = if self.widths == USUAL_WIDTHS { String::new() } else { at.join(",") };
        // An empty value would be none.
        let at = if self.widths.is_empty() { "none".to_owned() } else { at };
        Route::Gallery(Query::default().with(FRAMES_OF, &self.page).with("at", &at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_the_page_and_its_widths() {
        for widths in [vec![], vec![320], USUAL_WIDTHS.to_vec(), WIDTHS.to_vec()] {
            for page in ["#/jobs?state=Creating", "#/activity", "#/"] {
                let frames = Frames { page: page.to_owned(), widths: widths.clone() };
                let link = frames.route().to_string();
                let Route::Gallery(query) = Route::parse(&link) else { panic!("{link}") };
                assert_eq!(Frames::parse(&query), Some(frames), "{link}");
            }
        }
        let strange = Frames::parse(&Query::parse("widths=%23%2Fjobs&at=1280,7,375")).unwrap();
        assert_eq!(strange.widths, [375, 1280]);
        assert_eq!(Frames::parse(&Query::parse("show=button")), None);
    }
}
