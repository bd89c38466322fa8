//! What follows from a command: splitting, acceptance, report. Mediation is in `complaint`.

use jiefen_procedure::matrix::{Circumstance, Present, Standing, may_start};
use jiefen_procedure::term::{Term, happened};
use jiefen_procedure::{Brief, Circumstances};
use jiefen_vocab::{DisputeKind, PartyRole, Private, TrackKind};
use jiff::civil::Date;

use super::{
    Command, Edition, Ending, Fact, Ground, Refusal, Report, State, complaint, rows, table,
};
use crate::refuse::none_of;
use crate::roll;
use jiefen_procedure::words::must;

/// The check of a report, from its receipt.
const REPORT: &str = "T-Q-06.report";
/// The check of a clue found in mediation.
const CLUE: &str = "T-Q-06";
/// How much the head of the department adds to a check, once.
const CHECK_MORE_DAYS: u32 = 15;
/// Three years from knowledge (T-Q-07).
const LIMITATION: &str = "T-A-06";
/// How many representatives a joint complaint has at most (T-Q-10).
const REPRESENTATIVES: usize = 2;

pub(super) fn decide(
    state: Option<&State>,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    table::allowed(table::at(state), table::verb(command))?;
    let Some(state) = state else {
        let Command::Open { brief, on } = command else { return Err(rows::NOT_RECEIVED.into()) };
        return open(brief, *on, ctx);
    };
    match command {
        Command::Open { .. } => Err(rows::ALREADY_RECEIVED.into()),
        Command::Sort { complaint, report, on } => {
            sort(state, *complaint, report.as_ref(), *on, ctx)
        }
        Command::NameRepresentatives { who, on } => represent(state, who, *on, ctx),
        Command::Accept { officer, found, on } => accept(state, officer, *found, *on, ctx),
        Command::Refuse { ground, right_body, on } => refuse(state, *ground, right_body, *on, ctx),
        Command::GiveConsent { party, how, on } => complaint::consent(state, *party, how, *on, ctx),
        Command::WithdrawConsent { party, how } => complaint::withdraw(state, *party, how, ctx),
        Command::Entrust { body, on } => complaint::entrust(state, body, *on, ctx),
        Command::BeginTests { agreed, on } => complaint::begin_tests(state, agreed, *on, ctx),
        Command::EndTests { on } => complaint::end_tests(state, *on, ctx),
        Command::HoldSession { session } => complaint::hold(state, session, ctx),
        Command::Agree { draft, signed, on } => complaint::agree(state, draft, signed, *on, ctx),
        Command::End { over, on } => complaint::end(state, *over, *on, ctx),
        Command::Lapse => complaint::lapse(state, ctx),
        Command::RecordPerformance { no, on, proof } => {
            complaint::performed(state, *no, *on, proof, ctx)
        }
        Command::ReportBreach { no, on, declared } => {
            complaint::broken(state, *no, *on, *declared, ctx)
        }
        Command::FindClue { what, on } => find_clue(state, what, *on, ctx),
        Command::ExtendCheck { on } => extend_check(state, *on, ctx),
        Command::DecideReport { filed, on } => {
            let report = checked(state)?;
            happened(*on, report.term.from, ctx.today())?;
            Ok(vec![Fact::ReportDecided { filed: *filed, by: report.by, on: *on }])
        }
    }
}

fn open(brief: &Brief, on: Date, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    happened(on, brief.received_on, ctx.today())?;
    must(roll::two_parties(brief), rows::TWO_PARTIES_NEEDED)?;
    let rule = Edition::on(on).acceptance();
    Term::new(rule, on).last_day(ctx)?;
    Ok(vec![Fact::Received { brief: Box::new(brief.clone()), rule: rule.to_owned(), on }])
}

/// A letter with both is two matters, each by its own procedure (T-Q-05).
fn sort(
    state: &State,
    has_complaint: bool,
    report: Option<&(u32, Private<String>)>,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.received_on, ctx.today())?;
    must(has_complaint || report.is_some(), rows::NOTHING_IN_IT)?;
    let mut facts = Vec::new();
    if has_complaint {
        facts.push(Fact::Sorted { on });
    }
    if let Some((by, what)) = report {
        complaint::known(state, *by)?;
        let (by, from) = (Some(*by), state.received_on);
        Term::new(REPORT, from).last_day(ctx)?;
        let rule = REPORT.to_owned();
        facts.push(Fact::ReportOpened { by, what: what.clone(), rule, from });
    }
    if !has_complaint {
        let (right_body, open) = (String::new(), Vec::new());
        facts.push(Fact::ComplaintEnded { ending: Ending::ReportOnly, right_body, open, on });
    }
    Ok(facts)
}

/// Two representatives at most, from among the complainants (T-Q-10).
fn represent(
    state: &State,
    who: &[u32],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.received_on, ctx.today())?;
    let complains = |party: u32| {
        let mut all = state.brief.parties.iter();
        all.any(|one| one.no == party && one.role == PartyRole::Applicant)
    };
    none_of(who.iter().find(|party| !complains(**party)), rows::NOT_A_COMPLAINANT)?;
    must(!who.is_empty() && who.len() <= REPRESENTATIVES, rows::TWO_REPRESENTATIVES)?;
    Ok(vec![Fact::RepresentativesNamed { who: who.to_vec(), on }])
}

/// Accepted when no ground stands against it; the one matrix answers for those of T-Q-07. The day of
/// acceptance chooses the rule of mediation, which the case keeps.
fn accept(
    state: &State,
    officer: &str,
    found: Option<Ground>,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.received_on, ctx.today())?;
    let edition = Edition::on(state.received_on);
    let late = matches!(found, Some(Ground::OverThreeYears { .. }));
    let mut present = Present::of_brief(&state.brief).given(&[
        (found == Some(Ground::HandledElsewhere), Circumstance::HandledElsewhere),
        (late, Circumstance::OverThreeYears),
        (edition == Edition::Interim, Circumstance::ComplaintUnderOldConsumerRule),
    ]);
    present.kind = DisputeKind::Consumer;
    if found == Some(Ground::OtherMediator) {
        present = present.track(TrackKind::PeopleMediation, Standing::Running);
    }
    may_start(&present, TrackKind::AdministrativeMediation)?;
    let stands = found.is_some_and(|ground| ground.stands_in(edition));
    must(!stands, rows::GROUND_STANDS)?;
    must(!officer.trim().is_empty(), rows::OFFICER_WANTED)?;
    let edition = Edition::on(on);
    let rule = edition.mediation();
    Term::new(rule, on).last_day(ctx)?;
    Ok(vec![Fact::Accepted { officer: officer.to_owned(), edition, rule: rule.to_owned(), on }])
}

/// Accepts a ground that the rule in force knows and that is there.
pub(super) fn ground_holds(
    ground: Ground,
    edition: Edition,
    received_on: Date,
    ctx: &Circumstances<'_>,
) -> Result<(), Refusal> {
    must(ground.stands_in(edition), rows::GROUND_NOT_LISTED)?;
    if let Ground::OverThreeYears { known_on } = ground {
        let last = ctx.last_day(LIMITATION, known_on)?;
        none_of((received_on <= last).then_some(last), rows::NOT_OVER_THREE_YEARS)?;
    }
    Ok(())
}

/// Refused on a listed ground only (T-Q-07); whoever is sent away is told where to go.
fn refuse(
    state: &State,
    ground: Ground,
    right_body: &str,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.received_on, ctx.today())?;
    ground_holds(ground, Edition::on(state.received_on), state.received_on, ctx)?;
    must(ground != Ground::NotOurs || !right_body.trim().is_empty(), rows::RIGHT_BODY_WANTED)?;
    let ending = Ending::Refused { ground };
    Ok(vec![Fact::ComplaintEnded {
        ending,
        right_body: right_body.to_owned(),
        open: Vec::new(),
        on,
    }])
}

/// A breach found in mediation is checked apart; mediation excuses nothing (T-Q-06).
fn find_clue(
    state: &State,
    what: &Private<String>,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.received_on, ctx.today())?;
    must(state.report.is_none(), rows::REPORT_OPEN)?;
    Term::new(CLUE, on).last_day(ctx)?;
    let rule = CLUE.to_owned();
    Ok(vec![Fact::ReportOpened { by: None, what: what.clone(), rule, from: on }])
}

fn checked(state: &State) -> Result<&Report, Refusal> {
    let open = state.report.as_ref().filter(|report| report.filed.is_none());
    open.ok_or_else(|| rows::NO_REPORT.into())
}

fn extend_check(state: &State, on: Date, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let term = &checked(state)?.term;
    happened(on, term.from, ctx.today())?;
    none_of(term.last_day(ctx)?.filter(|last| on > *last), rows::CHECK_LATE)?;
    must(term.extended == 0, rows::CHECK_EXTENDED)?;
    Ok(vec![Fact::CheckExtended { days: CHECK_MORE_DAYS, on }])
}
