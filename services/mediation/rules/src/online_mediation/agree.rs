//! The text, the electronic signatures and what follows (在线调解规则 19, 20; T-C-10).

use std::collections::BTreeMap;

use jiefen_procedure::Circumstances;
use jiff::civil::Date;

use super::{Ending, Fact, Refusal, Settlement, Signer, Stage, State};
use crate::agreement::{Draft, Window};
use crate::neutral::{Bargain, happened, known};

/// Puts a text up for signature; an earlier one and its signatures fall away. After filing it says
/// what is asked of the court, before filing it is a contract.
pub(super) fn put(
    state: &State,
    draft: &Draft,
    ask: Option<Settlement>,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let parties: Vec<u32> = state.course.brief.parties.iter().map(|party| party.no).collect();
    state.course.agrees(draft, &parties, on, ctx)?;
    match (state.footing.is_filed(), ask) {
        (true, None) => return Err(Refusal::BackToCourt),
        (false, Some(_)) => return Err(Refusal::ContractOnly),
        (true, Some(_)) | (false, None) => {}
    }
    Ok(vec![Fact::TextPut { draft: draft.clone(), ask, on }])
}

/// The agreement takes effect when every party has signed; it is complete with the mediator's
/// signature and an organisation's seal (T-C-10).
pub(super) fn sign(
    state: &State,
    signer: Signer,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let Stage::Signing { draft, ask, signed } = &state.stage else {
        return Err(Refusal::NoText);
    };
    happened(on, state.course.since(), ctx)?;
    state.course.within(on, ctx)?;
    if let Signer::Party { no } = signer {
        known(&state.course.brief, no)?;
        if !state.verified.contains(&no) {
            return Err(Refusal::NotVerified(no));
        }
    }
    if signed.contains_key(&signer.key()) {
        return Err(Refusal::AlreadySigned);
    }
    let mut all: BTreeMap<String, Date> = signed.clone();
    all.insert(signer.key(), on);
    let mut facts = vec![Fact::Signed { signer, on }];
    let parties = || state.course.brief.parties.iter().map(|party| party.no.to_string());
    let wanted = parties().all(|key| all.contains_key(&key))
        && all.contains_key(&Signer::Mediator.key())
        && (!state.by_organisation || all.contains_key(&Signer::Seal.key()));
    if !wanted {
        return Ok(facts);
    }
    let effective = parties().filter_map(|key| all.get(&key).copied()).max().unwrap_or(on);
    let windows = match ask {
        None => state.course.windows(draft),
        Some(_) => Vec::new(),
    };
    let bargain = Bargain { draft: draft.clone(), on: effective, windows };
    match ask {
        Some(ask) => facts.push(state.end(Ending::ToCourt { bargain, ask: *ask }, on)),
        None => {
            facts.push(Fact::InForce { bargain: bargain.clone(), court: state.court });
            if bargain.windows.is_empty() {
                facts.push(state.end(Ending::Contract { bargain, applied: None }, on));
            }
        }
    }
    Ok(facts)
}

/// Who refuses to sign ends it (在线调解规则 25(7)).
pub(super) fn refuse(
    state: &State,
    party: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    if !matches!(state.stage, Stage::Signing { .. }) {
        return Err(Refusal::NoText);
    }
    known(&state.course.brief, party)?;
    happened(on, state.course.since(), ctx)?;
    Ok(vec![state.end(Ending::RefusedToSign { party }, on)])
}

pub(super) fn apply(
    state: &State,
    bargain: &Bargain,
    window: Window,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    bargain.apply(window, on, ctx)?;
    let applied = Some(window);
    Ok(vec![state.end(Ending::Contract { bargain: bargain.clone(), applied }, on)])
}

pub(super) fn close(
    state: &State,
    bargain: &Bargain,
    window: Window,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    bargain.close(window, ctx)?;
    let mut left = bargain.clone();
    left.windows.retain(|open| *open != window);
    let on = ctx.today();
    let ended = state.end(Ending::Contract { bargain: left, applied: None }, on);
    Ok(vec![Fact::WindowClosed { window, on }, ended])
}
