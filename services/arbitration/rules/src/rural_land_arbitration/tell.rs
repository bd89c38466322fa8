//! What others need to know of a case: outline, clocks, notices, roles.

use jiefen_procedure::{ClockEffect, Notice, Outline};
use jiefen_vocab::{PartyRole, Role};
use jiff::civil::Date;

use super::{Duty, Ending, Fact, Ground, Kind, SUSPENSION, Stage, State, Trial};

/// The local check that keeps a waiting case in sight.
const CHECK: &str = "policy.follow_up";
/// The commission hands a request for preservation on.
const PASS: &str = "policy.preservation_pass";
/// The court rules on it.
const PRESERVATION: &str = "T-I-05.preservation";

/// The chart's code of where the case stands, and its Chinese name.
fn place(state: &State) -> (&'static str, &'static str) {
    match &state.stage {
        Stage::Received => ("received", "待申请"),
        Stage::Applied => ("applied", "待受理"),
        Stage::Pending { .. } => ("pending", "审理中"),
        Stage::Stayed { .. } => ("stayed", "中止"),
        Stage::Awarded { .. } => ("awarded", "已裁决"),
        Stage::Ended { how, .. } => match how {
            Ending::NotApplied => ("not_applied", "未申请"),
            Ending::Refused { .. } => ("refused", "不予受理"),
            Ending::Terminated { .. } => ("terminated", "终止仲裁程序"),
            Ending::Withdrawn => ("withdrawn", "已撤回"),
            Ending::Settled => ("settled", "调解书生效"),
            Ending::Effective => ("effective", "裁决生效"),
            Ending::Sued => ("sued", "已起诉"),
        },
    }
}

pub(super) fn outline(state: &State) -> Outline {
    let (code, zh) = place(state);
    let (next_zh, next_en) = next(state);
    Outline {
        kind: "rural_land_arbitration",
        state: code,
        state_zh: zh,
        open: !matches!(state.stage, Stage::Ended { .. }),
        next_zh: next_zh.to_owned(),
        next_en: next_en.to_owned(),
        person: state.person.clone(),
    }
}

fn next(state: &State) -> (&'static str, &'static str) {
    match &state.stage {
        Stage::Received => {
            ("联系申请人，登记仲裁申请", "reach the claimant, register the application")
        }
        Stage::Applied => ("决定是否受理", "accept or refuse"),
        Stage::Pending { trial } => next_in(trial),
        Stage::Stayed { .. } => ("核对中止原因是否消除", "check whether the ground is gone"),
        Stage::Awarded { .. } => {
            ("送达裁决书，等待当事人起诉期届满", "serve, and wait for the parties")
        }
        Stage::Ended { .. } => ("", ""),
    }
}

fn next_in(trial: &Trial) -> (&'static str, &'static str) {
    let Some(tribunal) = &trial.tribunal else {
        return ("请双方选定仲裁员，组成仲裁庭", "have the parties choose, form the tribunal");
    };
    if tribunal.challenge.is_some() {
        ("决定回避申请", "decide on the challenge")
    } else if !trial.told {
        ("通知当事人仲裁庭组成情况", "tell the parties of the tribunal")
    } else if trial.statement.is_some() {
        ("送达调解书并取得双方签收", "have the statement signed for")
    } else if trial.hearing.is_some() {
        ("开庭", "hold the hearing")
    } else if trial.last_heard.is_none() {
        ("通知开庭", "give notice of the hearing")
    } else if trial.mediated_on.is_none() {
        ("主持调解", "mediate")
    } else {
        ("作出裁决", "make the award")
    }
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

/// The clocks. Ending a clock that does not run has no effect.
pub(super) fn clocks(fact: &Fact) -> Vec<ClockEffect> {
    let award = || "award".to_owned();
    match fact {
        Fact::TakenOver { on, .. } => vec![start("application", CHECK, *on)],
        Fact::Applied { on, .. } => vec![met("application"), start("accept", "T-I-02", *on)],
        Fact::Accepted { on } => vec![
            met("accept"),
            cancel("overdue"),
            start("papers", "T-I-02.papers", *on),
            start("award", "T-I-05", *on),
        ],
        Fact::CopyServed { party, all, on } => {
            let own = start(&format!("defence:{party}"), "T-I-03", *on);
            if *all { vec![own, met("papers")] } else { vec![own] }
        }
        Fact::DefenceFiled { party, on, .. } => {
            vec![met(&format!("defence:{party}")), start("forward", "T-I-03.copy", *on)]
        }
        Fact::DefenceForwarded { .. } => vec![met("forward")],
        Fact::TribunalFormed { on, .. }
        | Fact::ChallengeDecided { replacement: Some(_), on, .. } => {
            vec![start("notice", "T-I-04", *on)]
        }
        Fact::TribunalTold { .. } => vec![met("notice")],
        Fact::Stayed { on, .. } => vec![
            ClockEffect::Stop { key: award(), from: *on, reason: SUSPENSION.to_owned() },
            start("stay", CHECK, *on),
        ],
        Fact::Resumed { on } => vec![ClockEffect::Resume { key: award(), to: *on }, met("stay")],
        Fact::Extended { days, .. } => vec![ClockEffect::Extend { key: award(), units: *days }],
        Fact::DutyOverdue { on, .. } => vec![start("overdue", CHECK, *on)],
        Fact::Awarded { parties, on, .. } => {
            let mut effects = vec![met("award"), start("service", "T-I-06", *on)];
            effects.extend(["overdue", "papers", "forward", "notice"].map(cancel));
            effects.extend(parties.iter().map(|party| cancel(&format!("defence:{party}"))));
            effects
        }
        Fact::Received { party, all, on } => {
            let own = start(&format!("suit:{party}"), "T-I-07", *on);
            if *all { vec![own, met("service")] } else { vec![own] }
        }
        Fact::MeasureAsked { measure, on, .. } => {
            vec![start(&format!("measure:{measure}"), PASS, *on)]
        }
        Fact::MeasurePassed { measure, on } => vec![
            met(&format!("measure:{measure}")),
            start(&format!("ruling:{measure}"), PRESERVATION, *on),
        ],
        Fact::MeasureRuled { measure, .. } => vec![met(&format!("ruling:{measure}"))],
        Fact::Closed { parties, measures, .. } => close(parties, *measures),
        Fact::Challenged { .. }
        | Fact::ChallengeDecided { replacement: None, .. }
        | Fact::OnTheSpotAsked { .. }
        | Fact::HearingNotified { .. }
        | Fact::HearingChanged { .. }
        | Fact::HearingHeld { .. }
        | Fact::MediationFailed { .. }
        | Fact::StatementMade { .. }
        | Fact::StatementSigned { .. }
        | Fact::StatementRejected { .. }
        | Fact::AdvanceOrdered { .. }
        | Fact::RightLapsed { .. } => Vec::new(),
    }
}

/// Ends every clock that may still run.
fn close(parties: &[u32], measures: u32) -> Vec<ClockEffect> {
    let own = ["application", "accept", "overdue", "papers", "forward", "notice", "award", "stay"];
    let mut effects: Vec<ClockEffect> = own.map(cancel).into();
    effects.push(cancel("service"));
    for party in parties {
        effects.extend(["defence", "suit"].map(|key| cancel(&format!("{key}:{party}"))));
    }
    for no in 1..=measures {
        effects.extend(["measure", "ruling"].map(|key| cancel(&format!("{key}:{no}"))));
    }
    effects
}

fn notice(to: &[u32], form: &str, zh: &str, rule: Option<&str>) -> Vec<Notice> {
    let (form, zh, rule) = (form.to_owned(), zh.to_owned(), rule.map(str::to_owned));
    vec![Notice { to: to.to_vec(), form, zh, rule }]
}

pub(super) fn notices(fact: &Fact) -> Vec<Notice> {
    let all = |form, zh, rule| notice(&[], form, zh, rule);
    match fact {
        Fact::TakenOver { brief, .. } => {
            let side = brief.parties.iter().filter(|party| party.role == PartyRole::Applicant);
            let to: Vec<u32> = side.map(|party| party.no).collect();
            let zh = "土地承包仲裁委员会已收到您的材料；请书面申请，书写确有困难的可以口头申请；也可以直接向人民法院起诉";
            notice(&to, "how_to_apply", zh, Some("T-I-01"))
        }
        Fact::Applied { .. } => {
            all("application_receipt", "已收到仲裁申请，五个工作日内决定是否受理", Some("T-I-02"))
        }
        Fact::Accepted { .. } => all(
            "acceptance",
            "仲裁申请已受理，不收费；请选定仲裁员；双方要求在乡（镇）或者村开庭的，在当地开庭",
            Some("T-I-05"),
        ),
        Fact::CopyServed { party, .. } => notice(
            &[*party],
            "defence",
            "请自收到申请书副本之日起十日内答辩，书写确有困难的可以口头答辩；不答辩的不影响仲裁",
            Some("T-I-03"),
        ),
        Fact::TribunalFormed { .. } | Fact::TribunalTold { .. } => {
            all("tribunal", "仲裁庭已经组成；认为仲裁员应当回避的，在首次开庭前提出", None)
        }
        Fact::ChallengeDecided { replacement, .. } => match replacement {
            Some(_) => all("tribunal", "仲裁员已回避并更换", None),
            None => all("tribunal", "回避申请已决定，不予更换，理由另行告知", None),
        },
        Fact::HearingNotified { hearing_on, place, .. } => {
            let zh = format!(
                "定于{hearing_on}在{}开庭；申请人无正当理由不到庭的，可以视为撤回申请，被申请人不到庭的，可以缺席裁决",
                place.zh()
            );
            all("hearing", &zh, None)
        }
        Fact::HearingChanged { party, granted, .. } => match granted {
            true => all("hearing", "同意变更开庭的时间、地点，另行通知", None),
            false => notice(&[*party], "hearing", "不同意变更，请按通知到庭", None),
        },
        Fact::StatementMade { .. }
        | Fact::AdvanceOrdered { .. }
        | Fact::MeasurePassed { .. }
        | Fact::MeasureRuled { .. }
        | Fact::Stayed { .. }
        | Fact::Resumed { .. }
        | Fact::Extended { .. }
        | Fact::DutyOverdue { .. }
        | Fact::Awarded { .. }
        | Fact::Received { .. }
        | Fact::Closed { .. } => told_later(fact),
        Fact::DefenceFiled { .. }
        | Fact::DefenceForwarded { .. }
        | Fact::Challenged { .. }
        | Fact::OnTheSpotAsked { .. }
        | Fact::MeasureAsked { .. }
        | Fact::HearingHeld { .. }
        | Fact::MediationFailed { .. }
        | Fact::StatementSigned { .. }
        | Fact::StatementRejected { .. }
        | Fact::RightLapsed { .. } => Vec::new(),
    }
}

/// Statement, orders, term, award, remedies.
fn told_later(fact: &Fact) -> Vec<Notice> {
    let all = |form, zh, rule| notice(&[], form, zh, rule);
    match fact {
        Fact::StatementMade { .. } => {
            all("statement", "调解书经双方签收后生效；签收前反悔的，将及时裁决", None)
        }
        Fact::AdvanceOrdered { what, .. } => {
            let zh = format!(
                "先行裁定：{}；一方不履行的，另一方可以向人民法院申请执行，但应当提供担保",
                what.zh()
            );
            all("advance", &zh, None)
        }
        Fact::MeasurePassed { .. } => all(
            "preservation",
            "保全申请已提交人民法院，由人民法院裁定；申请有错误的，申请人应当赔偿对方因保全所受的损失",
            Some(PRESERVATION),
        ),
        Fact::MeasureRuled { party, granted, .. } => match granted {
            true => all("preservation", "人民法院已裁定采取保全措施", None),
            false => notice(&[*party], "preservation", "人民法院未准许保全申请", None),
        },
        Fact::Stayed { .. } => all("stay", "仲裁程序中止", None),
        Fact::Resumed { .. } => all("stay", "仲裁程序恢复", Some("T-I-05")),
        Fact::Extended { days, .. } => {
            all("extension", &format!("案情复杂，经主任批准延长{days}日"), Some("T-I-05"))
        }
        Fact::DutyOverdue { duty, .. } => all("overdue", overdue(*duty), None),
        Fact::Awarded { .. } => all(
            "award",
            "裁决已经作出，三个工作日内送达；起诉期限自各方本人收到之日起分别计算",
            None,
        ),
        Fact::Received { party, .. } => notice(
            &[*party],
            "remedies",
            "不服裁决的，可以自收到裁决书之日起三十日内向人民法院起诉；逾期不起诉的，裁决书发生法律效力",
            Some("T-I-07"),
        ),
        Fact::Closed { how, .. } => {
            let (form, zh, rule) = closed(*how);
            all(form, zh, rule)
        }
        Fact::TakenOver { .. }
        | Fact::Applied { .. }
        | Fact::Accepted { .. }
        | Fact::CopyServed { .. }
        | Fact::DefenceFiled { .. }
        | Fact::DefenceForwarded { .. }
        | Fact::TribunalFormed { .. }
        | Fact::TribunalTold { .. }
        | Fact::Challenged { .. }
        | Fact::ChallengeDecided { .. }
        | Fact::OnTheSpotAsked { .. }
        | Fact::HearingNotified { .. }
        | Fact::HearingChanged { .. }
        | Fact::HearingHeld { .. }
        | Fact::MediationFailed { .. }
        | Fact::StatementSigned { .. }
        | Fact::StatementRejected { .. }
        | Fact::MeasureAsked { .. }
        | Fact::RightLapsed { .. } => Vec::new(),
    }
}

fn overdue(duty: Duty) -> &'static str {
    match duty {
        Duty::Acceptance => "仲裁委员会逾期未决定是否受理，您可以向人民法院起诉，也可以继续等待",
        Duty::Award => "仲裁期限已届满，尚未裁决；您可以向人民法院起诉，也可以继续等待裁决",
    }
}

fn closed(how: Ending) -> (&'static str, &'static str, Option<&'static str>) {
    match how {
        Ending::NotApplied => (
            "not_applied",
            "没有收到仲裁申请，办理结束；仍可在时效内申请仲裁或者起诉",
            Some("T-I-01"),
        ),
        Ending::Refused { ground: Ground::OtherBody } => (
            "remedies",
            "不予受理：征收土地及其补偿的，可以申请行政复议或者起诉；土地权属争议，由人民政府处理",
            Some("T-K-01"),
        ),
        Ending::Refused { ground: Ground::CourtSeized } => {
            ("remedies", "不予受理：人民法院已经受理，请参加诉讼", None)
        }
        Ending::Refused { ground: Ground::AlreadyDecided } => {
            ("remedies", "不予受理：已有生效法律文书，可以申请执行，或者依法申请再审", None)
        }
        Ending::Refused { ground: Ground::NotQualified } => (
            "remedies",
            "不予受理：不符合申请条件，理由另附；可以补正后再申请，也可以起诉",
            Some("T-I-01"),
        ),
        Ending::Terminated { .. } => {
            ("remedies", "仲裁程序终止，理由另附；可以由有权机关或者人民法院处理", None)
        }
        Ending::Withdrawn => {
            ("withdrawal", "仲裁申请已撤回，仲裁终止；仍可在时效内再次申请或者起诉", Some("T-I-01"))
        }
        Ending::Settled => ("statement", "调解书已经双方签收生效；不履行的，可以申请执行", None),
        Ending::Effective => (
            "effect",
            "期满无人起诉，裁决书已发生法律效力；不履行的，可以向基层人民法院申请执行",
            Some("T-G-01"),
        ),
        Ending::Sued => ("remedies", "已在期限内起诉，裁决书不发生法律效力，由人民法院审理", None),
    }
}

impl Kind {
    /// The Chinese name.
    pub const fn zh(self) -> &'static str {
        match self {
            Kind::Decided => "裁决",
            Kind::OnSettlement => "根据和解协议作出的裁决",
            Kind::DismissedAsLate => "超过仲裁时效，驳回申请",
        }
    }
}

/// The roles that may give a command. Coordinators, leaders and assessors give none (I10); on recusal,
/// extension and default appointment the director decides.
pub(super) fn roles(command: &str) -> &'static [Role] {
    use Role::{ArbitrationDirector, Arbitrator, Party, System, WindowClerk};
    match command {
        "take_over" => &[System, WindowClerk],
        "apply" => &[Party, System, WindowClerk, Arbitrator, ArbitrationDirector],
        "serve_copy" | "forward_defence" | "tell_tribunal" | "receive" | "sue" | "pass_measure"
        | "rule_measure" => &[System, WindowClerk, Arbitrator, ArbitrationDirector],
        "file_defence" | "challenge" | "ask_on_the_spot" | "sign_statement" | "repent"
        | "ask_measure" | "withdraw" => &[Party, WindowClerk, Arbitrator, ArbitrationDirector],
        "accept" | "refuse" | "forgo" | "form_tribunal" | "terminate" => {
            &[Arbitrator, ArbitrationDirector]
        }
        "decide_challenge" | "extend" => &[ArbitrationDirector],
        "notify_hearing" | "change_hearing" | "hold_hearing" | "mediate" | "order_advance"
        | "award" => &[Arbitrator],
        "stay" | "resume" => &[Arbitrator, ArbitrationDirector],
        "lapse" | "note_overdue" => &[System, ArbitrationDirector],
        _ => &[],
    }
}

/// What only the agency that holds the dispute may do. A party's own word, what arrives, a court's word
/// and the passing of time never wait for that.
pub(super) fn needs_holding(command: &str) -> bool {
    let free = [
        "take_over",
        "apply",
        "file_defence",
        "challenge",
        "ask_on_the_spot",
        "ask_measure",
        "rule_measure",
        "sign_statement",
        "repent",
        "terminate",
        "withdraw",
        "receive",
        "sue",
        "lapse",
        "note_overdue",
    ];
    super::command::NAMES.contains(&command) && !free.contains(&command)
}
