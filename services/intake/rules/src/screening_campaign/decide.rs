//! What may follow what: the table, and the conditions of each step.

use std::collections::BTreeSet;

use jiefen_procedure::Circumstances;
use jiefen_procedure::words::Words;
use jiefen_vocab::{Agency, DisputeId, Role};

use super::{Command, Fact, Finding, Plan, Refusal, Report, Stage, State, rows, tell};

type Decided = Result<Vec<Fact>, Refusal>;

pub(super) fn decide(state: Option<&State>, command: &Command, ctx: &Circumstances<'_>) -> Decided {
    use Command as C;
    let Some(s) = state else { return begin(command, ctx) };
    match (s.stage, command) {
        (_, C::PlanScreening(_)) => Err(rows::ALREADY_BEGUN.into()),
        (
            Stage::Reported | Stage::Cancelled,
            C::Sign
            | C::Cancel { .. }
            | C::ReportFinding { .. }
            | C::SignNoneFound { .. }
            | C::CloseRound
            | C::AssignOwner { .. }
            | C::ReportScreening { .. }
            | C::FlagLate { .. },
        ) => Err(rows::OVER.into()),
        (Stage::Planned, C::Sign) => sign(s, ctx),
        (Stage::Planned, C::Cancel { reason }) => {
            stated(reason)?;
            Ok(vec![Fact::Cancelled { reason: reason.clone(), on: ctx.today() }])
        }
        (
            Stage::Planned,
            C::ReportFinding { .. }
            | C::SignNoneFound { .. }
            | C::CloseRound
            | C::AssignOwner { .. }
            | C::ReportScreening { .. },
        ) => Err(rows::NOT_SIGNED.into()),
        (Stage::Running | Stage::Closing, C::Sign | C::Cancel { .. }) => {
            Err(rows::ALREADY_SIGNED.into())
        }
        (Stage::Running | Stage::Closing, C::ReportFinding { .. }) => finding(s, command, ctx),
        (Stage::Running | Stage::Closing, C::SignNoneFound { round, signed_by }) => {
            none_found(s, *round, signed_by, ctx)
        }
        (Stage::Running, C::CloseRound) => close_round(s, ctx),
        (Stage::Closing, C::CloseRound) => Err(rows::NO_SUCH_CLOCK.into()),
        (Stage::Running | Stage::Closing, C::AssignOwner { finding, unit, dispute }) => {
            assign(s, *finding, *unit, *dispute, ctx)
        }
        (Stage::Running, C::ReportScreening { .. }) => Err(rows::ROUNDS_OPEN.into()),
        (Stage::Closing, C::ReportScreening { text }) => report(s, text, ctx),
        (Stage::Planned | Stage::Running | Stage::Closing, C::FlagLate { clock }) => {
            flag_late(s, clock, ctx)
        }
    }
}

fn begin(command: &Command, ctx: &Circumstances<'_>) -> Decided {
    match command {
        Command::PlanScreening(plan) => planned(plan, ctx),
        Command::Sign
        | Command::Cancel { .. }
        | Command::ReportFinding { .. }
        | Command::SignNoneFound { .. }
        | Command::CloseRound
        | Command::AssignOwner { .. }
        | Command::ReportScreening { .. }
        | Command::FlagLate { .. } => Err(rows::NOT_BEGUN.into()),
    }
}

fn require(condition: bool, otherwise: Words) -> Result<(), Refusal> {
    if condition { Ok(()) } else { Err(otherwise.into()) }
}

fn stated(text: &str) -> Result<(), Refusal> {
    require(!text.trim().is_empty(), rows::TEXT_MISSING)
}

fn planned(plan: &Plan, ctx: &Circumstances<'_>) -> Decided {
    stated(&plan.theme)?;
    require(!plan.units.is_empty() && plan.rounds > 0, rows::NO_UNITS)?;
    let (by, on) = (ctx.actor.person.clone(), ctx.today());
    Ok(vec![Fact::Planned { plan: plan.clone(), by, on }])
}

fn sign(state: &State, ctx: &Circumstances<'_>) -> Decided {
    require(ctx.actor.role != Role::System, rows::PERSON_MUST_SIGN)?;
    let (by, on) = (ctx.actor.person.clone(), ctx.today());
    let rule = state.plan.mode.rule().to_owned();
    let units = state.plan.units.clone();
    Ok(vec![Fact::Signed { by, on }, Fact::RoundBegun { round: 1, rule, units, on }])
}

/// A report of a round that has begun, by a unit that must report; after the round it is late.
fn reporting(
    state: &State,
    round: u32,
    none_found: Option<String>,
    ctx: &Circumstances<'_>,
) -> Result<Report, Refusal> {
    let unit = ctx.actor.agency;
    require(state.plan.units.contains(&unit), rows::NOT_A_TARGET)?;
    if round == 0 || round > state.round {
        return Err(rows::NO_SUCH_ROUND.with(round).into());
    }
    let late = round < state.round || state.stage == Stage::Closing;
    Ok(Report { round, unit, none_found, late, on: ctx.today() })
}

fn signed_none(state: &State, round: u32, unit: Agency) -> bool {
    let of = |report: &&Report| report.round == round && report.unit == unit;
    state.reports.iter().filter(of).any(|report| report.none_found.is_some())
}

fn finding(state: &State, command: &Command, ctx: &Circumstances<'_>) -> Decided {
    let Command::ReportFinding { round, place, kind, people, summary, dispute } = command else {
        return Err(rows::NOT_BEGUN.into());
    };
    let report = reporting(state, *round, None, ctx)?;
    stated(summary.reveal())?;
    require(report.unit.region.contains(*place), rows::OTHER_AREA)?;
    require(!signed_none(state, *round, report.unit), rows::NONE_SIGNED)?;
    let no = u32::try_from(state.findings.len()).unwrap_or(u32::MAX - 1).saturating_add(1);
    let finding = Finding {
        unit: report.unit,
        place: *place,
        kind: *kind,
        people: *people,
        summary: summary.clone(),
        dispute: *dispute,
        owner: None,
        unowned: false,
    };
    Ok(vec![Fact::FindingReported { no, finding, report }])
}

/// "None found" is a person's word with a name (C-231); a machine's silence is not it.
fn none_found(state: &State, round: u32, signed_by: &str, ctx: &Circumstances<'_>) -> Decided {
    require(ctx.actor.role != Role::System, rows::PERSON_MUST_SIGN)?;
    require(!signed_by.trim().is_empty(), rows::NAME_MISSING)?;
    let report = reporting(state, round, Some(signed_by.to_owned()), ctx)?;
    require(!signed_none(state, round, report.unit), rows::NONE_SIGNED)?;
    require(!state.has_reported(round, report.unit), rows::FOUND_BEFORE)?;
    Ok(vec![Fact::NoneFound { report }])
}

/// The last day closes a round whoever is silent; before it only when nobody is.
fn close_round(state: &State, ctx: &Circumstances<'_>) -> Decided {
    let silent: BTreeSet<Agency> = state.silent(state.round);
    let last = ctx.last_day(state.plan.mode.rule(), state.round_from)?;
    if !silent.is_empty() && ctx.today() <= last {
        return Err(rows::REPORTS_MISSING.with(silent.len()).into());
    }
    let on = ctx.today();
    let closed = Fact::RoundClosed { round: state.round, silent, on };
    let next = if state.round < state.plan.rounds {
        let (round, rule) = (state.round.saturating_add(1), state.plan.mode.rule().to_owned());
        Fact::RoundBegun { round, rule, units: state.plan.units.clone(), on }
    } else {
        Fact::ScreeningEnded { on }
    };
    Ok(vec![closed, next])
}

fn open_finding(state: &State, no: u32) -> Option<&Finding> {
    let place = usize::try_from(no).ok()?.checked_sub(1)?;
    state.findings.get(place).filter(|finding| finding.owner.is_none())
}

fn assign(
    state: &State,
    no: u32,
    unit: Agency,
    dispute: Option<DisputeId>,
    ctx: &Circumstances<'_>,
) -> Decided {
    let finding = open_finding(state, no).ok_or(rows::NO_SUCH_FINDING)?;
    let dispute = dispute.or(finding.dispute).ok_or(rows::DISPUTE_MISSING)?;
    Ok(vec![Fact::OwnerAssigned { no, unit, dispute, on: ctx.today() }])
}

/// Nothing found stays without an owner.
fn report(state: &State, text: &str, ctx: &Circumstances<'_>) -> Decided {
    stated(text)?;
    let open = |(_, finding): &(u32, &Finding)| finding.owner.is_none();
    if let Some((no, _)) = (1..).zip(&state.findings).find(open) {
        return Err(rows::FINDINGS_OPEN.with(no).into());
    }
    let (by, on) = (ctx.actor.person.clone(), ctx.today());
    Ok(vec![Fact::Reported { text: text.to_owned(), figures: state.figures(), by, on }])
}

fn flag_late(state: &State, clock: &str, ctx: &Circumstances<'_>) -> Decided {
    let on = ctx.today();
    if let Some(no) = clock.strip_prefix("owner:").and_then(|no| no.parse().ok()) {
        let finding = open_finding(state, no).ok_or(rows::NO_SUCH_CLOCK)?;
        return Ok(vec![Fact::FindingUnowned { no, unit: finding.unit, on }]);
    }
    let runs = tell::own_clock(state.stage) == Some(clock);
    require(runs, rows::NO_SUCH_CLOCK)?;
    Ok(vec![Fact::LatenessFound { clock: clock.to_owned(), on }])
}
