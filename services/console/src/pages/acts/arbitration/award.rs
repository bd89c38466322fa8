//! What the commission does with the award and after it.

use jiefen_platform::config::Area;
use jiefen_proto::jiefen::arbitration::v1 as pb;
use jiefen_proto::jiefen::arbitration::v1::arbitration_service_client::ArbitrationServiceClient;

use super::super::fields::{Choice, Field, Kind, Read, field};
use super::super::usual::{ON, PARTY, hinted, one};
use super::super::{Act, After, Sending, Sent};
use super::{CLAIM, DIRECTOR, REGISTRY, TRIBUNAL};
use crate::lines::ask;

const LABOUR: &str = "labour_arbitration";

pub(in crate::pages) const FINDING: &[Choice] = &[
    ("granted", "支持", "granted"),
    ("dismissed", "不支持", "dismissed"),
    ("dismissed_as_late", "超过时效，不支持", "dismissed as late"),
];
pub(in crate::pages) const PAPER: &[Choice] = &[
    ("final", "终局裁决书", "final award"),
    ("non_final", "非终局裁决书", "award that is not final"),
    ("ruling", "中级法院撤销裁决的裁定书", "the court's ruling"),
    ("part_final", "先行裁决的终局裁决书", "partial award, final"),
    ("part_non_final", "先行裁决的非终局裁决书", "partial award, not final"),
    ("part_ruling", "撤销先行裁决的裁定书", "the ruling on a partial award"),
];
const AGAINST: &[Choice] = &[
    ("silence", "逾期未作决定或者裁决", "silence"),
    ("final", "终局裁决书", "final award"),
    ("non_final", "非终局裁决书", "award that is not final"),
    ("ruling", "中级法院撤销裁决的裁定书", "the court's ruling"),
    ("part_final", "先行裁决的终局裁决书", "partial award, final"),
    ("part_non_final", "先行裁决的非终局裁决书", "partial award, not final"),
    ("part_ruling", "撤销先行裁决的裁定书", "the ruling on a partial award"),
];
pub(super) const SET_ASIDE: &[Choice] = &[
    ("wrong_law", "适用法律、法规确有错误", "wrong law"),
    ("no_jurisdiction", "无管辖权", "no jurisdiction"),
    ("procedure", "违反法定程序", "procedure"),
    ("forged_evidence", "证据伪造", "forged evidence"),
    ("hidden_evidence", "对方隐瞒证据", "hidden evidence"),
    ("corruption", "索贿受贿、徇私舞弊、枉法裁决", "corruption"),
];

/// What is decided, item by item.
#[rustfmt::skip]
pub(super) const ITEMS: Field = field("items", "逐项裁决", "Items", Kind::Rows(&[
    field("worker", "哪位劳动者", "Worker", Kind::Party),
    field("kind", "哪项请求", "Claim", Kind::One(CLAIM)),
    field("amount", "裁决金额（元）", "Amount, yuan", Kind::Yuan),
    field("finding", "认定", "Finding", Kind::One(FINDING)),
]));
/// The minimum wage by which an item is final or not.
pub(super) const WAGE: Field = hinted(
    field("minimum_wage", "当地月最低工资（元）", "Monthly minimum wage, yuan", Kind::Yuan),
    "每项不超过十二个月最低工资的，裁决为终局",
);
pub(super) const WAGE_YEAR: Field =
    field("minimum_wage_year", "标准的年份", "Its year", Kind::Count);
pub(super) const WAGE_SOURCE: Field =
    field("minimum_wage_source", "公布的文件", "Published in", Kind::Text);

sends! {
    ArbitrationServiceClient at Some(Area::Arbitration), head = head, after = case(case);

    fn award = award(AwardRequest) |read, sent| {
        on: read.day("on"),
        items: items(&mut read),
        minimum_wage_fen: read.yuan("minimum_wage").unwrap_or_default(),
        minimum_wage_year: read.year("minimum_wage_year"),
        minimum_wage_source: read.text("minimum_wage_source"),
    }
    fn lapse_award = lapse_award(LapseAwardRequest) |read, sent| {}
    fn receive = receive(ReceiveRequest) |read, sent| {
        paper: read.text("paper"), party: read.number("party"), on: read.day("on"),
    }
    fn lapse_right = lapse_right(LapseRightRequest) |read, sent| {
        paper: read.text("paper"), party: read.number("party"),
    }
    fn sue = sue(SueRequest) |read, sent| {
        on: read.day("on"),
        party: read.number("party"),
        against: read.text("against"),
        workers: read.numbers("workers"),
    }
    fn ask_set_aside = ask_set_aside(AskSetAsideRequest) |read, sent| {
        on: read.day("on"),
        party: read.number("party"),
        workers: read.numbers("workers"),
        ground: read.text("ground"),
    }
    fn rule_set_aside = rule_set_aside(RuleSetAsideRequest) |read, sent| {
        on: read.day("on"),
        workers: read.numbers("workers"),
        set_aside: read.text("ruling") == "set_aside",
    }
}

/// What each row awards.
pub(super) fn items(read: &mut Read<'_>) -> Vec<pb::Item> {
    let rows = read.rows("items");
    let item = |row: String| pb::Item {
        worker: read.number_or_none(&format!("{row}.worker")),
        kind: read.text(&format!("{row}.kind")),
        amount_fen: read.yuan_in("items", &format!("{row}.amount")).unwrap_or_default(),
        finding: read.text(&format!("{row}.finding")),
    };
    rows.into_iter().map(item).collect()
}

/// The acts, in the order of a case.
#[rustfmt::skip]
pub(in crate::pages::acts) const ACTS: &[Act] = &[
    Act { key: "award", procedure: LABOUR, states: &["hearing", "overdue"], roles: TRIBUNAL, zh: "作出裁决", en: "Make the award", send: award, fields: &[
        hinted(ITEMS, "每位劳动者每项请求一行；终局和非终局的自动分成两份裁决书"),
        WAGE, WAGE_YEAR, WAGE_SOURCE, ON,
    ] },
    Act { key: "receive", procedure: LABOUR, states: &["awarded", "hearing", "stayed", "overdue"], roles: REGISTRY, zh: "登记文书签收", en: "A party received the paper", send: receive, fields: &[one("paper", "哪份文书", "Which", PAPER), PARTY, ON] },
    Act { key: "sue", procedure: LABOUR, states: &["unanswered", "overdue", "awarded", "hearing", "stayed"], roles: REGISTRY, zh: "登记起诉", en: "A party sued", send: sue, fields: &[
        PARTY, one("against", "对什么不服", "Against", AGAINST),
        hinted(field("workers", "对哪些劳动者", "Against which workers", Kind::Parties), "用人单位起诉的才选"), ON,
    ] },
    Act { key: "ask_set_aside", procedure: LABOUR, states: &["awarded"], roles: REGISTRY, zh: "登记申请撤销裁决", en: "The employer asks to set aside", send: ask_set_aside, fields: &[
        PARTY, field("workers", "涉及哪些劳动者", "Which workers", Kind::Parties),
        one("ground", "理由（劳动争议调解仲裁法第四十九条）", "Ground", SET_ASIDE), ON,
    ] },
    Act { key: "rule_set_aside", procedure: LABOUR, states: &["awarded"], roles: REGISTRY, zh: "登记撤销裁决案的裁定", en: "The court has ruled", send: rule_set_aside, fields: &[
        field("workers", "涉及哪些劳动者", "Which workers", Kind::Parties),
        one("ruling", "怎么裁定", "Ruling", &[("set_aside", "撤销裁决", "set aside"), ("dismissed", "驳回申请", "dismissed")]), ON,
    ] },
    Act { key: "lapse_right", procedure: LABOUR, states: &["awarded", "hearing", "stayed", "overdue"], roles: DIRECTOR, zh: "期满未起诉、未申请", en: "The time passed unused", send: lapse_right, fields: &[one("paper", "哪份文书", "Which", PAPER), PARTY] },
    Act { key: "lapse_award", procedure: LABOUR, states: &["hearing"], roles: DIRECTOR, zh: "记录逾期未裁决", en: "The term passed without award", send: lapse_award, fields: &[] },
];
