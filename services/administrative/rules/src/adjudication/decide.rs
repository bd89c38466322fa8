//! From the application to the end of the investigation.

use jiefen_procedure::Circumstances;
use jiefen_procedure::matrix::{Circumstance, Present, may_start};
use jiefen_procedure::term::{Term, happened};
use jiefen_vocab::{PartyRole, TrackKind};
use jiff::civil::Date;

use super::outcome;
use super::{
    Apply, Claim, Command, Copied, Ending, Fact, Ground, Matter, Mediation, Refusal, Silence,
    Stage, State, StopReason, rows, table,
};
use jiefen_procedure::words::must;

pub(super) type Answer = Result<Vec<Fact>, Refusal>;

pub(super) fn decide(state: Option<&State>, command: &Command, ctx: &Circumstances<'_>) -> Answer {
    table::allowed(table::at(state), table::verb(command))?;
    let Some(state) = state else {
        let Command::Apply(apply) = command else { return Err(rows::NOT_BEGUN.into()) };
        return begin(apply, ctx);
    };
    match command {
        Command::Apply(_) => Err(rows::ALREADY_BEGUN.into()),
        Command::AskCorrection { on } => ask_correction(state, *on, ctx),
        Command::Correct { on } => correct(state, *on, ctx),
        Command::Accept { officer, court_seized, on } => {
            accept(state, officer, *court_seized, *on, ctx)
        }
        Command::Refuse { ground, competent, on } => {
            refuse(state, *ground, competent.as_deref(), *on, ctx)
        }
        Command::NameOfficer { officer, on } => {
            dated(state, *on, ctx)?;
            must(!officer.trim().is_empty(), rows::OFFICER_WANTED)?;
            Ok(vec![Fact::OfficerNamed { officer: officer.clone(), on: *on }])
        }
        Command::ServeCopy { party, on } => serve_copy(state, *party, *on, ctx),
        Command::Defend { party, on } => defend(state, *party, *on, ctx),
        Command::StayProcurement { on } => {
            dated(state, *on, ctx)?;
            let open = state.matter == Matter::GovernmentProcurement && state.stay.is_none();
            must(open, rows::NOT_STAYABLE)?;
            Ok(vec![Fact::ProcurementStayed { on: *on }])
        }
        Command::ReportChange { party, exempt, on } => {
            report_change(state, *party, *exempt, *on, ctx)
        }
        Command::Stop { reason, on } => stop(state, *reason, *on, ctx),
        Command::Resume { on } => resume(state, *on, ctx),
        Command::Extend { units, on } => extend(state, *units, *on, ctx),
        Command::BeginMediation { agreed, on } => begin_mediation(state, agreed, *on, ctx),
        Command::DeclineMediation { party, on } => decline_mediation(state, *party, *on, ctx),
        Command::EndMediation { on } => {
            dated(state, *on, ctx)?;
            Ok(vec![Fact::MediationEnded { on: *on }])
        }
        Command::RecordAgreement { signed, sealed, on } => {
            outcome::agreement(state, signed, *sealed, *on, ctx)
        }
        Command::Propose { on } => outcome::propose(state, *on, ctx),
        Command::Decide { finding, damages, review_first, on } => {
            outcome::decide(state, *finding, *damages, *review_first, *on, ctx)
        }
        Command::Serve { party, on } => outcome::serve(state, *party, *on, ctx),
        Command::Sue { party, on } => outcome::sue(state, *party, *on, ctx),
        Command::AskReview { party, on } => outcome::ask_review(state, *party, *on, ctx),
        Command::Withdraw { parties, on } => outcome::withdraw(state, parties, *on, ctx),
        Command::Terminate { ground, on } => {
            dated(state, *on, ctx)?;
            Ok(vec![outcome::closed(state, Ending::Terminated(*ground), *on)])
        }
        Command::Lapse(silence) => lapse(state, *silence, ctx),
    }
}

/// The day before which nothing new can lie.
fn floor(state: &State) -> Date {
    match &state.stage {
        Stage::Received => state.corrected.map_or(state.applied_on, |(_, to)| to),
        Stage::Correcting { since } | Stage::Mediating { since } => *since,
        Stage::Investigating => state.term.as_ref().map_or(state.applied_on, |term| term.from),
        Stage::Proposed { on } | Stage::Decided { on, .. } | Stage::Ended { on, .. } => *on,
    }
}

pub(super) fn dated(state: &State, on: Date, ctx: &Circumstances<'_>) -> Result<(), Refusal> {
    Ok(happened(on, floor(state), ctx.today())?)
}

/// Everything that comes in is registered; whether it is open is decided afterwards, in writing.
fn begin(apply: &Apply, ctx: &Circumstances<'_>) -> Answer {
    happened(apply.on, apply.brief.received_on, ctx.today())?;
    must(apply.brief.track == TrackKind::AdministrativeRuling, rows::OTHER_ROUTE)?;
    let side = |role| apply.brief.parties.iter().any(|party| party.role == role);
    must(side(PartyRole::Applicant) && side(PartyRole::Respondent), rows::TWO_SIDES_NEEDED)?;
    ctx.last_day(apply.matter.accept_rule(), apply.on)?;
    Ok(vec![Fact::Applied {
        brief: Box::new(apply.brief.clone()),
        number: apply.number.clone(),
        matter: apply.matter,
        claim: apply.claim,
        body: apply.body,
        challenge_answer_due: apply.challenge_answer_due,
        on: apply.on,
    }])
}

fn ask_correction(state: &State, on: Date, ctx: &Circumstances<'_>) -> Answer {
    dated(state, on, ctx)?;
    must(state.corrected.is_none(), rows::CORRECTION_USED)?;
    Ok(vec![Fact::CorrectionAsked { on }])
}

fn correct(state: &State, on: Date, ctx: &Circumstances<'_>) -> Answer {
    dated(state, on, ctx)?;
    let last = ctx.last_day(CORRECTION, floor(state))?;
    must(on <= last, rows::PAST_TERM.with(last))?;
    Ok(vec![Fact::Corrected { matter: state.matter, on }])
}

/// The local limit of a correction; no statute sets one for every field.
pub(super) const CORRECTION: &str = "policy.information_request";

/// Whether this body may decide this claim of these parties in this time.
fn open(state: &State, ctx: &Circumstances<'_>) -> Result<(), Refusal> {
    let claim = state.claim;
    must(state.matter.decides(claim), rows::NOT_ADJUDICABLE.with(claim.route()))?;
    if let Some(right) = state.matter.wants(state.body, &state.brief) {
        return Err(rows::NOT_COMPETENT.with(right).into());
    }
    if state.matter == Matter::GovernmentProcurement {
        let due = state.challenge_answer_due.ok_or(rows::CHALLENGE_FIRST)?;
        must(state.applied_on > due, rows::COMPLAINT_EARLY.with(due))?;
        let last = ctx.last_day("T-K-18.procurement_apply", due)?;
        must(state.applied_on <= last, rows::COMPLAINT_LATE.with(last))?;
    }
    Ok(())
}

/// The case as the matrix sees it (I4).
fn present(state: &State, court_seized: bool) -> Present {
    let facts = [
        (state.matter.is_title(), Circumstance::LandTitle),
        (state.claim == Claim::Damages, Circumstance::DamagesOnly),
        (state.claim == Claim::Expropriation, Circumstance::ExpropriationCompensation),
        (court_seized, Circumstance::SuitAccepted),
    ];
    Present::of_brief(&state.brief).given(&facts)
}

fn accept(
    state: &State,
    officer: &str,
    court_seized: bool,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    dated(state, on, ctx)?;
    open(state, ctx)?;
    let present = present(state, court_seized);
    may_start(&present, TrackKind::AdministrativeRuling)?;
    must(!officer.trim().is_empty(), rows::OFFICER_WANTED)?;
    let from = if state.matter.counts_from_receipt() { state.applied_on } else { on };
    let mut term = Term::new(state.matter.term_rule(), from);
    if let Some((since, to)) = state.corrected.filter(|_| state.matter.counts_from_receipt()) {
        term.stop(since, "papers");
        term.resume(to);
    }
    term.last_day(ctx)?;
    let officer = officer.to_owned();
    Ok(vec![Fact::Accepted { officer, matter: state.matter, copy_from: from, term, on }])
}

fn refuse(
    state: &State,
    ground: Ground,
    competent: Option<&str>,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    dated(state, on, ctx)?;
    let named = competent.is_some_and(|body| !body.trim().is_empty());
    let right = match ground {
        Ground::NotAdjudicable => !state.matter.decides(state.claim),
        Ground::NotCompetent => {
            must(named, rows::COMPETENT_WANTED)?;
            true
        }
        Ground::Late => state.matter == Matter::GovernmentProcurement && open(state, ctx).is_err(),
        Ground::Unclear | Ground::CourtSeized => true,
    };
    must(right, rows::GROUND_WRONG)?;
    let mut fact = outcome::closed(state, Ending::Refused(ground), on);
    if let Fact::Closed { competent: told, .. } = &mut fact {
        *told = competent.map(str::to_owned);
    }
    Ok(vec![fact])
}

fn serve_copy(state: &State, party: u32, on: Date, ctx: &Circumstances<'_>) -> Answer {
    dated(state, on, ctx)?;
    let respondents = state.of(PartyRole::Respondent);
    must(respondents.contains(&party), rows::NO_SUCH_PARTY.with(party))?;
    must(state.copies.iter().all(|copy| copy.party != party), rows::ALREADY_DONE)?;
    let all = state.copies.len() + 1 >= respondents.len();
    Ok(vec![Fact::CopyServed { party, matter: state.matter, all, on }])
}

/// The copy that a respondent still has to answer.
fn unanswered(state: &State, party: u32) -> Result<Copied, Refusal> {
    let copy = state.copies.iter().find(|copy| copy.party == party);
    let copy = copy.copied().ok_or(rows::NOT_SERVED)?;
    must(!copy.done, rows::ALREADY_DONE)?;
    Ok(copy)
}

fn defend(state: &State, party: u32, on: Date, ctx: &Circumstances<'_>) -> Answer {
    let copy = unanswered(state, party)?;
    happened(on, copy.on, ctx.today())?;
    let last = ctx.last_day(state.matter.defence_rule(), copy.on)?;
    must(on <= last, rows::DEFENCE_LATE.with(last))?;
    Ok(vec![Fact::Defended { party, on }])
}

/// Who changes the disputed land is told to stop; forests have three exceptions (森林法22).
fn report_change(
    state: &State,
    party: u32,
    exempt: bool,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    happened(on, state.applied_on, ctx.today())?;
    must(state.is_frozen(), rows::NOT_FROZEN)?;
    must(state.parties().contains(&party), rows::NO_SUCH_PARTY.with(party))?;
    must(!exempt || state.matter == Matter::ForestTitle, rows::NOT_EXEMPT)?;
    Ok(vec![Fact::ChangeReported { party, exempt, on }])
}

pub(super) fn term(state: &State) -> Result<&Term, Refusal> {
    state.term.as_ref().ok_or_else(|| rows::NOT_ACCEPTED.into())
}

/// The running term's last day; refused while it stands still.
fn running(state: &State, ctx: &Circumstances<'_>) -> Result<Date, Refusal> {
    if let Some(last) = state.overdue {
        return Err(rows::PAST_TERM.with(last).into());
    }
    term(state)?.last_day(ctx)?.ok_or_else(|| rows::TERM_STANDS.into())
}

fn stop(state: &State, reason: StopReason, on: Date, ctx: &Circumstances<'_>) -> Answer {
    dated(state, on, ctx)?;
    must(state.matter.stops().contains(&reason), rows::NO_SUCH_STOP)?;
    let last = running(state, ctx)?;
    must(on <= last, rows::PAST_TERM.with(last))?;
    let after = term(state)?.standstills.iter().filter_map(|still| still.to).max();
    if let Some(to) = after {
        happened(on, to.tomorrow().unwrap_or(to), ctx.today())?;
    }
    Ok(vec![Fact::Stopped { reason, on }])
}

fn resume(state: &State, on: Date, ctx: &Circumstances<'_>) -> Answer {
    let still = term(state)?.standstills.last().filter(|still| still.to.is_none());
    let since = still.map(|still| still.from).ok_or(rows::NO_STOP)?;
    happened(on, since, ctx.today())?;
    Ok(vec![Fact::Resumed { on }])
}

fn extend(state: &State, units: u32, on: Date, ctx: &Circumstances<'_>) -> Answer {
    dated(state, on, ctx)?;
    let longest = state.matter.longest_extension().ok_or(rows::NOT_EXTENDABLE)?;
    must(term(state)?.extended == 0, rows::EXTENSION_USED)?;
    must((1..=longest).contains(&units), rows::EXTENSION_TOO_LONG.with(longest))?;
    let last = running(state, ctx)?;
    must(on <= last, rows::PAST_TERM.with(last))?;
    Ok(vec![Fact::Extended { units, on }])
}

/// Mediation is voluntary: every party agrees (I5).
fn begin_mediation(state: &State, agreed: &[u32], on: Date, ctx: &Circumstances<'_>) -> Answer {
    dated(state, on, ctx)?;
    must(state.matter.mediation() != Mediation::None, rows::NOT_MEDIABLE)?;
    if let Some(no) = state.parties().into_iter().find(|no| !agreed.contains(no)) {
        return Err(rows::CONSENT_MISSING.with(no).into());
    }
    Ok(vec![Fact::MediationBegun { on }])
}

/// Before it begins, or at any time in it: who goes back on its word ends it the same day (I5).
fn decline_mediation(state: &State, party: u32, on: Date, ctx: &Circumstances<'_>) -> Answer {
    dated(state, on, ctx)?;
    must(state.matter.mediation() != Mediation::None, rows::NOT_MEDIABLE)?;
    must(state.parties().contains(&party), rows::NO_SUCH_PARTY.with(party))?;
    Ok(vec![Fact::MediationDeclined { party, on }])
}

/// What the law makes of silence, each in its own way.
fn lapse(state: &State, silence: Silence, ctx: &Circumstances<'_>) -> Answer {
    let passed = |last: Date| must(ctx.today() > last, rows::TERM_RUNS.with(last));
    match (&state.stage, silence) {
        (Stage::Correcting { since }, Silence::Correction) => {
            let last = ctx.last_day(CORRECTION, *since)?;
            passed(last)?;
            Ok(vec![outcome::closed(state, Ending::Abandoned, last)])
        }
        (Stage::Investigating | Stage::Mediating { .. }, Silence::Defence(party)) => {
            let copy = unanswered(state, party)?;
            let last = ctx.last_day(state.matter.defence_rule(), copy.on)?;
            passed(last)?;
            Ok(vec![Fact::DefenceLapsed { party, on: last }])
        }
        (Stage::Investigating | Stage::Mediating { .. }, Silence::Stay) => {
            let stay = state.stay.filter(|(_, stands)| *stands);
            let (from, _) = stay.ok_or(rows::ALREADY_DONE)?;
            let last = ctx.last_day("T-K-18.procurement_pause", from)?;
            passed(last)?;
            Ok(vec![Fact::StayOver { on: last }])
        }
        (Stage::Investigating | Stage::Mediating { .. }, Silence::Term) => {
            must(state.overdue.is_none(), rows::ALREADY_DONE)?;
            let last = running(state, ctx)?;
            passed(last)?;
            Ok(vec![Fact::TermOver { on: last }])
        }
        (Stage::Decided { .. }, Silence::Suit(party)) => outcome::lapse(state, party, true, ctx),
        (Stage::Decided { .. }, Silence::Review(party)) => outcome::lapse(state, party, false, ctx),
        (
            Stage::Received
            | Stage::Correcting { .. }
            | Stage::Investigating
            | Stage::Mediating { .. }
            | Stage::Proposed { .. }
            | Stage::Decided { .. }
            | Stage::Ended { .. },
            Silence::Correction
            | Silence::Defence(_)
            | Silence::Stay
            | Silence::Term
            | Silence::Suit(_)
            | Silence::Review(_),
        ) => Err(rows::ALREADY_DONE.into()),
    }
}
