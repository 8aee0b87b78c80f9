//! The essentials: names and values of a job, those that are needed elsewhere with a copy button.

use leptos::prelude::*;

use crate::domain::job::{Job, JobKind, Selection};
use crate::phrases::Messages;
use crate::portal::job::model::words;
use crate::portal::job::watch::Watch;
use crate::portal::text::format;
use crate::portal::text::texts::Phrase;
use crate::portal::ui::reactive::erased::{derive, live, memo};
use crate::portal::ui::{CopyButton, Progress, StateBadge};
use crate::service::cancel::CancelStanding;
use crate::service::status::Status;

/// The card.
#[component]
pub fn Essentials(watch: Watch) -> impl IntoView {
    let t = watch.texts;
    let (id, created) = watch.job.with_untracked(|job| (job.id.clone(), job.history.created));
    let text = move |read: fn(&Job) -> String| derive(move || watch.job.with(|job| read(job)));
    let percent = memo(move |_| {
        let now = watch.now.get();
        watch.job.with(|job| Status::of(job, watch.seed.get(), now).percent_complete())
    });
    let frozen = derive(move || matches!(watch.standing.get(), CancelStanding::Cancelled { .. }));
    let drives = move || {
        let count = watch.course.with(|course| course.drives.iter().filter(|drive| !drive.extra).count());
        format::number(t.language(), count)
    };
    let backup = move || match watch.job.with(|job| job.order.backup_drive_manifest) {
        true => t.get().job_yes().to_string(),
        false => t.get().job_no().to_string(),
    };
    let export = watch.job.with_untracked(|job| matches!(job.order.kind, JobKind::Export(_)));
    let account = text(|job| job.order.storage_account.as_str().to_owned());
    view! {
        <section class="card" aria-labelledby="essentials">
            <div class="head"><h2 id="essentials">{t.say(Messages::job_essentials)}</h2></div>
            <dl class="facts">
                {fact(watch, Messages::job_essential_state, view! { <StateBadge state=watch.state remark=watch.remark()/> }.into_any())}
                {fact(watch, Messages::job_essential_percent, view! { <Progress percent frozen/> }.into_any())}
                {copied(watch, Messages::job_essential_subscription, id.subscription.to_string())}
                {copied(watch, Messages::job_essential_group, id.group.to_string())}
                {plain(watch, Messages::job_essential_location, text(|job| job.order.location.name().to_owned()))}
                {plain(watch, Messages::job_essential_type, derive(move || {
                    watch.job.with(|job| words::kind(&job.order.kind, &t.get()))
                }))}
                {fact(watch, Messages::job_essential_account, view! {
                    <span title=account>{text(|job| job.order.storage_account.account().to_owned())}</span>
                    <CopyButton text=account what=t.say(Messages::job_essential_account)/>
                }.into_any())}
                {plain(watch, Messages::job_essential_created, derive(watch.moment(created)))}
                {plain(watch, Messages::job_essential_drives, derive(drives))}
                {plain(watch, Messages::job_essential_log_level, text(|job| job.order.log_level.as_str().to_owned()))}
                {fact(watch, Messages::job_essential_diagnostics, view! {
                    <span class="mono">{text(|job| job.order.diagnostics_path.as_str().to_owned())}</span>
                    <CopyButton
                        text=text(|job| job.order.diagnostics_path.as_str().to_owned())
                        what=t.say(Messages::job_essential_diagnostics)
                    />
                }.into_any())}
                {plain(watch, Messages::job_essential_backup, derive(backup))}
                {export.then(|| fact(watch, Messages::job_essential_exported, view! { <Exported watch/> }.into_any()))}
                {fact(watch, Messages::job_essential_tags, view! { <TagList watch/> }.into_any())}
                {copied(watch, Messages::job_essential_id, id.to_string())}
            </dl>
        </section>
    }
    .into_any()
}

fn fact(watch: Watch, label: Phrase, value: AnyView) -> AnyView {
    view! { <div><dt>{watch.texts.say(label)}</dt><dd>{value}</dd></div> }.into_any()
}

fn plain(watch: Watch, label: Phrase, value: Signal<String>) -> AnyView {
    fact(watch, label, view! { <span>{value}</span> }.into_any())
}

fn copied(watch: Watch, label: Phrase, value: String) -> AnyView {
    let shown = value.clone();
    let view = view! {
        <span class="mono">{shown}</span>
        <CopyButton text=Signal::stored(value) what=watch.texts.say(label)/>
    };
    fact(watch, label, view.into_any())
}

/// The job's tags, if it has any.
#[component]
fn TagList(watch: Watch) -> impl IntoView {
    let tags = live(move || {
        let tags: Vec<String> = watch
            .job
            .with(|job| job.order.tags.iter().map(|(name, value)| format!("{name}: {value}")).collect());
        if tags.is_empty() {
            return view! { <span class="muted">"—"</span> }.into_any();
        }
        let chips = tags
            .into_iter()
            .map(|tag| view! { <span class="chip">{tag}</span> }.into_any())
            .collect::<Vec<_>>();
        view! { <span class="cluster">{chips}</span> }.into_any()
    });
    view! { {tags} }
}

/// What an export job takes out of the storage account.
#[component]
fn Exported(watch: Watch) -> impl IntoView {
    let t = watch.texts;
    let lines = move || {
        let m = t.get();
        let lines: Vec<String> = watch.job.with(|job| match &job.order.kind {
            JobKind::Import(_) => Vec::new(),
            JobKind::Export(Selection::ListFile(file)) => vec![m.job_export_list(file.as_str()).to_string()],
            JobKind::Export(Selection::Blobs { paths, prefixes }) => {
                let prefix = |prefix: &str| match prefix {
                    "/" => m.job_export_all().to_string(),
                    prefix => m.job_export_prefix(prefix).to_string(),
                };
                let paths = paths.iter().map(|path| m.job_export_blob(path.as_str()).to_string());
                paths.chain(prefixes.iter().map(|path| prefix(path.as_str()))).collect()
            }
        });
        lines.into_iter().map(|line| view! { <li>{line}</li> }.into_any()).collect::<Vec<_>>()
    };
    view! { <ul class="lines">{live(lines)}</ul> }
}
