//! What the counter does with what citizens bring themselves: a matter filed online, a complaint, a wish.

use jiefen_platform::config::Area;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_proto::jiefen::intake::v1::intake_service_client::IntakeServiceClient;
use jiefen_vocab::Role::{CentreDirector, MediationHead, WindowClerk};

use super::fields::{Choice, Field, Kind, Read, field};
use super::{Act, After, Sending, Sent};
use crate::lines::ask;

const IDENTITY: &[Choice] = &[
    ("document_shown", "看了证件", "document shown"),
    ("known_to_staff", "认识本人", "known to us"),
    ("none", "电话核实，证件下次补", "by telephone; document later"),
];

/// Registers what a citizen wrote, as she wrote it: nothing is asked of her again.
fn register(sent: Sent<'_>) -> Sending<'_> {
    Box::pin(async move {
        let read = Read::new(sent.form);
        let (kind, identity) = (read.text("kind"), read.text("identity"));
        let found = sent.known.umbrella.as_ref().and_then(|found| found.content.clone());
        // Left as it is, the kind stays what the citizen said.
        let content = found.map(|content| pb::Content {
            kind: if kind.is_empty() { content.kind.clone() } else { kind },
            ..content
        });
        let message = pb::RegisterRequest {
            head: sent.head(),
            content,
            identity_reason: if identity == "none" { REASON.to_owned() } else { String::new() },
            identity,
            ..pb::RegisterRequest::default()
        };
        let answer =
            ask!(sent.console, sent.staff, Area::Intake, IntakeServiceClient, register, message)?;
        Ok(After::case(answer.case))
    })
}

const REASON: &str = "网上反映，已电话核实，证件待补";

sends! {
    IntakeServiceClient at Some(Area::Intake), head = head, after = case(case);

    fn answer = answer_citizen_request(AnswerCitizenRequestRequest) |read, sent| {
        answer: read.text("answer"),
        signed_by: read.text("signed_by"),
    }
}

/// The acts.
#[rustfmt::skip]
pub(super) const ACTS: &[Act] = &[
    Act { key: "register", procedure: "dispute", states: &["received"], roles: &[WindowClerk, CentreDirector], zh: "按群众所写登记", en: "Register as written", send: register, fields: &[
        field("kind", "纠纷类型", "Kind of dispute", Kind::Dispute),
        field("identity", "有没有核对身份", "Was the identity checked", Kind::One(IDENTITY)),
    ] },
    Act { key: "answer", procedure: "citizen_request", states: &["lodged"], roles: &[CentreDirector, MediationHead, WindowClerk], zh: "答复来件", en: "Answer", send: answer, fields: &[
        Field { name: "answer", zh: "答复", en: "Answer", hint: "当事人在查询页面上看到的就是这段话", kind: Kind::Long },
        Field { name: "signed_by", zh: "答复人工号", en: "Signed by, staff id", hint: "投诉由负责人答复", kind: Kind::Person },
    ] },
];
