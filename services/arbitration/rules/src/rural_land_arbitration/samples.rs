//! Sample commands and lawful courses, for tests and a bench.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;

use jiefen_procedure::kit::{Move, brief, day};
use jiefen_procedure::matrix::Circumstance;
use jiefen_vocab::{DisputeKind, Role, TrackKind};

use super::{
    Advance, Command, Defence, Duty, Ground, Kind, Matter, Measure, Place, RuralLandArbitration,
    StayGround,
};
use crate::tribunal::{Challenge, Chosen, Member, RecusalGround};

type One = Move<RuralLandArbitration>;

/// An application of 20 April over a dispute first told on 3 March 2026.
pub fn apply(kind: DisputeKind, facts: &[Circumstance], knew_on: &str, on: &str) -> Command {
    Command::Apply {
        brief: Some(brief(kind, TrackKind::LandArbitration, day("2026-03-03")).into()),
        number: "贺农仲案〔2026〕1号".into(),
        matter: Matter::Infringement,
        knew_on: Some(day(knew_on)),
        facts: facts.iter().copied().collect::<BTreeSet<_>>(),
        on: day(on),
    }
}

/// A plain application.
pub fn plain(on: &str) -> Command {
    apply(DisputeKind::LandContracting, &[], "2026-02-10", on)
}

/// A dispute handed over.
pub fn take_over(on: &str) -> Command {
    let brief =
        brief(DisputeKind::LandContracting, TrackKind::LandArbitration, day("2026-03-03")).into();
    Command::TakeOver { brief, person: "officer-1".into(), on: day(on) }
}

/// An arbitrator chosen by somebody.
pub fn member(person: &str, by: Chosen) -> Member {
    Member { person: person.into(), by }
}

/// Three arbitrators as the parties chose them.
pub fn three() -> Vec<Member> {
    vec![
        member("a1", Chosen::Jointly),
        member("a2", Chosen::Claimant),
        member("a3", Chosen::Director),
    ]
}

/// The tribunal is formed.
pub fn form(members: Vec<Member>, simple: bool, sole_agreed: &[u32], on: &str) -> Command {
    Command::FormTribunal { members, simple, sole_agreed: sole_agreed.to_vec(), on: day(on) }
}

/// A challenge over a ground known on a day.
pub fn challenge(arbitrator: &str, party: Option<u32>, known_on: &str, on: &str) -> Command {
    let challenge = Challenge {
        arbitrator: arbitrator.into(),
        party,
        ground: RecusalGround::Interest,
        on: day(on),
    };
    Command::Challenge { challenge, known_on: day(known_on) }
}

/// A respondent's answer.
pub fn defend(limitation: bool, counterclaim: bool, on: &str) -> Command {
    Command::FileDefence(Defence { party: 2, on: day(on), limitation, counterclaim })
}

/// A notice of hearing.
pub fn notify(hearing_on: &str, place: Place, on: &str) -> Command {
    Command::NotifyHearing { hearing_on: day(hearing_on), place, on: day(on) }
}

/// A hearing.
pub fn hold(absent: &[u32], withdrawn: bool, on: &str) -> Command {
    Command::HoldHearing { absent: absent.to_vec(), withdrawn, on: day(on) }
}

/// Mediation.
pub fn mediate(agreed: &[u32], on: &str) -> Command {
    Command::Mediate { agreed: agreed.to_vec(), on: day(on) }
}

/// An award.
pub fn award(kind: Kind, agreed: &[u32], on: &str) -> Command {
    Command::Award { kind, agreed: agreed.to_vec(), on: day(on) }
}

/// A command in the role that may give it.
pub fn by(today: &str, command: Command) -> One {
    use Role::{ArbitrationDirector, Arbitrator, System, WindowClerk};
    let roles = super::tell::roles(command.name());
    let role = [Arbitrator, ArbitrationDirector, WindowClerk, System];
    let role = role.into_iter().find(|role| roles.contains(role)).unwrap();
    (day(today), role, command)
}

const DAYS: [&str; 9] = [
    "2026-04-20",
    "2026-04-22",
    "2026-05-12",
    "2026-05-13",
    "2026-05-20",
    "2026-05-25",
    "2026-06-15",
    "2026-07-21",
    "2026-10-30",
];

/// Commands in all variety.
pub fn moves() -> Vec<One> {
    DAYS.iter().flat_map(|on| on_day(on)).collect()
}

fn on_day(on: &str) -> Vec<One> {
    let date = day(on);
    let sole = vec![member("a1", Chosen::Jointly)];
    let wrong = vec![member("a1", Chosen::Claimant)];
    let twice = vec![member("a1", Chosen::Jointly), member("a1", Chosen::Claimant)];
    let decide = |replacement| Command::DecideChallenge { replacement, on: date };
    let mut all = vec![
        take_over(on),
        plain(on),
        apply(DisputeKind::LandContracting, &[Circumstance::LandTitle], "2026-02-10", on),
        apply(DisputeKind::LandExpropriation, &[], "2026-02-10", on),
        apply(DisputeKind::LandContracting, &[], "2023-01-10", on),
        Command::Forgo { on: date },
        Command::Accept { on: date },
        Command::Refuse { ground: Ground::OtherBody, on: date },
        Command::ForwardDefence { on: date },
        defend(true, false, on),
        defend(false, true, on),
        form(three(), false, &[], on),
        form(sole.clone(), true, &[1], on),
        form(sole, true, &[1, 2], on),
        form(wrong, false, &[], on),
        form(twice, false, &[], on),
        Command::TellTribunal { on: date },
        challenge("a1", Some(1), on, on),
        challenge("a2", None, "2026-05-01", on),
        challenge("zz", None, on, on),
        decide(None),
        decide(Some(member("b1", Chosen::Director))),
        decide(Some(member("a3", Chosen::Director))),
    ];
    all.extend(in_the_trial(on));
    for party in [1, 2, 7] {
        all.extend([
            Command::ServeCopy { party, on: date },
            Command::AskOnTheSpot { party, on: date },
            Command::SignStatement { party, on: date },
            Command::Repent { party, on: date },
            Command::Receive { party, on: date },
            Command::Sue { party, on: date },
            Command::Lapse { party },
        ]);
    }
    all.into_iter().map(|command| by(on, command)).collect()
}

fn in_the_trial(on: &str) -> Vec<Command> {
    let date = day(on);
    vec![
        notify("2026-05-25", Place::Village, on),
        notify("2026-05-25", Place::Commission, on),
        Command::ChangeHearing { party: 2, granted: true, on: date },
        Command::ChangeHearing { party: 2, granted: false, on: date },
        hold(&[], false, on),
        hold(&[2], false, on),
        hold(&[1], true, on),
        hold(&[], true, on),
        mediate(&[], on),
        mediate(&[1], on),
        mediate(&[1, 2], on),
        Command::OrderAdvance {
            party: 1,
            what: Advance::StopDamage,
            relation_clear: true,
            on: date,
        },
        Command::OrderAdvance {
            party: 1,
            what: Advance::KeepAsIs,
            relation_clear: false,
            on: date,
        },
        Command::AskMeasure { party: 1, what: Measure::Property, on: date },
        Command::AskMeasure { party: 2, what: Measure::Evidence, on: date },
        Command::PassMeasure { measure: 1, on: date },
        Command::PassMeasure { measure: 2, on: date },
        Command::RuleMeasure { measure: 1, granted: true, on: date },
        Command::RuleMeasure { measure: 1, granted: false, on: date },
        Command::Stay { ground: StayGround::PartyDied, on: date },
        Command::Resume { on: date },
        Command::Extend { days: 30, on: date },
        Command::Extend { days: 31, on: date },
        award(Kind::Decided, &[], on),
        award(Kind::OnSettlement, &[1, 2], on),
        award(Kind::OnSettlement, &[2], on),
        award(Kind::DismissedAsLate, &[], on),
        Command::Terminate { ground: Ground::CourtSeized, on: date },
        Command::Withdraw { on: date },
        Command::NoteOverdue { duty: Duty::Acceptance },
        Command::NoteOverdue { duty: Duty::Award },
    ]
}

/// S01: applied 20 April, accepted 22 April, tribunal, answer, hearing in the village on 20 May.
pub fn heard() -> Vec<One> {
    vec![
        by("2026-04-20", plain("2026-04-20")),
        by("2026-04-22", Command::Accept { on: day("2026-04-22") }),
        by("2026-04-24", Command::ServeCopy { party: 2, on: day("2026-04-24") }),
        by("2026-04-27", form(three(), false, &[], "2026-04-27")),
        by("2026-04-28", Command::TellTribunal { on: day("2026-04-28") }),
        by("2026-05-06", defend(true, false, "2026-05-06")),
        by("2026-05-07", Command::ForwardDefence { on: day("2026-05-07") }),
        by("2026-05-08", Command::AskOnTheSpot { party: 1, on: day("2026-05-08") }),
        by("2026-05-08", Command::AskOnTheSpot { party: 2, on: day("2026-05-08") }),
        by("2026-05-12", notify("2026-05-20", Place::Village, "2026-05-12")),
        by("2026-05-20", hold(&[], false, "2026-05-20")),
    ]
}

fn after(start: &[One], rest: Vec<One>) -> Vec<One> {
    start.iter().cloned().chain(rest).collect()
}

/// The award of 15 June.
pub fn awarded() -> Vec<One> {
    after(
        &heard(),
        vec![
            by("2026-05-20", mediate(&[], "2026-05-20")),
            by("2026-06-15", award(Kind::Decided, &[], "2026-06-15")),
        ],
    )
}

/// Heard and mediated in vain; nobody raised limitation.
fn without_limitation() -> Vec<One> {
    let mut line = heard();
    line[5] = by("2026-05-06", defend(false, false, "2026-05-06"));
    line.push(by("2026-05-20", mediate(&[], "2026-05-20")));
    line
}

/// Property is preserved and evidence asked for; one case stands still, the other is decided first.
fn preserved() -> Vec<Vec<One>> {
    let ask = |what, on| by(on, Command::AskMeasure { party: 1, what, on: day(on) });
    let pass = |measure, on| by(on, Command::PassMeasure { measure, on: day(on) });
    let rule = |measure, on| by(on, Command::RuleMeasure { measure, granted: true, on: day(on) });
    let stay = Command::Stay { ground: StayGround::OtherCase, on: day("2026-05-12") };
    let mut decided = after(
        &heard()[..2],
        vec![
            ask(Measure::Property, "2026-04-22"),
            pass(1, "2026-04-22"),
            ask(Measure::Evidence, "2026-04-22"),
            ask(Measure::Evidence, "2026-04-22"),
            pass(3, "2026-04-22"),
        ],
    );
    decided.extend(heard()[2..].to_vec());
    decided.extend([
        by("2026-05-20", mediate(&[], "2026-05-20")),
        by("2026-06-15", award(Kind::Decided, &[], "2026-06-15")),
        rule(1, "2026-06-15"),
        pass(2, "2026-06-15"),
        by("2026-06-15", Command::Sue { party: 2, on: day("2026-06-15") }),
    ]);
    let stood = after(
        &heard()[..2],
        vec![
            ask(Measure::Property, "2026-04-22"),
            ask(Measure::Evidence, "2026-04-22"),
            pass(1, "2026-05-12"),
            by("2026-05-12", stay),
            by("2026-05-13", Command::Withdraw { on: day("2026-05-13") }),
        ],
    );
    vec![decided, stood]
}

/// The five working days pass in silence.
fn unanswered() -> Vec<One> {
    let at = day;
    vec![
        by("2026-04-20", plain("2026-04-20")),
        by("2026-04-28", Command::NoteOverdue { duty: Duty::Acceptance }),
        by("2026-04-28", Command::Withdraw { on: at("2026-04-28") }),
    ]
}

/// A counterclaim in the case, a hearing set, and then a court accepts the dispute.
fn then_seized() -> Vec<One> {
    let seized = Command::Terminate { ground: Ground::CourtSeized, on: day("2026-05-21") };
    after(
        &heard()[..5],
        vec![
            by("2026-05-06", defend(false, true, "2026-05-06")),
            by("2026-05-12", notify("2026-05-20", Place::Township, "2026-05-12")),
            by("2026-05-21", seized),
        ],
    )
}

/// Complete lawful courses, one or more an ending.
pub fn lines() -> Vec<Vec<One>> {
    let at = day;
    let accepted = &heard()[..2];
    let served = after(
        &heard()[..6],
        vec![
            by("2026-05-07", Command::Stay { ground: StayGround::OtherCase, on: at("2026-05-07") }),
            by("2026-05-20", Command::Resume { on: at("2026-05-20") }),
            by("2026-05-21", Command::Extend { days: 30, on: at("2026-05-21") }),
            by("2026-05-22", Command::Withdraw { on: at("2026-05-22") }),
        ],
    );
    let mut all = vec![
        vec![
            by("2026-04-20", take_over("2026-04-20")),
            by("2026-04-22", Command::Forgo { on: at("2026-04-22") }),
        ],
        vec![
            by(
                "2026-04-20",
                apply(DisputeKind::LandExpropriation, &[], "2026-02-10", "2026-04-20"),
            ),
            by("2026-04-22", Command::Refuse { ground: Ground::OtherBody, on: at("2026-04-22") }),
        ],
        after(
            accepted,
            vec![by(
                "2026-05-12",
                Command::Terminate { ground: Ground::CourtSeized, on: at("2026-05-12") },
            )],
        ),
        after(
            accepted,
            vec![
                by("2026-06-23", Command::NoteOverdue { duty: Duty::Award }),
                by("2026-07-01", Command::Withdraw { on: at("2026-07-01") }),
            ],
        ),
        served,
        after(
            &without_limitation(),
            vec![by(
                "2026-05-20",
                Command::Terminate { ground: Ground::AlreadyDecided, on: at("2026-05-20") },
            )],
        ),
        then_seized(),
        unanswered(),
        after(
            &heard()[..4],
            vec![
                by("2026-04-28", challenge("a1", Some(2), "2026-04-28", "2026-04-28")),
                by("2026-04-30", Command::Withdraw { on: at("2026-04-30") }),
            ],
        ),
        after(
            &heard()[..4],
            vec![
                by(
                    "2026-04-28",
                    Command::Stay { ground: StayGround::PartyDied, on: at("2026-04-28") },
                ),
                by("2026-04-30", Command::Withdraw { on: at("2026-04-30") }),
            ],
        ),
    ];
    all.extend(after_the_hearing());
    all.extend(preserved());
    all
}

/// Courses from the hearing on.
fn after_the_hearing() -> Vec<Vec<One>> {
    let at = day;
    let receive = |party, on| by(on, Command::Receive { party, on: at(on) });
    vec![
        after(
            &heard(),
            vec![
                by("2026-05-20", mediate(&[1, 2], "2026-05-20")),
                by("2026-05-21", Command::SignStatement { party: 1, on: at("2026-05-21") }),
                by("2026-05-22", Command::SignStatement { party: 2, on: at("2026-05-22") }),
            ],
        ),
        after(
            &heard(),
            vec![
                by("2026-05-20", mediate(&[1, 2], "2026-05-20")),
                by("2026-05-21", Command::Repent { party: 1, on: at("2026-05-21") }),
                by("2026-05-25", award(Kind::OnSettlement, &[1, 2], "2026-05-25")),
                receive(1, "2026-05-26"),
                by("2026-06-01", Command::Sue { party: 2, on: at("2026-06-01") }),
            ],
        ),
        after(
            &awarded(),
            vec![
                receive(1, "2026-06-17"),
                receive(2, "2026-06-18"),
                by("2026-07-18", Command::Lapse { party: 1 }),
                by("2026-07-21", Command::Lapse { party: 2 }),
            ],
        ),
    ]
}
