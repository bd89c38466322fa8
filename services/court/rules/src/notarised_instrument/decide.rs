//! What follows from a command.

use std::collections::BTreeSet;

use jiefen_procedure::{Brief, Circumstances};
use jiefen_vocab::Role;
use jiff::civil::Date;

use super::{Command, Fact, Fate, Ground, Instalment, Instrument, Refusal, Ruling, Stage, State};
use super::{evolve, tell};
use crate::shared;
use jiefen_procedure::term::{Term, happened};

/// The notary's time.
pub(super) const NOTARY: &str = "T-G-03";
/// Each instalment's two years.
pub(super) const ENFORCE: &str = "T-G-04";
/// The debtor's plea.
pub(super) const PLEA: &str = "T-G-06";
/// The court's review.
pub(super) const REVIEW: &str = "T-G-07";

pub(super) fn decide(
    state: Option<&State>,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let Some(state) = state else {
        let Command::Request { brief, instrument, on } = command else {
            return Err(Refusal::NotBegun);
        };
        return request(brief, instrument, *on, ctx);
    };
    let facts = given(state, command, ctx)?;
    Ok(settle(state, facts, ctx.today()))
}

/// One row for each command: the stages in which it may be given, and the refusal in every other.
fn given(state: &State, command: &Command, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    use Stage::{
        AtCourt, CertificateAsked, Certified, Ended, Issued, Noticed, Requested, Reviewing, Ruled,
    };
    match (&state.stage, command) {
        (
            Requested
            | Issued
            | CertificateAsked { .. }
            | Certified { .. }
            | AtCourt { .. }
            | Noticed { .. }
            | Reviewing { .. }
            | Ruled { .. }
            | Ended { .. },
            Command::Request { .. },
        ) => Err(Refusal::AlreadyBegun),
        (
            Ended { .. },
            Command::StopNotary { .. }
            | Command::ResumeNotary { .. }
            | Command::Issue { .. }
            | Command::Refuse { .. }
            | Command::RecordPerformance { .. }
            | Command::AskCertificate { .. }
            | Command::Certify { .. }
            | Command::RefuseCertificate { .. }
            | Command::ApplyToCourt { .. }
            | Command::Accept { .. }
            | Command::Decline { .. }
            | Command::ServeNotice { .. }
            | Command::Plead { .. }
            | Command::PleaTimePassed
            | Command::ExtendReview { .. }
            | Command::DecidePlea { .. }
            | Command::AskReview { .. }
            | Command::ReviewTimePassed
            | Command::RecordReview { .. }
            | Command::InstalmentTimePassed { .. },
        ) => Err(Refusal::AlreadyEnded),
        (
            Requested,
            Command::StopNotary { .. }
            | Command::ResumeNotary { .. }
            | Command::Issue { .. }
            | Command::Refuse { .. },
        ) => notary(state, command, ctx),
        (
            Requested,
            Command::RecordPerformance { .. }
            | Command::AskCertificate { .. }
            | Command::Certify { .. }
            | Command::RefuseCertificate { .. }
            | Command::ApplyToCourt { .. }
            | Command::Accept { .. }
            | Command::Decline { .. }
            | Command::ServeNotice { .. }
            | Command::Plead { .. }
            | Command::PleaTimePassed
            | Command::ExtendReview { .. }
            | Command::DecidePlea { .. }
            | Command::AskReview { .. }
            | Command::ReviewTimePassed
            | Command::RecordReview { .. }
            | Command::InstalmentTimePassed { .. },
        ) => Err(Refusal::NotIssued),
        (
            Issued
            | CertificateAsked { .. }
            | Certified { .. }
            | AtCourt { .. }
            | Noticed { .. }
            | Reviewing { .. }
            | Ruled { .. },
            Command::StopNotary { .. }
            | Command::ResumeNotary { .. }
            | Command::Issue { .. }
            | Command::Refuse { .. },
        ) => Err(Refusal::IssuedAlready),
        (
            Issued
            | CertificateAsked { .. }
            | Certified { .. }
            | AtCourt { .. }
            | Noticed { .. }
            | Reviewing { .. }
            | Ruled { .. },
            Command::RecordPerformance { instalment, on },
        ) => performed(state, *instalment, *on, ctx),
        (
            Issued
            | CertificateAsked { .. }
            | Certified { .. }
            | AtCourt { .. }
            | Noticed { .. }
            | Reviewing { .. }
            | Ruled { .. },
            Command::InstalmentTimePassed { instalment },
        ) => time_passed(state, *instalment, ctx),
        (
            Issued
            | CertificateAsked { .. }
            | Certified { .. }
            | AtCourt { .. }
            | Noticed { .. }
            | Reviewing { .. }
            | Ruled { .. },
            Command::AskCertificate { .. }
            | Command::Certify { .. }
            | Command::RefuseCertificate { .. }
            | Command::ApplyToCourt { .. },
        ) => certificate(state, command, ctx),
        (
            Issued
            | CertificateAsked { .. }
            | Certified { .. }
            | AtCourt { .. }
            | Noticed { .. }
            | Reviewing { .. }
            | Ruled { .. },
            Command::Accept { .. }
            | Command::Decline { .. }
            | Command::ServeNotice { .. }
            | Command::Plead { .. }
            | Command::PleaTimePassed
            | Command::ExtendReview { .. }
            | Command::DecidePlea { .. },
        ) => court(state, command, ctx),
        (
            Issued
            | CertificateAsked { .. }
            | Certified { .. }
            | AtCourt { .. }
            | Noticed { .. }
            | Reviewing { .. }
            | Ruled { .. },
            Command::AskReview { .. } | Command::ReviewTimePassed | Command::RecordReview { .. },
        ) => upper(state, command, ctx),
    }
}

fn request(
    brief: &Brief,
    instrument: &Instrument,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, brief.received_on, ctx.today())?;
    for no in [instrument.creditor, instrument.debtor] {
        if !shared::has_party(brief, no) {
            return Err(Refusal::NoSuchParty(no));
        }
    }
    let numbers: BTreeSet<u32> = instrument.due.iter().map(|(no, _, _)| *no).collect();
    let fixed = instrument.due.iter().all(|(_, _, amount)| amount.0 > 0);
    if numbers.is_empty() || numbers.len() != instrument.due.len() || !fixed {
        return Err(Refusal::InstalmentsWanted);
    }
    if !instrument.submits {
        return Err(Refusal::NoSubmission);
    }
    Ok(vec![Fact::Requested {
        brief: Box::new(brief.clone()),
        instrument: Box::new(instrument.clone()),
        on,
    }])
}

/// The notary: fifteen working days, without what is listed (T-G-03).
fn notary(state: &State, command: &Command, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let since = state.notary.standstills.last().map_or(state.notary.from, |still| still.from);
    if let Command::StopNotary { reason, on } = command {
        happened(*on, since, ctx.today())?;
        if state.notary.stands_still() {
            return Err(Refusal::NotaryStopped);
        }
        let mut stopped = state.notary.clone();
        stopped.stop(*on, reason);
        stopped.resume(*on);
        stopped.last_day(ctx)?;
        return Ok(vec![Fact::NotaryStopped { reason: reason.clone(), on: *on }]);
    }
    if let Command::ResumeNotary { to } = command {
        happened(*to, since, ctx.today())?;
        if !state.notary.stands_still() {
            return Err(Refusal::NotaryRuns);
        }
        return Ok(vec![Fact::NotaryResumed { to: *to }]);
    }
    if let Command::Refuse { on } = command {
        happened(*on, since, ctx.today())?;
        return Ok(vec![Fact::Ended { fate: None, mixed: false, on: *on }]);
    }
    let Command::Issue { on } = command else { return Err(Refusal::NotIssued) };
    happened(*on, since, ctx.today())?;
    if state.notary.stands_still() {
        return Err(Refusal::NotaryStopped);
    }
    let due = state.instalments.iter().map(|one| (one.no, one.due_on)).collect();
    Ok(vec![Fact::Issued { due, on: *on }])
}

fn instalment(state: &State, no: u32) -> Result<Instalment, Refusal> {
    let found = state.instalments.iter().find(|one| one.no == no);
    let open = found.filter(|one| matches!(one.fate, Fate::Open | Fate::Pursued));
    open.copied().ok_or(Refusal::NoSuchInstalment(no))
}

fn performed(
    state: &State,
    no: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    instalment(state, no)?;
    happened(on, state.notary.from, ctx.today())?;
    Ok(vec![Fact::Performed { instalment: no, on }])
}

/// Each instalment's own two years (T-G-04). What is before the court is pursued in time.
fn time_passed(state: &State, no: u32, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let one = instalment(state, no)?;
    let last = ctx.last_day(ENFORCE, one.from)?;
    if ctx.today() <= last {
        return Err(Refusal::InstalmentTimeRuns(last));
    }
    if !tell::running(state).contains(&shared::own("enforce", no)) {
        return Err(Refusal::NoSuchInstalment(no));
    }
    Ok(vec![Fact::TimePassed { instalment: no, on: ctx.today() }])
}

/// The certificate: for what is due and unpaid; the request restarts the two years (T-G-04, T-G-05).
fn certificate(
    state: &State,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    match (&state.stage, command) {
        (Stage::Issued, Command::AskCertificate { instalments, on }) => {
            happened(*on, state.notary.from, ctx.today())?;
            if instalments.is_empty() {
                return Err(Refusal::InstalmentsWanted);
            }
            for no in instalments {
                let one = instalment(state, *no)?;
                if *on <= one.due_on {
                    return Err(Refusal::NotDue(one.due_on));
                }
            }
            Ok(vec![Fact::CertificateAsked { instalments: instalments.clone(), on: *on }])
        }
        (Stage::CertificateAsked { on: asked }, Command::Certify { on }) => {
            happened(*on, *asked, ctx.today())?;
            Ok(vec![Fact::Certified { on: *on }])
        }
        (Stage::CertificateAsked { on: asked }, Command::RefuseCertificate { on }) => {
            happened(*on, *asked, ctx.today())?;
            Ok(vec![Fact::CertificateRefused { on: *on }])
        }
        (Stage::Certified { on: certified }, Command::ApplyToCourt { on }) => {
            happened(*on, *certified, ctx.today())?;
            Ok(vec![Fact::AppliedToCourt { on: *on }])
        }
        (_, Command::ApplyToCourt { .. }) => Err(Refusal::NoCertificate),
        (_, Command::AskCertificate { .. }) => Err(Refusal::PursuedAlready),
        _ => Err(Refusal::NotAsked),
    }
}

/// The court: acceptance, notice, the debtor's plea and its review. Enforcement is not stayed (17).
fn court(state: &State, command: &Command, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    match (&state.stage, command) {
        (Stage::AtCourt { on: applied, accepted: false }, Command::Accept { on }) => {
            happened(*on, *applied, ctx.today())?;
            Ok(vec![Fact::Accepted { on: *on }])
        }
        (Stage::AtCourt { on: applied, accepted: false }, Command::Decline { on }) => {
            happened(*on, *applied, ctx.today())?;
            Ok(vec![Fact::Ruled { ruling: Ruling::NotAccepted, on: *on }])
        }
        (Stage::AtCourt { on: applied, accepted: true }, Command::ServeNotice { on }) => {
            happened(*on, *applied, ctx.today())?;
            Ok(vec![Fact::NoticeServed { on: *on }])
        }
        (Stage::Noticed { on: told }, Command::Plead { ground, known_on, on }) => {
            plead(*told, *ground, *known_on, *on, ctx)
        }
        (Stage::Noticed { on: told }, Command::PleaTimePassed) => {
            let last = ctx.last_day(PLEA, *told)?;
            if ctx.today() <= last {
                return Err(Refusal::PleaTimeRuns(last));
            }
            Ok(vec![Fact::Settled { fate: Fate::Enforced, on: ctx.today() }])
        }
        (Stage::Reviewing { term }, Command::ExtendReview { days, on }) => {
            happened(*on, term.from, ctx.today())?;
            if ctx.actor.role != Role::CourtPresident {
                return Err(Refusal::PresidentOnly);
            }
            let mut longer = term.clone();
            longer.extended = longer.extended.saturating_add(*days);
            longer.last_day(ctx)?;
            Ok(vec![Fact::ReviewExtended { days: *days, on: *on }])
        }
        (Stage::Reviewing { term }, Command::DecidePlea { upheld, on }) => {
            happened(*on, term.from, ctx.today())?;
            if *upheld {
                return Ok(vec![Fact::Settled { fate: Fate::NotEnforced, on: *on }]);
            }
            Ok(vec![Fact::Ruled { ruling: Ruling::PleaRejected, on: *on }])
        }
        (
            Stage::AtCourt { accepted: true, .. },
            Command::Accept { .. } | Command::Decline { .. },
        ) => Err(Refusal::AcceptedAlready),
        (_, Command::Plead { .. } | Command::PleaTimePassed) => Err(Refusal::NotNoticed),
        (_, Command::ExtendReview { .. } | Command::DecidePlea { .. }) => Err(Refusal::NoPlea),
        _ => Err(Refusal::NotAtCourt),
    }
}

/// Within fifteen days of the notice; for grave breaches and corruption within fifteen days of learning
/// of them (13). What is wrong in substance is for a suit (22).
fn plead(
    told: Date,
    ground: Ground,
    known_on: Date,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, told, ctx.today())?;
    happened(known_on, known_on, on)?;
    let from = match ground {
        Ground::NotPresent | Ground::Incapable => told,
        Ground::Procedure | Ground::Corruption => known_on.max(told),
        Ground::Substance => return Err(Refusal::SueInstead),
    };
    let last = ctx.last_day(PLEA, from)?;
    if on > last {
        return Err(Refusal::PleaTooLate(last));
    }
    ctx.last_day(REVIEW, on)?;
    Ok(vec![Fact::Pleaded { ground, on }])
}

/// The upper court: ten days to ask, thirty to answer (7、21).
fn upper(state: &State, command: &Command, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let Stage::Ruled { ruling, on: served, asked_on } = &state.stage else {
        return Err(Refusal::NoRuling);
    };
    let last = ctx.last_day(tell::review_rule(*ruling), *served)?;
    let stands = match ruling {
        Ruling::NotAccepted => Fate::NotEnforced,
        Ruling::PleaRejected => Fate::Enforced,
    };
    match (command, asked_on) {
        (Command::AskReview { .. } | Command::ReviewTimePassed, Some(_)) => {
            Err(Refusal::ReviewAsked)
        }
        (Command::AskReview { on }, None) => {
            happened(*on, *served, ctx.today())?;
            if *on > last {
                return Err(Refusal::ReviewTooLate(last));
            }
            Ok(vec![Fact::ReviewAsked { on: *on }])
        }
        (Command::ReviewTimePassed, None) if ctx.today() <= last => {
            Err(Refusal::ReviewTimeRuns(last))
        }
        (Command::ReviewTimePassed, None) => {
            Ok(vec![Fact::Settled { fate: stands, on: ctx.today() }])
        }
        (Command::RecordReview { changed, on }, Some(asked)) => {
            happened(*on, *asked, ctx.today())?;
            match (ruling, changed) {
                (Ruling::NotAccepted, true) => Ok(vec![Fact::SentBack { on: *on }]),
                (Ruling::PleaRejected, true) => {
                    Ok(vec![Fact::Settled { fate: Fate::NotEnforced, on: *on }])
                }
                (Ruling::NotAccepted | Ruling::PleaRejected, false) => {
                    Ok(vec![Fact::Settled { fate: stands, on: *on }])
                }
            }
        }
        _ => Err(Refusal::ReviewNotAsked),
    }
}

/// Ends when nothing is left open, and closes the times without an object.
fn settle(state: &State, mut facts: Vec<Fact>, on: Date) -> Vec<Fact> {
    let fold = |facts: &[Fact]| {
        facts.iter().try_fold(state.clone(), |state, fact| evolve::evolve(Some(state), fact))
    };
    if let Some(now) = fold(&facts) {
        let open = |one: &Instalment| matches!(one.fate, Fate::Open | Fate::Pursued);
        let over = !matches!(now.stage, Stage::Requested | Stage::Ended { .. });
        if over && !now.instalments.iter().any(open) {
            let order = [Fate::Enforced, Fate::NotEnforced, Fate::TimePassed, Fate::Performed];
            let has = |fate: &Fate| now.instalments.iter().any(|one| one.fate == *fate);
            let mut fates = order.into_iter().filter(has);
            let (fate, mixed) = (fates.next(), fates.next().is_some());
            facts.push(Fact::Ended { fate, mixed, on });
        }
    }
    if let Some(now) = fold(&facts) {
        let effects = facts.iter().flat_map(tell::clocks).collect::<Vec<_>>();
        let keys = shared::stale(tell::running(state), effects.into_iter(), &tell::running(&now));
        if !keys.is_empty() {
            facts.push(Fact::TimesClosed { keys });
        }
    }
    facts
}

/// The term of the court's review from a day.
pub(super) fn review_from(on: Date) -> Term {
    Term::new(REVIEW, on)
}
