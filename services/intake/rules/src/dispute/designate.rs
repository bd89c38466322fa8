//! Designation: the holder's own acceptance, the centre's naming of a unit or lead, objection,
//! confirmation (plan 五(二)2: 首问负责、指定、牵头).

use jiefen_procedure::Circumstances;
use jiefen_vocab::Channel;
use jiff::civil::Date;

use super::bars::Bar;
use super::common::{
    Decided, in_order, leaving, may_start, named, nothing_offered, require, written,
};
use super::fact::Fact;
use super::orders::{Confirmation, Naming, Objection, Own, Request};
use super::parts::{CoUnit, Designation, Waiting};
use super::refusal::Refusal;
use super::state::{Stage, State};

/// The clocks of the stages in which a route and a unit are looked for.
pub const PLACED: &[&str] = &["assignment", "designation", "reply", "confirm_designation"];

/// 自行承办: the matter is in the unit's own power list (C-163).
pub fn accept_own(state: &State, order: &Own, ctx: &Circumstances<'_>) -> Decided {
    written(&order.power)?;
    named(&order.person)?;
    if let Stage::Assigned { waiting } = &state.stage {
        let mine = match waiting {
            Waiting::Designation => true,
            Waiting::Reply { unit } => *unit == ctx.actor.agency,
        };
        require(mine, Bar::AwaitsOther)?;
    } else {
        nothing_offered(state)?;
    }
    may_start(state, order.track)?;
    let opened = Fact::OwnTrackOpened {
        unit: ctx.actor.agency,
        track: order.track,
        power: order.power.clone(),
        person: order.person.clone(),
        on: ctx.today(),
    };
    Ok(leaving(state, PLACED, &[], vec![opened]))
}

/// 提请指定: not the holder's matter; it stays the holder until another unit accepts (I2).
pub fn request_designation(state: &State, order: &Request, ctx: &Circumstances<'_>) -> Decided {
    written(&order.reasons)?;
    require(order.proposal != Some(state.responsible.unit), Bar::SelfReference)?;
    nothing_offered(state)?;
    let requested = Fact::DesignationRequested {
        reasons: order.reasons.clone(),
        forced: false,
        proposal: order.proposal,
        on: ctx.today(),
    };
    Ok(leaving(state, PLACED, &[], vec![requested]))
}

/// 指定责任单位: by the centre, on a basis in the power list (C-164).
pub fn designate_unit(state: &State, order: &Naming, ctx: &Circumstances<'_>) -> Decided {
    let waits = state.stage == Stage::Assigned { waiting: Waiting::Designation };
    require(waits, Bar::AwaitsOther)?;
    require(order.co_units.is_empty(), Bar::LeadHasCoUnits)?;
    designate(state, order, ctx)
}

/// 指定牵头单位: at least two units are competent; each co-unit gets a task (C-165).
pub fn designate_lead(state: &State, order: &Naming, ctx: &Circumstances<'_>) -> Decided {
    if let Stage::Assigned { waiting } = &state.stage {
        require(*waiting == Waiting::Designation, Bar::AwaitsOther)?;
    }
    require(!order.co_units.is_empty(), Bar::LeadOfNobody)?;
    let tasked = |co: &CoUnit| co.unit != order.unit && !co.task.trim().is_empty();
    require(order.co_units.iter().all(tasked), Bar::TaskMissing)?;
    designate(state, order, ctx)
}

fn designate(state: &State, order: &Naming, ctx: &Circumstances<'_>) -> Decided {
    written(&order.basis)?;
    nothing_offered(state)?;
    may_start(state, order.track)?;
    let designated = Fact::Designated {
        unit: order.unit,
        track: order.track,
        co_units: order.co_units.clone(),
        basis: order.basis.clone(),
        on: ctx.today(),
    };
    Ok(leaving(state, PLACED, &[], vec![designated]))
}

/// 对指定提出异议: by the unit or a co-unit, once, with reasons, within the limit: 5 working days for a petition (T-L-03), else the
/// county's own limit.
pub fn object(state: &State, order: &Objection, ctx: &Circumstances<'_>) -> Decided {
    let Objection { unit, ref reasons, on } = *order;
    let named = |designation: &&Designation| {
        designation.unit == unit || designation.co_units.iter().any(|co| co.unit == unit)
    };
    let designation = pending(state).filter(named).ok_or(Bar::NotDesignated)?;
    require(!designation.last, Bar::DesignationIsFinal)?;
    require(!state.objected, Bar::ObjectedOnce)?;
    written(reasons)?;
    in_order(on, state, ctx)?;
    require(on <= last_day(state, designation, ctx)?, Bar::ObjectionLate)?;
    let objected = Fact::Objected { unit, reasons: reasons.clone(), on };
    Ok(leaving(state, &["reply"], &[], vec![objected]))
}

/// The designation that waits for the unit's word.
fn pending(state: &State) -> Option<&Designation> {
    let Stage::Assigned { waiting: Waiting::Reply { unit } } = &state.stage else { return None };
    state.designation.as_ref().filter(|designation| designation.unit == *unit)
}

fn last_day(
    state: &State,
    designation: &Designation,
    ctx: &Circumstances<'_>,
) -> Result<Date, Refusal> {
    let petition = state.doors.iter().any(|door| door.channel == Channel::PetitionOffice);
    let rule = if petition { "T-L-03" } else { "policy.designation_objection" };
    Ok(ctx.last_day(rule, designation.on)?)
}

/// 确认指定: after an objection, or when the unit let the limit pass in silence; final, and responsibility
/// moves with it (I2, T-L-03, T-L-04).
pub fn confirm_designation(
    state: &State,
    order: &Confirmation,
    ctx: &Circumstances<'_>,
) -> Decided {
    named(&order.person)?;
    written(&order.basis)?;
    if let Stage::Assigned { .. } = &state.stage {
        let silent = pending(state).ok_or(Bar::NotDesignated)?;
        require(!silent.last, Bar::DesignationIsFinal)?;
        require(ctx.today() > last_day(state, silent, ctx)?, Bar::ObjectionStillOpen)?;
    } else {
        require(state.objected && state.designation.is_some(), Bar::NotDesignated)?;
        nothing_offered(state)?;
    }
    may_start(state, order.track)?;
    let confirmed = Fact::DesignationFinal {
        unit: order.unit,
        track: order.track,
        person: order.person.clone(),
        by: order.by,
        basis: order.basis.clone(),
        on: ctx.today(),
    };
    Ok(leaving(state, PLACED, &[], vec![confirmed]))
}
