//! From the acceptance to the award.

use jiefen_arbitration_rules::labour_arbitration::{
    ByParty, Command, FormTribunal, HoldHearing, MakeAward, Mediate, MinimumWage, NotifyHearing,
    On, OrderAdvance, Postpone, Recuse, RestartTerm, Stay,
};
use jiefen_proto::jiefen::arbitration::v1 as pb;

use super::{parts, verb};

verb! { serve_copy(ServeCopyRequest) |m, fields| {
    party = parts::party(&mut fields, "party", m.party);
    on = fields.date("on", m.on.as_ref());
} => Command::ServeCopy(ByParty { party, on }) }

verb! { file_defence(FileDefenceRequest) |m, fields| {
    party = parts::party(&mut fields, "party", m.party);
    on = fields.date("on", m.on.as_ref());
} => Command::FileDefence(ByParty { party, on }) }

verb! { raise_limitation(RaiseLimitationRequest) |m, fields| {
    party = parts::party(&mut fields, "party", m.party);
    on = fields.date("on", m.on.as_ref());
} => Command::RaiseLimitation(ByParty { party, on }) }

verb! { sign_statement(SignStatementRequest) |m, fields| {
    party = parts::party(&mut fields, "party", m.party);
    on = fields.date("on", m.on.as_ref());
} => Command::SignStatement(ByParty { party, on }) }

verb! { repent(RepentRequest) |m, fields| {
    party = parts::party(&mut fields, "party", m.party);
    on = fields.date("on", m.on.as_ref());
} => Command::Repent(ByParty { party, on }) }

verb! { forward_defence(ForwardDefenceRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
} => Command::ForwardDefence(On { on }) }

verb! { resume(ResumeRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
} => Command::Resume(On { on }) }

verb! { extend(ExtendRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
} => Command::Extend(On { on }) }

verb! { form_tribunal(FormTribunalRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
    arbitrators = parts::staff(&mut fields, "arbitrators", &m.arbitrators);
} => Command::FormTribunal(FormTribunal { on, arbitrators }) }

verb! { recuse(RecuseRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
    arbitrator = fields.text("arbitrator", &m.arbitrator, parts::NAME);
    ground = fields.parse("ground", &m.ground);
    replacement = fields.text("replacement", &m.replacement, parts::NAME);
} => Command::Recuse(Recuse { on, arbitrator, ground, replacement }) }

verb! { notify_hearing(NotifyHearingRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
    hearing_on = fields.date("hearing_on", m.hearing_on.as_ref());
} => Command::NotifyHearing(NotifyHearing { on, hearing_on }) }

verb! { postpone(PostponeRequest) |m, fields| {
    party = parts::party(&mut fields, "party", m.party);
    asked_on = fields.date("asked_on", m.asked_on.as_ref());
    on = fields.date("on", m.on.as_ref());
} => Command::Postpone(Postpone { party, asked_on, on, granted: m.granted }) }

verb! { hold_hearing(HoldHearingRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
    absent = parts::parties(&mut fields, "absent", &m.absent);
} => Command::HoldHearing(HoldHearing { on, absent }) }

verb! { mediate(MediateRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
    agreed = parts::parties(&mut fields, "agreed", &m.agreed);
} => Command::Mediate(Mediate { on, agreed }) }

verb! { order_advance(OrderAdvanceRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
    worker = parts::party(&mut fields, "worker", m.worker);
    kind = fields.parse("kind", &m.kind);
    amount = parts::money(&mut fields, "amount_fen", m.amount_fen);
} => Command::OrderAdvance(OrderAdvance { on, worker, kind, amount, relation_clear: m.relation_clear, hardship: m.hardship }) }

verb! { stay(StayRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
    ground = fields.parse("ground", &m.ground);
} => Command::Stay(Stay { on, ground }) }

verb! { restart_term(RestartTermRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
    ground = fields.parse("ground", &m.ground);
} => Command::RestartTerm(RestartTerm { on, ground }) }

verb! { lapse_award(LapseAwardRequest) |m, fields| {} => Command::LapseAward }

verb! { award(AwardRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
    items = parts::items(&mut fields, &m.items);
    monthly = parts::money(&mut fields, "minimum_wage_fen", m.minimum_wage_fen);
    year = parts::year(&mut fields, "minimum_wage_year", m.minimum_wage_year);
    source = fields.text("minimum_wage_source", &m.minimum_wage_source, parts::NAME);
} => Command::Award(MakeAward { on, items, minimum_wage: MinimumWage { monthly, year, source } }) }
