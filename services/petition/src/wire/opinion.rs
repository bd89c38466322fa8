//! From the acceptance to the end of the road.

use jiefen_petition_rules::petition::{Command, On, Opine};
use jiefen_proto::jiefen::petition::v1 as pb;

use super::{parts, verb};

verb! { accept(AcceptRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
} => Command::Accept(On { on }) }

verb! { extend(ExtendRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
} => Command::Extend(On { on }) }

verb! { settle(SettleRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
} => Command::Settle(On { on }) }

verb! { serve(ServeRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
} => Command::Serve(On { on }) }

verb! { ask_review(AskReviewRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
} => Command::AskReview(On { on }) }

verb! { ask_rereview(AskRereviewRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
} => Command::AskRereview(On { on }) }

verb! { start_hearing(StartHearingRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
} => Command::StartHearing(On { on }) }

verb! { end_hearing(EndHearingRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
} => Command::EndHearing(On { on }) }

verb! { give_opinion(GiveOpinionRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
    verdict = parts::code(&mut fields, "verdict", &m.verdict);
} => Command::GiveOpinion(Opine { on, verdict }) }

verb! { review(ReviewRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
    verdict = parts::code(&mut fields, "verdict", &m.verdict);
} => Command::Review(Opine { on, verdict }) }

verb! { rereview(RereviewRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
    verdict = parts::code(&mut fields, "verdict", &m.verdict);
} => Command::Rereview(Opine { on, verdict }) }

verb! { lapse_review(LapseReviewRequest) |m, fields| {} => Command::LapseReview }
