//! The table: which command in which stage, and what follows.

use jiefen_procedure::Circumstances;
use jiff::civil::Date;

use super::steps::{
    accept, agree, ask_expert, check_body, close, consent, expert_answers, fit, object, open,
    plan_stands, put_plan, set_fee,
};
use super::{Command, Ending, Fact, Refusal, Stage, State};
use crate::neutral::{Act, Bargain, Fault, happened, known, last_day};

pub(super) fn decide(
    state: Option<&State>,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let Some(state) = state else { return new(command, ctx) };
    match &state.stage {
        Stage::Asking | Stage::Willing => before(state, command, ctx),
        Stage::Mediating => mediating(state, command, ctx),
        Stage::Planned { served, .. } => planned(state, *served, command, ctx),
        Stage::Agreed { bargain } => agreed(state, bargain, command, ctx),
        Stage::Ended { .. } => ended(command),
    }
}

/// Nothing has begun yet.
fn new(command: &Command, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    use Command as C;
    match command {
        C::Open { brief, body, facts, on } => open(brief, body, facts, *on, ctx),
        C::CheckBody { .. }
        | C::GiveConsent { .. }
        | C::RefuseConsent { .. }
        | C::Accept { .. }
        | C::SetFee { .. }
        | C::AskExpert { .. }
        | C::ExpertAnswers { .. }
        | C::Course(_)
        | C::Text(_)
        | C::PutPlan { .. }
        | C::Object { .. }
        | C::Agree { .. }
        | C::NoteApplication { .. }
        | C::CloseWindow { .. }
        | C::EndFailed { .. }
        | C::EndSham { .. }
        | C::Lapse => Err(Fault::NotBegun.into()),
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
        C::NoteApplication { window, on } => {
            bargain.apply(*window, *on, ctx)?;
            let (bargain, applied) = (bargain.clone(), Some(*window));
            Ok(vec![state.end(Ending::Contract { bargain, applied }, *on)])
        }
        C::CloseWindow { window } => close(state, bargain, *window, ctx),
        C::CheckBody { .. }
        | C::GiveConsent { .. }
        | C::RefuseConsent { .. }
        | C::Accept { .. }
        | C::SetFee { .. }
        | C::AskExpert { .. }
        | C::ExpertAnswers { .. }
        | C::Course(_)
        | C::Text(_)
        | C::PutPlan { .. }
        | C::Object { .. }
        | C::Agree { .. }
        | C::EndFailed { .. }
        | C::EndSham { .. }
        | C::Lapse => Err(Fault::AgreementBinds.into()),
    }
}

/// It has ended.
fn ended(command: &Command) -> Result<Vec<Fact>, Refusal> {
    use Command as C;
    match command {
        C::Open { .. } => Err(Fault::AlreadyBegun.into()),
        C::CheckBody { .. }
        | C::GiveConsent { .. }
        | C::RefuseConsent { .. }
        | C::Accept { .. }
        | C::SetFee { .. }
        | C::AskExpert { .. }
        | C::ExpertAnswers { .. }
        | C::Course(_)
        | C::Text(_)
        | C::PutPlan { .. }
        | C::Object { .. }
        | C::Agree { .. }
        | C::NoteApplication { .. }
        | C::CloseWindow { .. }
        | C::EndFailed { .. }
        | C::EndSham { .. }
        | C::Lapse => Err(Fault::AlreadyEnded.into()),
    }
}

/// Before it is accepted: consent wanted, or a neutral wanted; what each needs it asks itself.
fn before(state: &State, command: &Command, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    use Command as C;
    match command {
        C::Open { .. } => Err(Fault::AlreadyBegun.into()),
        C::CheckBody { members, court_linked, on } => {
            check_body(state, members, *court_linked, *on, ctx)
        }
        C::GiveConsent { party, how, on } => consent(state, *party, how, *on, ctx),
        C::RefuseConsent { party, on } => {
            known(&state.course.brief, *party)?;
            over(state, Ending::Refused { party: *party }, *on, ctx)
        }
        C::Accept { mediator, outside, waived, on } => {
            accept(state, mediator, *outside, waived, *on, ctx)
        }
        C::Course(Act::WithdrawConsent { party, how }) => withdraw(state, *party, how, ctx),
        C::EndSham { on } => over(state, Ending::Sham, *on, ctx),
        C::Lapse => {
            let (rule, ending) = match state.course.without_consent() {
                Some(_) => ("policy.mediation_answer", Ending::NoAnswer),
                None => ("policy.mediator_choice", Ending::NobodyNeutral),
            };
            let last = last_day(rule, state.course.begun_on, ctx)?;
            if ctx.today() <= last {
                return Err(Fault::TermRuns(last).into());
            }
            Ok(vec![state.end(ending, ctx.today())])
        }
        C::NoteApplication { .. } | C::CloseWindow { .. } => Err(Fault::NoAgreement.into()),
        C::Object { .. } => Err(Refusal::NoPlan),
        C::SetFee { .. }
        | C::AskExpert { .. }
        | C::ExpertAnswers { .. }
        | C::Course(_)
        | C::Text(_)
        | C::PutPlan { .. }
        | C::Agree { .. }
        | C::EndFailed { .. } => Err(Fault::NotMediating.into()),
    }
}

fn mediating(
    state: &State,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    use Command as C;
    match command {
        C::Open { .. } => Err(Fault::AlreadyBegun.into()),
        C::GiveConsent { .. } | C::RefuseConsent { .. } => Err(Refusal::AlreadyWilling),
        C::CheckBody { .. } | C::Accept { .. } => Err(Refusal::AlreadyAccepted),
        C::SetFee { shares, published, on } => set_fee(state, shares, *published, *on, ctx),
        C::AskExpert { expert, agreed, on } => ask_expert(state, expert, agreed, *on, ctx),
        C::ExpertAnswers { on } => expert_answers(state, *on, ctx),
        C::Course(Act::WithdrawConsent { party, how }) => withdraw(state, *party, how, ctx),
        C::Course(Act::BeginAppraisal { .. } | Act::EndAppraisal { .. }) => {
            Err(Refusal::NoStandstill)
        }
        C::Course(Act::Replace { mediator, on }) => {
            fit(mediator)?;
            course(state, &Act::Replace { mediator: mediator.clone(), on: *on }, ctx)
        }
        C::Course(act) => course(state, act, ctx),
        C::Text(step) => {
            let events = state.course.word_it(step, ctx)?;
            Ok(events.into_iter().map(|event| Fact::Course { event }).collect())
        }
        C::PutPlan { draft, agreed, served, on } => {
            put_plan(state, draft, agreed, *served, *on, ctx)
        }
        C::Object { .. } => Err(Refusal::NoPlan),
        C::Agree { draft, signed, sealed, on } => agree(state, draft, signed, *sealed, *on, ctx),
        C::NoteApplication { .. } | C::CloseWindow { .. } => Err(Fault::NoAgreement.into()),
        C::EndFailed { on, undisputed, facts_agreed } => {
            let ended = over(state, Ending::Failed, *on, ctx)?;
            let events = state.course.record_undisputed(undisputed.as_ref(), facts_agreed, *on)?;
            Ok(events.into_iter().map(|event| Fact::Course { event }).chain(ended).collect())
        }
        C::EndSham { on } => over(state, Ending::Sham, *on, ctx),
        C::Lapse => {
            state.course.over(ctx)?;
            Ok(vec![state.end(Ending::TermOver, ctx.today())])
        }
    }
}

/// A plan waits for written objections; nothing else happens but that a party leaves.
fn planned(
    state: &State,
    served: Date,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    use Command as C;
    match command {
        C::Open { .. } => Err(Fault::AlreadyBegun.into()),
        C::Object { party, written, on } => object(state, served, *party, *written, *on, ctx),
        C::Lapse => plan_stands(state, served, ctx),
        C::EndSham { on } => over(state, Ending::Sham, *on, ctx),
        C::NoteApplication { .. } | C::CloseWindow { .. } => Err(Fault::NoAgreement.into()),
        C::CheckBody { .. }
        | C::GiveConsent { .. }
        | C::RefuseConsent { .. }
        | C::Accept { .. }
        | C::SetFee { .. }
        | C::AskExpert { .. }
        | C::ExpertAnswers { .. }
        | C::Course(_)
        | C::Text(_)
        | C::PutPlan { .. }
        | C::Agree { .. }
        | C::EndFailed { .. } => Err(Refusal::PlanOpen),
    }
}

fn course(state: &State, act: &Act, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let events = state.course.act(act, ctx)?;
    Ok(events.into_iter().map(|event| Fact::Course { event }).collect())
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
