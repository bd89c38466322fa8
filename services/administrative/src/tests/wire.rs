//! Every verb reads a right request and names each wrong field of a wrong one.

use jiefen_administrative_rules::Command as AreaCommand;
use jiefen_administrative_rules::reconsideration::{
    Accept, Act, ActKind, Apply, ByParty, Checks, Command, ConsultGround, Days, Decide,
    DecisionKind, EndGround, Enforcer, Head, HoldHearing, Measure, Opine, Panel, RefusalGround,
    Refuse, SuspendGround, Told, Track,
};
use jiefen_ledger::Error;
use jiefen_ledger::serve::Parsed;
use jiefen_ledger::wire::{brief_to, date_to};
use jiefen_proto::jiefen::administrative::v1 as pb;
use jiefen_proto::jiefen::common::v1::{CommandHead, Date as WireDate};
use jiefen_vocab::Private;
use jiff::civil::{Date, date};

use super::{AGENCY, brief, duty, fine};
use crate::{AdministrativeArea, case_id, wire};

const DAY: Date = date(2026, 3, 9);

type Outcome = Result<Parsed<AdministrativeArea>, Error>;

fn head() -> Option<CommandHead> {
    let name = format!("cases/{}", case_id(brief(1).dispute, 1));
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

/// The fine of the other tests, as it goes over the wire.
pub fn act_to() -> pb::Act {
    let known = Some(date_to(date(2026, 2, 2)));
    pb::Act {
        kind: s("penalty"),
        made_on: known,
        knew_on: known,
        told: s("with_act"),
        amount_fen: Some(2_000_000),
        ..pb::Act::default()
    }
}

fn duty_to() -> Option<pb::Duty> {
    let by = Some(date_to(date(2026, 4, 30)));
    Some(pb::Duty { party: AGENCY, by, amount_fen: Some(500_000) })
}

fn panel() -> Panel {
    Panel { chair: s("r1"), members: vec![s("r2"), s("r3")], recorder: s("r4") }
}

fn panel_to() -> Option<pb::Panel> {
    Some(pb::Panel { chair: s("r1"), members: vec![s("r2"), s("r3")], recorder: s("r4") })
}

fn checks() -> Checks {
    Checks { suit_accepted: false, reviewed: true, withdrawn_before: false }
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
    assert_eq!(parsed.case, case_id(brief(1).dispute, 1));
    assert_eq!(parsed.command, AreaCommand::from(expected));
}

/// A right request and what it means; of an empty one the fields that are missing.
macro_rules! reads {
    ($verb:ident($request:ident { $($field:ident: $value:expr),* }) => $command:expr, $missing:expr) => {
        #[test]
        fn $verb() {
            #[allow(clippy::needless_update)] // some requests have only what is named here
            let request = pb::$request { head: head(), $($field: $value,)* ..pb::$request::default() };
            is(wire::$verb(&request), $command);
            assert_eq!(wrong(wire::$verb(&pb::$request::default())), Vec::<&str>::from($missing));
        }
    };
}

reads! { describe_act(DescribeActRequest { act: Some(act_to()), on: on() }) => Command::DescribeAct { act: fine(), on: DAY }, ["act", "head.name", "on"] }

reads! { ask_correction(AskCorrectionRequest { on: on() }) => Command::AskCorrection { on: DAY }, ["head.name", "on"] }

reads! { serve_correction(ServeCorrectionRequest { on: on() }) => Command::ServeCorrection { on: DAY }, ["head.name", "on"] }

reads! { extend_correction(ExtendCorrectionRequest { days: 3, on: on() }) => Command::ExtendCorrection { days: 3, on: DAY }, ["days", "head.name", "on"] }

reads! { correct(CorrectRequest { on: on() }) => Command::Correct { on: DAY }, ["head.name", "on"] }

reads! { abandon(AbandonRequest {}) => Command::Abandon, ["head.name"] }

reads! { accept(AcceptRequest { on: on(), track: s("simplified"), agreed: vec![1, 2], reviewed: true, reviewer: s("r1") }) => Command::Accept(Accept { on: DAY, track: Track::Simplified, agreed: vec![1, 2], checks: checks(), reviewer: s("r1") }), ["head.name", "on", "reviewer", "track"] }

reads! { refuse(RefuseRequest { on: on(), ground: s("not_ours"), competent: s("市政府") }) => Command::Refuse(Refuse { on: DAY, ground: RefusalGround::NotOurs, competent: Some(s("市政府")) }), ["ground", "head.name", "on"] }

reads! { deem_accepted(DeemAcceptedRequest {}) => Command::DeemAccepted, ["head.name"] }

reads! { name_reviewer(NameReviewerRequest { reviewer: s("r1"), on: on() }) => Command::NameReviewer { reviewer: s("r1"), on: DAY }, ["head.name", "on", "reviewer"] }

reads! { mark_major(MarkMajorRequest { on: on() }) => Command::MarkMajor { on: DAY }, ["head.name", "on"] }

reads! { mark_technical(MarkTechnicalRequest { on: on() }) => Command::MarkTechnical { on: DAY }, ["head.name", "on"] }

reads! { consult_committee(ConsultCommitteeRequest { ground: s("technical"), on: on() }) => Command::ConsultCommittee { ground: ConsultGround::Technical, on: DAY }, ["ground", "head.name", "on"] }

reads! { record_advice(RecordAdviceRequest { text: s("宜维持"), on: on() }) => Command::RecordAdvice { text: Private::new(s("宜维持")), on: DAY }, ["head.name", "on", "text"] }

reads! { convert(ConvertRequest { on: on() }) => Command::Convert { on: DAY }, ["head.name", "on"] }

reads! { serve_copy(ServeCopyRequest { party: 2, on: on() }) => Command::ServeCopy(by(2)), ["head.name", "on", "party"] }

reads! { reply(ReplyRequest { party: 2, on: on() }) => Command::Reply(by(2)), ["head.name", "on", "party"] }

reads! { lapse_reply(LapseReplyRequest { party: 2 }) => Command::LapseReply { party: 2 }, ["head.name", "party"] }

reads! { hear_parties(HearPartiesRequest { on: on(), on_paper: true }) => Command::HearParties { on: DAY, on_paper: true }, ["head.name", "on"] }

reads! { notify_hearing(NotifyHearingRequest { on: on(), hearing_on: on() }) => Command::NotifyHearing { on: DAY, hearing_on: DAY }, ["head.name", "hearing_on", "on"] }

reads! { hold_hearing(HoldHearingRequest { on: on(), panel: panel_to(), respondent_head: s("sent_staff"), reasons: s("防汛"), absent: vec![1] }) => Command::HoldHearing(HoldHearing { on: DAY, panel: panel(), head: Head::SentStaff { reasons: s("防汛") }, absent: vec![1] }), ["head.name", "on", "panel", "respondent_head"] }

reads! { begin_mediation(BeginMediationRequest { agreed: vec![1, 2], on: on() }) => Command::BeginMediation { agreed: vec![1, 2], on: DAY }, ["agreed", "head.name", "on"] }

reads! { make_statement(MakeStatementRequest { on: on(), duty: duty_to() }) => Command::MakeStatement { on: DAY, duty: Some(duty()) }, ["head.name", "on"] }

reads! { sign_statement(SignStatementRequest { party: 1, on: on() }) => Command::SignStatement(by(1)), ["head.name", "on", "party"] }

reads! { seal_statement(SealStatementRequest { on: on() }) => Command::SealStatement { on: DAY }, ["head.name", "on"] }

reads! { end_mediation(EndMediationRequest { party: Some(1), on: on() }) => Command::EndMediation { party: Some(1), on: DAY }, ["head.name", "on"] }

reads! { suspend(SuspendRequest { ground: s("law_question"), on: on() }) => Command::Suspend { ground: SuspendGround::LawQuestion, on: DAY }, ["ground", "head.name", "on"] }

reads! { resume(ResumeRequest { on: on() }) => Command::Resume { on: DAY }, ["head.name", "on"] }

reads! { lapse_suspension(LapseSuspensionRequest {}) => Command::LapseSuspension, ["head.name"] }

reads! { terminate(TerminateRequest { ground: s("no_heir"), on: on() }) => Command::Terminate { ground: EndGround::NoHeir, on: DAY }, ["ground", "head.name", "on"] }

reads! { extend(ExtendRequest { days: 30, on: on() }) => Command::Extend { days: 30, on: DAY }, ["days", "head.name", "on"] }

reads! { lapse_decision(LapseDecisionRequest {}) => Command::LapseDecision, ["head.name"] }

reads! { ask_withdrawal(AskWithdrawalRequest { party: 1, settled: true, on: on() }) => Command::AskWithdrawal { party: 1, settled: true, on: DAY }, ["head.name", "on", "party"] }

reads! { rule_withdrawal(RuleWithdrawalRequest { party: 1, granted: true, on: on() }) => Command::RuleWithdrawal { party: 1, granted: true, on: DAY }, ["head.name", "on", "party"] }

reads! { dismiss(DismissRequest { ground: s("suit_pending"), on: on() }) => Command::Dismiss { ground: RefusalGround::SuitPending, on: DAY }, ["ground", "head.name", "on"] }

reads! { decide(DecideRequest { on: on(), kind: s("annul_and_redo"), worse: true, third_claims: true, third_proof: true, duty: duty_to() }) => Command::Decide(Decide { on: DAY, kind: DecisionKind::AnnulAndRedo, worse: true, third_claims: true, third_proof: true, duty: Some(duty()) }), ["head.name", "kind", "on"] }

reads! { serve(ServeRequest { party: 1, on: on() }) => Command::Serve(by(1)), ["head.name", "on", "party"] }

reads! { sue(SueRequest { party: 1, on: on() }) => Command::Sue(by(1)), ["head.name", "on", "party"] }

reads! { lapse_suit(LapseSuitRequest { party: 1 }) => Command::LapseSuit { party: 1 }, ["head.name", "party"] }

reads! { perform(PerformRequest { on: on(), proof: s("回单") }) => Command::Perform { on: DAY, proof: s("回单") }, ["head.name", "on", "proof"] }

reads! { press(PressRequest { measure: s("talk"), by: on(), on: on() }) => Command::Press { measure: Measure::Talk, by: DAY, on: DAY }, ["by", "head.name", "measure", "on"] }

reads! { enforce(EnforceRequest { by: s("review_body"), on: on() }) => Command::Enforce { by: Enforcer::ReviewBody, on: DAY }, ["by", "head.name", "on"] }

reads! { opine(OpineRequest { on: on(), agency: s("640122.market"), text: s("规范程序") }) => Command::Opine(Opine { on: DAY, agency: s("640122.market"), text: Private::new(s("规范程序")) }), ["agency", "head.name", "on", "text"] }

reads! { report_opinion(ReportOpinionRequest { no: 1, on: on() }) => Command::ReportOpinion { no: 1, on: DAY }, ["head.name", "no", "on"] }

fn apply_request() -> pb::ApplyRequest {
    pb::ApplyRequest {
        head: None,
        brief: Some(brief_to(&brief(1))),
        number: s("金丝雀案号"),
        act: Some(act_to()),
        on: on(),
        round: 0,
    }
}

#[test]
fn an_application_names_its_dispute_or_begins_one() {
    is(wire::apply(&apply_request()), super::apply(brief(1), DAY));
    let bare = pb::ApplyRequest { act: None, round: 1, ..apply_request() };
    let plain = Apply { brief: brief(1), number: s("金丝雀案号"), act: None, on: DAY };
    is(wire::apply(&bare), Command::Apply(Box::new(plain)));
    let second = wire::apply(&pb::ApplyRequest { round: 2, ..apply_request() }).unwrap();
    assert_eq!(second.case, case_id(brief(1).dispute, 2));

    let mut new = apply_request();
    new.brief.as_mut().unwrap().dispute.clear();
    let (first, second) = (wire::apply(&new).unwrap(), wire::apply(&new).unwrap());
    assert_ne!(first.case, second.case, "a dispute without a code gets a new one");
}

#[test]
fn a_wrong_application_is_told_field_by_field() {
    assert_eq!(wrong(wire::apply(&pb::ApplyRequest::default())), ["brief", "number", "on"]);
    let mut request = pb::ApplyRequest { head: head(), round: 5, ..apply_request() };
    request.brief.as_mut().unwrap().kind = s("admin");
    request.act = Some(pb::Act {
        kind: s("fine"),
        knew_on: None,
        told: s("perhaps"),
        learnt_on: on(),
        amount_fen: Some(-1),
        excused: vec![
            pb::Days::default(),
            pb::Days { from: on(), to: Some(date_to(date(2026, 3, 8))) },
        ],
        ..act_to()
    });
    let fields = [
        "act.amount_fen",
        "act.excused[0].from",
        "act.excused[0].to",
        "act.excused[1].to",
        "act.kind",
        "act.knew_on",
        "act.learnt_on",
        "act.told",
        "brief.kind",
        "head.name",
        "round",
    ];
    assert_eq!(wrong(wire::apply(&request)), fields);
}

#[test]
fn an_act_says_how_its_knowledge_came() {
    let describe =
        |act| wire::describe_act(&pb::DescribeActRequest { head: head(), act, on: on() });
    let learnt = pb::Act { told: s("learnt"), learnt_on: on(), ..act_to() };
    let act = Act { told: Told::Learnt(DAY), ..fine() };
    is(describe(Some(learnt)), Command::DescribeAct { act, on: DAY });
    let days = pb::Days { from: on(), to: on() };
    let never = pb::Act { told: s("never"), excused: vec![days], ..act_to() };
    let excused = vec![Days { from: DAY, to: DAY }];
    let act = Act { told: Told::Never, excused, kind: ActKind::Penalty, ..fine() };
    is(describe(Some(never)), Command::DescribeAct { act, on: DAY });
    let learnt = pb::Act { told: s("learnt"), ..act_to() };
    assert_eq!(wrong(describe(Some(learnt))), ["act.learnt_on"]);
}

#[test]
fn parts_of_a_request_are_told_with_their_place() {
    let panel = pb::Panel { members: vec![s("r2"), s("")], ..pb::Panel::default() };
    let hearing = pb::HoldHearingRequest {
        head: head(),
        on: on(),
        panel: Some(panel),
        respondent_head: s("sent_staff"),
        reasons: s(" "),
        absent: vec![1, 0, 1],
    };
    let fields =
        ["absent[1]", "absent[2]", "panel.chair", "panel.members[1]", "panel.recorder", "reasons"];
    assert_eq!(wrong(wire::hold_hearing(&hearing)), fields);
    let duty = Some(pb::Duty { amount_fen: Some(-1), ..pb::Duty::default() });
    let made = pb::MakeStatementRequest { head: head(), on: on(), duty };
    let fields = ["duty.amount_fen", "duty.by", "duty.party"];
    assert_eq!(wrong(wire::make_statement(&made)), fields);
    let ended = pb::EndMediationRequest { head: head(), party: Some(0), on: on() };
    assert_eq!(wrong(wire::end_mediation(&ended)), ["party"]);
    let long = pb::RefuseRequest {
        head: head(),
        on: on(),
        ground: s("not_ours"),
        competent: "字".repeat(101),
    };
    assert_eq!(wrong(wire::refuse(&long)), ["competent"]);
}

#[test]
fn a_code_that_is_not_on_its_list_is_refused() {
    let x = || s("because");
    let (h, d) = (head, on);
    let w = |outcome, field: &str| assert_eq!(wrong(outcome), [field]);
    w(wire::suspend(&pb::SuspendRequest { head: h(), on: d(), ground: x() }), "ground");
    w(wire::terminate(&pb::TerminateRequest { head: h(), on: d(), ground: x() }), "ground");
    w(wire::dismiss(&pb::DismissRequest { head: h(), on: d(), ground: x() }), "ground");
    w(wire::enforce(&pb::EnforceRequest { head: h(), on: d(), by: x() }), "by");
    w(wire::press(&pb::PressRequest { head: h(), on: d(), by: d(), measure: x() }), "measure");
    let (kind, reviewer) = (x(), s("r1"));
    let decide = pb::DecideRequest { head: h(), on: d(), kind, ..pb::DecideRequest::default() };
    w(wire::decide(&decide), "kind");
    let accept =
        pb::AcceptRequest { head: h(), on: d(), track: x(), reviewer, ..Default::default() };
    w(wire::accept(&accept), "track");
    let Err(Error::Invalid(faults)) = wire::decide(&decide) else { panic!("refused") };
    assert!(faults[0].problem.contains("order_to_act"), "{}", faults[0].problem);
}
