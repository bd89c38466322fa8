//! Small guards that many commands share.

use jiefen_procedure::Circumstances;
use jiefen_procedure::matrix::{self, Circumstance as C, Present, Standing};
use jiefen_vocab::{DisputeKind, Flag, Outcome, TrackKind};
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
    match matrix::allowed(&present(state, track), track).bar() {
        None => Ok(()),
        Some(bar) => Err(Refusal::Excluded(bar.clone())),
    }
}

/// The dispute as the matrix sees it when a track is asked for. What only the receiving body can judge
/// (whether an arbitration agreement, a fixed debt, an instrument is there) is presumed for the party that
/// asks: the umbrella offers the road, the body accepts or refuses.
fn present(state: &State, wanted: TrackKind) -> Present {
    let mut present = Present::of(state.content.kind);
    for track in &state.tracks {
        let standing = match track.state {
            TrackState::Running => Standing::Running,
            TrackState::Ended { outcome: Outcome::Agreed | Outcome::Performed, .. } => {
                Standing::Agreed
            }
            TrackState::Ended { outcome: Outcome::Decided, .. } => Standing::Decided,
            TrackState::Ended {
                outcome:
                    Outcome::Failed | Outcome::Withdrawn | Outcome::Transferred | Outcome::Refused,
                ..
            } => Standing::Failed,
            TrackState::Offered
            | TrackState::Declined
            | TrackState::Expired
            | TrackState::Recalled => continue,
        };
        if !present.runs(track.kind) && !undone(track) {
            present.tracks.insert(track.kind, standing);
        }
    }
    known(state, wanted, &mut present);
    presumed(wanted, &mut present);
    present
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
fn known(state: &State, wanted: TrackKind, present: &mut Present) {
    let chosen = state.route.as_ref().is_some_and(|route| route.track == wanted);
    let flags = &state.content.flags;
    let seized = |track: TrackKind| present.tracks.contains_key(&track);
    let facts = [
        (flags.contains(&Flag::SafetyAlert), C::DomesticViolence),
        // Mediation is open again only by the victim's own choice (T-R-02).
        (flags.contains(&Flag::SafetyAlert) && chosen, C::SafetyArranged),
        (flags.contains(&Flag::NotMediable), C::NotMediable),
        (chosen && matrix::is_suit(wanted), C::SuitInsisted),
        (present.over(TrackKind::PaymentOrder), C::LabourOrderLapsed),
        (seized(TrackKind::CommercialArbitration), C::ArbitrationAgreement),
        (seized(TrackKind::AdministrativeReconsideration), C::AdministrativeAct),
        (state.interrupted_on < FILE_FIRST_FROM, C::ComplaintBefore2025),
        (state.interrupted_on < ORDER_121_FROM, C::ComplaintUnderOldConsumerRule),
    ];
    present.facts.extend(facts.into_iter().filter(|(holds, _)| *holds).map(|(_, fact)| fact));
}

/// What the body that is asked will judge itself.
#[expect(clippy::wildcard_enum_match_arm, reason = "the other tracks presume nothing")]
fn presumed(wanted: TrackKind, present: &mut Present) {
    let facts: &[C] = match wanted {
        TrackKind::CommercialArbitration => &[C::ArbitrationAgreement],
        TrackKind::PaymentOrder => &[C::MoneyDueAndFixed],
        TrackKind::JudicialConfirmation => &[C::AgreementInForce, C::PaymentAgreementByCommittee],
        TrackKind::AdministrativeReconsideration => &[C::AdministrativeAct],
        TrackKind::Retrial => &[C::FinalDecision],
        TrackKind::ProcuratorateSupervision => &[C::FinalDecision, C::RetrialTried],
        TrackKind::AdministrativeRuling if is_land(present.kind) => &[C::LandTitle],
        TrackKind::NotarizedEnforcement => &[C::NotarisedInstrument],
        _ => &[],
    };
    present.facts.extend(facts);
}

const fn is_land(kind: DisputeKind) -> bool {
    matches!(kind, DisputeKind::LandContracting | DisputeKind::LandExpropriation)
}

/// No offer that would move responsibility is unanswered: the dispute is never offered twice at once.
pub fn nothing_offered(state: &State) -> Result<(), Refusal> {
    require(open_offer(state).is_none(), Bar::OfferOpen)
}
