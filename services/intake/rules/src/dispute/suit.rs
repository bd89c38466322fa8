//! 起诉: a party goes to court by her own word. Mediation is voluntary and no offer of another route holds a
//! suit up (人民调解法 3(3), C-003); when a mediation has failed, the way to court is told and taken (人民调解法
//! 26). The dispute is offered to the court at once, whose own law then says within which days it files
//! (民事诉讼法 126): whether the suit is heard, the court alone decides (登记立案规定 2、8).

use jiefen_handoff::Mode;
use jiefen_procedure::{Circumstances, Explain as _};
use jiefen_vocab::{Agency, DisputeKind, TrackKind};
use jiff::civil::Date;

use super::bars::Bar;
use super::chart;
use super::common::{Decided, may_start, nothing_offered, require};
use super::evolve::evolve;
use super::handoff::refer;
use super::orders::Offered;
use super::parts::RouteChoice;
use super::refusal::Refusal;
use super::sort::choose_route;
use super::state::{Stage, State};
use crate::content::ContentFault;

/// The name of the command.
pub(super) const NAME: &str = "file_suit";

/// A party's word that she goes to court.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suit {
    /// Who sues: an applicant's number.
    pub party: u32,
    /// The court of the place.
    pub court: Agency,
}

/// The open way to court, as a party is told of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// The articles that open it.
    pub basis: &'static str,
    /// What the court will ask first, and what may be done instead; none: nothing stands in the way.
    pub caution: Option<String>,
}

/// The way to court for a party, where it stands open; none where it does not.
pub fn open(state: &State, party: u32, on: Date) -> Option<Way> {
    let placed = chart::stands(state.stage.code(), NAME);
    let free = claims(state, party).is_ok() && nothing_offered(state).is_ok();
    let other = state.route.as_ref().is_some_and(|route| route.insists && route.party != party);
    let way = may_start(&insisting(state, party, on), TrackKind::Litigation);
    if !placed || !free || other || way.is_err() {
        return None;
    }
    let plain = State { route: None, ..state.clone() };
    let caution = may_start(&plain, TrackKind::Litigation).err();
    let caution = caution.map(|refusal| format!("{}；{}", refusal.zh(), refusal.instead()));
    Some(Way { basis: basis(state), caution })
}

/// 起诉: her choice, which is final, and the offer to the court in one step.
pub fn file_suit(state: &State, order: &Suit, ctx: &Circumstances<'_>) -> Decided {
    claims(state, order.party)?;
    nothing_offered(state)?;
    let choice = chosen(order.party, ctx.today());
    let mut facts = choose_route(state, &choice, ctx)?;
    let after = facts.iter().fold(Some(state.clone()), evolve);
    let offer = Offered {
        unit: order.court,
        track: TrackKind::Litigation,
        mode: Mode::Transfer,
        basis: basis(state).to_owned(),
    };
    facts.extend(refer(after.as_ref().unwrap_or(state), &offer, ctx)?);
    Ok(facts)
}

/// Only somebody who still claims goes to court with this dispute.
fn claims(state: &State, party: u32) -> Result<(), Refusal> {
    if !state.content.has(party) {
        return Err(ContentFault::UnknownParty { party }.into());
    }
    let claims = state.applicants().contains(&party) && !state.withdrawn.contains(&party);
    require(claims, Bar::NotClaimant)
}

fn chosen(party: u32, on: Date) -> RouteChoice {
    RouteChoice { party, track: TrackKind::Litigation, insists: true, on }
}

fn insisting(state: &State, party: u32, on: Date) -> State {
    State { route: Some(chosen(party, on)), ..state.clone() }
}

/// By which articles the way is open.
fn basis(state: &State) -> &'static str {
    let kind = state.content.kind;
    if matches!(kind, DisputeKind::Administrative | DisputeKind::LandExpropriation) {
        "行政诉讼法49、51"
    } else if state.stage == Stage::Unresolved {
        "人民调解法26；民事诉讼法122、126"
    } else {
        "人民调解法3(3)；民事诉讼法122、126"
    }
}
