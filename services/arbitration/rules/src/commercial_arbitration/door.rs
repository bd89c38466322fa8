//! From the application to its acceptance, and what may come at any time before the award: 3 to 6, 10, 11,
//! 26 to 39, 62.

use std::collections::BTreeSet;

use jiefen_procedure::matrix::{Circumstance, Present, may_start};
use jiefen_procedure::term::happened;
use jiefen_procedure::{Brief, Circumstances};
use jiefen_vocab::{PartyRole, TrackKind};
use jiff::civil::Date;

use super::decide::{Answer, closed, known};
use super::{
    Act, Agreement, Apply, Command, Duty, Ending, Fact, Form, Forum, Ground, Measure, State, rows,
};
use crate::statement::has;
use jiefen_procedure::words::Refusal;

/// A case begins with a hand-over or with an application; the table lets nothing else come here.
pub(super) fn begin(command: &Command, ctx: &Circumstances<'_>) -> Answer {
    if let Command::TakeOver { brief, person, on } = command {
        happened(*on, brief.received_on, ctx.today())?;
        let (brief, person) = (brief.clone(), person.clone());
        return Ok(vec![Fact::TakenOver { brief, person, on: *on }]);
    }
    if let Command::Apply(application) = command {
        return apply(None, application, ctx);
    }
    Err(rows::NOT_BEGUN.plain().into())
}

pub(super) fn forgo(state: &State, on: Date, ctx: &Circumstances<'_>) -> Answer {
    happened(on, state.applied_on, ctx.today())?;
    Ok(vec![closed(state, on, Ending::NotApplied)])
}

/// Whatever is asked for is registered: a refusal is the body's, in writing (35).
pub(super) fn apply(state: Option<&State>, apply: &Apply, ctx: &Circumstances<'_>) -> Answer {
    let brief: Brief = match (state.map(|state| &state.brief), apply.brief.as_deref()) {
        (None, None) => return Err(rows::BRIEF_MISSING.plain().into()),
        (None, Some(brief)) | (Some(brief), None) => brief.clone(),
        (Some(came), Some(told)) if came.dispute != told.dispute => {
            return Err(rows::OTHER_DISPUTE.plain().into());
        }
        (Some(came), Some(told)) => {
            Brief { received_on: told.received_on.min(came.received_on), ..told.clone() }
        }
    };
    happened(apply.on, brief.received_on, ctx.today())?;
    let side = |role| brief.parties.iter().any(|party| party.role == role);
    let numbers: BTreeSet<u32> = brief.parties.iter().map(|party| party.no).collect();
    let apart = numbers.len() == brief.parties.len();
    if !side(PartyRole::Applicant) || !side(PartyRole::Respondent) || !apart {
        return Err(rows::TWO_SIDES_NEEDED.plain().into());
    }
    Ok(vec![Fact::Applied {
        brief: Box::new(brief),
        number: apply.number.clone(),
        agreement: apply.agreement.clone(),
        facts: apply.facts.clone(),
        on: apply.on,
    }])
}

/// The agreement, once there is an application.
pub(super) fn agreement(state: &State) -> Result<&Agreement, Refusal> {
    state.agreement.as_ref().ok_or_else(|| rows::NOT_APPLIED.plain().into())
}

/// Accepted only on an agreement that names this body, over what may be arbitrated, and once (3, 4, 10,
/// 29, 32, 93). An agreement that is only asserted suffices from 2026 (27), ad hoc only from 2026 in
/// foreign-related cases of two kinds (82).
pub(super) fn accept(state: &State, on: Date, ctx: &Circumstances<'_>) -> Answer {
    happened(on, state.applied_on, ctx.today())?;
    let agreement = agreement(state)?;
    let exists = match (agreement.form, state.act) {
        (Form::Written | Form::Deemed, _) => Some(Circumstance::ArbitrationAgreement),
        (Form::Asserted, Act::Of2025) => Some(Circumstance::ArbitrationAsserted),
        (Form::Asserted, Act::Before2026) | (Form::None, _) => None,
    };
    let present = Present::of_brief(&state.brief).and(state.facts.iter().copied()).and(exists);
    may_start(&present, TrackKind::CommercialArbitration)?;
    match (agreement.forum, state.act) {
        (Forum::Body, _) if !agreement.names_body => Err(rows::BODY_NOT_NAMED.plain().into()),
        (Forum::Body, _) | (Forum::AdHoc { foreign: true, ground: Some(_) }, Act::Of2025) => {
            Ok(vec![Fact::Accepted { on }])
        }
        (Forum::AdHoc { .. }, _) => Err(rows::AD_HOC_CLOSED.plain().into()),
    }
}

pub(super) fn refuse(state: &State, ground: Ground, on: Date, ctx: &Circumstances<'_>) -> Answer {
    happened(on, state.applied_on, ctx.today())?;
    Ok(vec![closed(state, on, Ending::Refused { ground })])
}

/// A suit despite the agreement: the court dismisses it when the other side raised the agreement before
/// its first hearing; silence waives the agreement and the court goes on (T-J-03).
pub(super) fn suit(
    state: &State,
    party: u32,
    raised: bool,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    happened(on, state.applied_on, ctx.today())?;
    known(state, party)?;
    if raised {
        return Ok(vec![Fact::SuitBarred { party, on }]);
    }
    Ok(vec![closed(state, on, Ending::Waived)])
}

/// Passed to the court. Orders on conduct only under the revised Act (39); property and evidence always.
pub(super) fn measure(
    state: &State,
    party: u32,
    what: Measure,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    happened(on, state.applied_on, ctx.today())?;
    known(state, party)?;
    if what == Measure::Conduct && state.act == Act::Before2026 {
        return Err(rows::ONLY_FROM_2026.plain().into());
    }
    Ok(vec![Fact::MeasureAsked { party, what, on }])
}

pub(super) fn oppose_online(
    state: &State,
    party: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    happened(on, state.applied_on, ctx.today())?;
    known(state, party)?;
    if has(&state.online_opposed, party) {
        return Err(rows::ALREADY_DONE.plain().into());
    }
    Ok(vec![Fact::OnlineOpposed { party, on }])
}

/// Before the award; a counterclaim is not withdrawn with the claim (38).
pub(super) fn withdraw(state: &State, on: Date, ctx: &Circumstances<'_>) -> Answer {
    happened(on, state.applied_on, ctx.today())?;
    if state.counterclaim {
        return Err(rows::COUNTERCLAIM_STANDS.plain().into());
    }
    Ok(vec![closed(state, on, Ending::Withdrawn)])
}

/// The five days, or the term of the body's rules, are over: a finding.
pub(super) fn overdue(state: &State, duty: Duty, ctx: &Circumstances<'_>) -> Answer {
    let last = match (duty, state.trial()) {
        (Duty::Acceptance, None) => ctx.last_day("T-J-01", state.applied_on)?,
        (Duty::Award, Some(trial)) => {
            let Some(term) = &trial.term else { return Err(rows::NO_TRIBUNAL.plain().into()) };
            term.last_day(ctx)?.ok_or_else(|| Refusal::from(rows::STAYED.plain()))?
        }
        (Duty::Acceptance, Some(_)) => return Err(rows::ACCEPTED.plain().into()),
        (Duty::Award, None) => return Err(rows::NOT_ACCEPTED.plain().into()),
    };
    if state.overdue.contains(&duty) {
        return Err(rows::ALREADY_DONE.plain().into());
    }
    if ctx.today() <= last {
        return Err(rows::TERM_RUNS.with(last).into());
    }
    Ok(vec![Fact::DutyOverdue { duty, on: last }])
}
