//! What is done on the desk: accept, decline, object, take back.

use jiefen_proto::jiefen::handoff::v1 as pb;
use jiefen_proto::jiefen::handoff::v1::handoff_service_client::HandoffServiceClient;
use jiefen_vocab::Role;

use super::fields::{Choice, Field, Kind, Read};
use super::{Act, After, DESK, Sending, Sent};
use crate::lines::ask;

/// Who handles disputes for a unit.
const HANDLERS: &[Role] = &[
    Role::WindowClerk,
    Role::CentreDirector,
    Role::Mediator,
    Role::MediationHead,
    Role::Judge,
    Role::FilingClerk,
    Role::Arbitrator,
    Role::ArbitrationDirector,
    Role::PetitionOfficer,
    Role::PetitionHead,
    Role::Reviewer,
    Role::ReviewHead,
];

const GROUND: &[Choice] = &[
    ("not_competent", "不属于本单位职责", "not competent"),
    ("wrong_region", "不属于本单位辖区", "wrong region"),
    ("already_in_hand", "已有单位受理", "already in hand"),
    ("excluded_by_law", "依法不得受理", "excluded by law"),
    ("no_consent", "当事人不同意", "no consent"),
    ("incomplete", "材料不全", "incomplete"),
    ("conflict_of_interest", "应当回避", "conflict of interest"),
];

const PROPOSAL: Field = Field {
    name: "proposal",
    zh: "应当由哪个单位办",
    en: "Who is competent",
    hint: "不属于本单位的，要写明归谁办，写单位代码，例如 640122.court",
    kind: Kind::Text,
};
const WHY: Field =
    Field { name: "ground", zh: "理由", en: "Ground", hint: "", kind: Kind::One(GROUND) };

sends! {
    HandoffServiceClient at None, head = step, after = desk(desk);

    fn accept = accept(AcceptRequest) |read, sent| {
        epoch: sent.known.desk.pending_epoch.clone(),
        number: read.text("number"),
    }
    fn decline = decline(DeclineRequest) |read, sent| {
        epoch: sent.known.desk.pending_epoch.clone(),
        ground: read.text("ground"),
        proposal: read.text("proposal"),
    }
    fn object = object(ObjectRequest) |read, sent| {
        epoch: sent.known.desk.pending_epoch.clone(),
        ground: read.text("ground"),
        proposal: read.text("proposal"),
    }
    fn recall = recall(RecallRequest) |read, sent| {
        epoch: sent.known.desk.epoch.clone(),
    }
}

/// The acts.
#[rustfmt::skip]
pub(super) const ACTS: &[Act] = &[
    Act { key: "accept", procedure: DESK, states: &["pending"], roles: HANDLERS, zh: "签收", en: "Accept", send: accept, fields: &[
        Field { name: "number", zh: "本单位案号", en: "Own case number", hint: "没有可以不填", kind: Kind::Text },
    ] },
    Act { key: "decline", procedure: DESK, states: &["pending"], roles: HANDLERS, zh: "退回", en: "Decline", send: decline, fields: &[WHY, PROPOSAL] },
    Act { key: "object", procedure: DESK, states: &["pending"], roles: HANDLERS, zh: "对指定提出异议", en: "Object to the designation", send: object, fields: &[WHY, PROPOSAL] },
    Act { key: "recall", procedure: DESK, states: &["offered"], roles: HANDLERS, zh: "撤回移送", en: "Take the offer back", send: recall, fields: &[] },
];
