//! Everything the petition office knows of one matter.

use jiefen_procedure::{Brief, Outline};
use jiefen_vocab::{Agency, Outcome, TrackKind};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::payload::{Branch, Earlier, Form, Matter, Verdict};
use super::{Command, chart, key};

/// A petition matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The dispute as it came.
    pub brief: Brief,
    /// The register's number.
    pub number: String,
    /// The day of receipt.
    pub received_on: Date,
    /// Its form.
    pub form: Form,
    /// What it asks.
    pub matter: Matter,
    /// The same matter, already known.
    pub earlier: Option<Earlier>,
    /// Grave or urgent and not yet reported (T-L-11).
    pub to_report: bool,
    /// Representatives of a group.
    pub representatives: Vec<u32>,
    /// Units that must never see an accusation (T-L-12).
    pub accused: Vec<Agency>,
    /// Staff that stepped aside (T-L-13).
    pub recused: Vec<String>,
    /// The branch of art. 31, once it is decided.
    pub classified: Option<Classified>,
    /// The responsible person's staff id.
    pub person: Option<String>,
    /// Where the matter stands.
    pub stage: Stage,
}

/// A branch of art. 31 with its track.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Classified {
    /// The branch.
    pub branch: Branch,
    /// The track.
    pub route: Option<TrackKind>,
    /// Since when.
    pub on: Date,
}

/// Where a matter stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// 已登记: fifteen days to sort and forward.
    Registered,
    /// 已转送、交办.
    Forwarded(Handed),
    /// 收件单位已提出异议.
    Objected {
        /// What was forwarded.
        handed: Handed,
        /// When the unit objected.
        on: Date,
        /// Which unit it thinks right.
        proposes: Option<Agency>,
    },
    /// 办理中: sixty days to the opinion.
    Handling(Handling),
    /// 已出具处理意见.
    Opinion(Opinion),
    /// 复查中.
    Review {
        /// When it was asked.
        asked_on: Date,
    },
    /// 已有复查意见.
    Reviewed(Opinion),
    /// 复核中.
    Rereview {
        /// When it was asked.
        asked_on: Date,
        /// Since when a hearing goes on; its time is not counted.
        hearing_since: Option<Date>,
    },
    /// 已结束.
    Ended(Ended),
}

/// A matter in the hands of the unit with the power to handle it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handed {
    /// The unit.
    pub unit: Agency,
    /// The day it was forwarded.
    pub on: Date,
    /// 交办: report by this day.
    pub report_by: Option<Date>,
    /// The day the unit received it.
    pub received_on: Option<Date>,
    /// The unit can no longer say that it is not its own.
    pub fixed: bool,
    /// The petitioner cannot be told, or has been told.
    pub told: bool,
}

/// A matter accepted for an opinion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handling {
    /// The day of acceptance.
    pub accepted_on: Date,
    /// The head has granted thirty days more.
    pub extended: bool,
}

/// An opinion and its service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opinion {
    /// Its day.
    pub on: Date,
    /// What it says.
    pub verdict: Verdict,
    /// The day the petitioner received it.
    pub served_on: Option<Date>,
}

/// An ended matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ended {
    /// How.
    pub how: Ending,
    /// When.
    pub on: Date,
}

/// How a matter ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// 上级不予受理，并入正在办理的事项
    InHand,
    /// 已经复核或者依法终结，不再受理
    RoadEnded,
    /// 已导入法定途径
    Routed(Branch),
    /// 检举控告已转有权机关
    Transferred,
    /// 已回复或者已履职
    Answered,
    /// 调解、和解
    Settled,
    /// 期满未请求复查
    OpinionStands,
    /// 期满未请求复核
    ReviewStands,
    /// 已复核，信访程序终结
    Terminated,
    /// 撤回
    Withdrawn,
}

impl State {
    /// The petitioners' party numbers.
    pub fn petitioners(&self) -> Vec<u32> {
        let role = jiefen_vocab::PartyRole::Applicant;
        self.brief.parties.iter().filter(|party| party.role == role).map(|party| party.no).collect()
    }

    /// The branch of art. 31.
    pub fn branch(&self) -> Option<Branch> {
        self.classified.map(|classified| classified.branch)
    }

    /// Whether an agency may be shown the matter: an accused unit never (T-L-12).
    pub fn may_be_shown_to(&self, agency: Agency) -> bool {
        !self.accused.contains(&agency)
    }

    /// The result to report to the agency that handed the dispute over; none while the matter is open.
    pub fn outcome(&self) -> Option<Outcome> {
        let Stage::Ended(ended) = &self.stage else { return None };
        Some(match ended.how {
            Ending::InHand | Ending::RoadEnded => Outcome::Refused,
            Ending::Routed(_) | Ending::Transferred => Outcome::Transferred,
            Ending::Answered => Outcome::Performed,
            Ending::Settled => Outcome::Agreed,
            Ending::OpinionStands | Ending::ReviewStands | Ending::Terminated => Outcome::Decided,
            Ending::Withdrawn => Outcome::Withdrawn,
        })
    }

    /// The state's code on the chart.
    pub fn code(&self) -> &'static str {
        match &self.stage {
            Stage::Registered => "registered",
            Stage::Forwarded(_) => "forwarded",
            Stage::Objected { .. } => "objected",
            Stage::Handling(_) => "handling",
            Stage::Opinion(_) => "opinion",
            Stage::Review { .. } => "review",
            Stage::Reviewed(_) => "reviewed",
            Stage::Rereview { .. } => "rereview",
            Stage::Ended(ended) => match ended.how {
                Ending::InHand | Ending::RoadEnded => "not_accepted",
                Ending::Routed(_) => "routed",
                Ending::Transferred => "transferred",
                Ending::Answered => "answered",
                Ending::Settled => "settled",
                Ending::OpinionStands | Ending::ReviewStands => "stands",
                Ending::Terminated => "terminated",
                Ending::Withdrawn => "withdrawn",
            },
        }
    }

    pub(super) fn outline(&self) -> Outline {
        let (next_zh, next_en) = self.next();
        Outline {
            kind: "petition",
            state: self.code(),
            state_zh: chart::zh(self.code()),
            open: !matches!(self.stage, Stage::Ended(_)),
            next_zh: next_zh.to_owned(),
            next_en: next_en.to_owned(),
            person: self.person.clone(),
        }
    }

    fn next(&self) -> (&'static str, &'static str) {
        match &self.stage {
            Stage::Registered if self.to_report => ("立即报告重大、紧急事项", "report at once"),
            Stage::Registered if self.earlier.is_some() => (
                "核对同一事项，不予受理的告知信访人",
                "check the same matter and tell the petitioner",
            ),
            Stage::Registered if self.classified.is_none() && self.matter == Matter::Claim => {
                ("依法分类", "classify")
            }
            Stage::Registered => ("转送、交办有权处理的单位", "forward to the competent unit"),
            Stage::Forwarded(handed) if handed.received_on.is_none() => {
                ("确认收件单位已收到", "have the receipt confirmed")
            }
            Stage::Forwarded(handed) if !handed.told => {
                ("书面告知信访人处理途径和程序", "tell the petitioner the way and the procedure")
            }
            Stage::Forwarded(_) => ("受理或者回复", "accept or reply"),
            Stage::Objected { .. } => {
                ("核实异议，改送或者提请指定", "forward anew or have a unit designated")
            }
            Stage::Handling(_) => ("调查核实，出具处理意见书", "examine and give the opinion"),
            Stage::Opinion(opinion) | Stage::Reviewed(opinion) => match opinion.served_on {
                None => ("送达书面答复", "serve the written reply"),
                Some(_) => ("等待信访人请求复查或者复核", "wait for a request of review"),
            },
            Stage::Review { .. } => ("提出复查意见", "give the review opinion"),
            Stage::Rereview { .. } => ("提出复核意见", "give the re-review opinion"),
            Stage::Ended(_) => ("", ""),
        }
    }

    pub(super) fn expired(&self, clock: &str) -> Option<Command> {
        match clock {
            key::OBJECTION => Some(Command::LapseObjection),
            key::ASK_REVIEW | key::ASK_REREVIEW => Some(Command::LapseReview),
            _ => None,
        }
    }
}
