//! What may follow: every pair of state and command has its answer here.

use jiefen_procedure::Circumstances;
use jiff::civil::Date;

use super::command::Command::{
    self, Accept, Apply, AskSetAside, Award, Contact, Extend, FileDefence, Forgo, FormTribunal,
    ForwardDefence, HandOn, HoldHearing, LapseAcceptance, LapseAward, LapseRight, Mediate,
    NotifyHearing, OrderAdvance, Postpone, RaiseLimitation, Receive, Recuse, Refuse, Repent,
    Represent, RestartTerm, Resume, RuleSetAside, ServeCopy, SignStatement, Stay, Sue, TakeOver,
    Withdraw,
};
use super::fact::Fact;
use super::refusal::Refusal;
use super::state::{Stage, State};
use super::{award, door, remedy, trial};

pub(super) type Answer = Result<Vec<Fact>, Refusal>;

pub(super) fn decide(state: Option<&State>, command: &Command, ctx: &Circumstances<'_>) -> Answer {
    let Some(state) = state else { return decide_beginning(command, ctx) };
    match &state.stage {
        Stage::Received { .. } => decide_received(state, command, ctx),
        Stage::Applied => decide_applied(state, command, ctx),
        Stage::Unanswered { since } => decide_unanswered(state, command, *since, ctx),
        Stage::Hearing(_) => decide_hearing(state, command, ctx),
        Stage::Stayed { .. } => decide_stayed(state, command, ctx),
        Stage::Overdue { .. } => decide_overdue(state, command, ctx),
        Stage::Awarded(_) => decide_awarded(state, command, ctx),
        Stage::Ended(_) => match command {
            TakeOver(take) => door::take_over(take, ctx),
            Apply(_) => Err(Refusal::AlreadyBegun),
            Contact(_) | Forgo(_) | HandOn(_) | Accept(_) | Refuse(_) | LapseAcceptance
            | ServeCopy(_) | FileDefence(_) | ForwardDefence(_) | RaiseLimitation(_)
            | FormTribunal(_) | Recuse(_) | Represent(_) | NotifyHearing(_) | Postpone(_)
            | HoldHearing(_) | Mediate(_) | SignStatement(_) | Repent(_) | OrderAdvance(_)
            | Stay(_) | Resume(_) | Extend(_) | RestartTerm(_) | LapseAward | Award(_)
            | Receive(_) | LapseRight(_) | Sue(_) | AskSetAside(_) | RuleSetAside(_)
            | Withdraw(_) => Err(Refusal::Ended(state.code())),
        },
    }
}

fn decide_beginning(command: &Command, ctx: &Circumstances<'_>) -> Answer {
    match command {
        TakeOver(take) => door::take_over(take, ctx),
        Apply(apply) => door::apply(None, apply, ctx),
        Contact(_) | Forgo(_) | HandOn(_) | Accept(_) | Refuse(_) | LapseAcceptance
        | ServeCopy(_) | FileDefence(_) | ForwardDefence(_) | RaiseLimitation(_)
        | FormTribunal(_) | Recuse(_) | Represent(_) | NotifyHearing(_) | Postpone(_)
        | HoldHearing(_) | Mediate(_) | SignStatement(_) | Repent(_) | OrderAdvance(_)
        | Stay(_) | Resume(_) | Extend(_) | RestartTerm(_) | LapseAward | Award(_) | Receive(_)
        | LapseRight(_) | Sue(_) | AskSetAside(_) | RuleSetAside(_) | Withdraw(_) => {
            Err(Refusal::NotBegun)
        }
    }
}

fn decide_received(state: &State, command: &Command, ctx: &Circumstances<'_>) -> Answer {
    match command {
        Contact(on) => door::contact(state, on.on, ctx),
        Apply(apply) => door::apply(Some(state), apply, ctx),
        Forgo(on) => door::forgo(state, on.on, ctx),
        HandOn(on) => door::hand_on(state, on.on, ctx),
        TakeOver(_) => Err(Refusal::AlreadyBegun),
        Accept(_) | Refuse(_) | LapseAcceptance | ServeCopy(_) | FileDefence(_)
        | ForwardDefence(_) | RaiseLimitation(_) | FormTribunal(_) | Recuse(_) | Represent(_)
        | NotifyHearing(_) | Postpone(_) | HoldHearing(_) | Mediate(_) | SignStatement(_)
        | Repent(_) | OrderAdvance(_) | Stay(_) | Resume(_) | Extend(_) | RestartTerm(_)
        | LapseAward | Award(_) | Receive(_) | LapseRight(_) | Sue(_) | AskSetAside(_)
        | RuleSetAside(_) | Withdraw(_) => Err(Refusal::NotNow(state.code())),
    }
}

fn decide_applied(state: &State, command: &Command, ctx: &Circumstances<'_>) -> Answer {
    match command {
        Accept(on) => door::accept(state, on.on, ctx),
        Refuse(refuse) => door::refuse(state, refuse, ctx),
        LapseAcceptance => door::lapse(state, ctx),
        Represent(represent) => door::represent(state, represent, ctx),
        Withdraw(withdraw) => door::withdraw(state, withdraw, state.applied_on, ctx),
        Sue(_) => Err(Refusal::NotYetExpired(last_day(ctx, "T-H-06", state.applied_on)?)),
        HandOn(on) => door::hand_on(state, on.on, ctx),
        Apply(_) | TakeOver(_) => Err(Refusal::AlreadyBegun),
        Contact(_) | Forgo(_) | ServeCopy(_) | FileDefence(_) | ForwardDefence(_)
        | RaiseLimitation(_) | FormTribunal(_) | Recuse(_) | NotifyHearing(_) | Postpone(_)
        | HoldHearing(_) | Mediate(_) | SignStatement(_) | Repent(_) | OrderAdvance(_)
        | Stay(_) | Resume(_) | Extend(_) | RestartTerm(_) | LapseAward | Award(_) | Receive(_)
        | LapseRight(_) | AskSetAside(_) | RuleSetAside(_) => Err(Refusal::NotNow(state.code())),
    }
}

fn decide_unanswered(
    state: &State,
    command: &Command,
    since: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    match command {
        Accept(on) => door::accept(state, on.on, ctx),
        Refuse(refuse) => door::refuse(state, refuse, ctx),
        Represent(represent) => door::represent(state, represent, ctx),
        Withdraw(withdraw) => door::withdraw(state, withdraw, state.applied_on, ctx),
        Sue(sue) => door::sue_on_silence(state, sue, &state.applicants(), since, ctx),
        HandOn(on) => door::hand_on(state, on.on, ctx),
        Apply(_) | TakeOver(_) => Err(Refusal::AlreadyBegun),
        LapseAcceptance => Err(Refusal::AlreadyDone),
        Contact(_) | Forgo(_) | ServeCopy(_) | FileDefence(_) | ForwardDefence(_)
        | RaiseLimitation(_) | FormTribunal(_) | Recuse(_) | NotifyHearing(_) | Postpone(_)
        | HoldHearing(_) | Mediate(_) | SignStatement(_) | Repent(_) | OrderAdvance(_)
        | Stay(_) | Resume(_) | Extend(_) | RestartTerm(_) | LapseAward | Award(_) | Receive(_)
        | LapseRight(_) | AskSetAside(_) | RuleSetAside(_) => Err(Refusal::NotNow(state.code())),
    }
}

fn decide_hearing(state: &State, command: &Command, ctx: &Circumstances<'_>) -> Answer {
    match command {
        Stay(stay) => trial::stay(state, stay, ctx),
        Extend(on) => trial::extend(state, on.on, ctx),
        RestartTerm(restart) => trial::restart(state, restart, ctx),
        LapseAward => trial::lapse(state, ctx),
        Sue(_) => Err(Refusal::NotYetExpired(trial::award_due(state, ctx)?)),
        Contact(_) | Forgo(_) | Resume(_) => Err(Refusal::NotNow(state.code())),
        ServeCopy(_) | FileDefence(_) | ForwardDefence(_) | RaiseLimitation(_)
        | FormTribunal(_) | Recuse(_) | Represent(_) | NotifyHearing(_) | Postpone(_)
        | HoldHearing(_) | Mediate(_) | SignStatement(_) | Repent(_) | OrderAdvance(_)
        | Award(_) | Withdraw(_) => decide_trial(state, command, ctx),
        HandOn(on) => door::hand_on(state, on.on, ctx),
        Apply(_) | TakeOver(_) => Err(Refusal::AlreadyBegun),
        Accept(_) | Refuse(_) | LapseAcceptance => Err(Refusal::AlreadyDone),
        Receive(_) | LapseRight(_) | AskSetAside(_) | RuleSetAside(_) => {
            Err(Refusal::NotNow(state.code()))
        }
    }
}

fn decide_overdue(state: &State, command: &Command, ctx: &Circumstances<'_>) -> Answer {
    match command {
        Sue(sue) => trial::sue_on_delay(state, sue, ctx),
        Stay(_) | Extend(_) | RestartTerm(_) => {
            Err(Refusal::TermOver(trial::award_due(state, ctx)?))
        }
        LapseAward => Err(Refusal::AlreadyDone),
        Contact(_) | Forgo(_) | Resume(_) => Err(Refusal::NotNow(state.code())),
        ServeCopy(_) | FileDefence(_) | ForwardDefence(_) | RaiseLimitation(_)
        | FormTribunal(_) | Recuse(_) | Represent(_) | NotifyHearing(_) | Postpone(_)
        | HoldHearing(_) | Mediate(_) | SignStatement(_) | Repent(_) | OrderAdvance(_)
        | Award(_) | Withdraw(_) => decide_trial(state, command, ctx),
        HandOn(on) => door::hand_on(state, on.on, ctx),
        Apply(_) | TakeOver(_) => Err(Refusal::AlreadyBegun),
        Accept(_) | Refuse(_) | LapseAcceptance => Err(Refusal::AlreadyDone),
        Receive(_) | LapseRight(_) | AskSetAside(_) | RuleSetAside(_) => {
            Err(Refusal::NotNow(state.code()))
        }
    }
}

/// What the tribunal does before and after the end of the term alike.
fn decide_trial(state: &State, command: &Command, ctx: &Circumstances<'_>) -> Answer {
    let accepted_on = state.hearing().map_or(state.applied_on, |hearing| hearing.accepted_on);
    match command {
        ServeCopy(by) => trial::serve_copy(state, by, ctx),
        FileDefence(by) => trial::file_defence(state, by, ctx),
        ForwardDefence(on) => trial::forward_defence(state, on.on, ctx),
        RaiseLimitation(by) => trial::raise_limitation(state, by, ctx),
        FormTribunal(form) => trial::form_tribunal(state, form, ctx),
        Recuse(recuse) => trial::recuse(state, recuse, ctx),
        Represent(represent) => door::represent(state, represent, ctx),
        NotifyHearing(notify) => trial::notify(state, notify, ctx),
        Postpone(postpone) => trial::postpone(state, postpone, ctx),
        HoldHearing(hold) => trial::hold(state, hold, ctx),
        Mediate(mediate) => trial::mediate(state, mediate, ctx),
        SignStatement(by) => trial::sign(state, by, ctx),
        Repent(by) => trial::repent(state, by, ctx),
        OrderAdvance(order) => trial::advance(state, order, ctx),
        Award(make) => award::make(state, make, ctx),
        Withdraw(withdraw) => door::withdraw(state, withdraw, accepted_on, ctx),
        TakeOver(_) | Contact(_) | Forgo(_) | HandOn(_) | Apply(_) | Accept(_) | Refuse(_)
        | LapseAcceptance | Stay(_) | Resume(_) | Extend(_) | RestartTerm(_) | LapseAward
        | Receive(_) | LapseRight(_) | Sue(_) | AskSetAside(_) | RuleSetAside(_) => {
            Err(Refusal::NotNow(state.code()))
        }
    }
}

fn decide_stayed(state: &State, command: &Command, ctx: &Circumstances<'_>) -> Answer {
    match command {
        Resume(on) => trial::resume(state, on.on, ctx),
        ServeCopy(_) | FileDefence(_) | ForwardDefence(_) | RaiseLimitation(_) | Represent(_)
        | Withdraw(_) => decide_trial(state, command, ctx),
        HandOn(on) => door::hand_on(state, on.on, ctx),
        Apply(_) | TakeOver(_) => Err(Refusal::AlreadyBegun),
        Accept(_) | Refuse(_) | LapseAcceptance | Stay(_) => Err(Refusal::AlreadyDone),
        Contact(_) | Forgo(_) | FormTribunal(_) | Recuse(_) | NotifyHearing(_) | Postpone(_)
        | HoldHearing(_) | Mediate(_) | SignStatement(_) | Repent(_) | OrderAdvance(_)
        | Extend(_) | RestartTerm(_) | LapseAward | Award(_) | Receive(_) | LapseRight(_)
        | Sue(_) | AskSetAside(_) | RuleSetAside(_) => Err(Refusal::NotNow(state.code())),
    }
}

fn decide_awarded(state: &State, command: &Command, ctx: &Circumstances<'_>) -> Answer {
    match command {
        Receive(receive) => remedy::receive(state, receive, ctx),
        LapseRight(lapse) => remedy::lapse(state, lapse, ctx),
        Sue(sue) => remedy::sue(state, sue, ctx),
        AskSetAside(ask) => remedy::ask(state, ask, ctx),
        RuleSetAside(rule) => remedy::rule(state, rule, ctx),
        Apply(_) | TakeOver(_) => Err(Refusal::AlreadyBegun),
        Award(_) | LapseAward => Err(Refusal::AlreadyDone),
        Contact(_) | Forgo(_) | HandOn(_) | Accept(_) | Refuse(_) | LapseAcceptance
        | ServeCopy(_) | FileDefence(_) | ForwardDefence(_) | RaiseLimitation(_)
        | FormTribunal(_) | Recuse(_) | Represent(_) | NotifyHearing(_) | Postpone(_)
        | HoldHearing(_) | Mediate(_) | SignStatement(_) | Repent(_) | OrderAdvance(_)
        | Stay(_) | Resume(_) | Extend(_) | RestartTerm(_) | Withdraw(_) => {
            Err(Refusal::NotNow(state.code()))
        }
    }
}

/// The last day of a limit.
pub(super) fn last_day(ctx: &Circumstances<'_>, rule: &str, from: Date) -> Result<Date, Refusal> {
    ctx.last_day(rule, from).map_err(|refused| Refusal::NoSuchLimit(Box::new(refused)))
}

/// The day lies between what must come first and today.
pub(super) fn dated(on: Date, floor: Date, ctx: &Circumstances<'_>) -> Result<(), Refusal> {
    if on > ctx.today() {
        return Err(Refusal::DateInFuture(on));
    }
    if on < floor {
        return Err(Refusal::DateTooEarly(floor));
    }
    Ok(())
}

/// The last fact, when nothing is left to decide.
pub(super) fn closed(state: &State, on: Date, how: super::Ending) -> Fact {
    Fact::Closed { on, how, parties: state.parties(), applicants: state.applicants() }
}
