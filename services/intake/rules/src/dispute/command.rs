//! What may be asked of the umbrella. WHEN ADDING A COMMAND: here (with its name), roles.rs, chart.rs,
//! decide.rs, tests.

use std::collections::BTreeSet;

use jiefen_procedure::Consent;
use jiefen_vocab::{Agency, DisputeId};
use jiff::civil::Date;

use super::orders::{
    Absorption, Acceptance, Advice, Agreement, Arrival, Classification, Confirmation, Decision,
    Decline, Duplicate, Ending, LevelGround, Naming, Objection, Offered, Own, Performance,
    Registration, Reopening, Report, Reported, Request, Rest, Separation, Service, TakeOver,
    TaskEnd, Withdrawal,
};
use super::parts::{Closing, Route, RouteChoice};
use super::suit::Suit;

/// A command to the umbrella.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// 排查发现: a grid or campaign finding; no claimant yet.
    ReportSignal(Box<Arrival>),
    /// 首问: somebody asks; the receipt is issued at once.
    RecordInquiry(Box<Arrival>),
    /// 提级接收: a higher or receiving centre opens its own umbrella.
    TakeOver(Box<TakeOver>),
    /// 登记
    Register(Box<Registration>),
    /// 答复咨询: advice only, signed; never "go to another department".
    TurnAway(Advice),
    /// 并案: same parties, same facts, confirmed by a person.
    MarkDuplicate(Duplicate),
    /// 撤销并案
    Unmerge {
        /// Why it was no duplicate.
        reason: String,
    },
    /// 接收并案: the surviving dispute takes over the duplicate's doors.
    Absorb(Absorption),
    /// 退回并案: the duplicate lives on its own again.
    Release {
        /// The former duplicate.
        dispute: DisputeId,
    },
    /// 关联
    Link {
        /// The other dispute.
        dispute: DisputeId,
    },
    /// 拆分: part of the claims becomes a dispute of its own.
    Split(Separation),
    /// 归类
    Classify(Box<Classification>),
    /// 告知途径
    OfferRoutes {
        /// Every lawful route.
        routes: Vec<Route>,
    },
    /// 选择途径; insistence on suit is final.
    ChooseRoute(RouteChoice),
    /// 起诉: a party goes to court by her own word; the dispute is offered to the court at once.
    FileSuit(Suit),
    /// 自行承办: the matter is in the holder's own power list.
    AcceptOwn(Own),
    /// 提请指定
    RequestDesignation(Request),
    /// 指定责任单位
    DesignateUnit(Naming),
    /// 指定牵头单位
    DesignateLead(Naming),
    /// 对指定提出异议: once, within the limit, with reasons.
    Object(Objection),
    /// 确认指定: by the superior or the joint meeting; final.
    ConfirmDesignation(Box<Confirmation>),
    /// 移送、委派、协办、牵头: the holder hands over.
    Refer(Offered),
    /// An offer made elsewhere in the chain, or the echo of our own.
    NoteOffered(Offered),
    /// 对方接收
    NoteAccepted(Acceptance),
    /// 对方退回
    NoteDeclined(Decline),
    /// 逾期未答复
    NoteExpired {
        /// Who did not answer.
        unit: Agency,
    },
    /// 撤回移送
    NoteRecalled {
        /// To whom the offer was.
        unit: Agency,
        /// Why.
        reason: String,
    },
    /// 办理进展
    NoteProgress(Report),
    /// 协办结果: how a unit that was asked for help has done with it.
    NoteTask(TaskEnd),
    /// 办理结果: never what was conceded on the way (I9).
    NoteResult(Box<Reported>),
    /// 跨地区上报: the lowest common superior, computed.
    EscalateCrossRegion {
        /// Why.
        reason: String,
    },
    /// 提级
    EscalateLevel {
        /// On which ground.
        ground: LevelGround,
        /// What was tried.
        reason: String,
    },
    /// 交回下级: once, with guidance.
    ReturnDown {
        /// The lower unit.
        unit: Agency,
        /// What it is to do.
        guidance: String,
    },
    /// 中止
    Suspend(Rest),
    /// 恢复
    Resume {
        /// The paper that proves the end.
        proof: String,
        /// The day it goes on.
        on: Date,
    },
    /// 撤回申请
    Withdraw(Withdrawal),
    /// 达成协议
    RecordAgreement(Box<Agreement>),
    /// 作出裁决、决定: only the track's own body.
    RecordDecision(Decision),
    /// 未化解
    EndUnresolved(Ending),
    /// 跟进履行
    FollowUp,
    /// 确认履行
    ConfirmPerformance(Performance),
    /// 报告违约
    ReportBreach {
        /// Which obligation.
        obligation: u32,
        /// On which day it was found.
        on: Date,
    },
    /// 登记送达
    ServeNotice(Service),
    /// 渠道答复: the answer that the petition or 12315 channel owes of its own.
    AnswerChannel {
        /// Which door.
        door: u32,
        /// On which day.
        on: Date,
    },
    /// 登记同意: a party's consent, or its withdrawal (I5).
    RecordConsent {
        /// The consent.
        consent: Consent,
    },
    /// 推选代表人
    NameRepresentatives {
        /// The applicants who speak for the others.
        parties: BTreeSet<u32>,
    },
    /// 确定责任人
    NamePerson {
        /// The staff id or post.
        person: String,
    },
    /// 结案
    Close {
        /// With what.
        result: Closing,
        /// The file is complete.
        file_complete: bool,
    },
    /// 回访
    RecordVisit {
        /// On which day.
        on: Date,
        /// Whether the parties are content.
        satisfied: bool,
    },
    /// 归档
    Archive,
    /// 重启
    Reopen(Reopening),
    /// 催办: a duty's clock has expired; the next rung is told.
    Chase {
        /// The clock's key.
        clock: String,
    },
    /// 权利期限届满: a party's clock has expired unused.
    NoteLapsed {
        /// The clock's key.
        clock: String,
    },
}
