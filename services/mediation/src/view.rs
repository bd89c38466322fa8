//! The area's own views: for the body that handles the case. The mediator's records are not shown: they
//! stay with the mediation (I9).

use jiefen_ledger::Error;
use jiefen_ledger::read::CaseView;
use jiefen_ledger::serve::case_head;
use jiefen_ledger::wire::{brief_to, date_to};
use jiefen_mediation_rules::agreement::{Agreement, Draft};
use jiefen_mediation_rules::session::{Held, Planned};
use jiefen_mediation_rules::{Case, Term, entrusted_mediation, matter as matters};
use jiefen_mediation_rules::{people_mediation as people, people_mediation::Signer};
use jiefen_procedure::{Brief, Consent};
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_proto::jiefen::mediation::v1 as pb;
use serde::Serialize;

use crate::MediationArea;
use crate::announce::{beginning, code};

type View = CaseView<MediationArea>;

/// The case is of another procedure than is asked for.
pub fn other_procedure(view: &View, what: &'static str, what_en: &'static str) -> Error {
    Error::NotFound { what, what_en, name: view.row.id.clone() }
}

/// The tag `how` of an ending.
pub fn tag<T: Serialize>(ending: &T) -> String {
    let value = serde_json::to_value(ending).unwrap_or_default();
    value.get("how").and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
}

/// The code of an outcome; empty: there is none yet.
pub fn outcome(outcome: Option<jiefen_vocab::Outcome>) -> String {
    outcome.map(|outcome| outcome.code().to_owned()).unwrap_or_default()
}

/// What the parties said on this route.
pub fn consents(brief: &Brief, words: &[Consent]) -> Vec<common::Consent> {
    brief_to(&Brief { consents: words.to_vec(), ..brief.clone() }).consents
}

/// A term.
pub fn term(term: &Term) -> pb::Term {
    pb::Term {
        rule: term.rule.clone(),
        from: Some(date_to(term.from)),
        extended: term.extended,
        stands_still: term.stands_still(),
    }
}

/// A session that is set.
pub fn planned(session: &Planned) -> pb::Session {
    pb::Session {
        no: session.no,
        on: Some(date_to(session.on)),
        place: session.place.clone(),
        mode: code(&session.mode),
        present: vec![],
        reached: String::new(),
    }
}

/// The sessions held, without their records.
pub fn sessions(held: &[Held]) -> Vec<pb::Session> {
    held.iter().map(self::held).collect()
}

fn held(session: &Held) -> pb::Session {
    pb::Session {
        no: session.no,
        on: Some(date_to(session.on)),
        place: session.place.clone(),
        mode: code(&session.mode),
        present: session.present.clone(),
        reached: code(&session.reached),
    }
}

/// A text.
pub fn draft(draft: &Draft) -> pb::Draft {
    let owed = draft.obligations.iter().map(|owed| pb::Obligation {
        no: owed.no,
        obligor: owed.obligor,
        obligee: owed.obligee,
        what: owed.what.reveal().clone(),
        amount_fen: owed.amount.map(|amount| amount.0),
        due: Some(date_to(owed.due)),
        place: owed.place.as_ref().map(|place| place.reveal().clone()).unwrap_or_default(),
    });
    pb::Draft {
        hash: draft.hash.clone(),
        facts: draft.facts.reveal().clone(),
        obligations: owed.collect(),
        subjects: draft.subjects.iter().map(code).collect(),
        faults: draft.faults.iter().map(code).collect(),
    }
}

fn agreement(agreement: &Agreement) -> pb::Agreement {
    let performed = agreement.performed.iter().map(|done| pb::Performance {
        obligation: done.no,
        on: Some(date_to(done.on)),
        through: code(&done.through),
        proof: done.proof.clone(),
    });
    pb::Agreement {
        draft: Some(draft(&agreement.draft)),
        form: code(&agreement.form),
        effective_on: Some(date_to(agreement.effective_on)),
        force: code(&agreement.force),
        windows: agreement.windows.iter().map(code).collect(),
        performed: performed.collect(),
        broken: agreement.broken.clone(),
    }
}

fn signature(signature: &people::Signature) -> pb::Signature {
    let (signer, party) = match signature.signer {
        Signer::Party { no } => ("party", no),
        Signer::Mediator => ("mediator", 0),
        Signer::Seal => ("seal", 0),
    };
    pb::Signature { signer: signer.to_owned(), party, on: Some(date_to(signature.on)) }
}

/// One people's mediation.
///
/// # Errors
/// The case is of another procedure.
pub fn people_mediation(view: &View) -> Result<pb::PeopleMediation, Error> {
    let Case::PeopleMediation(state) = &view.state else {
        return Err(other_procedure(view, "人民调解案件", "people's mediation"));
    };
    let brief = brief_to(&state.brief);
    let mut shown = pb::PeopleMediation {
        head: Some(case_head(view)),
        code: brief.code,
        kind: brief.kind,
        track: brief.track,
        parties: brief.parties,
        summary: brief.summary,
        by: beginning(state.by).to_owned(),
        opened_on: Some(date_to(state.opened_on)),
        consents: consents(&state.brief, &state.consents),
        mediator: state.mediator.clone().unwrap_or_default(),
        not_accepted: state.not_accepted.clone(),
        accepted_on: state.accepted_on.map(date_to),
        term: state.term.as_ref().map(term),
        planned: state.planned.as_ref().map(planned),
        slots: state.slots.as_ref().map(crate::times::offered),
        sessions: sessions(&state.sessions),
        agreement: state.agreement().map(agreement),
        outcome: outcome(state.outcome()),
        edition: state.edition,
        ..pb::PeopleMediation::default()
    };
    if let people::Stage::Drafted { draft: text, confirmed, signed } = &state.stage {
        let before = state.replaced.as_ref();
        shown.replaced = before.map(|before| draft(&before.draft));
        shown.voided = before.map(|before| before.confirmed.clone()).unwrap_or_default();
        shown.draft = Some(draft(text));
        shown.confirmed = confirmed.clone();
        shown.signatures = signed.iter().map(signature).collect();
    }
    if let people::Stage::Ended { ending, on, .. } = &state.stage {
        shown.ending = tag(ending);
        shown.ended_on = Some(date_to(*on));
    }
    Ok(shown)
}

/// One mediation for a court.
///
/// # Errors
/// The case is of another procedure.
pub fn entrusted_mediation(view: &View) -> Result<pb::EntrustedMediation, Error> {
    let Case::EntrustedMediation(state) = &view.state else {
        return Err(other_procedure(view, "委托（委派）调解案件", "mediation for a court"));
    };
    let brief = brief_to(&state.brief);
    let mut shown = pb::EntrustedMediation {
        head: Some(case_head(view)),
        code: brief.code,
        kind: brief.kind,
        track: brief.track,
        parties: brief.parties,
        summary: brief.summary,
        mandate: code(&state.mandate),
        court: state.court.to_string(),
        court_case: state.court_case.clone(),
        entrusted_on: Some(date_to(state.entrusted_on)),
        consents: consents(&state.brief, &state.consents),
        mediator: state.mediator.clone().unwrap_or_default(),
        term: state.term.as_ref().map(term),
        planned: state.planned.as_ref().map(planned),
        sessions: sessions(&state.sessions),
        undisputed: state.undisputed.as_ref().map(|f| f.reveal().clone()).unwrap_or_default(),
        outcome: outcome(state.outcome()),
        ..pb::EntrustedMediation::default()
    };
    match &state.stage {
        entrusted_mediation::Stage::Agreed { on } => shown.agreed_on = Some(date_to(*on)),
        entrusted_mediation::Stage::Returned { ending, on } => {
            shown.ending = tag(ending);
            shown.ended_on = Some(date_to(*on));
        }
        entrusted_mediation::Stage::Sent | entrusted_mediation::Stage::Mediating => {}
    }
    Ok(shown)
}

/// One matter in hand.
///
/// # Errors
/// The case is of another procedure.
pub fn matter(view: &View) -> Result<pb::Matter, Error> {
    let Case::Matter(state) = &view.state else {
        return Err(other_procedure(view, "承办事项", "matter"));
    };
    let brief = brief_to(&state.brief);
    let next = &state.next;
    let step = |what: &str, on| pb::NextStep { what: what.to_owned(), by: Some(date_to(on)) };
    let mut shown = pb::Matter {
        head: Some(case_head(view)),
        code: brief.code,
        kind: brief.kind,
        track: brief.track,
        parties: brief.parties,
        summary: brief.summary,
        taken_on: Some(date_to(state.taken_on)),
        person: state.person.clone(),
        next: Some(step(&next.what, next.by)),
        rule: state.rule.clone(),
        term_from: state.term_from.map(date_to),
        done: state.done.iter().map(|done| step(&done.what, done.on)).collect(),
        outcome: outcome(state.outcome()),
        ..pb::Matter::default()
    };
    match &state.stage {
        matters::Stage::InHand => {}
        matters::Stage::Concluded { on, .. } => shown.ended_on = Some(date_to(*on)),
        matters::Stage::PassedBack { ground, proposal, on } => {
            shown.ground = code(ground);
            shown.proposal = Some(pb::Proposal {
                body: proposal.body.clone(),
                track: proposal.track.code().to_owned(),
                basis: proposal.basis.clone(),
            });
            shown.ended_on = Some(date_to(*on));
        }
    }
    Ok(shown)
}
