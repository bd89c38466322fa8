//! What a fact of the area means for the custody of the dispute.
//!
//! A fact is never refused because this agency no longer answers for the dispute: a party's word, a
//! court's ruling and the passing of time do not wait for it.

use jiefen_arbitration_rules::labour_arbitration::{Ending, Fact as Own};
use jiefen_arbitration_rules::{Case, Fact};
use jiefen_handoff::Input;
use jiefen_ledger::Told;
use jiefen_vocab::{Moment, Outcome, Role, TrackKind};
use jiff::civil::Date;

/// What a fact means for the custody of the dispute, in order.
pub fn custody(told: &Told<'_>, fact: &Fact, case: &Case) -> Vec<Input> {
    let Case::LabourArbitration(state) = case;
    let Fact::LabourArbitration(fact) = fact;
    match fact {
        // The first fact of a case that nobody handed over: the dispute begins at this window. The
        // protocol refuses it for a dispute that this agency knows and does not hold.
        Own::Applied { .. } if told.version == 1 && !told.desk.holds() => vec![Input::Open],
        Own::Closed { how: Ending::HandedOn, .. } => vec![],
        Own::Closed { .. } => {
            state.outcome().map(|outcome| report(told, outcome)).unwrap_or_default()
        }
        Own::HearingNotified { hearing_on, .. } | Own::HearingNotifiedSimply { hearing_on, .. } => {
            progress(told, Some(*hearing_on))
        }
        Own::Applied { .. }
        | Own::Accepted { .. }
        | Own::AcceptanceLapsed { .. }
        | Own::TribunalFormed { .. }
        | Own::HearingHeld { .. }
        | Own::Stayed { .. }
        | Own::Resumed { .. }
        | Own::Extended { .. }
        | Own::TermRestarted { .. }
        | Own::AwardOverdue { .. }
        | Own::Awarded { .. }
        | Own::SetAsideAsked { .. }
        | Own::SetAsideRuled { .. }
        | Own::TripartiteFormed { .. }
        | Own::ConvertedToOrdinary { .. }
        | Own::PartAwarded { .. }
        | Own::PartsLeft { .. }
        | Own::PartSetAsideAsked { .. }
        | Own::PartSetAsideRuled { .. }
        | Own::Sued { .. } => progress(told, None),
        Own::TakenOver { .. }
        | Own::Contacted { .. }
        | Own::CopyServed { .. }
        | Own::DefenceFiled { .. }
        | Own::DefenceForwarded { .. }
        | Own::LimitationRaised { .. }
        | Own::Simplified { .. }
        | Own::DefenceShortened { .. }
        | Own::NoticeConfirmed { .. }
        | Own::CollectiveContractMarked { .. }
        | Own::Guided { .. }
        | Own::ArbitratorReplaced { .. }
        | Own::Represented { .. }
        | Own::PostponementDecided { .. }
        | Own::DeemedWithdrawn { .. }
        | Own::MediationFailed { .. }
        | Own::StatementMade { .. }
        | Own::StatementSigned { .. }
        | Own::StatementRejected { .. }
        | Own::StatementEffective { .. }
        | Own::AdvanceOrdered { .. }
        | Own::Received { .. }
        | Own::RightLapsed { .. }
        | Own::SuedOnSilence { .. }
        | Own::Withdrawn { .. } => vec![],
    }
}

/// Tells of a step while this agency answers for the dispute.
fn progress(told: &Told<'_>, next: Option<Date>) -> Vec<Input> {
    if !told.desk.holds() {
        return vec![];
    }
    let track = Some(TrackKind::LabourArbitration);
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
