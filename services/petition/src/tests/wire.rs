//! Every verb reads a right request and names each wrong field of a wrong one.

use jiefen_ledger::Error;
use jiefen_ledger::serve::Parsed;
use jiefen_ledger::wire::{brief_to, date_to};
use jiefen_petition_rules::Command as AreaCommand;
use jiefen_petition_rules::petition::{
    Branch, Command, Designate, Designator, Earlier, Forward, Object, Person, Receive, Reply,
    ReportUp, RoadEnd,
};
use jiefen_proto::jiefen::common::v1::{CommandHead, Date as WireDate};
use jiefen_proto::jiefen::petition::v1 as pb;
use jiefen_vocab::TrackKind;
use jiff::civil::{Date, date};

use super::{
    agency, brief, classify as sorted, on as at, opine, receive as registration, reply as answer,
};
use crate::{PetitionArea, case_id, wire};

const DAY: Date = date(2026, 7, 3);

type Outcome = Result<Parsed<PetitionArea>, Error>;

fn head() -> Option<CommandHead> {
    let name = format!("cases/{}", case_id(brief(1, 1).dispute, 1));
    Some(CommandHead { name, ..CommandHead::default() })
}

fn on() -> Option<WireDate> {
    Some(date_to(DAY))
}

fn s(text: &str) -> String {
    text.to_owned()
}

/// The names of the fields that were found wrong, sorted.
fn wrong(outcome: Outcome) -> Vec<String> {
    let Err(Error::Invalid(faults)) = outcome else { return vec![] };
    let mut fields: Vec<String> = faults.into_iter().map(|fault| fault.field).collect();
    fields.sort();
    fields
}

fn is(outcome: Outcome, expected: Command) {
    let parsed = outcome.unwrap_or_else(|error| panic!("{}: {error:?}", expected.name()));
    assert_eq!(parsed.case, case_id(brief(1, 1).dispute, 1));
    assert_eq!(parsed.command, AreaCommand::from(expected));
}

/// A right request and what it means; of an empty one the fields that are missing.
macro_rules! reads {
    ($verb:ident($request:ident { $($field:ident: $value:expr),* }) => $command:expr, $missing:expr) => {
        #[test]
        fn $verb() {
            is(wire::$verb(&pb::$request { head: head(), $($field: $value),* }), $command);
            assert_eq!(wrong(wire::$verb(&pb::$request::default())), Vec::<&str>::from($missing));
        }
    };
}

reads! { not_accept(NotAcceptRequest { on: on() }) => Command::NotAccept(at(DAY)), ["head.name", "on"] }

reads! { acknowledge(AcknowledgeRequest { on: on() }) => Command::Acknowledge(at(DAY)), ["head.name", "on"] }

reads! { tell(TellRequest { on: on() }) => Command::Tell(at(DAY)), ["head.name", "on"] }

reads! { excuse_telling(ExcuseTellingRequest { on: on() }) => Command::ExcuseTelling(at(DAY)), ["head.name", "on"] }

reads! { withdraw(WithdrawRequest { on: on() }) => Command::Withdraw(at(DAY)), ["head.name", "on"] }

reads! { accept(AcceptRequest { on: on() }) => Command::Accept(at(DAY)), ["head.name", "on"] }

reads! { extend(ExtendRequest { on: on() }) => Command::Extend(at(DAY)), ["head.name", "on"] }

reads! { settle(SettleRequest { on: on() }) => Command::Settle(at(DAY)), ["head.name", "on"] }

reads! { serve(ServeRequest { on: on() }) => Command::Serve(at(DAY)), ["head.name", "on"] }

reads! { ask_review(AskReviewRequest { on: on() }) => Command::AskReview(at(DAY)), ["head.name", "on"] }

reads! { ask_rereview(AskRereviewRequest { on: on() }) => Command::AskRereview(at(DAY)), ["head.name", "on"] }

reads! { start_hearing(StartHearingRequest { on: on() }) => Command::StartHearing(at(DAY)), ["head.name", "on"] }

reads! { end_hearing(EndHearingRequest { on: on() }) => Command::EndHearing(at(DAY)), ["head.name", "on"] }

reads! { give_opinion(GiveOpinionRequest { on: on(), verdict: s("rejected") }) => Command::GiveOpinion(opine(DAY)), ["head.name", "on", "verdict"] }

reads! { review(ReviewRequest { on: on(), verdict: s("rejected") }) => Command::Review(opine(DAY)), ["head.name", "on", "verdict"] }

reads! { rereview(RereviewRequest { on: on(), verdict: s("rejected") }) => Command::Rereview(opine(DAY)), ["head.name", "on", "verdict"] }

reads! { lapse_objection(LapseObjectionRequest {  }) => Command::LapseObjection, ["head.name"] }

reads! { hand_on(HandOnRequest { on: on() }) => Command::HandOn(at(DAY)), ["head.name", "on"] }

reads! { lapse_review(LapseReviewRequest {  }) => Command::LapseReview, ["head.name"] }

reads! { recuse(RecuseRequest { on: on(), person: s("p7") }) => Command::Recuse(Person { on: DAY, person: s("p7") }), ["head.name", "on", "person"] }

reads! { assign(AssignRequest { on: on(), person: s("p7") }) => Command::Assign(Person { on: DAY, person: s("p7") }), ["head.name", "on", "person"] }

reads! { report_up(ReportUpRequest { on: on(), to: vec![s("640122.government")] }) => Command::ReportUp(ReportUp { on: DAY, to: vec![agency("government")] }), ["head.name", "on", "to"] }

reads! { classify(ClassifyRequest { on: on(), branch: s("arbitration"), route: s("labour_arbitration") }) => sorted(DAY, Branch::Arbitration, Some(TrackKind::LabourArbitration)), ["branch", "head.name", "on"] }

reads! { forward(ForwardRequest { on: on(), unit: s("640122.hrss"), report_by: on() }) => Command::Forward(Forward { on: DAY, unit: agency("hrss"), report_by: Some(DAY) }), ["head.name", "on", "unit"] }

reads! { object(ObjectRequest { on: on(), proposes: s("640122.court") }) => Command::Object(Object { on: DAY, proposes: Some(agency("court")) }), ["head.name", "on"] }

reads! { designate(DesignateRequest { on: on(), unit: s("640122.court"), by: s("joint_meeting") }) => Command::Designate(Designate { on: DAY, unit: agency("court"), by: Designator::JointMeeting }), ["by", "head.name", "on", "unit"] }

reads! { reply(ReplyRequest { on: on(), reply: s("acted") }) => answer(DAY, Reply::Acted), ["head.name", "on", "reply"] }

fn receive_request() -> pb::ReceiveRequest {
    pb::ReceiveRequest {
        head: Some(CommandHead::default()),
        brief: Some(brief_to(&brief(1, 1))),
        number: registration(brief(1, 1), DAY).number,
        on: on(),
        form: s("visit"),
        matter: s("claim"),
        earlier: None,
        grave: true,
        representatives: vec![1],
        accused: vec![s("640122.hrss")],
        round: 0,
    }
}

fn known(known: pb::earlier::Known) -> pb::ReceiveRequest {
    pb::ReceiveRequest { earlier: Some(pb::Earlier { known: Some(known) }), ..receive_request() }
}

#[test]
fn a_registration_says_everything_of_the_matter() {
    let right =
        Receive { grave: true, accused: vec![agency("hrss")], ..registration(brief(1, 1), DAY) };
    is(wire::receive(&receive_request()), Command::Receive(Box::new(right.clone())));
    let road = pb::EarlierEnded { how: s("rereviewed"), on: on() };
    let earlier = Some(Earlier::Ended { how: RoadEnd::Rereviewed, on: DAY });
    let ended = Receive { earlier, ..right.clone() };
    is(wire::receive(&known(pb::earlier::Known::Ended(road))), Command::Receive(Box::new(ended)));
    let below = pb::EarlierInHand { at: s("640122.hrss"), dispute: s(""), until: on() };
    let earlier = Some(Earlier::InHand { at: agency("hrss"), dispute: None, until: DAY });
    let in_hand = Receive { earlier, ..right };
    let parsed = wire::receive(&known(pb::earlier::Known::InHand(below)));
    is(parsed, Command::Receive(Box::new(in_hand)));
}

#[test]
fn the_case_of_a_registration_follows_from_its_dispute() {
    let second = pb::ReceiveRequest { round: 2, ..receive_request() };
    let parsed = wire::receive(&second).unwrap();
    assert_eq!(parsed.case, case_id(brief(1, 1).dispute, 2));
    assert_ne!(parsed.case, case_id(brief(1, 1).dispute, 1));
    let mut begun = receive_request();
    begun.brief.as_mut().unwrap().dispute.clear();
    let (one, two) = (wire::receive(&begun).unwrap(), wire::receive(&begun).unwrap());
    assert_ne!(one.case, two.case, "every matter that begins here has its own dispute");
}

#[test]
fn every_wrong_field_of_a_registration_is_named() {
    let missing = wrong(wire::receive(&pb::ReceiveRequest::default()));
    assert_eq!(missing, ["brief", "form", "matter", "number", "on"]);
    let mut request = pb::ReceiveRequest {
        head: head(),
        number: "字".repeat(101),
        form: s("pigeon"),
        matter: s("wish"),
        earlier: Some(pb::Earlier { known: None }),
        representatives: vec![0, 1, 1],
        accused: vec![s("nobody at all")],
        round: 5,
        ..receive_request()
    };
    request.brief.as_mut().unwrap().kind = s("weather");
    let fields = [
        "accused[0]",
        "brief.kind",
        "earlier",
        "form",
        "head.name",
        "matter",
        "number",
        "representatives[0]",
        "representatives[2]",
        "round",
    ];
    assert_eq!(wrong(wire::receive(&request)), fields);
    let road = pb::EarlierEnded::default();
    let parsed = wrong(wire::receive(&known(pb::earlier::Known::Ended(road))));
    assert_eq!(parsed, ["earlier.ended.how", "earlier.ended.on"]);
    let below = pb::EarlierInHand { dispute: s("?"), ..pb::EarlierInHand::default() };
    let parsed = wrong(wire::receive(&known(pb::earlier::Known::InHand(below))));
    assert_eq!(parsed, ["earlier.in_hand.at", "earlier.in_hand.dispute", "earlier.in_hand.until"]);
}

#[test]
fn a_code_that_is_not_on_its_list_is_refused() {
    let code = || s("because");
    let one = |outcome, field: &str| assert_eq!(wrong(outcome), [field]);
    let (route, branch) = (s(""), code());
    one(wire::classify(&pb::ClassifyRequest { head: head(), on: on(), branch, route }), "branch");
    let (route, branch) = (code(), s("legal"));
    one(wire::classify(&pb::ClassifyRequest { head: head(), on: on(), branch, route }), "route");
    let unit = s("640122.court");
    one(wire::designate(&pb::DesignateRequest { head: head(), on: on(), unit, by: code() }), "by");
    one(wire::reply(&pb::ReplyRequest { head: head(), on: on(), reply: code() }), "reply");
    let request = pb::GiveOpinionRequest { head: head(), on: on(), verdict: code() };
    one(wire::give_opinion(&request), "verdict");
    one(wire::object(&pb::ObjectRequest { head: head(), on: on(), proposes: code() }), "proposes");
    one(
        wire::report_up(&pb::ReportUpRequest { head: head(), on: on(), to: vec![code()] }),
        "to[0]",
    );
}
