//! What follows from a command, and from a fact.

use jiefen_procedure::matrix::{Circumstance, Present, may_start};
use jiefen_procedure::term::Term;
use jiefen_procedure::{Brief, Circumstances};
use jiefen_vocab::{DisputeKind, TrackKind};
use jiff::civil::Date;

use super::{
    Beginning, Command, Decline, Ending, Fact, Nature, Offence, Stage, State, rows, said, talk,
};
use crate::basis::rule_at;
use crate::refuse::{no, no_with};
use crate::talks::{self, Moved, Step, Talks, rows as shared};
use jiefen_procedure::words::Refusal;

/// The local term, from acceptance; no national law sets one (T-R-01 sets none for the environment).
pub(super) const LENGTH: &str = "policy.administrative_mediation";

pub(super) fn decide(
    state: Option<&State>,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let Some(state) = state else { return begin(command, ctx) };
    let talks = &state.talks;
    match (&state.stage, command) {
        (Stage::Applied | Stage::Mediating, Command::Apply { .. }) => no(shared::ALREADY_BEGUN),
        (Stage::Applied, Command::Accept { mediator, on }) => accept(state, mediator, *on, ctx),
        (Stage::Applied, Command::Decline { ground, on }) => decline(state, *ground, *on, ctx),
        (Stage::Applied, Command::Prolong { on }) => prolong(state, *on, ctx),
        (Stage::Applied, Command::PassOn { body, basis, on }) => {
            pass_on(state, body, basis, *on, ctx)
        }
        (Stage::Applied | Stage::Mediating, Command::ReportOffence { offence, severable, on }) => {
            offence_found(state, *offence, *severable, *on, ctx)
        }
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
            | Command::EndFailed { .. }
            | Command::Lapse,
        ) => no(shared::NOT_ACCEPTED),
        (
            Stage::Mediating,
            Command::Accept { .. }
            | Command::Decline { .. }
            | Command::Prolong { .. }
            | Command::PassOn { .. },
        ) => no(shared::ALREADY_ACCEPTED),
        (Stage::Mediating, Command::Talk(step)) => talk(talks, step, ctx),
        (Stage::Mediating, Command::EndFailed { on }) => {
            talks::may_end(talks, *on, ctx)?;
            Ok(vec![end(state, Ending::Failed, *on)])
        }
        (Stage::Applied | Stage::Mediating, Command::WithdrawConsent { party, how }) => {
            let (moved, ends) = talks::withdraw(talks, *party, how, ctx)?;
            let over = ends.then(|| end(state, Ending::Withdrawn, ctx.today()));
            Ok(said(moved).into_iter().chain(over).collect())
        }
        (Stage::Mediating, Command::Lapse) => {
            talks::lapsed(talks, ctx)?;
            Ok(vec![end(state, Ending::TermOver, ctx.today())])
        }
        (
            Stage::Agreed { .. } | Stage::Ended { .. },
            Command::Apply { .. }
            | Command::Accept { .. }
            | Command::Decline { .. }
            | Command::Talk(_)
            | Command::WithdrawConsent { .. }
            | Command::Prolong { .. }
            | Command::PassOn { .. }
            | Command::ReportOffence { .. }
            | Command::EndFailed { .. }
            | Command::Lapse,
        ) => no(shared::ALREADY_ENDED),
    }
}

fn begin(command: &Command, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let Command::Apply { brief, by, nature, power, lawful, known, on } = command else {
        return no(shared::NOT_BEGUN);
    };
    let special = [DisputeKind::Consumer, DisputeKind::Medical, DisputeKind::Traffic];
    if special.contains(&brief.kind) {
        return no_with(rows::OWN_PROCEDURE, brief.kind.zh());
    }
    if *nature == Nature::OtherAct {
        return no(rows::ACT_NOT_MEDIABLE);
    }
    talks::begin(brief, TrackKind::AdministrativeMediation, known, *on, ctx)?;
    if let Beginning::Application { application } = by {
        application.check()?;
    }
    let at = |elsewhere, own| rule_at(ctx.law, brief.place, *on, elsewhere, own).to_owned();
    let accept_rule = at("T-K-19.accept", "policy.administrative_mediation.accept");
    let pass_rule = at("T-K-19", "policy.administrative_mediation.pass");
    ctx.last_day(&accept_rule, *on)?;
    Ok(vec![Fact::Applied {
        brief: brief.clone(),
        by: by.clone(),
        nature: *nature,
        power: power.clone(),
        lawful: *lawful,
        accept_rule,
        pass_rule,
        on: *on,
    }])
}

/// Only within the agency's own powers, with everybody's consent.
fn accept(
    state: &State,
    mediator: &str,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let powerless = state.power.trim().is_empty();
    let present = Present::of(state.talks.brief.kind);
    let present = present.given(&[(powerless, Circumstance::NoOwnPower)]);
    may_start(&present, TrackKind::AdministrativeMediation)?;
    talks::ready(&state.talks, mediator, on, ctx)?;
    ctx.last_day(LENGTH, on)?;
    Ok(vec![Fact::Accepted { mediator: mediator.to_owned(), on }])
}

fn end(state: &State, ending: Ending, on: Date) -> Fact {
    Fact::Ended { ending, on, kind: state.talks.brief.kind, nature: state.nature }
}

fn decline(
    state: &State,
    ground: Decline,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    talks::may_end(&state.talks, on, ctx)?;
    if ground == Decline::PartyUnwilling && state.talks.without_consent().is_none() {
        return no(rows::WILLING_AFTER_ALL);
    }
    Ok(vec![end(state, Ending::Declined { ground }, on)])
}

/// Once, and only where the rule of the place knows it (T-K-19.accept).
fn prolong(state: &State, on: Date, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    talks::may_end(&state.talks, on, ctx)?;
    let rule = ctx.law.version_for(&state.accept_rule, state.talks.since, None);
    let more = rule.ok().and_then(|rule| rule.extension_cap()).unwrap_or_default();
    if more == 0 || state.prolonged {
        return no(rows::NOT_PROLONGED);
    }
    Ok(vec![Fact::Prolonged { units: more, on }])
}

/// What is not the agency's own goes to the competent one; nobody is sent away (T-K-19).
fn pass_on(
    state: &State,
    body: &str,
    basis: &str,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    talks::may_end(&state.talks, on, ctx)?;
    if !state.power.trim().is_empty() {
        return no_with(rows::OWN_POWER, &state.power);
    }
    if body.trim().is_empty() || basis.trim().is_empty() {
        return no(rows::RECEIVER_WANTED);
    }
    let passed = Fact::PassedOn { body: body.to_owned(), basis: basis.to_owned(), on };
    Ok(vec![passed, end(state, Ending::PassedOn, on)])
}

/// Punishable conduct is handled by law, never settled by agreement. A civil part that can be severed
/// goes on.
fn offence_found(
    state: &State,
    offence: Offence,
    severable: bool,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    talks::may_end(&state.talks, on, ctx)?;
    if state.offence.is_some() {
        return no(rows::OFFENCE_REPORTED);
    }
    let mut facts = vec![Fact::OffenceReported { offence, on }];
    if !severable {
        facts.push(end(state, Ending::Offence, on));
    }
    Ok(facts)
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
        Fact::Prolonged { .. } => state.prolonged = true,
        Fact::PassedOn { .. } => {}
        Fact::OffenceReported { offence, .. } => state.offence = Some(*offence),
        Fact::Ended { ending, on, .. } => {
            state.talks.text = None;
            state.stage = Stage::Ended { ending: *ending, on: *on };
        }
    }
    Some(state)
}

fn begun(fact: &Fact) -> Option<State> {
    let Fact::Applied { brief, by, nature, power, lawful, accept_rule, on, .. } = fact else {
        return None;
    };
    Some(State {
        talks: Talks::new(&Brief::clone(brief), *on),
        by: by.clone(),
        nature: *nature,
        power: power.clone(),
        lawful: *lawful,
        accept_rule: accept_rule.clone(),
        prolonged: false,
        offence: None,
        stage: Stage::Applied,
    })
}
