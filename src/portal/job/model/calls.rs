//! Calls of a job: which requests of this session have touched it.

use crate::api::message::{Request, Response};
use crate::domain::name::JobId;
use crate::portal::call_history::key_of;
use crate::service::log::Actor;

/// Whether a request was about the job with this id and no other.
pub fn touches(request: &Request, id: &JobId) -> bool {
    key_of(&request.target).is_some_and(|key| key == id.key())
}

/// Whether a request is that of somebody who deletes this job at the portal's pages.
pub fn deletes(by: Actor, request: &Request, id: &JobId) -> bool {
    by == Actor::Portal && request.method == "DELETE" && touches(request, id)
}

/// The `code` of an error object, if the response is one.
pub fn error_code(response: &Response) -> Option<String> {
    if response.is_success() {
        return None;
    }
    let body: serde_json::Value = serde_json::from_str(&response.body).ok()?;
    Some(body.get("error")?.get("code")?.as_str()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::calls;
    use crate::api::handle;
    use crate::service::scenario::Scenario;
    use crate::service::workspace::Workspace;

    #[test]
    fn calls_are_told_apart_by_the_job_they_name() {
        let (head, jobs, lines) = Scenario::Contoso.build(1, None);
        let (one, other) = (jobs[0].id.clone(), jobs[1].id.clone());
        let mut workspace = Workspace::new(head, jobs, lines);
        for request in [calls::get(&one), calls::cancel(&one), calls::list_bitlocker_keys(&one)] {
            assert!(touches(&request, &one) && !touches(&request, &other), "{request:?}");
            let mut shouted = request.clone();
            shouted.target = shouted.target.to_uppercase();
            assert!(touches(&shouted, &one));
        }
        assert!(deletes(Actor::Portal, &calls::delete(&one), &one));
        assert!(!deletes(Actor::Rest, &calls::delete(&one), &one));
        assert!(!deletes(Actor::Portal, &calls::delete(&other), &one));
        assert!(!deletes(Actor::Portal, &calls::get(&one), &one));
        let list = calls::list_in_group(&one.subscription, &one.group, calls::ListSelection::default());
        assert!(!touches(&list, &one));
        let mut nonsense = calls::get(&one);
        nonsense.target = "%".into();
        assert!(!touches(&nonsense, &one));

        let answer = handle(&mut workspace, &calls::get(&one), Actor::Rest);
        assert_eq!(error_code(&answer), None);
        let mut without_version = calls::get(&one);
        without_version.target = one.to_string();
        let answer = handle(&mut workspace, &without_version, Actor::Rest);
        assert_eq!(error_code(&answer).as_deref(), Some("MissingApiVersionParameter"));
    }
}
