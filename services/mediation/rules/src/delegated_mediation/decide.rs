//! What follows from a command: first the table of stage and command, then each answer.

use std::collections::BTreeSet;

use jiefen_procedure::matrix::Circumstance;
use jiefen_procedure::{Brief, Circumstances};
use jiefen_vocab::{Private, TrackKind};
use jiff::civil::Date;

use super::tell::{TERM, sign_rule};
use super::{Command, Ending, Fact, Refusal, Stage, State, Why};
use crate::agreement::{Draft, Window};
use crate::entrusted_mediation::FILE_FIRST_FROM;
use crate::neutral::{
    Act, Bargain, Candidate, Course, Event, Fault, check_brief, happened, is_barred_by, last_day,
    route_open,
};

pub(super) fn decide(
    state: Option<&State>,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let Some(state) = state else { return new(command, ctx) };
    match &state.stage {
        Stage::Sent => sent(state, command, ctx),
        Stage::Mediating => mediating(state, command, ctx),
        Stage::Agreed { bargain } => agreed(state, bargain, command, ctx),
        Stage::Returned { why, on } => returned(state, *why, *on, command, ctx),
        Stage::Ended { .. } => ended(command),
    }
}

/// Nothing has begun yet.
fn new(command: &Command, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    use Command as C;
    match command {
        C::Open { brief, facts, on, .. } => open(command, brief, facts, *on, ctx),
        C::SignFile { .. }
        | C::Decline { .. }
        | C::Agree { .. }
        | C::NoteApplication { .. }
        | C::CloseWindow { .. }
        | C::EndFailed { .. }
        | C::EndSham { .. }
        | C::NoteFiled { .. }
        | C::NoteNotPursued { .. }
        | C::Course(_)
        | C::Lapse => Err(Fault::NotBegun.into()),
    }
}

/// The mediator has not signed for the file.
fn sent(state: &State, command: &Command, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    use Command as C;
    match command {
        C::SignFile { mediator, on } => sign_file(state, mediator, *on, ctx),
        C::Decline { ground, on } => back(state, Why::Declined { ground: *ground }, *on, ctx),
        C::Course(Act::WithdrawConsent { party, how }) => withdraw(state, *party, how, ctx),
        C::EndSham { on } => back(state, Why::Sham, *on, ctx),
        C::Lapse => not_signed(state, ctx),
        C::Open { .. } => Err(Fault::AlreadyBegun.into()),
        C::Course(_) | C::Agree { .. } | C::EndFailed { .. } => Err(Refusal::FileNotSigned),
        C::NoteApplication { .. } | C::CloseWindow { .. } => Err(Fault::NoAgreement.into()),
        C::NoteFiled { .. } | C::NoteNotPursued { .. } => Err(Refusal::NotReturned),
    }
}

/// The 30 days run.
fn mediating(
    state: &State,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    use Command as C;
    match command {
        C::Course(Act::WithdrawConsent { party, how }) => withdraw(state, *party, how, ctx),
        C::Course(Act::Replace { mediator, on }) => on_roster(mediator).and_then(|()| {
            course(state, &Act::Replace { mediator: mediator.clone(), on: *on }, ctx)
        }),
        C::Course(act) => course(state, act, ctx),
        C::Agree { draft, signed, by_mediator, sealed, on } => {
            agree(state, draft, signed, *by_mediator && *sealed, *on, ctx)
        }
        C::EndFailed { on, undisputed, facts_agreed } => {
            failed(state, *on, undisputed.as_ref(), facts_agreed, ctx)
        }
        C::EndSham { on } => back(state, Why::Sham, *on, ctx),
        C::Lapse => term_over(state, ctx),
        C::Open { .. } => Err(Fault::AlreadyBegun.into()),
        C::SignFile { .. } | C::Decline { .. } => Err(Refusal::FileSigned),
        C::NoteApplication { .. } | C::CloseWindow { .. } => Err(Fault::NoAgreement.into()),
        C::NoteFiled { .. } | C::NoteNotPursued { .. } => Err(Refusal::NotReturned),
    }
}

/// An agreement stands; its windows are open.
fn agreed(
    state: &State,
    bargain: &Bargain,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    use Command as C;
    match command {
        C::NoteApplication { window, on } => apply(state, bargain, *window, *on, ctx),
        C::CloseWindow { window } => close(state, bargain, *window, ctx),
        C::Open { .. } => Err(Fault::AlreadyBegun.into()),
        C::SignFile { .. }
        | C::Decline { .. }
        | C::Course(_)
        | C::Agree { .. }
        | C::EndFailed { .. }
        | C::EndSham { .. }
        | C::Lapse
        | C::NoteFiled { .. }
        | C::NoteNotPursued { .. } => Err(Fault::AgreementBinds.into()),
    }
}

/// The file is back; the court must file.
fn returned(
    state: &State,
    why: Why,
    since: Date,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    use Command as C;
    match command {
        C::NoteFiled { case, on } => filed(state, why, since, case, *on, ctx),
        C::NoteNotPursued { on } => not_pursued(state, why, since, *on, ctx),
        C::Open { .. } => Err(Fault::AlreadyBegun.into()),
        C::SignFile { .. }
        | C::Decline { .. }
        | C::Course(_)
        | C::Agree { .. }
        | C::NoteApplication { .. }
        | C::CloseWindow { .. }
        | C::EndFailed { .. }
        | C::EndSham { .. }
        | C::Lapse => Err(Refusal::CourtMustFile),
    }
}

/// It has ended.
fn ended(command: &Command) -> Result<Vec<Fact>, Refusal> {
    use Command as C;
    match command {
        C::Open { .. } => Err(Fault::AlreadyBegun.into()),
        C::SignFile { .. }
        | C::Decline { .. }
        | C::Agree { .. }
        | C::NoteApplication { .. }
        | C::CloseWindow { .. }
        | C::EndFailed { .. }
        | C::EndSham { .. }
        | C::NoteFiled { .. }
        | C::NoteNotPursued { .. }
        | C::Course(_)
        | C::Lapse => Err(Fault::AlreadyEnded.into()),
    }
}

/// A party withdraws its consent; the file goes back the same day (I5).
fn withdraw(
    state: &State,
    party: u32,
    how: &str,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let mut facts = course(state, &Act::WithdrawConsent { party, how: how.to_owned() }, ctx)?;
    facts.extend(back(state, Why::ConsentWithdrawn { party }, ctx.today(), ctx)?);
    Ok(facts)
}

/// Only facts that no party disputes go along (T-C-12).
fn failed(
    state: &State,
    on: Date,
    undisputed: Option<&Private<String>>,
    agreed: &[u32],
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let returned = back(state, Why::Failed, on, ctx)?;
    let events = state.course.record_undisputed(undisputed, agreed, on)?;
    Ok(events.into_iter().map(|event| Fact::Course { event }).chain(returned).collect())
}

fn term_over(state: &State, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    state.course.over(ctx)?;
    back(state, Why::TermOver, ctx.today(), ctx)
}

fn filed(
    state: &State,
    why: Why,
    since: Date,
    case: &str,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, since, ctx)?;
    if case.trim().is_empty() {
        return Err(Refusal::CaseWanted);
    }
    Ok(vec![end(state, Ending::Filed { why, case: case.to_owned() }, on)])
}

fn not_pursued(
    state: &State,
    why: Why,
    since: Date,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, since, ctx)?;
    Ok(vec![end(state, Ending::NotPursued { why }, on)])
}

fn apply(
    state: &State,
    bargain: &Bargain,
    window: Window,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    bargain.apply(window, on, ctx)?;
    Ok(vec![contract(state, bargain, Some(window), on)])
}

fn end(state: &State, ending: Ending, on: Date) -> Fact {
    Fact::Ended { ending, on, kind: state.course.brief.kind }
}

fn contract(state: &State, bargain: &Bargain, applied: Option<Window>, on: Date) -> Fact {
    end(state, Ending::Contract { bargain: bargain.clone(), applied }, on)
}

/// The file goes back with the complaint; the court must file it when the claimant insists, and from
/// 2025 in any case when it meets the conditions (特邀调解规定 21；T-C-01；T-E-02).
fn back(state: &State, why: Why, on: Date, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.course.since(), ctx)?;
    Ok(vec![Fact::Returned { why, on }])
}

fn course(state: &State, act: &Act, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let events = state.course.act(act, ctx)?;
    Ok(events.into_iter().map(|event| Fact::Course { event }).collect())
}

/// A delegation that begins from 2025 on is refused: the court files first (T-C-01). One of before
/// needs every party's consent (特邀调解规定 11).
fn open(
    command: &Command,
    brief: &Brief,
    facts: &BTreeSet<Circumstance>,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let Command::Open { court, complaint, handed_in, .. } = command else {
        return Err(Fault::NotBegun.into());
    };
    let mut facts = facts.clone();
    if on < FILE_FIRST_FROM {
        facts.insert(Circumstance::ComplaintBefore2025);
    }
    let open = route_open(brief, TrackKind::CourtEntrustedMediation, &facts);
    if is_barred_by(&open, "delegation_closed") {
        return Err(Refusal::FileFirst);
    }
    happened(*handed_in, brief.received_on, ctx)?;
    happened(on, *handed_in, ctx)?;
    check_brief(brief)?;
    if complaint.trim().is_empty() {
        return Err(Refusal::ComplaintWanted);
    }
    open?;
    if let Some(party) = Course::new(brief, on).without_consent() {
        return Err(Fault::ConsentMissing(party).into());
    }
    let sign_by = sign_rule(on);
    last_day(sign_by, on, ctx)?;
    Ok(vec![Fact::Opened {
        brief: Box::new(brief.clone()),
        court: *court,
        complaint: complaint.clone(),
        handed_in: *handed_in,
        sign_by: sign_by.to_owned(),
        on,
    }])
}

fn on_roster(mediator: &Candidate) -> Result<(), Refusal> {
    if mediator.on_roster && mediator.trained { Ok(()) } else { Err(Refusal::NotOnRoster) }
}

/// The 30 days run from the signature for the file; mediation that has not begun by the end of 2024
/// does not begin any more.
fn sign_file(
    state: &State,
    mediator: &Candidate,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    if on >= FILE_FIRST_FROM {
        return Err(Refusal::FileFirst);
    }
    let events = state.course.name(mediator, on, ctx)?;
    on_roster(mediator)?;
    last_day(TERM, on, ctx)?;
    let begun = Event::TermBegun { rule: TERM.to_owned(), on };
    let mut facts = vec![Fact::FileSigned { on }];
    facts.extend(events.into_iter().chain([begun]).map(|event| Fact::Course { event }));
    Ok(facts)
}

fn not_signed(state: &State, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let since = state.course.begun_on;
    let last = last_day(sign_rule(since), since, ctx)?;
    if ctx.today() <= last {
        return Err(Refusal::SignRuns(last));
    }
    back(state, Why::NotSigned, ctx.today(), ctx)
}

fn agree(
    state: &State,
    draft: &Draft,
    signed: &[u32],
    issued: bool,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    state.course.agrees(draft, signed, on, ctx)?;
    if !issued {
        return Err(Refusal::NotSealed);
    }
    let windows = state.course.windows(draft);
    let bargain = Bargain { draft: draft.clone(), on, windows };
    let mut facts = vec![Fact::Agreed { bargain: bargain.clone(), court: state.court }];
    if bargain.windows.is_empty() {
        facts.push(contract(state, &bargain, None, on));
    }
    Ok(facts)
}

fn close(
    state: &State,
    bargain: &Bargain,
    window: Window,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    bargain.close(window, ctx)?;
    let mut left = bargain.clone();
    left.windows.retain(|open| *open != window);
    let on = ctx.today();
    Ok(vec![Fact::WindowClosed { window, on }, contract(state, &left, None, on)])
}
