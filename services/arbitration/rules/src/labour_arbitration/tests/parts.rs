//! A partial award (LMAL 43; case rules 49) and what runs beside the hearing.

use super::*;
use crate::labour_arbitration::RuleSetAside;
use crate::labour_arbitration::collective::{Fate, fates};

fn part(items: Vec<Item>, on: Date) -> Command {
    Command::AwardPart(MakeAward { on, items, minimum_wage: wage() })
}

fn wages(worker: u32, yuan: i64) -> Item {
    item(worker, ClaimKind::Wages, yuan)
}

/// Two workers were heard; the first one's wages are clear.
fn clear() -> Case {
    heard(2).does(day(10, 20), part(vec![wages(1, 9000)], day(10, 20)))
}

#[test]
fn a_part_needs_clear_facts_heard_and_something_left() {
    let at = day(10, 20);
    accepted(2).refuses(at, part(vec![wages(1, 9000)], at), "NO_TRIBUNAL");
    tribunal(accepted(2), 2).refuses(at, part(vec![wages(1, 9000)], at), "NOT_HEARD");
    heard(2).refuses(at, part(vec![], at), "ITEMS_DO_NOT_FIT");
    heard(2).refuses(at, part(vec![wages(1, 9000), wages(2, 9000)], at), "NOTHING_LEFT");
    heard(1).refuses(at, part(vec![wages(1, 9000)], at), "NOTHING_LEFT");
    clear().is("hearing").refuses(at, part(vec![wages(1, 1)], at), "DECIDED_IN_PART");
}

#[test]
fn the_part_has_its_own_clocks_while_the_rest_is_heard() {
    let case = clear();
    assert_eq!(case.started(), [("part_service".to_owned(), day(11, 19))]);
    let case = case.does(day(10, 21), receive(Paper::PartFinal, 1, day(10, 21)));
    assert_eq!(case.started(), [("part_suit_final:1".to_owned(), day(11, 5))]);
    let case = case.does(day(10, 22), receive(Paper::PartFinal, BOSS, day(10, 22)));
    assert_eq!(case.started(), [("part_set_aside:9".to_owned(), day(11, 23))]);
    let sue = sue(Paper::PartFinal, BOSS, &[1], day(10, 23));
    let case = case.refuses(day(10, 23), sue, "FINAL_FOR_EMPLOYER").is("hearing");
    // The rest is awarded on 26 October: both papers go on in one case, and it ends with the last of them.
    let case = award(case, day(10, 26), vec![wages(2, 8000)]).is("awarded");
    assert!(matches!(&fates(case.state())[0], (1, Fate::Awarded(papers)) if papers.len() == 1));
    let case = case.does(day(11, 6), lapse(Paper::PartFinal, 1));
    let case = case
        .does(day(11, 9), receive(Paper::Final, 2, day(11, 9)))
        .does(day(11, 9), receive(Paper::Final, BOSS, day(11, 9)))
        .does(day(11, 24), lapse(Paper::PartFinal, BOSS))
        .does(day(12, 10), lapse(Paper::Final, 2))
        .is("awarded");
    case.does(day(12, 10), lapse(Paper::Final, BOSS)).is("concluded");
}

#[test]
fn a_suit_against_the_part_leaves_the_rest_to_the_tribunal() {
    let case = clear().does(day(10, 21), receive(Paper::PartFinal, 1, day(10, 21)));
    let case = case.does(day(11, 5), sue(Paper::PartFinal, 1, &[], day(11, 5)));
    let case = case.is("hearing");
    let late = clear().does(day(10, 21), receive(Paper::PartFinal, 1, day(10, 21)));
    late.refuses(day(11, 6), sue(Paper::PartFinal, 1, &[], day(11, 6)), "RIGHT_LOST");
    award(case, day(11, 6), vec![wages(2, 8000)]).is("awarded");
}

#[test]
fn a_final_part_is_set_aside_by_the_intermediate_court() {
    let ask = |on| {
        let ground = SetAsideGround::WrongLaw;
        Command::AskSetAsidePart(AskSetAside { on, party: BOSS, workers: vec![1], ground })
    };
    let rule =
        |on| Command::RuleSetAsidePart(RuleSetAside { on, workers: vec![1], set_aside: true });
    heard(2).refuses(day(10, 20), ask(day(10, 20)), "NOT_NOW");
    let other = heard(2).does(day(10, 20), part(vec![wages(1, 90_000)], day(10, 20)));
    other.refuses(day(10, 21), ask(day(10, 21)), "NOT_FINAL");
    let case = clear()
        .does(day(10, 21), receive(Paper::PartFinal, BOSS, day(10, 21)))
        .does(day(10, 22), ask(day(10, 22)))
        .does(day(10, 30), rule(day(10, 30)))
        .does(day(11, 2), receive(Paper::PartRuling, 1, day(11, 2)));
    assert_eq!(case.started(), [("part_suit_after:1".to_owned(), day(11, 17))]);
    case.is("hearing");
}

#[test]
fn when_the_rest_is_withdrawn_the_part_still_runs_to_its_end() {
    let case = clear()
        .does(day(10, 21), receive(Paper::PartFinal, 1, day(10, 21)))
        .does(day(10, 21), receive(Paper::PartFinal, BOSS, day(10, 21)))
        .does(day(10, 30), withdraw(&[2], day(10, 30), false))
        .is("awarded");
    let case = case.does(day(11, 6), lapse(Paper::PartFinal, 1)).is("awarded");
    let case = case.does(day(11, 24), lapse(Paper::PartFinal, BOSS)).is("concluded");
    assert!(matches!(fates(case.state())[1], (2, Fate::Withdrawn)));
}

#[test]
fn a_second_part_of_the_same_kind_waits_for_the_first() {
    let three = heard(3).does(day(10, 20), part(vec![wages(1, 9000)], day(10, 20)));
    let next = part(vec![wages(2, 9000)], day(10, 21));
    let three = three.refuses(day(10, 21), next, "PART_OPEN");
    let higher = part(vec![wages(2, 90_000)], day(10, 21));
    three.does(day(10, 21), higher);
}
