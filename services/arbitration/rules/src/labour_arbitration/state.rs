//! Everything the commission knows of one case.

use jiefen_procedure::Brief;
use jiefen_vocab::{Outcome, PartyRole};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::codes::{Paper, RefusalGround, StayGround};
use super::payload::{Claim, Item, MinimumWage};

/// A labour arbitration case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The dispute as it came.
    pub brief: Brief,
    /// The commission's case number.
    pub number: String,
    /// The day the application came in; before that, the day the dispute was taken over.
    pub applied_on: Date,
    /// Party numbers on the worker side.
    pub workers: Vec<u32>,
    /// Party numbers on the employer side.
    pub employers: Vec<u32>,
    /// What is claimed.
    pub claims: Vec<Claim>,
    /// Ten workers or more with a common claim: priority, representatives, three arbitrators (T-H-17).
    pub collective: bool,
    /// When the applicant knew of the harm (T-H-05).
    pub knew_on: Option<Date>,
    /// When the employment ended (T-H-05).
    pub employment_ended_on: Option<Date>,
    /// The respondent has raised limitation; the commission never does (T-H-05).
    pub limitation_raised: bool,
    /// Representatives of a collective case.
    pub representatives: Vec<u32>,
    /// Workers whose claims are still to be decided.
    pub remaining: Vec<u32>,
    /// Workers for whom a mediation statement has taken effect.
    #[serde(default)]
    pub settled: Vec<u32>,
    /// The dispute is about performing a collective contract: three sides in the tribunal (case rules 65).
    #[serde(default)]
    pub collective_contract: bool,
    /// What was decided in part, beside the hearing (LMAL 43).
    #[serde(default)]
    pub parts: Option<Awards>,
    /// The staff id of who took the dispute over, then of the presiding arbitrator.
    pub person: Option<String>,
    /// How earlier rounds of the same dispute ended here.
    #[serde(default)]
    pub earlier: Vec<Ended>,
    /// Where the case stands.
    pub stage: Stage,
}

/// Where a case stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// 已接收移交: the papers are here, the application is awaited (LMAL 28).
    Received {
        /// The day of the taking.
        since: Date,
        /// The day the applicant was last reached.
        contacted_on: Option<Date>,
    },
    /// 已申请: five days to accept or refuse.
    Applied,
    /// 逾期未答复: the applicant may sue, the commission may still answer.
    Unanswered {
        /// The last of the five days.
        since: Date,
    },
    /// 审理中.
    Hearing(Hearing),
    /// 中止审理.
    Stayed {
        /// What was before.
        hearing: Hearing,
        /// Why.
        ground: StayGround,
        /// The first day that is not counted.
        since: Date,
    },
    /// 逾期未裁决: the parties may sue, the tribunal may still decide.
    Overdue {
        /// What was before.
        hearing: Hearing,
        /// The last day of the term.
        since: Date,
    },
    /// 已裁决: the parties' clocks run.
    Awarded(Awards),
    /// 已结束.
    Ended(Ended),
}

/// What one party did or received, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// The party.
    pub party: u32,
    /// The day.
    pub on: Date,
}

/// A stretch of days that is not counted in the term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stood {
    /// Why.
    pub ground: StayGround,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
}

/// A mediation statement that waits for signatures (T-H-10).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// The day it was made.
    pub made_on: Date,
    /// The workers who agreed.
    pub workers: Vec<u32>,
    /// Who has signed for it.
    pub signed: Vec<u32>,
}

/// A case under hearing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hearing {
    /// The day of acceptance.
    pub accepted_on: Date,
    /// The day from which the term runs: acceptance, or what made it begin anew.
    pub term_from: Date,
    /// Days that are not counted.
    pub stays: Vec<Stood>,
    /// The director has granted fifteen days more.
    pub extended: bool,
    /// Respondents that received the copy.
    pub served: Vec<Event>,
    /// Respondents that filed a defence.
    pub defended: Vec<Event>,
    /// A defence waits to be sent to the applicant.
    pub to_forward: bool,
    /// The tribunal; the first presides.
    pub tribunal: Vec<String>,
    /// The next hearing.
    pub hearing_on: Option<Date>,
    /// The day of the last hearing.
    pub heard_on: Option<Date>,
    /// Respondents that stayed away: award by default.
    pub defaulted: Vec<u32>,
    /// The day of the mediation before the award.
    pub mediated_on: Option<Date>,
    /// The statement that waits for signatures.
    pub statement: Option<Statement>,
    /// Since when the case is handled in the simplified way (case rules 56).
    #[serde(default)]
    pub simplified: Option<Date>,
    /// Respondents whose time to answer was shortened or waived (case rules 58).
    #[serde(default)]
    pub shortened: Vec<u32>,
    /// Who has confirmed a notice of the hearing given by simple means; none: the notice was served
    /// (case rules 59).
    #[serde(default)]
    pub confirmed: Option<Vec<u32>>,
    /// When the parties of a collective case were led to talk before the hearing (case rules 66).
    #[serde(default)]
    pub guided_on: Option<Date>,
}

/// One or two papers of one award, and the ruling that set one aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Awards {
    /// The day of the award.
    pub made_on: Date,
    /// The wage that decided on finality.
    pub minimum_wage: MinimumWage,
    /// Made after the term: the finding stays.
    pub late: bool,
    /// Respondents against whom it was made by default.
    pub defaulted: Vec<u32>,
    /// The papers.
    pub sheets: Vec<Sheet>,
}

/// One paper and what became of it, worker by worker (解释(一) 17).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// Which paper.
    pub paper: Paper,
    /// Its day.
    pub made_on: Date,
    /// Its items; none in a ruling.
    pub items: Vec<Item>,
    /// One line a worker.
    pub lines: Vec<Line>,
    /// Who received it and when.
    pub received: Vec<Event>,
    /// Whose right against it has passed unused.
    pub lapsed: Vec<u32>,
}

/// What became of a paper for one worker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The worker.
    pub worker: u32,
    /// How it stands.
    pub standing: Standing,
}

/// How a paper stands for one worker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Nobody has attacked it.
    Stands,
    /// 已起诉: without effect for this worker.
    Sued(Event),
    /// 已申请撤销: enforcement is stayed.
    SetAsideAsked(Event),
    /// 驳回撤销申请: it goes on.
    Upheld(Date),
    /// 裁定撤销: both may sue.
    SetAside(Date),
}

/// An ended case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ended {
    /// How.
    pub how: Ending,
    /// When.
    pub on: Date,
    /// The awards, when there were any.
    pub awards: Option<Awards>,
}

/// How a case ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// 申请人不申请仲裁
    NotApplied,
    /// 已移送其他单位
    HandedOn,
    /// 不予受理
    Refused(RefusalGround),
    /// 撤回或者按撤回处理
    Withdrawn,
    /// 调解书生效或者和解
    Settled,
    /// 未答复或者逾期未裁决，已起诉
    InCourt,
    /// 裁决已有最后的去向：生效、进入诉讼或者被撤销
    Concluded,
}

impl Ending {
    /// The code of the ended state.
    pub const fn code(self) -> &'static str {
        match self {
            Ending::NotApplied => "not_applied",
            Ending::HandedOn => "handed_on",
            Ending::Refused(_) => "refused",
            Ending::Withdrawn => "withdrawn",
            Ending::Settled => "settled",
            Ending::InCourt => "in_court",
            Ending::Concluded => "concluded",
        }
    }
}

impl Sheet {
    /// Whether nothing more can happen to the paper for this worker.
    pub fn is_settled(&self, line: &Line, employers: &[u32]) -> bool {
        let lapsed = |party: &u32| self.lapsed.contains(party);
        match line.standing {
            Standing::Sued(_) | Standing::SetAside(_) => true,
            Standing::SetAsideAsked(_) => false,
            Standing::Upheld(_) => lapsed(&line.worker),
            Standing::Stands => lapsed(&line.worker) && employers.iter().all(lapsed),
        }
    }

    /// Workers for whom the paper has taken effect for good.
    pub fn effective(&self, employers: &[u32]) -> Vec<u32> {
        let stands = |line: &&Line| matches!(line.standing, Standing::Stands | Standing::Upheld(_));
        let settled = |line: &&Line| self.is_settled(line, employers) && !self.paper.is_ruling();
        self.lines.iter().filter(stands).filter(settled).map(|line| line.worker).collect()
    }
}

impl Awards {
    /// Whether nothing more can happen to any paper for any worker.
    pub fn is_settled(&self, employers: &[u32]) -> bool {
        let mut lines =
            self.sheets.iter().flat_map(|sheet| sheet.lines.iter().map(move |line| (sheet, line)));
        lines.all(|(sheet, line)| sheet.is_settled(line, employers))
    }
}

impl State {
    /// The section on collective cases applies: ten workers or more, or a collective contract, and no
    /// simplified handling (case rules 62).
    pub fn is_group(&self) -> bool {
        let simplified = self.hearing().is_some_and(|hearing| hearing.simplified.is_some());
        (self.collective || self.collective_contract) && !simplified
    }

    /// The parties that applied.
    pub fn applicants(&self) -> Vec<u32> {
        self.in_role(PartyRole::Applicant)
    }

    /// The parties against which was applied.
    pub fn respondents(&self) -> Vec<u32> {
        self.in_role(PartyRole::Respondent)
    }

    fn in_role(&self, role: PartyRole) -> Vec<u32> {
        self.brief.parties.iter().filter(|party| party.role == role).map(|party| party.no).collect()
    }

    /// All parties' numbers.
    pub fn parties(&self) -> Vec<u32> {
        self.brief.parties.iter().map(|party| party.no).collect()
    }

    /// The hearing's data while there is one.
    pub fn hearing(&self) -> Option<&Hearing> {
        match &self.stage {
            Stage::Hearing(hearing)
            | Stage::Stayed { hearing, .. }
            | Stage::Overdue { hearing, .. } => Some(hearing),
            Stage::Received { .. }
            | Stage::Applied
            | Stage::Unanswered { .. }
            | Stage::Awarded(_)
            | Stage::Ended(_) => None,
        }
    }

    /// The same, to change it.
    pub(super) fn hearing_mut(&mut self) -> Option<&mut Hearing> {
        match &mut self.stage {
            Stage::Hearing(hearing)
            | Stage::Stayed { hearing, .. }
            | Stage::Overdue { hearing, .. } => Some(hearing),
            Stage::Received { .. }
            | Stage::Applied
            | Stage::Unanswered { .. }
            | Stage::Awarded(_)
            | Stage::Ended(_) => None,
        }
    }

    /// The result to report to the agency that handed the dispute over; none while the case is open.
    pub fn outcome(&self) -> Option<Outcome> {
        match &self.stage {
            Stage::Ended(ended) => Some(match ended.how {
                Ending::NotApplied => Outcome::Failed,
                Ending::Refused(_) => Outcome::Refused,
                Ending::Withdrawn => Outcome::Withdrawn,
                Ending::Settled => Outcome::Agreed,
                Ending::HandedOn | Ending::InCourt => Outcome::Transferred,
                Ending::Concluded => Outcome::Decided,
            }),
            Stage::Received { .. }
            | Stage::Applied
            | Stage::Unanswered { .. }
            | Stage::Hearing(_)
            | Stage::Stayed { .. }
            | Stage::Overdue { .. }
            | Stage::Awarded(_) => None,
        }
    }

    /// The state's code on the chart.
    pub fn code(&self) -> &'static str {
        match &self.stage {
            Stage::Received { .. } => "received",
            Stage::Applied => "applied",
            Stage::Unanswered { .. } => "unanswered",
            Stage::Hearing(_) => "hearing",
            Stage::Stayed { .. } => "stayed",
            Stage::Overdue { .. } => "overdue",
            Stage::Awarded(_) => "awarded",
            Stage::Ended(ended) => ended.how.code(),
        }
    }
}
