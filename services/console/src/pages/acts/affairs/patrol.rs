//! 排查和预警: plan a screening, report what was found or sign that nothing was, act on a warning.

use jiefen_platform::config::Area;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_proto::jiefen::intake::v1::risk_service_client::RiskServiceClient;
use jiefen_vocab::Role;
use jiefen_vocab::Role::{
    CentreDirector, DepartmentOfficer, MediationHead, Mediator, PetitionHead, PetitionOfficer,
    PoliceOfficer, WindowClerk,
};

use super::super::fields::{Choice, Field, Kind, Read, field};
use super::incidents::LEVELS;
use super::signals::{
    self, AGAINST, AT, BEHIND, CAUSE, CHANNEL, DISPUTE, KIND, PEOPLE, PLACE, SENSITIVE, THREATENED,
};
use super::{About, Affair, Given, Giving, Side};
use crate::lines::ask_at;
use crate::pages::may::PATROL;

const MODE: &[Choice] =
    &[("campaign", "集中排查", "campaign"), ("routine", "经常性排查", "routine")];

gives! {
    RiskServiceClient of Area::Intake;

    fn plan = plan_screening(PlanScreeningRequest) |read, given| {
        mode: read.text("mode"),
        theme: read.text("theme"),
        units: units(&read),
        rounds: number(&mut read, "rounds"),
    }
    fn sign = sign_screening(SignScreeningRequest) |read, given| {}
    fn cancel = cancel_screening(CancelScreeningRequest) |read, given| { reason: read.text("reason") }
    fn found = report_finding(ReportFindingRequest) |read, given| {
        round: number(&mut read, "round"),
        place: read.text("place"),
        kind: read.text("kind"),
        people: number(&mut read, "people"),
        summary: read.text("summary"),
        signal_only: read.flag("signal_only"),
    }
    fn none = sign_none_found(SignNoneFoundRequest) |read, given| {
        round: number(&mut read, "round"), signed_by: read.text("signed_by"),
    }
    fn owner = assign_finding_owner(AssignFindingOwnerRequest) |read, given| {
        finding: number(&mut read, "finding"), unit: read.text("unit"), dispute: read.text("dispute"),
    }
    fn close_round = close_round(CloseRoundRequest) |read, given| {}
    fn report = report_screening(ReportScreeningRequest) |read, given| { text: read.text("text") }

    fn open = open_risk_case(OpenRiskCaseRequest) |read, given| {
        signals: signals::signal(&mut read, &given, None).into_iter().collect(),
        disputes: signals::disputes(&given, "disputes").await?,
        why: read.text("why"),
        at: given.moment(),
    }
    fn join = join_risk_signal(JoinRiskSignalRequest) |read, given| {
        signal: {
            let dispute = signals::dispute(&given, "dispute").await?;
            signals::signal(&mut read, &given, dispute)
        },
    }
    fn expect = expect_risk_payment(ExpectRiskPaymentRequest) |read, given| {
        dispute: read.text("of"),
        people: read.count("people"),
        amount_fen: read.yuan("amount").unwrap_or_default(),
        due: read.day("due"),
        at: given.moment(),
    }
    fn paid = prove_risk_payment(ProveRiskPaymentRequest) |read, given| {
        payment: number(&mut read, "payment"), proof: read.text("proof"), at: given.moment(),
    }
    fn incident = note_risk_incident(NoteRiskIncidentRequest) |read, given| {
        ended: read.text("ended") == "yes", at: given.moment(),
    }
    fn level = set_risk_level(SetRiskLevelRequest) |read, given| {
        level: read.text("level"), why: read.text("why"), at: given.moment(),
    }
    fn investigator = name_investigator(NameInvestigatorRequest) |read, given| {
        person: read.text("person"), at: given.moment(),
    }
    fn team = assemble_risk_team(AssembleRiskTeamRequest) |read, given| {
        units: units(&read), at: given.moment(),
    }
    fn contact = record_risk_contact(RecordRiskContactRequest) |read, given| {
        at: given.when(&mut read, "at"),
    }
    fn finding = record_risk_finding(RecordRiskFindingRequest) |read, given| {
        finding: read.text("text"), at: given.moment(),
    }
    fn task = assign_risk_task(AssignRiskTaskRequest) |read, given| {
        unit: read.text("unit"), what: read.text("what"), due: read.day("due"), at: given.moment(),
    }
    fn prove = prove_risk_task(ProveRiskTaskRequest) |read, given| {
        task: number(&mut read, "task"), evidence: read.text("evidence"), at: given.moment(),
    }
    fn unfounded = find_risk_unfounded(FindRiskUnfoundedRequest) |read, given| {
        finding: read.text("text"), at: given.moment(),
    }
    fn close = close_risk_case(CloseRiskCaseRequest) |read, given| {
        why: read.text("why"), at: given.moment(),
    }
}

const GREW: &[Choice] = &[
    ("no", "已经演变成群体性事件", "a mass incident grew out of it"),
    ("yes", "群体性事件已经结束", "the mass incident has ended"),
];

/// The units that were marked, or those that were written, one a line.
fn units(read: &Read<'_>) -> Vec<String> {
    let given = read.texts("units");
    given.iter().flat_map(|text| text.split_whitespace()).map(str::to_owned).collect()
}

fn number(read: &mut Read<'_>, name: &str) -> u32 {
    let parsed = read.text(name).parse().ok().filter(|number| *number > 0);
    if parsed.is_none() {
        read.fault(name, "应为大于零的整数 (a whole number above zero)");
    }
    parsed.unwrap_or(0)
}

const SCREENING: About = About::Screening;
const RISK: About = About::Risk;
const OPEN: &[&str] = &["yellow", "orange", "red"];
/// Who may tell of a danger and rate it.
const HANDS: &[Role] = &[
    WindowClerk,
    CentreDirector,
    Mediator,
    MediationHead,
    PetitionOfficer,
    PoliceOfficer,
    DepartmentOfficer,
];
const ROUND: Field = field("round", "哪一轮", "Which round", Kind::Text);
const UNITS: Field = Field {
    name: "units",
    zh: "哪些单位",
    en: "Which units",
    hint: "按名册勾选；节点没有名册时一行写一个单位代码，例如 640122101.centre",
    kind: Kind::Long,
};
const TEXT: Field = field("text", "情况", "What was found", Kind::Long);
const WHY: Field = field("why", "理由", "Why", Kind::Long);

/// The acts, in the order of a screening and of a warning.
#[rustfmt::skip]
pub(super) const ALL: &[Affair] = &[
    Affair { key: "plan", about: SCREENING, states: &[], side: Side::Runs, roles: &[WindowClerk, CentreDirector], zh: "布置排查", en: "Plan a screening", send: plan, fields: &[
        field("mode", "方式", "Mode", Kind::One(MODE)),
        Field { name: "theme", zh: "排查什么", en: "Theme", hint: "例如：节前欠薪、供暖、征地补偿", kind: Kind::Text },
        UNITS,
        field("rounds", "排查几轮", "Rounds", Kind::Text),
    ] },
    Affair { key: "sign-plan", about: SCREENING, states: &["planned"], side: Side::Runs, roles: &[CentreDirector], zh: "签发，开始第一轮", en: "Sign; the first round begins", send: sign, fields: &[] },
    Affair { key: "none", about: SCREENING, states: &["running", "closing"], side: Side::Answers, roles: &[CentreDirector, MediationHead, PetitionHead, PoliceOfficer, DepartmentOfficer], zh: "签字：没有发现", en: "Sign: none found", send: none, fields: &[
        ROUND,
        Field { name: "signed_by", zh: "签字人工号", en: "Signed by, staff id", hint: "签字的人对“没有发现”负责", kind: Kind::Person },
    ] },
    Affair { key: "found", about: SCREENING, states: &["running", "closing"], side: Side::Answers, roles: PATROL, zh: "报告发现的问题", en: "Report a finding", send: found, fields: &[
        ROUND,
        field("place", "在哪里", "Where", Kind::Text),
        field("kind", "什么纠纷", "Over what", Kind::Dispute),
        field("people", "涉及多少人", "How many people", Kind::Text),
        field("summary", "看到了什么", "What was seen", Kind::Long),
        field("signal_only", "还没有人提出要求，只作风险信号", "Nobody has a claim yet: a signal only", Kind::Flag),
    ] },
    Affair { key: "owner", about: SCREENING, states: &["running", "closing"], side: Side::Runs, roles: &[WindowClerk, CentreDirector], zh: "确定责任单位", en: "Give a finding its owner", send: owner, fields: &[
        field("finding", "哪一个问题", "Which finding", Kind::Text),
        field("unit", "哪个单位负责", "Which unit", Kind::Text),
        Field { name: "dispute", zh: "按哪件纠纷办", en: "As which dispute", hint: "已经登记为纠纷的不用填", kind: Kind::Text },
    ] },
    Affair { key: "close-round", about: SCREENING, states: &["running"], side: Side::Runs, roles: &[CentreDirector], zh: "结束本轮", en: "Close the round", send: close_round, fields: &[] },
    Affair { key: "report", about: SCREENING, states: &["closing"], side: Side::Runs, roles: &[CentreDirector], zh: "总结报告", en: "Closing report", send: report, fields: &[
        field("text", "报告", "Report", Kind::Long),
    ] },
    Affair { key: "cancel", about: SCREENING, states: &["planned"], side: Side::Runs, roles: &[CentreDirector], zh: "取消排查", en: "Call it off", send: cancel, fields: &[
        field("reason", "为什么取消排查", "Why", Kind::Long),
    ] },

    Affair { key: "open", about: RISK, states: &[], side: Side::Runs, roles: HANDS, zh: "手工立项风险", en: "Open a risk case", send: open, fields: &[
        KIND, PLACE, PEOPLE, CAUSE, SENSITIVE, AGAINST, THREATENED, CHANNEL, BEHIND,
        Field { name: "why", zh: "为什么立项", en: "Why it is opened", hint: "信号达到预警标准的可以不写；没有达到的要写明理由，先按黄色预警", kind: Kind::Long },
        AT,
    ] },
    Affair { key: "contact", about: RISK, states: OPEN, side: Side::Runs, roles: HANDS, zh: "记录首次接触", en: "Record the first contact", send: contact, fields: &[AT] },
    Affair { key: "investigator", about: RISK, states: OPEN, side: Side::Runs, roles: &[CentreDirector, MediationHead], zh: "指定核查人", en: "Name who investigates", send: investigator, fields: &[
        field("person", "核查人工号", "Staff id", Kind::Person),
    ] },
    Affair { key: "finding", about: RISK, states: OPEN, side: Side::Runs, roles: HANDS, zh: "记录核查情况", en: "Record what was found", send: finding, fields: &[TEXT] },
    Affair { key: "task", about: RISK, states: OPEN, side: Side::Runs, roles: &[CentreDirector, MediationHead], zh: "交办任务", en: "Give a unit a task", send: task, fields: &[
        field("unit", "交给哪个单位", "To which unit", Kind::Text),
        field("what", "做什么", "What", Kind::Long),
        field("due", "最迟哪一天", "Until", Kind::Later),
    ] },
    Affair { key: "prove", about: RISK, states: OPEN, side: Side::Both, roles: HANDS, zh: "任务已办好", en: "The task is done", send: prove, fields: &[
        field("task", "哪一项任务", "Which task", Kind::Text),
        field("evidence", "凭什么认定", "Evidence", Kind::Long),
    ] },
    Affair { key: "join_signal", about: RISK, states: OPEN, side: Side::Runs, roles: HANDS, zh: "并入新信号", en: "Join a signal", send: join, fields: &[
        KIND, PEOPLE, PLACE, CAUSE, SENSITIVE, AGAINST, THREATENED, CHANNEL, DISPUTE, AT,
    ] },
    Affair { key: "expect_payment", about: RISK, states: OPEN, side: Side::Runs, roles: HANDS, zh: "登记要付的款", en: "Expect a payment", send: expect, fields: &[
        field("of", "哪件纠纷里答应的", "In which dispute", Kind::Text),
        field("people", "付给多少人", "To how many people", Kind::Count),
        field("amount", "一共多少元", "How much in all, yuan", Kind::Yuan),
        field("due", "最迟哪一天", "Until", Kind::Later),
    ] },
    Affair { key: "prove_payment", about: RISK, states: OPEN, side: Side::Runs, roles: HANDS, zh: "款已付清", en: "The payment is made", send: paid, fields: &[
        field("payment", "哪一笔", "Which payment", Kind::Text),
        Field { name: "proof", zh: "付款凭证", en: "Proof", hint: "看过什么：转账记录、签收表；达成协议不等于兑现", kind: Kind::Long },
    ] },
    Affair { key: "note_incident", about: RISK, states: OPEN, side: Side::Runs, roles: &[CentreDirector, PoliceOfficer], zh: "登记群体性事件", en: "Note a mass incident", send: incident, fields: &[
        field("ended", "现在怎么样", "How it stands", Kind::One(GREW)),
    ] },
    Affair { key: "team", about: RISK, states: OPEN, side: Side::Runs, roles: &[CentreDirector, MediationHead], zh: "组成工作专班", en: "Form the team", send: team, fields: &[UNITS] },
    Affair { key: "level", about: RISK, states: OPEN, side: Side::Runs, roles: HANDS, zh: "调整预警等级", en: "Set the level", send: level, fields: &[
        field("level", "等级", "Level", Kind::One(LEVELS)), WHY,
    ] },
    Affair { key: "unfounded", about: RISK, states: OPEN, side: Side::Runs, roles: &[CentreDirector, MediationHead], zh: "核查不属实", en: "It was not so", send: unfounded, fields: &[TEXT] },
    Affair { key: "close", about: RISK, states: OPEN, side: Side::Runs, roles: &[CentreDirector, MediationHead], zh: "销号", en: "Close", send: close, fields: &[
        Field { name: "why", zh: "风险为什么没有了", en: "Why the risk is gone", hint: "已经接触、核查，任务和款项都落实了，才能销号", kind: Kind::Long },
    ] },
];
