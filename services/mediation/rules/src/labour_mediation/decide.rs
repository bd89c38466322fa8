//! What follows from a command, and from a fact.

use jiefen_procedure::term::Term;
use jiefen_procedure::{Brief, Circumstances};
use jiff::civil::Date;

use super::{
    Command, Decline, Ending, Fact, Stage, State, acceptance_rule, is_labour, rows, said, talk,
};
use crate::refuse::no;
use crate::talks::{self, Application, Moved, Step, Talks, rows as shared};
use jiefen_procedure::words::Refusal;

/// The rule of the mediation's length, from the application.
pub(super) const LENGTH: &str = "T-H-01";

pub(super) fn decide(
    state: Option<&State>,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let Some(state) = state else { return begin(command, ctx) };
    let talks = &state.talks;
    match (&state.stage, command) {
        (Stage::Applied | Stage::Mediating, Command::Apply { .. }) => no(shared::ALREADY_BEGUN),
        (Stage::Applied, Command::Accept { mediator, on }) => {
            talks::ready(talks, mediator, *on, ctx)?;
            Ok(vec![Fact::Accepted { mediator: mediator.clone(), on: *on }])
        }
        (Stage::Applied, Command::Decline { ground, on }) => decline(talks, *ground, *on, ctx),
        (Stage::Applied, Command::Talk(step @ Step::GiveConsent { .. })) => talk(talks, step, ctx),
        (
            Stage::Applied,
            Command::Talk(
                Step::ChooseMediator { .. }
                | Step::ScheduleSession { .. }
                | Step::HoldSession { .. }
                | Step::Extend { .. }
                | Step::PutText { .. }
                | Step::DropText { .. }
                | Step::ConfirmText { .. }
                | Step::Sign { .. },
            )
            | Command::EndFailed { .. },
        ) => no(shared::NOT_ACCEPTED),
        (Stage::Mediating, Command::Accept { .. } | Command::Decline { .. }) => {
            no(shared::ALREADY_ACCEPTED)
        }
        (Stage::Mediating, Command::Talk(step)) => talk(talks, step, ctx),
        (Stage::Mediating, Command::EndFailed { on }) => {
            talks::may_end(talks, *on, ctx)?;
            Ok(vec![Fact::Ended { ending: Ending::Failed, on: *on }])
        }
        (Stage::Applied | Stage::Mediating, Command::WithdrawConsent { party, how }) => {
            let (moved, ends) = talks::withdraw(talks, *party, how, ctx)?;
            let over = Fact::Ended { ending: Ending::Withdrawn, on: ctx.today() };
            Ok(said(moved).into_iter().chain(ends.then_some(over)).collect())
        }
        (Stage::Applied | Stage::Mediating, Command::Lapse) => {
            talks::lapsed(talks, ctx)?;
            Ok(vec![Fact::Ended { ending: Ending::DeemedFailed, on: ctx.today() }])
        }
        (
            Stage::Agreed { .. } | Stage::Ended { .. },
            Command::Apply { .. }
            | Command::Accept { .. }
            | Command::Decline { .. }
            | Command::Talk(_)
            | Command::WithdrawConsent { .. }
            | Command::EndFailed { .. }
            | Command::Lapse,
        ) => no(shared::ALREADY_ENDED),
    }
}

fn begin(command: &Command, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let Command::Apply { brief, body, lawful, application, items, only, known, on } = command
    else {
        return no(shared::NOT_BEGUN);
    };
    if !is_labour(brief) {
        return no(rows::NOT_LABOUR);
    }
    talks::begin(brief, brief.track, known, *on, ctx)?;
    Application::check(application)?;
    ctx.last_day(LENGTH, *on)?;
    ctx.last_day(acceptance_rule(*body), *on)?;
    Ok(vec![Fact::Applied {
        brief: brief.clone(),
        body: *body,
        lawful: *lawful,
        application: application.clone(),
        items: items.clone(),
        only: *only,
        on: *on,
    }])
}

fn decline(
    talks: &Talks,
    ground: Decline,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    talks::may_end(talks, on, ctx)?;
    if ground == Decline::PartyUnwilling && talks.without_consent().is_none() {
        return no(rows::WILLING_AFTER_ALL);
    }
    Ok(vec![Fact::Ended { ending: Ending::Declined { ground }, on }])
}

/// The state after a fact. Total: a fact that cannot follow leaves the state as it is.
pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let Some(mut state) = state else { return begun(fact) };
    match fact {
        Fact::Applied { .. } => {}
        Fact::Accepted { mediator, .. } => {
            state.talks.mediator = Some(mediator.clone());
            state.stage = Stage::Mediating;
        }
        Fact::Talks { what } => {
            state.talks.apply(what);
            if let Moved::InForce { draft, effective_on } = what {
                state.stage = Stage::Agreed { draft: draft.clone(), on: *effective_on };
            }
        }
        Fact::Ended { ending, on } => {
            state.talks.text = None;
            state.stage = Stage::Ended { ending: *ending, on: *on };
        }
    }
    Some(state)
}

fn begun(fact: &Fact) -> Option<State> {
    let Fact::Applied { brief, body, lawful, application, items, only, on } = fact else {
        return None;
    };
    let mut talks = Talks::new(&Brief::clone(brief), *on);
    talks.term = Some(Term::new(LENGTH, *on));
    Some(State {
        talks,
        body: *body,
        lawful: *lawful,
        application: application.clone(),
        items: items.clone(),
        only: *only,
        stage: Stage::Applied,
    })
}
