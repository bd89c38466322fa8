//! Consent, the guard of neutrality, fees, experts, the plan and the agreement.

use std::collections::BTreeSet;

use jiefen_procedure::matrix::Circumstance;
use jiefen_procedure::{Brief, Circumstances};
use jiefen_vocab::{PartyKind, Role, TrackKind};
use jiff::civil::Date;

use super::tell::{OBJECT, term_rule};
use super::{Body, Ending, Expert, Fact, Kind, Refusal, Share, Stage, State};
use crate::agreement::{Draft, Window};
use crate::neutral::{
    Bargain, Candidate, Course, Event, Fault, Interest, check_brief, everybody, happened, known,
    last_day, route_open,
};

impl State {
    pub(super) fn end(&self, ending: Ending, on: Date) -> Fact {
        let (kind, track) = (self.course.brief.kind, self.course.brief.track);
        Fact::Ended { ending, on, kind, track }
    }
}

/// At least one party applies. A people's committee of the trade mediates under its own Act.
pub(super) fn open(
    brief: &Brief,
    body: &Body,
    facts: &BTreeSet<Circumstance>,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, brief.received_on, ctx)?;
    check_brief(brief)?;
    let right = match body.kind {
        Kind::PeoplesCommittee => return Err(Refusal::Committee),
        Kind::Association => TrackKind::IndustryMediation,
        Kind::Financial => TrackKind::ThirdPartyFinancialMediation,
    };
    if brief.track != right {
        return Err(Refusal::WrongBody);
    }
    route_open(brief, right, facts)?;
    let course = Course::new(brief, on);
    // A dispute that was handed over waits here for the words of both sides.
    let handed = ctx.actor.role == Role::System;
    if !handed && course.consents.iter().all(|word| !word.given) {
        return Err(Refusal::NoApplicant);
    }
    let opened = Fact::Opened { brief: Box::new(brief.clone()), body: body.clone(), handed, on };
    Ok(match course.without_consent() {
        Some(_) => vec![opened],
        None => vec![opened, Fact::AllConsent { on }],
    })
}

/// Which parties are members of the body is settled before it accepts.
pub(super) fn check_body(
    state: &State,
    members: &BTreeSet<u32>,
    court_linked: bool,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.course.brief.received_on, ctx)?;
    for party in members {
        known(&state.course.brief, *party)?;
    }
    Ok(vec![Fact::BodyChecked { members: members.clone(), court_linked, on }])
}

/// A party consents; with the last one a neutral is wanted.
pub(super) fn consent(
    state: &State,
    party: u32,
    how: &str,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    known(&state.course.brief, party)?;
    happened(on, state.course.begun_on, ctx)?;
    if state.stage == Stage::Willing {
        return Err(Refusal::AlreadyWilling);
    }
    let mut after = state.course.clone();
    after.consents.push(after.word(party, true, on, how));
    let consented = Fact::Consented { party, how: how.to_owned(), on };
    Ok(match after.without_consent() {
        Some(_) => vec![consented],
        None => vec![consented, Fact::AllConsent { on }],
    })
}

/// Who is employed by a party cannot be its mediator, whatever the parties say.
pub(super) fn fit(mediator: &Candidate) -> Result<(), Refusal> {
    match mediator.interest {
        Some(Interest::Employee) => Err(Refusal::Employed),
        Some(Interest::Relative | Interest::Stake | Interest::Agent | Interest::Other) | None => {
            Ok(())
        }
    }
}

/// Accepted under a neutral. Where a party is a member of the body and another is not, the neutral
/// comes from outside the members, unless each of the others takes a member.
pub(super) fn accept(
    state: &State,
    mediator: &Candidate,
    outside: bool,
    waived: &[u32],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    if let Some(party) = state.course.without_consent() {
        return Err(Fault::ConsentMissing(party).into());
    }
    let events = state.course.name(mediator, on, ctx)?;
    fit(mediator)?;
    if !state.body.checked {
        return Err(Refusal::BodyUnchecked);
    }
    let members = &state.body.members;
    let strangers = state.course.brief.parties.iter().filter(|one| !members.contains(&one.no));
    let silent = strangers.into_iter().find(|one| !waived.contains(&one.no));
    if let Some(party) = silent.filter(|_| !outside && !members.is_empty()) {
        return Err(Refusal::NotOutside(party.no));
    }
    let rule = term_rule(state.body.kind).to_owned();
    last_day(&rule, on, ctx)?;
    let events = events.into_iter().chain([Event::TermBegun { rule, on }]);
    let named = events.map(|event| Fact::Course { event });
    Ok([Fact::Accepted { on }].into_iter().chain(named).collect())
}

/// An association may charge by a tariff published beforehand; a financial body charges no natural
/// person.
pub(super) fn set_fee(
    state: &State,
    shares: &[Share],
    published: bool,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.course.since(), ctx)?;
    if !state.fee.is_empty() {
        return Err(Refusal::FeeSet);
    }
    if shares.is_empty() || shares.iter().any(|share| share.amount.0 <= 0) {
        return Err(Refusal::FeeEmpty);
    }
    for share in shares {
        known(&state.course.brief, share.party)?;
    }
    let person = |no: u32| {
        let mut parties = state.course.brief.parties.iter();
        parties.any(|one| one.no == no && one.kind == PartyKind::Person)
    };
    let charged = shares.iter().find(|share| person(share.party));
    if let Some(share) = charged.filter(|_| state.body.kind == Kind::Financial) {
        return Err(Refusal::NoFeeForConsumer(share.party));
    }
    if !published {
        return Err(Refusal::FeeNotPublished);
    }
    Ok(vec![Fact::FeeSet { shares: shares.to_vec(), on }])
}

/// All agree to ask one neutral expert; the term runs on.
pub(super) fn ask_expert(
    state: &State,
    expert: &Candidate,
    agreed: &[u32],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.course.since(), ctx)?;
    if state.expert.is_some() {
        return Err(Refusal::ExpertPending);
    }
    everybody(&state.course.brief, agreed)?;
    if expert.person.trim().is_empty() || !expert.checked || expert.interest.is_some() {
        return Err(Refusal::ExpertTied);
    }
    let expert = Expert { person: expert.person.trim().to_owned(), on };
    Ok(vec![Fact::ExpertAsked { expert }])
}

pub(super) fn expert_answers(
    state: &State,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let Some(expert) = &state.expert else { return Err(Refusal::NoExpert) };
    happened(on, expert.on, ctx)?;
    Ok(vec![Fact::ExpertAnswered { on }])
}

/// A plan where the facts are not seriously disputed and all agree to this way; served in writing
/// (法发〔2016〕14号 24).
pub(super) fn put_plan(
    state: &State,
    draft: &Draft,
    agreed: &[u32],
    served: Date,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    if !state.body.court_linked {
        return Err(Refusal::PlanNotOpen);
    }
    state.course.agrees(draft, agreed, on, ctx)?;
    happened(served, on, ctx)?;
    last_day(OBJECT, served, ctx)?;
    Ok(vec![Fact::PlanServed { draft: draft.clone(), served }])
}

/// Only a written objection in time counts; with it the plan is not agreed.
pub(super) fn object(
    state: &State,
    served: Date,
    party: u32,
    written: bool,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    known(&state.course.brief, party)?;
    happened(on, served, ctx)?;
    let last = last_day(OBJECT, served, ctx)?;
    if on > last {
        return Err(Refusal::ObjectionLate(last));
    }
    if !written {
        return Err(Refusal::OralObjection);
    }
    Ok(vec![state.end(Ending::Objected { party }, on)])
}

/// Seven days without a written objection: the plan counts as agreed.
pub(super) fn plan_stands(
    state: &State,
    served: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let Stage::Planned { draft, .. } = &state.stage else { return Err(Refusal::NoPlan) };
    let last = last_day(OBJECT, served, ctx)?;
    if ctx.today() <= last {
        return Err(Refusal::ObjectionRuns(last));
    }
    let tomorrow = last.tomorrow().unwrap_or(last);
    Ok(made(state, draft, tomorrow, true))
}

pub(super) fn agree(
    state: &State,
    draft: &Draft,
    signed: &[u32],
    sealed: bool,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    state.course.agrees(draft, signed, on, ctx)?;
    state.course.confirmed(draft)?;
    if sealed { Ok(made(state, draft, on, false)) } else { Err(Refusal::NotSealed) }
}

fn made(state: &State, draft: &Draft, on: Date, by_silence: bool) -> Vec<Fact> {
    let windows = state.course.windows(draft);
    let bargain = Bargain { draft: draft.clone(), on, windows };
    let mut facts = vec![Fact::Agreed { bargain: bargain.clone(), by_silence }];
    if bargain.windows.is_empty() {
        facts.push(state.end(Ending::Contract { bargain, applied: None }, on));
    }
    facts
}

pub(super) fn close(
    state: &State,
    bargain: &Bargain,
    window: Window,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    bargain.close(window, ctx)?;
    let mut left = bargain.clone();
    left.windows.retain(|open| *open != window);
    let on = ctx.today();
    let ended = state.end(Ending::Contract { bargain: left, applied: None }, on);
    Ok(vec![Fact::WindowClosed { window, on }, ended])
}
