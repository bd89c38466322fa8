//! What has happened in a reconsideration, and what it does to the clocks.

use jiefen_procedure::{Brief, ClockEffect};
use jiefen_vocab::Private;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::payload::{
    Act, ByParty, ConsultGround, Duty, Head, Measure, Panel, SuspendGround, Track,
};
use super::state::{Ending, Stood, Upshot};
use super::{CHECK, key};

/// A fact. Facts are stored for ever and never change their meaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
#[allow(missing_docs, reason = "the fields are those of the commands and of the state")]
pub enum Fact {
    /// 已收到申请.
    Applied { on: Date, brief: Box<Brief>, number: String, act: Option<Act> },
    /// 已登记行政行为.
    ActDescribed { on: Date, act: Act },
    /// 已通知补正.
    CorrectionAsked { on: Date },
    /// 补正通知已送达.
    CorrectionServed { on: Date },
    /// 补正期限已延长.
    CorrectionExtended { on: Date, days: u32 },
    /// 已补正.
    Corrected { on: Date },
    /// 已受理; `deemed`: by silence, on the last of the five days.
    Accepted { on: Date, deemed: bool, track: Track, reviewer: Option<String> },
    /// 已指定复议人员.
    ReviewerNamed { on: Date, reviewer: String },
    /// 已认定为重大、疑难、复杂.
    MarkedMajor { on: Date },
    /// 已认定为专业性、技术性较强.
    MarkedTechnical { on: Date },
    /// 已提请行政复议委员会提出咨询意见.
    CommitteeConsulted { ground: ConsultGround, on: Date },
    /// 咨询意见已记录.
    AdviceRecorded { on: Date, text: Private<String> },
    /// 已转为普通程序; what the clocks need to count anew.
    Converted {
        on: Date,
        accepted_on: Date,
        stood: Vec<Stood>,
        copies_missing: bool,
        waiting: Vec<ByParty>,
    },
    /// 副本已送达; `all`: every respondent has it now.
    CopyServed { party: u32, on: Date, track: Track, all: bool },
    /// 已答复.
    Replied { party: u32, on: Date },
    /// 逾期未答复: `on` is the last day.
    ReplyLapsed { party: u32, on: Date },
    /// 已听取意见.
    PartiesHeard { on: Date, on_paper: bool },
    /// 已通知听证.
    HearingNotified { on: Date, hearing_on: Date },
    /// 已举行听证.
    HearingHeld { on: Date, panel: Panel, head: Head, absent: Vec<u32> },
    /// 双方同意调解，审理中止.
    MediationBegun { on: Date },
    /// 已制作调解书.
    StatementMade { on: Date, duty: Option<Duty> },
    /// 一方已签字.
    StatementSigned { party: u32, on: Date },
    /// 调解书已盖章生效.
    StatementInForce { on: Date, parties: Vec<u32>, duty: Option<Duty> },
    /// 调解未成，恢复审理.
    MediationEnded { on: Date, party: Option<u32> },
    /// 已中止.
    Suspended { on: Date, ground: SuspendGround },
    /// 已恢复.
    Resumed { on: Date },
    /// 已批准延期.
    Extended { on: Date, days: u32 },
    /// 逾期未决定: `on` is the last day of the term.
    DecisionOverdue { on: Date, applicants: Vec<u32> },
    /// 已申请撤回.
    WithdrawalAsked { party: u32, settled: bool, on: Date },
    /// 撤回申请已获答复.
    WithdrawalRuled { party: u32, granted: bool, settled: bool, on: Date },
    /// 已决定 (also 不予受理、驳回申请).
    Decided {
        on: Date,
        result: Upshot,
        late: bool,
        duty: Option<Duty>,
        competent: Option<String>,
        parties: Vec<u32>,
    },
    /// 已送达: the party's own clock starts when it may sue. `all`: everybody has it now.
    Served { party: u32, on: Date, may_sue: bool, perform_from: Option<Date>, all: bool },
    /// 已起诉.
    Sued { party: u32, on: Date },
    /// 期满未起诉: `on` is the last day.
    SuitLapsed { party: u32, on: Date },
    /// 已履行.
    Performed { on: Date, proof: String },
    /// 已责令、约谈、通报.
    Pressed { on: Date, measure: Measure, by: Date },
    /// 已转入强制执行.
    Enforced { on: Date, by: super::payload::Enforcer },
    /// 意见书已送达.
    OpinionGiven { no: u32, on: Date, agency: String, text: Private<String> },
    /// 已报告落实情况.
    OpinionReported { no: u32, on: Date },
    /// 案件已结; `reports`: opinions still wait for their report.
    Closed { on: Date, how: Ending, parties: Vec<u32>, reports: bool },
    /// 意见书均已报告，案件结束.
    ReportsComplete { on: Date },
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

fn stop(key: &str, from: Date, reason: &str) -> ClockEffect {
    ClockEffect::Stop { key: key.to_owned(), from, reason: reason.to_owned() }
}

fn resume(key: &str, to: Date) -> ClockEffect {
    ClockEffect::Resume { key: key.to_owned(), to }
}

fn of(key: &str, party: u32) -> String {
    format!("{key}:{party}")
}

impl Track {
    /// The rule of the decision's term.
    pub const fn decide_rule(self) -> &'static str {
        match self {
            Track::Ordinary => "T-K-06",
            Track::Simplified => "T-K-07",
        }
    }

    /// The rule for sending the copy.
    pub const fn copy_rule(self) -> &'static str {
        match self {
            Track::Ordinary => "T-K-04",
            Track::Simplified => "T-K-05",
        }
    }

    /// The rule of the reply.
    pub const fn reply_rule(self) -> &'static str {
        match self {
            Track::Ordinary => "T-K-04.reply",
            Track::Simplified => "T-K-05.reply",
        }
    }
}

impl Fact {
    /// The effects on the clocks. Ending a clock that does not run has no effect.
    pub(super) fn clocks(&self) -> Vec<ClockEffect> {
        match self {
            Fact::Applied { .. }
            | Fact::CorrectionAsked { .. }
            | Fact::CorrectionServed { .. }
            | Fact::CorrectionExtended { .. }
            | Fact::Corrected { .. }
            | Fact::Accepted { .. } => of_the_door(self),
            Fact::Converted { .. }
            | Fact::CopyServed { .. }
            | Fact::Replied { .. }
            | Fact::MediationBegun { .. }
            | Fact::MediationEnded { .. }
            | Fact::Suspended { .. }
            | Fact::Resumed { .. }
            | Fact::Extended { .. } => of_the_review(self),
            Fact::DecisionOverdue { .. }
            | Fact::Decided { .. }
            | Fact::StatementInForce { .. }
            | Fact::Served { .. }
            | Fact::Sued { .. }
            | Fact::Performed { .. }
            | Fact::Enforced { .. }
            | Fact::Pressed { .. }
            | Fact::OpinionGiven { .. }
            | Fact::OpinionReported { .. }
            | Fact::Closed { .. } => of_the_outcome(self),
            Fact::ActDescribed { .. }
            | Fact::ReviewerNamed { .. }
            | Fact::MarkedMajor { .. }
            | Fact::MarkedTechnical { .. }
            | Fact::CommitteeConsulted { .. }
            | Fact::AdviceRecorded { .. }
            | Fact::ReplyLapsed { .. }
            | Fact::PartiesHeard { .. }
            | Fact::HearingNotified { .. }
            | Fact::HearingHeld { .. }
            | Fact::StatementMade { .. }
            | Fact::StatementSigned { .. }
            | Fact::WithdrawalAsked { .. }
            | Fact::WithdrawalRuled { .. }
            | Fact::SuitLapsed { .. }
            | Fact::ReportsComplete { .. } => Vec::new(),
        }
    }
}

/// The ordinary term counts from acceptance too, so its clocks begin anew with the same stops.
fn converted(
    accepted_on: Date,
    stood: &[Stood],
    copies_missing: bool,
    waiting: &[ByParty],
) -> Vec<ClockEffect> {
    let track = Track::Ordinary;
    let mut effects = vec![start(key::DECIDE, track.decide_rule(), accepted_on)];
    for one in stood {
        effects.push(stop(key::DECIDE, one.from, one.ground.stop()));
        effects.push(resume(key::DECIDE, one.to));
    }
    if copies_missing {
        effects.push(start(key::COPY, track.copy_rule(), accepted_on));
    }
    let reply = |copy: &ByParty| start(&of(key::REPLY, copy.party), track.reply_rule(), copy.on);
    effects.extend(waiting.iter().map(reply));
    effects
}

/// Ends every clock of the case and of its parties; those of opinions run on.
fn end(parties: &[u32]) -> Vec<ClockEffect> {
    const OF_THE_CASE: [&str; 11] = [
        key::EXAMINE,
        key::NOTICE,
        key::CORRECT,
        key::COPY,
        key::DECIDE,
        key::MEDIATION,
        key::SUSPENSION,
        key::CHECK,
        key::OVERDUE,
        key::SERVICE,
        key::PERFORM,
    ];
    let own =
        parties.iter().flat_map(|no| [key::REPLY, key::SUIT].map(|name| cancel(&of(name, *no))));
    OF_THE_CASE.map(cancel).into_iter().chain(own).collect()
}

/// From the application to acceptance.
#[allow(clippy::wildcard_enum_match_arm, reason = "the caller sends only its own facts")]
fn of_the_door(fact: &Fact) -> Vec<ClockEffect> {
    match fact {
        Fact::Applied { on, .. } => vec![start(key::EXAMINE, "T-K-02", *on)],
        Fact::CorrectionAsked { on } => {
            vec![stop(key::EXAMINE, *on, "correction"), start(key::NOTICE, CHECK, *on)]
        }
        Fact::CorrectionServed { on } => {
            vec![met(key::NOTICE), start(key::CORRECT, "T-K-03.answer", *on)]
        }
        Fact::CorrectionExtended { days, .. } => {
            vec![ClockEffect::Extend { key: key::CORRECT.to_owned(), units: *days }]
        }
        Fact::Corrected { on } => {
            vec![cancel(key::NOTICE), met(key::CORRECT), resume(key::EXAMINE, *on)]
        }
        Fact::Accepted { on, track, .. } => vec![
            met(key::EXAMINE),
            start(key::COPY, track.copy_rule(), *on),
            start(key::DECIDE, track.decide_rule(), *on),
        ],
        _ => Vec::new(),
    }
}

/// Copy, reply, term and what stops it.
#[allow(clippy::wildcard_enum_match_arm, reason = "the caller sends only its own facts")]
fn of_the_review(fact: &Fact) -> Vec<ClockEffect> {
    match fact {
        Fact::Converted { accepted_on, stood, copies_missing, waiting, .. } => {
            converted(*accepted_on, stood, *copies_missing, waiting)
        }
        Fact::CopyServed { party, on, track, all } => {
            let reply = start(&of(key::REPLY, *party), track.reply_rule(), *on);
            if *all { vec![met(key::COPY), reply] } else { vec![reply] }
        }
        Fact::Replied { party, .. } => vec![met(&of(key::REPLY, *party))],
        Fact::MediationBegun { on } => vec![
            stop(key::DECIDE, *on, SuspendGround::Mediation.stop()),
            start(key::MEDIATION, "policy.administrative_mediation", *on),
        ],
        Fact::MediationEnded { on, .. } => {
            vec![met(key::MEDIATION), resume(key::DECIDE, *on)]
        }
        Fact::Suspended { on, ground } => {
            let watch = if ground.ends_the_case() {
                start(key::SUSPENSION, "T-K-12", *on)
            } else if *ground == SuspendGround::NormReview {
                start(key::CHECK, "T-K-14", *on)
            } else {
                start(key::CHECK, CHECK, *on)
            };
            vec![stop(key::DECIDE, *on, ground.stop()), watch]
        }
        Fact::Resumed { on } => {
            vec![resume(key::DECIDE, *on), cancel(key::SUSPENSION), cancel(key::CHECK)]
        }
        Fact::Extended { days, .. } => {
            vec![ClockEffect::Extend { key: key::DECIDE.to_owned(), units: *days }]
        }
        _ => Vec::new(),
    }
}

/// Decision, suit, performance, opinions, end.
#[allow(clippy::wildcard_enum_match_arm, reason = "the caller sends only its own facts")]
fn of_the_outcome(fact: &Fact) -> Vec<ClockEffect> {
    match fact {
        Fact::DecisionOverdue { on, applicants } => {
            let own = |no: &u32| start(&of(key::SUIT, *no), key::SUIT_RULE, *on);
            let mut effects = vec![start(key::OVERDUE, CHECK, *on)];
            effects.extend(applicants.iter().map(own));
            effects
        }
        Fact::Decided { on, parties, .. } => {
            let mut effects = end(parties);
            effects.push(start(key::SERVICE, CHECK, *on));
            effects
        }
        Fact::StatementInForce { on, parties, duty } => {
            let mut effects = end(parties);
            effects.push(start(key::SERVICE, CHECK, *on));
            effects.extend(duty.iter().map(|duty| start(key::PERFORM, CHECK, duty.by)));
            effects
        }
        Fact::Served { party, on, may_sue, perform_from, all } => {
            let mut effects = Vec::new();
            if *may_sue {
                effects.push(start(&of(key::SUIT, *party), key::SUIT_RULE, *on));
            }
            effects.extend(perform_from.iter().map(|by| start(key::PERFORM, CHECK, *by)));
            if *all {
                effects.push(met(key::SERVICE));
            }
            effects
        }
        Fact::Sued { party, .. } => vec![met(&of(key::SUIT, *party))],
        Fact::Performed { .. } | Fact::Enforced { .. } => vec![met(key::PERFORM)],
        Fact::Pressed { by, .. } => vec![start(key::PERFORM, CHECK, *by)],
        Fact::OpinionGiven { no, on, .. } => vec![start(&of(key::OPINION, *no), "T-K-13", *on)],
        Fact::OpinionReported { no, .. } => vec![met(&of(key::OPINION, *no))],
        Fact::Closed { parties, .. } => end(parties),
        _ => Vec::new(),
    }
}
