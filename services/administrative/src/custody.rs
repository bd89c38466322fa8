//! What a fact of the area means for the custody of the dispute.
//!
//! The result is reported once, when a decision is made or a statement takes force, so that whoever handed
//! the dispute over can serve it and watch suit and performance; or when the case ends without one. Service,
//! suit and performance are told as progress. A fact is never refused because this agency no longer answers
//! for the dispute.

use jiefen_administrative_rules::reconsideration::{Fact as Own, Upshot};
use jiefen_administrative_rules::{Case, Fact};
use jiefen_handoff::Input;
use jiefen_ledger::Told;
use jiefen_vocab::{Moment, Outcome, Role, TrackKind};
use jiff::civil::Date;

/// What a fact means for the custody of the dispute, in order.
pub fn custody(told: &Told<'_>, fact: &Fact, case: &Case) -> Vec<Input> {
    let Case::Reconsideration(state) = case;
    let Fact::Reconsideration(fact) = fact;
    match fact {
        // The first fact of a case that nobody handed over: the dispute begins at this window. The
        // protocol refuses it for a dispute that this agency knows and does not hold.
        Own::Applied { .. } if !told.desk.holds() => vec![Input::Open],
        Own::Decided { result, .. } => report(told, outcome(result)),
        Own::StatementInForce { .. } => report(told, Outcome::Agreed),
        Own::Closed { .. } => {
            state.outcome().map(|outcome| report(told, outcome)).unwrap_or_default()
        }
        Own::HearingNotified { hearing_on, .. } => progress(told, Some(*hearing_on)),
        Own::Applied { .. }
        | Own::CorrectionAsked { .. }
        | Own::Corrected { .. }
        | Own::Accepted { .. }
        | Own::Converted { .. }
        | Own::HearingHeld { .. }
        | Own::MediationBegun { .. }
        | Own::MediationEnded { .. }
        | Own::Suspended { .. }
        | Own::Resumed { .. }
        | Own::Extended { .. }
        | Own::DecisionOverdue { .. }
        | Own::Sued { .. }
        | Own::Performed { .. }
        | Own::Pressed { .. }
        | Own::Enforced { .. } => progress(told, None),
        Own::ActDescribed { .. }
        | Own::CorrectionServed { .. }
        | Own::CorrectionExtended { .. }
        | Own::ReviewerNamed { .. }
        | Own::MarkedMajor { .. }
        | Own::MarkedTechnical { .. }
        | Own::CommitteeConsulted { .. }
        | Own::AdviceRecorded { .. }
        | Own::CopyServed { .. }
        | Own::Replied { .. }
        | Own::ReplyLapsed { .. }
        | Own::PartiesHeard { .. }
        | Own::StatementMade { .. }
        | Own::StatementSigned { .. }
        | Own::WithdrawalAsked { .. }
        | Own::WithdrawalRuled { .. }
        | Own::Served { .. }
        | Own::SuitLapsed { .. }
        | Own::OpinionGiven { .. }
        | Own::OpinionReported { .. }
        | Own::ReportsComplete { .. } => vec![],
    }
}

fn outcome(result: &Upshot) -> Outcome {
    match result {
        Upshot::Refused(_) | Upshot::Dismissed(_) => Outcome::Refused,
        Upshot::Decision(_) => Outcome::Decided,
        Upshot::Mediated => Outcome::Agreed,
    }
}

/// Tells of a step while this agency answers for the dispute.
fn progress(told: &Told<'_>, next: Option<Date>) -> Vec<Input> {
    if !told.desk.holds() {
        return vec![];
    }
    let track = Some(TrackKind::AdministrativeReconsideration);
    vec![Input::Progress { track, next: next.map(Moment::end_of) }]
}

/// Reports the result, once for each hand-over. Staff who have an offer out take it back first, and a
/// clock's effect waits for the answer; a party's word does not wait.
fn report(told: &Told<'_>, outcome: Outcome) -> Vec<Input> {
    let reported = told.desk.duties.last().is_some_and(|duty| duty.reported.is_some());
    let by_party = told.ctx.actor.role == Role::Party;
    if !told.desk.holds() || reported || (by_party && told.desk.outstanding().is_some()) {
        return progress(told, None);
    }
    vec![Input::Report { outcome, brief: told.id }]
}
