//! What follows here from something another agency said or did.
//!
//! A reaction is given only where the law lets it happen: what comes late changes nothing.

use jiefen_court_rules::filing::{Command, Errand, MediationResult, Stage, State};
use jiefen_court_rules::{Case, Command as Any, Law};
use jiefen_handoff::{Mode, Tell, VoidReason};
use jiefen_ledger::{Cases, Reaction, Signal};
use jiefen_procedure::{Actor, Brief, Circumstances, Procedure};
use jiefen_terms::Law as Terms;
use jiefen_vocab::{
    Agency, CaseId, DisputeId, FactId, Moment, Outcome, PartyRole, Role, TrackKind,
};

use crate::{CourtArea, Kind, ROUNDS, case_id, protection};

/// The commands that follow here from a signal.
pub fn react(signal: &Signal<'_>, cases: &Cases<'_, CourtArea>) -> Vec<Reaction<CourtArea>> {
    match signal {
        Signal::Taken { dispute, from, brief, now, .. }
            if brief.track == TrackKind::ProtectionOrder =>
        {
            let apply = protection::application(brief, None).map(Any::from);
            let open = |apply| open(*dispute, Kind::ProtectionOrder, apply, *from, *now, cases);
            apply.and_then(open).into_iter().collect()
        }
        Signal::Taken { dispute, from, brief, accepted_at, number, now, .. } => {
            let on = accepted_at.day().max(brief.received_on);
            let receipt = if number.is_empty() { brief.code.as_str() } else { *number };
            let Some(plaintiff) = plaintiff(brief) else { return vec![] };
            let brief = Box::new((*brief).clone());
            let receipt = receipt.to_owned();
            let receive = Command::ReceiveComplaint { brief, plaintiff, receipt, on };
            open(*dispute, Kind::Filing, receive.into(), *from, *now, cases).into_iter().collect()
        }
        Signal::Tell { dispute, tell, now } => told(*dispute, tell, *now, cases),
        // What ends the case waits until the court answers for the dispute again and can report it.
        Signal::Returned { dispute, from, outcome, now } => {
            let out = Out::find(*dispute, Some(*from), *now, cases);
            out.map(|out| out.result(outcome.unwrap_or(Outcome::Failed))).unwrap_or_default()
        }
        // This area reads no events of others.
        Signal::Event { .. } => vec![],
    }
}

/// Who sues: the first applicant. None: no complaint, but an application for which the parties come themselves; the desk
/// shows the dispute.
fn plaintiff(brief: &Brief) -> Option<u32> {
    // What one or both of the parties ask for in their own words, with papers that the brief has not.
    let asked = [TrackKind::JudicialConfirmation, TrackKind::Enforcement, TrackKind::PaymentOrder];
    if asked.contains(&brief.track) {
        return None;
    }
    let mut applicants = brief.parties.iter().filter(|party| party.role == PartyRole::Applicant);
    applicants.next().or(brief.parties.first()).map(|party| party.no)
}

/// What begins, in the next free round. None: the case of this dispute goes on, or the law lets none begin on this
/// brief; then staff begin it with what was missing.
fn open(
    dispute: DisputeId,
    kind: Kind,
    command: Any,
    from: Agency,
    now: Moment,
    cases: &Cases<'_, CourtArea>,
) -> Option<Reaction<CourtArea>> {
    for case in (1..=ROUNDS).map(|round| case_id(dispute, kind, round)) {
        match cases.get(case) {
            Some(found) if Law::outline(found).open => return None,
            Some(_) => {}
            None => {
                return lawful(None, &command, from, now).then_some(Reaction { case, command });
            }
        }
    }
    None
}

/// True when the law lets this happen now. The limits of the node's own county change last days, not what
/// may happen.
fn lawful(case: Option<&Case>, command: &Any, agency: Agency, now: Moment) -> bool {
    let actor = Actor { agency, person: "system".to_owned(), role: Role::System };
    let ctx = Circumstances { now, actor: &actor, law: Terms::shipped() };
    Law::decide(case, command, &ctx).is_ok()
}

/// The case of the dispute that is out for mediation with a body.
struct Out<'a> {
    id: CaseId,
    case: &'a Case,
    errand: &'a Errand,
    now: Moment,
}

impl<'a> Out<'a> {
    /// With this body; none named: with whichever.
    fn find(
        dispute: DisputeId,
        body: Option<Agency>,
        now: Moment,
        cases: &'a Cases<'_, CourtArea>,
    ) -> Option<Out<'a>> {
        (1..=ROUNDS).map(|round| case_id(dispute, Kind::Filing, round)).find_map(|id| {
            let case = cases.get(id)?;
            let Case::Filing(state) = case else { return None };
            let errand = errand(state).filter(|out| body.is_none_or(|body| body == out.body))?;
            Some(Out { id, case, errand, now })
        })
    }

    fn give(&self, command: Command) -> Vec<Reaction<CourtArea>> {
        let command = Any::from(command);
        if !lawful(Some(self.case), &command, self.errand.body, self.now) {
            return vec![];
        }
        vec![Reaction { case: self.id, command }]
    }

    /// The body's staff have taken the file: the term of the mediation runs.
    fn signed(&self, person: &str) -> Vec<Reaction<CourtArea>> {
        let body = self.errand.body.to_string();
        let mediator = if person.is_empty() { body } else { person.to_owned() };
        self.give(Command::NoteMediatorSigned { mediator, on: self.now.day() })
    }

    /// True when the case ends with this result: settled before it was filed, or settled and performed.
    fn ends(&self, outcome: Outcome) -> bool {
        let Case::Filing(state) = self.case else { return false };
        match outcome {
            Outcome::Agreed => state.filed_on.is_none(),
            Outcome::Performed => true,
            Outcome::Failed
            | Outcome::Withdrawn
            | Outcome::Decided
            | Outcome::Transferred
            | Outcome::Refused => false,
        }
    }

    /// The body's result. What the parties ask of the court now, a statement or leave to withdraw, they
    /// ask there; without an agreement the case is tried.
    fn result(&self, outcome: Outcome) -> Vec<Reaction<CourtArea>> {
        let result = match outcome {
            Outcome::Agreed => MediationResult::AgreedStatement,
            Outcome::Performed => MediationResult::AgreedClosed,
            Outcome::Failed
            | Outcome::Withdrawn
            | Outcome::Decided
            | Outcome::Transferred
            | Outcome::Refused => MediationResult::Failed,
        };
        if self.errand.term.is_none() {
            return self.give(Command::TakeBack);
        }
        self.give(Command::ReturnFromMediation { result, on: self.now.day() })
    }
}

fn errand(state: &State) -> Option<&Errand> {
    match &state.stage {
        Stage::Delegated { errand } | Stage::Entrusted { errand } => Some(errand),
        Stage::Received { .. }
        | Stage::Correcting { .. }
        | Stage::Refused { .. }
        | Stage::RefusalAppealed { .. }
        | Stage::Filed
        | Stage::FeeDue { .. }
        | Stage::OnTrial
        | Stage::StatementMade { .. }
        | Stage::Judged { .. }
        | Stage::Ended { .. } => None,
    }
}

/// What the unit that answers for the dispute asks of this court beside its own work: a protection order.
fn asked(
    dispute: DisputeId,
    from: Agency,
    task: FactId,
    now: Moment,
    cases: &Cases<'_, CourtArea>,
) -> Option<Reaction<CourtArea>> {
    let brief = cases.beside().brief.as_ref();
    let brief = brief.filter(|brief| brief.track == TrackKind::ProtectionOrder)?;
    let apply = protection::application(brief, Some(task))?;
    open(dispute, Kind::ProtectionOrder, apply.into(), from, now, cases)
}

fn told(
    dispute: DisputeId,
    tell: &Tell,
    now: Moment,
    cases: &Cases<'_, CourtArea>,
) -> Vec<Reaction<CourtArea>> {
    if let Tell::TaskSeen { from, task, .. } = tell {
        return asked(dispute, *from, *task, now, cases).into_iter().collect();
    }
    let with = |body: Agency| Out::find(dispute, Some(body), now, cases);
    let back = |out: Out<'_>| out.give(Command::TakeBack);
    match tell {
        Tell::Accepted { by, mode: Mode::Delegate, .. } => {
            with(*by).map(|out| out.signed(&cases.beside().person)).unwrap_or_default()
        }
        Tell::Declined { by, .. } | Tell::Objected { by, .. } | Tell::Expired { by, .. } => {
            with(*by).map(back).unwrap_or_default()
        }
        // Staff took the offer back.
        Tell::OfferGone { reason: VoidReason::Recalled, .. } => {
            Out::find(dispute, None, now, cases)
                .filter(|out| out.errand.term.is_none())
                .map(back)
                .unwrap_or_default()
        }
        Tell::ResultSeen { by, outcome, .. } => with(*by)
            .filter(|out| !out.ends(*outcome))
            .map(|out| out.result(*outcome))
            .unwrap_or_default(),
        Tell::Accepted {
            mode: Mode::Transfer | Mode::Assist | Mode::Lead | Mode::Escalate | Mode::Return,
            ..
        }
        | Tell::OfferSeen { .. }
        | Tell::OfferGone { reason: VoidReason::Expired | VoidReason::Superseded, .. }
        | Tell::Overdue { .. }
        | Tell::ExpirySeen { .. }
        | Tell::ProgressSeen { .. }
        | Tell::ResultAcknowledged { .. }
        | Tell::DesignationForced { .. }
        | Tell::DesignationAsked { .. }
        | Tell::DesignationSeen { .. }
        | Tell::TaskSeen { .. }
        | Tell::TaskGone { .. }
        | Tell::TaskDone { .. }
        | Tell::TaskDeclined { .. } => vec![],
    }
}
