//! Withdrawal, termination, suits over silence, opinions (行政复议法 34, 41, 74, 76).

use jiefen_procedure::Circumstances;
use jiff::civil::Date;

use super::days::{happened, in_time, passed, sue_by};
use super::decide::Answer;
use super::evolve::evolve;
use super::fact::Fact;
use super::payload::{ByParty, EndGround, Opine};
use super::refusal::Refusal;
use super::state::{Ending, Review, Stage, State};

/// The end of the case; opinions that wait for their report keep it in sight (T-K-13).
pub(super) fn closed(state: &State, how: Ending, on: Date) -> Fact {
    Fact::Closed { on, how, parties: state.everybody(), reports: state.reports_owed() }
}

/// The state after facts.
pub(super) fn evolve_all(state: &State, facts: &[Fact]) -> State {
    let after = facts.iter().fold(Some(state.clone()), evolve);
    after.unwrap_or_else(|| state.clone())
}

pub(super) fn ask_withdrawal(
    state: &State,
    party: u32,
    settled: bool,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    happened(on, state.applied_on, ctx)?;
    if !state.applicants.contains(&party) {
        return Err(Refusal::WrongParty(party));
    }
    if state.withdrawals.iter().any(|asked| asked.party == party) {
        return Err(Refusal::AlreadyDone);
    }
    Ok(vec![Fact::WithdrawalAsked { party, settled, on }])
}

/// Withdrawal needs leave (行政复议法 41(1), 74): the office looks whether it is voluntary and lawful.
pub(super) fn rule_withdrawal(
    state: &State,
    party: u32,
    granted: bool,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    let Some(asked) = state.withdrawals.iter().find(|asked| asked.party == party) else {
        return Err(Refusal::NoWithdrawal);
    };
    happened(on, asked.on, ctx)?;
    let mut facts = vec![Fact::WithdrawalRuled { party, granted, settled: asked.settled, on }];
    if granted && state.applicants == [party] {
        let how = if asked.settled { Ending::Settled } else { Ending::Withdrawn };
        facts.push(closed(state, how, on));
    }
    Ok(facts)
}

pub(super) fn terminate(
    state: &State,
    ground: EndGround,
    since: Date,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    happened(on, since, ctx)?;
    Ok(vec![closed(state, Ending::Terminated(ground), on)])
}

/// An applicant's right to sue over the silence, while it is unused.
fn silence(state: &State, review: &Review, party: u32) -> Result<Date, Refusal> {
    if !state.applicants.contains(&party) {
        return Err(Refusal::WrongParty(party));
    }
    if review.sued.contains(&party) || review.lapsed.contains(&party) {
        return Err(Refusal::AlreadyDone);
    }
    review.overdue.ok_or(Refusal::SuitExcluded)
}

/// No decision in time: suit within fifteen days (行政诉讼法 45). When all have sued, the court has it.
pub(super) fn sue_over_silence(
    state: &State,
    review: &Review,
    by: ByParty,
    ctx: &Circumstances<'_>,
) -> Answer {
    let since = silence(state, review, by.party)?;
    happened(by.on, since, ctx)?;
    in_time(by.on, sue_by(since, ctx)?)?;
    let mut facts = vec![Fact::Sued { party: by.party, on: by.on }];
    let all = |no: &u32| *no == by.party || review.sued.contains(no);
    if state.applicants.iter().all(all) {
        facts.push(closed(state, Ending::InCourt, by.on));
    }
    Ok(facts)
}

/// The right to sue over the silence has passed; the office still owes its decision.
pub(super) fn lapse_silence(
    state: &State,
    review: &Review,
    party: u32,
    ctx: &Circumstances<'_>,
) -> Answer {
    let last = sue_by(silence(state, review, party)?, ctx)?;
    passed(last, ctx)?;
    Ok(vec![Fact::SuitLapsed { party, on: last }])
}

/// An opinion to the respondent or an agency below it; it reports within sixty days (T-K-13).
pub(super) fn opine(
    state: &State,
    since: Date,
    opinion: &Opine,
    ctx: &Circumstances<'_>,
) -> Answer {
    happened(opinion.on, since, ctx)?;
    let no = u32::try_from(state.opinions.len()).unwrap_or(u32::MAX).saturating_add(1);
    Ok(vec![Fact::OpinionGiven {
        no,
        on: opinion.on,
        agency: opinion.agency.clone(),
        text: opinion.text.clone(),
    }])
}

pub(super) fn report(state: &State, no: u32, on: Date, ctx: &Circumstances<'_>) -> Answer {
    let at = usize::try_from(no).ok().and_then(|no| no.checked_sub(1));
    let Some(opinion) = at.and_then(|at| state.opinions.get(at)) else {
        return Err(Refusal::NoSuchOpinion(no));
    };
    happened(on, opinion.on, ctx)?;
    if opinion.reported_on.is_some() {
        return Err(Refusal::AlreadyDone);
    }
    let mut facts = vec![Fact::OpinionReported { no, on }];
    let after = evolve_all(state, &facts);
    if matches!(after.stage, Stage::Reporting(_)) && !after.reports_owed() {
        facts.push(Fact::ReportsComplete { on });
    }
    Ok(facts)
}
