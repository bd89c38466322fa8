//! What the organ does: its word on the procedure, on progress, its answer, the way to termination.

use jiefen_procedure::Circumstances;
use jiefen_procedure::term::happened;
use jiff::civil::Date;

use super::decide::{Facts, closed};
use super::{Answer, Ending, Fact, Organ, Refusal, Ripe, State, rows};
use jiefen_procedure::words::must;

/// The local time to come back after an answer.
pub(super) const FOLLOW_UP: &str = "policy.follow_up";
/// The organ's answer in substance.
pub(super) const ANSWER: &str = "T-M-01.answer";

/// Where a matter stands with its organ.
#[derive(Clone, Copy)]
pub(super) struct At {
    pub organ: Organ,
    pub since: Date,
    pub replied: bool,
    pub overdue: bool,
}

/// What an organ does is recorded by its own staff, or by the node on its message (I10).
fn own(organ: Organ, ctx: &Circumstances<'_>) -> Result<(), Refusal> {
    must(organ.staff().contains(&ctx.actor.role), rows::NOT_ORGAN.with(organ.zh()))
}

pub(super) fn replies(state: &State, at: At, on: Date, ctx: &Circumstances<'_>) -> Facts {
    own(at.organ, ctx)?;
    happened(on, at.since, ctx.today())?;
    must(!at.replied, rows::ALREADY_DONE)?;
    Ok(vec![Fact::OrganReplied { to: state.petitioners(), on }])
}

pub(super) fn progress(state: &State, at: At, on: Date, ctx: &Circumstances<'_>) -> Facts {
    own(at.organ, ctx)?;
    happened(on, at.since, ctx.today())?;
    Ok(vec![Fact::Progressed { overdue: at.overdue, to: state.petitioners(), on }])
}

pub(super) fn answer(
    state: &State,
    at: At,
    answer: Answer,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Facts {
    own(at.organ, ctx)?;
    happened(on, at.since, ctx.today())?;
    Ok(vec![match answer {
        Answer::Opened(track) => {
            must(at.organ.opens(track), rows::WRONG_PROCEDURE.with(at.organ.zh()))?;
            closed(state, Ending::InProcedure(track), on)
        }
        Answer::Corrected => closed(state, Ending::Corrected, on),
        Answer::Explained => Fact::Explained { to: state.petitioners(), on },
    }])
}

/// Three months have passed without an answer: a finding, and from now on a word every month (T-M-01).
pub(super) fn lapse(at: At, ctx: &Circumstances<'_>) -> Facts {
    must(!at.overdue, rows::ALREADY_DONE)?;
    let last = ctx.last_day(ANSWER, at.since)?;
    must(ctx.today() > last, rows::TERM_RUNS.with(last))?;
    Ok(vec![Fact::AnswerOverdue { on: last }])
}

/// Only what is finished, right, explained and relieved is put up for termination.
pub(super) fn propose(
    organ: Organ,
    ripe: Ripe,
    on: Date,
    since: Date,
    ctx: &Circumstances<'_>,
) -> Facts {
    own(organ, ctx)?;
    happened(on, since, ctx.today())?;
    let missing = [
        (ripe.exhausted, "法律程序尚未穷尽"),
        (ripe.right, "错误或者瑕疵尚未纠正"),
        (ripe.explained, "释法说理尚未到位"),
        (ripe.relieved, "应当给予的救助尚未给予"),
    ];
    if let Some((_, what)) = missing.iter().find(|(done, _)| !done) {
        return Err(rows::NOT_RIPE.with(what).into());
    }
    Ok(vec![Fact::TerminationProposed { ripe, on }])
}
