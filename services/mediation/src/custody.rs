//! What a fact of the area means for the custody of the dispute.
//!
//! A fact is never refused because this agency no longer answers for the dispute: a party's word, the
//! passing of time and the follow-up of an agreement do not wait for it. The result is reported once,
//! when an agreement takes force or the procedure ends without one; performance is told as progress.

use jiefen_handoff::{Ground, Input};
use jiefen_ledger::Told;
use jiefen_mediation_rules::entrusted_mediation::Fact as Entrusted;
use jiefen_mediation_rules::matter::{self, Fact as Matter};
use jiefen_mediation_rules::people_mediation::{Ending, Fact as People};
use jiefen_mediation_rules::{Case, Fact};
use jiefen_vocab::{Agency, Moment, Outcome, Role, TrackKind};
use jiff::civil::Date;

use crate::{industry, lawyer};

/// What a fact means for the custody of the dispute, in order.
pub fn custody(told: &Told<'_>, fact: &Fact, case: &Case) -> Vec<Input> {
    let track = match case {
        Case::PeopleMediation(state) => state.brief.track,
        Case::EntrustedMediation(state) => state.mandate.track(),
        Case::Matter(state) => state.brief.track,
        Case::IndustryMediation(state) => state.course.brief.track,
        Case::LawyerMediation(state) => state.course.brief.track,
    };
    match fact {
        Fact::PeopleMediation(fact) => people(told, fact, track),
        Fact::EntrustedMediation(fact) => entrusted(told, fact, case, track),
        Fact::Matter(fact) => matter(told, fact, track),
        Fact::IndustryMediation(fact) => industry::custody(told, fact, track),
        Fact::LawyerMediation(fact) => lawyer::custody(told, fact, track),
    }
}

fn people(told: &Told<'_>, fact: &People, track: TrackKind) -> Vec<Input> {
    match fact {
        People::Opened { .. } => begun(told, track, None),
        People::SessionScheduled { session } => progress(told, track, Some(session.on)),
        People::AgreementInForce { draft, .. } => {
            let first = draft.obligations.iter().map(|owed| owed.due).min();
            report(told, Outcome::Agreed, track, first)
        }
        // The agreement was reported when it took force.
        People::Ended { ending: Ending::Performed | Ending::Unperformed, .. } => {
            progress(told, track, None)
        }
        People::Ended { ending, .. } => report(told, ending.outcome(), track, None),
        People::Accepted { .. }
        | People::SessionHeld { .. }
        | People::TermExtended { .. }
        | People::ApplicationNoted { .. }
        | People::ForceRaised { .. }
        | People::ObligationPerformed { .. }
        | People::ObligationBroken { .. } => progress(told, track, None),
        People::ConsentGiven { .. }
        | People::ConsentRefused { .. }
        | People::ConsentWithdrawn { .. }
        | People::MediatorChosen { .. }
        | People::MediatorObjected { .. }
        | People::SlotsOffered { .. }
        | People::SlotsChosen { .. }
        | People::AppraisalBegun { .. }
        | People::AppraisalEnded { .. }
        | People::DangerReported { .. }
        | People::AgreementDrafted { .. }
        | People::DraftConfirmed { .. }
        | People::AgreementSigned { .. } => vec![],
    }
}

fn entrusted(told: &Told<'_>, fact: &Entrusted, case: &Case, track: TrackKind) -> Vec<Input> {
    match fact {
        Entrusted::Opened { .. } => begun(told, track, None),
        Entrusted::SessionScheduled { session } => progress(told, track, Some(session.on)),
        Entrusted::ContractMade { .. } => report(told, Outcome::Agreed, track, None),
        Entrusted::Returned { .. } => {
            let outcome = match case {
                Case::EntrustedMediation(state) => state.outcome(),
                Case::PeopleMediation(_)
                | Case::Matter(_)
                | Case::IndustryMediation(_)
                | Case::LawyerMediation(_) => None,
            };
            outcome.map(|outcome| report(told, outcome, track, None)).unwrap_or_default()
        }
        Entrusted::FileSigned { .. }
        | Entrusted::SessionHeld { .. }
        | Entrusted::TermExtended { .. } => progress(told, track, None),
        Entrusted::ConsentWithdrawn { .. }
        | Entrusted::MediatorChosen { .. }
        | Entrusted::AppraisalBegun { .. }
        | Entrusted::AppraisalEnded { .. }
        | Entrusted::UndisputedRecorded { .. } => vec![],
    }
}

fn matter(told: &Told<'_>, fact: &Matter, track: TrackKind) -> Vec<Input> {
    match fact {
        Matter::Taken { next, .. } => begun(told, track, Some(next.by)),
        Matter::Progressed { next, .. } => progress(told, track, Some(next.by)),
        Matter::TermBegun { .. } => progress(told, track, None),
        Matter::Concluded { outcome, .. } => report(told, *outcome, track, None),
        Matter::PassedBack { ground, proposal, .. } => pass_back(told, *ground, &proposal.body),
        Matter::PersonNamed { .. } => vec![],
    }
}

/// A case begins: on a dispute that this agency holds, or with a dispute that begins here. The protocol
/// refuses the latter for a dispute that this agency knows and does not hold.
pub fn begun(told: &Told<'_>, track: TrackKind, next: Option<Date>) -> Vec<Input> {
    if told.desk.holds() { progress(told, track, next) } else { vec![Input::Open] }
}

/// Tells of a step while this agency answers for the dispute.
pub fn progress(told: &Told<'_>, track: TrackKind, next: Option<Date>) -> Vec<Input> {
    if !told.desk.holds() {
        return vec![];
    }
    vec![Input::Progress { track: Some(track), next: next.map(Moment::end_of) }]
}

/// Reports the result, once for each hand-over. Staff who have an offer out take it back first; a party's
/// word and the passing of time do not wait for that.
pub fn report(
    told: &Told<'_>,
    outcome: Outcome,
    track: TrackKind,
    next: Option<Date>,
) -> Vec<Input> {
    let reported = told.desk.duties.last().is_some_and(|duty| duty.reported.is_some());
    let waits = matches!(told.ctx.actor.role, Role::System | Role::Party);
    if !told.desk.holds() || reported || (waits && told.desk.outstanding().is_some()) {
        return progress(told, track, next);
    }
    vec![Input::Report { outcome, brief: told.id }]
}

/// Not this body's matter: a delegated dispute goes back; for any other the centre names the unit, and
/// this agency stays responsible until then (首问负责).
fn pass_back(told: &Told<'_>, ground: matter::Ground, body: &str) -> Vec<Input> {
    let brief = told.id;
    if told.desk.goes_back_to().is_some() {
        let ground = match ground {
            matter::Ground::NotOurDuty => Ground::NotCompetent,
            matter::Ground::OtherPlace => Ground::WrongRegion,
            matter::Ground::OtherRoute => Ground::ExcludedByLaw,
            matter::Ground::HandledElsewhere => Ground::AlreadyInHand,
        };
        return vec![Input::ReturnBack { ground, brief }];
    }
    let proposal = body.parse::<Agency>().ok().filter(|unit| *unit != told.agency);
    vec![Input::RequestDesignation { proposal, brief }]
}
