//! The decision, its service, suit and performance (行政复议法 33, 63 to 71, 75 to 78; T-K-16).

use jiefen_procedure::Circumstances;
use jiff::civil::Date;

use super::close::{closed, evolve_all};
use super::committee;
use super::days::{decide_by, happened, in_time, passed, sue_by};
use super::decide::Answer;
use super::door::{act_of, grounded};
use super::fact::Fact;
use super::payload::{
    ByParty, Decide, DecisionKind, Duty, Enforcer, Measure, RefusalGround, Track,
};
use super::refusal::Refusal;
use super::state::{Decided, Ending, Review, Stage, State, Upshot};

/// A duty names a party of the case and a day that is not before the paper.
pub(super) fn duty_fits(state: &State, duty: Option<Duty>, on: Date) -> Result<(), Refusal> {
    let Some(duty) = duty else { return Ok(()) };
    if !state.parties().contains(&duty.party) {
        return Err(Refusal::WrongParty(duty.party));
    }
    if duty.by < on { Err(Refusal::DateTooEarly(on)) } else { Ok(()) }
}

/// The latest thing on the review's file.
fn latest(review: &Review) -> Date {
    let replies = review.replied.iter().map(|by| by.on);
    let stops = review.stood.iter().map(|stood| stood.to);
    let advice = review.consultation.as_ref().and_then(|asked| asked.advice.as_ref());
    let advised = advice.map(|advice| advice.on);
    let heard = [review.parties_heard_on, review.heard_on, advised].into_iter().flatten();
    replies
        .chain(stops)
        .chain(heard)
        .max()
        .map_or(review.accepted_on, |day| day.max(review.accepted_on))
}

pub(super) fn dismiss(
    state: &State,
    review: &Review,
    ground: RefusalGround,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    happened(on, latest(review), ctx)?;
    grounded(state, ground, ctx)?;
    Ok(vec![Fact::Decided {
        on,
        result: Upshot::Dismissed(ground),
        late: on > decide_by(review, ctx)?,
        duty: None,
        competent: None,
        parties: state.everybody(),
    }])
}

/// The steps that must come before a decision.
fn ripe(state: &State, review: &Review) -> Result<(), Refusal> {
    act_of(state)?;
    let served = |no: &u32| review.served.iter().any(|copy| copy.party == *no);
    if let Some(no) = state.respondents().into_iter().find(|no| !served(no)) {
        return Err(Refusal::CopyMissing(no));
    }
    if let Some(copy) = review.waiting().first() {
        return Err(Refusal::ReplyPending(copy.party));
    }
    match review.track {
        Track::Simplified if review.major || review.technical => Err(Refusal::ConvertFirst),
        Track::Simplified => Ok(()),
        Track::Ordinary if review.major && review.heard_on.is_none() => {
            Err(Refusal::HearingMissing)
        }
        Track::Ordinary if review.heard_on.is_none() && review.parties_heard_on.is_none() => {
            Err(Refusal::PartiesNotHeard)
        }
        Track::Ordinary => committee::heard(review),
    }
}

/// What the law makes of silence and of the applicant's protection.
fn lawful(review: &Review, decision: &Decide) -> Result<(), Refusal> {
    let unproved = !review.silent.is_empty() && !decision.third_proof;
    match decision.kind {
        DecisionKind::Change | DecisionKind::Uphold | DecisionKind::DismissClaim if unproved => {
            Err(Refusal::ActUnproved)
        }
        DecisionKind::Change if decision.worse && !decision.third_claims => {
            Err(Refusal::WorseForApplicant)
        }
        DecisionKind::OrderToAct
        | DecisionKind::AnnulAndRedo
        | DecisionKind::OrderUnderAgreement
            if decision.duty.is_none() =>
        {
            Err(Refusal::DutyMissing)
        }
        DecisionKind::Change
        | DecisionKind::Annul
        | DecisionKind::AnnulAndRedo
        | DecisionKind::ConfirmUnlawful
        | DecisionKind::OrderToAct
        | DecisionKind::ConfirmVoid
        | DecisionKind::Uphold
        | DecisionKind::DismissClaim
        | DecisionKind::OrderUnderAgreement => Ok(()),
    }
}

pub(super) fn decide(
    state: &State,
    review: &Review,
    decision: &Decide,
    ctx: &Circumstances<'_>,
) -> Answer {
    happened(decision.on, latest(review), ctx)?;
    ripe(state, review)?;
    lawful(review, decision)?;
    duty_fits(state, decision.duty, decision.on)?;
    Ok(vec![Fact::Decided {
        on: decision.on,
        result: Upshot::Decision(decision.kind),
        late: decision.on > decide_by(review, ctx)?,
        duty: decision.duty,
        competent: None,
        parties: state.everybody(),
    }])
}

impl Decided {
    /// To whom the paper goes: a refusal to the applicants, all else to every party.
    pub(super) fn addressees(&self, state: &State) -> Vec<u32> {
        match self.result {
            Upshot::Refused(_) => state.applicants.clone(),
            Upshot::Dismissed(_) | Upshot::Decision(_) | Upshot::Mediated => state.parties(),
        }
    }

    /// Who may sue over the paper; nobody over a mediation statement.
    pub(super) fn suitors(&self, state: &State) -> Vec<u32> {
        match self.result {
            Upshot::Refused(_) => state.applicants.clone(),
            Upshot::Dismissed(_) | Upshot::Decision(_) => state.suitors(),
            Upshot::Mediated => Vec::new(),
        }
    }

    fn received_on(&self, party: u32) -> Option<Date> {
        self.received.iter().find(|by| by.party == party).map(|by| by.on)
    }

    /// How the case ends, once nothing is left to wait for.
    fn over(&self, state: &State) -> Option<Ending> {
        let served = |no: &u32| self.received_on(*no).is_some();
        let answered = |no: &u32| self.lapsed.contains(no) || self.sued.contains(no);
        if !self.addressees(state).iter().all(served) || !self.suitors(state).iter().all(answered) {
            return None;
        }
        if !self.sued.is_empty() {
            return Some(Ending::InCourt);
        }
        if self.duty.is_some() {
            return self.settled;
        }
        Some(match self.result {
            Upshot::Refused(_) | Upshot::Dismissed(_) => Ending::NotOpen,
            Upshot::Decision(_) => Ending::Concluded,
            Upshot::Mediated => Ending::Mediated,
        })
    }
}

/// The facts, and the end of the case if they leave nothing to wait for.
fn and_close(state: &State, mut facts: Vec<Fact>, ctx: &Circumstances<'_>) -> Answer {
    let after = evolve_all(state, &facts);
    if let Stage::Decided(decided) = &after.stage
        && let Some(how) = decided.over(&after)
    {
        facts.push(closed(&after, how, ctx.today()));
    }
    Ok(facts)
}

/// Each party's own receipt starts its own clock (T-K-16); a decision takes effect with it (行政复议法 75).
pub(super) fn serve(
    state: &State,
    decided: &Decided,
    by: ByParty,
    ctx: &Circumstances<'_>,
) -> Answer {
    let addressees = decided.addressees(state);
    if !addressees.contains(&by.party) {
        return Err(Refusal::WrongParty(by.party));
    }
    happened(by.on, decided.on, ctx)?;
    if decided.received_on(by.party).is_some() {
        return Err(Refusal::AlreadyDone);
    }
    let watched = decided.duty.filter(|duty| {
        duty.party == by.party && decided.settled.is_none() && decided.result != Upshot::Mediated
    });
    let fact = Fact::Served {
        party: by.party,
        on: by.on,
        may_sue: decided.suitors(state).contains(&by.party),
        perform_from: watched.map(|duty| duty.by.max(by.on)),
        all: decided.received.len() + 1 >= addressees.len(),
    };
    and_close(state, vec![fact], ctx)
}

/// A suitor's receipt, while its right is unused.
fn open_right(state: &State, decided: &Decided, party: u32) -> Result<Date, Refusal> {
    if decided.result == Upshot::Mediated {
        return Err(Refusal::StatementBinds);
    }
    if !decided.suitors(state).contains(&party) {
        return Err(Refusal::WrongParty(party));
    }
    if decided.sued.contains(&party) || decided.lapsed.contains(&party) {
        return Err(Refusal::AlreadyDone);
    }
    decided.received_on(party).ok_or(Refusal::NotServed)
}

pub(super) fn sue(
    state: &State,
    decided: &Decided,
    by: ByParty,
    ctx: &Circumstances<'_>,
) -> Answer {
    let received = open_right(state, decided, by.party)?;
    happened(by.on, received, ctx)?;
    in_time(by.on, sue_by(received, ctx)?)?;
    and_close(state, vec![Fact::Sued { party: by.party, on: by.on }], ctx)
}

pub(super) fn lapse_suit(
    state: &State,
    decided: &Decided,
    party: u32,
    ctx: &Circumstances<'_>,
) -> Answer {
    let last = sue_by(open_right(state, decided, party)?, ctx)?;
    passed(last, ctx)?;
    and_close(state, vec![Fact::SuitLapsed { party, on: last }], ctx)
}

/// The duty, while it is unsettled.
fn open_duty(decided: &Decided) -> Result<Duty, Refusal> {
    match (decided.duty, decided.settled) {
        (None, _) => Err(Refusal::NoDuty),
        (Some(_), Some(_)) => Err(Refusal::AlreadyDone),
        (Some(duty), None) => Ok(duty),
    }
}

pub(super) fn perform(
    state: &State,
    decided: &Decided,
    on: Date,
    proof: &str,
    ctx: &Circumstances<'_>,
) -> Answer {
    open_duty(decided)?;
    happened(on, decided.on, ctx)?;
    if proof.trim().is_empty() {
        return Err(Refusal::ProofMissing);
    }
    and_close(state, vec![Fact::Performed { on, proof: proof.to_owned() }], ctx)
}

/// A respondent that does not perform is told to, spoken to, named in a circular (行政复议法 77).
pub(super) fn press(
    state: &State,
    decided: &Decided,
    measure: Measure,
    by: Date,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    let duty = open_duty(decided)?;
    if !state.respondents().contains(&duty.party) {
        return Err(Refusal::RespondentOnly);
    }
    happened(on, decided.on, ctx)?;
    if on <= duty.by {
        return Err(Refusal::NotYetExpired(duty.by));
    }
    if by <= on {
        return Err(Refusal::DateTooEarly(on));
    }
    Ok(vec![Fact::Pressed { on, measure, by }])
}

/// Against an applicant or third party who neither sued nor performed (行政复议法 78).
pub(super) fn enforce(
    state: &State,
    decided: &Decided,
    by: Enforcer,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    let duty = open_duty(decided)?;
    if state.respondents().contains(&duty.party) {
        return Err(Refusal::NotRespondent);
    }
    happened(on, decided.on, ctx)?;
    if on <= duty.by {
        return Err(Refusal::NotYetExpired(duty.by));
    }
    if decided.result != Upshot::Mediated && !decided.lapsed.contains(&duty.party) {
        return Err(Refusal::SuitOpen(duty.party));
    }
    let ours = matches!(decided.result, Upshot::Mediated | Upshot::Decision(DecisionKind::Change));
    let right = match by {
        Enforcer::Court => true,
        Enforcer::ReviewBody => ours,
        Enforcer::ActingAgency => !ours,
    };
    if !right {
        return Err(Refusal::WrongEnforcer);
    }
    and_close(state, vec![Fact::Enforced { on, by }], ctx)
}
