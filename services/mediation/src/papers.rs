//! What travels with a hand-over of a case, and with the report of its result.

use jiefen_mediation_rules::agreement::{Agreement, Force};
use jiefen_mediation_rules::people_mediation::Beginning;
use jiefen_mediation_rules::{Case, entrusted_mediation as entrusted, matter, people_mediation};
use jiefen_procedure::{Brief, Consent, Papers};
use jiefen_vocab::{DisputeKind, Outcome, TrackKind};
use jiff::civil::Date;

use crate::{industry, lawyer};

/// The brief of a case that may be handed over: what came with it, and the consents given since. A case
/// that has ended leaves the brief that came with its hand-over; one that began here keeps its own.
pub fn brief(case: &Case) -> Option<Brief> {
    match case {
        Case::PeopleMediation(state) => {
            let own = match state.by {
                Beginning::Application { .. } | Beginning::OwnInitiative => true,
                Beginning::HandOff => false,
            };
            (own || state.outcome().is_none())
                .then(|| with(&state.brief, state.brief.track, &state.consents))
        }
        Case::EntrustedMediation(state) => state
            .outcome()
            .is_none()
            .then(|| with(&state.brief, state.mandate.track(), &state.consents)),
        Case::Matter(state) => state.outcome().is_none().then(|| state.brief.clone()),
        Case::IndustryMediation(state) => industry::brief(state),
        Case::LawyerMediation(state) => lawyer::brief(state),
    }
}

/// The brief with every word of a party on a route.
pub fn with(brief: &Brief, track: TrackKind, words: &[Consent]) -> Brief {
    let others = brief.consents.iter().filter(|word| word.to != track);
    Brief { consents: others.chain(words).cloned().collect(), ..brief.clone() }
}

/// What goes along with a case's result: what was agreed, never what was conceded on the way (I9).
pub fn papers(case: &Case) -> Option<Papers> {
    match case {
        Case::PeopleMediation(state) => of_people(state),
        Case::EntrustedMediation(state) => of_entrusted(state),
        Case::Matter(state) => of_matter(state),
        Case::IndustryMediation(state) => industry::result(state),
        Case::LawyerMediation(state) => lawyer::result(state),
    }
}

fn of_people(state: &people_mediation::State) -> Option<Papers> {
    state.outcome()?;
    let Some(agreement) = state.agreement() else { return Some(Papers::default()) };
    Some(Papers {
        effect: Some(effect(agreement, state.brief.kind).to_owned()),
        obligations: obligations(agreement),
        confirmable: agreement.windows.iter().any(|window| window.clock() == "confirm"),
        on: Some(took_effect(state, agreement)),
        ..Papers::default()
    })
}

/// The day of the agreement; of an ended case, the day on which it was performed or given up.
fn took_effect(state: &people_mediation::State, agreement: &Agreement) -> Date {
    match &state.stage {
        people_mediation::Stage::Ended { on, .. } => *on,
        people_mediation::Stage::ConsentAsked
        | people_mediation::Stage::Mediating
        | people_mediation::Stage::Drafted { .. }
        | people_mediation::Stage::InForce { .. }
        | people_mediation::Stage::Breached { .. } => agreement.effective_on,
    }
}

fn effect(agreement: &Agreement, kind: DisputeKind) -> &'static str {
    match agreement.force {
        Force::Contract if kind == DisputeKind::Labour => "labour_agreement",
        Force::Contract => "contract",
        Force::Notarised => "notarised",
        Force::ArbitralStatement => "statement",
        Force::Confirmed => "confirmed",
    }
}

fn obligations(agreement: &Agreement) -> Vec<(u32, Date, Option<jiefen_vocab::Fen>)> {
    let owed = agreement.draft.obligations.iter();
    owed.map(|owed| (owed.obligor, owed.due, owed.amount)).collect()
}

fn of_entrusted(state: &entrusted::State) -> Option<Papers> {
    state.outcome()?;
    let contract = |open: bool, on: Date| Papers {
        effect: Some("contract".to_owned()),
        confirmable: open,
        on: Some(on),
        ..Papers::default()
    };
    Some(match &state.stage {
        entrusted::Stage::Agreed { on } => contract(true, *on),
        entrusted::Stage::Returned { ending, on } => match ending {
            entrusted::Ending::Contract { confirmation } => contract(!confirmation, *on),
            // The court makes the paper, or none is made.
            entrusted::Ending::Settled { .. }
            | entrusted::Ending::Failed
            | entrusted::Ending::TermOver
            | entrusted::Ending::ConsentWithdrawn { .. }
            | entrusted::Ending::Declined { .. }
            | entrusted::Ending::Sham => Papers::default(),
        },
        entrusted::Stage::Sent | entrusted::Stage::Mediating => Papers::default(),
    })
}

fn of_matter(state: &matter::State) -> Option<Papers> {
    let outcome = state.outcome()?;
    if let matter::Stage::PassedBack { proposal, .. } = &state.stage {
        let not_done = format!("应由{}办理（{}）", proposal.body, proposal.basis);
        return Some(Papers { not_done: Some(not_done), ..Papers::default() });
    }
    let on = match &state.stage {
        matter::Stage::Concluded { on, .. } => Some(*on),
        matter::Stage::InHand | matter::Stage::PassedBack { .. } => None,
    };
    Some(match outcome {
        Outcome::Agreed => {
            let effect = if state.brief.track == TrackKind::PoliceMediation {
                "public_order"
            } else if state.brief.track == TrackKind::LabourMediation {
                "labour_agreement"
            } else {
                "contract"
            };
            Papers { effect: Some(effect.to_owned()), on, ..Papers::default() }
        }
        Outcome::Decided => Papers { effect: Some("decision".to_owned()), on, ..Papers::default() },
        Outcome::Failed
        | Outcome::Withdrawn
        | Outcome::Transferred
        | Outcome::Performed
        | Outcome::Refused => Papers::default(),
    })
}
