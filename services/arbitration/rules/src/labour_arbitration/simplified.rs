//! Simplified handling 简易处理, case rules 56 to 61: when it is open, a shorter time to answer, notices by simple
//! means, and the way back to the ordinary procedure. Statements and awards are never served by simple means,
//! and the term of the award stays the same.

use jiefen_procedure::Circumstances;
use jiff::civil::Date;

use super::decide::{Answer, dated, last_day};
use super::fact::Fact;
use super::payload::{ByParty, NotifyHearing, ShortenDefence, SimplifiedGround, Simplify};
use super::refusal::Refusal;
use super::state::{Hearing, State};
use super::trial::{self, under};

/// One of the three conditions, and none of the four bars (56, 57). The tribunal is not formed yet, or need
/// not change: a collective case is handled so as well (62).
pub(super) fn simplify(state: &State, simplify: &Simplify, ctx: &Circumstances<'_>) -> Answer {
    let hearing = under(state)?;
    dated(simplify.on, hearing.accepted_on, ctx)?;
    if hearing.simplified.is_some() {
        return Err(Refusal::AlreadyDone);
    }
    if let Some(bar) = simplify.bars.first() {
        return Err(Refusal::SimplifiedBarred(*bar));
    }
    let open = match &simplify.ground {
        SimplifiedGround::Clear => true,
        SimplifiedGround::Small { yearly_wage, source } => {
            let sums = state.claims.iter().filter_map(|claim| claim.amount);
            let total = sums.fold(0_i64, |total, sum| total.saturating_add(sum.0));
            !source.trim().is_empty() && total <= yearly_wage.0
        }
        SimplifiedGround::Agreed { by } => state.parties().iter().all(|party| by.contains(party)),
    };
    if !open {
        return Err(Refusal::SimplifiedNotOpen);
    }
    Ok(vec![Fact::Simplified { on: simplify.on, ground: simplify.ground.clone() }])
}

fn simple(state: &State) -> Result<&Hearing, Refusal> {
    let hearing = under(state)?;
    if hearing.simplified.is_some() { Ok(hearing) } else { Err(Refusal::NotSimplified) }
}

/// With the respondent's consent, and only to a day before the ten working days end (58).
pub(super) fn shorten(state: &State, shorten: &ShortenDefence, ctx: &Circumstances<'_>) -> Answer {
    let hearing = simple(state)?;
    if hearing.tribunal.is_empty() {
        return Err(Refusal::NoTribunal);
    }
    let ours = |event: &&super::Event| event.party == shorten.party;
    let Some(served) = hearing.served.iter().find(ours) else {
        return Err(Refusal::WrongParty(shorten.party));
    };
    dated(shorten.on, served.on, ctx)?;
    let answered = hearing.defended.iter().any(|event| event.party == shorten.party);
    if answered || hearing.shortened.contains(&shorten.party) {
        return Err(Refusal::AlreadyDone);
    }
    let last = last_day(ctx, "T-H-07.defence", served.on)?;
    if shorten.until.is_some_and(|until| until <= shorten.on || until >= last) {
        return Err(Refusal::NotShorter(last));
    }
    let ShortenDefence { party, until, on } = *shorten;
    Ok(vec![Fact::DefenceShortened { party, until, on }])
}

/// By telephone, message, fax or mail (59); the five working days stay, for the Act itself gives them (LMAL 35).
pub(super) fn notify(state: &State, notify: &NotifyHearing, ctx: &Circumstances<'_>) -> Answer {
    simple(state)?;
    let facts = trial::notify(state, notify, ctx)?;
    let simply = |_| Fact::HearingNotifiedSimply { on: notify.on, hearing_on: notify.hearing_on };
    Ok(facts.into_iter().map(simply).collect())
}

pub(super) fn confirm(state: &State, by: &ByParty, ctx: &Circumstances<'_>) -> Answer {
    let hearing = under(state)?;
    dated(by.on, hearing.accepted_on, ctx)?;
    let Some(confirmed) = hearing.confirmed.as_ref().filter(|_| hearing.hearing_on.is_some())
    else {
        return Err(Refusal::HearingNotNotified);
    };
    if !state.parties().contains(&by.party) {
        return Err(Refusal::WrongParty(by.party));
    }
    if confirmed.contains(&by.party) {
        return Err(Refusal::AlreadyDone);
    }
    Ok(vec![Fact::NoticeConfirmed { party: by.party, on: by.on }])
}

/// Nobody who has not confirmed a notice given by simple means is taken to withdraw or defaulted against (59).
pub(super) fn absent(hearing: &Hearing, absent: &[u32]) -> Result<(), Refusal> {
    let Some(confirmed) = &hearing.confirmed else { return Ok(()) };
    match absent.iter().find(|party| !confirmed.contains(party)) {
        Some(party) => Err(Refusal::NoticeUnconfirmed(*party)),
        None => Ok(()),
    }
}

/// Before the term ends; the term counts from acceptance all the same (61). A collective case then needs its
/// three arbitrators.
pub(super) fn convert(state: &State, on: Date, ctx: &Circumstances<'_>) -> Answer {
    let hearing = simple(state)?;
    dated(on, hearing.simplified.unwrap_or(hearing.accepted_on), ctx)?;
    let due = trial::award_due(state, ctx)?;
    if on > due {
        return Err(Refusal::TermOver(due));
    }
    let group = state.collective || state.collective_contract;
    let reform = group && (hearing.tribunal.len() == 1 || state.collective_contract);
    Ok(vec![Fact::ConvertedToOrdinary { on, reform: reform && !hearing.tribunal.is_empty() }])
}
