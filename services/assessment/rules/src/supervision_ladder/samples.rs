//! Sample courses for tests and the bench: lawful ones from the draft to each ending, and commands in all
//! variety.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeMap;

use jiefen_procedure::kit::{Move, day};
use jiefen_vocab::{Agency, DisputeId, Role};
use jiff::civil::Date;

use super::{Command, Commitment, Draft, Ground, SupervisionLadder, Talk};
use crate::figure::{Indicator, Period};

type Moves = Vec<Move<SupervisionLadder>>;

/// The supervised unit: that of the samples' mediation head.
pub fn unit() -> Agency {
    "640122.mediation".parse().unwrap()
}

/// So many cases from a number on, of one unit.
pub fn cases(from: u128, count: u128, holder: Agency) -> BTreeMap<DisputeId, Agency> {
    (from..from + count).map(|n| (DisputeId::from_bits(n), holder)).collect()
}

/// A missed target of the quarter between two days.
pub fn missed(from: &str, to: &str, frozen: &str) -> Ground {
    Ground::TargetMissed {
        quarter: Period { from: day(from), to: day(to) },
        indicator: Indicator::Handoff,
        variant: "unanswered".to_owned(),
        figure: (9, 30),
        target: "逾期未答不超过5%".to_owned(),
        frozen_on: day(frozen),
    }
}

/// The third quarter of 2026.
pub fn third() -> Ground {
    missed("2026-07-01", "2026-09-30", "2026-10-08")
}

/// The fourth quarter of 2026.
pub fn fourth() -> Ground {
    missed("2026-10-01", "2026-12-31", "2027-01-04")
}

/// A draft: nine cases on the third quarter, of which two carry it.
pub fn quarter() -> Draft {
    Draft { unit: unit(), ground: third(), cases: cases(1, 9, unit()), threshold: 2 }
}

/// A draft that one struck case brings down.
pub fn thin() -> Draft {
    let ground =
        Ground::OutstandingProblem { finding: "两起纠纷无人承办引发上访".to_owned() };
    Draft { unit: unit(), ground, cases: cases(1, 2, unit()), threshold: 2 }
}

/// A talk with one measure.
pub fn talk(on: Date, what: &str, due: Date) -> Talk {
    Talk {
        led_by: "leader-1".to_owned(),
        attended_by: "负责人".to_owned(),
        record: "约谈笔录".to_owned(),
        commitments: vec![Commitment { what: what.to_owned(), due }],
        on,
    }
}

/// The evidence for the first measure.
pub fn evidence(text: &str) -> Command {
    Command::ReportRectified { evidence: vec![(1, text.to_owned())] }
}

/// The check of a rectification.
pub fn verify(rectified: bool) -> Command {
    Command::Verify { rectified, finding: "逐件核对".to_owned() }
}

/// The re-check of a case.
pub fn checked(case: u128, holds: bool) -> Command {
    let dispute = DisputeId::from_bits(case);
    Command::RecordCheck { dispute, holds, finding: "已回访双方".to_owned() }
}

/// The sample out of two closed cases: both.
pub fn draw() -> Command {
    Command::DrawSample { closed: cases(11, 2, unit()), seed: 7 }
}

/// The decision on the removal.
pub fn removal() -> Command {
    Command::DecideRemoval { reason: "复核结果".to_owned() }
}

/// An appeal against a case.
pub fn appeal(case: u128) -> Command {
    let dispute = DisputeId::from_bits(case);
    Command::Appeal { dispute, reason: "该件由县住建局承办".to_owned() }
}

/// The decision on an appeal.
pub fn rule(appeal: u32, upheld: bool, after: Option<(u64, u64)>) -> Command {
    Command::DecideAppeal { appeal, upheld, reason: "核对移交记录".to_owned(), after }
}

/// The signature under the listing.
pub fn list() -> Command {
    Command::SignListing { goal: "逾期未答降到5%以下".to_owned() }
}

/// The unit's request.
pub fn request() -> Command {
    Command::RequestRemoval { reached: "连续四周无逾期".to_owned() }
}

/// A weekly report.
pub fn week(done: &str) -> Command {
    Command::ReportWeek { done: done.to_owned(), next: "继续清理".to_owned() }
}

/// The withdrawal of a draft.
pub fn withdraw() -> Command {
    Command::Withdraw { reason: "依据有误".to_owned() }
}

fn up_to_talk() -> Moves {
    let on = day("2026-10-12");
    vec![
        (day("2026-10-09"), Role::System, Command::DraftTalk(quarter())),
        (day("2026-10-09"), Role::Coordinator, Command::SignTalk),
        (on, Role::Leader, Command::HoldTalk(talk(on, "专人盯办", day("2026-11-10")))),
    ]
}

fn up_to_list() -> Moves {
    let on = day("2027-01-05");
    let draft = Draft { ground: fourth(), ..quarter() };
    let talked_on = day("2026-10-12");
    vec![(on, Role::System, Command::DraftListing { draft, talked_on }), (on, Role::Leader, list())]
}

fn recheck(on: Date, holds: bool) -> Moves {
    vec![
        (on, Role::MediationHead, request()),
        (on, Role::Assessor, draw()),
        (on, Role::Assessor, checked(11, true)),
        (on, Role::Assessor, checked(12, holds)),
        (on, Role::Leader, removal()),
    ]
}

/// Lawful courses from the draft to each ending.
pub fn lines() -> Vec<Moves> {
    let mut rectified = up_to_talk();
    rectified.push((day("2026-11-09"), Role::MediationHead, evidence("台账")));
    rectified.push((day("2026-11-16"), Role::Coordinator, verify(true)));
    let mut twice = up_to_talk();
    for (on, text) in [(day("2026-11-09"), "台账"), (day("2026-11-20"), "台账二")] {
        twice.push((on, Role::MediationHead, evidence(text)));
        twice.push((on, Role::Coordinator, verify(false)));
    }
    twice.push((day("2026-11-23"), Role::Leader, withdraw()));
    let mut delisted = up_to_list();
    delisted.push((day("2027-01-11"), Role::MediationHead, week("清理旧件")));
    delisted.extend(recheck(day("2027-02-01"), true));
    let mut refused = up_to_list();
    refused.extend(recheck(day("2027-02-01"), false));
    refused.push((day("2027-04-06"), Role::System, Command::MarkTermPassed));
    let reason = "仍有积案".to_owned();
    refused.push((day("2027-04-07"), Role::Leader, Command::ExtendListing { reason }));
    refused.push((day("2027-07-05"), Role::System, Command::MarkTermPassed));
    let facts = "移交记录与周报".to_owned();
    refused.push((day("2027-07-06"), Role::Leader, Command::ReferAccountability { facts }));
    refused.extend(recheck(day("2027-08-02"), true));
    let mut late = up_to_list();
    late.extend(recheck(day("2027-04-12"), false));
    let fallen = vec![
        (day("2026-10-09"), Role::System, Command::DraftTalk(thin())),
        (day("2026-10-12"), Role::MediationHead, appeal(2)),
        (day("2026-10-13"), Role::Assessor, rule(1, true, None)),
    ];
    vec![rectified, twice, delisted, refused, late, fallen]
}

/// Commands in all variety.
pub fn moves() -> Moves {
    let mut all: Moves = lines().into_iter().flatten().collect();
    let on = day("2026-10-20");
    all.extend(drafts(on));
    let unit_says = [
        evidence(" "),
        evidence("台账"),
        week("清理旧件"),
        week(""),
        request(),
        appeal(1),
        appeal(77),
        Command::DraftTalk(thin()),
    ];
    all.extend(unit_says.into_iter().map(|command| (on, Role::MediationHead, command)));
    for text in ["专人盯办", ""] {
        all.push((on, Role::Leader, Command::HoldTalk(talk(on, text, on))));
    }
    let late = talk(on, "专人盯办", day("2026-12-31"));
    let mut bare = talk(on, "甲", on);
    let mut doubled = bare.clone();
    doubled.commitments.extend(bare.commitments.clone());
    bare.commitments.clear();
    all.extend([late, bare, doubled].map(|talk| (on, Role::Leader, Command::HoldTalk(talk))));
    let future = talk(day("2026-10-21"), "甲", day("2026-10-22"));
    all.push((on, Role::Leader, Command::HoldTalk(future)));
    all.push((on, Role::Coordinator, Command::RecordAbsence { on }));
    let others: BTreeMap<DisputeId, Agency> = cases(11, 2, "640122.court".parse().unwrap());
    let office = [
        Command::SignTalk,
        verify(true),
        verify(false),
        list(),
        draw(),
        Command::DrawSample { closed: others, seed: 1 },
        checked(11, true),
        checked(99, true),
        removal(),
        withdraw(),
        rule(1, true, None),
        rule(9, true, None),
        Command::ReferAccountability { facts: "移交记录".to_owned() },
        Command::ExtendListing { reason: "仍有积案".to_owned() },
    ];
    all.extend(office.into_iter().map(|command| (on, Role::Leader, command)));
    // Somebody who neither drafted nor signed.
    for (upheld, after) in [(true, Some((8, 30))), (true, None), (false, None)] {
        all.push((on, Role::Prosecutor, rule(1, upheld, after)));
    }
    for ground in [fourth(), third()] {
        all.push((day("2027-01-05"), Role::Assessor, Command::NoteMissedAgain { ground }));
    }
    let clocks = ["work", "talk", "check", "recheck", "appeal:1", "weekly"];
    let flags = clocks.map(|clock| Command::FlagLate { clock: clock.to_owned() });
    let silence = [Command::ProposeListing, Command::NoteMissedWeek, Command::MarkTermPassed];
    all.extend(flags.into_iter().chain(silence).map(|command| (on, Role::System, command)));
    all.push((on, Role::System, Command::SignTalk));
    all.push((on, Role::PetitionHead, appeal(1)));
    all
}

fn drafts(on: Date) -> Moves {
    let with = |change: fn(&mut Draft)| {
        let mut draft = quarter();
        change(&mut draft);
        (on, Role::Assessor, Command::DraftTalk(draft))
    };
    let talked = |draft: Draft, talked_on: &str| {
        (on, Role::Assessor, Command::DraftListing { draft, talked_on: day(talked_on) })
    };
    vec![
        (on, Role::System, Command::DraftTalk(thin())),
        with(|draft| draft.cases.clear()),
        with(|draft| draft.threshold = 10),
        with(|draft| draft.cases.extend(cases(20, 1, "640122.court".parse().unwrap()))),
        with(|draft| draft.ground = fourth()),
        with(|draft| draft.ground = missed("2026-07-01", "2026-09-30", "2026-09-30")),
        with(|draft| draft.ground = Ground::OutstandingProblem { finding: String::new() }),
        talked(thin(), "2026-10-12"),
        talked(quarter(), "2026-10-12"),
    ]
}
