//! What may follow: every pair of state and command has its answer here.

use jiefen_procedure::Circumstances;
use jiff::civil::Date;

use super::codes::Paper;
use super::command::Command::{
    self, Accept, Apply, AskSetAside, AskSetAsidePart, Award, AwardPart, ConfirmNotice, Contact,
    ConvertToOrdinary, Extend, FileDefence, Forgo, FormTribunal, FormTripartite, ForwardDefence,
    Guide, HandOn, HoldHearing, LapseAcceptance, LapseAward, LapseRight, MarkCollectiveContract,
    Mediate, NotifyHearing, NotifySimply, OrderAdvance, Postpone, RaiseLimitation, Receive, Recuse,
    Refuse, Repent, Represent, RestartTerm, Resume, RuleSetAside, RuleSetAsidePart, ServeCopy,
    ShortenDefence, SignStatement, Simplify, Stay, Sue, TakeOver, Withdraw,
};
use super::fact::Fact;
use super::payload::Against;
use super::refusal::Refusal;
use super::state::{Stage, State};
use super::under::{decide_awarded, decide_stayed, decide_trial};
use super::{door, remedy, trial};

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
            Contact(_)
            | Forgo(_)
            | HandOn(_)
            | Accept(_)
            | Refuse(_)
            | LapseAcceptance
            | ServeCopy(_)
            | FileDefence(_)
            | ForwardDefence(_)
            | RaiseLimitation(_)
            | FormTribunal(_)
            | Recuse(_)
            | Represent(_)
            | NotifyHearing(_)
            | Postpone(_)
            | HoldHearing(_)
            | Mediate(_)
            | SignStatement(_)
            | Repent(_)
            | OrderAdvance(_)
            | Simplify(_)
            | ShortenDefence(_)
            | NotifySimply(_)
            | ConfirmNotice(_)
            | ConvertToOrdinary(_)
            | MarkCollectiveContract(_)
            | FormTripartite(_)
            | Guide(_)
            | AwardPart(_)
            | Stay(_)
            | Resume(_)
            | Extend(_)
            | RestartTerm(_)
            | LapseAward
            | Award(_)
            | Receive(_)
            | LapseRight(_)
            | Sue(_)
            | AskSetAside(_)
            | RuleSetAside(_)
            | AskSetAsidePart(_)
            | RuleSetAsidePart(_)
            | Withdraw(_) => Err(Refusal::Ended(state.code())),
        },
    }
}

fn decide_beginning(command: &Command, ctx: &Circumstances<'_>) -> Answer {
    match command {
        TakeOver(take) => door::take_over(take, ctx),
        Apply(apply) => door::apply(None, apply, ctx),
        Contact(_)
        | Forgo(_)
        | HandOn(_)
        | Accept(_)
        | Refuse(_)
        | LapseAcceptance
        | ServeCopy(_)
        | FileDefence(_)
        | ForwardDefence(_)
        | RaiseLimitation(_)
        | FormTribunal(_)
        | Recuse(_)
        | Represent(_)
        | NotifyHearing(_)
        | Postpone(_)
        | HoldHearing(_)
        | Mediate(_)
        | SignStatement(_)
        | Repent(_)
        | OrderAdvance(_)
        | Simplify(_)
        | ShortenDefence(_)
        | NotifySimply(_)
        | ConfirmNotice(_)
        | ConvertToOrdinary(_)
        | MarkCollectiveContract(_)
        | FormTripartite(_)
        | Guide(_)
        | AwardPart(_)
        | Stay(_)
        | Resume(_)
        | Extend(_)
        | RestartTerm(_)
        | LapseAward
        | Award(_)
        | Receive(_)
        | LapseRight(_)
        | Sue(_)
        | AskSetAside(_)
        | RuleSetAside(_)
        | AskSetAsidePart(_)
        | RuleSetAsidePart(_)
        | Withdraw(_) => Err(Refusal::NotBegun),
    }
}

fn decide_received(state: &State, command: &Command, ctx: &Circumstances<'_>) -> Answer {
    match command {
        Contact(on) => door::contact(state, on.on, ctx),
        Apply(apply) => door::apply(Some(state), apply, ctx),
        Forgo(on) => door::forgo(state, on.on, ctx),
        HandOn(on) => door::hand_on(state, on.on, ctx),
        TakeOver(_) => Err(Refusal::AlreadyBegun),
        Accept(_)
        | Refuse(_)
        | LapseAcceptance
        | ServeCopy(_)
        | FileDefence(_)
        | ForwardDefence(_)
        | RaiseLimitation(_)
        | FormTribunal(_)
        | Recuse(_)
        | Represent(_)
        | NotifyHearing(_)
        | Postpone(_)
        | HoldHearing(_)
        | Mediate(_)
        | SignStatement(_)
        | Repent(_)
        | OrderAdvance(_)
        | Simplify(_)
        | ShortenDefence(_)
        | NotifySimply(_)
        | ConfirmNotice(_)
        | ConvertToOrdinary(_)
        | MarkCollectiveContract(_)
        | FormTripartite(_)
        | Guide(_)
        | AwardPart(_)
        | Stay(_)
        | Resume(_)
        | Extend(_)
        | RestartTerm(_)
        | LapseAward
        | Award(_)
        | Receive(_)
        | LapseRight(_)
        | Sue(_)
        | AskSetAside(_)
        | RuleSetAside(_)
        | AskSetAsidePart(_)
        | RuleSetAsidePart(_)
        | Withdraw(_) => Err(Refusal::NotNow(state.code())),
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
        Contact(_)
        | Forgo(_)
        | ServeCopy(_)
        | FileDefence(_)
        | ForwardDefence(_)
        | RaiseLimitation(_)
        | FormTribunal(_)
        | Recuse(_)
        | NotifyHearing(_)
        | Postpone(_)
        | HoldHearing(_)
        | Mediate(_)
        | SignStatement(_)
        | Repent(_)
        | OrderAdvance(_)
        | Simplify(_)
        | ShortenDefence(_)
        | NotifySimply(_)
        | ConfirmNotice(_)
        | ConvertToOrdinary(_)
        | MarkCollectiveContract(_)
        | FormTripartite(_)
        | Guide(_)
        | AwardPart(_)
        | Stay(_)
        | Resume(_)
        | Extend(_)
        | RestartTerm(_)
        | LapseAward
        | Award(_)
        | Receive(_)
        | LapseRight(_)
        | AskSetAside(_)
        | RuleSetAside(_)
        | AskSetAsidePart(_)
        | RuleSetAsidePart(_) => Err(Refusal::NotNow(state.code())),
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
        Contact(_)
        | Forgo(_)
        | ServeCopy(_)
        | FileDefence(_)
        | ForwardDefence(_)
        | RaiseLimitation(_)
        | FormTribunal(_)
        | Recuse(_)
        | NotifyHearing(_)
        | Postpone(_)
        | HoldHearing(_)
        | Mediate(_)
        | SignStatement(_)
        | Repent(_)
        | OrderAdvance(_)
        | Simplify(_)
        | ShortenDefence(_)
        | NotifySimply(_)
        | ConfirmNotice(_)
        | ConvertToOrdinary(_)
        | MarkCollectiveContract(_)
        | FormTripartite(_)
        | Guide(_)
        | AwardPart(_)
        | Stay(_)
        | Resume(_)
        | Extend(_)
        | RestartTerm(_)
        | LapseAward
        | Award(_)
        | Receive(_)
        | LapseRight(_)
        | AskSetAside(_)
        | RuleSetAside(_)
        | AskSetAsidePart(_)
        | RuleSetAsidePart(_) => Err(Refusal::NotNow(state.code())),
    }
}

fn decide_hearing(state: &State, command: &Command, ctx: &Circumstances<'_>) -> Answer {
    match command {
        Stay(stay) => trial::stay(state, stay, ctx),
        Extend(on) => trial::extend(state, on.on, ctx),
        RestartTerm(restart) => trial::restart(state, restart, ctx),
        LapseAward => trial::lapse(state, ctx),
        Sue(sue) if matches!(sue.against, Against::Paper(_)) => remedy::sue(state, sue, ctx),
        Sue(_) => Err(Refusal::NotYetExpired(trial::award_due(state, ctx)?)),
        Contact(_) | Forgo(_) | Resume(_) => Err(Refusal::NotNow(state.code())),
        ServeCopy(_)
        | FileDefence(_)
        | ForwardDefence(_)
        | RaiseLimitation(_)
        | FormTribunal(_)
        | Recuse(_)
        | Represent(_)
        | NotifyHearing(_)
        | Postpone(_)
        | HoldHearing(_)
        | Mediate(_)
        | SignStatement(_)
        | Repent(_)
        | OrderAdvance(_)
        | Simplify(_)
        | ShortenDefence(_)
        | NotifySimply(_)
        | ConfirmNotice(_)
        | ConvertToOrdinary(_)
        | MarkCollectiveContract(_)
        | FormTripartite(_)
        | Guide(_)
        | AwardPart(_)
        | Award(_)
        | Withdraw(_) => decide_trial(state, command, ctx),
        HandOn(on) => door::hand_on(state, on.on, ctx),
        Apply(_) | TakeOver(_) => Err(Refusal::AlreadyBegun),
        Accept(_) | Refuse(_) | LapseAcceptance => Err(Refusal::AlreadyDone),
        AskSetAside(_) | RuleSetAside(_) => Err(Refusal::NotNow(state.code())),
        Receive(receive) => remedy::receive(state, receive, ctx),
        LapseRight(lapse) => remedy::lapse(state, lapse, ctx),
        AskSetAsidePart(ask) => remedy::ask(state, Paper::PartFinal, ask, ctx),
        RuleSetAsidePart(rule) => remedy::rule(state, Paper::PartFinal, rule, ctx),
    }
}

fn decide_overdue(state: &State, command: &Command, ctx: &Circumstances<'_>) -> Answer {
    match command {
        Sue(sue) if matches!(sue.against, Against::Paper(_)) => remedy::sue(state, sue, ctx),
        Sue(sue) => trial::sue_on_delay(state, sue, ctx),
        Stay(_) | Extend(_) | RestartTerm(_) => {
            Err(Refusal::TermOver(trial::award_due(state, ctx)?))
        }
        LapseAward => Err(Refusal::AlreadyDone),
        Contact(_) | Forgo(_) | Resume(_) => Err(Refusal::NotNow(state.code())),
        ServeCopy(_)
        | FileDefence(_)
        | ForwardDefence(_)
        | RaiseLimitation(_)
        | FormTribunal(_)
        | Recuse(_)
        | Represent(_)
        | NotifyHearing(_)
        | Postpone(_)
        | HoldHearing(_)
        | Mediate(_)
        | SignStatement(_)
        | Repent(_)
        | OrderAdvance(_)
        | Simplify(_)
        | ShortenDefence(_)
        | NotifySimply(_)
        | ConfirmNotice(_)
        | ConvertToOrdinary(_)
        | MarkCollectiveContract(_)
        | FormTripartite(_)
        | Guide(_)
        | AwardPart(_)
        | Award(_)
        | Withdraw(_) => decide_trial(state, command, ctx),
        HandOn(on) => door::hand_on(state, on.on, ctx),
        Apply(_) | TakeOver(_) => Err(Refusal::AlreadyBegun),
        Accept(_) | Refuse(_) | LapseAcceptance => Err(Refusal::AlreadyDone),
        AskSetAside(_) | RuleSetAside(_) => Err(Refusal::NotNow(state.code())),
        Receive(receive) => remedy::receive(state, receive, ctx),
        LapseRight(lapse) => remedy::lapse(state, lapse, ctx),
        AskSetAsidePart(ask) => remedy::ask(state, Paper::PartFinal, ask, ctx),
        RuleSetAsidePart(rule) => remedy::rule(state, Paper::PartFinal, rule, ctx),
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

/// Nothing is left to decide: the case ends, unless what was decided in part still runs its own way.
pub(super) fn over(state: &State, on: Date, how: super::Ending) -> Fact {
    match &state.parts {
        Some(parts) if !parts.is_settled(&state.employers) => {
            Fact::PartsLeft { on, how, parties: state.parties() }
        }
        Some(_) | None => closed(state, on, how),
    }
}

/// The last fact, when nothing is left to decide.
pub(super) fn closed(state: &State, on: Date, how: super::Ending) -> Fact {
    Fact::Closed { on, how, parties: state.parties(), applicants: state.applicants() }
}
