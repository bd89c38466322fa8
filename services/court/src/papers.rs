//! What travels with a hand-over of a case, and with the report of its result.

use jiefen_court_rules::filing::{Ending, Errand, Stage};
use jiefen_court_rules::{Case, confirmation, filing};
use jiefen_procedure::matrix::Standing;
use jiefen_procedure::{Brief, Consent, Papers};
use jiefen_vocab::TrackKind;

use crate::{enforcement, payment_order, protection};

/// The brief of a case that may be handed over. A case that has ended leaves the brief that came with
/// its hand-over; one that began here keeps its own. An application for confirmation is not handed over.
pub fn brief(case: &Case) -> Option<Brief> {
    let Case::Filing(state) = case else { return None };
    match &state.stage {
        Stage::Delegated { errand } => {
            Some(errand_of(state, errand, TrackKind::CourtEntrustedMediation))
        }
        Stage::Entrusted { errand } => {
            Some(errand_of(state, errand, TrackKind::CourtEntrustedMediationInLitigation))
        }
        Stage::Ended { ending: Ending::Transferred { .. }, .. } => {
            let basis = "民事诉讼法 37".to_owned();
            Some(Brief { basis, track: TrackKind::Litigation, ..state.brief.clone() })
        }
        Stage::Ended { .. } => began_here(state).then(|| state.brief.clone()),
        Stage::Received { .. }
        | Stage::Correcting { .. }
        | Stage::Refused { .. }
        | Stage::RefusalAppealed { .. }
        | Stage::Filed
        | Stage::FeeDue { .. }
        | Stage::OnTrial
        | Stage::StatementMade { .. }
        | Stage::Judged { .. } => Some(state.brief.clone()),
    }
}

/// True when the dispute's receipt is this court's own: it began at its window.
pub fn began_here(state: &filing::State) -> bool {
    state.brief.code == state.receipt
}

/// What a mediating body gets of a case: the route, the rule of its length, and every party's consent,
/// without which the law lets no case go.
fn errand_of(state: &filing::State, errand: &Errand, track: TrackKind) -> Brief {
    let mut brief = Brief { track, basis: errand.rule.clone(), ..state.brief.clone() };
    if state.filed_on.is_some() {
        brief.known.tracks.insert(TrackKind::Litigation, Standing::Running);
    }
    brief.consents.retain(|word| word.to != track);
    brief.consents.extend(state.brief.parties.iter().map(|party| Consent {
        party: party.no,
        to: track,
        given: true,
        on: errand.sent_on,
        by: "counter".to_owned(),
    }));
    brief
}

/// What goes along with a case's result; none while it is open.
pub fn papers(case: &Case) -> Option<Papers> {
    match case {
        Case::Filing(state) => {
            let Stage::Ended { ending, on } = &state.stage else { return None };
            Some(Papers { on: Some(*on), ..of_filing(*ending) })
        }
        Case::Confirmation(state) => of_confirmation(state),
        Case::ProtectionOrder(state) => protection::papers(state),
        Case::PaymentOrder(state) => payment_order::papers(state),
        Case::Enforcement(state) => enforcement::papers(state),
    }
}

fn paper(effect: &str) -> Papers {
    Papers { effect: Some(effect.to_owned()), ..Papers::default() }
}

fn of_filing(ending: Ending) -> Papers {
    match ending {
        Ending::Statement => paper("statement"),
        Ending::Final => paper("decision"),
        Ending::SettledBeforeFiling => Papers { confirmable: true, ..paper("contract") },
        Ending::RefusalFinal => Papers { remedy: Some("T-E-16".to_owned()), ..Papers::default() },
        Ending::PapersReturned
        | Ending::ComplaintWithdrawn
        | Ending::Withdrawn
        | Ending::DeemedWithdrawn
        | Ending::ClosedOtherwise
        | Ending::Appealed
        | Ending::Transferred { .. } => Papers::default(),
    }
}

fn of_confirmation(state: &confirmation::State) -> Option<Papers> {
    use confirmation::{Ending, Stage};
    Some(match &state.stage {
        Stage::Applied { .. } | Stage::Correcting { .. } | Stage::Examined => return None,
        Stage::Confirmed { .. } | Stage::Objected { .. } | Stage::Effective { .. } => {
            let remedy = Some("T-D-08".to_owned());
            Papers { remedy, on: state.ruled_on, ..paper("confirmed") }
        }
        Stage::Ended { ending, on } => {
            let effect = match ending {
                Ending::Enforcement { .. } | Ending::Performed | Ending::TimePassed => "confirmed",
                Ending::NotAccepted { .. }
                | Ending::Rejected { .. }
                | Ending::Withdrawn { .. }
                | Ending::Revoked { .. } => "contract",
            };
            Papers { on: Some(*on), ..paper(effect) }
        }
    })
}
