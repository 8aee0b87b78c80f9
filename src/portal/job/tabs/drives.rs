//! The drives of a job: how each stands, and its logs in a panel at the side.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::drive::CopyStatus;
use crate::phrases::Messages;
use crate::portal::job::model::log::{self, LogKind};
use crate::portal::job::watch::Watch;
use crate::portal::text::format;
use crate::portal::text::texts::Phrase;
use crate::portal::ui::reactive::erased::{effect, live, memo, when};
use crate::portal::ui::{CopyButton, Dialog, DialogKind, ExplainedDrive, Icon, Progress, SaveButton};
use crate::service::status::{DriveStatus, Status};

/// The log that lies open: the drive's place in the list, and which of its logs.
type Open = RwSignal<Option<(usize, LogKind)>>;

/// The tab.
#[component]
pub fn Drives(watch: Watch) -> impl IntoView {
    let t = watch.texts;
    let drives = memo(move |_| {
        let now = watch.now.get();
        Arc::new(watch.job.with(|job| Status::of(job, watch.seed.get(), now).drives(job, watch.seed.get())))
    });
    let count = memo(move |_| drives.with(|drives| drives.len()));
    let none = memo(move |_| count.get() == 0);
    let open: Open = RwSignal::new(None);
    // Whoever came for a log finds it open.
    effect(move |_| {
        if let Some(log) = watch.log_wanted.get() {
            watch.log_wanted.set(None);
            open.set(Some(log));
        }
    });
    let panel = move || open.get().map(|(n, kind)| view! { <LogPanel watch drives n kind open/> }.into_any());
    let table = move || {
        view! {
            <div class="table-region" role="region" aria-label=t.say(Messages::job_tab_drives) tabindex="0">
                <table class="data-table data-table--cards" role="table" aria-label=t.say(Messages::job_tab_drives)>
                    <thead role="rowgroup">
                        <tr role="row">
                            <th role="columnheader" scope="col">{t.say(Messages::drives_id)}</th>
                            <th role="columnheader" scope="col">{t.say(Messages::drives_state)}</th>
                            <th role="columnheader" scope="col">{t.say(Messages::drives_copy_status)}</th>
                            <th role="columnheader" scope="col" class="cell--wide">{t.say(Messages::drives_percent)}</th>
                            <th role="columnheader" scope="col" class="cell--num">{t.say(Messages::drives_bytes)}</th>
                            <th role="columnheader" scope="col">{t.say(Messages::drives_logs)}</th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">
                        <For each=live(move || 0..count.get()) key=|n| *n let:n><DriveRow watch drives n open/></For>
                    </tbody>
                </table>
            </div>
        }
        .into_any()
    };
    let empty = move || {
        view! {
            <div class="empty card">
                <Icon name="drive" class="icon--xl"/>
                <h2>{t.say(Messages::drives_none_yet)}</h2>
                <p>{t.say(Messages::drives_none_text)}</p>
            </div>
        }
        .into_any()
    };
    view! {
        {live(move || if none.get() { empty() } else { table() })}
        {live(panel)}
    }
    .into_any()
}

type All = Memo<Arc<Vec<DriveStatus>>>;

/// A drive.
#[component]
fn DriveRow(watch: Watch, drives: All, n: usize, open: Open) -> impl IntoView {
    let t = watch.texts;
    let drive = memo(move |before: Option<&Option<DriveStatus>>| {
        let now = drives.with(|drives| drives.get(n).cloned());
        now.or_else(|| before.cloned().flatten())
    });
    let id = move || drive.with(|drive| drive.as_ref().map(|drive| drive.id.clone()).unwrap_or_default());
    let state = move || drive.with(|drive| drive.as_ref().map(|drive| drive.state));
    let copy_status = move || drive.with(|drive| drive.as_ref().and_then(|drive| drive.copy_status));
    let extra = move || drive.with(|drive| drive.as_ref().is_some_and(|drive| drive.extra));
    let begun = move || copy_status().is_some();
    let percent = memo(move |_| {
        drive.with(|drive| drive.as_ref().filter(|_| begun()).map(|drive| drive.percent_complete))
    });
    // A copy that ended short of its whole goes on no more.
    let frozen = memo(move |_| {
        copy_status().is_some_and(|status| status != CopyStatus::Copying) && percent.get() < Some(100)
    });
    let bytes = memo(move |_| {
        let (done, all) = drive.with(|drive| drive.as_ref().map(|d| (d.bytes_succeeded, d.bytes)))?;
        let size = |bytes: u64| format::bytes(t.language(), bytes);
        begun().then(|| t.get().drives_of(size(done), size(all)).to_string())
    });
    let logs = memo(move |_| {
        let drive = drive.get();
        watch.job.with(|job| drive.map(|drive| log::available(job, &drive)).unwrap_or_default())
    });
    let dash = || view! { <span class="muted">"—"</span> }.into_any();
    let state = memo(move |_| state());
    view! {
        <tr role="row">
            <th role="rowheader" scope="row" data-label=t.say(Messages::drives_id)><span class="mono">{live(id)}</span></th>
            <td role="cell" data-label=t.say(Messages::drives_state)>
                {live(move || state.get().map(|state| view! { <ExplainedDrive state=Signal::stored(state)/> }.into_any()))}
                {when(extra, move || view! { <span class="hint">" " {t.say(Messages::drives_extra)}</span> }.into_any())}
            </td>
            <td role="cell" data-label=t.say(Messages::drives_copy_status)>
                {live(move || match copy_status() {
                    Some(status) => view! { <code>{status.as_str()}</code> }.into_any(),
                    None => dash(),
                })}
            </td>
            <td role="cell" data-label=t.say(Messages::drives_percent)><Progress percent=percent frozen=frozen/></td>
            <td role="cell" class="cell--num" data-label=t.say(Messages::drives_bytes)>
                {live(move || bytes.get().unwrap_or_else(|| "—".to_owned()))}
            </td>
            <td role="cell" data-label=t.say(Messages::drives_logs)>
                {live(move || match logs.with(Vec::is_empty) {
                    true => dash(),
                    false => {
                        let buttons = logs.get().into_iter().map(|kind| log_button(watch, id(), n, kind, open));
                        view! { <span class="cluster">{buttons.collect::<Vec<_>>()}</span> }.into_any()
                    }
                })}
            </td>
        </tr>
    }
    .into_any()
}

fn title(kind: LogKind, drive: &str, messages: &Messages) -> String {
    match kind {
        LogKind::Error => messages.drives_error_log_of(drive),
        LogKind::Verbose => messages.drives_verbose_log_of(drive),
    }
    .to_string()
}

fn log_button(watch: Watch, drive: String, n: usize, kind: LogKind, open: Open) -> AnyView {
    let t = watch.texts;
    let says = match kind {
        LogKind::Error => Messages::drives_error_log as Phrase,
        LogKind::Verbose => Messages::drives_verbose_log,
    };
    view! {
        <button
            type="button"
            class="button button--row"
            aria-haspopup="dialog"
            aria-label=live(move || title(kind, &drive, &t.get()))
            on:click=move |_| open.set(Some((n, kind)))
        >
            {t.say(says)}
        </button>
    }
    .into_any()
}

/// A log, as far as the service has written it.
#[component]
fn LogPanel(watch: Watch, drives: All, n: usize, kind: LogKind, open: Open) -> impl IntoView {
    let t = watch.texts;
    let drive = move || drives.with(|drives| drives.get(n).cloned());
    let text = memo(move |_| {
        let drive = drive();
        watch.job.with(|job| {
            drive.map(|drive| log::text(job, watch.seed.get(), n, &drive, kind)).unwrap_or_default()
        })
    });
    let file = memo(move |_| drive().map(|drive| log::file_name(&drive, kind)).unwrap_or_default());
    let path = move || {
        watch
            .job
            .with(|job| format!("{}/{}/{}", job.order.diagnostics_path.as_str(), job.id.name, file.get()))
    };
    let heading = move || title(kind, &drive().map(|drive| drive.id).unwrap_or_default(), &t.get());
    view! {
        <Dialog title=heading kind=DialogKind::Drawer on_close=move |()| open.set(None)>
            <p class="mono hint">{live(path)}</p>
            <div class="cluster">
                <CopyButton text=text what=t.say(Messages::drives_log_text)/>
                <SaveButton text=text file=file label=t.say(Messages::drives_log_download) mime="application/xml"/>
            </div>
            <pre class="code code--wrap" tabindex="0" role="region" aria-label=t.say(Messages::drives_log_text)>
                <code>{live(move || text.get())}</code>
            </pre>
        </Dialog>
    }
    .into_any()
}
