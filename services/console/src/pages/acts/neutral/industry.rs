//! 行业调解、金融纠纷第三方调解: from the words of both sides to the agreement, or to its end.

use jiefen_proto::jiefen::mediation::v1 as pb;
use jiefen_proto::jiefen::mediation::v1::mediation_service_client::MediationServiceClient;
use jiefen_vocab::TrackKind;

use super::super::fields::{Kind, Read, field};
use super::super::usual::{AGREED, DAYS, ON, PARTY, flag, hinted, one};
use super::super::{Act, After, DESK, Sending, Sent, again};
use super::text::{self, FACTS, OBLIGATIONS, SUBJECTS};
use super::{
    AREA, BOTH, CHECKED, COUNTER, FORM, GRANTED, HEAD, HOW_SAID, INTEREST, LINKED, MEMBERS,
    NEUTRAL, NEXT_ON, PLACE, REACHED, TEXT, TIE, WINDOWS, applied, candidate, shares,
};
use crate::lines::ask;

const INDUSTRY: &str = "industry_mediation";

sends! {
    MediationServiceClient at AREA, head = head, after = case(case);

    fn open = industry_open(IndustryOpenRequest) |read, sent| {
        body: Some(pb::TradeBody {
            kind: trade(&sent).to_owned(),
            members: read.numbers("members"),
            court_linked: read.flag("court_linked"),
            checked: true,
        }),
        brief: applied(again::brief(sent.known), &[read.number("party")], read.day("on")),
        round: again::round(sent.known, INDUSTRY).unwrap_or_default(),
        on: read.day("on"),
    }
    fn check_body = industry_check_body(IndustryCheckBodyRequest) |read, sent| {
        members: read.numbers("members"),
        court_linked: read.flag("court_linked"),
        on: read.day("on"),
    }
    fn accept = industry_accept(IndustryAcceptRequest) |read, sent| {
        mediator: candidate(&read, "mediator"),
        outside: read.flag("outside"),
        waived: read.numbers("waived"),
        on: read.day("on"),
    }
    fn fee = industry_set_fee(IndustrySetFeeRequest) |read, sent| {
        shares: shares(&mut read), published: read.flag("published"), on: read.day("on"),
    }
    fn ask_expert = industry_ask_expert(IndustryAskExpertRequest) |read, sent| {
        expert: candidate(&read, "expert"), agreed: read.numbers("agreed"), on: read.day("on"),
    }
    fn expert = industry_expert_answers(IndustryExpertAnswersRequest) |read, sent| {
        on: read.day("on"),
    }
    fn object = industry_object(IndustryObjectRequest) |read, sent| {
        party: read.number("party"), written: read.flag("written"), on: read.day("on"),
    }
    fn agree = industry_agree(IndustryAgreeRequest) |read, sent| {
        draft: text::before(&mut read, &sent),
        signed: read.numbers("signed"),
        sealed: read.flag("sealed"),
        on: read.day("on"),
    }
}

alike! {
    industry_give_consent IndustryGiveConsentRequest,
    industry_refuse_consent IndustryRefuseConsentRequest,
    industry_withdraw_consent IndustryWithdrawConsentRequest,
    industry_disclose IndustryDiscloseRequest,
    industry_waive IndustryWaiveRequest,
    industry_challenge IndustryChallengeRequest,
    industry_decide_challenge IndustryDecideChallengeRequest,
    industry_replace IndustryReplaceRequest,
    industry_schedule IndustryScheduleRequest,
    industry_hold IndustryHoldRequest,
    industry_extend IndustryExtendRequest,
    industry_confirm_text IndustryConfirmTextRequest,
    industry_note_application IndustryNoteApplicationRequest,
    industry_close_window IndustryCloseWindowRequest,
    industry_end_failed IndustryEndFailedRequest,
    industry_end_sham IndustryEndShamRequest,
    industry_lapse IndustryLapseRequest,
    industry_put_text IndustryPutTextRequest,
}

/// Puts a plan before the parties, under the hash that the service makes of it.
fn put_plan(sent: Sent<'_>) -> Sending<'_> {
    Box::pin(async move {
        let mut read = Read::new(sent.form);
        let (draft, agreed) = (text::draft(&mut read), read.numbers("agreed"));
        let (served, on) = (read.day("served"), read.day("on"));
        read.done()?;
        let draft = text::hashed(&sent, draft).await?;
        let head = sent.head();
        let message = pb::IndustryPutPlanRequest { head, draft, agreed, served, on };
        let (console, staff, area) = (sent.console, sent.staff, sent.area);
        let answer = ask!(console, staff, area, MediationServiceClient, industry_put_plan, message);
        Ok(After::case(answer?.case))
    })
}

/// Which body the route is for.
fn trade(sent: &Sent<'_>) -> &'static str {
    let track = again::brief(sent.known).map(|brief| brief.track).unwrap_or_default();
    let financial = track == TrackKind::ThirdPartyFinancialMediation.code();
    if financial { "financial" } else { "association" }
}

/// What begins on a dispute that is known.
#[rustfmt::skip]
pub(in crate::pages::acts) const BEGIN: Act = Act {
    key: "open-industry", procedure: DESK, states: &["holder"], roles: COUNTER, zh: "开始行业调解", en: "Begin an industry mediation", send: open, fields: &[
        field("party", "谁申请", "Who applies", Kind::Party), MEMBERS, LINKED, ON,
    ],
};

const BEFORE: &[&str] = &["asking", "willing"];
const TALKING: &[&str] = &["mediating"];

/// The acts, in the order of a mediation.
#[rustfmt::skip]
pub(super) const ACTS: &[Act] = &[
    Act { key: "check_body", procedure: INDUSTRY, states: BEFORE, roles: BOTH, zh: "核对双方是不是本组织会员", en: "Check which parties are members", send: check_body, fields: &[MEMBERS, LINKED, ON] },
    Act { key: "give_consent", procedure: INDUSTRY, states: &["asking"], roles: COUNTER, zh: "一方同意行业调解", en: "A party agrees", send: consent, fields: &[PARTY, HOW_SAID, ON] },
    Act { key: "accept", procedure: INDUSTRY, states: &["willing"], roles: HEAD, zh: "确定中立的调解员并受理", en: "Accept under a neutral", send: accept, fields: &[
        NEUTRAL, flag("outside", "调解员不是本组织会员", "The neutral is no member"), CHECKED, TIE,
        hinted(field("waived", "哪些非会员当事人同意由会员主持", "Who takes a member all the same", Kind::Parties), "调解员不是会员的不选"), ON,
    ] },
    Act { key: "schedule", procedure: INDUSTRY, states: TALKING, roles: BOTH, zh: "安排行业调解", en: "Set a session", send: schedule, fields: &[NEXT_ON, PLACE, FORM] },
    Act { key: "hold", procedure: INDUSTRY, states: TALKING, roles: BOTH, zh: "记录行业调解", en: "Record a session", send: hold, fields: &[
        ON, PLACE, FORM, field("present", "谁到场", "Who came", Kind::Parties),
        hinted(field("guardians", "哪些未成年人的监护人到场", "Whose guardians came", Kind::Parties), "没有未成年人的不选"),
        field("record", "记录", "Record", Kind::Long), one("reached", "谈得怎么样", "What was reached", REACHED),
    ] },
    Act { key: "put_text", procedure: INDUSTRY, states: TALKING, roles: BOTH, zh: "把协议文本交各方核对", en: "Put a text before the parties", send: put_text, fields: &[
        FACTS, OBLIGATIONS, SUBJECTS, ON,
    ] },
    Act { key: "confirm_text", procedure: INDUSTRY, states: TALKING, roles: BOTH, zh: "一方确认协议文本", en: "A party confirms the text", send: confirm, fields: &[PARTY, TEXT, ON] },
    Act { key: "agree", procedure: INDUSTRY, states: TALKING, roles: BOTH, zh: "收齐各方签名和印章", en: "Signatures and seal are complete", send: agree, fields: &[
        TEXT, field("signed", "谁签了名", "Who signed", Kind::Parties),
        flag("sealed", "调解员已经签名，本组织已经盖章", "The neutral has signed, the body has sealed"), ON,
    ] },
    Act { key: "put_plan", procedure: INDUSTRY, states: TALKING, roles: BOTH, zh: "送达无异议调解方案", en: "Serve a plan for written objection", send: put_plan, fields: &[
        FACTS, OBLIGATIONS, SUBJECTS, hinted(AGREED, "各方事先同意：没有书面异议就视为同意"),
        field("served", "最后一方哪一天收到", "Served on the last party", Kind::Day), ON,
    ] },
    Act { key: "object", procedure: INDUSTRY, states: &["planned"], roles: COUNTER, zh: "一方对方案提出异议", en: "A party objects to the plan", send: object, fields: &[
        PARTY, hinted(flag("written", "书面提出", "In writing"), "口头异议没有效力"), ON,
    ] },
    Act { key: "set_fee", procedure: INDUSTRY, states: TALKING, roles: HEAD, zh: "确定调解费", en: "Set the fee", send: fee, fields: &[
        crate::pages::acts::fields::Field { name: "shares", zh: "谁负担多少", en: "Who pays how much", hint: "一行一位；金融纠纷不向自然人收费", kind: Kind::Rows(&[
            field("party", "谁负担", "Who", Kind::Party), field("amount", "金额（元）", "Amount, yuan", Kind::Yuan),
        ]) },
        flag("published", "收费标准已经事先公布", "The tariff was published"), ON,
    ] },
    Act { key: "ask_expert", procedure: INDUSTRY, states: TALKING, roles: BOTH, zh: "委托专家提出意见", en: "Ask an expert", send: ask_expert, fields: &[
        hinted(field("expert", "哪位专家", "Who", Kind::Text), "写姓名或者工号；意见仅供参考，期限继续计算"), CHECKED, TIE, AGREED, ON,
    ] },
    Act { key: "expert_answers", procedure: INDUSTRY, states: TALKING, roles: BOTH, zh: "收到专家意见", en: "The expert's opinion is in", send: expert, fields: &[ON] },
    Act { key: "disclose", procedure: INDUSTRY, states: TALKING, roles: BOTH, zh: "调解员披露利害关系", en: "The neutral discloses", send: disclose, fields: &[
        one("interest", "什么关系", "What", INTEREST), ON,
    ] },
    Act { key: "waive", procedure: INDUSTRY, states: TALKING, roles: BOTH, zh: "一方同意由该调解员继续", en: "A party agrees all the same", send: waive, fields: &[PARTY, ON] },
    Act { key: "challenge", procedure: INDUSTRY, states: TALKING, roles: BOTH, zh: "一方申请调解员回避", en: "A party challenges the neutral", send: challenge, fields: &[
        PARTY, one("interest", "说有什么关系", "What", INTEREST), ON,
    ] },
    Act { key: "decide_challenge", procedure: INDUSTRY, states: TALKING, roles: HEAD, zh: "决定是否回避", en: "Decide on the challenge", send: decide, fields: &[
        one("granted", "怎么决定", "Decision", GRANTED), ON,
    ] },
    Act { key: "replace", procedure: INDUSTRY, states: TALKING, roles: HEAD, zh: "更换中立调解员", en: "Another neutral", send: replace, fields: &[NEUTRAL, CHECKED, TIE, ON] },
    Act { key: "extend", procedure: INDUSTRY, states: TALKING, roles: BOTH, zh: "延长行业调解期限", en: "Extend the term", send: extend, fields: &[DAYS, AGREED, ON] },
    Act { key: "note_application", procedure: INDUSTRY, states: &["agreed"], roles: BOTH, zh: "登记共同申请司法确认", en: "The parties have applied together", send: apply, fields: &[WINDOWS, ON] },
    Act { key: "refuse_consent", procedure: INDUSTRY, states: BEFORE, roles: COUNTER, zh: "一方不同意行业调解", en: "A party refuses", send: refuse, fields: &[PARTY, ON] },
    Act { key: "withdraw_consent", procedure: INDUSTRY, states: &["asking", "willing", "mediating"], roles: COUNTER, zh: "一方不想再调", en: "A party wants no more", send: withdraw, fields: &[PARTY, HOW_SAID] },
    Act { key: "end_failed", procedure: INDUSTRY, states: TALKING, roles: BOTH, zh: "行业调解不成", en: "It has failed", send: failed, fields: &[
        ON, hinted(field("undisputed", "各方没有争议的事实", "Facts that nobody disputes", Kind::Long), "各方都同意才能记载；没有的不填"),
        hinted(field("facts_agreed", "谁同意记载", "Who agreed to the record", Kind::Parties), "没有记载的不选"),
    ] },
    Act { key: "end_sham", procedure: INDUSTRY, states: &["asking", "willing", "mediating", "planned"], roles: BOTH, zh: "涉嫌虚假调解，终止", en: "Suspected sham", send: sham, fields: &[ON] },
    Act { key: "lapse", procedure: INDUSTRY, states: &["asking", "willing", "mediating", "planned"], roles: BOTH, zh: "期限届满", en: "The time is over", send: lapse, fields: &[] },
    Act { key: "close_window", procedure: INDUSTRY, states: &["agreed"], roles: BOTH, zh: "申请期满没有申请", en: "The window has closed unused", send: close, fields: &[WINDOWS] },
];
