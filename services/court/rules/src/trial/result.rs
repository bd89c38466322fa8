//! How a trial comes to its result: mediation by the court, its statement, withdrawal, judgment or
//! dismissal, service and appeal.

use std::collections::BTreeSet;

use jiefen_procedure::Circumstances;
use jiff::civil::Date;

use super::procedure::{everybody, known};
use super::{Decided, Ending, Fact, Mediation, Receipt, Refusal, Stage, State, Track};
use jiefen_procedure::term::{Standstill, Term, happened};

/// Days of mediation beyond its own term are outside the trial limit (T-C-16).
const EXTENSION: &str = "mediation_extension";

/// The court mediates with the consent of all (T-C-16, T-E-18).
pub(super) fn begin_mediation(
    state: &State,
    agreed: &[u32],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.opened_on, ctx.today())?;
    everybody(&state.parties(), agreed)?;
    if state.term.stands_still() {
        return Err(Refusal::TimeStopped);
    }
    let rule = match state.track {
        Track::Ordinary => "T-C-16",
        Track::SmallClaims | Track::Summary => "T-C-16.summary",
    };
    ctx.last_day(rule, on)?;
    Ok(vec![Fact::MediationBegun { rule: rule.to_owned(), on }])
}

fn mediation(state: &State) -> Result<&Mediation, Refusal> {
    let Stage::Mediating { mediation } = &state.stage else { return Err(Refusal::NotMediating) };
    Ok(mediation)
}

fn last(term: &Term, ctx: &Circumstances<'_>) -> Result<Date, Refusal> {
    Ok(term.last_day(ctx)?.unwrap_or(term.from))
}

/// All agree to go on; a marriage case is not mediated for ever (民诉法解释 145).
pub(super) fn extend_mediation(
    state: &State,
    days: u32,
    agreed: &[u32],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let mediation = mediation(state)?;
    happened(on, mediation.term.from, ctx.today())?;
    everybody(&state.parties(), agreed)?;
    if days == 0 {
        return Err(Refusal::ExtensionEmpty);
    }
    if state.opening.must_mediate && mediation.plain_last.is_some() {
        return Err(Refusal::MediationDrags);
    }
    let last = last(&mediation.term, ctx)?;
    if on > last {
        return Err(Refusal::MediationOver(last));
    }
    Ok(vec![Fact::MediationExtended { days, plain_last: last, on }])
}

/// The days of a mediation that lie beyond its own term.
fn beyond(
    mediation: &Mediation,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Option<Standstill>, Refusal> {
    let to = on.min(last(&mediation.term, ctx)?);
    let Some(plain) = mediation.plain_last.filter(|plain| to > *plain) else { return Ok(None) };
    let from = plain.tomorrow().unwrap_or(plain);
    Ok(Some(Standstill { from, to: Some(to), reason: EXTENSION.to_owned() }))
}

pub(super) fn end_mediation(
    state: &State,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let mediation = mediation(state)?;
    happened(on, mediation.term.from, ctx.today())?;
    Ok(vec![Fact::MediationEnded { not_counted: beyond(mediation, on, ctx)?, on }])
}

/// Its time has passed: the trial goes on (T-C-16).
pub(super) fn mediation_lapsed(
    state: &State,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let mediation = mediation(state)?;
    let last = last(&mediation.term, ctx)?;
    if ctx.today() <= last {
        return Err(Refusal::MediationRuns(last));
    }
    Ok(vec![Fact::MediationEnded { not_counted: beyond(mediation, last, ctx)?, on: last }])
}

/// All have settled, represented members each for themselves (民事诉讼法 57、100).
pub(super) fn make_statement(
    state: &State,
    agreed: &[u32],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.opened_on, ctx.today())?;
    everybody(&state.parties(), agreed)?;
    if state.announced_on.is_some() {
        return Err(Refusal::TimeStopped);
    }
    let mut facts = match &state.stage {
        Stage::Mediating { mediation } => {
            vec![Fact::MediationEnded { not_counted: beyond(mediation, on, ctx)?, on }]
        }
        Stage::FeeDue { .. }
        | Stage::OnTrial
        | Stage::StatementMade { .. }
        | Stage::Decided { .. }
        | Stage::Ended { .. } => Vec::new(),
    };
    facts.push(Fact::StatementMade { on });
    Ok(facts)
}

fn statement(state: &State, party: u32) -> Result<(Date, &BTreeSet<u32>), Refusal> {
    let Stage::StatementMade { on, received } = &state.stage else {
        return Err(Refusal::NoStatement);
    };
    known(state, party)?;
    if received.contains(&party) {
        return Err(Refusal::ServedAlready(party));
    }
    Ok((*on, received))
}

/// It takes effect on the last party's signature (民诉法解释 149; T-A-05).
pub(super) fn serve_statement(
    state: &State,
    party: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let (made, received) = statement(state, party)?;
    happened(on, made, ctx.today())?;
    let mut facts = vec![Fact::StatementServed { party, on }];
    if received.len().saturating_add(1) == state.parties().len() {
        facts.push(Fact::Ended { ending: Ending::Statement, on });
    }
    Ok(facts)
}

/// Before signing a party may go back on it; the trial goes on (民事诉讼法 102).
pub(super) fn retract(
    state: &State,
    party: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let (made, _) = statement(state, party)?;
    happened(on, made, ctx.today())?;
    Ok(vec![Fact::StatementRetracted { party, on }])
}

/// Every plaintiff asks, those who are represented too (民事诉讼法 57、148).
pub(super) fn ask_withdrawal(
    state: &State,
    agreed: &[u32],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.opened_on, ctx.today())?;
    everybody(&state.opening.plaintiffs, agreed)?;
    if state.withdrawal_asked.is_some() {
        return Err(Refusal::WithdrawalPending);
    }
    Ok(vec![Fact::WithdrawalAsked { on }])
}

pub(super) fn decide_withdrawal(
    state: &State,
    allow: bool,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let asked = state.withdrawal_asked.ok_or(Refusal::WithdrawalNotAsked)?;
    happened(on, asked, ctx.today())?;
    if allow {
        return Ok(vec![Fact::Ended { ending: Ending::Withdrawn, on }]);
    }
    Ok(vec![Fact::WithdrawalRefused { on }])
}

/// Judgment after a hearing, or dismissal of the suit. In small claims either is final (民事诉讼法 165;
/// 民诉法解释 277).
pub(super) fn decide(
    state: &State,
    what: Decided,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.opened_on, ctx.today())?;
    if state.withdrawal_asked.is_some() {
        return Err(Refusal::WithdrawalPending);
    }
    if state.track_objection.is_some() {
        return Err(Refusal::TrackObjectionPending);
    }
    if state.term.stands_still() {
        return Err(Refusal::TimeStopped);
    }
    let small = state.track == Track::SmallClaims;
    if what == Decided::Judgment {
        if state.hearings.last().is_none_or(|hearing| hearing.on > on) {
            return Err(Refusal::NotHeard);
        }
        if small && !state.opening.measure.bars.is_empty() {
            return Err(Refusal::ConvertFirst);
        }
        if state.opening.must_mediate && !state.mediated {
            return Err(Refusal::MediateFirst);
        }
    }
    Ok(vec![Fact::Decided { what, finally: small, on }])
}

struct Decision<'a> {
    what: Decided,
    finally: bool,
    on: Date,
    received: &'a [Receipt],
    passed: &'a BTreeSet<u32>,
}

fn decision(state: &State, party: u32) -> Result<Decision<'_>, Refusal> {
    let Stage::Decided { what, finally, on, received, passed } = &state.stage else {
        return Err(Refusal::NotDecided);
    };
    known(state, party)?;
    Ok(Decision { what: *what, finally: *finally, on: *on, received, passed })
}

fn took_effect(what: Decided) -> Ending {
    match what {
        Decided::Judgment => Ending::Final,
        Decided::Dismissal => Ending::DismissedFinal,
    }
}

/// Each party's own receipt starts its own time for appeal (T-E-14).
pub(super) fn serve(
    state: &State,
    party: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let decision = decision(state, party)?;
    happened(on, decision.on, ctx.today())?;
    if decision.received.iter().any(|receipt| receipt.party == party) {
        return Err(Refusal::ServedAlready(party));
    }
    let last = decision.received.len().saturating_add(1) == state.parties().len();
    let rule = (!decision.finally).then(|| decision.what.appeal().to_owned());
    let mut facts = vec![Fact::DecisionServed { party, rule, last, on }];
    if last && decision.finally {
        facts.push(Fact::Ended { ending: took_effect(decision.what), on });
    }
    Ok(facts)
}

fn appeal_until(
    decision: &Decision<'_>,
    party: u32,
    ctx: &Circumstances<'_>,
) -> Result<(Date, Date), Refusal> {
    if decision.finally {
        return Err(Refusal::OneInstance);
    }
    let receipt = decision.received.iter().find(|receipt| receipt.party == party);
    let served = receipt.ok_or(Refusal::NotServed(party))?.on;
    Ok((served, ctx.last_day(decision.what.appeal(), served)?))
}

pub(super) fn appeal(
    state: &State,
    party: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let decision = decision(state, party)?;
    let (served, last) = appeal_until(&decision, party, ctx)?;
    happened(on, served, ctx.today())?;
    if on > last {
        return Err(Refusal::AppealTooLate(last));
    }
    Ok(vec![Fact::Ended { ending: Ending::Appealed, on }])
}

/// With the last party's time the decision takes effect (T-E-14).
pub(super) fn time_passed(
    state: &State,
    party: u32,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let decision = decision(state, party)?;
    let (_, last) = appeal_until(&decision, party, ctx)?;
    if ctx.today() <= last {
        return Err(Refusal::AppealTimeRuns(last));
    }
    if decision.passed.contains(&party) {
        return Err(Refusal::AppealTooLate(last));
    }
    let on = ctx.today();
    let mut facts = vec![Fact::AppealTimePassed { party, on }];
    if decision.passed.len().saturating_add(1) == state.parties().len() {
        facts.push(Fact::Ended { ending: took_effect(decision.what), on });
    }
    Ok(facts)
}
