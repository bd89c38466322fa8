//! Payment orders over a real database: from the creditor's word to the enforcement of what is bound, or to a suit.

use std::collections::BTreeSet;

use jiefen_court_rules::payment_order::{
    Application, Basis, Claim, Command, Form, Manner, ObjectionGround, Thing,
};
use jiefen_handoff::Mode;
use jiefen_ledger::Error;
use jiefen_procedure::Brief;
use jiefen_vocab::{CaseId, DisputeKind, Fen, Outcome, Role, TrackKind};
use jiff::civil::{Date, date};

use super::course::{CENTRE, Node, events, give, has_no_desk, is_sound, node, reported, state};
use super::{TODAY, brief};
use crate::{Kind, case_id, enforcement, payment_order, view};

fn file(n: u128) -> Brief {
    Brief { kind: DisputeKind::ContractDebt, ..brief(n, TrackKind::PaymentOrder) }
}

fn application() -> Application {
    let claim = Claim {
        no: 1,
        thing: Thing::Money,
        amount: Some(Fen::yuan(8400)),
        due_on: date(2026, 8, 1),
        debtors: BTreeSet::from([2]),
    };
    Application {
        creditor: 1,
        basis: Basis::Ordinary,
        claims: vec![claim],
        counter_performance: false,
        unreachable: false,
        preservation: false,
        sued: false,
        competent: true,
    }
}

fn apply(file: &Brief, application: Application) -> Command {
    let (brief, application) = (Box::new(file.clone()), Box::new(application));
    Command::Apply { brief, application, on: TODAY }
}

fn accept() -> Command {
    Command::Accept {
        case_no: "（2026）宁0122民督1号".into(), judge: "judge-1".into(), on: TODAY
    }
}

fn case_of(file: &Brief) -> CaseId {
    case_id(file.dispute, Kind::PaymentOrder, 1)
}

/// To the order that the debtor has received.
async fn served(node: &Node, case: CaseId) {
    give(node, case, accept()).await;
    give(node, case, Command::Issue { on: TODAY }).await;
    give(node, case, Command::Serve { party: 2, manner: Manner::Signed, on: TODAY }).await;
}

fn objects(on: Date) -> Command {
    let (claims, form) = (BTreeSet::from([1]), Form::Written);
    Command::Object { party: 2, claims, form, ground: ObjectionGround::DebtDenied, on }
}

async fn refused(node: &Node, case: CaseId, command: Command) -> (String, String) {
    match node.command(case, command.into(), Role::Judge).await {
        Err(Error::Refused(refused)) => (refused.name.clone(), refused.basis.clone()),
        Err(other) => panic!("{other:?}"),
        Ok(_) => panic!("it was lawful"),
    }
}

#[tokio::test]
async fn an_order_nobody_objects_to_is_effective_and_enforced() {
    let mut node = node().await;
    let file = file(80);
    let case = case_of(&file);
    node.hand_over(CENTRE, &file, Mode::Delegate, Role::FilingClerk).await;
    assert!(node.facts().await.iter().all(|fact| fact != "complaint_received"), "no complaint");
    give(&node, case, apply(&file, application())).await;
    served(&node, case).await;
    assert_eq!(reported(&node).await, []);
    let on = date(2026, 9, 21);
    node.on(on);
    assert!(node.ledger.sweep().await.unwrap() > 0, "fifteen days have passed");
    assert_eq!(state(&node, case).await, "effective");
    let decision = Some("decision".to_owned());
    assert_eq!(reported(&node).await, [(CENTRE.to_owned(), Outcome::Decided, decision)]);
    give(&node, case, Command::ApplyEnforcement { on }).await;
    assert_eq!(state(&node, case).await, "enforcement");
    let enforced = case_id(file.dispute, Kind::Enforcement, 1);
    let title = enforcement::shown(&node.case(enforced).await).unwrap().title.unwrap();
    assert_eq!((title.origin.as_str(), title.amount_fen), ("payment_order", Some(840_000)));
    assert_eq!(reported(&node).await.len(), 1, "it was reported once");
    let told = events(&node).await;
    assert_eq!(
        told,
        [
            "PaymentOrderApplied",
            "PaymentOrderIssued",
            "PaymentOrderBound",
            "PaymentOrderEnded",
            "EnforcementApplied"
        ]
    );
    is_sound(&node).await;
}

#[tokio::test]
async fn an_objection_that_holds_becomes_a_suit_when_the_creditor_says_nothing() {
    let mut node = node().await;
    let file = file(81);
    let case = case_of(&file);
    node.hand_over(CENTRE, &file, Mode::Delegate, Role::FilingClerk).await;
    give(&node, case, apply(&file, application())).await;
    served(&node, case).await;
    give(&node, case, objects(TODAY)).await;
    give(&node, case, Command::UpholdObjection { party: 2, on: TODAY }).await;
    assert_eq!(state(&node, case).await, "contested");
    give(&node, case, Command::ReceiveRuling { ruling: 1, on: TODAY }).await;
    node.on(date(2026, 9, 14));
    assert!(node.ledger.sweep().await.unwrap() > 0, "seven days of silence");
    assert_eq!(state(&node, case).await, "deemed_filed");
    let suit = case_id(file.dispute, Kind::Filing, 1);
    assert_eq!(state(&node, suit).await, "received", "nobody sues twice");
    let shown = view::filing(&node.case(suit).await).unwrap();
    assert_eq!((shown.plaintiff, shown.route.as_str()), (1, "litigation"));
    assert_eq!(reported(&node).await, [], "the suit goes on with the dispute");
    assert!(node.desk_of(file.dispute).await.desk.holds());
    is_sound(&node).await;
}

#[tokio::test]
async fn a_dispute_that_began_with_the_order_is_held_here_from_the_suit_on() {
    let node = node().await;
    let file = file(85);
    let case = case_of(&file);
    give(&node, case, apply(&file, application())).await;
    served(&node, case).await;
    give(&node, case, objects(TODAY)).await;
    give(&node, case, Command::UpholdObjection { party: 2, on: TODAY }).await;
    give(&node, case, Command::ReceiveRuling { ruling: 1, on: TODAY }).await;
    assert!(has_no_desk(&node, &file).await);
    node.on(date(2026, 9, 14));
    assert!(node.ledger.sweep().await.unwrap() > 0);
    let suit = case_id(file.dispute, Kind::Filing, 1);
    assert_eq!(state(&node, suit).await, "received");
    assert!(node.desk_of(file.dispute).await.desk.holds());
    is_sound(&node).await;
}

#[tokio::test]
async fn what_is_no_objection_in_law_stops_nothing_and_payment_ends_it() {
    let node = node().await;
    let file = file(82);
    let case = case_of(&file);
    give(&node, case, apply(&file, application())).await;
    served(&node, case).await;
    let (claims, form) = (BTreeSet::from([1]), Form::Oral);
    let ground = ObjectionGround::DebtDenied;
    let oral = Command::Object { party: 2, claims: claims.clone(), form, ground, on: TODAY };
    give(&node, case, oral).await;
    assert_eq!(state(&node, case).await, "issued");
    let shown = payment_order::shown(&node.case(case).await).unwrap();
    assert_eq!(shown.application.unwrap().claims[0].standing, "live");
    give(&node, case, Command::RecordPayment { claims, on: TODAY }).await;
    assert_eq!(state(&node, case).await, "paid");
    let clocks = node.clocks(case).await;
    assert!(clocks.iter().all(|clock| clock.3 != "running"), "{clocks:?}");
    is_sound(&node).await;
}

#[tokio::test]
async fn what_the_law_does_not_let_happen_is_refused_with_its_article() {
    let node = node().await;
    let (one, two) = (file(83), file(84));
    let safe = Application { preservation: true, ..application() };
    let (name, basis) = refused(&node, case_of(&one), apply(&one, safe)).await;
    assert_eq!(name, "PAYMENT_ORDER_PRESERVATION");
    assert!(!basis.is_empty(), "the article is named");
    let case = case_of(&one);
    give(&node, case, apply(&one, Application { counter_performance: true, ..application() }))
        .await;
    assert_eq!(refused(&node, case, accept()).await.0, "PAYMENT_ORDER_CONDITIONS");
    assert_eq!(refused(&node, case, Command::Issue { on: TODAY }).await.0, "NOT_ACCEPTED");
    let case = case_of(&two);
    let mut early = application();
    early.claims[0].due_on = TODAY;
    give(&node, case, apply(&two, early)).await;
    assert_eq!(refused(&node, case, accept()).await.0, "NOT_DUE_OR_FIXED");
    let by_judge = node.command(case, Command::Revoke { on: TODAY }.into(), Role::Judge).await;
    assert!(matches!(by_judge, Err(Error::Forbidden(_))), "the president's court revokes");
    is_sound(&node).await;
}
