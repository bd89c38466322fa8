//! Sample courses for tests and the bench: lawful ones from the plan to each ending, and commands in all
//! variety.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use jiefen_procedure::kit::{Move, TOWN, day};
use jiefen_vocab::{DisputeId, DisputeKind, Private, Role};

use super::{Command, Mode, Plan, ScreeningCampaign};

type Moves = Vec<Move<ScreeningCampaign>>;

/// A plan for the units of the samples' heads of mediation and of petitions.
pub fn plan(mode: Mode, rounds: u32) -> Plan {
    let units = ["640122.mediation", TOWN];
    let units = units.iter().map(|unit| unit.parse().unwrap()).collect();
    Plan { mode, theme: "节前欠薪".to_owned(), units, rounds }
}

/// A finding in a region.
pub fn finding(round: u32, place: &str) -> Command {
    Command::ReportFinding {
        round,
        place: place.parse().unwrap(),
        kind: DisputeKind::Labour,
        people: 6,
        summary: Private::new("工地停工，六人未领工资".to_owned()),
        dispute: Some(DisputeId::from_bits(7)),
    }
}

/// A finding that is no dispute: only a sign of one.
pub fn sign(round: u32) -> Command {
    Command::ReportFinding {
        round,
        place: "640122101".parse().unwrap(),
        kind: DisputeKind::Labour,
        people: 12,
        summary: Private::new("班组议论讨薪".to_owned()),
        dispute: None,
    }
}

/// The signature that nothing was found.
pub fn none(round: u32) -> Command {
    Command::SignNoneFound { round, signed_by: "head-1".to_owned() }
}

/// The owner of a finding.
pub fn owner(finding: u32) -> Command {
    let unit = "640122.hrss".parse().unwrap();
    Command::AssignOwner { finding, unit, dispute: None }
}

/// The closing report.
pub fn report() -> Command {
    Command::ReportScreening { text: "两轮排查情况".to_owned() }
}

/// Two rounds: one unit finds and signs none, the other is silent once and late.
pub fn two_rounds() -> Moves {
    vec![
        (day("2026-11-02"), Role::WindowClerk, Command::PlanScreening(plan(Mode::Campaign, 2))),
        (day("2026-11-03"), Role::CentreDirector, Command::Sign),
        (day("2026-11-05"), Role::MediationHead, finding(1, "640122101")),
        (day("2026-11-05"), Role::CentreDirector, owner(1)),
        (day("2026-11-19"), Role::System, Command::CloseRound),
        (day("2026-11-20"), Role::PetitionHead, none(1)),
        (day("2026-11-23"), Role::MediationHead, none(2)),
        (day("2026-11-24"), Role::PetitionHead, none(2)),
        (day("2026-11-24"), Role::CentreDirector, Command::CloseRound),
        (day("2026-11-30"), Role::CentreDirector, report()),
    ]
}

/// Lawful courses from the plan to each ending.
pub fn lines() -> Vec<Moves> {
    let reason = "与上级部署合并".to_owned();
    let cancelled = vec![
        (day("2026-11-02"), Role::WindowClerk, Command::PlanScreening(plan(Mode::Routine, 1))),
        (day("2026-11-03"), Role::CentreDirector, Command::Cancel { reason }),
    ];
    vec![two_rounds(), cancelled]
}

/// Commands in all variety.
pub fn moves() -> Moves {
    let mut all: Moves = lines().into_iter().flatten().collect();
    for on in [day("2026-11-10"), day("2026-12-31")] {
        for mode in [Mode::Campaign, Mode::Routine] {
            for rounds in [0, 1] {
                let command = Command::PlanScreening(plan(mode, rounds));
                all.push((on, Role::WindowClerk, command));
            }
        }
        all.push((on, Role::System, Command::Sign));
        all.push((on, Role::CentreDirector, Command::Cancel { reason: " ".to_owned() }));
        for unit in [Role::MediationHead, Role::PetitionHead, Role::Judge] {
            all.push((on, unit, finding(1, "640122101")));
            all.push((on, unit, none(1)));
            all.push((on, unit, sign(1)));
        }
        let other = [finding(1, "640121101"), finding(9, "640122101"), none(9)];
        all.extend(other.map(|command| (on, Role::MediationHead, command)));
        let director = [Command::Sign, Command::CloseRound, owner(1), owner(9), report()];
        all.extend(director.map(|command| (on, Role::CentreDirector, command)));
        let nobody = Command::SignNoneFound { round: 1, signed_by: " ".to_owned() };
        all.push((on, Role::MediationHead, nobody));
        let unit = "640122.hrss".parse().unwrap();
        let opened = Some(DisputeId::from_bits(8));
        let named = Command::AssignOwner { finding: 1, unit, dispute: opened };
        all.push((on, Role::CentreDirector, named));
        all.push((on, Role::System, Command::CloseRound));
        for clock in ["work", "owner:1", "report", "sleep"] {
            all.push((on, Role::System, Command::FlagLate { clock: clock.to_owned() }));
        }
    }
    all
}
