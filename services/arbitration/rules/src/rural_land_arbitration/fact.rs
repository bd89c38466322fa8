//! What has happened.

use std::collections::BTreeSet;

use jiefen_procedure::Brief;
use jiefen_procedure::matrix::Circumstance;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Advance, Duty, Ending, Kind, Matter, Measure, Place, StayGround};
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
        matter: Matter,
        knew_on: Option<Date>,
        facts: BTreeSet<Circumstance>,
        on: Date,
    },
    /// 已受理.
    Accepted { on: Date },
    /// 副本已送达; `all`: every respondent has it.
    CopyServed { party: u32, all: bool, on: Date },
    /// 已答辩.
    DefenceFiled { party: u32, limitation: bool, counterclaim: bool, on: Date },
    /// 答辩书副本已送达.
    DefenceForwarded { on: Date },
    /// 已组庭.
    TribunalFormed { members: Vec<Member>, on: Date },
    /// 已通知组庭情况.
    TribunalTold { on: Date },
    /// 已申请回避.
    Challenged { challenge: Challenge },
    /// 回避申请已决定.
    ChallengeDecided { arbitrator: String, replacement: Option<Member>, on: Date },
    /// 已要求在乡（镇）或者村开庭.
    OnTheSpotAsked { party: u32, on: Date },
    /// 已通知开庭.
    HearingNotified { hearing_on: Date, place: Place, on: Date },
    /// 变更开庭的请求已决定.
    HearingChanged { party: u32, granted: bool, on: Date },
    /// 已开庭.
    HearingHeld { defaulted: Vec<u32>, on: Date },
    /// 调解不成.
    MediationFailed { on: Date },
    /// 已制作调解书.
    StatementMade { on: Date },
    /// 已签收调解书.
    StatementSigned { party: u32, on: Date },
    /// 签收前反悔.
    StatementRejected { party: u32, on: Date },
    /// 已先行裁定.
    AdvanceOrdered { party: u32, what: Advance, on: Date },
    /// 已申请保全.
    MeasureAsked { measure: u32, party: u32, what: Measure, on: Date },
    /// 保全申请已提交人民法院.
    MeasurePassed { measure: u32, on: Date },
    /// 人民法院已就保全作出裁定.
    MeasureRuled { measure: u32, party: u32, granted: bool, on: Date },
    /// 已中止.
    Stayed { ground: StayGround, on: Date },
    /// 已恢复.
    Resumed { on: Date },
    /// 已延长.
    Extended { days: u32, on: Date },
    /// 已裁决.
    Awarded { kind: Kind, late: bool, parties: Vec<u32>, on: Date },
    /// 已签收裁决书; `all`: everybody has it.
    Received { party: u32, all: bool, on: Date },
    /// 三十日届满未起诉: `on` is the last day.
    RightLapsed { party: u32, on: Date },
    /// 逾期: `on` is the last day of the limit.
    DutyOverdue { duty: Duty, on: Date },
    /// 已结束; `measures`: how many requests for preservation there were.
    Closed {
        how: Ending,
        parties: Vec<u32>,
        #[serde(default)]
        measures: u32,
        on: Date,
    },
}
