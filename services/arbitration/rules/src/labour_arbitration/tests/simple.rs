//! Simplified handling and collective cases (case rules 56 to 67).

use super::*;
use crate::labour_arbitration::{
    FormTripartite, Seat, ShortenDefence, Side, SimplifiedBar, SimplifiedGround, Simplify,
};

fn simplify(ground: SimplifiedGround, bars: Vec<SimplifiedBar>) -> Command {
    Command::Simplify(Simplify { on: day(9, 18), ground, bars })
}

fn small(yuan: i64) -> SimplifiedGround {
    SimplifiedGround::Small { yearly_wage: Fen::yuan(yuan), source: "统计公报".to_owned() }
}

fn simple(workers: u32) -> Case {
    accepted(workers).does(day(9, 18), simplify(SimplifiedGround::Clear, vec![]))
}

fn sole(case: Case) -> Case {
    let form = FormTribunal { on: day(9, 18), arbitrators: vec!["a1".to_owned()] };
    case.does(day(9, 18), Command::FormTribunal(form))
}

#[test]
fn simplified_handling_has_three_conditions_and_four_bars() {
    let at = day(9, 18);
    let clear = || SimplifiedGround::Clear;
    for bar in SimplifiedBar::ALL {
        accepted(1).refuses(at, simplify(clear(), vec![*bar]), "SIMPLIFIED_BARRED");
    }
    // Two workers claim 9,000 yuan each.
    accepted(2).refuses(at, simplify(small(17_999), vec![]), "SIMPLIFIED_NOT_OPEN");
    accepted(2).does(at, simplify(small(18_000), vec![]));
    let agreed = |by: &[u32]| simplify(SimplifiedGround::Agreed { by: by.to_vec() }, vec![]);
    accepted(1).refuses(at, agreed(&[1]), "SIMPLIFIED_NOT_OPEN");
    accepted(1).does(at, agreed(&[1, BOSS])).refuses(at, simplify(clear(), vec![]), "ALREADY_DONE");
}

/// Three of twelve workers with a common claim apply.
fn group() -> Case {
    let mut apply = application(3);
    told(&mut apply).people = 12;
    Case::new()
        .does(day(9, 17), Command::Apply(Box::new(apply)))
        .does(day(9, 18), Command::Accept(on(day(9, 18))))
}

#[test]
fn a_collective_case_may_be_simplified_and_then_has_one_arbitrator_and_no_guidance() {
    let sit = FormTribunal { on: day(9, 18), arbitrators: vec!["a1".to_owned()] };
    group().refuses(day(9, 18), Command::FormTribunal(sit), "THREE_ARBITRATORS_NEEDED");
    let hearing_on = day(10, 14);
    let told = NotifyHearing { on: day(9, 22), hearing_on };
    let hold = || Command::HoldHearing(HoldHearing { on: hearing_on, absent: vec![] });
    let case = sole(group().does(day(9, 18), simplify(SimplifiedGround::Clear, vec![])))
        .does(day(9, 22), Command::NotifyHearing(told.clone()));
    case.clone().does(hearing_on, hold());
    // Converted, it needs three arbitrators and the guidance (61, 65, 66).
    let case = case.does(day(9, 23), Command::ConvertToOrdinary(on(day(9, 23))));
    assert!(case.state().hearing().unwrap().tribunal.is_empty());
    let three = FormTribunal {
        on: day(9, 24),
        arbitrators: vec!["a1".to_owned(), "a2".to_owned(), "a3".to_owned()],
    };
    let case = case.does(day(9, 24), Command::FormTribunal(three));
    let case = case.refuses(hearing_on, hold(), "GUIDE_FIRST");
    let guide = Guide { on: day(9, 25), helpers: vec!["律师".to_owned()] };
    case.does(day(9, 25), Command::Guide(guide)).does(hearing_on, hold());
}

#[test]
fn the_time_to_answer_is_shortened_or_waived_by_agreement() {
    let shorten =
        |until| Command::ShortenDefence(ShortenDefence { party: BOSS, until, on: day(9, 21) });
    let copy = |case: Case| case.does(day(9, 21), Command::ServeCopy(by(BOSS, day(9, 21))));
    copy(tribunal(accepted(1), 1)).refuses(day(9, 21), shorten(None), "NOT_SIMPLIFIED");
    let case = sole(simple(1)).refuses(day(9, 21), shorten(None), "WRONG_PARTY");
    let case = copy(case);
    let last = due("T-H-07.defence", day(9, 21));
    let case = case.refuses(day(9, 21), shorten(Some(last)), "NOT_SHORTER");
    let short = case.clone().does(day(9, 21), shorten(Some(day(9, 24))));
    assert_eq!(short.started(), [("defence:9".to_owned(), day(9, 24))]);
    short.refuses(day(9, 21), shorten(None), "ALREADY_DONE");
    let waived = case.does(day(9, 21), shorten(None));
    assert_eq!(waived.started(), []);
}

#[test]
fn nobody_is_defaulted_on_an_unconfirmed_notice_by_telephone() {
    let hearing_on = day(10, 14);
    let told = NotifyHearing { on: day(9, 22), hearing_on };
    let simply = || Command::NotifySimply(told.clone());
    tribunal(accepted(1), 1).refuses(day(9, 22), simply(), "NOT_SIMPLIFIED");
    let case = sole(simple(1)).does(day(9, 22), simply());
    let hold = || Command::HoldHearing(HoldHearing { on: hearing_on, absent: vec![BOSS] });
    let case = case.refuses(hearing_on, hold(), "NOTICE_UNCONFIRMED");
    let case = case.does(day(9, 23), Command::ConfirmNotice(by(BOSS, day(9, 23))));
    let again = Command::ConfirmNotice(by(BOSS, day(9, 24)));
    let case = case.refuses(day(9, 24), again, "ALREADY_DONE").does(hearing_on, hold());
    assert_eq!(case.state().hearing().unwrap().defaulted, [BOSS]);
}

#[test]
fn conversion_comes_before_the_end_of_the_term_which_counts_from_acceptance() {
    let convert = |on_day| Command::ConvertToOrdinary(on(on_day));
    // Accepted on 18 September: 45 days end on 2 November.
    simple(1).refuses(day(11, 3), convert(day(11, 3)), "TERM_OVER");
    let case = simple(1).does(day(11, 2), convert(day(11, 2)));
    let case = case.refuses(day(11, 2), Command::LapseAward, "NOT_YET_EXPIRED");
    case.does(day(11, 3), Command::LapseAward).is("overdue");
}

#[test]
fn a_collective_contract_is_tried_by_the_three_sides() {
    let at = day(9, 18);
    let seat = |person: &str, side| Seat { person: person.to_owned(), side };
    let sides = |last| {
        let seats = vec![seat("a1", Side::Office), seat("u1", Side::Union), seat("e1", last)];
        Command::FormTripartite(FormTripartite { on: at, seats })
    };
    accepted(1).refuses(at, sides(Side::Employers), "NOT_COLLECTIVE_CONTRACT");
    let case = accepted(1).does(at, Command::MarkCollectiveContract(on(at)));
    let plain = FormTribunal {
        on: at,
        arbitrators: vec!["a1".to_owned(), "a2".to_owned(), "a3".to_owned()],
    };
    let case = case.refuses(at, Command::FormTribunal(plain), "TRIPARTITE_NEEDED");
    let case = case.refuses(at, sides(Side::Union), "TRIPARTITE_NEEDED");
    let case = case.does(at, sides(Side::Employers));
    assert_eq!(case.state().person.as_deref(), Some("a1"));
    assert!(case.state().is_group());
}
