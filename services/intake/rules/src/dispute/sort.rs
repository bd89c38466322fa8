//! Sorting: duplicates, links, splitting, classification, routes.

use std::collections::BTreeSet;

use jiefen_procedure::{Circumstances, matrix};
use jiefen_vocab::{DisputeId, DisputeKind, Flag, Role, TrackKind};

use super::arrive::next_door;
use super::bars::Bar;
use super::common::{
    Decided, leaving, may_start, nothing_offered, possible, preceded, require, written,
};
use super::fact::Fact;
use super::orders::{Absorption, Classification, Duplicate, Separation};
use super::parts::{Route, RouteChoice};
use super::refusal::Refusal;
use super::state::{Stage, State};
use crate::content::{ContentFault, Door, check_place};

/// 并案: same parties and same facts, confirmed by a person, never by a machine (§8).
pub fn mark_duplicate(state: &State, order: &Duplicate, ctx: &Circumstances<'_>) -> Decided {
    require(ctx.actor.role != Role::System, Bar::HumanMustConfirm)?;
    require(order.of != state.dispute, Bar::SelfReference)?;
    require(order.same_parties && order.same_facts, Bar::NotSame)?;
    require(state.running_tracks().next().is_none(), Bar::TracksOpen)?;
    nothing_offered(state)?;
    let merged = Fact::Merged { into: order.of, on: ctx.today() };
    // The surviving dispute carries the channels' own answers on.
    Ok(preceded(Vec::new(), state.running.iter().cloned().collect(), vec![merged]))
}

/// 撤销并案: the dispute lives on its own again; its channels' own limits run from their own days.
pub fn unmerge(state: &State, reason: &str, ctx: &Circumstances<'_>) -> Decided {
    written(reason)?;
    let doors = state.doors.iter().filter(|door| door.answered_on.is_none()).cloned().collect();
    Ok(vec![Fact::Unmerged { reason: reason.to_owned(), doors, on: ctx.today() }])
}

/// 接收并案: doors keep their numbers and answers; limitation takes the earliest date (§8).
pub fn absorb(state: &State, order: &Absorption, ctx: &Circumstances<'_>) -> Decided {
    let Absorption { dispute, ref doors, interrupted_on } = *order;
    require(dispute != state.dispute, Bar::SelfReference)?;
    require(interrupted_on <= ctx.today(), Bar::DateInFuture)?;
    if state.absorbed.iter().any(|known| known.dispute == dispute) {
        return Ok(Vec::new());
    }
    let numbers = next_door(state)..;
    let doors = doors.iter().zip(numbers).map(|(door, no)| Door { no, ..door.clone() }).collect();
    Ok(vec![Fact::Absorbed { dispute, doors, interrupted_on }])
}

/// 退回并案: the former duplicate takes its doors along.
pub fn release(state: &State, dispute: DisputeId) -> Decided {
    let absorbed = state.absorbed.iter().find(|known| known.dispute == dispute);
    let absorbed = absorbed.ok_or(Bar::NotMergedHere)?;
    let keys = absorbed.doors.iter().map(|no| format!("channel_answer:{no}"));
    let off = keys.filter(|key| state.running.contains(key)).collect();
    Ok(preceded(Vec::new(), off, vec![Fact::Released { dispute }]))
}

/// 关联: another dispute that is like this one, without merging.
pub fn link(state: &State, dispute: DisputeId) -> Decided {
    require(dispute != state.dispute, Bar::SelfReference)?;
    if state.linked.contains(&dispute) {
        return Ok(Vec::new());
    }
    Ok(vec![Fact::Linked { dispute }])
}

/// 拆分: separate claims go separate ways; closing one does not close the other (S16).
pub fn split(state: &State, order: Separation) -> Decided {
    let Separation { new, kind, reason } = order;
    require(new != state.dispute && !state.linked.contains(&new), Bar::SelfReference)?;
    Ok(vec![Fact::SplitOff { new, kind, reason }])
}

/// 归类: the substantive cause decides, never an ethnic or religious tag alone (C-120).
pub fn classify(state: &State, order: &Classification, ctx: &Circumstances<'_>) -> Decided {
    written(&order.why)?;
    for place in &order.other_places {
        check_place(*place)?;
    }
    let tag_alone =
        order.kind == DisputeKind::Other && order.flags.contains(&Flag::EthnicReligiousNeutral);
    require(!tag_alone, Bar::SubstantiveCause)?;
    require(!order.statutory.is_some_and(matrix::is_no_track), Bar::NotARoute)?;
    let result = Box::new(order.clone());
    if state.stage == Stage::Triage {
        return Ok(vec![Fact::Classified { result, on: ctx.today(), placing: false }]);
    }
    let classified = Fact::Classified { result, on: ctx.today(), placing: true };
    Ok(leaving(state, &["triage"], &[], vec![classified]))
}

/// 告知途径: every lawful route with cost, time and effect; the way to a decision is always among them
/// (C-003, C-239).
pub fn offer_routes(state: &State, routes: &[Route], ctx: &Circumstances<'_>) -> Decided {
    let insisted = state.route.as_ref().is_some_and(|route| route.insists);
    require(!insisted, Bar::PartyInsists)?;
    let told = |text: &str| !text.trim().is_empty();
    let complete = |route: &Route| told(&route.cost) && told(&route.time) && told(&route.effect);
    require(routes.iter().all(complete), Bar::RouteIncomplete)?;
    let shown: BTreeSet<TrackKind> = routes.iter().map(|route| route.track).collect();
    require(shown.len() == routes.len(), Bar::RouteTwice)?;
    let due = matrix::must_show(state.content.kind);
    let running = |track: &TrackKind| state.running_tracks().any(|known| known.kind == *track);
    let told = |track: &TrackKind| {
        shown.contains(track) || running(track) || stands_in(state, *track, &shown)
    };
    require(due.iter().all(told), Bar::RouteHidden)?;
    for route in routes {
        may_start(state, route.track)?;
    }
    let starts = !state.running.contains("route_choice");
    Ok(vec![Fact::RoutesOffered { routes: routes.to_vec(), on: ctx.today(), starts }])
}

/// Where the usual way to a decision is closed, what the law puts in its place is shown: with an arbitration
/// agreement arbitration, not the court (仲裁法 5). Where that is closed too, there is nothing to show.
fn stands_in(state: &State, usual: TrackKind, shown: &BTreeSet<TrackKind>) -> bool {
    let Err(Refusal::Excluded(bar)) = may_start(state, usual) else { return false };
    let open = |track: &&TrackKind| may_start(state, **track).is_ok();
    let mut instead = bar.instead.iter().filter(open).peekable();
    instead.peek().is_none() || instead.any(|track| shown.contains(track))
}

/// 选择途径: a party's own word. Insistence on a suit or another way to a decision is final: nobody else's
/// choice and no further offer may delay it.
pub fn choose_route(state: &State, choice: &RouteChoice, ctx: &Circumstances<'_>) -> Decided {
    if !state.content.has(choice.party) {
        return Err(ContentFault::UnknownParty { party: choice.party }.into());
    }
    possible(choice.on, state, ctx)?;
    require(!matrix::is_no_track(choice.track), Bar::NotARoute)?;
    let other = |route: &RouteChoice| route.insists && route.party != choice.party;
    require(!state.route.as_ref().is_some_and(other), Bar::PartyInsists)?;
    require(!(choice.insists && matrix::is_mediation(choice.track)), Bar::MediationIsVoluntary)?;
    let offered = state.routes.iter().any(|route| route.track == choice.track);
    require(offered || choice.insists, Bar::RouteNotOffered)?;
    let placing =
        !state.running.contains("assignment") && !state.running.contains("confirm_designation");
    let met: Vec<String> = state.running.get("route_choice").cloned().into_iter().collect();
    Ok(preceded(met, Vec::new(), vec![Fact::RouteChosen { choice: choice.clone(), placing }]))
}
