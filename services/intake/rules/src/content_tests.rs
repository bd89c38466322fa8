use super::*;
use jiefen_vocab::{PartyKind, TrackKind};
use jiff::civil::date;

fn today() -> Date {
    date(2026, 6, 1)
}

fn party(no: u32, name: &str, role: PartyRole) -> Party {
    Party {
        no,
        name: Private::new(name.to_owned()),
        role,
        kind: PartyKind::Person,
        minor: false,
        more: None,
    }
}

fn sound() -> Content {
    let summary = Private::new("楼上漏水".to_owned());
    let mut content =
        Content::first_words(DisputeKind::Neighbour, "640122101".parse().unwrap(), summary);
    content.parties =
        vec![party(1, "申请人甲", PartyRole::Applicant), party(2, "乙某", PartyRole::Respondent)];
    content
}

fn check(change: impl FnOnce(&mut Content), expect: Result<(), ContentFault>) {
    let mut content = sound();
    change(&mut content);
    assert_eq!(content.check(today()), expect);
    if let Err(fault) = expect {
        assert!(!fault.name().is_empty() && !fault.zh().is_empty() && !fault.en().is_empty());
        assert!(!fault.instead().is_empty());
    }
}

fn named(name: &str) -> impl FnOnce(&mut Content) {
    let name = name.to_owned();
    move |content| content.parties[0].name = Private::new(name)
}

#[test]
fn sound_content_passes() {
    check(|_| {}, Ok(()));
    check(|content| content.amount = Some(Fen(0)), Ok(()));
    check(|content| content.happened_on = Some(today()), Ok(()));
}

#[test]
fn names_have_1_to_100_characters_and_may_have_a_middle_dot() {
    check(named("买买提·艾力"), Ok(()));
    check(named(&"长".repeat(100)), Ok(()));
    check(named(&"长".repeat(101)), Err(ContentFault::NameLength { party: 1 }));
    check(named(""), Err(ContentFault::NameLength { party: 1 }));
    check(named(" 甲"), Err(ContentFault::NameLength { party: 1 }));
    check(named("·艾力"), Err(ContentFault::NameForm { party: 1 }));
    check(named("买买提·"), Err(ContentFault::NameForm { party: 1 }));
    check(named("甲\u{7}乙"), Err(ContentFault::NameForm { party: 1 }));
}

#[test]
fn texts_have_up_to_100_kb() {
    let text = |bytes: usize| Private::new("a".repeat(bytes));
    check(|content| content.summary = text(TEXT_MAX), Ok(()));
    check(
        |content| content.summary = text(TEXT_MAX + 1),
        Err(ContentFault::TextTooLong { bytes: TEXT_MAX + 1 }),
    );
}

#[test]
fn parties_are_there_and_numbered() {
    check(|content| content.parties.clear(), Err(ContentFault::NoParties));
    check(
        |content| content.parties[1].no = 3,
        Err(ContentFault::WronglyNumbered { given: 3, right: 2 }),
    );
    let no_applicant = |content: &mut Content| content.parties[0].role = PartyRole::Third;
    check(no_applicant, Err(ContentFault::NoApplicant));
    check(
        |content| {
            no_applicant(content);
            content.no_applicant = Some(NoApplicant::OwnMotion);
        },
        Ok(()),
    );
}

#[test]
fn figures_and_dates_are_possible() {
    check(|content| content.people = 0, Err(ContentFault::NobodyConcerned));
    check(|content| content.amount = Some(Fen(-1)), Err(ContentFault::NegativeAmount));
    check(|content| content.happened_on = Some(date(2026, 6, 2)), Err(ContentFault::DateInFuture));
    let consent = |party, on| Consent {
        party,
        to: TrackKind::PeopleMediation,
        given: true,
        on,
        by: "counter".to_owned(),
    };
    check(|content| content.consents = vec![consent(2, today())], Ok(()));
    check(
        |content| content.consents = vec![consent(3, today())],
        Err(ContentFault::UnknownParty { party: 3 }),
    );
    check(
        |content| content.consents = vec![consent(1, date(2026, 6, 2))],
        Err(ContentFault::DateInFuture),
    );
}

#[test]
fn a_place_lies_in_a_province_that_exists() {
    let place: Region = "190000".parse().unwrap();
    check(|content| content.place = place, Err(ContentFault::UnknownPlace { place }));
    check(
        |content| {
            content.other_places.insert(place);
        },
        Err(ContentFault::UnknownPlace { place }),
    );
}

#[test]
fn the_common_region_comes_from_the_tree() {
    let mut content = sound();
    assert_eq!(content.common_region(), Some("640122101".parse().unwrap()));
    content.other_places.insert("640221".parse().unwrap());
    assert_eq!(content.common_region(), Some("640000".parse().unwrap()));
    content.other_places.insert("150623".parse().unwrap());
    assert_eq!(content.common_region(), None);
}

/// Every channel of the codebook, and the limit that the law sets for its own answer.
#[test]
fn every_channel_has_the_limit_that_the_law_sets_for_its_own_answer() {
    let limits = [
        (Channel::Grid, None),
        (Channel::ZzVillage, None),
        (Channel::ZzTown, None),
        (Channel::ZzCounty, None),
        (Channel::PetitionOffice, Some("T-L-01")),
        (Channel::Hotline12315, Some("T-Q-01")),
        (Channel::CourtServiceCenter, Some("T-E-02")),
        (Channel::MobileCourt, Some("T-E-02")),
        (Channel::SelfServiceCourt, Some("T-E-02")),
        (Channel::Police, None),
        (Channel::Online, None),
        (Channel::Phone, None),
        (Channel::AgencyCounter, None),
        (Channel::WomenChildrenStation, None),
        (Channel::LabourWindow, None),
        (Channel::LawyerStudio, None),
        (Channel::Hospital, None),
        (Channel::School, None),
        (Channel::Enterprise, None),
        (Channel::CountyMediationCenter, None),
    ];
    assert_eq!(limits.len(), Channel::ALL.len());
    for (channel, rule) in limits {
        assert_eq!(Door::answer_rule(channel), rule, "{channel}");
    }
    let numbered = |channel: &&Channel| Door::numbers_itself(**channel);
    let numbered: Vec<_> = Channel::ALL.iter().filter(numbered).collect();
    assert_eq!(numbered, [&Channel::PetitionOffice, &Channel::Hotline12315]);
}

#[test]
fn in_a_county_that_is_known_whole_every_town_and_village_is_named() {
    for (code, there) in [
        ("640122", true),
        ("640122101203", true),
        ("640122999", false),
        ("640122101999", false),
        ("110105", true),
        ("110105001", true),
    ] {
        assert_eq!(check_place(code.parse().unwrap()).is_ok(), there, "{code}");
    }
}

/// S12: where a minor is a party nobody outside the panel sees a name, not even the guardian's.
#[test]
fn outside_the_panel_nobody_reads_the_name_of_a_minor_or_of_a_guardian() {
    let mut content = sound();
    assert_eq!(content.masked(), content, "without a minor nothing is hidden");
    content.parties[1].minor = true;
    content.parties.push(Party { kind: PartyKind::Org, ..party(3, "某中学", PartyRole::Third) });
    content.keep_minor_flag();
    assert!(content.flags.contains(&Flag::MinorProtection));
    let masked = content.masked();
    let text = serde_json::to_string(&masked).unwrap();
    for hidden in ["申请人甲", "乙某", "楼上漏水"] {
        assert!(!text.contains(hidden), "{hidden}");
    }
    assert!(text.contains("某中学"));
    assert_eq!(masked.numbers(PartyRole::Applicant), content.numbers(PartyRole::Applicant));
    // Flagged before the parties are known, it is masked too.
    let mut flagged = sound();
    flagged.flags.insert(Flag::MinorProtection);
    assert_ne!(flagged.masked(), flagged);
}
