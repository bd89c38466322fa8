//! One order or message worked out against the working set, without touching it: either the whole draft
//! is taken over, or nothing of it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiefen_handoff::{self as handoff, Ctx, Effect, Input};
use jiefen_procedure::material::Part;
use jiefen_procedure::{Actor, Beside, Circumstances, Explain, IssuedPaper, Procedure};
use jiefen_terms::Law;
use jiefen_vocab::{Agency, CaseId, DisputeId, FactId, Moment, Role};

use crate::area::{Area, Cases, CommandOf, Reaction, Signal, Told};
use crate::clocks;
use crate::entity::clocks::Model as ClockRow;
use crate::envelope::Destination;
use crate::error::{Error, corrupt};
use crate::events;
use crate::queue::Step;
use crate::refusals;
use crate::world::{Acceptance, DeskFile, Loaded, OfferFile, World};

/// How deep reactions may follow from reactions before it must be a bug.
const DEPTH: u32 = 12;

/// Why a draft stopped.
pub(crate) enum Stop {
    /// The working set lacks cases: load them and begin the draft again.
    MissingCases(BTreeSet<CaseId>),
    /// The working set lacks a desk.
    MissingDesk(DisputeId),
    /// The order fails.
    Failed(Error),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Stop {
        Stop::Failed(error)
    }
}

/// What does not change during a batch.
pub(crate) struct Setting<'a> {
    pub me: Agency,
    pub centre: Option<Agency>,
    pub law: &'a Law,
    pub now: Moment,
    pub ids: &'a (dyn Fn() -> FactId + Send + Sync),
}

/// An entry of the journal before it has its number.
pub(crate) struct Entry {
    pub id: FactId,
    pub case: String,
    pub dispute: Option<DisputeId>,
    pub version: i64,
    pub fact: String,
    pub body: String,
    pub actor: Actor,
}

/// A message before it has its number and signature.
pub(crate) struct Outgoing {
    pub id: FactId,
    pub dst: Destination,
    pub dispute: Option<DisputeId>,
    pub subject: String,
    pub kind: String,
    pub epoch: String,
    pub payload: Vec<u8>,
}

/// The draft of one order or message.
pub(crate) struct Draft<'w, A: Area> {
    pub(crate) world: &'w World<A>,
    pub(crate) set: &'w Setting<'w>,
    pub cases: BTreeMap<CaseId, Loaded<A>>,
    pub desks: BTreeMap<DisputeId, DeskFile>,
    pub journal: Vec<Entry>,
    pub outgoing: Vec<Outgoing>,
    depth: u32,
    postponed: bool,
    beside: Beside,
    /// What goes along with the reports of progress that are sent now.
    pub(crate) issued: Vec<IssuedPaper>,
    /// The bytes that a message asks for, as far as this unit has them.
    pub(crate) bytes: Vec<Part>,
}

impl<'w, A: Area> Draft<'w, A> {
    /// An empty draft over what stands.
    pub fn new(world: &'w World<A>, set: &'w Setting<'w>) -> Draft<'w, A> {
        Draft {
            world,
            set,
            cases: BTreeMap::new(),
            desks: BTreeMap::new(),
            journal: vec![],
            outgoing: vec![],
            depth: 0,
            postponed: false,
            beside: Beside::default(),
            issued: vec![],
            bytes: vec![],
        }
    }

    /// A desk as the draft has it.
    pub fn desk(&self, id: DisputeId) -> Result<&DeskFile, Stop> {
        self.desks.get(&id).or_else(|| self.world.desks.get(&id)).ok_or(Stop::MissingDesk(id))
    }

    /// True when a message could not be applied because the desk is in quarantine.
    pub fn postponed(&self) -> bool {
        self.postponed
    }

    /// A command of the law on a case: guard, decide, evolve, clocks, custody, events.
    pub fn command(
        &mut self,
        id: CaseId,
        command: &CommandOf<A>,
        actor: &Actor,
        expected: Option<i64>,
    ) -> Result<(), Stop> {
        let loaded = self.case(id)?.clone();
        if expected.is_some_and(|expected| expected != loaded.version) {
            return Err(Error::Stale { current: loaded.version }.into());
        }
        let name = A::Law::name(command);
        if actor.role != Role::System && !A::Law::roles(name).contains(&actor.role) {
            return Err(
                Error::Forbidden(refusals::role(name, actor.role, A::Law::roles(name))).into()
            );
        }
        let before = loaded.state.as_deref();
        if let Some(dispute) = before.and_then(A::dispute).filter(|_| A::Law::needs_holding(name))
            && !self.desk(dispute)?.desk.holds()
        {
            let holder = crate::world::responsible(&self.desk(dispute)?.desk, self.set.me);
            return Err(Error::Refused(refusals::not_holding(name, holder)).into());
        }
        let ctx = Circumstances { now: self.set.now, actor, law: self.set.law };
        let facts = A::Law::decide(before, command, &ctx)
            .map_err(|refused| Error::Refused(refused.refused()))?;
        self.record(id, loaded, facts, &ctx)
    }

    /// Cases that begin together, none of which may be there.
    pub fn begin(&mut self, steps: &[Step<A>], actor: &Actor) -> Result<(), Stop> {
        for step in steps {
            if self.before(step.case)?.version > 0 {
                return Err(Error::Overtaken.into());
            }
            self.command(step.case, &step.command, actor, None)?;
        }
        Ok(())
    }

    /// Folds the facts of one command into its case and does all that follows from them.
    fn record(
        &mut self,
        id: CaseId,
        mut loaded: Loaded<A>,
        facts: Vec<<A::Law as Procedure>::Fact>,
        ctx: &Circumstances<'_>,
    ) -> Result<(), Stop> {
        if facts.is_empty() {
            return Ok(());
        }
        let version = loaded.version + 1;
        if loaded.version == 0 {
            loaded.opened_at = self.set.now.0;
        }
        loaded.version = version;
        let mut told = Vec::new();
        for fact in facts {
            let state = A::Law::evolve(loaded.state.as_deref().cloned(), &fact);
            let state = state
                .ok_or(Error::Corrupt { doing: "evolve", why: "a fact without a state".into() })?;
            let dispute = A::dispute(&state);
            loaded.state = Some(Arc::new(state));
            let before = loaded.clocks.clone();
            let text = dispute.map(|dispute| dispute.to_string());
            let effects = A::Law::clocks(&fact);
            clocks::apply(
                self.set.law,
                &id.to_string(),
                text.as_deref(),
                &mut loaded.clocks,
                &effects,
            )?;
            let fact_id = (self.set.ids)();
            let body = serde_json::to_value(&fact).map_err(corrupt("write a fact"))?;
            self.journal.push(Entry {
                id: fact_id,
                case: id.to_string(),
                dispute,
                version,
                fact: events::fact_name(&body),
                body: body.to_string(),
                actor: ctx.actor.clone(),
            });
            self.announce_clocks(id, dispute, version, &before, &loaded.clocks);
            told.push((fact_id, dispute, fact));
        }
        self.cases.insert(id, loaded.clone());
        for (fact_id, dispute, fact) in told {
            let desk = match dispute {
                Some(dispute) => self.desk(dispute)?.desk.clone(),
                None => handoff::Desk::default(),
            };
            let (agency, desk) = (self.set.me, &desk);
            let told = Told { id: fact_id, case: id, version, dispute, agency, desk, ctx };
            if let Some(announcement) = A::announce(&told, &fact) {
                self.outgoing.push(events::everybody(&told, announcement));
            }
            let Some(state) = loaded.state.as_deref() else { continue };
            let inputs = A::custody(&told, &fact, state);
            for input in inputs {
                let dispute = dispute.ok_or(Error::Corrupt {
                    doing: "hand over",
                    why: "a case without a dispute".into(),
                })?;
                self.step(dispute, &input, ctx.actor, "")?;
            }
            self.follow(A::follow(&told, &fact, state))?;
        }
        Ok(())
    }

    /// Gives the commands that follow from a fact here.
    fn follow(&mut self, reactions: Vec<Reaction<A>>) -> Result<(), Stop> {
        self.deep_enough()?;
        let actor = self.system();
        let ctx = Circumstances { now: self.set.now, actor: &actor, law: self.set.law };
        self.depth += 1;
        for Reaction { case, command } in reactions {
            let loaded = self.case(case)?.clone();
            match A::Law::decide(loaded.state.as_deref(), &command, &ctx) {
                Ok(facts) => self.record(case, loaded, facts, &ctx)?,
                Err(refusal) => {
                    let reason = refusal.name();
                    tracing::info!(reason, %case, "what follows from a fact had no effect");
                }
            }
        }
        self.depth -= 1;
        Ok(())
    }

    /// Reactions that follow from reactions without end must be a bug.
    fn deep_enough(&self) -> Result<(), Stop> {
        if self.depth < DEPTH {
            return Ok(());
        }
        let why = "reactions follow from reactions without end".to_owned();
        Err(Error::Corrupt { doing: "react", why }.into())
    }

    fn announce_clocks(
        &mut self,
        case: CaseId,
        dispute: Option<DisputeId>,
        version: i64,
        before: &[ClockRow],
        after: &[ClockRow],
    ) {
        for row in after {
            let old = before.iter().find(|old| old.key == row.key);
            if let Some(turn) = clocks::turn(old, row) {
                self.outgoing.push(events::clock(self.set, case, dispute, version, row, turn));
            }
        }
    }

    /// The law's own effect of a clock that has run out.
    pub fn expire(&mut self, id: CaseId, key: &str, actor: &Actor) -> Result<(), Stop> {
        let mut loaded = self.case(id)?.clone();
        let Some(state) = loaded.state.clone() else { return Ok(()) };
        let due = |row: &&mut ClockRow| {
            row.key == key && row.state == clocks::state::RUNNING && row.due_at < self.set.now.0
        };
        let Some(row) = loaded.clocks.iter_mut().find(due) else { return Ok(()) };
        row.state = clocks::state::EXPIRED.to_owned();
        let row = row.clone();
        let dispute = A::dispute(&state);
        let version = loaded.version;
        let turn = clocks::Turn::Expired;
        self.outgoing.push(events::clock(self.set, id, dispute, version, &row, turn));
        self.journal.push(Entry {
            id: (self.set.ids)(),
            case: id.to_string(),
            dispute,
            version,
            fact: "clock_expired".to_owned(),
            body: serde_json::json!({"clock_expired": {"key": row.key, "rule": row.rule, "due": row.due, "effect": row.effect}}).to_string(),
            actor: actor.clone(),
        });
        self.cases.insert(id, loaded);
        match A::Law::expired(&state, key) {
            Some(command) => self.command(id, &command, actor, None),
            None => Ok(()),
        }
    }

    /// A step of the hand-off protocol with everything that follows from it. `number` is the case
    /// number that staff give with an acceptance.
    pub fn step(
        &mut self,
        dispute: DisputeId,
        input: &Input,
        actor: &Actor,
        number: &str,
    ) -> Result<(), Stop> {
        self.deep_enough()?;
        let mut file = self.desk(dispute)?.clone();
        let ctx = Ctx { me: self.set.me, centre: self.set.centre, now: self.set.now };
        let step = handoff::step(&file.desk, input, &ctx)
            .map_err(|refusal| Error::Refused(refusals::handoff(&refusal)))?;
        if let Input::Accept { epoch } = input
            && let Some(offer) = file.offers.get_mut(epoch)
        {
            let person = actor.person.clone();
            offer.accepted =
                Some(Acceptance { at: self.set.now, person, number: number.to_owned() });
        }
        let changed = step.desk != file.desk;
        file.desk = step.desk;
        self.desks.insert(dispute, file);
        self.depth += 1;
        let outcome =
            step.effects.iter().try_for_each(|effect| self.effect(dispute, effect, actor));
        self.depth -= 1;
        if changed {
            self.trim_offers(dispute)?;
        }
        outcome?;
        if let Input::Recall { epoch } = input {
            let tell = handoff::Tell::OfferGone {
                from: self.set.me,
                epoch: *epoch,
                reason: handoff::VoidReason::Recalled,
            };
            self.react(dispute, &Signal::Tell { dispute, tell: &tell, now: self.set.now })?;
        }
        Ok(())
    }

    fn effect(&mut self, dispute: DisputeId, effect: &Effect, actor: &Actor) -> Result<(), Stop> {
        match effect {
            Effect::Send { to, message } => self.send(dispute, *to, message, actor),
            Effect::HoldingBegan { epoch, mode, from, accepted_at } => {
                self.note(dispute, "holding_began", &format!("{epoch}"), actor);
                match (mode, from) {
                    (Some(mode), Some(from)) => {
                        self.taken(dispute, *epoch, *mode, *from, *accepted_at)
                    }
                    (None, _) | (_, None) => Ok(()),
                }
            }
            Effect::HoldingEnded { epoch, mode, to } => {
                self.note(
                    dispute,
                    "holding_ended",
                    &format!("{epoch} {} {to}", mode.code()),
                    actor,
                );
                Ok(())
            }
            Effect::Tell(tell) => {
                if let Some(event) = events::referral(self.set, (self.set.ids)(), dispute, tell) {
                    self.outgoing.push(event);
                }
                let signal = Signal::Tell { dispute, tell, now: self.set.now };
                self.react(dispute, &signal)?;
                self.acknowledge(dispute, tell)
            }
            // Timers are the desk's own due moment, swept from the table.
            Effect::Arm { .. } | Effect::Disarm { .. } | Effect::Ignored { .. } => Ok(()),
            Effect::Postponed => {
                self.postponed = true;
                Ok(())
            }
        }
    }

    /// A result that this node has taken in is acknowledged in the same transaction.
    fn acknowledge(&mut self, dispute: DisputeId, tell: &handoff::Tell) -> Result<(), Stop> {
        let handoff::Tell::ResultSeen { epoch, .. } = tell else { return Ok(()) };
        let handed = self.desk(dispute)?.desk.handed.get(epoch).copied();
        if !handed.is_some_and(|handed| handed.result.is_some() && !handed.acknowledged) {
            return Ok(());
        }
        let actor = self.system();
        self.step(dispute, &Input::Acknowledge { epoch: *epoch }, &actor, "")
    }

    pub(crate) fn note(&mut self, dispute: DisputeId, fact: &str, text: &str, actor: &Actor) {
        self.journal.push(Entry {
            id: (self.set.ids)(),
            case: dispute.to_string(),
            dispute: Some(dispute),
            version: 0,
            fact: format!("handoff.{fact}"),
            body: serde_json::json!({ fact: text }).to_string(),
            actor: actor.clone(),
        });
    }

    fn taken(
        &mut self,
        dispute: DisputeId,
        epoch: handoff::Epoch,
        mode: handoff::Mode,
        from: Agency,
        accepted_at: Moment,
    ) -> Result<(), Stop> {
        let file = self.desk(dispute)?.offers.get(&epoch).cloned();
        if mode == handoff::Mode::Return {
            return self.returned(dispute, from);
        }
        let Some(OfferFile { brief, accepted }) = file else { return Ok(()) };
        let (person, number) = accepted.map(|a| (a.person, a.number)).unwrap_or_default();
        let signal = Signal::Taken {
            dispute,
            from,
            mode,
            brief: &brief,
            accepted_at,
            person: &person,
            number: &number,
            now: self.set.now,
        };
        self.react(dispute, &signal)
    }

    /// A return brings back a dispute whose case is already here, with the result of the newest hand-over to
    /// whoever gives it back.
    fn returned(&mut self, dispute: DisputeId, from: Agency) -> Result<(), Stop> {
        let handed = self.desk(dispute)?.desk.handed.iter().rev();
        let mut there = handed.filter(|(_, handed)| handed.to == from);
        let outcome = there.next().and_then(|(_, handed)| handed.result);
        self.react(dispute, &Signal::Returned { dispute, from, outcome, now: self.set.now })
    }

    /// Lets the area react to a signal: its commands run in this same transaction.
    pub fn react(&mut self, dispute: DisputeId, signal: &Signal<'_>) -> Result<(), Stop> {
        self.deep_enough()?;
        let known = self.cases_of(dispute)?.into_iter();
        let states: Vec<_> = known.map(|(id, case)| (id, case.state.clone())).collect();
        let found = states.iter().filter_map(|(id, state)| state.as_deref().map(|s| (*id, s)));
        let cases = Cases { found: found.collect(), beside: &self.beside };
        let reactions = A::react(signal, &cases);
        let actor = self.system();
        self.depth += 1;
        for reaction in reactions {
            self.command(reaction.case, &reaction.command, &actor, None)?;
        }
        self.depth -= 1;
        Ok(())
    }

    /// The node itself as an actor.
    pub fn system(&self) -> Actor {
        Actor { agency: self.set.me, person: "system".to_owned(), role: Role::System }
    }

    /// A hand-off message of another agency, with what travelled beside it.
    pub fn receive(
        &mut self,
        dispute: DisputeId,
        from: Agency,
        message: handoff::Message,
        beside: Beside,
    ) -> Result<(), Stop> {
        let is_report = matches!(message, handoff::Message::ProgressReported { .. });
        if is_report && self.carried(dispute, from, &beside)? {
            return Ok(());
        }
        let materials = beside.materials.clone();
        self.beside = beside;
        if let (Some(brief), Some(epoch)) = (self.beside.brief.clone(), message.epoch()) {
            let mut file = self.desk(dispute)?.clone();
            file.offers.entry(epoch).or_insert(OfferFile { brief, accepted: None });
            self.desks.insert(dispute, file);
        }
        let actor = self.system();
        self.step(dispute, &Input::Received { from, message }, &actor, "")?;
        self.given_by(dispute, from, &materials)
    }
}
