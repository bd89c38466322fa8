//! 律师调解: from the words of both sides to the agreement, or to its end.

use jiefen_proto::jiefen::mediation::v1 as pb;
use jiefen_proto::jiefen::mediation::v1::mediation_service_client::MediationServiceClient;

use super::super::fields::{Field, Kind, Read, field};
use super::super::usual::{AGREED, DAYS, ON, PARTY, flag, hinted, one};
use super::super::{Act, After, DESK, Sending, Sent, again};
use super::text::{self, FACTS, OBLIGATIONS, SUBJECTS};
use super::{
    AREA, BOTH, CHECKED, COUNTER, FORM, GRANTED, HEAD, HOST, HOW_SAID, INTEREST, NEXT_ON, PLACE,
    REACHED, ROSTER, TEXT, TIE, TRAINED, WINDOWS, applied, candidate, shares,
};
use crate::lines::ask;

const LAWYER: &str = "lawyer_mediation";

/// Who takes it; the roster stands below.
const WHO: Field = Field {
    name: "mediator",
    zh: "律师调解员工号",
    en: "Lawyer, staff id",
    hint: "可以从本单位名册里选，也可以直接写",
    kind: Kind::Mediator,
};
const SITS: Field = one("host", "工作室设在哪里", "Where the studio sits", HOST);

sends! {
    MediationServiceClient at AREA, head = head, after = case(case);

    fn open = lawyer_open(LawyerOpenRequest) |read, sent| {
        brief: applied(again::brief(sent.known), &read.numbers("agreed"), read.day("on")),
        host: read.text("host"),
        round: again::round(sent.known, LAWYER).unwrap_or_default(),
        on: read.day("on"),
    }
    fn take = lawyer_take(LawyerTakeRequest) |read, sent| {
        lawyer: candidate(&read, "mediator"), host: read.text("host"), on: read.day("on"),
    }
    fn fee = lawyer_set_fee(LawyerSetFeeRequest) |read, sent| {
        shares: shares(&mut read), sole_agreed: read.flag("sole_agreed"), on: read.day("on"),
    }
    fn agree = lawyer_agree(LawyerAgreeRequest) |read, sent| {
        draft: text::before(&mut read, &sent),
        signed: read.numbers("signed"),
        by_lawyer: read.flag("by_lawyer"),
        sealed: read.flag("sealed"),
        on: read.day("on"),
    }
    fn order = lawyer_note_order(LawyerNoteOrderRequest) |read, sent| {
        obligation: read.number("obligation"), on: read.day("on"),
    }
}

alike! {
    lawyer_give_consent LawyerGiveConsentRequest,
    lawyer_refuse_consent LawyerRefuseConsentRequest,
    lawyer_withdraw_consent LawyerWithdrawConsentRequest,
    lawyer_disclose LawyerDiscloseRequest,
    lawyer_waive LawyerWaiveRequest,
    lawyer_challenge LawyerChallengeRequest,
    lawyer_decide_challenge LawyerDecideChallengeRequest,
    lawyer_replace LawyerReplaceRequest,
    lawyer_schedule LawyerScheduleRequest,
    lawyer_hold LawyerHoldRequest,
    lawyer_extend LawyerExtendRequest,
    lawyer_confirm_text LawyerConfirmTextRequest,
    lawyer_note_application LawyerNoteApplicationRequest,
    lawyer_close_window LawyerCloseWindowRequest,
    lawyer_end_failed LawyerEndFailedRequest,
    lawyer_end_sham LawyerEndShamRequest,
    lawyer_lapse LawyerLapseRequest,
    lawyer_put_text LawyerPutTextRequest,
}

/// What begins on a dispute that is known.
#[rustfmt::skip]
pub(in crate::pages::acts) const BEGIN: Act = Act {
    key: "open-lawyer", procedure: DESK, states: &["holder"], roles: COUNTER, zh: "开始律师调解", en: "Begin a lawyer mediation", send: open, fields: &[
        hinted(AGREED, "双方都同意才能开始"), SITS, ON,
    ],
};

const BEFORE: &[&str] = &["asking", "waiting"];
const TALKING: &[&str] = &["mediating"];

/// The acts, in the order of a mediation.
#[rustfmt::skip]
pub(super) const ACTS: &[Act] = &[
    Act { key: "give_consent", procedure: LAWYER, states: &["asking"], roles: COUNTER, zh: "一方同意律师调解", en: "A party agrees", send: consent, fields: &[PARTY, HOW_SAID, ON] },
    Act { key: "take", procedure: LAWYER, states: &["waiting"], roles: HEAD, zh: "核查利益冲突并确定律师调解员", en: "A lawyer takes it", send: take, fields: &[
        WHO, ROSTER, TRAINED, CHECKED, TIE, SITS, ON,
    ] },
    Act { key: "schedule", procedure: LAWYER, states: TALKING, roles: BOTH, zh: "安排律师调解", en: "Set a session", send: schedule, fields: &[NEXT_ON, PLACE, FORM] },
    Act { key: "hold", procedure: LAWYER, states: TALKING, roles: BOTH, zh: "记录律师调解", en: "Record a session", send: hold, fields: &[
        ON, PLACE, FORM, field("present", "谁到场", "Who came", Kind::Parties),
        hinted(field("guardians", "哪些未成年人的监护人到场", "Whose guardians came", Kind::Parties), "没有未成年人的不选"),
        field("record", "记录", "Record", Kind::Long), one("reached", "谈得怎么样", "What was reached", REACHED),
    ] },
    Act { key: "put_text", procedure: LAWYER, states: TALKING, roles: BOTH, zh: "把协议文本交各方核对", en: "Put a text before the parties", send: put_text, fields: &[
        FACTS, OBLIGATIONS, SUBJECTS, ON,
    ] },
    Act { key: "confirm_text", procedure: LAWYER, states: TALKING, roles: BOTH, zh: "一方确认协议文本", en: "A party confirms the text", send: confirm, fields: &[PARTY, TEXT, ON] },
    Act { key: "agree", procedure: LAWYER, states: TALKING, roles: BOTH, zh: "收齐各方签名和印章", en: "Signatures and seal are complete", send: agree, fields: &[
        TEXT, field("signed", "谁签了名", "Who signed", Kind::Parties),
        flag("by_lawyer", "律师调解员已经签名", "The lawyer has signed"), flag("sealed", "工作室已经盖章", "The studio has sealed"), ON,
    ] },
    Act { key: "set_fee", procedure: LAWYER, states: TALKING, roles: HEAD, zh: "确定律师调解费", en: "Set the fee", send: fee, fields: &[
        Field { name: "shares", zh: "谁负担多少", en: "Who pays how much", hint: "一行一位；只有律师事务所的工作室可以收费", kind: Kind::Rows(&[
            field("party", "谁负担", "Who", Kind::Party), field("amount", "金额（元）", "Amount, yuan", Kind::Yuan),
        ]) },
        flag("sole_agreed", "一方同意全部负担", "One party agreed to bear all of it"), ON,
    ] },
    Act { key: "disclose", procedure: LAWYER, states: TALKING, roles: BOTH, zh: "律师披露利害关系", en: "The lawyer discloses", send: disclose, fields: &[
        one("interest", "什么关系", "What", INTEREST), ON,
    ] },
    Act { key: "waive", procedure: LAWYER, states: TALKING, roles: BOTH, zh: "一方同意由该律师继续", en: "A party agrees all the same", send: waive, fields: &[PARTY, ON] },
    Act { key: "challenge", procedure: LAWYER, states: TALKING, roles: BOTH, zh: "一方申请律师回避", en: "A party challenges the lawyer", send: challenge, fields: &[
        PARTY, one("interest", "说有什么关系", "What", INTEREST), ON,
    ] },
    Act { key: "decide_challenge", procedure: LAWYER, states: TALKING, roles: HEAD, zh: "决定律师是否回避", en: "Decide on the challenge", send: decide, fields: &[
        one("granted", "怎么决定", "Decision", GRANTED), ON,
    ] },
    Act { key: "replace", procedure: LAWYER, states: TALKING, roles: HEAD, zh: "更换律师调解员", en: "Another lawyer", send: replace, fields: &[WHO, ROSTER, TRAINED, CHECKED, TIE, ON] },
    Act { key: "extend", procedure: LAWYER, states: TALKING, roles: BOTH, zh: "延长律师调解期限", en: "Extend the term", send: extend, fields: &[DAYS, AGREED, ON] },
    Act { key: "note_application", procedure: LAWYER, states: &["agreed"], roles: BOTH, zh: "登记共同申请司法确认", en: "The parties have applied together", send: apply, fields: &[WINDOWS, ON] },
    Act { key: "note_order", procedure: LAWYER, states: &["agreed"], roles: BOTH, zh: "登记债权人申请支付令", en: "The creditor has applied for a payment order", send: order, fields: &[
        field("obligation", "哪一项", "Which", Kind::Of("obligations")), ON,
    ] },
    Act { key: "refuse_consent", procedure: LAWYER, states: BEFORE, roles: COUNTER, zh: "一方不同意律师调解", en: "A party refuses", send: refuse, fields: &[PARTY, ON] },
    Act { key: "withdraw_consent", procedure: LAWYER, states: &["asking", "waiting", "mediating"], roles: COUNTER, zh: "一方不想再调", en: "A party wants no more", send: withdraw, fields: &[PARTY, HOW_SAID] },
    Act { key: "end_failed", procedure: LAWYER, states: TALKING, roles: BOTH, zh: "律师调解不成", en: "It has failed", send: failed, fields: &[
        ON, hinted(field("undisputed", "各方没有争议的事实", "Facts that nobody disputes", Kind::Long), "各方都同意才能记载；没有的不填"),
        hinted(field("facts_agreed", "谁同意记载", "Who agreed to the record", Kind::Parties), "没有记载的不选"),
    ] },
    Act { key: "end_sham", procedure: LAWYER, states: &["asking", "waiting", "mediating"], roles: BOTH, zh: "涉嫌虚假调解，终止", en: "Suspected sham", send: sham, fields: &[ON] },
    Act { key: "lapse", procedure: LAWYER, states: &["asking", "waiting", "mediating"], roles: BOTH, zh: "期限届满", en: "The time is over", send: lapse, fields: &[] },
    Act { key: "close_window", procedure: LAWYER, states: &["agreed"], roles: BOTH, zh: "申请期满没有申请", en: "The window has closed unused", send: close, fields: &[WINDOWS] },
];
