//! What may follow: every pair of state and command has its answer here.

use jiefen_procedure::Circumstances;

use super::command::Command::{
    self, Abandon, Accept, Apply, AskCorrection, AskWithdrawal, BeginMediation, ConsultCommittee,
    Convert, Correct, Decide, DeemAccepted, DescribeAct, Dismiss, EndMediation, Enforce, Extend,
    ExtendCorrection, HearParties, HoldHearing, LapseDecision, LapseReply, LapseSuit,
    LapseSuspension, MakeStatement, MarkMajor, MarkTechnical, NameReviewer, NotifyHearing, Opine,
    Perform, Press, RecordAdvice, Refuse, Reply, ReportOpinion, Resume, RuleWithdrawal,
    SealStatement, Serve, ServeCopy, ServeCorrection, SignStatement, Sue, Suspend, Terminate,
};
use super::fact::Fact;
use super::refusal::Refusal;
use super::state::{Stage, State};
use super::under::{decide_mediating, decide_overdue, decide_reviewing, decide_suspended};
use super::{close, door, outcome, review};

pub(super) type Answer = Result<Vec<Fact>, Refusal>;

pub(super) fn decide(state: Option<&State>, command: &Command, ctx: &Circumstances<'_>) -> Answer {
    let Some(state) = state else { return decide_beginning(command, ctx) };
    match &state.stage {
        Stage::Received => decide_received(state, command, ctx),
        Stage::Correcting(_) => decide_correcting(state, command, ctx),
        Stage::Reviewing(review) if review.overdue.is_some() => {
            decide_overdue(state, review, command, ctx)
        }
        Stage::Reviewing(review) => decide_reviewing(state, review, command, ctx),
        Stage::Suspended { .. } => decide_suspended(state, command, ctx),
        Stage::Mediating { .. } => decide_mediating(state, command, ctx),
        Stage::Decided(_) => decide_decided(state, command, ctx),
        Stage::Reporting(_) | Stage::Ended(_) => decide_over(state, command, ctx),
    }
}

fn decide_beginning(command: &Command, ctx: &Circumstances<'_>) -> Answer {
    match command {
        Apply(apply) => door::apply(apply, ctx),
        DescribeAct { .. }
        | AskCorrection { .. }
        | ServeCorrection { .. }
        | ExtendCorrection { .. }
        | Correct { .. }
        | Abandon
        | Accept(_)
        | Refuse(_)
        | DeemAccepted
        | NameReviewer { .. }
        | MarkMajor { .. }
        | MarkTechnical { .. }
        | Convert { .. }
        | ServeCopy(_)
        | Reply(_)
        | LapseReply { .. }
        | HearParties { .. }
        | ConsultCommittee { .. }
        | RecordAdvice { .. }
        | NotifyHearing { .. }
        | HoldHearing(_)
        | BeginMediation { .. }
        | MakeStatement { .. }
        | SignStatement(_)
        | SealStatement { .. }
        | EndMediation { .. }
        | Suspend { .. }
        | Resume { .. }
        | LapseSuspension
        | Terminate { .. }
        | Extend { .. }
        | LapseDecision
        | AskWithdrawal { .. }
        | RuleWithdrawal { .. }
        | Dismiss { .. }
        | Decide(_)
        | Serve(_)
        | Sue(_)
        | LapseSuit { .. }
        | Perform { .. }
        | Press { .. }
        | Enforce { .. }
        | Opine(_)
        | ReportOpinion { .. } => Err(Refusal::NotBegun),
    }
}

fn decide_received(state: &State, command: &Command, ctx: &Circumstances<'_>) -> Answer {
    match command {
        DescribeAct { act, on } => door::describe(state, act, *on, ctx),
        AskCorrection { on } => door::ask_correction(state, *on, ctx),
        Accept(accept) => door::accept(state, accept, ctx),
        Refuse(refuse) => door::refuse(state, refuse, ctx),
        DeemAccepted => door::deem_accepted(state, ctx),
        NameReviewer { reviewer, on } => review::name(state, reviewer, *on, ctx),
        AskWithdrawal { party, settled, on } => {
            close::ask_withdrawal(state, *party, *settled, *on, ctx)
        }
        RuleWithdrawal { party, granted, on } => {
            close::rule_withdrawal(state, *party, *granted, *on, ctx)
        }
        Apply(_) => Err(Refusal::AlreadyBegun),
        ServeCorrection { .. }
        | ExtendCorrection { .. }
        | Correct { .. }
        | Abandon
        | MarkMajor { .. }
        | MarkTechnical { .. }
        | Convert { .. }
        | ServeCopy(_)
        | Reply(_)
        | LapseReply { .. }
        | HearParties { .. }
        | ConsultCommittee { .. }
        | RecordAdvice { .. }
        | NotifyHearing { .. }
        | HoldHearing(_)
        | BeginMediation { .. }
        | MakeStatement { .. }
        | SignStatement(_)
        | SealStatement { .. }
        | EndMediation { .. }
        | Suspend { .. }
        | Resume { .. }
        | LapseSuspension
        | Terminate { .. }
        | Extend { .. }
        | LapseDecision
        | Dismiss { .. }
        | Decide(_)
        | Serve(_)
        | Sue(_)
        | LapseSuit { .. }
        | Perform { .. }
        | Press { .. }
        | Enforce { .. }
        | Opine(_)
        | ReportOpinion { .. } => Err(Refusal::NotNow(state.code())),
    }
}

fn decide_correcting(state: &State, command: &Command, ctx: &Circumstances<'_>) -> Answer {
    match command {
        DescribeAct { act, on } => door::describe(state, act, *on, ctx),
        ServeCorrection { on } => door::serve_correction(state, *on, ctx),
        ExtendCorrection { days, on } => door::extend_correction(state, *days, *on, ctx),
        Correct { on } => door::correct(state, *on, ctx),
        Abandon => door::abandon(state, ctx),
        AskWithdrawal { party, settled, on } => {
            close::ask_withdrawal(state, *party, *settled, *on, ctx)
        }
        RuleWithdrawal { party, granted, on } => {
            close::rule_withdrawal(state, *party, *granted, *on, ctx)
        }
        Apply(_) => Err(Refusal::AlreadyBegun),
        AskCorrection { .. }
        | Accept(_)
        | Refuse(_)
        | DeemAccepted
        | NameReviewer { .. }
        | MarkMajor { .. }
        | MarkTechnical { .. }
        | Convert { .. }
        | ServeCopy(_)
        | Reply(_)
        | LapseReply { .. }
        | HearParties { .. }
        | ConsultCommittee { .. }
        | RecordAdvice { .. }
        | NotifyHearing { .. }
        | HoldHearing(_)
        | BeginMediation { .. }
        | MakeStatement { .. }
        | SignStatement(_)
        | SealStatement { .. }
        | EndMediation { .. }
        | Suspend { .. }
        | Resume { .. }
        | LapseSuspension
        | Terminate { .. }
        | Extend { .. }
        | LapseDecision
        | Dismiss { .. }
        | Decide(_)
        | Serve(_)
        | Sue(_)
        | LapseSuit { .. }
        | Perform { .. }
        | Press { .. }
        | Enforce { .. }
        | Opine(_)
        | ReportOpinion { .. } => Err(Refusal::NotNow(state.code())),
    }
}

fn decide_decided(state: &State, command: &Command, ctx: &Circumstances<'_>) -> Answer {
    let Stage::Decided(decided) = &state.stage else {
        return Err(Refusal::NotNow(state.code()));
    };
    match command {
        Serve(by) => outcome::serve(state, decided, *by, ctx),
        Sue(by) => outcome::sue(state, decided, *by, ctx),
        LapseSuit { party } => outcome::lapse_suit(state, decided, *party, ctx),
        Perform { on, proof } => outcome::perform(state, decided, *on, proof, ctx),
        Press { measure, by, on } => outcome::press(state, decided, *measure, *by, *on, ctx),
        Enforce { by, on } => outcome::enforce(state, decided, *by, *on, ctx),
        NameReviewer { reviewer, on } => review::name(state, reviewer, *on, ctx),
        Opine(opinion) => close::opine(state, decided.on, opinion, ctx),
        ReportOpinion { no, on } => close::report(state, *no, *on, ctx),
        Apply(_) => Err(Refusal::AlreadyBegun),
        DescribeAct { .. }
        | AskCorrection { .. }
        | ServeCorrection { .. }
        | ExtendCorrection { .. }
        | Correct { .. }
        | Abandon
        | Accept(_)
        | Refuse(_)
        | DeemAccepted
        | MarkMajor { .. }
        | MarkTechnical { .. }
        | Convert { .. }
        | ServeCopy(_)
        | Reply(_)
        | LapseReply { .. }
        | HearParties { .. }
        | ConsultCommittee { .. }
        | RecordAdvice { .. }
        | NotifyHearing { .. }
        | HoldHearing(_)
        | BeginMediation { .. }
        | MakeStatement { .. }
        | SignStatement(_)
        | SealStatement { .. }
        | EndMediation { .. }
        | Suspend { .. }
        | Resume { .. }
        | LapseSuspension
        | Terminate { .. }
        | Extend { .. }
        | LapseDecision
        | AskWithdrawal { .. }
        | RuleWithdrawal { .. }
        | Dismiss { .. }
        | Decide(_) => Err(Refusal::NotNow(state.code())),
    }
}

fn decide_over(state: &State, command: &Command, ctx: &Circumstances<'_>) -> Answer {
    match command {
        ReportOpinion { no, on } if state.reports_owed() => close::report(state, *no, *on, ctx),
        Apply(_) => Err(Refusal::AlreadyBegun),
        DescribeAct { .. }
        | AskCorrection { .. }
        | ServeCorrection { .. }
        | ExtendCorrection { .. }
        | Correct { .. }
        | Abandon
        | Accept(_)
        | Refuse(_)
        | DeemAccepted
        | NameReviewer { .. }
        | MarkMajor { .. }
        | MarkTechnical { .. }
        | Convert { .. }
        | ServeCopy(_)
        | Reply(_)
        | LapseReply { .. }
        | HearParties { .. }
        | ConsultCommittee { .. }
        | RecordAdvice { .. }
        | NotifyHearing { .. }
        | HoldHearing(_)
        | BeginMediation { .. }
        | MakeStatement { .. }
        | SignStatement(_)
        | SealStatement { .. }
        | EndMediation { .. }
        | Suspend { .. }
        | Resume { .. }
        | LapseSuspension
        | Terminate { .. }
        | Extend { .. }
        | LapseDecision
        | AskWithdrawal { .. }
        | RuleWithdrawal { .. }
        | Dismiss { .. }
        | Decide(_)
        | Serve(_)
        | Sue(_)
        | LapseSuit { .. }
        | Perform { .. }
        | Press { .. }
        | Enforce { .. }
        | Opine(_)
        | ReportOpinion { .. } => Err(Refusal::Ended(state.code())),
    }
}
