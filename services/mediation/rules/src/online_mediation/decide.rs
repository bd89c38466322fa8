//! The table: which command in which stage, and what follows.

use jiefen_procedure::Circumstances;
use jiff::civil::Date;

use super::steps::{
    accept, choice_over, choose, consent, course, court_names, declines, hold, keep_record, known,
    on_site, open, reassign, refuse_replacement, replace, unreachable, verify,
};
use super::{Command, Ending, Fact, Refusal, Stage, State, agree};
use crate::neutral::{Act, Bargain, Candidate, Fault, happened, last_day};

pub(super) fn decide(
    state: Option<&State>,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let Some(state) = state else { return new(command, ctx) };
    match &state.stage {
        Stage::Choosing => choosing(state, command, ctx),
        Stage::Offered { mediator, on } => offered(state, mediator, *on, command, ctx),
        Stage::Asking => asking(state, command, ctx),
        Stage::Mediating | Stage::Signing { .. } => mediating(state, command, ctx),
        Stage::Agreed { bargain } => agreed(state, bargain, command, ctx),
        Stage::Ended { .. } => ended(command),
    }
}

/// Nothing has begun yet.
fn new(command: &Command, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    use Command as C;
    match command {
        C::Open { .. } => open(command, ctx),
        C::Choose { .. }
        | C::CourtNames { .. }
        | C::Accept { .. }
        | C::DeclineTask { .. }
        | C::GiveConsent { .. }
        | C::RefuseConsent { .. }
        | C::NoteUnreachable { .. }
        | C::Verify { .. }
        | C::GoOnSite { .. }
        | C::Course(_)
        | C::RefuseReplacement { .. }
        | C::KeepRecord { .. }
        | C::PutText { .. }
        | C::Sign { .. }
        | C::RefuseSign { .. }
        | C::NoteApplication { .. }
        | C::CloseWindow { .. }
        | C::EndFailed { .. }
        | C::EndSham { .. }
        | C::Lapse
        | C::LapseAsking => Err(Fault::NotBegun.into()),
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
        C::Open { .. } => Err(Fault::AlreadyBegun.into()),
        C::NoteApplication { window, on } => agree::apply(state, bargain, *window, *on, ctx),
        C::CloseWindow { window } => agree::close(state, bargain, *window, ctx),
        C::Choose { .. }
        | C::CourtNames { .. }
        | C::Accept { .. }
        | C::DeclineTask { .. }
        | C::GiveConsent { .. }
        | C::RefuseConsent { .. }
        | C::NoteUnreachable { .. }
        | C::Verify { .. }
        | C::GoOnSite { .. }
        | C::Course(_)
        | C::RefuseReplacement { .. }
        | C::KeepRecord { .. }
        | C::PutText { .. }
        | C::Sign { .. }
        | C::RefuseSign { .. }
        | C::EndFailed { .. }
        | C::EndSham { .. }
        | C::Lapse
        | C::LapseAsking => Err(Fault::AgreementBinds.into()),
    }
}

/// It has ended.
fn ended(command: &Command) -> Result<Vec<Fact>, Refusal> {
    use Command as C;
    match command {
        C::Open { .. } => Err(Fault::AlreadyBegun.into()),
        C::Choose { .. }
        | C::CourtNames { .. }
        | C::Accept { .. }
        | C::DeclineTask { .. }
        | C::GiveConsent { .. }
        | C::RefuseConsent { .. }
        | C::NoteUnreachable { .. }
        | C::Verify { .. }
        | C::GoOnSite { .. }
        | C::Course(_)
        | C::RefuseReplacement { .. }
        | C::KeepRecord { .. }
        | C::PutText { .. }
        | C::Sign { .. }
        | C::RefuseSign { .. }
        | C::NoteApplication { .. }
        | C::CloseWindow { .. }
        | C::EndFailed { .. }
        | C::EndSham { .. }
        | C::Lapse
        | C::LapseAsking => Err(Fault::AlreadyEnded.into()),
    }
}

/// Nobody is named yet.
fn choosing(
    state: &State,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    use Command as C;
    match command {
        C::Open { .. } => Err(Fault::AlreadyBegun.into()),
        C::Choose { mediator, agreed, on } => choose(state, mediator, agreed, *on, ctx),
        C::CourtNames { mediator, asked, on } => court_names(state, mediator, *asked, *on, ctx),
        C::Lapse => choice_over(state, ctx),
        C::Course(Act::WithdrawConsent { party, how }) => withdraw(state, *party, how, ctx),
        C::EndSham { on } => sham(state, *on, ctx),
        C::Accept { .. } | C::DeclineTask { .. } => Err(Refusal::NoTask),
        C::GiveConsent { .. } | C::RefuseConsent { .. } | C::LapseAsking => Err(Refusal::NotAsking),
        C::NoteApplication { .. } | C::CloseWindow { .. } => Err(Fault::NoAgreement.into()),
        C::Sign { .. } | C::RefuseSign { .. } => Err(Refusal::NoText),
        C::NoteUnreachable { .. }
        | C::Verify { .. }
        | C::GoOnSite { .. }
        | C::Course(_)
        | C::RefuseReplacement { .. }
        | C::KeepRecord { .. }
        | C::PutText { .. }
        | C::EndFailed { .. } => Err(Fault::NotMediating.into()),
    }
}

/// A mediator is named and has not accepted yet.
fn offered(
    state: &State,
    mediator: &Candidate,
    sent: Date,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    use Command as C;
    match command {
        C::Open { .. } => Err(Fault::AlreadyBegun.into()),
        C::Choose { .. } | C::CourtNames { .. } => Err(Refusal::TaskOpen),
        C::Accept { on } => accept(state, mediator, sent, *on, ctx),
        C::DeclineTask { on } => declines(state, sent, *on, ctx),
        C::Lapse => reassign(state, sent, ctx),
        C::Course(Act::WithdrawConsent { party, how }) => withdraw(state, *party, how, ctx),
        C::EndSham { on } => sham(state, *on, ctx),
        C::GiveConsent { .. } | C::RefuseConsent { .. } | C::LapseAsking => Err(Refusal::NotAsking),
        C::NoteApplication { .. } | C::CloseWindow { .. } => Err(Fault::NoAgreement.into()),
        C::Sign { .. } | C::RefuseSign { .. } => Err(Refusal::NoText),
        C::NoteUnreachable { .. }
        | C::Verify { .. }
        | C::GoOnSite { .. }
        | C::Course(_)
        | C::RefuseReplacement { .. }
        | C::KeepRecord { .. }
        | C::PutText { .. }
        | C::EndFailed { .. } => Err(Fault::NotMediating.into()),
    }
}

/// While the other party is asked: the term runs, no session is held.
fn asking(state: &State, command: &Command, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    use Command as C;
    match command {
        C::Open { .. } => Err(Fault::AlreadyBegun.into()),
        C::GiveConsent { party, how, on } => consent(state, *party, how, *on, ctx),
        C::RefuseConsent { party, on } => {
            known(state, *party)?;
            over(state, Ending::Refused { party: *party }, *on, ctx)
        }
        C::NoteUnreachable { party, on } => unreachable(state, *party, *on, ctx),
        C::LapseAsking => {
            let last = last_day("T-C-08", state.course.since(), ctx)?;
            if ctx.today() <= last {
                return Err(Refusal::AskRuns(last));
            }
            Ok(vec![state.end(Ending::Unreachable, ctx.today())])
        }
        C::Lapse => term_over(state, ctx),
        C::Course(Act::WithdrawConsent { party, how }) => withdraw(state, *party, how, ctx),
        C::EndSham { on } => sham(state, *on, ctx),
        C::Choose { .. } | C::CourtNames { .. } | C::Accept { .. } | C::DeclineTask { .. } => {
            Err(Refusal::NoTask)
        }
        C::Sign { .. } | C::RefuseSign { .. } => Err(Refusal::NoText),
        C::NoteApplication { .. } | C::CloseWindow { .. } => Err(Fault::NoAgreement.into()),
        C::Verify { .. }
        | C::GoOnSite { .. }
        | C::Course(_)
        | C::RefuseReplacement { .. }
        | C::KeepRecord { .. }
        | C::PutText { .. }
        | C::EndFailed { .. } => Err(Refusal::Asking),
    }
}

/// Mediating, and a text being signed: signatures only where there is a text.
fn mediating(
    state: &State,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    use Command as C;
    match command {
        C::Open { .. } => Err(Fault::AlreadyBegun.into()),
        C::Choose { .. } | C::CourtNames { .. } | C::Accept { .. } | C::DeclineTask { .. } => {
            Err(Refusal::NoTask)
        }
        C::GiveConsent { .. } | C::RefuseConsent { .. } | C::LapseAsking => Err(Refusal::NotAsking),
        C::NoteUnreachable { party, on } => unreachable(state, *party, *on, ctx),
        C::Verify { party, on } => verify(state, *party, *on, ctx),
        C::GoOnSite { agreed, on } => on_site(state, agreed, *on, ctx),
        C::Course(Act::WithdrawConsent { party, how }) => withdraw(state, *party, how, ctx),
        C::Course(Act::Replace { mediator, on }) => replace(state, mediator, *on, ctx),
        C::Course(Act::Hold { session }) => hold(state, session, ctx),
        C::Course(Act::BeginAppraisal { .. } | Act::EndAppraisal { .. })
            if state.footing.is_filed() =>
        {
            Err(Refusal::NoStandstill)
        }
        C::Course(act) => course(state, act, ctx),
        C::RefuseReplacement { party, on } => refuse_replacement(state, *party, *on, ctx),
        C::KeepRecord { no, record, agreed, on } => {
            keep_record(state, *no, *record, agreed, *on, ctx)
        }
        C::PutText { draft, ask, on } => agree::put(state, draft, *ask, *on, ctx),
        C::Sign { signer, on } => agree::sign(state, *signer, *on, ctx),
        C::RefuseSign { party, on } => agree::refuse(state, *party, *on, ctx),
        C::NoteApplication { .. } | C::CloseWindow { .. } => Err(Fault::NoAgreement.into()),
        C::EndFailed { on, undisputed, facts_agreed } => {
            let ended = over(state, Ending::Failed, *on, ctx)?;
            let events = state.course.record_undisputed(undisputed.as_ref(), facts_agreed, *on)?;
            Ok(events.into_iter().map(|event| Fact::Course { event }).chain(ended).collect())
        }
        C::EndSham { on } => sham(state, *on, ctx),
        C::Lapse => term_over(state, ctx),
    }
}

fn over(
    state: &State,
    ending: Ending,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.course.since(), ctx)?;
    Ok(vec![state.end(ending, on)])
}

fn sham(state: &State, on: Date, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    over(state, Ending::Sham, on, ctx)
}

/// A party who no longer wants it ends it the same day (I5; 在线调解规则 25(2), (4)).
fn withdraw(
    state: &State,
    party: u32,
    how: &str,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let act = Act::WithdrawConsent { party, how: how.to_owned() };
    let mut facts = course(state, &act, ctx)?;
    facts.push(state.end(Ending::Refused { party }, ctx.today()));
    Ok(facts)
}

/// The term is over and the parties have not extended it (在线调解规则 25(6)).
fn term_over(state: &State, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    state.course.over(ctx)?;
    Ok(vec![state.end(Ending::TermOver, ctx.today())])
}
