use super::*;
use crate::gaps::{Gap, Missing};
use jiefen_vocab::{Agent, Authority, Document, Guardian, Head, PartyRole, Speaker};
use jiff::civil::date;

/// The example of GB 11643: born on 31 December 1949.
const CARD: &str = "11010519491231002X";

fn today() -> Date {
    date(2026, 6, 1)
}

fn text(text: &str) -> Private<String> {
    Private::new(text.to_owned())
}

fn content(kind: PartyKind, more: Particulars) -> Content {
    let mut content = Content::first_words(
        DisputeKind::Neighbour,
        "640122101".parse().unwrap(),
        text("楼上漏水"),
    );
    content.parties = vec![Party {
        no: 1,
        name: text("申请人甲"),
        role: PartyRole::Applicant,
        kind,
        minor: false,
        more: Some(Box::new(more)),
    }];
    content.people = 40;
    content
}

fn check(content: &Content) -> Result<(), PartyFault> {
    match check_particulars(content, 5, today()) {
        Ok(()) => Ok(()),
        Err(ContentFault::Party { party: 1, fault }) => Err(fault),
        Err(other) => panic!("{other:?}"),
    }
}

fn person(change: impl FnOnce(&mut Particulars)) -> Result<(), PartyFault> {
    let mut more = Particulars::default();
    change(&mut more);
    check(&content(PartyKind::Person, more))
}

fn card(number: &str) -> Option<Document> {
    Some(Document { kind: DocumentKind::ResidentId, number: text(number) })
}

fn guardian() -> Guardian {
    Guardian { name: text("某某"), relation: "父亲".to_owned(), phone: None }
}

fn agent(paper: &str) -> Agent {
    Agent {
        name: text("某律师"),
        relation: "律师".to_owned(),
        authority: Authority::Special,
        paper: paper.to_owned(),
        phone: None,
    }
}

fn group(members: u32, speakers: usize) -> Content {
    let speaker = Speaker { name: text("代表甲"), phone: None };
    let representatives = vec![speaker; speakers];
    content(PartyKind::Group, Particulars { members, representatives, ..Particulars::default() })
}

#[test]
fn a_document_is_checked_as_its_kind() {
    assert_eq!(person(|more| more.document = card(CARD)), Ok(()));
    assert_eq!(person(|more| more.document = card("6.4E+17")), Err(PartyFault::NumberScientific));
    assert_eq!(
        person(|more| more.document = card("110105194912310021")),
        Err(PartyFault::NumberCheck)
    );
    let code = Document { kind: DocumentKind::UniformCode, number: text("91350100M000100Y43") };
    assert_eq!(person(|more| more.document = Some(code.clone())), Err(PartyFault::OtherDocument));
    let org = Particulars { document: Some(code), ..Particulars::default() };
    assert_eq!(check(&content(PartyKind::Org, org)), Ok(()));
}

#[test]
fn a_birthday_is_past_and_the_documents_own() {
    assert_eq!(
        person(|more| more.born_on = Some(Private::new(date(2026, 6, 2)))),
        Err(PartyFault::BornInFuture)
    );
    assert_eq!(
        person(|more| {
            more.document = card(CARD);
            more.born_on = Some(Private::new(date(1949, 12, 30)));
        }),
        Err(PartyFault::BornOtherwise)
    );
}

/// 民法典 17: the day of the eighteenth birthday is the first of majority.
#[test]
fn a_minor_is_marked_until_the_eighteenth_birthday() {
    for (born, minor, expect) in [
        (date(2008, 6, 2), true, Ok(())),
        (date(2008, 6, 2), false, Err(PartyFault::MinorUnmarked)),
        (date(2008, 6, 1), false, Ok(())),
        (date(2008, 6, 1), true, Err(PartyFault::NoMinor)),
    ] {
        let more = Particulars { born_on: Some(Private::new(born)), ..Particulars::default() };
        let mut content = content(PartyKind::Person, more);
        content.parties[0].minor = minor;
        assert_eq!(check(&content), expect, "{born} {minor}");
    }
}

#[test]
fn telephones_are_numbers_that_somebody_can_have() {
    assert_eq!(person(|more| more.phone = Some(text("13895012345"))), Ok(()));
    assert_eq!(
        person(|more| more.phone = Some(text("1.39E+10"))),
        Err(PartyFault::PhoneScientific)
    );
    let mut bad = guardian();
    bad.phone = Some(text("12"));
    assert_eq!(
        person(|more| {
            more.capacity = Capacity::None;
            more.guardians = vec![bad];
        }),
        Err(PartyFault::PhoneForm)
    );
}

#[test]
fn who_acts_for_a_party_fits_its_kind_and_has_his_paper() {
    assert_eq!(person(|more| more.guardians = vec![guardian()]), Err(PartyFault::GuardianOfAdult));
    let head = Head { name: text("某某"), post: "法定代表人".to_owned() };
    assert_eq!(
        person(|more| more.head = Some(head.clone())),
        Err(PartyFault::HeadOfNoOrganisation)
    );
    let org = Particulars { guardians: vec![guardian()], ..Particulars::default() };
    assert_eq!(check(&content(PartyKind::Org, org)), Err(PartyFault::NoPerson));
    assert_eq!(person(|more| more.agents = vec![agent("2026-05-30")]), Ok(()));
    assert_eq!(person(|more| more.agents = vec![agent(" ")]), Err(PartyFault::AgentWithoutPaper));
    let three = vec![agent("2026-05-30"), agent("2026-05-30"), agent("2026-05-30")];
    assert_eq!(person(|more| more.agents = three), Err(PartyFault::TooManyAgents));
    let named = |name: &str| {
        let mut one = agent("2026-05-30");
        one.name = text(name);
        let more = Particulars { agents: vec![one], ..Particulars::default() };
        check_particulars(&content(PartyKind::Person, more), 5, today())
    };
    assert_eq!(named("阿卜杜热合曼·买买提江·吐尔逊"), Ok(()));
    assert_eq!(named("·甲"), Err(ContentFault::NameForm { party: 1 }));
}

#[test]
fn a_group_has_members_and_speakers_within_the_law() {
    assert_eq!(check(&group(2, 1)), Ok(()));
    assert_eq!(check(&group(1, 1)), Err(PartyFault::GroupTooSmall { least: 2 }));
    assert_eq!(check(&group(40, 0)), Err(PartyFault::GroupSilent));
    assert_eq!(check(&group(40, 5)), Ok(()));
    assert_eq!(check(&group(40, 6)), Err(PartyFault::TooManySpeakers { most: 5 }));
    assert_eq!(check(&group(41, 2)), Err(PartyFault::PeopleFewer { members: 41 }));
    let mut bare = group(40, 1);
    bare.parties[0].more = None;
    assert_eq!(check(&bare), Err(PartyFault::GroupSilent));
    let labour = |members| {
        let mut content = group(members, 2);
        content.kind = DisputeKind::Labour;
        check(&content)
    };
    assert_eq!(labour(9), Err(PartyFault::GroupTooSmall { least: 10 }));
    assert_eq!(labour(10), Ok(()));
    assert_eq!(person(|more| more.members = 3), Err(PartyFault::NoGroup));
}

#[test]
fn what_is_missing_is_named_and_filled_by_what_the_law_asks_for() {
    let gaps = |minor: bool, kind: PartyKind, more: Particulars| {
        let mut content = content(kind, more);
        content.parties[0].minor = minor;
        content.gaps().into_iter().map(|gap: Gap| gap.what).collect::<Vec<_>>()
    };
    let reached = || Particulars { phone: Some(text("13895012345")), ..Particulars::default() };
    let person = PartyKind::Person;
    assert_eq!(gaps(false, person, Particulars::default()), [Missing::Contact]);
    assert_eq!(gaps(true, person, reached()), [Missing::MinorsGuardian]);
    let guarded = Particulars { guardians: vec![guardian()], ..reached() };
    assert_eq!(gaps(true, person, guarded), []);
    let working = Particulars { capacity: Capacity::OwnLabour, ..reached() };
    assert_eq!(gaps(true, person, working), []);
    let limited = Particulars { capacity: Capacity::Limited, ..reached() };
    assert_eq!(gaps(false, person, limited), [Missing::AdultsGuardian]);
    assert_eq!(gaps(false, PartyKind::Org, reached()), [Missing::Head]);
    for missing in
        [Missing::MinorsGuardian, Missing::AdultsGuardian, Missing::Head, Missing::Contact]
    {
        assert!(missing.basis().contains("民"), "{missing:?}");
        for words in [missing.name(), missing.zh(), missing.en(), missing.instead()] {
            assert!(!words.is_empty());
        }
    }
}
