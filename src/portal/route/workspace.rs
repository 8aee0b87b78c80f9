//! Workspaces: which one a link asks for.

use crate::service::scenario::Scenario;
use crate::store::fresh::Fresh;
use crate::store::slots::Wanted;

/// A link asks for a workspace that there is not: its scenario is misspelt, or its seed or its number of jobs is
/// none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoSuchWorkspace;

/// What the fragment of an address asks for, such as `#/?scenario=load&jobs=100&seed=7`; nothing if it does not ask for a
/// workspace.
///
/// # Errors
/// [`NoSuchWorkspace`].
pub fn wanted(fragment: &str) -> Result<Option<Wanted>, NoSuchWorkspace> {
    let query = fragment.split_once('?').map_or("", |(_, query)| query);
    let (mut scenario, mut seed, mut jobs) = (None, Some(1), Some(None));
    for pair in query.split('&') {
        match pair.split_once('=') {
            Some(("scenario", name)) => scenario = Some(name),
            Some(("seed", number)) => seed = number.parse().ok(),
            Some(("jobs", number)) => jobs = number.parse().ok().filter(is_jobs).map(Some),
            Some(("workspace", text)) => return Ok(Some(Wanted::Carried(text.to_owned()))),
            Some(_) | None => {}
        }
    }
    let Some(scenario) = scenario else { return Ok(None) };
    let (Some(scenario), Some(seed), Some(jobs)) = (Scenario::parse(scenario), seed, jobs) else {
        return Err(NoSuchWorkspace);
    };
    let jobs = jobs.filter(|_| scenario == Scenario::Load);
    Ok(Some(Wanted::Scenario(Fresh { scenario, seed, jobs })))
}

/// Whether the load scenario can have so many jobs.
fn is_jobs(number: &usize) -> bool {
    (1..=Scenario::MAX_LOAD_JOBS).contains(number)
}

/// Whether a fragment is the address of a page, which says beside it where the page belongs, and not a link that opens a
/// workspace.
pub fn is_page(fragment: &str) -> bool {
    let path = fragment.split('?').next().unwrap_or_default();
    !path.trim_start_matches('#').trim_matches('/').is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_that_opens_a_workspace_is_told_from_the_address_of_a_page() {
        for link in ["", "#", "#/", "#/?scenario=Contoso&seed=7", "#?workspace=abc/def"] {
            assert!(!is_page(link), "{link}");
        }
        for page in ["#/jobs?scenario=Contoso&seed=7", "#/resource/x/overview", "#/settings"] {
            assert!(is_page(page), "{page}");
        }
    }

    #[test]
    fn links_name_a_workspace_or_nothing() {
        let load = Fresh { scenario: Scenario::Load, seed: 1, jobs: Some(10_000) };
        for (fragment, asked, slot) in [
            ("#/?scenario=load&jobs=10000&seed=1", Wanted::Scenario(load), "load-1-10000"),
            (
                "#/?seed=7&scenario=Contoso&jobs=3",
                Wanted::Scenario(Fresh { scenario: Scenario::Contoso, seed: 7, jobs: None }),
                "contoso-7",
            ),
            ("#/?workspace=abc", Wanted::Carried("abc".to_owned()), "link-e71fa2190541574b"),
        ] {
            assert_eq!(wanted(fragment), Ok(Some(asked.clone())), "{fragment}");
            assert_eq!(asked.slot(), slot);
        }
        for none in ["", "#/", "#/?q=a", "#/?seed=x", "#/jobs?jobs=-1"] {
            assert_eq!(wanted(none), Ok(None), "{none}");
        }
        for wrong in [
            "scenario=",
            "scenario=nothing",
            "scenario=load&seed=x",
            "scenario=load&jobs=-1",
            "scenario=load&jobs=0",
            "scenario=load&jobs=100001",
        ] {
            assert_eq!(wanted(&format!("#/?{wrong}")), Err(NoSuchWorkspace), "{wrong}");
        }
    }
}
