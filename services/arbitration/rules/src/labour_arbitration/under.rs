//! What may follow while a case is heard, stands still, or is decided.

use jiefen_procedure::Circumstances;

use super::codes::Paper;
use super::command::Command::{
    self, Accept, Apply, AskSetAside, AskSetAsidePart, Award, AwardPart, ConfirmNotice, Contact,
    ConvertToOrdinary, Extend, FileDefence, Forgo, FormTribunal, FormTripartite, ForwardDefence,
    Guide, HandOn, HoldHearing, LapseAcceptance, LapseAward, LapseRight, MarkCollectiveContract,
    Mediate, NotifyHearing, NotifySimply, OrderAdvance, Postpone, RaiseLimitation, Receive, Recuse,
    Refuse, Repent, Represent, RestartTerm, Resume, RuleSetAside, RuleSetAsidePart, ServeCopy,
    ShortenDefence, SignStatement, Simplify, Stay, Sue, TakeOver, Withdraw,
};
use super::decide::Answer;
use super::refusal::Refusal;
use super::state::State;
use super::{award, door, group, partial, remedy, simplified, trial};

/// What the tribunal does before and after the end of the term alike.
pub(super) fn decide_trial(state: &State, command: &Command, ctx: &Circumstances<'_>) -> Answer {
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
        Simplify(simplify) => simplified::simplify(state, simplify, ctx),
        ShortenDefence(shorten) => simplified::shorten(state, shorten, ctx),
        NotifySimply(notify) => simplified::notify(state, notify, ctx),
        ConfirmNotice(by) => simplified::confirm(state, by, ctx),
        ConvertToOrdinary(on) => simplified::convert(state, on.on, ctx),
        MarkCollectiveContract(on) => group::mark(state, on.on, ctx),
        FormTripartite(form) => group::form(state, form, ctx),
        Guide(guide) => group::guide(state, guide, ctx),
        AwardPart(make) => partial::make(state, make, ctx),
        Award(make) => award::make(state, make, ctx),
        Withdraw(withdraw) => door::withdraw(state, withdraw, accepted_on, ctx),
        TakeOver(_) | Contact(_) | Forgo(_) | HandOn(_) | Apply(_) | Accept(_) | Refuse(_)
        | LapseAcceptance | Stay(_) | Resume(_) | Extend(_) | RestartTerm(_) | LapseAward
        | Receive(_) | LapseRight(_) | Sue(_) | AskSetAside(_) | RuleSetAside(_)
        | AskSetAsidePart(_) | RuleSetAsidePart(_) => Err(Refusal::NotNow(state.code())),
    }
}

pub(super) fn decide_stayed(state: &State, command: &Command, ctx: &Circumstances<'_>) -> Answer {
    match command {
        Resume(on) => trial::resume(state, on.on, ctx),
        ServeCopy(_) | FileDefence(_) | ForwardDefence(_) | RaiseLimitation(_) | Represent(_)
        | Withdraw(_) => decide_trial(state, command, ctx),
        Receive(receive) => remedy::receive(state, receive, ctx),
        LapseRight(lapse) => remedy::lapse(state, lapse, ctx),
        AskSetAsidePart(ask) => remedy::ask(state, Paper::PartFinal, ask, ctx),
        RuleSetAsidePart(rule) => remedy::rule(state, Paper::PartFinal, rule, ctx),
        Sue(sue) => remedy::sue(state, sue, ctx),
        HandOn(on) => door::hand_on(state, on.on, ctx),
        Apply(_) | TakeOver(_) => Err(Refusal::AlreadyBegun),
        Accept(_) | Refuse(_) | LapseAcceptance | Stay(_) => Err(Refusal::AlreadyDone),
        Contact(_)
        | Forgo(_)
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
        | Extend(_)
        | RestartTerm(_)
        | LapseAward
        | Award(_)
        | AskSetAside(_)
        | RuleSetAside(_) => Err(Refusal::NotNow(state.code())),
    }
}

pub(super) fn decide_awarded(state: &State, command: &Command, ctx: &Circumstances<'_>) -> Answer {
    match command {
        Receive(receive) => remedy::receive(state, receive, ctx),
        LapseRight(lapse) => remedy::lapse(state, lapse, ctx),
        Sue(sue) => remedy::sue(state, sue, ctx),
        AskSetAside(ask) => remedy::ask(state, Paper::Final, ask, ctx),
        RuleSetAside(rule) => remedy::rule(state, Paper::Final, rule, ctx),
        AskSetAsidePart(ask) => remedy::ask(state, Paper::PartFinal, ask, ctx),
        RuleSetAsidePart(rule) => remedy::rule(state, Paper::PartFinal, rule, ctx),
        Apply(_) | TakeOver(_) => Err(Refusal::AlreadyBegun),
        Award(_) | LapseAward => Err(Refusal::AlreadyDone),
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
        | Withdraw(_) => Err(Refusal::NotNow(state.code())),
    }
}
