//! What follows from a command: the table of stages and groups of commands, then each command.

use jiefen_procedure::Circumstances;
use jiff::civil::Date;

use super::procedure::{self, convert};
use super::{Command, Ending, Fact, Refusal, Stage, State, course, evolve, result, tell};
use crate::shared;
use jiefen_procedure::term::happened;

/// The time to pay the fee (诉讼费用交纳办法 22).
pub(super) const FEE: &str = "T-E-02.fee";
/// The target of a fast team.
pub(super) const FAST: &str = "policy.fast_track";

/// Commands that may be given at the same stages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Group {
    /// 进入审理
    Opening,
    /// 诉讼费
    Fee,
    /// 送达起诉状、答辩
    Service,
    /// 速裁指标届满
    Target,
    /// 审理：程序转换、举证、开庭、扣除和延长审限、撤诉、裁判
    Course,
    /// 移送管辖
    Transfer,
    /// 法院调解
    Mediation,
    /// 达成调解协议
    Settlement,
    /// 调解书送达
    Statement,
    /// 裁判送达和上诉
    Remedy,
}

fn group(command: &Command) -> Group {
    match command {
        Command::Open { .. } => Group::Opening,
        Command::SettleFee { .. } | Command::DeemUnpaid => Group::Fee,
        Command::ServeComplaint { .. } | Command::ReceiveDefence { .. } => Group::Service,
        Command::LeaveFastTrack => Group::Target,
        Command::SetFastTrack { .. }
        | Command::Convert { .. }
        | Command::ObjectToTrack { .. }
        | Command::DecideTrackObjection { .. }
        | Command::FixEvidence { .. }
        | Command::FileCounterclaim { .. }
        | Command::NameRepresentatives { .. }
        | Command::AnnounceSuit { .. }
        | Command::CloseRegistration
        | Command::SetHearing { .. }
        | Command::HoldHearing { .. }
        | Command::DeemAbsent { .. }
        | Command::StopTrial { .. }
        | Command::ResumeTrial { .. }
        | Command::ExtendTrial { .. }
        | Command::BeginMediation { .. }
        | Command::AskWithdrawal { .. }
        | Command::DecideWithdrawal { .. }
        | Command::Decide { .. }
        | Command::Terminate { .. } => Group::Course,
        Command::Transfer { .. } => Group::Transfer,
        Command::ExtendMediation { .. }
        | Command::EndMediation { .. }
        | Command::MediationLapsed => Group::Mediation,
        Command::MakeStatement { .. } => Group::Settlement,
        Command::ServeStatement { .. } | Command::RetractStatement { .. } => Group::Statement,
        Command::ServeDecision { .. }
        | Command::Appeal { .. }
        | Command::AppealTimePassed { .. } => Group::Remedy,
    }
}

/// What may be done where: one answer for every stage and group.
fn allowed(stage: &Stage, group: Group) -> Result<(), Refusal> {
    use Group::{
        Course, Fee, Mediation, Opening, Remedy, Service, Settlement, Statement, Target, Transfer,
    };
    match (stage, group) {
        (
            Stage::FeeDue { .. }
            | Stage::OnTrial
            | Stage::Mediating { .. }
            | Stage::StatementMade { .. }
            | Stage::Decided { .. }
            | Stage::Ended { .. },
            Opening,
        ) => Err(Refusal::AlreadyBegun),
        (
            Stage::Ended { .. },
            Fee | Service | Target | Course | Transfer | Mediation | Settlement | Statement
            | Remedy,
        ) => Err(Refusal::AlreadyEnded),
        (Stage::FeeDue { .. }, Fee | Service | Transfer) => Ok(()),
        (Stage::FeeDue { .. }, Course | Settlement | Target) => Err(Refusal::FeeDue),
        (
            Stage::OnTrial
            | Stage::Mediating { .. }
            | Stage::StatementMade { .. }
            | Stage::Decided { .. },
            Fee,
        ) => Err(Refusal::FeeSettled),
        (Stage::OnTrial, Service | Target | Course | Transfer | Settlement) => Ok(()),
        (
            Stage::FeeDue { .. }
            | Stage::OnTrial
            | Stage::StatementMade { .. }
            | Stage::Decided { .. },
            Mediation,
        ) => Err(Refusal::NotMediating),
        (Stage::Mediating { .. }, Service | Target | Mediation | Settlement) => Ok(()),
        (Stage::Mediating { .. }, Course | Transfer) => Err(Refusal::InMediation),
        (
            Stage::FeeDue { .. } | Stage::OnTrial | Stage::Mediating { .. } | Stage::Decided { .. },
            Statement,
        ) => Err(Refusal::NoStatement),
        (Stage::StatementMade { .. }, Statement | Target) => Ok(()),
        (Stage::StatementMade { .. }, Service | Course | Transfer | Settlement) => {
            Err(Refusal::StatementMade)
        }
        (
            Stage::FeeDue { .. }
            | Stage::OnTrial
            | Stage::Mediating { .. }
            | Stage::StatementMade { .. },
            Remedy,
        ) => Err(Refusal::NotDecided),
        (Stage::Decided { .. }, Remedy) => Ok(()),
        (Stage::Decided { .. }, Service | Target | Course | Transfer | Settlement) => {
            Err(Refusal::DecidedAlready)
        }
    }
}

pub(super) fn decide(
    state: Option<&State>,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let Some(state) = state else {
        let Command::Open { opening, on } = command else { return Err(Refusal::NotBegun) };
        return procedure::open(opening, *on, ctx);
    };
    allowed(&state.stage, group(command))?;
    let facts = given(state, command, ctx)?;
    Ok(closed(state, facts))
}

fn given(state: &State, command: &Command, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    match command {
        Command::Open { .. } => Err(Refusal::AlreadyBegun),
        Command::SettleFee { on } => settle_fee(state, *on, ctx),
        Command::DeemUnpaid => deem_unpaid(state, ctx),
        Command::SetFastTrack { fast, on } => procedure::fast(state, *fast, *on, ctx),
        Command::LeaveFastTrack => leave_fast(state, ctx),
        Command::Convert { track, change, agreed, on } => {
            convert(state, *track, *change, agreed, *on, ctx)
        }
        Command::ObjectToTrack { party, on } => procedure::object(state, *party, *on, ctx),
        Command::DecideTrackObjection { to, on } => procedure::answer(state, *to, *on, ctx),
        Command::FixEvidence { days, agreed, on } => {
            procedure::evidence(state, *days, agreed, *on, ctx)
        }
        Command::ServeComplaint { party, on } => course::serve(state, *party, *on, ctx),
        Command::ReceiveDefence { party, on } => course::defence(state, *party, *on, ctx),
        Command::FileCounterclaim { party, on } => course::counterclaim(state, *party, *on, ctx),
        Command::NameRepresentatives { parties, on } => {
            course::representatives(state, parties, *on, ctx)
        }
        Command::AnnounceSuit { on } => course::announce(state, *on, ctx),
        Command::CloseRegistration => course::close_registration(state, ctx),
        Command::SetHearing { on, told_on } => course::set_hearing(state, *on, *told_on, ctx),
        Command::HoldHearing { on, present } => course::hold_hearing(state, *on, present, ctx),
        Command::DeemAbsent { on } => course::absent(state, *on, ctx),
        Command::StopTrial { reason, proof, on } => course::stop(state, *reason, proof, *on, ctx),
        Command::ResumeTrial { to } => course::resume(state, *to, ctx),
        Command::ExtendTrial { months, by, agreed, on } => {
            course::extend(state, *months, *by, agreed, *on, ctx)
        }
        Command::BeginMediation { agreed, on } => result::begin_mediation(state, agreed, *on, ctx),
        Command::ExtendMediation { days, agreed, on } => {
            result::extend_mediation(state, *days, agreed, *on, ctx)
        }
        Command::EndMediation { on } => result::end_mediation(state, *on, ctx),
        Command::MediationLapsed => result::mediation_lapsed(state, ctx),
        Command::MakeStatement { agreed, on } => result::make_statement(state, agreed, *on, ctx),
        Command::ServeStatement { party, on } => result::serve_statement(state, *party, *on, ctx),
        Command::RetractStatement { party, on } => result::retract(state, *party, *on, ctx),
        Command::AskWithdrawal { agreed, on } => result::ask_withdrawal(state, agreed, *on, ctx),
        Command::DecideWithdrawal { allow, on } => {
            result::decide_withdrawal(state, *allow, *on, ctx)
        }
        Command::Decide { what, on } => result::decide(state, *what, *on, ctx),
        Command::ServeDecision { party, on } => result::serve(state, *party, *on, ctx),
        Command::Appeal { party, on } => result::appeal(state, *party, *on, ctx),
        Command::AppealTimePassed { party } => result::time_passed(state, *party, ctx),
        Command::Transfer { court, .. } if *court == ctx.actor.agency => Err(Refusal::OwnCourt),
        Command::Transfer { court, on } => {
            end(state, Ending::Transferred { court: *court }, *on, ctx)
        }
        Command::Terminate { on } => end(state, Ending::Terminated, *on, ctx),
    }
}

fn end(
    state: &State,
    ending: Ending,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.opened_on, ctx.today())?;
    Ok(vec![Fact::Ended { ending, on }])
}

fn fee_told_on(state: &State) -> Result<Date, Refusal> {
    match &state.stage {
        Stage::FeeDue { told_on } => Ok(*told_on),
        Stage::OnTrial
        | Stage::Mediating { .. }
        | Stage::StatementMade { .. }
        | Stage::Decided { .. }
        | Stage::Ended { .. } => Err(Refusal::FeeSettled),
    }
}

fn settle_fee(state: &State, on: Date, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    happened(on, fee_told_on(state)?, ctx.today())?;
    Ok(vec![Fact::FeeSettled { on }])
}

/// Not paid in seven days: treated as withdrawn (诉讼费用交纳办法 22; 民诉法解释 213).
fn deem_unpaid(state: &State, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let last = ctx.last_day(FEE, fee_told_on(state)?)?;
    if ctx.today() <= last {
        return Err(Refusal::FeeTimeRuns(last));
    }
    Ok(vec![Fact::Ended { ending: Ending::FeeUnpaid, on: ctx.today() }])
}

/// The target is the team's own; when it has passed the case goes on in the same procedure (T-E-13).
fn leave_fast(state: &State, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    if !state.fast {
        return Err(Refusal::FastTrackSame);
    }
    let last = ctx.last_day(FAST, state.opening.filed_on)?;
    if ctx.today() <= last {
        return Err(Refusal::TargetRuns(last));
    }
    Ok(vec![Fact::FastTrackLeft { on: ctx.today() }])
}

/// Closes the times that have no object any more.
fn closed(state: &State, mut facts: Vec<Fact>) -> Vec<Fact> {
    let now = facts.iter().try_fold(state.clone(), |state, fact| evolve::evolve(Some(state), fact));
    if let Some(now) = now {
        let effects = facts.iter().flat_map(tell::clocks);
        let keys = shared::stale(tell::running(state), effects, &tell::running(&now));
        if !keys.is_empty() {
            facts.push(Fact::TimesClosed { keys });
        }
    }
    facts
}
