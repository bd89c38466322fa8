//! What the umbrella knows of one dispute.

use std::collections::{BTreeMap, BTreeSet};

use jiefen_handoff::Mode;
use jiefen_vocab::{Agency, DisputeId, Outcome, PartyRole, Region};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::parts::{
    Absorbed, Closing, Designation, EffectLevel, Episode, FirstInquiry, NoticeDue, Obligation,
    Origin, Responsible, Risk, Route, RouteChoice, Rung, SuspendReason, Track, TrackState, Waiting,
};
use crate::content::{Content, Door};
use crate::receipt::Receipt;

/// The umbrella: who has the dispute and what is next. It never overwrites a track's outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The one code of the dispute.
    pub dispute: DisputeId,
    /// The code on the citizen's receipt.
    pub receipt: Receipt,
    /// The agency whose umbrella this is.
    pub home: Agency,
    /// The doors through which it came in, each with its number and its own answer.
    pub doors: Vec<Door>,
    /// Parties, kind, places, amount, people, flags, summary, consents.
    pub content: Content,
    /// Exactly one responsible unit and one named person (I1).
    pub responsible: Responsible,
    /// Who was asked first, and until when that unit answered for it (首问负责).
    pub first_inquiry: FirstInquiry,
    /// The dispute's own first inquiry, whatever was merged into it.
    pub own_inquiry: FirstInquiry,
    /// The day of the earliest request: limitation is interrupted (T-A-06).
    pub interrupted_on: Date,
    /// The tracks, oldest first.
    pub tracks: Vec<Track>,
    /// The notices that fell due, with their proofs.
    pub notices: Vec<NoticeDue>,
    /// What the agreement or decision obliges the parties to.
    pub obligations: Vec<Obligation>,
    /// What may be done when it is broken.
    pub effect: Option<EffectLevel>,
    /// The routes shown.
    pub routes: Vec<Route>,
    /// The route chosen.
    pub route: Option<RouteChoice>,
    /// The designation in force or in question.
    pub designation: Option<Designation>,
    /// The designated unit has objected once already.
    pub objected: bool,
    /// Declines so far; two force a designation.
    pub declines: u32,
    /// It was handed down once already.
    pub returned: bool,
    /// For the umbrella of a higher centre: whose dispute it took over.
    pub taken_from: Option<Agency>,
    /// Centres and co-units that take part without answering for it.
    pub participants: BTreeSet<Agency>,
    /// Disputes split off, or like this one.
    pub linked: BTreeSet<DisputeId>,
    /// Duplicates that live on in this dispute.
    pub absorbed: Vec<Absorbed>,
    /// The representatives of the applicants, when there are many.
    pub representatives: BTreeSet<u32>,
    /// What the machine said when it was registered; none: imported, or from before there was triage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub advice: Option<Box<jiefen_triage::advice::Advice>>,
    /// The applicants who have withdrawn.
    pub withdrawn: BTreeSet<u32>,
    /// How dangerous it is.
    pub risk: Risk,
    /// How high each overdue duty has climbed.
    pub ladder: BTreeMap<String, Rung>,
    /// The keys of the clocks that run.
    pub running: BTreeSet<String>,
    /// Earlier closings; old figures stay untouched.
    pub episodes: Vec<Episode>,
    /// What a higher centre that took it over has reported; it has no track here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub above: Vec<(Agency, Outcome, Date)>,
    /// The row of an older ledger from which it was imported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Box<Origin>>,
    /// The day of the latest step that fixes an order.
    pub latest_on: Date,
    /// Where it stands.
    pub stage: Stage,
}

/// Where the dispute stands (case-lifecycle §3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum Stage {
    /// 排查发现
    Detected,
    /// 受理（接待）
    Received,
    /// 登记
    Registered,
    /// 梳理
    Triage,
    /// 交办
    Assigned {
        /// For what it waits.
        waiting: Waiting,
    },
    /// 承办
    InProcess,
    /// 达成协议
    Agreed,
    /// 裁决／决定
    Decided,
    /// 履行
    Performing,
    /// 执行
    Enforcing,
    /// 未化解
    Unresolved,
    /// 提级／上报
    Escalated {
        /// The region whose centre is asked.
        to: Region,
        /// The centre that accepted.
        by: Option<Agency>,
    },
    /// 中止
    Suspended {
        /// The listed reason.
        reason: SuspendReason,
        /// The first day of rest.
        since: Date,
    },
    /// 撤回
    Withdrawn,
    /// 并案
    Merged {
        /// Where it lives on.
        into: DisputeId,
        /// Since which day.
        on: Date,
    },
    /// 结案
    Closed {
        /// With what.
        result: Closing,
        /// On which day.
        on: Date,
    },
    /// 归档
    Archived {
        /// With what it was closed.
        result: Closing,
        /// On which day it was closed.
        closed_on: Date,
    },
    /// 重启
    Reopened,
}

impl State {
    /// True when what is to be performed was agreed before this unit, or decided by it.
    pub fn made(&self, unit: Agency) -> bool {
        let result = |outcome| matches!(outcome, Outcome::Agreed | Outcome::Decided);
        let own = |track: &Track| {
            let ended = |outcome| track.unit == unit && result(outcome);
            matches!(track.state, TrackState::Ended { outcome, .. } if ended(outcome))
        };
        self.tracks.iter().any(own)
            || self.above.iter().any(|(by, outcome, _)| *by == unit && result(*outcome))
    }

    /// The tracks that run.
    pub fn running_tracks(&self) -> impl Iterator<Item = &Track> {
        self.tracks.iter().filter(|track| track.state == TrackState::Running)
    }

    /// The newest track of a unit in a state; help that was asked of it beside comes last.
    pub fn track_of(&self, unit: Agency, state: TrackState) -> Option<&Track> {
        let of = |track: &&Track| track.unit == unit && track.state == state;
        let beside = |track: &&Track| track.mode == Some(Mode::Assist);
        let main = self.tracks.iter().rev().filter(of).find(|track| !beside(track));
        main.or_else(|| self.tracks.iter().rev().find(of))
    }

    /// The applicants' numbers.
    pub fn applicants(&self) -> BTreeSet<u32> {
        self.content.numbers(PartyRole::Applicant)
    }

    /// Failed sessions and failed tracks: two of them are a ground to go up a level (§8).
    pub fn failed_rounds(&self) -> u32 {
        let failed = |track: &Track| {
            matches!(track.state, TrackState::Ended { outcome: Outcome::Failed, .. })
        };
        let each = |track: &Track| track.failed_sessions.max(u32::from(failed(track)));
        self.tracks.iter().map(each).fold(0, u32::saturating_add)
    }

    /// True when every obligation has been performed.
    pub fn all_performed(&self) -> bool {
        self.obligations.iter().all(|obligation| obligation.performed.is_some())
    }

    /// The first notice that needs a proof and lacks one for a party (I6).
    pub fn unproved(&self) -> Option<&NoticeDue> {
        self.notices.iter().find(|notice| {
            super::notices::needs_proof(&notice.form)
                && notice
                    .to
                    .iter()
                    .any(|party| notice.served.iter().all(|served| served.party != *party))
        })
    }
}

impl Stage {
    /// The code of the stage, as in the chart.
    pub const fn code(&self) -> &'static str {
        match self {
            Stage::Detected => "detected",
            Stage::Received => "received",
            Stage::Registered => "registered",
            Stage::Triage => "triage",
            Stage::Assigned { .. } => "assigned",
            Stage::InProcess => "in_process",
            Stage::Agreed => "agreed",
            Stage::Decided => "decided",
            Stage::Performing => "performing",
            Stage::Enforcing => "enforcing",
            Stage::Unresolved => "unresolved",
            Stage::Escalated { .. } => "escalated",
            Stage::Suspended { .. } => "suspended",
            Stage::Withdrawn => "withdrawn",
            Stage::Merged { .. } => "merged",
            Stage::Closed { .. } => "closed",
            Stage::Archived { .. } => "archived",
            Stage::Reopened => "reopened",
        }
    }

    /// The Chinese name of the stage.
    pub const fn zh(&self) -> &'static str {
        match self {
            Stage::Detected => "排查发现",
            Stage::Received => "受理",
            Stage::Registered => "登记",
            Stage::Triage => "梳理",
            Stage::Assigned { .. } => "交办",
            Stage::InProcess => "承办",
            Stage::Agreed => "达成协议",
            Stage::Decided => "裁决／决定",
            Stage::Performing => "履行",
            Stage::Enforcing => "执行",
            Stage::Unresolved => "未化解",
            Stage::Escalated { .. } => "提级／上报",
            Stage::Suspended { .. } => "中止",
            Stage::Withdrawn => "撤回",
            Stage::Merged { .. } => "并案",
            Stage::Closed { .. } => "结案",
            Stage::Archived { .. } => "归档",
            Stage::Reopened => "重启",
        }
    }

    /// True while something may still happen: not merged, closed or archived.
    pub const fn open(&self) -> bool {
        match self {
            Stage::Merged { .. } | Stage::Closed { .. } | Stage::Archived { .. } => false,
            Stage::Detected
            | Stage::Received
            | Stage::Registered
            | Stage::Triage
            | Stage::Assigned { .. }
            | Stage::InProcess
            | Stage::Agreed
            | Stage::Decided
            | Stage::Performing
            | Stage::Enforcing
            | Stage::Unresolved
            | Stage::Escalated { .. }
            | Stage::Suspended { .. }
            | Stage::Withdrawn
            | Stage::Reopened => true,
        }
    }
}

/// True for hand-overs after which the receiver answers for the dispute (I2); assistance leaves it where
/// it was.
pub const fn moves(mode: Mode) -> bool {
    match mode {
        Mode::Transfer | Mode::Delegate | Mode::Lead | Mode::Escalate | Mode::Return => true,
        Mode::Assist => false,
    }
}
