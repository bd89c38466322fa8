//! Mediation, award, receipt, correction: 61 to 70.

use jiefen_procedure::Circumstances;
use jiefen_procedure::term::happened;
use jiff::civil::Date;

use super::decide::{Answer, closed, everybody, known};
use super::door::agreement;
use super::trial::{dated, free, tribunal, under};
use super::{Act, Award, Ending, Fact, Form, Kind, State, Trial, rows};
use crate::statement::{Statement, has};
use jiefen_procedure::words::Refusal;

/// Only as the parties want it; it has an outcome when both agree (64).
pub(super) fn mediate(state: &State, agreed: &[u32], on: Date, ctx: &Circumstances<'_>) -> Answer {
    let trial = dated(state, on, ctx)?;
    tribunal(trial)?;
    if trial.statement.is_some() {
        return Err(rows::STATEMENT_PENDING.plain().into());
    }
    if agreed.is_empty() {
        return Ok(vec![Fact::MediationFailed { on }]);
    }
    everybody(state, agreed)?;
    Ok(vec![Fact::StatementMade { on }])
}

fn statement(trial: &Trial) -> Result<&Statement, Refusal> {
    trial.statement.as_ref().ok_or_else(|| rows::NO_STATEMENT.plain().into())
}

/// Effective when both sides have signed for it (65).
pub(super) fn sign(state: &State, party: u32, on: Date, ctx: &Circumstances<'_>) -> Answer {
    let statement = statement(under(state)?)?;
    happened(on, statement.made_on, ctx.today())?;
    known(state, party)?;
    if has(&statement.signed, party) {
        return Err(rows::ALREADY_DONE.plain().into());
    }
    let mut facts = vec![Fact::StatementSigned { party, on }];
    if statement.complete_with(party, &state.sides()) {
        facts.push(closed(state, on, Ending::Settled));
    }
    Ok(facts)
}

/// Whoever has not signed may go back; then an award follows (65).
pub(super) fn repent(state: &State, party: u32, on: Date, ctx: &Circumstances<'_>) -> Answer {
    let statement = statement(under(state)?)?;
    happened(on, statement.made_on, ctx.today())?;
    known(state, party)?;
    if has(&statement.signed, party) {
        return Err(rows::SIGNED.with(party).into());
    }
    Ok(vec![Fact::StatementRejected { party, on }])
}

/// After the hearing, or on papers by consent; on a settlement with everybody's word only (62, 64). A sham
/// is dismissed under the revised Act (61). In force when made (70).
pub(super) fn make(
    state: &State,
    kind: Kind,
    agreed: &[u32],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    let trial = dated(state, on, ctx)?;
    happened(on, free(trial)?.formed_on, ctx.today())?;
    if trial.statement.is_some() {
        return Err(rows::STATEMENT_PENDING.plain().into());
    }
    if trial.objection.is_some() {
        return Err(rows::OBJECTION_OPEN.plain().into());
    }
    match kind {
        Kind::OnAgreement => everybody(state, agreed)?,
        Kind::Sham if state.act == Act::Before2026 => {
            return Err(rows::ONLY_FROM_2026.plain().into());
        }
        Kind::Decided | Kind::Sham => {
            let Some(heard) = trial.last_heard else { return Err(rows::NOT_HEARD.plain().into()) };
            happened(on, heard, ctx.today())?;
        }
    }
    if agreement(state)?.form == Form::Asserted && !trial.confirmed && kind != Kind::OnAgreement {
        return Err(rows::PROMPT_MISSING.plain().into());
    }
    Ok(vec![Fact::Awarded { kind, parties: state.sides(), on }])
}

pub(super) fn made(state: &State) -> Result<&Award, Refusal> {
    state.award().ok_or_else(|| rows::NO_AWARD.plain().into())
}

/// Each party's own receipt starts its own limits.
pub(super) fn receive(state: &State, party: u32, on: Date, ctx: &Circumstances<'_>) -> Answer {
    let award = made(state)?;
    happened(on, award.on, ctx.today())?;
    known(state, party)?;
    if has(&award.received, party) {
        return Err(rows::ALREADY_DONE.plain().into());
    }
    let all = state.sides().iter().all(|no| *no == party || has(&award.received, *no));
    Ok(vec![Fact::Received { party, all, on }])
}

/// The last day of a party's own limit; none before its receipt.
pub(super) fn last_of(
    award: &Award,
    party: u32,
    rule: &str,
    ctx: &Circumstances<'_>,
) -> Result<Option<Date>, Refusal> {
    let Some(event) = award.received.iter().find(|event| event.party == party) else {
        return Ok(None);
    };
    Ok(Some(ctx.last_day(rule, event.on)?))
}

/// In time: not after the party's own last day. Before its receipt the limit has not begun.
pub(super) fn in_time(
    award: &Award,
    party: u32,
    rule: &str,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<(), Refusal> {
    match last_of(award, party, rule, ctx)? {
        Some(last) if on > last => Err(rows::RIGHT_LOST.with(last).into()),
        Some(_) | None => Ok(()),
    }
}

/// Slips, and what was decided and left out of the text, within thirty days of one's receipt (T-J-05).
pub(super) fn ask_correction(
    state: &State,
    party: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    let award = made(state)?;
    happened(on, award.on, ctx.today())?;
    known(state, party)?;
    if has(&award.correction, party) {
        return Err(rows::ALREADY_DONE.plain().into());
    }
    in_time(award, party, "T-J-05", on, ctx)?;
    Ok(vec![Fact::CorrectionAsked { party, on }])
}

/// The tribunal's duty, asked or not, without a limit (69). The limits of the award run on.
pub(super) fn correct(state: &State, on: Date, ctx: &Circumstances<'_>) -> Answer {
    happened(on, made(state)?.on, ctx.today())?;
    Ok(vec![Fact::Corrected { on }])
}
