//! One transaction's work: orders, messages, receipts, clocks and operators' verbs against one working
//! set.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use jiefen_platform::keys::SigningKey;
use jiefen_procedure::Actor;
use jiefen_vocab::{CaseId, DisputeId, Moment};
use sea_orm::{ColumnTrait, DatabaseExecutor, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::area::Area;
use crate::draft::{Draft, Outgoing, Stop};
use crate::entity::{clocks, custody, inbox, journal, links_out, outbox, requests};
use crate::envelope::{Destination, Envelope, Receipt, running};
use crate::error::{Error, store};
use crate::journal::link;
use crate::quarantine::Quarantined;
use crate::queue::{Answer, Order, Redrive, Request, request_key};
use crate::world::{DeskFile, Flushed, Loaded, Needs, Sent, World};
use crate::writer::{Identity, Outcome};

/// How many due clocks and offers one sweep takes.
const SWEEP: u64 = 200;

/// A piece of work without its answer's address.
pub(crate) enum Task<A: Area> {
    Order(Box<Request<A>>),
    Deliver(Vec<Envelope>),
    Receipts(Vec<Receipt>),
    Quarantine(Vec<Quarantined>),
    Sweep(Option<String>),
    Redrive(Redrive, Actor),
}

/// What a batch has done.
pub(crate) struct Done<A: Area> {
    /// The answers, one a task.
    pub outcomes: Vec<Outcome<A>>,
    /// The disputes of which something was written.
    pub touched: BTreeSet<DisputeId>,
    /// The working set as it stands after the batch.
    pub world: World<A>,
    /// The rows that were written.
    pub flushed: Flushed,
}

/// How a batch sees the database.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Seeing {
    /// Within a transaction that has locked the chain's head.
    Locked,
    /// Before the transaction, with the working set of the last one: what is written is one statement, which
    /// fails as a whole when anybody else has written in between.
    Ahead,
}

pub(crate) struct Batch<'a> {
    pub identity: &'a Identity,
    pub db: &'a DatabaseExecutor<'a>,
    pub seeing: Seeing,
    pub now: Moment,
}

impl<'a> Batch<'a> {
    pub fn new(identity: &'a Identity, db: &'a DatabaseExecutor<'a>, seeing: Seeing) -> Batch<'a> {
        Batch { identity, db, seeing, now: identity.clock.now() }
    }

    /// Does all tasks and writes their effects; the caller commits and, when that succeeds, may keep the
    /// working set.
    ///
    /// # Errors
    /// The database failed: nothing of any task may stay.
    pub async fn run<A: Area>(
        &self,
        tasks: &[Task<A>],
        kept: Option<World<A>>,
    ) -> Result<Done<A>, Error> {
        let mut world = match (self.seeing, kept) {
            (Seeing::Ahead, Some(kept)) => kept,
            (Seeing::Locked | Seeing::Ahead, kept) => World::locked(self.db, kept).await?,
        };
        world.prepare(self.db, &needs(tasks, self.seeing)).await?;
        let mut outcomes = Vec::with_capacity(tasks.len());
        for task in tasks {
            outcomes.push(match task {
                Task::Order(request) => Outcome::Order(self.order(&mut world, request).await?),
                Task::Deliver(messages) => {
                    Outcome::Deliver(self.deliver(&mut world, messages).await?)
                }
                Task::Receipts(receipts) => {
                    self.receipts(&mut world, receipts);
                    Outcome::Receipts
                }
                Task::Quarantine(messages) => {
                    self.quarantine(&mut world, messages);
                    Outcome::Quarantine
                }
                Task::Sweep(dispute) => {
                    Outcome::Sweep(self.sweep(&mut world, dispute.as_deref()).await?)
                }
                Task::Redrive(which, actor) => {
                    let (done, left) = self.redrive(&mut world, which, actor).await?;
                    Outcome::Redrive(done, left)
                }
            });
        }
        let touched = world.touched();
        let flushed = if world.changed() {
            world.flush(self.db, self.identity.me, self.now.0).await?
        } else if self.seeing == Seeing::Ahead && !world.is_current(self.db).await? {
            // What was refused or found done may have been so by an old view: the caller looks again.
            return Err(Error::Busy);
        } else {
            Flushed::default()
        };
        Ok(Done { outcomes, touched, world, flushed })
    }

    /// An order: the inner error is its answer, the outer one fails the batch.
    async fn order<A: Area>(
        &self,
        world: &mut World<A>,
        request: &Request<A>,
    ) -> Result<Result<Answer<A>, Error>, Error> {
        let key = request_key(request);
        if let Some(answer) = self.repeated(world, &key, request).await? {
            return Ok(answer);
        }
        let overtaken = request.seen.is_some_and(|seen| seen != world.head.seq);
        // What a trial run would leave, from its draft: nothing of it is kept.
        let foreseen = Mutex::new(None);
        let foresee = |draft: &Draft<'_, A>| {
            if request.validate_only {
                let seen =
                    answer(&request.order, |id| draft.case(id).ok(), |id| draft.desk(id).ok());
                *foreseen.lock().unwrap_or_else(PoisonError::into_inner) = Some(seen);
            }
        };
        let result = match &request.order {
            _ if overtaken => Err(Error::Overtaken),
            Order::Begin { steps } => self.begin(world, request, steps).await?,
            order @ (Order::Case { .. }
            | Order::Desk { .. }
            | Order::Told { .. }
            | Order::File { .. }
            | Order::Want { .. }) => {
                let work = |draft: &mut Draft<'_, A>| {
                    carry_out(draft, order, request)?;
                    foresee(draft);
                    Ok(())
                };
                self.attempt(world, request.trace.as_deref(), !request.validate_only, work).await?
            }
        };
        if let Err(error) = result {
            if self.seeing == Seeing::Ahead {
                // It may be refused because it has been carried out before.
                world.load_requests(self.db, &BTreeSet::from([key.clone()])).await?;
                if let Some(answer) = self.repeated(world, &key, request).await? {
                    return Ok(answer);
                }
            }
            return Ok(Err(error));
        }
        if !request.validate_only {
            let row = requests::Model {
                key: key.clone(),
                fingerprint: request.fingerprint.clone(),
                case_id: request.order.about(),
                at: self.now.0,
            };
            world.requests.insert(key, row.clone());
            world.new.requests.push(row);
        }
        let foreseen = foreseen.into_inner().unwrap_or_else(PoisonError::into_inner);
        Ok(Ok(foreseen.unwrap_or_else(|| standing(world, &request.order))))
    }

    /// The answer to a request that has been carried out before; none: it has not, as far as is known.
    async fn repeated<A: Area>(
        &self,
        world: &mut World<A>,
        key: &str,
        request: &Request<A>,
    ) -> Result<Option<Result<Answer<A>, Error>>, Error> {
        let Some(before) = world.requests.get(key).cloned() else { return Ok(None) };
        if before.fingerprint != request.fingerprint {
            return Ok(Some(Err(Error::Reused)));
        }
        self.again(world, &before.case_id, &request.order).await.map(|answer| Some(Ok(answer)))
    }

    /// The answer to a repeated request: the case as it stands. The id is the one that was kept, for an
    /// order that begins a case may name another one each time.
    async fn again<A: Area>(
        &self,
        world: &mut World<A>,
        kept: &str,
        order: &Order<A>,
    ) -> Result<Answer<A>, Error> {
        if let (Order::Case { command, .. }, Ok(case)) = (order, kept.parse::<CaseId>()) {
            world.load_cases(self.db, &BTreeSet::from([case])).await?;
            return Ok(standing(world, &Order::Case { case, command: command.clone() }));
        }
        Ok(standing(world, order))
    }

    pub(crate) fn write_journal<A: Area>(
        &self,
        world: &mut World<A>,
        entries: Vec<crate::draft::Entry>,
    ) {
        for entry in entries {
            let seq = world.head.seq + 1;
            let mut row = journal::Model {
                seq,
                id: entry.id.to_string(),
                case_id: entry.case,
                dispute: entry.dispute.map(|dispute| dispute.to_string()),
                version: entry.version,
                fact: entry.fact,
                body: entry.body,
                actor_agency: entry.actor.agency.to_string(),
                actor_person: entry.actor.person,
                actor_role: entry.actor.role.code().to_owned(),
                occurred_at: self.now.0,
                hash: vec![],
            };
            row.hash = link(&world.head.hash, &row);
            world.head.seq = seq;
            world.head.hash.clone_from(&row.hash);
            world.new.journal.push(row);
        }
    }

    /// Numbers and signs a message and puts it into the outbox.
    pub(crate) fn enqueue<A: Area>(
        &self,
        world: &mut World<A>,
        message: Outgoing,
        trace: Option<&str>,
    ) {
        let dst = message.dst.to_string();
        let empty = || links_out::Model { dst: dst.clone(), seq: 0, running: vec![] };
        let link = world.links_out.entry(dst.clone()).or_insert_with(empty);
        link.seq += 1;
        link.running = running(&link.running, &message.payload);
        let mut envelope = Envelope {
            id: message.id,
            src: self.identity.me,
            dst: message.dst,
            seq: link.seq,
            kind: message.kind,
            subject: message.subject,
            dispute: message.dispute,
            epoch: message.epoch,
            occurred_at: self.now,
            trace: trace.map(str::to_owned),
            payload: message.payload,
            signature: vec![],
        };
        envelope.signature = sign(&self.identity.key, &envelope.signed_bytes());
        world.new.links_out.insert(dst.clone());
        let running = link.running.clone();
        let row = outbox::Model {
            dst,
            seq: envelope.seq,
            id: envelope.id.to_string(),
            dispute: envelope.dispute.map(|dispute| dispute.to_string()),
            subject: envelope.subject,
            kind: envelope.kind,
            epoch: envelope.epoch,
            payload: envelope.payload,
            signature: envelope.signature,
            occurred_at: envelope.occurred_at.0,
            trace: envelope.trace,
        };
        world.new.outbox.push(Sent { row, running });
    }

    /// Lets clocks and offers that are due take their lawful effect; returns how many did.
    async fn sweep<A: Area>(
        &self,
        world: &mut World<A>,
        dispute: Option<&str>,
    ) -> Result<u32, Error> {
        let mut due = clocks::Entity::find()
            .filter(clocks::Column::State.eq("running"))
            .filter(clocks::Column::DueAt.lt(self.now.0))
            .order_by_asc(clocks::Column::DueAt)
            .limit(SWEEP);
        if let Some(dispute) = dispute {
            due = due.filter(clocks::Column::Dispute.eq(dispute));
        }
        let due = due.all(self.db).await.map_err(store("look for due clocks"))?;
        let mut count = 0;
        for row in due {
            let Ok(case) = row.case_id.parse::<CaseId>() else { continue };
            let work = |draft: &mut Draft<'_, A>| {
                let actor = draft.system();
                draft.expire(case, &row.key, &actor)
            };
            match self.attempt(world, None, true, work).await? {
                Ok(()) => count += 1,
                Err(error) => {
                    tracing::error!(%error, case = %row.case_id, clock = %row.key, "a clock's effect was refused");
                }
            }
        }
        count += self.sweep_offers(world, dispute).await?;
        Ok(count)
    }

    async fn sweep_offers<A: Area>(
        &self,
        world: &mut World<A>,
        dispute: Option<&str>,
    ) -> Result<u32, Error> {
        let mut due = custody::Entity::find()
            .filter(custody::Column::DueAt.lt(self.now.0))
            .order_by_asc(custody::Column::DueAt)
            .limit(SWEEP);
        if let Some(dispute) = dispute {
            due = due.filter(custody::Column::Dispute.eq(dispute));
        }
        let due = due.all(self.db).await.map_err(store("look for due offers"))?;
        let mut count = 0;
        for row in due {
            let (Ok(dispute), Ok(epoch)) = (row.dispute.parse::<DisputeId>(), row.epoch.parse())
            else {
                continue;
            };
            let input = jiefen_handoff::Input::DeadlinePassed { epoch };
            let work = |draft: &mut Draft<'_, A>| {
                let actor = draft.system();
                draft.step(dispute, &input, &actor, "")
            };
            match self.attempt(world, None, true, work).await? {
                Ok(()) => count += 1,
                Err(error) => {
                    tracing::warn!(%error, dispute = %row.dispute, "an offer's deadline was refused");
                }
            }
        }
        Ok(count)
    }

    /// An operator's verb: parked messages are handled again, in their order.
    async fn redrive<A: Area>(
        &self,
        world: &mut World<A>,
        which: &Redrive,
        actor: &Actor,
    ) -> Result<(u32, u32), Error> {
        let mut parked = inbox::Entity::find()
            .filter(inbox::Column::State.is_in(["parked", "behind"]))
            .order_by_asc(inbox::Column::Src)
            .order_by_asc(inbox::Column::Seq);
        if let Some(dispute) = &which.dispute {
            parked = parked.filter(inbox::Column::Dispute.eq(dispute));
        }
        if let Some(id) = &which.id {
            parked = parked.filter(inbox::Column::Id.eq(id));
        }
        let parked = parked.all(self.db).await.map_err(store("look for parked messages"))?;
        if which.dry_run {
            return Ok((u32::try_from(parked.len()).unwrap_or(u32::MAX), 0));
        }
        let note =
            serde_json::json!({"redrive": {"messages": parked.len(), "reason": which.reason}});
        self.write_journal(
            world,
            vec![crate::draft::Entry {
                id: (self.identity.ids)(),
                case: String::new(),
                dispute: None,
                version: 0,
                fact: "operator.redrive".to_owned(),
                body: note.to_string(),
                actor: actor.clone(),
            }],
        );
        let (mut done, mut left) = (0, 0);
        let mut stuck = BTreeSet::new();
        for row in parked {
            if row.dispute.as_ref().is_some_and(|dispute| stuck.contains(dispute)) {
                left += 1;
                continue;
            }
            if self.retry(world, row.clone()).await? {
                done += 1;
            } else {
                left += 1;
                stuck.extend(row.dispute);
            }
        }
        Ok((done, left))
    }
}

fn sign(key: &SigningKey, bytes: &[u8]) -> Vec<u8> {
    key.sign(bytes).to_vec()
}

fn standing<A: Area>(world: &World<A>, order: &Order<A>) -> Answer<A> {
    answer(order, |id| world.cases.get(&id), |id| world.desks.get(&id))
}

/// What a draft does for an order.
fn carry_out<A: Area>(
    draft: &mut Draft<'_, A>,
    order: &Order<A>,
    request: &Request<A>,
) -> Result<(), Stop> {
    let actor = &request.actor;
    match order {
        Order::Case { case, command } => draft.command(*case, command, actor, request.expected),
        Order::Begin { steps } => draft.begin(steps, actor),
        Order::Desk { dispute, input, number } => draft.step(*dispute, input, actor, number),
        Order::Told { dispute, paper } => draft.told(*dispute, paper, actor),
        Order::File { dispute, material } => draft.file(*dispute, material, actor),
        Order::Want { dispute, sha256 } => draft.want(*dispute, sha256, actor),
    }
}

/// The answer to an order by the cases and desks as these have them.
fn answer<'a, A: Area>(
    order: &Order<A>,
    case_of: impl Fn(CaseId) -> Option<&'a Loaded<A>>,
    desk_of: impl Fn(DisputeId) -> Option<&'a DeskFile>,
) -> Answer<A> {
    match order {
        Order::Begin { .. } => Answer::default(),
        Order::Case { case, .. } => {
            let loaded = case_of(*case);
            let state = loaded.and_then(|loaded| loaded.state.clone());
            let dispute = state.as_deref().and_then(A::dispute);
            let desk = dispute.and_then(&desk_of).map(|file| file.desk.clone());
            let version = loaded.map_or(0, |loaded| loaded.version);
            Answer { case: Some(*case), version, state, dispute, desk }
        }
        Order::Desk { dispute, .. }
        | Order::Told { dispute, .. }
        | Order::File { dispute, .. }
        | Order::Want { dispute, .. } => Answer {
            case: None,
            version: 0,
            state: None,
            dispute: Some(*dispute),
            desk: desk_of(*dispute).map(|file| file.desk.clone()),
        },
    }
}

/// Whether a request has been carried out before, the statement that would carry it out again says itself,
/// except where nothing will be written.
fn needs<A: Area>(tasks: &[Task<A>], seeing: Seeing) -> Needs {
    let mut needs = Needs::default();
    for task in tasks {
        match task {
            Task::Order(request) => {
                if seeing == Seeing::Locked || request.validate_only {
                    needs.requests.insert(request_key(request));
                }
                match &request.order {
                    Order::Case { case, .. } => {
                        needs.cases.insert(*case);
                    }
                    Order::Begin { steps } => {
                        needs.cases.extend(steps.iter().map(|step| step.case));
                        needs.desks.extend(steps.iter().map(|step| step.dispute));
                    }
                    Order::Desk { dispute, .. }
                    | Order::Told { dispute, .. }
                    | Order::File { dispute, .. }
                    | Order::Want { dispute, .. } => {
                        needs.desks.insert(*dispute);
                        needs.cases.extend(A::cases_of(*dispute));
                    }
                }
            }
            Task::Deliver(messages) => {
                for message in messages {
                    let link = crate::deliver::link_key(message);
                    needs.messages.push((link, message.seq, message.id.to_string()));
                    let own = message.dst != Destination::Everybody;
                    if let Some(dispute) = message.dispute.filter(|_| own) {
                        needs.desks.insert(dispute);
                        needs.cases.extend(A::cases_of(dispute));
                    }
                }
            }
            Task::Receipts(_) | Task::Quarantine(_) | Task::Sweep(_) | Task::Redrive(..) => {}
        }
    }
    needs
}
