//! Sample commands and courses of a village negotiation.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use jiefen_procedure::kit::{Move, brief, day};
use jiefen_vocab::{DisputeKind, Role, TrackKind};
use jiff::civil::Date;

use super::{Caller, Command, Forum, Meeting, Roll, Topic, VillageNegotiation};
use crate::talks::samples::{draft, hash, owed};

/// A village of 300 adults, 120 households and 30 representatives.
pub const ROLL: Roll = Roll { adults: 300, households: 120, representatives: 30 };

/// Sets a topic.
pub fn set(topic: Topic, on: Date) -> Command {
    let brief = brief(DisputeKind::Neighbour, TrackKind::Negotiation, on);
    Command::SetTopic { brief: Box::new(brief), topic, forum: Forum::Council, on }
}

/// Calls a meeting by the committee.
pub fn call(meeting: Meeting, held_on: Date, on: Date) -> Command {
    Command::CallMeeting { meeting, caller: Caller::Committee, roll: ROLL, held_on, on }
}

/// The meeting as held.
pub fn held(present: u32, in_favour: u32, on: Date) -> Command {
    Command::HoldMeeting { present, in_favour, hash: hash(), on }
}

fn words(on: Date) -> Vec<Command> {
    let text = draft(vec![owed(1, 100, day("2026-12-31"))]);
    let mut all: Vec<Command> =
        [Topic::Dispute, Topic::Common, Topic::LandAdjustment].map(|one| set(one, on)).to_vec();
    all.extend([0, 12].map(|present| Command::HoldTalks { present, on }));
    for agreed in [vec![1, 2], vec![1]] {
        all.push(Command::Agree { draft: text.clone(), agreed, on });
    }
    all.push(Command::Agree { draft: draft(Vec::new()), agreed: vec![1, 2], on });
    for text in [hash(), String::new()] {
        all.push(Command::ReachOutcome { hash: text.clone(), on });
        all.push(Command::HoldMeeting { present: 200, in_favour: 150, hash: text, on });
    }
    let meeting = day("2026-03-20");
    for which in [Meeting::Villagers, Meeting::Households, Meeting::Representatives] {
        all.push(call(which, meeting, on));
    }
    for caller in [Caller::Villagers { count: 29 }, Caller::Representatives { count: 10 }] {
        let meeting = Meeting::Villagers;
        all.push(Command::CallMeeting {
            meeting,
            caller,
            roll: ROLL,
            held_on: day("2026-03-20"),
            on,
        });
    }
    let roll = Roll { adults: 0, ..ROLL };
    let caller = Caller::Committee;
    all.push(Command::CallMeeting {
        meeting: Meeting::Villagers,
        caller,
        roll,
        held_on: meeting,
        on,
    });
    all.extend([held(10, 10, on), held(200, 50, on), held(200, 201, on), held(20, 20, on)]);
    all.extend([true, false].map(|lawful| Command::Answer { lawful, on }));
    for text in ["凭证", " "] {
        all.push(Command::Object { ground: text.to_owned(), on });
        all.push(Command::ReportDone { proof: text.to_owned(), on });
        all.push(Command::Annul { paper: text.to_owned(), on });
    }
    for when in [day("2030-01-01"), day("2020-01-01")] {
        all.push(Command::HoldTalks { present: 3, on: when });
    }
    all.extend([Command::NotHeld, Command::TakeEffect, Command::EndTalks]);
    all
}

/// Commands in all variety.
pub fn moves() -> Vec<Move<VillageNegotiation>> {
    let of = |text: &str| {
        let on = day(text);
        words(on).into_iter().map(move |command| (on, Role::Mediator, command))
    };
    ["2026-03-02", "2026-03-20", "2026-05-20"].iter().flat_map(|text| of(text)).collect()
}

/// Complete lawful courses, at least one for each ending.
pub fn lines() -> Vec<Vec<Move<VillageNegotiation>>> {
    let (on, meeting, late) = (day("2026-03-02"), day("2026-03-20"), day("2026-05-20"));
    let text = draft(vec![owed(1, 100, day("2026-12-31"))]);
    let talked = |topic| vec![(on, set(topic, on)), (on, Command::HoldTalks { present: 12, on })];
    let resolved = |topic, which, present, votes| {
        let mut line = talked(topic);
        line.push((on, call(which, meeting, on)));
        line.push((meeting, held(present, votes, meeting)));
        line
    };
    let then = |mut line: Vec<(Date, Command)>, more: Vec<(Date, Command)>| {
        line.extend(more);
        line
    };
    let done = || (late, Command::ReportDone { proof: "照片".to_owned(), on: late });
    let annul = || (late, Command::Annul { paper: "判决".to_owned(), on: late });
    let answer = |lawful| (late, Command::Answer { lawful, on: late });
    let object = || (meeting, Command::Object { ground: "侵害权益".to_owned(), on: meeting });
    let land = || resolved(Topic::LandAdjustment, Meeting::Representatives, 25, 20);
    let common = || resolved(Topic::Common, Meeting::Villagers, 200, 150);
    let lines = vec![
        then(
            talked(Topic::Dispute),
            vec![(on, Command::Agree { draft: text, agreed: vec![1, 2], on })],
        ),
        then(talked(Topic::Dispute), vec![(late, Command::EndTalks)]),
        then(
            talked(Topic::Common),
            vec![
                (on, Command::ReachOutcome { hash: hash(), on }),
                (late, Command::TakeEffect),
                done(),
            ],
        ),
        then(common(), vec![(late, Command::TakeEffect), annul()]),
        then(common(), vec![object(), answer(true), done()]),
        then(common(), vec![object(), annul()]),
        then(land(), vec![(late, Command::TakeEffect), answer(true), done()]),
        then(land(), vec![object(), answer(false), (late, Command::EndTalks)]),
    ];
    let by = |(on, command): (Date, Command)| (on, Role::Mediator, command);
    lines.into_iter().map(|line| line.into_iter().map(by).collect()).collect()
}
