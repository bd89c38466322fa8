//! From receipt to the competent unit.

use jiefen_ledger::serve::Parsed;
use jiefen_ledger::wire::{Fields, brief_from};
use jiefen_petition_rules::petition::{
    Answer, Classify, Command, Designate, Forward, Object, On, Person, Receive, ReportUp,
};
use jiefen_procedure::Brief;
use jiefen_proto::jiefen::petition::v1 as pb;
use jiefen_vocab::{CaseId, DisputeId};

use super::{Outcome, noted, parts, verb};
use crate::{ROUNDS, case_id};

/// Parses a registration. The head names no case: the brief says which dispute it is, under a new code when
/// it has none.
///
/// # Errors
/// Every wrong field.
pub fn receive(m: &pb::ReceiveRequest) -> Outcome {
    let mut fields = Fields::new();
    let door = door(&mut fields, m);
    let number = fields.text("number", &m.number, parts::NAME);
    let on = fields.date("on", m.on.as_ref());
    let form = parts::code(&mut fields, "form", &m.form);
    let matter = parts::code(&mut fields, "matter", &m.matter);
    let earlier = parts::earlier(&mut fields, m.earlier.as_ref());
    let representatives = parts::parties(&mut fields, "representatives", &m.representatives);
    let accused = parts::agencies(&mut fields, "accused", &m.accused);
    let parsed = (|| {
        let (case, brief) = door?;
        let receive = Receive {
            brief,
            number: number?,
            on: on?,
            form: form?,
            matter: matter?,
            earlier,
            grave: m.grave,
            representatives,
            accused,
        };
        Some(Parsed { case, command: Command::Receive(Box::new(receive)).into() })
    })();
    fields.done(parsed)
}

/// The case of a registration, and the dispute as it came.
fn door(fields: &mut Fields, m: &pb::ReceiveRequest) -> Option<(CaseId, Brief)> {
    if m.head.as_ref().is_some_and(|head| !head.name.is_empty()) {
        let problem = "登记时应为空，事项编号由纠纷编号产生 (empty when a petition is registered)";
        fields.fault("head.name", problem);
    }
    if m.round > ROUNDS {
        fields.fault("round", format!("应为 1 至 {ROUNDS} (between 1 and {ROUNDS})"));
    }
    let Some(brief) = &m.brief else {
        fields.fault("brief", "必填 (required)");
        return None;
    };
    let mut brief = brief.clone();
    if brief.dispute.is_empty() {
        brief.dispute = fresh().to_string();
    }
    let brief = noted(fields, "brief", brief_from("brief", &brief))?;
    Some((case_id(brief.dispute, m.round), brief))
}

/// A new code for a dispute; its text sorts by time.
fn fresh() -> DisputeId {
    DisputeId::from_bits(uuid::Uuid::now_v7().as_u128())
}

verb! { not_accept(NotAcceptRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
} => Command::NotAccept(On { on }) }

verb! { report_up(ReportUpRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
    to = Some(parts::some_agencies(&mut fields, "to", &m.to));
} => Command::ReportUp(ReportUp { on, to }) }

verb! { recuse(RecuseRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
    person = fields.text("person", &m.person, parts::NAME);
} => Command::Recuse(Person { on, person }) }

verb! { assign(AssignRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
    person = fields.text("person", &m.person, parts::NAME);
} => Command::Assign(Person { on, person }) }

verb! { classify(ClassifyRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
    branch = parts::code(&mut fields, "branch", &m.branch);
    route = Some(fields.parse_optional("route", &m.route));
} => Command::Classify(Classify { on, branch, route }) }

verb! { forward(ForwardRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
    unit = fields.parse("unit", &m.unit);
    report_by = Some(fields.date_optional("report_by", m.report_by.as_ref()));
} => Command::Forward(Forward { on, unit, report_by }) }

verb! { acknowledge(AcknowledgeRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
} => Command::Acknowledge(On { on }) }

verb! { object(ObjectRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
    proposes = Some(fields.parse_optional("proposes", &m.proposes));
} => Command::Object(Object { on, proposes }) }

verb! { lapse_objection(LapseObjectionRequest) |m, fields| {} => Command::LapseObjection }

verb! { hand_on(HandOnRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
} => Command::HandOn(On { on }) }

verb! { designate(DesignateRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
    unit = fields.parse("unit", &m.unit);
    by = parts::code(&mut fields, "by", &m.by);
} => Command::Designate(Designate { on, unit, by }) }

verb! { tell(TellRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
} => Command::Tell(On { on }) }

verb! { excuse_telling(ExcuseTellingRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
} => Command::ExcuseTelling(On { on }) }

verb! { reply(ReplyRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
    reply = parts::code(&mut fields, "reply", &m.reply);
} => Command::Reply(Answer { on, reply }) }

verb! { withdraw(WithdrawRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
} => Command::Withdraw(On { on }) }
