//! Every verb reads a right request and names each wrong field of a wrong one.

use jiefen_arbitration_rules::Command as AreaCommand;
use jiefen_arbitration_rules::labour_arbitration::{
    Against, AskSetAside, ByParty, ClaimKind, Command, FormTribunal, FormTripartite, Guide,
    HoldHearing, LapseRight, MakeAward, Mediate, MinimumWage, NotifyHearing, On, OrderAdvance,
    Paper, Postpone, Receive, RecusalGround, Recuse, RefusalGround, Refuse, Represent,
    RestartGround, RestartTerm, RuleSetAside, Seat, SetAsideGround, ShortenDefence, Side,
    SimplifiedBar, SimplifiedGround, Simplify, Stay, StayGround, Sue, Withdraw,
};
use jiefen_ledger::Error;
use jiefen_ledger::serve::Parsed;
use jiefen_ledger::wire::{brief_to, date_to};
use jiefen_proto::jiefen::arbitration::v1 as pb;
use jiefen_proto::jiefen::common::v1::{CommandHead, Date as WireDate};
use jiefen_vocab::Fen;
use jiff::civil::{Date, date};

use super::{BOSS, apply as application, brief, claims, item};
use crate::{ArbitrationArea, case_id, wire};

const DAY: Date = date(2026, 9, 18);

type Outcome = Result<Parsed<ArbitrationArea>, Error>;

fn head() -> Option<CommandHead> {
    let name = format!("cases/{}", case_id(brief(1).dispute));
    Some(CommandHead { name, ..CommandHead::default() })
}

fn on() -> Option<WireDate> {
    Some(date_to(DAY))
}

fn s(text: &str) -> String {
    text.to_owned()
}

fn by(party: u32) -> ByParty {
    ByParty { party, on: DAY }
}

fn item_to() -> pb::Item {
    pb::Item { worker: 1, kind: s("wages"), amount_fen: 900_000, finding: s("granted") }
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
    assert_eq!(parsed.case, case_id(brief(1).dispute));
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

reads! { contact(ContactRequest { on: on() }) => Command::Contact(On { on: DAY }), ["head.name", "on"] }

reads! { forgo(ForgoRequest { on: on() }) => Command::Forgo(On { on: DAY }), ["head.name", "on"] }

reads! { accept(AcceptRequest { on: on() }) => Command::Accept(On { on: DAY }), ["head.name", "on"] }

reads! { refuse(RefuseRequest { on: on(), ground: s("not_ours") }) => Command::Refuse(Refuse { on: DAY, ground: RefusalGround::NotOurs }), ["ground", "head.name", "on"] }

reads! { lapse_acceptance(LapseAcceptanceRequest {  }) => Command::LapseAcceptance, ["head.name"] }

reads! { serve_copy(ServeCopyRequest { party: 9, on: on() }) => Command::ServeCopy(by(9)), ["head.name", "on", "party"] }

reads! { file_defence(FileDefenceRequest { party: 9, on: on() }) => Command::FileDefence(by(9)), ["head.name", "on", "party"] }

reads! { forward_defence(ForwardDefenceRequest { on: on() }) => Command::ForwardDefence(On { on: DAY }), ["head.name", "on"] }

reads! { raise_limitation(RaiseLimitationRequest { party: 9, on: on() }) => Command::RaiseLimitation(by(9)), ["head.name", "on", "party"] }

reads! { form_tribunal(FormTribunalRequest { on: on(), arbitrators: vec![s("a1")] }) => Command::FormTribunal(FormTribunal { on: DAY, arbitrators: vec![s("a1")] }), ["arbitrators", "head.name", "on"] }

reads! { recuse(RecuseRequest { on: on(), arbitrator: s("a1"), ground: s("interest"), replacement: s("b1") }) => Command::Recuse(Recuse { on: DAY, arbitrator: s("a1"), ground: RecusalGround::Interest, replacement: s("b1") }), ["arbitrator", "ground", "head.name", "on", "replacement"] }

reads! { represent(RepresentRequest { on: on(), representatives: vec![1, 2, 3] }) => Command::Represent(Represent { on: DAY, representatives: vec![1, 2, 3] }), ["head.name", "on", "representatives"] }

reads! { notify_hearing(NotifyHearingRequest { on: on(), hearing_on: on() }) => Command::NotifyHearing(NotifyHearing { on: DAY, hearing_on: DAY }), ["head.name", "hearing_on", "on"] }

reads! { postpone(PostponeRequest { party: 1, asked_on: on(), on: on(), granted: true }) => Command::Postpone(Postpone { party: 1, asked_on: DAY, on: DAY, granted: true }), ["asked_on", "head.name", "on", "party"] }

reads! { hold_hearing(HoldHearingRequest { on: on(), absent: vec![9] }) => Command::HoldHearing(HoldHearing { on: DAY, absent: vec![9] }), ["head.name", "on"] }

reads! { mediate(MediateRequest { on: on(), agreed: vec![1] }) => Command::Mediate(Mediate { on: DAY, agreed: vec![1] }), ["head.name", "on"] }

reads! { sign_statement(SignStatementRequest { party: 1, on: on() }) => Command::SignStatement(by(1)), ["head.name", "on", "party"] }

reads! { repent(RepentRequest { party: 1, on: on() }) => Command::Repent(by(1)), ["head.name", "on", "party"] }

reads! { order_advance(OrderAdvanceRequest { on: on(), worker: 1, kind: s("wages"), amount_fen: 100, relation_clear: true, hardship: true }) => Command::OrderAdvance(OrderAdvance { on: DAY, worker: 1, kind: ClaimKind::Wages, amount: Fen(100), relation_clear: true, hardship: true }), ["head.name", "kind", "on", "worker"] }

reads! { stay(StayRequest { on: on(), ground: s("appraisal") }) => Command::Stay(Stay { on: DAY, ground: StayGround::Appraisal }), ["ground", "head.name", "on"] }

reads! { resume(ResumeRequest { on: on() }) => Command::Resume(On { on: DAY }), ["head.name", "on"] }

reads! { extend(ExtendRequest { on: on() }) => Command::Extend(On { on: DAY }), ["head.name", "on"] }

reads! { restart_term(RestartTermRequest { on: on(), ground: s("transfer") }) => Command::RestartTerm(RestartTerm { on: DAY, ground: RestartGround::Transfer }), ["ground", "head.name", "on"] }

reads! { lapse_award(LapseAwardRequest {  }) => Command::LapseAward, ["head.name"] }

reads! { award(AwardRequest { on: on(), items: vec![item_to()], minimum_wage_fen: 205_000, minimum_wage_year: 2024, minimum_wage_source: s("文件") }) => Command::Award(MakeAward { on: DAY, items: vec![item(1)], minimum_wage: MinimumWage { monthly: Fen(205_000), year: 2024, source: s("文件") } }), ["head.name", "items", "minimum_wage_source", "minimum_wage_year", "on"] }

reads! { receive(ReceiveRequest { paper: s("non_final"), party: 1, on: on() }) => Command::Receive(Receive { paper: Paper::NonFinal, party: 1, on: DAY }), ["head.name", "on", "paper", "party"] }

reads! { lapse_right(LapseRightRequest { paper: s("final"), party: 1 }) => Command::LapseRight(LapseRight { paper: Paper::Final, party: 1 }), ["head.name", "paper", "party"] }

reads! { sue(SueRequest { on: on(), party: 9, against: s("ruling"), workers: vec![1] }) => Command::Sue(Sue { on: DAY, party: 9, against: Against::Paper(Paper::Ruling), workers: vec![1] }), ["against", "head.name", "on", "party"] }

reads! { ask_set_aside(AskSetAsideRequest { on: on(), party: 9, workers: vec![1], ground: s("procedure") }) => Command::AskSetAside(AskSetAside { on: DAY, party: 9, workers: vec![1], ground: SetAsideGround::Procedure }), ["ground", "head.name", "on", "party", "workers"] }

reads! { rule_set_aside(RuleSetAsideRequest { on: on(), workers: vec![1], set_aside: true }) => Command::RuleSetAside(RuleSetAside { on: DAY, workers: vec![1], set_aside: true }), ["head.name", "on", "workers"] }

reads! { withdraw(WithdrawRequest { on: on(), applicants: vec![1], settled: true }) => Command::Withdraw(Withdraw { on: DAY, applicants: vec![1], settled: true }), ["applicants", "head.name", "on"] }

reads! { simplify(SimplifyRequest { on: on(), ground: s("agreed"), yearly_wage_fen: 0, source: s(""), agreed: vec![1, 9], bars: vec![s("unsuitable")] }) => Command::Simplify(Simplify { on: DAY, ground: SimplifiedGround::Agreed { by: vec![1, 9] }, bars: vec![SimplifiedBar::Unsuitable] }), ["ground", "head.name", "on"] }

reads! { shorten_defence(ShortenDefenceRequest { party: 9, until: on(), waived: false, on: on() }) => Command::ShortenDefence(ShortenDefence { party: 9, until: Some(DAY), on: DAY }), ["head.name", "on", "party", "until"] }

reads! { notify_simply(NotifySimplyRequest { on: on(), hearing_on: on() }) => Command::NotifySimply(NotifyHearing { on: DAY, hearing_on: DAY }), ["head.name", "hearing_on", "on"] }

reads! { confirm_notice(ConfirmNoticeRequest { party: 9, on: on() }) => Command::ConfirmNotice(by(9)), ["head.name", "on", "party"] }

reads! { convert_to_ordinary(ConvertToOrdinaryRequest { on: on() }) => Command::ConvertToOrdinary(On { on: DAY }), ["head.name", "on"] }

reads! { mark_collective_contract(MarkCollectiveContractRequest { on: on() }) => Command::MarkCollectiveContract(On { on: DAY }), ["head.name", "on"] }

reads! { form_tripartite(FormTripartiteRequest { on: on(), seats: vec![pb::Seat { person: s("a1"), side: s("union") }] }) => Command::FormTripartite(FormTripartite { on: DAY, seats: vec![Seat { person: s("a1"), side: Side::Union }] }), ["head.name", "on", "seats"] }

reads! { guide(GuideRequest { on: on(), helpers: vec![s("律师")] }) => Command::Guide(Guide { on: DAY, helpers: vec![s("律师")] }), ["head.name", "on"] }

reads! { award_part(AwardPartRequest { on: on(), items: vec![item_to()], minimum_wage_fen: 205_000, minimum_wage_year: 2024, minimum_wage_source: s("文件") }) => Command::AwardPart(MakeAward { on: DAY, items: vec![item(1)], minimum_wage: MinimumWage { monthly: Fen(205_000), year: 2024, source: s("文件") } }), ["head.name", "items", "minimum_wage_source", "minimum_wage_year", "on"] }

reads! { ask_set_aside_part(AskSetAsidePartRequest { on: on(), party: 9, workers: vec![1], ground: s("procedure") }) => Command::AskSetAsidePart(AskSetAside { on: DAY, party: 9, workers: vec![1], ground: SetAsideGround::Procedure }), ["ground", "head.name", "on", "party", "workers"] }

reads! { rule_set_aside_part(RuleSetAsidePartRequest { on: on(), workers: vec![1], set_aside: true }) => Command::RuleSetAsidePart(RuleSetAside { on: DAY, workers: vec![1], set_aside: true }), ["head.name", "on", "workers"] }

#[test]
fn each_ground_of_simplified_handling_needs_its_own_proof() {
    let of = |ground: &str| pb::SimplifyRequest {
        head: head(),
        on: on(),
        ground: s(ground),
        ..pb::SimplifyRequest::default()
    };
    let simplify = |ground| Command::Simplify(Simplify { on: DAY, ground, bars: vec![] });
    is(wire::simplify(&of("clear")), simplify(SimplifiedGround::Clear));
    assert_eq!(wrong(wire::simplify(&of("small"))), ["source"]);
    assert_eq!(wrong(wire::simplify(&of("agreed"))), ["agreed"]);
    let small =
        pb::SimplifyRequest { yearly_wage_fen: 11_000_000, source: s("公报"), ..of("small") };
    let ground = SimplifiedGround::Small { yearly_wage: Fen(11_000_000), source: s("公报") };
    is(wire::simplify(&small), simplify(ground));
    let barred = pb::SimplifyRequest { bars: vec![s("unsuitable"), s("x")], ..of("clear") };
    assert_eq!(wrong(wire::simplify(&barred)), ["bars[1]"]);
}

#[test]
fn a_day_that_was_forgotten_does_not_waive_the_time_to_answer() {
    let of = |until, waived| pb::ShortenDefenceRequest {
        head: head(),
        party: 9,
        until,
        waived,
        on: on(),
    };
    assert_eq!(wrong(wire::shorten_defence(&of(None, false))), ["until"]);
    assert_eq!(wrong(wire::shorten_defence(&of(on(), true))), ["until"]);
    let none = ShortenDefence { party: 9, until: None, on: DAY };
    is(wire::shorten_defence(&of(None, true)), Command::ShortenDefence(none));
}

#[test]
fn a_wrong_seat_is_told_field_by_field() {
    let seat = |person: &str, side: &str| pb::Seat { person: s(person), side: s(side) };
    let seats = vec![seat("a1", "office"), seat("", "church")];
    let request = pb::FormTripartiteRequest { head: head(), on: on(), seats };
    assert_eq!(wrong(wire::form_tripartite(&request)), ["seats[1].person", "seats[1].side"]);
}

fn apply_request() -> pb::ApplyRequest {
    let claim = |worker| pb::Claim { worker, kind: s("wages"), amount_fen: Some(900_000) };
    pb::ApplyRequest {
        head: None,
        brief: Some(brief_to(&brief(1))),
        number: s("金丝雀案号"),
        on: on(),
        workers: vec![1, 2],
        employers: vec![BOSS],
        claims: vec![claim(1), claim(2)],
        common_claim: true,
        knew_on: Some(date_to(date(2026, 8, 1))),
        employment_ended_on: Some(date_to(date(2026, 8, 31))),
    }
}

#[test]
fn an_application_names_its_dispute_or_its_case() {
    assert_eq!(claims().len(), 2);
    is(wire::apply(&apply_request()), application(Some(brief(1)), DAY));
    let taken = pb::ApplyRequest { head: head(), brief: None, ..apply_request() };
    is(wire::apply(&taken), application(None, DAY));
    let amended = pb::ApplyRequest { head: head(), ..apply_request() };
    is(wire::apply(&amended), application(Some(brief(1)), DAY));

    let mut new = apply_request();
    new.brief.as_mut().unwrap().dispute.clear();
    let (first, second) = (wire::apply(&new).unwrap(), wire::apply(&new).unwrap());
    assert_ne!(first.case, second.case, "a dispute without a code gets a new one");
}

#[test]
fn a_wrong_application_is_told_field_by_field() {
    let missing = ["brief", "claims", "employers", "number", "on", "workers"];
    assert_eq!(wrong(wire::apply(&pb::ApplyRequest::default())), missing);
    let mut request = apply_request();
    request.brief.as_mut().unwrap().kind = s("labor");
    request.brief.as_mut().unwrap().parties[0].role = s("worker");
    request.workers = vec![1, 0, 1];
    request.claims[0].kind = s("pay");
    request.claims[1].amount_fen = Some(-1);
    request.claims[1].worker = 0;
    request.knew_on = Some(WireDate { year: 2026, month: 2, day: 30 });
    let fields = [
        "brief.kind",
        "brief.parties[0].role",
        "claims[0].kind",
        "claims[1].amount_fen",
        "claims[1].worker",
        "knew_on",
        "workers[1]",
        "workers[2]",
    ];
    assert_eq!(wrong(wire::apply(&request)), fields);
    let other = CommandHead { name: s("disputes/1"), ..CommandHead::default() };
    let mut request = pb::ApplyRequest { head: Some(other), ..apply_request() };
    assert_eq!(wrong(wire::apply(&request)), ["head.name"]);
    request.brief.as_mut().unwrap().place = s("64012");
    assert_eq!(wrong(wire::apply(&request)), ["brief.place", "head.name"]);
}

#[test]
fn a_wrong_award_is_told_field_by_field() {
    let item = pb::Item { worker: 0, kind: s("x"), amount_fen: -1, finding: s("y") };
    let request = pb::AwardRequest {
        head: head(),
        on: on(),
        items: vec![item_to(), item],
        minimum_wage_fen: -1,
        minimum_wage_year: 24,
        minimum_wage_source: "字".repeat(101),
    };
    let fields = [
        "items[1].amount_fen",
        "items[1].finding",
        "items[1].kind",
        "items[1].worker",
        "minimum_wage_fen",
        "minimum_wage_source",
        "minimum_wage_year",
    ];
    assert_eq!(wrong(wire::award(&request)), fields);
}

#[test]
fn a_code_that_is_not_on_its_list_is_refused() {
    let ground = || s("because");
    let paper = || s("letter");
    let w = |outcome| assert_eq!(wrong(outcome).len(), 1);
    w(wire::refuse(&pb::RefuseRequest { head: head(), on: on(), ground: ground() }));
    w(wire::stay(&pb::StayRequest { head: head(), on: on(), ground: ground() }));
    w(wire::restart_term(&pb::RestartTermRequest { head: head(), on: on(), ground: ground() }));
    w(wire::receive(&pb::ReceiveRequest { head: head(), paper: paper(), party: 1, on: on() }));
    w(wire::lapse_right(&pb::LapseRightRequest { head: head(), paper: paper(), party: 1 }));
    let (against, workers) = (paper(), vec![]);
    w(wire::sue(&pb::SueRequest { head: head(), on: on(), party: 1, against, workers }));
    let silence =
        pb::SueRequest { head: head(), on: on(), party: 1, against: s("silence"), workers: vec![] };
    let suit = Sue { on: DAY, party: 1, against: Against::Silence, workers: vec![] };
    is(wire::sue(&silence), Command::Sue(suit));
}
