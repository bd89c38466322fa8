//! Going up, coming down, resting: escalation to the lowest common superior or the next level, return with
//! guidance, suspension on listed grounds.

use jiefen_procedure::Circumstances;
use jiefen_vocab::{Agency, Role};
use jiff::civil::Date;

use super::bars::Bar;
use super::common::{Decided, in_order, leaving, nothing_offered, proved, require, written};
use super::fact::Fact;
use super::orders::{LevelGround, Rest};
use super::parts::Risk;
use super::state::{Stage, State};

/// Failed rounds after which a dispute may go up (§8).
const ROUNDS: u32 = 2;

/// 跨地区上报: the superior centre common to all regions of the dispute, computed from the tree of regions,
/// never from a name (plan 五(二)2, S06).
pub fn escalate_cross_region(state: &State, reason: &str, ctx: &Circumstances<'_>) -> Decided {
    written(reason)?;
    require(!state.content.other_places.is_empty(), Bar::OneRegionOnly)?;
    let common = state.content.common_region();
    let common = common.and_then(|common| common.lowest_common(state.home.region));
    let to = common.ok_or(Bar::NoCommonSuperior)?;
    require(to != state.home.region, Bar::CommonCentreHere)?;
    nothing_offered(state)?;
    let on = ctx.today();
    let escalated = Fact::Escalated { to, ground: None, reason: reason.to_owned(), on };
    Ok(leaving(state, super::designate::PLACED, &[], vec![escalated]))
}

/// 提级: the internal limit has passed, two rounds have failed, or the risk is red (§8, C-213).
pub fn escalate_level(
    state: &State,
    ground: LevelGround,
    reason: &str,
    ctx: &Circumstances<'_>,
) -> Decided {
    written(reason)?;
    let (holds, bar) = match ground {
        LevelGround::InternalLimit => (!state.ladder.is_empty(), Bar::LimitNotPassed),
        LevelGround::TwoFailedRounds => (state.failed_rounds() >= ROUNDS, Bar::RoundsNotFailed),
        LevelGround::RiskRed => (state.risk == Risk::Red, Bar::RiskNotRed),
    };
    require(holds, bar)?;
    // Out of triage only danger goes up: everything else is first worked on where it arose.
    require(state.stage != Stage::Triage || ground == LevelGround::RiskRed, Bar::WorkHereFirst)?;
    let to = state.home.region.parent().ok_or(Bar::NoSuperior)?;
    nothing_offered(state)?;
    let on = ctx.today();
    let escalated = Fact::Escalated { to, ground: Some(ground), reason: reason.to_owned(), on };
    Ok(leaving(state, super::designate::PLACED, &[], vec![escalated]))
}

/// 交回下级: once, with guidance. At the higher centre it hands its own umbrella down; at the lower one it
/// is the echo of that.
pub fn return_down(
    state: &State,
    unit: Agency,
    guidance: &str,
    ctx: &Circumstances<'_>,
) -> Decided {
    written(guidance)?;
    require(!state.returned, Bar::ReturnedOnce)?;
    if let Stage::Escalated { by, .. } = &state.stage {
        let higher = by.ok_or(Bar::EscalationUnanswered)?;
        let by_higher = ctx.actor.role == Role::System || ctx.actor.agency == higher;
        require(by_higher, Bar::NotTheHigherCentre)?;
        require(unit.region == state.home.region, Bar::NotBelow)?;
    } else {
        require(state.taken_from.is_some(), Bar::NotTakenOver)?;
        let below = unit.region != state.home.region && state.home.region.contains(unit.region);
        require(below, Bar::NotBelow)?;
    }
    nothing_offered(state)?;
    let returned = Fact::ReturnedDown { unit, guidance: guidance.to_owned(), on: ctx.today() };
    Ok(leaving(state, super::designate::PLACED, &[], vec![returned]))
}

/// 中止: only for a listed reason, with proof.
pub fn suspend(state: &State, order: &Rest, ctx: &Circumstances<'_>) -> Decided {
    let Rest { reason, ref proof, on } = *order;
    proved(proof)?;
    in_order(on, state, ctx)?;
    nothing_offered(state)?;
    let suspended = Fact::Suspended { reason, proof: proof.clone(), on };
    Ok(leaving(state, &[], &[], vec![suspended]))
}

/// 恢复: the reason has ended, with proof.
pub fn resume(state: &State, proof: &str, on: Date, ctx: &Circumstances<'_>) -> Decided {
    proved(proof)?;
    in_order(on, state, ctx)?;
    let resumed = Fact::Resumed { proof: proof.to_owned(), on };
    Ok(leaving(state, &["resume_check"], &[], vec![resumed]))
}
