//! Protection orders over a real database: danger waits for nobody, and whoever has the dispute keeps it.

use std::collections::BTreeSet;

use jiefen_court_rules::filing::Command as Filing;
use jiefen_court_rules::protection_order::{
    Applicant, Application, Command, Form, Measure, Recipient,
};
use jiefen_handoff::{Epoch, Message, Mode};
use jiefen_ledger::{Delivered, Error, wire};
use jiefen_procedure::Brief;
use jiefen_vocab::{CaseId, FactId, Flag, Outcome, PartyRole, Private, Role, TrackKind};
use jiff::civil::date;

use super::course::{
    CENTRE, Node, events, file_it, give, has_no_desk, is_sound, node, receive, reported, state,
};
use super::{TODAY, brief};
use crate::{Kind, case_id, protection};

const TASK: FactId = FactId::from_bits(77);

fn application() -> Application {
    Application {
        victim: 1,
        respondent: 2,
        by: Applicant::Victim,
        victim_cannot: false,
        form: Form::Oral,
        facts: Private::new("昨夜殴打".to_owned()),
        measures: BTreeSet::from([Measure::NoViolence, Measure::MoveOut]),
        competent: true,
        task: None,
    }
}

fn apply(file: &Brief, application: Application) -> Command {
    let (brief, application) = (Box::new(file.clone()), Box::new(application));
    Command::Apply { brief, application, urgent: false, at: None }
}

fn accept() -> Command {
    Command::Accept { judge: "judge-1".to_owned(), at: None }
}

fn grant(months: u32) -> Command {
    Command::Grant { measures: application().measures, months, at: None }
}

fn case_of(file: &Brief) -> CaseId {
    case_id(file.dispute, Kind::ProtectionOrder, 1)
}

/// Why a command is refused, with its article.
async fn refused(node: &Node, case: CaseId, command: Command) -> (String, String) {
    match node.command(case, command.into(), Role::Judge).await {
        Err(Error::Refused(refused)) => (refused.name.clone(), refused.basis.clone()),
        Err(other) => panic!("{other:?}"),
        Ok(_) => panic!("it was lawful"),
    }
}

async fn runs(node: &Node, case: CaseId, key: &str) -> Option<(String, String)> {
    let clocks = node.clocks(case).await;
    let found = clocks.into_iter().find(|clock| clock.0 == key && clock.3 == "running");
    found.map(|clock| (clock.1, clock.2))
}

/// What was told of a task: to whom, and how it ended.
async fn done(node: &Node) -> Vec<(String, Outcome)> {
    let mut found = Vec::new();
    for (to, kind, payload) in node.outbox().await {
        if kind == "jiefen.handoff.v1.TaskDone"
            && let (Message::TaskDone { task, outcome }, _) = wire::decode(&payload).unwrap()
        {
            assert_eq!(task, TASK);
            found.push((to, outcome));
        }
    }
    found
}

/// The unit that has the dispute asks for help with it.
async fn asked(node: &mut Node, file: &Brief) {
    let due = jiefen_vocab::Moment::end_of(date(2026, 9, 6));
    let given = Message::TaskGiven { task: TASK, epoch: Epoch::new(0, 1), due };
    assert_eq!(node.receive(CENTRE, file.dispute, &given, Some(file)).await, Delivered::Applied);
}

#[tokio::test]
async fn an_order_at_the_window_is_made_served_and_lapses() {
    let node = node().await;
    let file = brief(60, TrackKind::ProtectionOrder);
    let case = case_of(&file);
    give(&node, case, apply(&file, application())).await;
    assert!(runs(&node, case, "accept").await.is_some());
    give(&node, case, accept()).await;
    let (rule, due) = runs(&node, case, "rule").await.unwrap();
    assert_eq!(rule, "T-R-02");
    assert!(
        due.starts_with("2026-09-06T10:00"),
        "seventy-two hours from the next full hour: {due}"
    );
    give(&node, case, Command::MarkUrgent { at: None }).await;
    let (rule, due) = runs(&node, case, "rule").await.unwrap();
    assert_eq!(rule, "T-R-02.urgent");
    assert!(
        due.starts_with("2026-09-04T10:00"),
        "twenty-four hours, counted from acceptance: {due}"
    );
    give(&node, case, grant(6)).await;
    assert!(runs(&node, case, "serve").await.is_some());
    for to in Recipient::ALL {
        give(&node, case, Command::Serve { to, on: TODAY }).await;
    }
    assert!(runs(&node, case, "serve").await.is_none());
    let shown = protection::shown(&node.case(case).await).unwrap();
    let order = shown.order.unwrap();
    assert_eq!((order.months, order.served.len(), shown.review.as_str()), (6, 4, "open"));
    assert!(has_no_desk(&node, &file).await, "the dispute is nobody's business here");
    node.on(date(2027, 3, 4));
    assert!(node.ledger.sweep().await.unwrap() > 0);
    assert_eq!(state(&node, case).await, "lapsed");
    let told = ["ProtectionApplied", "ProtectionAccepted", "ProtectionGranted", "ProtectionEnded"];
    assert_eq!(events(&node).await, told);
    let clocks = node.clocks(case).await;
    assert!(clocks.iter().all(|clock| clock.3 != "running"), "{clocks:?}");
    is_sound(&node).await;
}

#[tokio::test]
async fn what_the_counter_passes_on_begins_at_once_and_its_answer_goes_back_alone() {
    let mut node = node().await;
    let mut file = brief(61, TrackKind::ProtectionOrder);
    file.flags.insert(Flag::SafetyAlert);
    asked(&mut node, &file).await;
    let case = case_of(&file);
    assert_eq!(state(&node, case).await, "applied");
    let shown = protection::shown(&node.case(case).await).unwrap();
    let asked_for = shown.application.unwrap();
    assert!(shown.urgent, "the counter has seen the danger");
    assert_eq!((asked_for.victim, asked_for.respondent, asked_for.form.as_str()), (1, 2, "oral"));
    assert_eq!(asked_for.measures, ["no_violence", "no_contact"]);
    let desk = node.desk_of(file.dispute).await;
    assert!(!desk.desk.holds(), "the dispute stays where it is");
    assert!(desk.brief.is_some());
    // Asked again while the application goes on, nothing else begins.
    asked(&mut node, &file).await;
    assert_eq!(node.facts().await.iter().filter(|fact| *fact == "applied").count(), 1);
    give(&node, case, accept()).await;
    assert_eq!(done(&node).await, [], "the court has not answered yet");
    give(&node, case, grant(3)).await;
    assert_eq!(done(&node).await, [(CENTRE.to_owned(), Outcome::Decided)]);
    give(&node, case, Command::Revoke { on: TODAY }).await;
    assert_eq!(done(&node).await.len(), 1, "it was answered once");
    assert_eq!(reported(&node).await, [], "no result of the dispute");
    is_sound(&node).await;
}

#[tokio::test]
async fn a_rejection_or_a_withdrawal_is_an_answer_too() {
    for (n, outcome) in [(62, Outcome::Withdrawn), (63, Outcome::Refused)] {
        let mut node = node().await;
        let file = brief(n, TrackKind::ProtectionOrder);
        asked(&mut node, &file).await;
        let case = case_of(&file);
        give(&node, case, accept()).await;
        if outcome == Outcome::Withdrawn {
            give(&node, case, Command::Withdraw { on: TODAY }).await;
        } else {
            give(&node, case, Command::Reject { on: TODAY }).await;
            assert_eq!(done(&node).await, [], "reconsideration is open");
            node.on(date(2026, 9, 14));
            assert!(node.ledger.sweep().await.unwrap() > 0);
        }
        assert_eq!(done(&node).await, [(CENTRE.to_owned(), outcome)]);
        is_sound(&node).await;
    }
}

#[tokio::test]
async fn a_brief_that_names_nobody_to_forbid_anything_waits_for_the_clerk() {
    let mut node = node().await;
    let mut file = brief(64, TrackKind::ProtectionOrder);
    file.parties.retain(|party| party.role == PartyRole::Applicant);
    asked(&mut node, &file).await;
    assert_eq!(node.facts().await.iter().filter(|fact| *fact == "applied").count(), 0);
    let desk = node.desk_of(file.dispute).await;
    assert_eq!(desk.desk.tasks.len(), 1, "the desk shows what is asked");
    is_sound(&node).await;
}

#[tokio::test]
async fn a_suit_of_the_same_people_goes_on_beside_it() {
    let mut node = node().await;
    let file = brief(65, TrackKind::Litigation);
    let suit = case_id(file.dispute, Kind::Filing, 1);
    node.hand_over(CENTRE, &file, Mode::Delegate, Role::FilingClerk).await;
    let case = case_of(&file);
    give(&node, case, apply(&file, application())).await;
    give(&node, case, accept()).await;
    give(&node, suit, file_it()).await;
    give(&node, case, grant(6)).await;
    assert_eq!(
        (state(&node, suit).await, state(&node, case).await),
        ("filed".into(), "in_force".into())
    );
    assert_eq!(reported(&node).await, [], "the suit is what was handed over");
    give(&node, suit, Filing::RelieveFee { on: TODAY }).await;
    is_sound(&node).await;
}

#[tokio::test]
async fn a_dispute_handed_over_for_just_this_is_no_complaint_and_its_result_is_reported() {
    let mut node = node().await;
    let file = brief(66, TrackKind::ProtectionOrder);
    node.hand_over(CENTRE, &file, Mode::Delegate, Role::FilingClerk).await;
    let case = case_of(&file);
    assert_eq!(state(&node, case).await, "applied");
    give(&node, case, accept()).await;
    give(&node, case, grant(6)).await;
    let decision = Some("decision".to_owned());
    assert_eq!(reported(&node).await, [(CENTRE.to_owned(), Outcome::Decided, decision)]);
    is_sound(&node).await;
}

#[tokio::test]
async fn what_the_law_does_not_let_happen_is_refused_with_its_article() {
    let node = node().await;
    let file = brief(67, TrackKind::ProtectionOrder);
    let case = case_of(&file);
    let other = Application { by: Applicant::WomensFederation, ..application() };
    let (name, basis) = refused(&node, case, apply(&file, other.clone())).await;
    assert_eq!(
        (name.as_str(), basis.as_str()),
        ("VICTIM_APPLIES", "反家庭暴力法 23；法释〔2022〕17号 2")
    );
    let nothing = Application { measures: BTreeSet::new(), ..application() };
    assert_eq!(refused(&node, case, apply(&file, nothing)).await.0, "MEASURES_WANTED");
    give(&node, case, apply(&file, Application { victim_cannot: true, ..other })).await;
    assert_eq!(refused(&node, case, grant(6)).await.0, "NOT_ACCEPTED");
    give(&node, case, accept()).await;
    let (name, basis) = refused(&node, case, grant(7)).await;
    assert_eq!((name.as_str(), basis.as_str()), ("MONTHS_OUT_OF_RANGE", "T-R-02.validity"));
    give(&node, case, grant(1)).await;
    let twice = Command::Withdraw { on: TODAY };
    assert_eq!(refused(&node, case, twice).await.0, "DECIDED_ALREADY");
    let by_clerk =
        node.command(case, Command::Revoke { on: TODAY }.into(), Role::WindowClerk).await;
    assert!(matches!(by_clerk, Err(Error::Forbidden(_))), "the court decides");
    let complaint = node.command(case, receive(&file, "收1").into(), Role::Judge).await;
    assert!(matches!(complaint, Err(Error::Refused(_))), "another procedure");
    is_sound(&node).await;
}
