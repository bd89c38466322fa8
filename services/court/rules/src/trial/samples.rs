//! Sample commands and lawful courses of trials, for tests and benches.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;
use std::sync::Arc;

use jiefen_procedure::kit::{Move, brief, day};
use jiefen_procedure::term::Standstill;
use jiefen_vocab::{DisputeKind, Fen, Role, TrackKind};

use super::{Approver, Change, Command, Decided, NotCounted, Opening, Receipt, Track, Trial};
use crate::filing::{AverageWage, Bar, Measure};

type Line = Vec<Move<Trial>>;
type Step = (&'static str, Command);

/// A money claim of so many yuan against an average wage of 100,000.
pub fn measure(yuan: i64, wage_of: i16) -> Measure {
    Measure {
        amount: Some(Fen::yuan(yuan)),
        money_only: true,
        simple: true,
        bars: BTreeSet::new(),
        agreed: vec![1, 2],
        wage: AverageWage {
            year: wage_of,
            amount: Fen::yuan(100_000),
            source: "自治区统计局".to_owned(),
        },
    }
}

/// A case filed on a day, with the complaint served on the second party.
pub fn opening(track: Track, yuan: i64, filed_on: &str) -> Opening {
    let filed_on = day(filed_on);
    Opening {
        brief: brief(DisputeKind::PropertyManagement, TrackKind::Litigation, filed_on).into(),
        plaintiffs: BTreeSet::from([1]),
        case_no: "（2026）宁0122民初1号".to_owned(),
        judge: "judge-1".to_owned(),
        sued_on: filed_on,
        filed_on,
        fee_told_on: None,
        track,
        measure: measure(yuan, filed_on.year() - 1),
        complaints: vec![Receipt { party: 2, on: filed_on }],
        standstills: Vec::new(),
        must_mediate: false,
        barred: vec!["m-1".to_owned()],
    }
}

/// S07: filed on 27 February for 8,400 yuan; entrusted mediation was extended until 8 April.
pub fn s07() -> Opening {
    let still = Standstill {
        from: day("2026-03-10"),
        to: Some(day("2026-04-08")),
        reason: "mediation_extension".to_owned(),
    };
    Opening { standstills: vec![still], ..opening(Track::SmallClaims, 8_400, "2026-02-27") }
}

/// Eleven plaintiffs against one.
pub fn crowd(track: Track) -> Opening {
    let mut crowd = opening(track, 8_400, "2026-02-27");
    let like = crowd.brief.parties[0].clone();
    for no in 3..=12 {
        let mut one = like.clone();
        one.no = no;
        Arc::make_mut(&mut crowd.brief).parties.push(one);
        crowd.plaintiffs.insert(no);
    }
    crowd
}

/// An ordinary case that is not simple.
pub fn hard() -> Opening {
    let mut hard = opening(Track::Ordinary, 300_000, "2026-02-27");
    hard.measure.simple = false;
    hard
}

/// A divorce on summary procedure.
pub fn divorce() -> Opening {
    let mut divorce = opening(Track::Summary, 1, "2026-02-27");
    divorce.measure.amount = None;
    divorce.measure.money_only = false;
    divorce.must_mediate = true;
    divorce
}

/// A payment order that became a suit: the fee is to be topped up.
pub fn from_order() -> Opening {
    let mut order = opening(Track::Summary, 300_000, "2026-02-27");
    order.sued_on = day("2026-01-09");
    order.fee_told_on = Some(day("2026-03-02"));
    order.complaints = Vec::new();
    order
}

/// The case comes to the trial.
pub fn open(opening: Opening, on: &str) -> Command {
    Command::Open { opening: opening.into(), on: day(on) }
}

/// A hearing that was held.
pub fn held(on: &str, present: &[u32]) -> Command {
    Command::HoldHearing { on: day(on), present: present.to_vec() }
}

fn openings() -> Vec<Opening> {
    let summary = || opening(Track::Summary, 300_000, "2026-02-27");
    let mut nobody = summary();
    nobody.plaintiffs.clear();
    let mut stranger = summary();
    stranger.plaintiffs = BTreeSet::from([1, 9]);
    let parties = &mut Arc::make_mut(&mut stranger.brief).parties;
    parties.push(parties[0].clone());
    parties[2].no = 3;
    let mut barred = s07();
    barred.judge = "m-1".to_owned();
    let mut missing = summary();
    missing.measure.bars.insert(Bar::PartyMissing);
    vec![
        s07(),
        summary(),
        hard(),
        divorce(),
        from_order(),
        crowd(Track::Ordinary),
        crowd(Track::Summary),
        nobody,
        stranger,
        barred,
        missing,
        Opening { case_no: String::new(), ..summary() },
        opening(Track::SmallClaims, 300_000, "2026-02-27"),
        opening(Track::Summary, 8_400, "2026-02-27"),
        opening(Track::SmallClaims, 120_000, "2026-02-27"),
    ]
}

fn working(on: &'static str) -> Vec<Command> {
    let day = day(on);
    let both = || vec![1, 2];
    let mut all = vec![
        Command::SettleFee { on: day },
        Command::DeemUnpaid,
        Command::SetFastTrack { fast: true, on: day },
        Command::SetFastTrack { fast: false, on: day },
        Command::LeaveFastTrack,
        Command::FileCounterclaim { party: 2, on: day },
        Command::NameRepresentatives { parties: vec![1, 3], on: day },
        Command::NameRepresentatives { parties: vec![1, 2], on: day },
        Command::AnnounceSuit { on: day },
        Command::CloseRegistration,
        Command::SetHearing { on: day, told_on: day },
        Command::DeemAbsent { on: day },
        held(on, &[1, 2]),
        held(on, &[2]),
        Command::StopTrial {
            reason: NotCounted::Appraisal, proof: "委托书".to_owned(), on: day
        },
        Command::StopTrial { reason: NotCounted::Suspension, proof: String::new(), on: day },
        Command::ResumeTrial { to: day },
        Command::Transfer { court: "640121.court".parse().unwrap(), on: day },
        Command::Transfer { court: "640122.court".parse().unwrap(), on: day },
        Command::Terminate { on: day },
        Command::AskWithdrawal { agreed: vec![1], on: day },
        Command::DecideWithdrawal { allow: true, on: day },
        Command::DecideWithdrawal { allow: false, on: day },
        Command::Decide { what: Decided::Judgment, on: day },
        Command::Decide { what: Decided::Dismissal, on: day },
    ];
    for days in [5, 20] {
        all.push(Command::FixEvidence { days, agreed: Vec::new(), on: day });
    }
    for to in [None, Some(Track::Summary), Some(Track::Ordinary)] {
        all.push(Command::DecideTrackObjection { to, on: day });
    }
    for change in [Change::Complex, Change::Agreed, Change::ObjectionHolds] {
        for track in [Track::SmallClaims, Track::Summary, Track::Ordinary] {
            all.push(Command::Convert { track, change, agreed: both(), on: day });
        }
    }
    for by in [Approver::President, Approver::UpperCourt] {
        for months in [0, 1, 6, 7] {
            all.push(Command::ExtendTrial { months, by, agreed: both(), on: day });
        }
    }
    all
}

fn settling(on: &'static str) -> Vec<Command> {
    let day = day(on);
    let both = || vec![1, 2];
    let mut all = vec![
        Command::BeginMediation { agreed: both(), on: day },
        Command::BeginMediation { agreed: vec![1], on: day },
        Command::ExtendMediation { days: 10, agreed: both(), on: day },
        Command::ExtendMediation { days: 0, agreed: both(), on: day },
        Command::EndMediation { on: day },
        Command::MediationLapsed,
        Command::MakeStatement { agreed: both(), on: day },
    ];
    for party in [1, 2, 9] {
        all.extend([
            Command::ObjectToTrack { party, on: day },
            Command::ServeComplaint { party, on: day },
            Command::ReceiveDefence { party, on: day },
            Command::ServeStatement { party, on: day },
            Command::RetractStatement { party, on: day },
            Command::ServeDecision { party, on: day },
            Command::Appeal { party, on: day },
            Command::AppealTimePassed { party },
        ]);
    }
    all
}

/// Commands in all variety.
pub fn moves() -> Vec<Move<Trial>> {
    let first = day("2026-03-02");
    let mut all: Vec<Move<Trial>> = openings()
        .into_iter()
        .map(|opening| (first, Role::FilingClerk, open(opening, "2026-03-02")))
        .collect();
    for on in ["2026-03-02", "2026-03-20", "2026-04-20", "2026-12-01"] {
        for command in working(on).into_iter().chain(settling(on)) {
            let president = matches!(command, Command::ExtendTrial { .. });
            all.push((day(on), Role::Judge, command.clone()));
            if president {
                all.push((day(on), Role::CourtPresident, command));
            }
        }
    }
    all.push((first, Role::Judge, Command::Terminate { on: day("2026-03-03") }));
    for step in lines().into_iter().flatten() {
        if !all.contains(&step) {
            all.push(step);
        }
    }
    all
}

fn course(opening: Opening, steps: &[Step]) -> Line {
    let mut line = vec![(day("2026-03-02"), Role::FilingClerk, open(opening, "2026-03-02"))];
    line.extend(steps.iter().map(|(on, command)| (day(on), Role::Judge, command.clone())));
    line
}

fn set(on: &'static str) -> Step {
    ("2026-03-06", Command::SetHearing { on: day(on), told_on: day("2026-03-06") })
}

fn heard(on: &'static str, present: &[u32]) -> [Step; 2] {
    [set(on), (on, held(on, present))]
}

fn decided(what: Decided) -> Step {
    ("2026-03-23", Command::Decide { what, on: day("2026-03-23") })
}

fn received(party: u32) -> Step {
    ("2026-03-24", Command::ServeDecision { party, on: day("2026-03-24") })
}

fn silent(party: u32) -> Step {
    ("2026-04-20", Command::AppealTimePassed { party })
}

/// Lawful courses from the opening to an ending.
pub fn lines() -> Vec<Line> {
    let mut all = plain();
    all.extend(winding());
    all
}

/// Courses in which much happens before the end.
fn winding() -> Vec<Line> {
    let first = day("2026-03-02");
    let third = day("2026-03-03");
    let on = day("2026-03-20");
    let both = || vec![1, 2];
    let fast_and_objected = [
        ("2026-03-02", Command::SettleFee { on: first }),
        ("2026-03-02", Command::SetFastTrack { fast: true, on: first }),
        ("2026-03-02", Command::ObjectToTrack { party: 2, on: first }),
    ];
    let mediate = ("2026-03-02", Command::BeginMediation { agreed: both(), on: first });
    let settle = ("2026-03-03", Command::MakeStatement { agreed: both(), on: third });
    let sign = |party| ("2026-03-03", Command::ServeStatement { party, on: third });
    let stop = Command::StopTrial {
        reason: NotCounted::Suspension,
        proof: "中止裁定".to_owned(),
        on: first,
    };
    let end = ("2026-03-20", Command::Terminate { on });
    let counter = ("2026-03-02", Command::FileCounterclaim { party: 2, on: first });
    let longer = Command::ExtendMediation { days: 10, agreed: both(), on: third };
    vec![
        course(
            from_order(),
            &[
                &fast_and_objected[..],
                &[
                    mediate.clone(),
                    ("2026-03-03", Command::ServeComplaint { party: 2, on: third }),
                    settle.clone(),
                    sign(1),
                    sign(2),
                ],
            ]
            .concat(),
        ),
        course(from_order(), &[&fast_and_objected[..], &[settle, sign(1), sign(2)]].concat()),
        course(
            hard(),
            &[("2026-03-02", stop), ("2026-03-20", Command::ResumeTrial { to: on }), end.clone()],
        ),
        course(
            s07(),
            &[&[counter][..], &heard("2026-03-20", &[2]), std::slice::from_ref(&end)].concat(),
        ),
        course(
            divorce(),
            &[
                &heard("2026-03-06", &[1, 2])[..],
                &[
                    ("2026-03-20", Command::AskWithdrawal { agreed: vec![1], on }),
                    ("2026-03-20", Command::DecideWithdrawal { allow: false, on }),
                    end.clone(),
                ],
            ]
            .concat(),
        ),
        course(
            divorce(),
            &[
                mediate,
                ("2026-03-03", longer),
                ("2026-03-03", Command::EndMediation { on: third }),
                end,
            ],
        ),
    ]
}

fn plain() -> Vec<Line> {
    let judged = |opening: Opening, rest: &[Step]| {
        let mut steps = heard("2026-03-20", &[1, 2]).to_vec();
        steps.push(decided(Decided::Judgment));
        steps.extend_from_slice(rest);
        course(opening, &steps)
    };
    let dismissed = |opening: Opening, rest: &[Step]| {
        course(opening, &[&[decided(Decided::Dismissal)], rest].concat())
    };
    let summary = || opening(Track::Summary, 300_000, "2026-02-27");
    let appeal = ("2026-04-08", Command::Appeal { party: 2, on: day("2026-04-08") });
    let both = || vec![1, 2];
    let on = day("2026-03-20");
    let ask = ("2026-03-20", Command::AskWithdrawal { agreed: vec![1], on });
    let allow = ("2026-03-20", Command::DecideWithdrawal { allow: true, on });
    let court = "640121.court".parse().unwrap();
    vec![
        judged(s07(), &[received(1), received(2)]),
        judged(summary(), &[received(1), received(2), silent(1), silent(2)]),
        judged(hard(), &[received(1), received(2), appeal]),
        dismissed(summary(), &[received(1), received(2), silent(1), silent(2)]),
        dismissed(s07(), &[received(1), received(2)]),
        course(from_order(), &[("2026-03-10", Command::DeemUnpaid)]),
        course(from_order(), &[("2026-03-09", Command::SettleFee { on: day("2026-03-09") })]),
        course(summary(), &[ask, allow]),
        course(summary(), &[("2026-03-20", Command::Transfer { court, on })]),
        course(summary(), &[("2026-03-20", Command::Terminate { on })]),
        course(
            summary(),
            &[&heard("2026-03-20", &[2])[..], &[("2026-03-20", Command::DeemAbsent { on })]]
                .concat(),
        ),
        course(
            divorce(),
            &[
                ("2026-03-02", Command::BeginMediation { agreed: both(), on: day("2026-03-02") }),
                ("2026-03-20", Command::MediationLapsed),
            ],
        ),
        course(
            summary(),
            &[
                ("2026-03-20", Command::BeginMediation { agreed: both(), on }),
                ("2026-03-20", Command::MakeStatement { agreed: both(), on }),
                ("2026-03-20", Command::ServeStatement { party: 1, on }),
                ("2026-03-20", Command::ServeStatement { party: 2, on }),
            ],
        ),
        course(
            crowd(Track::Ordinary),
            &[
                ("2026-03-02", Command::AnnounceSuit { on: day("2026-03-02") }),
                ("2026-04-20", Command::CloseRegistration),
            ],
        ),
    ]
}
