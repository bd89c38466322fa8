//! The outcome: withdrawal, decision, service, suit, performance, opinions.

use jiefen_administrative_rules::reconsideration::{ByParty, Command, Decide, Opine};
use jiefen_proto::jiefen::administrative::v1 as pb;
use jiefen_vocab::Private;

use super::{parts, verb};

verb! { ask_withdrawal(AskWithdrawalRequest) |m, fields| {
    party = parts::party(&mut fields, "party", m.party);
    on = fields.date("on", m.on.as_ref());
} => Command::AskWithdrawal { party, settled: m.settled, on } }

verb! { rule_withdrawal(RuleWithdrawalRequest) |m, fields| {
    party = parts::party(&mut fields, "party", m.party);
    on = fields.date("on", m.on.as_ref());
} => Command::RuleWithdrawal { party, granted: m.granted, on } }

verb! { dismiss(DismissRequest) |m, fields| {
    ground = parts::code(&mut fields, "ground", &m.ground);
    on = fields.date("on", m.on.as_ref());
} => Command::Dismiss { ground, on } }

verb! { decide(DecideRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
    kind = parts::code(&mut fields, "kind", &m.kind);
    duty = parts::duty(&mut fields, m.duty.as_ref());
} => Command::Decide(Decide { on, kind, worse: m.worse, third_claims: m.third_claims, third_proof: m.third_proof, duty }) }

verb! { serve(ServeRequest) |m, fields| {
    party = parts::party(&mut fields, "party", m.party);
    on = fields.date("on", m.on.as_ref());
} => Command::Serve(ByParty { party, on }) }

verb! { sue(SueRequest) |m, fields| {
    party = parts::party(&mut fields, "party", m.party);
    on = fields.date("on", m.on.as_ref());
} => Command::Sue(ByParty { party, on }) }

verb! { lapse_suit(LapseSuitRequest) |m, fields| {
    party = parts::party(&mut fields, "party", m.party);
} => Command::LapseSuit { party } }

verb! { perform(PerformRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
    proof = fields.text("proof", &m.proof, parts::NAME);
} => Command::Perform { on, proof } }

verb! { press(PressRequest) |m, fields| {
    measure = parts::code(&mut fields, "measure", &m.measure);
    by = fields.date("by", m.by.as_ref());
    on = fields.date("on", m.on.as_ref());
} => Command::Press { measure, by, on } }

verb! { enforce(EnforceRequest) |m, fields| {
    by = parts::code(&mut fields, "by", &m.by);
    on = fields.date("on", m.on.as_ref());
} => Command::Enforce { by, on } }

verb! { opine(OpineRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
    agency = fields.text("agency", &m.agency, parts::NAME);
    text = fields.text("text", &m.text, parts::TEXT);
} => Command::Opine(Opine { on, agency, text: Private::new(text) }) }

verb! { report_opinion(ReportOpinionRequest) |m, fields| {
    no = parts::number(&mut fields, "no", m.no);
    on = fields.date("on", m.on.as_ref());
} => Command::ReportOpinion { no, on } }
