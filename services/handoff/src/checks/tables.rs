//! Every message in every state, as a table: what comes, on which desk, and what follows.

use jiefen_vocab::{Moment, Outcome};

use super::states::*;
use super::world::{BRIEF, DUE};
use crate::{Effect, Ground, Input, Message, Mode, VoidReason};

fn desks() -> Vec<(&'static str, Story)> {
    vec![
        ("nothing", nothing()),
        ("holder", holder()),
        ("offering", offering(Mode::Transfer)),
        ("passed", passed(Mode::Transfer)),
        ("asked", asked(Mode::Transfer)),
        ("awaiting", awaiting(Mode::Transfer)),
        ("given", given(Mode::Transfer)),
        ("seeking", seeking()),
        ("helping", helping()),
        ("helped", helped()),
    ]
}

fn messages() -> Vec<Message> {
    let (epoch, mode) = (epoch(2), Mode::Transfer);
    let (task, due, ground, proposal) = (TASK, DUE, Ground::NoConsent, None);
    vec![
        Message::Offered(offered(2, mode)),
        Message::Accepted { epoch },
        declined(2),
        objected(2),
        Message::Confirmed { epoch, mode },
        Message::Voided { epoch, reason: VoidReason::Expired },
        Message::ExpiryNotice { epoch, unit: third(), mode },
        Message::ProgressReported { epoch, at: DUE, track: None, next: None },
        result(2),
        Message::ResultAcknowledged { epoch },
        request(2),
        designated(1, third(), false),
        Message::TaskGiven { task, epoch, due },
        Message::TaskDeclined { task, ground, proposal },
        Message::TaskDone { task, outcome: Outcome::Performed },
        Message::TaskWithdrawn { task },
    ]
}

fn table() -> String {
    let mut lines = Vec::new();
    for message in messages() {
        for (name, story) in desks() {
            let by_centre = matches!(message, Message::Designated { .. });
            let from = if by_centre { centre() } else { they() };
            let input = Input::Received { from, message: message.clone() };
            let step = story.tried(&input).unwrap();
            let mut said = words(&step.effects);
            if said.is_empty() {
                said = if step.desk == story.0 { "nothing" } else { "noted" }.to_owned();
            }
            lines.push(format!("{} on {name}: {said}", message.code()));
        }
    }
    lines.join("\n")
}

#[test]
fn every_message_in_every_state() {
    let wanted = include_str!("messages.txt");
    let table = table();
    for (line, wanted) in table.lines().zip(wanted.lines()) {
        assert_eq!(line, wanted);
    }
    assert_eq!(table.lines().count(), wanted.lines().count());
}

#[test]
fn the_stored_form_of_a_message_begins_with_its_code() {
    for message in messages() {
        let stored = serde_json::to_value(&message).unwrap();
        assert!(stored.get(message.code()).is_some(), "{stored}");
        assert_eq!(serde_json::from_value::<Message>(stored).unwrap(), message);
    }
}

#[test]
fn in_quarantine_every_message_waits_and_nothing_is_lost() {
    for (_, story) in desks() {
        let story = story.then(&Input::Restored { incarnation: 1 });
        for message in messages() {
            let step = story.tried(&Input::Received { from: they(), message }).unwrap();
            assert_eq!(step.effects, vec![Effect::Postponed]);
            assert_eq!(step.desk, story.0);
        }
    }
}

#[test]
fn ones_own_messages_are_nobodys() {
    for (_, story) in desks() {
        for message in messages() {
            let step = story.tried(&Input::Received { from: us(), message }).unwrap();
            assert_eq!(step.desk, story.0);
            assert_eq!(words(&step.effects), "ignored Stranger");
        }
    }
}

#[test]
fn the_mark_and_the_brief_stay_small() {
    let stored = serde_json::to_string(&holder().0).unwrap();
    assert_eq!(stored, r#"{"custody":{"holder":{"epoch":"0.1"}},"mark":"0.1"}"#);
    assert!(serde_json::to_string(&passed(Mode::Delegate).0).unwrap().len() < 200);
    assert_eq!(BRIEF, offered(2, Mode::Transfer).brief);
    assert_eq!(offering(Mode::Transfer).0.waiting_due(), Some(DUE));
    assert_eq!(asked(Mode::Transfer).0.waiting_due(), Some(DUE));
    assert_eq!(holder().0.waiting_due(), None::<Moment>);
}

#[test]
#[ignore = "prints the table for review when messages change"]
fn print_the_table() {
    println!("{}", table());
}
