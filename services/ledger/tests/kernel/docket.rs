//! Boards and dockets, on a real database.

use jiefen_ledger::docket::{Stage, column};
use jiefen_ledger::read::ended;
use jiefen_vocab::Role;

use super::area::{Command, Small, case_of};
use super::{TODAY, brief, node};

fn stage(states: &[&str], rules: &[&str]) -> Stage {
    let texts = |of: &[&str]| of.iter().map(|text| (*text).to_owned()).collect();
    Stage { procedure: "small".to_owned(), states: texts(states), rules: texts(rules) }
}

#[tokio::test]
async fn a_docket_has_the_open_cases_of_its_stages_with_limits_first() {
    let node = node("640122.centre").await;
    // The one that is opened last comes first in name, and last in its limit.
    for n in (1..=5_u8).rev() {
        node.on(TODAY.checked_add(jiff::Span::new().days(10 - i64::from(n))).unwrap());
        let brief = brief(n.into());
        let case = case_of(brief.dispute);
        node.command(case, Command::Open(Box::new(brief)), Role::Mediator).await.unwrap();
    }
    node.command(case_of(brief(5).dispute), Command::Close, Role::Mediator).await.unwrap();
    let state = node.case(case_of(brief(1).dispute)).await.row.state;
    let all = [stage(&[&state], &[])];
    let now = node.ledger.identity().clock.now();
    let page = |stages: Vec<Stage>, size, token: String, now| {
        let at = node.ledger.store().clone();
        async move { column::<Small>(&at, now, &stages, size, &token).await.unwrap() }
    };
    let whole = page(all.to_vec(), 50, String::new(), now).await;
    assert_eq!(
        (whole.total, whole.late, whole.next.as_str()),
        (4, 0, ""),
        "the closed one is not there"
    );
    let order: Vec<String> = whole.cases.iter().map(|case| case.row.id.clone()).collect();
    let ends: Vec<(i64, &String)> =
        whole.cases.iter().map(|case| (case.clocks[0].due_at, &case.row.id)).collect();
    assert!(ends.is_sorted() && ends[0].0 < ends[3].0, "by the limit, then by name: {ends:?}");
    assert_eq!(ends[3].1, &case_of(brief(1).dispute).to_string());
    // The same in pages, each case once.
    let mut seen: Vec<String> = Vec::new();
    let mut token = String::new();
    loop {
        let part = page(all.to_vec(), 1, token, now).await;
        seen.extend(part.cases.iter().map(|case| case.row.id.clone()));
        token = part.next;
        if token.is_empty() {
            break;
        }
    }
    assert_eq!(seen, order);
    for (rule, found) in [("T-H-09", 4_i64), ("T-H-10", 0)] {
        let ruled = page(vec![stage(&[&state], &[rule])], 50, String::new(), now).await;
        assert_eq!(
            (ruled.total, ruled.cases.len()),
            (found, usize::try_from(found).unwrap()),
            "{rule}"
        );
    }
    let later = now.plus_seconds(400 * 86_400);
    assert_eq!(page(all.to_vec(), 50, String::new(), later).await.late, 4);
    for none in [vec![], vec![stage(&[], &[])], vec![stage(&["no_such"], &[])]] {
        let empty = page(none, 50, String::new(), now).await;
        assert_eq!((empty.total, empty.cases.len()), (0, 0));
    }
    assert!(column::<Small>(node.ledger.store(), now, &all, 5, "nonsense").await.is_err());
}

#[tokio::test]
async fn what_has_ended_is_found_by_its_year_page_by_page_and_the_last_comes_first() {
    let node = node("640122.centre").await;
    let small = ["small".to_owned()];
    let none = ended::<Small>(node.ledger.store(), &small, None, 50, "").await.unwrap();
    assert_eq!((none.total, none.since, none.cases.len()), (0, None, 0));
    let days = [(1_u8, "2024-12-31"), (2, "2025-01-01"), (3, "2025-12-31"), (4, "2025-06-30")];
    for (n, day) in days {
        node.on(day.parse().unwrap());
        let brief = brief(n.into());
        let case = case_of(brief.dispute);
        node.command(case, Command::Open(Box::new(brief)), Role::Mediator).await.unwrap();
        node.command(case, Command::Close, Role::Mediator).await.unwrap();
    }
    let open = brief(5);
    let case = case_of(open.dispute);
    node.command(case, Command::Open(Box::new(open)), Role::Mediator).await.unwrap();
    let named = |n: u8| case_of(brief(n.into()).dispute).to_string();
    for (year, found) in [
        (Some(2024), vec![named(1)]),
        (Some(2025), vec![named(3), named(4), named(2)]),
        (Some(2026), vec![]),
        (None, vec![named(3), named(4), named(2), named(1)]),
    ] {
        let mut seen: Vec<String> = Vec::new();
        let mut token = String::new();
        loop {
            let at = node.ledger.store();
            let part = ended::<Small>(at, &small, year, 2, &token).await.unwrap();
            assert_eq!(part.total, found.len() as u64, "{year:?}");
            assert_eq!(part.since, Some(2024), "the first year is known in every year");
            seen.extend(part.cases.iter().map(|case| case.row.id.clone()));
            token = part.next;
            if token.is_empty() {
                break;
            }
        }
        assert_eq!(seen, found, "{year:?}");
    }
    let other = ["other".to_owned()];
    let empty = ended::<Small>(node.ledger.store(), &other, None, 50, "").await.unwrap();
    assert_eq!((empty.total, empty.since), (0, None));
    assert!(ended::<Small>(node.ledger.store(), &small, None, 5, "nonsense").await.is_err());
}
