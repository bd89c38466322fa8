//! From receipt to the competent unit: arts. 17 to 31.

use std::collections::BTreeSet;

use jiefen_procedure::Circumstances;
use jiefen_procedure::matrix::{Bar, Circumstance, Present, may_start};
use jiefen_vocab::{PartyRole, TrackKind};
use jiff::civil::Date;

use super::decide::{Answer, closed, dated, last_day};
use super::fact::Fact;
use super::payload::{
    Answer as AnswerTo, Branch, Classify, Designate, Earlier, Form, Forward, Matter, Object,
    Person, Receive, Reply, ReportUp,
};
use super::refusal::Refusal;
use super::state::{Ending, Handed, State};

/// A group visit has at most five representatives (T-L-09, art. 20).
const REPRESENTATIVES_MAX: usize = 5;

/// Everything that comes in is registered, also what will not be accepted (arts. 22, 44).
pub(super) fn receive(receive: &Receive, ctx: &Circumstances<'_>) -> Answer {
    if receive.on > ctx.today() {
        return Err(Refusal::DateInFuture(receive.on));
    }
    let chosen: BTreeSet<u32> = receive.representatives.iter().copied().collect();
    let parties = &receive.brief.parties;
    let to: Vec<u32> = parties
        .iter()
        .filter(|party| party.role == PartyRole::Applicant)
        .map(|party| party.no)
        .collect();
    if to.is_empty() || !chosen.iter().all(|party| to.contains(party)) {
        return Err(Refusal::NotPetitioners);
    }
    if receive.form == Form::Visit {
        let coming = if chosen.is_empty() { to.len() } else { chosen.len() };
        if coming > REPRESENTATIVES_MAX {
            return Err(Refusal::TooManyRepresentatives);
        }
    }
    Ok(vec![Fact::Received {
        on: receive.on,
        brief: Box::new(receive.brief.clone()),
        number: receive.number.clone(),
        form: receive.form,
        matter: receive.matter,
        earlier: receive.earlier.clone(),
        grave: receive.grave,
        representatives: chosen.into_iter().collect(),
        accused: receive.accused.clone(),
        to,
    }])
}

/// What bars a matter here: the same one in hand elsewhere within its time, or at the end of its road (I4).
/// What has a statutory channel is registered and classified out, not barred (T-L-08).
fn bar(state: &State) -> Option<(Ending, Bar)> {
    let (in_hand, ended) = match &state.earlier {
        Some(Earlier::InHand { until, .. }) => (*until >= state.received_on, false),
        Some(Earlier::Ended { .. }) => (false, true),
        None => (false, false),
    };
    let present = Present::of_brief(&state.brief)
        .given(&[(in_hand, Circumstance::InHandBelow), (ended, Circumstance::PetitionEnded)]);
    let bar = may_start(&present, TrackKind::Petition).err()?;
    match bar.cell {
        "petition_statutory_channel" => None,
        "petition_road_ended" => Some((Ending::RoadEnded, bar)),
        _ => Some((Ending::InHand, bar)),
    }
}

pub(super) fn not_accept(state: &State, on: Date, ctx: &Circumstances<'_>) -> Answer {
    dated(on, state.received_on, ctx)?;
    let (how, _) = bar(state).ok_or(Refusal::NothingBars)?;
    Ok(vec![closed(state, on, how)])
}

pub(super) fn report(state: &State, report: &ReportUp, ctx: &Circumstances<'_>) -> Answer {
    dated(report.on, state.received_on, ctx)?;
    if !state.to_report {
        return Err(Refusal::NothingToReport);
    }
    if let Some(unit) = report.to.iter().find(|unit| !state.may_be_shown_to(**unit)) {
        return Err(Refusal::AccusedMayNotSee(*unit));
    }
    Ok(vec![Fact::ReportedUp { on: report.on, receivers: report.to.clone() }])
}

pub(super) fn recuse(
    state: &State,
    person: &Person,
    floor: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    dated(person.on, floor, ctx)?;
    if state.recused.contains(&person.person) {
        return Err(Refusal::AlreadyDone);
    }
    Ok(vec![Fact::Recused { on: person.on, person: person.person.clone() }])
}

pub(super) fn assign(
    state: &State,
    person: &Person,
    floor: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    dated(person.on, floor, ctx)?;
    if state.recused.contains(&person.person) {
        return Err(Refusal::Recused);
    }
    Ok(vec![Fact::Assigned { on: person.on, person: person.person.clone() }])
}

pub(super) fn classify(
    state: &State,
    classify: &Classify,
    floor: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    dated(classify.on, floor, ctx)?;
    if let Some((_, bar)) = bar(state) {
        return Err(bar.into());
    }
    if state.matter != Matter::Claim {
        return Err(Refusal::NotAClaim);
    }
    if !classify.route.is_none_or(|route| fits(classify.branch, route)) {
        return Err(Refusal::RouteDoesNotFit);
    }
    Ok(vec![Fact::Classified {
        on: classify.on,
        branch: classify.branch,
        route: classify.route,
        to: state.petitioners(),
    }])
}

/// Whether a track belongs to a branch of art. 31.
fn fits(branch: Branch, route: TrackKind) -> bool {
    match branch {
        Branch::Legal => matches!(
            route,
            TrackKind::Litigation
                | TrackKind::Retrial
                | TrackKind::FastTrack
                | TrackKind::SummaryProcedure
                | TrackKind::PaymentOrder
                | TrackKind::ProcuratorateSupervision
                | TrackKind::PublicInterestLitigation
                | TrackKind::CriminalReferral
        ),
        Branch::Arbitration => matches!(
            route,
            TrackKind::LabourArbitration
                | TrackKind::LandArbitration
                | TrackKind::CommercialArbitration
        ),
        Branch::AdministrativeProcedure => matches!(
            route,
            TrackKind::AdministrativeReconsideration | TrackKind::AdministrativeRuling
        ),
        Branch::PartyAppeal | Branch::DutyToAct | Branch::Opinion => false,
    }
}

pub(super) fn forward(
    state: &State,
    forward: &Forward,
    floor: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    dated(forward.on, floor, ctx)?;
    if let Some((_, bar)) = bar(state) {
        return Err(bar.into());
    }
    if !state.may_be_shown_to(forward.unit) {
        return Err(Refusal::AccusedMayNotSee(forward.unit));
    }
    if state.matter == Matter::Claim && state.classified.is_none() {
        return Err(Refusal::NotClassified);
    }
    Ok(vec![Fact::Forwarded {
        on: forward.on,
        unit: forward.unit,
        report_by: forward.report_by,
        to: state.petitioners(),
    }])
}

/// Final: the unit that is named can no longer object (T-L-04).
pub(super) fn designate(
    state: &State,
    designate: &Designate,
    floor: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    dated(designate.on, floor, ctx)?;
    if !state.may_be_shown_to(designate.unit) {
        return Err(Refusal::AccusedMayNotSee(designate.unit));
    }
    let Designate { on, unit, by } = *designate;
    Ok(vec![Fact::Designated { on, unit, by, to: state.petitioners() }])
}

pub(super) fn acknowledge(
    state: &State,
    handed: &Handed,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    dated(on, handed.on, ctx)?;
    if handed.received_on.is_some() {
        return Err(Refusal::AlreadyDone);
    }
    let mut facts = vec![Fact::Acknowledged { on, fixed: handed.fixed }];
    facts.extend(routed(state, handed, on));
    Ok(facts)
}

fn received(handed: &Handed) -> Result<Date, Refusal> {
    handed.received_on.ok_or(Refusal::NotReceived)
}

/// Five working days; after that the matter is the unit's own (T-L-03).
pub(super) fn object(handed: &Handed, object: &Object, ctx: &Circumstances<'_>) -> Answer {
    let received_on = received(handed)?;
    dated(object.on, received_on, ctx)?;
    if handed.fixed {
        return Err(Refusal::CompetenceFixed);
    }
    let last = last_day(ctx, "T-L-03", received_on)?;
    if object.on > last {
        return Err(Refusal::ObjectionLate(last));
    }
    Ok(vec![Fact::Objected { on: object.on, proposes: object.proposes }])
}

pub(super) fn lapse_objection(state: &State, handed: &Handed, ctx: &Circumstances<'_>) -> Answer {
    let last = last_day(ctx, "T-L-03", received(handed)?)?;
    if handed.fixed {
        return Err(Refusal::AlreadyDone);
    }
    if ctx.today() <= last {
        return Err(Refusal::NotYetExpired(last));
    }
    let mut facts = vec![Fact::ObjectionLapsed { on: last }];
    let after = Handed { fixed: true, ..handed.clone() };
    facts.extend(routed(state, &after, ctx.today()));
    Ok(facts)
}

/// The unit tells the petitioner what it received and how it goes on; so it takes the matter as its own.
pub(super) fn tell(state: &State, handed: &Handed, on: Date, ctx: &Circumstances<'_>) -> Answer {
    dated(on, received(handed)?, ctx)?;
    if handed.told {
        return Err(Refusal::AlreadyDone);
    }
    let mut facts = vec![Fact::Told {
        on,
        branch: state.branch(),
        route: state.classified.and_then(|classified| classified.route),
        to: state.petitioners(),
    }];
    let after = Handed { fixed: true, told: true, ..handed.clone() };
    facts.extend(routed(state, &after, on));
    Ok(facts)
}

pub(super) fn excuse(state: &State, handed: &Handed, on: Date, ctx: &Circumstances<'_>) -> Answer {
    dated(on, received(handed)?, ctx)?;
    if handed.told {
        return Err(Refusal::AlreadyDone);
    }
    let mut facts = vec![Fact::TellingExcused { on }];
    facts.extend(routed(state, &Handed { told: true, ..handed.clone() }, on));
    Ok(facts)
}

/// A matter with another way leaves the petition once the unit is fixed and the petitioner is told; an
/// accusation once the unit is fixed.
fn routed(state: &State, handed: &Handed, on: Date) -> Option<Fact> {
    if !handed.fixed {
        return None;
    }
    match state.matter {
        Matter::Accusation => Some(closed(state, on, Ending::Transferred)),
        Matter::Suggestion => None,
        Matter::Claim => state
            .branch()
            .filter(|branch| branch.is_statutory() && handed.told)
            .map(|branch| closed(state, on, Ending::Routed(branch))),
    }
}

/// Suggestions are answered (art. 29); duties are done or answered (art. 31(5)).
pub(super) fn reply(
    state: &State,
    handed: &Handed,
    answer: &AnswerTo,
    ctx: &Circumstances<'_>,
) -> Answer {
    dated(answer.on, received(handed)?, ctx)?;
    let of_a_suggestion = match answer.reply {
        Reply::Adopted | Reply::NotAdopted => true,
        Reply::Acted | Reply::Answered => false,
    };
    let right = match state.matter {
        Matter::Suggestion => of_a_suggestion,
        Matter::Claim => !of_a_suggestion && state.branch() == Some(Branch::DutyToAct),
        Matter::Accusation => false,
    };
    if !right {
        return Err(Refusal::NoSuchReply);
    }
    Ok(vec![
        Fact::Replied { on: answer.on, reply: answer.reply, to: state.petitioners() },
        closed(state, answer.on, Ending::Answered),
    ])
}
