//! Small guards that many commands share.

use std::collections::{BTreeMap, BTreeSet};

use jiefen_procedure::Circumstances;
use jiefen_procedure::matrix::{self, Circumstance as C, Known, Present, Standing};
use jiefen_vocab::{Flag, Outcome, TrackKind};
use jiff::civil::{Date, date};

use super::bars::Bar;
use super::clocks::{family, open_offer};
use super::fact::Fact;
use super::parts::{Track, TrackState};
use super::refusal::Refusal;
use super::state::State;
use crate::content::check_text;

/// From this day a court files first (T-C-01).
const FILE_FIRST_FROM: Date = date(2025, 1, 1);
/// From this day consumer complaints are under the new rule (T-Q-03).
const ORDER_121_FROM: Date = date(2026, 4, 15);

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
    require(!matrix::is_no_track(track), Bar::NotARoute)?;
    let route = state.route.as_ref();
    let insisted = route.is_some_and(|route| route.insists && route.track != track);
    require(!(insisted && matrix::is_mediation(track)), Bar::PartyInsists)?;
    matrix::may_start(&present(state, track), track).map_err(Refusal::Excluded)
}

/// The dispute as the matrix sees it when a track is asked for. What depends on the day of the complaint goes
/// by the first contact here; the body goes by its own day, and by its own judgment where a party insists.
fn present(state: &State, wanted: TrackKind) -> Present {
    let Known { tracks, facts } = known(state, wanted);
    let insists = chosen(state, wanted) && matrix::is_suit(wanted);
    Present { kind: state.content.kind, tracks, facts }.presuming(wanted).given(&[
        (insists, C::SuitInsisted),
        (state.interrupted_on < FILE_FIRST_FROM, C::ComplaintBefore2025),
        (state.interrupted_on < ORDER_121_FROM, C::ComplaintUnderOldConsumerRule),
    ])
}

fn chosen(state: &State, wanted: TrackKind) -> bool {
    state.route.as_ref().is_some_and(|route| route.track == wanted)
}

/// What the umbrella knows of a dispute for whoever is asked for a track: the tracks, and what flags, choices
/// and tracks tell. It travels in the brief.
pub fn known(state: &State, wanted: TrackKind) -> Known {
    let mut tracks: BTreeMap<TrackKind, Standing> = BTreeMap::new();
    for track in &state.tracks {
        let outcome = match track.state {
            TrackState::Running => None,
            // Once it is asked for, nobody is brought to talk before the court has answered.
            TrackState::Offered if track.kind == TrackKind::ProtectionOrder => None,
            TrackState::Ended { outcome, .. } => Some(outcome),
            TrackState::Offered
            | TrackState::Declined
            | TrackState::Expired
            | TrackState::Recalled => continue,
        };
        if tracks.get(&track.kind) != Some(&Standing::Running) && !undone(track) {
            tracks.insert(track.kind, outcome.into());
        }
    }
    let facts = facts(state, wanted, &tracks);
    Known { tracks, facts }
}

/// Where another body comes before the court, what was never asked of it or was taken back has not been
/// before it (劳动争议调解仲裁法 5, 29; 土地管理法 14).
fn undone(track: &Track) -> bool {
    let first =
        matches!(track.kind, TrackKind::LabourArbitration | TrackKind::AdministrativeRuling);
    let undone = matches!(
        track.state,
        TrackState::Ended { outcome: Outcome::Failed | Outcome::Withdrawn, .. }
    );
    first && undone
}

/// What flags, choices and tracks tell.
fn facts(state: &State, wanted: TrackKind, tracks: &BTreeMap<TrackKind, Standing>) -> BTreeSet<C> {
    let flags = &state.content.flags;
    let seized = |track: TrackKind| tracks.contains_key(&track);
    let over = |track| tracks.get(&track).is_some_and(|standing| *standing != Standing::Running);
    let facts = [
        (flags.contains(&Flag::SafetyAlert), C::DomesticViolence),
        // Mediation is open again only by the victim's own choice (T-R-02).
        (flags.contains(&Flag::SafetyAlert) && chosen(state, wanted), C::SafetyArranged),
        (flags.contains(&Flag::NotMediable), C::NotMediable),
        (over(TrackKind::PaymentOrder), C::LabourOrderLapsed),
        (seized(TrackKind::CommercialArbitration), C::ArbitrationAgreement),
        (seized(TrackKind::AdministrativeReconsideration), C::AdministrativeAct),
    ];
    facts.into_iter().filter(|(holds, _)| *holds).map(|(_, fact)| fact).collect()
}

/// No offer that would move responsibility is unanswered: the dispute is never offered twice at once.
pub fn nothing_offered(state: &State) -> Result<(), Refusal> {
    require(open_offer(state).is_none(), Bar::OfferOpen)
}
