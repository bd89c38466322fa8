//! A registration in full: who speaks for a group, what a door owes, and what stays on record.

use super::*;
use crate::content::{ContentFault, Door};
use crate::dispute::Refusal;
use crate::party_fault::PartyFault;
use jiefen_vocab::{Particulars, PartyKind, Private, Speaker};

fn received_at(channel: Channel) -> Desk {
    let mut desk = Desk::on(day(6, 1));
    desk.ok(inquiry(channel, day(6, 1)));
    desk
}

fn crowd_of(speakers: usize) -> Command {
    let mut content = content(DisputeKind::Consumer);
    content.people = 40;
    content.parties[0].kind = PartyKind::Group;
    let speaker = Speaker { name: Private::new("代表甲".to_owned()), phone: None };
    content.parties[0].more = Some(Box::new(Particulars {
        members: 38,
        representatives: vec![speaker; speakers],
        ..Particulars::default()
    }));
    register(content)
}

/// T-L-09, T-Q-10: a registration is held to the same numbers as a later naming.
#[test]
fn a_group_is_registered_with_as_many_representatives_as_its_door_allows() {
    for (channel, most) in [(Channel::PetitionOffice, 5), (Channel::Hotline12315, 2)] {
        let desk = received_at(channel);
        assert!(desk.decide(&crowd_of(most)).is_ok(), "{channel}");
        let fault = PartyFault::TooManySpeakers { most };
        let refusal = desk.decide(&crowd_of(most + 1)).unwrap_err();
        assert_eq!(refusal, Refusal::Content(ContentFault::Party { party: 1, fault }));
    }
}

#[test]
fn a_registration_says_what_happened() {
    let mut empty = content(DisputeKind::Neighbour);
    empty.summary = Private::new(" \n".to_owned());
    let refusal = received().decide(&register(empty)).unwrap_err();
    assert_eq!(refusal, Refusal::Content(ContentFault::NoSummary));
}

/// Each door's own answer starts to run with the first contact and is owed until it is given.
#[test]
fn every_channel_starts_the_clock_of_its_own_answer_and_no_other() {
    for channel in Channel::ALL.iter().copied() {
        let desk = received_at(channel);
        let runs = desk.state().running.contains("channel_answer:1");
        assert_eq!(runs, Door::answer_rule(channel).is_some(), "{channel}");
        assert!(desk.state().running.contains("triage"), "{channel}");
        let mut answered = desk.clone();
        if runs {
            answered.ok(Command::AnswerChannel { door: 1, on: day(6, 1) });
            assert!(!answered.state().running.contains("channel_answer:1"), "{channel}");
        } else {
            assert!(answered.decide(&Command::AnswerChannel { door: 1, on: day(6, 1) }).is_err());
        }
    }
}

#[test]
fn every_channel_leaves_a_first_inquiry_record_and_a_receipt() {
    for channel in Channel::ALL.iter().copied() {
        let desk = received_at(channel);
        let first = &desk.state().first_inquiry;
        assert_eq!((first.unit, first.on, first.released_on), (agency(TOWN), day(6, 1), None));
        assert!(desk.state().receipt.is_of(DISPUTE), "{channel}");
    }
}

/// A state that was stored before there were particulars reads back.
#[test]
fn an_umbrella_without_particulars_is_stored_as_before() {
    let stored = serde_json::to_value(registered().state()).unwrap();
    assert!(stored["content"]["parties"][0].get("more").is_none());
    assert_eq!(&serde_json::from_value::<State>(stored).unwrap(), registered().state());
}
