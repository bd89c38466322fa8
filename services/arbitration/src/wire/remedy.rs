//! After the award: receipts, suits, setting aside.

use jiefen_arbitration_rules::labour_arbitration::{
    AskSetAside, Command, LapseRight, Receive, RuleSetAside, Sue,
};
use jiefen_proto::jiefen::arbitration::v1 as pb;

use super::{parts, verb};

verb! { receive(ReceiveRequest) |m, fields| {
    paper = fields.parse("paper", &m.paper);
    party = parts::party(&mut fields, "party", m.party);
    on = fields.date("on", m.on.as_ref());
} => Command::Receive(Receive { paper, party, on }) }

verb! { lapse_right(LapseRightRequest) |m, fields| {
    paper = fields.parse("paper", &m.paper);
    party = parts::party(&mut fields, "party", m.party);
} => Command::LapseRight(LapseRight { paper, party }) }

verb! { sue(SueRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
    party = parts::party(&mut fields, "party", m.party);
    against = parts::against(&mut fields, "against", &m.against);
    workers = parts::parties(&mut fields, "workers", &m.workers);
} => Command::Sue(Sue { on, party, against, workers }) }

verb! { ask_set_aside(AskSetAsideRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
    party = parts::party(&mut fields, "party", m.party);
    workers = parts::some_parties(&mut fields, "workers", &m.workers);
    ground = fields.parse("ground", &m.ground);
} => Command::AskSetAside(AskSetAside { on, party, workers, ground }) }

verb! { rule_set_aside(RuleSetAsideRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
    workers = parts::some_parties(&mut fields, "workers", &m.workers);
} => Command::RuleSetAside(RuleSetAside { on, workers, set_aside: m.set_aside }) }
