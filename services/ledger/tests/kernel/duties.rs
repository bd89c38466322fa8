//! The order of what has to be done, over very many duties, on a real database.

use std::collections::BTreeSet;

use jiefen_handoff::{Binding, Desk, Epoch, Mode, Offer, Pending, Task, TaskState};
use jiefen_ledger::duties::{Duty, duties};
use jiefen_ledger::entity::{clocks, custody};
use jiefen_ledger::found;
use jiefen_vocab::{FactId, Moment};
use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng as _};
use sea_orm::IntoActiveModel as _;

use super::area::{Small, State, case_of};
use super::{TODAY, brief, node};

const CASES: u128 = 13_000;
const DESKS: u128 = 1_000;
/// So many rows go into the database at once.
const AT_ONCE: usize = 1_000;
const SEED: u64 = 20_261_127;
/// Stands for no deadline: behind all that have one.
const NONE: i64 = i64::MAX;

/// What is planted, and in which order it should come.
#[derive(Default)]
struct Planted {
    cases: Vec<State>,
    clocks: Vec<clocks::Model>,
    custody: Vec<custody::Model>,
    /// What has to be done: its end, its id, and whether it is warned of as provisional.
    due: Vec<(i64, String, bool)>,
}

/// A moment out of few, so that many end together; some have passed, some end this day, one ends this very moment.
fn moment(rng: &mut StdRng, now: Moment) -> Moment {
    match rng.random_range(0..10) {
        0 => now,
        1 => Moment::end_of(now.day()),
        2 => now.plus_seconds(rng.random_range(-3..3) * 3600),
        _ => Moment::end_of(now.plus_seconds(rng.random_range(-60..200) * 86_400).day()),
    }
}

fn clock(n: u128, key: &str, due: Moment, (state, owner): (&str, &str)) -> clocks::Model {
    let dispute = brief(n).dispute;
    clocks::Model {
        case_id: case_of(dispute).to_string(),
        key: key.to_owned(),
        dispute: Some(dispute.to_string()),
        rule: "T-H-09".to_owned(),
        rule_version: 1,
        started: TODAY.to_string(),
        due: due.day().to_string(),
        due_at: due.0,
        provisional: due.0 % 2 == 0,
        state: state.to_owned(),
        effect: String::new(),
        owner: owner.to_owned(),
        query: String::new(),
        steps: "[]".to_owned(),
    }
}

fn row(n: u128, holds: bool, status: &str, desk: &Desk, due: Option<Moment>) -> custody::Model {
    custody::Model {
        dispute: brief(n).dispute.to_string(),
        holds,
        holder: "640122.centre".to_owned(),
        epoch: "0.1".to_owned(),
        status: status.to_owned(),
        due_at: due.map(|due| due.0),
        body: serde_json::to_string(desk).unwrap(),
        briefs: "{}".to_owned(),
        materials: String::new(),
        updated_at: 0,
    }
}

/// A case, some clocks of it, perhaps its desk.
fn plant_case(planted: &mut Planted, rng: &mut StdRng, now: Moment, n: u128) {
    let (open, holds) = (rng.random_bool(0.9), rng.random_bool(0.7));
    planted.cases.push(State { brief: brief(n), steps: 0, open, notes: vec![] });
    let mut ends: Vec<(Moment, bool)> = Vec::new();
    for key in ["a", "b", "c"].into_iter().take(rng.random_range(0..4)) {
        let kind = match rng.random_range(0..6) {
            0 => ("met", "agency"),
            1 => ("running", "party"),
            _ => ("running", "agency"),
        };
        let clock = clock(n, key, moment(rng, now), kind);
        if kind == ("running", "agency") {
            ends.push((Moment(clock.due_at), clock.provisional));
        }
        planted.clocks.push(clock);
    }
    planted.custody.push(row(n, holds, "holder", &Desk::default(), None));
    let id = case_of(brief(n).dispute).to_string();
    match ends.into_iter().min() {
        _ if !open => {}
        Some((due, provisional)) => planted.due.push((due.0, id, provisional)),
        None if holds => planted.due.push((NONE, id, false)),
        None => {}
    }
}

/// A desk on which an answer is due: an offer, with a last day or without; or a task.
fn plant_desk(planted: &mut Planted, rng: &mut StdRng, now: Moment, n: u128) {
    let (from, due) = ("640122.court".parse().unwrap(), moment(rng, now));
    let due = rng.random_bool(0.8).then_some(due);
    let mut desk = Desk::default();
    let status = if rng.random_bool(0.5) {
        let offer = Offer {
            epoch: Epoch::new(0, 2),
            mode: Mode::Transfer,
            due,
            brief: FactId::from_bits(n),
            binding: Binding::Free,
            co_units: BTreeSet::new(),
            result_due: None,
            declines: 0,
            ground: None,
        };
        desk.pending = Some(Pending { from, offer });
        "pending"
    } else {
        let task = Task { with: from, due, state: TaskState::Open };
        desk.tasks.insert(FactId::from_bits(n), task);
        "task"
    };
    planted.custody.push(row(n, false, status, &desk, due));
    let end = due.map_or(NONE, |due| due.0);
    planted.due.push((end, brief(n).dispute.to_string(), false));
}

async fn insert<E>(node: &jiefen_ledger::testing::TestNode<Small>, rows: &[E::Model])
where
    E: sea_orm::EntityTrait,
    E::Model: Clone + sea_orm::IntoActiveModel<E::ActiveModel>,
    E::ActiveModel: sea_orm::ActiveModelTrait<Entity = E> + Send,
{
    for part in rows.chunks(AT_ONCE) {
        let part = part.iter().cloned().map(|row| row.into_active_model());
        E::insert_many(part).exec_without_returning(node.ledger.store().readers()).await.unwrap();
    }
}

#[tokio::test]
async fn ten_thousand_duties_come_in_the_order_of_their_legal_deadlines() {
    let node = node("640122.centre").await;
    let now = node.ledger.identity().clock.now();
    let (mut rng, mut planted) = (StdRng::seed_from_u64(SEED), Planted::default());
    (0..CASES).for_each(|n| plant_case(&mut planted, &mut rng, now, n));
    (CASES..CASES + DESKS).for_each(|n| plant_desk(&mut planted, &mut rng, now, n));
    let cases = std::mem::take(&mut planted.cases);
    let cases = cases.into_iter().map(|state| (case_of(state.brief.dispute), state, now));
    found::fill::<Small>(node.ledger.store(), cases).await.unwrap();
    insert::<clocks::Entity>(&node, &planted.clocks).await;
    insert::<custody::Entity>(&node, &planted.custody).await;

    let mut right = planted.due;
    right.sort();
    assert!(right.len() >= 10_000, "only {} duties", right.len());
    let mut listed: Vec<(i64, String, bool)> = Vec::new();
    let (mut token, mut counted) = (String::new(), BTreeSet::new());
    loop {
        let page = duties::<Small>(node.ledger.store(), now, 200, &token).await.unwrap();
        counted.insert((page.late, page.today));
        listed.extend(page.duties.iter().map(|duty| match duty {
            Duty::Desk(view) => {
                let due = view.desk.waiting_due().map_or(NONE, |due| due.0);
                (due, view.dispute.to_string(), false)
            }
            Duty::Case(view, key) => {
                let clock = view.clocks.iter().find(|clock| Some(&clock.key) == key.as_ref());
                let due = clock.map_or(NONE, |clock| clock.due_at);
                (due, view.row.id.clone(), clock.is_some_and(|clock| clock.provisional))
            }
        }));
        token = page.next;
        if token.is_empty() {
            break;
        }
    }
    assert_eq!(listed.len(), right.len(), "each duty comes once");
    let differs = listed.iter().zip(&right).position(|(listed, right)| listed != right);
    assert_eq!(differs.map(|at| (at, &listed[at], &right[at])), None);
    let end = Moment::end_of(now.day()).0;
    let late = right.iter().filter(|(due, ..)| *due < now.0).count();
    let today = right.iter().filter(|(due, ..)| (now.0..=end).contains(due)).count();
    assert!(late > 0 && today > 0, "some are late, some end this day");
    let told = (i64::try_from(late).unwrap(), i64::try_from(today).unwrap());
    assert_eq!(counted, BTreeSet::from([told]), "every page says the same of the whole");
}
