//! What begins at a deciding body's own window: a complaint, an application, a petition. The same forms as those of
//! acts, without a dispute yet; the service gives it its code.

use jiefen_platform::config::Area;
use jiefen_proto::jiefen::administrative::v1 as administrative;
use jiefen_proto::jiefen::administrative::v1::administrative_service_client::AdministrativeServiceClient;
use jiefen_proto::jiefen::arbitration::v1 as labour;
use jiefen_proto::jiefen::arbitration::v1::arbitration_service_client::ArbitrationServiceClient;
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_proto::jiefen::court::v1 as court;
use jiefen_proto::jiefen::court::v1::court_service_client::CourtServiceClient;
use jiefen_proto::jiefen::petition::v1 as petition;
use jiefen_proto::jiefen::petition::v1::petition_service_client::PetitionServiceClient;
use jiefen_vocab::Role::{
    ArbitrationDirector, Arbitrator, FilingClerk, Judge, PetitionHead, PetitionOfficer, ReviewHead,
    Reviewer, WindowClerk,
};
use jiefen_vocab::{Channel, DisputeId, TrackKind};

use super::arbitration::CLAIM;
use super::court::{enforcement as force, payment as money, protection as danger};
use super::fields::{Choice, Field, Kind, Read, field};
use super::reconsideration::{
    AMOUNT, EXCUSED, KIND, KNEW_ON, LEARNT_ON, LONGER, MADE_ON, REAL_ESTATE, WHEN_TOLD, act,
};
use super::usual::{flag, hinted, one};
use super::{Act, After, Sending, Sent, again};
use crate::lines::ask;
use crate::pages::register::party;

pub(in crate::pages) const COMPETENCE: &[Choice] = &[
    ("inviting", "本院邀请调解的", "this court invited the mediation"),
    ("domicile", "当事人住所地", "domicile"),
    ("object_place", "标的物所在地", "place of the object"),
    ("body_seat", "调解组织所在地", "seat of the body"),
    ("none", "没有管辖权", "none"),
];
pub(in crate::pages) const SUBJECT: &[Choice] = &[
    ("money", "给付金钱", "money"),
    ("conduct", "其他给付、做或者不做某事", "conduct"),
    ("status", "婚姻、收养等身份关系", "status"),
    ("parentage", "亲子关系", "parentage"),
    ("title", "物权确权", "title"),
    ("ip_ownership", "知识产权确权", "ownership of intellectual property"),
    ("other_procedure", "适用其他特别程序的", "another procedure"),
];
pub(in crate::pages) const FORM: &[Choice] = &[
    ("visit", "走访", "visit"),
    ("letter", "书信", "letter"),
    ("phone", "电话", "phone"),
    ("online", "网上", "online"),
    ("fax", "传真", "fax"),
];
pub(in crate::pages) const MATTER: &[Choice] = &[
    ("claim", "申诉求决", "claim"),
    ("suggestion", "建议意见", "suggestion"),
    ("accusation", "检举控告", "accusation"),
];
const SIDE: &[Choice] = &[
    ("worker", "劳动者申请", "the worker applies"),
    ("employer", "用人单位申请", "the employer applies"),
];
pub(super) const EARLIER: &[Choice] = &[
    ("none", "没有", "no"),
    ("in_hand", "已经受理或者正在办理", "in hand"),
    ("rereviewed", "已经复核终结", "re-reviewed"),
    ("lawfully_terminated", "涉法涉诉事项已依法终结", "lawfully terminated"),
];

const APPLICANTS: Field = Field {
    name: "applicants",
    zh: "申请人",
    en: "Applicants",
    hint: "一行一位，第一位是主要联系人",
    kind: Kind::Rows(&[
        field("name", "姓名或者名称", "Name", Kind::Text),
        field("phone", "电话", "Telephone", Kind::Text),
    ]),
};
const OTHERS: Field = Field {
    name: "others",
    zh: "对方",
    en: "The other side",
    hint: "一行一位",
    kind: Kind::Rows(&[
        field("name", "姓名或者名称", "Name", Kind::Text),
        field("phone", "电话", "Telephone", Kind::Text),
    ]),
};
const PLACE: Field = field("place", "发生在哪里", "Where", Kind::Place);
const DISPUTE: Field = field("kind", "纠纷类型", "Kind of dispute", Kind::Dispute);
const SUMMARY: Field = field("summary", "请求、事实和理由", "Claim, facts, reasons", Kind::Long);
const SUM: Field =
    hinted(field("sum", "标的额（元）", "Amount, yuan", Kind::Yuan), "不是要钱的不填");
pub(super) const RECEIVED: Field = field("on", "哪一天收到", "Received on", Kind::Day);
pub(super) const NUMBER: Field = field("number", "编号", "Number", Kind::Text);

/// What is known of an agreement that is to be confirmed.
pub(super) const EFFECTIVE: Field =
    field("effective_on", "协议哪一天生效", "In force since", Kind::Later);
pub(super) const BODY: Field = field("body", "哪个调解组织调解的", "Mediating body", Kind::Text);
pub(super) const SUBJECTS: Field =
    field("subjects", "协议事项", "Subjects", Kind::Several(SUBJECT));
pub(super) const CONTENT: Field = hinted(
    field("content", "要履行的内容", "What is owed", Kind::Long),
    "照抄协议：谁在哪一天前做什么、付多少",
);
pub(super) const HASH: Field = hinted(
    field("hash", "协议文本校验码", "Check code of the text", Kind::Text),
    "协议上印有的照填；没有的不填，按上面的内容计算",
);
pub(super) const DUE: Field = hinted(
    field(
        "due",
        "履行期限",
        "Last days of performance",
        Kind::Rows(&[field("day", "最后一天", "Last day", Kind::Later)]),
    ),
    "一行一期",
);
pub(super) const WHY_HERE: Field =
    one("competence", "为什么由本院管辖", "Why this court", COMPETENCE);

/// A complaint: at the window as the plaintiff tells it, of a known dispute by one of its parties.
pub(super) fn complaint(sent: Sent<'_>) -> Sending<'_> {
    Box::pin(async move {
        let mut read = Read::new(sent.form);
        let message = court::ReceiveComplaintRequest {
            head: sent.head(),
            brief: told(&mut read, &sent, Channel::CourtServiceCenter, TrackKind::Litigation),
            plaintiff: if sent.window() { 1 } else { read.number("party") },
            receipt: read.text("number"),
            on: read.day("on"),
            round: sent.round("filing"),
        };
        read.done()?;
        let area = Area::Court;
        let answer =
            ask!(sent.console, sent.staff, area, CourtServiceClient, receive_complaint, message)?;
        Ok(After::case(answer.case))
    })
}

/// The parties of an agreement apply together: at the window all who are named there.
pub(super) fn confirmation(sent: Sent<'_>) -> Sending<'_> {
    Box::pin(async move {
        let mut read = Read::new(sent.form);
        let track = TrackKind::JudicialConfirmation;
        let brief = told(&mut read, &sent, Channel::CourtServiceCenter, track);
        let named = brief.iter().flat_map(|brief| &brief.parties).map(|party| party.no);
        let message = court::ApplyRequest {
            head: sent.head(),
            applicants: if sent.window() { named.collect() } else { read.numbers("agreed") },
            brief,
            agreement: Some(agreement(&mut read)),
            competence: read.text("competence"),
            on: read.day("on"),
            round: sent.round("confirmation"),
        };
        read.done()?;
        let answer =
            ask!(sent.console, sent.staff, Area::Court, CourtServiceClient, apply, message)?;
        Ok(After::case(answer.case))
    })
}

/// Somebody is in danger: at the window whoever tells it first against whom she names, of a known dispute one of its
/// parties.
pub(super) fn protection(sent: Sent<'_>) -> Sending<'_> {
    let round = sent.round("protection_order");
    let brief = |read: &mut Read<'_>, sent: &Sent<'_>| {
        let channel = Channel::CourtServiceCenter;
        told(read, sent, channel, TrackKind::ProtectionOrder).unwrap_or_default()
    };
    danger::apply(sent, brief, round)
}

/// The creditor applies: at the window against all on the other side, of a known dispute as the form says.
pub(super) fn enforcement(sent: Sent<'_>) -> Sending<'_> {
    let round = sent.round("enforcement");
    let brief = |read: &mut Read<'_>, sent: &Sent<'_>| {
        let channel = Channel::CourtServiceCenter;
        told(read, sent, channel, TrackKind::Enforcement).unwrap_or_default()
    };
    force::apply(sent, brief, round)
}

/// A creditor asks for a payment order: at the window against all on the other side, of a known dispute as the form says.
pub(super) fn payment(sent: Sent<'_>) -> Sending<'_> {
    let round = sent.round("payment_order");
    let brief = |read: &mut Read<'_>, sent: &Sent<'_>| {
        let channel = Channel::CourtServiceCenter;
        told(read, sent, channel, TrackKind::PaymentOrder).unwrap_or_default()
    };
    money::apply(sent, brief, round)
}

fn application(sent: Sent<'_>) -> Sending<'_> {
    Box::pin(async move {
        let mut read = Read::new(sent.form);
        let number = read.text("number");
        let brief =
            brief(&mut read, &sent, Channel::LabourWindow, TrackKind::LabourArbitration, "labour");
        let side = |role: &str| -> Vec<u32> {
            let own = brief.parties.iter().filter(|party| party.role == role);
            own.map(|party| party.no).collect()
        };
        let (workers, employers) = match read.text("side").as_str() {
            "employer" => (side("respondent"), side("applicant")),
            _ => (side("applicant"), side("respondent")),
        };
        let message = labour::ApplyRequest {
            head: sent.head(),
            claims: claims(&mut read, &workers),
            brief: Some(brief),
            number,
            on: read.day("on"),
            workers,
            employers,
            common_claim: read.flag("common_claim"),
            knew_on: read.day("knew_on"),
            employment_ended_on: read.day("employment_ended_on"),
        };
        read.done()?;
        let area = Area::Arbitration;
        let answer =
            ask!(sent.console, sent.staff, area, ArbitrationServiceClient, apply, message)?;
        Ok(After::case(answer.case))
    })
}

/// What each row claims: for one worker, or for each of them.
fn claims(read: &mut Read<'_>, workers: &[u32]) -> Vec<labour::Claim> {
    let mut claims = Vec::new();
    for row in read.rows("claims") {
        let (kind, amount_fen) =
            (read.text(&format!("{row}.kind")), read.yuan_in("claims", &format!("{row}.amount")));
        let nth = read.number_or_none(&format!("{row}.worker"));
        let own = usize::try_from(nth).ok().and_then(|nth| workers.get(nth.checked_sub(1)?));
        let of: &[u32] = own.map_or(workers, std::slice::from_ref);
        claims.extend(of.iter().map(|worker| labour::Claim {
            worker: *worker,
            kind: kind.clone(),
            amount_fen,
        }));
    }
    claims
}

pub(super) fn petitioned(sent: Sent<'_>) -> Sending<'_> {
    Box::pin(async move {
        let mut read = Read::new(sent.form);
        let number = read.text("number");
        let message = petition::ReceiveRequest {
            head: sent.head(),
            brief: told(&mut read, &sent, Channel::PetitionOffice, TrackKind::Petition),
            number,
            on: read.day("on"),
            form: read.text("form"),
            matter: read.text("matter"),
            earlier: earlier(&mut read),
            grave: read.flag("grave"),
            representatives: numbers(&read.text("representatives")),
            accused: read.column("accused", "unit"),
            round: sent.round("petition"),
        };
        read.done()?;
        let area = Area::Petition;
        let answer = ask!(sent.console, sent.staff, area, PetitionServiceClient, receive, message)?;
        Ok(After::case(answer.case))
    })
}

/// The same matter, when it is known already.
fn earlier(read: &mut Read<'_>) -> Option<petition::Earlier> {
    use petition::earlier::Known;
    let how = read.text("earlier");
    let known = match how.as_str() {
        "" | "none" => return None,
        "in_hand" => Known::InHand(petition::EarlierInHand {
            at: read.text("earlier_at"),
            dispute: String::new(),
            until: read.day("earlier_day"),
        }),
        _ => Known::Ended(petition::EarlierEnded { how, on: read.day("earlier_day") }),
    };
    Some(petition::Earlier { known: Some(known) })
}

/// Numbers with anything between them.
fn numbers(text: &str) -> Vec<u32> {
    let parts = text.split(|sign: char| !sign.is_ascii_digit());
    parts.filter_map(|part| part.parse().ok()).collect()
}

pub(super) fn reconsideration(sent: Sent<'_>) -> Sending<'_> {
    Box::pin(async move {
        let mut read = Read::new(sent.form);
        let number = read.text("number");
        let track = TrackKind::AdministrativeReconsideration;
        let brief = match sent.window() {
            true => brief(&mut read, &sent, Channel::AgencyCounter, track, "administrative"),
            false => again::brief_for(sent.known, track).unwrap_or_default(),
        };
        let message = administrative::ApplyRequest {
            head: sent.head(),
            brief: Some(brief),
            number,
            act: Some(act(&mut read)),
            on: read.day("on"),
            round: sent.round("reconsideration"),
        };
        read.done()?;
        let area = Area::Administrative;
        let answer =
            ask!(sent.console, sent.staff, area, AdministrativeServiceClient, apply, message)?;
        Ok(After::case(answer.case))
    })
}

impl Sent<'_> {
    /// Whether it begins at the window, with a dispute that nobody knew.
    fn window(&self) -> bool {
        self.dispute.is_empty()
    }

    /// Which time the procedure begins for the dispute.
    fn round(&self, procedure: &str) -> u32 {
        if self.window() { 0 } else { again::round(self.known, procedure).unwrap_or_default() }
    }
}

/// The dispute: at the window as the applicant tells it, else as it is on file.
fn told(
    read: &mut Read<'_>,
    sent: &Sent<'_>,
    channel: Channel,
    track: TrackKind,
) -> Option<common::Brief> {
    if !sent.window() {
        return again::brief_for(sent.known, track);
    }
    let kind = read.text("kind");
    Some(brief(read, sent, channel, track, &kind))
}

/// The dispute as the applicant tells it. Its code is made of the id of the form, so that one that is sent twice begins
/// one dispute.
fn brief(
    read: &mut Read<'_>,
    sent: &Sent<'_>,
    channel: Channel,
    track: TrackKind,
    kind: &str,
) -> common::Brief {
    let mut parties = Vec::new();
    for (group, role, text) in [
        ("applicants", "applicant", "请填写申请人 (who applies?)"),
        ("others", "respondent", "请填写对方是谁 (who is the other side?)"),
    ] {
        let rows = read.rows(group);
        if rows.is_empty() {
            read.fault(group, text);
        }
        for row in rows {
            let no = u32::try_from(parties.len()).unwrap_or(u32::MAX).saturating_add(1);
            let mut one = party(no, &read.text(&format!("{row}.name")), role);
            let phone = read.text(&format!("{row}.phone"));
            if !phone.is_empty() {
                one.particulars = Some(common::Particulars { phone, ..Default::default() });
            }
            parties.push(one);
        }
    }
    if read.text("summary").is_empty() {
        read.fault("summary", "请写明请求、事实和理由 (what is claimed, and why?)");
    }
    let form = sent.request_id.parse::<uuid::Uuid>();
    let dispute = form.map(|form| DisputeId::from_bits(form.as_u128()).to_string());
    common::Brief {
        dispute: dispute.unwrap_or_default(),
        code: read.text("number"),
        kind: kind.to_owned(),
        channel: channel.code().to_owned(),
        place: read.text("place"),
        summary: read.text("summary"),
        people: u32::try_from(parties.len()).unwrap_or(u32::MAX),
        parties,
        amount_fen: read.yuan("sum"),
        received_on: read.day("on"),
        track: track.code().to_owned(),
        ..common::Brief::default()
    }
}

/// What the court needs to know of the agreement.
fn agreement(read: &mut Read<'_>) -> court::ConfirmableAgreement {
    let content = read.text("content");
    let hash = match read.text("hash") {
        given if !given.is_empty() => given,
        _ => {
            let digest = ring::digest::digest(&ring::digest::SHA256, content.as_bytes());
            digest.as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
        }
    };
    let rows = read.rows("due");
    court::ConfirmableAgreement {
        hash,
        effective_on: read.day("effective_on"),
        body: read.text("body"),
        subjects: read.texts("subjects"),
        content,
        due: rows.iter().filter_map(|row| read.day_in("due", &format!("{row}.day"))).collect(),
    }
}

/// What begins at a window. They are offered on no dispute: their procedure begins with them.
#[rustfmt::skip]
pub(super) const ACTS: &[Act] = &[
    Act { key: "complaint", procedure: "filing", states: &[], roles: &[FilingClerk, Judge], zh: "接收起诉", en: "Receive a complaint", send: complaint, fields: &[
        APPLICANTS, OTHERS, DISPUTE, PLACE, SUMMARY, SUM, hinted(NUMBER, "收据编号；当场出具注明日期的收据"), RECEIVED,
    ] },
    Act { key: "confirmation", procedure: "confirmation", states: &[], roles: &[FilingClerk, Judge], zh: "接收司法确认申请", en: "Receive a joint application", send: confirmation, fields: &[
        hinted(APPLICANTS, "协议一方"), hinted(OTHERS, "协议另一方；双方共同申请"), DISPUTE, PLACE, SUMMARY,
        EFFECTIVE, BODY, SUBJECTS, CONTENT, DUE, HASH, WHY_HERE, hinted(NUMBER, "收件编号"), RECEIVED,
    ] },
    Act { key: "protection", procedure: "protection_order", states: &[], roles: danger::TAKERS, zh: "接收人身安全保护令申请", en: "Take down an application for a protection order", send: protection, fields: &[
        hinted(APPLICANTS, "面临危险的人写在第一行；不收费，不需要起诉离婚"), hinted(OTHERS, "施暴的人写在第一行"),
        danger::ASKED_BY, danger::CANNOT, danger::HOW, DISPUTE, PLACE, SUMMARY, danger::WANTED, danger::URGENT, danger::HERE,
        hinted(NUMBER, "收件编号"), RECEIVED, danger::TOLD_AT,
    ] },
    Act { key: "payment", procedure: "payment_order", states: &[], roles: &[FilingClerk, Judge], zh: "接收支付令申请", en: "Receive an application for a payment order", send: payment, fields: &[
        hinted(APPLICANTS, "债权人"), hinted(OTHERS, "债务人；一行一位"), money::RESTS_ON, DISPUTE, PLACE, SUMMARY, money::CLAIMS,
        money::COUNTER, money::UNREACHABLE, money::PRESERVATION, money::SUED, money::HERE, hinted(NUMBER, "收件编号"), RECEIVED,
    ] },
    Act { key: "enforcement", procedure: "enforcement", states: &[], roles: &[FilingClerk, Judge], zh: "接收执行申请", en: "Receive an application for enforcement", send: enforcement, fields: &[
        hinted(APPLICANTS, "申请执行人"), hinted(OTHERS, "被执行人；一行一位"), force::TITLE, DISPUTE, PLACE, SUMMARY, SUM,
        force::DUE, force::INTERRUPTED, force::IN_FORCE, force::HERE, hinted(NUMBER, "收件编号"), RECEIVED,
    ] },
    Act { key: "arbitration", procedure: "labour_arbitration", states: &[], roles: &[WindowClerk, Arbitrator, ArbitrationDirector], zh: "登记仲裁申请", en: "Register an application", send: application, fields: &[
        one("side", "谁申请", "Who applies", SIDE), APPLICANTS, OTHERS, PLACE, SUMMARY,
        Field { name: "claims", zh: "仲裁请求", en: "Claims", hint: "一行一项；不写第几位的，每位劳动者都请求；不是要钱的不填金额", kind: Kind::Rows(&[
            field("worker", "第几位劳动者", "Which worker", Kind::Count),
            field("kind", "请求什么", "What", Kind::One(CLAIM)),
            field("amount", "金额（元）", "Amount, yuan", Kind::Yuan),
        ]) },
        flag("common_claim", "十人以上有共同请求", "A common claim of ten or more"),
        hinted(field("knew_on", "哪一天知道权利受侵害", "Knew on", Kind::Later), "只作记录；时效由对方提出"),
        hinted(field("employment_ended_on", "劳动关系哪一天终止", "Employment ended on", Kind::Later), "还在职的不填"),
        hinted(NUMBER, "仲裁案号"), RECEIVED,
    ] },
    Act { key: "petition", procedure: "petition", states: &[], roles: &[WindowClerk, PetitionOfficer, PetitionHead], zh: "登记信访事项", en: "Register a petition", send: petitioned, fields: &[
        one("form", "怎么来的", "Form", FORM), hinted(APPLICANTS, "信访人；多人走访的推选代表"), hinted(OTHERS, "涉及的单位或者个人"),
        hinted(field("representatives", "代表是第几位", "Representatives", Kind::Text), "多人走访的填写，不超过五位，例如 1、2、3"),
        one("matter", "什么事项", "Matter", MATTER), DISPUTE, PLACE, SUMMARY,
        one("earlier", "同一事项以前办过没有", "Known already", EARLIER),
        hinted(field("earlier_at", "在哪个单位办理", "Where", Kind::Unit), "正在办理的填写"),
        hinted(field("earlier_day", "办理期限或者终结日期", "Its last day", Kind::Later), "以前办过的填写"),
        hinted(field("accused", "被检举控告的单位", "Accused units", Kind::Rows(&[field("unit", "哪个单位", "Unit", Kind::Unit)])), "系统不让这些单位看到"),
        flag("grave", "重大、紧急，需要立即报告", "Grave or urgent"), hinted(NUMBER, "登记编号"), RECEIVED,
    ] },
    Act { key: "reconsideration", procedure: "reconsideration", states: &[], roles: &[WindowClerk, Reviewer, ReviewHead], zh: "登记复议申请", en: "Register an application", send: reconsideration, fields: &[
        APPLICANTS, hinted(OTHERS, "被申请人：作出行政行为的机关"), PLACE, SUMMARY,
        KIND, MADE_ON, KNEW_ON, WHEN_TOLD, LEARNT_ON, REAL_ESTATE, AMOUNT, LONGER, EXCUSED, hinted(NUMBER, "复议案号"), RECEIVED,
    ] },
];
