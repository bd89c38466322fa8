use jiefen_vocab::{Channel, DisputeKind, Fen, PartyRole, Region};
use jiff::civil::{Date, date};

use super::{Reason, Score, Subject, keys, print, score};

const TREE: &str = "新民村两家为一排柳树的树根拱坏院墙吵架，一家要砍树，一家说树是爷爷栽的。";

fn subject<'a>(text: &'a str, applicant: &'a str, respondent: &'a str) -> Subject<'a> {
    Subject {
        text,
        parties: vec![(applicant, PartyRole::Applicant), (respondent, PartyRole::Respondent)],
        place: "640122200207".parse::<Region>().unwrap(),
        kind: DisputeKind::Neighbour,
        amount: None,
        day: date(2026, 7, 14),
        channel: Channel::Grid,
    }
}

fn compared(a: &Subject<'_>, b: &Subject<'_>) -> Score {
    let there = score(&print(a), &print(b));
    assert_eq!(there.value, score(&print(b), &print(a)).value, "the order does not matter");
    there
}

fn share_a_key(a: &Subject<'_>, b: &Subject<'_>) -> bool {
    let of_b = keys(b);
    keys(a).iter().any(|key| of_b.contains(key))
}

#[test]
fn the_same_words_and_people_through_another_door_are_proposed() {
    let edited = TREE.replace('，', " ").replace("吵架", "吵起来了");
    let (a, b) = (subject(TREE, "罗进财", "高万福"), subject(&edited, "罗进财", "高万福"));
    let found = compared(&a, &b);
    assert!(found.value > 0.98 && share_a_key(&a, &b), "{found:?}");
    assert!(
        found.reasons.contains(&Reason::BothSides) && found.reasons.contains(&Reason::SameWords)
    );
}

#[test]
fn the_same_dispute_told_anew_by_the_other_side_is_proposed() {
    let a = subject(TREE, "罗进财", "高万福");
    let told = "隔壁老罗家要砍我家的柳树，说树根拱了他的墙，那树是我爷爷手里栽的";
    let b = subject(told, "高万福", "罗进财");
    let found = compared(&a, &b);
    assert!(found.proposed() && share_a_key(&a, &b), "{found:?}");
}

#[test]
fn a_repeat_without_names_is_proposed_by_its_words_and_place() {
    let (a, b) = (subject(TREE, "罗进财", "高万福"), subject(TREE, "匿名", "某人"));
    let found = compared(&a, &b);
    assert!(found.proposed() && share_a_key(&a, &b), "{found:?}");
}

#[test]
fn other_people_of_the_same_village_with_a_like_quarrel_are_not_proposed() {
    let a = subject(TREE, "罗进财", "高万福");
    let like = "新民村两家为一棵杨树遮了菜地吵架，一家要砍，一家不让。";
    let found = compared(&a, &subject(like, "马成林", "丁玉山"));
    assert!(!found.proposed(), "{found:?}");
    assert_eq!(found.reasons.first(), Some(&Reason::OtherPeople));
}

#[test]
fn the_same_two_people_with_another_matter_are_not_proposed() {
    let a = subject(TREE, "罗进财", "高万福");
    let mut b = subject("去年收玉米借走三千块钱，打了条子，到现在一分没还", "罗进财", "高万福");
    (b.kind, b.amount, b.day) = (DisputeKind::ContractDebt, Some(Fen(300_000)), date(2026, 12, 1));
    let found = compared(&a, &b);
    assert!(!found.proposed(), "{found:?}");
}

#[test]
fn one_landlord_against_two_tenants_is_two_disputes() {
    let place = |text, respondent| subject(text, "吴秀兰", respondent);
    let a = place("房租三个月没交，人也不搬，押金早抵完了", "孙志强");
    let b = place("房客走的时候把热水器弄坏了，要从押金里扣八百", "白小军");
    assert!(!compared(&a, &b).proposed());
}

#[test]
fn a_name_tells_a_person_a_family_or_a_sort_and_nobody_nothing() {
    use super::print::{Told, named};
    let told = |name: &str| named(name).map(|named| named.told);
    for nobody in ["匿名", "某人", "不详", "来电人(未留姓名)", ""] {
        assert_eq!(told(nobody), None, "{nobody}");
    }
    for whole in ["罗进财", "买买提·艾力", "锦绣苑物业公司", "6号楼业主代表苗春"]
    {
        assert_eq!(told(whole), Some(Told::Whole), "{whole}");
    }
    assert_eq!(named("6号楼业主代表苗春"), named("苗春"));
    for family in ["沙某", "裘女士", "魏老师", "张*"] {
        assert_eq!(told(family), Some(Told::Surname), "{family}");
    }
    assert_eq!(told("某物业公司"), Some(Told::Sort));
}

#[test]
fn a_fingerprint_tells_no_name_and_no_word() {
    let told = serde_json::to_string(&print(&subject(TREE, "罗进财", "高万福"))).unwrap();
    assert!(!["罗", "柳树", "新民"].iter().any(|word| told.contains(word)), "{told}");
}

#[test]
fn a_fingerprint_is_the_same_in_every_build() {
    let day: Date = date(2026, 7, 14);
    let print = print(&subject(TREE, "罗进财", "高万福"));
    assert_eq!(print.day, day);
    assert_eq!(super::print::hash("罗进财"), 3_192_300_009_687_723_878);
}

#[test]
fn who_says_that_he_has_told_it_before_is_proposed_beside_the_first_one() {
    let first = subject(TREE, "罗进财", "高万福");
    let asked = "还是砍树那个事，网上报过的，十来天没人打电话";
    let mut later = subject(asked, "罗进财", "村委会");
    later.day = date(2026, 7, 24);
    let found = compared(&first, &later);
    assert!(found.reasons.contains(&Reason::ToldBefore), "{found:?}");
    let plain = Subject { text: "还是砍树那个事，十来天没人打电话", ..later };
    assert!(compared(&first, &plain).value < found.value);
}

#[test]
fn a_name_with_a_trade_before_it_is_the_same_person_and_a_committee_is_no_person() {
    let bare = subject(TREE, "马小军", "高万福");
    let found = compared(&bare, &subject(TREE, "金沙村养殖户马小军", "家长代表高万福等6人"));
    assert!(found.reasons.contains(&Reason::BothSides), "{found:?}");
    let (one, other) = ("碧水园业主委员会", "金河苑业主委员会");
    let found = compared(&subject(TREE, one, "高万福"), &subject(TREE, other, "高万福"));
    assert!(!found.reasons.contains(&Reason::BothSides), "{found:?}");
}
