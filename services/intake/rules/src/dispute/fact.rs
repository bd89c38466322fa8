//! What has happened to the umbrella, for ever. WHEN ADDING A FACT: here, evolve.rs, clocks.rs, notices.rs, tests.

use std::collections::BTreeSet;

use jiefen_handoff::Ground;
use jiefen_procedure::Consent;
use jiefen_vocab::{Agency, DisputeId, DisputeKind, Outcome, Private, Region, TrackKind};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::orders::{
    AdviceOnly, Classification, Confirmer, Due, EndGround, LevelGround, Offered, ReopenGround,
    SplitReason,
};
use super::parts::{
    Closing, CoUnit, ConfirmationEnd, Contact, EffectLevel, Proof, Responsible, Route, RouteChoice,
    Rung, SuspendReason, Taken,
};
use crate::content::{Content, Door, Identity};

/// A fact of the umbrella.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// The clocks that end with the facts recorded beside this one.
    DutiesEnded {
        /// Duties done, rights used.
        met: Vec<String>,
        /// Clocks that no longer apply.
        off: Vec<String>,
    },
    /// `dispute.detected`
    Detected(Box<Contact>),
    /// `inquiry.recorded`
    InquiryRecorded(Box<Contact>),
    /// `dispute.taken_over`
    TakenOver(Box<Taken>),
    /// `dispute.registered`
    Registered {
        /// What was registered.
        content: Box<Content>,
        /// How the claimant's identity was established.
        identity: Identity,
        /// Limitation is interrupted from this day (T-A-06).
        interrupted_on: Date,
        /// On which day.
        on: Date,
        /// Where it comes from, and what the machine said of it.
        #[serde(flatten)]
        beside: Box<crate::advised::Beside>,
    },
    /// `inquiry.answered`
    Answered {
        /// Why no dispute follows.
        why: AdviceOnly,
        /// The answer.
        answer: Private<String>,
        /// Who signed.
        signed_by: String,
        /// On which day.
        on: Date,
    },
    /// `dispute.merged`
    Merged {
        /// Where it lives on.
        into: DisputeId,
        /// On which day.
        on: Date,
    },
    /// `dispute.unmerged`
    Unmerged {
        /// Why.
        reason: String,
        /// The doors not yet answered, whose clocks run again from their own day.
        doors: Vec<Door>,
        /// On which day.
        on: Date,
    },
    /// `dispute.absorbed`
    Absorbed {
        /// The duplicate.
        dispute: DisputeId,
        /// Its doors, numbered within this dispute.
        doors: Vec<Door>,
        /// Its earliest request.
        interrupted_on: Date,
    },
    /// `dispute.released`
    Released {
        /// The former duplicate.
        dispute: DisputeId,
    },
    /// `dispute.linked`
    Linked {
        /// The other dispute.
        dispute: DisputeId,
    },
    /// `dispute.split`
    SplitOff {
        /// The new dispute.
        new: DisputeId,
        /// Its kind.
        kind: DisputeKind,
        /// Why.
        reason: SplitReason,
    },
    /// `dispute.classified`
    Classified {
        /// The result of sorting.
        result: Box<Classification>,
        /// On which day.
        on: Date,
        /// Placing begins now; not when it was classified before.
        placing: bool,
    },
    /// `route.offered`
    RoutesOffered {
        /// The routes.
        routes: Vec<Route>,
        /// On which day.
        on: Date,
        /// The clock of the choice starts now (it does not while one runs).
        starts: bool,
    },
    /// `route.chosen`
    RouteChosen {
        /// The choice.
        choice: RouteChoice,
        /// The clock of placing starts now.
        placing: bool,
    },
    /// `track.opened`
    OwnTrackOpened {
        /// Who.
        unit: Agency,
        /// Which track.
        track: TrackKind,
        /// The entry of the power list.
        power: String,
        /// The person in charge.
        person: String,
        /// On which day.
        on: Date,
    },
    /// `designation.requested`
    DesignationRequested {
        /// Why; forced by two declines, or asked for.
        reasons: String,
        /// Two declines forced it.
        forced: bool,
        /// Who seems competent.
        proposal: Option<Agency>,
        /// On which day.
        on: Date,
    },
    /// `unit.designated`, `lead.designated`
    Designated {
        /// The unit or lead.
        unit: Agency,
        /// The route.
        track: TrackKind,
        /// Units with tasks.
        co_units: Vec<CoUnit>,
        /// The entry of the power list.
        basis: String,
        /// On which day.
        on: Date,
    },
    /// `designation.objected`
    Objected {
        /// The unit.
        unit: Agency,
        /// Its reasons.
        reasons: String,
        /// On which day.
        on: Date,
    },
    /// `designation.final`
    DesignationFinal {
        /// The unit.
        unit: Agency,
        /// The route.
        track: TrackKind,
        /// Its person in charge.
        person: String,
        /// Who confirmed.
        by: Confirmer,
        /// The basis.
        basis: String,
        /// On which day.
        on: Date,
    },
    /// `referral.offered`
    Offered {
        /// To whom, for which track, how, on which basis.
        offer: Offered,
        /// On which day.
        on: Date,
        /// The dispute now waits for the reply (stage `assigned`).
        assigns: bool,
        /// The clock of the reply starts.
        awaited: bool,
    },
    /// `referral.accepted`
    Accepted {
        /// Who.
        unit: Agency,
        /// Its person in charge.
        person: String,
        /// Its case number.
        case_no: Option<String>,
        /// On which day.
        on: Date,
        /// Responsibility moves (I2).
        moves: bool,
        /// The dispute is in process from now on.
        proceeds: bool,
    },
    /// `referral.declined`
    Declined {
        /// Who.
        unit: Agency,
        /// Why.
        ground: Ground,
        /// Who is competent.
        proposal: Option<Agency>,
        /// On which day.
        on: Date,
    },
    /// `referral.expired`
    OfferExpired {
        /// Who did not answer.
        unit: Agency,
        /// On which day.
        on: Date,
    },
    /// `referral.recalled`
    Recalled {
        /// To whom it was.
        unit: Agency,
        /// Why.
        reason: String,
        /// On which day.
        on: Date,
    },
    /// The dispute is back at the desk of the holder, who must place it again.
    BackToTriage {
        /// On which day.
        on: Date,
    },
    /// `track.progress`
    ProgressNoted {
        /// Who.
        unit: Agency,
        /// The step.
        step: String,
        /// A session failed.
        session_failed: bool,
        /// On which day.
        on: Date,
        /// The next date.
        next_on: Option<Date>,
        /// The reporting clock starts anew.
        renews: bool,
    },
    /// `track.ended`: the track only; what follows for the dispute is a fact of its own.
    TrackEnded {
        /// The track's number; none: the higher centre's result.
        track: Option<u32>,
        /// Who.
        unit: Agency,
        /// The outcome.
        outcome: Outcome,
        /// What was not done.
        not_done: Option<String>,
        /// On which day.
        on: Date,
    },
    /// Another running track carries the dispute on.
    Carried {
        /// Who answers now: it accepted before.
        by: Responsible,
        /// On which day.
        on: Date,
    },
    /// `agreement.made`
    AgreementMade {
        /// Who made it.
        unit: Agency,
        /// Its force.
        effect: EffectLevel,
        /// Obligations.
        obligations: Vec<Due>,
        /// Joint confirmation by the court is open.
        confirmable: bool,
        /// On which day.
        on: Date,
    },
    /// `decision.made`
    DecisionMade {
        /// Whose.
        unit: Agency,
        /// Obligations.
        obligations: Vec<Due>,
        /// The rule of the remedy.
        remedy: Option<String>,
        /// On which day.
        on: Date,
    },
    /// `dispute.unresolved`
    WentUnresolved {
        /// Why.
        ground: EndGround,
        /// To whom a delegated dispute comes back.
        back_to: Option<Responsible>,
        /// On which day.
        on: Date,
    },
    /// `agreement.confirmed`: the court has confirmed the agreement, or leaves it the force it had (§6).
    ConfirmationEnded(ConfirmationEnd),
    /// `dispute.escalated`
    Escalated {
        /// The region whose centre is asked.
        to: Region,
        /// The ground; none: crosses regions.
        ground: Option<LevelGround>,
        /// Why.
        reason: String,
        /// On which day.
        on: Date,
    },
    /// `dispute.escalation_accepted`
    EscalationAccepted {
        /// The higher centre.
        unit: Agency,
        /// Its person in charge.
        person: String,
        /// On which day.
        on: Date,
    },
    /// `dispute.returned`
    ReturnedDown {
        /// The lower unit.
        unit: Agency,
        /// What it is to do.
        guidance: String,
        /// On which day.
        on: Date,
    },
    /// `dispute.suspended`
    Suspended {
        /// Why.
        reason: SuspendReason,
        /// The proof.
        proof: String,
        /// The first day of rest.
        on: Date,
    },
    /// `dispute.resumed`
    Resumed {
        /// The proof.
        proof: String,
        /// On which day.
        on: Date,
    },
    /// `dispute.withdrawn`
    Withdrawn {
        /// Which applicant.
        party: u32,
        /// Every applicant has withdrawn now.
        all: bool,
        /// The leave that was given.
        leave: Option<String>,
        /// On which day.
        on: Date,
    },
    /// `dispute.followed_up`
    FollowUpStarted {
        /// On which day.
        on: Date,
    },
    /// `obligation.performed`
    ObligationPerformed {
        /// Which.
        obligation: u32,
        /// The proof.
        proof: String,
        /// On which day it was done.
        on: Date,
        /// By which day it was due.
        due: Date,
        /// Nothing is left to be done: the file is closed next, from this day.
        last: Option<Date>,
    },
    /// `agreement.breached`
    Breached {
        /// Which obligation.
        obligation: u32,
        /// Enforcement is open; else a new route must be chosen.
        enforceable: bool,
        /// On which day.
        on: Date,
    },
    /// `performance.reported`: a body reports that all is performed.
    PerformedInFull {
        /// Who.
        unit: Agency,
        /// On which day.
        on: Date,
    },
    /// `notice.served`
    NoticeServed {
        /// Which.
        notice: u32,
        /// Its form.
        form: String,
        /// To which party.
        party: u32,
        /// The proof.
        proof: Proof,
        /// On which day.
        on: Date,
        /// The party's own receipt starts this remedy.
        remedy: Option<String>,
    },
    /// `channel.answered`
    ChannelAnswered {
        /// Which door.
        door: u32,
        /// On which day.
        on: Date,
    },
    /// `consent.recorded`
    ConsentRecorded {
        /// The consent.
        consent: Consent,
    },
    /// `representatives.named`
    RepresentativesNamed {
        /// Who.
        parties: BTreeSet<u32>,
    },
    /// `responsibility.person_named`
    PersonNamed {
        /// Who.
        person: String,
    },
    /// `dispute.closed`
    Closed {
        /// With what.
        result: Closing,
        /// By whom.
        by: Agency,
        /// On which day.
        on: Date,
    },
    /// `dispute.visited`
    Visited {
        /// On which day.
        on: Date,
        /// Whether the parties are content.
        satisfied: bool,
    },
    /// `dispute.archived`
    Archived {
        /// On which day.
        on: Date,
    },
    /// `dispute.reopened`
    Reopened {
        /// The ground.
        ground: ReopenGround,
        /// The reasons.
        reasons: String,
        /// Within six months of closing.
        soon: bool,
        /// On which day.
        on: Date,
    },
    /// `clock.expired` on a duty: the next rung is told, the clock runs again.
    Chased {
        /// The clock's key.
        clock: String,
        /// Its rule.
        rule: String,
        /// Who is told now.
        rung: Rung,
        /// On which day.
        on: Date,
    },
    /// `clock.expired` on a right: it was not used.
    RightLapsed {
        /// The clock's key.
        clock: String,
        /// On which day.
        on: Date,
    },
}
