//! What follows from a command: the table first, then the door; trial and remedies have files of their own.

use std::collections::BTreeSet;

use jiefen_procedure::matrix::{Circumstance, Present, may_start};
use jiefen_procedure::term::happened;
use jiefen_procedure::{Brief, Circumstances};
use jiefen_vocab::{PartyRole, TrackKind};
use jiff::civil::Date;

use super::{
    Command, Duty, Ending, Fact, Ground, Matter, State, preserve, remedy, rows, table, trial,
};
use jiefen_procedure::words::Refusal;

pub(super) type Answer = Result<Vec<Fact>, Refusal>;

pub(super) fn decide(state: Option<&State>, command: &Command, ctx: &Circumstances<'_>) -> Answer {
    table::allowed(state, command)?;
    let Some(state) = state else { return begin(command, ctx) };
    match command {
        Command::TakeOver { .. } => Err(rows::ALREADY_BEGUN.plain().into()),
        Command::Forgo { on } => forgo(state, *on, ctx),
        Command::Apply { brief, number, matter, knew_on, facts, on } => {
            let brief = told(state, brief.as_deref())?;
            apply(&brief, number, *matter, *knew_on, facts, *on, ctx)
        }
        Command::Accept { on } => accept(state, *on, ctx),
        Command::Refuse { ground, on } => refuse(state, *ground, *on, ctx),
        Command::ServeCopy { party, on } => trial::serve(state, *party, *on, ctx),
        Command::FileDefence(defence) => trial::defend(state, defence, ctx),
        Command::ForwardDefence { on } => trial::forward(state, *on, ctx),
        Command::FormTribunal { members, simple, sole_agreed, on } => {
            trial::form(state, members, *simple, sole_agreed, *on, ctx)
        }
        Command::TellTribunal { on } => trial::tell(state, *on, ctx),
        Command::Challenge { challenge, known_on } => {
            trial::challenge(state, challenge, *known_on, ctx)
        }
        Command::DecideChallenge { replacement, on } => {
            trial::decide_challenge(state, replacement.as_ref(), *on, ctx)
        }
        Command::AskOnTheSpot { party, on } => trial::on_the_spot(state, *party, *on, ctx),
        Command::NotifyHearing { hearing_on, place, on } => {
            trial::notify(state, *hearing_on, *place, *on, ctx)
        }
        Command::ChangeHearing { party, granted, on } => {
            trial::change(state, *party, *granted, *on, ctx)
        }
        Command::HoldHearing { absent, withdrawn, on } => {
            trial::hold(state, absent, *withdrawn, *on, ctx)
        }
        Command::Mediate { agreed, on } => trial::mediate(state, agreed, *on, ctx),
        Command::SignStatement { party, on } => trial::sign(state, *party, *on, ctx),
        Command::Repent { party, on } => trial::repent(state, *party, *on, ctx),
        Command::OrderAdvance { party, what, relation_clear, on } => {
            trial::advance(state, *party, *what, *relation_clear, *on, ctx)
        }
        Command::AskMeasure { party, what, on } => preserve::ask(state, *party, *what, *on, ctx),
        Command::PassMeasure { measure, on } => preserve::pass(state, *measure, *on, ctx),
        Command::RuleMeasure { measure, granted, on } => {
            preserve::rule(state, *measure, *granted, *on, ctx)
        }
        Command::Stay { ground, on } => trial::stay(state, *ground, *on, ctx),
        Command::Resume { on } => trial::resume(state, *on, ctx),
        Command::Extend { days, on } => trial::extend(state, *days, *on, ctx),
        Command::Award { kind, agreed, on } => remedy::award(state, *kind, agreed, *on, ctx),
        Command::Terminate { ground, on } => terminate(state, *ground, *on, ctx),
        Command::Withdraw { on } => withdraw(state, *on, ctx),
        Command::Receive { party, on } => remedy::receive(state, *party, *on, ctx),
        Command::Sue { party, on } => remedy::sue(state, *party, *on, ctx),
        Command::Lapse { party } => remedy::lapse(state, *party, ctx),
        Command::NoteOverdue { duty } => overdue(state, *duty, ctx),
    }
}

/// A case begins with a hand-over or with an application; the table lets nothing else come here.
fn begin(command: &Command, ctx: &Circumstances<'_>) -> Answer {
    if let Command::TakeOver { brief, person, on } = command {
        happened(*on, brief.received_on, ctx.today())?;
        let (brief, person) = (brief.clone(), person.clone());
        return Ok(vec![Fact::TakenOver { brief, person, on: *on }]);
    }
    if let Command::Apply { brief, number, matter, knew_on, facts, on } = command {
        let Some(brief) = brief else { return Err(rows::BRIEF_MISSING.plain().into()) };
        return apply(brief, number, *matter, *knew_on, facts, *on, ctx);
    }
    Err(rows::NOT_BEGUN.plain().into())
}

/// The dispute as the claimant tells it, or as it was handed over. The first inquiry stays the earlier one:
/// it interrupts limitation (T-A-06).
fn told(state: &State, told: Option<&Brief>) -> Result<Brief, Refusal> {
    match told {
        None => Ok(state.brief.clone()),
        Some(told) if told.dispute != state.brief.dispute => {
            Err(rows::OTHER_DISPUTE.plain().into())
        }
        Some(told) => {
            let received_on = told.received_on.min(state.brief.received_on);
            Ok(Brief { received_on, ..told.clone() })
        }
    }
}

/// Whatever is asked for is registered: a refusal is the commission's, in writing (RLA 21, 23).
fn apply(
    brief: &Brief,
    number: &str,
    matter: Matter,
    knew_on: Option<Date>,
    facts: &BTreeSet<Circumstance>,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    happened(on, brief.received_on, ctx.today())?;
    let side = |role| brief.parties.iter().any(|party| party.role == role);
    let numbers: BTreeSet<u32> = brief.parties.iter().map(|party| party.no).collect();
    let apart = numbers.len() == brief.parties.len();
    if !side(PartyRole::Applicant) || !side(PartyRole::Respondent) || !apart {
        return Err(rows::TWO_SIDES_NEEDED.plain().into());
    }
    Ok(vec![Fact::Applied {
        brief: Box::new(brief.clone()),
        number: number.to_owned(),
        matter,
        knew_on,
        facts: facts.clone(),
        on,
    }])
}

/// Not accepted: expropriation and its compensation (T-I-08), other disputes, a seized court, what is
/// decided (RLA 2, 20, 22), and title to land, which the government decides first (T-I-09). Limitation is
/// no ground here: it is a defence.
fn accept(state: &State, on: Date, ctx: &Circumstances<'_>) -> Answer {
    happened(on, state.applied_on, ctx.today())?;
    let present = Present::of_brief(&state.brief).and(state.facts.iter().copied());
    may_start(&present, TrackKind::LandArbitration)?;
    Ok(vec![Fact::Accepted { on }])
}

fn refuse(state: &State, ground: Ground, on: Date, ctx: &Circumstances<'_>) -> Answer {
    happened(on, state.applied_on, ctx.today())?;
    Ok(vec![closed(state, on, Ending::Refused { ground })])
}

fn forgo(state: &State, on: Date, ctx: &Circumstances<'_>) -> Answer {
    happened(on, state.applied_on, ctx.today())?;
    Ok(vec![closed(state, on, Ending::NotApplied)])
}

/// A ground of refusal that shows itself later ends the case, above all a court that has accepted the
/// dispute (RLA 22).
fn terminate(state: &State, ground: Ground, on: Date, ctx: &Circumstances<'_>) -> Answer {
    happened(on, trial::under(state)?.accepted_on, ctx.today())?;
    Ok(vec![closed(state, on, Ending::Terminated { ground })])
}

/// Before the award, unless a counterclaim is to be decided (RLA 34).
fn withdraw(state: &State, on: Date, ctx: &Circumstances<'_>) -> Answer {
    happened(on, state.applied_on, ctx.today())?;
    if state.counterclaim {
        return Err(rows::COUNTERCLAIM_STANDS.plain().into());
    }
    Ok(vec![closed(state, on, Ending::Withdrawn)])
}

/// The five working days or the sixty days are over: a finding; the parties may always sue (RLA 4).
fn overdue(state: &State, duty: Duty, ctx: &Circumstances<'_>) -> Answer {
    let last = match (duty, state.trial()) {
        (Duty::Acceptance, None) => ctx.last_day("T-I-02", state.applied_on)?,
        (Duty::Award, Some(trial)) => trial::last_day(trial, ctx)?,
        (Duty::Acceptance, Some(_)) => return Err(rows::ACCEPTED.plain().into()),
        (Duty::Award, None) => return Err(rows::NOT_ACCEPTED.plain().into()),
    };
    if state.overdue.contains(&duty) {
        return Err(rows::ALREADY_DONE.plain().into());
    }
    if ctx.today() <= last {
        return Err(rows::TERM_RUNS.with(last).into());
    }
    Ok(vec![Fact::DutyOverdue { duty, on: last }])
}

/// The last fact, when nothing is left to decide.
pub(super) fn closed(state: &State, on: Date, how: Ending) -> Fact {
    let measures = u32::try_from(state.measures.len()).unwrap_or(u32::MAX);
    Fact::Closed { how, parties: state.sides(), measures, on }
}

/// The party is one of the two sides.
pub(super) fn known(state: &State, party: u32) -> Result<(), Refusal> {
    if state.sides().contains(&party) { Ok(()) } else { Err(rows::WRONG_PARTY.with(party).into()) }
}
