//! What has happened in a labour arbitration, what it does to the clocks, whom it must be told.

use jiefen_procedure::{Brief, ClockEffect, Notice};
use jiefen_vocab::Fen;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::codes::{ClaimKind, Paper, RecusalGround, RestartGround, SetAsideGround, StayGround};
use super::payload::{Claim, MinimumWage, Seat, SimplifiedGround};
use super::state::{Ending, Sheet};
use super::{CHECK, FIRST_CONTACT, NAMED_DAY, key};

/// A fact. Facts are stored for ever and never change their meaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
#[allow(missing_docs, reason = "the fields are those of the commands and of the state")]
pub enum Fact {
    /// 已接收移交.
    TakenOver { on: Date, brief: Box<Brief>, number: String, person: String },
    /// 已联系申请人.
    Contacted { on: Date },
    /// 已申请.
    Applied {
        on: Date,
        brief: Box<Brief>,
        number: String,
        workers: Vec<u32>,
        employers: Vec<u32>,
        claims: Vec<Claim>,
        collective: bool,
        knew_on: Option<Date>,
        employment_ended_on: Option<Date>,
    },
    /// 已受理.
    Accepted { on: Date, collective: bool },
    /// 逾期未作出受理决定: `on` is the last of the five days.
    AcceptanceLapsed { on: Date, applicants: Vec<u32> },
    /// 申请书副本已送达; `all`: every respondent has it now.
    CopyServed { party: u32, on: Date, all: bool },
    /// 已答辩.
    DefenceFiled { party: u32, on: Date },
    /// 答辩书副本已送达申请人.
    DefenceForwarded { on: Date },
    /// 已提出时效抗辩.
    LimitationRaised { party: u32, on: Date },
    /// 已组庭.
    TribunalFormed { on: Date, arbitrators: Vec<String> },
    /// 仲裁员已更换.
    ArbitratorReplaced { on: Date, arbitrator: String, ground: RecusalGround, replacement: String },
    /// 已推举代表.
    Represented { on: Date, representatives: Vec<u32> },
    /// 已通知开庭.
    HearingNotified { on: Date, hearing_on: Date },
    /// 已决定是否延期开庭.
    PostponementDecided { on: Date, party: u32, granted: bool },
    /// 已开庭; `defaulted`: respondents that stayed away.
    HearingHeld { on: Date, defaulted: Vec<u32> },
    /// 申请人无正当理由不到庭，按撤回处理.
    DeemedWithdrawn { on: Date, applicants: Vec<u32>, workers: Vec<u32> },
    /// 裁决前调解，没有达成协议.
    MediationFailed { on: Date },
    /// 已制作调解书.
    StatementMade { on: Date, workers: Vec<u32> },
    /// 一方已签收调解书.
    StatementSigned { party: u32, on: Date },
    /// 一方在签收前反悔.
    StatementRejected { party: u32, on: Date },
    /// 各方签收，调解书生效.
    StatementEffective { on: Date, workers: Vec<u32> },
    /// 已裁决先予执行.
    AdvanceOrdered { on: Date, worker: u32, kind: ClaimKind, amount: Fen },
    /// 已中止.
    Stayed { on: Date, ground: StayGround },
    /// 已恢复.
    Resumed { on: Date },
    /// 已批准延期十五日.
    Extended { on: Date },
    /// 期限已重新计算.
    TermRestarted { on: Date, ground: RestartGround },
    /// 逾期未裁决: `on` is the last day of the term.
    AwardOverdue { on: Date, hearing_set: Option<Date> },
    /// 已决定简易处理.
    Simplified { on: Date, ground: SimplifiedGround },
    /// 答辩期已缩短或者取消.
    DefenceShortened { party: u32, until: Option<Date>, on: Date },
    /// 已用简便方式通知开庭.
    HearingNotifiedSimply { on: Date, hearing_on: Date },
    /// 一方已确认收到简便方式的开庭通知.
    NoticeConfirmed { party: u32, on: Date },
    /// 已转为一般程序; `reform`: a collective case needs three arbitrators now.
    ConvertedToOrdinary { on: Date, reform: bool },
    /// 争议因履行集体合同发生.
    CollectiveContractMarked { on: Date },
    /// 已按照三方原则组庭.
    TripartiteFormed { on: Date, seats: Vec<Seat> },
    /// 开庭前已引导协商、先行调解.
    Guided { on: Date, helpers: Vec<String> },
    /// 已先行裁决.
    PartAwarded { on: Date, sheets: Vec<Sheet>, minimum_wage: MinimumWage },
    /// 其余请求已了结，先行裁决尚待各方行使权利.
    PartsLeft { on: Date, how: Ending, parties: Vec<u32> },
    /// 已裁决.
    Awarded {
        on: Date,
        sheets: Vec<Sheet>,
        minimum_wage: MinimumWage,
        late: bool,
        workers: Vec<u32>,
        employers: Vec<u32>,
        parties: Vec<u32>,
    },
    /// 已签收文书: the party's own clock starts. `all`: everybody has it now.
    Received { paper: Paper, party: u32, employer: bool, on: Date, all: bool },
    /// 期满未行使权利: `on` is the last day.
    RightLapsed { paper: Paper, party: u32, on: Date },
    /// 已起诉.
    Sued { paper: Paper, party: u32, employer: bool, on: Date, workers: Vec<u32> },
    /// 因未答复或者逾期未裁决已起诉.
    SuedOnSilence { party: u32, on: Date },
    /// 已申请撤销.
    SetAsideAsked { party: u32, on: Date, workers: Vec<u32>, ground: SetAsideGround },
    /// 撤销申请已裁定; `pending`: others still wait.
    SetAsideRuled { on: Date, workers: Vec<u32>, set_aside: bool, pending: bool },
    /// 已申请撤销先行裁决.
    PartSetAsideAsked { party: u32, on: Date, workers: Vec<u32>, ground: SetAsideGround },
    /// 撤销先行裁决的申请已裁定; `pending`: others still wait.
    PartSetAsideRuled { on: Date, workers: Vec<u32>, set_aside: bool, pending: bool },
    /// 已撤回.
    Withdrawn { on: Date, applicants: Vec<u32>, workers: Vec<u32>, settled: bool },
    /// 案件已结束.
    Closed { on: Date, how: Ending, parties: Vec<u32>, applicants: Vec<u32> },
}

fn start(key: &str, rule: &str, from: Date) -> ClockEffect {
    ClockEffect::Start { key: key.to_owned(), rule: rule.to_owned(), from }
}

fn met(key: &str) -> ClockEffect {
    ClockEffect::Met { key: key.to_owned() }
}

fn cancel(key: &str) -> ClockEffect {
    ClockEffect::Cancel { key: key.to_owned() }
}

fn of(key: &str, party: u32) -> String {
    format!("{key}:{party}")
}

/// The key and the rule of the right that a party has against a paper.
pub(super) fn right(paper: Paper, employer: bool) -> (&'static str, &'static str) {
    match (paper, employer) {
        (Paper::Final, false) => (key::SUIT_FINAL, "T-H-14"),
        (Paper::Final, true) => (key::SET_ASIDE, "T-H-15"),
        (Paper::NonFinal, _) => (key::SUIT, "T-H-16"),
        (Paper::Ruling, _) => (key::SUIT_AFTER, "T-H-15.sue"),
        (Paper::PartFinal, false) => (key::PART_SUIT_FINAL, "T-H-14"),
        (Paper::PartFinal, true) => (key::PART_SET_ASIDE, "T-H-15"),
        (Paper::PartNonFinal, _) => (key::PART_SUIT, "T-H-16"),
        (Paper::PartRuling, _) => (key::PART_SUIT_AFTER, "T-H-15.sue"),
    }
}

impl Fact {
    pub(super) fn clocks(&self) -> Vec<ClockEffect> {
        match self {
            Fact::TakenOver { on, .. } => vec![start(key::CONTACT, FIRST_CONTACT, *on)],
            Fact::Contacted { on } => {
                vec![met(key::CONTACT), start(key::APPLICATION, CHECK, *on)]
            }
            Fact::Applied { on, .. } => {
                vec![met(key::CONTACT), met(key::APPLICATION), start(key::ACCEPT, "T-H-06", *on)]
            }
            Fact::Accepted { on, .. } => vec![
                met(key::ACCEPT),
                met(key::ANSWER),
                start(key::SERVE, "T-H-07", *on),
                start(key::TRIBUNAL, "T-H-07.tribunal", *on),
                start(key::AWARD, "T-H-09", *on),
            ],
            Fact::AcceptanceLapsed { on, .. } => vec![start(key::ANSWER, CHECK, *on)],
            Fact::CopyServed { party, on, all } => {
                let defence = start(&of(key::DEFENCE, *party), "T-H-07.defence", *on);
                if *all { vec![met(key::SERVE), defence] } else { vec![defence] }
            }
            Fact::DefenceFiled { party, on } => {
                vec![met(&of(key::DEFENCE, *party)), start(key::FORWARD, "T-H-07.reply_copy", *on)]
            }
            Fact::DefenceForwarded { .. } => vec![met(key::FORWARD)],
            Fact::TribunalFormed { .. } | Fact::TripartiteFormed { .. } => {
                vec![met(key::TRIBUNAL)]
            }
            Fact::DefenceShortened { .. }
            | Fact::ConvertedToOrdinary { reform: true, .. }
            | Fact::Stayed { .. }
            | Fact::Resumed { .. }
            | Fact::Extended { .. }
            | Fact::TermRestarted { .. } => self.in_the_hearing(),
            Fact::AwardOverdue { on, .. } => vec![start(key::OVERDUE, CHECK, *on)],
            Fact::Awarded { .. }
            | Fact::Received { .. }
            | Fact::Sued { .. }
            | Fact::SetAsideAsked { .. }
            | Fact::SetAsideRuled { .. }
            | Fact::PartAwarded { .. }
            | Fact::PartsLeft { .. }
            | Fact::PartSetAsideAsked { .. }
            | Fact::PartSetAsideRuled { .. } => self.after_the_hearing(),
            Fact::Closed { parties, .. } => close(parties),
            Fact::LimitationRaised { .. }
            | Fact::Simplified { .. }
            | Fact::HearingNotifiedSimply { .. }
            | Fact::NoticeConfirmed { .. }
            | Fact::ConvertedToOrdinary { reform: false, .. }
            | Fact::CollectiveContractMarked { .. }
            | Fact::Guided { .. }
            | Fact::ArbitratorReplaced { .. }
            | Fact::Represented { .. }
            | Fact::HearingNotified { .. }
            | Fact::PostponementDecided { .. }
            | Fact::HearingHeld { .. }
            | Fact::DeemedWithdrawn { .. }
            | Fact::MediationFailed { .. }
            | Fact::StatementMade { .. }
            | Fact::StatementSigned { .. }
            | Fact::StatementRejected { .. }
            | Fact::StatementEffective { .. }
            | Fact::AdvanceOrdered { .. }
            | Fact::RightLapsed { .. }
            | Fact::SuedOnSilence { .. }
            | Fact::Withdrawn { .. } => Vec::new(),
        }
    }

    /// What lengthens, shortens or stops a limit of the hearing.
    #[allow(clippy::wildcard_enum_match_arm, reason = "called for these facts only")]
    fn in_the_hearing(&self) -> Vec<ClockEffect> {
        match self {
            Fact::DefenceShortened { party, until, .. } => {
                let own = of(key::DEFENCE, *party);
                let until = until.map(|day| day.yesterday().unwrap_or(day));
                let anew = until.map(|from| start(&own, NAMED_DAY, from));
                [met(&own)].into_iter().chain(anew).collect()
            }
            Fact::ConvertedToOrdinary { on, reform: true } => {
                vec![start(key::TRIBUNAL, "T-H-07.tribunal", *on)]
            }
            Fact::Stayed { on, ground } => vec![
                ClockEffect::Stop {
                    key: key::AWARD.to_owned(),
                    from: *on,
                    reason: ground.stop().to_owned(),
                },
                start(key::STAY, CHECK, *on),
            ],
            Fact::Resumed { on } => {
                vec![ClockEffect::Resume { key: key::AWARD.to_owned(), to: *on }, met(key::STAY)]
            }
            Fact::Extended { .. } => {
                vec![ClockEffect::Extend { key: key::AWARD.to_owned(), units: 15 }]
            }
            Fact::TermRestarted { on, .. } => vec![start(key::AWARD, "T-H-09", *on)],
            _ => Vec::new(),
        }
    }

    /// From the award on: service, and each party's own right.
    #[allow(clippy::wildcard_enum_match_arm, reason = "called for these facts only")]
    fn after_the_hearing(&self) -> Vec<ClockEffect> {
        match self {
            Fact::Awarded { on, parties, .. } => {
                let mut effects = vec![met(key::AWARD), met(key::OVERDUE)];
                effects.extend(end_of_hearing(parties));
                effects.push(start(key::SERVICE, CHECK, *on));
                effects
            }
            Fact::PartAwarded { on, .. } => vec![start(key::PART_SERVICE, CHECK, *on)],
            Fact::PartsLeft { parties, .. } => {
                let mut effects = end_of_hearing(parties);
                effects.extend([key::AWARD, key::STAY, key::OVERDUE].map(cancel));
                effects
            }
            Fact::Received { paper, party, employer, on, all } => {
                let (name, rule) = right(*paper, *employer);
                let own = start(&of(name, *party), rule, *on);
                let service = if paper.is_part() { key::PART_SERVICE } else { key::SERVICE };
                if *all { vec![own, met(service)] } else { vec![own] }
            }
            Fact::Sued { paper, party, employer: false, .. } => {
                vec![met(&of(right(*paper, false).0, *party))]
            }
            Fact::SetAsideAsked { on, .. } => vec![start(key::RULING, CHECK, *on)],
            Fact::PartSetAsideAsked { on, .. } => vec![start(key::PART_RULING, CHECK, *on)],
            Fact::SetAsideRuled { on, set_aside, pending, .. } => {
                ruled(key::RULING, key::SERVICE, *on, *set_aside, *pending)
            }
            Fact::PartSetAsideRuled { on, set_aside, pending, .. } => {
                ruled(key::PART_RULING, key::PART_SERVICE, *on, *set_aside, *pending)
            }
            _ => Vec::new(),
        }
    }

    pub(super) fn notices(&self) -> Vec<Notice> {
        super::notice::of(self)
    }
}

/// The court has ruled: nobody waits any more, and a ruling that sets aside is served.
fn ruled(
    ruling: &str,
    service: &str,
    on: Date,
    set_aside: bool,
    pending: bool,
) -> Vec<ClockEffect> {
    let over = (!pending).then(|| met(ruling));
    let serve = set_aside.then(|| start(service, CHECK, on));
    over.into_iter().chain(serve).collect()
}

/// What the hearing alone needed.
fn end_of_hearing(parties: &[u32]) -> Vec<ClockEffect> {
    let own = parties.iter().map(|party| cancel(&of(key::DEFENCE, *party)));
    [key::SERVE, key::TRIBUNAL, key::FORWARD].map(cancel).into_iter().chain(own).collect()
}

/// Ends every clock that may still run.
fn close(parties: &[u32]) -> Vec<ClockEffect> {
    const OF_THE_CASE: [&str; 14] = [
        key::CONTACT,
        key::APPLICATION,
        key::ACCEPT,
        key::ANSWER,
        key::SERVE,
        key::FORWARD,
        key::TRIBUNAL,
        key::AWARD,
        key::STAY,
        key::OVERDUE,
        key::SERVICE,
        key::RULING,
        key::PART_SERVICE,
        key::PART_RULING,
    ];
    const OF_A_PARTY: [&str; 9] = [
        key::DEFENCE,
        key::SUIT_FINAL,
        key::SUIT,
        key::SET_ASIDE,
        key::SUIT_AFTER,
        key::PART_SUIT_FINAL,
        key::PART_SUIT,
        key::PART_SET_ASIDE,
        key::PART_SUIT_AFTER,
    ];
    let own = parties.iter().flat_map(|party| OF_A_PARTY.map(|name| cancel(&of(name, *party))));
    OF_THE_CASE.map(cancel).into_iter().chain(own).collect()
}
