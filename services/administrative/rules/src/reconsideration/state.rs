//! Everything the office knows of one case.

use jiefen_procedure::{Brief, Outline};
use jiefen_vocab::{Outcome, PartyRole, Private};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::payload::{
    Act, ByParty, ConsultGround, Days, DecisionKind, Duty, EndGround, Enforcer, RefusalGround,
    SuspendGround, Track,
};
use super::{Command, chart, key};

/// A reconsideration case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The dispute as it came.
    pub brief: Brief,
    /// The case number.
    pub number: String,
    /// The act under review, once it is known.
    pub act: Option<Act>,
    /// The day the application came in.
    pub applied_on: Date,
    /// Applicants who have not withdrawn.
    pub applicants: Vec<u32>,
    /// Requests for leave to withdraw that wait for an answer.
    pub withdrawals: Vec<Withdrawal>,
    /// Opinions given to agencies, numbered from 1 in their order (T-K-13).
    pub opinions: Vec<Opinion>,
    /// The days of correction, which do not count in the examination (T-K-02).
    pub corrected: Option<Days>,
    /// The reviewer's staff id.
    pub person: Option<String>,
    /// Where the case stands.
    pub stage: Stage,
}

/// A request for leave to withdraw (T-K-11).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawal {
    /// Whose.
    pub party: u32,
    /// After a settlement.
    pub settled: bool,
    /// When.
    pub on: Date,
}

/// An opinion to an agency (T-K-13).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opinion {
    /// The agency.
    pub agency: String,
    /// The day it was received.
    pub on: Date,
    /// The day of the report.
    pub reported_on: Option<Date>,
}

/// Where a case stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// 审查申请: five working days, silence is acceptance.
    Received,
    /// 待补正.
    Correcting(Correcting),
    /// 审理中 (or 逾期未决定, when `overdue` is set).
    Reviewing(Review),
    /// 已中止.
    Suspended {
        /// The review.
        review: Review,
        /// Why.
        ground: SuspendGround,
        /// The first day that is not counted.
        since: Date,
    },
    /// 调解中, the review being suspended (T-K-06).
    Mediating {
        /// The review.
        review: Review,
        /// The first day that is not counted.
        since: Date,
        /// The statement, once made.
        statement: Option<Statement>,
    },
    /// 已作出决定 or 调解书已生效: service, suit and performance.
    Decided(Decided),
    /// 案件已结，待报告意见书落实情况.
    Reporting(Ended),
    /// 已结束.
    Ended(Ended),
}

/// An application that waits for corrections (T-K-03).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correcting {
    /// The day of the notice.
    pub asked_on: Date,
    /// The day the applicant received it.
    pub served_on: Option<Date>,
    /// Working days added.
    pub extended: u32,
}

/// A case under review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// The day of acceptance.
    pub accepted_on: Date,
    /// The law accepted it by silence.
    pub deemed: bool,
    /// The procedure.
    pub track: Track,
    /// Major, hard or complex: the hearing is mandatory (T-K-08).
    pub major: bool,
    /// Professional or technical to a high degree: the committee must be asked (行政复议法 52).
    #[serde(default)]
    pub technical: bool,
    /// The last time the reconsideration committee was asked.
    #[serde(default)]
    pub consultation: Option<Consultation>,
    /// Respondents that received the copy.
    pub served: Vec<ByParty>,
    /// Respondents that replied.
    pub replied: Vec<ByParty>,
    /// Respondents whose time passed without reply: the act counts as without evidence (T-K-04, T-K-05).
    pub silent: Vec<u32>,
    /// The day the parties were heard.
    pub parties_heard_on: Option<Date>,
    /// The next hearing.
    pub hearing_on: Option<Date>,
    /// The day of the hearing held.
    pub heard_on: Option<Date>,
    /// Days that are not counted in the term.
    pub stood: Vec<Stood>,
    /// Days granted by the head.
    pub extended: u32,
    /// The last day of the term, once it has passed without decision.
    pub overdue: Option<Date>,
    /// Applicants who sued over the silence.
    pub sued: Vec<u32>,
    /// Applicants whose fifteen days after the silence passed.
    pub lapsed: Vec<u32>,
}

/// A question to the reconsideration committee (行政复议法 52).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consultation {
    /// Why.
    pub ground: ConsultGround,
    /// When.
    pub asked_on: Date,
    /// Its opinion, once recorded.
    pub advice: Option<Advice>,
}

/// The committee's opinion, an important reference for the decision (行政复议法 61).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Advice {
    /// When it was recorded.
    pub on: Date,
    /// What it says.
    pub text: Private<String>,
}

/// A stretch of days that is not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stood {
    /// Why.
    pub ground: SuspendGround,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
}

/// A mediation statement before it is in force (T-K-10).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// The day it was made.
    pub made_on: Date,
    /// What must be done under it.
    pub duty: Option<Duty>,
    /// Who has signed.
    pub signed: Vec<u32>,
}

/// What the case came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Upshot {
    /// 不予受理
    Refused(RefusalGround),
    /// 驳回申请 (行政复议法 33)
    Dismissed(RefusalGround),
    /// 复议决定
    Decision(DecisionKind),
    /// 调解书
    Mediated,
}

/// A decision or statement and what follows from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    /// What.
    pub result: Upshot,
    /// The day it was made or took effect.
    pub on: Date,
    /// Made after the term.
    pub late: bool,
    /// What must be done under it.
    pub duty: Option<Duty>,
    /// Who has received it.
    pub received: Vec<ByParty>,
    /// Whose right to sue has passed.
    pub lapsed: Vec<u32>,
    /// Who has sued.
    pub sued: Vec<u32>,
    /// The last pressing: its new day.
    pub pressed: Option<Date>,
    /// The duty is done, or its enforcement is in other hands.
    pub settled: Option<Ending>,
}

/// How a case ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// 视为放弃申请
    Abandoned,
    /// 不予受理、驳回申请，期限已过
    NotOpen,
    /// 准予撤回
    Withdrawn,
    /// 和解后准予撤回 (T-K-11)
    Settled,
    /// 终止
    Terminated(EndGround),
    /// 中止满六十日终止 (T-K-12)
    SuspensionOver(SuspendGround),
    /// 已起诉
    InCourt,
    /// 决定已生效，无须履行
    Concluded,
    /// 调解书已生效，无须履行
    Mediated,
    /// 已履行
    Performed,
    /// 已转入强制执行
    Enforced(Enforcer),
}

/// A case that has ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ended {
    /// How.
    pub how: Ending,
    /// When.
    pub on: Date,
}

impl State {
    fn of(&self, role: PartyRole) -> Vec<u32> {
        self.brief.parties.iter().filter(|party| party.role == role).map(|party| party.no).collect()
    }

    /// The numbers of the respondents.
    pub fn respondents(&self) -> Vec<u32> {
        self.of(PartyRole::Respondent)
    }

    /// All parties that are still in the case.
    pub fn parties(&self) -> Vec<u32> {
        let gone = |no: u32, role| role == PartyRole::Applicant && !self.applicants.contains(&no);
        let all = self.brief.parties.iter();
        all.filter(|party| !gone(party.no, party.role)).map(|party| party.no).collect()
    }

    /// Who may sue over a decision: applicants and third parties, never the respondent.
    pub fn suitors(&self) -> Vec<u32> {
        let respondents = self.respondents();
        self.parties().into_iter().filter(|no| !respondents.contains(no)).collect()
    }

    /// Every party number, also of those who have withdrawn.
    pub(super) fn everybody(&self) -> Vec<u32> {
        self.brief.parties.iter().map(|party| party.no).collect()
    }

    /// The review, while there is one.
    pub fn review(&self) -> Option<&Review> {
        match &self.stage {
            Stage::Reviewing(review)
            | Stage::Suspended { review, .. }
            | Stage::Mediating { review, .. } => Some(review),
            Stage::Received
            | Stage::Correcting(_)
            | Stage::Decided(_)
            | Stage::Reporting(_)
            | Stage::Ended(_) => None,
        }
    }

    pub(super) fn review_mut(&mut self) -> Option<&mut Review> {
        match &mut self.stage {
            Stage::Reviewing(review)
            | Stage::Suspended { review, .. }
            | Stage::Mediating { review, .. } => Some(review),
            Stage::Received
            | Stage::Correcting(_)
            | Stage::Decided(_)
            | Stage::Reporting(_)
            | Stage::Ended(_) => None,
        }
    }

    /// True while an agency owes a report on an opinion.
    pub fn reports_owed(&self) -> bool {
        self.opinions.iter().any(|opinion| opinion.reported_on.is_none())
    }

    /// The state's code, as in the chart.
    pub fn code(&self) -> &'static str {
        match &self.stage {
            Stage::Received => "received",
            Stage::Correcting(_) => "correcting",
            Stage::Reviewing(review) if review.overdue.is_some() => "overdue",
            Stage::Reviewing(_) => "reviewing",
            Stage::Suspended { .. } => "suspended",
            Stage::Mediating { .. } => "mediating",
            Stage::Decided(_) => "decided",
            Stage::Reporting(_) => "reporting",
            Stage::Ended(_) => "ended",
        }
    }

    /// How the case ended, for the agency that handed the dispute over; none while it goes on.
    pub fn outcome(&self) -> Option<Outcome> {
        let how = match &self.stage {
            Stage::Ended(ended) | Stage::Reporting(ended) => ended.how,
            Stage::Received
            | Stage::Correcting(_)
            | Stage::Reviewing(_)
            | Stage::Suspended { .. }
            | Stage::Mediating { .. }
            | Stage::Decided(_) => return None,
        };
        Some(match how {
            Ending::Abandoned | Ending::Withdrawn => Outcome::Withdrawn,
            Ending::NotOpen => Outcome::Refused,
            Ending::Settled | Ending::Mediated => Outcome::Agreed,
            Ending::Terminated(_) | Ending::SuspensionOver(_) => Outcome::Failed,
            Ending::InCourt => Outcome::Transferred,
            Ending::Concluded | Ending::Enforced(_) => Outcome::Decided,
            Ending::Performed => Outcome::Performed,
        })
    }

    pub(super) fn outline(&self) -> Outline {
        let (next_zh, next_en) = self.next();
        Outline {
            kind: "reconsideration",
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
            Stage::Received if self.act.is_none() => {
                ("登记被复议的行政行为", "register the act under review")
            }
            Stage::Received => ("决定是否受理", "decide on acceptance"),
            Stage::Correcting(c) if c.served_on.is_none() => {
                ("送达补正通知", "serve the notice of correction")
            }
            Stage::Correcting(_) => ("等待申请人补正", "await the corrections"),
            Stage::Reviewing(_) if !self.withdrawals.is_empty() => {
                ("决定是否准予撤回", "rule on the withdrawal")
            }
            Stage::Reviewing(review) => review.next(self.respondents().len()),
            Stage::Suspended { .. } => {
                ("核实中止原因是否消除", "look whether the ground of the suspension is gone")
            }
            Stage::Mediating { statement: None, .. } => ("进行调解", "mediate"),
            Stage::Mediating { .. } => ("取得各方签字并加盖印章", "have it signed and sealed"),
            Stage::Decided(decided) if self.parties().len() > decided.received.len() => {
                ("送达文书", "serve the paper")
            }
            Stage::Decided(_) => ("跟踪起诉期限和履行情况", "watch suit and performance"),
            Stage::Reporting(_) => ("催报意见书落实情况", "ask for the report on the opinion"),
            Stage::Ended(_) => ("", ""),
        }
    }

    pub(super) fn expired(&self, clock: &str) -> Option<Command> {
        let (name, party) = match clock.split_once(':') {
            Some((name, party)) => (name, party.parse().ok()),
            None => (clock, None),
        };
        match name {
            key::EXAMINE => Some(Command::DeemAccepted),
            key::CORRECT => Some(Command::Abandon),
            key::REPLY => party.map(|party| Command::LapseReply { party }),
            key::DECIDE => Some(Command::LapseDecision),
            key::SUSPENSION => Some(Command::LapseSuspension),
            key::SUIT => party.map(|party| Command::LapseSuit { party }),
            _ => None,
        }
    }
}

impl Review {
    /// Respondents whose reply is still due.
    pub(super) fn waiting(&self) -> Vec<ByParty> {
        let done =
            |no: u32| self.silent.contains(&no) || self.replied.iter().any(|r| r.party == no);
        self.served.iter().copied().filter(|copy| !done(copy.party)).collect()
    }

    fn next(&self, respondents: usize) -> (&'static str, &'static str) {
        if self.served.len() < respondents {
            ("发送申请书副本", "send the copy to the respondent")
        } else if !self.waiting().is_empty() {
            ("等待被申请人书面答复", "await the reply")
        } else if self.hearing_on.is_some() {
            ("举行听证", "hold the hearing")
        } else if self.major && self.heard_on.is_none() {
            ("通知听证", "give notice of the hearing")
        } else if self.track == Track::Ordinary
            && self.parties_heard_on.is_none()
            && self.heard_on.is_none()
        {
            ("听取当事人意见", "hear the parties")
        } else if self.consultation.as_ref().is_some_and(|asked| asked.advice.is_none()) {
            ("取得并记录行政复议委员会咨询意见", "record the committee's opinion")
        } else if self.consultation.is_none()
            && self.track == Track::Ordinary
            && (self.major || self.technical)
        {
            ("提请行政复议委员会提出咨询意见", "ask the reconsideration committee")
        } else {
            ("作出复议决定", "decide")
        }
    }
}
