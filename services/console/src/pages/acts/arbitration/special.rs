//! Simplified handling, collective cases, partial awards: what the case rules give besides.

use jiefen_platform::config::Area;
use jiefen_proto::jiefen::arbitration::v1 as pb;
use jiefen_proto::jiefen::arbitration::v1::arbitration_service_client::ArbitrationServiceClient;

use super::super::fields::{Choice, Kind, Read, field};
use super::super::usual::{HEARING_ON, ON, PARTY, hinted, one};
use super::super::{Act, After, Sending, Sent};
use super::award::{ITEMS, SET_ASIDE, WAGE, WAGE_SOURCE, WAGE_YEAR, items};
use super::{OFFICE, REGISTRY, TRIBUNAL};
use crate::lines::ask;

const LABOUR: &str = "labour_arbitration";
const HEARD: &[&str] = &["hearing", "overdue"];

const GROUND: &[Choice] = &[
    ("clear", "事实清楚、权利义务关系明确、争议不大", "clear facts, little in dispute"),
    ("small", "标的额不超过本省上年度职工年平均工资", "not above the average yearly wage"),
    ("agreed", "双方当事人同意", "both sides agree"),
];
const BAR: &[Choice] = &[
    ("public_interest", "涉及国家利益、社会公共利益", "public interest"),
    ("social_impact", "有重大社会影响", "great social impact"),
    ("respondent_missing", "被申请人下落不明", "the respondent cannot be found"),
    ("unsuitable", "仲裁委员会认为不宜简易处理", "unsuitable"),
];
const HOW: &[Choice] = &[("shorten", "缩短", "shortened"), ("waive", "取消答辩期", "waived")];
const SIDE: &[Choice] = &[
    ("office", "劳动行政部门", "labour department"),
    ("union", "工会", "union"),
    ("employers", "企业方面", "employers"),
];

sends! {
    ArbitrationServiceClient at Some(Area::Arbitration), head = head, after = case(case);

    fn simplify = simplify(SimplifyRequest) |read, sent| {
        on: read.day("on"),
        ground: read.text("ground"),
        yearly_wage_fen: read.yuan("yearly_wage").unwrap_or_default(),
        source: read.text("source"),
        agreed: read.numbers("agreed"),
        bars: read.texts("bars"),
    }
    fn shorten_defence = shorten_defence(ShortenDefenceRequest) |read, sent| {
        party: read.number("party"),
        until: read.day("until"),
        waived: read.text("how") == "waive",
        on: read.day("on"),
    }
    fn notify_simply = notify_simply(NotifySimplyRequest) |read, sent| {
        on: read.day("on"), hearing_on: read.day("hearing_on"),
    }
    fn confirm_notice = confirm_notice(ConfirmNoticeRequest) |read, sent| {
        party: read.number("party"), on: read.day("on"),
    }
    fn convert = convert_to_ordinary(ConvertToOrdinaryRequest) |read, sent| { on: read.day("on") }
    fn mark = mark_collective_contract(MarkCollectiveContractRequest) |read, sent| {
        on: read.day("on"),
    }
    fn form_tripartite = form_tripartite(FormTripartiteRequest) |read, sent| {
        on: read.day("on"), seats: seats(&read),
    }
    fn guide = guide(GuideRequest) |read, sent| {
        on: read.day("on"), helpers: read.column("helpers", "name"),
    }
    fn award_part = award_part(AwardPartRequest) |read, sent| {
        on: read.day("on"),
        items: items(&mut read),
        minimum_wage_fen: read.yuan("minimum_wage").unwrap_or_default(),
        minimum_wage_year: read.year("minimum_wage_year"),
        minimum_wage_source: read.text("minimum_wage_source"),
    }
    fn ask_set_aside_part = ask_set_aside_part(AskSetAsidePartRequest) |read, sent| {
        on: read.day("on"),
        party: read.number("party"),
        workers: read.numbers("workers"),
        ground: read.text("ground"),
    }
    fn rule_set_aside_part = rule_set_aside_part(RuleSetAsidePartRequest) |read, sent| {
        on: read.day("on"),
        workers: read.numbers("workers"),
        set_aside: read.text("ruling") == "set_aside",
    }
}

/// Who sits for which side.
fn seats(read: &Read<'_>) -> Vec<pb::Seat> {
    let seat = |row: String| pb::Seat {
        person: read.text(&format!("{row}.person")),
        side: read.text(&format!("{row}.side")),
    };
    read.rows("seats").into_iter().map(seat).collect()
}

/// Whether what is only for some cases is for this one: the others are not offered it.
pub(in crate::pages) fn fits(key: &str, own: &pb::LabourArbitration) -> bool {
    let hearing = own.hearing.as_ref();
    let simplified = hearing.is_some_and(|hearing| hearing.simplified_on.is_some());
    let formed = hearing.is_some_and(|hearing| !hearing.tribunal.is_empty());
    match key {
        "simplify" => !simplified,
        "shorten_defence" | "notify_simply" | "convert_to_ordinary" => simplified,
        "confirm_notice" => hearing.is_some_and(|hearing| hearing.notified_simply),
        "mark_collective_contract" => !own.collective_contract && !formed,
        "form_tripartite" => own.collective_contract && !formed,
        "form_tribunal" => !own.collective_contract || simplified,
        "guide" => own.collective || own.collective_contract,
        "ask_set_aside_part" | "rule_set_aside_part" => own.parts.is_some(),
        _ => true,
    }
}

/// The acts, in the order of a case.
#[rustfmt::skip]
pub(in crate::pages::acts) const ACTS: &[Act] = &[
    Act { key: "simplify", procedure: LABOUR, states: HEARD, roles: OFFICE, zh: "决定简易处理", en: "Handle it in the simplified way", send: simplify, fields: &[
        one("ground", "理由（办案规则第五十六条）", "Ground", GROUND),
        hinted(field("yearly_wage", "上年度职工年平均工资（元）", "Average yearly wage, yuan", Kind::Yuan), "按标的额的填写"),
        hinted(field("source", "公布的文件", "Published in", Kind::Text), "按标的额的填写"),
        hinted(field("agreed", "谁同意", "Who agreed", Kind::Parties), "按双方同意的选"),
        hinted(field("bars", "有没有不得简易处理的情形", "What stands against it", Kind::Several(BAR)), "办案规则第五十七条；没有的不选"),
        field("on", "哪一天告知当事人", "Parties told on", Kind::Day),
    ] },
    Act { key: "shorten_defence", procedure: LABOUR, states: HEARD, roles: TRIBUNAL, zh: "商定缩短或者取消答辩期", en: "A shorter time to answer", send: shorten_defence, fields: &[
        field("party", "哪位被申请人同意", "Which respondent agrees", Kind::Party),
        one("how", "怎么商定的（办案规则第五十八条）", "How", HOW),
        hinted(field("until", "缩短到哪一天", "New last day", Kind::Later), "取消答辩期的不填"), ON,
    ] },
    Act { key: "notify_simply", procedure: LABOUR, states: HEARD, roles: OFFICE, zh: "用简便方式通知开庭", en: "Notice by simple means", send: notify_simply, fields: &[
        hinted(HEARING_ON, "电话、短信、传真、邮寄等；开庭五日前通知。没有确认收到的，不得按撤回处理或者缺席裁决"), field("on", "哪一天通知", "Told on", Kind::Day),
    ] },
    Act { key: "confirm_notice", procedure: LABOUR, states: HEARD, roles: REGISTRY, zh: "确认收到开庭通知", en: "A party confirms the notice", send: confirm_notice, fields: &[
        PARTY, hinted(ON, "本人确认，或者有证据证明已经收到（办案规则第五十九条）"),
    ] },
    Act { key: "convert_to_ordinary", procedure: LABOUR, states: &["hearing"], roles: OFFICE, zh: "转为一般程序", en: "Back to the ordinary procedure", send: convert, fields: &[
        hinted(ON, "仲裁期限届满前决定；期限仍自受理之日起计算（办案规则第六十一条）"),
    ] },
    Act { key: "mark_collective_contract", procedure: LABOUR, states: HEARD, roles: OFFICE, zh: "认定因履行集体合同发生", en: "It is about a collective contract", send: mark, fields: &[
        hinted(ON, "组庭以前认定；仲裁庭按照三方原则组成（办案规则第六十二条、第六十五条）"),
    ] },
    Act { key: "form_tripartite", procedure: LABOUR, states: HEARD, roles: OFFICE, zh: "按照三方原则组庭", en: "Form a tripartite tribunal", send: form_tripartite, fields: &[
        hinted(field("seats", "仲裁员", "Arbitrators", Kind::Rows(&[
            field("person", "工号", "Staff id", Kind::Text),
            field("side", "来自哪一方", "From which side", Kind::One(SIDE)),
        ])), "三方各一名；第一位是首席仲裁员（办案规则第六十五条）"),
        field("on", "哪一天告知当事人", "Parties told on", Kind::Day),
    ] },
    Act { key: "guide", procedure: LABOUR, states: HEARD, roles: TRIBUNAL, zh: "开庭前引导协商、先行调解", en: "Lead the parties to talk", send: guide, fields: &[
        hinted(field("helpers", "请了哪些第三方人员", "Who helped", Kind::Rows(&[field("name", "姓名", "Name", Kind::Text)])), "律师、专家、学者等；没有请的不填（办案规则第六十六条）"), ON,
    ] },
    Act { key: "award_part", procedure: LABOUR, states: HEARD, roles: TRIBUNAL, zh: "先行裁决", en: "A partial award", send: award_part, fields: &[
        hinted(ITEMS, "只写事实已经清楚的部分，其余继续审理（劳动争议调解仲裁法第四十三条）；终局和非终局的自动分成两份裁决书"),
        WAGE, WAGE_YEAR, WAGE_SOURCE, ON,
    ] },
    Act { key: "ask_set_aside_part", procedure: LABOUR, states: &["hearing", "stayed", "overdue", "awarded"], roles: REGISTRY, zh: "登记申请撤销先行裁决", en: "Setting a partial award aside is asked", send: ask_set_aside_part, fields: &[
        PARTY, field("workers", "涉及哪些劳动者", "Which workers", Kind::Parties),
        one("ground", "理由（劳动争议调解仲裁法第四十九条）", "Ground", SET_ASIDE), ON,
    ] },
    Act { key: "rule_set_aside_part", procedure: LABOUR, states: &["hearing", "stayed", "overdue", "awarded"], roles: REGISTRY, zh: "登记撤销先行裁决案的裁定", en: "The court has ruled on a partial award", send: rule_set_aside_part, fields: &[
        field("workers", "涉及哪些劳动者", "Which workers", Kind::Parties),
        one("ruling", "怎么裁定", "Ruling", &[("set_aside", "撤销裁决", "set aside"), ("dismissed", "驳回申请", "dismissed")]), ON,
    ] },
];
