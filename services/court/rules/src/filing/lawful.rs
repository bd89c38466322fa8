//! Which command may be given where: one answer for every pair of stage and command, without a
//! wildcard.

use super::Refusal;
use super::table::{At, Verb};

/// Whether a command may be given where the case stands.
pub(super) fn allowed(at: At, verb: Verb) -> Result<(), Refusal> {
    match at {
        At::New => outside(verb, Ok(()), Refusal::NotBegun),
        At::Received => received(verb),
        At::Correcting => correcting(verb),
        At::Delegated => delegated(verb),
        At::Refused => refused(verb),
        At::RefusalAppealed => refusal_appealed(verb),
        At::Filed => filed(verb),
        At::FeeDue => fee_due(verb),
        At::Entrusted => entrusted(verb),
        At::OnTrial => on_trial(verb),
        At::StatementMade => statement_made(verb),
        At::Judged => judged(verb),
        At::Ended => outside(verb, Err(Refusal::AlreadyBegun), Refusal::AlreadyEnded),
    }
}

/// Before a case has begun and after it has ended only a complaint could be thought of.
fn outside(verb: Verb, complaint: Result<(), Refusal>, otherwise: Refusal) -> Result<(), Refusal> {
    use Verb::*;
    match verb {
        ReceiveComplaint => complaint,
        ListMissing
        | ReceiveCorrected
        | ReturnPapers
        | File
        | FileFirst
        | GiveNumber
        | RefuseFiling
        | ServeRefusal
        | AppealRefusal
        | RecordAppealRuling
        | RefusalBecomesFinal
        | Delegate
        | Entrust
        | NoteMediatorSigned
        | TakeBack
        | NoteMediationExtended
        | NoteMediationStopped
        | NoteMediationResumed
        | ReturnFromMediation
        | MediationLapsed
        | NotifyFee
        | PayFee
        | RelieveFee
        | DeemWithdrawn
        | ChooseTrack
        | Convert
        | Serve
        | ReceiveDefence
        | SetHearing
        | StopTrial
        | ResumeTrial
        | ExtendTrial
        | AskWithdrawal
        | AllowWithdrawal
        | RefuseWithdrawal
        | MakeStatement
        | ServeStatement
        | RetractStatement
        | Judge
        | ServeJudgment
        | Appeal
        | AppealTimePassed
        | Transfer => Err(otherwise),
    }
}

/// The complaint is received.
fn received(verb: Verb) -> Result<(), Refusal> {
    use Verb::*;
    match verb {
        ReceiveComplaint => Err(Refusal::AlreadyBegun),
        GiveNumber | Entrust | NotifyFee | PayFee | RelieveFee | DeemWithdrawn | ChooseTrack
        | Convert | Serve | ReceiveDefence | SetHearing | StopTrial | ResumeTrial | ExtendTrial
        | AllowWithdrawal | RefuseWithdrawal | MakeStatement | ServeStatement
        | RetractStatement | Judge | ServeJudgment | Appeal | AppealTimePassed | Transfer => {
            Err(Refusal::NotFiled)
        }
        ListMissing | File | FileFirst | RefuseFiling | Delegate | AskWithdrawal => Ok(()),
        ReceiveCorrected | ReturnPapers => Err(Refusal::NothingMissing),
        ServeRefusal | AppealRefusal | RecordAppealRuling | RefusalBecomesFinal => {
            Err(Refusal::NotRefused)
        }
        NoteMediatorSigned
        | TakeBack
        | NoteMediationExtended
        | NoteMediationStopped
        | NoteMediationResumed
        | ReturnFromMediation
        | MediationLapsed => Err(Refusal::NotInMediation),
    }
}

/// Papers are awaited.
fn correcting(verb: Verb) -> Result<(), Refusal> {
    use Verb::*;
    match verb {
        ReceiveComplaint => Err(Refusal::AlreadyBegun),
        GiveNumber | Entrust | NotifyFee | PayFee | RelieveFee | DeemWithdrawn | ChooseTrack
        | Convert | Serve | ReceiveDefence | SetHearing | StopTrial | ResumeTrial | ExtendTrial
        | AllowWithdrawal | RefuseWithdrawal | MakeStatement | ServeStatement
        | RetractStatement | Judge | ServeJudgment | Appeal | AppealTimePassed | Transfer => {
            Err(Refusal::NotFiled)
        }
        ServeRefusal | AppealRefusal | RecordAppealRuling | RefusalBecomesFinal => {
            Err(Refusal::NotRefused)
        }
        NoteMediatorSigned
        | TakeBack
        | NoteMediationExtended
        | NoteMediationStopped
        | NoteMediationResumed
        | ReturnFromMediation
        | MediationLapsed => Err(Refusal::NotInMediation),
        ReceiveCorrected | ReturnPapers | AskWithdrawal => Ok(()),
        ListMissing | File | FileFirst | RefuseFiling | Delegate => Err(Refusal::PapersAwaited),
    }
}

/// Out for mediation before filing.
fn delegated(verb: Verb) -> Result<(), Refusal> {
    use Verb::*;
    match verb {
        ReceiveComplaint => Err(Refusal::AlreadyBegun),
        GiveNumber | Entrust | NotifyFee | PayFee | RelieveFee | DeemWithdrawn | ChooseTrack
        | Convert | Serve | ReceiveDefence | SetHearing | StopTrial | ResumeTrial | ExtendTrial
        | AllowWithdrawal | RefuseWithdrawal | MakeStatement | ServeStatement
        | RetractStatement | Judge | ServeJudgment | Appeal | AppealTimePassed | Transfer => {
            Err(Refusal::NotFiled)
        }
        ServeRefusal | AppealRefusal | RecordAppealRuling | RefusalBecomesFinal => {
            Err(Refusal::NotRefused)
        }
        NoteMediatorSigned
        | TakeBack
        | NoteMediationExtended
        | NoteMediationStopped
        | NoteMediationResumed
        | ReturnFromMediation
        | MediationLapsed
        | AskWithdrawal => Ok(()),
        ListMissing | ReceiveCorrected | ReturnPapers | File | FileFirst | RefuseFiling
        | Delegate => Err(Refusal::InMediation),
    }
}

/// Filing is refused.
fn refused(verb: Verb) -> Result<(), Refusal> {
    use Verb::*;
    match verb {
        ReceiveComplaint => Err(Refusal::AlreadyBegun),
        GiveNumber | Entrust | NotifyFee | PayFee | RelieveFee | DeemWithdrawn | ChooseTrack
        | Convert | Serve | ReceiveDefence | SetHearing | StopTrial | ResumeTrial | ExtendTrial
        | AllowWithdrawal | RefuseWithdrawal | MakeStatement | ServeStatement
        | RetractStatement | Judge | ServeJudgment | Appeal | AppealTimePassed | Transfer => {
            Err(Refusal::NotFiled)
        }
        NoteMediatorSigned
        | TakeBack
        | NoteMediationExtended
        | NoteMediationStopped
        | NoteMediationResumed
        | ReturnFromMediation
        | MediationLapsed => Err(Refusal::NotInMediation),
        ServeRefusal | AppealRefusal | RefusalBecomesFinal => Ok(()),
        RecordAppealRuling => Err(Refusal::NotAppealed),
        ListMissing | ReceiveCorrected | ReturnPapers | File | FileFirst | RefuseFiling
        | Delegate | AskWithdrawal => Err(Refusal::FilingRefused),
    }
}

/// The refusal is under appeal.
fn refusal_appealed(verb: Verb) -> Result<(), Refusal> {
    use Verb::*;
    match verb {
        ReceiveComplaint => Err(Refusal::AlreadyBegun),
        GiveNumber | Entrust | NotifyFee | PayFee | RelieveFee | DeemWithdrawn | ChooseTrack
        | Convert | Serve | ReceiveDefence | SetHearing | StopTrial | ResumeTrial | ExtendTrial
        | AllowWithdrawal | RefuseWithdrawal | MakeStatement | ServeStatement
        | RetractStatement | Judge | ServeJudgment | Appeal | AppealTimePassed | Transfer => {
            Err(Refusal::NotFiled)
        }
        NoteMediatorSigned
        | TakeBack
        | NoteMediationExtended
        | NoteMediationStopped
        | NoteMediationResumed
        | ReturnFromMediation
        | MediationLapsed => Err(Refusal::NotInMediation),
        ListMissing | ReceiveCorrected | ReturnPapers | File | FileFirst | RefuseFiling
        | ServeRefusal | AppealRefusal | RefusalBecomesFinal | Delegate | AskWithdrawal => {
            Err(Refusal::FilingRefused)
        }
        RecordAppealRuling => Ok(()),
    }
}

/// Filed, to be diverted.
fn filed(verb: Verb) -> Result<(), Refusal> {
    use Verb::*;
    match verb {
        ReceiveComplaint => Err(Refusal::AlreadyBegun),
        ListMissing | ReceiveCorrected | ReturnPapers | File | FileFirst | RefuseFiling
        | ServeRefusal | AppealRefusal | RecordAppealRuling | RefusalBecomesFinal | Delegate => {
            Err(Refusal::AlreadyFiled)
        }
        NoteMediatorSigned
        | TakeBack
        | NoteMediationExtended
        | NoteMediationStopped
        | NoteMediationResumed
        | ReturnFromMediation
        | MediationLapsed => Err(Refusal::NotInMediation),
        GiveNumber | Entrust | NotifyFee | RelieveFee | ChooseTrack | Serve | ReceiveDefence
        | StopTrial | ResumeTrial | AskWithdrawal | AllowWithdrawal | RefuseWithdrawal
        | MakeStatement | Transfer => Ok(()),
        PayFee | DeemWithdrawn => Err(Refusal::FeeNotAsked),
        Convert | SetHearing | ExtendTrial | Judge => Err(Refusal::TrackNotChosen),
        ServeStatement | RetractStatement => Err(Refusal::NoStatement),
        ServeJudgment | Appeal | AppealTimePassed => Err(Refusal::NotJudged),
    }
}

/// The fee is due.
fn fee_due(verb: Verb) -> Result<(), Refusal> {
    use Verb::*;
    match verb {
        ReceiveComplaint => Err(Refusal::AlreadyBegun),
        ListMissing | ReceiveCorrected | ReturnPapers | File | FileFirst | RefuseFiling
        | ServeRefusal | AppealRefusal | RecordAppealRuling | RefusalBecomesFinal | Delegate => {
            Err(Refusal::AlreadyFiled)
        }
        NoteMediatorSigned
        | TakeBack
        | NoteMediationExtended
        | NoteMediationStopped
        | NoteMediationResumed
        | ReturnFromMediation
        | MediationLapsed => Err(Refusal::NotInMediation),
        GiveNumber | PayFee | RelieveFee | DeemWithdrawn | Serve | ReceiveDefence
        | AskWithdrawal | AllowWithdrawal | RefuseWithdrawal => Ok(()),
        Entrust | NotifyFee | ChooseTrack | Convert | SetHearing | StopTrial | ResumeTrial
        | ExtendTrial | MakeStatement | Judge | Transfer => Err(Refusal::FeeUnpaid),
        ServeStatement | RetractStatement => Err(Refusal::NoStatement),
        ServeJudgment | Appeal | AppealTimePassed => Err(Refusal::NotJudged),
    }
}

/// Out for mediation after filing.
fn entrusted(verb: Verb) -> Result<(), Refusal> {
    use Verb::*;
    match verb {
        ReceiveComplaint => Err(Refusal::AlreadyBegun),
        ListMissing | ReceiveCorrected | ReturnPapers | File | FileFirst | RefuseFiling
        | ServeRefusal | AppealRefusal | RecordAppealRuling | RefusalBecomesFinal | Delegate => {
            Err(Refusal::AlreadyFiled)
        }
        GiveNumber
        | NoteMediatorSigned
        | TakeBack
        | NoteMediationExtended
        | NoteMediationStopped
        | NoteMediationResumed
        | ReturnFromMediation
        | MediationLapsed
        | Serve
        | ReceiveDefence
        | AskWithdrawal
        | AllowWithdrawal
        | RefuseWithdrawal => Ok(()),
        Entrust | NotifyFee | PayFee | RelieveFee | DeemWithdrawn | ChooseTrack | Convert
        | SetHearing | StopTrial | ResumeTrial | ExtendTrial | MakeStatement | Judge | Transfer => {
            Err(Refusal::InMediation)
        }
        ServeStatement | RetractStatement => Err(Refusal::NoStatement),
        ServeJudgment | Appeal | AppealTimePassed => Err(Refusal::NotJudged),
    }
}

/// On trial.
fn on_trial(verb: Verb) -> Result<(), Refusal> {
    use Verb::*;
    match verb {
        ReceiveComplaint => Err(Refusal::AlreadyBegun),
        ListMissing | ReceiveCorrected | ReturnPapers | File | FileFirst | RefuseFiling
        | ServeRefusal | AppealRefusal | RecordAppealRuling | RefusalBecomesFinal | Delegate => {
            Err(Refusal::AlreadyFiled)
        }
        NoteMediatorSigned
        | TakeBack
        | NoteMediationExtended
        | NoteMediationStopped
        | NoteMediationResumed
        | ReturnFromMediation
        | MediationLapsed => Err(Refusal::NotInMediation),
        GiveNumber | Entrust | Convert | Serve | ReceiveDefence | SetHearing | StopTrial
        | ResumeTrial | ExtendTrial | AskWithdrawal | AllowWithdrawal | RefuseWithdrawal
        | MakeStatement | Judge | Transfer => Ok(()),
        NotifyFee | PayFee | RelieveFee | DeemWithdrawn | ChooseTrack => {
            Err(Refusal::TrackAlreadyChosen)
        }
        ServeStatement | RetractStatement => Err(Refusal::NoStatement),
        ServeJudgment | Appeal | AppealTimePassed => Err(Refusal::NotJudged),
    }
}

/// A mediation statement is being served.
fn statement_made(verb: Verb) -> Result<(), Refusal> {
    use Verb::*;
    match verb {
        ReceiveComplaint => Err(Refusal::AlreadyBegun),
        ListMissing | ReceiveCorrected | ReturnPapers | File | FileFirst | RefuseFiling
        | ServeRefusal | AppealRefusal | RecordAppealRuling | RefusalBecomesFinal | Delegate => {
            Err(Refusal::AlreadyFiled)
        }
        NoteMediatorSigned
        | TakeBack
        | NoteMediationExtended
        | NoteMediationStopped
        | NoteMediationResumed
        | ReturnFromMediation
        | MediationLapsed => Err(Refusal::NotInMediation),
        ServeJudgment | Appeal | AppealTimePassed => Err(Refusal::NotJudged),
        ServeStatement | RetractStatement => Ok(()),
        GiveNumber | Entrust | NotifyFee | PayFee | RelieveFee | DeemWithdrawn | ChooseTrack
        | Convert | Serve | ReceiveDefence | SetHearing | StopTrial | ResumeTrial | ExtendTrial
        | AskWithdrawal | AllowWithdrawal | RefuseWithdrawal | MakeStatement | Judge | Transfer => {
            Err(Refusal::StatementPending)
        }
    }
}

/// Judgment is given.
fn judged(verb: Verb) -> Result<(), Refusal> {
    use Verb::*;
    match verb {
        ReceiveComplaint => Err(Refusal::AlreadyBegun),
        ListMissing | ReceiveCorrected | ReturnPapers | File | FileFirst | RefuseFiling
        | ServeRefusal | AppealRefusal | RecordAppealRuling | RefusalBecomesFinal | Delegate => {
            Err(Refusal::AlreadyFiled)
        }
        NoteMediatorSigned
        | TakeBack
        | NoteMediationExtended
        | NoteMediationStopped
        | NoteMediationResumed
        | ReturnFromMediation
        | MediationLapsed => Err(Refusal::NotInMediation),
        ServeStatement | RetractStatement => Err(Refusal::NoStatement),
        ServeJudgment | Appeal | AppealTimePassed => Ok(()),
        GiveNumber | Entrust | NotifyFee | PayFee | RelieveFee | DeemWithdrawn | ChooseTrack
        | Convert | Serve | ReceiveDefence | SetHearing | StopTrial | ResumeTrial | ExtendTrial
        | AskWithdrawal | AllowWithdrawal | RefuseWithdrawal | MakeStatement | Judge | Transfer => {
            Err(Refusal::AlreadyJudged)
        }
    }
}
