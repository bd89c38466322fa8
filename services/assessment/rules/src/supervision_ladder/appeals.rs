//! The unit's appeal against a case behind the measure (S21.4).

use jiefen_procedure::Circumstances;
use jiefen_vocab::DisputeId;

use super::decide::{Decided, me, own, stated, supervisor, withdrawn};
use super::{Fact, Ground, Refusal, State};
use crate::sheet::Correction;

/// The unit appeals a case that was not its own, or no failure of its own.
pub(super) fn appeal(
    state: &State,
    dispute: DisputeId,
    reason: &str,
    ctx: &Circumstances<'_>,
) -> Decided {
    own(state, ctx)?;
    stated(reason)?;
    if state.appeals.iter().any(|known| known.dispute == dispute) {
        return Err(Refusal::AppealedAlready);
    }
    if !state.cases.contains(&dispute) {
        return Err(Refusal::NotBehind);
    }
    let no = u32::try_from(state.appeals.len()).unwrap_or(u32::MAX - 1).saturating_add(1);
    Ok(vec![Fact::Appealed { no, dispute, reason: reason.to_owned(), on: ctx.today() }])
}

/// Upheld: the case is struck, the frozen figure is corrected visibly, and a measure that too few cases
/// carry falls.
pub(super) fn rule(
    state: &State,
    no: u32,
    (upheld, after): (bool, Option<(u64, u64)>),
    reason: &str,
    ctx: &Circumstances<'_>,
) -> Decided {
    supervisor(state, ctx)?;
    stated(reason)?;
    let place = usize::try_from(no).ok().and_then(|no| no.checked_sub(1));
    let known = place.and_then(|at| state.appeals.get(at)).ok_or(Refusal::NoSuchAppeal)?;
    if known.decision.is_some() {
        return Err(Refusal::AppealDecided);
    }
    let judge = me(ctx);
    if judge == state.drafted_by || state.signed.iter().any(|(by, _)| *by == judge) {
        return Err(Refusal::OwnMeasure);
    }
    let correction = if upheld { corrected(state, no, after, reason, ctx)? } else { None };
    let decided = Fact::AppealDecided {
        no,
        upheld,
        reason: reason.to_owned(),
        correction,
        by: judge.person,
        on: ctx.today(),
    };
    let left = u32::try_from(state.cases.len()).unwrap_or(u32::MAX).saturating_sub(1);
    if upheld && left < state.threshold {
        let fallen = withdrawn(state, "申诉成立，依据不足", Some(no), ctx.today());
        return Ok(vec![decided, fallen]);
    }
    Ok(vec![decided])
}

fn corrected(
    state: &State,
    no: u32,
    after: Option<(u64, u64)>,
    reason: &str,
    ctx: &Circumstances<'_>,
) -> Result<Option<Correction>, Refusal> {
    let figure = state.grounds.iter().rev().find_map(Ground::figure);
    let (Some((indicator, variant, _)), Some(before)) = (figure, state.current()) else {
        return Ok(None);
    };
    let after = after.filter(|after| *after != before).ok_or(Refusal::CorrectionMissing)?;
    Ok(Some(Correction {
        indicator,
        variant: variant.to_owned(),
        before,
        after,
        reason: reason.to_owned(),
        appeal: Some(no),
        by: ctx.actor.person.clone(),
        on: ctx.today(),
    }))
}
