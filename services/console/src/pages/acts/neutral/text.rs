//! The text that the parties confirm and sign: as a form says it, and as it is before them.

use jiefen_platform::config::Area;
use jiefen_proto::jiefen::mediation::v1 as pb;
use jiefen_proto::jiefen::mediation::v1::room_service_client::RoomServiceClient;

use super::super::Sent;
use super::super::fields::{Choice, Field, Kind, Read, field};
use crate::lines::ask;
use crate::pages::register::date;
use crate::told::Told;

/// What an agreement may be about besides payment and conduct, which its terms say themselves.
const SUBJECT: &[Choice] = &[
    ("status", "身份关系（婚姻、收养等）", "status, such as marriage"),
    ("title", "确认谁的房、谁的地", "who owns a house or land"),
    ("ip_ownership", "确认知识产权归谁", "who owns intellectual property"),
];

pub(super) const FACTS: Field = Field {
    name: "facts",
    zh: "事实和争议",
    en: "Facts and points of dispute",
    hint: "写清楚谁和谁为什么事",
    kind: Kind::Long,
};
pub(super) const OBLIGATIONS: Field = Field {
    name: "obligations",
    zh: "谁该做什么",
    en: "What is owed",
    hint: "一行一项；不是给钱的不填金额",
    kind: Kind::Rows(&[
        field("obligor", "谁履行", "Who owes", Kind::Party),
        field("obligee", "对谁履行", "To whom", Kind::Party),
        field("what", "做什么", "What", Kind::Text),
        field("amount", "金额（元）", "Amount, yuan", Kind::Yuan),
        field("due", "最迟哪一天", "By", Kind::Later),
        field("place", "在哪里", "Where", Kind::Text),
    ]),
};
pub(super) const SUBJECTS: Field = Field {
    name: "subjects",
    zh: "还涉及什么",
    en: "What else it is about",
    hint: "都不涉及的不选；涉及的不能申请司法确认",
    kind: Kind::Several(SUBJECT),
};

/// The text as the form says it, without its hash.
pub(super) fn draft(read: &mut Read<'_>) -> pb::Draft {
    let mut obligations = Vec::new();
    for row in read.rows("obligations") {
        let no = u32::try_from(obligations.len()).unwrap_or(u32::MAX).saturating_add(1);
        obligations.push(pb::Obligation {
            no,
            obligor: read.number_or_none(&format!("{row}.obligor")),
            obligee: read.number_or_none(&format!("{row}.obligee")),
            what: read.text(&format!("{row}.what")),
            amount_fen: read.yuan_in("obligations", &format!("{row}.amount")),
            due: read.day_in("obligations", &format!("{row}.due")),
            place: read.text(&format!("{row}.place")),
        });
    }
    let money = obligations.iter().any(|owed| owed.amount_fen.is_some());
    let conduct = obligations.iter().any(|owed| owed.amount_fen.is_none());
    let mut subjects = read.texts("subjects");
    subjects.extend(money.then(|| "money".to_owned()));
    subjects.extend(conduct.then(|| "conduct".to_owned()));
    let (hash, facts, faults) = (String::new(), read.text("facts"), Vec::new());
    pb::Draft { hash, facts, obligations, subjects, faults }
}

/// The text with its hash, which is the service's to make.
///
/// # Errors
/// What the service finds wrong with it.
pub(super) async fn hashed(sent: &Sent<'_>, draft: pb::Draft) -> Result<Option<pb::Draft>, Told> {
    let (console, staff, area) = (sent.console, sent.staff, Area::Mediation);
    let today = console.today(staff, area).await?;
    let message = pb::CheckDraftRequest {
        name: format!("cases/{}", sent.case),
        draft: Some(draft.clone()),
        on: Some(date(today)),
    };
    let checked = ask!(console, staff, area, RoomServiceClient, check_draft, message)?;
    Ok(Some(pb::Draft { hash: checked.hash, ..draft }))
}

/// The text that is before the parties, when it is still the one that the form was opened on.
pub(super) fn before(read: &mut Read<'_>, sent: &Sent<'_>) -> Option<pb::Draft> {
    let matter = sent.known.matter_of(sent.case);
    let text = matter.and_then(|matter| matter.text());
    let same = text.filter(|text| text.hash == read.text("text"));
    if same.is_none() {
        let wrong =
            "还没有协议文本，或者文本已经改动，请重新选择 (there is no text, or it has changed)";
        read.fault("text", wrong);
    }
    same.cloned()
}
