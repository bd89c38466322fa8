//! Enforcement over a real database: from what was confirmed, or the creditor's word, to the last yuan.

use std::collections::BTreeSet;

use jiefen_court_rules::confirmation::{Command as Confirmation, Competence};
use jiefen_court_rules::enforcement::{
    Checks, Command, MeasureKind, NotEnforced, Origin, RestrictionKind, Title,
};
use jiefen_handoff::{Epoch, Message, Mode};
use jiefen_ledger::{Delivered, Error, wire};
use jiefen_procedure::Brief;
use jiefen_vocab::{CaseId, FactId, Fen, Moment, Outcome, Role, TrackKind};
use jiff::civil::{Date, date};

use super::course::{CENTRE, Node, events, give, has_no_desk, is_sound, node, reported, state};
use super::{TODAY, agreement, brief};
use crate::{Kind, case_id, enforcement};

const TASK: FactId = FactId::from_bits(78);

fn title(due: Date) -> Title {
    Title {
        origin: Origin::Judgment,
        creditor: 1,
        debtors: BTreeSet::from([2]),
        amount: Some(Fen::yuan(8400)),
        due: vec![due],
        interrupted_on: None,
        effective: true,
        competent: true,
    }
}

fn apply(file: &Brief, title: Title, task: Option<FactId>) -> Command {
    let (brief, title) = (Box::new(file.clone()), Box::new(title));
    Command::Apply { brief, title, task, on: TODAY }
}

fn accept(on: Date) -> Command {
    Command::Accept { case_no: "（2026）宁0122执1号".into(), judge: "judge-1".into(), on }
}

fn case_of(file: &Brief) -> CaseId {
    case_id(file.dispute, Kind::Enforcement, 1)
}

async fn refused(node: &Node, case: CaseId, command: Command) -> (String, String) {
    match node.command(case, command.into(), Role::Judge).await {
        Err(Error::Refused(refused)) => (refused.name.clone(), refused.basis.clone()),
        Err(other) => panic!("{other:?}"),
        Ok(_) => panic!("it was lawful"),
    }
}

/// To the notice that the debtor has received.
async fn noticed(node: &Node, case: CaseId, on: Date) {
    give(node, case, accept(on)).await;
    give(node, case, Command::IssueNotice { on }).await;
    give(node, case, Command::ServeNotice { party: 2, on }).await;
}

#[tokio::test]
async fn a_confirmed_agreement_is_enforced_to_the_last_yuan() {
    let node = node().await;
    let file = brief(70, TrackKind::PeopleMediation);
    let confirmed = case_id(file.dispute, Kind::Confirmation, 1);
    let (brief, agreement) = (Box::new(file.clone()), Box::new(agreement()));
    let (applicants, competence) = (vec![1, 2], Competence::BodySeat);
    let apply = Confirmation::Apply { brief, agreement, applicants, competence, on: TODAY };
    give(&node, confirmed, apply).await;
    let (case_no, judge) = ("1号".to_owned(), "judge-1".to_owned());
    give(&node, confirmed, Confirmation::Accept { case_no, judge, on: TODAY }).await;
    give(&node, confirmed, Confirmation::Confirm { on: TODAY }).await;
    for party in [1, 2] {
        give(&node, confirmed, Confirmation::ServeRuling { party, on: TODAY }).await;
    }
    let on = date(2026, 10, 12);
    node.on(on);
    give(&node, confirmed, Confirmation::ApplyEnforcement { party: 1, on }).await;
    let case = case_of(&file);
    let shown = enforcement::shown(&node.case(case).await).unwrap();
    let title = shown.title.unwrap();
    assert_eq!(
        (title.origin.as_str(), title.creditor, &title.debtors[..]),
        ("confirmation", 1, &[2][..])
    );
    assert_eq!(title.amount_fen, Some(840_000));
    noticed(&node, case, on).await;
    let freeze = Command::TakeMeasure { kind: MeasureKind::Freeze, party: 2, on };
    give(&node, case, freeze).await;
    give(&node, case, Command::Restrict { kind: RestrictionKind::Consumption, party: 2, on }).await;
    give(&node, case, Command::RecordPayment { amount: Fen::yuan(400), on }).await;
    assert_eq!(state(&node, case).await, "enforcing");
    give(&node, case, Command::RecordPayment { amount: Fen::yuan(8000), on }).await;
    assert_eq!(state(&node, case).await, "closing", "somebody is still restricted");
    give(&node, case, Command::RemoveRestriction { restriction: 1, on }).await;
    assert_eq!(state(&node, case).await, "done");
    let shown = enforcement::shown(&node.case(case).await).unwrap();
    assert_eq!((shown.ending.as_str(), shown.outcome.as_str()), ("done", "performed"));
    let told = events(&node).await;
    assert_eq!(
        told[3..],
        [
            "EnforcementOpened",
            "EnforcementApplied",
            "EnforcementAccepted",
            "EnforcementNoticed",
            "EnforcementEnded"
        ]
    );
    assert!(has_no_desk(&node, &file).await);
    let clocks = node.clocks(case).await;
    assert!(clocks.iter().all(|clock| clock.3 != "running"), "{clocks:?}");
    is_sound(&node).await;
}

#[tokio::test]
async fn what_the_counter_asks_for_waits_for_the_creditor_and_is_answered() {
    let mut node = node().await;
    let file = brief(71, TrackKind::Enforcement);
    let due = Moment::end_of(date(2026, 9, 4));
    let given = Message::TaskGiven { task: TASK, epoch: Epoch::new(0, 1), due };
    assert_eq!(node.receive(CENTRE, file.dispute, &given, Some(&file)).await, Delivered::Applied);
    assert!(node.facts().await.iter().all(|fact| fact != "applied"), "the creditor applies");
    let desk = node.desk_of(file.dispute).await;
    assert!(!desk.desk.holds() && desk.desk.tasks.len() == 1);
    let case = case_of(&file);
    give(&node, case, apply(&file, title(date(2026, 8, 31)), Some(TASK))).await;
    noticed(&node, case, TODAY).await;
    give(&node, case, Command::RecordPerformance { on: TODAY }).await;
    let mut done = Vec::new();
    for (to, kind, payload) in node.outbox().await {
        if kind == "jiefen.handoff.v1.TaskDone" {
            done.push((to, wire::decode(&payload).unwrap().0));
        }
    }
    let answer = Message::TaskDone { task: TASK, outcome: Outcome::Performed };
    assert_eq!(done, [(CENTRE.to_owned(), answer)]);
    assert_eq!(reported(&node).await, []);
    is_sound(&node).await;
}

#[tokio::test]
async fn a_dispute_handed_over_for_enforcement_is_no_complaint_and_its_result_is_reported() {
    let mut node = node().await;
    let file = brief(72, TrackKind::Enforcement);
    node.hand_over(CENTRE, &file, Mode::Delegate, Role::FilingClerk).await;
    assert!(node.facts().await.iter().all(|fact| fact != "complaint_received"));
    let case = case_of(&file);
    give(&node, case, apply(&file, title(date(2026, 8, 31)), None)).await;
    noticed(&node, case, TODAY).await;
    give(&node, case, Command::RecordPayment { amount: Fen::yuan(8400), on: TODAY }).await;
    assert_eq!(reported(&node).await, [(CENTRE.to_owned(), Outcome::Performed, None)]);
    is_sound(&node).await;
}

#[tokio::test]
async fn silence_is_counted_and_the_case_ends_for_now_only_after_every_step() {
    let node = node().await;
    let file = brief(73, TrackKind::Enforcement);
    let case = case_of(&file);
    give(&node, case, apply(&file, title(date(2026, 8, 31)), None)).await;
    noticed(&node, case, TODAY).await;
    let checks = Checks { reported: true, exhausted: true, heard: true };
    let (name, _) = refused(&node, case, Command::EndForNow { checks, on: TODAY }).await;
    assert_eq!(name, "NOT_RESTRICTED");
    let on = TODAY;
    give(&node, case, Command::Restrict { kind: RestrictionKind::Consumption, party: 2, on }).await;
    assert_eq!(refused(&node, case, Command::EndForNow { checks, on }).await.0, "THREE_MONTHS");
    let later = date(2026, 12, 7);
    node.on(later);
    give(&node, case, Command::EndForNow { checks, on: later }).await;
    assert_eq!(state(&node, case).await, "ended_for_now");
    give(&node, case, Command::CheckProperty { on: later }).await;
    give(&node, case, Command::Resume { on: later }).await;
    assert_eq!(state(&node, case).await, "enforcing", "found property brings it back at any time");
    is_sound(&node).await;
}

#[tokio::test]
async fn after_six_months_of_silence_the_creditor_may_go_to_the_upper_court() {
    let node = node().await;
    let file = brief(76, TrackKind::Enforcement);
    let case = case_of(&file);
    give(&node, case, apply(&file, title(date(2026, 8, 31)), None)).await;
    noticed(&node, case, TODAY).await;
    let later = date(2027, 3, 8);
    node.on(later);
    assert!(node.ledger.sweep().await.unwrap() > 0);
    let shown = enforcement::shown(&node.case(case).await).unwrap();
    assert!(shown.may_go_up);
    give(&node, case, Command::GoUp { on: later }).await;
    assert_eq!(state(&node, case).await, "gone_up");
    is_sound(&node).await;
}

#[tokio::test]
async fn what_the_law_does_not_let_happen_is_refused_with_its_article() {
    let node = node().await;
    let file = brief(74, TrackKind::Enforcement);
    let case = case_of(&file);
    let nobody = Title { debtors: BTreeSet::new(), ..title(TODAY) };
    assert_eq!(refused(&node, case, apply(&file, nobody, None)).await.0, "DEBTOR_WANTED");
    give(&node, case, apply(&file, title(TODAY), None)).await;
    assert_eq!(refused(&node, case, accept(TODAY)).await.0, "NOT_DUE");
    assert_eq!(refused(&node, case, Command::IssueNotice { on: TODAY }).await.0, "NOT_ACCEPTED");
    let other = brief(75, TrackKind::Enforcement);
    let case = case_of(&other);
    let unclear = Title { effective: false, ..title(date(2026, 8, 31)) };
    give(&node, case, apply(&other, unclear, None)).await;
    let (name, basis) = refused(&node, case, accept(TODAY)).await;
    assert_eq!(name, "ENFORCEMENT_NEEDS_TITLE");
    assert!(!basis.is_empty(), "the article is named");
    let plea = Command::PleadNotEnforced {
        ground: NotEnforced::Award,
        party: 2,
        known_on: None,
        on: TODAY,
    };
    assert_eq!(refused(&node, case, plea).await.0, "NOT_ACCEPTED");
    let stranger = Command::ExtendTerm { months: 3, on: TODAY };
    let by_judge = node.command(case, stranger.into(), Role::Judge).await;
    assert!(matches!(by_judge, Err(Error::Forbidden(_))), "the president extends");
    is_sound(&node).await;
}
