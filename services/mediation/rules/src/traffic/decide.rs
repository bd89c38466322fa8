//! What follows from a command: survey, certificate, request. The losses are in `losses`.

use jiefen_procedure::matrix::{Circumstance, Present, Standing, may_start};
use jiefen_procedure::term::{Term, happened};
use jiefen_procedure::{Brief, Circumstances};
use jiefen_vocab::{DisputeKind, PartyRole, TrackKind};
use jiff::civil::Date;

use super::{
    Command, Ending, Fact, JointRequest, Over, Refusal, Stage, State, losses, rows, table,
};
use crate::refuse::none_of;
use crate::roll;
use jiefen_procedure::words::must;

/// The joint request: ten working days; ten days by the Regulation are what the parties are told.
const REQUEST: &str = "T-O-02.working";
/// The joint request after people's mediation has failed.
const AFTER_MEDIATION: &str = "T-O-02.after_mediation";
/// A request for review.
const OBJECT: &str = "T-O-01.object";

pub(super) fn decide(
    state: Option<&State>,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    table::allowed(table::at(state), table::verb(command))?;
    let Some(state) = state else { return begin(command, ctx) };
    match command {
        Command::Open { .. } | Command::OpenAfterMediation { .. } => {
            Err(rows::ALREADY_REPORTED.into())
        }
        Command::BeginTests { on } => {
            happened(*on, state.since, ctx.today())?;
            Ok(vec![Fact::TestsBegun { on: *on }])
        }
        Command::EndTests { on } => {
            happened(*on, state.since, ctx.today())?;
            Ok(vec![Fact::TestsEnded { on: *on }])
        }
        Command::Certify { on } => {
            happened(*on, state.since, ctx.today())?;
            Ok(vec![Fact::Certified { on: *on }])
        }
        Command::Serve { party, on } => serve(state, *party, *on, ctx),
        Command::BeginReview { on } => begin_review(state, *on, ctx),
        Command::EndReview { upheld, on } => end_review(state, *upheld, *on, ctx),
        Command::Request { request } => ask(state, request, ctx),
        Command::LapseRequest => lapse_request(state, ctx),
        Command::FixStart { loss, fact, on } => losses::fix_start(state, *loss, *fact, *on, ctx),
        Command::Schedule { on, place, mode } => losses::schedule(state, *on, place, *mode, ctx),
        Command::HoldSession { session, people_a_side } => {
            losses::hold(state, session, *people_a_side, ctx)
        }
        Command::Agree { losses: settled, draft, signed, on } => {
            losses::agree(state, settled, draft, signed, *on, ctx)
        }
        Command::Fail { loss, on } => losses::fail(state, *loss, *on, ctx),
        Command::Lapse { loss } => losses::lapse(state, *loss, ctx),
        Command::NoteAbsence { party, on } => {
            known(state, *party)?;
            losses::all_over(state, Over::Absent, *on, ctx)
        }
        Command::Withdraw { party } => {
            known(state, *party)?;
            losses::all_over(state, Over::Withdrawn, ctx.today(), ctx)
        }
        Command::NoteSuit { on } => note_suit(state, *on, ctx),
        Command::RecordPerformance { no, on, proof } => {
            losses::performed(state, *no, *on, proof, ctx)
        }
        Command::ReportBreach { no, on, declared } => {
            losses::broken(state, *no, *on, *declared, ctx)
        }
    }
}

fn begin(command: &Command, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    match command {
        Command::Open { brief, officer, surveyed_on } => {
            may_open(brief, officer)?;
            happened(*surveyed_on, brief.received_on, ctx.today())?;
            let (brief, officer) = (brief.clone(), officer.clone());
            Ok(vec![Fact::Surveyed { brief, officer, on: *surveyed_on }])
        }
        Command::OpenAfterMediation { brief, officer, ended_on } => {
            may_open(brief, officer)?;
            happened(*ended_on, brief.received_on, ctx.today())?;
            let last = ctx.last_day(AFTER_MEDIATION, *ended_on)?;
            none_of((ctx.today() > last).then_some(last), rows::REQUEST_LATE)?;
            let (brief, officer) = (brief.clone(), officer.clone());
            let rule = AFTER_MEDIATION.to_owned();
            Ok(vec![Fact::CameFromMediation { brief, officer, rule, ended_on: *ended_on }])
        }
        Command::BeginTests { .. }
        | Command::EndTests { .. }
        | Command::Certify { .. }
        | Command::Serve { .. }
        | Command::BeginReview { .. }
        | Command::EndReview { .. }
        | Command::Request { .. }
        | Command::LapseRequest
        | Command::FixStart { .. }
        | Command::Schedule { .. }
        | Command::HoldSession { .. }
        | Command::Agree { .. }
        | Command::Fail { .. }
        | Command::Lapse { .. }
        | Command::NoteAbsence { .. }
        | Command::Withdraw { .. }
        | Command::NoteSuit { .. }
        | Command::RecordPerformance { .. }
        | Command::ReportBreach { .. } => Err(rows::NOT_REPORTED.into()),
    }
}

fn may_open(brief: &Brief, officer: &str) -> Result<(), Refusal> {
    must(roll::two_parties(brief), rows::TWO_PARTIES_NEEDED)?;
    must(!officer.trim().is_empty(), rows::OFFICER_WANTED)
}

pub(super) fn known(state: &State, party: u32) -> Result<(), Refusal> {
    none_of(roll::stranger(&state.brief, &[party]), rows::NO_SUCH_PARTY)
}

/// The parties to the accident: those who receive the certificate and must ask together. An insurer who
/// is called in as third does neither.
fn principals(state: &State) -> impl Iterator<Item = u32> + '_ {
    let first = state.brief.parties.iter().filter(|party| party.role != PartyRole::Third);
    first.map(|party| party.no)
}

/// When the last party has the certificate, the time for the joint request runs.
fn serve(
    state: &State,
    party: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    known(state, party)?;
    let Stage::Certified { on: made } = state.stage else { return Err(rows::NOT_CERTIFIED.into()) };
    happened(on, made, ctx.today())?;
    let has = |party: u32| state.received.iter().any(|(no, _)| *no == party);
    none_of(has(party).then_some(party), rows::RECEIVED_ALREADY)?;
    let mut facts = vec![Fact::Served { party, on }];
    if principals(state).all(|no| no == party || has(no)) {
        let from = state.received.iter().map(|(_, on)| *on).fold(on, Date::max);
        Term::new(REQUEST, from).last_day(ctx)?;
        facts.push(Fact::RequestOpened { rule: REQUEST.to_owned(), from, reviewable: true });
    }
    Ok(facts)
}

/// A review within three working days of service, once (道路交通事故处理程序规定 71).
fn begin_review(state: &State, on: Date, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let Stage::Requestable { window, reviewable } = &state.stage else {
        return Err(rows::NOT_SERVED.into());
    };
    happened(on, window.from, ctx.today())?;
    let present = Present { kind: DisputeKind::Traffic, ..Present::of_brief(&state.brief) };
    let present = if *reviewable {
        present
    } else {
        present.track(TrackKind::AccidentReview, Standing::Decided)
    };
    may_start(&present, TrackKind::AccidentReview)?;
    let last = ctx.last_day(OBJECT, window.from)?;
    none_of((on > last).then_some(last), rows::REVIEW_LATE)?;
    Ok(vec![Fact::ReviewBegun { on }])
}

fn end_review(
    state: &State,
    upheld: bool,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let Stage::Reviewing { on: since } = state.stage else { return Err(rows::NO_REVIEW.into()) };
    happened(on, since, ctx.today())?;
    let ended = Fact::ReviewEnded { upheld, on };
    let opened = Fact::RequestOpened { rule: REQUEST.to_owned(), from: on, reviewable: false };
    Ok(if upheld { vec![ended, opened] } else { vec![ended] })
}

/// The joint written request: by all, in time, and not after a suit (T-O-02, T-O-05).
fn ask(
    state: &State,
    request: &JointRequest,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let Stage::Requestable { window, .. } = &state.stage else {
        return Err(rows::NOT_SERVED.into());
    };
    happened(request.on, window.from, ctx.today())?;
    let present = Present { kind: DisputeKind::Traffic, ..Present::of_brief(&state.brief) };
    let present = present.given(&[(request.sued, Circumstance::SuitFiled)]);
    may_start(&present, TrackKind::PoliceMediation)?;
    none_of(roll::stranger(&state.brief, &request.signed), rows::NO_SUCH_PARTY)?;
    none_of(principals(state).find(|no| !request.signed.contains(no)), rows::NOT_JOINT)?;
    let last = window.last_day(ctx)?.filter(|last| request.on > *last);
    none_of(last, rows::REQUEST_LATE)?;
    must(!request.losses.is_empty(), rows::NO_LOSS)?;
    for (at, loss) in request.losses.iter().enumerate() {
        known(state, loss.victim)?;
        let mut before = request.losses.iter().take(at).map(|one| one.no);
        none_of(before.find(|no| *no == loss.no), rows::LOSS_TWICE)?;
    }
    Ok(vec![Fact::Requested { losses: request.losses.clone(), on: request.on }])
}

fn lapse_request(state: &State, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let Stage::Requestable { window, .. } = &state.stage else {
        return Err(rows::NOT_SERVED.into());
    };
    let last = window.last_day(ctx)?.filter(|last| ctx.today() <= *last);
    none_of(last, rows::REQUEST_OPEN)?;
    Ok(vec![Fact::Ended { ending: Ending::NoRequest, on: ctx.today() }])
}

/// A suit ends mediation the same day, or closes the way to it (T-O-05).
fn note_suit(state: &State, on: Date, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    if state.requested_on.is_some() {
        return losses::all_over(state, Over::Sued, on, ctx);
    }
    happened(on, state.since, ctx.today())?;
    Ok(vec![Fact::Ended { ending: Ending::Over { why: Over::Sued }, on }])
}
