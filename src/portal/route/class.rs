//! Classes: the pages of those who set lessons to others, and the one of those to whom they are set.

use std::fmt;

use super::Query;

/// A page of classes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClassPlace {
    /// Where a class is set.
    Set,
    /// The class that a link carries, as its learners see it.
    Join(Query),
    /// The answer key of a learner.
    Key,
    /// What was handed in.
    Collect,
    /// What can be done at the machine of a learner.
    Device,
}

impl ClassPlace {
    /// The page that this is the rest of a path and the query of.
    pub(super) fn parse(page: &[&str], query: Query) -> Option<ClassPlace> {
        match page {
            [] if query == Query::default() => Some(ClassPlace::Set),
            [] => Some(ClassPlace::Join(query)),
            ["key"] => Some(ClassPlace::Key),
            ["collect"] => Some(ClassPlace::Collect),
            ["device"] => Some(ClassPlace::Device),
            [_, ..] => None,
        }
    }
}

impl fmt::Display for ClassPlace {
    /// What follows the common part of the link.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ClassPlace::Set => Ok(()),
            ClassPlace::Join(query) => write!(f, "{query}"),
            ClassPlace::Key => f.write_str("/key"),
            ClassPlace::Collect => f.write_str("/collect"),
            ClassPlace::Device => f.write_str("/device"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Route;
    use super::*;

    #[test]
    fn each_page_has_one_link_that_leads_back_to_it() {
        let query = Query::parse("lessons=ship-it.too-late&order=fixed&number=7");
        for place in [
            ClassPlace::Set,
            ClassPlace::Join(query),
            ClassPlace::Key,
            ClassPlace::Collect,
            ClassPlace::Device,
        ] {
            let route = Route::Class(place);
            assert_eq!(Route::parse(&route.to_string()), route);
            assert_eq!(Route::parse(&route.in_workspace("scenario=Fabrikam&seed=7")), route);
        }
        assert!(matches!(Route::parse("#/learn/class/nowhere"), Route::Unknown(_)));
    }

    #[test]
    fn the_query_of_a_class_stays_as_it_was_written() {
        let link = "#/learn/class?lessons=ship-it.too-late&language=tr&rules=faq-2020&hints=off&number=7";
        assert_eq!(Route::parse(link).to_string(), link);
    }
}
