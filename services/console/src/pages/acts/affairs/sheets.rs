//! 考核表: from the frozen figures over appeals and their decisions to the signature.

use jiefen_platform::config::Area;
use jiefen_proto::jiefen::assessment::v1 as pb;
use jiefen_proto::jiefen::assessment::v1::assessment_service_client::AssessmentServiceClient;
use jiefen_vocab::Role::{Assessor, Coordinator, Leader};

use super::super::fields::{Choice, Field, Kind, Read, field};
use super::{About, Affair, Given, Giving, Side};
use crate::lines::ask_at;
use crate::pages::cockpit::period::Span;
use crate::pages::may::HEADS;

/// The unit of a sheet of the whole county, in a form.
pub(super) const COUNTY: &str = "county";

const UPHELD: &[Choice] = &[
    ("yes", "申诉成立，更正数字", "upheld: the figure is corrected"),
    ("no", "申诉不成立", "not upheld"),
];

gives! {
    AssessmentServiceClient of Area::Assessment;

    fn freeze = freeze_sheet(FreezeSheetRequest) |read, given| {
        unit: unit(&read),
        period: period(&mut read, &given),
        cut_off: read.day("cut_off"),
        population: population(&mut read),
    }
    fn recompute = recompute_sheet(RecomputeSheetRequest) |read, given| {}
    fn correct = correct_sheet(CorrectSheetRequest) |read, given| {
        figure: figure(&mut read), after: Some(numbers(&mut read)), reason: read.text("reason"),
    }
    fn appeal = appeal_sheet(AppealSheetRequest) |read, given| {
        figure: figure(&mut read),
        dispute: read.text("dispute"),
        reason: read.text("reason"),
    }
    fn decide = decide_appeal(DecideAppealRequest) |read, given| {
        appeal: read.number("appeal"), after: decided(&mut read), reason: read.text("reason"),
    }
    fn sign = sign_sheet(SignSheetRequest) |read, given| {}
}

fn unit(read: &Read<'_>) -> String {
    match read.text("unit") {
        unit if unit == COUNTY => String::new(),
        unit => unit,
    }
}

fn period(read: &mut Read<'_>, given: &Given<'_>) -> Option<pb::Period> {
    let chosen = read.text("period");
    if chosen.is_empty() {
        read.fault("period", "请选择 (choose one)");
        return None;
    }
    Some(Span::asked(&chosen, given.now.date()).wire())
}

/// The population; none when nothing of it was written.
fn population(read: &mut Read<'_>) -> Option<pb::Population> {
    let said = ["resident", "floating", "as_of", "source"].map(|name| read.text(name));
    if said.iter().all(String::is_empty) {
        return None;
    }
    Some(pb::Population {
        resident: read.count("resident").into(),
        floating: read.count("floating").into(),
        as_of: read.day("as_of"),
        source: read.text("source"),
    })
}

/// Which figure: indicator and variant stand together in the form.
fn figure(read: &mut Read<'_>) -> Option<pb::FigureKey> {
    let chosen = read.text("figure");
    let parts = chosen.split_once('|');
    if parts.is_none() {
        read.fault("figure", "请选择 (choose one)");
    }
    let (indicator, variant) = parts?;
    Some(pb::FigureKey { indicator: indicator.to_owned(), variant: variant.to_owned() })
}

fn numbers(read: &mut Read<'_>) -> pb::Numbers {
    let mut number = |name: &str| {
        let parsed = read.text(name).parse().ok();
        if parsed.is_none() {
            read.fault(name, "应填写数字 (a number)");
        }
        parsed.unwrap_or(0)
    };
    pb::Numbers { numerator: number("numerator"), denominator: number("denominator") }
}

/// The right numbers of an appeal that is upheld.
fn decided(read: &mut Read<'_>) -> Option<pb::Numbers> {
    match read.text("upheld").as_str() {
        "yes" => Some(numbers(read)),
        "no" => None,
        _ => {
            read.fault("upheld", "请选择 (choose one)");
            None
        }
    }
}

const ABOUT: About = About::Sheet;
const FIGURE: Field = field("figure", "哪个指标", "Which figure", Kind::Text);
const NUMERATOR: Field = field("numerator", "更正后的分子", "The right numerator", Kind::Count);
const DENOMINATOR: Field =
    field("denominator", "更正后的分母", "The right denominator", Kind::Count);
const REASON: Field = field("reason", "理由", "Why", Kind::Long);

/// The acts, in the order of a sheet; each is named like its command.
#[rustfmt::skip]
pub(super) const ALL: &[Affair] = &[
    Affair { key: "freeze", about: ABOUT, states: &[], side: Side::Runs, roles: &[Assessor], zh: "冻结考核数据", en: "Freeze a period", send: freeze, fields: &[
        Field { name: "unit", zh: "考核谁", en: "Whose sheet", hint: "全县一张，或者一个单位一张；节点没有名册时写单位代码，全县不填", kind: Kind::Text },
        Field { name: "period", zh: "哪一期", en: "Which period", hint: "已经结束的月份和季度", kind: Kind::Text },
        Field { name: "cut_off", zh: "数据截止到哪一天", en: "Data up to", hint: "不填就是今天", kind: Kind::Later },
        Field { name: "resident", zh: "常住人口", en: "Resident population", hint: "万人起诉率要用；不知道的四项都不填，该指标没有数据", kind: Kind::Count },
        field("floating", "登记的流动人口", "Registered floating population", Kind::Count),
        field("as_of", "人口数是哪一天的", "Counted on", Kind::Later),
        field("source", "人口数的出处", "Source of the numbers", Kind::Text),
    ] },
    Affair { key: "decide_appeal", about: ABOUT, states: &["frozen", "closed"], side: Side::Runs, roles: &[Assessor], zh: "处理申诉", en: "Decide an appeal", send: decide, fields: &[
        field("appeal", "哪一项申诉", "Which appeal", Kind::Text),
        field("upheld", "成立不成立", "Upheld or not", Kind::One(UPHELD)),
        Field { name: "numerator", zh: "更正后的分子", en: "The right numerator", hint: "申诉成立的才填", kind: Kind::Count },
        Field { name: "denominator", zh: "更正后的分母", en: "The right denominator", hint: "申诉成立的才填", kind: Kind::Count },
        REASON,
    ] },
    Affair { key: "sign", about: ABOUT, states: &["closed"], side: Side::Runs, roles: &[Leader], zh: "签发考核表", en: "Sign the sheet", send: sign, fields: &[] },
    Affair { key: "appeal", about: ABOUT, states: &["frozen"], side: Side::Answers, roles: HEADS, zh: "申诉", en: "Appeal", send: appeal, fields: &[
        FIGURE,
        Field { name: "dispute", zh: "哪件纠纷不该这样算", en: "Which dispute should not count so", hint: "写纠纷编号；对整个指标有意见的不填", kind: Kind::Text },
        REASON,
    ] },
    Affair { key: "recompute", about: ABOUT, states: &["frozen", "closed", "signed"], side: Side::Runs, roles: &[Assessor, Coordinator, Leader], zh: "重新计算并核对", en: "Compute anew and compare", send: recompute, fields: &[] },
    Affair { key: "correct", about: ABOUT, states: &["frozen", "closed", "signed"], side: Side::Runs, roles: &[Assessor], zh: "更正", en: "Correct a figure", send: correct, fields: &[
        FIGURE, NUMERATOR, DENOMINATOR, REASON,
    ] },
];
