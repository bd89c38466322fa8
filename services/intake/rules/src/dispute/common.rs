//! Small guards that many commands share.

use jiefen_procedure::Circumstances;
use jiefen_vocab::TrackKind;
use jiff::civil::Date;

use super::bars::Bar;
use super::clocks::{family, open_offer};
use super::fact::Fact;
use super::parts::TrackState;
use super::refusal::Refusal;
use super::state::State;
use crate::content::check_text;
use crate::matrix::{self, Situation};

/// The result of deciding.
pub type Decided = Result<Vec<Fact>, Refusal>;

/// Turns a condition into a guard.
pub fn require(condition: bool, otherwise: Bar) -> Result<(), Refusal> {
    if condition { Ok(()) } else { Err(otherwise.into()) }
}

/// A day that is neither in the future nor before the dispute.
pub fn possible(on: Date, state: &State, ctx: &Circumstances<'_>) -> Result<(), Refusal> {
    require(on <= ctx.today(), Bar::DateInFuture)?;
    require(on >= state.interrupted_on, Bar::DateBeforeDispute)
}

/// The same, and not before the latest step that fixes an order.
pub fn in_order(on: Date, state: &State, ctx: &Circumstances<'_>) -> Result<(), Refusal> {
    possible(on, state, ctx)?;
    require(on >= state.latest_on, Bar::DateOutOfOrder)
}

/// A text that says something and is not longer than a file keeps.
pub fn written(text: &str) -> Result<(), Refusal> {
    require(!text.trim().is_empty(), Bar::ReasonMissing)?;
    Ok(check_text(text)?)
}

/// A named person: a staff id or a post (I1).
pub fn named(person: &str) -> Result<(), Refusal> {
    let length = person.chars().count();
    require((1..=100).contains(&length) && !person.trim().is_empty(), Bar::PersonMissing)
}

/// The paper that proves something.
pub fn proved(proof: &str) -> Result<(), Refusal> {
    require(!proof.trim().is_empty(), Bar::ProofMissing)?;
    Ok(check_text(proof)?)
}

/// Facts that leave the stage: the clocks that run end first, except a channel's own answer and the kept
/// ones.
pub fn leaving(state: &State, met: &[&str], keep: &[&str], facts: Vec<Fact>) -> Vec<Fact> {
    let (mut done, mut off) = (Vec::new(), Vec::new());
    for key in &state.running {
        let family = family(key);
        if met.contains(&family) {
            done.push(key.clone());
        } else if family != "channel_answer" && !keep.contains(&family) {
            off.push(key.clone());
        }
    }
    preceded(done, off, facts)
}

/// Facts that fulfil one duty and leave all else running.
pub fn fulfilling(state: &State, key: &str, facts: Vec<Fact>) -> Vec<Fact> {
    let met = if state.running.contains(key) { vec![key.to_owned()] } else { Vec::new() };
    preceded(met, Vec::new(), facts)
}

/// Facts preceded by the end of some clocks.
pub fn preceded(met: Vec<String>, off: Vec<String>, facts: Vec<Fact>) -> Vec<Fact> {
    if met.is_empty() && off.is_empty() {
        return facts;
    }
    let mut all = vec![Fact::DutiesEnded { met, off }];
    all.extend(facts);
    all
}

/// Whether a track may be opened or offered: the matrix (I4), and a party's insistence on another route.
pub fn may_start(state: &State, track: TrackKind) -> Result<(), Refusal> {
    let route = state.route.as_ref();
    let insisted = route.is_some_and(|route| route.insists && route.track != track);
    require(!(insisted && matrix::is_mediation(track)), Bar::PartyInsists)?;
    let flags: Vec<_> = state.content.flags.iter().copied().collect();
    let running: Vec<_> = state.running_tracks().map(|track| track.kind).collect();
    let ended: Vec<_> = state
        .tracks
        .iter()
        .filter(|track| matches!(track.state, TrackState::Ended { .. }))
        .map(|track| track.kind)
        .collect();
    let now = Situation {
        kind: state.content.kind,
        flags: &flags,
        running: &running,
        ended: &ended,
        chosen: route.is_some_and(|route| route.track == track),
    };
    Ok(matrix::may_start(track, &now)?)
}

/// No offer that would move responsibility is unanswered: the dispute is never offered twice at once.
pub fn nothing_offered(state: &State) -> Result<(), Refusal> {
    require(open_offer(state).is_none(), Bar::OfferOpen)
}
