//! What may follow while the review is open: running, overdue, suspended or in mediation.

use jiefen_procedure::Circumstances;

use super::command::Command::{
    self, Abandon, Accept, Apply, AskCorrection, AskWithdrawal, BeginMediation, ConsultCommittee,
    Convert, Correct, Decide, DeemAccepted, DescribeAct, Dismiss, EndMediation, Enforce, Extend,
    ExtendCorrection, HearParties, HoldHearing, LapseDecision, LapseReply, LapseSuit,
    LapseSuspension, MakeStatement, MarkMajor, MarkTechnical, NameReviewer, NotifyHearing, Opine,
    Perform, Press, RecordAdvice, Refuse, Reply, ReportOpinion, Resume, RuleWithdrawal,
    SealStatement, Serve, ServeCopy, ServeCorrection, SignStatement, Sue, Suspend, Terminate,
};
use super::decide::Answer;
use super::refusal::Refusal;
use super::state::{Review, Stage, State};
use super::{close, committee, door, mediate, outcome, pause, review};

pub(super) fn decide_reviewing(
    state: &State,
    under: &Review,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Answer {
    match command {
        Convert { on } => review::convert(state, under, *on, ctx),
        BeginMediation { agreed, on } => mediate::begin(state, under, agreed, *on, ctx),
        Suspend { ground, on } => pause::suspend(under, *ground, *on, ctx),
        Extend { days, on } => pause::extend(under, *days, *on, ctx),
        LapseDecision => pause::lapse_decision(state, under, ctx),
        Sue(_) | LapseSuit { .. } => Err(Refusal::SuitExcluded),
        DescribeAct { .. }
        | NameReviewer { .. }
        | MarkMajor { .. }
        | MarkTechnical { .. }
        | ServeCopy(_)
        | Reply(_)
        | LapseReply { .. }
        | AskWithdrawal { .. }
        | RuleWithdrawal { .. }
        | Opine(_)
        | ReportOpinion { .. } => decide_file(state, under, command, ctx),
        HearParties { .. }
        | ConsultCommittee { .. }
        | RecordAdvice { .. }
        | NotifyHearing { .. }
        | HoldHearing(_)
        | Terminate { .. }
        | Dismiss { .. }
        | Decide(_) => decide_merits(state, under, command, ctx),
        Apply(_) => Err(Refusal::AlreadyBegun),
        AskCorrection { .. }
        | ServeCorrection { .. }
        | ExtendCorrection { .. }
        | Correct { .. }
        | Abandon
        | Accept(_)
        | Refuse(_)
        | DeemAccepted
        | MakeStatement { .. }
        | SignStatement(_)
        | SealStatement { .. }
        | EndMediation { .. }
        | Resume { .. }
        | LapseSuspension
        | Serve(_)
        | Perform { .. }
        | Press { .. }
        | Enforce { .. } => Err(Refusal::NotNow(state.code())),
    }
}

pub(super) fn decide_overdue(
    state: &State,
    under: &Review,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Answer {
    match command {
        Sue(by) => close::sue_over_silence(state, under, *by, ctx),
        LapseSuit { party } => close::lapse_silence(state, under, *party, ctx),
        Convert { .. } | BeginMediation { .. } | Suspend { .. } | Extend { .. } => {
            Err(Refusal::TermOver(under.overdue.unwrap_or(under.accepted_on)))
        }
        DescribeAct { .. }
        | NameReviewer { .. }
        | MarkMajor { .. }
        | MarkTechnical { .. }
        | ServeCopy(_)
        | Reply(_)
        | LapseReply { .. }
        | AskWithdrawal { .. }
        | RuleWithdrawal { .. }
        | Opine(_)
        | ReportOpinion { .. } => decide_file(state, under, command, ctx),
        HearParties { .. }
        | ConsultCommittee { .. }
        | RecordAdvice { .. }
        | NotifyHearing { .. }
        | HoldHearing(_)
        | Terminate { .. }
        | Dismiss { .. }
        | Decide(_) => decide_merits(state, under, command, ctx),
        Apply(_) => Err(Refusal::AlreadyBegun),
        AskCorrection { .. }
        | ServeCorrection { .. }
        | ExtendCorrection { .. }
        | Correct { .. }
        | Abandon
        | Accept(_)
        | Refuse(_)
        | DeemAccepted
        | MakeStatement { .. }
        | SignStatement(_)
        | SealStatement { .. }
        | EndMediation { .. }
        | Resume { .. }
        | LapseSuspension
        | LapseDecision
        | Serve(_)
        | Perform { .. }
        | Press { .. }
        | Enforce { .. } => Err(Refusal::NotNow(state.code())),
    }
}

pub(super) fn decide_suspended(
    state: &State,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Answer {
    let Stage::Suspended { review, ground, since } = &state.stage else {
        return Err(Refusal::NotNow(state.code()));
    };
    match command {
        Resume { on } => pause::resume(*since, *on, ctx),
        LapseSuspension => pause::lapse_suspension(state, *ground, *since, ctx),
        Terminate { ground, on } => close::terminate(state, *ground, *since, *on, ctx),
        Sue(_) | LapseSuit { .. } => Err(Refusal::SuitExcluded),
        DescribeAct { .. }
        | NameReviewer { .. }
        | MarkMajor { .. }
        | MarkTechnical { .. }
        | ServeCopy(_)
        | Reply(_)
        | LapseReply { .. }
        | AskWithdrawal { .. }
        | RuleWithdrawal { .. }
        | Opine(_)
        | ReportOpinion { .. } => decide_file(state, review, command, ctx),
        Apply(_) => Err(Refusal::AlreadyBegun),
        AskCorrection { .. }
        | ServeCorrection { .. }
        | ExtendCorrection { .. }
        | Correct { .. }
        | Abandon
        | Accept(_)
        | Refuse(_)
        | DeemAccepted
        | Convert { .. }
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
        | Extend { .. }
        | LapseDecision
        | Dismiss { .. }
        | Decide(_)
        | Serve(_)
        | Perform { .. }
        | Press { .. }
        | Enforce { .. } => Err(Refusal::NotNow(state.code())),
    }
}

pub(super) fn decide_mediating(
    state: &State,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Answer {
    let Stage::Mediating { review, since, statement } = &state.stage else {
        return Err(Refusal::NotNow(state.code()));
    };
    let made = statement.as_ref();
    match command {
        MakeStatement { on, duty } => mediate::make(state, made, *since, *duty, *on, ctx),
        SignStatement(by) => mediate::sign(state, made, *by, ctx),
        SealStatement { on } => mediate::seal(state, made, *on, ctx),
        EndMediation { party, on } => mediate::end(state, *since, *party, *on, ctx),
        Sue(_) | LapseSuit { .. } => Err(Refusal::SuitExcluded),
        DescribeAct { .. }
        | NameReviewer { .. }
        | MarkMajor { .. }
        | MarkTechnical { .. }
        | ServeCopy(_)
        | Reply(_)
        | LapseReply { .. }
        | AskWithdrawal { .. }
        | RuleWithdrawal { .. }
        | Opine(_)
        | ReportOpinion { .. } => decide_file(state, review, command, ctx),
        Apply(_) => Err(Refusal::AlreadyBegun),
        AskCorrection { .. }
        | ServeCorrection { .. }
        | ExtendCorrection { .. }
        | Correct { .. }
        | Abandon
        | Accept(_)
        | Refuse(_)
        | DeemAccepted
        | Convert { .. }
        | HearParties { .. }
        | ConsultCommittee { .. }
        | RecordAdvice { .. }
        | NotifyHearing { .. }
        | HoldHearing(_)
        | BeginMediation { .. }
        | Suspend { .. }
        | Resume { .. }
        | LapseSuspension
        | Terminate { .. }
        | Extend { .. }
        | LapseDecision
        | Dismiss { .. }
        | Decide(_)
        | Serve(_)
        | Perform { .. }
        | Press { .. }
        | Enforce { .. } => Err(Refusal::NotNow(state.code())),
    }
}

/// What may be put on the file of a review whether or not it stands still.
fn decide_file(
    state: &State,
    under: &Review,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Answer {
    match command {
        DescribeAct { act, on } => door::describe(state, act, *on, ctx),
        NameReviewer { reviewer, on } => review::name(state, reviewer, *on, ctx),
        MarkMajor { on } => review::mark_major(under, *on, ctx),
        MarkTechnical { on } => committee::mark(under, *on, ctx),
        ServeCopy(by) => review::serve_copy(state, under, *by, ctx),
        Reply(by) => review::reply(under, *by, ctx),
        LapseReply { party } => review::lapse_reply(under, *party, ctx),
        AskWithdrawal { party, settled, on } => {
            close::ask_withdrawal(state, *party, *settled, *on, ctx)
        }
        RuleWithdrawal { party, granted, on } => {
            close::rule_withdrawal(state, *party, *granted, *on, ctx)
        }
        Opine(opinion) => close::opine(state, under.accepted_on, opinion, ctx),
        ReportOpinion { no, on } => close::report(state, *no, *on, ctx),
        Apply(_)
        | AskCorrection { .. }
        | ServeCorrection { .. }
        | ExtendCorrection { .. }
        | Correct { .. }
        | Abandon
        | Accept(_)
        | Refuse(_)
        | DeemAccepted
        | Convert { .. }
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
        | Enforce { .. } => Err(Refusal::NotNow(state.code())),
    }
}

/// What belongs to the review itself, in time or late.
fn decide_merits(
    state: &State,
    under: &Review,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Answer {
    match command {
        HearParties { on, on_paper } => review::hear(under, *on, *on_paper, ctx),
        ConsultCommittee { ground, on } => committee::consult(under, *ground, *on, ctx),
        RecordAdvice { text, on } => committee::record(under, text, *on, ctx),
        NotifyHearing { on, hearing_on } => review::notify(under, *on, *hearing_on, ctx),
        HoldHearing(hearing) => review::hold(state, under, hearing, ctx),
        Terminate { ground, on } => close::terminate(state, *ground, under.accepted_on, *on, ctx),
        Dismiss { ground, on } => outcome::dismiss(state, under, *ground, *on, ctx),
        Decide(decision) => outcome::decide(state, under, decision, ctx),
        Apply(_)
        | DescribeAct { .. }
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
        | BeginMediation { .. }
        | MakeStatement { .. }
        | SignStatement(_)
        | SealStatement { .. }
        | EndMediation { .. }
        | Suspend { .. }
        | Resume { .. }
        | LapseSuspension
        | Extend { .. }
        | LapseDecision
        | AskWithdrawal { .. }
        | RuleWithdrawal { .. }
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
