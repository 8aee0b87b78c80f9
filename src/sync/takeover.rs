//! The takeover: how a tab that is to lead finds the newest state there is and puts it in order, as [`super::recovery`]
//! says.
//!
//! Invariant: it writes nothing before the leaders before it are kept from writing and it is sure of its claim, and
//! nothing in between.

use crate::store::codec::{self, Mark};
use crate::store::entries::Entry;
use crate::store::ledger::{self, Ledger};
use crate::store::load::{Found, Kept, load};
use crate::store::writes;
use crate::store::{Storage, StoreError, aside, slots};

use super::doing::{Doing, Taking, TakingStep};
use super::io::{Host, Output, Role};
use super::lease::LOOK;
use super::log::{head_mark, is_current};
use super::message::Message;
use super::node::{Node, Place};
use super::recovery::mending::{Recovered, recover};
use super::recovery::{Consult, Copied, Findings, Local, Source, Verdict};
use super::second_copy::{self, CopyOutcome, Fenced, Op, Purpose, note};
use super::term::Claim;

impl Node {
    /// Begins to take over, with whatever is left of the leader before.
    pub(super) fn take_lead(&mut self, host: &Host<'_>, term: u64, role: Role) {
        if term != self.term.no {
            return;
        }
        let Some(storage) = host.storage.filter(|_| self.place == Place::Slot) else {
            if self.place == Place::Outdated {
                self.outdate(host);
            } else {
                self.lead(host, Role::Alone, host.now);
            }
            return;
        };
        let written = head_mark(storage, &self.slot).ok().flatten().unwrap_or_default();
        let found = self.found.as_ref().map_or(Mark::default(), |kept| kept.ledger.mark());
        let known = [written.epoch, found.epoch, self.replica.mark.epoch, self.epoch];
        let epoch = known.into_iter().max().unwrap_or_default() + 1;
        self.tell(Message::Taking);
        self.doing = Doing::Taking(Box::new(Taking {
            role,
            step: TakingStep::Copy,
            fenced: Fenced { epoch, ..Fenced::default() },
            failed: None,
            spoilt: false,
            older: false,
            recovered: None,
            read: Copied::Nothing,
            has_read: false,
            failures: 0,
            since: host.now,
            why: Consult::No,
            is_mended: false,
            is_asked_again: false,
            replaced: Vec::new(),
            has_written: false,
        }));
        self.copy_op(host, Purpose::Fence, Op::Lead(epoch));
    }

    /// The second copy has answered.
    pub(super) fn copied_while_taking(&mut self, host: &Host<'_>, purpose: Purpose, outcome: CopyOutcome) {
        let Doing::Taking(taking) = &mut self.doing else { return };
        match outcome {
            CopyOutcome::Led(fenced) => taking.fenced = fenced,
            CopyOutcome::Failed(_) if purpose == Purpose::Fence && taking.may_try_again(host.now) => {
                taking.failures += 1;
                let epoch = taking.fenced.epoch;
                self.copy_op(host, Purpose::Fence, Op::Lead(epoch));
                return;
            }
            CopyOutcome::Entries(all) => {
                if let Some(storage) = host.storage {
                    let newer = taking.why == Consult::Newer;
                    (taking.read, taking.recovered) = recover(all, &self.slot, storage, newer);
                }
            }
            CopyOutcome::Done => {}
            // Nobody is kept from becoming the leader.
            CopyOutcome::Fenced if purpose == Purpose::Fence => taking.failed = Some(String::new()),
            CopyOutcome::Failed(why) if purpose == Purpose::Fence => taking.failed = Some(why),
            CopyOutcome::Failed(_) if purpose == Purpose::Recover && taking.may_try_again(host.now) => {
                taking.failures += 1;
                self.copy_op(host, Purpose::Recover, Op::Read);
                return;
            }
            CopyOutcome::Fenced | CopyOutcome::Failed(_) => {}
        }
        taking.has_read |= purpose == Purpose::Recover;
        taking.is_mended |= purpose == Purpose::Mend;
        taking.step = TakingStep::Claim;
        self.confirm(host);
    }

    /// It was found out whether the claim is still held.
    pub(super) fn confirmed_while_taking(&mut self, host: &Host<'_>, held: bool, asked: f64) {
        let Doing::Taking(mut taking) = std::mem::replace(&mut self.doing, Doing::Nothing) else { return };
        if taking.step != TakingStep::Claim {
            self.doing = Doing::Taking(taking);
            return;
        }
        if !held {
            self.step_down(host);
            return;
        }
        self.lease.renew(asked);
        // Before its first heartbeat a tab that has hung may have been replaced at once. What it has not heard yet of that
        // comes before another answer does.
        let is_late = host.now - asked > LOOK && !std::mem::replace(&mut taking.is_asked_again, true);
        if taking.role == Role::Leader && (is_late || !self.lease.stands(host.now)) {
            // The answer has taken so long that it says nothing any more.
            self.doing = Doing::Taking(taking);
            self.confirm(host);
            return;
        }
        self.tell(Message::Taking);
        if taking.has_written {
            self.lead(host, taking.role, asked);
            return;
        }
        match self.put_in_order(host, taking) {
            Ok(()) => {}
            Err(NotLed::Lost) => self.step_down(host),
            Err(NotLed::Store(why)) => {
                // Each tab is on its own then.
                self.place = Place::Memory(why.into());
                self.copy.leave();
                self.give_up(host);
                self.term.begin(Claim::None);
                self.doing = Doing::Nothing;
                self.lead(host, Role::Alone, host.now);
            }
        }
    }

    /// Looks at everything there is, and unless the second copy is still to be read, writes down what counts.
    fn put_in_order(&mut self, host: &Host<'_>, mut taking: Box<Taking>) -> Result<(), NotLed> {
        let Some(storage) = host.storage else { return Err(NotLed::Lost) };
        if head_mark(storage, &self.slot)?.is_some_and(|head| head.epoch > taking.fenced.epoch) {
            return Err(NotLed::Lost);
        }
        let (local, kept) = self.read_local(storage, &mut taking)?;
        let lagged = note::read(storage, &self.slot)?;
        if note::is_gone(storage, &self.slot)? {
            taking.fenced.mark = Mark::default();
        }
        let copy = taking.fenced.mark;
        let found = Findings { local, shown: self.replica.mark, copy, lagged: lagged.is_some() };
        let consult = found.consult();
        if consult != Consult::No && taking.failed.is_none() && !taking.has_read {
            taking.why = consult;
            taking.step = TakingStep::Copy;
            self.doing = Doing::Taking(taking);
            self.copy_op(host, Purpose::Recover, Op::Read);
            return Ok(());
        }
        let Verdict::Keep { source, mark, shows, writes, renews } = found.decide(taking.read) else {
            self.outdate(host);
            return Ok(());
        };
        let before = mark;
        let mark = Mark { seq: mark.seq, epoch: taking.fenced.epoch };
        if source == Source::Copy
            && !taking.is_mended
            && let Some(Recovered { kept, title, patched: true, .. }) = &taking.recovered
        {
            // What was patched in is nowhere else, and localStorage is about to be written anew.
            let all = writes::of_workspace(&kept.workspace, title, mark).collect();
            self.dedup.take_over(storage, &self.slot, before, taking.fenced.answers.clone())?;
            let answers = self.dedup.all();
            taking.step = TakingStep::Copy;
            self.doing = Doing::Taking(taking);
            self.copy_op(host, Purpose::Mend, Op::Rewrite(Mark { seq: copy.seq, ..mark }, all, answers));
            return Ok(());
        }
        let plan = Plan { source, before, mark, shows, writes, renews };
        self.write_down(host, storage, taking, kept, &plan, lagged)
    }

    /// What localStorage holds, put in order.
    fn read_local(
        &mut self,
        storage: &dyn Storage,
        taking: &mut Taking,
    ) -> Result<(Local, Option<Box<Kept>>), StoreError> {
        let found = self.found.take().filter(|found| found.broken.is_empty());
        let mut kept = match found {
            // What was read when the page was opened, if nothing has been written since; what was broken then is read
            // anew, since another tab may have put it in order.
            Some(found) if is_current(storage, &self.slot, found.ledger.mark())? => found,
            _ => {
                let mark = self.replica.mark;
                if mark.seq > 0 && is_current(storage, &self.slot, mark)? {
                    return Ok((Local::Shown, None));
                }
                match load(storage, &self.slot)? {
                    Found::Kept(kept) => kept,
                    Found::Nothing => return Ok((Local::Nothing, None)),
                    Found::Newer(_) => return Ok((Local::Newer, None)),
                }
            }
        };
        taking.spoilt |= !kept.broken.is_empty();
        taking.older |= kept.is_older();
        if let Err(why) = kept.repair(storage) {
            if !kept.broken.is_empty() {
                // What cannot be set aside must not be written over.
                return Err(why);
            }
            self.put(Output::Warn(format!("not all is put in order: {why:?}")));
        }
        let (mark, spoilt, older) = (kept.ledger.mark(), taking.spoilt, taking.older);
        Ok((Local::Kept { mark, spoilt, older }, Some(kept)))
    }

    /// Writes down what counts from now on; nothing is waited for in between.
    fn write_down(
        &mut self,
        host: &Host<'_>,
        storage: &dyn Storage,
        mut taking: Box<Taking>,
        kept: Option<Box<Kept>>,
        plan: &Plan,
        lagged: Option<u64>,
    ) -> Result<(), NotLed> {
        let mark = plan.mark;
        let (mut workspace, mut left) = (None, None);
        let mut title = slots::origin(storage, &self.slot)?.title;
        match (plan.source, taking.recovered.take(), kept) {
            (Source::Copy, Some(recovered), _) => {
                aside::keep(storage, &recovered.broken)?;
                title = recovered.title;
                workspace = Some(recovered.kept.workspace);
            }
            (Source::Local, _, Some(kept)) => {
                left = Some(kept.ledger);
                workspace = Some(kept.workspace).filter(|_| plan.shows);
            }
            (Source::Copy | Source::Local | Source::Shown, _, _) => {}
        }
        let newest = workspace.as_ref().unwrap_or(&self.replica.workspace);
        let ledger = match (plan.writes, left) {
            (true, _) => {
                let is_elsewhere = plan.source == Source::Copy;
                Ledger::write_over(storage, &self.slot, newest, &title, mark, is_elsewhere)?
            }
            (false, Some(mut ledger)) => {
                ledger.follow(mark);
                ledger
            }
            (false, None) => Ledger::new(&self.slot, mark, Vec::new()),
        };
        if let Err(why) = ledger.touch(storage, newest.head()) {
            self.put(Output::Warn(format!("the head is not written anew: {why:?}")));
        }
        self.log.set(ledger);
        if workspace.is_some() || plan.writes {
            self.log.forgive();
        }
        (self.epoch, self.base, self.replica.mark) = (mark.epoch, plan.before, mark);
        if let Some(newer) = workspace {
            self.show(newer);
        }
        let given = std::mem::take(&mut taking.fenced.answers);
        self.dedup.take_over(storage, &self.slot, plan.before, given)?;
        taking.replaced = self.dedup.replaced(plan.before);
        self.dedup.learn(taking.replaced.clone());
        // A copy that lags may tell of jobs that were deleted meanwhile, whose numbers others may have by now.
        let (workspace, lags) = (&self.replica.workspace, lagged.is_some());
        let bare = self.dedup.without(|job| lags || workspace.record(job).is_none());
        self.dedup.learn(bare);
        self.clear_beside(storage)?;
        taking.has_written = true;
        self.begin_copy(host, taking, plan.renews, lagged);
        Ok(())
    }

    /// Begins to bring the second copy up to date.
    fn begin_copy(&mut self, host: &Host<'_>, mut taking: Box<Taking>, renews: bool, lagged: Option<u64>) {
        self.copy.deleted = lagged.unwrap_or_default();
        let workspace = &self.replica.workspace;
        // What is little is copied before the page goes on.
        let is_few = workspace.records().len() + workspace.log().len() <= second_copy::FEW;
        if let Some(why) = taking.failed.take() {
            self.copy_failed(host, why);
        } else if renews {
            self.copy.renew();
        } else {
            // So that the next leader sees that the copy is of the same commit.
            let (mark, head) = (self.log.mark(), self.replica.workspace.head());
            let head = (Entry::Head.key(), Some(codec::head_text(head, mark)));
            self.copy.set_written();
            let replaced = std::mem::take(&mut taking.replaced);
            self.copy_op(host, Purpose::CatchUp, Op::Commit(mark, vec![head], replaced));
        }
        if self.copy.is_making() && is_few {
            taking.step = TakingStep::Copy;
            self.doing = Doing::Taking(taking);
        } else {
            self.copied_when_taken(host, taking);
        }
    }

    /// It is settled how the second copy stands: this tab leads if its claim is still held.
    pub(super) fn copied_when_taken(&mut self, host: &Host<'_>, mut taking: Box<Taking>) {
        taking.step = TakingStep::Claim;
        self.doing = Doing::Taking(taking);
        self.confirm(host);
    }

    /// Takes a new beginning away that a leader before this one has left on its way and nobody comes back for.
    fn clear_beside(&self, storage: &dyn Storage) -> Result<(), StoreError> {
        let beside = self.beside();
        let left = slots::is_begun(storage, &beside)? && !self.dedup.has_begun();
        if left && !ledger::is_promised(storage, &self.slot, &beside)? {
            ledger::clear(storage, &beside)?;
        }
        Ok(())
    }
}

/// What [`Verdict::Keep`] says, with the mark of this lead.
struct Plan {
    source: Source,
    /// The commit as the leader before this one has made it: a follower that is at it has missed nothing.
    before: Mark,
    mark: Mark,
    shows: bool,
    writes: bool,
    renews: bool,
}

/// Why a tab does not lead.
enum NotLed {
    /// Nothing can be kept.
    Store(StoreError),
    /// The lead was taken from it meanwhile.
    Lost,
}

impl From<StoreError> for NotLed {
    fn from(error: StoreError) -> Self {
        NotLed::Store(error)
    }
}
