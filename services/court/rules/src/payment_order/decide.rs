//! What follows from a command: for each stage, one answer to every command.

use std::collections::BTreeSet;

use jiefen_procedure::Circumstances;
use jiefen_vocab::Role;
use jiff::civil::Date;

use super::{
    Command, Ending, Fact, Manner, NotAccepted, Refusal, Stage, Standing, State, conditions,
    evolve, object, tell,
};
use crate::shared;
use jiefen_procedure::term::happened;

/// Thirty days without service end the procedure.
pub(super) const UNSERVED: &str = "T-F-05";

pub(super) fn decide(
    state: Option<&State>,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let Some(state) = state else {
        let Command::Apply { brief, application, on } = command else {
            return Err(Refusal::NotBegun);
        };
        return conditions::apply(brief, application, *on, ctx);
    };
    let facts = match &state.stage {
        Stage::Applied { since } => applied(state, *since, command, ctx),
        Stage::Correcting { on } => correcting(*on, command, ctx),
        Stage::Accepted { on } => accepted(*on, command, ctx),
        Stage::Issued => issued(state, command, ctx),
        Stage::Contested => contested(state, command, ctx),
        Stage::Effective => effective(state, command, ctx),
        Stage::Ended { .. } => match command {
            Command::Apply { .. } => Err(Refusal::AlreadyBegun),
            Command::AskCorrection { .. }
            | Command::ReceiveCorrected { .. }
            | Command::LapseCorrection
            | Command::Accept { .. }
            | Command::Decline { .. }
            | Command::Reject { .. }
            | Command::Issue { .. }
            | Command::Serve { .. }
            | Command::LapseUnserved
            | Command::RecordPayment { .. }
            | Command::Object { .. }
            | Command::UpholdObjection { .. }
            | Command::DismissObjection { .. }
            | Command::WithdrawObjection { .. }
            | Command::ObjectionTimePassed { .. }
            | Command::ReceiveRuling { .. }
            | Command::RefuseSuit { .. }
            | Command::DeemFiled { .. }
            | Command::Withdraw { .. }
            | Command::NoteSuit { .. }
            | Command::Revoke { .. }
            | Command::ApplyEnforcement { .. }
            | Command::EnforcementTimePassed { .. } => Err(Refusal::AlreadyEnded),
        },
    }?;
    Ok(settle(state, facts, ctx.today()))
}

/// 待受理决定: five days to tell the creditor (T-F-02).
fn applied(
    state: &State,
    since: Date,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    match command {
        Command::Apply { .. } => Err(Refusal::AlreadyBegun),
        Command::AskCorrection { missing, on } => {
            conditions::ask_correction(state, missing, *on, ctx)
        }
        Command::Accept { case_no, judge, on } => {
            conditions::accept(state, since, case_no, judge, *on, ctx)
        }
        Command::Decline { ground, on } => {
            end(since, Ending::NotAccepted { ground: *ground }, *on, ctx)
        }
        Command::Withdraw { on } => end(since, Ending::Withdrawn, *on, ctx),
        Command::ReceiveCorrected { .. } | Command::LapseCorrection => Err(Refusal::NothingAsked),
        Command::Reject { .. } | Command::Issue { .. } | Command::NoteSuit { .. } => {
            Err(Refusal::NotAccepted)
        }
        Command::Serve { .. }
        | Command::LapseUnserved
        | Command::RecordPayment { .. }
        | Command::Object { .. }
        | Command::UpholdObjection { .. }
        | Command::DismissObjection { .. }
        | Command::WithdrawObjection { .. }
        | Command::ObjectionTimePassed { .. }
        | Command::ReceiveRuling { .. }
        | Command::RefuseSuit { .. }
        | Command::DeemFiled { .. }
        | Command::Revoke { .. }
        | Command::ApplyEnforcement { .. }
        | Command::EnforcementTimePassed { .. } => Err(Refusal::NotIssued),
    }
}

/// 待补正: the papers are awaited (民诉法解释 426).
fn correcting(
    asked: Date,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    match command {
        Command::Apply { .. } => Err(Refusal::AlreadyBegun),
        Command::ReceiveCorrected { on } => {
            happened(*on, asked, ctx.today())?;
            Ok(vec![Fact::CorrectedReceived { on: *on }])
        }
        Command::LapseCorrection => {
            let last = ctx.last_day(shared::CORRECTION, asked)?;
            if ctx.today() <= last {
                return Err(Refusal::CorrectionRuns(last));
            }
            end(asked, Ending::NotAccepted { ground: NotAccepted::NotCorrected }, ctx.today(), ctx)
        }
        Command::Withdraw { on } => end(asked, Ending::Withdrawn, *on, ctx),
        Command::AskCorrection { .. } => Err(Refusal::AskedOnce),
        Command::Accept { .. } | Command::Decline { .. } => Err(Refusal::PapersAwaited),
        Command::Reject { .. } | Command::Issue { .. } | Command::NoteSuit { .. } => {
            Err(Refusal::NotAccepted)
        }
        Command::Serve { .. }
        | Command::LapseUnserved
        | Command::RecordPayment { .. }
        | Command::Object { .. }
        | Command::UpholdObjection { .. }
        | Command::DismissObjection { .. }
        | Command::WithdrawObjection { .. }
        | Command::ObjectionTimePassed { .. }
        | Command::ReceiveRuling { .. }
        | Command::RefuseSuit { .. }
        | Command::DeemFiled { .. }
        | Command::Revoke { .. }
        | Command::ApplyEnforcement { .. }
        | Command::EnforcementTimePassed { .. } => Err(Refusal::NotIssued),
    }
}

/// 已受理: fifteen days to issue the order or reject the application (T-F-03).
fn accepted(since: Date, command: &Command, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    match command {
        Command::Apply { .. } => Err(Refusal::AlreadyBegun),
        Command::Issue { on } => {
            happened(*on, since, ctx.today())?;
            ctx.last_day(UNSERVED, *on)?;
            Ok(vec![Fact::Issued { on: *on }])
        }
        Command::Reject { ground, on } => {
            end(since, Ending::Rejected { ground: *ground }, *on, ctx)
        }
        Command::Withdraw { on } => end(since, Ending::Withdrawn, *on, ctx),
        Command::NoteSuit { suit, on } => end(since, Ending::Superseded { suit: *suit }, *on, ctx),
        Command::AskCorrection { .. }
        | Command::ReceiveCorrected { .. }
        | Command::LapseCorrection
        | Command::Accept { .. }
        | Command::Decline { .. } => Err(Refusal::AcceptedAlready),
        Command::Serve { .. }
        | Command::LapseUnserved
        | Command::RecordPayment { .. }
        | Command::Object { .. }
        | Command::UpholdObjection { .. }
        | Command::DismissObjection { .. }
        | Command::WithdrawObjection { .. }
        | Command::ObjectionTimePassed { .. }
        | Command::ReceiveRuling { .. }
        | Command::RefuseSuit { .. }
        | Command::DeemFiled { .. }
        | Command::Revoke { .. }
        | Command::ApplyEnforcement { .. }
        | Command::EnforcementTimePassed { .. } => Err(Refusal::NotIssued),
    }
}

/// 已发出: the debtors pay, object in writing, or are silent (T-F-04, T-F-05).
fn issued(state: &State, command: &Command, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let since = state.issued_on.unwrap_or(state.applied_on);
    match command {
        Command::Apply { .. } => Err(Refusal::AlreadyBegun),
        Command::Serve { party, manner, on } => serve(state, *party, *manner, *on, ctx),
        Command::LapseUnserved => lapse_unserved(state, ctx),
        Command::RecordPayment { claims, on } => paid(state, claims, *on, ctx),
        Command::Object { party, claims, form, ground, on } => {
            object::object(state, *party, claims, (*form, *ground), *on, ctx)
        }
        Command::UpholdObjection { party, on } => object::uphold(state, *party, *on, ctx),
        Command::DismissObjection { party, on } => object::over(state, *party, false, *on, ctx),
        Command::WithdrawObjection { party, on } => object::over(state, *party, true, *on, ctx),
        Command::ObjectionTimePassed { party } => object::time_passed(state, *party, ctx),
        Command::ReceiveRuling { ruling, on } => object::receive(state, *ruling, *on, ctx),
        Command::RefuseSuit { ruling, on } => object::refuse_suit(state, *ruling, *on, ctx),
        Command::DeemFiled { ruling } => object::deem_filed(state, *ruling, ctx),
        Command::Withdraw { .. } if state.received_by_debtor() => Err(Refusal::OrderReceived),
        Command::Withdraw { on } => end(since, Ending::Withdrawn, *on, ctx),
        // What is bound by now stands; a new suit on it would be a second one.
        Command::NoteSuit { .. } if !state.bound().is_empty() => Err(Refusal::OrderEffective),
        Command::NoteSuit { suit, on } => end(since, Ending::Superseded { suit: *suit }, *on, ctx),
        Command::ApplyEnforcement { on } => enforce(state, *on, ctx),
        Command::EnforcementTimePassed { claim } => enforcement_lost(state, *claim, ctx),
        Command::Revoke { .. } => Err(Refusal::NotEffective),
        Command::AskCorrection { .. }
        | Command::ReceiveCorrected { .. }
        | Command::LapseCorrection
        | Command::Accept { .. }
        | Command::Decline { .. } => Err(Refusal::AcceptedAlready),
        Command::Reject { .. } | Command::Issue { .. } => Err(Refusal::IssuedAlready),
    }
}

/// 支付令失效: the creditor's seven days (T-F-06).
fn contested(
    state: &State,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    match command {
        Command::Apply { .. } => Err(Refusal::AlreadyBegun),
        Command::ReceiveRuling { ruling, on } => object::receive(state, *ruling, *on, ctx),
        Command::RefuseSuit { ruling, on } => object::refuse_suit(state, *ruling, *on, ctx),
        Command::DeemFiled { ruling } => object::deem_filed(state, *ruling, ctx),
        Command::AskCorrection { .. }
        | Command::ReceiveCorrected { .. }
        | Command::LapseCorrection
        | Command::Accept { .. }
        | Command::Decline { .. } => Err(Refusal::AcceptedAlready),
        Command::Reject { .. } | Command::Issue { .. } => Err(Refusal::IssuedAlready),
        Command::Serve { .. }
        | Command::LapseUnserved
        | Command::RecordPayment { .. }
        | Command::Object { .. }
        | Command::UpholdObjection { .. }
        | Command::DismissObjection { .. }
        | Command::WithdrawObjection { .. }
        | Command::ObjectionTimePassed { .. }
        | Command::Withdraw { .. }
        | Command::NoteSuit { .. }
        | Command::Revoke { .. }
        | Command::ApplyEnforcement { .. }
        | Command::EnforcementTimePassed { .. } => Err(Refusal::OrderLapsed),
    }
}

/// 支付令生效: two years for enforcement (T-F-09).
fn effective(
    state: &State,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    match command {
        Command::Apply { .. } => Err(Refusal::AlreadyBegun),
        Command::RecordPayment { claims, on } => paid(state, claims, *on, ctx),
        Command::ReceiveRuling { ruling, on } => object::receive(state, *ruling, *on, ctx),
        Command::RefuseSuit { ruling, on } => object::refuse_suit(state, *ruling, *on, ctx),
        Command::DeemFiled { ruling } => object::deem_filed(state, *ruling, ctx),
        Command::ApplyEnforcement { on } => enforce(state, *on, ctx),
        Command::EnforcementTimePassed { claim } => enforcement_lost(state, *claim, ctx),
        Command::Revoke { .. } if ctx.actor.role != Role::CourtPresident => {
            Err(Refusal::PresidentOnly)
        }
        Command::Revoke { on } => {
            end(state.issued_on.unwrap_or(state.applied_on), Ending::Revoked, *on, ctx)
        }
        Command::AskCorrection { .. }
        | Command::ReceiveCorrected { .. }
        | Command::LapseCorrection
        | Command::Accept { .. }
        | Command::Decline { .. } => Err(Refusal::AcceptedAlready),
        Command::Reject { .. } | Command::Issue { .. } => Err(Refusal::IssuedAlready),
        Command::Serve { .. }
        | Command::LapseUnserved
        | Command::Object { .. }
        | Command::UpholdObjection { .. }
        | Command::DismissObjection { .. }
        | Command::WithdrawObjection { .. }
        | Command::ObjectionTimePassed { .. }
        | Command::Withdraw { .. }
        | Command::NoteSuit { .. } => Err(Refusal::OrderEffective),
    }
}

fn end(
    since: Date,
    ending: Ending,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, since, ctx.today())?;
    Ok(vec![Fact::Concluded { ending, on }])
}

/// What the facts settle: claims that nobody can object to any more are bound; when no claim is open
/// the procedure ends; times without an object are closed.
fn settle(state: &State, mut facts: Vec<Fact>, on: Date) -> Vec<Fact> {
    let mut now = facts.iter().fold(Some(state.clone()), evolve::evolve);
    for (from, claims) in now.as_ref().map(object::ripe).unwrap_or_default() {
        let bound = Fact::Bound { claims, from };
        now = evolve::evolve(now, &bound);
        facts.push(bound);
    }
    if let Some(ending) = now.as_ref().and_then(fully_settled) {
        let ended = Fact::Concluded { ending, on };
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

/// How an issued order has ended, once no claim is open and no word of the creditor awaited. Claims
/// with different fates end it in parts; the strongest of them is what it came to.
fn fully_settled(state: &State) -> Option<Ending> {
    let open = !state.live().is_empty()
        || !state.bound().is_empty()
        || state.rulings.iter().any(|ruling| ruling.open);
    let order_out = match state.stage {
        Stage::Issued | Stage::Contested | Stage::Effective => true,
        Stage::Applied { .. }
        | Stage::Correcting { .. }
        | Stage::Accepted { .. }
        | Stage::Ended { .. } => false,
    };
    if open || !order_out {
        return None;
    }
    let order = [
        (Standing::Enforcing, Ending::Enforcement),
        (Standing::DeemedFiled, Ending::DeemedFiled),
        (Standing::ArbitrationFirst, Ending::ArbitrationFirst),
        (Standing::NoSuit, Ending::NoSuit),
        (Standing::Unserved, Ending::Unserved),
        (Standing::TimeLost, Ending::TimePassed),
        (Standing::Paid, Ending::Paid),
    ];
    let has = |standing: Standing| state.items.iter().any(|item| item.standing == standing);
    let mut fates = order.into_iter().filter(|(standing, _)| has(*standing)).map(|(_, fate)| fate);
    match (fates.next(), fates.next()) {
        (Some(strongest), Some(_)) => Some(Ending::InParts { outcome: strongest.outcome() }),
        (only, _) => only,
    }
}

/// A debtor received the order, not by public notice, within thirty days of its issue (T-F-05).
fn serve(
    state: &State,
    party: u32,
    manner: Manner,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let issued = state.issued_on.unwrap_or(state.applied_on);
    let debtor = state.debtor(party).ok_or(Refusal::NotDebtor(party))?;
    happened(on, issued, ctx.today())?;
    if debtor.served_on.is_some() || debtor.unserved {
        return Err(Refusal::ServedAlready(party));
    }
    if manner == Manner::PublicNotice {
        return Err(Refusal::NoPublicNotice);
    }
    let last = ctx.last_day(UNSERVED, issued)?;
    if on > last {
        return Err(Refusal::ServedTooLate(last));
    }
    ctx.last_day(object::TIME, on)?;
    Ok(vec![Fact::Served { party, manner, on }])
}

fn lapse_unserved(state: &State, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let last = ctx.last_day(UNSERVED, state.issued_on.unwrap_or(state.applied_on))?;
    if ctx.today() <= last {
        return Err(Refusal::ServiceTimeRuns(last));
    }
    let waits = |no: u32| !state.live_of(no).is_empty();
    let unserved = state.debtors.iter().filter(|d| d.served_on.is_none() && !d.unserved);
    let parties: Vec<u32> = unserved.map(|debtor| debtor.party).filter(|no| waits(*no)).collect();
    if parties.is_empty() {
        return Err(Refusal::AllServed);
    }
    Ok(vec![Fact::Unserved { parties, on: ctx.today() }])
}

/// Claims that are open or bound are paid.
fn paid(
    state: &State,
    claims: &BTreeSet<u32>,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.issued_on.unwrap_or(state.applied_on), ctx.today())?;
    if claims.is_empty() {
        return Err(Refusal::ClaimsWanted);
    }
    let payable: BTreeSet<u32> = state.live().union(&state.bound()).copied().collect();
    if let Some(no) = claims.iter().find(|no| !payable.contains(no)) {
        return Err(Refusal::ClaimNotOpen(*no));
    }
    Ok(vec![Fact::ClaimsPaid { claims: claims.clone(), on }])
}

/// What is bound can be enforced, even while other claims are open (T-F-07, T-F-09).
fn enforce(state: &State, on: Date, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    if state.bound().is_empty() {
        return Err(Refusal::NotEffective);
    }
    let since = state.issued_on.unwrap_or(state.applied_on);
    happened(on, since, ctx.today())?;
    Ok(vec![Fact::EnforcementApplied { on }])
}

fn enforcement_lost(
    state: &State,
    claim: u32,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let standing = state.items.iter().find(|i| i.claim.no == claim).map(|i| i.standing);
    let Some(Standing::Bound { from }) = standing else {
        return Err(Refusal::ClaimNotOpen(claim));
    };
    let last = ctx.last_day(tell::ENFORCE, from)?;
    if ctx.today() <= last {
        return Err(Refusal::EnforcementTimeRuns(last));
    }
    Ok(vec![Fact::EnforcementLost { claim, on: ctx.today() }])
}
