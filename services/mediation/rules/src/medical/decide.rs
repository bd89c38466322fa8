//! What follows from a command: notices, sealing, application, acceptance. Mediation is in `mediate`.

use std::collections::BTreeSet;

use jiefen_procedure::matrix::{Circumstance, Present, Standing, may_start};
use jiefen_procedure::term::{Term, happened};
use jiefen_procedure::{Brief, Circumstances, Consent};
use jiefen_terms::Query;
use jiefen_vocab::{DisputeKind, TrackKind};
use jiff::civil::Date;

use super::{
    Autopsy, Command, Death, Elsewhere, Ending, Fact, Forum, Refusal, Stage, State, Told, mediate,
    rows, table,
};
use crate::refuse::none_of;
use crate::roll;
use jiefen_procedure::words::must;

pub(super) fn decide(
    state: Option<&State>,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    table::allowed(table::at(state), table::verb(command))?;
    let Some(state) = state else {
        let Command::Open { brief, insured, death, on } = command else {
            return Err(rows::NOT_RECORDED.into());
        };
        return open(brief, *insured, *death, *on, ctx);
    };
    match command {
        Command::Open { .. } => Err(rows::ALREADY_RECORDED.into()),
        Command::RecordNotices { told, on } => record_notices(state, told, *on, ctx),
        Command::Seal { both_present, on } => seal(state, *both_present, *on, ctx),
        Command::RecordAutopsy { autopsy, on } => record_autopsy(state, *autopsy, *on, ctx),
        Command::Apply { forum, applicants, on } => apply(state, *forum, applicants, *on, ctx),
        Command::Leave { on } => mediate::end(state, Ending::Left, *on, ctx),
        Command::GiveConsent { party, how, on } => consent(state, *party, how, *on, ctx),
        Command::WithdrawConsent { party, how } => withdraw(state, *party, how, ctx),
        Command::Accept { mediator, elsewhere, on } => {
            accept(state, mediator, *elsewhere, *on, ctx)
        }
        Command::Decline { on } => {
            mediate::own_forum(state, ctx)?;
            mediate::end(state, Ending::Declined, *on, ctx)
        }
        Command::JoinInsurer { claim, on } => join_insurer(state, claim, *on, ctx),
        Command::BeginAppraisal { agreed, on } => mediate::begin_appraisal(state, agreed, *on, ctx),
        Command::EndAppraisal { on } => mediate::end_appraisal(state, *on, ctx),
        Command::Extend { days, agreed, on } => mediate::extend(state, *days, agreed, *on, ctx),
        Command::HoldSession { session, open_to } => {
            mediate::hold(state, session, open_to.as_deref(), ctx)
        }
        Command::Agree { draft, signed, countersigned, on } => {
            mediate::agree(state, draft, signed, *countersigned, *on, ctx)
        }
        Command::EndFailed { on } => {
            mediate::own_forum(state, ctx)?;
            mediate::end(state, Ending::Failed, *on, ctx)
        }
        Command::Lapse => mediate::lapse(state, ctx),
        Command::NoteElsewhere { elsewhere, on } => {
            mediate::end(state, Ending::Elsewhere { elsewhere: *elsewhere }, *on, ctx)
        }
        Command::NoteApplication { on } => mediate::applied(state, *on, ctx),
        Command::Publish { agreed, on } => mediate::publish(state, agreed, *on, ctx),
        Command::RecordPerformance { no, on, proof } => {
            mediate::performed(state, *no, *on, proof, ctx)
        }
        Command::ReportBreach { no, on, declared } => {
            mediate::broken(state, *no, *on, *declared, ctx)
        }
    }
}

fn open(
    brief: &Brief,
    insured: bool,
    death: Option<Death>,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, brief.received_on, ctx.today())?;
    must(roll::two_parties(brief), rows::TWO_PARTIES_NEEDED)?;
    if let Some(death) = death {
        happened(death.at.date(), death.at.date(), ctx.today())?;
        let known = ctx.law.end(&Query::new("T-P-05", death.at)).is_ok();
        must(known, rows::DEATH_BEFORE_THE_REGULATION)?;
    }
    Ok(vec![Fact::Opened { brief: Box::new(brief.clone()), insured, death, on }])
}

/// The hospital's duty (医疗纠纷预防和处理条例 23). It never loses the patient the dispute: until
/// everything is told the case stands open, and mediation waits.
fn record_notices(
    state: &State,
    told: &BTreeSet<Told>,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.opened_on, ctx.today())?;
    must(!told.is_empty(), rows::NOTHING_TOLD)?;
    let mut facts = vec![Fact::NoticesRecorded { told: told.clone(), on }];
    if state.untold().iter().all(|one| told.contains(one)) {
        facts.push(Fact::NoticesComplete { on });
    }
    Ok(facts)
}

/// Sealed in the presence of both, with a list that both sign (医疗纠纷预防和处理条例 24、25).
fn seal(
    state: &State,
    both_present: bool,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.opened_on, ctx.today())?;
    must(state.sealed_on.is_none(), rows::SEALED_ALREADY)?;
    must(both_present, rows::SEAL_NEEDS_BOTH)?;
    Ok(vec![Fact::Sealed { on }])
}

fn record_autopsy(
    state: &State,
    autopsy: Autopsy,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.opened_on, ctx.today())?;
    must(state.death.is_some() && state.autopsy.is_none(), rows::NO_AUTOPSY)?;
    if let Autopsy::Refused { party } = autopsy {
        known(state, party)?;
    }
    Ok(vec![Fact::AutopsyRecorded { autopsy, on }])
}

pub(super) fn known(state: &State, party: u32) -> Result<(), Refusal> {
    none_of(roll::stranger(&state.brief, &[party]), rows::NO_SUCH_PARTY)
}

/// Applied for by both, or by one, whose application is a word of consent (医疗纠纷预防和处理条例 31、40).
fn apply(
    state: &State,
    forum: Forum,
    applicants: &[u32],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.opened_on, ctx.today())?;
    must(!applicants.is_empty(), rows::APPLICANT_WANTED)?;
    none_of(roll::stranger(&state.brief, applicants), rows::NO_SUCH_PARTY)?;
    let words = applicants.iter().map(|party| word(state, *party, true, on, "application"));
    Ok(words.chain([Fact::Applied { forum, on }]).collect())
}

fn word(state: &State, party: u32, given: bool, on: Date, how: &str) -> Fact {
    let to = state.brief.track;
    Fact::ConsentSaid { word: Consent { party, to, given, on, by: how.to_owned() } }
}

fn consent(
    state: &State,
    party: u32,
    how: &str,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    known(state, party)?;
    happened(on, state.opened_on, ctx.today())?;
    Ok(vec![word(state, party, true, on, how)])
}

fn withdraw(
    state: &State,
    party: u32,
    how: &str,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    known(state, party)?;
    let on = ctx.today();
    let ended = mediate::end(state, Ending::Withdrawn { party }, on, ctx)?;
    Ok([word(state, party, false, on, how)].into_iter().chain(ended).collect())
}

/// Accepted with everybody's consent, unless a court or the other body has accepted first (T-P-03); the
/// one matrix answers.
fn accept(
    state: &State,
    mediator: &str,
    elsewhere: Option<Elsewhere>,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let Stage::Applied { forum, on: since } = state.stage else {
        return Err(rows::NOT_APPLIED.into());
    };
    mediate::own_forum(state, ctx)?;
    happened(on, since, ctx.today())?;
    let (own, other) = match forum {
        Forum::Committee => (TrackKind::PeopleMediation, TrackKind::AdministrativeMediation),
        Forum::Department => (TrackKind::AdministrativeMediation, TrackKind::PeopleMediation),
    };
    let mut present = Present { kind: DisputeKind::Medical, ..Present::of_brief(&state.brief) };
    match elsewhere {
        Some(Elsewhere::Court) => present = present.with(Circumstance::SuitAccepted),
        Some(Elsewhere::OtherMediation) => present = present.track(other, Standing::Running),
        None => {}
    }
    may_start(&present, own)?;
    none_of(roll::unwilling(&state.brief, &state.consents), rows::CONSENT_MISSING)?;
    must(!mediator.trim().is_empty(), rows::MEDIATOR_WANTED)?;
    let rule = forum.rule();
    Term::new(rule, on).last_day(ctx)?;
    Ok(vec![Fact::Accepted { forum, mediator: mediator.to_owned(), rule: rule.to_owned(), on }])
}

fn join_insurer(
    state: &State,
    claim: &str,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.opened_on, ctx.today())?;
    must(state.insured, rows::NOT_INSURED)?;
    must(!claim.trim().is_empty(), rows::CLAIM_WANTED)?;
    Ok(vec![Fact::InsurerJoined { claim: claim.to_owned(), on }])
}
