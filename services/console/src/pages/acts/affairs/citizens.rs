//! 来件: what somebody wrote to the unit without a dispute is answered like a party's request.

use jiefen_platform::config::Area;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_proto::jiefen::intake::v1::intake_service_client::IntakeServiceClient;
use jiefen_vocab::Role::{CentreDirector, MediationHead, WindowClerk};

use super::super::fields::{Field, Kind, Read};
use super::{About, Affair, Given, Giving, Side};
use crate::lines::ask_at;

gives! {
    IntakeServiceClient of Area::Intake;

    fn answer = answer_citizen_request(AnswerCitizenRequestRequest) |read, given| {
        answer: read.text("answer"),
        signed_by: read.text("signed_by"),
    }
}

/// The act.
#[rustfmt::skip]
pub(super) const ALL: &[Affair] = &[
    Affair { key: "answer", about: About::Box, states: &["lodged"], side: Side::Runs, roles: &[CentreDirector, MediationHead, WindowClerk], zh: "答复来件", en: "Answer", send: answer, fields: &[
        Field { name: "answer", zh: "答复", en: "Answer", hint: "写来的人凭查询码看到的就是这段话", kind: Kind::Long },
        Field { name: "signed_by", zh: "答复人工号", en: "Signed by, staff id", hint: "投诉由负责人答复", kind: Kind::Person },
    ] },
];
