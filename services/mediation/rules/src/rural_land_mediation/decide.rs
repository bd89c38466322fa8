//! What follows from a command, and from a fact.

use jiefen_procedure::term::Term;
use jiefen_procedure::{Brief, Circumstances};
use jiefen_vocab::DisputeKind;
use jiff::civil::Date;

use super::{Body, Command, Decline, Ending, Fact, Matter, Stage, State, rows, said, talk};
use crate::agreement::Subject;
use crate::refuse::no;
use crate::talks::{self, Moved, Step, Talks, rows as shared};
use jiefen_procedure::words::Refusal;

/// The local term, from acceptance; the statute sets none.
pub(super) const LENGTH: &str = "policy.rural_land_mediation";
/// How soon the body decides on acceptance.
pub(super) const ACCEPT: &str = "policy.mediation_acceptance";

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
            ctx.last_day(LENGTH, *on)?;
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
            | Command::PassUp { .. }
            | Command::EndFailed { .. }
            | Command::Lapse,
        ) => no(shared::NOT_ACCEPTED),
        (Stage::Mediating, Command::Accept { .. } | Command::Decline { .. }) => {
            no(shared::ALREADY_ACCEPTED)
        }
        (Stage::Mediating, Command::Talk(step)) => {
            marked(state.matter, step)?;
            talk(talks, step, ctx)
        }
        (Stage::Mediating, Command::PassUp { .. }) if state.body == Body::Town => {
            no(rows::NOT_A_VILLAGE)
        }
        (Stage::Mediating, Command::PassUp { on }) => {
            talks::may_end(talks, *on, ctx)?;
            Ok(vec![Fact::Ended { ending: Ending::PassedUp, on: *on }])
        }
        (Stage::Mediating, Command::EndFailed { on }) => {
            talks::may_end(talks, *on, ctx)?;
            Ok(vec![Fact::Ended { ending: Ending::Failed, on: *on }])
        }
        (Stage::Applied | Stage::Mediating, Command::WithdrawConsent { party, how }) => {
            withdraw(talks, *party, how, ctx)
        }
        (Stage::Mediating, Command::Lapse) => {
            talks::lapsed(talks, ctx)?;
            Ok(vec![Fact::Ended { ending: Ending::TermOver, on: ctx.today() }])
        }
        (
            Stage::Agreed { .. } | Stage::Ended { .. },
            Command::Apply { .. }
            | Command::Accept { .. }
            | Command::Decline { .. }
            | Command::Talk(_)
            | Command::WithdrawConsent { .. }
            | Command::PassUp { .. }
            | Command::EndFailed { .. }
            | Command::Lapse,
        ) => no(shared::ALREADY_ENDED),
    }
}

fn withdraw(
    talks: &Talks,
    party: u32,
    how: &str,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let (moved, ends) = talks::withdraw(talks, party, how, ctx)?;
    let over = Fact::Ended { ending: Ending::Withdrawn, on: ctx.today() };
    Ok(said(moved).into_iter().chain(ends.then_some(over)).collect())
}

/// A text that confirms a contract right says that it concerns title.
fn marked(matter: Matter, step: &Step) -> Result<(), Refusal> {
    let Step::PutText { draft, .. } = step else { return Ok(()) };
    if matter == Matter::Confirmation && !draft.subjects.contains(&Subject::Title) {
        return no(rows::TITLE_NOT_MARKED);
    }
    Ok(())
}

fn begin(command: &Command, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let Command::Apply { brief, body, lawful, matter, application, known, on } = command else {
        return no(shared::NOT_BEGUN);
    };
    if *matter == Matter::Expropriation || brief.kind == DisputeKind::LandExpropriation {
        return no(rows::EXPROPRIATION);
    }
    if brief.kind != DisputeKind::LandContracting {
        return no(rows::NOT_RURAL_LAND);
    }
    talks::begin(brief, body.track(), known, *on, ctx)?;
    application.check()?;
    ctx.last_day(ACCEPT, *on)?;
    Ok(vec![Fact::Applied {
        brief: brief.clone(),
        body: *body,
        lawful: *lawful,
        matter: *matter,
        application: application.clone(),
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
        Fact::Accepted { mediator, on } => {
            state.talks.term = Some(Term::new(LENGTH, *on));
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
    let Fact::Applied { brief, body, lawful, matter, application, on } = fact else { return None };
    Some(State {
        talks: Talks::new(&Brief::clone(brief), *on),
        body: *body,
        lawful: *lawful,
        matter: *matter,
        application: application.clone(),
        stage: Stage::Applied,
    })
}
