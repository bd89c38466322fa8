//! A signal of danger as somebody on the spot tells it, and the dispute that somebody means.

use jiefen_platform::config::Area;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_proto::jiefen::intake::v1::intake_service_client::IntakeServiceClient;
use jiefen_vocab::{Agency, Channel, DisputeId, RegionLevel};

use super::super::fields::{Choice, Field, Kind, Read, field};
use super::{Given, subject::Choices};
use crate::lines::ask;
use crate::told::{Told, Wrong};

const KINDS: &[Choice] = &[
    ("common_claim", "多人同一诉求", "many with one claim"),
    ("complaint", "同一对象重复投诉", "repeated complaints"),
    ("online_call", "网上号召聚集", "a call to gather online"),
    ("gathering", "已经聚集", "people have gathered"),
    ("violence", "暴力、堵路、围堵机关", "violence, a blocked road or office"),
    ("threat", "扬言伤人、人身安全受到威胁", "somebody is threatened"),
    ("breach", "协议不履行", "an agreement is not kept"),
    ("many_disputes", "同一地点、事由纠纷多发", "many disputes of one kind"),
];

pub(super) const KIND: Field = field("kind", "看到了什么", "What was seen", Kind::Choose(KINDS));
pub(super) const PLACE: Field = field("place", "在哪里", "Where", Kind::Text);
pub(super) const CAUSE: Field = field("cause", "为了什么事", "Over what", Kind::Dispute);
pub(super) const PEOPLE: Field = Field {
    name: "people",
    zh: "多少人",
    en: "How many people",
    hint: "大概人数；一个人也没有看到的写0",
    kind: Kind::Count,
};
pub(super) const SENSITIVE: Field = field(
    "sensitive",
    "在机关、学校、交通要道等敏感地点",
    "At offices, schools or traffic junctions",
    Kind::Flag,
);
pub(super) const AGAINST: Field = Field {
    name: "against",
    zh: "针对谁",
    en: "Against whom",
    hint: "单位或者个人，不知道的不填",
    kind: Kind::Text,
};
pub(super) const THREATENED: Field = Field {
    name: "threatened",
    zh: "谁有危险",
    en: "Who is in danger",
    hint: "知道姓名的填写，只有本单位能看到",
    kind: Kind::Text,
};
pub(super) const CHANNEL: Field =
    field("channel", "从哪里知道的", "How it became known", Kind::Text);
pub(super) const BEHIND: Field = Field {
    name: "disputes",
    zh: "背后的纠纷",
    en: "The disputes behind it",
    hint: "已经登记过的才填：一行一件，写回执码、姓名或者纠纷编号",
    kind: Kind::Long,
};
pub(super) const DISPUTE: Field = Field {
    name: "dispute",
    zh: "在哪件纠纷里看到的",
    en: "In which dispute",
    hint: "没有登记过的不填；写回执码、姓名或者纠纷编号",
    kind: Kind::Text,
};
pub(super) const AT: Field =
    Field {
        name: "at", zh: "什么时候", en: "When", hint: "不填就是现在", kind: Kind::When
    };

/// The signal that a form tells; its dispute is looked for by whoever asks for it.
pub(super) fn signal(
    read: &mut Read<'_>,
    given: &Given<'_>,
    dispute: Option<String>,
) -> Option<pb::RiskSignal> {
    Some(pb::RiskSignal {
        kind: read.text("kind"),
        channel: read.text("channel"),
        against: read.text("against"),
        place: read.text("place"),
        sensitive: read.flag("sensitive"),
        cause: read.text("cause"),
        people: read.count("people"),
        count: 1,
        at: given.when(read, "at"),
        threatened: read.text("threatened"),
        dispute: dispute.unwrap_or_default(),
        source: String::new(),
    })
}

/// The dispute that a field names.
///
/// # Errors
/// There is none, or more than one.
pub(super) async fn dispute(given: &Given<'_>, name: &str) -> Result<Option<String>, Told> {
    let mut found = disputes(given, name).await?;
    Ok(found.pop())
}

/// The disputes that a field names, one a line: by number, receipt code or the name of a party.
///
/// # Errors
/// Of a line there is none, or more than one.
pub(super) async fn disputes(given: &Given<'_>, name: &str) -> Result<Vec<String>, Told> {
    let (mut found, mut wrong) = (Vec::new(), Vec::new());
    let lines = given.form.get(name).lines().map(str::trim).filter(|line| !line.is_empty());
    for line in lines {
        match named(given, line).await? {
            Ok(dispute) => found.push(dispute),
            Err(text) => wrong.push(Wrong { field: name.to_owned(), text }),
        }
    }
    if wrong.is_empty() { Ok(found) } else { Err(Told::wrong(wrong)) }
}

async fn named(given: &Given<'_>, line: &str) -> Result<Result<String, String>, Told> {
    if line.parse::<DisputeId>().is_ok() {
        return Ok(Ok(line.to_owned()));
    }
    let message = pb::SearchDisputesRequest {
        query: line.to_owned(),
        page_size: 2,
        ..pb::SearchDisputesRequest::default()
    };
    let (console, staff) = (given.console, given.staff);
    let list = ask!(console, staff, Area::Intake, IntakeServiceClient, search_disputes, message)?;
    let mut ids = list.disputes.into_iter().map(|found| found.head.unwrap_or_default().dispute);
    Ok(match (ids.next(), ids.next()) {
        (Some(id), None) => Ok(id),
        (Some(_), Some(_)) => Err("查到不止一件，请写回执上的回执码 (more than one is found; \
                                   write the code on the receipt)"
            .to_owned()),
        (None, _) => Err(
            "没有查到这件纠纷，请写回执上的回执码，或者先登记 (no such dispute; write the code on \
                          the receipt, or register it first)"
                .to_owned(),
        ),
    })
}

/// The channels, and by which a unit of this level mostly hears.
pub(super) fn channels(own: Agency) -> (Choices, Channel) {
    let all = Channel::ALL.iter().map(|one| (one.code().to_owned(), one.zh().to_owned()));
    let likely = match own.region.level() {
        RegionLevel::Village => Channel::ZzVillage,
        RegionLevel::Town => Channel::ZzTown,
        RegionLevel::County | RegionLevel::City | RegionLevel::Province => Channel::ZzCounty,
    };
    (all.collect(), likely)
}
