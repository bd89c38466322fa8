//! Which tracks exclude or require which, and which stay open after a failed mediation: the one matrix
//! (I4, case-lifecycle.md §7).
//!
//! * [`may_start`] is what a track asks that is to start: yes, or the cell that bars it, which is the refusal.
//! * [`Known`] is what one agency tells another of it; it travels in the brief.
//! * [`allowed`] says whether a track may start, given what is [`Present`] in the dispute.
//! * [`ended_by`] says which running tracks the law ends or stops when a track starts.
//! * [`penalty_open`] says whether a public-order penalty is still possible.
//! * [`routes_after_failure`] lists the lawful routes after a failed mediation.
//!
//! Each rule is a [`Cell`] of [`cells()`] with its source; safety rules stand first and so win.

mod cells;
mod ending;
mod fields;
mod known;
mod routes;
mod sets;
#[cfg(test)]
mod tests;
mod umbrella;

use std::collections::{BTreeMap, BTreeSet};

use jiefen_vocab::{DisputeKind, TrackKind};
use serde::{Deserialize, Serialize};

pub use ending::{Ended, ended_by, penalty_open};
pub use known::Known;
pub use routes::{Route, routes_after_failure};
pub use umbrella::{is_no_track, must_show, needs_leave};

/// How a track of the dispute stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Accepted and not ended.
    Running,
    /// Ended without a result: failed, lapsed, withdrawn, refused.
    Failed,
    /// An agreement stands.
    Agreed,
    /// The body has decided: judgment, award, ruling, decision.
    Decided,
}

/// A fact about the dispute that opens or closes a track.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Circumstance {
    /// 已向法院起诉（尚未受理也算）
    SuitFiled,
    /// 法院已受理
    SuitAccepted,
    /// 有有效的仲裁协议
    ArbitrationAgreement,
    /// 首次开庭前未主张仲裁协议
    ArbitrationWaived,
    /// 征收集体土地及其补偿
    ExpropriationCompensation,
    /// 争的是行政机关的行政行为
    AdministrativeAct,
    /// 法律规定复议前置
    ReconsiderationFirst,
    /// 争的是行政机关所作的民事调解
    AgencyMediationChallenged,
    /// 婚姻、亲子、收养等身份关系
    Status,
    /// 物权归属
    Title,
    /// 土地所有权、使用权归属
    LandTitle,
    /// 知识产权权属
    IpOwnership,
    /// 家庭暴力
    DomesticViolence,
    /// 人身安全已作安排（报警、保护令），且受害人自愿
    SafetyArranged,
    /// 涉嫌犯罪
    SuspectedCrime,
    /// 侵害未成年人、严重欺凌
    HarmToMinor,
    /// 已向公安机关报告
    CrimeReported,
    /// 雇凶、结伙斗殴、寻衅滋事、多次、调解中又生事
    PolicePenaltyOnly,
    /// 一方明确拒绝调解
    MediationRefused,
    /// 经审查不适宜调解
    NotMediable,
    /// 当事人坚持起诉，由法院审查受理
    SuitInsisted,
    /// 特别程序、督促程序、公示催告程序的案件
    SpecialProcedure,
    /// 以工资欠条为证据，不涉及其他争议
    WageIou,
    /// 仲裁机构不予受理或者逾期未决定
    LabourArbitrationRefused,
    /// 依调解协议申请的支付令已失效
    LabourOrderLapsed,
    /// 金钱或者有价证券给付，已到期且数额确定
    MoneyDueAndFixed,
    /// 申请人负有对待给付或者双方另有债务
    CounterPerformance,
    /// 支付令无法送达债务人
    DebtorUnreachable,
    /// 已申请诉前保全
    PreSuitPreservation,
    /// 调解协议已经生效
    AgreementInForce,
    /// 协议为人民调解委员会主持的给付协议
    PaymentAgreementByCommittee,
    /// 协议在行政决定作出前已经履行，书面申请并经公安机关认可
    PerformedBeforeDecision,
    /// 消费投诉已由其他机构处理
    HandledElsewhere,
    /// 消费者权益受侵害超过三年
    OverThreeYears,
    /// 信访事项有法定途径
    StatutoryChannel,
    /// 同一事项下级正在办理
    InHandBelow,
    /// 信访复核终结或者依法终结
    PetitionEnded,
    /// 已有生效裁判、仲裁裁决
    FinalDecision,
    /// 有公证债权文书
    NotarisedInstrument,
    /// 有已经生效、可以执行的法律文书
    TitleInForce,
    /// 起诉状在2025年1月1日以前收到
    ComplaintBefore2025,
    /// 仅主张有仲裁协议，对方尚未否认
    ArbitrationAsserted,
    /// 仅就拖欠劳动报酬达成的调解协议未履行
    UnpaidWagesAgreement,
    /// 不属于该行政机关的职权
    NoOwnPower,
    /// 应予行政处罚的违法行为（与民事部分不能分开）
    PunishableConduct,
    /// 只争赔偿数额
    DamagesOnly,
    /// 申请再审已被驳回、逾期未裁定或者已经再审
    RetrialTried,
    /// 监督的是审判人员违法行为或者执行活动
    ConductSupervised,
    /// 投诉在2026年4月15日以前收到
    ComplaintUnderOldConsumerRule,
}

/// What is present in a dispute: its kind, its tracks and the facts that matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Present {
    /// What the dispute is about.
    pub kind: DisputeKind,
    /// Its tracks so far, each with its latest standing.
    pub tracks: BTreeMap<TrackKind, Standing>,
    /// Facts that open or close a track.
    pub facts: BTreeSet<Circumstance>,
}

impl Present {
    /// A dispute without tracks and facts.
    pub fn of(kind: DisputeKind) -> Present {
        Present { kind, tracks: BTreeMap::new(), facts: BTreeSet::new() }
    }

    /// The same with one more fact.
    #[must_use]
    pub fn with(mut self, fact: Circumstance) -> Present {
        self.facts.insert(fact);
        self
    }

    /// The same with a track in this standing.
    #[must_use]
    pub fn track(mut self, track: TrackKind, standing: Standing) -> Present {
        self.tracks.insert(track, standing);
        self
    }

    /// True when the fact is known.
    pub fn has(&self, fact: Circumstance) -> bool {
        self.facts.contains(&fact)
    }

    /// True when the track runs.
    pub fn runs(&self, track: TrackKind) -> bool {
        self.tracks.get(&track) == Some(&Standing::Running)
    }

    /// True when the track has come to an end of any kind.
    pub fn over(&self, track: TrackKind) -> bool {
        self.tracks.get(&track).is_some_and(|standing| *standing != Standing::Running)
    }

    /// True when a court has accepted a suit over the same matter.
    pub fn suit_accepted(&self) -> bool {
        self.has(Circumstance::SuitAccepted) || SUITS.iter().any(|suit| self.runs(*suit))
    }

    /// True when the dispute is over an act of an agency, so that its suit is an administrative one.
    pub fn administrative(&self) -> bool {
        self.kind == DisputeKind::Administrative
            || self.has(Circumstance::AdministrativeAct)
            || self.has(Circumstance::ExpropriationCompensation)
    }
}

/// The tracks that are a suit at first instance.
pub const SUITS: &[TrackKind] =
    &[TrackKind::Litigation, TrackKind::SummaryProcedure, TrackKind::FastTrack];

/// The tracks that are mediation, by whomever.
pub const MEDIATIONS: &[TrackKind] = &[
    TrackKind::PeopleMediation,
    TrackKind::PeopleMediationTown,
    TrackKind::AdministrativeMediation,
    TrackKind::PoliceMediation,
    TrackKind::IndustryMediation,
    TrackKind::ThirdPartyFinancialMediation,
    TrackKind::LabourMediation,
    TrackKind::LawyerMediation,
    TrackKind::InvitedMediation,
    TrackKind::JointMediation,
    TrackKind::CourtEntrustedMediation,
    TrackKind::CourtEntrustedMediationInLitigation,
];

/// True when the track is a suit at first instance.
pub fn is_suit(track: TrackKind) -> bool {
    SUITS.contains(&track)
}

/// True when the track is mediation.
pub fn is_mediation(track: TrackKind) -> bool {
    MEDIATIONS.contains(&track)
}

/// Whether a track may start now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Verdict {
    /// Nothing stands against it.
    Allowed,
    /// The law excludes it.
    Excluded(Bar),
    /// Another track must come first.
    RequiresFirst {
        /// That track.
        track: TrackKind,
        /// Why.
        bar: Bar,
    },
}

impl Verdict {
    /// True when the track may start.
    pub fn is_allowed(&self) -> bool {
        *self == Verdict::Allowed
    }

    /// What stands against it, if anything.
    pub fn bar(&self) -> Option<&Bar> {
        match self {
            Verdict::Allowed => None,
            Verdict::Excluded(bar) | Verdict::RequiresFirst { bar, .. } => Some(bar),
        }
    }
}

/// What stands against a track.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Bar {
    /// The cell's name.
    pub cell: &'static str,
    /// The article or rule id.
    pub basis: &'static str,
    /// Why, in plain Chinese.
    pub zh: &'static str,
    /// Why, in English.
    pub en: &'static str,
    /// The tracks that are right instead.
    pub instead: &'static [TrackKind],
}

/// One cell of the matrix: a rule that bars tracks in some circumstances.
#[derive(Clone, Copy)]
pub struct Cell {
    /// Its stable name.
    pub name: &'static str,
    /// Which tracks it speaks of.
    pub wanted: fn(TrackKind) -> bool,
    /// In which disputes it bars them.
    pub when: fn(&Present, TrackKind) -> bool,
    /// The track that must come first; none: the track is excluded.
    pub first: Option<TrackKind>,
    /// The article or rule id.
    pub basis: &'static str,
    /// Why, in plain Chinese.
    pub zh: &'static str,
    /// Why, in English.
    pub en: &'static str,
    /// The tracks that are right instead.
    pub instead: &'static [TrackKind],
}

impl Cell {
    fn bars(&self, present: &Present, wanted: TrackKind) -> bool {
        (self.wanted)(wanted) && (self.when)(present, wanted)
    }

    fn verdict(&self) -> Verdict {
        let bar = Bar {
            cell: self.name,
            basis: self.basis,
            zh: self.zh,
            en: self.en,
            instead: self.instead,
        };
        match self.first {
            Some(track) => Verdict::RequiresFirst { track, bar },
            None => Verdict::Excluded(bar),
        }
    }
}

/// Every cell of the matrix, in the order in which they answer.
pub fn cells() -> impl Iterator<Item = &'static Cell> {
    cells::CELLS.iter().chain(fields::FIELDS)
}

/// Tracks that nothing bars, whatever else runs: the protection order 人身安全保护令 depends on no suit, and no
/// other track stands in its way (反家庭暴力法23；法释〔2022〕17号1).
pub const ALWAYS_OPEN: &[TrackKind] = &[TrackKind::ProtectionOrder];

/// Whether a track may start in the present circumstances (I4). The first of [`cells()`] that bars
/// it answers.
pub fn allowed(present: &Present, wanted: TrackKind) -> Verdict {
    if ALWAYS_OPEN.contains(&wanted) {
        return Verdict::Allowed;
    }
    cells().find(|cell| cell.bars(present, wanted)).map_or(Verdict::Allowed, Cell::verdict)
}

/// What a track asks that is to start (I4).
///
/// # Errors
/// The cell that bars it, which is the refusal.
pub fn may_start(present: &Present, wanted: TrackKind) -> Result<(), Bar> {
    match allowed(present, wanted).bar() {
        Some(bar) => Err(bar.clone()),
        None => Ok(()),
    }
}

/// Every cell that bars the track now, for a screen that shows all reasons at once.
pub fn all_bars(present: &Present, wanted: TrackKind) -> Vec<Verdict> {
    cells().filter(|cell| cell.bars(present, wanted)).map(Cell::verdict).collect()
}
