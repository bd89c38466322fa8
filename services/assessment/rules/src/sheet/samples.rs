//! Sample courses of score sheets, for tests and for the bench.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use jiefen_procedure::kit::{Move, actor};
use jiefen_vocab::{Agency, DisputeId, Id, Role};
use jiff::civil::{Date, date};

use super::{Command, SIGNATURE, Sheet};
use crate::figure::{Behind, CutOff, Figure, Indicator, Inputs, Period, Scope};

/// The period.
pub const Q3: Period = Period { from: date(2026, 7, 1), to: date(2026, 9, 30) };
/// Up to where it was counted.
pub const CUT: CutOff = CutOff { day: date(2026, 10, 10), high_water: 900 };
/// The day of everything.
pub const FREEZE: Date = date(2026, 10, 12);
/// Who assesses.
pub const OFFICE: Role = Role::Assessor;
/// Who signs.
pub const HEAD: Role = Role::Leader;
/// Who speaks for the assessed unit.
pub const UNIT: Role = Role::MediationHead;

/// The assessed unit.
pub fn unit() -> Agency {
    actor(UNIT).agency
}

/// A dispute.
pub fn dispute(n: u128) -> DisputeId {
    DisputeId(Id::from_bits(n))
}

/// A figure with one dispute behind each of its numbers.
pub fn figure(variant: &str, numerator: u64, denominator: u64) -> Figure {
    Figure {
        indicator: Indicator::Mediation,
        variant: variant.to_owned(),
        version: 1,
        numerator,
        denominator,
        period: Q3,
        scope: Scope::default(),
        cut_off: CUT,
        behind: Behind { numerator: [dispute(1)].into(), denominator: [dispute(2)].into() },
        guards: Vec::new(),
    }
}

/// The period is frozen.
pub fn freeze() -> Command {
    Command::Freeze {
        unit: Some(unit()),
        period: Q3,
        cut_off: CUT,
        inputs: Inputs::default(),
        figures: vec![figure("concluded", 40, 50), figure("registered", 40, 90)],
    }
}

/// The same with something changed.
pub fn changed(change: impl Fn(&mut Period, &mut CutOff, &mut Vec<Figure>)) -> Command {
    let mut command = freeze();
    if let Command::Freeze { period, cut_off, figures, .. } = &mut command {
        change(period, cut_off, figures);
    }
    command
}

/// An appeal against a figure.
pub fn appeal(variant: &str, dispute: Option<DisputeId>) -> Command {
    let reason = "不是本单位承办".to_owned();
    Command::Appeal { indicator: Indicator::Mediation, variant: variant.into(), dispute, reason }
}

/// The decision on an appeal.
pub fn rule(appeal: u32, after: Option<(u64, u64)>) -> Command {
    Command::DecideAppeal { appeal, after, reason: "经查属实".into() }
}

/// A correction of the office's own.
pub fn correct(after: (u64, u64)) -> Command {
    Command::Correct {
        indicator: Indicator::Mediation,
        variant: "concluded".into(),
        after,
        reason: "重复计入一件".into(),
    }
}

/// The figures are counted again.
pub fn recompute(numerator: u64) -> Command {
    Command::Recompute {
        figures: vec![figure("concluded", numerator, 50), figure("registered", 40, 90)],
    }
}

/// The signature is late.
pub fn late() -> Command {
    Command::FlagLate { clock: SIGNATURE.to_owned() }
}

/// One command of each name, in their order.
pub fn commands() -> Vec<Command> {
    vec![
        freeze(),
        recompute(41),
        correct((1, 2)),
        appeal("concluded", None),
        rule(1, Some((2, 3))),
        Command::CloseAppeals,
        Command::Sign,
        late(),
    ]
}

/// Everybody tries everything but what the clock alone gives, right or wrong.
pub fn moves() -> Vec<Move<Sheet>> {
    let mut all = commands();
    all.extend([
        changed(|_, cut, _| cut.day = date(2026, 10, 13)),
        changed(|_, _, figures| figures.clear()),
        changed(|_, _, figures| figures[0].cut_off.high_water = 1),
        changed(|period, _, _| period.to = date(2027, 1, 1)),
        appeal("concluded", Some(dispute(2))),
        appeal("concluded", Some(dispute(7))),
        appeal("guessed", None),
        Command::Appeal {
            indicator: Indicator::Mediation,
            variant: "concluded".into(),
            dispute: None,
            reason: " ".into(),
        },
        Command::FlagLate { clock: "decision:1".into() },
        rule(0, None),
        rule(1, None),
        correct((40, 50)),
    ]);
    let by_clock =
        |command: &Command| matches!(command, Command::CloseAppeals | Command::FlagLate { .. });
    let roles = [OFFICE, HEAD, UNIT, Role::System, Role::CourtPresident];
    let pairs = roles.iter().flat_map(|role| all.iter().map(move |command| (*role, command)));
    let given = pairs.filter(|(role, command)| *role == Role::System || !by_clock(command));
    given.map(|(role, command)| (FREEZE, role, command.clone())).collect()
}

/// Complete lawful courses: signed at once, an appeal upheld, one rejected late, a visible correction.
pub fn lines() -> Vec<Vec<Move<Sheet>>> {
    let closed = || (Role::System, Command::CloseAppeals);
    let signed = || (HEAD, Command::Sign);
    let appealed = || (UNIT, appeal("concluded", Some(dispute(2))));
    let overdue = Command::FlagLate { clock: "decision:1".into() };
    let courses = [
        vec![closed(), (Role::System, late()), signed(), (OFFICE, recompute(40))],
        vec![appealed(), (OFFICE, rule(1, Some((40, 49)))), closed(), signed()],
        vec![appealed(), closed(), (Role::System, overdue), (OFFICE, rule(1, None)), signed()],
        vec![(OFFICE, recompute(41)), (OFFICE, correct((41, 50))), closed(), signed()],
    ];
    let line = |course: Vec<(Role, Command)>| {
        let begun = std::iter::once((OFFICE, freeze()));
        begun.chain(course).map(|(role, command)| (FREEZE, role, command)).collect()
    };
    courses.map(line).to_vec()
}
