//! What follows from a command.

use std::collections::BTreeSet;

use jiefen_procedure::matrix::{Circumstance, Present, may_start};
use jiefen_procedure::{Brief, Circumstances};
use jiefen_vocab::{Role, TrackKind};
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
    allowed(&state.stage, group(command))?;
    let facts = given(state, command, ctx)?;
    Ok(settle(state, facts, ctx.today()))
}

/// Commands that may be given at the same stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Group {
    /// 申请公证
    Opening,
    /// 公证办理
    Notary,
    /// 各期履行和期间
    Instalments,
    /// 申请执行证书
    Asking,
    /// 出具执行证书
    Certifying,
    /// 向法院申请
    Applying,
    /// 法院受理
    Acceptance,
    /// 送达执行通知
    Notice,
    /// 申请不予执行
    Plea,
    /// 审查不予执行
    Review,
    /// 复议
    Upper,
}

fn group(command: &Command) -> Group {
    match command {
        Command::Request { .. } => Group::Opening,
        Command::StopNotary { .. }
        | Command::ResumeNotary { .. }
        | Command::Issue { .. }
        | Command::Refuse { .. } => Group::Notary,
        Command::RecordPerformance { .. } | Command::InstalmentTimePassed { .. } => {
            Group::Instalments
        }
        Command::AskCertificate { .. } => Group::Asking,
        Command::Certify { .. } | Command::RefuseCertificate { .. } => Group::Certifying,
        Command::ApplyToCourt { .. } => Group::Applying,
        Command::Accept { .. } | Command::Decline { .. } => Group::Acceptance,
        Command::ServeNotice { .. } => Group::Notice,
        Command::Plead { .. } | Command::PleaTimePassed => Group::Plea,
        Command::ExtendReview { .. } | Command::DecidePlea { .. } => Group::Review,
        Command::AskReview { .. } | Command::ReviewTimePassed | Command::RecordReview { .. } => {
            Group::Upper
        }
    }
}

/// What may be done where: for each group the stage in which it may, and the refusal elsewhere.
fn allowed(stage: &Stage, group: Group) -> Result<(), Refusal> {
    use Group::{
        Acceptance, Applying, Asking, Certifying, Instalments, Notary, Notice, Opening, Plea,
        Review, Upper,
    };
    let otherwise = match group {
        Opening => return Err(Refusal::AlreadyBegun),
        Notary => Refusal::IssuedAlready,
        Instalments => Refusal::NotIssued,
        Asking => Refusal::PursuedAlready,
        Certifying => Refusal::NotAsked,
        Applying => Refusal::NoCertificate,
        Acceptance | Notice => Refusal::NotAtCourt,
        Plea => Refusal::NotNoticed,
        Review => Refusal::NoPlea,
        Upper => Refusal::NoRuling,
    };
    let here: &[Group] = match stage {
        Stage::Requested if group != Notary => return Err(Refusal::NotIssued),
        Stage::Requested => &[Notary],
        Stage::Issued => &[Instalments, Asking],
        Stage::CertificateAsked { .. } => &[Instalments, Certifying],
        Stage::Certified { .. } => &[Instalments, Applying],
        Stage::AtCourt { accepted: false, .. } => &[Instalments, Acceptance],
        Stage::AtCourt { accepted: true, .. } if group == Acceptance => {
            return Err(Refusal::AcceptedAlready);
        }
        Stage::AtCourt { accepted: true, .. } => &[Instalments, Notice],
        Stage::Noticed { .. } => &[Instalments, Plea],
        Stage::Reviewing { .. } => &[Instalments, Review],
        Stage::Ruled { .. } => &[Instalments, Upper],
        Stage::Ended { .. } => return Err(Refusal::AlreadyEnded),
    };
    if here.contains(&group) { Ok(()) } else { Err(otherwise) }
}

/// The day since which the present stage goes on.
fn since(state: &State) -> Date {
    match &state.stage {
        Stage::Requested | Stage::Issued => {
            state.notary.standstills.last().map_or(state.notary.from, |still| still.from)
        }
        Stage::CertificateAsked { on }
        | Stage::Certified { on }
        | Stage::AtCourt { on, .. }
        | Stage::Noticed { on }
        | Stage::Ruled { on, .. }
        | Stage::Ended { on, .. } => *on,
        Stage::Reviewing { term } => term.from,
    }
}

fn given(state: &State, command: &Command, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let at = |on: Date| happened(on, since(state), ctx.today());
    let one = |on: Date, fact: Fact| at(on).map(|()| vec![fact]).map_err(Refusal::from);
    match command {
        Command::Request { .. } => Err(Refusal::AlreadyBegun),
        Command::StopNotary { reason, on } => stop_notary(state, reason, *on, ctx),
        Command::ResumeNotary { to } if state.notary.stands_still() => {
            one(*to, Fact::NotaryResumed { to: *to })
        }
        Command::ResumeNotary { .. } => Err(Refusal::NotaryRuns),
        Command::Issue { .. } if state.notary.stands_still() => Err(Refusal::NotaryStopped),
        Command::Issue { on } => {
            let due = state.instalments.iter().map(|one| (one.no, one.due_on)).collect();
            one(*on, Fact::Issued { due, on: *on })
        }
        Command::Refuse { on } => one(*on, Fact::Ended { fate: None, mixed: false, on: *on }),
        Command::RecordPerformance { instalment, on } => performed(state, *instalment, *on, ctx),
        Command::InstalmentTimePassed { instalment } => time_passed(state, *instalment, ctx),
        Command::AskCertificate { instalments, on } => ask(state, instalments, *on, ctx),
        Command::Certify { on } => one(*on, Fact::Certified { on: *on }),
        Command::RefuseCertificate { on } => one(*on, Fact::CertificateRefused { on: *on }),
        Command::ApplyToCourt { on } => {
            let present = Present::of_brief(&state.brief).with(Circumstance::NotarisedInstrument);
            may_start(&present, TrackKind::NotarizedEnforcement)?;
            one(*on, Fact::AppliedToCourt { on: *on })
        }
        Command::Accept { on } => one(*on, Fact::Accepted { on: *on }),
        Command::Decline { on } => one(*on, Fact::Ruled { ruling: Ruling::NotAccepted, on: *on }),
        Command::ServeNotice { on } => one(*on, Fact::NoticeServed { on: *on }),
        Command::Plead { ground, known_on, on } => {
            plead(since(state), *ground, *known_on, *on, ctx)
        }
        Command::PleaTimePassed => plea_time_passed(since(state), ctx),
        Command::ExtendReview { days, on } => extend_review(state, *days, *on, ctx),
        Command::DecidePlea { upheld: true, on } => {
            one(*on, Fact::Settled { fate: Fate::NotEnforced, on: *on })
        }
        Command::DecidePlea { upheld: false, on } => {
            one(*on, Fact::Ruled { ruling: Ruling::PleaRejected, on: *on })
        }
        Command::AskReview { on } => ask_review(state, *on, ctx),
        Command::ReviewTimePassed => review_time_passed(state, ctx),
        Command::RecordReview { changed, on } => record_review(state, *changed, *on, ctx),
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

/// The notary has fifteen working days, without what is listed (T-G-03).
fn stop_notary(
    state: &State,
    reason: &str,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, since(state), ctx.today())?;
    if state.notary.stands_still() {
        return Err(Refusal::NotaryStopped);
    }
    let mut stopped = state.notary.clone();
    stopped.stop(on, reason);
    stopped.resume(on);
    stopped.last_day(ctx)?;
    Ok(vec![Fact::NotaryStopped { reason: reason.to_owned(), on }])
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
fn ask(
    state: &State,
    instalments: &BTreeSet<u32>,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, since(state), ctx.today())?;
    if instalments.is_empty() {
        return Err(Refusal::InstalmentsWanted);
    }
    for no in instalments {
        let one = instalment(state, *no)?;
        if on <= one.due_on {
            return Err(Refusal::NotDue(one.due_on));
        }
    }
    Ok(vec![Fact::CertificateAsked { instalments: instalments.clone(), on }])
}

/// No plea in fifteen days: enforcement goes on undisturbed (T-G-06).
fn plea_time_passed(told: Date, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let last = ctx.last_day(PLEA, told)?;
    if ctx.today() <= last {
        return Err(Refusal::PleaTimeRuns(last));
    }
    Ok(vec![Fact::Settled { fate: Fate::Enforced, on: ctx.today() }])
}

/// Thirty days more, by the president (T-G-07).
fn extend_review(
    state: &State,
    days: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let Stage::Reviewing { term } = &state.stage else { return Err(Refusal::NoPlea) };
    happened(on, term.from, ctx.today())?;
    if ctx.actor.role != Role::CourtPresident {
        return Err(Refusal::PresidentOnly);
    }
    let mut longer = term.clone();
    longer.extended = longer.extended.saturating_add(days);
    longer.last_day(ctx)?;
    Ok(vec![Fact::ReviewExtended { days, on }])
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

/// The ruling that is open to review, when it was served and when review was asked for.
fn ruled(state: &State) -> Result<(Ruling, Date, Option<Date>), Refusal> {
    let Stage::Ruled { ruling, on, asked_on } = &state.stage else {
        return Err(Refusal::NoRuling);
    };
    Ok((*ruling, *on, *asked_on))
}

/// What becomes of the instalments when a ruling stands.
fn stands(ruling: Ruling) -> Fate {
    match ruling {
        Ruling::NotAccepted => Fate::NotEnforced,
        Ruling::PleaRejected => Fate::Enforced,
    }
}

/// Ten days to ask the upper court (7、21).
fn ask_review(state: &State, on: Date, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let (ruling, served, asked_on) = ruled(state)?;
    if asked_on.is_some() {
        return Err(Refusal::ReviewAsked);
    }
    happened(on, served, ctx.today())?;
    let last = ctx.last_day(tell::review_rule(ruling), served)?;
    if on > last {
        return Err(Refusal::ReviewTooLate(last));
    }
    Ok(vec![Fact::ReviewAsked { on }])
}

fn review_time_passed(state: &State, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let (ruling, served, asked_on) = ruled(state)?;
    if asked_on.is_some() {
        return Err(Refusal::ReviewAsked);
    }
    let last = ctx.last_day(tell::review_rule(ruling), served)?;
    if ctx.today() <= last {
        return Err(Refusal::ReviewTimeRuns(last));
    }
    Ok(vec![Fact::Settled { fate: stands(ruling), on: ctx.today() }])
}

/// The upper court lets the ruling stand or changes it.
fn record_review(
    state: &State,
    changed: bool,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let (ruling, _, asked_on) = ruled(state)?;
    let asked = asked_on.ok_or(Refusal::ReviewNotAsked)?;
    happened(on, asked, ctx.today())?;
    Ok(vec![match (ruling, changed) {
        (Ruling::NotAccepted, true) => Fact::SentBack { on },
        (Ruling::PleaRejected, true) => Fact::Settled { fate: Fate::NotEnforced, on },
        (Ruling::NotAccepted | Ruling::PleaRejected, false) => {
            Fact::Settled { fate: stands(ruling), on }
        }
    }])
}

/// Ends when nothing is left open, and closes the times without an object.
fn settle(state: &State, mut facts: Vec<Fact>, on: Date) -> Vec<Fact> {
    let mut now = facts.iter().fold(Some(state.clone()), evolve::evolve);
    if let Some(ended) = now.as_ref().and_then(|now| fully_settled(now, on)) {
        now = evolve::evolve(now, &ended);
        facts.push(ended);
    }
    if let Some(now) = now {
        let effects = facts.iter().flat_map(tell::clocks);
        let keys = shared::stale(tell::running(state), effects, &tell::running(&now));
        if !keys.is_empty() {
            facts.push(Fact::TimesClosed { keys });
        }
    }
    facts
}

/// The end, once no instalment is open. Instalments with different fates end it in parts.
fn fully_settled(now: &State, on: Date) -> Option<Fact> {
    let open = |one: &Instalment| matches!(one.fate, Fate::Open | Fate::Pursued);
    let over = !matches!(now.stage, Stage::Requested | Stage::Ended { .. });
    if !over || now.instalments.iter().any(open) {
        return None;
    }
    let order = [Fate::Enforced, Fate::NotEnforced, Fate::TimePassed, Fate::Performed];
    let has = |fate: &Fate| now.instalments.iter().any(|one| one.fate == *fate);
    let mut fates = order.into_iter().filter(has);
    let (fate, mixed) = (fates.next(), fates.next().is_some());
    Some(Fact::Ended { fate, mixed, on })
}

/// The term of the court's review from a day.
pub(super) fn review_from(on: Date) -> Term {
    Term::new(REVIEW, on)
}
