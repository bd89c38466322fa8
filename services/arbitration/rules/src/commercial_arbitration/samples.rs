//! Sample commands and lawful courses, for tests and a bench.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;

use jiefen_procedure::kit::{Move, brief, day};
use jiefen_procedure::matrix::Circumstance;
use jiefen_vocab::{DisputeKind, Role, TrackKind};

use super::{
    AdHocGround, Agreement, Apply, Asked, Command, CommercialArbitration, Duty, Form, Forum,
    Ground, HoldHearing, Kind, Measure, Mode, SetAsideGround, Size, StayGround,
};
use crate::tribunal::{Challenge, Chosen, Member, RecusalGround};

type One = Move<CommercialArbitration>;

/// A written agreement on this body and three arbitrators.
pub fn written() -> Agreement {
    Agreement {
        form: Form::Written,
        names_body: true,
        size: Size::Three,
        by_the_two: false,
        forum: Forum::Body,
    }
}

/// An agreement to arbitrate ad hoc.
pub fn ad_hoc(foreign: bool, ground: Option<AdHocGround>) -> Agreement {
    Agreement { forum: Forum::AdHoc { foreign, ground }, names_body: false, ..written() }
}

/// An application over a dispute first told on 5 January 2026.
pub fn apply(kind: DisputeKind, agreement: Agreement, facts: &[Circumstance], on: &str) -> Command {
    Command::Apply(Apply {
        brief: Some(brief(kind, TrackKind::CommercialArbitration, day("2026-01-05")).into()),
        number: "银仲〔2026〕1号".into(),
        agreement,
        facts: facts.iter().copied().collect::<BTreeSet<_>>(),
        on: day(on),
    })
}

/// A plain application.
pub fn plain(agreement: Agreement, on: &str) -> Command {
    apply(DisputeKind::ContractDebt, agreement, &[], on)
}

/// A dispute handed over.
pub fn take_over(on: &str) -> Command {
    let track = TrackKind::CommercialArbitration;
    let brief = brief(DisputeKind::ContractDebt, track, day("2026-01-05")).into();
    Command::TakeOver { brief, person: "officer-1".into(), on: day(on) }
}

/// An arbitrator chosen by somebody.
pub fn member(person: &str, by: Chosen) -> Member {
    Member { person: person.into(), by }
}

/// Three arbitrators, the presiding one chosen so.
pub fn three(presiding: Chosen) -> Vec<Member> {
    vec![member("a1", presiding), member("a2", Chosen::Claimant), member("a3", Chosen::Respondent)]
}

/// The tribunal is formed.
pub fn form(members: Vec<Member>, on: &str) -> Command {
    Command::FormTribunal { members, on: day(on) }
}

/// A challenge over a ground known on a day.
pub fn challenge(arbitrator: &str, party: Option<u32>, known_on: &str, on: &str) -> Command {
    let ground = RecusalGround::OtherRelation;
    let challenge = Challenge { arbitrator: arbitrator.into(), party, ground, on: day(on) };
    Command::Challenge { challenge, known_on: day(known_on) }
}

/// An objection to the agreement.
pub fn object(of: Asked, on: &str) -> Command {
    Command::Object { party: 2, of, on: day(on) }
}

/// Its decision.
pub fn decide(by: Asked, valid: bool, on: &str) -> Command {
    Command::DecideObjection { by, valid, on: day(on) }
}

/// A hearing that nobody misses.
pub fn hold(mode: Mode, agreed: &[u32], prompted: bool, on: &str) -> Command {
    let agreed = agreed.to_vec();
    let on = day(on);
    Command::HoldHearing(HoldHearing {
        mode,
        agreed,
        absent: vec![],
        withdrawn: false,
        prompted,
        on,
    })
}

/// A hearing that somebody misses.
pub fn missed(absent: &[u32], withdrawn: bool, on: &str) -> Command {
    let (absent, on) = (absent.to_vec(), day(on));
    let agreed = vec![];
    Command::HoldHearing(HoldHearing {
        mode: Mode::Room,
        agreed,
        absent,
        withdrawn,
        prompted: false,
        on,
    })
}

/// An award.
pub fn award(kind: Kind, agreed: &[u32], on: &str) -> Command {
    Command::Award { kind, agreed: agreed.to_vec(), on: day(on) }
}

/// A request to set aside.
pub fn ask(party: u32, ground: SetAsideGround, on: &str) -> Command {
    Command::AskSetAside { party, ground, on: day(on) }
}

/// The court's ruling on it.
pub fn rule(set_aside: bool, on: &str) -> Command {
    Command::RuleSetAside { set_aside, on: day(on) }
}

/// A receipt of the award.
pub fn receive(party: u32, on: &str) -> One {
    by(on, Command::Receive { party, on: day(on) })
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
    "2026-02-10",
    "2026-03-09",
    "2026-03-11",
    "2026-04-20",
    "2026-05-20",
    "2026-05-25",
    "2026-08-10",
    "2026-08-26",
    "2026-12-30",
];

/// Commands in all variety.
pub fn moves() -> Vec<One> {
    let on_day = |on: &&str| {
        let commands = at_the_door(on).into_iter().chain(in_the_trial(on)).chain(after(on));
        commands.map(|command| by(on, command)).collect::<Vec<_>>()
    };
    DAYS.iter().flat_map(on_day).collect()
}

fn at_the_door(on: &str) -> Vec<Command> {
    let date = day(on);
    let asserted = Agreement { form: Form::Asserted, size: Size::NotAgreed, ..written() };
    vec![
        take_over(on),
        plain(written(), on),
        plain(asserted, on),
        plain(Agreement { form: Form::None, ..written() }, on),
        plain(Agreement { names_body: false, ..written() }, on),
        plain(ad_hoc(true, Some(AdHocGround::Maritime)), on),
        plain(ad_hoc(false, None), on),
        Command::Forgo { on: date },
        Command::Accept { on: date },
        Command::Refuse { ground: Ground::NoAgreement, on: date },
        Command::NoteSuit { party: 1, raised: true, on: date },
        Command::NoteSuit { party: 1, raised: false, on: date },
        Command::AskMeasure { party: 1, what: Measure::Property, on: date },
        Command::AskMeasure { party: 1, what: Measure::Conduct, on: date },
        Command::OpposeOnline { party: 2, on: date },
        Command::Withdraw { on: date },
        Command::NoteOverdue { duty: Duty::Acceptance },
        Command::NoteOverdue { duty: Duty::Award },
    ]
}

fn in_the_trial(on: &str) -> Vec<Command> {
    let date = day(on);
    let twice = vec![member("a1", Chosen::Jointly), member("a1", Chosen::Claimant)];
    let replace = |replacement| Command::DecideChallenge { replacement, on: date };
    let mut all = vec![
        Command::FileDefence { party: 2, counterclaim: false, on: date },
        Command::FileDefence { party: 2, counterclaim: true, on: date },
        Command::ForwardDefence { on: date },
        form(three(Chosen::Jointly), on),
        form(three(Chosen::Director), on),
        form(three(Chosen::Claimant), on),
        form(vec![member("a1", Chosen::Jointly)], on),
        form(twice, on),
        Command::Disclose { arbitrator: "a1".into(), on: date },
        Command::Disclose { arbitrator: "zz".into(), on: date },
        Command::FileAdHoc { on: date },
        challenge("a1", Some(1), on, on),
        challenge("a2", None, "2026-03-25", on),
        replace(None),
        replace(Some(member("b1", Chosen::Jointly))),
        Command::Repeat { on: date },
        Command::NotifyHearing { hearing_on: day("2026-04-20"), on: date },
        Command::NotifyHearing { hearing_on: day("2026-05-20"), on: date },
        Command::Postpone { party: 2, granted: true, on: date },
        Command::Postpone { party: 2, granted: false, on: date },
        hold(Mode::Room, &[], false, on),
        hold(Mode::Room, &[], true, on),
        hold(Mode::Online, &[], true, on),
        hold(Mode::Papers, &[1, 2], true, on),
        hold(Mode::Papers, &[1], true, on),
        missed(&[1], true, on),
        missed(&[2], true, on),
        missed(&[2], false, on),
        Command::Mediate { agreed: vec![], on: date },
        Command::Mediate { agreed: vec![1, 2], on: date },
        Command::Stay { ground: StayGround::Appraisal, on: date },
        Command::Resume { on: date },
        award(Kind::Decided, &[], on),
        award(Kind::OnAgreement, &[1, 2], on),
        award(Kind::Sham, &[], on),
    ];
    for of in [Asked::Body, Asked::Court] {
        all.push(object(of, on));
    }
    for by in [Asked::Body, Asked::Tribunal, Asked::Court] {
        all.extend([decide(by, true, on), decide(by, false, on)]);
    }
    for party in [1, 2, 7] {
        all.extend([
            Command::ServeCopy { party, on: date },
            Command::SignStatement { party, on: date },
            Command::Repent { party, on: date },
        ]);
    }
    all
}

fn after(on: &str) -> Vec<Command> {
    let date = day(on);
    let mut all = vec![
        Command::Correct { on: date },
        Command::Remit { by: day("2026-09-30"), on: date },
        Command::Remit { by: day("2026-08-11"), on: date },
        Command::BeginAgain { on: date },
        Command::DeclineAgain { on: date },
        rule(true, on),
        rule(false, on),
        Command::RefuseEnforcement { party: 2, ground: SetAsideGround::HiddenEvidence, on: date },
    ];
    for party in [1, 2] {
        all.extend([
            Command::Receive { party, on: date },
            Command::AskCorrection { party, on: date },
            ask(party, SetAsideGround::HiddenEvidence, on),
            Command::Lapse { party },
        ]);
    }
    all
}

/// Applied on 9 March 2026, under the revised Act: tribunal, answer, hearing on 20 April.
pub fn heard() -> Vec<One> {
    vec![
        by("2026-03-09", plain(written(), "2026-03-09")),
        by("2026-03-11", Command::Accept { on: day("2026-03-11") }),
        by("2026-03-16", Command::ServeCopy { party: 2, on: day("2026-03-16") }),
        by("2026-03-25", form(three(Chosen::Director), "2026-03-25")),
        by(
            "2026-03-30",
            Command::FileDefence { party: 2, counterclaim: false, on: day("2026-03-30") },
        ),
        by("2026-04-01", Command::ForwardDefence { on: day("2026-04-01") }),
        by(
            "2026-04-08",
            Command::NotifyHearing { hearing_on: day("2026-04-20"), on: day("2026-04-08") },
        ),
        by("2026-04-20", hold(Mode::Room, &[], false, "2026-04-20")),
    ]
}

/// The course and what follows.
pub fn then(start: &[One], rest: Vec<One>) -> Vec<One> {
    start.iter().cloned().chain(rest).collect()
}

/// The award of 20 May, received on 22 and 25 May.
pub fn received() -> Vec<One> {
    then(
        &heard(),
        vec![
            by("2026-05-20", award(Kind::Decided, &[], "2026-05-20")),
            receive(1, "2026-05-22"),
            receive(2, "2026-05-25"),
        ],
    )
}

/// The second party has asked for setting aside, and the court has called for re-arbitration.
pub fn remitted() -> Vec<One> {
    then(
        &received(),
        vec![
            by("2026-06-01", Command::AskCorrection { party: 1, on: day("2026-06-01") }),
            by("2026-08-10", ask(2, SetAsideGround::HiddenEvidence, "2026-08-10")),
            by("2026-08-20", Command::Remit { by: day("2026-09-30"), on: day("2026-08-20") }),
        ],
    )
}

/// Complete lawful courses, one or more an ending.
pub fn lines() -> Vec<Vec<One>> {
    let at = day;
    let accepted = &heard()[..2];
    let mut all = vec![
        vec![
            by("2026-03-09", take_over("2026-03-09")),
            by("2026-03-11", Command::Forgo { on: at("2026-03-11") }),
        ],
        vec![
            by("2026-03-09", plain(Agreement { form: Form::None, ..written() }, "2026-03-09")),
            by("2026-03-11", Command::Refuse { ground: Ground::NoAgreement, on: at("2026-03-11") }),
        ],
        vec![
            by("2026-02-10", plain(written(), "2026-02-10")),
            by("2026-02-25", Command::NoteOverdue { duty: Duty::Acceptance }),
            by("2026-02-25", Command::Withdraw { on: at("2026-02-25") }),
        ],
        then(
            accepted,
            vec![
                by("2026-03-16", object(Asked::Body, "2026-03-16")),
                by("2026-03-20", decide(Asked::Body, false, "2026-03-20")),
            ],
        ),
        then(
            accepted,
            vec![by(
                "2026-03-20",
                Command::NoteSuit { party: 1, raised: false, on: at("2026-03-20") },
            )],
        ),
        then(
            &heard()[..5],
            vec![
                by("2026-04-01", object(Asked::Court, "2026-04-01")),
                by(
                    "2026-04-02",
                    Command::Stay { ground: StayGround::CourtReviews, on: at("2026-04-02") },
                ),
                by("2026-05-06", decide(Asked::Court, true, "2026-05-06")),
                by("2026-05-06", Command::Resume { on: at("2026-05-06") }),
                by("2026-05-07", Command::Withdraw { on: at("2026-05-07") }),
            ],
        ),
        then(
            &heard()[..2],
            vec![
                by("2026-03-25", form(three(Chosen::Jointly), "2026-03-25")),
                by(
                    "2026-03-26",
                    Command::Stay { ground: StayGround::OtherCase, on: at("2026-03-26") },
                ),
                by("2026-05-07", Command::Withdraw { on: at("2026-05-07") }),
            ],
        ),
        then(
            &heard(),
            vec![
                by("2026-08-03", Command::NoteOverdue { duty: Duty::Award }),
                by("2026-08-10", Command::Withdraw { on: at("2026-08-10") }),
            ],
        ),
        asserted_with_counterclaim(),
        ad_hoc_course(),
    ];
    all.extend(after_the_hearing());
    all
}

/// Ad hoc, between companies of a free trade zone, filed within three working days.
fn ad_hoc_course() -> Vec<One> {
    let agreement = ad_hoc(true, Some(AdHocGround::FreeTradeZone));
    vec![
        by("2026-03-09", plain(agreement, "2026-03-09")),
        by("2026-03-11", Command::Accept { on: day("2026-03-11") }),
        by("2026-03-25", form(three(Chosen::Jointly), "2026-03-25")),
        by("2026-03-26", Command::Stay { ground: StayGround::BothAsk, on: day("2026-03-26") }),
        by("2026-03-27", Command::FileAdHoc { on: day("2026-03-27") }),
        by("2026-05-07", Command::Withdraw { on: day("2026-05-07") }),
    ]
}

/// An agreement that is only asserted and then denied, and a counterclaim in the case.
fn asserted_with_counterclaim() -> Vec<One> {
    let mut line = heard()[..7].to_vec();
    line[0] =
        by("2026-03-09", plain(Agreement { form: Form::Asserted, ..written() }, "2026-03-09"));
    line[4] = by(
        "2026-03-30",
        Command::FileDefence { party: 2, counterclaim: true, on: day("2026-03-30") },
    );
    line.push(by("2026-04-10", object(Asked::Body, "2026-04-10")));
    line.push(by("2026-04-12", decide(Asked::Tribunal, false, "2026-04-12")));
    line
}

/// Courses from the hearing on.
fn after_the_hearing() -> Vec<Vec<One>> {
    let at = day;
    vec![
        then(
            &heard(),
            vec![
                by("2026-04-20", Command::Mediate { agreed: vec![1, 2], on: at("2026-04-20") }),
                by("2026-04-21", Command::SignStatement { party: 1, on: at("2026-04-21") }),
                by("2026-04-22", Command::SignStatement { party: 2, on: at("2026-04-22") }),
            ],
        ),
        then(
            &heard(),
            vec![
                by("2026-04-21", challenge("a1", Some(1), "2026-04-21", "2026-04-21")),
                by(
                    "2026-04-22",
                    Command::DecideChallenge {
                        replacement: Some(member("b1", Chosen::Director)),
                        on: at("2026-04-22"),
                    },
                ),
                by("2026-04-23", Command::Repeat { on: at("2026-04-23") }),
                by("2026-05-07", Command::Withdraw { on: at("2026-05-07") }),
            ],
        ),
        then(
            &received(),
            vec![
                by("2026-08-25", Command::Lapse { party: 1 }),
                by("2026-08-26", Command::Lapse { party: 2 }),
                by(
                    "2026-09-10",
                    Command::RefuseEnforcement {
                        party: 2,
                        ground: SetAsideGround::Procedure,
                        on: at("2026-09-10"),
                    },
                ),
            ],
        ),
        then(
            &remitted(),
            vec![
                by("2026-08-25", Command::Lapse { party: 1 }),
                by("2026-10-08", Command::DeclineAgain { on: at("2026-10-08") }),
                by("2026-10-20", rule(false, "2026-10-20")),
            ],
        ),
        then(
            &remitted(),
            vec![
                by("2026-09-10", Command::BeginAgain { on: at("2026-09-10") }),
                by("2026-09-20", award(Kind::OnAgreement, &[1, 2], "2026-09-20")),
                by("2026-09-25", ask(1, SetAsideGround::Corruption, "2026-09-25")),
                by("2026-10-09", rule(true, "2026-10-09")),
            ],
        ),
        remitted_before_receipt(),
    ]
}

/// Asked before anybody's receipt was recorded, sent back in vain, set aside.
fn remitted_before_receipt() -> Vec<One> {
    let at = day;
    then(
        &heard(),
        vec![
            by("2026-05-20", award(Kind::Decided, &[], "2026-05-20")),
            by("2026-06-10", ask(2, SetAsideGround::ForgedEvidence, "2026-06-10")),
            by("2026-06-20", Command::Remit { by: at("2026-07-20"), on: at("2026-06-20") }),
            by("2026-07-21", Command::DeclineAgain { on: at("2026-07-21") }),
            by("2026-07-30", rule(true, "2026-07-30")),
        ],
    )
}
