//! S02: the wages of twenty-three workers: a risk, a mediation, two windows, an arbitration with an outcome
//! for each, a payment order.

use jiefen_arbitration_rules::labour_arbitration::{
    Against, Apply, AskSetAside, Claim, ClaimKind, Command as Case, Finding, FormTribunal, Guide,
    HoldHearing, Item, LabourArbitration, MakeAward, Mediate, MinimumWage, NotifyHearing, On,
    Paper, Receive, SetAsideGround, Sue, collective,
};
use jiefen_court_rules::payment_order::{
    Basis, LabourItem as Owed, PaymentOrder, samples as order,
};
use jiefen_intake_rules::risk_case::{RiskCase, samples as risk};
use jiefen_mediation_rules::agreement_life::{
    AgreementLife, Command as Life, LabourBody, LabourItem, OrderResult, samples as life,
};
use jiefen_mediation_rules::labour_mediation::{Command as Talk, LabourMediation, samples as talk};
use jiefen_mediation_rules::talks::samples::{agreeing, draft, owed};
use jiefen_procedure::Brief;
use jiefen_procedure::kit::day;
use jiefen_procedure::matrix::Circumstance as C;
use jiefen_procedure::matrix::Standing::{Agreed, Decided, Failed};
use jiefen_vocab::{
    Channel, DisputeKind as K, Fen, Outcome, PartyKind, PartyRole, Role, TrackKind as T,
};

use super::{Mode, check, of};
use crate::course::Course;
use crate::desk::{Desk, party};
use crate::umbrella::TOWN;

const BOSS: u32 = 9;

/// Steps 1 and 8: the risk, and its end only with the proof of payment.
fn the_risk() {
    let line = risk::wages_paid();
    let mut course = Course::<RiskCase>::of(&line[..1]);
    course.due("team", "2026-09-14T17:10:00");
    let nine = risk::open(risk::signal(line_kind(), 9, risk::time("2026-09-14 09:10")), None);
    Course::<RiskCase>::new().refuses("2026-09-14", nine, "BELOW_THRESHOLD");
    let mut course = Course::<RiskCase>::of(&line[..9]);
    assert_eq!(course.state().signals.iter().map(|signal| signal.people).max(), Some(23));
    let end = |on: &str| risk::close(risk::time(on));
    course.refuses("2026-10-21", end("2026-10-21 09:00"), "PAYMENT_UNPROVED");
    course.does("2026-10-21", risk::paid(1, risk::time("2026-10-21 09:00")));
    course.does("2026-10-22", end("2026-10-22 09:00")).stands("closed");
}

fn line_kind() -> jiefen_intake_rules::signal::SignalKind {
    jiefen_intake_rules::signal::SignalKind::CommonClaim
}

/// Step 2: fifteen sign; eight refuse and nobody signs for them (劳动争议调解仲裁法 7, 人民调解法 3).
fn fifteen_sign() -> Course<LabourMediation> {
    let on = day("2026-09-14");
    let everybody: Vec<u32> = (1..=24).collect();
    let mut course = Course::<LabourMediation>::new();
    let asked = talk::apply(talk::dispute(22, &everybody, on), LabourBody::PeopleCommittee, on);
    course.does_as(Role::Mediator, "2026-09-14", asked);
    course.does("2026-09-14", Talk::Accept { mediator: "m-1".to_owned(), on });
    for party in 17..=24 {
        course.does("2026-09-16", Talk::WithdrawConsent { party, how: "counter".to_owned() });
        assert_eq!(course.told()[0].rule.as_deref(), Some("T-H-05"), "one year to arbitrate");
    }
    let on = day("2026-09-16");
    let text = draft(vec![owed(1, 8_000, day("2026-10-20"))]);
    let parties: Vec<u32> = (1..=16).collect();
    for step in agreeing(on, text, &parties) {
        course.does("2026-09-16", Talk::Talk(step));
    }
    assert_eq!(course.state().outcome(), Some(Outcome::Agreed));
    assert_eq!(course.state().talks.left.len(), 8);
    course
}

/// Steps 3 and 7: both windows on one screen; unpaid, a payment order; lapsed, a suit without arbitration.
fn the_fifteen(mediation: &Course<LabourMediation>) {
    let mut course = Course::<AgreementLife>::new();
    course.does("2026-09-16", mediation.state().life().unwrap());
    course.due("arbitral_review", "2026-10-08").due("confirm", "2026-10-16");
    let rules: Vec<_> = course.told().into_iter().filter_map(|notice| notice.rule).collect();
    assert_eq!(rules, ["T-H-02", "T-H-04"]);
    let items = [LabourItem::Wages, LabourItem::Severance];
    let maker = life::labour(LabourBody::PeopleCommittee, &items, false);
    let text = draft(vec![owed(1, 8_000, day("2026-10-20"))]);
    let mut one = Course::<AgreementLife>::new();
    one.does("2026-09-16", life::adopt(maker, K::Labour, text, day("2026-09-16")));
    one.expires("2026-10-09", "arbitral_review").expires("2026-10-17", "confirm");
    let breach = |on: &str| Life::ReportBreach { no: 1, on: day(on), declared: false };
    one.refuses("2026-10-20", breach("2026-10-20"), "NOT_YET_DUE");
    one.does("2026-10-21", breach("2026-10-21"));
    let sue = |on: &str| Life::Sue { on: day(on) };
    one.refuses("2026-10-21", sue("2026-10-21"), "ARBITRATION_FIRST");
    one.does("2026-10-22", Life::AskOrder { no: 1, on: day("2026-10-22") });
    let item = Owed::Wages;
    let wages = order::application(Basis::LabourAgreement { item }, vec![order::claim(1, &[2])]);
    let mut paper = Course::<PaymentOrder>::new();
    paper.does("2026-10-22", order::apply(wages, "2026-10-22"));
    paper.does("2026-10-23", order::accept("2026-10-23"));
    let on = day("2026-10-26");
    paper.does("2026-10-26", jiefen_court_rules::payment_order::Command::Issue { on });
    paper.due("serve", "2026-11-25").expires("2026-11-26", "serve").stands("unserved");
    let lapsed = Life::NoteOrder { result: OrderResult::Lapsed, on: day("2026-11-26") };
    one.does("2026-11-26", lapsed).does("2026-11-28", sue("2026-11-28")).stands("sued");
}

fn application() -> Case {
    let workers: Vec<u32> = (1..=8).collect();
    let claim = |worker| Claim { worker, kind: ClaimKind::Wages, amount: Some(Fen::yuan(9_000)) };
    let mut brief: Brief =
        jiefen_procedure::kit::brief(K::Labour, T::LabourArbitration, day("2026-09-14"));
    let mut parties: Vec<_> =
        workers.iter().map(|no| party(*no, PartyRole::Applicant, PartyKind::Person)).collect();
    parties.push(party(BOSS, PartyRole::Respondent, PartyKind::Org));
    (brief.parties, brief.people) = (parties, 23);
    Case::Apply(Box::new(Apply {
        brief: Some(brief),
        number: "贺劳人仲案〔2026〕1号".to_owned(),
        on: day("2026-09-17"),
        claims: workers.iter().copied().map(claim).collect(),
        workers,
        employers: vec![BOSS],
        common_claim: true,
        knew_on: Some(day("2026-08-01")),
        employment_ended_on: Some(day("2026-08-31")),
    }))
}

/// Step 4: applied, accepted, heard, mediated in vain.
fn heard() -> Course<LabourArbitration> {
    let (begun, hearing_on) = (day("2026-09-21"), day("2026-10-14"));
    let mut course = Course::new();
    course.does("2026-09-17", application()).due("accept", "2026-09-23");
    course.does("2026-09-18", Case::Accept(On { on: day("2026-09-18") }));
    assert!(course.words().contains("优先"), "{}", course.words());
    course.due("award", "2026-11-02");
    let arbitrators = ["a1", "a2", "a3"].map(str::to_owned).to_vec();
    course.does("2026-09-21", Case::FormTribunal(FormTribunal { on: begun, arbitrators }));
    let on = day("2026-09-22");
    course.does("2026-09-22", Case::NotifyHearing(NotifyHearing { on, hearing_on }));
    let held = HoldHearing { on: hearing_on, absent: Vec::new() };
    // A collective case is guided to a settlement before it is heard, 办案规则 66.
    course.refuses("2026-10-14", Case::HoldHearing(held.clone()), "GUIDE_FIRST");
    course.does("2026-10-12", Case::Guide(Guide { on: day("2026-10-12"), helpers: Vec::new() }));
    course.does("2026-10-14", Case::HoldHearing(held));
    course.does("2026-10-14", Case::Mediate(Mediate { on: hearing_on, agreed: Vec::new() }));
    course
}

/// Step 4, the longer term: fifteen days more and no more.
fn extended() {
    let mut course = heard();
    course.does("2026-10-30", Case::Extend(On { on: day("2026-10-30") }));
    course.due("award", "2026-11-17").refuses("2026-11-17", Case::LapseAward, "NOT_YET_EXPIRED");
    course.does("2026-11-18", Case::LapseAward);
}

/// Steps 5 and 6: item by item, worker by worker (劳动争议调解仲裁法 47 to 50).
fn awarded() -> Course<LabourArbitration> {
    let item = |worker, kind, yuan| Item {
        worker,
        kind,
        amount: Fen::yuan(yuan),
        finding: Finding::Granted,
    };
    let mut items: Vec<Item> = (1..=8)
        .flat_map(|worker| {
            [item(worker, ClaimKind::Wages, 9_000), item(worker, ClaimKind::Compensation, 6_000)]
        })
        .collect();
    // Twelve times the local minimum wage of 2,050 yuan is 24,600.
    items.push(item(8, ClaimKind::Wages, 24_601));
    let source = "本地最低工资文件".to_owned();
    let minimum_wage = MinimumWage { monthly: Fen::yuan(2_050), year: 2024, source };
    let mut course = heard();
    let on = day("2026-10-26");
    course.does("2026-10-26", Case::Award(MakeAward { on, items, minimum_wage }));
    let on = day("2026-10-28");
    let receive = |paper, party| Case::Receive(Receive { paper, party, on });
    for party in (1..=8).chain([BOSS]) {
        course.does("2026-10-28", receive(Paper::Final, party));
    }
    course.does("2026-10-28", receive(Paper::NonFinal, 8));
    course.does("2026-10-28", receive(Paper::NonFinal, BOSS));
    course.due("set_aside:9", "2026-11-27").due("suit_final:1", "2026-11-12");
    course.due("suit:9", "2026-11-12");
    course
}

/// Step 6: one sues, and only against his award the employer's request is refused.
fn one_sues(course: &mut Course<LabourArbitration>) {
    let ask = |workers: &[u32], on: &str| {
        let (workers, ground) = (workers.to_vec(), SetAsideGround::WrongLaw);
        Case::AskSetAside(AskSetAside { on: day(on), party: BOSS, workers, ground })
    };
    let (on, against) = (day("2026-11-09"), Against::Paper(Paper::Final));
    let sued = Sue { on, party: 1, against, workers: Vec::new() };
    course.does("2026-11-09", Case::Sue(sued));
    course.refuses("2026-11-10", ask(&[1, 2], "2026-11-10"), "WORKER_SUED");
    course.does("2026-11-10", ask(&[2, 3, 4, 5, 6, 7, 8], "2026-11-10")).stands("awarded");
    assert!(course.words().contains("中止执行"), "{}", course.words());
    // Step 8: the share of final items is counted an item.
    let stage = &course.state().stage;
    let jiefen_arbitration_rules::labour_arbitration::Stage::Awarded(awards) = stage else {
        panic!("{stage:?}")
    };
    assert_eq!(collective::final_items(awards), (16, 17));
}

fn the_matrix() {
    let agreed = of(K::Labour).track(T::LabourMediation, Agreed).with(C::AgreementInForce);
    let payment = agreed.clone().with(C::PaymentAgreementByCommittee);
    let eight = of(K::Labour).track(T::LabourMediation, Failed);
    let awarded = eight.clone().track(T::LabourArbitration, Decided);
    let unpaid = payment.clone().with(C::MoneyDueAndFixed);
    let lapsed = unpaid.clone().with(C::LabourOrderLapsed);
    let only = "confirmation_of_labour_payment_only";
    let first = "labour_arbitration_first";
    check(vec![
        ("S02.3", "2026-09-16", payment, T::JudicialConfirmation, ""),
        ("S02.3", "2026-09-16", agreed, T::JudicialConfirmation, only),
        ("S02.4", "2026-09-17", eight.clone(), T::LabourArbitration, ""),
        ("S02.4", "2026-09-17", eight, T::Litigation, first),
        ("S02.6", "2026-11-09", awarded, T::Litigation, ""),
        ("S02.7", "2026-10-21", unpaid.clone(), T::PaymentOrder, ""),
        ("S02.7", "2026-10-21", unpaid.clone(), T::Litigation, first),
        ("S02.7", "2026-11-20", lapsed, T::Litigation, ""),
        ("S02.7", "2026-11-20", unpaid.with(C::UnpaidWagesAgreement), T::Litigation, ""),
    ]);
}

/// The umbrella of one of the eight: the committee fails, arbitration decides.
fn the_umbrella(award: &Course<LabourArbitration>) {
    let parties = vec![
        party(1, PartyRole::Applicant, PartyKind::Person),
        party(2, PartyRole::Respondent, PartyKind::Org),
    ];
    let desk = Desk::at(TOWN, K::Labour).asked("2026-09-14", Channel::LabourWindow);
    let mut desk = desk.sorted("2026-09-14", parties, &[]);
    let (committee, commission) = ("640122101.committee", "640122.labour_arbitration");
    desk.refers("2026-09-14", committee, T::LabourMediation, Mode::Delegate);
    desk.accepts("2026-09-14", committee).held_by(committee);
    desk.reports("2026-09-16", committee, Outcome::Failed).held_by(TOWN);
    desk.stands("unresolved", &["route_choice"]);
    let court = crate::desk::offer(crate::desk::COURT, T::Litigation, Mode::Delegate);
    desk.refused("2026-09-16", court, "LABOUR_ARBITRATION_FIRST");
    desk.refers("2026-09-17", commission, T::LabourArbitration, Mode::Delegate);
    desk.accepts("2026-09-17", commission).held_by(commission);
    assert_eq!(award.state().outcome(), None, "the employer's request is open");
    desk.reports("2026-10-26", commission, Outcome::Decided).held_by(commission);
}

pub fn walk() {
    the_risk();
    let mediation = fifteen_sign();
    the_fifteen(&mediation);
    extended();
    let mut award = awarded();
    one_sues(&mut award);
    the_matrix();
    the_umbrella(&award);
}
