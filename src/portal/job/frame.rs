//! The frame of a job's page: heading, commands, what is going on, tabs.

use leptos::prelude::*;

use crate::domain::job::JobType;
use crate::phrases::Messages;
use crate::portal::rooms::later::use_later;
use crate::portal::rooms::{Room, enter};
use crate::portal::route::JobTab;
use crate::portal::ui::reactive::erased::{derive, live, memo};
use crate::portal::ui::{ExplainedState, PageHead, Tab, TabPanel, Tabs};

use super::commands::JobCommands;
use super::model::words;
use super::news::JobNews;
use super::overview::Overview;
use super::watch::{ShownTab, Watch};

/// Everything about the job that is watched.
#[component]
pub fn JobFrame(
    watch: Watch,
    /// The tab that the route names.
    tab: Signal<JobTab>,
) -> impl IntoView {
    let t = watch.texts;
    let (name, icon) = watch.job.with_untracked(|job| {
        let icon = match job.order.kind.job_type() {
            JobType::Import => "import",
            JobType::Export => "export",
        };
        (job.id.name.to_string(), icon)
    });
    let kind = live(move || watch.job.with(|job| words::kind(&job.order.kind, &t.get())));
    let sub = view! { <span>{kind}</span> <ExplainedState state=watch.state remark=watch.remark()/> };
    let tabs = JobTab::ALL.map(|tab| Tab::new(tab.slug(), move || words::tab(tab, &t.get()))).to_vec();
    let choose = move |slug: &'static str| {
        if let Some(tab) = JobTab::ALL.into_iter().find(|tab| tab.slug() == slug) {
            watch.open(tab);
        }
    };
    let later = use_later();
    let tab = memo(move |_| tab.get());
    let chosen = derive(move || tab.get().slug());
    provide_context(ShownTab { watch, tab });
    // From one of the others to the next the room stays.
    let overview = memo(move |_| tab.get() == JobTab::Overview);
    view! {
        <PageHead title=Signal::stored(name) icon=icon sub=sub.into_any()/>
        <JobCommands watch/>
        <JobNews watch tab/>
        <Tabs label=t.say(Messages::job_tabs) tabs=tabs chosen=chosen on_choose=choose/>
        {live(move || later.has_settled().then(|| panel(overview.get(), watch)))}
    }
    .into_any()
}

fn panel(overview: bool, watch: Watch) -> AnyView {
    if !overview {
        return enter(Room::Tabs);
    }
    view! { <TabPanel id=JobTab::Overview.slug() class="stack"><Overview watch/></TabPanel> }.into_any()
}
