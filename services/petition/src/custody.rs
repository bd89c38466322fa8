//! What a fact of the area means for the custody of the dispute.
//!
//! Forwarding a matter does not hand the dispute over: the office answers for it until the matter ends. A
//! fact is never refused because this office no longer answers: a party's word and the passing of time do
//! not wait for it.

use jiefen_handoff::Input;
use jiefen_ledger::Told;
use jiefen_petition_rules::petition::{Fact as Own, Matter, State};
use jiefen_petition_rules::{Case, Fact};
use jiefen_vocab::{Moment, Outcome, Role, TrackKind};
use jiff::civil::Date;

/// What a fact means for the custody of the dispute, in order.
pub fn custody(told: &Told<'_>, fact: &Fact, case: &Case) -> Vec<Input> {
    let Case::Petition(state) = case;
    let Fact::Petition(fact) = fact;
    match fact {
        // A matter that nobody handed over: the dispute begins here. The protocol refuses it for a dispute
        // that this office knows and does not hold.
        Own::Received { .. } if !told.desk.holds() => vec![Input::Open],
        Own::Closed { .. } => {
            state.outcome().map(|outcome| report(told, state, outcome)).unwrap_or_default()
        }
        Own::Forwarded { report_by, .. } => progress(told, state, *report_by),
        Own::Received { .. }
        | Own::Classified { .. }
        | Own::Acknowledged { .. }
        | Own::Objected { .. }
        | Own::Designated { .. }
        | Own::Told { .. }
        | Own::Accepted { .. }
        | Own::Extended { .. }
        | Own::OpinionGiven { .. }
        | Own::OpinionServed { .. }
        | Own::ReviewAsked { .. }
        | Own::ReviewGiven { .. }
        | Own::ReviewServed { .. }
        | Own::RereviewAsked { .. }
        | Own::HearingStarted { .. }
        | Own::HearingEnded { .. } => progress(told, state, None),
        Own::ReportedUp { .. }
        | Own::Recused { .. }
        | Own::Assigned { .. }
        | Own::ObjectionLapsed { .. }
        | Own::TellingExcused { .. }
        | Own::Replied { .. }
        | Own::RereviewGiven { .. } => vec![],
    }
}

/// Tells of a step while this office answers for the dispute; of an accusation nobody is told (T-L-12).
fn progress(told: &Told<'_>, state: &State, next: Option<Date>) -> Vec<Input> {
    if !told.desk.holds() || state.matter == Matter::Accusation {
        return vec![];
    }
    vec![Input::Progress { track: Some(TrackKind::Petition), next: next.map(Moment::end_of) }]
}

/// Reports the result, once for each hand-over. Staff who have an offer out take it back first, and a
/// clock's effect waits for the answer; a party's word does not wait.
fn report(told: &Told<'_>, state: &State, outcome: Outcome) -> Vec<Input> {
    let reported = told.desk.duties.last().is_some_and(|duty| duty.reported.is_some());
    let by_party = told.ctx.actor.role == Role::Party;
    if !told.desk.holds() || reported || (by_party && told.desk.outstanding().is_some()) {
        return progress(told, state, None);
    }
    vec![Input::Report { outcome, brief: told.id }]
}
