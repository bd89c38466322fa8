//! What follows from a command: the table first, then one row a command.

use jiefen_procedure::Circumstances;

use super::{Command, Ending, Fact, State, award, door, remedy, rows, table, trial};
use jiefen_procedure::words::Refusal;
use jiff::civil::Date;

pub(super) type Answer = Result<Vec<Fact>, Refusal>;

pub(super) fn decide(state: Option<&State>, command: &Command, ctx: &Circumstances<'_>) -> Answer {
    table::allowed(state, command)?;
    let Some(state) = state else { return door::begin(command, ctx) };
    match command {
        Command::TakeOver { .. } => Err(rows::ALREADY_BEGUN.plain().into()),
        Command::Forgo { on } => door::forgo(state, *on, ctx),
        Command::Apply(apply) => door::apply(Some(state), apply, ctx),
        Command::Accept { on } => door::accept(state, *on, ctx),
        Command::Refuse { ground, on } => door::refuse(state, *ground, *on, ctx),
        Command::NoteSuit { party, raised, on } => door::suit(state, *party, *raised, *on, ctx),
        Command::AskMeasure { party, what, on } => door::measure(state, *party, *what, *on, ctx),
        Command::OpposeOnline { party, on } => door::oppose_online(state, *party, *on, ctx),
        Command::Withdraw { on } => door::withdraw(state, *on, ctx),
        Command::NoteOverdue { duty } => door::overdue(state, *duty, ctx),
        Command::ServeCopy { party, on } => trial::serve(state, *party, *on, ctx),
        Command::FileDefence { party, counterclaim, on } => {
            trial::defend(state, *party, *counterclaim, *on, ctx)
        }
        Command::ForwardDefence { on } => trial::forward(state, *on, ctx),
        Command::Object { party, of, on } => trial::object(state, *party, *of, *on, ctx),
        Command::DecideObjection { by, valid, on } => {
            trial::decide_objection(state, *by, *valid, *on, ctx)
        }
        Command::FormTribunal { members, on } => trial::form(state, members, *on, ctx),
        Command::Disclose { arbitrator, on } => trial::disclose(state, arbitrator, *on, ctx),
        Command::FileAdHoc { on } => trial::file_ad_hoc(state, *on, ctx),
        Command::Challenge { challenge, known_on } => {
            trial::challenge(state, challenge, *known_on, ctx)
        }
        Command::DecideChallenge { replacement, on } => {
            trial::decide_challenge(state, replacement.as_ref(), *on, ctx)
        }
        Command::Repeat { on } => trial::repeat(state, *on, ctx),
        Command::NotifyHearing { hearing_on, on } => trial::notify(state, *hearing_on, *on, ctx),
        Command::Postpone { party, granted, on } => {
            trial::postpone(state, *party, *granted, *on, ctx)
        }
        Command::HoldHearing(hold) => trial::hold(state, hold, ctx),
        Command::Mediate { agreed, on } => award::mediate(state, agreed, *on, ctx),
        Command::SignStatement { party, on } => award::sign(state, *party, *on, ctx),
        Command::Repent { party, on } => award::repent(state, *party, *on, ctx),
        Command::Stay { ground, on } => trial::stay(state, *ground, *on, ctx),
        Command::Resume { on } => trial::resume(state, *on, ctx),
        Command::Award { kind, agreed, on } => award::make(state, *kind, agreed, *on, ctx),
        Command::Receive { party, on } => award::receive(state, *party, *on, ctx),
        Command::AskCorrection { party, on } => award::ask_correction(state, *party, *on, ctx),
        Command::Correct { on } => award::correct(state, *on, ctx),
        Command::AskSetAside { party, ground, on } => remedy::ask(state, *party, *ground, *on, ctx),
        Command::Remit { by, on } => remedy::remit(state, *by, *on, ctx),
        Command::BeginAgain { on } => remedy::begin_again(state, *on, ctx),
        Command::DeclineAgain { on } => remedy::decline_again(state, *on, ctx),
        Command::RuleSetAside { set_aside, on } => remedy::rule(state, *set_aside, *on, ctx),
        Command::Lapse { party } => remedy::lapse(state, *party, ctx),
        Command::RefuseEnforcement { party, ground, on } => {
            remedy::refuse_enforcement(state, *party, *ground, *on, ctx)
        }
    }
}

/// The last fact, when nothing is left to decide.
pub(super) fn closed(state: &State, on: Date, how: Ending) -> Fact {
    Fact::Closed { how, parties: state.sides(), on }
}

/// The party is one of the two sides.
pub(super) fn known(state: &State, party: u32) -> Result<(), Refusal> {
    if state.sides().contains(&party) { Ok(()) } else { Err(rows::WRONG_PARTY.with(party).into()) }
}

/// Both sides are among those named.
pub(super) fn everybody(state: &State, agreed: &[u32]) -> Result<(), Refusal> {
    match state.sides().iter().find(|no| !agreed.contains(no)) {
        Some(no) => Err(rows::NOT_AGREED.with(no).into()),
        None => Ok(()),
    }
}
