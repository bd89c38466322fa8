//! What follows from a command.

use std::collections::BTreeSet;

use jiefen_procedure::matrix::{Circumstance, Present, may_start};
use jiefen_procedure::{Brief, Circumstances};
use jiefen_vocab::{Agency, Private};
use jiff::civil::Date;

use super::{
    Command, EXTENSION_DAYS, Ending, FILE_FIRST_FROM, Fact, Mandate, Refusal, Settlement, Stage,
    State, sessions, table,
};
use jiefen_procedure::term::{Term, happened};

pub(super) fn decide(
    state: Option<&State>,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    table::allowed(table::at(state), table::verb(command))?;
    let Some(state) = state else {
        let Command::Open { brief, mandate, court, court_case, on } = command else {
            return Err(Refusal::NotBegun);
        };
        return open(brief, *mandate, *court, court_case, *on, ctx);
    };
    match command {
        Command::Open { .. } => Err(Refusal::AlreadyBegun),
        Command::SignFile { mediator, on } => sign_file(state, mediator, *on, ctx),
        Command::Decline { ground, on } => {
            send_back(state, Ending::Declined { ground: *ground }, *on, ctx)
        }
        Command::WithdrawConsent { party, how } => withdraw(state, *party, how, ctx),
        Command::ChooseMediator { mediator, on } => sessions::choose(state, mediator, *on, ctx),
        Command::ScheduleSession { on, place, mode } => {
            sessions::schedule(state, *on, place, *mode, ctx)
        }
        Command::HoldSession { session } => sessions::hold(state, session, ctx),
        Command::Extend { days, agreed, on } => extend(state, *days, agreed, *on, ctx),
        Command::BeginAppraisal { on } => sessions::appraisal_begins(state, *on, ctx),
        Command::EndAppraisal { on } => sessions::appraisal_ends(state, *on, ctx),
        Command::RecordSettlement { by, agreed, on } => settle(state, *by, agreed, *on, ctx),
        Command::RecordContract { agreed, on } => contract(state, agreed, *on, ctx),
        Command::NoteApplication { on } => applied(state, *on, ctx),
        Command::CloseContract => {
            send_back(state, Ending::Contract { confirmation: false }, ctx.today(), ctx)
        }
        Command::EndFailed { on, undisputed, facts_agreed } => {
            failed(state, *on, undisputed.as_ref(), facts_agreed, ctx)
        }
        Command::EndSham { on } => send_back(state, Ending::Sham, *on, ctx),
        Command::Lapse => lapse(state, ctx),
    }
}

/// The file of a court arrives. Delegation before filing only for cases begun before 2025 (T-C-01,
/// T-C-05); either way with every party's consent.
fn open(
    brief: &Brief,
    mandate: Mandate,
    court: Agency,
    court_case: &str,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, brief.received_on, ctx.today())?;
    let numbers: BTreeSet<u32> = brief.parties.iter().map(|party| party.no).collect();
    if numbers.len() < 2 || numbers.len() != brief.parties.len() {
        return Err(Refusal::TwoPartiesNeeded);
    }
    may_start(&present(brief, mandate, on), mandate.track()).map_err(Refusal::RouteBarred)?;
    let live = |no: u32| {
        let mut words = brief.consents.iter().rev();
        let last = words.find(|word| word.party == no && word.to == mandate.track());
        last.is_some_and(|word| word.given)
    };
    if let Some(no) = numbers.iter().find(|no| !live(**no)) {
        return Err(Refusal::ConsentMissing(*no));
    }
    Ok(vec![Fact::Opened {
        brief: Box::new(brief.clone()),
        mandate,
        court,
        court_case: court_case.to_owned(),
        on,
    }])
}

/// The dispute as the matrix sees it (I4): what is entrusted has been filed.
fn present(brief: &Brief, mandate: Mandate, on: Date) -> Present {
    Present::of_brief(brief).without(Circumstance::ComplaintBefore2025).given(&[
        (mandate != Mandate::Delegated, Circumstance::SuitAccepted),
        (on < FILE_FIRST_FROM, Circumstance::ComplaintBefore2025),
    ])
}

/// The term runs from the day on which the mediator signs for the file.
fn sign_file(
    state: &State,
    mediator: &str,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.entrusted_on, ctx.today())?;
    if mediator.trim().is_empty() {
        return Err(Refusal::MediatorWanted);
    }
    if state.mandate == Mandate::Delegated {
        let present = present(&state.brief, state.mandate, on);
        may_start(&present, state.mandate.track()).map_err(Refusal::RouteBarred)?;
    }
    let rule = state.mandate.rule();
    Term::new(rule, on).last_day(ctx)?;
    Ok(vec![Fact::FileSigned { mediator: mediator.to_owned(), on, rule: rule.to_owned() }])
}

pub(super) fn known(state: &State, party: u32) -> Result<(), Refusal> {
    let found = state.brief.parties.iter().any(|one| one.no == party);
    if found { Ok(()) } else { Err(Refusal::NoSuchParty(party)) }
}

/// Every party is among those named.
fn everybody(state: &State, named: &[u32]) -> Result<(), Refusal> {
    for party in named {
        known(state, *party)?;
    }
    match state.brief.parties.iter().find(|party| !named.contains(&party.no)) {
        Some(party) => Err(Refusal::NotAgreed(party.no)),
        None => Ok(()),
    }
}

/// The case goes back to the court.
fn returned(state: &State, ending: Ending, on: Date) -> Fact {
    Fact::Returned { ending, on, track: Some(state.brief.track) }
}

/// Withdrawn consent ends mediation the same day (I5).
fn withdraw(
    state: &State,
    party: u32,
    how: &str,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    known(state, party)?;
    let on = ctx.today();
    let withdrawn = Fact::ConsentWithdrawn { party, on, how: how.to_owned() };
    Ok(vec![withdrawn, returned(state, Ending::ConsentWithdrawn { party }, on)])
}

/// All parties extend the term before it is over: 30 days once for cases entrusted from 2025
/// (T-C-02, T-C-03), as they agree in older ones (T-C-05).
fn extend(
    state: &State,
    days: u32,
    agreed: &[u32],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let running = term(state)?;
    happened(on, running.from, ctx.today())?;
    everybody(state, agreed)?;
    sessions::within(running, on, ctx)?;
    if days == 0 {
        return Err(Refusal::ExtensionEmpty);
    }
    if running.extended > 0 {
        return Err(Refusal::AlreadyExtended);
    }
    if running.from >= FILE_FIRST_FROM && days > EXTENSION_DAYS {
        return Err(Refusal::ExtensionTooLong);
    }
    let mut longer = running.clone();
    longer.extended = days;
    longer.last_day(ctx)?;
    Ok(vec![Fact::TermExtended { days, on }])
}

/// The running term of a mediation whose file was signed for.
pub(super) fn term(state: &State) -> Result<&Term, Refusal> {
    state.term.as_ref().ok_or(Refusal::FileNotSigned)
}

/// An agreement after filing goes back to the court, for a statement, a withdrawal, or to be closed
/// in another way (T-C-04, T-C-11).
fn settle(
    state: &State,
    by: Settlement,
    agreed: &[u32],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    if state.mandate == Mandate::Delegated {
        return Err(Refusal::ContractOnly);
    }
    happened(on, term(state)?.from, ctx.today())?;
    everybody(state, agreed)?;
    Ok(vec![returned(state, Ending::Settled { by }, on)])
}

/// An agreement before filing is a contract; confirmation may be asked for (T-C-11).
fn contract(
    state: &State,
    agreed: &[u32],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    if state.mandate != Mandate::Delegated {
        return Err(Refusal::BackToCourt);
    }
    happened(on, term(state)?.from, ctx.today())?;
    everybody(state, agreed)?;
    Ok(vec![Fact::ContractMade { on }])
}

fn applied(state: &State, on: Date, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let Stage::Agreed { on: since } = state.stage else { return Err(Refusal::NoContract) };
    happened(on, since, ctx.today())?;
    let last = ctx.last_day("T-D-01", since)?;
    if on > last {
        return Err(Refusal::WindowPast(last));
    }
    Ok(vec![returned(state, Ending::Contract { confirmation: true }, on)])
}

/// Mediation has failed; only facts that no party disputes go along, and only with everybody's
/// consent (T-C-12).
fn failed(
    state: &State,
    on: Date,
    undisputed: Option<&Private<String>>,
    facts_agreed: &[u32],
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, term(state)?.from, ctx.today())?;
    let mut facts = Vec::new();
    if let Some(text) = undisputed {
        let silent = state.brief.parties.iter().find(|party| !facts_agreed.contains(&party.no));
        if let Some(party) = silent {
            return Err(Refusal::FactsNotAgreed(party.no));
        }
        facts.push(Fact::UndisputedRecorded { facts: text.clone(), on });
    }
    facts.push(returned(state, Ending::Failed, on));
    Ok(facts)
}

fn send_back(
    state: &State,
    ending: Ending,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let since = state.term.as_ref().map_or(state.entrusted_on, |term| term.from);
    happened(on, since, ctx.today())?;
    Ok(vec![returned(state, ending, on)])
}

/// The term is over: the court tries the case (T-C-02, T-C-03), or must file it (T-C-05).
fn lapse(state: &State, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    match term(state)?.last_day(ctx)? {
        None => Err(Refusal::AppraisalRuns),
        Some(last) if ctx.today() <= last => Err(Refusal::TermRuns(last)),
        Some(_) => Ok(vec![returned(state, Ending::TermOver, ctx.today())]),
    }
}
