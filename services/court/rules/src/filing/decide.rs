//! What follows from a command.

use jiefen_procedure::Circumstances;
use jiff::civil::Date;

use super::table::{at, verb};
use super::{Command, Ending, Fact, Refusal, State, before, divert, judgment, lawful, trial};

pub(super) fn decide(
    state: Option<&State>,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    use Command as C;
    lawful::allowed(at(state), verb(command))?;
    let Some(s) = state else { return before::receive(command, ctx) };
    match command {
        C::ReceiveComplaint { .. } => Err(Refusal::AlreadyBegun),
        C::ListMissing { missing, on } => before::list(s, missing, *on, ctx),
        C::ReceiveCorrected { on } => before::corrected(s, *on, ctx),
        C::ReturnPapers => before::return_papers(s, ctx),
        C::File { case_no, on } => before::file(s, case_no, *on, ctx),
        C::FileFirst => before::file_first(s, ctx),
        C::GiveNumber { case_no } => before::number(s, case_no, ctx),
        C::RefuseFiling { ground, on } => before::refuse(s, *ground, *on, ctx),
        C::ServeRefusal { on } => before::serve_refusal(s, *on, ctx),
        C::AppealRefusal { on } => before::appeal_refusal(s, *on, ctx),
        C::RecordAppealRuling { file_as, on } => before::ruled(s, file_as.as_deref(), *on, ctx),
        C::RefusalBecomesFinal => before::refusal_final(s, ctx),
        C::Delegate { body, agreed, on } => divert::delegate(s, *body, agreed, *on, ctx),
        C::Entrust { body, agreed, track, on } => {
            divert::entrust(s, *body, agreed, *track, *on, ctx)
        }
        C::NoteMediatorSigned { mediator, on } => divert::signed(s, mediator, *on, ctx),
        C::TakeBack => divert::take_back(s, ctx),
        C::NoteMediationExtended { days, on } => divert::extended(s, *days, *on, ctx),
        C::NoteMediationStopped { on } => divert::stopped(s, *on, ctx),
        C::NoteMediationResumed { to } => divert::resumed(s, *to, ctx),
        C::ReturnFromMediation { result, on } => divert::returned(s, *result, *on, ctx),
        C::MediationLapsed => divert::lapsed(s, ctx),
        C::NotifyFee { on } => divert::fee_told(s, *on, ctx),
        C::PayFee { on } => divert::fee_paid(s, *on, ctx),
        C::RelieveFee { on } => divert::fee_relieved(s, *on, ctx),
        C::DeemWithdrawn => divert::deem_withdrawn(s, ctx),
        C::ChooseTrack { track, measure, judge, on } => {
            divert::choose(s, *track, measure, judge, *on, ctx)
        }
        C::Convert { track, on } => trial::convert(s, *track, *on, ctx),
        C::Serve { service } => trial::serve(s, service, ctx),
        C::ReceiveDefence { party, on } => trial::defence(s, *party, *on, ctx),
        C::SetHearing { on, told_on } => trial::hearing(s, *on, *told_on, ctx),
        C::StopTrial { reason, proof, on } => trial::stop(s, *reason, proof, *on, ctx),
        C::ResumeTrial { to } => trial::resume(s, *to, ctx),
        C::ExtendTrial { months, on } => trial::extend(s, *months, *on, ctx),
        C::AskWithdrawal { on } => trial::ask_withdrawal(s, *on, ctx),
        C::AllowWithdrawal { on } => trial::allow_withdrawal(s, *on, ctx),
        C::RefuseWithdrawal { on } => trial::refuse_withdrawal(s, *on, ctx),
        C::Transfer { to, on } => trial::transfer(s, *to, *on, ctx),
        C::MakeStatement { agreed, on } => judgment::statement(s, agreed, *on, ctx),
        C::ServeStatement { party, on } => judgment::serve_statement(s, *party, *on, ctx),
        C::RetractStatement { party, on } => judgment::retract(s, *party, *on, ctx),
        C::Judge { on } => judgment::judge(s, *on, ctx),
        C::ServeJudgment { party, on } => judgment::serve(s, *party, *on, ctx),
        C::Appeal { party, on } => judgment::appeal(s, *party, *on, ctx),
        C::AppealTimePassed { party } => judgment::time_passed(s, *party, ctx),
    }
}

/// The fact that ends the case, with the parties whose own clocks may still run.
pub(super) fn end(state: &State, ending: Ending, on: Date) -> Fact {
    let parties = state.brief.parties.iter().map(|party| party.no).collect();
    Fact::Ended { ending, on, parties }
}
