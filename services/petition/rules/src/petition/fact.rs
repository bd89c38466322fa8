//! What has happened in a petition, and what it does to the clocks.

use jiefen_procedure::{Brief, ClockEffect};
use jiefen_vocab::{Agency, TrackKind};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::payload::{Branch, Designator, Earlier, Form, Matter, Reply, Verdict};
use super::state::Ending;
use super::{CHECK, key};

/// A fact. Facts are stored for ever and never change their meaning. `to`: the petitioners, who are told;
/// the other side of a petition is never told by it (T-L-12).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
#[allow(missing_docs, reason = "the fields are those of the commands and of the state")]
pub enum Fact {
    /// 已登记.
    Received {
        on: Date,
        brief: Box<Brief>,
        number: String,
        form: Form,
        matter: Matter,
        earlier: Option<Earlier>,
        grave: bool,
        representatives: Vec<u32>,
        accused: Vec<Agency>,
        to: Vec<u32>,
    },
    /// 已报告重大、紧急事项.
    ReportedUp { on: Date, receivers: Vec<Agency> },
    /// 已回避.
    Recused { on: Date, person: String },
    /// 已确定承办人.
    Assigned { on: Date, person: String },
    /// 已分类: the petitioner is told the way and its last day.
    Classified { on: Date, branch: Branch, route: Option<TrackKind>, to: Vec<u32> },
    /// 已转送、交办.
    Forwarded { on: Date, unit: Agency, report_by: Option<Date>, to: Vec<u32> },
    /// 收件单位已收到; `fixed`: by designation, no objection is possible.
    Acknowledged { on: Date, fixed: bool },
    /// 收件单位已提出异议.
    Objected { on: Date, proposes: Option<Agency> },
    /// 逾期未提异议: `on` is the last of the five days.
    ObjectionLapsed { on: Date },
    /// 已指定.
    Designated { on: Date, unit: Agency, by: Designator, to: Vec<u32> },
    /// 已书面告知信访人.
    Told { on: Date, branch: Option<Branch>, route: Option<TrackKind>, to: Vec<u32> },
    /// 姓名、住址不清，无法告知.
    TellingExcused { on: Date },
    /// 已回复或者已履职.
    Replied { on: Date, reply: Reply, to: Vec<u32> },
    /// 已受理: the sixty days begin.
    Accepted { on: Date, to: Vec<u32> },
    /// 已延长三十日.
    Extended { on: Date, to: Vec<u32> },
    /// 已出具处理意见.
    OpinionGiven { on: Date, verdict: Verdict },
    /// 信访人已收到处理意见: the request of review runs.
    OpinionServed { on: Date, to: Vec<u32> },
    /// 已请求复查.
    ReviewAsked { on: Date },
    /// 已有复查意见.
    ReviewGiven { on: Date, verdict: Verdict },
    /// 信访人已收到复查意见: the request of re-review runs.
    ReviewServed { on: Date, to: Vec<u32> },
    /// 已请求复核.
    RereviewAsked { on: Date },
    /// 复核听证已开始.
    HearingStarted { on: Date },
    /// 复核听证已结束.
    HearingEnded { on: Date },
    /// 已有复核意见.
    RereviewGiven { on: Date, verdict: Verdict },
    /// 事项已结束.
    Closed { on: Date, how: Ending, to: Vec<u32> },
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

impl Fact {
    pub(super) fn clocks(&self) -> Vec<ClockEffect> {
        match self {
            Fact::Received { on, grave, .. } => {
                let mut effects = vec![start(key::FORWARD, "T-L-01", *on)];
                effects.extend(grave.then(|| start(key::URGENT, "T-L-11", *on)));
                effects
            }
            Fact::ReportedUp { .. } => vec![met(key::URGENT)],
            Fact::Forwarded { on, .. } => vec![
                met(key::FORWARD),
                met(key::DESIGNATION),
                start(key::RECEIPT, "policy.handoff_reply", *on),
            ],
            Fact::Designated { on, .. } => {
                vec![met(key::DESIGNATION), start(key::RECEIPT, "policy.handoff_reply", *on)]
            }
            Fact::Acknowledged { on, fixed } => {
                let mut effects = vec![met(key::RECEIPT), start(key::TELL, "T-L-02", *on)];
                effects.extend((!fixed).then(|| start(key::OBJECTION, "T-L-03", *on)));
                effects
            }
            Fact::Objected { on, .. } => vec![
                met(key::OBJECTION),
                cancel(key::TELL),
                start(key::DESIGNATION, "policy.designation", *on),
            ],
            Fact::Told { on, .. } => {
                vec![met(key::TELL), cancel(key::OBJECTION), start(key::ANSWER, CHECK, *on)]
            }
            Fact::TellingExcused { on } => vec![cancel(key::TELL), start(key::ANSWER, CHECK, *on)],
            Fact::Accepted { on, .. } => vec![
                met(key::TELL),
                met(key::ANSWER),
                cancel(key::OBJECTION),
                start(key::OPINION, "T-L-05", *on),
            ],
            Fact::Extended { .. } => {
                vec![ClockEffect::Extend { key: key::OPINION.to_owned(), units: 30 }]
            }
            Fact::OpinionGiven { .. }
            | Fact::OpinionServed { .. }
            | Fact::ReviewAsked { .. }
            | Fact::ReviewGiven { .. }
            | Fact::ReviewServed { .. }
            | Fact::RereviewAsked { .. }
            | Fact::HearingStarted { .. }
            | Fact::HearingEnded { .. }
            | Fact::RereviewGiven { .. } => self.levels(),
            Fact::Replied { .. } => vec![met(key::TELL), met(key::ANSWER)],
            Fact::Closed { .. } => OF_THE_CASE.map(cancel).to_vec(),
            Fact::Recused { .. }
            | Fact::Assigned { .. }
            | Fact::Classified { .. }
            | Fact::ObjectionLapsed { .. } => Vec::new(),
        }
    }

    /// From the opinion to the end of the road: each level's service, request and term.
    #[allow(clippy::wildcard_enum_match_arm, reason = "called for these facts only")]
    fn levels(&self) -> Vec<ClockEffect> {
        match self {
            Fact::OpinionGiven { on, .. } => {
                vec![met(key::OPINION), start(key::SERVICE, CHECK, *on)]
            }
            Fact::OpinionServed { on, .. } => {
                vec![met(key::SERVICE), start(key::ASK_REVIEW, "T-L-06", *on)]
            }
            Fact::ReviewAsked { on } => {
                vec![met(key::ASK_REVIEW), start(key::REVIEW, "T-L-06.decide", *on)]
            }
            Fact::ReviewGiven { on, .. } => {
                vec![met(key::REVIEW), start(key::SERVICE, CHECK, *on)]
            }
            Fact::ReviewServed { on, .. } => {
                vec![met(key::SERVICE), start(key::ASK_REREVIEW, "T-L-07", *on)]
            }
            Fact::RereviewAsked { on } => {
                vec![met(key::ASK_REREVIEW), start(key::REREVIEW, "T-L-07.decide", *on)]
            }
            Fact::HearingStarted { on } => vec![
                ClockEffect::Stop {
                    key: key::REREVIEW.to_owned(),
                    from: *on,
                    reason: "hearing".to_owned(),
                },
                start(key::HEARING, CHECK, *on),
            ],
            Fact::HearingEnded { on } => vec![
                ClockEffect::Resume { key: key::REREVIEW.to_owned(), to: *on },
                met(key::HEARING),
            ],
            Fact::RereviewGiven { .. } => vec![met(key::REREVIEW)],
            _ => Vec::new(),
        }
    }
}

const OF_THE_CASE: [&str; 14] = [
    key::FORWARD,
    key::URGENT,
    key::RECEIPT,
    key::OBJECTION,
    key::TELL,
    key::ANSWER,
    key::DESIGNATION,
    key::OPINION,
    key::SERVICE,
    key::ASK_REVIEW,
    key::REVIEW,
    key::ASK_REREVIEW,
    key::HEARING,
    key::REREVIEW,
];
