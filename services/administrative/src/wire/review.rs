//! The review: copy, reply, hearing, mediation, suspension.

use jiefen_administrative_rules::reconsideration::{ByParty, Command, HoldHearing};
use jiefen_proto::jiefen::administrative::v1 as pb;
use jiefen_vocab::Private;

use super::{parts, verb};

verb! { mark_major(MarkMajorRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
} => Command::MarkMajor { on } }

verb! { mark_technical(MarkTechnicalRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
} => Command::MarkTechnical { on } }

verb! { consult_committee(ConsultCommitteeRequest) |m, fields| {
    ground = parts::code(&mut fields, "ground", &m.ground);
    on = fields.date("on", m.on.as_ref());
} => Command::ConsultCommittee { ground, on } }

verb! { record_advice(RecordAdviceRequest) |m, fields| {
    text = fields.text("text", &m.text, parts::TEXT);
    on = fields.date("on", m.on.as_ref());
} => Command::RecordAdvice { text: Private::new(text), on } }

verb! { convert(ConvertRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
} => Command::Convert { on } }

verb! { serve_copy(ServeCopyRequest) |m, fields| {
    party = parts::party(&mut fields, "party", m.party);
    on = fields.date("on", m.on.as_ref());
} => Command::ServeCopy(ByParty { party, on }) }

verb! { reply(ReplyRequest) |m, fields| {
    party = parts::party(&mut fields, "party", m.party);
    on = fields.date("on", m.on.as_ref());
} => Command::Reply(ByParty { party, on }) }

verb! { lapse_reply(LapseReplyRequest) |m, fields| {
    party = parts::party(&mut fields, "party", m.party);
} => Command::LapseReply { party } }

verb! { hear_parties(HearPartiesRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
} => Command::HearParties { on, on_paper: m.on_paper } }

verb! { notify_hearing(NotifyHearingRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
    hearing_on = fields.date("hearing_on", m.hearing_on.as_ref());
} => Command::NotifyHearing { on, hearing_on } }

verb! { hold_hearing(HoldHearingRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
    panel = parts::panel(&mut fields, m.panel.as_ref());
    head = parts::head(&mut fields, &m.respondent_head, &m.reasons);
    absent = parts::parties(&mut fields, "absent", &m.absent);
} => Command::HoldHearing(HoldHearing { on, panel, head, absent }) }

verb! { begin_mediation(BeginMediationRequest) |m, fields| {
    agreed = parts::some_parties(&mut fields, "agreed", &m.agreed);
    on = fields.date("on", m.on.as_ref());
} => Command::BeginMediation { agreed, on } }

verb! { make_statement(MakeStatementRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
    duty = parts::duty(&mut fields, m.duty.as_ref());
} => Command::MakeStatement { on, duty } }

verb! { sign_statement(SignStatementRequest) |m, fields| {
    party = parts::party(&mut fields, "party", m.party);
    on = fields.date("on", m.on.as_ref());
} => Command::SignStatement(ByParty { party, on }) }

verb! { seal_statement(SealStatementRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
} => Command::SealStatement { on } }

verb! { end_mediation(EndMediationRequest) |m, fields| {
    party = parts::perhaps(&mut fields, "party", m.party);
    on = fields.date("on", m.on.as_ref());
} => Command::EndMediation { party, on } }

verb! { suspend(SuspendRequest) |m, fields| {
    ground = parts::code(&mut fields, "ground", &m.ground);
    on = fields.date("on", m.on.as_ref());
} => Command::Suspend { ground, on } }

verb! { resume(ResumeRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
} => Command::Resume { on } }

verb! { lapse_suspension(LapseSuspensionRequest) |m, fields| {} => Command::LapseSuspension }

verb! { terminate(TerminateRequest) |m, fields| {
    ground = parts::code(&mut fields, "ground", &m.ground);
    on = fields.date("on", m.on.as_ref());
} => Command::Terminate { ground, on } }

verb! { extend(ExtendRequest) |m, fields| {
    days = parts::number(&mut fields, "days", m.days);
    on = fields.date("on", m.on.as_ref());
} => Command::Extend { days, on } }

verb! { lapse_decision(LapseDecisionRequest) |m, fields| {} => Command::LapseDecision }
