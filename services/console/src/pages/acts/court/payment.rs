//! 支付令: what the court does with a creditor's application, claim by claim.

use jiefen_platform::config::Area;
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_proto::jiefen::court::v1 as pb;
use jiefen_proto::jiefen::court::v1::court_service_client::CourtServiceClient;

use super::super::fields::{Choice, Field, Kind, Read, field};
use super::super::usual::{CASE_NO, ON, PARTY, flag, hinted, one};
use super::super::{Act, After, Sending, Sent};
use super::{BOTH, JUDGE, PRESIDENT};
use crate::lines::ask;

const PAYMENT: &str = "payment_order";

pub(in crate::pages) const BASIS: &[Choice] = &[
    ("ordinary", "合同、欠条等一般债务", "an ordinary debt"),
    ("wages", "劳动争议调解协议：劳动报酬", "a labour agreement: wages"),
    ("injury_medical", "劳动争议调解协议：工伤医疗费", "a labour agreement: medical cost"),
    ("compensation", "劳动争议调解协议：经济补偿、赔偿金", "a labour agreement: compensation"),
    ("other", "劳动争议调解协议：其他事项", "a labour agreement: another matter"),
    ("labour_arrears", "拖欠劳动报酬，没有调解协议", "arrears of wages"),
];
pub(in crate::pages) const THING: &[Choice] = &[
    ("money", "金钱", "money"),
    ("securities", "有价证券", "securities"),
    ("other", "其他给付（不能申请支付令）", "another thing"),
];
pub(in crate::pages) const STANDING: &[Choice] = &[
    ("live", "等待清偿或者异议", "open to payment or objection"),
    ("bound", "支付令生效，可申请执行", "bound"),
    ("contested", "异议成立，支付令失效", "contested"),
    ("unserved", "不能送达，支付令失效", "could not be served"),
    ("paid", "已经清偿", "paid"),
    ("deemed_filed", "视为起诉", "counts as sued"),
    ("no_suit", "债权人不同意起诉", "no suit"),
    ("arbitration_first", "应当先申请劳动仲裁", "arbitration comes first"),
    ("enforcing", "已申请执行", "being enforced"),
    ("time_lost", "申请执行期间届满", "out of time"),
];
const MANNER: &[Choice] = &[
    ("signed", "直接送达签收", "signed for"),
    ("left", "留置送达", "left"),
    ("mail", "邮寄送达", "by mail"),
    ("electronic", "电子送达（本人同意）", "electronic"),
    ("public_notice", "公告（支付令不得适用）", "public notice"),
];
const FORM: &[Choice] =
    &[("written", "书面", "in writing"), ("oral", "口头（不发生效力）", "orally")];
const DENIES: &[Choice] = &[
    ("debt_denied", "债务不存在、数额有误、对方未履行等", "the debt is denied"),
    ("conditions_missing", "不符合支付令的条件", "conditions are missing"),
    ("cannot_pay", "缺乏清偿能力", "cannot pay"),
    ("pay_later", "请求延缓期限", "wants more time"),
    ("pay_otherwise", "请求变更清偿方式", "wants to pay otherwise"),
];
const NOT_ACCEPTED: &[Choice] = &[
    ("not_money", "不是金钱或者有价证券", "neither money nor securities"),
    ("not_due_or_fixed", "未到期或者数额不确定", "not due or not fixed"),
    ("counter_performance", "有对待给付义务或者其他债务纠纷", "something is owed in return"),
    ("unreachable", "债务人在境外、下落不明或者不能送达", "the debtor cannot be served"),
    ("not_competent", "本院没有管辖权", "not competent"),
    ("preservation", "已申请诉前保全", "preservation was asked for"),
    ("not_corrected", "逾期未补正", "not corrected in time"),
];
const REJECTED: &[Choice] = &[
    ("no_standing", "申请人不具备当事人资格", "no standing"),
    (
        "interest_not_agreed",
        "没有约定而坚持要求逾期利息、违约金、赔偿金",
        "interest was not agreed",
    ),
    ("unlawful_gain", "属于违法所得", "unlawful gain"),
    ("not_due_or_fixed", "未到期或者数额不确定", "not due or not fixed"),
    ("conditions_missing", "不符合受理条件", "conditions are missing"),
];
const SUIT: &[Choice] = &[
    ("same_debt", "就同一债权债务起诉", "on the same debt"),
    ("guarantee", "就担保关系单独起诉", "on the guarantee alone"),
];
const COMPETENT: &[Choice] =
    &[("yes", "债务人住所地在本院辖区", "the debtor lives here"), ("no", "不归本院", "not here")];

/// What both forms of an application ask beside who owes.
pub(in crate::pages::acts) const RESTS_ON: Field = one("basis", "依据什么债务", "The debt", BASIS);
pub(in crate::pages::acts) const CLAIMS: Field = Field {
    name: "claims",
    zh: "请求",
    en: "Claims",
    hint: "一行一项；到期日要早于今天；不写第几位的，由对方共同清偿",
    kind: Kind::Rows(&[
        field("thing", "什么", "What", Kind::One(THING)),
        field("amount", "金额（元）", "Amount, yuan", Kind::Yuan),
        field("due_on", "哪一天到期", "Due on", Kind::Later),
        field("debtor", "第几位债务人", "Which debtor", Kind::Count),
    ]),
};
pub(in crate::pages::acts) const COUNTER: Field = flag(
    "counter_performance",
    "债权人也有对待给付义务，或者双方有其他债务纠纷",
    "Something is owed in return",
);
pub(in crate::pages::acts) const UNREACHABLE: Field =
    flag("unreachable", "债务人在境外、下落不明或者不能送达", "The debtor cannot be served");
pub(in crate::pages::acts) const PRESERVATION: Field =
    flag("preservation", "已申请诉前保全", "Preservation was asked for");
pub(in crate::pages::acts) const SUED: Field = flag("sued", "已经起诉", "A suit is pending");
pub(in crate::pages::acts) const HERE: Field =
    one("competent", "是否由本院管辖", "Is this court competent", COMPETENT);

const THESE: Field = field("claims", "哪些请求", "Which claims", Kind::Of("claims"));
const RULING: Field = field("ruling", "哪一份裁定", "Which ruling", Kind::Of("rulings"));

/// The claims, each against all debtors or one of them.
fn claims(read: &mut Read<'_>, debtors: &[u32]) -> Vec<pb::PaymentClaim> {
    let mut claims = Vec::new();
    for row in read.rows("claims") {
        let nth = read.number_or_none(&format!("{row}.debtor"));
        let own = usize::try_from(nth).ok().and_then(|nth| debtors.get(nth.checked_sub(1)?));
        let no = u32::try_from(claims.len()).unwrap_or(u32::MAX).saturating_add(1);
        claims.push(pb::PaymentClaim {
            no,
            thing: read.text(&format!("{row}.thing")),
            amount_fen: read.yuan_in("claims", &format!("{row}.amount")),
            due_on: read.day_in("claims", &format!("{row}.due_on")),
            debtors: own.map_or_else(|| debtors.to_vec(), |one| vec![*one]),
            standing: String::new(),
        });
    }
    claims
}

/// The application as the form tells it: of a dispute that begins at the window, its applicant against the other side.
fn application(
    read: &mut Read<'_>,
    sent: &Sent<'_>,
    brief: &common::Brief,
) -> pb::PaymentApplication {
    let side = |role: &str| -> Vec<u32> {
        let own = brief.parties.iter().filter(|party| party.role == role);
        own.map(|party| party.no).collect()
    };
    let (creditor, debtors) = match sent.dispute {
        "" => (side("applicant").first().copied().unwrap_or_default(), side("respondent")),
        _ => (read.number("creditor"), read.numbers("debtors")),
    };
    let (basis, item) = match read.text("basis").as_str() {
        plain @ ("ordinary" | "labour_arrears") => (plain.to_owned(), String::new()),
        item => ("labour_agreement".to_owned(), item.to_owned()),
    };
    pb::PaymentApplication {
        creditor,
        basis,
        item,
        claims: claims(read, &debtors),
        counter_performance: read.flag("counter_performance"),
        unreachable: read.flag("unreachable"),
        preservation: read.flag("preservation"),
        sued: read.flag("sued"),
        competent: read.text("competent") != "no",
    }
}

/// The application, at the window or on a dispute that is known.
pub(in crate::pages::acts) fn apply<'a>(
    sent: Sent<'a>,
    brief: impl FnOnce(&mut Read<'_>, &Sent<'_>) -> common::Brief + Send + 'a,
    round: u32,
) -> Sending<'a> {
    Box::pin(async move {
        let mut read = Read::new(sent.form);
        let brief = brief(&mut read, &sent);
        let message = pb::PaymentApplyRequest {
            head: sent.head(),
            application: Some(application(&mut read, &sent, &brief)),
            brief: Some(brief),
            on: read.day("on"),
            round,
        };
        read.done()?;
        let area = Area::Court;
        let answer =
            ask!(sent.console, sent.staff, area, CourtServiceClient, payment_apply, message)?;
        Ok(After::case(answer.case))
    })
}

sends! {
    CourtServiceClient at Some(Area::Court), head = head, after = case(case);

    fn ask_correction = payment_ask_correction(PaymentAskCorrectionRequest) |read, sent| {
        missing: read.lines("missing"), on: read.day("on"),
    }
    fn corrected = payment_receive_corrected(PaymentReceiveCorrectedRequest) |read, sent| {
        on: read.day("on"),
    }
    fn lapse_correction = payment_lapse_correction(PaymentLapseCorrectionRequest) |read, sent| {}
    fn accept = payment_accept(PaymentAcceptRequest) |read, sent| {
        case_no: read.text("case_no"), judge: read.text("judge"), on: read.day("on"),
    }
    fn decline = payment_decline(PaymentDeclineRequest) |read, sent| {
        ground: read.text("ground"), on: read.day("on"),
    }
    fn reject = payment_reject(PaymentRejectRequest) |read, sent| {
        ground: read.text("ground"), on: read.day("on"),
    }
    fn issue = payment_issue(PaymentIssueRequest) |read, sent| { on: read.day("on") }
    fn serve = payment_serve(PaymentServeRequest) |read, sent| {
        party: read.number("party"), manner: read.text("manner"), on: read.day("on"),
    }
    fn unserved = payment_lapse_unserved(PaymentLapseUnservedRequest) |read, sent| {}
    fn paid = payment_record_payment(PaymentRecordPaymentRequest) |read, sent| {
        claims: read.numbers("claims"), on: read.day("on"),
    }
    fn object = payment_object(PaymentObjectRequest) |read, sent| {
        party: read.number("party"),
        claims: read.numbers("claims"),
        form: read.text("form"),
        ground: read.text("ground"),
        on: read.day("on"),
    }
    fn uphold = payment_uphold_objection(PaymentUpholdObjectionRequest) |read, sent| {
        party: read.number("party"), on: read.day("on"),
    }
    fn dismiss = payment_dismiss_objection(PaymentDismissObjectionRequest) |read, sent| {
        party: read.number("party"), on: read.day("on"),
    }
    fn take_back = payment_withdraw_objection(PaymentWithdrawObjectionRequest) |read, sent| {
        party: read.number("party"), on: read.day("on"),
    }
    fn time_passed = payment_objection_time_passed(PaymentObjectionTimePassedRequest) |read, sent| {
        party: read.number("party"),
    }
    fn receive_ruling = payment_receive_ruling(PaymentReceiveRulingRequest) |read, sent| {
        ruling: read.number("ruling"), on: read.day("on"),
    }
    fn refuse_suit = payment_refuse_suit(PaymentRefuseSuitRequest) |read, sent| {
        ruling: read.number("ruling"), on: read.day("on"),
    }
    fn deem_filed = payment_deem_filed(PaymentDeemFiledRequest) |read, sent| {
        ruling: read.number("ruling"),
    }
    fn withdraw = payment_withdraw(PaymentWithdrawRequest) |read, sent| { on: read.day("on") }
    fn note_suit = payment_note_suit(PaymentNoteSuitRequest) |read, sent| {
        suit: read.text("suit"), on: read.day("on"),
    }
    fn revoke = payment_revoke(PaymentRevokeRequest) |read, sent| { on: read.day("on") }
    fn enforce = payment_apply_enforcement(PaymentApplyEnforcementRequest) |read, sent| {
        on: read.day("on"),
    }
    fn time_lost = payment_enforcement_time_passed(PaymentEnforcementTimePassedRequest) |read, sent| {
        claim: read.number("claim"),
    }
}

const RULED: &[&str] = &["issued", "contested", "effective"];

/// The acts, in the order of a case.
#[rustfmt::skip]
pub(in crate::pages::acts) const ACTS: &[Act] = &[
    Act { key: "accept", procedure: PAYMENT, states: &["applied"], roles: BOTH, zh: "受理支付令申请", en: "Accept the application", send: accept, fields: &[
        CASE_NO, field("judge", "承办法官工号", "Judge, staff id", Kind::Person), ON,
    ] },
    Act { key: "ask_correction", procedure: PAYMENT, states: &["applied"], roles: BOTH, zh: "通知补正支付令申请", en: "Ask for what is missing", send: ask_correction, fields: &[
        hinted(field("missing", "缺什么", "What is missing", Kind::Long), "一行写一项；只通知一次，请写全"), ON,
    ] },
    Act { key: "receive_corrected", procedure: PAYMENT, states: &["correcting"], roles: BOTH, zh: "收到补正材料", en: "Corrected papers are in", send: corrected, fields: &[ON] },
    Act { key: "decline", procedure: PAYMENT, states: &["applied"], roles: BOTH, zh: "支付令申请不予受理", en: "Do not accept", send: decline, fields: &[
        one("ground", "理由（民诉法解释第四百二十七条）", "Ground", NOT_ACCEPTED), ON,
    ] },
    Act { key: "issue", procedure: PAYMENT, states: &["accepted"], roles: JUDGE, zh: "发出支付令", en: "Issue the order", send: issue, fields: &[ON] },
    Act { key: "reject", procedure: PAYMENT, states: &["accepted"], roles: JUDGE, zh: "裁定驳回支付令申请", en: "Reject the application", send: reject, fields: &[
        one("ground", "理由（民诉法解释第四百二十八条）", "Ground", REJECTED), ON,
    ] },
    Act { key: "serve", procedure: PAYMENT, states: &["issued"], roles: BOTH, zh: "送达支付令", en: "Serve the order", send: serve, fields: &[
        hinted(PARTY, "哪位债务人"), one("manner", "怎么送达", "How", MANNER), ON,
    ] },
    Act { key: "record_payment", procedure: PAYMENT, states: &["issued", "effective"], roles: BOTH, zh: "登记清偿", en: "Claims are paid", send: paid, fields: &[THESE, ON] },
    Act { key: "object", procedure: PAYMENT, states: &["issued"], roles: BOTH, zh: "收到债务人异议", en: "A debtor objects", send: object, fields: &[
        hinted(PARTY, "哪位债务人"), THESE, one("form", "怎么提出的", "Form", FORM), one("ground", "说什么", "Ground", DENIES), ON,
    ] },
    Act { key: "uphold_objection", procedure: PAYMENT, states: &["issued"], roles: JUDGE, zh: "裁定异议成立，终结督促程序", en: "The objection holds", send: uphold, fields: &[PARTY, ON] },
    Act { key: "dismiss_objection", procedure: PAYMENT, states: &["issued"], roles: JUDGE, zh: "裁定驳回债务人异议", en: "The objection does not hold", send: dismiss, fields: &[PARTY, ON] },
    Act { key: "withdraw_objection", procedure: PAYMENT, states: &["issued"], roles: BOTH, zh: "债务人撤回异议", en: "The objection is taken back", send: take_back, fields: &[PARTY, ON] },
    Act { key: "receive_ruling", procedure: PAYMENT, states: RULED, roles: BOTH, zh: "债权人收到终结裁定", en: "The creditor received the ruling", send: receive_ruling, fields: &[RULING, ON] },
    Act { key: "refuse_suit", procedure: PAYMENT, states: RULED, roles: BOTH, zh: "债权人不同意起诉", en: "The creditor refuses a suit", send: refuse_suit, fields: &[RULING, ON] },
    Act { key: "apply_enforcement", procedure: PAYMENT, states: &["issued", "effective"], roles: BOTH, zh: "收到支付令执行申请", en: "The creditor asks for enforcement", send: enforce, fields: &[ON] },
    Act { key: "withdraw", procedure: PAYMENT, states: &["applied", "correcting", "accepted", "issued"], roles: BOTH, zh: "债权人撤回支付令申请", en: "The creditor withdraws", send: withdraw, fields: &[ON] },
    Act { key: "note_suit", procedure: PAYMENT, states: &["accepted", "issued"], roles: BOTH, zh: "债权人已经起诉", en: "The creditor has sued", send: note_suit, fields: &[
        one("suit", "什么诉讼", "Which suit", SUIT), ON,
    ] },
    Act { key: "revoke", procedure: PAYMENT, states: &["effective"], roles: PRESIDENT, zh: "撤销支付令", en: "Revoke the order", send: revoke, fields: &[ON] },
    Act { key: "lapse_correction", procedure: PAYMENT, states: &["correcting"], roles: JUDGE, zh: "逾期未补正，不予受理", en: "Not corrected in time", send: lapse_correction, fields: &[] },
    Act { key: "lapse_unserved", procedure: PAYMENT, states: &["issued"], roles: JUDGE, zh: "三十日内不能送达", en: "Not served in thirty days", send: unserved, fields: &[] },
    Act { key: "objection_time_passed", procedure: PAYMENT, states: &["issued"], roles: JUDGE, zh: "债务人异议期满", en: "The time to object has passed", send: time_passed, fields: &[PARTY] },
    Act { key: "deem_filed", procedure: PAYMENT, states: RULED, roles: JUDGE, zh: "七日期满，视为起诉", en: "It counts as sued", send: deem_filed, fields: &[RULING] },
    Act { key: "enforcement_time_passed", procedure: PAYMENT, states: &["issued", "effective"], roles: JUDGE, zh: "支付令申请执行期间届满", en: "The time for enforcement has passed", send: time_lost, fields: &[
        field("claim", "哪一项请求", "Which claim", Kind::Of("claims")),
    ] },
];
