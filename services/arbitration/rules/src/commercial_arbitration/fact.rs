//! What has happened.

use std::collections::BTreeSet;

use jiefen_procedure::Brief;
use jiefen_procedure::matrix::Circumstance;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    Agreement, Asked, Duty, Ending, Kind, Measure, Mode, Objection, SetAsideGround, StayGround,
};
use crate::tribunal::{Challenge, Member};

/// A fact. Facts are stored for ever and never change their meaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
#[allow(missing_docs, reason = "the fields are those of the commands and of the state")]
pub enum Fact {
    /// 已接收移交.
    TakenOver { brief: Box<Brief>, person: String, on: Date },
    /// 已申请.
    Applied {
        brief: Box<Brief>,
        number: String,
        agreement: Agreement,
        facts: BTreeSet<Circumstance>,
        on: Date,
    },
    /// 已受理.
    Accepted { on: Date },
    /// 副本已送达; `all`: every respondent has it.
    CopyServed { party: u32, all: bool, on: Date },
    /// 已答辩.
    DefenceFiled { party: u32, counterclaim: bool, on: Date },
    /// 答辩书副本已送达.
    DefenceForwarded { on: Date },
    /// 已提出管辖异议.
    Objected { objection: Objection },
    /// 异议不成立: the agreement is valid.
    ObjectionDismissed { by: Asked, on: Date },
    /// 法院因仲裁协议不受理或者驳回起诉.
    SuitBarred { party: u32, on: Date },
    /// 保全申请已提交法院.
    MeasureAsked { party: u32, what: Measure, on: Date },
    /// 已组庭.
    TribunalFormed { members: Vec<Member>, ad_hoc: bool, on: Date },
    /// 已书面披露.
    Disclosed { arbitrator: String, on: Date },
    /// 已备案.
    AdHocFiled { on: Date },
    /// 已申请回避.
    Challenged { challenge: Challenge },
    /// 回避申请已决定.
    ChallengeDecided { arbitrator: String, replacement: Option<Member>, on: Date },
    /// 已进行的程序重新进行.
    Repeated { on: Date },
    /// 已表示不同意在线.
    OnlineOpposed { party: u32, on: Date },
    /// 已通知开庭.
    HearingNotified { hearing_on: Date, on: Date },
    /// 延期请求已决定.
    PostponementDecided { party: u32, granted: bool, on: Date },
    /// 已开庭; `deemed`: the agreement is taken to exist from now on.
    HearingHeld { mode: Mode, defaulted: Vec<u32>, deemed: bool, on: Date },
    /// 调解不成.
    MediationFailed { on: Date },
    /// 已制作调解书.
    StatementMade { on: Date },
    /// 已签收调解书.
    StatementSigned { party: u32, on: Date },
    /// 签收前反悔.
    StatementRejected { party: u32, on: Date },
    /// 已中止.
    Stayed { ground: StayGround, on: Date },
    /// 已恢复.
    Resumed { on: Date },
    /// 已裁决.
    Awarded { kind: Kind, parties: Vec<u32>, on: Date },
    /// 已签收裁决书; `all`: everybody has it.
    Received { party: u32, all: bool, on: Date },
    /// 已请求补正.
    CorrectionAsked { party: u32, on: Date },
    /// 已补正.
    Corrected { on: Date },
    /// 已申请撤销.
    SetAsideAsked { party: u32, ground: SetAsideGround, on: Date },
    /// 法院通知重新仲裁.
    Remitted { by: Date, on: Date },
    /// 已开始重新仲裁.
    BegunAgain { parties: Vec<u32>, on: Date },
    /// 未重新仲裁，撤销程序恢复.
    DeclinedAgain { on: Date },
    /// 撤销申请被驳回.
    SetAsideDismissed { on: Date },
    /// 期满未申请撤销: `on` is the last day.
    RightLapsed { party: u32, on: Date },
    /// 逾期: `on` is the last day of the limit.
    DutyOverdue { duty: Duty, on: Date },
    /// 已结束.
    Closed { how: Ending, parties: Vec<u32>, on: Date },
}
