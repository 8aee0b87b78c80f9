//! Recordings beside their workspace: written in one step with what they tell of, wiped without a trace.

use import_export_portal::api::calls;
use import_export_portal::domain::name::JobId;
use import_export_portal::domain::time::{SimTime, Span};
use import_export_portal::journal::annex::{follow, is_recorded, keep, open, start};
use import_export_portal::journal::format::NotRead;
use import_export_portal::journal::travel::{Journey, NotTravelled, answer, set, travel};
use import_export_portal::journal::{BranchError, Inject, InjectedFault, JobRef, JournalCommand, Session};
use import_export_portal::service::command::{Change, Command};
use import_export_portal::service::log::Actor;
use import_export_portal::service::scenario::Scenario;
use import_export_portal::service::workspace::Workspace;
use import_export_portal::store::codec::Mark;
use import_export_portal::store::entries::MAIN;
use import_export_portal::store::ledger::Ledger;
use import_export_portal::store::load::{Found, load};
use import_export_portal::store::memory::{MemoryStore, WriteFault};
use import_export_portal::store::writes;
use import_export_portal::store::{StoreError, portable};

use crate::support::{bytes, import, scenario};

/// A workspace with the store that keeps it.
struct Kept {
    store: MemoryStore,
    ledger: Ledger,
    workspace: Workspace,
}

fn loaded(store: &MemoryStore) -> Workspace {
    match load(store, MAIN) {
        Ok(Found::Kept(kept)) => {
            assert!(kept.broken.is_empty(), "{:?}", kept.broken);
            kept.workspace
        }
        other => panic!("{other:?}"),
    }
}

impl Kept {
    fn new(workspace: Workspace) -> Kept {
        let store = MemoryStore::default();
        let ledger = Ledger::create(&store, MAIN, &workspace, "", Mark { seq: 1, epoch: 1 }).unwrap();
        Kept { store, ledger, workspace }
    }

    fn recorded() -> Kept {
        let mut kept = Kept::new(scenario(Scenario::Contoso));
        kept.does(&start(&kept.workspace)).unwrap();
        kept
    }

    /// Keeps a change and applies it, as the tab that leads does it; what a follower makes of it is the same.
    fn does(&mut self, change: &Change) -> Result<(), StoreError> {
        let batch = self.ledger.prepare(&self.store, change)?;
        let mut follower = self.workspace.clone();
        let (read, _) = writes::change(&batch.writes).unwrap();
        self.ledger.promise(&self.store, &batch)?;
        self.ledger.settle(&self.store, batch)?;
        self.workspace.apply(change);
        follower.apply(&read);
        assert!(follower == self.workspace, "whoever follows the writes has the same");
        Ok(())
    }

    fn travels(&mut self, journey: &Journey) {
        let change = travel(&self.workspace, journey).unwrap_or_else(|why| panic!("{journey:?}: {why:?}"));
        self.does(&change).unwrap();
    }

    fn passes(&mut self, days: i64) {
        let to = self.workspace.now() + Span::days(days);
        let change = set(&self.workspace, &Command::NoteJump(to)).unwrap();
        self.does(&change).unwrap();
        let advanced = self.workspace.clone().advance(to, usize::MAX);
        self.workspace.advance(to, usize::MAX);
        self.does(&advanced.change).unwrap();
    }

    fn id(&self, name: &str) -> JobId {
        let mut records = self.workspace.records();
        records.find(|record| record.job.id.name.as_str() == name).unwrap().job.id.clone()
    }

    fn deletion(&self, name: &str) -> Change {
        answer(&self.workspace, &calls::delete(&self.id(name)), Actor::Rest).change.unwrap()
    }

    /// The recording, which leads to the workspace as it is stored too.
    fn session(&self) -> Session {
        assert!(loaded(&self.store) == self.workspace, "what is stored is what is shown");
        open(&self.workspace).unwrap().unwrap()
    }
}

/// A recorded workspace with three branches.
fn branched() -> Kept {
    let mut kept = Kept::recorded();
    kept.passes(1);
    let deletion = kept.deletion("hr-archive-2012-2019");
    kept.does(&deletion).unwrap();
    kept.passes(40);
    let start = Scenario::START + Span::hours(12);
    kept.travels(&Journey::Continue(1, 1, start.millis()));
    kept.passes(2);
    kept.travels(&Journey::Rename(2, "kept".into()));
    kept.travels(&Journey::Continue(1, 3, (Scenario::START + Span::days(2)).millis()));
    kept
}

#[test]
fn an_unrecorded_workspace_keeps_nothing_beside_it() {
    let mut kept = Kept::new(scenario(Scenario::Contoso));
    let deletion = kept.deletion("hr-archive-2012-2019");
    assert!(deletion.beside.is_empty());
    kept.does(&deletion).unwrap();
    assert!(kept.workspace.beside().is_empty());
    assert_eq!(open(&kept.workspace), Ok(None));
    assert_eq!(travel(&kept.workspace, &Journey::Switch(1)), Err(NotTravelled::NotRecorded));
}

#[test]
fn what_is_asked_is_written_down_and_leads_to_the_present() {
    let mut kept = Kept::recorded();
    let put = calls::put(&kept.id("hr-archive-2012-2019"), &import(2));
    let mut opened = kept.session();
    for _ in 0..40 {
        let before = kept.workspace.beside().clone();
        let change = answer(&kept.workspace, &put, Actor::Portal).change.unwrap();
        kept.does(&change).unwrap();
        assert!(follow(&mut opened, &before, &kept.workspace), "a page that has it open keeps up");
    }
    assert!(opened == kept.session());
    let refused = answer(&kept.workspace, &calls::delete(&kept.id("sequencing-run-118")), Actor::Rest);
    assert_eq!(refused.change, None);
    for command in [Command::SetSpeed(60_000), Command::SetPaused(true)] {
        let change = set(&kept.workspace, &command).unwrap();
        kept.does(&change).unwrap();
    }
    kept.passes(100);
    let session = kept.session();
    assert_eq!(session.branches().present().journal.commands(), 43);
    assert_eq!(set(&kept.workspace, &Command::NoteJump(SimTime::EPOCH)), None);
}

#[test]
fn branches_names_and_pins_are_there_after_a_reload() {
    let mut kept = branched();
    kept.travels(&Journey::Pin(1, true));
    let session = kept.session();
    let all: Vec<(u32, &str, bool)> = session
        .branches()
        .all()
        .iter()
        .map(|branch| (branch.no, branch.name.as_str(), branch.pinned))
        .collect();
    assert_eq!(all, [(1, "", true), (2, "kept", false), (3, "", false)]);
    assert_eq!(session.branches().present().no, 3);
    kept.travels(&Journey::Switch(1));
    assert_eq!(kept.workspace.now(), Scenario::START + Span::days(41));
    let pinned = travel(&kept.workspace, &Journey::Discard(1));
    assert_eq!(pinned, Err(NotTravelled::Branch(BranchError::Present)));
    kept.travels(&Journey::Discard(3));
    kept.travels(&Journey::Switch(2));
    kept.travels(&Journey::Pin(1, false));
    kept.travels(&Journey::Discard(1));
    assert_eq!(kept.session().branches().all().len(), 1);
}

/// What only the job says that is deleted in the first branch.
const TAG: &str = "4410";

#[test]
fn stopping_leaves_nothing_of_what_was_deleted() {
    let mut kept = branched();
    let everything = |kept: &Kept| format!("{:?}", kept.store.entries());
    kept.travels(&Journey::Switch(1));
    let before = portable::export_with(&kept.workspace, "");
    kept.travels(&Journey::Record(false));
    assert!(!is_recorded(&kept.workspace) && kept.workspace.beside().is_empty());
    assert!(!everything(&kept).contains("/rec"));
    assert!(!everything(&kept).contains(TAG), "the job that was deleted in this branch is nowhere");
    assert!(before.contains("rec/1/0"));
    assert!(loaded(&kept.store) == kept.workspace);
}

const GO_ON: Journey = Journey::Continue(1, 0, 1_772_438_400_000);

#[test]
fn a_kill_or_a_full_store_leaves_the_old_line_or_the_new_one_whole() {
    type Act = (&'static str, fn(&Kept) -> Change);
    let acts: [Act; 6] = [
        ("command", |kept| kept.deletion("finance-close-2024")),
        ("continue", |kept| travel(&kept.workspace, &GO_ON).unwrap()),
        ("switch", |kept| travel(&kept.workspace, &Journey::Switch(1)).unwrap()),
        ("discard", |kept| travel(&kept.workspace, &Journey::Discard(1)).unwrap()),
        ("stop", |kept| travel(&kept.workspace, &Journey::Record(false)).unwrap()),
        ("fold", |kept| {
            let mut journal = kept.session();
            let branches = journal.branches_mut();
            branches.fold_present().unwrap();
            keep(&kept.workspace, branches)
        }),
    ];
    let base = branched();
    let again = || Kept {
        store: MemoryStore::with(base.store.entries()),
        ledger: base.ledger.clone(),
        workspace: base.workspace.clone(),
    };
    for (name, act) in acts {
        let change = act(&base);
        let mut whole = again();
        whole.does(&change).unwrap();
        let (old, new) = (&base.workspace, &whole.workspace);
        assert!(open(new).is_ok() && old != new, "{name}");
        for n in 1..=whole.store.writes() {
            for fault in [WriteFault::DeadFrom(n), WriteFault::FullFrom(n), WriteFault::FullAt(n)] {
                let mut kept = again();
                kept.store.fault.set(fault);
                let _ = kept.does(&change);
                kept.store.fault.set(WriteFault::None);
                let found = loaded(&kept.store);
                assert!(found == *old || found == *new, "{name} {fault:?}");
            }
        }
    }
}

#[test]
fn a_file_carries_its_recording_or_leaves_it_out() {
    let kept = branched();
    let (plain, _) = portable::import(&portable::export(&kept.workspace, "")).unwrap();
    assert!(plain == kept.workspace.plain());
    let (whole, _) = portable::import(&portable::export_with(&kept.workspace, "")).unwrap();
    assert!(whole == kept.workspace);
    assert!(open(&whole).unwrap().is_some());
}

#[test]
fn a_damaged_recording_costs_nothing_of_the_workspace() {
    let kept = branched();
    for (key, text, why) in [
        ("rec", "[9,1,1,[]]", NotRead::OtherFormat("9".into())),
        ("rec", "[1,9,1,[]]", NotRead::OtherRules(9)),
        ("rec", "[1,1,7,[]]", NotRead::Branches),
        ("rec", "[1]", NotRead::NotAJournal),
        ("rec/1/0", "[[0,\"rest\",{\"erase\":\"a\"}]]", NotRead::NotAJournal),
        ("rec/b/0", "[]", NotRead::NotAJournal),
        ("rec/3/0", "[[1772611200000,\"rest\",{\"paused\":true}]]", NotRead::Differs),
    ] {
        let mut workspace = kept.workspace.clone();
        let mut beside = (**workspace.beside()).clone();
        beside.insert(key.into(), text.into());
        workspace.set_beside(beside);
        assert_eq!(open(&workspace), Err(why), "{key}");
        // Nothing more is written down, but nobody is kept from working, and stopping mends it.
        let delete = calls::delete(&kept.id("erp-history-import"));
        assert!(answer(&workspace, &delete, Actor::Rest).change.is_none_or(|change| change.jobs.len() == 1));
        let stop = travel(&workspace, &Journey::Record(false)).unwrap();
        workspace.apply(&stop);
        assert!(workspace == kept.workspace.plain());
    }
}

#[test]
fn long_recordings_are_folded_in_the_same_step() {
    let mut kept = Kept::recorded();
    for n in 0..2_001_usize {
        let change = set(&kept.workspace, &Command::SetPaused(n.is_multiple_of(2))).unwrap();
        // What is stored is looked at now and then.
        if n.is_multiple_of(500) || n > 1_995 {
            kept.does(&change).unwrap();
            kept.session();
        } else {
            kept.does(&change).unwrap();
        }
    }
    let session = kept.session();
    let journal = &session.branches().present().journal;
    assert_eq!((journal.commands(), journal.folded()), (2_001, 200));
    assert!(kept.workspace.beside().len() < 120);
    assert_eq!(bytes(&journal.at(journal.last()).unwrap()), bytes(&kept.workspace));
}

#[test]
fn a_fault_that_is_injected_is_written_down_or_refused_with_its_reason() {
    let inject = |name: &str| {
        let job = JobRef(name.to_owned());
        Journey::Inject(Inject { fault: InjectedFault::Expire, job, drive: None })
    };
    let mut kept = Kept::recorded();
    kept.travels(&inject("hr-archive-2012-2019"));
    let session = kept.session();
    let entries = session.branches().present().journal.entries().to_vec();
    assert!(
        matches!(entries.as_slice(), [one] if matches!(one.command, JournalCommand::Inject(_))),
        "{entries:?}"
    );
    kept.passes(2);
    assert!(!kept.workspace.records().any(|record| record.job.id.name.as_str() == "hr-archive-2012-2019"));
    let refused = travel(&kept.workspace, &inject("nobody"));
    assert!(matches!(refused, Err(NotTravelled::Refused(_))), "{refused:?}");
    let unrecorded = scenario(Scenario::Contoso);
    assert_eq!(travel(&unrecorded, &inject("hr-archive-2012-2019")), Err(NotTravelled::NotRecorded));
}
