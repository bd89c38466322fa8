//! From the text before the parties to the agreement in force.

use jiefen_procedure::Circumstances;
use jiff::civil::Date;

use super::decide::{accepted_on, everybody, known};
use super::{Fact, Refusal, Signature, Signer, Stage, State};
use crate::agreement::{Draft, DraftFault, Form};
use jiefen_procedure::term::happened;

/// Puts a text before the parties; earlier confirmations and signatures fall away.
pub(super) fn draft(
    state: &State,
    draft: &Draft,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    may_agree(state, draft, on, ctx)?;
    Ok(vec![Fact::AgreementDrafted { draft: draft.clone(), on }])
}

fn may_agree(
    state: &State,
    draft: &Draft,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<(), Refusal> {
    happened(on, accepted_on(state)?, ctx.today())?;
    if let Some(party) = state.without_consent() {
        return Err(Refusal::ConsentMissing(party));
    }
    if state.mediator.is_none() {
        return Err(Refusal::MediatorWanted);
    }
    draft.check(&state.brief, on).map_err(|fault| match fault {
        DraftFault::Empty => Refusal::AgreementEmpty,
        DraftFault::Hash => Refusal::BadHash,
        DraftFault::Obligation(no) => Refusal::ObligationFaulty(no),
        DraftFault::Content(fault) => Refusal::ContentForbidden(fault),
    })
}

/// Every party confirms the same text before anybody signs it.
pub(super) fn confirm(
    state: &State,
    party: u32,
    hash: &str,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let Stage::Drafted { draft, confirmed, .. } = &state.stage else {
        return Err(Refusal::NotDrafted);
    };
    known(&state.brief, party)?;
    happened(on, accepted_on(state)?, ctx.today())?;
    if !draft.hash.eq_ignore_ascii_case(hash) {
        return Err(Refusal::TextChanged);
    }
    if confirmed.contains(&party) {
        return Err(Refusal::AlreadyConfirmed(party));
    }
    Ok(vec![Fact::DraftConfirmed { party, on }])
}

/// The written agreement takes effect with the last of all signatures and the seal (T-B-04).
pub(super) fn sign(
    state: &State,
    signer: Signer,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let Stage::Drafted { draft, confirmed, signed } = &state.stage else {
        return Err(Refusal::NotDrafted);
    };
    happened(on, accepted_on(state)?, ctx.today())?;
    if let Signer::Party { no } = signer {
        known(&state.brief, no)?;
    }
    let unsure = state.brief.parties.iter().find(|party| !confirmed.contains(&party.no));
    if let Some(party) = unsure {
        return Err(Refusal::NotConfirmed(party.no));
    }
    if state.mediator.is_none() {
        return Err(Refusal::MediatorWanted);
    }
    if signed.iter().any(|one| one.signer == signer) {
        return Err(Refusal::AlreadySigned);
    }
    let mut facts = vec![Fact::AgreementSigned { signature: Signature { signer, on } }];
    let has = |wanted: Signer| wanted == signer || signed.iter().any(|one| one.signer == wanted);
    let parties = state.brief.parties.iter().all(|party| has(Signer::Party { no: party.no }));
    if parties && has(Signer::Mediator) && has(Signer::Seal) {
        let effective_on = signed.iter().map(|one| one.on).fold(on, Date::max);
        let windows = draft.windows(state.brief.kind);
        let form = Form::Written;
        facts.push(Fact::AgreementInForce { draft: draft.clone(), form, effective_on, windows });
    }
    Ok(facts)
}

/// An oral agreement takes effect on the day it is made; the mediator records it (T-B-05).
pub(super) fn oral(
    state: &State,
    draft: &Draft,
    agreed: &[u32],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    may_agree(state, draft, on, ctx)?;
    everybody(&state.brief, agreed)?;
    let windows = draft.windows(state.brief.kind);
    Ok(vec![Fact::AgreementInForce {
        draft: draft.clone(),
        form: Form::Oral,
        effective_on: on,
        windows,
    }])
}
