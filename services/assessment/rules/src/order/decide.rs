//! What may happen to an order, and the order after it.

use jiefen_procedure::Circumstances;
use jiefen_vocab::Role;

use super::{Answer, Command, Fact, Refusal, Stage, State};

type Decided = Result<Vec<Fact>, Refusal>;

pub(super) fn decide(state: Option<&State>, command: &Command, ctx: &Circumstances<'_>) -> Decided {
    use Command as C;
    let Some(state) = state else { return begin(command, ctx) };
    let on = ctx.today();
    match (state.stage, command) {
        (_, C::Draft { .. }) => Err(Refusal::AlreadyDrafted),
        (
            Stage::Verified | Stage::Withdrawn | Stage::TalkDue,
            C::Sign
            | C::Withdraw { .. }
            | C::Answer { .. }
            | C::MarkOverdue
            | C::Circulate { .. }
            | C::Verify { .. }
            | C::RaiseTalk
            | C::FlagLate,
        ) => Err(Refusal::OrderOver),
        (Stage::Drafted, C::Sign) => sign(state, ctx),
        (Stage::Signed | Stage::Overdue | Stage::Circulated | Stage::Answered, C::Sign) => {
            Err(Refusal::AlreadySigned)
        }
        (
            Stage::Drafted | Stage::Signed | Stage::Overdue | Stage::Circulated | Stage::Answered,
            C::Withdraw { reason },
        ) => {
            stated(reason)?;
            Ok(vec![Fact::OrderWithdrawn { stood: state.stage, reason: reason.clone(), on }])
        }
        (Stage::Signed | Stage::Overdue | Stage::Circulated, C::Answer { measures }) => {
            if ctx.actor.agency != state.unit {
                return Err(Refusal::NotYourOrder);
            }
            stated(measures)?;
            let answer = Answer { measures: measures.clone(), by: ctx.actor.person.clone(), on };
            Ok(vec![Fact::OrderAnswered { stood: state.stage, answer }])
        }
        (Stage::Drafted, C::Answer { .. } | C::Verify { .. } | C::Circulate { .. }) => {
            Err(Refusal::NotSigned)
        }
        (Stage::Answered, C::Answer { .. }) => Err(Refusal::AlreadyAnswered),
        (Stage::Signed, C::MarkOverdue) => Ok(vec![Fact::ReplyFellDue { on }]),
        (Stage::Drafted | Stage::Overdue | Stage::Circulated | Stage::Answered, C::MarkOverdue)
        | (Stage::Drafted | Stage::Signed | Stage::Overdue | Stage::Answered, C::RaiseTalk)
        | (Stage::Signed | Stage::Circulated, C::FlagLate) => Err(Refusal::NoSuchClock),
        (Stage::Overdue, C::Circulate { text }) => {
            stated(text)?;
            Ok(vec![Fact::CircularIssued { text: text.clone(), on }])
        }
        (Stage::Signed | Stage::Answered, C::Circulate { .. }) => Err(Refusal::NotOverdue),
        (Stage::Circulated, C::Circulate { .. }) => Err(Refusal::AlreadyCirculated),
        (Stage::Answered, C::Verify { performed, finding }) => {
            stated(finding)?;
            let finding = finding.clone();
            Ok(vec![if *performed {
                Fact::PerformanceVerified { finding, on }
            } else {
                Fact::AnswerRejected { finding, circulated: state.circulated_on.is_some(), on }
            }])
        }
        (Stage::Signed | Stage::Overdue | Stage::Circulated, C::Verify { .. }) => {
            Err(Refusal::NotAnswered)
        }
        (Stage::Circulated, C::RaiseTalk) => Ok(vec![Fact::TalkFellDue { on }]),
        (Stage::Drafted | Stage::Overdue | Stage::Answered, C::FlagLate) => {
            Ok(vec![Fact::LatenessFound { on }])
        }
    }
}

fn begin(command: &Command, ctx: &Circumstances<'_>) -> Decided {
    match command {
        Command::Draft { unit, ground, disputes, demand } => {
            stated(ground)?;
            stated(demand)?;
            if disputes.is_empty() {
                return Err(Refusal::NoCases);
            }
            if *unit == ctx.actor.agency {
                return Err(Refusal::OwnUnit);
            }
            Ok(vec![Fact::OrderDrafted {
                unit: *unit,
                ground: ground.clone(),
                disputes: disputes.clone(),
                demand: demand.clone(),
                by: ctx.actor.person.clone(),
                on: ctx.today(),
            }])
        }
        Command::Sign
        | Command::Withdraw { .. }
        | Command::Answer { .. }
        | Command::MarkOverdue
        | Command::Circulate { .. }
        | Command::Verify { .. }
        | Command::RaiseTalk
        | Command::FlagLate => Err(Refusal::NoOrder),
    }
}

/// A machine may draft an order; a person answers for it with a name.
fn sign(state: &State, ctx: &Circumstances<'_>) -> Decided {
    if ctx.actor.role == Role::System {
        return Err(Refusal::PersonMustSign);
    }
    if state.unit == ctx.actor.agency {
        return Err(Refusal::OwnUnit);
    }
    let by = ctx.actor.person.clone();
    Ok(vec![Fact::OrderSigned { unit: state.unit, by, on: ctx.today() }])
}

fn stated(text: &str) -> Result<(), Refusal> {
    if text.trim().is_empty() { Err(Refusal::TextMissing) } else { Ok(()) }
}

pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let Some(mut state) = state else { return first(fact) };
    match fact {
        Fact::OrderDrafted { .. } | Fact::LatenessFound { .. } => {}
        Fact::OrderSigned { by, on, .. } => {
            state.signed = Some((by.clone(), *on));
            state.stage = Stage::Signed;
        }
        Fact::OrderWithdrawn { .. } => state.stage = Stage::Withdrawn,
        Fact::OrderAnswered { answer, .. } => {
            state.answer = Some(answer.clone());
            state.stage = Stage::Answered;
        }
        Fact::ReplyFellDue { .. } => state.stage = Stage::Overdue,
        Fact::CircularIssued { text, on } => {
            state.circulated_on = Some(*on);
            state.circular.clone_from(text);
            state.stage = Stage::Circulated;
        }
        Fact::PerformanceVerified { .. } => state.stage = Stage::Verified,
        // After a circular there is no second circular: the rung that was reached stays.
        Fact::AnswerRejected { circulated, .. } => {
            state.stage = if *circulated { Stage::Circulated } else { Stage::Signed };
        }
        Fact::TalkFellDue { .. } => state.stage = Stage::TalkDue,
    }
    Some(state)
}

fn first(fact: &Fact) -> Option<State> {
    if let Fact::OrderDrafted { unit, ground, disputes, demand, by, on } = fact {
        return Some(State {
            unit: *unit,
            ground: ground.clone(),
            disputes: disputes.clone(),
            demand: demand.clone(),
            drafted_by: by.clone(),
            drafted_on: *on,
            signed: None,
            answer: None,
            circulated_on: None,
            circular: String::new(),
            stage: Stage::Drafted,
        });
    }
    None
}
