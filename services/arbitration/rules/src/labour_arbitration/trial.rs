//! From acceptance to the award: LMAL 30 to 46.

use std::collections::BTreeSet;

use jiefen_procedure::Circumstances;
use jiefen_terms::{Query, Span};
use jiff::civil::Date;

use super::codes::ClaimKind;
use super::collective;
use super::decide::{Answer, dated, last_day, over as over_of};
use super::fact::Fact;
use super::payload::{
    ByParty, FormTribunal, HoldHearing, Mediate, NotifyHearing, OrderAdvance, Postpone, Recuse,
    RestartTerm, Stay, Sue,
};
use super::refusal::Refusal;
use super::state::{Ending, Hearing, Stage, State};
use super::{door, simplified};

/// The director may add fifteen days once (LMAL 43).
const EXTENSION: u32 = 15;

pub(super) fn under(state: &State) -> Result<&Hearing, Refusal> {
    state.hearing().ok_or(Refusal::NotNow(state.code()))
}

/// The last day of the term, with its stays and its extension.
pub(super) fn award_due(state: &State, ctx: &Circumstances<'_>) -> Result<Date, Refusal> {
    let hearing = under(state)?;
    let mut query = Query::new("T-H-09", hearing.term_from);
    for stood in &hearing.stays {
        query = query.stopped(Span::new(stood.from, stood.to).because(stood.ground.stop()));
    }
    if hearing.extended {
        query = query.extended(EXTENSION);
    }
    let end = ctx.law.end(&query).map_err(|error| {
        let refused = jiefen_procedure::Refused::no_such_limit("T-H-09", &error.to_string());
        Refusal::NoSuchLimit(Box::new(refused))
    })?;
    Ok(end.day())
}

pub(super) fn serve_copy(state: &State, by: &ByParty, ctx: &Circumstances<'_>) -> Answer {
    let hearing = under(state)?;
    dated(by.on, hearing.accepted_on, ctx)?;
    let respondents = state.respondents();
    if !respondents.contains(&by.party) {
        return Err(Refusal::WrongParty(by.party));
    }
    let has = |party: &u32| hearing.served.iter().any(|event| event.party == *party);
    if has(&by.party) {
        return Err(Refusal::AlreadyDone);
    }
    let all = respondents.iter().all(|party| *party == by.party || has(party));
    Ok(vec![Fact::CopyServed { party: by.party, on: by.on, all }])
}

/// A late defence is taken too: it does not hold up the case (LMAL 30).
pub(super) fn file_defence(state: &State, by: &ByParty, ctx: &Circumstances<'_>) -> Answer {
    let hearing = under(state)?;
    dated(by.on, hearing.accepted_on, ctx)?;
    if !state.respondents().contains(&by.party) {
        return Err(Refusal::WrongParty(by.party));
    }
    if hearing.defended.iter().any(|event| event.party == by.party) {
        return Err(Refusal::AlreadyDone);
    }
    Ok(vec![Fact::DefenceFiled { party: by.party, on: by.on }])
}

pub(super) fn forward_defence(state: &State, on: Date, ctx: &Circumstances<'_>) -> Answer {
    let hearing = under(state)?;
    let filed = hearing.defended.last().filter(|_| hearing.to_forward);
    let Some(filed) = filed else { return Err(Refusal::AlreadyDone) };
    dated(on, filed.on, ctx)?;
    Ok(vec![Fact::DefenceForwarded { on }])
}

pub(super) fn raise_limitation(state: &State, by: &ByParty, ctx: &Circumstances<'_>) -> Answer {
    dated(by.on, under(state)?.accepted_on, ctx)?;
    if !state.respondents().contains(&by.party) {
        return Err(Refusal::WrongParty(by.party));
    }
    if state.limitation_raised {
        return Err(Refusal::AlreadyDone);
    }
    Ok(vec![Fact::LimitationRaised { party: by.party, on: by.on }])
}

pub(super) fn form_tribunal(state: &State, form: &FormTribunal, ctx: &Circumstances<'_>) -> Answer {
    let hearing = under(state)?;
    dated(form.on, hearing.accepted_on, ctx)?;
    if !hearing.tribunal.is_empty() {
        return Err(Refusal::AlreadyDone);
    }
    let apart: BTreeSet<&String> = form.arbitrators.iter().collect();
    if state.collective_contract && state.is_group() {
        return Err(Refusal::TripartiteNeeded);
    }
    match (form.arbitrators.len(), apart.len()) {
        (3, 3) => {}
        (1, 1) if !state.is_group() => {}
        (1, 1) => return Err(Refusal::ThreeArbitratorsNeeded),
        _ => return Err(Refusal::WrongTribunal),
    }
    Ok(vec![Fact::TribunalFormed { on: form.on, arbitrators: form.arbitrators.clone() }])
}

pub(super) fn recuse(state: &State, recuse: &Recuse, ctx: &Circumstances<'_>) -> Answer {
    let hearing = under(state)?;
    dated(recuse.on, hearing.accepted_on, ctx)?;
    if hearing.tribunal.is_empty() {
        return Err(Refusal::NoTribunal);
    }
    let sits = |person: &String| hearing.tribunal.contains(person);
    if !sits(&recuse.arbitrator) || sits(&recuse.replacement) {
        return Err(Refusal::WrongTribunal);
    }
    Ok(vec![Fact::ArbitratorReplaced {
        on: recuse.on,
        arbitrator: recuse.arbitrator.clone(),
        ground: recuse.ground,
        replacement: recuse.replacement.clone(),
    }])
}

pub(super) fn notify(state: &State, notify: &NotifyHearing, ctx: &Circumstances<'_>) -> Answer {
    let hearing = under(state)?;
    dated(notify.on, hearing.accepted_on, ctx)?;
    if hearing.tribunal.is_empty() {
        return Err(Refusal::NoTribunal);
    }
    let last = last_day(ctx, "T-H-08", notify.hearing_on)?;
    if notify.on > last {
        return Err(Refusal::NoticeTooLate(last));
    }
    Ok(vec![Fact::HearingNotified { on: notify.on, hearing_on: notify.hearing_on }])
}

pub(super) fn postpone(state: &State, postpone: &Postpone, ctx: &Circumstances<'_>) -> Answer {
    let hearing = under(state)?;
    dated(postpone.asked_on, hearing.accepted_on, ctx)?;
    dated(postpone.on, postpone.asked_on, ctx)?;
    if !state.parties().contains(&postpone.party) {
        return Err(Refusal::WrongParty(postpone.party));
    }
    let Some(hearing_on) = hearing.hearing_on else { return Err(Refusal::HearingNotNotified) };
    let last = last_day(ctx, "T-H-08.postpone", hearing_on)?;
    if postpone.asked_on > last {
        return Err(Refusal::PostponementTooLate(last));
    }
    let (on, party, granted) = (postpone.on, postpone.party, postpone.granted);
    Ok(vec![Fact::PostponementDecided { on, party, granted }])
}

/// An applicant who stays away, and for whom no representative came, is taken to withdraw; against a respondent who does, the award may be
/// made by default (LMAL 36).
pub(super) fn hold(state: &State, hold: &HoldHearing, ctx: &Circumstances<'_>) -> Answer {
    let hearing = under(state)?;
    dated(hold.on, hearing.accepted_on, ctx)?;
    if hearing.hearing_on != Some(hold.on) {
        return Err(Refusal::HearingNotNotified);
    }
    if state.is_group() && hearing.guided_on.or(hearing.mediated_on).is_none() {
        return Err(Refusal::GuideFirst);
    }
    simplified::absent(hearing, &hold.absent)?;
    let parties = state.parties();
    if let Some(stranger) = hold.absent.iter().find(|party| !parties.contains(party)) {
        return Err(Refusal::WrongParty(*stranger));
    }
    let absent_of = |side: Vec<u32>| -> Vec<u32> {
        side.into_iter().filter(|party| hold.absent.contains(party)).collect()
    };
    let applicants = collective::not_appeared(state, absent_of(state.applicants()));
    let workers = door::given_up(state, &applicants);
    let mut facts = Vec::new();
    if workers.len() < state.remaining.len() {
        facts.push(Fact::HearingHeld { on: hold.on, defaulted: absent_of(state.respondents()) });
    }
    if !workers.is_empty() {
        let over = workers.len() == state.remaining.len();
        facts.push(Fact::DeemedWithdrawn { on: hold.on, applicants, workers });
        if over {
            facts.push(over_of(state, hold.on, Ending::Withdrawn));
        }
    }
    Ok(facts)
}

/// The mandatory mediation before the award (T-H-10). Each worker agrees for himself (I5).
pub(super) fn mediate(state: &State, mediate: &Mediate, ctx: &Circumstances<'_>) -> Answer {
    let hearing = under(state)?;
    dated(mediate.on, hearing.accepted_on, ctx)?;
    if hearing.tribunal.is_empty() {
        return Err(Refusal::NoTribunal);
    }
    if hearing.statement.is_some() {
        return Err(Refusal::StatementPending);
    }
    let agreed: BTreeSet<u32> = mediate.agreed.iter().copied().collect();
    if let Some(stranger) = agreed.iter().find(|party| !state.remaining.contains(party)) {
        return Err(Refusal::WrongParty(*stranger));
    }
    let on = mediate.on;
    if agreed.is_empty() {
        return Ok(vec![Fact::MediationFailed { on }]);
    }
    Ok(vec![Fact::StatementMade { on, workers: agreed.into_iter().collect() }])
}

/// Effective when every one of both sides has signed for it (LMAL 42).
pub(super) fn sign(state: &State, by: &ByParty, ctx: &Circumstances<'_>) -> Answer {
    let Some(statement) = &under(state)?.statement else { return Err(Refusal::NoStatement) };
    dated(by.on, statement.made_on, ctx)?;
    let needed = || statement.workers.iter().chain(&state.employers);
    if !needed().any(|party| *party == by.party) {
        return Err(Refusal::WrongParty(by.party));
    }
    if statement.signed.contains(&by.party) {
        return Err(Refusal::AlreadyDone);
    }
    let has = |party: &u32| *party == by.party || statement.signed.contains(party);
    let mut facts = vec![Fact::StatementSigned { party: by.party, on: by.on }];
    if needed().all(has) {
        let workers = statement.workers.clone();
        let over = workers.len() == state.remaining.len();
        facts.push(Fact::StatementEffective { on: by.on, workers });
        if over {
            facts.push(over_of(state, by.on, Ending::Settled));
        }
    }
    Ok(facts)
}

/// Whoever has signed for it is bound; until then each may go back (LMAL 42).
pub(super) fn repent(state: &State, by: &ByParty, ctx: &Circumstances<'_>) -> Answer {
    let Some(statement) = &under(state)?.statement else { return Err(Refusal::NoStatement) };
    dated(by.on, statement.made_on, ctx)?;
    let mut concerned = statement.workers.iter().chain(&state.employers);
    if !concerned.any(|party| *party == by.party) || statement.signed.contains(&by.party) {
        return Err(Refusal::WrongParty(by.party));
    }
    Ok(vec![Fact::StatementRejected { party: by.party, on: by.on }])
}

pub(super) fn advance(state: &State, order: &OrderAdvance, ctx: &Circumstances<'_>) -> Answer {
    let hearing = under(state)?;
    dated(order.on, hearing.accepted_on, ctx)?;
    if hearing.tribunal.is_empty() {
        return Err(Refusal::NoTribunal);
    }
    if !state.remaining.contains(&order.worker) {
        return Err(Refusal::WrongParty(order.worker));
    }
    if !is_money(order.kind) || !order.relation_clear || !order.hardship || order.amount.0 <= 0 {
        return Err(Refusal::AdvanceNotAllowed);
    }
    let OrderAdvance { on, worker, kind, amount, .. } = *order;
    Ok(vec![Fact::AdvanceOrdered { on, worker, kind, amount }])
}

/// The money claims of LMAL 44 and 47(1).
pub(super) const fn is_money(kind: ClaimKind) -> bool {
    match kind {
        ClaimKind::Wages
        | ClaimKind::InjuryMedical
        | ClaimKind::Compensation
        | ClaimKind::Damages => true,
        ClaimKind::NationalStandard | ClaimKind::Relation | ClaimKind::Other => false,
    }
}

pub(super) fn stay(state: &State, stay: &Stay, ctx: &Circumstances<'_>) -> Answer {
    let hearing = under(state)?;
    let floor = hearing.stays.last().map_or(hearing.term_from, |stood| stood.to);
    dated(stay.on, floor.tomorrow().unwrap_or(floor), ctx)?;
    let due = award_due(state, ctx)?;
    if stay.on > due {
        return Err(Refusal::TermOver(due));
    }
    Ok(vec![Fact::Stayed { on: stay.on, ground: stay.ground }])
}

pub(super) fn resume(state: &State, on: Date, ctx: &Circumstances<'_>) -> Answer {
    match &state.stage {
        Stage::Stayed { since, .. } => {
            dated(on, *since, ctx)?;
            Ok(vec![Fact::Resumed { on }])
        }
        Stage::Received { .. }
        | Stage::Applied
        | Stage::Unanswered { .. }
        | Stage::Hearing(_)
        | Stage::Overdue { .. }
        | Stage::Awarded(_)
        | Stage::Ended(_) => Err(Refusal::NotNow(state.code())),
    }
}

pub(super) fn extend(state: &State, on: Date, ctx: &Circumstances<'_>) -> Answer {
    let hearing = under(state)?;
    dated(on, hearing.term_from, ctx)?;
    if hearing.extended {
        return Err(Refusal::ExtensionUsed);
    }
    let due = award_due(state, ctx)?;
    if on > due {
        return Err(Refusal::TermOver(due));
    }
    Ok(vec![Fact::Extended { on }])
}

pub(super) fn restart(state: &State, restart: &RestartTerm, ctx: &Circumstances<'_>) -> Answer {
    let hearing = under(state)?;
    let floor = hearing.stays.last().map_or(hearing.term_from, |stood| stood.to);
    dated(restart.on, floor, ctx)?;
    let due = award_due(state, ctx)?;
    if restart.on > due {
        return Err(Refusal::TermOver(due));
    }
    Ok(vec![Fact::TermRestarted { on: restart.on, ground: restart.ground }])
}

/// The term is over: a finding against the office, and a right of the parties (LMAL 43).
pub(super) fn lapse(state: &State, ctx: &Circumstances<'_>) -> Answer {
    let hearing = under(state)?;
    let due = award_due(state, ctx)?;
    if ctx.today() <= due {
        return Err(Refusal::NotYetExpired(due));
    }
    let hearing_set = hearing.hearing_on.filter(|day| *day >= ctx.today());
    Ok(vec![Fact::AwardOverdue { on: due, hearing_set }])
}

/// The court takes the suit unless the parties only wait for a hearing that is set (解释(一) 12).
pub(super) fn sue_on_delay(state: &State, sue: &Sue, ctx: &Circumstances<'_>) -> Answer {
    let due = award_due(state, ctx)?;
    let set = under(state)?.hearing_on.filter(|day| *day >= sue.on);
    if let Some(day) = set {
        return Err(Refusal::HearingSet(day));
    }
    door::sue_on_silence(state, sue, &state.parties(), due, ctx)
}
