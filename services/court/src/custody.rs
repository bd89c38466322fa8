//! What a fact of the area means for the custody of the dispute.
//!
//! A fact is never refused because this court does not answer for the dispute: a complaint is received
//! whoever holds it, and a party's word and the passing of time do not wait. The result is reported once,
//! when the case has ended.

use std::collections::BTreeSet;

use jiefen_court_rules::confirmation::{self, Fact as Confirmation};
use jiefen_court_rules::filing::{self, Elsewhere, Ending, Fact as Filing};
use jiefen_court_rules::{Case, Fact};
use jiefen_handoff::{Binding, Input, Mode, TaskState};
use jiefen_ledger::Told;
use jiefen_vocab::{Agency, FactId, Moment, Outcome, TrackKind};
use jiff::civil::Date;

use crate::papers::began_here;
use crate::{enforcement, payment_order, protection};

/// How soon a mediating body signs for the file.
const SIGNED: &str = "T-C-07";
/// How soon another court answers.
const REPLY: &str = "policy.handoff_reply";

/// What a fact means for the custody of the dispute, in order.
pub fn custody(told: &Told<'_>, fact: &Fact, case: &Case) -> Vec<Input> {
    match (fact, case) {
        (Fact::Filing(fact), Case::Filing(state)) => of_filing(told, fact, state),
        (Fact::Confirmation(fact), Case::Confirmation(state)) => of_confirmation(told, fact, state),
        (Fact::ProtectionOrder(fact), Case::ProtectionOrder(state)) => {
            protection::custody(told, fact, state)
        }
        (Fact::Enforcement(fact), Case::Enforcement(state)) => {
            enforcement::custody(told, fact, state)
        }
        (Fact::PaymentOrder(fact), Case::PaymentOrder(state)) => {
            payment_order::custody(told, fact, state)
        }
        // A fact belongs to a case of its own procedure.
        (
            Fact::Filing(_)
            | Fact::Confirmation(_)
            | Fact::ProtectionOrder(_)
            | Fact::Enforcement(_)
            | Fact::PaymentOrder(_),
            Case::Filing(_)
            | Case::Confirmation(_)
            | Case::ProtectionOrder(_)
            | Case::Enforcement(_)
            | Case::PaymentOrder(_),
        ) => vec![],
    }
}

fn of_filing(told: &Told<'_>, fact: &Filing, state: &filing::State) -> Vec<Input> {
    let track = state.brief.track;
    match fact {
        // The first fact of a dispute whose receipt is the court's own: it begins here. The protocol
        // refuses it for a dispute that this court knows and does not hold.
        Filing::ComplaintReceived { .. } if began_here(state) && !told.desk.holds() => {
            vec![Input::Open]
        }
        Filing::Delegated { body, rule, on } | Filing::Entrusted { body, rule, on } => {
            entrust(told, *body, rule, *on)
        }
        // An offer that nobody answered in time is taken back; what was accepted comes back by itself.
        Filing::MediationEnded { .. } => recall(told).into_iter().collect(),
        Filing::Ended { ending, on, .. } => ended(told, *ending, *on, track),
        Filing::HearingSet { on, .. } => progress(told, track, Some(*on)),
        Filing::ComplaintReceived { .. }
        | Filing::Filed { .. }
        | Filing::FilingRefused { .. }
        | Filing::RefusalAppealed { .. }
        | Filing::TrackChosen { .. }
        | Filing::Converted { .. }
        | Filing::TrialStopped { .. }
        | Filing::TrialResumed { .. }
        | Filing::TrialExtended { .. }
        | Filing::StatementMade { .. }
        | Filing::Judged { .. } => progress(told, track, None),
        Filing::MissingListed { .. }
        | Filing::CorrectedReceived { .. }
        | Filing::NumberGiven { .. }
        | Filing::RefusalServed { .. }
        | Filing::MediatorSigned { .. }
        | Filing::MediationExtended { .. }
        | Filing::MediationStopped { .. }
        | Filing::MediationResumed { .. }
        | Filing::FeeNotified { .. }
        | Filing::FeePaid { .. }
        | Filing::FeeRelieved { .. }
        | Filing::Served { .. }
        | Filing::DefenceReceived { .. }
        | Filing::WithdrawalAsked { .. }
        | Filing::WithdrawalRefused { .. }
        | Filing::StatementServed { .. }
        | Filing::StatementRetracted { .. }
        | Filing::JudgmentServed { .. }
        | Filing::AppealTimePassed { .. } => vec![],
    }
}

/// The case goes to a mediating body and comes back with its result. The time to sign for the file ends
/// before the offer does: then the court takes the case back, and the centre need not name a unit.
fn entrust(told: &Told<'_>, to: Agency, rule: &str, on: Date) -> Vec<Input> {
    let from = on.max(told.ctx.today());
    let signed = told.ctx.last_day(SIGNED, from).unwrap_or(from);
    let result = told.ctx.last_day(rule, signed).ok();
    vec![Input::Offer {
        to,
        mode: Mode::Delegate,
        due: Moment::end_of(signed.tomorrow().unwrap_or(signed)),
        brief: told.id,
        co_units: BTreeSet::new(),
        result_due: result.map(Moment::end_of),
    }]
}

/// The end of a case: reported, and for another court handed over.
fn ended(told: &Told<'_>, ending: Ending, on: Date, track: TrackKind) -> Vec<Input> {
    let mut inputs = report(told, ending.outcome(), track);
    let Ending::Transferred { to: Elsewhere::OtherCourt { court } } = ending else { return inputs };
    // A delegated dispute goes back with the report; its giver hands it to the other court.
    let reported = inputs.iter().any(|input| matches!(input, Input::Report { .. }));
    if reported && told.desk.goes_back_to().is_none() {
        let from = on.max(told.ctx.today());
        let due = told.ctx.last_day(REPLY, from).unwrap_or(from);
        inputs.push(Input::Offer {
            to: court,
            mode: Mode::Transfer,
            due: Moment::end_of(due),
            brief: told.id,
            co_units: BTreeSet::new(),
            result_due: None,
        });
    }
    inputs
}

fn of_confirmation(
    told: &Told<'_>,
    fact: &Confirmation,
    state: &confirmation::State,
) -> Vec<Input> {
    let track = state.brief.track;
    // The dispute stays where it is, unless it was handed over for just this.
    if track != TrackKind::JudicialConfirmation {
        return vec![];
    }
    match fact {
        Confirmation::Confirmed { .. } | Confirmation::Ended { .. } => {
            state.outcome().map(|outcome| report(told, outcome, track)).unwrap_or_default()
        }
        Confirmation::Applied { .. } | Confirmation::Accepted { .. } => progress(told, track, None),
        Confirmation::CorrectionAsked { .. }
        | Confirmation::CorrectedReceived { .. }
        | Confirmation::RulingExtended { .. }
        | Confirmation::RulingServed { .. }
        | Confirmation::Objected { .. }
        | Confirmation::ObjectionRejected { .. }
        | Confirmation::ObjectionTimePassed { .. } => vec![],
    }
}

/// The end of what another unit passed on beside its own work: the unit learns of it. Where the dispute was handed over
/// for just this, its result is reported.
pub fn answered(
    told: &Told<'_>,
    task: Option<FactId>,
    outcome: Outcome,
    (track, wanted): (TrackKind, TrackKind),
) -> Vec<Input> {
    let open = |task: &FactId| {
        told.desk.tasks.get(task).is_some_and(|known| known.state == TaskState::Open)
    };
    let task = task.filter(open);
    let mut inputs: Vec<Input> =
        task.map(|task| Input::FinishTask { task, outcome }).into_iter().collect();
    if track == wanted {
        inputs.extend(report(told, outcome, wanted));
    }
    inputs
}

/// True when the result of this hand-over was reported.
pub fn is_reported(told: &Told<'_>) -> bool {
    told.desk.duties.last().is_some_and(|duty| duty.reported.is_some())
}

/// Tells of a step while this court answers for the dispute.
pub fn progress(told: &Told<'_>, track: TrackKind, next: Option<Date>) -> Vec<Input> {
    if !told.desk.holds() {
        return vec![];
    }
    vec![Input::Progress { track: Some(track), next: next.map(Moment::end_of) }]
}

/// Takes back an offer of this court that waits for its answer, where it may.
fn recall(told: &Told<'_>) -> Option<Input> {
    let (_, offer) = told.desk.outstanding()?;
    let free = offer.binding == Binding::Free && offer.mode != Mode::Return;
    free.then_some(Input::Recall { epoch: offer.epoch })
}

/// Reports the result, once for each hand-over. An offer that waits for its answer is taken back first; a
/// designation that stands is not, and the result is told as progress.
pub fn report(told: &Told<'_>, outcome: Outcome, track: TrackKind) -> Vec<Input> {
    let reported = is_reported(told);
    let recalled = recall(told);
    let waits = told.desk.outstanding().is_some() && recalled.is_none();
    if !told.desk.holds() || reported || waits {
        return progress(told, track, None);
    }
    recalled.into_iter().chain([Input::Report { outcome, brief: told.id }]).collect()
}
