//! Mediation itself: term, appraisal, sessions, agreement, performance, endings.

use jiefen_procedure::Circumstances;
use jiefen_procedure::term::{Term, happened};
use jiefen_vocab::Fen;
use jiff::civil::Date;

use super::decide::known;
use super::{Ending, Fact, Forum, HIGH_CLAIM, Refusal, Stage, State, rows};
use crate::agreement::{Agreement, Draft, Window};
use crate::performing::{PerformFault, of_draft};
use crate::refuse::none_of;
use crate::roll;
use crate::session::Sitting;
use jiefen_procedure::words::must;

/// The forum of a case that was applied for.
fn forum(state: &State) -> Result<Forum, Refusal> {
    match &state.stage {
        Stage::Applied { forum, .. }
        | Stage::Mediating { forum, .. }
        | Stage::Agreed { forum, .. } => Ok(*forum),
        Stage::Noticing | Stage::Choosing | Stage::Ended { .. } => Err(rows::NOT_APPLIED.into()),
    }
}

/// The committee's people mediate at the committee, the department's at the department.
pub(super) fn own_forum(state: &State, ctx: &Circumstances<'_>) -> Result<(), Refusal> {
    let own = forum(state)?.mediators().contains(&ctx.actor.role);
    must(own, rows::OTHER_FORUM)
}

fn term(state: &State) -> Result<&Term, Refusal> {
    match &state.stage {
        Stage::Mediating { term, .. } => Ok(term),
        Stage::Noticing
        | Stage::Choosing
        | Stage::Applied { .. }
        | Stage::Agreed { .. }
        | Stage::Ended { .. } => Err(rows::NOT_ACCEPTED.into()),
    }
}

/// Accepts a day within the running term of the own forum.
fn within<'a>(state: &'a State, on: Date, ctx: &Circumstances<'_>) -> Result<&'a Term, Refusal> {
    own_forum(state, ctx)?;
    let running = term(state)?;
    happened(on, running.from, ctx.today())?;
    none_of(running.last_day(ctx)?.filter(|last| on > *last), rows::PAST_TERM)?;
    Ok(running)
}

/// Appraisal by a medical association or a forensic body, ordered by both or with both's consent
/// (医疗纠纷预防和处理条例 34、41); its days do not count (38、40).
pub(super) fn begin_appraisal(
    state: &State,
    agreed: &[u32],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let running = within(state, on, ctx)?;
    must(!running.stands_still(), rows::APPRAISAL_RUNS)?;
    none_of(roll::missing(&state.brief, agreed), rows::NOT_AGREED)?;
    let since = running.standstills.last().and_then(|still| still.to).unwrap_or(running.from);
    happened(on, since, ctx.today())?;
    Ok(vec![Fact::AppraisalBegun { on }])
}

pub(super) fn end_appraisal(
    state: &State,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let running = term(state)?;
    let Some(still) = running.standstills.last().filter(|still| still.to.is_none()) else {
        return Err(rows::NO_APPRAISAL.into());
    };
    happened(on, still.from, ctx.today())?;
    Ok(vec![Fact::AppraisalEnded { on }])
}

/// The committee and both parties may agree on more time before it is over; the department may not
/// (医疗纠纷预防和处理条例 38、40).
pub(super) fn extend(
    state: &State,
    days: u32,
    agreed: &[u32],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    within(state, on, ctx)?;
    must(forum(state)? == Forum::Committee, rows::NO_EXTENSION)?;
    must(days > 0, rows::EXTENSION_EMPTY)?;
    none_of(roll::missing(&state.brief, agreed), rows::NOT_AGREED)?;
    Ok(vec![Fact::TermExtended { days, on }])
}

/// Behind closed doors unless both agree (T-P-09), with live consent (I5), minors with their guardians.
pub(super) fn hold(
    state: &State,
    session: &Sitting,
    open_to: Option<&[u32]>,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    within(state, session.on, ctx)?;
    none_of(roll::unwilling(&state.brief, &state.consents), rows::CONSENT_MISSING)?;
    must(!session.present.is_empty(), rows::NOBODY_PRESENT)?;
    for party in &session.present {
        known(state, *party)?;
    }
    none_of(
        roll::unguarded(&state.brief, &session.present, &session.guardians),
        rows::GUARDIAN_ABSENT,
    )?;
    if let Some(agreed) = open_to {
        none_of(roll::missing(&state.brief, agreed), rows::CLOSED_SESSION)?;
    }
    let number = state.sessions.last().map_or(0, |held| held.no).saturating_add(1);
    Ok(vec![Fact::SessionHeld { session: session.numbered(number) }])
}

fn total(draft: &Draft) -> Fen {
    let amounts = draft.obligations.iter().filter_map(|owed| owed.amount);
    Fen(amounts.fold(0_i64, |sum, amount| sum.saturating_add(amount.0)))
}

/// The agreement takes effect with both signatures, the mediator's and the seal; an insured hospital's
/// insurer is called in before a high one (医疗纠纷预防和处理条例 7、39).
pub(super) fn agree(
    state: &State,
    draft: &Draft,
    signed: &[u32],
    countersigned: bool,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    within(state, on, ctx)?;
    none_of(roll::unwilling(&state.brief, &state.consents), rows::CONSENT_MISSING)?;
    draft.check(&state.brief, on).map_err(|f| Refusal::with(rows::BAD_AGREEMENT, of_draft(f)))?;
    let called = !state.insured || state.claim.is_some();
    must(called || total(draft) < HIGH_CLAIM, rows::INSURER_FIRST)?;
    none_of(roll::missing(&state.brief, signed), rows::NOT_SIGNED)?;
    must(countersigned, rows::NOT_SEALED)?;
    Ok(vec![Fact::AgreementMade { forum: forum(state)?, draft: draft.clone(), on }])
}

/// The parties apply jointly for judicial confirmation within 30 days (T-B-06).
pub(super) fn applied(
    state: &State,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let agreement = agreement(state)?;
    happened(on, agreement.effective_on, ctx.today())?;
    must(agreement.windows.contains(&Window::Confirmation), rows::WINDOW_NOT_OPEN)?;
    let last = ctx.last_day(Window::Confirmation.rule(), agreement.effective_on)?;
    none_of((on > last).then_some(last), rows::WINDOW_PAST)?;
    Ok(vec![Fact::ApplicationNoted { on }])
}

/// The content is made public only when both agree (T-P-09).
pub(super) fn publish(
    state: &State,
    agreed: &[u32],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    own_forum(state, ctx)?;
    happened(on, agreement(state)?.effective_on, ctx.today())?;
    none_of(roll::missing(&state.brief, agreed), rows::SECRET)?;
    Ok(vec![Fact::PublicationAllowed { on }])
}

pub(super) fn agreement(state: &State) -> Result<&Agreement, Refusal> {
    match &state.stage {
        Stage::Agreed { agreement, .. } => Ok(agreement),
        Stage::Noticing
        | Stage::Choosing
        | Stage::Applied { .. }
        | Stage::Mediating { .. }
        | Stage::Ended { .. } => Err(rows::NO_AGREEMENT.into()),
    }
}

fn of_fault(fault: PerformFault) -> Refusal {
    match fault {
        PerformFault::NoSuch(no) => Refusal::with(rows::NO_SUCH_OBLIGATION, no),
        PerformFault::Already(no) => Refusal::with(rows::ALREADY_PERFORMED, no),
        PerformFault::NoProof => rows::PROOF_WANTED.into(),
        PerformFault::NotYetDue(due) => Refusal::with(rows::NOT_YET_DUE, due),
    }
}

pub(super) fn performed(
    state: &State,
    number: u32,
    on: Date,
    proof: &str,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let agreement = agreement(state)?;
    happened(on, agreement.effective_on, ctx.today())?;
    let last = agreement.may_perform(number, proof).map_err(of_fault)?;
    let done = Fact::ObligationPerformed { no: number, on, proof: proof.to_owned() };
    let ended = Fact::Ended { ending: Ending::Performed, open: Vec::new(), on };
    Ok(if last { vec![done, ended] } else { vec![done] })
}

pub(super) fn broken(
    state: &State,
    number: u32,
    on: Date,
    declared: bool,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let agreement = agreement(state)?;
    happened(on, agreement.effective_on, ctx.today())?;
    agreement.may_break(number, on, declared).map_err(of_fault)?;
    Ok(vec![Fact::Ended { ending: Ending::Broken, open: agreement.outstanding(), on }])
}

/// The case ends on a day that is not before its last step.
pub(super) fn end(
    state: &State,
    ending: Ending,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let since = match &state.stage {
        Stage::Applied { on, .. } => *on,
        Stage::Mediating { term, .. } => term.from,
        Stage::Noticing | Stage::Choosing | Stage::Agreed { .. } | Stage::Ended { .. } => {
            state.opened_on
        }
    };
    happened(on, since, ctx.today())?;
    Ok(vec![Fact::Ended { ending, open: Vec::new(), on }])
}

/// Past the term without agreement: deemed failed (T-P-01, T-P-02).
pub(super) fn lapse(state: &State, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let on = ctx.today();
    let Some(last) = term(state)?.last_day(ctx)? else { return Err(rows::APPRAISAL_RUNS.into()) };
    none_of((on <= last).then_some(last), rows::TERM_RUNS)?;
    Ok(vec![Fact::Ended { ending: Ending::DeemedFailed, open: Vec::new(), on }])
}
