//! The upper rungs of supervision: talk 约谈, rectification 限期整改, listing 挂牌督办 (plan 九(三), C-314 to
//! C-319, S21). The lower rungs, order 督办单 and circular 通报, are [`crate::order`]; where that ends in
//! `talk_due` this begins ([`draft_from_order`]), or where a frozen figure misses its target.
//!
//! A machine may draft; a person signs every rung. No unit is measured on a case that was not its own, and
//! it may appeal each case; an upheld appeal corrects the frozen figure visibly. A unit leaves the list only
//! after its closed cases were re-checked by a sample that nobody chose. Nothing here decides guilt (C-317).

mod appeals;
mod chart;
mod decide;
mod evolve;
mod fact;
mod recheck;
mod refusal;
mod rows;
#[cfg(any(test, feature = "kit"))]
pub mod samples;
mod tell;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use jiefen_procedure::term::Term;
use jiefen_procedure::{Chart, Circumstances, ClockEffect, Notice, Outline, Procedure};
use jiefen_vocab::{Agency, DisputeId, Role};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::figure::{Indicator, Period};
use crate::order;
use crate::sheet::Correction;

pub use chart::CHART;
pub use fact::Fact;
pub use recheck::{sample_of, sample_size};
pub use refusal::Refusal;

/// The office's signature under a draft (policy.supervision_signature).
pub(crate) const WORK: &str = "work";
/// The talk is to be held (policy.talk).
pub(crate) const TALK: &str = "talk";
/// The unit rectifies what it promised (policy.rectification).
pub(crate) const RECTIFY: &str = "rectify";
/// The rectification is checked (policy.rectification_check).
pub(crate) const CHECK: &str = "check";
/// The listed unit reports each week (policy.listing_report).
pub(crate) const WEEKLY: &str = "weekly";
/// The term of the listing (policy.listing_term).
pub(crate) const TERM: &str = "term";
/// The re-check before removal (policy.listing_recheck).
pub(crate) const RECHECK: &str = "recheck";
/// The decision on an appeal; `appeal:2` for the second (policy.supervision_appeal).
pub(crate) const APPEAL: &str = "appeal";

pub(crate) const RECTIFY_RULE: &str = "policy.rectification";
pub(crate) const TERM_RULE: &str = "policy.listing_term";

/// One unit on the upper rungs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The unit.
    pub unit: Agency,
    /// Why: the trigger with its figure, threshold and period (C-318). The later one comes last.
    pub grounds: Vec<Ground>,
    /// The cases behind it, each the unit's own; those struck stay visible in `appeals`.
    pub cases: BTreeSet<DisputeId>,
    /// Fewer cases than this do not carry the measure.
    pub threshold: u32,
    /// Who drafted it: a person, or the node itself.
    pub drafted_by: Signer,
    /// Who signed which rung, on which day, in order.
    pub signed: Vec<(Signer, Date)>,
    /// The talk, when one was held.
    pub talk: Option<Talk>,
    /// What the unit reported as rectified, commitment by commitment.
    pub evidence: Vec<(u32, String)>,
    /// How often a rectification was found not to be one.
    pub rejected: u32,
    /// The listing, when the unit is or was on the list.
    pub listing: Option<Listing>,
    /// The appeals, in order; the number is the place, from 1.
    pub appeals: Vec<Appeal>,
    /// The day of the latest step.
    pub latest_on: Date,
    /// Where it stands.
    pub stage: Stage,
}

/// Who put a hand to a measure: staff ids are unique within an agency only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signer {
    /// The agency.
    pub agency: Agency,
    /// The staff id.
    pub person: String,
}

/// Where a unit stands on the ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// 约谈已起草，待签发
    TalkDrafted,
    /// 已通知约谈
    TalkCalled,
    /// 已约谈，限期整改
    Rectifying,
    /// 已报整改，待核查
    Reported,
    /// 挂牌已起草，待签发
    ListingDrafted,
    /// 已挂牌督办
    Listed,
    /// 申请摘牌，抽样复核
    Rechecking,
    /// 挂牌期满未摘牌
    TermOver,
    /// 整改到位
    Rectified,
    /// 已摘牌
    Delisted,
    /// 已撤回（含依据不成立）
    Withdrawn,
}

/// Why a unit is on the ladder (C-318: figure, threshold, period).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "ground", rename_all = "snake_case")]
pub enum Ground {
    /// 督办、通报后仍未整改
    OrderNotPerformed {
        /// The order's own number.
        order: String,
        /// When the talk fell due.
        on: Date,
    },
    /// 季度考核指标未完成
    TargetMissed {
        /// The quarter.
        quarter: Period,
        /// The indicator.
        indicator: Indicator,
        /// Its variant.
        variant: String,
        /// The frozen numbers: numerator and denominator.
        figure: (u64, u64),
        /// The target of the target book, as printed.
        target: String,
        /// When the sheet was frozen.
        frozen_on: Date,
    },
    /// 矛盾纠纷问题突出
    OutstandingProblem {
        /// What was found.
        finding: String,
    },
}

impl Ground {
    /// The quarter of a missed target.
    pub fn quarter(&self) -> Option<Period> {
        match self {
            Ground::TargetMissed { quarter, .. } => Some(*quarter),
            Ground::OrderNotPerformed { .. } | Ground::OutstandingProblem { .. } => None,
        }
    }

    /// The frozen figure: indicator, variant, numbers.
    pub fn figure(&self) -> Option<(Indicator, &str, (u64, u64))> {
        match self {
            Ground::TargetMissed { indicator, variant, figure, .. } => {
                Some((*indicator, variant, *figure))
            }
            Ground::OrderNotPerformed { .. } | Ground::OutstandingProblem { .. } => None,
        }
    }
}

/// The talk 约谈: who, record, commitments (C-314).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Talk {
    /// Who led it: staff id.
    pub led_by: String,
    /// Who came for the unit: staff id or post.
    pub attended_by: String,
    /// The record.
    pub record: String,
    /// What the unit promised, numbered from 1 by place (C-319).
    pub commitments: Vec<Commitment>,
    /// When.
    pub on: Date,
}

/// One measure with its own day (C-319).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Commitment {
    /// What.
    pub what: String,
    /// By when.
    pub due: Date,
}

/// The listing 挂牌: goal, term, weekly reports, re-check (C-315).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listing {
    /// What must be reached.
    pub goal: String,
    /// The term.
    pub term: Term,
    /// The weekly reports.
    pub reports: Vec<Report>,
    /// Weeks without a report.
    pub missed_weeks: u32,
    /// The re-check before removal, of the latest request.
    pub recheck: Option<Recheck>,
    /// Requests for removal that the re-check refused.
    pub refused: u32,
    /// Sent to the discipline body, which alone judges (C-317).
    pub referred_on: Option<Date>,
}

/// A weekly report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// What was done.
    pub done: String,
    /// What comes next.
    pub next: String,
    /// When.
    pub on: Date,
}

/// The re-check of closed cases.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recheck {
    /// The sample: each case with its finding, true when the closing holds; none: not yet checked.
    pub sample: BTreeMap<DisputeId, Option<bool>>,
}

/// An appeal against one case (S21.4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appeal {
    /// The case.
    pub dispute: DisputeId,
    /// Why it was not the unit's own, or is no failure of the unit.
    pub reason: String,
    /// When.
    pub on: Date,
    /// Upheld or not, by whom, when.
    pub decision: Option<(bool, String, Date)>,
    /// The visible correction of the frozen figure.
    pub correction: Option<Correction>,
}

/// A draft of a measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The unit.
    pub unit: Agency,
    /// The trigger.
    pub ground: Ground,
    /// The cases behind it, each with the unit that answered for it.
    pub cases: BTreeMap<DisputeId, Agency>,
    /// The threshold of the trigger.
    pub threshold: u32,
}

/// What may be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// 起草约谈: a machine may; only a person may sign.
    DraftTalk(Draft),
    /// 起草挂牌: the target is missed again after a talk that is over.
    DraftListing {
        /// The draft.
        draft: Draft,
        /// When the earlier talk was held.
        talked_on: Date,
    },
    /// 签发约谈通知
    SignTalk,
    /// 约谈
    HoldTalk(Talk),
    /// 未到场接受约谈
    RecordAbsence {
        /// When the talk was to be.
        on: Date,
    },
    /// 报告整改: an evidence for each commitment.
    ReportRectified {
        /// Number of the commitment and its evidence.
        evidence: Vec<(u32, String)>,
    },
    /// 核查整改
    Verify {
        /// What was promised is done.
        rectified: bool,
        /// What was found.
        finding: String,
    },
    /// 再次未完成考核指标
    NoteMissedAgain {
        /// The later quarter.
        ground: Ground,
    },
    /// 逾期未整改: the clock says so.
    ProposeListing,
    /// 签发挂牌
    SignListing {
        /// What must be reached.
        goal: String,
    },
    /// 周报
    ReportWeek {
        /// What was done.
        done: String,
        /// What comes next.
        next: String,
    },
    /// 本周未报: the clock says so.
    NoteMissedWeek,
    /// 挂牌期满: the clock says so.
    MarkTermPassed,
    /// 延长挂牌: once.
    ExtendListing {
        /// Why.
        reason: String,
    },
    /// 移送追责: to the discipline body, with the trail; the unit stays on the list.
    ReferAccountability {
        /// The facts, without a judgement.
        facts: String,
    },
    /// 申请摘牌
    RequestRemoval {
        /// What was reached.
        reached: String,
    },
    /// 抽取样本: from the unit's closed cases, by a number that nobody chose.
    DrawSample {
        /// The unit's closed cases of the listing's time, each with the unit that answered for it.
        closed: BTreeMap<DisputeId, Agency>,
        /// The number from which the sample follows.
        seed: u64,
    },
    /// 复核个案
    RecordCheck {
        /// The case.
        dispute: DisputeId,
        /// The closing holds: the parties were asked and the papers seen.
        holds: bool,
        /// What was found.
        finding: String,
    },
    /// 决定摘牌
    DecideRemoval {
        /// Why.
        reason: String,
    },
    /// 申诉: against one case.
    Appeal {
        /// The case.
        dispute: DisputeId,
        /// Why.
        reason: String,
    },
    /// 处理申诉
    DecideAppeal {
        /// Its number, from 1.
        appeal: u32,
        /// Upheld.
        upheld: bool,
        /// Why.
        reason: String,
        /// The numbers of the frozen figure after an upheld appeal.
        after: Option<(u64, u64)>,
    },
    /// 撤回: the ground was wrong.
    Withdraw {
        /// Why.
        reason: String,
    },
    /// 逾期提示: the office's own step is late, the clock says so.
    FlagLate {
        /// Which clock.
        clock: String,
    },
}

impl State {
    /// A frozen figure with its corrections: numerator and denominator. The frozen numbers stay in `grounds`.
    pub fn current(&self) -> Option<(u64, u64)> {
        let frozen = self.grounds.iter().rev().find_map(Ground::figure).map(|(_, _, n)| n)?;
        let corrected = self.appeals.iter().rev().find_map(|appeal| appeal.correction.as_ref());
        Some(corrected.map_or(frozen, |correction| correction.after))
    }

    /// The appeals that wait for a decision.
    pub fn pending(&self) -> impl Iterator<Item = (u32, &Appeal)> {
        (1..).zip(&self.appeals).filter(|(_, appeal)| appeal.decision.is_none())
    }
}

/// The draft of a talk out of an order that ended in `talk_due`; none for any other order. Whose each case
/// was is not the order's to say, it is looked up and comes along.
pub fn draft_from_order(
    order: &order::State,
    number: &str,
    due_on: Date,
    holders: &BTreeMap<DisputeId, Agency>,
) -> Option<Command> {
    if order.stage != order::Stage::TalkDue {
        return None;
    }
    let held = |id: &DisputeId| holders.get(id).map(|holder| (*id, *holder));
    let cases: Option<BTreeMap<DisputeId, Agency>> = order.disputes.iter().map(held).collect();
    let ground = Ground::OrderNotPerformed { order: number.to_owned(), on: due_on };
    let draft = Draft { unit: order.unit, ground, cases: cases?, threshold: 1 };
    Some(Command::DraftTalk(draft))
}

/// The procedure.
#[derive(Debug, Clone, Copy)]
pub struct SupervisionLadder;

impl Procedure for SupervisionLadder {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "supervision_ladder";
    const COMMANDS: &'static [&'static str] = tell::COMMANDS;

    fn decide(
        state: Option<&State>,
        command: &Command,
        ctx: &Circumstances<'_>,
    ) -> Result<Vec<Fact>, Refusal> {
        decide::decide(state, command, ctx)
    }

    fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
        evolve::evolve(state, fact)
    }

    fn outline(state: &State) -> Outline {
        tell::outline(state)
    }

    fn clocks(fact: &Fact) -> Vec<ClockEffect> {
        tell::clocks(fact)
    }

    fn notices(_: &Fact) -> Vec<Notice> {
        // There are no parties; the unit receives each step as a message of this agency.
        Vec::new()
    }

    fn expired(state: &State, clock: &str) -> Option<Command> {
        tell::expired(state, clock)
    }

    fn name(command: &Command) -> &'static str {
        tell::name(command)
    }

    fn roles(command: &str) -> &'static [Role] {
        tell::roles(command)
    }

    fn needs_holding(_: &str) -> bool {
        // A measure against a unit is no dispute: there is no holder.
        false
    }

    fn chart() -> &'static Chart {
        &CHART
    }
}
