//! The frame of a job's page: heading, commands, what is going on, tabs.

use leptos::prelude::*;

use crate::domain::job::JobType;
use crate::phrases::Messages;
use crate::portal::rooms::later::use_later;
use crate::portal::route::JobTab;
use crate::portal::ui::reactive::erased::{derive, live, memo};
use crate::portal::ui::{ExplainedState, PageHead, Tab, TabPanel, Tabs};

use super::commands::JobCommands;
use super::model::words;
use super::news::JobNews;
use super::overview::Overview;
use super::tabs::Calls;
use super::tabs::Drives;
use super::tabs::JobJson;
use super::tabs::Keys;
use super::tabs::Tracking;
use super::watch::Watch;

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
    view! {
        <PageHead title=Signal::stored(name) icon=icon sub=sub.into_any()/>
        <JobCommands watch/>
        <JobNews watch tab/>
        <Tabs label=t.say(Messages::job_tabs) tabs=tabs chosen=chosen on_choose=choose/>
        {live(move || later.has_settled().then(|| panel(tab.get(), watch)))}
    }
    .into_any()
}

fn panel(tab: JobTab, watch: Watch) -> AnyView {
    let shown = match tab {
        JobTab::Overview => view! { <Overview watch/> }.into_any(),
        JobTab::Tracking => view! { <Tracking watch/> }.into_any(),
        JobTab::Drives => view! { <Drives watch/> }.into_any(),
        JobTab::Keys => view! { <Keys watch/> }.into_any(),
        JobTab::Json => view! { <JobJson watch/> }.into_any(),
        JobTab::Calls => view! { <Calls watch/> }.into_any(),
    };
    view! { <TabPanel id=tab.slug() class="stack">{shown}</TabPanel> }.into_any()
}
