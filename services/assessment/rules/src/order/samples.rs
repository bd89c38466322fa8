//! Sample courses of supervision orders, for tests and for the bench.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use jiefen_procedure::kit::{Move, actor};
use jiefen_vocab::{Agency, DisputeId, Id, Role};
use jiff::civil::{Date, date};

use super::{Command, Order};

/// The day of everything.
pub const D0: Date = date(2026, 9, 30);
/// Who supervises.
pub const OFFICE: Role = Role::Coordinator;
/// The machine.
pub const CLOCK: Role = Role::System;
/// Who speaks for the unit that must answer.
pub const UNIT: Role = Role::MediationHead;

/// The unit that must answer.
pub fn unit() -> Agency {
    actor(UNIT).agency
}

/// An order on nine cases.
pub fn draft() -> Command {
    Command::Draft {
        unit: unit(),
        ground: "M-07 9月移交逾期未答9件".into(),
        disputes: (1..=9).map(|n| DisputeId(Id::from_bits(n))).collect(),
        demand: "逐件答复并说明原因".into(),
    }
}

/// The unit's answer.
pub fn answer() -> Command {
    Command::Answer { measures: "已全部答复".into() }
}

/// The check of the answer.
pub fn verify(performed: bool) -> Command {
    Command::Verify { performed, finding: "抽查三件".into() }
}

/// The circular.
pub fn circulate() -> Command {
    Command::Circulate { text: "通报".into() }
}

/// The withdrawal.
pub fn withdraw() -> Command {
    Command::Withdraw { reason: "有一件不属该单位".into() }
}

/// One command of each name, in their order; the check in both senses.
pub fn commands() -> Vec<Command> {
    vec![
        draft(),
        Command::Sign,
        withdraw(),
        answer(),
        Command::MarkOverdue,
        circulate(),
        verify(true),
        Command::RaiseTalk,
        Command::FlagLate,
        verify(false),
    ]
}

/// Everybody tries everything but what the clock alone gives, also with nothing written.
pub fn moves() -> Vec<Move<Order>> {
    let bare = Command::Draft {
        unit: unit(),
        ground: "M-07".into(),
        disputes: [].into(),
        demand: "逐件答复".into(),
    };
    let mut all = commands();
    all.extend([bare, Command::Answer { measures: String::new() }]);
    let by_clock = [Command::MarkOverdue, Command::RaiseTalk, Command::FlagLate];
    let may = |role, command: &Command| role == CLOCK || !by_clock.contains(command);
    let roles = [OFFICE, UNIT, CLOCK, Role::CourtPresident];
    let pairs = roles.iter().flat_map(|role| all.iter().map(move |command| (*role, command)));
    let given = pairs.filter(|(role, command)| may(*role, command));
    given.map(|(role, command)| (D0, role, command.clone())).collect()
}

/// Complete lawful courses: performed at once, performed after a circular, a talk, a withdrawal.
pub fn lines() -> Vec<Vec<Move<Order>>> {
    let late = || vec![(CLOCK, Command::MarkOverdue), (OFFICE, circulate())];
    let answered = || vec![(UNIT, answer()), (OFFICE, verify(false)), (UNIT, answer())];
    let over = || (OFFICE, verify(true));
    let slow = || (CLOCK, Command::FlagLate);
    let overdue = vec![(CLOCK, Command::MarkOverdue), slow(), (UNIT, answer()), slow(), over()];
    let courses = [
        [answered(), vec![over()]].concat(),
        overdue,
        [late(), answered(), vec![over()]].concat(),
        [late(), vec![(CLOCK, Command::RaiseTalk)]].concat(),
        vec![(OFFICE, withdraw())],
    ];
    let line = |course: Vec<(Role, Command)>| {
        let begun = [(CLOCK, draft()), slow(), (OFFICE, Command::Sign)];
        begun.into_iter().chain(course).map(|(role, command)| (D0, role, command)).collect()
    };
    courses.map(line).to_vec()
}
