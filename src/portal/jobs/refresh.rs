//! Refresh: the jobs are read anew.

use leptos::task::spawn_local;

use crate::api::calls::{self, ListSelection};
use crate::domain::name::SubscriptionId;
use crate::portal::ui::commands::{CommandOutcome, Commands, refusal};
use crate::portal::ui::feedback::{News, Tone};

use super::state::List;

/// Reads the jobs of every subscription through the API and says so.
pub fn refresh(list: List, commands: Commands) {
    let t = commands.texts;
    let subscriptions = list.backend.peek(|all| {
        let mut met: Vec<SubscriptionId> = Vec::new();
        for record in all.records() {
            if !met.contains(&record.job.id.subscription) {
                met.push(record.job.id.subscription.clone());
            }
        }
        met
    });
    spawn_local(async move {
        for subscription in subscriptions {
            let request = calls::list_in_subscription(&subscription, ListSelection::default());
            match commands.send(request).await {
                CommandOutcome::Done(_) => {}
                CommandOutcome::Refused(response) => {
                    let why = refusal(&response, &t.peek());
                    return commands.feedback.notify(News::of(Tone::Danger, why));
                }
                CommandOutcome::NotDone(why) => {
                    return commands.tell_not_done(t.peek().job_refresh().to_string(), &why, None);
                }
            }
        }
        commands.feedback.tell(t.peek().list_refreshed().to_string());
    });
}
