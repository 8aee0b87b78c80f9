//! A show: what an address asks of the presenter, and what is kept of it for the tab, in one spelling.

use std::fmt;

use crate::portal::route::Query;
use crate::portal::route::fragment::query_of;

use super::demo::Demo;

/// How long nobody may touch a stand before the demo starts over, in seconds.
const IDLE: std::ops::RangeInclusive<u32> = 10..=3_600;
/// How long a stop is shown when the recording plays by itself, in seconds.
const PACE: std::ops::RangeInclusive<u32> = 3..=120;

/// The names of the switches.
const SWITCHES: [&str; 6] = ["present", "demo", "stop", "idle", "play", "size"];

/// How large the type is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, PartialOrd, Ord)]
pub enum Size {
    /// As the window suggests.
    #[default]
    Large,
    /// A quarter more.
    Larger,
    /// Half as much again.
    Largest,
}

impl Size {
    /// Every size, the smallest first.
    pub const ALL: [Size; 3] = [Size::Large, Size::Larger, Size::Largest];

    /// The name it has in style and storage.
    pub fn as_str(self) -> &'static str {
        match self {
            Size::Large => "large",
            Size::Larger => "larger",
            Size::Largest => "largest",
        }
    }

    /// The next size, if there is a larger one.
    pub fn larger(self) -> Size {
        Size::ALL.into_iter().find(|size| *size > self).unwrap_or(self)
    }

    /// The size before, if there is a smaller one.
    pub fn smaller(self) -> Size {
        Size::ALL.into_iter().rev().find(|size| *size < self).unwrap_or(self)
    }
}

/// What is presented, and how.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Show {
    /// Whether anything is.
    pub on: bool,
    /// The demo; none for the workspace that is shown anyway.
    pub demo: Option<Demo>,
    /// The stop to be shown, counted from 1; the first where nothing is said.
    pub stop: Option<usize>,
    /// Seconds without a touch after which it starts over; never where nothing is said.
    pub idle: Option<u32>,
    /// Seconds a stop when it plays by itself from the start; by hand where nothing is said.
    pub play: Option<u32>,
    /// How large the type is.
    pub size: Size,
    /// The slot that was shown before the demo.
    pub from: Option<String>,
}

/// A show that was asked for, and what of that is not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestedShow {
    /// What is understood.
    pub show: Show,
    /// The rest, as `name=value`.
    pub strange: Vec<String>,
}

impl Show {
    /// The query of a page without what asks for a show.
    pub fn without(query: Query) -> Query {
        SWITCHES.into_iter().fold(query, |query, name| query.with(name, ""))
    }

    /// What the fragment of an address asks for; none where it says nothing of presenting.
    pub fn asked(fragment: &str) -> Option<RequestedShow> {
        let query = query_of(fragment);
        let on = query.get("present")?;
        let mut strange = Vec::new();
        let mut doubt = |name: &str, known: bool| {
            if let (false, Some(value)) = (known, query.get(name)) {
                strange.push(format!("{name}={value}"));
            }
        };
        let number = |name: &str, within: &std::ops::RangeInclusive<u32>| {
            query.get(name).and_then(|text| text.parse().ok()).filter(|number| within.contains(number))
        };
        let (idle, play) = (number("idle", &IDLE), number("play", &PACE));
        let demo = query.get("demo").and_then(Demo::named);
        let stop = query.get("stop").and_then(|text| text.parse().ok()).filter(|stop| *stop > 0);
        let size = Size::ALL.into_iter().find(|size| query.get("size") == Some(size.as_str()));
        doubt("present", ["", "0", "1"].contains(&on));
        doubt("demo", demo.is_some());
        doubt("idle", idle.is_some());
        doubt("play", play.is_some());
        doubt("stop", stop.is_some());
        doubt("size", size.is_some());
        let from = query.get("from").map(str::to_owned);
        let show = Show { on: on != "0", demo, stop, idle, play, size: size.unwrap_or_default(), from };
        Some(RequestedShow { show, strange })
    }
}

impl fmt::Display for Show {
    /// The query of an address that asks for it, without what stands before the `?`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
        let size = if self.size == Size::default() { "" } else { self.size.as_str() };
        let query = Query::default()
            .with("present", if self.on { "1" } else { "0" })
            .with("demo", self.demo.map_or("", |demo| demo.id))
            .with("stop", &self.stop.map(|stop| stop.to_string()).unwrap_or_default())
            .with("idle", &number(self.idle))
            .with("play", &number(self.play))
            .with("size", size)
            .with("from", self.from.as_deref().unwrap_or_default());
        write!(f, "{query}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::portal::present::demo::DEMOS;
    use proptest::prelude::*;

    fn asked(fragment: &str) -> Show {
        let asked = Show::asked(fragment).unwrap();
        assert_eq!(asked.strange, Vec::<String>::new(), "{fragment}");
        asked.show
    }

    #[test]
    fn an_address_that_says_nothing_of_it_asks_for_nothing() {
        for fragment in ["", "#/", "#/settings", "#/jobs?state=Creating", "#/?scenario=Contoso&seed=1&demo=x"]
        {
            assert_eq!(Show::asked(fragment), None, "{fragment}");
        }
    }

    #[test]
    fn a_switch_on_any_page_asks_for_it() {
        let on = Show { on: true, ..Show::default() };
        for page in ["#/", "#/jobs", "#/settings", "#/resource/a/b/overview"] {
            assert_eq!(asked(&format!("{page}?present=1")), on);
            assert_eq!(asked(&format!("{page}?scenario=Contoso&present")), on);
        }
        assert_eq!(asked("#/?present=0"), Show::default());
        let stand = asked("#/?present=1&demo=cancel-and-delete&idle=120&play=8&stop=2");
        let demo = Demo::named("cancel-and-delete");
        assert_eq!(stand, Show { on: true, demo, stop: Some(2), idle: Some(120), play: Some(8), ..on });
    }

    #[test]
    fn what_is_not_understood_is_told_and_the_rest_holds() {
        let RequestedShow { show, strange } =
            Show::asked("#/?present=1&demo=nothing&idle=soon&play=999&stop=0&size=huge").unwrap();
        assert_eq!(show, Show { on: true, ..Show::default() });
        assert_eq!(strange, ["demo=nothing", "idle=soon", "play=999", "stop=0", "size=huge"]);
        assert_eq!(Show::asked("#/?present=maybe").unwrap().strange, ["present=maybe"]);
    }

    proptest! {
        #[test]
        fn a_show_is_read_as_it_was_written(
            on: bool,
            demo in prop::option::of(0..DEMOS.len()),
            stop in prop::option::of(1usize..500),
            idle in prop::option::of(IDLE),
            play in prop::option::of(PACE),
            size in 0..Size::ALL.len(),
            from in prop::option::of("[a-z][a-z0-9-]{0,20}"),
        ) {
            let demo = demo.map(|no| DEMOS[no]);
            let show = Show { on, demo, stop, idle, play, size: Size::ALL[size], from };
            prop_assert_eq!(asked(&format!("#/jobs{show}")), show);
        }
    }

    #[test]
    fn what_is_left_of_an_address_asks_for_nothing_any_more() {
        let stand = Show { on: true, demo: Some(DEMOS[0]), idle: Some(60), play: Some(8), ..Show::default() };
        let query = Query::parse(&format!("state=Creating&{}", stand.to_string().trim_start_matches('?')));
        assert_eq!(Show::without(query).to_string(), "?state=Creating");
    }

    #[test]
    fn type_grows_and_shrinks_within_its_sizes() {
        assert_eq!(Size::Large.larger().larger().larger(), Size::Largest);
        assert_eq!(Size::Largest.smaller().smaller().smaller(), Size::Large);
    }
}
