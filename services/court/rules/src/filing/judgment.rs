//! Mediation statement, judgment, service, appeal (民事诉讼法 100–102, 151, 165, 171).

use jiefen_procedure::Circumstances;
use jiff::civil::Date;

use super::decide::end;
use super::divert::filed_on;
use super::measure::{everybody, known};
use super::{Ending, Fact, Receipt, Refusal, Stage, State, Track};
use jiefen_procedure::term::happened;

/// Each party's time for appeal against a judgment.
pub(super) const APPEAL: &str = "T-E-14";

/// The parties have settled before the court or its mediators: a statement is made (民事诉讼法 100).
pub(super) fn statement(
    state: &State,
    agreed: &[u32],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, filed_on(state)?, ctx.today())?;
    everybody(state, agreed)?;
    Ok(vec![Fact::StatementMade { on }])
}

fn statement_stage(state: &State) -> Result<(Date, &[u32]), Refusal> {
    let Stage::StatementMade { on, received } = &state.stage else {
        return Err(Refusal::NoStatement);
    };
    Ok((*on, received))
}

/// The statement takes effect on the last party's receipt (T-A-05; 民诉法解释 149).
pub(super) fn serve_statement(
    state: &State,
    party: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let (made, received) = statement_stage(state)?;
    known(state, party)?;
    happened(on, made, ctx.today())?;
    if received.contains(&party) {
        return Err(Refusal::ServedAlready(party));
    }
    let mut facts = vec![Fact::StatementServed { party, on }];
    if received.len().saturating_add(1) == state.brief.parties.len() {
        facts.push(end(state, Ending::Statement, on));
    }
    Ok(facts)
}

/// A party that has not signed for the statement may go back on it; the trial goes on (民事诉讼法 102).
pub(super) fn retract(
    state: &State,
    party: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let (made, received) = statement_stage(state)?;
    known(state, party)?;
    happened(on, made, ctx.today())?;
    if received.contains(&party) {
        return Err(Refusal::ServedAlready(party));
    }
    Ok(vec![Fact::StatementRetracted { party, on }])
}

/// Judgment after a hearing; in small claims it is final (T-E-06).
pub(super) fn judge(
    state: &State,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, filed_on(state)?, ctx.today())?;
    if state.withdrawal_asked.is_some() {
        return Err(Refusal::WithdrawalPending);
    }
    if state.hearing_on.is_none_or(|hearing| hearing > on) {
        return Err(Refusal::NotHeard);
    }
    let finally = state.track == Some(Track::SmallClaims);
    let parties = state.brief.parties.iter().map(|party| party.no).collect();
    Ok(vec![Fact::Judged { on, finally, parties }])
}

struct Judgment<'a> {
    on: Date,
    finally: bool,
    received: &'a [Receipt],
    passed: &'a [u32],
}

fn judged(state: &State) -> Result<Judgment<'_>, Refusal> {
    let Stage::Judged { on, finally, received, passed } = &state.stage else {
        return Err(Refusal::NotJudged);
    };
    Ok(Judgment { on: *on, finally: *finally, received, passed })
}

/// Each party's own receipt starts its own time for appeal; a judgment in small claims takes effect
/// when all have it.
pub(super) fn serve(
    state: &State,
    party: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let judgment = judged(state)?;
    known(state, party)?;
    happened(on, judgment.on, ctx.today())?;
    if judgment.received.iter().any(|receipt| receipt.party == party) {
        return Err(Refusal::ServedAlready(party));
    }
    let last = judgment.received.len().saturating_add(1) == state.brief.parties.len();
    let finally = judgment.finally;
    let mut facts = vec![Fact::JudgmentServed { party, on, finally, last }];
    if last && finally {
        facts.push(end(state, Ending::Final, on));
    }
    Ok(facts)
}

fn receipt(judgment: &Judgment<'_>, party: u32) -> Result<Date, Refusal> {
    let mut receipts = judgment.received.iter();
    let own = receipts.find(|receipt| receipt.party == party);
    own.map(|receipt| receipt.on).ok_or(Refusal::NotServed(party))
}

/// A party appeals within its own 15 days (T-E-14).
pub(super) fn appeal(
    state: &State,
    party: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let judgment = judged(state)?;
    if judgment.finally {
        return Err(Refusal::OneInstance);
    }
    known(state, party)?;
    let served = receipt(&judgment, party)?;
    happened(on, served, ctx.today())?;
    let last = ctx.last_day(APPEAL, served)?;
    if on > last {
        return Err(Refusal::AppealTooLate(last));
    }
    Ok(vec![end(state, Ending::Appealed, on)])
}

/// A party's time for appeal has passed; with the last one's the judgment is final (T-E-14).
pub(super) fn time_passed(
    state: &State,
    party: u32,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let judgment = judged(state)?;
    if judgment.finally {
        return Err(Refusal::OneInstance);
    }
    known(state, party)?;
    let last = ctx.last_day(APPEAL, receipt(&judgment, party)?)?;
    let today = ctx.today();
    if today <= last {
        return Err(Refusal::AppealTimeRuns(last));
    }
    if judgment.passed.contains(&party) {
        return Err(Refusal::AppealTooLate(last));
    }
    let mut facts = vec![Fact::AppealTimePassed { party, on: today }];
    if judgment.passed.len().saturating_add(1) == state.brief.parties.len() {
        facts.push(end(state, Ending::Final, today));
    }
    Ok(facts)
}
