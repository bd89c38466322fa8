//! 突发事件: a mass incident or the danger of one, from the first signal over the three lanes and the report up to the
//! review. Every step takes its time; nothing written means now.

use jiefen_platform::config::Area;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_proto::jiefen::intake::v1::risk_service_client::RiskServiceClient;
use jiefen_vocab::Role;
use jiefen_vocab::Role::{
    CentreDirector, DepartmentOfficer, Mediator, PetitionOfficer, PoliceOfficer, WindowClerk,
};

use super::super::fields::{Choice, Field, Kind, Read, field};
use super::signals::{
    self, AGAINST, AT, BEHIND, CAUSE, CHANNEL, DISPUTE, KIND, PEOPLE, PLACE, SENSITIVE, THREATENED,
};
use super::{About, Affair, Given, Giving, Side, stamp};
use crate::lines::ask_at;

/// The lanes of a response, as their codes.
pub(crate) const LANES: &[Choice] = &[
    ("on_site", "现场处置", "on the scene"),
    ("area", "社会面防控", "the area"),
    ("information", "舆论引导", "public information"),
];
/// The measures on the scene, the mildest first.
pub(crate) const MEASURES: &[Choice] = &[
    ("persuade", "劝解、疏导", "persuade"),
    ("control_facilities", "控制设施和供应", "control facilities and supplies"),
    ("seal_off", "封锁场所、道路，查验证件", "seal off places or roads, check papers"),
    ("guard", "核心单位警卫、临时警戒线", "guard, cordon"),
    ("separate", "强制隔离使用暴力的当事人", "separate those who use violence"),
];
const HOLDS: &[Choice] = &[("yes", "属实", "it is so"), ("no", "不属实", "it is not so")];
/// The levels of a warning.
pub(super) const LEVELS: &[Choice] = &[
    ("yellow", "黄色预警", "yellow"),
    ("orange", "橙色预警", "orange"),
    ("red", "红色预警", "red"),
];

gives! {
    RiskServiceClient of Area::Intake;

    fn report = report_incident(ReportIncidentRequest) |read, given| {
        signal: signals::signal(&mut read, &given, None),
        disputes: signals::disputes(&given, "disputes").await?,
    }
    fn join = join_incident_signal(JoinIncidentSignalRequest) |read, given| {
        signal: {
            let dispute = signals::dispute(&given, "dispute").await?;
            signals::signal(&mut read, &given, dispute)
        },
    }
    fn verify = verify_incident(VerifyIncidentRequest) |read, given| {
        holds: chosen(&mut read, "holds") == "yes",
        level: read.text("level"),
        finding: read.text("finding"),
        at: given.when(&mut read, "at"),
    }
    fn level = set_incident_level(SetIncidentLevelRequest) |read, given| {
        level: read.text("level"), why: read.text("why"), at: given.when(&mut read, "at"),
    }
    fn contact = record_incident_contact(RecordIncidentContactRequest) |read, given| {
        at: given.when(&mut read, "at"),
    }
    fn prepare = prepare_lanes(PrepareLanesRequest) |read, given| {
        lanes: lanes(&read), at: given.when(&mut read, "at"),
    }
    fn call_out = call_out(CallOutRequest) |read, given| {
        lanes: lanes(&read),
        commander: read.text("commander"),
        at: given.when(&mut read, "at"),
    }
    fn arrival = record_arrival(RecordArrivalRequest) |read, given| {
        unit: read.text("unit"), at: given.when(&mut read, "at"),
    }
    fn measure = take_measure(TakeMeasureRequest) |read, given| {
        kind: chosen(&mut read, "measure"), why: read.text("why"), at: given.when(&mut read, "at"),
    }
    fn situation = report_situation(ReportSituationRequest) |read, given| {
        people: read.count("people"),
        text: read.text("text"),
        at: given.when(&mut read, "at"),
    }
    fn report_up = report_up(ReportUpRequest) |read, given| {
        to: read.text("to"),
        skips: read.text("skips"),
        text: read.text("text"),
        people: read.count("people"),
        at: given.when(&mut read, "at"),
    }
    fn link = link_incident_dispute(LinkIncidentDisputeRequest) |read, given| {
        dispute: signals::dispute(&given, "dispute").await?.unwrap_or_default(),
        at: given.when(&mut read, "at"),
    }
    fn close_lane = close_lane(CloseLaneRequest) |read, given| {
        lane: read.text("lane"), result: read.text("result"), at: given.when(&mut read, "at"),
    }
    fn stand_down = stand_down(StandDownRequest) |read, given| {
        why: read.text("why"), at: given.when(&mut read, "at"),
    }
    fn lift = lift_warning(LiftWarningRequest) |read, given| {
        why: read.text("why"), at: given.when(&mut read, "at"),
    }
    fn review = review_incident(ReviewIncidentRequest) |read, given| {
        cause: read.text("cause"),
        lessons: read.text("lessons"),
        trace: trace(&mut read),
        data_settled: read.flag("data_settled"),
        at: given.when(&mut read, "at"),
    }
}

fn chosen(read: &mut Read<'_>, name: &str) -> String {
    let chosen = read.text(name);
    if chosen.is_empty() {
        read.fault(name, "请选择 (choose one)");
    }
    chosen
}

/// The lanes that were written.
fn lanes(read: &Read<'_>) -> Vec<pb::IncidentLane> {
    let lane = |row: String| pb::IncidentLane {
        lane: read.text(&format!("{row}.lane")),
        unit: read.text(&format!("{row}.unit")),
        person: read.text(&format!("{row}.person")),
        ..pb::IncidentLane::default()
    };
    read.rows("lanes").into_iter().map(lane).collect()
}

/// Who held each dispute since when and what was done.
fn trace(read: &mut Read<'_>) -> Vec<pb::EarlierSign> {
    let rows = read.rows("trace").into_iter();
    rows.map(|row| {
        let day = read.day_in("trace", &format!("{row}.since"));
        let since = day.and_then(|day| {
            let (month, of_month) = (i8::try_from(day.month).ok()?, i8::try_from(day.day).ok()?);
            let day =
                jiff::civil::Date::new(i16::try_from(day.year).ok()?, month, of_month).ok()?;
            Some(stamp(day.at(0, 0, 0, 0)))
        });
        pb::EarlierSign {
            dispute: read.text(&format!("{row}.of")),
            held_by: read.text(&format!("{row}.held_by")),
            since,
            done: read.text(&format!("{row}.done")),
        }
    })
    .collect()
}

const ABOUT: About = About::Incident;
const WARNED: &[&str] = &["yellow", "orange", "red"];
const ACTIVE: &[&str] = &["yellow", "orange", "red", "called_out", "on_site"];
const SCENE: &[&str] = &["called_out", "on_site"];
const TELLS: &[Role] =
    &[WindowClerk, CentreDirector, Mediator, PetitionOfficer, PoliceOfficer, DepartmentOfficer];
const LEADS: &[Role] = &[CentreDirector, PoliceOfficer, DepartmentOfficer];
const WORKS: &[Role] = &[WindowClerk, CentreDirector, Mediator, PoliceOfficer, DepartmentOfficer];
const WHY: Field = field("why", "理由", "Why", Kind::Long);
const ROWS: Field = Field {
    name: "lanes",
    zh: "三条线的力量",
    en: "The three lanes",
    hint: "三条线都要有单位和责任人，现场处置要有公安机关；一条线可以有几个单位",
    kind: Kind::Rows(&[
        field("lane", "哪条线", "Lane", Kind::One(LANES)),
        field("unit", "单位", "Unit", Kind::Text),
        Field { name: "person", zh: "责任人", en: "In charge", hint: "", kind: Kind::Text },
    ]),
};

/// The acts, in the order of an incident; each is named like its command.
#[rustfmt::skip]
pub(super) const ALL: &[Affair] = &[
    Affair { key: "report_signal", about: ABOUT, states: &[], side: Side::Runs, roles: TELLS, zh: "报告突发事件", en: "Report an incident", send: report, fields: &[
        KIND, PLACE, PEOPLE, CAUSE, SENSITIVE, AGAINST, THREATENED, CHANNEL, BEHIND, AT,
    ] },
    Affair { key: "report_up", about: ABOUT, states: ACTIVE, side: Side::Runs, roles: LEADS, zh: "上报", en: "Report up", send: report_up, fields: &[
        field("to", "报给哪里", "To", Kind::Text),
        Field { name: "text", zh: "报告内容", en: "What is reported", hint: "时间、地点、起因、人数、已经采取的措施；不写个人信息", kind: Kind::Long },
        field("people", "多少人", "How many people", Kind::Count),
        Field { name: "skips", zh: "越级的必要", en: "Why a level is skipped", hint: "报给上一级的不填", kind: Kind::Text },
        AT,
    ] },
    Affair { key: "verify", about: ABOUT, states: &["signalled"], side: Side::Runs, roles: LEADS, zh: "核实", en: "Check it", send: verify, fields: &[
        field("holds", "是不是真的", "Is it so", Kind::One(HOLDS)),
        Field { name: "level", zh: "预警等级", en: "Level", hint: "信号已经达到标准的，按标准；没有达到的，由您确定；不属实的不选", kind: Kind::One(LEVELS) },
        field("finding", "核实的情况", "What was found", Kind::Long),
        AT,
    ] },
    Affair { key: "record_contact", about: ABOUT, states: &["signalled", "yellow", "orange", "red"], side: Side::Runs, roles: WORKS, zh: "记录首次联系", en: "Record the first contact", send: contact, fields: &[AT] },
    Affair { key: "record_arrival", about: ABOUT, states: &["called_out"], side: Side::Runs, roles: WORKS, zh: "记录到场", en: "Record an arrival", send: arrival, fields: &[
        field("unit", "哪个单位到了", "Which unit has come", Kind::Text), AT,
    ] },
    Affair { key: "report_situation", about: ABOUT, states: ACTIVE, side: Side::Runs, roles: WORKS, zh: "续报情况", en: "Report the situation", send: situation, fields: &[
        field("people", "现在多少人", "How many people now", Kind::Count),
        Field { name: "text", zh: "现在怎么样", en: "What happens", hint: "不写个人信息", kind: Kind::Long },
        AT,
    ] },
    Affair { key: "prepare_lanes", about: ABOUT, states: WARNED, side: Side::Runs, roles: LEADS, zh: "安排三线力量", en: "Prepare the lanes", send: prepare, fields: &[ROWS, AT] },
    Affair { key: "call_out", about: ABOUT, states: WARNED, side: Side::Runs, roles: LEADS, zh: "启动响应", en: "Call the lanes out", send: call_out, fields: &[
        Field { name: "commander", zh: "现场指挥", en: "Commander", hint: "姓名或者职务", kind: Kind::Text },
        ROWS, AT,
    ] },
    Affair { key: "take_measure", about: ABOUT, states: SCENE, side: Side::Runs, roles: WORKS, zh: "记录采取的措施", en: "Record a measure", send: measure, fields: &[
        field("measure", "什么措施", "Which", Kind::Choose(MEASURES)),
        Field { name: "why", zh: "为什么必须这样", en: "Why a lesser one does not do", hint: "较轻的措施能解决的，不用较重的", kind: Kind::Long },
        AT,
    ] },
    Affair { key: "close_lane", about: ABOUT, states: SCENE, side: Side::Runs, roles: WORKS, zh: "收线", en: "Close a lane", send: close_lane, fields: &[
        field("lane", "哪条线", "Which lane", Kind::One(LANES)),
        field("result", "做了什么、结果怎样", "What was done", Kind::Long),
        AT,
    ] },
    Affair { key: "link_dispute", about: ABOUT, states: &["yellow", "orange", "red", "called_out", "on_site", "stood_down"], side: Side::Runs, roles: WORKS, zh: "关联纠纷", en: "Link a dispute", send: link, fields: &[
        Field { name: "dispute", zh: "哪件纠纷", en: "Which dispute", hint: "诉求由纠纷接着办；写回执码、姓名或者纠纷编号", kind: Kind::Text }, AT,
    ] },
    Affair { key: "join_signal", about: ABOUT, states: &["signalled", "yellow", "orange", "red", "called_out", "on_site"], side: Side::Runs, roles: TELLS, zh: "并入新信号", en: "Join a signal", send: join, fields: &[
        KIND, PEOPLE, PLACE, CAUSE, SENSITIVE, AGAINST, THREATENED, CHANNEL, DISPUTE, AT,
    ] },
    Affair { key: "set_level", about: ABOUT, states: WARNED, side: Side::Runs, roles: LEADS, zh: "调整预警等级", en: "Set the level", send: level, fields: &[
        field("level", "等级", "Level", Kind::One(LEVELS)), WHY, AT,
    ] },
    Affair { key: "stand_down", about: ABOUT, states: SCENE, side: Side::Runs, roles: LEADS, zh: "解除响应", en: "Stand down", send: stand_down, fields: &[
        field("why", "危险为什么过去了", "Why the danger is over", Kind::Long), AT,
    ] },
    Affair { key: "lift", about: ABOUT, states: WARNED, side: Side::Runs, roles: LEADS, zh: "解除预警", en: "Lift the warning", send: lift, fields: &[
        field("why", "为什么不会发生了", "Why it will not happen", Kind::Long), AT,
    ] },
    Affair { key: "review", about: ABOUT, states: &["stood_down"], side: Side::Runs, roles: LEADS, zh: "评估", en: "Review", send: review, fields: &[
        field("cause", "经过和原因", "Course and cause", Kind::Long),
        field("lessons", "哪些要改进", "What is to be done better", Kind::Long),
        Field { name: "trace", zh: "背后的纠纷此前由谁掌握", en: "Who held each dispute before", hint: "每件都要写：谁掌握、从哪天起、做了什么；没有人掌握的，单位不填", kind: Kind::Rows(&[
            field("of", "哪件纠纷", "Dispute", Kind::Text),
            field("held_by", "谁掌握", "Held by", Kind::Text),
            field("since", "从哪天起", "Since", Kind::Later),
            field("done", "做了什么", "What was done", Kind::Text),
        ]) },
        field("data_settled", "收集的个人信息已经销毁，或者评估后留存", "Personal data is destroyed, or kept after an assessment", Kind::Flag),
        AT,
    ] },
];
