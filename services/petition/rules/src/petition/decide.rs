//! What may follow: every pair of state and command has its answer here.

use jiefen_procedure::Circumstances;
use jiff::civil::Date;

use super::command::Command::{
    self, Accept, Acknowledge, AskRereview, AskReview, Assign, Classify, Designate, EndHearing,
    ExcuseTelling, Extend, Forward, GiveOpinion, HandOn, LapseObjection, LapseReview, NotAccept,
    Object, Receive, Recuse, Reply, ReportUp, Rereview, Review, Serve, Settle, StartHearing, Tell,
    Withdraw,
};
use super::fact::Fact;
use super::refusal::Refusal;
use super::state::{Ending, Handed, Opinion, Stage, State};
use super::{office, opinion};

pub(super) type Answer = Result<Vec<Fact>, Refusal>;

pub(super) fn decide(state: Option<&State>, command: &Command, ctx: &Circumstances<'_>) -> Answer {
    let Some(state) = state else { return decide_beginning(command, ctx) };
    match &state.stage {
        Stage::Registered => decide_registered(state, command, ctx),
        Stage::Forwarded(handed) => decide_forwarded(state, handed, command, ctx),
        Stage::Objected { handed, on, .. } => decide_objected(state, handed, *on, command, ctx),
        Stage::Handling(_) => decide_handling(state, command, ctx),
        Stage::Opinion(given) | Stage::Reviewed(given) => decide_given(state, given, command, ctx),
        Stage::Review { asked_on } => decide_review(state, *asked_on, command, ctx),
        Stage::Rereview { asked_on, hearing_since } => {
            decide_rereview(state, *asked_on, *hearing_since, command, ctx)
        }
        Stage::Ended(_) => match command {
            Receive(_) => Err(Refusal::AlreadyBegun),
            NotAccept(_) | ReportUp(_) | Recuse(_) | Assign(_) | Classify(_) | Forward(_)
            | Acknowledge(_) | Object(_) | LapseObjection | Designate(_) | Tell(_)
            | ExcuseTelling(_) | Reply(_) | Accept(_) | Extend(_) | Settle(_) | GiveOpinion(_)
            | Serve(_) | LapseReview | AskReview(_) | Review(_) | AskRereview(_)
            | StartHearing(_) | EndHearing(_) | Rereview(_) | HandOn(_) | Withdraw(_) => {
                Err(Refusal::Ended(state.code()))
            }
        },
    }
}

fn decide_beginning(command: &Command, ctx: &Circumstances<'_>) -> Answer {
    match command {
        Receive(receive) => office::receive(receive, ctx),
        NotAccept(_) | ReportUp(_) | Recuse(_) | Assign(_) | Classify(_) | Forward(_)
        | Acknowledge(_) | Object(_) | LapseObjection | Designate(_) | Tell(_)
        | ExcuseTelling(_) | Reply(_) | Accept(_) | Extend(_) | Settle(_) | GiveOpinion(_)
        | Serve(_) | LapseReview | AskReview(_) | Review(_) | AskRereview(_) | StartHearing(_)
        | EndHearing(_) | Rereview(_) | HandOn(_) | Withdraw(_) => Err(Refusal::NotBegun),
    }
}

fn decide_registered(state: &State, command: &Command, ctx: &Circumstances<'_>) -> Answer {
    let floor = state.received_on;
    match command {
        NotAccept(on) => office::not_accept(state, on.on, ctx),
        ReportUp(report) => office::report(state, report, ctx),
        Recuse(person) => office::recuse(state, person, floor, ctx),
        Assign(person) => office::assign(state, person, floor, ctx),
        Classify(classify) => office::classify(state, classify, floor, ctx),
        Forward(forward) => office::forward(state, forward, floor, ctx),
        HandOn(on) => close(state, on.on, floor, Ending::Transferred, ctx),
        Withdraw(on) => close(state, on.on, floor, Ending::Withdrawn, ctx),
        Receive(_) => Err(Refusal::AlreadyBegun),
        Acknowledge(_) | Object(_) | LapseObjection | Designate(_) | Tell(_) | ExcuseTelling(_)
        | Reply(_) | Accept(_) | Extend(_) | Settle(_) | GiveOpinion(_) | Serve(_)
        | LapseReview | AskReview(_) | Review(_) | AskRereview(_) | StartHearing(_)
        | EndHearing(_) | Rereview(_) => Err(Refusal::NotNow(state.code())),
    }
}

fn decide_forwarded(
    state: &State,
    handed: &Handed,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Answer {
    let floor = handed.received_on.unwrap_or(handed.on);
    match command {
        ReportUp(report) => office::report(state, report, ctx),
        Recuse(person) => office::recuse(state, person, floor, ctx),
        Assign(person) => office::assign(state, person, floor, ctx),
        Classify(classify) => office::classify(state, classify, floor, ctx),
        Acknowledge(on) => office::acknowledge(state, handed, on.on, ctx),
        Object(object) => office::object(handed, object, ctx),
        LapseObjection => office::lapse_objection(state, handed, ctx),
        Tell(on) => office::tell(state, handed, on.on, ctx),
        ExcuseTelling(on) => office::excuse(state, handed, on.on, ctx),
        Reply(answer) => office::reply(state, handed, answer, ctx),
        Accept(on) => opinion::accept(state, handed, on.on, ctx),
        HandOn(on) => close(state, on.on, floor, Ending::Transferred, ctx),
        Withdraw(on) => close(state, on.on, floor, Ending::Withdrawn, ctx),
        Receive(_) => Err(Refusal::AlreadyBegun),
        NotAccept(_) | Forward(_) | Designate(_) | Extend(_) | Settle(_) | GiveOpinion(_)
        | Serve(_) | LapseReview | AskReview(_) | Review(_) | AskRereview(_) | StartHearing(_)
        | EndHearing(_) | Rereview(_) => Err(Refusal::NotNow(state.code())),
    }
}

fn decide_objected(
    state: &State,
    handed: &Handed,
    objected_on: Date,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Answer {
    match command {
        ReportUp(report) => office::report(state, report, ctx),
        Recuse(person) => office::recuse(state, person, objected_on, ctx),
        Assign(person) => office::assign(state, person, objected_on, ctx),
        Classify(classify) => office::classify(state, classify, objected_on, ctx),
        Forward(forward) if forward.unit == handed.unit => Err(Refusal::SameUnit),
        Forward(forward) => office::forward(state, forward, objected_on, ctx),
        Designate(designate) => office::designate(state, designate, objected_on, ctx),
        HandOn(on) => close(state, on.on, objected_on, Ending::Transferred, ctx),
        Withdraw(on) => close(state, on.on, objected_on, Ending::Withdrawn, ctx),
        Receive(_) => Err(Refusal::AlreadyBegun),
        NotAccept(_) | Acknowledge(_) | Object(_) | LapseObjection | Tell(_) | ExcuseTelling(_)
        | Reply(_) | Accept(_) | Extend(_) | Settle(_) | GiveOpinion(_) | Serve(_)
        | LapseReview | AskReview(_) | Review(_) | AskRereview(_) | StartHearing(_)
        | EndHearing(_) | Rereview(_) => Err(Refusal::NotNow(state.code())),
    }
}

fn decide_handling(state: &State, command: &Command, ctx: &Circumstances<'_>) -> Answer {
    let floor = opinion::handling(state)?.accepted_on;
    match command {
        ReportUp(report) => office::report(state, report, ctx),
        Recuse(person) => office::recuse(state, person, floor, ctx),
        Assign(person) => office::assign(state, person, floor, ctx),
        Extend(on) => opinion::extend(state, on.on, ctx),
        Settle(on) => close(state, on.on, floor, Ending::Settled, ctx),
        GiveOpinion(opine) => opinion::give(state, opine, ctx),
        HandOn(on) => close(state, on.on, floor, Ending::Transferred, ctx),
        Withdraw(on) => close(state, on.on, floor, Ending::Withdrawn, ctx),
        Receive(_) => Err(Refusal::AlreadyBegun),
        Accept(_) => Err(Refusal::AlreadyDone),
        NotAccept(_) | Classify(_) | Forward(_) | Acknowledge(_) | Object(_) | LapseObjection
        | Designate(_) | Tell(_) | ExcuseTelling(_) | Reply(_) | Serve(_) | LapseReview
        | AskReview(_) | Review(_) | AskRereview(_) | StartHearing(_) | EndHearing(_)
        | Rereview(_) => Err(Refusal::NotNow(state.code())),
    }
}

/// An opinion, or a review opinion, waits for service and then for the petitioner.
fn decide_given(
    state: &State,
    given: &Opinion,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Answer {
    match command {
        Serve(on) => opinion::serve(state, given, on.on, ctx),
        LapseReview => opinion::lapse(state, given, ctx),
        AskReview(on) => opinion::ask_review(state, given, on.on, ctx),
        AskRereview(on) => opinion::ask_rereview(state, given, on.on, ctx),
        Withdraw(on) => close(state, on.on, given.on, Ending::Withdrawn, ctx),
        ReportUp(report) => office::report(state, report, ctx),
        Receive(_) => Err(Refusal::AlreadyBegun),
        NotAccept(_) | Recuse(_) | Assign(_) | Classify(_) | Forward(_) | Acknowledge(_)
        | Object(_) | LapseObjection | Designate(_) | Tell(_) | ExcuseTelling(_) | Reply(_)
        | Accept(_) | Extend(_) | Settle(_) | GiveOpinion(_) | Review(_) | StartHearing(_)
        | EndHearing(_) | Rereview(_) | HandOn(_) => Err(Refusal::NotNow(state.code())),
    }
}

fn decide_review(
    state: &State,
    asked_on: Date,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Answer {
    match command {
        Review(opine) => opinion::review(state, opine, asked_on, ctx),
        ReportUp(report) => office::report(state, report, ctx),
        Recuse(person) => office::recuse(state, person, asked_on, ctx),
        Assign(person) => office::assign(state, person, asked_on, ctx),
        Withdraw(on) => close(state, on.on, asked_on, Ending::Withdrawn, ctx),
        Receive(_) => Err(Refusal::AlreadyBegun),
        AskReview(_) => Err(Refusal::AlreadyDone),
        NotAccept(_) | Classify(_) | Forward(_) | Acknowledge(_) | Object(_) | LapseObjection
        | Designate(_) | Tell(_) | ExcuseTelling(_) | Reply(_) | Accept(_) | Extend(_)
        | Settle(_) | GiveOpinion(_) | Serve(_) | LapseReview | AskRereview(_)
        | StartHearing(_) | EndHearing(_) | Rereview(_) | HandOn(_) => {
            Err(Refusal::NotNow(state.code()))
        }
    }
}

fn decide_rereview(
    state: &State,
    asked_on: Date,
    hearing_since: Option<Date>,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Answer {
    let floor = hearing_since.unwrap_or(asked_on);
    match command {
        StartHearing(on) => opinion::start_hearing(on.on, asked_on, hearing_since, ctx),
        EndHearing(on) => opinion::end_hearing(on.on, hearing_since, ctx),
        Rereview(opine) => opinion::rereview(state, opine, asked_on, hearing_since, ctx),
        ReportUp(report) => office::report(state, report, ctx),
        Recuse(person) => office::recuse(state, person, floor, ctx),
        Assign(person) => office::assign(state, person, floor, ctx),
        Withdraw(on) => close(state, on.on, floor, Ending::Withdrawn, ctx),
        Receive(_) => Err(Refusal::AlreadyBegun),
        AskRereview(_) => Err(Refusal::AlreadyDone),
        NotAccept(_) | Classify(_) | Forward(_) | Acknowledge(_) | Object(_) | LapseObjection
        | Designate(_) | Tell(_) | ExcuseTelling(_) | Reply(_) | Accept(_) | Extend(_)
        | Settle(_) | GiveOpinion(_) | Serve(_) | LapseReview | AskReview(_) | Review(_)
        | HandOn(_) => Err(Refusal::NotNow(state.code())),
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

/// The matter ends, and the petitioner is told.
pub(super) fn closed(state: &State, on: Date, how: Ending) -> Fact {
    Fact::Closed { on, how, to: state.petitioners() }
}

fn close(state: &State, on: Date, floor: Date, how: Ending, ctx: &Circumstances<'_>) -> Answer {
    dated(on, floor, ctx)?;
    Ok(vec![closed(state, on, how)])
}
