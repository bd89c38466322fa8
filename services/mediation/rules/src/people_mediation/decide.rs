//! What follows from a command before an agreement binds.

use std::collections::BTreeSet;

use jiefen_procedure::matrix::{Circumstance, Present, may_start};
use jiefen_procedure::{Brief, Circumstances};
use jiefen_vocab::{DisputeKind, TrackKind};
use jiff::civil::Date;

use super::{
    Beginning, Checks, Command, Danger, Ending, Fact, Refusal, State, length_rule, perform,
    sessions, settle, slots, table,
};
use jiefen_procedure::term::{Term, happened};

pub(super) fn decide(
    state: Option<&State>,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    table::allowed(table::at(state), table::verb(command))?;
    let Some(state) = state else {
        let Command::Open { brief, by, on } = command else { return Err(Refusal::NotBegun) };
        return open(brief, *by, *on, ctx);
    };
    match command {
        Command::Open { .. } => Err(Refusal::AlreadyBegun),
        Command::GiveConsent { party, on, how } => give(state, *party, *on, how, ctx),
        Command::RefuseConsent { party, on, how } => refuse(state, *party, *on, how, ctx),
        Command::WithdrawConsent { party, how } => withdraw(state, *party, how, ctx),
        Command::Accept { on, mediator, checks } => accept(state, *on, mediator, checks, ctx),
        Command::Decline { on, ground } => {
            stop(state, Ending::Declined { ground: *ground }, *on, ctx)
        }
        Command::ChooseMediator { mediator, on, by_parties } => {
            sessions::choose(state, mediator, *on, *by_parties, ctx)
        }
        Command::ObjectMediator { party, on } => sessions::object(state, *party, *on, ctx),
        Command::ScheduleSession { on, place, mode } => {
            sessions::schedule(state, *on, place, *mode, ctx)
        }
        Command::OfferSlots { slots } => slots::offer(state, slots, ctx),
        Command::ChooseSlots { party, picked } => slots::choose(state, *party, picked, ctx),
        Command::HoldSession { session } => sessions::hold(state, session, ctx),
        Command::Extend { units, agreed, on } => sessions::extend(state, *units, agreed, *on, ctx),
        Command::BeginAppraisal { on } => sessions::appraisal_begins(state, *on, ctx),
        Command::EndAppraisal { on } => sessions::appraisal_ends(state, *on, ctx),
        Command::ReportDanger { found_on, danger, ends } => {
            report(state, *found_on, *danger, *ends, ctx)
        }
        Command::DraftAgreement { draft, on } => settle::draft(state, draft, *on, ctx),
        Command::ConfirmDraft { party, hash, on } => settle::confirm(state, *party, hash, *on, ctx),
        Command::Sign { signer, on } => settle::sign(state, *signer, *on, ctx),
        Command::RecordOral { draft, agreed, on } => settle::oral(state, draft, agreed, *on, ctx),
        Command::NoteApplication { window, on } => perform::applied(state, *window, *on, ctx),
        Command::RecordForce { force, on } => perform::force(state, *force, *on, ctx),
        Command::RecordPerformance { no, on, through, proof } => {
            perform::performed(state, *no, *on, *through, proof, ctx)
        }
        Command::ReportBreach { no, on, declared } => {
            perform::broken(state, *no, *on, *declared, ctx)
        }
        Command::EndUnperformed { on } => perform::unperformed(state, *on, ctx),
        Command::Withdraw { party, on } if state.by.is_of(*party) => {
            stop(state, Ending::Withdrawn { party: *party }, *on, ctx)
        }
        Command::Withdraw { party, .. } => Err(Refusal::NotApplicant(*party)),
        Command::EndFailed { on } => stop(state, Ending::Failed, *on, ctx),
        Command::EndSham { on } => stop(state, Ending::Sham, *on, ctx),
        Command::EndForSuit { on } if state.brief.kind == DisputeKind::Medical => {
            stop(state, Ending::SuitAccepted, *on, ctx)
        }
        Command::EndForSuit { .. } => Err(Refusal::SuitNoBar),
        Command::Lapse => lapse(state, ctx),
    }
}

/// The fact that ends the mediation, with the obligations that stay open.
pub(super) fn end(state: &State, ending: Ending, on: Date) -> Fact {
    let open = state.agreement().map(|agreement| agreement.outstanding()).unwrap_or_default();
    Fact::Ended { ending, on, open, kind: state.brief.kind, track: Some(state.brief.track) }
}

fn stop(
    state: &State,
    ending: Ending,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.opened_on, ctx.today())?;
    Ok(vec![end(state, ending, on)])
}

/// Opens a mediation: on application, of the committee's own accord or handed over (人民调解法 17). One
/// party that has clearly refused keeps it from beginning (T-B-01).
fn open(
    brief: &Brief,
    by: Beginning,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, brief.received_on, ctx.today())?;
    if brief.kind == DisputeKind::Administrative {
        return Err(Refusal::NotCivil);
    }
    let routes = [
        TrackKind::PeopleMediation,
        TrackKind::PeopleMediationTown,
        TrackKind::IndustryMediation,
        TrackKind::LabourMediation,
        TrackKind::JointMediation,
    ];
    if !routes.contains(&brief.track) {
        return Err(Refusal::OtherRoute(brief.track));
    }
    let numbers: BTreeSet<u32> = brief.parties.iter().map(|party| party.no).collect();
    if numbers.len() < 2 || numbers.len() != brief.parties.len() {
        return Err(Refusal::TwoPartiesNeeded);
    }
    let opened = Fact::Opened { brief: Box::new(brief.clone()), by, on };
    let mut facts = vec![opened];
    if let Beginning::Application { party } = by {
        known(brief, party)?;
        facts.push(Fact::ConsentGiven { party, on, how: "application".to_owned() });
    }
    let said = |no: u32| {
        brief.consents.iter().rev().find(|word| word.party == no && word.to == brief.track)
    };
    let refused = numbers.iter().find(|no| said(**no).is_some_and(|word| !word.given));
    if let Some(no) = refused {
        let ending = Ending::PartyRefused { party: *no };
        let (open, kind, track) = (Vec::new(), brief.kind, Some(brief.track));
        facts.push(Fact::Ended { ending, on, open, kind, track });
    }
    Ok(facts)
}

pub(super) fn known(brief: &Brief, party: u32) -> Result<(), Refusal> {
    let found = brief.parties.iter().any(|one| one.no == party);
    if found { Ok(()) } else { Err(Refusal::NoSuchParty(party)) }
}

/// Every party is among those named, or the first that is not.
pub(super) fn everybody(brief: &Brief, named: &[u32]) -> Result<(), Refusal> {
    for party in named {
        known(brief, *party)?;
    }
    match brief.parties.iter().find(|party| !named.contains(&party.no)) {
        Some(party) => Err(Refusal::NotAgreed(party.no)),
        None => Ok(()),
    }
}

/// The parties' words count only from when they were asked here.
fn give(
    state: &State,
    party: u32,
    on: Date,
    how: &str,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    known(&state.brief, party)?;
    happened(on, state.opened_on, ctx.today())?;
    Ok(vec![Fact::ConsentGiven { party, on, how: how.to_owned() }])
}

/// One clear refusal, and mediation does not begin (T-B-01).
fn refuse(
    state: &State,
    party: u32,
    on: Date,
    how: &str,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    known(&state.brief, party)?;
    happened(on, state.opened_on, ctx.today())?;
    let refused = Fact::ConsentRefused { party, on, how: how.to_owned() };
    Ok(vec![refused, end(state, Ending::PartyRefused { party }, on)])
}

/// Withdrawn consent ends mediation the same day (I5; 人民调解法 23).
fn withdraw(
    state: &State,
    party: u32,
    how: &str,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    known(&state.brief, party)?;
    let on = ctx.today();
    let withdrawn = Fact::ConsentWithdrawn { party, on, how: how.to_owned() };
    Ok(vec![withdrawn, end(state, Ending::ConsentWithdrawn { party }, on)])
}

/// Acceptance begins the mediation: here the matrix is asked (I4). What was registered before only asks the
/// parties.
fn accept(
    state: &State,
    on: Date,
    mediator: &str,
    checks: &Checks,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.opened_on, ctx.today())?;
    if let Some(party) = state.without_consent() {
        return Err(Refusal::ConsentMissing(party));
    }
    if let Some(last) = state.consents.iter().map(|consent| consent.on).max() {
        happened(on, last, ctx.today())?;
    }
    let medical = state.brief.kind == DisputeKind::Medical;
    if mediator.trim().is_empty() {
        return Err(Refusal::MediatorWanted);
    }
    // Whether safety is arranged is looked at here, whatever the sender says (T-R-02).
    let present = Present::of_brief(&state.brief).without(Circumstance::SafetyArranged);
    let present = present.given(&[(checks.safety_cleared, Circumstance::SafetyArranged)]);
    may_start(&present, state.brief.track)?;
    if !checks.rights_told {
        return Err(Refusal::RightsNotTold);
    } else if medical && !checks.hospital_notices {
        return Err(Refusal::HospitalNotices);
    } else if medical && !checks.not_handled_elsewhere {
        return Err(Refusal::HandledElsewhere);
    }
    let rule = length_rule(state.brief.kind);
    let from = if rule == "T-H-01" { state.opened_on } else { on };
    Ok(vec![Fact::Accepted { on, mediator: mediator.to_owned(), rule: rule.to_owned(), from }])
}

/// Risk of crime or disorder is reported to the police at once (T-B-07).
fn report(
    state: &State,
    found_on: Date,
    danger: Danger,
    ends: bool,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(found_on, state.opened_on, ctx.today())?;
    let mut facts = vec![Fact::DangerReported { danger, found_on, on: ctx.today() }];
    if ends && state.agreement().is_some() {
        return Err(Refusal::AgreementBinds);
    }
    if ends {
        facts.push(end(state, Ending::Danger, ctx.today()));
    }
    Ok(facts)
}

/// The term is over: mediation ends (T-B-02, T-H-01) or counts as failed (T-P-01).
fn lapse(state: &State, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let running = term(state)?;
    let ending = if running.rule == "T-P-01" { Ending::DeemedFailed } else { Ending::TermOver };
    match running.last_day(ctx)? {
        None => Err(Refusal::AppraisalRuns),
        Some(last) if ctx.today() <= last => Err(Refusal::TermRuns(last)),
        Some(_) => Ok(vec![end(state, ending, ctx.today())]),
    }
}

/// The running term of an accepted mediation.
pub(super) fn term(state: &State) -> Result<&Term, Refusal> {
    state.term.as_ref().ok_or(Refusal::NotAccepted)
}

/// The day of acceptance.
pub(super) fn accepted_on(state: &State) -> Result<Date, Refusal> {
    state.accepted_on.ok_or(Refusal::NotAccepted)
}
